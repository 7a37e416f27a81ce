"""Who takes whose references: heirs and former ids of codes and agencies, as they must be."""

from collections.abc import Iterable, Sequence
from typing import Literal

from notecode.codebook.nodes import Record, Report, nearest
from notecode.model import Agency, Code

Kind = Literal["code", "agency"]
_Entries = Sequence[tuple[Code, Record]] | Sequence[tuple[Agency, Record]]


def check_succession(kind: Kind, entries: _Entries, report: Report) -> None:
    """Heirs are there and are another entry; only a retired one has one; no id has two owners."""
    known = [entry.id for entry, _ in entries]
    for entry, place in entries:
        _check_heirs(kind, entry, place, known, report)
        _warn_of_what_is_not_sought(entry, place, report)
    check_circles(
        entries, {entry.id: entry.merged_into for entry, _ in entries}, "merged_into", report
    )
    _check_former(kind, entries, known, report)


def _check_heirs(
    kind: Kind, entry: Code | Agency, place: Record, known: Iterable[str], report: Report
) -> None:
    named = [(entry.merged_into, place.line_of("merged_into"))] if entry.merged_into else []
    split = entry.split_into if isinstance(entry, Code) else ()
    named += place.texts("split_into") if split else []
    for heir, line in named:
        if heir not in known:
            report.error(line, f"{place.what}: no {kind} {heir!r}", nearest(heir, known))
        if heir == entry.id and entry.merged_into != entry.id:
            report.error(line, f"{place.what} is split into itself", "name other codes")
    if entry.merged_into and entry.status != "retired":
        report.error(
            place.line_of("merged_into"),
            f"{place.what} is merged and still in use",
            "add 'status: retired', or delete 'merged_into'",
        )
    if entry.merged_into and split:
        report.error(
            place.line_of("split_into"), f"{place.what} is both merged and split", "keep one"
        )


def _warn_of_what_is_not_sought(entry: Code | Agency, place: Record, report: Report) -> None:
    """A merged agency that still has names or roles: nothing is looked for under a retired one."""
    if isinstance(entry, Agency) and entry.merged_into and (entry.aliases or entry.roles):
        report.warn(
            place.line_of("aliases" if entry.aliases else "roles"),
            f"{place.what} is merged, and its names and roles are not looked for any more",
            f"move them to {entry.merged_into!r}",
        )


def _check_former(kind: Kind, entries: _Entries, known: Iterable[str], report: Report) -> None:
    """An id that an entry had before is no other one's, now or before."""
    owners: dict[str, str] = {}
    for entry, place in entries:
        for former, line in place.texts("formerly"):
            owner = former if former in known else owners.get(former)
            if owner is not None:
                report.error(
                    line,
                    f"{place.what}: {former!r} is an id of {kind} {owner!r}",
                    "keep it with one of them",
                )
            owners.setdefault(former, entry.id)


def check_circles(entries: _Entries, next_: dict[str, str], field: str, report: Report) -> None:
    """Report each ring of parents, or of heirs, once, at its first entry in the file."""
    settled: set[str] = set()
    for entry, place in entries:
        trail: list[str] = []
        step = entry.id
        while step and step not in settled and step not in trail:
            trail.append(step)
            step = next_.get(step, "")
        if step in trail:
            ring = [*trail[trail.index(step) :], step]
            what = "parents run" if field == "parent" else "mergers run"
            report.error(
                place.line_of(field),
                f"the {what} in a circle: {' > '.join(ring)}",
                f"give one of them another {field}, or none",
            )
        settled.update(trail)
