"""Initials that the structure of a text shows to be people, each against near misses."""

import pytest
from name_checks import Table, findings_in, names_in

from notecode.anonymising.people.introduced_initials import standing
from notecode.anonymising.recognisers.standing_initials import StandingInitialsRecogniser
from notecode.anonymising.words.dictionary import Dictionary

PAIRS: Table = [
    ("Record of supervision, HB and IF, 60 minutes.", ["HB", "IF"]),
    ("Minutes of supervision BW/HE, all well", ["BW", "HE"]),
    ("Subject: RE: GR / AT - SECURE", ["GR", "AT"]),
    ("1:1 with KD and LE today", ["KD", "LE"]),
    ("Record of supervision with OM and SW", []),
    ("supervision on DV and CP today", []),
    ("Subject: CP / CIN meeting", []),
    ("Subject: AND / OR", []),
]

BY: Table = [
    ("Letter dictated by QF, typed jl", ["QF", "jl"]),
    ("Author: LK\nSeen at home", ["LK"]),
    ("Entered by: RJP", ["RJP"]),
    ("Typed up\n", []),
    ("TYPED UP FROM MY DAYBOOK", []),
    ("Chaired by CPS lawyer", []),
    ("Officer: OM\n", []),
]

POSTED: Table = [
    ("school, pc GO - 3 calls from a neighbour", ["GO"]),
    ("dc WE informed of this", ["WE"]),
    ("SW PJ, HV LQ and the school", ["PJ", "LQ"]),
    ("SW TO ring him", []),
    ("HV IS aware of it", []),
    ("PC GO Davies attended", []),
    ("HV DNA the visit", []),
    ("SW MASH aware of it", []),
    ("PC AND DC AT THE DOOR", []),
]

SPEAKING: Table = [
    ("All well. IF described six sessions.", ["IF"]),
    ("BW raised workload with him", ["BW"]),
    ("- TK advised", []),
    ("HE said he would go", []),
    ("WE agreed a plan", []),
    ("LA agreed to fund it", []),
    ("Supervision BW/HE, ok. HE suggested less.", ["BW", "HE", "HE"]),
    ("Spoke to DO at school", ["DO"]),
    ("told DO NOT ring", []),
    ("IF TOLD TO LEAVE HE WILL", []),
]

ELSEWHERE: Table = [
    ("Summary: LB (34) and KD (29), unborn", ["LB", "KD"]),
    ("Seen at home, settled. - TD", ["TD"]),
    ("Seen at home, settled - OK", []),
    ("He did not come - DNA", []),
    ("MAPPA (2) and CPN (1)", []),
    ("rang him (VM)", []),
]


@pytest.mark.parametrize(("text", "names"), PAIRS + BY + POSTED + SPEAKING + ELSEWHERE)
def test_initials_are_people_where_a_text_has_people(
    text: str, names: list[str], dictionary: Dictionary
) -> None:
    assert names_in(StandingInitialsRecogniser(dictionary), text) == names


def test_letters_are_gathered_by_the_text_they_stand_in(dictionary: Dictionary) -> None:
    text = "Record of supervision, HB and IF. Nothing else."
    found = findings_in(StandingInitialsRecogniser(dictionary), text)
    assert standing((text, each) for each in found) == {text: {"hb", "if"}}
    assert standing([]) == {}
