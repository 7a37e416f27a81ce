"""The last gate: what it finds, and what it lets pass."""

from datetime import date

import pytest

from notecode.anonymising import Leak, find_leaks
from notecode.raw import Person, Roster

ROSTER = Roster(
    "C1",
    (
        Person(
            id="p1",
            role="SU",
            first_name="Zdzisława",
            last_name="Quartermain-Bligh",
            known_as=("Zizi",),
            dob=date(1980, 1, 2),
            phones=("07700 900123",),
            emails=("zizi@example.com",),
            identifiers=("X765432", "999 123 4567"),
        ),
        Person(id="p2", role="VS", first_name="Grace", last_name="Will"),
        Person(id="p3", role="CHILD", first_name="Su", last_name="van Don"),
    ),
)
LEAKS = [
    ("told ZDZISLAWA that", "PERSON", "p1"),
    ("quartermain's bag", "PERSON", "p1"),
    ("zizi rang", "PERSON", "p1"),
    ("Zi\u200bzi rang", "PERSON", "p1"),
    ("told Grace that", "PERSON", "p2"),
    ("grace will said", "PERSON", "p2"),
    ("told Su that", "PERSON", "p3"),
    ("on 07700-900-123", "PHONE", "p1"),
    ("+447700900123", "PHONE", "p1"),
    ("Zizi@Example.com.", "EMAIL", "p1"),
    ("crn x765432", "REFERENCE", "p1"),
    ("nhs 9991234567", "REFERENCE", "p1"),
]
CLEAN = [
    "",
    "🙂",
    "Will ring again, he will call",
    "Grace period; saving grace",
    "SU rang, [SU] told [VS]",
    "in a van outside, don't know",
    "[PERSON_1] and [CHILD_2]",
    "rang 07700 900124",
    "X765433",
    "Blight on the area",
]


@pytest.mark.parametrize(("text", "kind", "person"), LEAKS)
def test_an_identifier_is_found(text: str, kind: str, person: str) -> None:
    assert Leak("n1", kind, person) in find_leaks([("n1", text)], [ROSTER])


@pytest.mark.parametrize("text", CLEAN)
def test_other_words_pass(text: str) -> None:
    assert find_leaks([("n1", text)], [ROSTER]) == []


def test_every_text_and_roster_is_searched() -> None:
    other = Roster("C2", (Person(id="q", role="SU", first_name="Peregrine", last_name="Xu"),))
    texts = [("a", "fine"), ("b", "Peregrine and Zizi"), ("c", "Zizi")]
    assert find_leaks(texts, [ROSTER, other]) == [
        Leak("b", "PERSON", "p1"),
        Leak("b", "PERSON", "q"),
        Leak("c", "PERSON", "p1"),
    ]


def test_british_patterns_are_an_option() -> None:
    texts = [("n1", "at HU5 3PL, tel 01632 960456, PNC 12/3456A")]
    assert find_leaks(texts, [ROSTER]) == []
    kinds = {leak.type for leak in find_leaks(texts, [ROSTER], uk_patterns=True)}
    assert kinds == {"POSTCODE", "PHONE", "REFERENCE"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("in AB12 CDE", "VEHICLE"),
        ("in AB12CDE.", "VEHICLE"),
        ("licence QUILL808094ZB9IJ", "DRIVING_LICENCE"),
        ("at HMP, A1234BC", "PRISON_NUMBER"),
        ("nhs 943 476 5919", "NHS_NUMBER"),
        ("NINO AB 12 34 56 C", "NATIONAL_INSURANCE"),
        ("to a.b@example.org", "EMAIL"),
    ],
)
def test_british_numbers_of_anybody(text: str, kind: str) -> None:
    assert find_leaks([("n1", text)], [], uk_patterns=True) == [Leak("n1", kind, "")]


@pytest.mark.parametrize(
    "text",
    ["N1234, C0012, AB1234", "ab12 cde", "S47 the", "339ee4ec12cf", "A12345", "DRIVE2017", "CIN12"],
)
def test_ids_and_words_are_no_british_numbers(text: str) -> None:
    assert find_leaks([("n1", text)], [], uk_patterns=True) == []


def test_a_leak_says_nothing_of_the_text() -> None:
    leaks = find_leaks([("n1", "told Zdzisława Quartermain on 07700900123")], [ROSTER])
    assert leaks
    assert not any(word in repr(leaks).lower() for word in ("zdz", "quarter", "07700"))


def test_a_megabyte_is_searched_to_the_end() -> None:
    sentence = "T/C to [OM_1], he will ring the duty team about the order on Monday. "
    texts = [(str(n), sentence * 15) for n in range(1_000)]
    surnames = ["Sur" + "".join("abcdefghij"[int(digit)] for digit in str(n)) for n in range(2_000)]
    people = tuple(
        Person(id=str(n), role="SU", first_name=f"Name{chr(97 + n % 26)}x", last_name=surname)
        for n, surname in enumerate(surnames)
    )
    rosters = [Roster("C", people), ROSTER]
    assert find_leaks(texts, rosters) == []
    texts.append(("last", sentence + "Then Surbjjj rang."))
    assert find_leaks(texts, rosters) == [Leak("last", "PERSON", "1999")]
