"""Slips of spelling in the words of aliases: letters changed over, too many, too few, wrong."""

from collections.abc import Iterable

_SHORTEST_SWAP = 4
_SHORTEST_SLIP = 6
# English words that are a letter away from an alias.
_NO_SLIPS = frozenset(
    [
        "hotel", "hosted", "teaches", "reaches", "preacher", "counsel", "consoler", "resident",
        "refugee", "refugees", "probating", "hostile", "hosiery", "mourning", "offender",
        "offenders", "curse", "nurses", "purse", "dental", "dentist", "prices", "office",
        "offices", "worker", "workers", "walker", "walkers", "social", "soviet", "session",
        "service", "services", "series", "police", "counselled", "house", "houses", "rousing",
        "hosing", "lecture", "lectures", "lectured", "layers", "layer", "slippers", "misers",
        "clippers", "writing",
    ]
)  # fmt: skip

# Words of titles and departments that are written short, and as they are written out.
_SHORT = {
    "wkr": "worker", "wkrs": "workers", "wrkr": "worker", "wrkrs": "workers", "wker": "worker",
    "offr": "officer", "offrs": "officers", "ofcr": "officer", "offcr": "officer",
    "mgr": "manager", "mgrs": "managers", "mngr": "manager", "mgmt": "management",
    "coord": "coordinator", "coords": "coordinators", "asst": "assistant", "rm": "room",
    "dept": "department", "dpt": "department", "hsg": "housing", "tm": "team", "svc": "service",
    "svcs": "services", "supp": "support", "hosp": "hospital", "recep": "reception",
    "sch": "school", "schl": "school", "soc": "social", "conf": "conference", "yr": "year",
    "nhood": "neighbourhood", "nbhd": "neighbourhood", "neighbourhd": "neighbourhood",
    "comm": "community", "fam": "family", "hlth": "health", "alc": "alcohol",
    "assoc": "association", "ctre": "centre", "cntr": "centre", "center": "centre",
    "advisor": "adviser", "advisors": "advisers", "program": "programme", "licencing": "licensing",
    "assmt": "assessment",
    "assessmt": "assessment", "inspr": "inspector", "sargeant": "sergeant", "serjeant": "sergeant",
    "facil": "facilitator", "consult": "consultant", "govt": "government", "secy": "secretary",
    "prac": "practitioner", "practit": "practitioner", "accom": "accommodation", "adv'r": "adviser",
}  # fmt: skip


def written_out(word: str) -> str:
    """A word of a title or department as it is when it is not written short."""
    return _SHORT.get(word, word)


class Spellings:
    """The words of some aliases, and which of them a slip may have meant."""

    def __init__(self, words: Iterable[str]) -> None:
        """Index the words by what a slip leaves of them."""
        every = list(words)
        self._spellings: dict[str, str] = {}
        self._slips: dict[str, str] = {}
        self._longest = 0
        self._known = set(every) | (_NO_SLIPS - {"hosing"})
        self._known |= {f"{word}s" for word in self._known} | {f"{w}'s" for w in self._known}
        for word in every:
            if len(word) < _SHORTEST_SWAP:
                continue
            self._spellings.setdefault(_letters(word), word)
            if len(word) > _SHORTEST_SLIP:
                self._longest = max(self._longest, len(word))
                self._slips[word] = word
                for at in range(1, len(word) - 1):
                    self._slips.setdefault(f"{word[:at]}?{word[at + 1 :]}", word)

    def meant(self, word: str) -> str:
        """The word of which this is a slip with two neighbouring letters changed over."""
        if len(word) < _SHORTEST_SWAP or word in self._known:
            return word
        meant = self._spellings.get(_letters(word), word)
        if meant != word and _changed_over(word, meant):
            return meant
        return self._one_letter_out(word) if len(word) >= _SHORTEST_SLIP else word

    def _one_letter_out(self, word: str) -> str:
        """The alias word of which this is a slip by one letter within: too many, too few, wrong."""
        if len(word) > self._longest + 1:
            return word
        for gone in range(1, len(word) - 1):
            for key in (word[:gone] + word[gone + 1 :], f"{word[:gone]}?{word[gone + 1 :]}"):
                if key in self._slips:
                    return self._slips[key]
        for gap in range(1, len(word)):
            if f"{word[:gap]}?{word[gap:]}" in self._slips:
                return self._slips[f"{word[:gap]}?{word[gap:]}"]
        return word


def _letters(word: str) -> str:
    """A key that words share when they have the same letters and begin alike."""
    return word[:1] + "".join(sorted(word[1:]))


def _changed_over(word: str, meant: str) -> bool:
    """Whether two neighbouring letters, and no more, have changed places."""
    apart = [at for at, (a, b) in enumerate(zip(word, meant, strict=True)) if a != b]
    return len(apart) == 2 and apart[1] == apart[0] + 1
