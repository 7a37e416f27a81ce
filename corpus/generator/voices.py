"""How each author writes: case, stops, line breaks, short forms, and what they call people."""

import re
from dataclasses import dataclass

from .dice import Dice
from .people import Person

Layout = str
"""How sentences follow each other: prose, lines, dashes, bullets, dots or numbers."""


@dataclass(frozen=True, slots=True)
class Voice:
    """An author's habits. Rates are between 0 and 1.

    ``wordy`` is how much they tell beside what was done; ``names`` how readily they use a name
    where a role would do; ``dates`` the forms of a date they use (see ``identifiers.written``).
    """

    author: Person
    key: str
    role: str = "Case Manager"
    casing: str = "normal"
    stop: str = "."
    layouts: tuple[tuple[Layout, float], ...] = (("prose", 1.0),)
    short: int = 1
    typos: float = 0.004
    apostrophes: bool = True
    wordy: float = 0.4
    names: float = 0.45
    su: str = "SU"
    vs: tuple[str, ...] = ("V/S",)
    dates: tuple[int, ...] = (0, 4, 5)


STYLES: dict[str, tuple[dict[str, object], ...]] = {
    "Site 1": (
        {"layouts": (("prose", 0.8), ("lines", 0.2)), "wordy": 0.6, "short": 1,
         "dates": (0, 4, 6), "vs": ("V/S", "VS", "V/S")},
        {"layouts": (("prose", 0.45), ("dashes", 0.35), ("bullets", 0.2)), "short": 3, "stop": "",
         "wordy": 0.25, "names": 0.3, "typos": 0.008, "apostrophes": False, "dates": (0, 9, 3)},
        {"casing": "upper", "layouts": (("prose", 0.75), ("lines", 0.25)), "short": 2,
         "wordy": 0.3, "names": 0.35, "dates": (1, 0), "vs": ("VS", "V/S")},
    ),
    "Site 2": (
        {"casing": "lower", "stop": "", "layouts": (("lines", 0.7), ("prose", 0.3)), "short": 2,
         "wordy": 0.35, "names": 0.55, "typos": 0.009, "apostrophes": False, "dates": (0, 4, 8),
         "vs": ("vs", "v/s", "ex")},
        {"layouts": (("prose", 0.9), ("lines", 0.1)), "wordy": 0.8, "short": 0, "names": 0.7,
         "typos": 0.002, "dates": (6, 7, 4), "vs": ("V/S", "VS")},
        {"layouts": (("prose", 0.5), ("numbers", 0.15), ("dots", 0.35)), "short": 2, "wordy": 0.4,
         "dates": (4, 5, 0), "apostrophes": False, "vs": ("VS",)},
    ),
    "Site 3": (
        {"layouts": (("prose", 0.7), ("bullets", 0.3)), "wordy": 0.5, "short": 1, "names": 0.5,
         "dates": (2, 1, 6), "vs": ("V/S", "victim")},
        {"casing": "lower", "layouts": (("prose", 0.8), ("dashes", 0.2)), "short": 3,
         "wordy": 0.3, "names": 0.4, "typos": 0.01, "dates": (0, 4), "vs": ("vs",)},
        {"layouts": (("lines", 0.5), ("prose", 0.5)), "stop": "", "wordy": 0.45, "short": 2,
         "names": 0.6, "dates": (5, 8, 9), "vs": ("VS", "V/S")},
    ),
}  # fmt: skip

# full form -> short forms, from the mildest habit to the strongest
_SHORT: tuple[tuple[int, str, tuple[str, ...]], ...] = (
    (1, r"appointment", ("appt", "apt", "appt")),
    (1, r"appointments", ("appts",)),
    (1, r"regarding", ("re",)),
    (1, r"information", ("info",)),
    (2, r"without", ("w/out", "without")),
    (2, r"with", ("w/", "with", "with")),
    (2, r"and", ("&", "and", "+", "and")),
    (2, r"tomorrow", ("tmrw", "tomorrow", "tom")),
    (2, r"received", ("rec'd", "rcvd")),
    (2, r"weeks", ("wks",)),
    (2, r"week", ("wk", "week")),
    (2, r"months", ("mths", "months")),
    (1, r"address", ("address", "addr", "address")),
    (2, r"meeting", ("mtg", "meeting")),
    (2, r"assessment", ("asst", "assessment")),
    (2, r"because", ("as", "cos", "because")),
    (3, r"please", ("pls",)),
    (3, r"message", ("msg",)),
    (3, r"before", ("b4", "before", "before")),
    (3, r"you", ("u", "you", "you")),
    (3, r"weekend", ("w/e", "weekend")),
    (2, r"minutes", ("mins",)),
    (2, r"number", ("no.", "number", "number")),
    (3, r"relationship", ("r'ship", "relationship")),
    (3, r"possible", ("poss",)),
    (3, r"concerns", ("conc's", "concerns")),
    (1, r"children", ("children", "kids", "children")),
    (2, r"nothing", ("nothing", "nowt", "nothing")),
)
_PATTERNS = tuple((n, re.compile(rf"\b{word}\b"), forms) for n, word, forms in _SHORT)
_INNER_APOSTROPHE = re.compile(r"(?<=[a-z])'(?=[a-z])")
_LONG_WORD = re.compile(r"\b[a-z]{5,}\b")


def spoken(literal: str, voice: Voice, dice: Dice) -> str:
    """Plain words as this author types them: short forms, lost apostrophes, slips."""
    text = literal
    for level, pattern, forms in _PATTERNS:
        if voice.short >= level:
            text = pattern.sub(lambda _, forms=forms: dice.pick(forms), text)  # type: ignore[misc]
    if not voice.apostrophes:
        text = _INNER_APOSTROPHE.sub("", text)
    return _LONG_WORD.sub(lambda word: _slip(word[0], voice.typos, dice), text)


def _slip(word: str, rate: float, dice: Dice) -> str:
    if not dice.chance(rate):
        return word
    at = dice.between(1, len(word) - 3)
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return dice.pick([swapped, swapped, word[:at] + word[at + 1 :], word + word[-1]])
