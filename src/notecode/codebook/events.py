"""What happened to a codebook, and how two versions of it differ, as values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Literal

from notecode.model import Agency, Code, Codebook

Kind = Literal["code", "agency", "rule"]
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
    that of a frozen version. ``state`` is "logged" for what undo passes over.
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
    state: Literal["done", "undone", "logged"] = "done"
    id: int = 0


def compare(before: Codebook, after: Codebook) -> tuple[Difference, ...]:
    """Every code, agency and rule in which two codebooks differ, in the order of the later one."""
    return (
        *_compared("code", before.codes, after.codes),
        *_compared("agency", before.agencies, after.agencies),
        *_compared_rules(before, after),
    )


def _compared(
    kind: Kind, before: Sequence[Code | Agency], after: Sequence[Code | Agency]
) -> Iterator[Difference]:
    old = {entry.id: entry for entry in before}
    new = {entry.id: entry for entry in after}
    for id_, entry in new.items():
        if id_ not in old:
            yield Difference(kind=kind, id=id_, what="added")
        elif old[id_] != entry:
            changed = tuple(_changed_fields(old[id_], entry))
            yield Difference(kind=kind, id=id_, what="changed", fields=changed)
    for id_ in old:
        if id_ not in new:
            yield Difference(kind=kind, id=id_, what="gone")


def _compared_rules(before: Codebook, after: Codebook) -> Iterator[Difference]:
    """Rules differ by their version; what a rule says is not compared here."""
    old = {rule.id: rule.version for rule in before.rules}
    new = {rule.id: rule.version for rule in after.rules}
    for id_ in {**new, **old}:
        if old.get(id_) != new.get(id_):
            what: What = "added" if id_ not in old else "changed" if id_ in new else "gone"
            yield Difference(kind="rule", id=id_, what=what)


def _changed_fields(before: object, after: object) -> Iterator[FieldChange]:
    for item in fields(before):  # type: ignore[arg-type]
        pair = getattr(before, item.name), getattr(after, item.name)
        if pair[0] != pair[1]:
            yield FieldChange(field=item.name, before=_said(pair[0]), after=_said(pair[1]))


def _said(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(str(getattr(item, "text", item)) for item in value)
    return str(value)


def summarise(differences: Sequence[Difference]) -> str:
    """The differences in one line of ids: "added code x; changed code y (label, key)"."""
    said = []
    for what in ("added", "gone", "changed"):
        for kind in ("code", "agency", "rule"):
            some = [d for d in differences if (d.what, d.kind) == (what, kind)]
            if some:
                said.append(f"{what} {_plural(kind, len(some))} {_listed(some)}")
    return "; ".join(said) or "comments, order or layout"


def _plural(kind: str, number: int) -> str:
    if number == 1:
        return kind
    return "agencies" if kind == "agency" else f"{kind}s"


def _listed(some: Sequence[Difference]) -> str:
    named = [
        f"{d.id} ({', '.join(change.field for change in d.fields)})" if d.fields else d.id
        for d in some[:_SHOWN]
    ]
    more = f" and {len(some) - _SHOWN} more" if len(some) > _SHOWN else ""
    return ", ".join(named) + more
