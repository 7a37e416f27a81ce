"""Lines of forms, footers and the service's own papers hold no act; records are none of them."""

import tomllib
from importlib.resources import files

import pytest

from notecode.suggesting.context import read_sentences

BOILERPLATE = [
    "Agencies involved: Police / Probation / Housing",
    "Other professionals (e.g. social worker, Idva):",
    "MARAC date:",
    "Probation officer: not applicable",
    "Mental health: none recorded",
    "Police: Y Probation: N Housing: Y",
    "Has the Idva been told? Yes",
    "Does the SU have a GP?",
    "Any other agency?",
    "Crime no: [REF_1]",
    "Name | OM | GP",
    "Please circle: GP / CMHT / other",
    "[x] police [ ] health",
    "GP name: ______",
    "Section 4: Housing",
    "Case managers must check with police before a visit.",
    "All Marac referrals must be sent by noon.",
    "State which agency was told",
    "MARAC = multi agency risk assessment conference",
    "Sample letter: I have your name from probation.",
    "This service works with police, probation and housing.",
    "We work with police and health to keep people safe.",
    "Run in partnership with Northshire Police.",
    "You can have this letter in large print from the council.",
    "Our leaflet lists police and Samaritans.",
    "Police duty line 0800 [NUMBER_1]",
    "If you are not the intended recipient tell Northshire Council.",
    "Foot of all our mails: police, Samaritans",
]
RECORDS = [
    "OM: no reply.",
    "Idva: nothing new.",
    "Police: two calls to her address this week.",
    "Housing: nil held",
    "Professionals' meeting with police, OM and housing.",
    "Asked police if he has been seen.",
    "Contact with: Idva",
    "Contact must go through OM, agreed with manager.",
    "Email from the GP:",
    "We rang the hostel together.",
    "Referral sent to MASH.",
    "Referral form completed with SU for CGL.",
    "Social worker has been told.",
]


def kinds(text: str) -> set[str]:
    return {sentence.kind for sentence in read_sentences(text)}


@pytest.mark.parametrize("text", BOILERPLATE)
def test_boilerplate_is_told_by_its_build(text: str) -> None:
    assert read_sentences(text)[0].kind == "template"


@pytest.mark.parametrize("text", RECORDS)
def test_a_record_is_no_boilerplate(text: str) -> None:
    assert "template" not in kinds(text)


def test_the_list_says_each_thing_once() -> None:
    source = files("notecode.suggesting").joinpath("boilerplate.toml").read_text(encoding="utf-8")
    patterns = [pattern for group in tomllib.loads(source).values() for pattern in group]
    assert len(patterns) == len(set(patterns))


PLANS = [
    "Note to self: OM about the tag",
    "17:00 note to self: OM about the tag",
    "Remaining: Idva to be told",
    "Before Friday: OIC re phone",
    "Consider MASH.",
    "I would like to get housing round the table",
    "Worth asking the GP",
]


@pytest.mark.parametrize("text", PLANS)
def test_what_is_still_to_be_done_is_a_plan(text: str) -> None:
    assert kinds(text) == {"plan"}
