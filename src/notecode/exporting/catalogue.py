"""What an export consists of: its files in one table, the data dictionary, the read-me."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from notecode.exporting.counts import count_frames
from notecode.exporting.details import case_frame, codebook_frame, reference_frame
from notecode.exporting.frames import Column, Frame, clean
from notecode.exporting.values import ExportData, ExportTable

README = "README.txt"
WORKBOOK = "notecode_counts.xlsx"
DICTIONARY = "data_dictionary.csv"


@dataclass(frozen=True, slots=True)
class ExportFile:
    """One kind of file: its name (``*`` stands for the dimensions) and what it holds."""

    name: str
    holds: str


FILES = (
    ExportFile(README, "what the files are, what the numbers mean, where they come from"),
    ExportFile(DICTIONARY, "every column of the other CSV files: what it means, what empty means"),
    ExportFile("codebook.csv", "the codes and agencies with their definitions"),
    ExportFile("counts_by_*.csv", "references and cases by one or more dimensions, with the base"),
    ExportFile("cases.csv", "one row per case: attributes, and each code as 0/1 and as a count"),
    ExportFile("references.csv", "one row per reference, with its case, month, code, agencies"),
    ExportFile(WORKBOOK, "the same in one workbook, codes against agencies as cross-tables"),
)
"""Every file that an export writes, in the order in which the read-me lists them."""

DICTIONARY_COLUMNS = (
    Column("file", "text", "the file, or the sheet of the workbook"),
    Column("column", "text", "the column's name in its header row"),
    Column("type", "text", '"text", "integer", "share" (a fraction of 1) or "flag" (0 or 1)'),
    Column("meaning", "text", "what a cell says"),
    Column("empty_means", "text", "what an empty cell says"),
)


def frames(data: ExportData, *, crossed: bool = False) -> tuple[Frame, ...]:
    """All frames of an export but the data dictionary; ``crossed`` as the workbook has them."""
    return (
        codebook_frame(data.codebook),
        *count_frames(data, crossed=crossed),
        case_frame(data),
        reference_frame(data),
    )


def dictionary_frame(described: Iterable[Frame], *, sheets: bool = False) -> Frame:
    """One row per column of the frames, under the names of their files or of their sheets."""
    rows = [
        (
            frame.sheet if sheets else f"{frame.name}.csv",
            column.name,
            column.kind,
            column.meaning,
            column.empty,
        )
        for frame in described
        for column in frame.columns
    ]
    return Frame(
        name=DICTIONARY.removesuffix(".csv"),
        sheet="Data dictionary",
        row_is="one column of one file",
        columns=DICTIONARY_COLUMNS,
        rows=tuple(rows),
    )


def shared_definitions(tables: Sequence[ExportTable]) -> tuple[tuple[str, str], ...]:
    """Each sentence that defines the numbers, once, after the tables that it holds for."""
    held: dict[str, list[str]] = {}
    for each in tables:
        spec = each.table.spec
        name = f"by {', '.join(spec.by).replace('_', ' ')}"
        name += f" ({spec.roll_up}{', ' if spec.coder else ''}{spec.coder})"
        for sentence in each.definitions:
            held.setdefault(sentence, []).append(name)
    shared = [("All tables", text) for text, names in held.items() if len(names) == len(tables)]
    own = [
        (f"Tables {'; '.join(names)}", text)
        for text, names in held.items()
        if len(names) < len(tables)
    ]
    return (*shared, *own)


def readme_text(data: ExportData, listed: Sequence[Frame]) -> str:
    """The read-me of an export: provenance, files, definitions, how to read the CSV."""
    head = "Coded references and frequencies"
    lines = [head, "=" * len(head), ""]
    lines += [f"{name}: {clean(value)}" for name, value in data.provenance.fields]
    lines += ["", "Files", "-----"]
    for file in FILES:
        if "*" in file.name:
            lines += [
                f"{frame.name}.csv: references and cases; one row is {frame.row_is}"
                for frame in listed
                if frame.name.startswith(file.name.split("*", maxsplit=1)[0])
            ]
        else:
            lines.append(f"{file.name}: {file.holds}")
    lines += ["", "What the numbers mean", "---------------------"]
    for name, sentences in groupby(shared_definitions(data.tables), key=itemgetter(0)):
        lines += [f"{clean(name)}:", *(f"- {clean(sentence)}" for _, sentence in sentences)]
    lines += ["", "How to read the CSV files", "-------------------------", *READING]
    return "\n".join(lines) + "\n"


READING = (
    "Comma-separated, UTF-8 with a byte order mark, LF line ends, one header row.",
    "An empty cell means what data_dictionary.csv says; a value may read None or NA, so switch",
    "off any automatic missing values (pandas: keep_default_na=False, na_values=['']).",
    "Read ids as text: leading zeros count (pandas: dtype={'case_id': str, 'note_id': str}).",
    "Text that a spreadsheet could take for a formula has an apostrophe before it.",
    "Control characters are replaced by U+FFFD. No date of a day is exported.",
)
