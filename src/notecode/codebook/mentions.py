"""Where rules name codes and agencies: what a merger carries along, and what must be there."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from difflib import get_close_matches
from typing import Any

from notecode.codebook.definitions import Section
from notecode.codebook.layout import Layout, Patch, field_of
from notecode.codebook.nodes import Record, Report
from notecode.codebook.scalars import value_text
from notecode.model import Codebook, Rule

START = "start"
"""In ``follows``, in place of a code: the rule holds for a note's first sentence."""

_LISTS = ("follows", "yields_to")
_OF_AGENCIES = ("only", "forbid", "implies")
_IN_WORDS = ("says", "also", "without")
_IN_TOKENS = ("tokens", "dependency")
_MENTION = "MENTION"
_DERIVED = frozenset({"version", "points"})
_SLUG = r"([a-z0-9]+(?:-[a-z0-9]+)*)"
_AFTER = re.compile(rf"\bafter:{_SLUG}")
_WHO = re.compile(rf"@{_SLUG}")
_NAMED = 8
"""Rules that a problem names before it counts the rest."""

Ids = tuple[str, str]
"""An id and the one that takes its place."""


def renamed_in(layout: Layout, entry: Any, name: str, ids: Ids) -> list[Patch]:
    """Patches for an id that stands in a field of an entry, by itself or in a list.

    A list that names the new id already loses the old one.
    """
    found = field_of(entry, name)
    if found is None:
        return []
    node = found[1]
    nodes = node.value if isinstance(node.value, list) else [node]
    said = [str(one.value).strip() for one in nodes]
    if ids[0] not in said:
        return []
    if ids[1] in said and getattr(node, "flow_style", False):
        text = value_text(_swapped(said, ids), indent=0, taken=0)
        return [Patch(node.start_mark.index, layout.value_end(node), text)]
    if ids[1] in said:
        return [
            Patch(
                layout.line_start(one.start_mark.index), layout.line_end(layout.value_end(one)), ""
            )
            for one, value in zip(nodes, said, strict=True)
            if value == ids[0]
        ]
    return [
        Patch(one.start_mark.index, layout.value_end(one), ids[1])
        for one, value in zip(nodes, said, strict=True)
        if value == ids[0]
    ]


def renamed_in_rules(layout: Layout, book: Codebook, section: Section, ids: Ids) -> list[Patch]:
    """Patches for an id wherever rules name it; ``yields_to`` may mean a rule of that id.

    A code stands in fields of its own and in points, an agency in word patterns too.
    """
    lists = _lists(book, section, ids)
    patterns = ("points",) if section == "codes" else (*_IN_WORDS, "points")
    sign = _AFTER if section == "codes" else _WHO
    found = []
    for rule in layout.entries("rules"):
        for name in ("code", *lists) if section == "codes" else lists:
            found += renamed_in(layout, rule, name, ids)
        for name in patterns:
            pair = field_of(rule, name)
            for node in pair[1].value if pair is not None else ():
                found += _renamed_within(layout, node, sign, ids)
        if section == "agencies":
            found += [
                Patch(node.start_mark.index, layout.value_end(node), ids[1])
                for name in _IN_TOKENS
                if (pair := field_of(rule, name)) is not None
                for node in _mentioned(pair[1])
                if node.value == ids[0]
            ]
    return found


def _mentioned(node: Any, key: str = "") -> Iterator[Any]:
    """The texts in spaCy's patterns that say which agency a token is a mention of."""
    if isinstance(node.value, list):
        for item in node.value:
            name, value = item if isinstance(item, tuple) else (None, item)
            yield from _mentioned(value, str(name.value) if name is not None else "")
    elif key == _MENTION:
        yield node


def _renamed_within(layout: Layout, node: Any, sign: re.Pattern[str], ids: Ids) -> list[Patch]:
    """Patches for the places of one text at which a sign names the id."""
    start = int(node.start_mark.index)
    written = layout.text[start : int(node.end_mark.index)]
    return [
        Patch(start + match.start(1), start + match.end(1), ids[1])
        for match in sign.finditer(written)
        if match[1] == ids[0]
    ]


def rules_renamed(book: Codebook, section: Section, ids: Ids) -> tuple[object, ...]:
    """What the rules say once an id has taken another's place, to be compared."""
    lists = _lists(book, section, ids)
    return tuple(_said(rule, section, ids, lists) for rule in book.rules)


