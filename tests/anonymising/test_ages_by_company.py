"""Ages that what stands beside them gives away, with near misses."""

import pytest
from pattern_checks import Table, found

from notecode.anonymising.recognisers.age_by_company import AgeByCompanyRecogniser

AGES: Table = [
    ("Spoke to Mr K, 71. He has no one", ["71"]),
    ("Mr K, 71 Dale Road", []),
    ("was in trouble, expelled 15. Then home", ["15"]),
    ("Court: first offence, 3 counts", []),
    ("her age is given as 37.", ["37"]),
    ("she's the wrong side of 50", ["50"]),
    ("in care from 6 to 16.", ["6", "16"]),
    ("married at 19, divorced by 24.", ["19", "24"]),
    ("Caller: M, 31. Gave no name", ["31"]),
    ("a 31 y f", ["31"]),
    ("Mr Xylander, 31, of no fixed abode", ["31"]),
    ("open from 6 to 8, home from 6 to 16 Dale Road", []),
    ("section M, 31 pages, wait 20 when", []),
    ("their 21st time, her 3rd and last", []),
    ("he was 9 when his dad left and 14 when first arrested", ["9", "14"]),
    ("moved down at nine when the parents split", ["nine"]),
    ("When Alfrid was 3 months she left", ["3 months"]),
    ("SU aged c. 40, white", ["c. 40"]),
    ("she's just had her 50th and her girls came", ["50th"]),
    ("the lad is 12 going on 13, in with", ["12 going on 13"]),
    ("refugee status, 31. Partner", ["31"]),
    ("in Yr 5, 9, late x7", ["9"]),
    ("he was in the fields at 8. Said", ["8"]),
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
