"""How often words stand in texts: counted as written, in small letters, tags by themselves.

A word is what the coder selects as one: letters and digits with their inner apostrophes, hyphens
and slashes ("call-out", "T/C"). Forms of a word (call, called) are words of their own, since
taking them together needs a language model's guess.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from notecode.analysing.stop_words import STOP_WORDS
from notecode.text.units import words

_TAG = re.compile(r"\[([A-Z][A-Z_]*?)(?:_\d+)?\]")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordCount:
    """One word, or one kind of tag: how often it stands there, in how many notes and cases."""

    word: str
    times: int
    notes: int
    cases: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WordFrequencies:
    """The commonest words or kinds of tags, most frequent first, and what they are of.

    ``distinct`` is how many there are, shown or not. ``words`` counts every word of the texts but
    tags and numbers, ``stopped`` those of them that were left out; ``tags`` and ``numbers`` the
    rest.
    """

    counts: tuple[WordCount, ...]
    distinct: int
    words: int
    stopped: int
    tags: int
    numbers: int


def stop_words(added: Iterable[str] = (), kept: Iterable[str] = ()) -> frozenset[str]:
    """The usual stop words with those that a study adds and without those that it keeps."""
    return (STOP_WORDS | set(map(_plain, added))) - set(map(_plain, kept))


def word_frequencies(
    texts: Sequence[tuple[str, str]], *, stop: Collection[str], limit: int = 0, tags: bool = False
) -> WordFrequencies:
    """Count the words of texts, or with ``tags`` their tags; a text is one note, with its case.

    ``limit`` is how many are given, 0 for all. What stands between blanks is counted first and
    taken apart once, so that the time grows with the length of the texts alone.
    """
    chunks: Counter[str] = Counter()
    for text, _ in texts:
        chunks.update(text.split())
    parts = {chunk: _parts(chunk) for chunk in chunks}
    times: Counter[str] = Counter()
    for chunk, number in chunks.items():
        for part in parts[chunk]:
            times[part] += number
    kinds = {part for part in times if part.startswith("[")}
    figures = {part for part in times if not _LETTER.search(part)}
    plain = times.keys() - kinds - figures
    found = sorted(kinds if tags else plain.difference(stop), key=lambda w: (-times[w], w))
    shown = found[:limit] if limit else found
    listed = set(shown)
    holding = {chunk: held for chunk in parts if (held := listed.intersection(parts[chunk]))}
    in_notes, in_cases = _spread(texts, holding)
    return WordFrequencies(
        counts=tuple(
            WordCount(word=word, times=times[word], notes=in_notes[word], cases=in_cases[word])
            for word in shown
        ),
        distinct=len(found),
        words=sum(times[word] for word in plain),
        stopped=sum(times[word] for word in plain.intersection(stop)),
        tags=sum(times[tag] for tag in kinds),
        numbers=sum(times[word] for word in figures),
    )


def _spread(
    texts: Iterable[tuple[str, str]], holding: dict[str, set[str]]
) -> tuple[Counter[str], Counter[str]]:
    """In how many notes and in how many cases each word stands that a chunk of ``holding`` has.

    The texts are parted once more: to keep all their parts takes longer, and much memory.
    """
    in_notes: Counter[str] = Counter()
    by_case: dict[str, set[str]] = {}
    wanted = frozenset(holding)
    for text, case in texts:
        found = {word for chunk in wanted.intersection(text.split()) for word in holding[chunk]}
        in_notes.update(found)
        by_case.setdefault(case, set()).update(found)
    in_cases: Counter[str] = Counter()
    for found in by_case.values():
        in_cases.update(found)
    return in_notes, in_cases


def _parts(chunk: str) -> list[str]:
    """The words of what stands between blanks, as they are counted: "[OM_1]'s" is [OM] and "s"."""
    return [_counted_as(span.cut(chunk)) for span in words(chunk)]


def _counted_as(word: str) -> str:
    tag = _TAG.fullmatch(word)
    return f"[{tag[1]}]" if tag else _plain(word)


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'")
