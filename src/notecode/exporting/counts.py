"""The frames of counts: long ones for CSV, and cross-tables for the workbook."""

from collections.abc import Sequence
from itertools import groupby

from notecode.exporting.details import code_path
from notecode.exporting.frames import Cell, Column, Frame
from notecode.exporting.values import ExportData, ExportTable
from notecode.model import Count, CountTable, Dimension

COUNT_TABLES: tuple[tuple[Dimension, ...], ...] = (
    ("code",),
    ("agency",),
    ("site",),
    ("month",),
    ("code", "agency"),
    ("code", "site"),
    ("code", "month"),
    ("agency", "site"),
    ("agency", "month"),
)
"""The tables of an ordinary export, by their dimensions."""

NAMES: dict[Dimension, str] = {
    "code": "code",
    "agency": "agency",
    "site": "site",
    "month": "month",
    "case": "case",
    "contact_type": "contact type",
    "author_role": "author role",
}
COUNT_COLUMNS = (
    Column("references", "integer", "coded passages, each once in its row"),
    Column("cases", "integer", "distinct cases with at least one of them; never to be summed"),
    Column("notes", "integer", "distinct notes with at least one of them"),
)
BASE_COLUMNS = (
    Column("base_references", "integer", "references selected, each once, in whatever rows"),
    Column("base_cases", "integer", "cases with at least one of them"),
    Column("base_notes", "integer", "notes with at least one of them"),
    Column("all_cases", "integer", "cases of the project (of the sites asked for), coded or not"),
    Column("all_notes", "integer", "notes of those cases, coded or not"),
    Column("roll_up", "text", '"own": a code alone; "descendants": with the codes beneath it'),
    Column("coder", "text", "whose coding", "all coders together"),
    Column("only", "text", "what the count was limited to", "nothing: everything is counted"),
)
SHARE_COLUMNS = (
    Column(
        "share_of_references",
        "share",
        "references as a fraction of base_references",
        "undefined: base_references is 0",
    ),
    Column(
        "share_of_cases",
        "share",
        "cases as a fraction of all_cases",
        "undefined: all_cases is 0",
    ),
)


def count_name(by: Sequence[str]) -> str:
    """The file's stem for a table by these dimensions, such as "counts_by_code_agency"."""
    return f"counts_by_{'_'.join(by)}"


def count_frames(data: ExportData, *, crossed: bool = False) -> tuple[Frame, ...]:
    """A frame for each set of dimensions among the tables, in the tables' order.

    ``crossed`` lays tables of two dimensions out as cross-tables instead of long.
    """
    groups: dict[tuple[Dimension, ...], list[ExportTable]] = {}
    for table in data.tables:
        groups.setdefault(table.table.spec.by, []).append(table)
    return tuple(
        _crossed(data, by, tables) if crossed and len(by) == 2 else _long(data, by, tables)
        for by, tables in groups.items()
    )


def _sheet(by: Sequence[Dimension]) -> str:
    """The worksheet's title, such as "Code by agency"."""
    names = [NAMES[dimension] for dimension in by]
    title = f"By {names[0]}" if len(names) == 1 else " by ".join(names)
    return (title[0].upper() + title[1:])[:31]


def _label(table: CountTable, dimension: Dimension, key: str) -> str:
    """The label of one key of one dimension."""
    return table.labels.get(f"{dimension}:{key}", key)


def _key_columns(dimension: Dimension) -> tuple[Column, ...]:
    """The columns that name a row's place on one dimension."""
    empty = "none recorded; the label says of what"
    if dimension == "month":
        meaning = (
            "month of the intervention, each 30.4375 days: 1 begins on the day the case starts"
        )
        key = Column("month", "integer", meaning, empty)
    else:
        key = Column(dimension, "text", f"id or name of the {NAMES[dimension]}", empty)
    label = Column(f"{dimension}_label", "text", f"label of the {NAMES[dimension]}")
    if dimension == "code":
        path = Column("code_path", "text", "labels from the root of the code tree down to it")
        return (key, label, path)
    return (key, label)


