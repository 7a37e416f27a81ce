"""Counting in the plainest Python there is: what every other way of counting must agree with."""

import re
import statistics
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import product

from notecode.model import (
    Case,
    Codebook,
    Count,
    CountSpec,
    Note,
    PerCase,
    Reference,
    case_value_of,
    month_of_intervention,
)

CASE_LEVEL = ("site", "case")
TIMES = ("month", "third")


@dataclass(frozen=True, kw_only=True)
class World:
    """A small project in memory. ``values`` are the cases' keys of attributes, by dimension."""

    cases: tuple[Case, ...]
    notes: tuple[Note, ...]
    references: tuple[Reference, ...]
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def with_ancestors(code: str, codebook: Codebook) -> list[str]:
    found = [code]
    while found[-1] in codebook.code_by_id and codebook.code_by_id[found[-1]].parent:
        found.append(codebook.code_by_id[found[-1]].parent)
    return found


def third_of(note: Note, case: Case) -> str:
    """By cutting the days of the case into three, day by day."""
    if note.date is None or case.start is None or case.end is None or case.end < case.start:
        return ""
    days = (case.end - case.start).days + 1
    at = (note.date - case.start).days
    if at < 0:
        return "before"
    if at >= days:
        return "after"
    return next(str(n) for n in (1, 2, 3) if at < days * n / 3)


def case_keys(world: World, dimension: str, case: Case) -> list[str]:
    if dimension == "site":
        return [case.site]
    if dimension == "case":
        return [case.id]
    return [world.values.get(dimension, {}).get(case.id, "")]


def note_keys(world: World, dimension: str, note: Note) -> list[str]:
    case = next(case for case in world.cases if case.id == note.case_id)
    if dimension == "month":
        month = month_of_intervention(note.date, case.start)
        return ["" if month is None else str(month)]
    if dimension == "third":
        return [third_of(note, case)]
    if dimension == "contact_type":
        return [note.contact_type]
    if dimension == "author_role":
        return [note.author_role]
    return case_keys(world, dimension, case)


def reference_keys(
    world: World, dimension: str, reference: Reference, codebook: Codebook, roll_up: str
) -> list[str]:
    path = with_ancestors(reference.code, codebook)
    if dimension == "code":
        return path if roll_up != "own" else path[:1]
    if dimension == "branch":
        return path[-1:]
    if dimension == "agency":
        return list(reference.agencies) or [""]
    if dimension == "facet":
        return ["activity and agency" if reference.agencies else "activity"]
    if dimension == "coder":
        return [reference.coder]
    if dimension == "origin":
        return [reference.origin]
    note = next(note for note in world.notes if note.id == reference.note_id)
    return note_keys(world, dimension, note)


def reached_keys(world: World, dimension: str, case: Case) -> set[str]:
    """The months or thirds in which a case could have been counted."""
    notes = [note for note in world.notes if note.case_id == case.id]
    noted = {note_keys(world, dimension, note)[0] for note in notes}
    ended = case.start and case.end and case.end >= case.start
    if dimension == "third":
        return noted | ({"1", "2", "3"} if ended else set())
    months = [int(month) for month in noted if month]
    last = month_of_intervention(case.end, case.start) if ended else max(months, default=0)
    return noted | {str(month) for month in range(1, last + 1)}


def counts_there(world: World, dimension: str, case: Case, keys: Iterable[str]) -> bool:
    """Whether a case could have been counted under any of these keys."""
    if dimension in TIMES:
        return bool(reached_keys(world, dimension, case) & set(keys))
    return not is_of_cases(dimension) or bool(set(case_keys(world, dimension, case)) & set(keys))


def is_of_cases(dimension: str) -> bool:
    return dimension in CASE_LEVEL or case_value_of(dimension) is not None


def is_of_notes(dimension: str) -> bool:
    return is_of_cases(dimension) or dimension in (
        "month",
        "third",
        "contact_type",
        "author_role",
    )


def selected_cases(world: World, spec: CountSpec) -> list[Case]:
    """The cases that the filters on cases let through, and that reach the times asked for."""
    return [
        case
        for case in world.cases
        if all(counts_there(world, dimension, case, keys) for dimension, keys in spec.only)
    ]


def selected_notes(world: World, spec: CountSpec) -> list[Note]:
    """The notes that the filters on cases and on notes let through."""
    return [
        note
        for note in world.notes
        if all(
            set(note_keys(world, dimension, note)) & set(keys)
            for dimension, keys in spec.only
            if is_of_notes(dimension)
        )
    ]


def selected(world: World, spec: CountSpec, codebook: Codebook) -> list[Reference]:
    """The references that the filters and the coder let through."""
    return [
        reference
        for reference in world.references
        if spec.coder in ("", reference.coder)
        and all(
            set(reference_keys(world, dimension, reference, codebook, spec.roll_up)) & set(keys)
            for dimension, keys in spec.only
        )
    ]


def recount(
    world: World, spec: CountSpec, codebook: Codebook, by: tuple[str, ...] | None = None
) -> dict[tuple[str, ...], Count]:
    """Every combination in which something is recorded, one reference at a time."""
    by = spec.by if by is None else by
    cells: dict[tuple[str, ...], list[Reference]] = {}
    for reference in selected(world, spec, codebook):
        places = [
            reference_keys(world, dimension, reference, codebook, spec.roll_up) for dimension in by
        ]
        for keys in product(*places):
            cells.setdefault(keys, []).append(reference)
    return {keys: measured(world, spec, by, keys, found) for keys, found in cells.items()}


def measured(
    world: World,
    spec: CountSpec,
    by: tuple[str, ...],
    keys: tuple[str, ...],
    found: list[Reference],
) -> Count:
    """All measures of the references of one cell."""
    note_of = {note.id: note for note in world.notes}
    if spec.roll_up == "spans":
        first = {(r.note_id, r.span.start, r.span.end): r for r in reversed(found)}
        counted = list(first.values())
    else:
        counted = found
    base = [
        case
        for case in selected_cases(world, spec)
        if all(
            counts_there(world, dimension, case, [key])
            for dimension, key in zip(by, keys, strict=True)
        )
    ]
    per_case = Counter(note_of[reference.note_id].case_id for reference in counted)
    asked = set(spec.measures)
    return Count(
        keys=keys,
        references=len(counted),
        cases=len(per_case),
        notes=len({reference.note_id for reference in counted}),
        case_base=len(base),
        words=len(covered_words(found, note_of)) if "words" in asked else None,
        characters=len(covered(found)) if "characters" in asked else None,
        per_case_with=per_cases(list(per_case.values())) if "per_case" in asked else None,
        per_case_all=per_cases([per_case[case.id] for case in base])
        if "per_case" in asked
        else None,
    )


def covered(found: list[Reference]) -> set[tuple[str, int]]:
    """Every character of every note that lies in a passage."""
    return {(r.note_id, place) for r in found for place in range(r.span.start, r.span.end)}


def covered_words(found: list[Reference], note_of: dict[str, Note]) -> set[tuple[str, int]]:
    """Every word, by where it begins, of which a character lies in a passage."""
    characters = covered(found)
    return {
        (note_id, word.start())
        for note_id in {r.note_id for r in found}
        for word in re.finditer(r"\S+", note_of[note_id].text)
        if any((note_id, place) in characters for place in range(word.start(), word.end()))
    }


def per_cases(amounts: list[int]) -> PerCase:
    if not amounts:
        return PerCase(cases=0)
    return PerCase(
        cases=len(amounts),
        mean=sum(amounts) / len(amounts),
        median=statistics.median(amounts),
        least=min(amounts),
        most=max(amounts),
    )
