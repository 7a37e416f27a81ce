"""The names most like one that does not exist: what somebody may have meant."""

from collections.abc import Mapping

from rapidfuzz import fuzz, process

NEAR_ENOUGH = 60
"""The least likeness, of 100, at which a name is offered for a misspelt one."""

SHOWN = 12


def nearest(word: str, known: Mapping[str, str], *, limit: int = 3) -> tuple[str, ...]:
    """The names most like ``word``, best first; none if nothing is alike.

    ``known`` maps each name to the text it is known by as well (its label, or the name again).
    """
    asked = word.casefold()
    likeness: dict[str, float] = {}
    for spellings in (known.keys(), known.values()):
        found = process.extract(
            asked, [spelling.casefold() for spelling in spellings], scorer=fuzz.WRatio, limit=None
        )
        names = list(known)
        for _, score, index in found:
            likeness[names[index]] = max(score, likeness.get(names[index], 0.0))
    near = [name for name in known if likeness.get(name, 0.0) >= NEAR_ENOUGH]
    return tuple(sorted(near, key=lambda name: -likeness[name])[:limit])


def meant(kind: str, word: str, known: Mapping[str, str]) -> str:
    """What the user may have meant by a ``word`` that is not known, or what there is."""
    if not known:
        return f"there is no {kind} yet"
    near = nearest(word, known)
    if near:
        return f"did you mean {' or '.join(near)}?"
    return there_is(known)


def there_is(known: Mapping[str, str]) -> str:
    """What there is, the first few of many."""
    shown = list(known)[:SHOWN]
    more = f" and {len(known) - len(shown)} more" if len(known) > len(shown) else ""
    return f"there is: {', '.join(shown)}{more}"
