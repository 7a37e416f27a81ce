"""The frames of counts: long, one combination a row; and wide, one dimension across."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from notecode.exporting.codebook import code_path
from notecode.exporting.frames import (
    WITHHELD,
    Cell,
    Column,
    Frame,
    Row,
    column_names,
    fixed,
    sheet_title,
)
from notecode.exporting.measures import more_cells, more_columns
from notecode.exporting.values import ExportData, ExportTable
from notecode.model import WHOLE, Codebook, Count, CountTable, Dimension
from notecode.tables import ROLL_UPS, dimension_words, limits_in_words, whose_words

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

NEVER_SUMMED = "distinct cases with at least one of them; never to be summed"
COUNT_COLUMNS = (
    Column("references", "integer", "coded passages, each once in its row"),
    Column("cases", "integer", NEVER_SUMMED),
    Column("notes", "integer", "distinct notes with at least one of them"),
    Column(
        "share_of_references",
        "share",
        "references as a fraction of base_references",
        "undefined: base_references is 0",
        label="share of references",
    ),
    Column(
        "share_of_cases",
        "share",
        "cases as a fraction of case_base",
        "undefined: case_base is 0",
        label="share of cases",
    ),
)
CASE_BASE = Column(
    "case_base",
    "integer",
    "cases, coded or not, that the row's cases are of: those of one site where sites are counted"
    " apart; in each month and third all, with those that had ended or have no start",
    label="of cases",
)
BASE_COLUMNS = (
    Column("base_references", "integer", "references selected, each once, in whatever rows"),
    Column("base_cases", "integer", "cases with at least one of them"),
    Column("base_notes", "integer", "notes with at least one of them"),
    Column(
        "all_cases", "integer", "cases of the project that the filters let through, coded or not"
    ),
    Column("all_notes", "integer", "notes of those cases, coded or not"),
    Column("roll_up", "text", '"own": a code alone; "descendants": with the codes beneath it'),
    Column("coder", "text", "whose coding", "all coders together"),
    Column("only", "text", "what the count was limited to", "nothing: everything is counted"),
)
WITHHELD_COLUMN = Column(
    "suppressed", "flag", "1 if the row's numbers are withheld because few cases stand behind them"
)
WITHHELD_COLUMNS = Column(
    "suppressed",
    "text",
    'the columns whose numbers are withheld in this row, joined by ";"',
    "no number of the row is withheld",
)
WITHHELD_MEANS = "suppressed"


def count_name(by: Sequence[str]) -> str:
    """The file's stem for a table by these dimensions, such as "counts_by_code_agency"."""
    return f"counts_by_{'_'.join(column_names('', by))}"


def table_name(name: str) -> str:
    """The file's stem for the table of a query, such as "table_saved_by_site"."""
    return f"table_{name.replace('-', '_')}"


def count_frames(data: ExportData) -> tuple[Frame, ...]:
    """A long frame for each set of dimensions among the tables, in the tables' order.

    After them one for each table that is of a query.
    """
    withholding = bool(data.provenance.suppressed_below)
    return (
        *(
            long_frame(data.codebook, tables, withholding=withholding)
            for _, tables in _grouped(data.tables)
        ),
        *_of_queries(data),
    )


def _of_queries(data: ExportData, *, with_base: bool = True) -> Iterator[Frame]:
    withholding = bool(data.provenance.suppressed_below)
    for each in data.tables:
        if each.name:
            yield query_frame(data.codebook, each, withholding=withholding, with_base=with_base)


def query_frame(
    codebook: Codebook, table: ExportTable, *, withholding: bool = False, with_base: bool = True
) -> Frame:
    """The table of one query under its name, a row a combination, with every measure it has."""
    frame = long_frame(codebook, [table], withholding=withholding, with_base=with_base)
    words = table.name.replace("-", " ")
    head = f"{table.table.title}. " if table.table.title else ""
    return replace(
        frame,
        name=table_name(table.name),
        sheet=sheet_title(words),
        base=head + frame.base,
    )


def wide_frames(data: ExportData) -> tuple[Frame, ...]:
    """A cross-table for each set of two dimensions among the tables."""
    return tuple(_wide(data, by, tables) for by, tables in _grouped(data.tables) if len(by) == 2)


def count_sheets(data: ExportData) -> tuple[Frame, ...]:
    """The tables as a workbook has them: one dimension down, and a second one across.

    The base is said once, not in every row.
    """
    withholding = bool(data.provenance.suppressed_below)
    return (
        *(
            _wide(data, by, tables)
            if len(by) == 2
            else long_frame(data.codebook, tables, withholding=withholding, with_base=False)
            for by, tables in _grouped(data.tables)
        ),
        *_of_queries(data, with_base=False),
    )


