"""From the counts that exist to a whole table: zero cells, order, labels, base."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from math import prod

from notecode.counting.specs import Known, allowed_keys
from notecode.counting.times import TIMES, months_between
from notecode.errors import UsageError
from notecode.model import (
    WHOLE,
    Agency,
    Code,
    Codebook,
    Count,
    CountSpec,
    CountTable,
    Dimension,
    PerCase,
    case_value_of,
)
from notecode.tables import THIRD_WORDS, Filters

MOST_CELLS = 1_000_000

CaseBases = Mapping[tuple[int, ...], Mapping[tuple[str, ...], int]]
"""Of some of a table's dimensions, by their places: how many cases could have been counted under
each combination of keys of those among them that have bases of their own."""
NONE_RECORDED = {
    "code": "(no code)",
    "branch": "(no code)",
    "agency": "(no agency)",
    "facet": "(no facet)",
    "site": "(no site)",
    "month": "(no month)",
    "third": "(no third)",
    "case": "(no case)",
    "contact_type": "(no contact type)",
    "author_role": "(no author role)",
    "coder": "(no coder)",
    "origin": "(no origin)",
}

LABELS = {
    "third": THIRD_WORDS,
    "facet": {"activity": "activity alone"},
    "origin": {
        "hand": "by hand",
        "rule": "by rule, accepted",
        "rule-changed": "by rule, changed",
        "gold": "from a gold file",
    },
}
"""What to print for keys that are not labels themselves."""

CASE_DIMENSIONS = ("site", "case")
"""The dimensions that tell cases apart, beside attributes and assessments."""


def of_cases(dimension: Dimension) -> bool:
    """Whether a dimension tells cases apart."""
    return dimension in CASE_DIMENSIONS or case_value_of(dimension) is not None


def has_own_base(dimension: Dimension) -> bool:
    """Whether each key of a dimension has a base of cases of its own: those it could count."""
    return of_cases(dimension) or dimension in TIMES


def share(part: int, base: int) -> float | None:
    """``part`` of ``base`` as a fraction; None where the base is 0 and no share exists."""
    return part / base if base else None


def label_of(table: CountTable, dimension: str, key: str) -> str:
    """The label of one key of one dimension (a code and an agency may share an id)."""
    return table.labels.get(f"{dimension}:{key}", key)


def filter_label_of(table: CountTable, dimension: str, key: str) -> str:
    """The label of a key of a filter: "Council, merged into Housing" if Council was asked for."""
    return table.filter_labels.get(f"{dimension}:{key}") or label_of(table, dimension, key)


def keys_meant(only: Filters, known: Known) -> Filters:
    """Filters with keys for words that tables print for them: "first third" is 1 of third.

    What no label is, or one of several keys, stays as it is.
    """
    return tuple((name, tuple(_keys_meant(name, words, known))) for name, words in only)


def _keys_meant(name: Dimension, words: Sequence[str], known: Known) -> dict[str, None]:
    there = known.keys.get(name, {})
    labels = [(label.casefold(), key) for key, label in there.items()]
    labels.append((_label_of_none(name).casefold(), ""))
    found: dict[str, None] = {}
    for word in words:
        alike = {key for label, key in labels if label == word.casefold()}
        found[alike.pop() if word not in there and len(alike) == 1 else word] = None
    return found


def rows_down(spec: CountSpec) -> int:
    """How many of the dimensions make rows; the others make columns."""
    return spec.down or (len(spec.by) + 1) // 2


def bases_of_whole(table: CountTable) -> Callable[[Count], tuple[int, int]]:
    """The references of a cell's whole row and of its whole column, each once."""
    references = {total.keys: total.references for total in table.totals}
    references[(WHOLE,) * len(table.spec.by)] = table.base.references
    down = rows_down(table.spec)

    def bases(cell: Count) -> tuple[int, int]:
        across = len(cell.keys) - down
        of_row = (*cell.keys[:down], *[WHOLE] * across)
        of_column = (*[WHOLE] * down, *cell.keys[down:])
        return references.get(of_row, 0), references.get(of_column, 0)

    return bases


