"""What a table is limited to, told in cells of the tables that are not.

The references with one agency, by code, are the cells of code by agency under that agency: a
number withheld there has to be withheld here, and the other way round.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from notecode.exporting.disclosure import Cell
from notecode.model import Codebook, CountSpec, CountTable

OWN = "own code"
"""The dimension of what is coded with a very code that has others beneath it: in no table."""

SUM = "codes"
"""The dimension of what is coded with any of several codes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """``fixed`` are the keys that every cell of the table has besides its own.

    Where the table is limited to several codes, these are cells by ``codes``: a dimension ("code"
    or ``OWN``) and a key each, which do not overlap and together are what is counted. ``beside``
    are those that with them make up ``above``, the code that all of them lie beneath, if any.
    """

    fixed: Cell = frozenset()
    codes: tuple[tuple[str, str], ...] = ()
    above: str = ""
    beside: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        """What tells the sum of these codes from that of others."""
        return "+".join(key for _, key in self.codes)

    def parts(self, cell: Cell) -> Iterator[Cell]:
        """The cells that a cell of this table is the sum of."""
        rest = frozenset(one for one in cell if one[0] != SUM)
        yield from (rest | {code} for code in self.codes)

    def whole(self, cell: Cell) -> tuple[Cell, tuple[Cell, ...]]:
        """The cell of the code above, and the cells that with this one make it up."""
        rest = frozenset(one for one in cell if one[0] != SUM)
        return rest | {("code", self.above)}, tuple(rest | {code} for code in self.beside)


def limit_of(
    spec: CountSpec, codebook: Codebook, own: Sequence[CountTable], others: Sequence[CountTable]
) -> Limit | None:
    """The limit of a table; None if it cannot be told in cells of the ``others``.

    ``own`` are tables by codes alone, without those beneath them.
    """
    if spec.roll_up == "spans" or (spec.roll_up == "own" and not _of_codes_alone(spec)):
        return None
    fixed: dict[str, str] = {}
    codes: tuple[tuple[str, str], ...] = ()
    for dimension in dict.fromkeys(name for name, _ in spec.only):
        keys = spec.chosen(dimension)
        if dimension in ("code", "branch"):
            if "branch" in spec.by or (dimension == "branch" and spec.codes):
                return None
            codes = _codes(codebook, keys, own=spec.roll_up == "own")
        elif len(keys) == 1:
            fixed[dimension] = keys[0]
        else:
            return None
    if codes and (spec.roll_up == "own" or len(codes) > 1):
        if fixed or "code" in spec.by or not _counted(spec, own, others):
            return None
        above, beside = _around(codebook, codes)
        name = Limit(codes=codes).name
        return Limit(fixed=frozenset({(SUM, name)}), codes=codes, above=above, beside=beside)
    return Limit(fixed=frozenset(fixed.items()) | frozenset(codes))


def _of_codes_alone(spec: CountSpec) -> bool:
    return {name for name, _ in spec.only} == {"code"}


def _codes(codebook: Codebook, keys: Iterable[str], *, own: bool) -> tuple[tuple[str, str], ...]:
    """The codes as cells that do not overlap: of one beneath another the upper one."""
    chosen = {*keys}
    if own:
        above = {code.parent for code in codebook.codes}
        return tuple((OWN if key in above else "code", key) for key in sorted(chosen))
    known = codebook.code_by_id
    return tuple(
        ("code", key)
        for key in sorted(chosen)
        if key not in known or not chosen & {step.id for step in codebook.path(key)[:-1]}
    )


def _around(
    codebook: Codebook, codes: Sequence[tuple[str, str]]
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The nearest code that all of these lie beneath, and what else lies there."""
    known = codebook.code_by_id
    if not all(key in known for _, key in codes):
        return "", ()
    paths = [[step.id for step in codebook.path(key)] for _, key in codes]
    shared = [step for step in paths[0] if all(step in path for path in paths)]
    if not shared:
        return "", ()
    above = shared[-1]
    beneath: dict[str, set[str]] = {code.id: set() for code in codebook.codes}
    for code in codebook.codes:
        for step in codebook.path(code.id):
            beneath[step.id].add(code.id)
    taken = {each for kind, key in codes for each in ({key} if kind == OWN else beneath[key])}
    left = beneath[above] - taken
    whole = {key for key in left if beneath[key] <= left}
    tops = [key for key in whole if known[key].parent not in whole]
    alone = [key for key in left - whole if len(beneath[key]) > 1]
    return above, (*(("code", key) for key in sorted(tops)), *((OWN, key) for key in sorted(alone)))


def _counted(spec: CountSpec, own: Sequence[CountTable], others: Sequence[CountTable]) -> bool:
    """Whether the codes are counted by the same dimensions, with and without those beneath."""
    wanted = {"code", *spec.by}
    return all(
        any({*each.spec.by} == wanted and not each.spec.only for each in tables)
        for tables in (own, others)
    )
