"""Small counts: which numbers to withhold so that none of them can be worked out from the rest.

A cell in which fewer than N cases have a reference, and at least one, is small. Its references,
cases and notes are withheld together, and so are as many other cells as it takes: whoever knows
every number that is shown, which cells add up to which, that a withheld cell is at least 1, that
references are at least notes and notes at least cases, and that a part is at most its whole,
must find at least two values possible for each number of each small cell. That is tested by
linear programming (``scipy.optimize.linprog``) for each cell, as statistical offices do
(A. Hundepool et al., Statistical Disclosure Control, Wiley 2012, chapter 4: cell suppression and
its audit), and cells are added until it holds.

What is supposed to be known is more than is true: references by agency are taken to add up,
and that nothing is coded with a code that has others beneath it is taken to be known where it is
so. Cases and notes that may overlap (by month, by code) are at most added up.

All tables of one coder are protected together. One that is limited to a code, a site or another
key counts what the tables without a limit count too, so its cells are cells of theirs; one that
is limited to several codes is the sum of these (``exporting/limits.py``).

How many cases a site, a month, a third or a value has, coded or not, is in no table: of one that
has a single case a withheld number of cases would be 1. That holds whatever the data are, so that
what is missing says nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from notecode.errors import UsageError
from notecode.exporting.disclosure import Cell, Line, exposed
from notecode.exporting.limits import OWN, Limit, limit_of
from notecode.model import WHOLE, Codebook, Count, CountTable, case_value_of

Hidden = frozenset[tuple[str, ...]]
"""The keys of the rows, and of the totals, of one table that are withheld."""

BASE: Cell = frozenset()
"""The cell of all references together."""

LEAST = 2
"""Below 1 case there is nothing to withhold."""


@dataclass(slots=True)
class _Tables:
    """Tables that count the same references: their cells, and which of them add up to which.

    ``parts`` are those of a whole along one dimension, or beneath one code; ``within`` are pairs
    of a whole and a part, beside which there is more in it.
    """

    counts: dict[Cell, Count] = field(default_factory=dict)
    unpublished: set[Cell] = field(default_factory=set)
    parts: dict[tuple[Cell, str], dict[Cell, None]] = field(default_factory=dict)
    within: dict[tuple[Cell, Cell], None] = field(default_factory=dict)

    def add(self, cell: Cell, count: Count, parents: Mapping[str, str], fixed: Cell = BASE) -> None:
        """Add a cell, as a part of each whole; ``parents`` are the codes' own.

        ``fixed`` is what its table was limited to: of these keys there are no others beside them.
        """
        self.counts.setdefault(cell, count)
        for part, whole, kind in _steps(cell - fixed, parents):
            self.parts.setdefault((whole | (cell & fixed), kind), {})[part | (cell & fixed)] = None
        for one in cell & fixed:
            self.within[cell - {one}, cell] = None

    def add_sum(self, cell: Cell, limit: Limit) -> None:
        """Make a cell that is limited to several codes the sum of its codes' cells."""
        parts = {part: None for part in limit.parts(cell) if part in self.counts}
        self.parts[cell, limit.name] = parts
        if limit.above:
            whole, beside = limit.whole(cell)
            others = dict.fromkeys(part for part in beside if part in self.counts)
            self.parts[whole, f"{limit.name} and others"] = {cell: None, **others}

    def forget_bases(self, below: int) -> None:
        """Take small bases for unknown, since no table shows them; larger ones may be known."""
        for cell, count in self.counts.items():
            if count.case_base < below:
                self.counts[cell] = replace(count, case_base=0)

    @property
    def lines(self) -> list[Line]:
        """Each whole with its parts."""
        lines = [
            Line(whole, tuple(parts), _adds_up(kind)) for (whole, kind), parts in self.parts.items()
        ]
        known = [(whole, part) for whole, part in self.within if whole in self.counts]
        return lines + [Line(whole, (part,), covered=False) for whole, part in known]