def build_table(
    spec: CountSpec,
    cells: Iterable[Count],
    base: Count,
    codebook: Codebook,
    *,
    values: Mapping[Dimension, Sequence[str]],
    coders: Sequence[str],
    all_cases: int,
    all_notes: int,
    case_bases: CaseBases | None = None,
    totals: Sequence[Count] = (),
) -> CountTable:
    """The whole table of a spec, from the combinations in which something was recorded.

    ``cells`` are those, in any order; ``base`` counts the references selected, each once.
    ``values`` are all keys that the project knows of the spec's dimensions, coded or not, in
    order. Codes come in tree order, agencies in the codebook's, the rest as in ``values``, then
    what else occurs, "none recorded" last and only where it occurs. Of what a filter leaves out
    no row is made. Without ``case_bases`` every cell has all cases for its base.

    Raises:
        UsageError: if the table would have more than a million cells.

    """
    found = {cell.keys: cell for cell in cells if any((cell.references, cell.cases, cell.notes))}
    axes = _axes(spec, values, found, codebook)
    size = prod(len(axis) for axis in axes)
    if size > MOST_CELLS:
        refuse_size(spec, size)
    places = [{key: at for at, key in enumerate(axis)} for axis in axes]
    rows = tuple(_filled(spec, axes, found, case_bases, all_cases))
    wholes = (*totals, *_empty_wholes(spec, rows, totals, case_bases, all_cases))
    return CountTable(
        spec=spec,
        rows=rows,
        totals=tuple(sorted(wholes, key=lambda total: _place_of(total.keys, places))),
        labels=_labels(spec, axes, codebook),
        base=base,
        all_cases=all_cases,
        all_notes=all_notes,
        coders=tuple(sorted(coders)),
        codebook_digest=codebook.digest,
    )


def _place_of(keys: Sequence[str], places: Sequence[Mapping[str, int]]) -> tuple[int, ...]:
    """Where a total stands: in the order of the table's keys, those of rows first."""
    return tuple(place.get(key, len(place)) for key, place in zip(keys, places, strict=True))


def _filled(
    spec: CountSpec,
    axes: Sequence[Sequence[str]],
    found: Mapping[tuple[str, ...], Count],
    case_bases: CaseBases | None,
    all_cases: int,
) -> Iterator[Count]:
    """The counts of every combination that can occur, those of nothing among them."""
    own = [place for place, name in enumerate(spec.by) if has_own_base(name)]
    known = None if case_bases is None else case_bases[tuple(range(len(axes)))]
    fixed = sum(map(of_cases, spec.by))
    for keys in product(*axes):
        count = found.get(keys)
        if count is not None:
            yield count
            continue
        base = all_cases
        if known is not None:
            base = known.get(tuple(keys[place] for place in own), 0)
        # A case has one site and one value of each attribute: its other cells cannot occur.
        if base or "case" not in spec.by or fixed < 2:
            yield _zero(spec, keys, base)


def _empty_wholes(
    spec: CountSpec,
    rows: Sequence[Count],
    totals: Sequence[Count],
    case_bases: CaseBases | None,
    all_cases: int,
) -> Iterator[Count]:
    """The whole rows and columns of a cross-table that hold nothing, each with its cases."""
    down, size = rows_down(spec), len(spec.by)
    held = {total.keys for total in totals}
    own = [place for place, name in enumerate(spec.by) if has_own_base(name)]
    for part in (range(down), range(down, size)) if down < size else ():
        bases = case_bases[tuple(part)] if case_bases else {}
        for keys in dict.fromkeys(
            tuple(key if at in part else WHOLE for at, key in enumerate(row.keys)) for row in rows
        ):
            if keys not in held:
                there = bases.get(tuple(keys[place] for place in own if place in part), 0)
                yield _zero(spec, keys, all_cases if case_bases is None else there)


