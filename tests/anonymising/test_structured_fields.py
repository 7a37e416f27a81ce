"""What the fields and tables of an export hold, each against near misses."""

import pytest
from name_checks import findings_in
from pattern_checks import found

from notecode.anonymising.recognisers.dial_in import DialInRecogniser
from notecode.anonymising.recognisers.labelled_place import LabelledPlaceRecogniser
from notecode.anonymising.recognisers.small_full_name import SmallFullNameRecogniser
from notecode.anonymising.recognisers.table_number import TableNumberRecogniser
from notecode.anonymising.words.dictionary import Dictionary

Table = list[tuple[str, list[str]]]

NUMBERS: Table = [
    ("Ref\tDate\tOfficer\n4471\t12/3\tBowes\n221\t13/3\tAmes", ["4471", "221"]),
    ("Log no | Time | Caller\n2014 | 0331 | Oyelaran", ["2014"]),
    ("| URN | Outcome |\n|---|---|\n| 06AA/0231/18 | NFA |", ["06AA/0231/18"]),
    ("Date\tSession\n12/3\t1800", []),
    ("Ref\tDate\n12/3/18\t4", []),
    ("Ref\tDate\n\nroom\t4471", []),
    ("no table 4471", []),
]

PLACES: Table = [
    ("Venue: Bridle Court, 2pm", ["Bridle Court"]),
    ("H/A: 12 hildicks", ["12 hildicks"]),
    ("Where: Gunwharfe", ["Gunwharfe"]),
    ("Release address: Flaxbourne Lodge\nPhone", ["Flaxbourne Lodge"]),
    ("Venue: Teams", []),
    ("Location: home", []),
    ("Venue: Probation Office", []),
    ("Venue: Crown Court", []),
    ("Venue: Community Centre", []),
    ("Where: at the car park", []),
    ("Venue is Bridle Court", []),
]

SMALL: Table = [
    ("tc joy banks, crc", ["joy banks"]),
    ("met w rose carter and others", ["rose carter"]),
    ("spoke to grace young.", ["grace young"]),
    ("spoke to joy about banks", []),
    ("no joy banks closed", []),
    ("w rose carter flowers", []),
    ("tc Joy Banks, crc", []),
]

SEVERAL: Table = [
    ("Logs 221, 229 and 240 all NFA'd", ["221", "229", "240"]),
    ("Exhibits GR1, GR2 seized", ["GR1", "GR2"]),
    ("PC 1984 attended", ["1984"]),
    ("collar no 2012 Ames", ["2012"]),
    ("call sign BX21 en route", ["BX21"]),
    ("logs kept since 2019", []),
    ("two incidents 2018", []),
    ("PC 1984hrs", []),
]


def _written(recogniser, text: str) -> list[str]:
    return [text[each.start : each.end] for each in findings_in(recogniser, text)]


@pytest.mark.parametrize(("text", "numbers"), NUMBERS)
def test_columns_of_references_are_masked(text: str, numbers: list[str]) -> None:
    assert _written(TableNumberRecogniser(), text) == numbers


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_fields_for_places_are_masked(text: str, places: list[str], dictionary: Dictionary) -> None:
    assert _written(LabelledPlaceRecogniser(dictionary), text) == places


@pytest.mark.parametrize(("text", "names"), SMALL)
def test_names_of_two_words_in_small_letters(text: str, names: list[str]) -> None:
    assert _written(SmallFullNameRecogniser(), text) == names


@pytest.mark.parametrize(("text", "numbers"), SEVERAL)
def test_several_of_a_kind_and_officers(text: str, numbers: list[str]) -> None:
    assert found(DialInRecogniser(), text) == numbers
