"""Names after a title, a rank or an office: "PC 20991 Wozniak", "Dr N", "midwife Oluchi".

The title stays. A collar number or a full stop may stand between. After a word that is a title
and nothing else ("Mrs") any word is a name; after a rank one that is not known to follow it
otherwise ("PC World"); after an office ("the OM") only what looks like a name.
"""

from collections.abc import Iterable, Iterator, Sequence

from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.names.cues import line_around
from notecode.anonymising.names.reading import Cue, NameReader
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.words.dictionary import Dictionary
from notecode.anonymising.words.spelling import Token, casing, word_set
from notecode.anonymising.words.vocabulary import CONTACT_WORDS

_CIVIL = word_set("mr mrs mister mx")
_TITLES = word_set(
    """
    ms miss dr doctor prof professor sir dame rev revd reverend fr imam rabbi pastor cllr
    councillor hhj dj judge sr sra lord lady recorder
    """
)
_RANKS = word_set(
    """
    pc pcso wpc dc wdc ds di dci dsi dcs tdc det ps sgt sergeant insp inspector ins constable supt
    superintendent cpl capt captain lt major
    """
)
_OFFICES = word_set(
    """
    officer so cm gov governor om po pso spo sw ssw hv idva isva dsl ddsl cpn amhp flo fmo gp ta
    senco sendco midwife nurse matron teacher tutor headteacher head interpreter terp solicitor
    sol barrister counsel lawyer magistrate chaplain chair keyworker worker caseworker manager
    supervisor coach paralegal counsellor coordinator clerk receptionist warden psychologist
    psychiatrist consultant advocate mentor registrar paramedic advisor adviser practitioner
    assistant prosecutor usher landlord landlady boss colleague sergeant inspector detective
    constable deacon bishop sister father mother brother
    """
)
_SHORT_OFFICES = word_set(
    "so cm om po pso spo sw ssw hv idva isva dsl ddsl cpn amhp flo fmo gp ta senco sendco"
)
_NOT_AFTER = word_set(
    """
    world lite team teams office panel clinic led advice sent seen care home room duty desk line
    visit visits appt appts station please attending attended practitioner specialist prescriber
    liaison manager advocate report reports meeting meetings group group's list only work worker
    update updated note notes right bean men women hub unit screen laptop tower game games case
    rang called spoke told says said wants wanted reported confirmed advised emailed agreed
    sclerosis selfridge word excel outlook project office court courts number interview interviews
    """
)
"""Words that follow a title or rank in another sense: "PC World", "MS Teams", "DC panel"."""
_WORDS_TOO = word_set("so ta cm gp flo po")
_NOBLE = word_set("lord lady sir")
"""With an article before them they begin the name of a public house."""
_DOTTED = word_set("sgt insp ins supt det cpl capt lt gov")
_BEFORE_A_VERB = word_set(
    """
    will would may might must could should can cant couldnt wont wouldnt not dont didnt doesnt did
    do does i he she they we you ill hell shell theyll often always also never just really and or
    """
) | {""}
_BETWEEN = frozenset({" ", ". ", ".", "  ", "\u00a0"})
_AROUND_A_NUMBER = frozenset({" ", " (", ") ", "-", "/", ", "})
_SHORTEST_NUMBER = 2


class TitledNameRecogniser(NoteRecogniser):
    """Names that a title, a rank or an office announces."""

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__(supported_entities=[PERSON], name="titled-name")
        self._reader = NameReader(dictionary)

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:
        """The names in the text that stand after a title."""
        words = note.words
        for index, word in enumerate(words):
            if word.folded in _ALL:
                yield from self._after(text, words, index)

    def _after(self, text: str, words: Sequence[Token], index: int) -> Iterator[Finding]:
        title = words[index]
        at, numbered = self._name_at(text, words, index)
        if at < 0 or words[at].folded in _NOT_AFTER or _ends_a_sentence(text, title):
            return
        if title.folded in _NOBLE and index and words[index - 1].folded == "the":
            return
        cue = self._cue(text, words, index, numbered=numbered)
        if cue is None:
            return
        if text[title.end] == ":":
            cue = Cue.LIKELY
        small = text[title.start].islower() and title.folded not in _OFFICES
        if small and title.folded == "miss" and _is_missed(words, index):
            return
        count = self._reader.read(text, words, at, cue, small=small)
        if count:
            start, end = words[at].start, words[at + count - 1].end
            sure = title.folded not in _OFFICES or numbered or count > 1
            yield Finding(start, end, PERSON, 0.8 if sure else 0.77, "titled-name")

    @staticmethod
    def _name_at(text: str, words: Sequence[Token], index: int) -> tuple[int, bool]:
        """The word after a title and its number, and whether there is a number; or -1."""
        at = index + 1
        if at >= len(words):
            return -1, False
        gap = text[words[index].end : words[at].start]
        number = words[at].folded
        if number.isdigit() and gap in _AROUND_A_NUMBER | _BETWEEN:
            after = at + 1
            if len(number) < _SHORTEST_NUMBER or after >= len(words):
                return -1, False
            close = text[words[at].end : words[after].start] in _AROUND_A_NUMBER
            return (after, True) if close else (-1, False)
        return (at, False) if gap in _BETWEEN or gap == ": " else (-1, False)

    @staticmethod
    def _cue(text: str, words: Sequence[Token], index: int, *, numbered: bool) -> Cue | None:
        """How strongly the title announces a name; None if it is no title as it is written."""
        title = words[index]
        written = text[title.start : title.end]
        kind = casing(line_around(text, title.start))
        if title.folded in _CIVIL:
            return Cue.ANY
        if title.folded in _RANKS:
            if kind == "mixed" and not written[0].isupper():
                return Cue.LIKELY
            return Cue.ANY if numbered else Cue.SURE
        if title.folded in _TITLES:
            if kind == "mixed" and not written[0].isupper():
                return Cue.LIKELY
            return Cue.LIKELY if title.folded == "ms" and written == "MS" else Cue.SURE
        if title.folded in _OFFICES:
            plain = title.folded in _WORDS_TOO or kind == "mixed"
            small = title.folded in _SHORT_OFFICES and not written.isupper()
            return None if small and plain else Cue.LIKELY
        return None


def _ends_a_sentence(text: str, title: Token) -> bool:
    """Whether a full stop ends a sentence with the title: "told the DI. Rehearsed with him"."""
    return text[title.end] == "." and title.folded not in _CIVIL | _TITLES | _DOTTED


def _is_missed(words: Sequence[Token], index: int) -> bool:
    """Whether "miss" is what somebody does: "he will miss Parkrun"."""
    before = words[index - 1].folded if index else ""
    if before == "to":
        return index < 2 or words[index - 2].folded not in CONTACT_WORDS
    return before in _BEFORE_A_VERB


_ALL = _CIVIL | _TITLES | _RANKS | _OFFICES