def refuse_size(spec: CountSpec, size: int) -> None:
    """Refuse a table that nobody could read and that would fill the memory.

    Raises:
        UsageError: always.

    """
    raise UsageError(
        f"a table by {', '.join(spec.by)} would have {size:,} cells",
        hint=f"at most {MOST_CELLS:,}: count by fewer dimensions, or only some codes or sites",
    )


def _zero(spec: CountSpec, keys: tuple[str, ...], case_base: int) -> Count:
    """The count of a cell in which nothing was recorded."""
    asked = set(spec.measures)
    over_all = PerCase(cases=case_base)
    if case_base:
        over_all = PerCase(cases=case_base, mean=0.0, median=0.0, least=0, most=0)
    return Count(
        keys=keys,
        references=0,
        cases=0,
        notes=0,
        case_base=case_base,
        words=0 if "words" in asked else None,
        characters=0 if "characters" in asked else None,
        per_case_with=PerCase(cases=0) if "per_case" in asked else None,
        per_case_all=over_all if "per_case" in asked else None,
    )


def _axes(
    spec: CountSpec,
    values: Mapping[Dimension, Sequence[str]],
    found: Iterable[tuple[str, ...]],
    codebook: Codebook,
) -> list[list[str]]:
    """The keys of each dimension of the spec, in order, as far as its filters allow them."""
    occurring: list[set[str]] = [set() for _ in spec.by]
    for keys in found:
        for place, key in enumerate(keys):
            occurring[place].add(key)
    axes = []
    for name, occurs in zip(spec.by, occurring, strict=True):
        known = list(values[name])
        if name == "month":
            known = months_between({int(key) for key in known if key})
        allowed = allowed_keys(spec, name, codebook, (*known, *occurs))
        axes.append(_axis(_order(name, known, occurs, codebook), known, occurs, allowed))
    return axes


def _axis(
    order: Sequence[str],
    known: Sequence[str],
    occurring: set[str],
    allowed: frozenset[str] | None,
) -> list[str]:
    """The keys of one dimension: known ones in order, then strays, then "none recorded"."""
    wanted = occurring.union(known)
    if allowed is not None:
        wanted &= allowed
    none_recorded = [""] if "" in occurring and "" in wanted else []
    wanted.discard("")
    place = {key: at for at, key in enumerate(order)}
    return sorted(wanted, key=lambda key: (place.get(key, len(place)), key)) + none_recorded


def _order(
    dimension: Dimension, known: Sequence[str], occurring: set[str], codebook: Codebook
) -> Sequence[str]:
    """The keys of a dimension in the order in which they are printed."""
    if dimension == "month":
        return sorted((*known, *occurring), key=lambda key: int(key or 0))
    if dimension in ("code", "branch"):
        return [code.id for code in codebook.tree]
    if dimension == "agency":
        return [agency.id for agency in codebook.agencies]
    return known


def _labels(spec: CountSpec, axes: Sequence[Sequence[str]], codebook: Codebook) -> dict[str, str]:
    """A label for every key of the table and of its filters, under "dimension:key"."""
    return {
        f"{dimension}:{key}": _label(dimension, key, codebook)
        for dimension, keys in (*zip(spec.by, axes, strict=True), *spec.only)
        for key in keys
    }


def _label(dimension: Dimension, key: str, codebook: Codebook) -> str:
    """What to print for a key."""
    if not key:
        return _label_of_none(dimension)
    if dimension == "month":
        return f"month {key}"
    if dimension in ("code", "branch"):
        return _named(key, codebook.code_by_id.get(key))
    if dimension == "agency":
        return _named(key, codebook.agency_by_id.get(key))
    return LABELS.get(dimension, {}).get(key, key)


def _label_of_none(dimension: Dimension) -> str:
    return NONE_RECORDED.get(dimension, "(missing)")


def _named(key: str, entry: Code | Agency | None) -> str:
    """The label of a codebook entry, saying so where it is retired or unknown."""
    if entry is None:
        return f"{key} (not in the codebook)"
    return f"{entry.label} (retired)" if entry.status == "retired" else entry.label
