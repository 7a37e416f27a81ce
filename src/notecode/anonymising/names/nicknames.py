"""Pet and short forms that the people file lacks, tied to the one person whom they fit.

"Shan" is Shanice and "Ted" is Teddy where one person alone is called so and no stranger bears
the name; a relative who is introduced by it ("his brother Ted") and a full name keep their own tag.
"""

from collections.abc import Iterable, Iterator, Sequence

from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.names.cues import capitalised_in_sentence
from notecode.anonymising.names.lists import SHORT_FORMS, SPELLINGS, UNLIKE_ANY_OTHER
from notecode.anonymising.names.sounds import is_pet_form
from notecode.anonymising.words.dictionary import Dictionary
from notecode.anonymising.words.spelling import Token, folded_words
from notecode.raw import Person

_SHORTEST = 3
_SHORTEST_OF_A_SURNAME = 4
_FEWEST_CUT = 2
_SAID_TO_BE_A_NAME = 0.82
"""The score of a name after "known as" and the like; after a word for kin it is lower."""


class Nicknames:
    """The pet names that one case's notes use, with the people whom they mean."""

    def __init__(
        self,
        found: Iterable[tuple[str, Finding]],
        people: Sequence[Person],
        dictionary: Dictionary,
    ) -> None:
        """Take what was found, as pairs of a text and a finding in it, and the people file."""
        self._dictionary = dictionary
        singles: set[str] = set()
        strangers: set[str] = set()
        for text, finding in found:
            if finding.type != PERSON or finding.person_id:
                continue
            words = folded_words(text[finding.start : finding.end])
            related = finding.recogniser == "introduced-name" and finding.score < _SAID_TO_BE_A_NAME
            if len(words) > 1 or related:
                strangers.update(words[:1])
            else:
                singles.update(words)
        given = {person.id: _given(person) for person in people}
        known = frozenset().union(*given.values()) if given else frozenset()
        last = {person.id: folded_words(person.last_name) for person in people}
        strangers -= known
        self._owners: dict[str, str] = {}
        for word in singles - strangers - known:
            fits = [
                person.id
                for person in people
                if _fits(word, given[person.id]) or _cuts(word, last[person.id])
            ]
            if len(fits) == 1 and not _fits(word, strangers | (singles - known - {word})):
                self._owners[word] = fits[0]

    def find(self, text: str, words: Sequence[Token]) -> Iterator[Finding]:
        """The pet names in the text; a plain word only with a capital in mid-sentence."""
        if not self._owners:
            return
        for index, word in enumerate(words):
            owner = self._owners.get(word.folded)
            if owner is None:
                continue
            if word.folded in self._dictionary and not capitalised_in_sentence(text, words, index):
                continue
            yield Finding(word.start, word.end, PERSON, 0.94, "short-name", owner)


def _given(person: Person) -> frozenset[str]:
    names = (person.first_name, *person.known_as)
    return frozenset(word for name in names for word in folded_words(name))


def _fits(word: str, given: Iterable[str]) -> bool:
    """Whether a word is a short, full, pet or foreign form of one of the first names."""
    if len(word) < _SHORTEST:
        return False
    forms = SHORT_FORMS.get(word, frozenset()) | SPELLINGS.get(word, frozenset())
    forms = forms.union(*(SHORT_FORMS.get(form, ()) for form in forms)) - {word}
    return any(
        name in forms
        or (name.startswith(word) and len(name) - len(word) >= _FEWEST_CUT)
        or is_pet_form(word, name)
        for name in given
    )


def _cuts(word: str, last: Sequence[str]) -> bool:
    """Whether a word that is no name by itself is the beginning of a surname."""
    if word in UNLIKE_ANY_OTHER or len(word) < _SHORTEST_OF_A_SURNAME:
        return False
    return any(name.startswith(word) and len(name) - len(word) >= _FEWEST_CUT for name in last)
