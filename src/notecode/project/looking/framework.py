"""The framework matrix of a project, and the coders' summaries that stand in it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from notecode.analysing.framework import (
    LONG_COLUMNS,
    Cells,
    Content,
    collect_cells,
    draw_framework,
    long_rows,
    wide_columns,
    wide_rows,
)
from notecode.analysing.report import Report
from notecode.codebook import heirs
from notecode.model import Case
from notecode.passages import Summary
from notecode.project.counting import ALL_CODERS
from notecode.project.looking.scope import Asked, Look, look
from notecode.project.project import Project
from notecode.store.retrieval import case_passages, codes_of_kinds
from notecode.store.summaries import load_summaries


def framework(
    project: Project,
    asked: Asked,
    *,
    content: Content = "both",
    most: int = 3,
    limit: int = 0,
    wide: bool = False,
) -> Report:
    """Cases against the codes asked for, or against all that are coded or summarised.

    ``most`` passages stand in a cell, in reading order; ``limit`` is how many cases are given, 0
    for all. ``wide``: a row for each case and a column for each code, not a row for each cell.

    Raises:
        UsageError: if what is asked names what does not exist.
        ProjectError: if no notes are stored yet.

    """
    with look(project, asked) as here:
        every = [
            case
            for case, chosen in zip(here.cases.values(), here.chosen.cases.tolist(), strict=True)
            if chosen
        ]
        cases = every[:limit] if limit else every
        summaries = _summaries(here, every) if content != "quotations" else []
        codes, codes_of_kind = _codes(here, {summary.code for summary in summaries})
        shown = {case.id for case in cases}
        cells = collect_cells(
            case_passages(here.db, replace(here.places, notes=_notes_of(here, cases))),
            codes_of_kind,
            [each for each in summaries if each.code in codes and each.case_id in shown],
            most=most,
        )
        report = _report(here, cells, cases, codes, content, wide=wide)
        definitions = tuple(_definitions(here, content, most))
        return replace(report, total=len(every), definitions=definitions)


def _report(
    here: Look,
    cells: Cells,
    cases: Sequence[Case],
    codes: Sequence[str],
    content: Content,
    *,
    wide: bool,
) -> Report:
    """The matrix of these cells, case by case or cell by cell."""
    book = here.codebook
    rows = wide_rows(cells, cases, codes, content) if wide else long_rows(cells, cases, codes, book)
    return Report(
        name="framework",
        title="Framework matrix: what each case has of each code",
        row_is="one case" if wide else "one code in one case",
        unit="case",
        columns=wide_columns(codes, book) if wide else LONG_COLUMNS,
        rows=tuple(rows),
        shown=len(cases),
        total=len(cases),
        base=here.base,
        nothing="there is no case, or no code occurs",
        asked={**here.asked.fields, "content": content, "codes": list(codes)},
        draw=partial(draw_framework, cells, cases, codes, book, content=content),
    )


def _summaries(here: Look, cases: Sequence[Case]) -> list[Summary]:
    """The summaries of these cases: everybody's, unless one coder is asked for.

    One of a code that was merged or renamed stands where the code's references are now.
    """
    chosen = {case.id for case in cases}
    named = "" if here.asked.coder == ALL_CODERS else here.asked.coder
    heir_of = heirs(here.codebook)
    return [
        replace(summary, code=heir_of.get(summary.code, summary.code))
        for summary in load_summaries(here.db, named)
        if summary.case_id in chosen
    ]


def _codes(here: Look, summarised: set[str]) -> tuple[list[str], dict[int, tuple[str, ...]]]:
    """The matrix's codes in tree order, and those under which each kind of reference stands."""
    book, asked = here.codebook, here.asked
    known = [code.id for code in book.tree]
    by_kind = codes_of_kinds(here.db)
    found = {here.chosen.facts.kinds[kind].code for kind in set(here.chosen.kind.tolist())}
    found |= summarised
    codes = [code for code in (*known, *sorted(found - set(known))) if code in found]
    if asked.codes:
        codes = [code for code in (*known, *asked.codes) if code in asked.codes]
        codes = list(dict.fromkeys(codes))
    under = {}
    for kind, code in by_kind.items():
        path = [step.id for step in book.path(code)] if code in book.code_by_id else [code]
        held = [code] if asked.own or not asked.codes else path
        under[kind] = tuple(step for step in held if step in codes)
    return codes, under


def _notes_of(here: Look, cases: Sequence[Case]) -> tuple[int, ...] | None:
    """The chosen notes of these cases, by number; None where that is all of them."""
    import numpy as np

    if len(cases) == len(here.cases):
        return here.places.notes
    facts = here.chosen.facts
    wanted = {case.id for case in cases}
    of_case = np.array([case_id in wanted for case_id in facts.cases], dtype=bool)
    return tuple(facts.note_number[here.chosen.notes & of_case[facts.note_case]].tolist())


def _definitions(here: Look, content: Content, most: int) -> Iterator[str]:
    if here.asked.codes and not here.asked.own:
        yield "A code's cell holds its own references and those of every code beneath it."
    else:
        yield "A code's cell holds the references with that very code."
    if content != "summaries":
        yield f"Of a cell's passages the first {most:,} are given, by date; all are counted."
    if content != "quotations":
        yield ("Summaries are the coders' own words (`notecode summarise`), each after its coder.")
    yield "An empty cell is nothing recorded, which is never no."
