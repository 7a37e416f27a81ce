"""What the last gate looks for of a vault: passages, homes, birthdays, and what it leaves alone."""

from datetime import date

import pytest

from notecode.anonymising.leak_check import LeakSearch
from notecode.anonymising.sought import days_in
from notecode.raw import Person, Roster

PERSON = Person(
    id="p1",
    role="SU",
    first_name="Zdzis\N{LATIN SMALL LETTER L WITH STROKE}awa",
    last_name="Quartermain",
    dob=date(1984, 8, 9),
    addresses=("14 Marrowbone Crescent, Tibbleton, ZE3 9XY",),
)

FOUND = [
    # passage, type, text
    ("Kestrel Scaffolding", "WORKPLACE", "works at KESTREL  SCAFFOLDING still"),
    ("Kestrel Scaffolding", "WORKPLACE", "at kestrel-scaffolding"),
    ("Théo Brûlé", "PERSON", "theo brule rang"),
    ("theo brule", "PERSON", "Théo BRÛLÉ rang"),
    ("Bronwen", "PERSON", "told bronwen"),
    ("Bronwen", "PERSON", "TOLD BRONWEN"),
    ("Hope", "PERSON", "then told Hope about it"),
    ("Tenancy", "PERSON", "so Tenancy said"),
    ("07700 900461", "PHONE", "on +44 7700-900461"),
    ("07700900461", "PHONE", "on 07700 900 461."),
    ("zquill@example.org", "EMAIL", "to ZQuill@Example.org."),
    ("X419283", "REFERENCE", "crn x 419283"),
    ("AB12 CDE", "VEHICLE", "in ab12cde"),
    ("ZE3 9XY", "POSTCODE", "near ze39xy"),
    ("14 Marrowbone Crescent", "ADDRESS", "at 14, marrowbone crescent"),
    ("12/03/2017", "DATE", "seen 12.3.17"),
    ("12/03/2017", "DATE", "seen 2017-03-12"),
    ("12th March 2017", "DATE", "seen 12/03/2017"),
    ("March 12, 2017", "DATE", "seen 12 Mar 17"),
    ("9.8.84", "DATE_OF_BIRTH", "dob 09/08/1984"),
    ("St Bede's Primary", "SCHOOL", "to st bede\u2019s primary"),
    ("Bede", "SCHOOL", "at the Bede on Monday"),
]
LEFT_ALONE = [
    ("32", "AGE", "32 references"),
    ("thirty two", "AGE", "thirty two"),
    ("Polish", "NATIONALITY", "Polish"),
    ("LS9", "POSTCODE", "LS9"),
    ("NO ONE", "POSTCODE", "no one answered"),
    ("0217", "REFERENCE", "0217"),
    ("12th March", "DATE", "12th March"),
    ("12/03", "DATE", "12/03"),
    ("12/03/2017", "DATE", "13/03/2017, 3/12/2017"),
    ("Tenancy", "PERSON", "the tenancy. Tenancy ended"),
    ("Hope", "PERSON", "hope so. Hope so"),
    ("Kestrel Scaffolding", "WORKPLACE", "a kestrel on scaffolding"),
    ("Northern Police", "WORKPLACE", "northern police rang"),
    ("north", "PLACE", "in the North today"),
    ("N10023", "REFERENCE", "note N10023"),
    ("Bronwen", "PERSON", "[PERSON_1] bronwenna"),
    ("...", "PERSON", "..."),
    ("", "PERSON", ""),
]
ALLOWED = frozenset({"north", "northern", "police", "n10023"})


@pytest.mark.parametrize(("passage", "kind", "text"), FOUND)
def test_what_was_replaced_is_found_however_it_is_written(
    passage: str, kind: str, text: str
) -> None:
    search = LeakSearch((), [(kind, passage)], allowed=ALLOWED)
    assert search.find(text) == [(kind, "")]
    assert search.find("T/C to [OM_1], he will ring on Monday.") == []


@pytest.mark.parametrize(("passage", "kind", "text"), LEFT_ALONE)
def test_what_says_too_little_is_left_alone(passage: str, kind: str, text: str) -> None:
    assert LeakSearch((), [(kind, passage)], allowed=ALLOWED).find(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("at 14 Marrowbone Crescent", "ADDRESS"),
        ("at 14 marrowbone crescent", "ADDRESS"),
        ("in ze3 9xy", "ADDRESS"),
        ("born 9 August 1984", "DATE_OF_BIRTH"),
        ("born 09-08-84", "DATE_OF_BIRTH"),
        ("zdzislawa rang", "PERSON"),
    ],
)
def test_home_and_birthday_of_the_people_are_found_in_an_export(text: str, kind: str) -> None:
    roster = Roster("C1", (PERSON,))
    assert LeakSearch([roster], thorough=True).find(text) == [(kind, "p1")]


def test_a_town_alone_is_no_home() -> None:
    search = LeakSearch([Roster("C1", (PERSON,))], thorough=True)
    assert search.find("went to Tibbleton; 14 sessions; August 1984") == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("12/3/17 and 2017-03-12", [(12, 3, 17), (12, 3, 17)]),
        ("1st of Feb 2016", [(1, 2, 16)]),
        ("Feb 1 2016", [(1, 2, 16)]),
        ("12may17", [(12, 5, 17)]),
        ("12 mags 2017; 1.2; 12/3; 1/2/3/4", []),
        ("0112/03/2017", []),
    ],
)
def test_days_are_read_in_british_forms(text: str, days: list[tuple[int, int, int]]) -> None:
    assert list(days_in(text)) == days
