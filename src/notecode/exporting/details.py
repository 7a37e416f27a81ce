"""The frames of single things: one row per reference, per case, per entry of the codebook."""

from collections import Counter
from collections.abc import Iterable, Sequence

from notecode.exporting.frames import Cell, Column, Frame, column_names
from notecode.exporting.values import ExportData, ReferenceRow
from notecode.model import Agency, CaseValue, Code, Codebook, month_of_intervention

PATH_JOINT = " / "
NOT_NO = "0 is none recorded, never no"

REFERENCE_COLUMNS = (
    Column("reference_id", "text", "the reference's own id, stable between exports"),
    Column("note_id", "text", "the note that holds the coded passage"),
    Column("case_id", "text", "the case of that note"),
    Column("site", "text", "the case's site", "none recorded"),
    Column(
        "month",
        "integer",
        "month of the intervention, each 30.4375 days: 1 begins on the day the case starts,"
        " 0 or less is before it",
        "the note's date or the case's start is unknown",
    ),
    Column("contact_type", "text", "the note's contact type", "none recorded"),
    Column("author_role", "text", "the role of the note's author", "none recorded"),
    Column("code", "text", "id of the activity code"),
    Column("code_label", "text", "its label"),
    Column("code_path", "text", "labels from the root of the code tree down to it"),
    Column("agencies", "text", 'ids of its agencies, joined by ";"', "none recorded"),
)
CASE_COLUMNS = (
    Column("case_id", "text", "the case's id in the project"),
    Column("site", "text", "its site", "none recorded"),
    Column(
        "last_month",
        "integer",
        "month of the intervention in which the case ended",
        "its start or its end is unknown",
    ),
    Column("notes", "integer", "notes of the case, coded or not"),
    Column("notes_with_references", "integer", "notes with at least one exported reference"),
    Column("references", "integer", "exported references of the case, each once"),
)
CODEBOOK_COLUMNS = (
    Column("facet", "text", '"activity" (a code) or "agency"'),
    Column("id", "text", "the id that the other files use"),
    Column("label", "text", "the name of the code or agency"),
    Column("parent", "text", "id of the code above it", "a root, or an agency"),
    Column("path", "text", "labels from the root of the code tree down to it"),
    Column("level", "integer", "1 for a root, 2 for the codes beneath it, and so on"),
    Column("definition", "text", "what it means"),
    Column("use_when", "text", "when to code it", "not stated"),
    Column("not_when", "text", "when not to", "not stated"),
    Column("example", "text", "a made-up example", "none given"),
    Column("origin", "text", '"pre-set" or "emergent"', "an agency"),
    Column("status", "text", '"active" or "retired"'),
)


def code_path(codebook: Codebook, code_id: str) -> str:
    """The labels from the root down to a code; the id itself for one not in the codebook."""
    if code_id not in codebook.code_by_id:
        return code_id
    return PATH_JOINT.join(code.label for code in codebook.path(code_id))


def _label(entry: Code | Agency | None, key: str) -> str:
    """The label of a codebook entry, or its id where the codebook has lost it."""
    return entry.label if entry else key


def _used(known: Iterable[Code | Agency], occurring: Iterable[str]) -> list[str]:
    """The ids that get a column: active ones and whatever occurs, in the codebook's order."""
    seen = dict.fromkeys(occurring)
    listed = list(known)
    ids = [entry.id for entry in listed if entry.status == "active" or entry.id in seen]
    return ids + sorted(set(seen) - {entry.id for entry in listed})


def reference_frame(data: ExportData) -> Frame:
    """One row per reference, with one 0/1 column per agency."""
    book = data.codebook
    rows = sorted(data.references, key=lambda row: (row.case_id, row.note_id, row.id))
    agencies = _used(book.agencies, (agency for row in rows for agency in row.agencies))
    columns = [
        *REFERENCE_COLUMNS,
        *(
            Column(
                name,
                "flag",
                f"1 if {_label(book.agency_by_id.get(key), key)} is among its agencies; {NOT_NO}",
            )
            for key, name in zip(agencies, column_names("agency_", agencies), strict=True)
        ),
        Column("coder", "text", "who coded it"),
        Column("origin", "text", '"hand", "rule" (an accepted suggestion) or "gold" (a gold file)'),
        Column("words", "integer", "words in the coded passage"),
    ]
    if data.quotations:
        columns.append(Column("quotation", "text", "the coded passage of the anonymised note"))

    def cells(row: ReferenceRow) -> tuple[Cell, ...]:
        head: list[Cell] = [row.id, row.note_id, row.case_id, row.site or None, row.month]
        head += [row.contact_type or None, row.author_role or None, row.code]
        head += [_label(book.code_by_id.get(row.code), row.code), code_path(book, row.code)]
        head += [";".join(row.agencies) or None]
        head += [int(key in row.agencies) for key in agencies]
        head += [row.coder, row.origin, row.words]
        return (*head, row.quotation) if data.quotations else tuple(head)

    return Frame(
        name="references",
        sheet="References",
        row_is="one reference: a coded passage of one note",
        columns=tuple(columns),
        rows=tuple(map(cells, rows)),
    )


