"""What an export consists of: which tables, in which formats, under which names."""

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Literal, get_args

from notecode.exporting.cases import case_frame, case_sheets
from notecode.exporting.codebook import codebook_frame
from notecode.exporting.counts import count_frames, count_sheets, wide_frames
from notecode.exporting.coverage import audit_frame, coverage_frame
from notecode.exporting.datapackage import PACKAGE
from notecode.exporting.frames import Column, Frame, Group, Row, fixed, short_names
from notecode.exporting.memos import memo_frames
from notecode.exporting.references import Totals, reference_frame
from notecode.exporting.values import ExportData

README = "README.txt"
WORKBOOK = "notecode_counts.xlsx"
DICTIONARY_NAME = "data_dictionary"
DICTIONARY = f"{DICTIONARY_NAME}.csv"

Format = Literal["csv", "xlsx", "sav", "dta", "parquet"]
FORMATS: tuple[Format, ...] = get_args(Format)
USUAL_FORMATS: tuple[Format, ...] = ("csv", "xlsx")
GROUPS: tuple[Group, ...] = (
    "codebook",
    "counts",
    "coverage",
    "cases",
    "references",
    "memos",
    "audit",
)
"""What can be asked for by itself."""

STATISTICS: frozenset[Group] = frozenset(("counts", "cases", "references"))
"""What a statistics package gets: the tables, not the texts about them."""

SINGLE: frozenset[Group] = frozenset(("cases", "references", "memos", "audit"))
"""What tells of single cases."""

MOST_REFERENCES = 20_000
"""The workbook lists references up to here: beyond, no spreadsheet is pleasant, nor fast."""


@dataclass(frozen=True, slots=True)
class ExportFile:
    """One kind of file: its name (``*`` stands for what varies) and what it holds."""

    name: str
    holds: str


FILES = (
    ExportFile(README, "what the files are, what the numbers mean, where they come from"),
    ExportFile(PACKAGE, "the same for programs: a data package with a schema of each CSV file"),
    ExportFile(DICTIONARY, "every column of every table: what it means, what empty means"),
    ExportFile("codebook.*", "the codes and agencies with their definitions"),
    ExportFile("counts_by_*.*", "references and cases by one or two dimensions; *_wide: across"),
    ExportFile("table_*.*", "a table of the study, or one that was saved, with all its measures"),
    ExportFile("coverage.*", "how far the coding has come: coded, nothing to code, not coded yet"),
    ExportFile("cases.*", "one row per case: its record, and each code as 0/1 and as a count"),
    ExportFile("references.*", "one row per reference, with its case, month, code, agencies"),
    ExportFile("memos.*", "one row per memo, with what it is on, its coder and its text"),
    ExportFile("audit.*", "who coded what from where, what was masked and reviewed"),
    ExportFile(WORKBOOK, "the same in one workbook, two dimensions as cross-tables"),
)
"""Every file that an export can write, in the order in which the read-me lists them."""


def strays(directory: Path, written: Iterable[Path]) -> list[str]:
    """The names of files there that an export could have written, and this one did not.

    They are of an older version, or somebody changed them.
    """
    ours = {path.name for path in written}
    there = sorted(path.name for path in directory.iterdir() if path.is_file())
    patterns = [file.name for file in FILES]
    return [n for n in there if n not in ours and any(fnmatch(n, each) for each in patterns)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which formats, and which of the ``GROUPS`` in them (none named: all).

    Where small counts are withheld, tables of single cases and references, and the audit, are
    left out unless ``single_rows`` are asked for: they would tell what is withheld.
    """

    formats: tuple[Format, ...] = USUAL_FORMATS
    groups: tuple[Group, ...] = ()
    single_rows: bool = False

    def has(self, frame: Frame, data: ExportData) -> bool:
        """Whether a table is exported at all."""
        if self.groups and frame.group not in self.groups:
            return False
        telling = frame.per_row or frame.group == "audit"
        return self.single_rows or not (telling and data.provenance.suppressed_below)

    def withheld(self, suppressed_below: int) -> tuple[Group, ...]:
        """Those asked for by name of which nothing is written, since small counts are withheld."""
        if not suppressed_below:
            return ()
        gone = {"memos"} if self.single_rows else SINGLE
        return tuple(group for group in self.groups if group in gone)

    def quotes(self, *, quotations: bool, suppressed_below: int) -> bool:
        """Whether passages of notes go with an export for which ``quotations`` were asked."""
        has_references = not self.groups or "references" in self.groups
        return quotations and has_references and (self.single_rows or not suppressed_below)


def tables(data: ExportData, totals: Totals, chosen: Selection) -> tuple[Frame, ...]:
    """The tables of an export, as files of one table each have them."""
    made = (
        codebook_frame(data.codebook),
        *count_frames(data),
        *wide_frames(data),
        coverage_frame(data.coverage),
        case_frame(data, totals),
        reference_frame(data, totals),
        *memo_frames(data),
        audit_frame(data),
    )
    return tuple(frame for frame in made if chosen.has(frame, data))


def statistics_tables(made: Iterable[Frame], chosen: Selection) -> tuple[Frame, ...]:
    """Those that go to a statistics package: long tables, and what was asked for by name."""
    return tuple(
        frame
        for frame in made
        if not frame.name.endswith("_wide")
        and (frame.group in STATISTICS or frame.group in chosen.groups)
    )


def sheets(
    data: ExportData, totals: Totals, chosen: Selection, made: Iterable[Frame]
) -> tuple[Frame, ...]:
    """The tables of an export as the workbook has them, in the order of its sheets.

    ``made`` are those of the other files: what is the same here is taken from there.
    """
    same = {frame.name: frame for frame in made}
    if data.provenance.references > MOST_REFERENCES:
        same.pop("references", None)
    found = [
        same.get("codebook"),
        *count_sheets(data),
        same.get("coverage"),
        *case_sheets(data, totals),
        same.get("references"),
        same.get("memos"),
        same.get("audit"),
    ]
    return tuple(frame for frame in found if frame and chosen.has(frame, data))


DICTIONARY_COLUMNS = (
    Column("table", "text", "the table: the file's name before its ending"),
    Column("column", "text", "the column's name in its header row"),
    Column("short", "text", "the same in SPSS and Stata files, where names are short"),
    Column("label", "text", "a short name, as the workbook and statistics packages show it"),
    Column(
        "type",
        "text",
        '"text", "level" (one of the levels), "integer", "number", "share" (a fraction of 1) or'
        ' "flag" (0 or 1)',
    ),
    Column(
        "levels",
        "text",
        "the levels in order: statistics packages number them, from 1, or from 0 where the first"
        " is no or before",
        "not a column of levels",
    ),
    Column("meaning", "text", "what a cell says"),
    Column("empty_means", "text", "what an empty cell says"),
)


def dictionary_frame(
    described: Iterable[Frame], *, in_sheets: bool = False, name: str = DICTIONARY_NAME
) -> Frame:
    """One row per column of the frames, under the names of their files or of their sheets."""
    rows: list[Row] = [
        (
            frame.sheet if in_sheets else frame.name,
            column.name,
            short,
            column.heading,
            column.kind,
            " | ".join(column.levels) or None,
            column.meaning,
            column.empty,
        )
        for frame in described
        for column, short in zip(
            frame.columns, short_names(column.name for column in frame.columns), strict=True
        )
    ]
    return Frame(
        name=name,
        sheet="Data dictionary",
        group="dictionary",
        row_is="one column of one table",
        columns=DICTIONARY_COLUMNS,
        read=fixed(rows),
        key=("table", "column"),
    )
