"""The frame of references, one row each, and what is added up over them in one go."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from notecode.exporting.codebook import code_path, entry_label, in_use
from notecode.exporting.frames import Cell, Column, Frame, Row, column_names
from notecode.exporting.values import CodedIn, ExportData, ReferenceRow
from notecode.model import Codebook
from notecode.tables import THIRD_WORDS

NOT_NO = "0 is none recorded, never no"
MONTH = (
    "month of the intervention, each 30.4375 days: 1 begins on the day the case starts,"
    " 0 or less is before it"
)
THIRDS = tuple(THIRD_WORDS)
THIRD = (
    "third of the intervention: of the days from the case's start to its end, both included;"
    ' "before" is before the start, "after" after the end'
)
ORIGINS = ("hand", "rule", "gold", "rule-changed")
"""In this order, so that those that were there first keep their numbers in statistics packages."""


@dataclass(slots=True)
class Totals:
    """What the references add up to: by case, by case and code, and which keys occur.

    By code, a reference counts once under its code and once under every code above it.
    """

    references: Counter[str] = field(default_factory=Counter)
    notes: Counter[str] = field(default_factory=Counter)
    by_code: Counter[tuple[str, str]] = field(default_factory=Counter)
    codes: set[str] = field(default_factory=set)
    agencies: set[str] = field(default_factory=set)
    sites: set[str] = field(default_factory=set)


def add_up(references: Iterable[ReferenceRow] | Iterable[CodedIn], codebook: Codebook) -> Totals:
    """Go through the references once."""
    totals = Totals()
    above: dict[str, list[str]] = {}
    seen_notes: set[str | int] = set()
    for row in references:
        if row.code not in above:
            known = row.code in codebook.code_by_id
            above[row.code] = [c.id for c in codebook.path(row.code)] if known else [row.code]
        totals.references[row.case_id] += 1
        for code in above[row.code]:
            totals.by_code[row.case_id, code] += 1
        if row.note_id not in seen_notes:
            seen_notes.add(row.note_id)
            totals.notes[row.case_id] += 1
        totals.agencies.update(row.agencies)
    totals.codes = set(above)
    return totals


def reference_frame(data: ExportData, totals: Totals) -> Frame:
    """One row per reference, with one 0/1 column per agency, in the order of the references."""
    book = data.codebook
    agencies = in_use(book.agencies, totals.agencies)
    codes = {
        code: (code, entry_label(book.code_by_id.get(code), code), code_path(book, code))
        for code in totals.codes
    }

    @cache
    def of_agencies(ids: tuple[str, ...]) -> tuple[Cell, ...]:
        return (";".join(ids) or None, *(int(key in ids) for key in agencies))

    def read() -> Iterator[Row]:
        for row in data.references:
            cells = (
                *_of_note(row),
                *codes[row.code],
                *of_agencies(row.agencies),
                row.coder,
                row.origin,
                row.words,
            )
            yield (*cells, row.quotation) if data.quotations else cells

    return Frame(
        name="references",
        sheet="References",
        group="references",
        row_is="one reference: a coded passage of one note",
        columns=_columns(data, agencies),
        read=read,
        key=("reference_id",),
        base=f"{data.provenance.references:,} references, each once.",
        per_row=True,
    )


def _columns(data: ExportData, agencies: list[str]) -> tuple[Column, ...]:
    book = data.codebook
    sites = tuple(sorted({case.site for case in data.cases} - {""}))
    columns = [
        Column("reference_id", "text", "the reference's own id, stable between exports"),
        Column("note_id", "text", "the note that holds the coded passage"),
        Column("case_id", "text", "the case of that note"),
        Column("site", "level", "the case's site", "none recorded", levels=sites),
        Column("month", "integer", MONTH, "the note's date or the case's start is unknown"),
        Column(
            "third",
            "level",
            THIRD,
            "the note's date, or the case's start or end, is unknown",
            levels=THIRDS,
            ordered=True,
            words=tuple(THIRD_WORDS.values()),
            first=0,
        ),
        Column("contact_type", "text", "the note's contact type", "none recorded"),
        Column("author_role", "text", "the role of the note's author", "none recorded"),
        Column("code", "text", "id of the activity code"),
        Column("code_label", "text", "its label"),
        Column("code_path", "text", "labels from the root of the code tree down to it"),
        Column("agencies", "text", 'ids of its agencies, joined by ";"', "none recorded"),
    ]
    names = column_names("agency_", agencies)
    for key, name in zip(agencies, names, strict=True):
        shown = entry_label(book.agency_by_id.get(key), key)
        meaning = f"1 if {shown} is among its agencies; {NOT_NO}"
        columns.append(Column(name, "flag", meaning, label=f"with {shown}"))
    columns += [
        Column("coder", "text", "who coded it"),
        Column(
            "origin",
            "level",
            '"hand", "rule" (an accepted suggestion, with its code and bounds), "rule-changed"'
            ' (from a suggestion, with another code or other bounds) or "gold" (a gold file)',
            levels=ORIGINS,
        ),
        Column("words", "integer", "words in the coded passage"),
    ]
    if data.quotations:
        columns.append(Column("quotation", "text", "the coded passage of the anonymised note"))
    return tuple(columns)


def _of_note(row: ReferenceRow) -> tuple[Cell, ...]:
    """The cells of the reference's id, its note and case."""
    return (
        row.id,
        row.note_id,
        row.case_id,
        row.site or None,
        row.month,
        row.third or None,
        row.contact_type or None,
        row.author_role or None,
    )
