"""The names of a case's people, in every form in which notes write them.

From the fields of the people file come full names, first and last names, "Surname, First",
parts of double-barrelled names, short forms, initials and misspellings; each finds its person.
Names that are also words need a capital and a cue (see ``names.cues``).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from notecode.anonymising.findings import ADDRESS, PERSON, PLACE, Finding
from notecode.anonymising.names.cues import (
    capitalised_in_sentence,
    is_word_name,
    line_around,
    reads_as_name,
    starts_as_name,
)
from notecode.anonymising.names.forms import PARTICLES, SHORTEST_CUT, Kind, Words, forms_of
from notecode.anonymising.names.initials import follows_a_number, read_initials
from notecode.anonymising.names.ordinary_use import GIVEN_FORMS
from notecode.anonymising.names.small_letters import Reading, read_small
from notecode.anonymising.names.sounds import is_pet_form, sound
from notecode.anonymising.people.identifiers import IdentifierMatcher
from notecode.anonymising.people.owners import Owners
from notecode.anonymising.words.dictionary import FUNCTION_WORDS, Dictionary
from notecode.anonymising.words.phrases import Hit, PhraseMatcher
from notecode.anonymising.words.spelling import Token, casing, fold, folded_words, is_capitalised
from notecode.anonymising.words.vocabulary import KEPT_WORDS, SURE_NAME_LEADS
from notecode.raw import Person, Roster

_APOSTROPHES = frozenset({"'", "’"})
_CONTRACTIONS = frozenset({"'t", "’t"})
__all__ = ["PARTICLES", "Form", "RosterNames"]

SPELT_OUT = re.compile(r"(?<![\w.'’])(?:[^\W\d_][ .\-]{1,2}){3,}[^\W\d_](?![\w'’])")
"""Four letters or more that stand by themselves."""
_WITH_DIGITS = re.compile(
    r"(?<![\w@./])(?=[^\W\d_]*[0134578])(?=\d?[^\W\d_]{2}|[^\W\d_])\w{4,20}(?![\w@/])"
)
_DIGITS_READ = str.maketrans("0134578", "oleastb")
LAW = re.compile(r"['’]?s law\b", re.IGNORECASE)
"""What follows a name that a law is called by: "Clare's Law"."""
_BEFORE_A_FAMILY = frozenset({"the", "both", "all", "other", "those", "two", "three", "more"})
_GUESSED = 0.66
_MISSPELT = 0.9
_SHORTEST_PET = 5
_SHORTEST_PLAIN = 6
"""Letters of a plain word that is taken for a misspelt name at the start of a sentence."""
_SHORTEST_MIXED_UP = 5


@dataclass(frozen=True, slots=True, repr=False)
class Form:
    """A way a person is written: whose, of what kind, and whether others share it."""

    person_id: str
    kind: Kind
    others: tuple[str, ...] = ()

    @property
    def shared(self) -> bool:
        """Whether somebody else of the case is written so too."""
        return bool(self.others)

    def __repr__(self) -> str:
        return f"Form({self.person_id!r}, {self.kind})"


class RosterNames:
    """Finds the people of one case in its notes."""

    def __init__(self, roster: Roster, dictionary: Dictionary) -> None:
        """Work out every form of every person; of a shared form the first person is the owner."""
        self._dictionary = dictionary
        self._owners = Owners(roster.people)
        forms: dict[Words, Form] = {}
        for person in roster.people:
            for words, kind in forms_of(person):
                _add(forms, words, Form(person.id, kind))
        self._phrases = PhraseMatcher(forms.items())
        self._spellings = _spellings(roster.people, forms)
        self._by_length: dict[int, list[str]] = {}
        for name in self._spellings:
            self._by_length.setdefault(len(name), []).append(name)
        self._firsts = {
            words[0]
            for person in roster.people
            if (words := folded_words(person.first_name)) and words[0] in self._spellings
        }
        self._by_sound = {sound(name): name for name in self._spellings}
        self._misspelt: dict[str, str] = {}
        self._identifiers = IdentifierMatcher(roster.people)
        self.cued = frozenset(
            words[0]
            for words, form in forms.items()
            if len(words) == 1
            and form.kind in {"single", "short"}
            and self._needs_cue(words[0], form.kind)
        )
        """The names that are also words, and so may be left standing; folded."""
        self._letters = frozenset(
            words[0] for words, form in forms.items() if form.kind == "letters"
        )
        self._first_letters = {
            person.id: {
                words[0][0]
                for name in (person.first_name, *person.known_as)
                if (words := folded_words(name))
            }
            for person in roster.people
        }
        self.initials = frozenset(
            first[0][0] for person in roster.people if (first := folded_words(person.first_name))
        )
        """The first letters of first names, folded."""

    def find(self, text: str, words: Sequence[Token]) -> list[Finding]:
        """Everything of the roster that stands in the text, misspelt names included."""
        found = [*self._identifiers.find(text), *self._spelt_out(text), *self._disguised(text)]
        index = 0
        while index < len(words):
            for hit in self._phrases.all_at(text, words, index):
                finding = (
                    None if _ends_a_word(text, words, hit) else self._finding(text, words, hit)
                )
                if finding is not None:
                    found.append(self._settled(finding, hit.value, text, words, index))
                    index += hit.count
                    break
            else:
                found.extend(self._misspelling(text, words, index))
                index += 1
        return found

    def _spelt_out(self, text: str) -> Iterator[Finding]:
        """Names that are spelt letter by letter: "D H A L I W A L"."""
        for match in SPELT_OUT.finditer(text):
            letters = "".join(c for c in fold(match.group()) if c.isalpha())
            meant = letters if letters in self._spellings else self._nearest(letters)
            if meant:
                form = self._spellings[meant]
                yield Finding(
                    match.start(), match.end(), PERSON, 0.96, "roster", form.person_id, form.shared
                )

    def _disguised(self, text: str) -> Iterator[Finding]:
        """Names with digits for letters: "J0hn", "Y0UNG", "3mma"."""
        for match in _WITH_DIGITS.finditer(text):
            letters = fold(match.group().translate(_DIGITS_READ))
            form = self._spellings.get(letters)
            if form:
                yield Finding(
                    match.start(), match.end(), PERSON, 0.96, "roster", form.person_id, form.shared
                )

    def _settled(
        self, finding: Finding, form: Form, text: str, words: Sequence[Token], index: int
    ) -> Finding:
        """The finding with the one of several people who is most likely meant."""
        if finding.type == PERSON and form.kind == "single":
            start = _start_of_initials(text, words, index)
            letters = self._first_letters.get(finding.person_id)
            if not letters or fold(text[start]) in letters:
                finding = replace(finding, start=start)
        if finding.person_id and self._owners.is_another(finding, text, words, index):
            return replace(finding, person_id="", shared=True)
        if not form.others or not finding.person_id:
            return finding
        ids = (form.person_id, *form.others)
        return replace(finding, person_id=self._owners.of(ids, text, words, index))

    def reading(self, text: str, words: Sequence[Token], index: int) -> Reading:
        """How to read a word that may be a name of the case, or initials, and something else."""
        word = words[index]
        if word.folded in self._letters:
            return read_initials(text, words, index, self._dictionary)
        if reads_as_name(text, words, index, expected=True):
            return Reading.NAME
        if is_capitalised(text[word.start : word.end]):
            return Reading.DOUBT
        return read_small(text, words, index, self._dictionary)

    def in_doubt(self, text: str, words: Sequence[Token], index: int) -> bool:
        """Whether a word left standing may be a name of the case, or initials, after all."""
        folded = words[index].folded
        if folded not in self.cued and folded not in self._letters:
            return False
        return self.reading(text, words, index) is not Reading.WORD

    def _finding(self, text: str, words: Sequence[Token], hit: Hit[Form]) -> Finding | None:
        """What a form that stands in the text amounts to, if anything."""
        kind = hit.value.kind
        if kind == "capitals":
            return _finding(hit) if self._are_initials(text, words, hit) else None
        if kind not in {"full", "address"} and text[hit.end : hit.end + 2] in _CONTRACTIONS:
            return None
        name = words[hit.first].folded
        if kind in {"plural", "family"}:
            return _family(text, words, hit)
        if kind == "cut":
            return _finding(hit) if self._is_cut(text, words, hit.first) else None
        if kind == "letters" or (kind in {"single", "short"} and self._needs_cue(name, kind)):
            if hit.count > 1:
                return None
            reading = self.reading(text, words, hit.first)
            if reading is Reading.GUESS:
                unlikely = _is_small_among_capitals(text, words, hit.first)
                return None if unlikely else replace(_finding(hit), score=_GUESSED)
            return _finding(hit) if reading is Reading.NAME else None
        return _finding(hit)

    def _are_initials(self, text: str, words: Sequence[Token], hit: Hit[Form]) -> bool:
        """Whether letters stand for a person: parted by full stops, or capitals among small ones.

        In a line typed all alike they must at least be no word.
        """
        written = text[hit.start : hit.end]
        letters = "".join(c for c in written if c.isalpha())
        if "." in written and len(letters) == hit.count:
            return True
        if hit.count > 1 and letters.lower() in KEPT_WORDS and len(letters) == hit.count:
            return False
        if casing(line_around(text, hit.start)) != "mixed":
            if hit.count > 1:
                return _is_name_and_letter(text, words, hit)
            return not follows_a_number(words, hit.first)
        if hit.count > 1 and written.islower():
            return _is_name_and_letter(text, words, hit)
        return letters[0].isupper() and letters[-1].isupper()

    def _is_cut(self, text: str, words: Sequence[Token], index: int) -> bool:
        """Whether the beginning of a first name stands for it; a plain word needs a capital."""
        word = words[index]
        if word.folded in self._dictionary:
            return capitalised_in_sentence(text, words, index)
        long = len(word.folded) > SHORTEST_CUT
        return long or is_capitalised(text[word.start : word.end])

    def _needs_cue(self, name: str, kind: Kind) -> bool:
        return is_word_name(name) or (kind == "short" and name in self._dictionary)

    def _misspelling(self, text: str, words: Sequence[Token], index: int) -> Iterator[Finding]:
        token = words[index]
        meant = self._misspelt.get(token.folded)
        if meant is None:
            meant = self._nearest(token.folded) or self._pet_name(token.folded)
            self._misspelt[token.folded] = meant
        if not meant:
            return
        score = _MISSPELT
        if token.folded in self._dictionary:
            named = capitalised_in_sentence(text, words, index) or (
                len(token.folded) >= _SHORTEST_PLAIN and starts_as_name(text, words, index)
            )
            if LAW.match(text, token.end) or not named:
                return
            score = _GUESSED
        if len(token.folded) < 5 and not text[token.start].isupper():
            typed = casing(line_around(text, token.start))
            if typed == "mixed" or token.folded in self._dictionary or meant[0] != token.folded[0]:
                return
        form = self._spellings[meant]
        finding = Finding(
            token.start, token.end, PERSON, score, "roster-misspelt", form.person_id, form.shared
        )
        yield self._settled(finding, form, text, words, index)

    def _pet_name(self, folded: str) -> str:
        """The one first name of the roster of which the word is a pet form, or ""."""
        if len(folded) < _SHORTEST_PET or folded in self._dictionary or folded in GIVEN_FORMS:
            return ""
        meant = {name for name in self._firsts if is_pet_form(folded, name)}
        return meant.pop() if len(meant) == 1 else ""

    def _nearest(self, folded: str) -> str:
        """The name of the roster that the word misspells, or ""."""
        from rapidfuzz.distance import OSA

        allowed = _allowed_edits(folded)
        if not allowed or not self._by_length or folded in KEPT_WORDS | FUNCTION_WORDS:
            return ""
        plain = folded in self._dictionary
        if plain and folded in GIVEN_FORMS:
            return ""
        best: tuple[int, str] = (allowed + 2, "")
        for length in range(len(folded) - allowed, len(folded) + allowed + 1):
            for name in self._by_length.get(length, ()):
                if min(_allowed_edits(name), allowed) == 0:
                    continue
                if len(name) < 6 and name[0] != folded[0]:
                    continue
                distance = OSA.distance(folded, name, score_cutoff=best[0] + 1)
                if distance <= min(_allowed_edits(name), allowed) or (
                    distance == allowed + 1 and _is_mixed_up(folded, name)
                ):
                    best = min(best, (distance, name))
        if not best[1] and not plain:
            return self._by_sound.get(sound(folded), "")
        return best[1]


def _ends_a_word(text: str, words: Sequence[Token], hit: Hit[Form]) -> bool:
    """Whether an initial is what an apostrophe cut off: "alloc'd. Lacey"."""
    first = words[hit.first]
    cut = text[max(0, first.start - 1) : first.start] in _APOSTROPHES
    return cut and len(first.folded) == 1


def _is_mixed_up(folded: str, name: str) -> bool:
    """Whether a word has the letters of a name in another order, the first one apart."""
    long = len(name) >= _SHORTEST_MIXED_UP
    return long and folded[0] == name[0] and sorted(folded) == sorted(name)


def _is_small_among_capitals(text: str, words: Sequence[Token], index: int) -> bool:
    """Whether a word is small in a line with capitals, and no "told" or list leads to it."""
    start, end = words[index].start, words[index].end
    ends_list = text[:start].endswith(", ") and text[end : end + 1] in {"", "\n"}
    if ends_list or not text[start].islower():
        return False
    led = index > 0 and words[index - 1].folded in SURE_NAME_LEADS
    return not led and casing(line_around(text, start)) == "mixed"


def _is_name_and_letter(text: str, words: Sequence[Token], hit: Hit[Form]) -> bool:
    """Whether a first name is followed by the letter of the surname: "pauline w", "jan f"."""
    first, letter = words[hit.first], words[hit.first + 1]
    if hit.count != 2 or len(first.folded) < 2 or text[first.end : letter.start] != " ":
        return False
    ends = text[hit.end : hit.end + 1] in {"", "\n", ".", ",", ";", ")", "/", ":"}
    return len(letter.folded) == 1 and (ends or letter.folded not in {"a", "i", "w", "x", "n", "u"})


def _start_of_initials(text: str, words: Sequence[Token], index: int) -> int:
    """Where the initials before a surname begin: "T. J. Cartmel"."""
    start = words[index].start
    while index and words[index - 1].end - words[index - 1].start == 1:
        letter = words[index - 1]
        gap = text[letter.end : start]
        dotted = "." in gap
        if gap not in {" ", ".", ". "} or not text[letter.start].isupper():
            break
        if text[letter.start] in "AI" and not dotted:
            break
        if text[max(0, letter.start - 1) : letter.start] in {"'", "’", "&", "/", "+", "-"}:
            break
        start = letter.start
        index -= 1
    return start


def _is_family(words: Sequence[Token], index: int) -> bool:
    """Whether a surname in the plural stands for a family: "the Bishops"."""
    return bool(index) and words[index - 1].folded in _BEFORE_A_FAMILY


def _family(text: str, words: Sequence[Token], hit: Hit[Form]) -> Finding | None:
    """A family, which is nobody by himself; or the one person, where no apostrophe was typed."""
    family = _is_family(words, hit.first)
    if hit.value.kind == "plural":
        capital = is_capitalised(text[hit.start : hit.end])
        return replace(_finding(hit), person_id="") if family and capital else None
    return replace(_finding(hit), person_id="") if family else _finding(hit)


def _finding(hit: Hit[Form]) -> Finding:
    form = hit.value
    kind = {"address": ADDRESS, "place": PLACE}.get(form.kind, PERSON)
    score = {"full": 1.0, "address": 0.97, "place": 0.7}.get(form.kind, 0.95)
    person = form.person_id if kind == PERSON else ""
    return Finding(hit.start, hit.end, kind, score, "roster", person, form.shared)


def _allowed_edits(word: str) -> int:
    """How many slips a name of this length may hold: 1 from four letters on, 2 from eight on."""
    if not word.isalpha() or len(word) < 4:
        return 0
    return 1 if len(word) < 8 else 2


def _add(forms: dict[Words, Form], words: Words, form: Form) -> None:
    known = forms.get(words)
    if known is None:
        forms[words] = form
    elif form.person_id not in {known.person_id, *known.others}:
        forms[words] = replace(known, others=(*known.others, form.person_id))


def _spellings(people: Iterable[Person], forms: dict[Words, Form]) -> dict[str, Form]:
    """The single names that may be misspelt, with their owners."""
    found: dict[str, Form] = {}
    for person in people:
        for field in (person.first_name, person.last_name, *person.known_as):
            parts = folded_words(field)
            for name in (*parts, "".join(parts)):
                if len(name) >= 4 and name not in PARTICLES and (name,) in forms:
                    found.setdefault(name, forms[(name,)])
    return found
