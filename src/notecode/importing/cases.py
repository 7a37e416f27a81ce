"""The case file -> cases and their attributes, each a value, recorded as absent, or missing."""

from dataclasses import dataclass
from pathlib import Path

from notecode.errors import Problem
from notecode.importing.attributes import case_value
from notecode.importing.cleaning import clean_words
from notecode.importing.columns import is_personal, stage_of
from notecode.importing.layout import Choice, Proposal
from notecode.importing.problems import ProblemLog
from notecode.importing.reading import dates_of, distinct_rows, open_table
from notecode.importing.rows import Row
from notecode.importing.undecided import both_ways
from notecode.model import Case, CaseValue
from notecode.settings import ATTRIBUTE, Layout


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class CasesFile:
    """What a case file holds. If any problem is fatal, the cases are not to be used."""

    cases: tuple[Case, ...]
    values: tuple[CaseValue, ...]
    layout: Layout
    choices: tuple[Choice, ...]
    left_out: tuple[str, ...]
    problems: tuple[Problem, ...]
    rows: int

    def __repr__(self) -> str:
        return (
            f"CasesFile({len(self.cases)} cases, {len(self.values)} values hidden, "
            f"{len(self.problems)} problems)"
        )


def read_cases(
    path: Path, layout: Layout | None = None, remembered: Layout | None = None
) -> CasesFile:
    """Read a case file; ``layout`` is what its user says of it.

    Every other column of words that does not identify somebody is an attribute. What is
    ``remembered`` of earlier files counts below that, and only as far as it fits.

    Raises:
        InputError: there is no table in the file, or no column of case ids.

    """
    table, proposal = open_table(path, "cases", layout, remembered)
    log = ProblemLog(table.file, table.problems)
    _report_columns(proposal, log)
    rows, _ = distinct_rows(table, log)
    starts = dates_of(rows, proposal, "start", log)
    ends = dates_of(rows, proposal, "end", log)
    cases: dict[str, Case] = {}
    values: list[CaseValue] = []
    for row, start, end in zip(rows, starts, ends, strict=True):
        case_id = proposal.cell(row, "case")
        if not _is_new(case_id, cases, row, proposal, log):
            continue
        if start and end and end < start:
            log.warn("the case ends before it starts", row=row.number)
        site = clean_words(proposal.cell(row, "site"))
        cases[case_id] = Case(id=case_id, site=site, start=start, end=end)
        values += [
            case_value(case_id, name, row.cells[place])
            for name, place in proposal.attributes.items()
        ]
    return CasesFile(
        cases=tuple(cases.values()),
        values=tuple(values),
        layout=proposal.layout,
        choices=proposal.choices,
        left_out=proposal.left_out,
        problems=log.all(),
        rows=len(table.rows),
    )


def _is_new(
    case_id: str, cases: dict[str, Case], row: Row, proposal: Proposal, log: ProblemLog
) -> bool:
    column = proposal.header("case")
    if not case_id:
        log.add("the row has no case id", row=row.number, column=column)
    elif case_id in cases:
        log.add(
            "the same case id as in an earlier row, but other details",
            row=row.number,
            column=column,
            hint="write one row a case, and assessments as columns such as Engagement (closure)",
        )
    else:
        return True
    return False


def _report_columns(proposal: Proposal, log: ProblemLog) -> None:
    """Say which columns are left out as identifying or free text, and which mean the same."""
    for header in proposal.left_out:
        why = "identifies people" if is_personal(header) else "holds free text"
        log.add(
            f"the column {why} and is not taken as an attribute",
            column=header,
            hint=f"if it is one: {both_ways('cases', f'{ATTRIBUTE}{header}', header)}",
            fatal=False,
        )
    seen: dict[tuple[str, str], str] = {}
    for name in proposal.attributes:
        earlier = seen.setdefault(stage_of(name), name)
        if earlier != name:
            log.add(
                f"the same attribute and stage as the column {earlier!r}",
                column=name,
                hint="delete or rename one of them",
            )
