"""What happened when: the notes and codes of a case by month, or the months of every case."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from notecode.analysing.quotations import PLACE_COLUMNS, label_of, place_cells
from notecode.analysing.report import Cell, Column
from notecode.model import Case, Codebook, month_of_intervention
from notecode.passages import CaseMonth, CodedNote
from notecode.text.layout import Line, counted, draw_grid, one_line, pad, printable, width_of, wrap

HEIGHTS = "▁▂▃▄▅▆▇█"
NO_MONTH = "none"
MOST_MONTHS = 60
"""A longer row of months comes from a wrong date; its empty months are then left out."""

NOTE_COLUMNS = (
    *PLACE_COLUMNS,
    Column(
        "day",
        "Day",
        "integer",
        "day of the intervention; 1 is the day the case starts, 0 and less are before it",
        "the note's date or the case's start is unknown",
    ),
    Column("code", "Code", "text", "id of a code of the note's references", "no reference"),
    Column("code_label", "Code", "text", "its label", "no reference"),
    Column("references", "References", "integer", "the note's references with that very code"),
)
MONTH_COLUMNS = (
    Column("case_id", "Case", "text", "the case"),
    Column("site", "Site", "text", "its site", "none recorded"),
    Column("month", "Month", "integer", "month of the intervention", "it is unknown"),
    Column("notes", "Notes", "integer", "notes of that month"),
    Column("references", "References", "integer", "references on them"),
)
MONTHS = (
    "Month 1 begins on the day the case starts, and each month is 30.4375 days, counted in days "
    "from there; month 0 and less are before it."
)
UNKNOWN_START = (
    "The case has no start date: months are counted from its first note instead, and so they are "
    "not those of the intervention."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """One case's notes in order, each with its month; ``by_start`` unless that is unknown."""

    case: Case
    notes: tuple[CodedNote, ...]
    months: tuple[int | None, ...]
    by_start: bool


def timeline_of(case: Case, notes: Sequence[CodedNote]) -> Timeline:
    """The case's notes with months; without a start date, months from the first note."""
    days = [note.place.date for note in notes]
    start = case.start or min((day for day in days if day), default=None)
    return Timeline(
        case=case,
        notes=tuple(notes),
        months=tuple(month_of_intervention(day, start) for day in days),
        by_start=case.start is not None,
    )


def note_rows(timeline: Timeline, codebook: Codebook) -> list[tuple[Cell, ...]]:
    """The cells of ``NOTE_COLUMNS``: a row for each code of each note, one for an uncoded note."""
    rows: list[tuple[Cell, ...]] = []
    for note in timeline.notes:
        head = (*place_cells(note.place), _day(note.place.date, timeline.case.start))
        for code, number in note.codes or (("", 0),):
            label = label_of(codebook, code) if code else None
            rows.append((*head, code or None, label, number))
    return rows


def _day(day: date | None, start: date | None) -> int | None:
    return None if day is None or start is None else (day - start).days + 1


def draw_timeline(
    timeline: Timeline, codebook: Codebook, width: int = 80, *, roll_up: bool = True
) -> list[str]:
    """Months across; notes and references by height and number, then each code that occurs."""
    notes: Counter[int | None] = Counter(timeline.months)
    codes: dict[str, Counter[int | None]] = {}
    references: Counter[int | None] = Counter()
    for note, month in zip(timeline.notes, timeline.months, strict=True):
        for code, number in note.codes:
            references[month] += number
            for counted_under in _codes_above(codebook, code) if roll_up else (code,):
                codes.setdefault(counted_under, Counter())[month] += number
    months = _months(notes)
    lines = [*_heights("Notes", notes, months), *_heights("References", references, months)]
    known = {code.id: len(codebook.path(code.id)) - 1 for code in codebook.tree}
    for code in [*(c for c in known if c in codes), *sorted(codes.keys() - known.keys())]:
        cells = tuple(f"{codes[code][month]:,}" if codes[code][month] else "." for month in months)
        depth = known.get(code, 0) if roll_up else 0
        lines.append(Line(printable(label_of(codebook, code)), depth, cells))
    headings = [(NO_MONTH if month is None else str(month),) for month in months]
    return draw_grid("Month", headings, lines, width)