def hidden_rows(
    tables: Sequence[CountTable],
    codebook: Codebook,
    below: int,
    *,
    own: Sequence[CountTable] = (),
) -> tuple[Hidden, ...]:
    """For each table, in order, the keys of the rows and totals to withhold.

    Keys that are all ``WHOLE`` stand for the table's base. Tables of different coders are
    protected each by themselves, and so are those whose limits cannot be told in cells of the
    others (see ``can_join``). ``own`` are tables by codes alone, without those beneath them:
    nobody will see them, and without them it is taken that nothing is coded with a code that has
    others beneath it.

    Raises:
        UsageError: if ``below`` is less than 2, or if there are so few cases that even the base
            of a table would have to be withheld.

    """
    if below < LEAST:
        raise UsageError(
            f"counts of fewer than {below} cases cannot be withheld: there are none",
            hint=f"Give {LEAST} or more; 5 and 10 are usual.",
        )
    limits = [limit_of(table.spec, codebook, own, tables) for table in tables]
    found: dict[int, Hidden] = {}
    for group, members in _grouped(tables, limits).items():
        chosen = [(tables[at], limits[at] or Limit()) for at in members]
        spec = chosen[0][0].spec
        rolled = any(table.spec.roll_up != "own" for table, _ in chosen)
        joined = _joined(chosen, codebook, rolled=rolled)
        for table in own if rolled else ():
            if table.spec.coder == spec.coder and (group[1:] == (True,) or not spec.only):
                _add_own(joined, table, codebook)
        _add_sums(joined, chosen)
        joined.forget_bases(below)
        hidden = _withheld(joined, below)
        for at, (table, limit) in zip(members, chosen, strict=True):
            keys = [row.keys for row in (*table.rows, *table.totals)]
            keys.append((WHOLE,) * len(table.spec.by))
            found[at] = frozenset(one for one in keys if _cell(table, one, limit) in hidden)
    return tuple(found[at] for at in range(len(tables)))


def without(table: CountTable, hidden: Hidden) -> CountTable:
    """The table without the numbers of the rows and totals that are ``hidden``.

    Remarks go too: they have numbers of their own; and the case bases of all rows, where they are
    not that of the table.
    """
    bases_go = any(map(_has_own_base, table.spec.by))

    def shown(row: Count) -> Count:
        base = 0 if bases_go else row.case_base
        if row.keys not in hidden:
            return replace(row, case_base=base)
        return Count(keys=row.keys, references=0, cases=0, notes=0, case_base=base, withheld=True)

    return replace(
        table,
        rows=tuple(map(shown, table.rows)),
        totals=tuple(map(shown, table.totals)),
        remarks=(),
        bases_withheld=bases_go,
    )


def can_join(
    table: CountTable, codebook: Codebook, others: Sequence[CountTable], own: Sequence[CountTable]
) -> bool:
    """Whether a table can be protected together with these others.

    Where it cannot, what it shows could be set against them, whatever is withheld in it.
    """
    return limit_of(table.spec, codebook, own, others) is not None


def has_cells_of(
    table: CountTable, codebook: Codebook, others: Sequence[CountTable], own: Sequence[CountTable]
) -> bool:
    """Whether every number of a table stands in these others too, which have no limit."""
    limit = limit_of(table.spec, codebook, own, others)
    if limit is None:
        return False
    there = {BASE}
    for each in others:
        there |= {_cell(each, row.keys, Limit()) for row in (*each.rows, *each.totals)}
    keys = [row.keys for row in (*table.rows, *table.totals)]
    keys.append((WHOLE,) * len(table.spec.by))
    return all(_cell(table, one, limit) in there for one in keys)


def _grouped(
    tables: Sequence[CountTable], limits: Sequence[Limit | None]
) -> dict[tuple[object, ...], list[int]]:
    """The places of the tables that count the same references in the same way."""
    groups: dict[tuple[object, ...], list[int]] = {}
    for at, (table, limit) in enumerate(zip(tables, limits, strict=True)):
        spec = table.spec
        alone = (spec.coder, spec.roll_up, spec.only)
        groups.setdefault((spec.coder, True) if limit else alone, []).append(at)
    return groups


def _cell(table: CountTable, keys: Sequence[str], limit: Limit) -> Cell:
    """What a row counts, whatever table it stands in: the top of a branch is the branch."""
    own = table.spec.roll_up == "own"
    named = {
        "code" if dimension == "branch" and not own else dimension: key
        for dimension, key in zip(table.spec.by, keys, strict=True)
        if key != WHOLE
    }
    return frozenset({**dict(limit.fixed), **named}.items())


def _adds_up(dimension: str) -> tuple[bool, bool, bool]:
    """Whether cases, notes and references add up along a dimension.

    A case has one site and one value of an attribute, a note one month. References of several
    agencies are taken to add up too: whoever guesses that each has one is not to be helped.
    """
    of_cases = dimension in _OF_CASES or case_value_of(dimension) is not None
    return (of_cases, of_cases or dimension in _OF_NOTES, True)


def _has_own_base(dimension: str) -> bool:
    """Whether not every case could be counted under each key of a dimension."""
    return dimension in _OF_CASES | _OF_TIME or case_value_of(dimension) is not None


_OF_CASES = frozenset({"site", "case"})
_OF_TIME = frozenset({"month", "third"})
_OF_NOTES = frozenset({"month", "third", "contact_type", "author_role"})


