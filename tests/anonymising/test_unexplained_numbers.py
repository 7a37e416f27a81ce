"""Strings with digits that say not what they are, with those that say it."""

import pytest
from name_checks import findings_in

from notecode.anonymising.findings import HANDLE, REFERENCE
from notecode.anonymising.recognisers.unexplained_number import UnexplainedNumberRecogniser
from notecode.anonymising.words.dictionary import Dictionary

NUMBERS = [
    ("REF 24*88213.", ["24*88213"]),
    ("kept in B2-17 now", ["B2-17"]),
    ("code KX-204b on it", ["KX-204b"]),
    ("FWIN 0388 again", ["0388"]),
    ("it was 12345", ["12345"]),
    ("it was 9999", ["9999"]),
    ("PC Grant (C 2918) came", ["C 2918", "2918"]),
    ("DV1234 was left", ["DV1234"]),
    ("in 2017 and 1999", []),
    ("at 1430 and 0900hrs", []),
    ("1400-1500 or 9am-11am", []),
    ("12345 pounds", []),
    ("£12345 or 12345%", []),
    ("1,234,567 of them", []),
    ("s136/RO and s75A(1)", []),
    ("section20 and s.39", []),
    ("PHQ-9 and Y6 and MG11", []),
    ("12.5mg, 250ml and 100m", []),
    ("covid19 and covid-19", []),
    ("31MAR or Dec23", []),
    ("12.03.2021 or 2021-03-12", []),
    ("24/7 and 50/50", []),
    ("41/120 hours", []),
    ("10-15mins, 3-4wks", []),
    ("Notes_2034.pdf", []),
    ("14:30:15 today", []),
    ("2day and b4 and m8", []),
    ("withJalenon10/02", []),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_numbers(dictionary: Dictionary, text: str, expected: list[str]) -> None:
    found = findings_in(UnexplainedNumberRecogniser(dictionary), text)
    assert [text[each.start : each.end] for each in found] == expected
    assert {each.type for each in found} <= {REFERENCE}


HANDLES = [
    ("the account is marky.reed.corby. she has", ["marky.reed.corby"]),
    ("user krisziw80 wrote", ["krisziw80"]),
    ("it was big_kezz again", ["big_kezz"]),
    ("tdeosz93 wrote", ["tdeosz93"]),
    ("flat4 and room12", []),
    ("home.she was there", []),
    ("e.g.this and i.e.that", []),
    ("covid19", []),
]


@pytest.mark.parametrize(("text", "expected"), HANDLES)
def test_names_of_accounts(dictionary: Dictionary, text: str, expected: list[str]) -> None:
    found = findings_in(UnexplainedNumberRecogniser(dictionary), text)
    assert [text[each.start : each.end] for each in found] == expected
    assert {each.type for each in found} <= {HANDLE}
