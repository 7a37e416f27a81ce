"""The forms in which a roster's people are found, and the words that are not they."""

from datetime import date

import pytest

from notecode.anonymising.people.authors import same_person, with_authors
from notecode.anonymising.people.identifiers import national_number, plain_reference
from notecode.anonymising.people.roster import RosterNames
from notecode.anonymising.words.dictionary import Dictionary
from notecode.anonymising.words.spelling import tokens
from notecode.raw import Person, RawNote, Roster

FORMS = [
    ("met Will O'Brannigan-Stott today", [("Will O'Brannigan-Stott", "su")]),
    ("will o brannigan stott", [("will o brannigan stott", "su")]),
    ("O'BRANNIGAN-STOTT, Will", [("O'BRANNIGAN-STOTT, Will", "su")]),
    ("mr stott said no", [("stott", "su")]),
    ("Brannigan called", [("Brannigan", "su")]),
    ("obrannigan called", [("obrannigan", "su")]),
    ("saw banno today", [("banno", "su")]),
    ("told Will that", [("Will", "su")]),
    ("Will said he is sorry", [("Will", "su")]),
    ("spoke to will, he is sorry", [("will", "su")]),
    ("WILL SAID HE WAS ON HIS WAY THEN", [("WILL", "su")]),
    ("W. O'Brannigan-Stott", [("W. O'Brannigan-Stott", "su")]),
    ("Tyrece and TYREECES", [("Tyrece", "c1"), ("TYREECES", "c1")]),
    ("Tyreece's bag", [("Tyreece", "c1")]),
    ("cath pryce rang", [("cath pryce", "om")]),
    ("Cathy rang", [("Cathy", "om")]),
    ("SIAN MERCER RANG AGAIN TODAY", [("SIAN MERCER", "idva")]),
    ("sian rang", [("sian", "idva")]),
    ("Si\u200ban rang", [("Si\u200ban", "idva")]),
    ("Ms Adeyinka rang", [("Adeyinka", "vs")]),
    ("adeyinka, precious", [("adeyinka, precious", "vs")]),
    ("Marac at ten. according to precious he turned up.", [("precious", "vs")]),
    ("Email from Idva, precious has met him again", [("precious", "vs")]),
    ("Adeyinca rang", [("Adeyinca", "vs")]),
    ("told CP about it", []),
    ("DW rang me", [("DW", "hv")]),
    ("d.w. rang me", [("d.w", "hv")]),
    ("Bart Quill rang", [("Bart Quill", "x")]),
]
NEAR_MISSES = [
    "Will ring again",
    "he will ring",
    "Will be seen",
    "Precious little progress",
    "gone to the precious metal shop",
    "Grace period until Monday",
    "It was a saving grace",
    "DNA",
    "prices rose",
    "he was quilted",
    "mercy",
    "SU DNA, CM told OM.",
]


@pytest.fixture(scope="module")
def names(roster: Roster, dictionary: Dictionary) -> RosterNames:
    return RosterNames(roster, dictionary)


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_forms_of_names(names: RosterNames, text: str, expected: list[tuple[str, str]]) -> None:
    found = sorted(names.find(text, tokens(text)), key=lambda finding: finding.start)
    assert [(text[f.start : f.end], f.person_id) for f in found if f.type == "PERSON"] == expected


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_words_that_are_no_names(names: RosterNames, text: str) -> None:
    assert names.find(text, tokens(text)) == []


IDENTIFIERS = [
    ("07700900123", "PHONE"),
    ("+44 7700 900 123", "PHONE"),
    ("0 7 7 0 0 9 0 0 1 2 3", "PHONE"),
    ("WOB@EXAMPLE.COM", "EMAIL"),
    ("x 765432", "REFERENCE"),
    ("9991234567", "REFERENCE"),
    ("3/2/81", "DATE_OF_BIRTH"),
    ("03021981", "DATE_OF_BIRTH"),
    ("14 larkspur st", "ADDRESS"),
    ("Larkspur Street", "ADDRESS"),
    ("tibbleton", "PLACE"),
]


