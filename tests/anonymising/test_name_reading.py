"""How far a name reaches, by the strength of what announces it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.anonymising.names.reading import Cue, NameReader
from notecode.anonymising.words.dictionary import Dictionary
from notecode.anonymising.words.spelling import tokens

NAMES = [
    ("Thackwray rang", Cue.LIKELY, "Thackwray"),
    ("Outcome rang", Cue.LIKELY, ""),
    ("Spud rang", Cue.SURE, "Spud"),
    ("spud rang", Cue.SURE, ""),
    ("the man rang", Cue.ANY, ""),
    ("tiny was there all of the time", Cue.ANY, "tiny"),
    ("Comfort Adjapong rang", Cue.LIKELY, "Comfort Adjapong"),
    ("Siobhán Ní Dhuibhne rang", Cue.LIKELY, "Siobhán Ní Dhuibhne"),
    ("Lowri ap Dafyddson rang", Cue.LIKELY, "Lowri ap Dafyddson"),
    ("Maria de Lurdes came", Cue.LIKELY, "Maria de Lurdes"),
    ("al-Qasimi rang", Cue.SURE, "al-Qasimi"),
    ("O'Flahavan's mum", Cue.LIKELY, "O'Flahavan"),
    ("Shabnam Jaffery-Cooke rang", Cue.LIKELY, "Shabnam Jaffery-Cooke"),
    ("SHABNAM JAFFERY-COOKE RANG ME TODAY", Cue.LIKELY, "SHABNAM JAFFERY-COOKE"),
    ("Cheungo Kwok-wai said", Cue.SURE, "Cheungo Kwok-wai"),
    ("J. Rileigh rang", Cue.LIKELY, "J. Rileigh"),
    ("J rang", Cue.LIKELY, ""),
    ("J rang", Cue.SURE, "J"),
    ('Desmond "Dezzie" Prowse rang', Cue.LIKELY, 'Desmond "Dezzie" Prowse'),
    ("Thackwray Monday", Cue.LIKELY, "Thackwray"),
    ("Thackwray DNA", Cue.LIKELY, "Thackwray"),
    ("Thackwray, Police", Cue.LIKELY, "Thackwray"),
    ("Thackwray\nHousing", Cue.LIKELY, "Thackwray"),
    ("Rotherham rang", Cue.LIKELY, ""),
    ("Police rang", Cue.ANY, ""),
    ("DI Mulcahy", Cue.ANY, ""),
    ("wmp rang us about it today", Cue.LIKELY, ""),
    ("22 rang", Cue.ANY, ""),
]


@pytest.mark.parametrize(("text", "cue", "expected"), NAMES)
def test_where_a_name_ends(dictionary: Dictionary, text: str, cue: Cue, expected: str) -> None:
    words = tokens(text)
    count = NameReader(dictionary).read(text, words, 0, cue)
    assert (text[: words[count - 1].end] if count else "") == expected


def test_behind_the_last_word_there_is_no_name(dictionary: Dictionary) -> None:
    assert NameReader(dictionary).read("Zuri", tokens("Zuri"), 1, Cue.ANY) == 0


@given(text=st.text(alphabet="ABab -.'’\"“”\n12é", max_size=30), cue=st.sampled_from(Cue))
def test_a_name_lies_within_the_text(dictionary: Dictionary, text: str, cue: Cue) -> None:
    words = tokens(text)
    reader = NameReader(dictionary)
    for index in range(len(words)):
        assert 0 <= reader.read(text, words, index, cue) <= len(words) - index