def _grouped(
    tables: Iterable[ExportTable],
) -> Iterable[tuple[tuple[Dimension, ...], list[ExportTable]]]:
    groups: dict[tuple[Dimension, ...], list[ExportTable]] = {}
    for table in tables:
        if not table.name:
            groups.setdefault(table.table.spec.by, []).append(table)
    return groups.items()


def _sheet(by: Sequence[Dimension]) -> str:
    """The worksheet's title, such as "Code by agency"."""
    names = [dimension_words(dimension) for dimension in by]
    title = f"By {names[0]}" if len(names) == 1 else " by ".join(names)
    return sheet_title(title)


def _label(table: CountTable, dimension: Dimension, key: str) -> str:
    """The label of one key of one dimension."""
    return table.labels.get(f"{dimension}:{key}", key)


def _key_columns(by: Sequence[Dimension], names: Sequence[str]) -> list[Column]:
    """The columns that name a row's place on each dimension."""
    columns: list[Column] = []
    empty = "none recorded; the label says of what"
    for dimension, name in zip(by, names, strict=True):
        words = dimension_words(dimension)
        if dimension == "month":
            meaning = (
                "month of the intervention, each 30.4375 days: 1 begins on the day the case starts"
            )
            columns.append(Column(name, "integer", meaning, empty))
        else:
            columns.append(Column(name, "text", f"id or name of the {words}", empty))
        columns.append(Column(f"{name}_label", "text", f"label of the {words}"))
        if dimension == "code":
            columns.append(
                Column("code_path", "text", "labels from the root of the code tree down to it")
            )
    return columns


def _key_cells(
    codebook: Codebook, table: CountTable, by: Sequence[Dimension], keys: Sequence[str]
) -> list[Cell]:
    """A row's place on each dimension."""
    cells: list[Cell] = []
    for dimension, key in zip(by, keys, strict=True):
        first: Cell = key or None
        if dimension == "month" and key:
            first = int(key)
        cells += [first, _label(table, dimension, key)]
        if dimension == "code":
            cells.append(code_path(codebook, key))
    return cells


def limits(table: CountTable) -> str:
    """What a count was limited to, in ids; "" if to nothing."""
    return limits_in_words(table.spec.only, lambda _, key: key or "(none)")


def _base_cells(table: CountTable) -> list[Cell]:
    """The base of a table and what it was limited to, the same in each of its rows."""
    spec, base = table.spec, table.base
    numbers: list[Cell] = [base.references, base.cases, base.notes]
    numbers += [table.all_cases, table.all_notes]
    return [*numbers, spec.roll_up, spec.coder or None, limits(table) or None]


def base_words(tables: Sequence[ExportTable]) -> str:
    """The base of the tables of one frame, and whose coding they count, in sentences."""
    said = []
    for each in tables:
        table = each.table
        whose = whose_words(table.spec.coder, table.coders)
        only = limits(table)
        said.append(
            f"Base: {table.base.references:,} references in {table.base.cases:,} of"
            f" {table.all_cases:,} cases, {table.base.notes:,} of {table.all_notes:,} notes;"
            f" {ROLL_UPS[table.spec.roll_up]}{f'; only {only}' if only else ''}. {whose}"
        )
    return " ".join(dict.fromkeys(said))


def long_frame(
    codebook: Codebook,
    tables: Sequence[ExportTable],
    *,
    withholding: bool = False,
    with_base: bool = True,
) -> Frame:
    """Tables of the same dimensions: a row a combination of keys, each with its base beside it."""
    by = tables[0].table.spec.by
    several = len(tables) > 1
    more = more_columns([each.table for each in tables])
    no_bases = any(each.table.bases_withheld for each in tables)
    own_bases = not no_bases and (
        with_base
        or any(row.case_base != each.table.all_cases for each in tables for row in each.table.rows)
    )
    usual = COUNT_COLUMNS[:-1] if no_bases else COUNT_COLUMNS
    rows: list[Row] = []
    for each in tables:
        base = _base_cells(each.table)
        others = more_cells(each.table, more)
        for row in each.table.rows:
            cells = _key_cells(codebook, each.table, by, row.keys)
            numbers = _numbers(each.table, row)[: len(usual)] + others(row)
            cells += [WITHHELD] * len(numbers) if row.withheld else numbers
            cells += [int(row.withheld)] if withholding else []
            cells += [row.case_base] if own_bases else []
            cells += base if with_base else base[-3:] if several else []
            rows.append(tuple(cells))
    names = column_names("", by)
    counts = [_maybe_withheld(column, withholding) for column in (*usual, *more)]
    counts += [WITHHELD_COLUMN] if withholding else []
    counts += [CASE_BASE] if own_bases else []
    bases = BASE_COLUMNS if with_base else BASE_COLUMNS[-3:] if several else ()
    words = " and ".join(dimension_words(dimension) for dimension in by)
    return Frame(
        name=count_name(by),
        sheet=_sheet(by),
        group="counts",
        row_is=f"one {words}, with or without references",
        columns=(*_key_columns(by, names), *counts, *bases),
        read=fixed(rows),
        key=() if several else tuple(names),
        base=base_words(tables),
    )


