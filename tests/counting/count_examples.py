"""A small project in memory, and the way from its references to a table."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import numpy as np
from brute_force import World, case_keys, is_of_cases, is_of_notes, note_keys

from notecode.counting import count
from notecode.model import (
    Agency,
    Case,
    Code,
    Codebook,
    CodedFacts,
    Column,
    CountSpec,
    CountTable,
    Note,
    Reference,
    ReferenceKind,
    Span,
)


def code(key: str, label: str, parent: str = "", **more) -> Code:
    return Code(id=key, label=label, definition=f"What {label} means", parent=parent, **more)


def agency(key: str, label: str, **more) -> Agency:
    return Agency(id=key, label=label, definition=f"Who {label} are", **more)


BOOK = Codebook(
    title="A codebook",
    codes=(
        code("indirect", "Indirect work"),
        code("direct", "Direct work"),
        # Not in tree order, on purpose.
        code("information-sharing", "Information sharing", "indirect"),
        code("support", "Direct support", "direct"),
        code("housing", "Housing support", "support"),
        code("disruption", "Disruption", "indirect"),
        code("old", "An old code", "direct", status="retired"),
    ),
    agencies=(
        agency("police", "Police"),
        agency("idva", "Idva service"),
        agency("housing", "Housing providers"),
        agency("gone", "A closed service", status="retired"),
    ),
    digest="0123456789abcdef" * 4,
)
CASES = (
    Case(id="02", site="South", start=date(2024, 1, 10)),
    Case(id="01", site="North", start=date(2024, 1, 31)),
    Case(id="03", site="North"),
)
NOTES = (
    Note(id="n1", case_id="01", text="x" * 50, date=date(2024, 2, 1), contact_type="call"),
    Note(id="n2", case_id="01", text="x" * 50, date=date(2024, 4, 30), contact_type="e-mail"),
    Note(id="n3", case_id="02", text="x" * 50, date=date(2024, 1, 9), author_role="CM"),
    Note(id="n4", case_id="03", text="x" * 50, date=date(2024, 5, 5)),
    Note(id="n5", case_id="03", text="x" * 50),
)


def reference(key: str, note: str, code: str, *agencies: str, coder: str = "ann") -> Reference:
    return Reference(
        id=key,
        note_id=note,
        span=Span(0, 10),
        code=code,
        agencies=tuple(sorted(agencies)),
        coder=coder,
        origin="hand",
        created="2024-06-01T10:00:00Z",
        codebook=BOOK.digest,
    )


REFERENCES = (
    reference("r1", "n1", "information-sharing", "police", "idva"),
    reference("r2", "n1", "information-sharing", "police"),
    reference("r3", "n2", "housing", "housing"),
    reference("r4", "n3", "support", coder="bob"),
    reference("r5", "n2", "indirect", "idva", coder="bob"),
)


WORLD = World(
    cases=CASES,
    notes=NOTES,
    references=REFERENCES,
    values={
        "attribute:gender": {"01": "male", "02": "female"},
        "assessment:severity@intake": {"01": "high", "02": "none", "03": "high"},
    },
)


def facts_of(world: World, dimensions: Iterable[str]) -> CodedFacts:
    """The world as columns of whole numbers, as the store gives it."""
    cases = sorted(world.cases, key=lambda case: case.id)
    place = {case.id: at for at, case in enumerate(cases)}
    note_place = {note.id: at for at, note in enumerate(world.notes)}
    ordered = sorted(world.references, key=lambda r: note_place[r.note_id])
    kinds = list(dict.fromkeys((r.code, r.coder, r.origin, r.agencies) for r in ordered))
    names = dict.fromkeys(dimensions)
    return CodedFacts(
        kinds=tuple(
            ReferenceKind(code=code, coder=coder, origin=origin, agencies=agencies)
            for code, coder, origin, agencies in kinds
        ),
        cases=tuple(place),
        case_dates=tuple((case.start, case.end) for case in cases),
        note_number=whole(range(1, len(world.notes) + 1)),
        note_case=whole(place[note.case_id] for note in world.notes),
        note=whole(note_place[r.note_id] for r in ordered),
        kind=whole(kinds.index((r.code, r.coder, r.origin, r.agencies)) for r in ordered),
        start=whole(r.span.start for r in ordered),
        end=whole(r.span.end for r in ordered),
        note_columns={
            name: column_of([note_keys(world, name, note)[0] for note in world.notes], name)
            for name in names
            if is_of_notes(name) and not is_of_cases(name)
        },
        case_columns={
            name: column_of([case_keys(world, name, case)[0] for case in cases], name)
            for name in names
            if is_of_cases(name)
        },
    )


def whole(numbers: Iterable[int]) -> np.ndarray:
    return np.fromiter(numbers, dtype=np.int64)


def column_of(keys: list[str], dimension: str) -> Column:
    order = (
        (lambda key: int(key or 10**9)) if dimension == "month" else (lambda key: (not key, key))
    )
    known = sorted(set(keys), key=order)
    return Column(tuple(known), whole(known.index(key) for key in keys))


def table_of(world: World, spec: CountSpec, book: Codebook = BOOK) -> CountTable:
    return count(
        spec,
        facts_of(world, (*spec.by, *(name for name, _ in spec.only))),
        book,
        coders=[spec.coder] if spec.coder else sorted({r.coder for r in world.references}),
        texts_of=lambda places: [world.notes[place].text for place in places],
    )


def make_table(
    *by: str,
    references=REFERENCES,
    notes=NOTES,
    cases=CASES,
    book: Codebook = BOOK,
    codes=(),
    agencies=(),
    sites=(),
    only=(),
    **more,
) -> CountTable:
    asked = (("code", codes), ("agency", agencies), ("site", sites), *only)
    spec = CountSpec(by=by, only=tuple((name, keys) for name, keys in asked if keys), **more)
    world = replace(WORLD, references=tuple(references), notes=tuple(notes), cases=tuple(cases))
    return table_of(world, spec, book)


def numbers(table: CountTable) -> dict[tuple[str, ...], tuple[int, int, int]]:
    return {row.keys: (row.references, row.cases, row.notes) for row in table.rows}
