"""What a code means, as a digest, and whose its references are: pure functions of a codebook."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Literal

from notecode.model import Agency, Code, Codebook

Section = Literal["codes", "agencies"]
"""The two facets of the codebook, as its file calls them."""

DEFINING = ("definition", "use_when", "not_when", "split_into")
"""The fields of a code that say what belongs to it."""


def definition_digest(code: Code) -> str:
    """A digest (16 hex digits) of what belongs to a code and what does not.

    White space does not count: a text that was wrapped anew means what it meant. Nor do label,
    key, colour, place in the tree, origin and examples.
    """
    said = [code.definition, code.use_when, code.not_when]
    content = repr([*(" ".join(text.split()) for text in said), *code.split_into])
    return sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def heirs(book: Codebook) -> dict[str, str]:
    """For each id whose references are another code's now, that code's id.

    These are codes that were merged, along the chain to the last heir, and ids that codes had
    before. A chain that runs in a circle leads nowhere (the checker reports it).
    """
    return _heirs(book.codes)


def agency_heirs(book: Codebook) -> dict[str, str]:
    """For each id whose references are another agency's now, that agency's id; as ``heirs``."""
    return _heirs(book.agencies)


def _heirs(entries: Sequence[Code] | Sequence[Agency]) -> dict[str, str]:
    known = {entry.id for entry in entries}
    next_: dict[str, str] = {}
    for entry in entries:
        for former in entry.formerly:
            if former not in known:
                next_.setdefault(former, entry.id)
        if entry.merged_into in known:
            next_[entry.id] = entry.merged_into
    return {id_: end for id_ in next_ if (end := _last(id_, next_)) != id_}


def _last(id_: str, next_: Mapping[str, str]) -> str:
    seen = [id_]
    while seen[-1] in next_:
        step = next_[seen[-1]]
        if step in seen:
            return id_
        seen.append(step)
    return seen[-1]
