"""Buses by number, with near misses."""

import pytest
from pattern_checks import Table, found

from notecode.anonymising.recognisers.route import RouteRecogniser

ROUTES: Table = [
    ("may travel 126 bus to work", ["126"]),
    ("sold 20 bus passes", []),
    ("stopped on the M62 by patrol", ["M62"]),
    ("off at junction 21 and on", ["21"]),
    ("on A4 paper and an A2 map", []),
    ("at the junction of two roads", []),
    ("gets the 74 bus to work", ["74"]),
    ("on bus 25 with his bag", ["25"]),
    ("bus no. 176 was late", ["176"]),
    ("she gets the 56 from Greatfield", ["56"]),
    ("goes to work on the X1", ["X1"]),
    ("waits there for the x4.", ["x4"]),
    ("the 120 was cancelled", ["120"]),
    ("picked up from the 53 bus stop", ["53"]),
    ("so gets the number 5 fae the stop", ["5"]),
    ("off route 17 now and on 26 so passes", ["17", "26"]),
    ("bus didn't come (the 12 from the road)", ["12"]),
    ("died in a crash on the A92 when", ["A92"]),
    ("on the C10, two seats behind", ["C10"]),
    ("route map", []),
    ("on the A level course", []),
    ("came by bus 20 mins late", []),
    ("bus 5 days a week", []),
    ("bus 2.50 each way", []),
    ("gets the 10 am slot", []),
    ("takes the 2 children", []),
    ("the 12 was a good number", []),
    ("on the 12th", []),
    ("the 3 buses were full", []),
]


@pytest.mark.parametrize(("text", "expected"), ROUTES)
def test_routes(text: str, expected: list[str]) -> None:
    assert found(RouteRecogniser(), text) == expected
