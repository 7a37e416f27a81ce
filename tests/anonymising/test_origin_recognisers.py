"""Nationalities, ethnic groups, religions and languages, with near misses."""

import pytest
from pattern_checks import Table, found

from notecode.anonymising.recognisers.language import LanguageRecogniser
from notecode.anonymising.recognisers.nationality import NationalityRecogniser
from notecode.anonymising.recognisers.religion import ReligionRecogniser

NATIONALITIES: Table = [
    ("a Tigrayan man and a Sicilian lady", ["Tigrayan", "Sicilian"]),
    ("they had a Chinese, no a burger", []),
    ("ordered Indian and sat in the car", []),
    ("a Chinese man had Greek yoghurt", ["Chinese"]),
    ("crn n417783, polish, here since", ["polish"]),
    ("needs polish interp", ["polish"]),
    ("nail polish, shoe polish", []),
    ("Bangladeshi/British", ["Bangladeshi", "British"]),
    ("called him a gypsy", ["gypsy"]),
    ("is British-Bangladeshi", ["British", "Bangladeshi"]),
    ("Italian-Scottish, half-Jamaican", ["Italian", "Scottish", "half-Jamaican"]),
    ("Mixed White and Black Caribbean", ["Mixed White and Black Caribbean"]),
    ("a white european male", ["white", "european"]),
    ("an Azeri and a Malagasy man", ["Azeri", "Malagasy"]),
    ("called her a Paki", ["Paki"]),
    ("Welsh cakes, a Welsh dresser", []),
    ("a Polish man", ["Polish"]),
    ("his family are polish", ["polish"]),
    ("british pakistani", ["british", "pakistani"]),
    ("Black Caribbean heritage", ["Black", "Caribbean"]),
    ("white/black Caribbean", ["white/black Caribbean"]),
    ("mixed race couple", ["mixed race"]),
    ("ethnicity: Asian", ["Asian"]),
    ("an Irish Traveller family", ["Irish Traveller"]),
    ("Kurdish and Eritrean", ["Kurdish", "Eritrean"]),
    ("he is English", ["English"]),
    ("no English, limited english", []),
    ("nail polish", []),
    ("black eye, white van", []),
    ("Chinese takeaway", []),
    ("British Gas bill", []),
    ("Welsh Government", []),
    ("European Union", []),
    ("he is white, 5ft 8", ["white"]),
    ("they are travellers", ["travellers"]),
    ("she is gypsy", ["gypsy"]),
    ("irish traveller", ["irish traveller"]),
    ("roma family", ["roma"]),
    ("2 asian lads", ["asian"]),
    ("EU national, EU law", ["EU"]),
    ("IC1 male", ["IC1"]),
    ("male, white, 30s", ["white"]),
    ("Portugese man", ["Portugese"]),
    ("her eye is black, car is white", []),
    ("he is black and blue", []),
    ("they are mixed up", []),
    ("white goods, brown envelope", []),
    ("commuters and travellers", []),
    ("danish pastry", []),
]


@pytest.mark.parametrize(("text", "expected"), NATIONALITIES)
def test_nationalities(text: str, expected: list[str]) -> None:
    assert found(NationalityRecogniser(), text) == expected


RELIGIONS: Table = [
    ("Faith: Apostolic, meets on Sundays", ["Apostolic"]),
    ("the Orthodox priest came", ["Orthodox"]),
    ("she was raised C of E", ["C of E"]),
    ("he is CofE, at the C of E primary", ["CofE"]),
    ("observes Shabbat", ["Shabbat"]),
    ("a practising Muslim", ["Muslim"]),
    ("is sikh, wife hindu", ["sikh", "hindu"]),
    ("Jehovah's Witnesses rang", ["Jehovah's Witnesses"]),
    ("a devout Christian", ["Christian"]),
    ("of Christian faith", ["Christian"]),
    ("Seventh Day Adventist", ["Seventh Day Adventist"]),
    ("religion: RC", ["RC"]),
    ("told Christian to ring", []),
    ("Catholic school", []),
    ("a witness came", []),
    ("he is C of E", ["C of E"]),
    ("she is christian and prays", ["christian"]),
    ("her christian name", []),
]


@pytest.mark.parametrize(("text", "expected"), RELIGIONS)
def test_religions(text: str, expected: list[str]) -> None:
    assert found(ReligionRecogniser(), text) == expected


LANGUAGES: Table = [
    ("speaks good English but prefers Sorani", ["English", "Sorani"]),
    ("has very little English", ["English"]),
    ("fluent in english, reads it too", ["english"]),
    ("her English is fine for short calls", ["English"]),
    ("spoke Welsh throughout", ["Welsh"]),
    ("text sent in English, likes English classes", []),
    ("learning English at college, English GCSE", ["English"]),
    ("speaks Urdu and Tigrinya", ["Urdu", "Tigrinya"]),
    ("Khmer and Kannada at home", ["Khmer", "Kannada"]),
    ("needs a Polish interpreter", ["Polish"]),
    ("Romanian-speaking worker", ["Romanian"]),
    ("first language Spanish", ["Spanish"]),
    ("letter in Greek.", ["Greek"]),
    ("speaks English", ["English"]),
    ("an interpreter came", []),
    ("BSL interpreter", ["BSL"]),
    ("turkish barbers", []),
]


@pytest.mark.parametrize(("text", "expected"), LANGUAGES)
def test_languages(text: str, expected: list[str]) -> None:
    assert found(LanguageRecogniser(), text) == expected
