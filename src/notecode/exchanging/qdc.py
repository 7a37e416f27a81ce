"""REFI-QDA codebooks (.qdc), written and read.

Source: the REFI-QDA standard 1.0, qdasoftware.org, whose schema has codes in a tree, each with a
name, a colour and a description, and sets of codes. Activities are the tree; agencies stand under
a code of their own that is not for coding. What the form has no place for stands in the
descriptions. Aliases by site and roles survive there too; rules do not.
"""

import re
import uuid
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree import ElementTree as ET

from notecode.errors import InputError, Problem
from notecode.exchanging.aliases import BETWEEN, aliases_text, read_aliases
from notecode.exchanging.descriptions import NAMES, describe, read_description
from notecode.exchanging.draft import Draft, Facet, Ids, ids_of
from notecode.model import Agency, Code, Codebook, CodeOrigin, Status

XMLNS = "urn:QDA-XML:codebook:1.0"
_IDS = uuid.UUID("6b0f1c86-9a53-5c0e-8f0e-3a2f7f0d9c11")
"""The name space of the GUIDs: the same code has the same one in every export."""
_AGENCIES = "Agencies"
_ACTIVITIES = "Activities"
_IN_CODES = frozenset({"definition", *NAMES}) - {"id", "aliases", "roles"}
_IN_AGENCIES = frozenset(
    ("definition", "aliases", "roles", "key", "status", "merged_into", "formerly")
)
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
_NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def guid(kind: str, id_: str) -> str:
    """The GUID of a code, an agency or a set of this id."""
    return str(uuid.uuid5(_IDS, f"{kind}:{id_}"))


def codebook_qdc(book: Codebook, *, origin: str) -> bytes:
    """The codebook as a .qdc file; ``origin`` names the program that wrote it."""
    root = ET.Element("CodeBook", {"xmlns": XMLNS, "origin": origin})
    codes = ET.SubElement(root, "Codes")
    places: dict[str, ET.Element] = {"": codes}
    for code in book.tree:
        above = places.get(code.parent, codes)
        places[code.id] = _code_element(above, code)
    if book.agencies:
        group = _element(codes, guid("facet", "agency"), _AGENCIES, codable=False)
        _describe(group, "Agencies with which the work was done.")
        for agency in book.agencies:
            _agency_element(group, agency)
    sets = ET.SubElement(root, "Sets")
    _set(sets, _ACTIVITIES, [guid("code", code.id) for code in book.codes])
    if book.agencies:
        _set(sets, _AGENCIES, [guid("agency", agency.id) for agency in book.agencies])
    ET.indent(root)
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return content + b"\n"


def _element(above: ET.Element, guid_: str, name: str, *, codable: bool) -> ET.Element:
    return ET.SubElement(
        above,
        "Code",
        {"guid": guid_, "name": _clean(name), "isCodable": "true" if codable else "false"},
    )


def _describe(element: ET.Element, text: str) -> None:
    if text:
        ET.SubElement(element, "Description").text = _clean(text)


def _code_element(above: ET.Element, code: Code) -> ET.Element:
    element = _element(above, guid("code", code.id), code.label, codable=code.status == "active")
    if _COLOUR.fullmatch(code.colour):
        element.set("color", code.colour)
    fields = {
        "definition": code.definition,
        "use_when": code.use_when,
        "not_when": code.not_when,
        "example": code.example,
        "key": code.key,
        "origin": "" if code.origin == "pre-set" else code.origin,
        "status": "" if code.status == "active" else code.status,
        "merged_into": code.merged_into,
        "split_into": BETWEEN.join(code.split_into),
        "formerly": BETWEEN.join(code.formerly),
        "id": code.id,
    }
    _describe(element, describe(fields))
    return element


def _agency_element(above: ET.Element, agency: Agency) -> None:
    active = agency.status == "active"
    element = _element(above, guid("agency", agency.id), agency.label, codable=active)
    fields = {
        "definition": agency.definition,
        "aliases": aliases_text(agency.aliases),
        "roles": BETWEEN.join(agency.roles),
        "key": agency.key,
        "status": "" if active else agency.status,
        "merged_into": agency.merged_into,
        "formerly": BETWEEN.join(agency.formerly),
        "id": agency.id,
    }
    _describe(element, describe(fields))


def _set(sets: ET.Element, name: str, members: list[str]) -> None:
    element = ET.SubElement(sets, "Set", {"guid": guid("set", name), "name": name})
    for member in members:
        ET.SubElement(element, "MemberCode", {"guid": member})


def _clean(text: str) -> str:
    """The text without what XML cannot hold."""
    return _NOT_XML.sub("", text)


