"""The frames that say how far the coding has come, and who did what."""

from collections.abc import Sequence

from notecode.exporting.frames import Column, Frame, Row, fixed
from notecode.exporting.values import AuditLine, Coverage, ExportData

READ = (
    "no reference, and the coder has been through them: marked as done, or something was rejected,"
    " changed or taken back there, and no suggestion is left open"
)
COVERAGE_COLUMNS = (
    Column("scope", "level", '"project" or "site"', levels=("project", "site")),
    Column("site", "text", "the site", "all sites, or none recorded"),
    Column("unit", "level", '"cases" or "notes"', levels=("cases", "notes")),
    Column("coded", "integer", "with at least one reference"),
    Column("read_nothing_to_code", "integer", READ, label="read, nothing to code"),
    Column("not_coded_yet", "integer", "no reference, and not been through", label="not coded yet"),
    Column("all_units", "integer", "the three together", label="all"),
)
AUDIT_COLUMNS = (
    Column("topic", "text", "what the line is about"),
    Column("what", "text", "what is counted"),
    Column("of", "text", "of whom or what", "of the project as a whole"),
    Column("number", "integer", "how many"),
)


def coverage_frame(coverage: Sequence[Coverage]) -> Frame:
    """One row for cases and one for notes: of all sites, then of each site."""
    rows: list[Row] = []
    for each in coverage:
        scope = ("project", None) if each.site is None else ("site", each.site or None)
        cases = (each.cases_coded, each.cases_read, each.cases_open)
        notes = (each.notes_coded, each.notes_read, each.notes_open)
        rows.append((*scope, "cases", *cases, sum(cases)))
        rows.append((*scope, "notes", *notes, sum(notes)))
    return Frame(
        name="coverage",
        sheet="Coverage",
        group="coverage",
        row_is="the cases, or the notes, of the project or of one site",
        columns=COVERAGE_COLUMNS,
        read=fixed(rows),
        key=("scope", "site", "unit"),
        base=coverage_words(coverage),
    )


def coverage_words(coverage: Sequence[Coverage]) -> str:
    """How far the coding has come, in a sentence; "" if that is not known."""
    whole = next((each for each in coverage if each.site is None), None)
    if whole is None:
        return ""
    cases = whole.cases_coded + whole.cases_read + whole.cases_open
    notes = whole.notes_coded + whole.notes_read + whole.notes_open
    return (
        f"{whole.cases_coded:,} of {cases:,} cases have references; {whole.cases_read:,} were read"
        f" and have nothing to code; {whole.cases_open:,} are not coded yet. Of {notes:,} notes"
        f" {whole.notes_coded:,} have references, {whole.notes_read:,} were read and have nothing"
        f" to code, {whole.notes_open:,} are not coded yet."
    )


def audit_frame(data: ExportData) -> Frame:
    """Who coded what from where, under which codebook, and what was masked and reviewed."""
    return Frame(
        name="audit",
        sheet="Audit",
        group="audit",
        row_is="one number of how the data came about",
        columns=AUDIT_COLUMNS,
        read=fixed(_audit_row(line) for line in data.audit),
    )


def _audit_row(line: AuditLine) -> Row:
    return (line.topic, line.what, line.of or None, line.number)