def _joined(
    tables: Sequence[tuple[CountTable, Limit]], codebook: Codebook, *, rolled: bool
) -> _Tables:
    """All cells of the tables, and what they add up to."""
    parents = {code.id: code.parent for code in codebook.codes if rolled}
    joined = _Tables()
    # Those without a limit first: what a code holds in all is said by them.
    for table, limit in sorted(tables, key=lambda one: bool(one[1].fixed)):
        base = replace(table.base, keys=(WHOLE,) * len(table.spec.by))
        for row in (base, *table.totals, *table.rows):
            joined.add(_cell(table, row.keys, limit), row, parents, limit.fixed)
    if BASE not in joined.counts:
        joined.counts[BASE] = max((t.base for t, _ in tables), key=lambda base: base.references)
    return joined


def _add_sums(joined: _Tables, tables: Sequence[tuple[CountTable, Limit]]) -> None:
    for table, limit in tables:
        if limit.codes:
            keys = [row.keys for row in (*table.totals, *table.rows)]
            for one in (*keys, (WHOLE,) * len(table.spec.by)):
                joined.add_sum(_cell(table, one, limit), limit)


def _add_own(joined: _Tables, table: CountTable, codebook: Codebook) -> None:
    """Add what is coded with the very codes that have others beneath them, where anything is."""
    above = {code.parent for code in codebook.codes} - {""}
    for row in table.rows:
        named = dict(zip(table.spec.by, row.keys, strict=True))
        if row.references and named.get("code") in above:
            named[OWN] = named.pop("code")
            cell = frozenset(named.items())
            joined.unpublished.add(cell)
            joined.add(cell, row, {})


def _steps(cell: Cell, parents: Mapping[str, str]) -> Iterator[tuple[Cell, Cell, str]]:
    """Each whole that a cell, or a total over some of its dimensions, is a part of."""
    for size in range(1, len(cell) + 1):
        for chosen in combinations(sorted(cell), size):
            part = frozenset(chosen)
            for dimension, key in chosen:
                rest = part - {(dimension, key)}
                above = key if dimension == OWN else parents.get(key, "")
                if above and dimension in (OWN, "code"):
                    yield part, rest | {("code", above)}, f"beneath {above}"
                else:
                    yield part, rest, dimension


def _withheld(tables: _Tables, below: int) -> frozenset[Cell]:
    """The small cells, and those that have to go with them."""
    counts, lines = tables.counts, tables.lines
    hidden = set(tables.unpublished)
    small = {cell for cell, count in counts.items() if 0 < count.cases < below} - hidden
    if BASE in small:
        raise _too_few(below)
    hidden |= small
    touching: dict[Cell, list[Line]] = {}
    for line in lines:
        for cell in (line.whole, *line.parts):
            touching.setdefault(cell, []).append(line)
    _pair_up(counts, lines, hidden)
    while found := exposed(counts, lines, hidden, small):
        for cell in found:
            _withhold(_nearest(counts, hidden, touching, cell), hidden, below)
    return frozenset(hidden)


def _nearest(
    counts: Mapping[Cell, Count],
    hidden: set[Cell],
    touching: Mapping[Cell, Sequence[Line]],
    cell: Cell,
) -> Cell | None:
    """The cheapest cell to withhold on a line of this one, or of those on its lines, and so on."""
    reached, ring = {cell}, {cell}
    while ring:
        lines = [line for member in ring for line in touching[member]]
        found = _cheapest(counts, hidden, lines)
        if found is not None:
            return found
        ring = {member for line in lines for member in (line.whole, *line.parts)} - reached
        ring = {member for member in ring if member in hidden}
        reached |= ring
    return None


def _pair_up(counts: Mapping[Cell, Count], lines: Sequence[Line], hidden: set[Cell]) -> None:
    """Wherever one cell alone is withheld on a line it is the difference of the rest: add one.

    This says nothing that ``exposed`` would not find, and says it fast.
    """
    again = True
    while again:
        again = False
        for line in (each for each in lines if each.covered):
            cells = (line.whole, *line.parts)
            unknown = [cell for cell in cells if cell in hidden or cell not in counts]
            if len(unknown) == 1 and unknown[0] in counts:
                added = _cheapest(counts, hidden, [line])
                if added is not None:
                    hidden.add(added)
                    again = True


def _withhold(cell: Cell | None, hidden: set[Cell], below: int) -> None:
    if cell is None:
        raise _too_few(below)
    hidden.add(cell)


def _cheapest(
    counts: Mapping[Cell, Count], hidden: set[Cell], lines: Iterable[Line]
) -> Cell | None:
    """The cell on these lines whose loss costs least: a detail before a total, few before many."""
    candidates = {
        cell
        for line in lines
        for cell in (line.whole, *line.parts)
        if cell in counts and cell not in hidden and cell != BASE and counts[cell].cases
    }
    return min(
        candidates,
        key=lambda cell: (-len(cell), counts[cell].cases, counts[cell].references, sorted(cell)),
        default=None,
    )


def _too_few(below: int) -> UsageError:
    return UsageError(
        f"there are too few cases to withhold counts of fewer than {below}: even the total of all"
        " would have to go",
        hint="Export when more cases are coded, or take a smaller number.",
    )