def draw_notes(timeline: Timeline, codebook: Codebook, width: int = 80) -> list[str]:
    """One entry a note: its month and day, where it stands, its codes."""
    lines: list[str] = []
    for note, month in zip(timeline.notes, timeline.months, strict=True):
        day = _day(note.place.date, timeline.case.start)
        when = [f"month {month}" if month is not None else "no date"]
        when += [f"day {day}"] if day is not None else []
        codes = [
            label_of(codebook, code) + (f" {number}" if number > 1 else "")
            for code, number in note.codes
        ]
        place = filter(None, (*when, f"note {note.place.note_id}", note.place.contact_type))
        text = f"{', '.join(place)}: {'; '.join(codes) or 'not coded'}"
        lines += wrap(one_line(text), width, indent=4)
    return lines


def _codes_above(codebook: Codebook, code: str) -> tuple[str, ...]:
    """A code and all above it; one that is not in the codebook any more stands alone."""
    if code not in codebook.code_by_id:
        return (code,)
    return tuple(step.id for step in codebook.path(code))


def _months(found: Iterable[int | None]) -> list[int | None]:
    """The months in order with those between them, then None if it occurs."""
    known = sorted({month for month in found if month is not None})
    if known and known[-1] - known[0] < MOST_MONTHS:
        known = list(range(known[0], known[-1] + 1))
    return [*known, None] if None in set(found) else [*known]


def _heights(
    label: str, counts: Mapping[int | None, int], months: Sequence[int | None]
) -> list[Line]:
    """Each month's number under a block as high as it is among the months."""
    most = max(counts.values(), default=0)
    numbers = [counts.get(month, 0) for month in months]
    blocks = tuple(height(number, most) for number in numbers)
    return [
        Line(label, 0, blocks),
        Line("", 0, tuple(f"{number:,}" if number else "." for number in numbers)),
    ]


def height(number: int, most: int) -> str:
    """A block as high as ``number`` is of ``most``; a blank for 0."""
    if not number:
        return " "
    return HEIGHTS[max(-(-number * len(HEIGHTS) // most), 1) - 1]


def month_rows(months: Iterable[CaseMonth], cases: Mapping[str, Case]) -> list[tuple[Cell, ...]]:
    """The cells of ``MONTH_COLUMNS``."""
    return [
        (m.case_id, cases[m.case_id].site or None, m.month, m.notes, m.references) for m in months
    ]


def draw_cases(
    months: Sequence[CaseMonth], cases: Sequence[Case], width: int = 80, *, of: str = "notes"
) -> list[str]:
    """One line a case: notes, references, and a block for each month, high as it holds much.

    ``of`` is what the blocks count, "notes" or "references"; the highest is the most that any
    month of the cases drawn has.
    """
    by_case: dict[str, dict[int | None, CaseMonth]] = {}
    for month in months:
        by_case.setdefault(month.case_id, {})[month.month] = month
    known = [m.month for m in months if m.month is not None]
    first, last = (min(known), max(known)) if known else (1, 1)
    labels = {case.id: printable(case.id) for case in cases}
    left = min(max([4, *map(width_of, labels.values())]), width // 3)
    room = max(width - left - 21, 10)
    axis = range(first, min(last, first + room - 1) + 1)
    most = max((getattr(m, of) for m in months if m.month in axis), default=0)
    lines = [
        f"{pad('Case', left)}  Notes  References  Months {first} to {axis[-1]}",
        "-" * min(width, left + 21 + max(len(axis), len(f"Months {first} to {axis[-1]}"))),
    ]
    for case in cases:
        held = by_case.get(case.id, {})
        notes = sum(m.notes for m in held.values())
        references = sum(m.references for m in held.values())
        blocks = "".join(
            height(getattr(held[month], of), most) if month in held else " " for month in axis
        )
        label = pad(labels[case.id], left)
        lines.append(f"{label}  {notes:>5,}  {references:>10,}  {blocks}".rstrip())
    lines += ["", f"The highest block is {counted(most, of.removesuffix('s'))} in a month."]
    left_out = [m for m in months if m.month is None or m.month not in axis]
    if left_out:
        outside = sum(m.notes for m in left_out)
        lines += wrap(
            f"{counted(outside, 'note')} without a month, or beyond month {axis[-1]}, in no block.",
            width,
        )
    return lines
