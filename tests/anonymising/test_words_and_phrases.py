"""Tokens, folding, casing, phrases, truecasing, and the words that are also names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.anonymising.names.cues import is_word_name, reads_as_name
from notecode.anonymising.names.lists import GIVEN_NAMES
from notecode.anonymising.protection import Protection
from notecode.anonymising.words.dictionary import Dictionary
from notecode.anonymising.words.informal import INFORMAL_WORDS
from notecode.anonymising.words.phrases import PhraseMatcher
from notecode.anonymising.words.spelling import (
    casing,
    fold,
    folded_words,
    is_capitalised,
    standing_tags,
    starts_sentence,
    tokens,
)
from notecode.anonymising.words.truecasing import line_casings, quieten, truecase


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("SIÂN", "sian"),
        ("Małgorzata", "malgorzata"),
        ("Zoë", "zoe"),
        ("Cafe\u0301", "cafe"),
        ("Øystein", "oystein"),
        ("Strauß", "strauss"),
        ("W\u200bill", "will"),
        ("J\u043ehn", "john"),
        ("\u041c\u0430\u0440\u0442\u0430", "\u043c\u0430\u0440\u0442\u0430"),
        ("שלום", "שלום"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=60))
def test_tokens_stand_where_they_say(text: str) -> None:
    position = 0
    for token in tokens(text):
        assert position <= token.start < token.end <= len(text)
        assert fold(text[token.start : token.end]) == token.folded
        position = token.end


@given(st.text(alphabet="abcXYZ éß\u200b12-'", max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_words_and_numbers_are_tokens() -> None:
    assert folded_words("O'Brien-Smith, 14b") == ("o", "brien", "smith", "14", "b")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("SU WAS ARRESTED AGAIN", "upper"),
        ("su was arrested again", "lower"),
        ("Su was arrested again", "mixed"),
        ("TC TO OM", "mixed"),
        ("rang SU again, no answer, ref LP-0477", "lower"),
        ("SU rang again and gave no answer at all", "mixed"),
        ("", "mixed"),
    ],
)
def test_casing(line: str, kind: str) -> None:
    assert casing(line) == kind


@pytest.mark.parametrize(
    ("text", "word", "starts"),
    [
        ("Will rang", "Will", True),
        ("told Will", "Will", False),
        ("He left. Will rang", "Will", True),
        ("- Will rang", "Will", True),
        ("14.15 Will rang", "Will", True),
        ("3) Will rang", "Will", True),
        ("w/ Will today", "Will", False),
        ('he said "Will', "Will", False),
        ("one\nWill rang", "Will", True),
        ("room 3 Will had", "Will", False),
    ],
)
def test_sentence_starts(text: str, word: str, starts: bool) -> None:
    assert starts_sentence(text, text.index(word)) is starts


@pytest.mark.parametrize(
    ("word", "is_"), [("Will", True), ("WILL", False), ("will", False), ("", False)]
)
def test_capitalised(word: str, is_: bool) -> None:
    assert is_capitalised(word) is is_


def test_standing_tags() -> None:
    text = "[OM_1] told [SU], [not_a_tag] and [CHILD_12]"
    assert [text[a:b] for a, b in standing_tags(text)] == ["[OM_1]", "[SU]", "[CHILD_12]"]


PHRASES = PhraseMatcher(
    [(("ann", "lee"), 1), (("ann",), 2), (("lee", "ann"), 3), (("elm", "st"), 4)]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ann Lee", [("Ann Lee", 1)]),
        ("ANN-LEE, lee\nann", [("ANN-LEE", 1), ("lee\nann", 3)]),
        ("Lee, Ann", [("Lee, Ann", 3)]),
        ("Ann. Lee left", [("Ann", 2)]),
        ("Ann      Lee", [("Ann", 2)]),
        ("Anne Lee", []),
        ("Ann\n\nLee", [("Ann", 2)]),
        ("elm st.", [("elm st", 4)]),
    ],
)
def test_phrases(text: str, found: list[tuple[str, int]]) -> None:
    hits = PHRASES.find(text, tokens(text))
    assert [(text[hit.start : hit.end], hit.value) for hit in hits] == found


def test_of_two_equal_phrases_the_first_wins() -> None:
    matcher = PhraseMatcher([(("a",), "first"), (("a",), "second"), ((), "none")])
    assert [hit.value for hit in matcher.find("a b", tokens("a b"))] == ["first"]
    assert "a" in matcher
    assert "b" not in matcher


def test_protection_finds_names_in_any_case_and_tags() -> None:
    text = "MARAC heard it; marac's [OM_1], Marache, Women’s aid"
    spans = Protection(["Marac", "Women's Aid"]).spans(text, tokens(text))
    assert [text[s.start : s.end] for s in spans] == ["MARAC", "marac", "[OM_1]", "Women’s aid"]
    assert [s.tag for s in spans] == [False, False, True, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SPOKE TO ZOFIA RAKOW ABOUT THE HOUSE", "Spoke to Zofia Rakow about the house"),
        ("rang denise about the house again", "Rang Denise about the house again"),
        ("Rang Denise about the house", "Rang Denise about the house"),
        ("TC TO IDVA AND MARAC ABOUT HIM", "TC to Idva and MARAC about him"),
    ],
)
def test_truecase(dictionary: Dictionary, text: str, expected: str) -> None:
    rewritten = truecase(text, tokens(text), dictionary)
    assert len(rewritten) == len(text)
    names = [word for word in ("Zofia", "Rakow", "Denise") if word in expected]
    assert all(word in rewritten for word in names)
    assert "House" not in rewritten


@given(st.text(alphabet="aBcßİ é.\n1ŉ", max_size=80))
def test_truecasing_keeps_the_length(text: str) -> None:
    plain = Dictionary(["house"])
    assert len(truecase(text, tokens(text), plain)) == len(text)
    assert len(quieten(text, [(0, min(3, len(text)))])) == len(text)


def test_lines_cover_the_text() -> None:
    text = "ONE LINE OF CAPITALS\n\none line of small letters\nTwo"
    lines = line_casings(text)
    assert [text[start:end] for start, end, _ in lines] == text.split("\n")
    assert [kind for _, _, kind in lines] == ["upper", "mixed", "lower", "mixed"]


CUES = [
    ("told Will that", "Will", True),
    ("Will said so", "Will", True),
    ("Will was there", "Will", True),
    ("Grace was there", "Grace", True),
    ("Rose will not say", "Rose", True),
    ("Summer will be hard", "Summer", False),
    ("Will will go", "Will", True),
    ("Will's phone", "Will", True),
    ("in April he", "April", False),
    ("12 April he", "April", False),
    ("told April he", "April", True),
    ("he will go", "will", False),
    ("spoke to will, he is fine", "will", True),
    ("THEY SPOKE TO MARK TODAY", "MARK", True),
    ("THEY MADE A MARK TODAY", "MARK", False),
    ("they told will be back soon", "will", False),
]


@pytest.mark.parametrize(("text", "word", "name"), CUES)
def test_words_that_are_also_names(text: str, word: str, name: bool) -> None:
    words = tokens(text)
    index = next(i for i, t in enumerate(words) if text[t.start : t.end] == word)
    assert reads_as_name(text, words, index, expected=True) is name


@pytest.mark.parametrize(
    "text", ["Grace was there", "Rose will not say", "Bill paid", "Mark noted"]
)
def test_a_name_nobody_bears_needs_more_of_a_cue(text: str) -> None:
    assert not reads_as_name(text, tokens(text), 0)
    assert reads_as_name("Grace said so", tokens("Grace said so"), 0)


def test_an_expected_name_needs_less_of_a_cue() -> None:
    text = "bought pat a phone out of petty cash"
    words = tokens(text)
    assert not reads_as_name(
        text.replace("bought", "the"), tokens("the pat a phone"), 1, expected=True
    )
    assert reads_as_name(text, words, 1, expected=True)


@pytest.mark.parametrize(
    ("name", "word"),
    [("will", True), ("su", True), ("dash", True), ("sarah", False), ("kyle", False)],
)
def test_word_names(name: str, word: bool) -> None:
    assert is_word_name(name) is word


@pytest.mark.parametrize(
    "word", ["house", "arrested", "children", "went", "beside", "marac", "hope", "stopping"]
)
def test_plain_words(dictionary: Dictionary, word: str) -> None:
    assert word in dictionary


@pytest.mark.parametrize(
    "word", ["robert", "sarah", "rotherham", "adeyinka", "tyreece", "patel", "xqzt"]
)
def test_names_are_no_plain_words(dictionary: Dictionary, word: str) -> None:
    assert word not in dictionary


@pytest.mark.parametrize("word", ["hungover", "bodycam", "freinds", "sertraline", "gurdwara"])
def test_informal_words_and_slips_are_plain(dictionary: Dictionary, word: str) -> None:
    assert word in dictionary or dictionary.is_misspelt(word)


@pytest.mark.parametrize("word", ["kezia", "corby", "jaswinder", "quornby"])
def test_names_are_no_slips(dictionary: Dictionary, word: str) -> None:
    assert word not in dictionary
    assert not dictionary.is_misspelt(word)


def test_no_informal_word_is_a_name() -> None:
    assert not INFORMAL_WORDS & GIVEN_NAMES
