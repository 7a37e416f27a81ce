"""A case-management export -> raw notes: one note a row, ids kept, nothing dropped unsaid."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from notecode.errors import Problem
from notecode.importing.attributes import case_value
from notecode.importing.cleaning import NOTHING, CleaningCounts, clean, clean_words
from notecode.importing.columns import is_numbered_note, squash
from notecode.importing.layout import Choice, Proposal
from notecode.importing.people import split_name
from notecode.importing.problems import ProblemLog, name_rows
from notecode.importing.reading import dates_of, distinct_rows, open_table
from notecode.importing.rows import Row
from notecode.importing.tables import Table
from notecode.importing.undecided import undecided_columns
from notecode.model import CaseValue
from notecode.raw import Person, RawNote, Roster
from notecode.settings import Layout


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class NotesFile:
    """What a notes export holds.

    ``rosters`` are by case id, from name columns of the export; ``values`` are the attributes
    that the layout asks for. ``rows`` counts the rows below the header, ``empty`` and
    ``repeated`` those without a note of their own; ``cleaned`` counts what the export left in
    the texts. If any problem is fatal, the notes are not to be used.
    """

    notes: tuple[RawNote, ...]
    rosters: dict[str, Roster] = field(default_factory=dict)
    values: tuple[CaseValue, ...] = ()
    layout: Layout
    choices: tuple[Choice, ...]
    left_out: tuple[str, ...]
    problems: tuple[Problem, ...]
    rows: int
    empty: int = 0
    repeated: int = 0
    cleaned: CleaningCounts = NOTHING

    def __repr__(self) -> str:
        return f"NotesFile({len(self.notes)} notes hidden, {len(self.problems)} problems)"


def read_notes(
    path: Path, layout: Layout | None = None, remembered: Layout | None = None
) -> NotesFile:
    """Read a notes export; ``layout`` is what its user says of it.

    What is ``remembered`` of earlier files counts below that, and only as far as it fits.

    Raises:
        InputError: there is no table in the file, or no column of cases or of texts.

    """
    table, proposal = open_table(path, "notes", layout, remembered)
    log = ProblemLog(table.file, table.problems)
    _report_columns(table, proposal, log)
    rows, repeated = distinct_rows(table, log)
    ids = _note_ids(rows, proposal, log)
    dates = dates_of(rows, proposal, "date", log)
    notes: list[RawNote] = []
    empty: list[int] = []
    cleaned = NOTHING
    for row, note_id, day in zip(rows, ids, dates, strict=True):
        text, counts = clean(proposal.cell(row, "text"))
        if not text:
            empty.append(row.number)
        elif _is_placed(row, note_id, proposal, log):
            notes.append(_note(row, note_id, day, text, proposal))
            if counts is not NOTHING:
                cleaned += counts
    if empty:
        log.warn(f"without a text, skipped: {name_rows(empty)}")
    return NotesFile(
        notes=_without_repeated_ids(notes, log),
        rosters=_rosters(rows, proposal),
        values=_values(rows, proposal, log),
        layout=proposal.layout,
        choices=proposal.choices,
        left_out=proposal.left_out,
        problems=log.all(),
        rows=len(table.rows),
        empty=len(empty),
        repeated=repeated,
        cleaned=cleaned,
    )


def _note_ids(rows: Sequence[Row], proposal: Proposal, log: ProblemLog) -> list[str]:
    """The notes' own ids, or "<case>-<n>" in the order of the file where it has none."""
    if proposal.has("id"):
        return [proposal.cell(row, "id") for row in rows]
    if rows:
        log.add(
            "there is no column of note ids: notes are numbered within their case, in this order",
            hint="a later export in another order would number them differently; if a column holds"
            " their ids, --column id=HEADER says so",
            fatal=False,
        )
    count: Counter[str] = Counter()
    ids = []
    for row in rows:
        case_id = proposal.cell(row, "case")
        count[case_id] += 1
        ids.append(f"{case_id}-{count[case_id]}")
    return ids


