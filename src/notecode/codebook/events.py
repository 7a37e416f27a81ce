"""What happened to a codebook, and how two versions of it differ, as values."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Literal

from notecode.model import Agency, Alias, Code, Codebook, Rule

Kind = Literal["code", "agency", "rule", "word class"]
What = Literal["added", "gone", "changed"]

_SHOWN = 8
"""Ids that a summary names of each kind before it counts the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field before and after, as text."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One entry in which two codebooks differ; ``fields`` are those of a changed one."""

    kind: Kind
    id: str
    what: What
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CodebookEvent:
    """One change of the codebook: who, when (UTC, ISO 8601) and why.

    ``before`` and ``after`` are digests of versions, ``before`` "" for the first one. ``name`` is
    that of a frozen version. ``codes`` and ``agencies`` are the ids of what it touched. ``state``
    is "logged" for what undo passes over.
    """

    at: str
    author: str
    action: str
    summary: str
    after: str
    before: str = ""
    name: str = ""
    why: str = ""
    codes: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    state: Literal["done", "undone", "logged"] = "done"
    id: int = 0


def compare(before: Codebook, after: Codebook) -> tuple[Difference, ...]:
    """Every code, agency, rule and word class in which two codebooks differ, as the later has them.

    A code or agency that has another id is one that changed. A rule changed without a field if it
    is the words it uses that did.
    """
    return (
        *_compared("code", before.codes, after.codes, _renamed(before.codes, after.codes)),
        *_compared(
            "agency", before.agencies, after.agencies, _renamed(before.agencies, after.agencies)
        ),
        *_compared("word class", _named(before), _named(after)),
        *_compared("rule", before.rules, after.rules),
    )


def touched(kind: Kind, differences: Sequence[Difference]) -> tuple[str, ...]:
    """The ids of the codes, or agencies, that differ, those included that they had before."""
    found: dict[str, None] = {}
    for difference in differences:
        if difference.kind == kind:
            former = [change.before for change in difference.fields if change.field == "id"]
            found |= dict.fromkeys([difference.id, *former])
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Named:
    """A word class as an entry with an id."""

    id: str
    words: tuple[str, ...]


_Living = Sequence[Code] | Sequence[Agency]
_Entries = _Living | Sequence[Rule] | Sequence[_Named]


def _named(book: Codebook) -> list[_Named]:
    return [_Named(each.name, each.words) for each in book.word_classes]


def _renamed(before: _Living, after: _Living) -> dict[str, str]:
    """The id before of each entry that has another now, whichever of the two tells of it."""
    had, has = {entry.id for entry in before}, {entry.id for entry in after}
    gone = {entry.id: entry for entry in before if entry.id not in has}
    found: dict[str, str] = {}
    for entry in after:
        if entry.id in had:
            continue
        told = [id_ for id_ in reversed(entry.formerly) if id_ in gone]
        told += [id_ for id_, old in gone.items() if entry.id in old.formerly]
        former = next((id_ for id_ in told if id_ not in found.values()), None)
        if former is not None:
            found[entry.id] = former
    return found


def _compared(
    kind: Kind, before: _Entries, after: _Entries, renamed: Mapping[str, str] | None = None
) -> Iterator[Difference]:
    former = renamed or {}
    old = {entry.id: entry for entry in before}
    new = {entry.id: entry for entry in after}
    for id_, entry in new.items():
        known = old.get(former.get(id_, id_))
        if known is None:
            yield Difference(kind=kind, id=id_, what="added")
        elif known != entry:
            changed = tuple(_changed_fields(known, entry))
            yield Difference(kind=kind, id=id_, what="changed", fields=changed)
    for id_ in old:
        if id_ not in new and id_ not in former.values():
            yield Difference(kind=kind, id=id_, what="gone")


def _changed_fields(before: object, after: object) -> Iterator[FieldChange]:
    for item in fields(before):  # type: ignore[arg-type]
        one, other = getattr(before, item.name), getattr(after, item.name)
        if one != other and item.name != "version":
            said = _said_of_lists(one, other) if isinstance(one, tuple) else (str(one), str(other))
            yield FieldChange(field=item.name, before=said[0], after=said[1])


def _said_of_lists(before: tuple[object, ...], after: tuple[object, ...]) -> tuple[str, str]:
    """What is gone from a list and what has come; the whole of it if only the order differs."""
    gone = [_said(item) for item in before if item not in after]
    come = [_said(item) for item in after if item not in before]
    if not gone and not come:
        gone, come = [_said(item) for item in before], [_said(item) for item in after]
    return " | ".join(gone), " | ".join(come)


def _said(item: object) -> str:
    """An item of a list; an alias with its sites."""
    if not isinstance(item, Alias):
        return str(item)
    marks = ["exact"] * item.exact
    marks += [f"sites: {', '.join(map(repr, item.sites))}"] if item.sites else []
    return f"{item.text} ({'; '.join(marks)})" if marks else item.text


def summarise(differences: Sequence[Difference]) -> str:
    """The differences in one line of ids: "added code x; changed code y (label, key)"."""
    said = [
        f"{difference.kind} {change.before} has the id {change.after} now"
        for difference in differences
        for change in difference.fields
        if change.field == "id"
    ]
    for what in ("added", "gone", "changed"):
        for kind in ("code", "agency", "word class", "rule"):
            some = [d for d in differences if (d.what, d.kind) == (what, kind) and _is_more(d)]
            if some:
                said.append(f"{what} {_plural(kind, len(some))} {_listed(some)}")
    return "; ".join(said) or "comments, order or layout"


def _is_more(difference: Difference) -> bool:
    """Whether more than its id has changed."""
    changed = {change.field for change in difference.fields}
    return "id" not in changed or not changed <= {"id", "formerly"}


def _plural(kind: str, number: int) -> str:
    if number == 1:
        return kind
    return {"agency": "agencies", "word class": "word classes"}.get(kind, f"{kind}s")


def _listed(some: Sequence[Difference]) -> str:
    named = [
        f"{d.id} ({', '.join(named)})"
        if (named := [c.field for c in d.fields if c.field != "id"])
        else d.id
        for d in some[:_SHOWN]
    ]
    more = f" and {len(some) - _SHOWN} more" if len(some) > _SHOWN else ""
    return ", ".join(named) + more
