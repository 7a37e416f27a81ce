"""Names in lists: who attended, who spoke, who acts, and the cells of a table.

"Attendees: …" and its like list names between commas; a line of minutes begins with the speaker;
a column headed "Who" or "Pupil" holds names. Initials are read where the structure alone shows
that they stand for somebody; those of people named in full are left to ``people.short_names``.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.names.reading import Cue, NameReader
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.words.dictionary import Dictionary
from notecode.anonymising.words.spelling import Token, word_set
from notecode.anonymising.words.vocabulary import KEPT_WORDS

_LIST = re.compile(
    r"(?:^|(?<=[\n.;–-]))[ \t>*•\-]*(?:\d{1,2}[ ])?(?:"
    r"attendees?|attending|attended|present|in attendance|pres|"
    r"apologies|apols|round the table|around the table|invited|invitees|participants|panel|"
    r"chair(?:ed by)?|minutes(?: by| taken by)?|minute taker|logged by|recorded by|taken by|"
    r"completed by|written by|reported by|worker|key ?worker|social worker|allocated worker|"
    r"oic|case manager|manager|staff|officers?|witness(?:es)?|seen by|referred by|referrer|"
    r"interpreter|author|informant|caller|next of kin|nok|emergency contact|name|full name|"
    r"client|pupil|student|distribution|copies to|copied to)"
    r"[ ]?(?::|[ ]?[–-](?=[ ]))(?=[ \t]*(?P<items>[^\n]{1,400}))",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"(?:^|(?<=[\n.;|\t])|(?<=[ ]{2}))[ \t>*•\-]*(?:(?P<several>children|siblings?|parents?|"
    r"carers?|facilitators?|tutors?|occupants?|household)|"
    r"forenames?(?:[ ]?\(s\))?|first names?|surnames?|family name|"
    r"(?:maiden|middle|previous|former|other|preferred) names?|"
    r"offender manager|responsible officer|supervising officer|probation officer|case ?holder|"
    r"case ?worker|practitioner|lead professional|named (?:person|nurse|midwife)|idva|isva|"
    r"health visitor|midwife|solicitor|advocate|mentor|"
    r"(?:referring|arresting|investigating|reporting|attending|previous|current|new|allocated) "
    r"(?:officer|worker|sw|om|idva)|allocated to|assigned to|"
    r"(?:created|entered|updated|prepared|reviewed|countersigned|approved|checked|authorised|"
    r"supervised|observed|dictated|typed|amended) by|supervisor|supervisee|appellant|applicant|"
    r"respondent|defendant|accused|suspect|perpetrator|perp|victim|survivor|complainant|subject|"
    r"offender|service user|mother|father|guardian|child|partner|ex-?partner|wife|husband|tenant|"
    r"landlord|passenger|driver)"
    r"[ ]?(?::|[ ]?[–-](?=[ ]))(?=[ \t]*(?P<items>[^\n]{1,200}))",
    re.IGNORECASE,
)
"""Labels of a form; what follows is one person, and only then what that person is and where."""
_ATTENDING = re.compile("attend|present|pres|apolog|apols|table|particip|invit", re.IGNORECASE)
_TWO_LETTERS = re.compile(r"[ ]*(?P<name>[A-Z]{2})[ ]*(?=[(.]|$)")
_ITEM = re.compile(r"[^,;|•\t]+")
_SPEAKER = re.compile(
    r"(?:^|(?<=\n))[ \t>*•\-–]*(?:\d{1,2}[.)][ ]*)?(?P<name>[A-Z]{2,4})[ ]?"
    r"(?P<post>\([^()\n]{2,40}\))?:(?=[ ])"
)
_TASK = re.compile(
    r"(?:(?<=[.;:\n])[ ]?|^)(?:\(?\d{1,2}[.)])[ ]*(?P<name>[A-Z]{2,3})(?=[ ](?:to|will|report)\b)"
)
_COLUMNS = word_set(
    """
    name names who by worker staff pupil child person client contact officer caller witness author
    student teacher lead owner attendee attendees informant manager keyworker
    """
)
_LEAD_IN = word_set(
    """
    dr pc dc ds di dci ps sgt insp pcso mr mrs ms miss rev fr cllr hv sw om idva isva cpn amhp so cm
    midwife nurse officer chair police school social worker duty for and with his her me
    """
)
_HEADINGS = word_set("fyi nb tc hx pmh dob tel mob re ref cc ps id rx dx fao eg ie ta su vs v s")
_FEWEST_CELLS = 2


class ListedNameRecogniser(NoteRecogniser):
    """Names in lists of those present, before what they said, and in tables."""

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__(supported_entities=[PERSON], name="listed-name")
        self._reader = NameReader(dictionary)

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:
        """The names in the text that stand in a list or a table."""
        words = note.words
        found: list[Finding] = []
        if ":" in text or "–" in text:
            found += self._listed(text, words)
            found += _speakers(text)
        if "\t" in text or "|" in text:
            found += self._in_tables(text, words)
        return found

    def _listed(self, text: str, words: Sequence[Token]) -> Iterator[Finding]:
        for listing in _LIST.finditer(text):
            for item in _ITEM.finditer(text, *listing.span("items")):
                if _ATTENDING.search(listing.group()):
                    yield from _initials(text, *item.span())
                yield from self._item(text, words, item.start(), item.end())
        for entry in _FORM.finditer(text):
            for item in _ITEM.finditer(text, *entry.span("items")):
                yield from self._item(text, words, item.start(), item.end(), score=0.79)
                if not entry["several"]:
                    break

    def _item(
        self, text: str, words: Sequence[Token], start: int, end: int, *, score: float = 0.8
    ) -> Iterator[Finding]:
        """The name with which an item of a list begins, after a title or a post."""
        index = bisect_left(words, start, key=lambda word: word.start)
        while index < len(words) and words[index].end <= end:
            count = self._reader.read(text, words, index, Cue.LIKELY)
            if count:
                last = words[index + count - 1].end
                if text[last : last + 1] == ":":
                    return
                yield Finding(words[index].start, last, PERSON, score, "listed-name")
                return
            if words[index].folded not in _LEAD_IN and not words[index].folded.isdigit():
                return
            index += 1

    def _in_tables(self, text: str, words: Sequence[Token]) -> Iterator[Finding]:
        columns: frozenset[int] = frozenset()
        start = 0
        for line in text.split("\n"):
            cells = line.replace("|", "\t").split("\t")
            if len(cells) < _FEWEST_CELLS:
                columns = frozenset()
            elif heads := _name_columns(cells):
                columns = heads
            else:
                position = start
                for number, cell in enumerate(cells):
                    if number in columns:
                        yield from self._cell(text, words, position, position + len(cell))
                    position += len(cell) + 1
            start += len(line) + 1

    def _cell(self, text: str, words: Sequence[Token], start: int, end: int) -> Iterator[Finding]:
        cell = text[start:end].strip()
        if re.fullmatch("[A-Z]{2,3}", cell) and cell.lower() not in KEPT_WORDS:
            at = text.index(cell, start)
            yield Finding(at, at + len(cell), PERSON, 0.78, "listed-name")
        else:
            yield from self._item(text, words, start, end)


def _initials(text: str, start: int, end: int) -> Iterator[Finding]:
    """Two letters that are an item of a list of people, a post in brackets behind them perhaps."""
    letters = _TWO_LETTERS.match(text, start, end)
    if letters and letters["name"].lower() not in KEPT_WORDS | _HEADINGS:
        yield Finding(*letters.span("name"), PERSON, 0.78, "listed-name")


def _name_columns(cells: Sequence[str]) -> frozenset[int]:
    """The numbers of the columns that hold names, if these are the heads of a table."""
    heads = [cell.strip(" :").lower() for cell in cells]
    found = frozenset(number for number, head in enumerate(heads) if head in _COLUMNS)
    plain = all(len(head.split()) <= 3 and not any(c.isdigit() for c in head) for head in heads)
    return found if plain else frozenset()


def _speakers(text: str) -> Iterator[Finding]:
    """Initials before what somebody said, with a post in brackets or among others like them."""
    labels = [
        label
        for label in _SPEAKER.finditer(text)
        if label["name"].lower() not in KEPT_WORDS | _HEADINGS
    ]
    several = len({label["name"] for label in labels}) > 1
    for label in labels:
        if label["post"] or several:
            score = 0.8 if label["post"] else 0.77
            yield Finding(*label.span("name"), PERSON, score, "listed-name")
    for task in _TASK.finditer(text):
        if task["name"].lower() not in KEPT_WORDS | _HEADINGS:
            yield Finding(*task.span("name"), PERSON, 0.78, "listed-name")
