"""The frames of cases: their record in three states, and each code as 0/1 and as a count."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from notecode.attributes import Reading, band_labels, read_value, stage_order
from notecode.case_values import CASE_RECORD, FROM_NOTES
from notecode.exporting.codebook import entry_label, in_use
from notecode.exporting.frames import (
    ABSENT,
    NO_VALUE,
    UNREADABLE,
    Cell,
    Column,
    Frame,
    Kind,
    column_names,
    fixed,
)
from notecode.exporting.references import NOT_NO, Totals
from notecode.exporting.values import ExportData
from notecode.model import Attribute, Case, CaseValue, Codebook, month_of_intervention

CASE_COLUMNS = (
    Column("case_id", "text", "the case's id in the project"),
    Column("site", "level", "its site", "none recorded"),
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
ORIGINS = (CASE_RECORD, FROM_NOTES)
STATES = ("value", ABSENT, "missing", UNREADABLE)
NEVER_NO = "missing: nothing is recorded, which is never no"


@dataclass(frozen=True, slots=True)
class _Field:
    """One column of the case record: an attribute, or an assessment at one stage."""

    name: str
    stage: str
    attribute: Attribute | None
    cells: tuple[Cell, ...]
    origins: tuple[str | None, ...] = ()
    """Where each case's value comes from; None where nothing is known."""

    @property
    def valueless(self) -> frozenset[Cell]:
        """The words among its cells that are no value, and would be taken for one."""
        if self.attribute is None:
            return frozenset()
        # Among the levels of a category, which have no order, "absent" is one more.
        words = {UNREADABLE} if self.attribute.type == "category" else NO_VALUE
        return frozenset(words).difference(self.attribute.levels).intersection(self.cells)

    @property
    def words(self) -> str:
        """What it is called in sentences and labels."""
        return f"{self.name} ({self.stage})" if self.stage else self.name


def case_frame(data: ExportData, totals: Totals) -> Frame:
    """One row per case: its record, and each code as 0/1 and as a count.

    A code counts with the codes beneath it, so that a case with any direct support also has
    direct work.
    """
    return _frame(data, totals, coded=True, recorded=True)


def case_sheets(data: ExportData, totals: Totals) -> tuple[Frame, Frame]:
    """The same as two sheets that can be read: the cases' record; cases against codes."""
    return (
        _frame(data, totals, coded=False, recorded=True),
        _frame(data, totals, coded=True, recorded=False),
    )


def _frame(data: ExportData, totals: Totals, *, coded: bool, recorded: bool) -> Frame:
    cases = sorted(data.cases, key=lambda case: case.id)
    sites = tuple(sorted({case.site for case in cases} - {""}))
    columns = [_with_levels(column, sites) for column in CASE_COLUMNS]
    parts: list[list[Cell]] = [_head(case, data, totals) for case in cases]
    if recorded:
        for column, cells in _record(data, cases, [column.name for column in columns]):
            columns.append(column)
            for part, cell in zip(parts, cells, strict=True):
                part.append(cell)
    if coded:
        codes = in_use(data.codebook.codes, totals.codes)
        columns += _code_columns(data.codebook, codes, [column.name for column in columns])
        for case, part in zip(cases, parts, strict=True):
            counts = [totals.by_code[case.id, code] for code in codes]
            part.extend(int(count > 0) for count in counts)
            part.extend(counts)
    alone = not recorded
    return Frame(
        name="matrix" if alone else "cases",
        sheet="Matrix" if alone else "Cases",
        group="cases",
        row_is="one case against the codes" if alone else "one case",
        columns=tuple(columns),
        read=fixed(map(tuple, parts)),
        key=("case_id",),
        base=f"{len(cases):,} cases, coded or not.",
        per_row=True,
    )


def _with_levels(column: Column, sites: tuple[str, ...]) -> Column:
    if column.name != "site":
        return column
    return replace(column, levels=sites)


def _head(case: Case, data: ExportData, totals: Totals) -> list[Cell]:
    return [
        case.id,
        case.site or None,
        month_of_intervention(case.end, case.start),
        data.notes_by_case.get(case.id, 0),
        totals.notes[case.id],
        totals.references[case.id],
    ]


def _record(
    data: ExportData, cases: Sequence[Case], taken: Sequence[str]
) -> list[tuple[Column, Sequence[Cell]]]:
    """The columns of the case record with their cells, one for each case.

    Numbers and levels of which some are recorded as absent, or cannot be read, are followed by a
    column that says so: among numbers, or levels in order, there is no room for it. Where some
    were coded from the notes, a column says which.
    """
    fields = _fields(data, cases)
    words, stages = [field.name for field in fields], [field.stage for field in fields]
    names = column_names("", words, taken=taken, endings=stages)
    states = column_names("state_", words, taken=[*taken, *names], endings=stages)
    bands = column_names("band_", words, taken=[*taken, *names, *states], endings=stages)
    taken = [*taken, *names, *states, *bands]
    origins = column_names("origin_", words, taken=taken, endings=stages)
    columns: list[tuple[Column, Sequence[Cell]]] = []
    for field, name, band, state, origin in zip(fields, names, bands, states, origins, strict=True):
        columns.append((_column(field, name), field.cells))
        if field.attribute and field.attribute.bands:
            columns.append(_in_bands(field, band, field.attribute.bands))
        if field.valueless:
            meaning = f"{field.words}: whether there is a value, and why not"
            said = Column(state, "level", meaning, label=f"{field.words}: state", levels=STATES)
            columns.append((said, [_state(field, cell) for cell in field.cells]))
        if FROM_NOTES in field.origins:
            columns.append((_origin_column(field, origin), field.origins))
    return columns


