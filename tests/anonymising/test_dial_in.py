"""Codes of calls and doors, and the number of a case on a list, each against near misses."""

import pytest
from pattern_checks import Table, found

from notecode.anonymising.recognisers.dial_in import DialInRecogniser

CODES: Table = [
    ("dial in, pin 4471 882#", ["4471 882#"]),
    ("same dial-in, passcode 338 117.", ["338 117"]),
    ("Meeting ID: 882 1192 3300", ["882 1192 3300"]),
    ("key safe 4417", ["4417"]),
    ("door code is 2580", ["2580"]),
    ("Case no: 14\nVictim", ["14"]),
    ("case number 9 on the list", ["9"]),
    ("case 14 of 19", []),
    ("Case no: 18/0412", []),
    ("pin at 10.30", []),
    ("a pin 10 mins later", []),
    ("passcode 10:30", []),
    ("case no. 14/3 heard", []),
]


@pytest.mark.parametrize(("text", "numbers"), CODES)
def test_codes_and_case_numbers_are_found(text: str, numbers: list[str]) -> None:
    assert found(DialInRecogniser(), text) == numbers
