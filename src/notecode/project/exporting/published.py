"""The tables that leave the project, as files and on a page; small counts withheld in all."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from notecode.counting import definitions, study_tables
from notecode.errors import Problem
from notecode.exporting import COUNT_TABLES, ExportTable, can_join, hidden_rows, without
from notecode.exporting.suppression import has_cells_of
from notecode.exporting.values import WHY_LEFT_OUT, WHY_SHORTENED
from notecode.model import (
    WHOLE,
    Codebook,
    CountSpec,
    CountTable,
    Measure,
    NamedCount,
    RollUp,
)
from notecode.project.counting import ALL_CODERS, Counting
from notecode.project.project import Project
from notecode.project.tables import SAVED, STUDY, NamedTable, tables_in
from notecode.store.connection import Database

_log = logging.getLogger(__name__)

TELLING: frozenset[Measure] = frozenset(
    ("per_case", "words", "characters", "share_of_row", "share_of_column")
)
"""Measures that no table has where small counts are withheld: they tell of single cases, or of a
total that may be withheld."""

USUAL_ROLL_UP: RollUp = "descendants"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The usual tables, and those of queries. ``below``: small counts are withheld in them.

    ``left_out`` are the tables of queries that could not be protected; ``shortened`` says of the
    others what was asked of them and is withheld altogether; ``problems`` are those of saved
    queries of which there is no table.
    """

    usual: tuple[CountTable, ...]
    named: tuple[NamedTable, ...]
    below: int = 0
    left_out: tuple[str, ...] = ()
    shortened: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def not_made(self) -> tuple[str, ...]:
        """The problems, in words."""
        return tuple(problem.message for problem in self.problems)

    @property
    def tables(self) -> tuple[ExportTable, ...]:
        """All of them, as an export has them."""
        return (
            *(ExportTable(table=table, definitions=definitions(table)) for table in self.usual),
            *(
                ExportTable(table=each.table, definitions=definitions(each.table), name=each.name)
                for each in self.named
            ),
        )


def published(
    db: Database, project: Project, codebook: Codebook, *, coder: str, below: int = 0
) -> Published:
    """The usual tables, the study's and the saved ones, of one coder ("": of all).

    A saved query may name another coder. Counts of fewer than ``below`` cases are withheld, 0
    withholds none: then all tables are protected together, whichever of them are printed, so that
    a file and a page of the same project hide the same.

    Raises:
        UsageError: if there are too few cases to withhold small counts.

    """
    usual_specs = [CountSpec(by=by, coder=coder, roll_up=USUAL_ROLL_UP) for by in COUNT_TABLES]
    study, saved = (
        [_discreet(query) if below else query for query in queries]
        for queries in (study_tables(codebook), _saved(project))
    )
    specs = [*usual_specs, *(query.spec for query in (*study, *saved))]
    counting = Counting(db, codebook, specs, project.settings.attributes)
    usual = tuple(map(counting.table, usual_specs))
    named: list[NamedTable] = []
    problems: list[Problem] = []
    for kind, queries in ((STUDY, study), (SAVED, saved)):
        made = tables_in(counting, project, queries, kind=kind, coder=coder or ALL_CODERS)
        named += made.tables
        problems += made.problems
    for problem in problems:
        _log.warning("%s", problem)
    found = Published(usual=usual, named=tuple(named), below=below, problems=tuple(problems))
    if not below:
        return found
    own = [counting.table(replace(s, roll_up="own")) for s in usual_specs if "code" in s.by]
    shown = _withheld(found, codebook, own, coder)
    without_all = _shortened(shown.named, [*study_tables(codebook), *_saved(project)])
    shown = replace(shown, shortened=tuple(without_all))
    if shown.left_out:
        _log.warning("Tables left out, since %s: %s", WHY_LEFT_OUT, ", ".join(shown.left_out))
    if shown.shortened:
        _log.warning("Measures left out, since %s: %s", WHY_SHORTENED, "; ".join(shown.shortened))
    return shown


def _saved(project: Project) -> tuple[NamedCount, ...]:
    return tuple(project.settings.tables.values())


def _shortened(shown: Sequence[NamedTable], asked: Sequence[NamedCount]) -> Iterator[str]:
    """What was asked of each table and is withheld in it altogether: "saved-x without words"."""
    wanted = {query.name: query.spec for query in asked}
    for each in shown:
        spec = wanted[each.query.name]
        gone = [measure.replace("_", " ") for measure in spec.measures if measure in TELLING]
        gone += ["intervals"] if spec.resamples else []
        if gone:
            yield f"{each.name} without {' and '.join(gone)}"


def _discreet(query: NamedCount) -> NamedCount:
    """The query without the measures that tell of single cases."""
    measures = tuple(measure for measure in query.spec.measures if measure not in TELLING)
    return replace(query, spec=replace(query.spec, measures=measures, resamples=0))


def _withheld(
    found: Published, codebook: Codebook, own: Sequence[CountTable], coder: str
) -> Published:
    """The same with small counts withheld, without the tables that cannot be protected."""
    below = found.below
    joining = [
        each
        for each in found.named
        if each.table.spec.coder == coder
        and can_join(each.table, codebook, found.usual, own)
        and not _tells_bases(each.table, found.usual[0].all_cases)
    ]
    # Saved tables may be anything: one with cells of its own would make the system that is solved
    # for every small count too large.
    kept = [
        each
        for each in joining
        if each.kind != SAVED or has_cells_of(each.table, codebook, found.usual, own)
    ]
    tables = [*found.usual, *(each.table for each in kept)]
    hidden = hidden_rows(tables, codebook, below, own=own)
    shown = [without(table, gone) for table, gone in zip(tables, hidden, strict=True)]
    split = len(found.usual)
    named = tuple(
        replace(each, table=table)
        for each, table, gone in zip(kept, shown[split:], hidden[split:], strict=True)
        # A base that is withheld would stand above the table.
        if (WHOLE,) * len(table.spec.by) not in gone
    )
    names = {each.name for each in named}
    return replace(
        found,
        usual=tuple(shown[:split]),
        named=named,
        left_out=tuple(each.name for each in found.named if each.name not in names),
    )


def _tells_bases(table: CountTable, all_cases: int) -> bool:
    """Whether it counts single cases, or says above it how many there are of a site or a month.

    Other bases are withheld in every table.
    """
    return "case" in table.spec.by or table.all_cases != all_cases
