"""The words that go with an export: the read-me file and the workbook's first sheet."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter

from notecode.exporting.catalogue import DICTIONARY, MOST_REFERENCES, README, WORKBOOK
from notecode.exporting.counts import count_name, table_name
from notecode.exporting.coverage import coverage_words
from notecode.exporting.datapackage import PACKAGE
from notecode.exporting.frames import Frame
from notecode.exporting.values import ExportData, ExportTable
from notecode.tables import ROLL_UPS
from notecode.text.spreadsheets import clean

PLAIN = (
    (
        "What this is",
        "Case notes were anonymised and coded: each passage that records an activity was marked"
        " with a code, and with the agencies that took part. These are the counts.",
    ),
    (
        "References and cases",
        "References: how many passages record an activity. Cases: in how many cases it is"
        " recorded at all. A long meeting and a short e-mail are one reference each.",
    ),
    (
        "What may be added up",
        "References may be added up over sites and months, and not over agencies (a passage can"
        " have two) or over a code and the codes beneath it. Cases may never be added up.",
    ),
    (
        "0 and empty",
        "0 means that nothing was recorded, which is never no. It can also be that the case has"
        " not been coded yet: the coverage says how far the coding has come.",
    ),
)
"""What somebody has to know who opens an export and has read nothing else."""

OTHERS = (
    "Files that are not listed here (quotes.csv, outcomes.csv, report/ …) were written by",
    "themselves, maybe earlier: their last column, or the top of the page, says of which state.",
)

READING = (
    "Comma-separated, UTF-8 with a byte order mark, LF line ends, one header row.",
    f"An empty cell means what {DICTIONARY} says; a value may read None or NA, so switch",
    "off any automatic missing values, and read ids as text, since leading zeros count:",
    "  pandas: read_csv(file, keep_default_na=False, na_values=[''], dtype={'case_id': str, …})",
    "  R: read.csv(file, fileEncoding = 'UTF-8-BOM', na.strings = '',",
    "     colClasses = c(case_id = 'character', note_id = 'character'))",
    f"In {WORKBOOK} the header is in row 2, under a line that says the base:",
    "  pandas: read_excel(file, sheet_name=…, header=1); R: readxl::read_excel(file, skip = 1)",
    "Text that a spreadsheet could take for a formula has an apostrophe before it.",
    "Control characters are replaced by U+FFFD. No date of a day in a case is exported.",
)
CODES = (
    "Levels are numbered from 1 in the order of the data dictionary, with value labels; no is 0",
    "and yes is 1, and in the column third 0 is before the start and 4 after the end. Numbers",
    "have no value labels, so that they are numbers in every program.",
    "Why there is no number is told apart: SPSS -9 and Stata .m nothing recorded (missing);",
    "-8 and .a recorded as absent; -7 and .u recorded, but not readable; -6 and .w withheld.",
    "(Where numbers are that low themselves, SPSS has -99, -98 … or -999, -998 …) An empty cell",
    "without such a reason is system-missing.",
)


def readme_text(data: ExportData, made: Sequence[Frame], names: Sequence[str]) -> str:
    """The read-me of an export: what it is, provenance, files, definitions, how to read it."""
    head = "Coded references and frequencies"
    lines = [head, "=" * len(head), ""]
    lines += [f"{name}: {text}" for name, text in PLAIN]
    coverage = coverage_words(data.coverage)
    lines += [f"Coverage: {coverage}"] if coverage else []
    lines += ["", *_heading("Where it comes from")]
    lines += [f"{name}: {clean(value)}" for name, value in data.provenance.fields]
    lines += ["", *_heading("Files"), *_files(made, names)]
    lines += ["", *OTHERS, "", *_heading("What the numbers mean")]
    for name, sentences in groupby(shared_definitions(data.tables), key=itemgetter(0)):
        lines += [f"{clean(name)}:", *(f"- {clean(sentence)}" for _, sentence in sentences)]
    lines += ["", *_heading("How to read the CSV files"), *READING]
    if any(name.endswith((".sav", ".dta")) for name in names):
        lines += ["", *_heading("How to read the SPSS and Stata files"), *CODES]
    return "\n".join(lines) + "\n"


def _heading(text: str) -> tuple[str, str]:
    return (text, "-" * len(text))


def _files(made: Sequence[Frame], names: Sequence[str]) -> list[str]:
    """Each file of this export with what it holds, files of one table together."""
    lines = [
        f"{README}: this",
        f"{PACKAGE}: the same for programs; written last, so an export with it is whole",
        f"{DICTIONARY}: every column of every table: what it means, what empty means",
    ]
    for frame in made:
        own = [name for name in names if name.partition(".")[0] == frame.name]
        if own:
            lines.append(f"{', '.join(own)}: one row is {frame.row_is}")
    if WORKBOOK in names:
        lines.append(
            f"{WORKBOOK}: the same in one workbook, two dimensions as cross-tables, headings in"
            " words (its data dictionary has them beside the names of columns)"
        )
    return lines


def readme_rows(
    data: ExportData, shown: Iterable[Frame], made: Iterable[Frame]
) -> list[tuple[str, str]]:
    """The workbook's first sheet: what it is, definitions, provenance, its sheets."""
    rows = [*PLAIN]
    coverage = coverage_words(data.coverage)
    rows += [("Coverage", coverage)] if coverage else []
    rows += shared_definitions(data.tables)
    rows += data.provenance.fields
    listed = list(shown)
    rows += [(f"Sheet: {frame.sheet}", f"One row is {frame.row_is}.") for frame in listed]
    if "references" in {frame.name for frame in made} - {frame.name for frame in listed}:
        rows.append(
            (
                "References",
                f"There are more than {MOST_REFERENCES:,}: see the file references, beside this.",
            )
        )
    return rows


def shared_definitions(tables: Sequence[ExportTable]) -> tuple[tuple[str, str], ...]:
    """Each sentence that defines the numbers, once, after the files of what it holds for."""
    held: dict[str, list[str]] = {}
    usual = [each.table.spec for each in tables if not each.name]
    several = len({(spec.coder, spec.roll_up) for spec in usual}) > 1
    for each in tables:
        spec = each.table.spec
        name = table_name(each.name) if each.name else count_name(spec.by)
        if several and not each.name:
            whose = f"coding of {spec.coder}" if spec.coder else "all coders"
            name += f" ({ROLL_UPS[spec.roll_up]}, {whose})"
        for sentence in each.definitions:
            held.setdefault(sentence, []).append(name)
    shared = [("All tables", text) for text, names in held.items() if len(names) == len(tables)]
    own = [
        (f"Tables {'; '.join(names)}", text)
        for text, names in held.items()
        if len(names) < len(tables)
    ]
    return (*shared, *own)
