"""Names that a sentence introduces, each against near misses."""

import pytest
from name_checks import Table, findings_in, names_in

from notecode.anonymising.recognisers.introduced_name import IntroducedNameRecogniser
from notecode.anonymising.words.dictionary import Dictionary

NAMING: Table = [
    ("owes a debt to someone called Spud", ["Spud"]),
    ("SEEN WITH A MAN CALLED TINY WHO SELLS SPICE", ["TINY"]),
    ("a lad called fish sat outside with him again", ["fish"]),
    ("known locally as Lanky", ["Lanky"]),
    ("aka Links, L-Dot, lately Blinks", ["Links", "L-Dot", "Blinks"]),
    ("wife Bridie née Cawley", ["Bridie", "Cawley"]),
    ("goes by Zed these days", ["Zed"]),
    ("FFION'S SURNAME IS PARRY-THOM, SHE IS 22", ["PARRY-THOM"]),
    ("first name may be Jacinth", ["Jacinth"]),
    ("whose first name was Precious", ["Precious"]),
    ("Preferred name: Marsh", ["Marsh"]),
    ("preferred name not given", []),
    ("her real name is Wilhelmina Opoku", ["Wilhelmina Opoku"]),
    ("coach is Desmond 'Dezzie' Prowse at the gym", ["Desmond 'Dezzie' Prowse"]),
    ('boyfriend Zoran "Zed" Petrovnik', ['Zoran "Zed" Petrovnik']),
    ('He pronounces it "Yil-durum", he says', ["Yil-durum"]),
    ("spelled Myleigh on the papers", ["Myleigh"]),
    ("she called police at ten", []),
    ("neighbour called police again", []),
    ("the man called round later", []),
    ("known as a risk to women", []),
    ("known to services", []),
    ("first name and surname needed", []),
    ("her surname is not known", []),
    ("spelled out the terms", []),
    ("a group called Caring Dads", []),
]

KIN: Table = [
    ("her key worker wd be joy on the desk, Mon", ["joy"]),
    ("the new sw is art pilgrim who was away", ["art pilgrim"]),
    ("his mum is precious to him", []),
    ("t/c from big kev at the yard today", ["big kev"]),
    ("mum = Philomena", ["Philomena"]),
    ("says it is his mate Spud's", ["Spud"]),
    ("his mates Spud & Big Dave sit outside", ["Spud", "Big Dave"]),
    ("his brothers Kunle and Tunde", ["Kunle", "Tunde"]),
    ('his pals Nadeem and "Spanner" again', ["Nadeem", "Spanner"]),
    ("HIS COUSIN SHWANO IN NEWPORT PUTS HIM UP", ["SHWANO"]),
    ("her sister Rūta cares for him", ["Rūta"]),
    ("neighbour Precious said so", ["Precious"]),
    ("his boss dorelian wants him to stay on", ["dorelian"]),
    ("her manager, Lincoln Bamfield, agreed", ["Lincoln Bamfield"]),
    ("STAYS WITH NAN (GWEN PRICE), NOT HOME", ["GWEN PRICE"]),
    ("the uncle (Hamish Muirden) is close", ["Hamish Muirden"]),
    ("keyworker Tunde B. will ring", ["Tunde B"]),
    ("cafcass officer is Lowri ap Dafydd", ["Lowri ap Dafydd"]),
    ("a colleague of hers, Iestyn, from the club", ["Iestyn"]),
    ("cover is Luckmore Moyana", ["Luckmore Moyana"]),
    ("Dad says Old Miley is inside", ["Old Miley"]),
    ("he owes Big Dave", ["Big Dave"]),
    ("Mama Titilayo answered", ["Mama Titilayo"]),
    ("signed by Uncle Hame", ["Hame"]),
    ("Nan M was worried", ["M"]),
    ("a worker, name of Hezekiah, walks him", ["Hezekiah"]),
    ("his mum attended", []),
    ("her partner is British", []),
    ("Child protection plan", []),
    ("his friend from work", []),
    ("her mother, who was there", []),
    ("brother in Leeds", []),
    ("his brother, Leeds", []),
    ("Victim Support rang", []),
    ("witness statement taken", []),
    ("baby born at home", []),
    ("the Big Lottery fund", []),
]

BEHIND: Table = [
    ("Beatriz (CPN) says depot was late", ["Beatriz"]),
    ("rang Ieva Petrauskiene (his sister)", ["Ieva Petrauskiene"]),
    ("Grant (surname is Nash) won't say", ["Grant", "Nash"]),
    ("Dale is the new OM here", ["Dale"]),
    ("Rojina, his sister, rang", ["Rojina"]),
    ("post goes c/o Rudo Mukwasha-Banda, who", ["Rudo Mukwasha-Banda"]),
    ("HT (= Huda al-Tamiri, nursery nurse)", ["Huda al-Tamiri"]),
    ("H = Hodana, 26", ["Hodana"]),
    ("Lucky (Luckmore Moyana), on 0770", ["Luckmore Moyana"]),
    ("Housing (support worker) rang", []),
    ("There is a duty officer", []),
    ("He is her brother", []),
    ("Today (social worker off)", []),
    ("Risk = High", []),
    ("(Family Support) rang", []),
]


@pytest.mark.parametrize(("text", "expected"), NAMING + KIN + BEHIND)
def test_introduced_names(dictionary: Dictionary, text: str, expected: list[str]) -> None:
    assert names_in(IntroducedNameRecogniser(dictionary), text) == expected


def test_what_is_called_a_name_is_sure(dictionary: Dictionary) -> None:
    found = findings_in(IntroducedNameRecogniser(dictionary), "a lad called Fish was there")
    assert max(item.score for item in found) >= 0.8


def test_kin_alone_makes_a_guess(dictionary: Dictionary) -> None:
    found = findings_in(IntroducedNameRecogniser(dictionary), "her sister Rūta cares")
    assert {item.score for item in found} == {0.77}
