"""Words as they are counted: tags apart, stop words, genitives, notes and cases."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.analysing.stop_words import STOP_WORDS
from notecode.analysing.words import WordFrequencies, stop_words, word_frequencies
from notecode.text import units

TEXTS = [
    ("T/C to [OM_1]. No reply, t/c again.", "C1"),
    ("[OM_2]'s call-out: the café’s no use.", "C1"),
    ("Don't call [SU] on 3/5 or 0900.", "C2"),
]


def counts(found: WordFrequencies) -> dict[str, tuple[int, int, int]]:
    return {count.word: (count.times, count.notes, count.cases) for count in found.counts}


def test_words_are_counted_in_small_letters_with_their_inner_marks() -> None:
    found = counts(word_frequencies(TEXTS, stop=()))
    assert found["t/c"] == (2, 1, 1)
    assert found["no"] == (2, 2, 1)
    assert found["call-out"] == (1, 1, 1)
    assert found["don't"] == (1, 1, 1)
    assert found["café's"] == (1, 1, 1), "a curly apostrophe is an apostrophe"
    assert not [word for word in found if word.startswith("[") or word[0].isdigit()]


def test_tags_are_counted_by_kind_and_apart() -> None:
    found = word_frequencies(TEXTS, stop=(), tags=True)
    assert counts(found) == {"[OM]": (2, 2, 1), "[SU]": (1, 1, 1)}
    assert (found.tags, found.numbers, found.distinct) == (3, 2, 2)


def test_what_is_left_out_is_counted_all_the_same() -> None:
    every = word_frequencies(TEXTS, stop=())
    few = word_frequencies(TEXTS, stop=stop_words())
    assert few.words == every.words == sum(count.times for count in every.counts)
    assert few.stopped == every.words - sum(count.times for count in few.counts)
    assert "s" not in counts(few), "what is left of a tag's genitive is no word"


def test_a_limit_shows_the_most_frequent_and_says_how_many_there_are() -> None:
    every = word_frequencies(TEXTS, stop=stop_words())
    first = word_frequencies(TEXTS, stop=stop_words(), limit=2)
    assert [count.word for count in first.counts] == ["no", "t/c"], "alike often: by name"
    assert first.counts == every.counts[:2]
    assert first.distinct == len(every.counts)


@given(st.lists(st.tuples(st.text("ab-' \n[OM_1]", max_size=12), st.sampled_from("XY"))))
def test_times_notes_and_cases_are_those_of_a_plain_count(texts: list[tuple[str, str]]) -> None:
    times: Counter[str] = Counter()
    notes: Counter[str] = Counter()
    cases: dict[str, set[str]] = {}
    for text, case in texts:
        found = [span.cut(text).casefold() for span in units.words(text)]
        found = [word for word in found if any(map(str.isalpha, word)) and "[" not in word]
        times.update(found)
        notes.update(set(found))
        for word in found:
            cases.setdefault(word, set()).add(case)
    counted = counts(word_frequencies(texts, stop=()))
    assert counted == {word: (n, notes[word], len(cases[word])) for word, n in times.items()}


def test_no_text_has_no_words() -> None:
    none = word_frequencies([], stop=())
    assert (none.counts, none.words, none.distinct, none.tags) == ((), 0, 0, 0)


@pytest.mark.parametrize("word", ["no", "not", "never", "before", "after", "again", "su", "t/c"])
def test_findings_times_and_the_words_of_the_field_are_no_stop_words(word: str) -> None:
    assert word not in STOP_WORDS


def test_a_study_adds_stop_words_and_keeps_some() -> None:
    words = stop_words(added=["SU", "Client’s"], kept=["We"])
    assert {"su", "client's", "the"} <= words
    assert "we" not in words
    assert all(word == word.casefold() for word in STOP_WORDS)
