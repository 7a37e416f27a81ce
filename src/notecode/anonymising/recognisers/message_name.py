"""Names in the parts of a message: its header, greeting, signature, and "X wrote:".

What stands there is a name unless it is a word of the field, so that one capitalised word of
plain English, initials and single letters count too.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.names.cues import line_around
from notecode.anonymising.names.lists import WORD_NAMES_OF_PEOPLE
from notecode.anonymising.names.reading import LISTED, NAMED_FIRST, Cue, NameReader
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.words.dictionary import Dictionary
from notecode.anonymising.words.spelling import Token, casing, is_capitalised, word_set
from notecode.anonymising.words.vocabulary import KEPT_WORDS

_HEADER = re.compile(
    r"^[ \t>]*(?:from|to|cc|bcc|sent by|reply-to|author|logged by|completed by|recorded by|"
    r"written by|reported by|signed|on behalf of|(?:created|entered|updated|last updated|modified|"
    r"prepared|approved|reviewed|countersigned|authorised) by|allocated to|assigned to|owner|"
    r"recipients?|copy to|copied to|c\.c\.?|organi[sz]er|required|optional)[ ]?:"
    r"[ \t]*(?P<names>.{1,300})$",
    re.IGNORECASE | re.MULTILINE,
)
_ENTRY = re.compile(r"[^;,<>\n\[\]()\"]+")
_BACKWARDS = re.compile(
    r"(?P<last>[A-Z][\w'’\-]+(?:[ ][A-Z][\w'’\-]+)?),[ ](?P<first>[A-Z][\w'’\-]*)"
    r"(?=[ ]?(?:\d|<|;|\(|\[|$))",
    re.MULTILINE,
)
_CLOSING = re.compile(
    r"(?:^|[.,!?)\n]|(?=[ ](?:thx|tks|rgds)\b))[ \t>]*"
    r"(?:(?:kind|kindest|best|warm|warmest|many|with|speak soon)[ ])?"
    r"(?:regards|rgds|wishes|thanks|thx|tks|ta|thank you|cheers|sincerely|faithfully|best|yours|"
    r"yours sincerely|yours faithfully|respect|love|all the best|bw|kr|br|diolch(?: yn fawr)?|"
    r"cofion(?: gorau| cynnes)?|hwyl|slán|sl[aá]inte|le meas|go raibh maith agat|pozdrawiam|"
    r"cu respect|shukran|mersi|merci|gracias|obrigad[oa])"
    r"(?P<gap>[ ,.!]*(?:\n[ \t>]*)+|,?[ ])(?=\w)",
    re.IGNORECASE,
)
_END_OF_NAME = re.compile(
    r"\.?[ \t]*(?:[xX]{1,3})?[ \t,.\"”’']*(?:\([^)\n]{1,20}\))?[ \t]*(?:\n|$)"
)
_GREETING = re.compile(
    r"(?:^|[\n\"“‘])[ \t>]*(?:dear|hi|hiya|hello|hey|morning|afternoon|good morning|"
    r"good afternoon|hi there|dearest)[ ,]+(?=\w)",
    re.IGNORECASE,
)
_CALLED_ON = re.compile(
    r"(?:^|\n)[ \t>]*\n[ \t>]*(?P<name>[A-Z][\w'’\-]+)(?=,[ \t]*\n|[ \t]*\n(?![ \t]*\n))"
)
_WROTE = re.compile(r"(?:(?<=\n)|(?<=^)|(?<=[>,])[ ]?)(?P<name>[^\n,>]{2,40}?)[ ](?:wrote|writes):")
_CONTACT_CARD = re.compile(r"(?:^|\n)(?P<name>[^\n,:]{2,40}),[ ]?(?=0\d{3,4}[ ]?\d{3})")
_LONE_LINE = re.compile(
    r"(?:^|(?<=\n))[ \t>]*(?P<name>[^\n,:(]{3,40}?)[ \t]*(?:\([^)\n]{1,20}\))?(?:\n[ \t>]*|,[ ])"
    r"(?=(?:\w+[ ]){0,3}(?:manager|officer|worker|practitioner|advisor|adviser|advocate|nurse|"
    r"visitor|constable|sergeant|lead|coordinator|consultant|teacher|senco|idva|solicitor|"
    r"assistant|specialist|support|safeguarding|probation|tel|mob|\+?[0-9]{3,})\b)",
    re.IGNORECASE,
)
_LETTER_AT_THE_END = re.compile(
    r"\n[ \t>]*(?P<name>[A-Z])(?:[ ]?[xX]{1,3})?[ \t]*(?=\n[ \t]*\n|\n?$)"
)
_KISSED = re.compile(
    r"(?<=[.!?])[ ](?P<name>[A-Z])(?:[ ][xX]{1,3}(?=[\"”\n]|$)|(?=[\"”]))|"
    r"(?<=[.!?])[ ](?P<kissed>[A-CEGI-LNOQU-Z])x{1,3}(?=[\"”\n]|$)"
)
_ABOVE_A_QUOTE = re.compile(
    r"(?:^|(?<=\n))[ \t]*(?P<name>[A-Z][\w'’\-]{2,15}(?:[ ][A-Z][\w'’\-]{1,15})?)[ \t]*\n"
    r"(?=[ \t\n]*(?:>|-{3,}|_{3,}|On[ ].{5,60}wrote:|From:|Sent from|Get Outlook))"
)
"""Who signs above the message that is answered, or above a line that ends the own one."""
_NAMED_AT_THE_END = re.compile(
    r"(?<=[.!?])[ ](?P<name>[A-Z][a-z]{1,14})(?:[ ]?[xX]{1,3})?(?=[.!]?[\"”])"
)
"""Who signs what is quoted: "Same time on Monday? Will"."""
_CLOSING_WORDS = word_set("best love will may hope good early")
_NOT_SIGNED = word_set(
    """
    all again both everyone team you for to and the this that so i we if please let will can am
    sent date subject speak see have has be is it he she they sir madam there folks each
    anyway any just my your at on in of re as not no yes ok but with from
    """
)
_FEWEST = 2


class MessageNameRecogniser(NoteRecogniser):
    """Names in the headers, greetings and signatures of messages."""

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__(supported_entities=[PERSON], name="message-name")
        self._reader = NameReader(dictionary)

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:
        """The names in the text that stand where a message has them."""
        words = note.words
        found = [*self._closings(text, words), *self._greetings(text, words), *_kissed(text)]
        found += _named_at_the_end(text)
        if ":" in text:
            found += self._headers(text, words)
        if "\n" in text or ":" in text:
            found += self._lines(text, words)
        return found

    def _headers(self, text: str, words: Sequence[Token]) -> Iterator[Finding]:
        for header in _HEADER.finditer(text):
            start, end = header.span("names")
            done = start
            for name in _BACKWARDS.finditer(text, start, end):
                if self._is_person(words, name.start(), name.end()):
                    yield Finding(name.start(), name.end(), PERSON, 0.82, "message-name")
                    done = name.end()
            for entry in _ENTRY.finditer(text, done, end):
                yield from self._whole(text, words, entry.start(), entry.end(), 0.8)

    def _is_person(self, words: Sequence[Token], start: int, end: int) -> bool:
        inside = _within(words, start, end)
        if not inside or any(word.folded in KEPT_WORDS - LISTED for word in inside):
            return False
        return any(self._reader.is_strange(word) or word.folded in LISTED for word in inside)

    def _whole(
        self, text: str, words: Sequence[Token], start: int, end: int, score: float
    ) -> Iterator[Finding]:
        """The name that a passage consists of, but for a number behind it."""
        inside = _within(words, start, end)
        while inside and inside[-1].folded.isdigit():
            inside = inside[:-1]
        if not inside or len(inside) > 5:
            return
        index = bisect_left(words, inside[0].start, key=lambda word: word.start)
        cue = Cue.SURE if self._is_person(words, start, end) else Cue.LIKELY
        count = self._reader.read(text, words, index, cue)
        if count == len(inside):
            yield Finding(inside[0].start, inside[-1].end, PERSON, score, "message-name")

    def _closings(self, text: str, words: Sequence[Token]) -> Iterator[Finding]:
        for closing in _CLOSING.finditer(text):
            below = "\n" in closing["gap"]
            yield from self._signed(text, words, closing.end(), below=below)

    def _signed(
        self, text: str, words: Sequence[Token], position: int, *, below: bool
    ) -> Iterator[Finding]:
        index = bisect_left(words, position, key=lambda word: word.start)
        if index >= len(words) or words[index].start != position:
            return
        first = words[index]
        written = text[first.start : first.end]
        if first.folded in _NOT_SIGNED | (KEPT_WORDS - LISTED):
            return
        if len(written) <= 3 and written.isupper() and _ends(text, first.end):
            yield Finding(first.start, first.end, PERSON, 0.78, "message-name")
            return
        flat = casing(line_around(text, first.start)) != "mixed" or written.islower()
        cue = Cue.ANY if below and not written.islower() else Cue.SURE
        count = self._reader.read(text, words, index, cue)
        if not count and flat and below and self._reader.is_strange(first):
            count = 1
        if not count and written.islower() and self._reader.is_strange(first):
            count = 1
        if count and _ends(text, words[index + count - 1].end):
            end = words[index + count - 1].end
            yield Finding(first.start, end, PERSON, 0.8, "message-name")

    def _greetings(self, text: str, words: Sequence[Token]) -> Iterator[Finding]:
        for greeting in _GREETING.finditer(text):
            position = greeting.end()
            index = bisect_left(words, position, key=lambda word: word.start)
            if index >= len(words) or words[index].folded in _NOT_SIGNED:
                continue
            count = self._reader.read(text, words, index, Cue.SURE)
            if count:
                end = words[index + count - 1].end
                yield Finding(position, end, PERSON, 0.8, "message-name")

    def _lines(self, text: str, words: Sequence[Token]) -> Iterator[Finding]:
        for expression in (_WROTE, _CONTACT_CARD, _LONE_LINE):
            for line in expression.finditer(text):
                start, end = line.span("name")
                if (
                    is_capitalised(text[start : start + 2])
                    or text[start:end].count(" ")
                    or (text[start].isupper())
                ):
                    yield from self._whole(text, words, start, end, 0.8)
        for line in _ABOVE_A_QUOTE.finditer(text):
            if self._is_person(words, *line.span("name")):
                yield Finding(*line.span("name"), PERSON, 0.78, "message-name")
        for line in _CALLED_ON.finditer(text):
            index = bisect_left(words, line.start("name"), key=lambda word: word.start)
            if words[index].folded in LISTED - _CLOSING_WORDS:
                yield Finding(*line.span("name"), PERSON, 0.77, "message-name")


def _kissed(text: str) -> Iterator[Finding]:
    """Letters with which somebody signs, on a line of their own or before a kiss."""
    for expression in (_LETTER_AT_THE_END, _KISSED):
        for letter in expression.finditer(text):
            yield Finding(*letter.span(letter.lastgroup or 0), PERSON, 0.77, "message-name")


def _named_at_the_end(text: str) -> Iterator[Finding]:
    """Given names by which somebody signs a message that is quoted."""
    for match in _NAMED_AT_THE_END.finditer(text):
        if match["name"].lower() in NAMED_FIRST | WORD_NAMES_OF_PEOPLE - _CLOSING_WORDS | {"will"}:
            yield Finding(*match.span("name"), PERSON, 0.77, "message-name")


def _within(words: Sequence[Token], start: int, end: int) -> Sequence[Token]:
    first = bisect_left(words, start, key=lambda word: word.start)
    return words[first : bisect_left(words, end, key=lambda word: word.start)]


def _ends(text: str, position: int) -> bool:
    """Whether nothing but a kiss, a mark or a note in brackets follows on the line."""
    return _END_OF_NAME.match(text, position) is not None