def _key_cells(data: ExportData, table: CountTable, dimension: Dimension, key: str) -> list[Cell]:
    """A row's place on one dimension."""
    first: Cell = key or None
    if dimension == "month" and key:
        first = int(key)
    cells: list[Cell] = [first, _label(table, dimension, key)]
    return [*cells, code_path(data.codebook, key)] if dimension == "code" else cells


def _base_cells(table: CountTable) -> list[Cell]:
    """The base of a table and what it was limited to, the same in each of its rows."""
    spec, base = table.spec, table.base
    limits = [("code", spec.codes), ("agency", spec.agencies), ("site", spec.sites)]
    limited = "; ".join(f"{name}: {', '.join(ids)}" for name, ids in limits if ids)
    return [
        base.references,
        base.cases,
        base.notes,
        table.all_cases,
        table.all_notes,
        spec.roll_up,
        spec.coder or None,
        limited or None,
    ]


def _long(data: ExportData, by: tuple[Dimension, ...], tables: Sequence[ExportTable]) -> Frame:
    """One row per combination of keys, its base beside it."""
    keys = [column for dimension in by for column in _key_columns(dimension)]
    rows: list[tuple[Cell, ...]] = []
    for each in tables:
        table = each.table
        base = _base_cells(table)
        for row in table.rows:
            cells: list[Cell] = []
            for dimension, key in zip(by, row.keys, strict=True):
                cells += _key_cells(data, table, dimension, key)
            cells += [row.references, row.cases, row.notes]
            cells += [_share(row.references, table.base.references)]
            cells += [_share(row.cases, table.all_cases)]
            rows.append((*cells, *base))
    names = " and ".join(NAMES[dimension] for dimension in by)
    return Frame(
        name=count_name(by),
        sheet=_sheet(by),
        row_is=f"one {names}, with or without references",
        columns=(*keys, *COUNT_COLUMNS, *SHARE_COLUMNS, *BASE_COLUMNS),
        rows=tuple(rows),
    )


def _share(part: int, base: int) -> float | None:
    """A fraction rounded to six places; None where the base is 0."""
    return round(part / base, 6) if base else None


def _crossed(data: ExportData, by: tuple[Dimension, ...], tables: Sequence[ExportTable]) -> Frame:
    """The first dimension down; references and then cases of each key of the second across."""
    down, across = by
    tops: dict[str, str] = {}
    for each in tables:
        for row in each.table.rows:
            tops.setdefault(row.keys[1], _label(each.table, across, row.keys[1]))
    headings = _headings(tops)
    columns = list(_key_columns(down))
    for measure in ("references", "cases"):
        columns += [
            Column(
                f"{heading}: {measure}",
                "integer",
                f"{measure} with this {NAMES[across]}",
                "the combination cannot occur",
            )
            for heading in headings.values()
        ]
    rows: list[tuple[Cell, ...]] = []
    for each in tables:
        for left, group in groupby(each.table.rows, key=lambda row: row.keys[0]):
            counts = {row.keys[1]: row for row in group}
            cells = _key_cells(data, each.table, down, left)
            cells += _measured(counts, headings)
            rows.append((*cells, *_base_cells(each.table)))
    return Frame(
        name=count_name(by),
        sheet=_sheet(by),
        row_is=f"one {NAMES[down]}; references, then cases, for each {NAMES[across]}",
        columns=(*columns, *BASE_COLUMNS),
        rows=tuple(rows),
    )


def _headings(labels: dict[str, str]) -> dict[str, str]:
    """A heading for each key: its label, with the key where two labels are alike."""
    alike = [label for label in labels.values() if list(labels.values()).count(label) > 1]
    return {key: f"{label} ({key})" if label in alike else label for key, label in labels.items()}


def _measured(counts: dict[str, Count], keys: Sequence[str] | dict[str, str]) -> list[Cell]:
    """The references and then the cases of each key."""
    found = [counts.get(key) for key in keys]
    references: list[Cell] = [cell.references if cell else None for cell in found]
    cases: list[Cell] = [cell.cases if cell else None for cell in found]
    return references + cases
