"""Which of several people who bear a name is meant, by the title or the post before it.

"Ms Holt" is rather the victim/survivor than the case manager, "IDVA Scott" the Idva. Where
nothing tells, the people of the case come before those who work on it. The place is flagged
all the same.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from types import MappingProxyType

from notecode.anonymising.findings import Finding
from notecode.anonymising.words.spelling import Token, fold, folded_words, word_set
from notecode.anonymising.words.vocabulary import CONTACT_WORDS
from notecode.raw import Person

_POSTS = MappingProxyType(
    {
        "OFFENDER_MANAGER": word_set("om offender probation po nps crc"),
        "OIC": word_set("oic dc pc ds di sgt ps police officer ppu pvp dau beat custody response"),
        "POLICE": word_set(
            "oic dc pc ds di sgt ps police officer ppu pvp dau beat custody response"
        ),
        "IDVA": word_set("idva isva idvas"),
        "SOCIAL_WORKER": word_set("sw social css csc cyps duty"),
        "HEALTH_VISITOR": word_set("hv health visitor"),
        "GP": word_set("gp dr doctor"),
        "HOUSING_OFFICER": word_set("housing ho estate landlord tenancy"),
        "MENTAL_HEALTH_WORKER": word_set("cpn cmht mental care psychiatrist nurse"),
        "KEY_WORKER": word_set("keyworker key drug alcohol substance recovery lantern turnpike"),
        "TEACHER": word_set("teacher head school miss class headteacher"),
        "CASE_MANAGER": word_set("cm case hi hiya hello dear morning afternoon"),
        "SERVICE_MANAGER": word_set("sm service"),
        "SU": word_set("su mr"),
        "VS": word_set("vs victim ms mrs miss"),
        "CHILD": word_set("child children son daughter young little baby wee junior jr"),
        "PARTNER": word_set("partner girlfriend boyfriend gf bf"),
        "FAMILY": word_set("mum mother dad father brother sister uncle aunt nan cousin"),
    }
)
"""Role -> words before a name that point to somebody in this role, folded."""
_OF_THE_CASE = MappingProxyType({"SU": 0, "VS": 0, "CHILD": 1, "PARTNER": 1, "FAMILY": 1})
_ADULTS_TITLES = word_set("mr mrs ms miss dr")
_NO_ADULT = frozenset({"CHILD"})
_STAFF = 2
_CONTACTS = CONTACT_WORDS | {"from", "meeting", "mtg"}
"""Words of contact: whom a worker writes to is rather another worker than a child."""
_AUTHORS = MappingProxyType({"CASE_MANAGER": 3, "SERVICE_MANAGER": 3})
_RELATED = frozenset({"CHILD", "FAMILY", "PARTNER"})
_NEAR = 3
_ANOTHER = frozenset({"other", "another", "different", "wrong"})
_TITLES_OF_SURNAMES = frozenset({"mr", "mrs", "dr"})
_CASE_ROLES = frozenset({"SU", "VS"})
_MALE_KIN = word_set(
    "brother uncle nephew grandad grandfather chacha chachu mamu kaka taya tadcu dadcu taid wujek"
)
_FEMALE_KIN = word_set(
    """
    sister sis aunt niece nan nana gran granny grandmother chachi mami khala phupho masi bua mamgu
    nain ciocia
    """
)
"""Relatives: a brother is rarely the victim/survivor, a sister rarely the service user."""
_OF_AN_AGE = word_set("old young")
"""What tells somebody from another of the name: "old Gethin", "young Gwyn"."""
_SHARED_BY_MANY = word_set(
    "patel khan singh kaur ahmed ali hussain hussein begum shah kumar sharma smith jones williams"
    " davies evans thomas mohamed mohammed islam rahman iqbal mahmood malik chen li wang nguyen"
)
"""Surnames that a doctor and a client may well bear by chance."""
_ACQUAINTED = word_set("friend mate neighbour landlord boss dealer cellmate padmate flatmate butty")
_MEN, _WOMEN = frozenset({"mr"}), frozenset({"mrs", "ms", "miss"})
_JUNIOR = re.compile(r" (?:jnr|jr)\b", re.IGNORECASE)
_LONGEST_GAP = 3


class Owners:
    """The people who share the forms of one case."""

    def __init__(self, people: Iterable[Person]) -> None:
        """Take the people in the order in which they come first."""
        listed = list(people)
        self._roles = {person.id: person.role for person in listed}
        self._titles = {person.id: fold(person.title).strip(". ") for person in listed}
        self._names = {
            person.id: (folded_words(person.first_name), folded_words(person.last_name))
            for person in listed
        }

        self._given_to_children = {
            word
            for person in listed
            if person.role in _RELATED
            for word in folded_words(person.first_name)
        }

    def is_another(self, finding: Finding, text: str, words: Sequence[Token], index: int) -> bool:
        """Whether it is said that somebody else of the name is meant than the person found.

        "The other Sarah", "a Mark Banks", "Gwyn jnr", and "Mrs Dean", where Dean is a first name.
        """
        if _JUNIOR.match(text, finding.end):
            return True
        before = words[index - 1] if index else None
        gap = text[before.end : finding.start] if before else ""
        if before is None or len(gap) > _LONGEST_GAP or gap.strip(" .\"'“‘"):
            return False
        onward = (words[at] for at in range(index, len(words)))
        named = [word.folded for word in takewhile(lambda word: word.end <= finding.end, onward)]
        given, last = self._names.get(finding.person_id, ((), ()))
        if self._is_titled_otherwise(finding.person_id, before.folded, named):
            return True
        if before.folded in _TITLES_OF_SURNAMES and last:
            return len(named) == 1 and named[0] in given and named[0] not in last
        if before.folded in _ANOTHER or self._is_kin(finding.person_id, before.folded, named):
            return True
        if before.folded == "a" and len(named) > 1 and "." not in gap:
            return text[before.start] == "a"
        counted = words[index - 2].folded if index > 1 else ""
        return before.folded in {"nd", "second"} and counted in {"2", "a", "the"}

    def _is_titled_otherwise(self, person_id: str, before: str, named: Sequence[str]) -> bool:
        """Whether the title is not the person's: "Mrs Dean" of a man, "Dr Patel" of no doctor."""
        title = self._titles.get(person_id, "")
        if before == "dr" and len(named) == 1 and named[0] in _SHARED_BY_MANY:
            return title != "dr" and self._roles.get(person_id) in _CASE_ROLES
        if before not in _MEN | _WOMEN or title not in _MEN | _WOMEN or not named:
            return False
        return (before in _MEN) != (title in _MEN)

    def _is_kin(self, person_id: str, before: str, named: Sequence[str]) -> bool:
        """Whether a first name is said to be a relative's or friend's who cannot be the person."""
        role = self._roles.get(person_id, "")
        if len(named) != 1 or role not in _POSTS or role in _RELATED:
            return False
        if named[0] not in self._names[person_id][0]:
            return before in _MALE_KIN
        if before in _MALE_KIN:
            return role != "SU"
        if before in _FEMALE_KIN:
            return role != "VS"
        if role in _CASE_ROLES:
            return before in _OF_AN_AGE and named[0] not in self._given_to_children
        return before in _ACQUAINTED

    def of(self, ids: Sequence[str], text: str, words: Sequence[Token], index: int) -> str:
        """The id of the person whom the name at ``words[index]`` most likely means."""
        line = text.rfind("\n", 0, words[index].start) + 1
        before = [
            word.folded for word in words[max(0, index - _NEAR) : index] if word.start >= line
        ]
        return min(ids, key=lambda person_id: self._distance(person_id, before))

    def _distance(self, person_id: str, before: Sequence[str]) -> tuple[int, int]:
        """How far the person is from being meant: posts and titles first, then the role."""
        role = self._roles.get(person_id, "")
        named = sum(word in _POSTS.get(role, ()) for word in before)
        if before and before[-1] in _ADULTS_TITLES and role in _NO_ADULT:
            named = -1
        rank = _OF_THE_CASE.get(role, _AUTHORS.get(role, _STAFF))
        if rank == 1 and not _CONTACTS.isdisjoint(before):
            rank = _STAFF + 1
        return -named, rank