def read_qdc(content: bytes, file: str, known: Codebook | None = None) -> Draft:
    """The codebook of a .qdc file, of this program or another.

    A code has the id that its description states, else that of the ``known`` code with its GUID or
    its name, else one made from its name.

    Raises:
        InputError: if the file is no REFI-QDA codebook.

    """
    root = _root(content, file)
    codes = root.find(f"{{{XMLNS}}}Codes")
    if root.tag != f"{{{XMLNS}}}CodeBook" or codes is None:
        raise InputError(
            "no REFI-QDA codebook", where=file, hint="Export a codebook (.qdc), not a project."
        )
    code_ids, agency_ids = ids_of(known)
    guids = {guid("code", code.id): code.id for code in known.codes} if known else {}
    reading = _Reading(file, code_ids, agency_ids, guids)
    reading.read(codes, "")
    return Draft(
        codes=tuple(reading.codes),
        agencies=tuple(reading.agencies),
        problems=tuple(reading.problems),
        said=reading.said,
    )


class _Reading:
    """One file while it is read: ids in use, and what was found."""

    def __init__(self, file: str, code_ids: Ids, agency_ids: Ids, guids: Mapping[str, str]) -> None:
        self.file = file
        self.codes: list[Code] = []
        self.agencies: list[Agency] = []
        self.problems: list[Problem] = []
        self.said: dict[tuple[Facet, str], frozenset[str]] = {}
        self._code_ids = code_ids
        self._agency_ids = agency_ids
        self._guids = guids

    def read(self, above: ET.Element, parent: str) -> None:
        """The codes right under an element, and those under them."""
        for element in above.findall(f"{{{XMLNS}}}Code"):
            name = element.get("name", "").strip()
            if not name:
                message = f"a code without a name (GUID {element.get('guid', 'missing')})"
                self.problems.append(Problem(file=self.file, message=message))
            elif element.get("guid", "").strip("{}").lower() == guid("facet", "agency"):
                self.agencies += self._agencies(element)
            else:
                code = self._code(element, name, parent)
                self.codes.append(code)
                self.read(element, code.id)

    def _code(self, element: ET.Element, name: str, parent: str) -> Code:
        said = _said(element)
        id_ = said.get("id") or self._guids.get(element.get("guid", "").strip("{}").lower(), "")
        origin: CodeOrigin = "emergent" if said.get("origin") == "emergent" else "pre-set"
        status: Status = "retired" if said.get("status") == "retired" else "active"
        code_id = self._code_ids.of(name, id_)
        colour = _colour(element.get("color", ""))
        there = _stated(said, _IN_CODES) | {"label"}
        there |= {"parent"} if parent or said.get("id") else set()
        self.said["codes", code_id] = there | {"colour"} if colour else there
        return Code(
            id=code_id,
            label=name,
            parent=parent,
            colour=colour,
            origin=origin,
            status=status,
            merged_into=said.get("merged_into", ""),
            split_into=_listed(said, "split_into"),
            formerly=_listed(said, "formerly"),
            **_texts(said, "definition", "use_when", "not_when", "example", "key"),
        )

    def _agencies(self, group: ET.Element) -> Iterator[Agency]:
        for element in group.findall(f"{{{XMLNS}}}Code"):
            said, name = _said(element), element.get("name", "").strip()
            status: Status = "retired" if said.get("status") == "retired" else "active"
            id_ = self._agency_ids.of(name, said.get("id", ""))
            self.said["agencies", id_] = _stated(said, _IN_AGENCIES) | {"label"}
            yield Agency(
                id=id_,
                label=name,
                aliases=read_aliases(said.get("aliases", "")),
                roles=_listed(said, "roles"),
                status=status,
                merged_into=said.get("merged_into", ""),
                formerly=_listed(said, "formerly"),
                **_texts(said, "definition", "key"),
            )


def _stated(said: Mapping[str, str], names: frozenset[str]) -> frozenset[str]:
    """The fields that a description speaks of: all of them if it is one of this program."""
    return names if said.get("id") else frozenset(name for name in names if said.get(name))


def _said(element: ET.Element) -> dict[str, str]:
    return read_description(element.findtext(f"{{{XMLNS}}}Description") or "")


def _texts(said: Mapping[str, str], *names: str) -> dict[str, Any]:
    return {name: said.get(name, "") for name in names}


def _listed(said: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in said.get(name, "").split("|") if item.strip())


def _colour(text: str) -> str:
    """A colour with six digits; "" for none and for what is no colour."""
    if not _COLOUR.fullmatch(text):
        return ""
    return text if len(text) == 7 else "#" + "".join(digit * 2 for digit in text[1:])


def _root(content: bytes, file: str) -> ET.Element:
    """The root of an XML text that declares nothing of its own, entities above all."""
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise InputError(
            "the file declares a document type, which a codebook has no need of",
            where=file,
            hint="It is not read, for safety: export it again from the program it came from.",
        )
    try:
        return ET.fromstring(content)  # noqa: S314 - without declarations there is nothing to expand
    except ET.ParseError as error:
        line = error.position[0]
        raise InputError(f"no XML: line {line} cannot be read", where=file) from None
