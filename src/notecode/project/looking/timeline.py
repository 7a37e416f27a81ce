"""What happened when: the months of every case, or the notes and codes of one."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from notecode.analysing.report import Base, Report
from notecode.analysing.timeline import (
    MONTH_COLUMNS,
    MONTHS,
    NOTE_COLUMNS,
    UNKNOWN_START,
    Timeline,
    draw_cases,
    draw_notes,
    draw_timeline,
    month_rows,
    note_rows,
    timeline_of,
)
from notecode.errors import UsageError
from notecode.model import Case
from notecode.passages import CaseMonth
from notecode.project.looking.scope import Asked, Look, look
from notecode.project.project import Project
from notecode.store.timelines import case_months, coded_notes


def timelines(project: Project, asked: Asked, *, limit: int = 0) -> Report:
    """Notes and references of every case by month, by case id.

    ``limit`` is how many cases are given, 0 for all.

    Raises:
        UsageError: if what is asked names what does not exist.
        ProjectError: if no notes are stored yet.

    """
    with look(project, asked) as here:
        found = case_months(here.db, here.places)
        of = "references" if asked.of_references and here.base.references else "notes"
        ids = list(dict.fromkeys(month.case_id for month in found))
        shown = set(ids[:limit] if limit else ids)
        given = [month for month in found if month.case_id in shown]
        cases = [here.cases[case_id] for case_id in ids if case_id in shown]
        return Report(
            name="timelines",
            title=f"{of.capitalize()} of each case by month",
            row_is="one month of one case",
            unit="case",
            columns=MONTH_COLUMNS,
            rows=tuple(month_rows(given, here.cases)),
            shown=len(cases),
            total=len(ids),
            base=_notes_base(here) if of == "notes" else here.base,
            definitions=(MONTHS, *_undated(here), *([here.base.whose] if of == "notes" else [])),
            nothing="no case has a note",
            asked={**asked.fields, "of": of},
            draw=partial(_draw_cases, given, cases, of),
        )


def _draw_cases(
    given: Sequence[CaseMonth], cases: Sequence[Case], of: str, width: int
) -> list[str]:
    return draw_cases(given, cases, width, of=of)


def _notes_base(here: Look) -> Base:
    """The notes looked at, coded or not, and whose coding is counted beside them."""
    return replace(here.notes_base, coder=here.base.coder, coders=here.base.coders)


def _undated(here: Look) -> tuple[str, ...]:
    """How many of the cases looked at have no start date, if any."""
    chosen = [
        case for case, passes in zip(here.cases.values(), here.chosen.cases, strict=True) if passes
    ]
    undated = sum(case.start is None for case in chosen)
    if not undated:
        return ()
    return (f"{undated:,} of {len(chosen):,} cases have no start date, and so no months.",)


def timeline(project: Project, asked: Asked, case_id: str, *, notes: bool = False) -> Report:
    """The notes of one case in order, with their codes; ``notes``: each is drawn as well.

    Raises:
        UsageError: if there is no such case, another one is asked for as well, or what is asked
            names what does not exist.
        ProjectError: if no notes are stored yet.

    """
    others = [key for name, keys in asked.only if name == "case" for key in keys if key != case_id]
    if others:
        raise UsageError(
            f"the timeline is to be of {case_id}, and only {', '.join(others)} is let through",
            hint="Name one case, or leave out the CASE: then there is a line for each.",
        )
    within = replace(asked, only=(*asked.only, ("case", (case_id,))))
    with look(project, within) as here:
        case = here.cases[case_id]
        found = timeline_of(case, coded_notes(here.db, here.places))
        days = f", {(case.end - case.start).days + 1} days" if case.start and case.end else ""
        site = f", {case.site}" if case.site else ""
        return Report(
            name=f"timeline_{re.sub(r'[^A-Za-z0-9-]+', '_', case_id)}",
            title=f"Case {case_id}{site}{days}: what happened when",
            row_is="one code of one note, or one note that is not coded",
            unit="note",
            columns=NOTE_COLUMNS,
            rows=tuple(note_rows(found, here.codebook)),
            shown=len(found.notes),
            total=len(found.notes),
            base=here.base,
            definitions=(*_shut_out(here, case), *_definitions(found, own=asked.own)),
            nothing=_why_nothing(here, case),
            asked={**asked.fields, "case": case_id},
            draw=partial(_draw, found, here, notes),
        )


def _shut_out(here: Look, case: Case) -> tuple[str, ...]:
    """That the case is not among those asked for, if it is not; its site where that is why."""
    if here.chosen.cases[list(here.cases).index(case.id)]:
        return ()
    sites = [key for name, keys in here.asked.only if name == "site" for key in keys]
    if sites and case.site not in sites:
        at = f"at {case.site}" if case.site else "at no site"
        return (f"Case {case.id} is {at}, and only {', '.join(sites)} was asked for.",)
    return (f"Case {case.id} is not among the cases asked for.",)


def _why_nothing(here: Look, case: Case) -> str:
    return "nothing of the case was asked for" if _shut_out(here, case) else "the case has no note"


def _definitions(found: Timeline, *, own: bool) -> tuple[str, ...]:
    rolled = (
        "A code's line counts its own references."
        if own
        else "A code's line counts its references and those of every code beneath it."
    )
    return (
        MONTHS if found.by_start else UNKNOWN_START,
        f"{rolled} Codes without any here have no line; . is 0, which is never no.",
    )


def _draw(found: Timeline, here: Look, notes: bool, width: int) -> list[str]:
    lines = draw_timeline(found, here.codebook, width, roll_up=not here.asked.own)
    if notes:
        lines += ["", *draw_notes(found, here.codebook, width)]
    return lines