def _in_bands(field: _Field, name: str, bands: Sequence[float]) -> tuple[Column, Sequence[Cell]]:
    """The column that puts a number into the bands declared for it."""
    numbers = {cell: float(cell) for cell in field.cells if isinstance(cell, int | float)}
    labels, levels = band_labels(list(numbers.values()), bands)
    band: dict[Cell, str] = dict(zip(numbers, labels, strict=True))
    said = Column(
        name,
        "level",
        f"{field.words}: the band in which it lies",
        "there is no number",
        label=f"{field.words} in bands",
        levels=tuple(levels),
        ordered=True,
    )
    return said, [band.get(cell) for cell in field.cells]


def _origin_column(field: _Field, name: str) -> Column:
    meaning = f"{field.words}: where the value comes from; what was coded counts"
    label = f"{field.words}: origin"
    return Column(name, "level", meaning, "nothing is known", label=label, levels=ORIGINS)


def _origin(value: CaseValue | None) -> str | None:
    return value.origin if value and (value.coder or value.state != "missing") else None


def _fields(data: ExportData, cases: Sequence[Case]) -> list[_Field]:
    """The case record field by field, its stages in their order; days are left out."""
    values = {(value.case_id, value.name, value.stage): value for value in data.case_values}
    fields = []
    found = dict.fromkeys((value.name, value.stage) for value in data.case_values)
    names = list(dict.fromkeys(name for name, _ in found))
    for name, stage in sorted(found, key=lambda one: (names.index(one[0]), stage_order(one[1]))):
        attribute = data.attributes.get(name)
        if attribute is not None and attribute.type == "date":
            continue
        cell_of = _reader(attribute)
        cells = tuple(cell_of(values.get((case.id, name, stage))) for case in cases)
        origins = tuple(_origin(values.get((case.id, name, stage))) for case in cases)
        fields.append(_Field(name, stage, attribute, cells, origins))
    return fields


def _reader(attribute: Attribute | None) -> Callable[[CaseValue | None], Cell]:
    """How a value of the case record becomes a cell."""

    def as_text(value: CaseValue | None) -> Cell:
        if value is None or value.state == "missing":
            return None
        return ABSENT if value.state == "absent" else value.value

    def by_type(value: CaseValue | None) -> Cell:
        if value is None or attribute is None:
            return None
        return _cell(read_value(attribute, value.state, value.value))

    return by_type if attribute else as_text


def _cell(reading: Reading) -> Cell:
    if reading.state == "missing":
        return None
    if reading.state == "absent":
        return ABSENT
    if reading.state == "misfit":
        return UNREADABLE
    found = reading.value
    if isinstance(found, float):
        return int(found) if found.is_integer() else found
    return str(found)


def _state(field: _Field, cell: Cell) -> str:
    if cell is None:
        return "missing"
    return str(cell) if cell in field.valueless else "value"


def _column(field: _Field, name: str) -> Column:
    attribute = field.attribute
    if attribute is None:
        meaning = f'{field.words}: its value, or "absent" where recorded as absent'
        return Column(name, "text", meaning, NEVER_NO, label=field.words)
    if attribute.type == "number":
        whole = not any(isinstance(cell, float) for cell in field.cells)
        empty = "missing, recorded as absent, or not readable; never 0"
        kind: Kind = "integer" if whole else "number"
        meaning = f"{field.words}, a number"
        return Column(name, kind, meaning, empty, label=field.words, recorded=True)
    meaning = f"{field.words}: one of the levels"
    meaning += ", the least first" if attribute.type == "ordered" else ""
    others = {*field.cells} - {None, *attribute.levels} - field.valueless
    meaning += ', or "absent" where recorded as absent' if others else ""
    empty = "missing, recorded as absent, or no level; never no" if field.valueless else NEVER_NO
    return Column(
        name,
        "level",
        meaning,
        empty,
        label=field.words,
        levels=attribute.levels,
        ordered=attribute.type == "ordered",
        also=tuple(sorted(map(str, others))),
        recorded=True,
    )


def _code_columns(codebook: Codebook, codes: Sequence[str], taken: Sequence[str]) -> list[Column]:
    """For each code a 0/1 column; then for each a count."""
    has = column_names("has_", codes, taken=taken)
    refs = column_names("refs_", codes, taken=[*taken, *has])
    flags, numbers = [], []
    for code, flag, number in zip(codes, has, refs, strict=True):
        label = entry_label(codebook.code_by_id.get(code), code)
        shown = f"{label}, or of a code beneath it"
        meaning = f"1 if the case has a reference of {shown}; {NOT_NO}"
        flags.append(Column(flag, "flag", meaning, label=f"any {label}"))
        meaning = f"references of {shown}; {NOT_NO}"
        numbers.append(Column(number, "integer", meaning, label=f"references: {label}"))
    return [*flags, *numbers]


def dates_left_out(attributes: Mapping[str, Attribute]) -> tuple[str, ...]:
    """The attributes that no file has: a day could tell how far those in the notes were moved."""
    return tuple(name for name, attribute in attributes.items() if attribute.type == "date")
