"""Initials in rows of people and before an agency, and near misses."""

import pytest
from name_checks import Table, findings_in, names_in

from notecode.anonymising.recognisers.court_town import CourtTownRecogniser
from notecode.anonymising.recognisers.minuted_initials import MinutedInitialsRecogniser

ROWS: Table = [
    ("pres JK (ch) MT AW DI Crossley", ["JK", "MT", "AW"]),
    ("Present: OM SW IDVA", []),
    ("present CP CIN SW", []),
    ("MARAC\nND/QM/PC SP – Islam seen", []),
    ("ND/QM/RK - all agreed", ["ND", "QM", "RK"]),
    ("OM/SW - to call", []),
    ("MW (DWA) – client sleeping badly", ["MW"]),
    ("OM (CRC) – no change", []),
    ("he saw MW (DWA) – once", []),
]
TOWNS = [
    ("- Leeds Mags 3/6", ["Leeds"]),
    ("Sentence at Oxford Crown Court", ["Oxford"]),
    ("remanded, walsall mags", ["walsall"]),
    ("before the magistrates", []),
    ("in Leeds for court", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_rows_of_initials(text: str, expected: list[str]) -> None:
    assert names_in(MinutedInitialsRecogniser(), text) == expected


@pytest.mark.parametrize(("text", "expected"), TOWNS)
def test_towns_of_courts(text: str, expected: list[str]) -> None:
    found = findings_in(CourtTownRecogniser(), text)
    assert [text[each.start : each.end] for each in found] == expected
