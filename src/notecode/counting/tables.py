"""From the counts that exist to a whole table: zero cells, order, labels, base."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from math import prod

from notecode.counting.specs import selected_agencies, selected_codes
from notecode.errors import UsageError
from notecode.model import Agency, Case, Code, Codebook, Count, CountSpec, CountTable

MOST_CELLS = 1_000_000
MOST_MONTHS = 120
"""A longer range of months comes from a wrong date; its gaps are then left out of the table."""

NONE_RECORDED = {
    "code": "(no code)",
    "agency": "(no agency)",
    "site": "(no site)",
    "month": "(no date)",
    "case": "(no case)",
    "contact_type": "(no contact type)",
    "author_role": "(no author role)",
}


def share(part: int, base: int) -> float | None:
    """``part`` of ``base`` as a fraction; None where the base is 0 and no share exists."""
    return part / base if base else None


def label_of(table: CountTable, dimension: str, key: str) -> str:
    """The label of one key of one dimension (a code and an agency may share an id)."""
    return table.labels.get(f"{dimension}:{key}", key)


def tree_order(codes: Sequence[Code]) -> tuple[Code, ...]:
    """The codes with every parent before its children, siblings in the codebook's order."""
    known = {code.id for code in codes}
    children: dict[str, list[Code]] = {}
    for code in codes:
        children.setdefault(code.parent if code.parent in known else "", []).append(code)
    ordered: list[Code] = []
    waiting = list(reversed(children.get("", [])))
    while waiting:
        code = waiting.pop()
        ordered.append(code)
        waiting.extend(reversed(children.get(code.id, [])))
    return tuple(ordered)


def build_table(
    spec: CountSpec,
    cells: Iterable[Count],
    base: Count,
    codebook: Codebook,
    *,
    sites: Iterable[str],
    months: Iterable[int],
    cases: Sequence[Case],
    contact_types: Iterable[str],
    author_roles: Iterable[str],
    coders: Sequence[str],
    all_cases: int,
    all_notes: int,
) -> CountTable:
    """The whole table of a spec, from the combinations in which something was recorded.

    ``cells`` are those, in any order; ``base`` counts the references selected, each once. The
    named values are all that the project knows, coded or not. Codes come in tree order, agencies
    in the codebook's, months by number, the rest by name, "none recorded" last and only where it
    occurs. Of what a filter leaves out no row is made: the selection holds an arbitrary part.

    Raises:
        UsageError: if the table would have more than a million cells.

    """
    found = {cell.keys: cell for cell in cells if any((cell.references, cell.cases, cell.notes))}
    known = {
        "code": [code.id for code in codebook.codes if code.status == "active"],
        "agency": [agency.id for agency in codebook.agencies if agency.status == "active"],
        "site": list(sites),
        "month": _months(set(months)),
        "case": [case.id for case in cases if not spec.sites or case.site in spec.sites],
        "contact_type": list(contact_types),
        "author_role": list(author_roles),
    }
    axes = _axes(spec, known, found, codebook)
    _check_size(spec, axes)
    possible = _combinations(spec, axes, found, {case.id: case.site for case in cases})
    return CountTable(
        spec=spec,
        rows=tuple(
            found.get(keys) or Count(keys=keys, references=0, cases=0, notes=0) for keys in possible
        ),
        labels=_labels(spec, axes, codebook),
        base=base,
        all_cases=all_cases,
        all_notes=all_notes,
        coders=tuple(sorted(coders)),
        codebook_digest=codebook.digest,
    )


def _axes(
    spec: CountSpec,
    known: Mapping[str, Sequence[str]],
    found: Iterable[tuple[str, ...]],
    codebook: Codebook,
) -> list[list[str]]:
    """The keys of each dimension of the spec, in order, as far as its filters allow them."""
    allowed = {
        "code": selected_codes(spec, codebook),
        "agency": selected_agencies(spec),
        "site": frozenset(spec.sites) or None,
    }
    occurring: list[set[str]] = [set() for _ in spec.by]
    for keys in found:
        for place, key in enumerate(keys):
            occurring[place].add(key)
    return [
        _axis(dimension, known[dimension], occurring[place], allowed.get(dimension), codebook)
        for place, dimension in enumerate(spec.by)
    ]


def _labels(spec: CountSpec, axes: Sequence[Sequence[str]], codebook: Codebook) -> dict[str, str]:
    """A label for every key of the table and of its filters, under "dimension:key"."""
    shown: list[tuple[str, Sequence[str]]] = [
        *zip(spec.by, axes, strict=True),
        ("code", spec.codes),
        ("agency", spec.agencies),
        ("site", spec.sites),
    ]
    return {
        f"{dimension}:{key}": _label(dimension, key, codebook)
        for dimension, keys in shown
        for key in keys
    }


def _axis(
    dimension: str,
    known: Sequence[str],
    occurring: set[str],
    allowed: frozenset[str] | None,
    codebook: Codebook,
) -> list[str]:
    """The keys of one dimension in order: known ones, then strays, then "none recorded"."""
    wanted = occurring.union(known)
    if allowed is not None:
        wanted &= allowed
    none_recorded = [""] if "" in occurring and "" in wanted else []
    wanted.discard("")
    order: dict[str, int] = {}
    if dimension == "code":
        order = {code.id: at for at, code in enumerate(tree_order(codebook.codes))}
    elif dimension == "agency":
        order = {agency.id: at for at, agency in enumerate(codebook.agencies)}
    elif dimension == "month":
        order = {month: int(month) for month in wanted}
    return sorted(wanted, key=lambda key: (order.get(key, len(order)), key)) + none_recorded


def _months(months: set[int]) -> list[str]:
    """Every month from the first to the last, those without a note included."""
    if months and max(months) - min(months) < MOST_MONTHS:
        months = set(range(min(months), max(months) + 1))
    return [str(month) for month in sorted(months)]


def _combinations(
    spec: CountSpec,
    axes: Sequence[Sequence[str]],
    found: Mapping[tuple[str, ...], Count],
    site_of: Mapping[str, str],
) -> Iterator[tuple[str, ...]]:
    """Every combination of keys that was found or can occur: a case lies in its own site alone."""
    if "case" not in spec.by or "site" not in spec.by:
        yield from product(*axes)
        return
    case, site = spec.by.index("case"), spec.by.index("site")
    for keys in product(*axes):
        if keys in found or site_of.get(keys[case]) == keys[site]:
            yield keys


def _check_size(spec: CountSpec, axes: Sequence[Sequence[str]]) -> None:
    """Refuse a table that nobody could read and that would fill the memory."""
    size = prod(len(axis) for axis in axes)
    if size > MOST_CELLS:
        raise UsageError(
            f"a table by {', '.join(spec.by)} would have {size:,} cells",
            hint=f"at most {MOST_CELLS:,}: count by fewer dimensions, or only some codes or sites",
        )


def _label(dimension: str, key: str, codebook: Codebook) -> str:
    """What to print for a key."""
    if not key:
        return NONE_RECORDED[dimension]
    if dimension == "month":
        return f"month {key}"
    if dimension == "code":
        return _named(key, codebook.code_by_id.get(key))
    if dimension == "agency":
        return _named(key, codebook.agency_by_id.get(key))
    return key


def _named(key: str, entry: Code | Agency | None) -> str:
    """The label of a codebook entry, saying so where it is retired or unknown."""
    if entry is None:
        return f"{key} (not in the codebook)"
    return f"{entry.label} (retired)" if entry.status == "retired" else entry.label
