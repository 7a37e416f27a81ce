"""Names with an initial, each against near misses."""

import pytest
from name_checks import Table, names_in

from notecode.anonymising.recognisers.initialled_name import InitialledNameRecogniser
from notecode.anonymising.words.dictionary import Dictionary

NAMES: Table = [
    ("keyworker Tunde B. came", ["Tunde B"]),
    ("friend Poppy S corroborates", ["Poppy S"]),
    ("bit Noah W. on Monday", ["Noah W"]),
    ("OM is Josh F-C. Good luck", ["Josh F-C"]),
    ("Ewa ZP, Bill S, Rajiv M", ["Ewa ZP", "Bill S", "Rajiv M"]),
    ("Jo R. is with her", ["Jo R"]),
    ("Zhangli W.J. signed", ["Zhangli W.J"]),
    ("J. Rileigh came", ["J. Rileigh"]),
    ("K. Vaughan-Pryce logged it", ["K. Vaughan-Pryce"]),
    ("J.P. Carvalheiro rang", ["J.P. Carvalheiro"]),
    ("ML Cheungsan to SPO", ["ML Cheungsan"]),
    ("B. Ward was named", ["B. Ward"]),
    ("STAFF J BOTTOMLEIGH CONFIRMS RESIDENT", ["J BOTTOMLEIGH"]),
    ("LETTER SENT TO REBWAR H-S TODAY", ["REBWAR H-S"]),
    ("10:00 - T. Beck, VM left", ["T. Beck"]),
    ("told T. Will ring him", []),
    ("handed to S O'Neilly today", ["S O'Neilly"]),
    ("plan B agreed", []),
    ("Plan B agreed", []),
    ("Cat C prison", []),
    ("hep C test", []),
    ("Vitamin D given", []),
    ("band A. Granted at once", []),
    ("T/C Rojina today", []),
    ("DI Mulcahy rang", []),
    ("SU Rojina rang", []),
    ("A Skoda was seen", []),
    ("Tesco & S", []),
    ("PC KAYODE ON SCENE AT ONCE TODAY", []),
    ("SISTER NASEEMA IS BEHIND IT ALL TODAY", []),
    ("in Leeds A and E", []),
    ("PNCID 16/884120R. Rileigh came", []),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names_with_an_initial(dictionary: Dictionary, text: str, expected: list[str]) -> None:
    assert names_in(InitialledNameRecogniser(dictionary), text) == expected
