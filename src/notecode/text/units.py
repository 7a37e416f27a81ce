"""The units a coder selects by: paragraphs, sentences, clauses and words, as spans of the text.

Case notes are telegraphic, so a sentence here is what the coding manual calls a unit: a sentence,
a list item or a line. Pure functions over a string, linear in its length; no language model.
"""

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import category

from notecode.model import Span

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
# What stands before the words of a line: quote marks of a mail, a bullet, "1)" or "(a)".
_LEAD = re.compile(
    r"\s*(?:>\s*)*(?:[-–—]{1,2}\s+|[•·*‣◦▪●]\s*|\(?(?:\d{1,2}|[A-Za-z])\)\s+(?=\S))?", re.UNICODE
)
_RULE_LINE = re.compile(r"[-–—_=*~#.\s>]+")
_STOP = re.compile(
    r"""(?<![.!?…])[.!?…]++["'”’)\]]*+(?=\s)|:(?=\s+(?:hi|hiya|hello|['"“‘]?dear)\b)""",
    re.IGNORECASE,
)
_MARK = re.compile(r"[.!?…:]")
_DASH = re.compile(r"(?<=\s)(?:[-–—]|--)(?=\s)")
_ITEM_NUMBER = re.compile(r"\d{1,2}\.")
_CLAUSE_END = re.compile(
    r"[,;:](?=\s)|(?<=\s)[-–—](?=\s)"
    r"|(?<=\s)(?=(?:and|but|so|because|as|who|which|when|while|until|after|before)\s)",
    re.IGNORECASE,
)
_PARAGRAPH_BREAK = re.compile(r"\n\s*\n")
_TAG = re.compile(r"\[[A-Z][A-Z_]*(?:_\d+)?\]")
# Longest stretch looked at before a full stop to see whether it ends an abbreviation.
_LOOK_BACK = 12

# Abbreviations that never end a sentence, or that do so as often as not: the latter go on only
# before a figure or one of the small words below.
_ABBREVIATIONS = """
mr mrs ms dr prof rev sgt insp supt approx incl excl esp ie eg i.e e.g cf viz a.k.a
"""
_MAY_END = """
appt appts etc inc min mins hr hrs wk wks mth mths yr yrs mon tue tues wed weds thu thur thurs fri
sat sun jan feb aug sept oct nov dec max poss prob temp accom a.m p.m est ref tel ext re no st
"""
_GOES_ON = "at on in with for to and of or re from by until til till due then"
_NEVER_ENDS = frozenset(_ABBREVIATIONS.split())
_SOMETIMES_ENDS = frozenset(_MAY_END.split())
_SMALL_WORDS = frozenset(_GOES_ON.split())


def paragraphs(text: str) -> list[Span]:
    """Blocks of text between blank lines, trimmed of white space."""
    spans: list[Span] = []
    start = 0
    for gap in _PARAGRAPH_BREAK.finditer(text):
        spans.extend(_trimmed(text, start, gap.start()))
        start = gap.end()
    spans.extend(_trimmed(text, start, len(text)))
    return spans


def sentences(text: str) -> list[Span]:
    """Sentences, list items and lines: the units of coding, in order, never overlapping.

    Bullets, item numbers in brackets, mail quote marks and ruled lines belong to no sentence;
    every other character that is not white space belongs to exactly one.
    """
    return [Span(start, end) for start, end in sentence_bounds(text)]


def sentence_bounds(text: str) -> list[tuple[int, int]]:
    """The starts and ends of ``sentences``, without their spans: for many notes at once."""
    bounds: list[tuple[int, int]] = []
    dashes = "-" in text or "–" in text or "—" in text
    for line in _LINE.finditer(text):
        start, end = line.span()
        if _RULE_LINE.fullmatch(text, start, end):
            continue
        lead = _LEAD.match(text, start, end)
        start = lead.end() if lead else start
        for piece in _pieces(text, start, end):
            for cut_start, cut_end in _dashed(text, *piece) if dashes else (piece,):
                begin, stop = _trim(text, cut_start, cut_end)
                if begin < stop:
                    bounds.append((begin, stop))
    return bounds