def rules_said(book: Codebook) -> tuple[object, ...]:
    """What the rules say, to be compared."""
    return tuple(_said(rule, "codes", ("", ""), ()) for rule in book.rules)


def _lists(book: Codebook, section: Section, ids: Ids) -> tuple[str, ...]:
    if section == "agencies":
        return _OF_AGENCIES
    return ("follows",) if ids[0] in [rule.id for rule in book.rules] else _LISTS


def _said(rule: Rule, section: Section, ids: Ids, lists: tuple[str, ...]) -> tuple[object, ...]:
    """The fields of a rule; those of points are checked by ``check_mentions``."""
    said: list[object] = []
    for item in fields(rule):
        value = getattr(rule, item.name)
        if item.name == "code" and section == "codes" and value == ids[0]:
            value = ids[1]
        if item.name in (*_LISTS, *_OF_AGENCIES):
            value = _swapped(value, ids if item.name in lists else ("", ""))
        if item.name in _IN_WORDS and section == "agencies":
            value = tuple(_WHO.sub(lambda m: _named(m, ids), pattern) for pattern in value)
        if item.name in _IN_TOKENS and section == "agencies":
            old, new = (f'"{_MENTION}": {json.dumps(id_)}' for id_ in ids)
            value = tuple(pattern.replace(old, new) for pattern in value)
        if item.name not in _DERIVED:
            said.append(value)
    return tuple(said)


def _named(match: re.Match[str], ids: Ids) -> str:
    return f"@{ids[1]}" if match[1] == ids[0] else match[0]


def _swapped(said: Iterable[str], ids: Ids) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids[1] if one == ids[0] else one for one in said))


def check_mentions(
    rules: Sequence[tuple[Rule, Record]],
    codes: Sequence[str],
    agencies: Sequence[str],
    report: Report,
) -> None:
    """Report each code, rule and agency that rules name and that is not there, once."""
    own = [rule.id for rule, _ in rules]
    missing: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for rule, entry in rules:
        named = [("code", rule.code, entry.line_of("code"))] if rule.code else []
        named += [("code", code, line) for code, line in entry.texts("follows") if code != START]
        for text, line in entry.texts("points"):
            named += [("code", code, line) for code in _AFTER.findall(text) if code != START]
        named += [("agency", each, line) for each, line in _agencies(entry)]
        for each, line in entry.texts("yields_to"):
            if each not in own:
                named.append(("code", each, line))
        known = {"code": codes, "agency": agencies}
        for kind, id_, line in named:
            if id_ not in known[kind]:
                missing.setdefault((kind, id_), []).append((rule.id, line))
    for (kind, id_), places in missing.items():
        _report_missing(kind, id_, places, codes if kind == "code" else agencies, report)


def _agencies(entry: Record) -> list[tuple[str, int]]:
    return [place for name in ("only", "forbid", "implies") for place in entry.texts(name)]


def _report_missing(
    kind: str, id_: str, places: list[tuple[str, int]], known: Sequence[str], report: Report
) -> None:
    names = list(dict.fromkeys(rule for rule, _ in places))
    listed = ", ".join(names[:_NAMED])
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    if len(names) == 1:
        message = f"rule {names[0]!r}: no {kind} {id_!r}"
    else:
        message = f"no {kind} {id_!r}, which {len(names)} rules name: {listed}{more}"
    near = get_close_matches(id_, known, n=1)
    hint = f"name another {kind}, or put the entry of {id_!r} back"
    report.error(
        min(line for _, line in places), message, f"did you mean {near[0]!r}?" if near else hint
    )


def warn_of_retired(
    rules: Sequence[tuple[Rule, Record]], retired: Mapping[str, str], report: Report
) -> None:
    """Warn of each retired agency that rules name, which no note mentions; its heir is proposed."""
    places: dict[str, list[tuple[str, int]]] = {}
    for rule, entry in rules if retired else ():
        named = _agencies(entry)
        for name in (*_IN_WORDS, "points"):
            named += [(id_, line) for text, line in entry.texts(name) for id_ in _WHO.findall(text)]
        for id_, line in named:
            if id_ in retired:
                places.setdefault(id_, []).append((rule.id, line))
    for id_, found in places.items():
        names = ", ".join(list(dict.fromkeys(rule for rule, _ in found))[:_NAMED])
        report.warn(
            min(line for _, line in found),
            f"the agency {id_!r} is retired, and rules name it: {names}",
            f"name {retired[id_] or 'another agency'}, or leave it out",
        )