def case_frame(data: ExportData) -> Frame:
    """One row per case: its attributes in three states, and each code as 0/1 and as a count.

    A code counts with the codes beneath it, so that a case with any direct support also has
    direct work.
    """
    codes = _used(data.codebook.codes, (row.code for row in data.references))
    attributes = _attributes(data.case_values)
    values = {(value.case_id, value.name, value.stage): value for value in data.case_values}
    counts = _counts_by_case(data)
    coded_notes = Counter(case for case, _ in {(r.case_id, r.note_id) for r in data.references})
    totals = Counter(row.case_id for row in data.references)
    rows = []
    for case in sorted(data.cases, key=lambda case: case.id):
        row: list[Cell] = [case.id, case.site or None, month_of_intervention(case.end, case.start)]
        row += [data.notes_by_case.get(case.id, 0), coded_notes[case.id], totals[case.id]]
        row += [_state(values.get((case.id, *key))) for key in attributes]
        for code in codes:
            number = counts[case.id, code]
            row += [int(number > 0), number]
        rows.append(tuple(row))
    return Frame(
        name="cases",
        sheet="Cases",
        row_is="one case",
        columns=(*CASE_COLUMNS, *_case_columns(data.codebook, attributes, codes)),
        rows=tuple(rows),
    )


def _case_columns(
    codebook: Codebook, attributes: Sequence[tuple[str, str]], codes: Sequence[str]
) -> list[Column]:
    """The columns of a case's attributes, then two for each code."""
    taken = [column.name for column in CASE_COLUMNS]
    has = column_names("has_", codes, taken=taken)
    refs = column_names("refs_", codes, taken=[*taken, *has])
    taken += [*has, *refs]
    words = [" ".join(part for part in key if part) for key in attributes]
    columns = [
        Column(
            name,
            "text",
            f'{shown}: its value, or "absent" where recorded as absent',
            "missing: nothing is recorded, which is never no",
        )
        for name, shown in zip(column_names("", words, taken=taken), words, strict=True)
    ]
    for code, flag, number in zip(codes, has, refs, strict=True):
        shown = f"{_label(codebook.code_by_id.get(code), code)}, or of a code beneath it"
        columns.append(Column(flag, "flag", f"1 if the case has a reference of {shown}; {NOT_NO}"))
        columns.append(Column(number, "integer", f"references of {shown}; {NOT_NO}"))
    return columns


def _attributes(values: Iterable[CaseValue]) -> list[tuple[str, str]]:
    """The attributes that occur, as name and stage, in their first order of appearance."""
    return list(dict.fromkeys((value.name, value.stage) for value in values))


def _state(value: CaseValue | None) -> str | None:
    """An attribute's cell: its value, "absent", or empty where nothing is recorded."""
    if value is None or value.state == "missing":
        return None
    return "absent" if value.state == "absent" else value.value


def _counts_by_case(data: ExportData) -> Counter[tuple[str, str]]:
    """References per case and code, each also once under every code above its own."""
    book = data.codebook
    counts: Counter[tuple[str, str]] = Counter()
    for row in data.references:
        steps = book.path(row.code) if row.code in book.code_by_id else ()
        for code in [step.id for step in steps] or [row.code]:
            counts[row.case_id, code] += 1
    return counts


def codebook_frame(codebook: Codebook) -> Frame:
    """One row per code and per agency, with its definition."""
    codes = [
        (
            "activity",
            code.id,
            code.label,
            code.parent or None,
            code_path(codebook, code.id),
            len(codebook.path(code.id)),
            code.definition,
            code.use_when or None,
            code.not_when or None,
            code.example or None,
            code.origin,
            code.status,
        )
        for code in codebook.codes
    ]
    agencies = [
        (
            "agency",
            agency.id,
            agency.label,
            None,
            agency.label,
            1,
            agency.definition,
            *(None, None, None, None),
            agency.status,
        )
        for agency in codebook.agencies
    ]
    return Frame(
        name="codebook",
        sheet="Codebook",
        row_is="one code or agency of the codebook",
        columns=CODEBOOK_COLUMNS,
        rows=(*codes, *agencies),
    )