def _is_placed(row: Row, note_id: str, proposal: Proposal, log: ProblemLog) -> bool:
    """Whether the row says its note's id and case; if not, that is reported."""
    case_id = proposal.cell(row, "case")
    if not case_id:
        log.add("the note has no case id", row=row.number, column=proposal.header("case"))
    if not note_id:
        log.add("the note has no id", row=row.number, column=proposal.header("id"))
    return bool(case_id and note_id)


def _note(row: Row, note_id: str, day: date | None, text: str, proposal: Proposal) -> RawNote:
    return RawNote(
        id=note_id,
        case_id=proposal.cell(row, "case"),
        text=text,
        site=clean_words(proposal.cell(row, "site")),
        date=day,
        contact_type=clean_words(proposal.cell(row, "contact_type")),
        author_role=clean_words(proposal.cell(row, "author_role")),
        author=clean_words(proposal.cell(row, "author")),
        row=row.number,
    )


def _without_repeated_ids(notes: Sequence[RawNote], log: ProblemLog) -> tuple[RawNote, ...]:
    """One note per id; a second one of the same case and text is left out, another is fatal."""
    first: dict[str, RawNote] = {}
    for note in notes:
        earlier = first.setdefault(note.id, note)
        if earlier is note:
            continue
        if (earlier.case_id, earlier.text) == (note.case_id, note.text):
            log.warn(
                "the same note as in an earlier row, with other details; left out",
                row=note.row,
            )
        else:
            log.add(
                f"the same note id as in row {earlier.row}, but another text or case",
                row=note.row,
                hint="note ids must be unique: correct them, or take another column for id",
            )
    return tuple(first.values())


def _rosters(rows: Sequence[Row], proposal: Proposal) -> dict[str, Roster]:
    """Per case the Service User named in the rows; further spellings are further names."""
    names: dict[str, dict[tuple[str, str], None]] = {}
    for row in rows:
        given = (proposal.cell(row, "su_first_name"), proposal.cell(row, "su_last_name"))
        name = given if any(given) else split_name(proposal.cell(row, "su_name"))[1:]
        case_id = proposal.cell(row, "case")
        if case_id and any(name):
            names.setdefault(case_id, {})[name] = None
    return {case_id: _roster(case_id, list(found)) for case_id, found in names.items()}


def _roster(case_id: str, names: Sequence[tuple[str, str]]) -> Roster:
    (first, last), *others = names
    known_as = tuple(" ".join(filter(None, name)) for name in others)
    person = Person(
        id=f"{case_id}-SU", role="SU", first_name=first, last_name=last, known_as=known_as
    )
    return Roster(case_id, (person,))


def _values(rows: Sequence[Row], proposal: Proposal, log: ProblemLog) -> tuple[CaseValue, ...]:
    """The attributes asked for, once per case: the first that is not missing."""
    found: dict[tuple[str, str], CaseValue] = {}
    for name, place in proposal.attributes.items():
        for row in rows:
            case_id = proposal.cell(row, "case")
            if not case_id:
                continue
            value = case_value(case_id, name, row.cells[place])
            earlier = found.get((case_id, name))
            if earlier is None or earlier.state == "missing":
                found[case_id, name] = value
            elif value.state != "missing" and value != earlier:
                log.warn(
                    "another value than in an earlier row of its case; the earlier one is kept",
                    row=row.number,
                    column=proposal.header(f"attribute:{name}"),
                )
    return tuple(found.values())


def _report_columns(table: Table, proposal: Proposal, log: ProblemLog) -> None:
    """Say what the choice of columns leaves doubtful."""
    log.extend(undecided_columns(table, proposal))
    numbered = [header for header in proposal.left_out if is_numbered_note(squash(header))]
    if numbered:
        log.add(
            f"{len(numbered)} numbered columns of notes are left out: {', '.join(numbered)}",
            hint="move the notes below each other, one a row, and import again",
            fatal=False,
        )
    cases = {proposal.cell(row, "case") for row in table.rows} - {""}
    if cases and not any(character.isdigit() for case in cases for character in case):
        log.add(
            "no case id has a digit: if they are names, they would be kept and printed as ids",
            column=proposal.header("case"),
            hint="take the column with the reference number for case",
            fatal=False,
        )
