"""Names in lists, minutes and tables, each against near misses."""

import pytest
from name_checks import Table, names_in

from notecode.anonymising.recognisers.listed_name import ListedNameRecogniser
from notecode.anonymising.words.dictionary import Dictionary

LISTS: Table = [
    (
        "Attendees: DI Colin Rudgeley (CR), Sinéad O'Harrow – NPS, Dr Nnamdika, me",
        ["Colin Rudgeley", "Sinéad O'Harrow", "Nnamdika"],
    ),
    (
        "Present: chair Nasrin Hosseinova; SW Tomasz Zajac; me",
        ["Nasrin Hosseinova", "Tomasz Zajac"],
    ),
    ("Apologies: Kay Lovelock (CSC)", ["Kay Lovelock"]),
    ("Worker: Zubeida Rahmanova", ["Zubeida Rahmanova"]),
    ("OIC: PC 5518 Ampofo", ["Ampofo"]),
    ("Round the table: EK, BM, HV Oluchika, me", ["EK", "BM", "Oluchika"]),
    ("Present: police, housing, IDVA", []),
    ("Chair: police", []),
    ("Minutes – 4 attendees: JB, HK (HV), SW", ["JB", "HK"]),
    ("Pres: Zubeida Rahmanova, me. Apols: ZK.", ["Zubeida Rahmanova", "ZK"]),
    ("Attendees: SU, OM, SW", []),
    ("Worker: not allocated", []),
    ("He was present: nothing said", []),
    ("Name: unknown", []),
    ("Forename(s): Carrick Johnno", ["Carrick Johnno"]),
    ("Victim: Kelly Ortonby, sales assistant, Low Fold", ["Kelly Ortonby"]),
    ("Children: Zaynab (11), Aleena (7)", ["Zaynab", "Aleena"]),
    ("Offender Manager – Tyneka Ridley", ["Tyneka Ridley"]),
    ("Victim: not known", []),
    ("Children: none", []),
]

SPEAKERS: Table = [
    ("PW (Health Visiting): Tino has delayed speech", ["PW"]),
    ("GL (CSWS): no open case. \nKB (Housing Leeds): rent paid", ["GL", "KB"]),
    ("- LB: cell search done\n- JT: asked for more", ["LB", "JT"]),
    ("Actions: 1. PW to see mum alone. 2. GL to ring", ["PW", "GL"]),
    ("- NB: he may ring\n- FYI: closed", []),
    ("OM: no change\nSW: agreed", []),
    ("SW (Leeds): no change", []),
    ("JK: rang", []),
]

TABLES: Table = [
    ("Date\tWho\tResult\nMon 12/6\tO. Lincolnshaw\tVM left", ["O. Lincolnshaw"]),
    ("Date\tPupil\tBy\n3.10\tZ Qureshani\tMrs Kershawe", ["Z Qureshani", "Kershawe"]),
    ("Date\tBy\tConcern\n4.10\tLK\tFell asleep", ["LK"]),
    ("Action\tBy\tDue\nRing school\tSW\tMonday", []),
    ("Date\tResult\nMonday\tQureshani", []),
    ("Date\tWho\n\nQureshani\tOpoku", []),
]


@pytest.mark.parametrize(("text", "expected"), LISTS + SPEAKERS + TABLES)
def test_names_in_lists(dictionary: Dictionary, text: str, expected: list[str]) -> None:
    assert names_in(ListedNameRecogniser(dictionary), text) == expected
