"""A small project in memory, and the way from its references to a table."""

from datetime import date

from brute_force import count_references

from notecode.counting import build_table
from notecode.model import (
    Agency,
    Case,
    Code,
    Codebook,
    CountSpec,
    CountTable,
    Note,
    Reference,
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


def make_table(
    *by: str,
    references=REFERENCES,
    notes=NOTES,
    cases=CASES,
    book: Codebook = BOOK,
    **filters,
) -> CountTable:
    spec = CountSpec(by=by, **filters)
    inside = {case.id for case in cases if not spec.sites or case.site in spec.sites}
    cells, base = count_references(references, notes, cases, spec, book)
    return build_table(
        spec,
        cells,
        base,
        book,
        sites={case.site for case in cases},
        months={1, 3, 4, 0} if notes else (),
        cases=cases,
        contact_types={note.contact_type for note in notes},
        author_roles={note.author_role for note in notes},
        coders=sorted({reference.coder for reference in references}),
        all_cases=len(inside),
        all_notes=sum(note.case_id in inside for note in notes),
    )


def numbers(table: CountTable) -> dict[tuple[str, ...], tuple[int, int, int]]:
    return {row.keys: (row.references, row.cases, row.notes) for row in table.rows}
