"""Filters by codes and agencies that are another's now: what is asked for is found at the heir."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from notecode.codebook import agency_heirs, heirs
from notecode.model import Agency, Code, Codebook
from notecode.tables import Filters


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """Filters with the heirs in place of what was merged or renamed.

    ``labels`` say of each heir, under "dimension:key", what was asked for in its place; ``remarks``
    are the sentences that tell of it.
    """

    only: Filters
    labels: Mapping[str, str]
    remarks: tuple[str, ...]


def with_heirs(codebook: Codebook, only: Filters) -> Followed:
    """Filters with the codes and agencies that have the references of old ones now.

    A code or agency that was merged into another, or renamed, hands its references to that one.
    It may be named by its id or, if no other has it, by its label.
    """
    facets: dict[str, tuple[Sequence[Code] | Sequence[Agency], dict[str, str]]] = {
        "code": (codebook.codes, heirs(codebook)),
        "agency": (codebook.agencies, agency_heirs(codebook)),
    }
    heired: list[tuple[str, tuple[str, ...]]] = []
    labels: dict[str, str] = {}
    remarks: dict[str, None] = {}
    for name, keys in only:
        if name not in facets:
            heired.append((name, keys))
            continue
        entries, heir_of = facets[name]
        old = _old_ids(entries, heir_of, keys)
        ids = tuple(old.get(key, key) for key in keys)
        heired.append((name, tuple(dict.fromkeys(heir_of.get(id_, id_) for id_ in ids))))
        for id_ in dict.fromkeys(id_ for id_ in ids if id_ in heir_of):
            remarks[
                f'The {name} "{id_}" was renamed or merged: its references are those of'
                f' "{heir_of[id_]}" now, and those are meant here.'
            ] = None
        labels |= _labels(name, entries, heir_of, ids)
    return Followed(only=tuple(heired), labels=labels, remarks=tuple(remarks))


def _old_ids(
    entries: Iterable[Code | Agency], heir_of: Mapping[str, str], keys: Iterable[str]
) -> dict[str, str]:
    """The id for each key that is the label of an entry with an heir, and of no other."""
    entries = tuple(entries)
    ids = {entry.id for entry in entries} | set(heir_of)
    found = {}
    for key in keys:
        alike = [entry.id for entry in entries if entry.label.casefold() == key.casefold()]
        if key not in ids and len(alike) == 1 and alike[0] in heir_of:
            found[key] = alike[0]
    return found


def _labels(
    name: str,
    entries: Iterable[Code | Agency],
    heir_of: Mapping[str, str],
    asked: Sequence[str],
) -> dict[str, str]:
    """For each heir of what was asked for: "Council, merged into Housing"."""
    called = {entry.id: entry.label for entry in entries}
    merged: dict[str, dict[str, None]] = {}
    for id_ in asked:
        if id_ in heir_of and id_ in called:
            merged.setdefault(heir_of[id_], {})[called[id_]] = None
    return {
        f"{name}:{heir}": f"{called[heir]} with {' and '.join(labels)}, merged into it"
        if heir in asked
        else f"{' and '.join(labels)}, merged into {called[heir]}"
        for heir, labels in merged.items()
    }
