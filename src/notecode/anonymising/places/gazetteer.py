"""Towns and villages of Britain and Ireland that a gazetteer lists and the other lists do not.

The names are those of places with more than 500 inhabitants in GeoNames (https://www.geonames.org),
used under the Creative Commons Attribution 4.0 Licence; ``gazetteer.txt`` says what was left out.
"""

from importlib.resources import files


def _names() -> list[str]:
    lines = files(__package__).joinpath("gazetteer.txt").read_text(encoding="utf-8").splitlines()
    text = " ".join(line for line in lines if not line.startswith("#"))
    return [name.strip() for name in text.split(";") if name.strip()]


_LISTED = _names()

TOWNS = frozenset(name for name in _LISTED if " " not in name and name[0] != "*")
"""Places of one word that is neither plain English nor a common name, folded."""

WORD_TOWNS = frozenset(name[1:] for name in _LISTED if " " not in name and name[0] == "*")
"""Places of one word that is plain English or a common name, folded: Settle, Clare, Street."""

TOWNS_OF_WORDS = tuple(
    tuple(name.lstrip("*").split()) for name in _LISTED if " " in name.lstrip("*")
)
"""Places of several words, as folded words."""

PLAIN_TOWNS_OF_WORDS = frozenset(
    tuple(name[1:].split()) for name in _LISTED if " " in name and name[0] == "*"
)
"""Those of them that are made of plain words or common names: Bay Horse, Martin Mill."""
