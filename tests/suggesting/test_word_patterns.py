"""Word patterns: forms, classes, people, gaps, brackets; what cannot be read is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.codebook.signs import PatternError, Signs
from notecode.codebook.words import forms_of, is_past
from notecode.cues import WordClass
from notecode.model import Mention, Span
from notecode.suggesting.context import read_sentences
from notecode.suggesting.reading import Reader, Reading

CLASSES = (
    WordClass(name="tell", words=("tell", "let * know", "clare's law")),
    WordClass(name="wide", words=("<tell>", "agree", "swap")),
)


def read(text: str, signs: Signs, agency: str = "") -> Reading:
    """The reading of a text of one sentence, in which ``agency`` is a mention of the police."""
    start = text.find(agency) if agency else -1
    mentions = (
        [Mention(note_id="n", span=Span(start, start + len(agency)), agency="police", rule="r")]
        if start >= 0
        else []
    )
    (sentence,) = read_sentences(text)
    return Reader(signs).read(sentence, mentions)


def fits(pattern: str, text: str, agency: str = "") -> bool:
    signs = Signs(CLASSES, ["police", "housing"])
    compiled = signs.compile(pattern)
    return read(text, signs, agency).find(compiled) is not None


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("ring", "rang"), ("agree", "agreed"), ("swap", "swapped"), ("carry", "carried"),
        ("take", "taking"), ("watch", "watches"), ("child", "children"), ("tie", "tying"),
    ],
)  # fmt: skip
def test_forms_of_a_word(word: str, form: str) -> None:
    assert form in forms_of(word)
    assert word in forms_of(word)


def test_what_looks_past() -> None:
    assert all(map(is_past, ["rang", "agreed", "chased", "told"]))
    assert not any(map(is_past, ["need", "bed", "speed", "ring", "worried"]))


@pytest.mark.parametrize(
    ("pattern", "text", "agency"),
    [
        ("<tell> .. @police", "Told the PC what we saw.", "PC"),
        ("@us <tell> .. @police", "Told PC that he is back.", "PC"),
        ("<tell>", "Let her know today.", ""),
        ("<tell>", "Clare's law done.", ""),
        ("<wide>", "They have agreed.", ""),
        ("<wide>", "Told her.", ""),
        ("^ @him", "[SU] rang.", ""),
        ("(visit | call) @him", "Visit him.", ""),
        ("call? @him $", "He saw him", ""),
        ("ring ... tomorrow", "Rang, late, and will ring, he says, tomorrow.", ""),
        ("@vs .. @child", "[VS_1] took [CHILD_1] home.", ""),
        ("@not safe", "It is not safe.", ""),
        ("ring !@him", "Rang her.", ""),
        ("^ @agency @colon", "1. PC: no trace.", "PC"),
    ],
)
def test_patterns_that_fit(pattern: str, text: str, agency: str) -> None:
    assert fits(pattern, text, agency)


@pytest.mark.parametrize(
    ("pattern", "text", "agency"),
    [
        ("<tell> .. @housing", "Told the PC.", "PC"),
        ("ring .. @him", "Rang, she said that nobody at all had seen her with him.", ""),
        ("^ @him", "Rang [SU].", ""),
        ("ring !@him", "Rang him.", ""),
        ("@him $", "He rang", ""),
    ],
)
def test_patterns_that_do_not_fit(pattern: str, text: str, agency: str) -> None:
    assert not fits(pattern, text, agency)


@pytest.mark.parametrize(
    "pattern",
    ["<none>", "@nobody", "( ring", "ring )", "?", "ring !", "...", "ring |", "", "x? .. y?"],
)
def test_what_cannot_be_read_is_said(pattern: str) -> None:
    with pytest.raises(PatternError):
        Signs(CLASSES, ["police"]).compile(pattern)


def test_a_class_that_takes_in_itself_is_said() -> None:
    with pytest.raises(PatternError, match="itself"):
        Signs([WordClass(name="a", words=("<b>",)), WordClass(name="b", words=("<a>",))], [])


def test_the_place_of_a_fit_is_from_its_first_word_to_its_last() -> None:
    signs = Signs(CLASSES, ["police"])
    compiled = signs.compile("<tell> .. @police")
    text = "Yesterday told the PC what we saw."
    (place,) = read(text, signs, "PC").find(compiled) or ()
    assert place.cut(text) == "told the PC"


@pytest.mark.parametrize(
    ("text", "agency", "speaker"),
    [
        ("Rang her.", "", "us"),
        ("I rang.", "", "us"),
        ("PC rang.", "PC", "agency"),
        ("[SU] rang.", "", "him"),
        ("Says he is well.", "", "other"),
        ("Said no.", "", "other"),
        ("Told PC.", "PC", "us"),
        ("Referral for [SU] made.", "", "us"),
        ("Quiet day.", "", "unsaid"),
    ],
)
def test_who_a_sentence_is_told_of(text: str, agency: str, speaker: str) -> None:
    assert read(text, Signs((), ["police"]), agency).speaker == speaker


def test_tense_and_negation_are_told_from_the_words() -> None:
    signs = Signs((), [])
    assert read("Rang her.", signs).tense == "past"
    assert read("She will ring.", signs).tense == "future"
    assert read("She is here.", signs).tense == "present"
    assert read("She can't come.", signs).negated
    assert not read("She came.", signs).negated


@given(st.text(alphabet="abc [SU_1]'.,:-/é\U0001f600\t", max_size=60))
def test_every_place_lies_within_its_sentence(text: str) -> None:
    signs = Signs(CLASSES, ["police"])
    for sentence in read_sentences(text):
        reading = Reader(signs).read(sentence, ())
        assert len(reading.places) == len(reading.begins)
        for place in reading.places:
            assert sentence.span.start <= place.start < place.end <= sentence.span.end
