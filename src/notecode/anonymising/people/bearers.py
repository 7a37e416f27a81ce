"""Who is meant by a name that was found without knowing whose it is: "[Bless] pick up", "F. rang".

Recognisers that go by lists, titles or signs say that somebody is named. If the name is a form of
one person of the case and of no other, it is that person's.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.names.forms import SHORTEST_CUT, forms_of
from notecode.anonymising.words.spelling import folded_words, word_set
from notecode.raw import Person

_OF_A_NAME = frozenset({"full", "single", "short", "cut", "plural", "capitals", "letters"})
_OF_THE_CASE = frozenset({"SU", "VS", "CHILD"})
_STRANGERS = word_set("namesake review")
"""Recognisers that say that it is somebody else of the name, or who it is."""
_HARDLY_MORE = 0.0001
_BY_SIGNS = frozenset({"unlisted-name"})
"""The recogniser whose single letters are somebody's of the case if they are a person's at all."""


class Bearers:
    """The people of one case by every form of their names."""

    def __init__(self, people: Iterable[Person]) -> None:
        """Take the people file."""
        self._forms: dict[tuple[str, ...], set[str]] = {}
        self._letters: dict[str, set[str]] = {}
        self._given: dict[str, set[str]] = {}
        of_the_case: set[str] = set()
        for person in people:
            if person.role in _OF_THE_CASE:
                of_the_case.add(person.id)
            for words, kind in forms_of(person):
                if kind in _OF_A_NAME:
                    self._forms.setdefault(words, set()).add(person.id)
            for name in (person.first_name, *person.known_as):
                for word in folded_words(name)[:1]:
                    self._letters.setdefault(word[0], set()).add(person.id)
                    self._given.setdefault(word, set()).add(person.id)
        self._of_the_case = of_the_case

    def __repr__(self) -> str:
        return f"Bearers({len(self._forms)} forms hidden)"

    __str__ = __repr__

    def told(self, text: str, findings: Sequence[Finding]) -> Iterator[Finding]:
        """The findings of people in a text whose bearer nobody told, with their bearer."""
        for finding in findings:
            if finding.type != PERSON or finding.person_id or finding.shared:
                continue
            if finding.recogniser in _STRANGERS:
                continue
            words = folded_words(text[finding.start : finding.end])
            if len(words) == 1 and len(words[0]) == 1 and finding.recogniser not in _BY_SIGNS:
                continue
            bearer = self.of(words)
            if bearer:
                yield replace(finding, person_id=bearer, score=finding.score + _HARDLY_MORE)

    def of(self, words: tuple[str, ...]) -> str:
        """The id of the one person of whose name these folded words are a form, or ""."""
        if len(words) == 1 and len(words[0]) == 1:
            return self._only(self._letters.get(words[0], set()), of_the_case=True)
        known = self._forms.get(words)
        if known is None and len(words) == 1 and len(words[0]) >= SHORTEST_CUT:
            known = {
                person_id
                for name, ids in self._given.items()
                if name.startswith(words[0])
                for person_id in ids
            }
        return self._only(known or set())

    def _only(self, ids: set[str], *, of_the_case: bool = False) -> str:
        if of_the_case and len(ids) > 1:
            ids = ids & self._of_the_case
        return next(iter(ids)) if len(ids) == 1 else ""
