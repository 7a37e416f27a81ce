"""Firms, wards, congregations and schools of plain words, and near misses."""

import pytest
from pattern_checks import Table, found

from notecode.anonymising.recognisers.plain_firm import (
    CongregationRecogniser,
    PlainFirmRecogniser,
    StartedSchoolRecogniser,
    WardRecogniser,
)

FIRMS: Table = [
    ("Yours, Harbour Family Law LLP, 2 Quay", ["Harbour Family Law LLP"]),
    ("a limited company", []),
    ("form from Quorn & Tolley Law Centre", ["Quorn & Tolley Law Centre"]),
    ("rang the law centre", []),
    ("hairdresser at Curl Up & Dye, Leven", ["Curl Up & Dye"]),
    ("hairdresser at home", []),
    ("works at a takeaway in town, name of grill nation, cash", ["grill nation"]),
    ("at a shop called quick bite.", ["quick bite"]),
    ("a club he called from.", []),
    ("Session 3, Costa was full so we walked", ["Costa"]),
    ("the Costa del Sol", []),
    ("a mattress from the Salvation Army shop", ["Salvation Army"]),
    ("spoke to the Salvation Army", []),
]
WARDS: Table = [
    ("admitted to Ward 12, IV", ["Ward 12"]),
    ("staff nurse on ward 4B", ["ward 4B"]),
    ("Letter, Denver Ward", ["Denver Ward"]),
    ("ward round at 9", []),
    ("spoke to Miley Ward who", []),
    ("home from King's with a frame", ["King's"]),
    ("back to Kingston", []),
]
CONGREGATIONS: Table = [
    ("slimming at the Methodist church hall", ["Methodist church hall"]),
    ("a Methodist, and the hall of a house", []),
    ("She worships at New Covenant Assembly, Old Road", ["New Covenant Assembly"]),
    ("prays at home", []),
    ("told the pastor at Hope Pentecostal on Sunday", ["Hope Pentecostal"]),
    ("he has found fellowship", []),
]
SCHOOLS: Table = [
    ("zayn is starting joseph leckie in sept.", ["joseph leckie"]),
    ("zayn is starting high school in sept.", []),
    ("starting full time in sept", []),
    ("in ESOL level 2 at New Directions", ["New Directions"]),
    ("in ESOL at the moment", []),
]


@pytest.mark.parametrize(("text", "expected"), FIRMS)
def test_firms(text: str, expected: list[str]) -> None:
    assert found(PlainFirmRecogniser(), text) == expected


@pytest.mark.parametrize(("text", "expected"), WARDS)
def test_wards(text: str, expected: list[str]) -> None:
    assert found(WardRecogniser(), text) == expected


@pytest.mark.parametrize(("text", "expected"), CONGREGATIONS)
def test_congregations(text: str, expected: list[str]) -> None:
    assert found(CongregationRecogniser(), text) == expected


@pytest.mark.parametrize(("text", "expected"), SCHOOLS)
def test_schools_and_courses(text: str, expected: list[str]) -> None:
    assert found(StartedSchoolRecogniser(), text) == expected
