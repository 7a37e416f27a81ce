"""The framework matrix of a project, and the coders' summaries that stand in it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from notecode.analysing.framework import (
    LONG_COLUMNS,
    Cells,
    Content,
    collect_cells,
    draw_framework,
    first_in_cells,
    long_rows,
    wide_columns,
    wide_rows,
)
from notecode.analysing.report import Report
from notecode.codebook import heirs
from notecode.model import Case, Span
from notecode.passages import Summary
from notecode.project.counting import ALL_CODERS
from notecode.project.looking.scope import Asked, Look, look
from notecode.project.project import Project
from notecode.store.counts import load_texts
from notecode.store.doubtful import doubts_in_places, note_ids
from notecode.store.retrieval import notes_in_reading_order
from notecode.store.summaries import load_summaries

if TYPE_CHECKING:
    from notecode.tables import IntArray


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
    with look(project, asked, spans=content != "summaries") as here:
        every = [
            case
            for case, chosen in zip(here.cases.values(), here.chosen.cases.tolist(), strict=True)
            if chosen
        ]
        cases = every[:limit] if limit else every
        summaries = _summaries(here, every) if content != "quotations" else []
        codes, codes_of_kind = _codes(here, {summary.code for summary in summaries})
        shown = {case.id for case in cases}
        quoted = _Quoted(here)
        most_quoted = most if content != "summaries" else 0
        cells = collect_cells(
            _passages(here, shown, codes, codes_of_kind, most=most_quoted, quoted=quoted),
            [each for each in summaries if each.code in codes and each.case_id in shown],
        )
        report = _report(here, cells, cases, codes, content, wide=wide)
        definitions = tuple(_definitions(here, content, most))
        doubts = doubts_in_places(here.db, quoted)
        return replace(report, total=len(every), definitions=definitions, doubts=doubts)


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


def _codes(here: Look, summarised: set[str]) -> tuple[list[str], list[tuple[int, ...]]]:
    """The matrix's codes in tree order, and the places among them of each kind of reference."""
    book, asked = here.codebook, here.asked
    known = [code.id for code in book.tree]
    kinds = here.chosen.facts.kinds
    found = {kinds[kind].code for kind in set(here.chosen.kind.tolist())}
    found |= summarised
    codes = [code for code in (*known, *sorted(found - set(known))) if code in found]
    if asked.codes:
        codes = [code for code in (*known, *asked.codes) if code in asked.codes]
        codes = list(dict.fromkeys(codes))
    place = {code: at for at, code in enumerate(codes)}

    def under(code: str) -> tuple[int, ...]:
        path = [step.id for step in book.path(code)] if code in book.code_by_id else [code]
        held = [code] if asked.own or not asked.codes else path
        return tuple(place[step] for step in held if step in place)

    return codes, [under(kind.code) for kind in kinds]


def _passages(
    here: Look,
    shown: set[str],
    codes: Sequence[str],
    codes_of_kind: Sequence[Sequence[int]],
    *,
    most: int,
    quoted: "_Quoted",
) -> Iterator[tuple[str, str, int, list[str]]]:
    """Case, code, number of references and the first ``most`` passages of each cell.

    These passages are then what is ``quoted``.
    """
    import numpy as np

    facts, chosen = here.chosen.facts, here.chosen
    wanted = np.array([case_id in shown for case_id in facts.cases], dtype=bool)
    entries = np.flatnonzero(wanted[facts.note_case[chosen.note]])
    if most:
        rank = _reading_ranks(here)[chosen.note[entries]]
        entries = entries[np.lexsort((chosen.end[entries], chosen.start[entries], rank))]
    # A reference is an entry of each cell in which it stands: one for each of its codes.
    lengths = np.array([len(places) for places in codes_of_kind], dtype=np.int64)
    begins = np.cumsum(lengths) - lengths
    places = np.array([at for each in codes_of_kind for at in each], dtype=np.int64)
    many = lengths[chosen.kind[entries]]
    turn = np.arange(int(many.sum())) - np.repeat(np.cumsum(many) - many, many)
    entries = np.repeat(entries, many)
    code = places[begins[chosen.kind[entries]] + turn]
    cells = facts.note_case[chosen.note[entries]] * len(codes) + code
    found, numbers, first = first_in_cells(cells, most)
    words = quoted.read(entries[first]) if most else iter(())
    case, at = np.divmod(found, len(codes) or 1)
    for place, column, number in zip(case.tolist(), at.tolist(), numbers.tolist(), strict=True):
        yield facts.cases[place], codes[column], number, list(islice(words, min(number, most)))


def _reading_ranks(here: Look) -> "IntArray":
    """For each note, in the order of the facts, when its turn is for who reads case by case."""
    import numpy as np

    ranks = np.empty(len(here.chosen.facts.note_number), dtype=np.int64)
    in_order = np.array(notes_in_reading_order(here.db), dtype=np.int64)
    ranks[np.searchsorted(here.chosen.facts.note_number, in_order)] = np.arange(len(in_order))
    return ranks


class _Quoted:
    """The passages that stand in the matrix, and their places, gone through if they are asked for.

    Making a value of each takes longer than all that is done with it where nothing is flagged.
    """

    def __init__(self, here: Look) -> None:
        self._here = here
        self._numbers: list[int] = []
        self._spans: list[tuple[int, int, int]] = []

    def read(self, entries: "IntArray") -> Iterator[str]:
        """The passages of these references of the chosen ones."""
        import numpy as np

        chosen = self._here.chosen
        notes, at = np.unique(chosen.note[entries], return_inverse=True)
        # Numbers and places of notes are in the same order, and so are the texts.
        self._numbers = chosen.facts.note_number[notes].tolist()
        columns = (at, chosen.start[entries], chosen.end[entries])
        self._spans = list(zip(*(column.tolist() for column in columns), strict=True))
        texts = load_texts(self._here.db, self._numbers)
        return (texts[note][start:end] for note, start, end in self._spans)

    def __iter__(self) -> Iterator[tuple[str, Span]]:
        ids = note_ids(self._here.db, self._numbers)
        return ((ids[note], Span(start, end)) for note, start, end in self._spans)


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
