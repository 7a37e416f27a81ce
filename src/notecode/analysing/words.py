"""How often words stand in texts: counted as written, in small letters, tags by themselves.

A word is what the coder selects as one: letters and digits with their inner apostrophes, hyphens
and slashes ("call-out", "T/C"). Forms of a word (call, called) are words of their own, since
taking them together needs a language model's guess.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count
from typing import TYPE_CHECKING

from notecode.analysing.stop_words import STOP_WORDS
from notecode.text.units import words

if TYPE_CHECKING:
    from notecode.tables import IntArray

_TAG = re.compile(r"\[([A-Z][A-Z_]*?)(?:_\d+)?\]")
_LETTER = re.compile(r"[^\W\d_]")
_DENSE = 4
"""Numbers are told apart in a table if it has at most so many places for each of them."""


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

    ``limit`` is how many are given, 0 for all. What stands between blanks is numbered, and each
    such chunk taken apart once, so that the time grows with the length of the texts alone.
    """
    chunks, standing, lengths = _numbered_chunks(texts)
    parts = [_parts(chunk) for chunk in chunks]
    times: Counter[str] = Counter()
    for held, number in zip(parts, _tally(standing, len(chunks)), strict=True):
        for part in held:
            times[part] += number
    kinds = {part for part in times if part.startswith("[")}
    figures = {part for part in times if not _LETTER.search(part)}
    plain = times.keys() - kinds - figures
    found = sorted(kinds if tags else plain.difference(stop), key=lambda w: (-times[w], w))
    shown = found[:limit] if limit else found
    places = {word: place for place, word in enumerate(shown)}
    words_of = [[places[part] for part in held if part in places] for held in parts]
    in_notes, in_cases = _spread(standing, lengths, [case for _, case in texts], words_of, shown)
    return WordFrequencies(
        counts=tuple(
            WordCount(word=word, times=times[word], notes=notes, cases=cases)
            for word, notes, cases in zip(shown, in_notes, in_cases, strict=True)
        ),
        distinct=len(found),
        words=sum(times[word] for word in plain),
        stopped=sum(times[word] for word in plain.intersection(stop)),
        tags=sum(times[tag] for tag in kinds),
        numbers=sum(times[word] for word in figures),
    )


def _numbered_chunks(texts: Iterable[tuple[str, str]]) -> "tuple[list[str], IntArray, IntArray]":
    """What stands between blanks, each once; its numbers as they stand; how many a text has.

    Each text is parted once, and no loop of ours goes over its words.
    """
    import numpy as np

    number: defaultdict[str, int] = defaultdict(count().__next__)
    lengths: list[int] = []

    def parted() -> Iterator[list[str]]:
        for text, _ in texts:
            chunks = text.split()
            lengths.append(len(chunks))
            yield chunks

    in_order = map(number.__getitem__, chain.from_iterable(parted()))
    standing = np.fromiter(in_order, dtype=np.int64)
    return list(number), standing, np.array(lengths, dtype=np.int64)


def _tally(numbers: "IntArray", size: int) -> list[int]:
    import numpy as np

    return [int(times) for times in np.bincount(numbers, minlength=size)]


def _spread(
    standing: "IntArray",
    lengths: "IntArray",
    cases: Sequence[str],
    words_of: Sequence[Sequence[int]],
    shown: Sequence[str],
) -> tuple[list[int], list[int]]:
    """In how many notes and in how many cases each word shown stands.

    ``words_of`` has for each chunk the places of its words among those shown.
    """
    import numpy as np

    size = len(shown)
    case_of = {case: place for place, case in enumerate(dict.fromkeys(cases))}
    note_case = np.array([case_of[case] for case in cases], dtype=np.int64)
    # Each note has a place for each word shown, and one more for all that is not.
    first = np.repeat(np.arange(len(lengths)) * (size + 1), lengths)
    places = len(lengths) * (size + 1)
    found = [np.empty(0, dtype=np.int64)]
    # A chunk seldom has more than one word: the first of each, then the second of those with two.
    for turn in range(max(map(len, words_of), default=0)):
        word_of = np.array([w[turn] if turn < len(w) else size for w in words_of], dtype=np.int64)
        if turn:
            going_on = np.flatnonzero(word_of[standing] < size)
            standing, first = standing[going_on], first[going_on]
        found.append(_distinct(first + word_of[standing], places))
    in_notes = _distinct(np.concatenate(found), places)
    note, word = in_notes // (size + 1), in_notes % (size + 1)
    in_cases = _distinct(note_case[note] * (size + 1) + word, len(case_of) * (size + 1))
    return _tally(word, size)[:size], _tally(in_cases % (size + 1), size)[:size]


def _distinct(numbers: "IntArray", size: int) -> "IntArray":
    """The distinct numbers below ``size``, in order."""
    import numpy as np

    if size > _DENSE * len(numbers):
        return np.unique(numbers)
    there = np.zeros(size, dtype=bool)
    there[numbers] = True
    return np.flatnonzero(there)


def _parts(chunk: str) -> list[str]:
    """The words of what stands between blanks, as they are counted: "[OM_1]'s" is [OM] and "s"."""
    return [_counted_as(span.cut(chunk)) for span in words(chunk)]


def _counted_as(word: str) -> str:
    tag = _TAG.fullmatch(word)
    return f"[{tag[1]}]" if tag else _plain(word)


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'")
