"""Names of the people file with a sign in the place of a letter: "D@rren", "Pro$$er", "Gl!n".

The word must be the whole name once each sign is read as its letter, so addresses and prices are
none. A digit alone in the place of a letter ("Darr3n") is a spelling like others (``roster``).
"""

import re
from collections.abc import Iterator, Sequence

from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.words.spelling import Token, folded_words
from notecode.raw import Person

_WRITTEN = re.compile(
    r"(?<![\w@$!.])(?=[\w@$!]{0,30}?[@$!][\w@$!]{0,30}?\w)[\w@$!]{4,30}(?![\w@$!]|\.\w)"
)
_LETTERS = tuple(
    str.maketrans({"@": "a", "$": "s", "!": mark, "0": "o", "1": mark, "3": "e"}) for mark in "il"
)
_SHORTEST = 4
_SCORE = 0.94


class DisguisedNames:
    """The names of one case's people, looked for behind signs."""

    def __init__(self, people: Sequence[Person]) -> None:
        """Take the people in the order in which they come first."""
        self._owners: dict[str, list[str]] = {}
        for person in people:
            names = " ".join((person.first_name, person.last_name, *person.known_as))
            for word in dict.fromkeys(folded_words(names)):
                if len(word) >= _SHORTEST:
                    self._owners.setdefault(word, []).append(person.id)

    def find(self, text: str, words: Sequence[Token]) -> Iterator[Finding]:
        """The disguised names in the text; the first bearer's where several have the name."""
        del words  # a sign parts words
        if not self._owners:
            return
        for match in _WRITTEN.finditer(text):
            for letters in _LETTERS:
                read = "".join(folded_words(match.group().translate(letters)))
                owners = self._owners.get(read, ())
                if owners:
                    yield Finding(
                        match.start(),
                        match.end(),
                        PERSON,
                        _SCORE,
                        "disguised-name",
                        owners[0],
                        shared=len(owners) > 1,
                    )
                    break
