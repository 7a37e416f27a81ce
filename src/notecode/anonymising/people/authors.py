"""The authors of notes as people of the case: their names stand in greetings and signatures."""

from collections.abc import Iterable

from notecode.anonymising.words.spelling import fold, folded_words
from notecode.anonymising.words.vocabulary import KEPT_WORDS
from notecode.raw import Person, RawNote, Roster

_ROLES = {
    "case manager": "CASE_MANAGER",
    "cm": "CASE_MANAGER",
    "service manager": "SERVICE_MANAGER",
    "sm": "SERVICE_MANAGER",
    "practice advisor": "PRACTICE_ADVISOR",
    "pa": "PRACTICE_ADVISOR",
    "idva": "IDVA",
}
_FEWEST_WORDS = 2


def with_authors(roster: Roster, notes: Iterable[RawNote]) -> Roster:
    """The roster, and after it each author who is written like a person and is not in it yet."""
    people = list(roster.people)
    authors = {note.author.strip(): note.author_role for note in notes if note.author.strip()}
    for number, author in enumerate(sorted(authors), start=1):
        words = folded_words(author)
        named = len(words) >= _FEWEST_WORDS and not any(
            word in KEPT_WORDS or not word.isalpha() for word in words
        )
        if not named or any(same_person(author, person) for person in people):
            continue
        people.append(_person(author, number, authors[author]))
    return Roster(roster.case_id, tuple(people))


def _person(author: str, number: int, role: str) -> Person:
    last, comma, first = author.partition(",")
    if not comma:
        first, _, last = author.rpartition(" ")
    return Person(
        id=f"author-{number}",
        has_id=False,
        role=_ROLES.get(role.strip().lower(), "CASE_MANAGER"),
        first_name=first.strip(),
        last_name=last.strip(),
    )


def same_person(author: str, person: Person) -> bool:
    """Whether an author's name is that of a person of the roster."""
    written = set(folded_words(author))
    last = set(folded_words(person.last_name))
    first = set(folded_words(person.first_name))
    return (
        bool(written)
        and bool(last | first)
        and last <= written
        and (not first or bool(first & written) or fold(author[:1]) == fold(person.first_name[:1]))
    )