@pytest.mark.parametrize(("text", "kind"), IDENTIFIERS)
def test_identifiers_however_they_are_spaced(names: RosterNames, text: str, kind: str) -> None:
    sentence = f"he gave {text} again"
    found = names.find(sentence, tokens(sentence))
    assert [(sentence[f.start : f.end], f.type) for f in found] == [(text, kind)]


def test_a_shared_surname_is_marked_as_shared(names: RosterNames) -> None:
    text = "Adeyinka rang"
    assert [f.shared for f in names.find(text, tokens(text))] == [True]
    text = "Precious Adeyinka rang"
    assert [f.shared for f in names.find(text, tokens(text))] == [False]


def test_two_letter_names_are_not_role_words(dictionary: Dictionary) -> None:
    names = RosterNames(
        Roster("C", (Person(id="p", role="VS", first_name="Su", last_name="Om"),)), dictionary
    )
    text = "SU rang, su DNA, OM told"
    assert names.find(text, tokens(text)) == []
    text = "told Su that"
    assert len(names.find(text, tokens(text))) == 1


def test_a_person_without_a_name_finds_nothing(dictionary: Dictionary) -> None:
    names = RosterNames(Roster("C", (Person(id="p", role="CHILD"),)), dictionary)
    assert names.find("he and she went", tokens("he and she went")) == []


def test_mc_and_mac_are_one(dictionary: Dictionary) -> None:
    people = (Person(id="p", role="SU", first_name="Iain", last_name="McAllery"),)
    names = RosterNames(Roster("C", people), dictionary)
    for text in ("mcallery", "MacAllery", "Mc Allery", "Allery"):
        assert [f.person_id for f in names.find(text, tokens(text))] == ["p"], text


def test_particles_are_no_names(dictionary: Dictionary) -> None:
    people = (Person(id="p", role="SU", first_name="Jan", last_name="van der Welk"),)
    names = RosterNames(Roster("C", people), dictionary)
    assert names.find("a van outside", tokens("a van outside")) == []
    assert len(names.find("Welk rang", tokens("Welk rang"))) == 1


def test_authors_join_the_roster_once() -> None:
    known = Person(id="cm", role="CASE_MANAGER", first_name="Ottoline", last_name="Frey")
    notes = [
        RawNote(id=str(n), case_id="C", text="", author=author, author_role="Service Manager")
        for n, author in enumerate(
            ["Ottoline Frey", "O Frey", "Frey, Ottoline", "Magnus Thorpe", "Case Manager", "jb12"]
        )
    ]
    people = with_authors(Roster("C", (known,)), notes).people
    assert [(p.id, p.role, p.last_name) for p in people] == [
        ("cm", "CASE_MANAGER", "Frey"),
        ("author-3", "SERVICE_MANAGER", "Thorpe"),
    ]


def test_same_person_needs_the_surname() -> None:
    person = Person(id="p", role="CM", first_name="Ottoline", last_name="Frey")
    assert same_person("Frey, O", person) or same_person("O Frey", person)
    assert not same_person("Ottoline Grey", person)


@pytest.mark.parametrize(
    ("phone", "expected"),
    [
        ("+44 7700 900123", "7700900123"),
        ("07700 900123", "7700900123"),
        ("0044 1632 960456", "1632960456"),
    ],
)
def test_national_numbers(phone: str, expected: str) -> None:
    assert national_number(phone) == expected


def test_plain_references() -> None:
    assert plain_reference("AB 12-34/5") == "ab12345"


def test_a_birth_date_needs_the_year(dictionary: Dictionary) -> None:
    people = (Person(id="p", role="SU", dob=date(1981, 2, 3)),)
    names = RosterNames(Roster("C", people), dictionary)
    assert names.find("on 3/2 he", tokens("on 3/2 he")) == []