def clauses(text: str) -> list[Span]:
    """Parts of sentences between commas, colons, dashes and the commonest conjunctions."""
    spans: list[Span] = []
    for sentence in sentences(text):
        start = sentence.start
        for cut in _CLAUSE_END.finditer(text, sentence.start, sentence.end):
            spans.extend(_trimmed(text, start, cut.end()))
            start = cut.end()
        spans.extend(_trimmed(text, start, sentence.end))
    return spans


def words(text: str) -> list[Span]:
    """Words with their inner apostrophes, slashes and points; a tag ``[OM_1]`` is one word.

    Every letter and digit is in exactly one word, with the marks that it carries; other
    characters may be in none.
    """
    return [Span(*match.span()) for match in _word_pattern().finditer(text)]


def tag_around(text: str, offset: int) -> Span | None:
    """The tag that the character at ``offset`` is part of: nothing is selected by parts of it."""
    start = text.rfind("[", 0, offset + 1)
    tag = _TAG.match(text, start) if start >= 0 else None
    return Span(*tag.span()) if tag and tag.end() > offset else None


def whole_tags(text: str, span: Span) -> Span:
    """The span with the whole of the tags in which it begins and ends."""
    first, last = tag_around(text, span.start), tag_around(text, span.end - 1)
    return Span(first.start if first else span.start, last.end if last else span.end)


@cache
def _word_pattern() -> re.Pattern[str]:
    """Letters, digits and combining marks, which ``re`` does not take for parts of a word."""
    marks = "".join(chr(n) for n in range(0x300, 0x10000) if category(chr(n)) in {"Mn", "Mc"})
    run = rf"[^\W_](?:[^\W_]|[{marks}])*"
    return re.compile(rf"{_TAG.pattern}|{run}(?:['’./:&@+-]{run}|_+{run})*")


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """The span without white space at its ends, or nothing."""
    start, end = _trim(text, start, end)
    if start < end:
        yield Span(start, end)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of one line between its full stops."""
    pieces: list[tuple[int, int]] = []
    begin = start
    # To look for the marks first and then at what stands around them is the quicker way.
    for mark in _MARK.finditer(text, start, end):
        stop = _STOP.match(text, mark.start(), end) if mark.start() >= begin else None
        if stop and _ends_sentence(text, begin, stop, end):
            pieces.append((begin, stop.end()))
            begin = stop.end()
    pieces.append((begin, end))
    return pieces


def _ends_sentence(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    """Whether this stop, followed by white space, is the end of a sentence."""
    after = stop.end()
    while after < end and text[after].isspace():
        after += 1
    if after >= end:
        return True
    following = text[after]
    mark = stop.group()
    if mark.startswith(("..", "…")):
        return following.isupper() or following == "["
    if mark[0] != ".":
        return text[stop.start() - 1] != "("
    return not _abbreviated(text, begin, stop.start(), after)


def _abbreviated(text: str, begin: int, stop: int, after: int) -> bool:
    """Whether the full stop at ``stop`` belongs to the word before it."""
    head = max(begin, stop - _LOOK_BACK)
    tail = text[head:stop]
    word = tail[max(tail.rfind(" "), tail.rfind("(")) + 1 :]
    if stop - len(word) == begin and _ITEM_NUMBER.fullmatch(word + "."):
        return True
    if len(word) == 1 and word.isupper():
        return text[after].isupper()
    plain = word.lower()
    if plain in _SOMETIMES_ENDS:
        return text[after].isdigit() or _first_word(text, after) in _SMALL_WORDS
    return plain in _NEVER_ENDS


def _first_word(text: str, start: int) -> str:
    return text[start : start + _LOOK_BACK].split(" ", 1)[0].lower()


def _dashed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Items of a line written as one list with " - " between them, or the whole piece.

    A dash inside a sentence looks the same, so a single dash divides only before a capitalised
    word, and several before anything that starts like an item: a capital or a tag.
    """
    dashes = list(_DASH.finditer(text, start, end))
    begin = start
    if dashes and not _ITEM_NUMBER.match(text, start, end):
        for dash in dashes:
            if _starts_item(text, dash.end(), end, alone=len(dashes) == 1):
                yield begin, dash.start()
                begin = dash.end()
    yield begin, end


def _starts_item(text: str, start: int, end: int, *, alone: bool) -> bool:
    while start < end and text[start].isspace():
        start += 1
    if start >= end:
        return False
    if alone:
        return text[start].isupper() and text[start + 1 : start + 2].islower()
    return text[start].isupper() or text[start] == "["
