"""Lines typed all in capitals or all in small letters, rewritten as usual for name recognition.

The language model knows names by their capitals. The rewritten text has the same length, is
shown to the model alone, and is thrown away.
"""

from collections.abc import Sequence

from notecode.anonymising.words.dictionary import Dictionary
from notecode.anonymising.words.spelling import Casing, Token, casing, starts_sentence
from notecode.anonymising.words.vocabulary import ABBREVIATIONS, KEPT_WORDS


def line_casings(text: str) -> list[tuple[int, int, Casing]]:
    """Start, end and casing of each line of the text."""
    lines: list[tuple[int, int, Casing]] = []
    start = 0
    for line in text.split("\n"):
        lines.append((start, start + len(line), casing(line)))
        start += len(line) + 1
    return lines


def truecase(text: str, words: Sequence[Token], dictionary: Dictionary) -> str:
    """The text with capitals where an ordinary writer would put them, of the same length.

    Words that are plain English become small, others (which may be names) get a capital;
    abbreviations of the field stay as they are.
    """
    lines = [line for line in line_casings(text) if line[2] != "mixed"]
    if not lines:
        return text
    pieces: list[str] = []
    done = index = 0
    for start, end, kind in lines:
        while index < len(words) and words[index].start < start:
            index += 1
        while index < len(words) and words[index].end <= end:
            word = words[index]
            pieces.append(text[done : word.start])
            pieces.append(_rewrite(text, word, kind, dictionary))
            done = word.end
            index += 1
    pieces.append(text[done:])
    return "".join(pieces)


def _rewrite(text: str, word: Token, kind: Casing, dictionary: Dictionary) -> str:
    written = text[word.start : word.end]
    if kind == "upper" and word.folded in ABBREVIATIONS:
        return written
    if kind == "lower" and not written.islower():
        return written
    if word.folded in dictionary or word.folded in KEPT_WORDS or len(word.folded) < 2:
        first = starts_sentence(text, word.start)
        rewritten = written.capitalize() if first else written.lower()
    else:
        rewritten = written.capitalize()
    return rewritten if len(rewritten) == len(written) else written


def quieten(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with the given ranges in small letters, so that no name is seen in them."""
    pieces: list[str] = []
    done = 0
    for start, end in sorted(spans):
        if start < done:
            continue
        small = text[start:end].lower()
        pieces += [text[done:start], small if len(small) == end - start else text[start:end]]
        done = end
    pieces.append(text[done:])
    return "".join(pieces)
