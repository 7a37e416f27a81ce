"""Ages that what stands beside them gives away, with near misses."""

import pytest
from pattern_checks import Table, found

from notecode.anonymising.recognisers.age_by_company import AgeByCompanyRecogniser

AGES: Table = [
    ("took her out for his 7th birthday", ["7th birthday"]),
    ("the Eighteenth birthday is near", ["Eighteenth birthday"]),
    ("Mother (Onaz, 71) had a stroke", ["71"]),
    ("(Onaz Zorvex 71)", ["71"]),
    ("Child A (then 9) gave", ["9"]),
    ("his uncle Jonzy, 70 if he is a day", ["70"]),
    ("and son Jonzy 8, both there", ["8"]),
    ("At fourteen he stood there", ["fourteen"]),
    ("the 7th hearing", []),
    ("kept (Ward 12) all night", []),
    ("(May 12) was fixed", []),
    ("(Year 6)", []),
    ("his uncle Jonzy, 10 mins late", []),
    ("son Jonzy 12.30 today", []),
    ("came at nine when", []),
    ("at fourteen places", []),
]


@pytest.mark.parametrize(("text", "expected"), AGES)
def test_ages(text: str, expected: list[str]) -> None:
    assert found(AgeByCompanyRecogniser(), text) == expected