def _maybe_withheld(column: Column, withholding: bool) -> Column:
    """The column, saying that an empty cell may be a withheld one."""
    if not withholding:
        return column
    empty = (
        WITHHELD_MEANS if column.empty == "never empty" else f"{WITHHELD_MEANS}; or {column.empty}"
    )
    return replace(column, empty=empty)


def _numbers(table: CountTable, row: Count) -> list[Cell]:
    shares = (_share(row.references, table.base.references), _share(row.cases, row.case_base))
    return [row.references, row.cases, row.notes, *shares]


def _share(part: int, base: int) -> float | None:
    """A fraction rounded to six places; None where the base is 0."""
    return round(part / base, 6) if base else None


def _wide(data: ExportData, by: tuple[Dimension, ...], tables: Sequence[ExportTable]) -> Frame:
    """The first dimension down; references and then cases of each key of the second across."""
    down, across = by
    tops: dict[str, str] = {}
    if any(_row_totals(each) for each in tables):
        tops[WHOLE] = "All"
    for each in tables:
        for row in each.table.rows:
            tops.setdefault(row.keys[1], _label(each.table, across, row.keys[1]))
    several = len(tables) > 1
    withholding = bool(data.provenance.suppressed_below)
    keys = _key_columns([down], column_names("", [down]))
    taken = [column.name for column in keys]
    counts = _wide_columns(across, tops, taken, withholding=withholding)
    rows: list[Row] = []
    for each in tables:
        whole = _row_totals(each)
        for left, group in groupby(each.table.rows, key=lambda row: row.keys[0]):
            cells = _key_cells(data.codebook, each.table, [down], [left])
            found = {row.keys[1]: row for row in group} | {WHOLE: whole.get(left)}
            numbers = _measured([found.get(top) for top in tops])
            cells += numbers
            if withholding:
                gone = zip(counts, numbers, strict=True)
                cells.append(";".join(c.name for c, n in gone if n == WITHHELD) or None)
            cells += _base_cells(each.table)[-3:] if several else []
            rows.append(tuple(cells))
    counts += [WITHHELD_COLUMNS] if withholding else []
    words = dimension_words(across)
    return Frame(
        name=f"{count_name(by)}_wide",
        sheet=_sheet(by),
        group="counts",
        row_is=f"one {dimension_words(down)}; references, then cases, for each {words}",
        columns=(*keys, *counts, *(BASE_COLUMNS[-3:] if several else ())),
        read=fixed(rows),
        key=() if several else (keys[0].name,),
        base=base_words(tables),
    )


def _row_totals(each: ExportTable) -> dict[str, Count]:
    """Each row of a cross-table as a whole, by its key, where the table has it."""
    return {total.keys[0]: total for total in each.table.totals if total.keys[1:] == (WHOLE,)}


def _wide_columns(
    across: Dimension, tops: Mapping[str, str], taken: Sequence[str], *, withholding: bool
) -> list[Column]:
    """For each measure a column for each key."""
    words = dimension_words(across)
    stems = [_stem(across, key) for key in tops]
    empty = f"{WITHHELD_MEANS}; or the combination cannot occur"
    empty = empty if withholding else "the combination cannot occur"
    columns: list[Column] = []
    for measure, prefix in (("references", "refs_"), ("cases", "cases_")):
        used = [*taken, *(column.name for column in columns)]
        names = column_names(prefix, stems, taken=used)
        for name, label in zip(names, _headings(tops).values(), strict=True):
            meaning = f"{measure} with this {words}: {label}"
            columns.append(Column(name, "integer", meaning, empty, f"{label}: {measure}"))
    return columns


def _stem(dimension: Dimension, key: str) -> str:
    """What the name of a key's column is made from."""
    if key == WHOLE:
        return "all"
    if not key:
        return f"no_{dimension}"
    return f"month_{key.replace('-', 'minus_')}" if dimension == "month" else key


def _headings(labels: Mapping[str, str]) -> dict[str, str]:
    """A heading for each key: its label, with the key where two labels are alike."""
    shown = list(labels.values())
    return {
        key: f"{label} ({key})" if shown.count(label) > 1 else label
        for key, label in labels.items()
    }


def _measured(counts: Sequence[Count | None]) -> list[Cell]:
    """The references and then the cases of each key; nothing where there can be none."""
    return [
        *((WITHHELD if cell.withheld else cell.references) if cell else None for cell in counts),
        *((WITHHELD if cell.withheld else cell.cases) if cell else None for cell in counts),
    ]
