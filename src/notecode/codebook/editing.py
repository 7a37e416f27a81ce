"""Edits of ``codebook.yaml`` that change the lines they must, and leave every other as it was.

Each edit is checked before it is handed back: the new text must read as the codebook that was
meant, to the last field, or nothing is changed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, Literal, TypeVar, cast

from notecode.codebook.alias_lists import alias_lines, alias_patches, alias_yaml, joined_aliases
from notecode.codebook.definitions import Section
from notecode.codebook.layout import Layout, Patch, field_of, lay_out, patched
from notecode.codebook.loading import AGENCY_FIELDS, CODE_FIELDS, parse_codebook
from notecode.codebook.mentions import (
    renamed_in,
    renamed_in_rules,
    rules_renamed,
    rules_said,
)
from notecode.codebook.scalars import value_text
from notecode.errors import CodebookError
from notecode.model import Agency, Alias, Code, Codebook

Value = str | tuple[str, ...] | tuple[Alias, ...]
"""What a field of a code or agency can hold; empty takes the field out."""

Place = tuple[Section, str]
"""The entry of an id."""

Entry = TypeVar("Entry", Code, Agency)

_FIELDS: Mapping[Section, tuple[str, ...]] = {"codes": CODE_FIELDS, "agencies": AGENCY_FIELDS}
_DEFAULTS: Mapping[str, Value] = {"origin": "pre-set", "status": "active"}
_BOM = "\ufeff"
_INDENT = 2


def add_code(text: str, code: Code, *, after: str = "") -> str:
    """The codebook's text with ``code`` behind the last code, or behind the code ``after``.

    Raises:
        CodebookError: if the text is no sound codebook, or would not be one with this code
            (its id or key is taken, its parent unknown); nothing is changed.

    """
    before = _sound(text)
    body = text.removeprefix(_BOM)
    place = after or before.codes[-1].id
    layout = lay_out(body)
    _, end = layout.block("codes", place)
    indent = _dash_column(layout, "codes", place)
    at = [known.id for known in before.codes].index(place) + 1
    codes = (*before.codes[:at], code, *before.codes[at:])
    patch = _behind(layout, end, entry_lines(code, indent))
    return _checked(text, patched(body, [patch]), before, codes)


def add_agency(text: str, agency: Agency) -> str:
    """The text with an agency behind the last one, or as the first.

    Raises:
        CodebookError: as ``add_code`` does.

    """
    before = _sound(text)
    body = text.removeprefix(_BOM)
    layout = lay_out(body)
    if before.agencies:
        place = before.agencies[-1].id
        _, end = layout.block("agencies", place)
        patch = _behind(layout, end, entry_lines(agency, _dash_column(layout, "agencies", place)))
    else:
        patch = _first_agency(layout, entry_lines(agency, _INDENT))
    agencies = (*before.agencies, agency)
    after = replace(before, agencies=agencies)
    return _checked(text, patched(body, [patch]), after, before.codes)


def _behind(layout: Layout, at: int, lines: Sequence[str]) -> Patch:
    """Lines put in where a line ends."""
    lead = "" if layout.text[:at].endswith("\n") else layout.newline
    return Patch(at, at, lead + "".join(line + layout.newline for line in lines))


def _first_agency(layout: Layout, lines: Sequence[str]) -> Patch:
    """An empty list of agencies filled, or a new one at the end of the file."""
    found = field_of(layout.top, "agencies")
    if found is None:
        return _behind(layout, len(layout.text), ["agencies:", *lines])
    key, node = found
    start = layout.text.index(":", key.end_mark.index) + 1
    end = max(start, layout.field_end(key, node))
    return Patch(start, end, layout.newline + layout.newline.join(lines))


def set_fields(
    text: str, id_: str, changes: Mapping[str, Value], *, section: Section = "codes"
) -> str:
    """The text with these fields of a code or agency set; an empty value takes the field out.

    Raises:
        CodebookError: if there is no such code, or the result would not be sound.

    """
    return set_entries(text, {(section, id_): changes})


def set_entries(text: str, changes: Mapping[Place, Mapping[str, Value]]) -> str:
    """The text with fields of many entries set at once, so that a key may pass from one to another.

    Aliases that stay are kept in the order in which they stand, new ones come behind them.

    Raises:
        CodebookError: if there is no such entry, or the result would not be sound.

    """
    before = _sound(text)
    body = text.removeprefix(_BOM)
    layout = lay_out(body)
    filled: dict[Place, dict[str, Any]] = {}
    patches: list[Patch] = []
    for place, fields_ in changes.items():
        values = dict(fields_)
        if "aliases" in values:
            known = before.agency_by_id[place[1]].aliases
            wanted = cast("tuple[Alias, ...]", values["aliases"])
            values["aliases"] = joined_aliases(known, wanted)
        for name in sorted(values, key=_FIELDS[place[0]].index):
            patches += _set(layout, place, name, values[name], before)
        filled[place] = {name: value or _empty(name) for name, value in values.items()}
    agencies = tuple(_with(each, filled.get(("agencies", each.id))) for each in before.agencies)
    codes = [_with(code, filled.get(("codes", code.id))) for code in before.codes]
    changed = patched(body, _joined(patches))
    return _checked(text, changed, replace(before, agencies=agencies), codes)


def redirect_rules(text: str, old: str, new: str, *, section: Section = "codes") -> str:
    """The text with every rule that names the code or agency ``old`` naming ``new``.

    Raises:
        CodebookError: if the result would not be sound.

    """
    before = _sound(text)
    body = text.removeprefix(_BOM)
    patches = renamed_in_rules(lay_out(body), before, section, (old, new))
    changed = patched(body, _joined(patches))
    rules = rules_renamed(before, section, (old, new))
    return _checked(text, changed, before, before.codes, rules)


def rename_id(text: str, old: str, new: str, *, section: Section = "codes") -> str:
    """The text with an id changed wherever it stands, and the old one noted as former.

    Raises:
        CodebookError: if there is no such entry, or the new id is taken or none.

    """
    before = _sound(text)
    body = text.removeprefix(_BOM)
    layout = lay_out(body)
    entry = (before.code_by_id if section == "codes" else before.agency_by_id)[old]
    former = (*(id_ for id_ in entry.formerly if id_ != new), old)
    place: Place = (section, old)
    patches = _set(layout, place, "id", new, before)
    patches += _set(layout, place, "formerly", former, before)
    for other in layout.entries(section):
        for name in ("parent", "merged_into", "split_into"):
            patches += renamed_in(layout, other, name, (old, new))
    patches += renamed_in_rules(layout, before, section, (old, new))
    changed = patched(body, _joined(patches))
    codes, agencies = before.codes, before.agencies
    if section == "codes":
        named = [_named(code, old, new) for code in codes]
        codes = tuple(replace(c, formerly=former) if c.id == new else c for c in named)
    else:
        called = [_called(agency, old, new) for agency in agencies]
        agencies = tuple(replace(a, formerly=former) if a.id == new else a for a in called)
    rules = rules_renamed(before, section, (old, new))
    return _checked(text, changed, replace(before, agencies=agencies), codes, rules)


def move_entry(
    text: str,
    id_: str,
    other: str,
    where: Literal["before", "after"],
    *,
    section: Section = "codes",
) -> str:
    """The text with an entry's lines, and the comment right above them, beside another one's.

    Raises:
        CodebookError: if there is no such entry.

    """
    before = _sound(text)
    body = text.removeprefix(_BOM)
    layout = lay_out(body)
    start, end = layout.block(section, id_)
    block = body[start:end]
    if not block.endswith("\n"):
        block += layout.newline
    at = layout.block(section, other)[0 if where == "before" else 1]
    lead = "" if at == 0 or body[at - 1] == "\n" else layout.newline
    changed = patched(body, [Patch(start, end, ""), Patch(at, at, lead + block)])
    if section == "codes":
        return _checked(text, changed, before, _moved(before.codes, id_, other, where))
    agencies = tuple(_moved(before.agencies, id_, other, where))
    return _checked(text, changed, replace(before, agencies=agencies), before.codes)


def _moved(entries: Sequence[Entry], id_: str, other: str, where: str) -> list[Entry]:
    moved = next(entry for entry in entries if entry.id == id_)
    left = [entry for entry in entries if entry.id != id_]
    left.insert([entry.id for entry in left].index(other) + (where == "after"), moved)
    return left


def _set(layout: Layout, place: Place, name: str, value: Value, before: Codebook) -> list[Patch]:
    """The patches that give a field this value, take it out, or leave it as it is."""
    entry = layout.entry(*place)
    found = field_of(entry, name)
    wanted = None if not value or _DEFAULTS.get(name) == value else value
    if found is None:
        return [] if wanted is None else [_inserted(layout, place, name, wanted)]
    key, node = found
    if wanted is None:
        return [_taken_out(layout, place, name)]
    if name == "aliases" and node.start_mark.index != node.end_mark.index:
        known = before.agency_by_id[place[1]].aliases
        return alias_patches(layout, entry, known, cast("tuple[Alias, ...]", wanted))
    column, flow = key.start_mark.column, bool(entry.flow_style)
    taken = column + len(name) + 2
    new = _written(wanted, column, taken, flow=flow)
    new = new.replace("\n", layout.newline)
    if node.start_mark.index == node.end_mark.index:
        at = layout.field_end(key, node)
        return [Patch(at, at, _apart(new))]
    return [Patch(node.start_mark.index, layout.value_end(node), new)]


def _inserted(layout: Layout, place: Place, name: str, value: Value) -> Patch:
    """A new field behind the last one that comes before it in the usual order."""
    entry = layout.entry(*place)
    order = _FIELDS[place[0]]
    earlier = [p for p in entry.value if order.index(p[0].value) < order.index(name)]
    key, node = max(earlier, key=lambda pair: pair[0].start_mark.index)
    end = layout.field_end(key, node)
    if entry.flow_style:
        return Patch(end, end, f", {name}: {_written(value, 0, 0, flow=True)}")
    column = key.start_mark.column
    written = _written(value, column, column + len(name) + 2)
    line = f"{' ' * column}{name}:{_apart(written)}".replace("\n", layout.newline)
    at = layout.line_end(end - 1 if layout.text[end - 1] == "\n" else end)
    lead = "" if layout.text[:at].endswith("\n") else layout.newline
    return Patch(at, at, f"{lead}{line}{layout.newline}")


def _written(value: Value, column: int, taken: int, *, flow: bool = False) -> str:
    """A value as it stands behind its name; aliases on lines of their own if they may."""
    aliases = tuple(each for each in value if isinstance(each, Alias))
    if not aliases:
        said = cast("str | tuple[str, ...]", value)
        return value_text(said, indent=column, taken=taken, flow=flow)
    if flow:
        return f"[{', '.join(map(alias_yaml, aliases))}]"
    return "\n" + "\n".join(alias_lines(aliases, column)[1:])


def _apart(written: str) -> str:
    """A value with the blank that parts it from its colon, unless it begins on a new line."""
    return written if written[0] in "\r\n" else f" {written}"


def _taken_out(layout: Layout, place: Place, name: str) -> Patch:
    entry = layout.entry(*place)
    found = field_of(entry, name)
    if found is None or entry.value[0][0] is found[0]:
        raise CodebookError(
            f"the field {name!r} of {place[1]!r} cannot be taken out where it stands",
            hint="write its id first",
        )
    key, node = found
    if entry.flow_style:
        before = entry.value[entry.value.index(found) - 1]
        return Patch(layout.field_end(*before), layout.field_end(key, node), "")
    end = layout.field_end(key, node)
    return Patch(layout.line_start(key.start_mark.index), layout.line_end(end), "")


def _joined(patches: Sequence[Patch]) -> list[Patch]:
    """Patches without doubles; those inserted at one place are joined in their order."""
    places: dict[tuple[int, int], str] = {}
    for patch in patches:
        key = (patch.start, patch.end)
        inserted = patch.start == patch.end
        places[key] = (places.get(key, "") if inserted else "") + patch.text
    return [Patch(start, end, text) for (start, end), text in places.items()]


def _sound(text: str) -> Codebook:
    book, problems = parse_codebook(text, "codebook.yaml")
    if book is None:
        raise CodebookError(
            "the codebook has problems and is not changed",
            problems=[problem for problem in problems if problem.fatal],
            hint="mend these lines first",
        )
    return book


def _checked(
    text: str,
    changed: str,
    before: Codebook,
    codes: Sequence[Code],
    rules: tuple[object, ...] | None = None,
) -> str:
    """The changed text, if it reads as the codebook before with these codes, and rules if given.

    Raises:
        CodebookError: if it does not; with the problems that it would have.

    """
    book, problems = parse_codebook(changed, "codebook.yaml")
    if book is None:
        raise CodebookError(
            "the codebook would not be sound after this change; nothing was changed",
            problems=[replace(problem, line=None) for problem in problems if problem.fatal],
        )
    same_rules = rules_said(book) == (rules_said(before) if rules is None else rules)
    if book.codes != tuple(codes) or book.agencies != before.agencies or not same_rules:
        raise CodebookError(
            "the codebook is written in a way that this change cannot be fitted into",
            hint="change it by hand; the next command notices and records it",
        )
    return _BOM * text.startswith(_BOM) + changed


def entry_lines(entry: Code | Agency, column: int) -> list[str]:
    """A code or an agency as YAML lines, its dash in this column."""
    lines: list[str] = []
    indent = column + _INDENT
    for name in _FIELDS["codes" if isinstance(entry, Code) else "agencies"]:
        value = getattr(entry, name)
        if not value or _DEFAULTS.get(name) == value:
            continue
        lead = " " * column + "- " if not lines else " " * indent
        if name == "aliases":
            lines += alias_lines(value, indent)
        else:
            written = value_text(value, indent=indent, taken=indent + len(name) + 2)
            lines += f"{lead}{name}: {written}".split("\n")
    return lines


def _dash_column(layout: Layout, section: Section, id_: str) -> int:
    entry = layout.entry(section, id_)
    line = layout.text[layout.line_start(entry.start_mark.index) :]
    return len(line) - len(line.lstrip(" "))


def _empty(name: str) -> Value:
    default = next(item.default for item in (*fields(Code), *fields(Agency)) if item.name == name)
    return default if isinstance(default, str | tuple) else ""


def _with(entry: Entry, changes: Mapping[str, Any] | None) -> Entry:
    return replace(entry, **changes) if changes else entry


def _named(code: Code, old: str, new: str) -> Code:
    """The code with an id changed wherever it names it."""
    return replace(
        code,
        id=new if code.id == old else code.id,
        parent=new if code.parent == old else code.parent,
        merged_into=new if code.merged_into == old else code.merged_into,
        split_into=tuple(new if id_ == old else id_ for id_ in code.split_into),
    )


def _called(agency: Agency, old: str, new: str) -> Agency:
    """The agency with an id changed wherever it names it."""
    return replace(
        agency,
        id=new if agency.id == old else agency.id,
        merged_into=new if agency.merged_into == old else agency.merged_into,
    )
