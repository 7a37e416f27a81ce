"""What an export is searched for beyond a case: parts of names, plurals, sentence starts."""

import pytest

from notecode.anonymising.leak_check import LeakSearch
from notecode.raw import Person, Roster

LISTED = Roster(
    "C1",
    (
        Person(id="P1", role="SU", first_name="Mark", last_name="Young"),
        Person(
            id="P2",
            role="VS",
            first_name="Grace",
            last_name="Hope",
            addresses=("22 Windmill Terrace, Wrexham",),
        ),
        Person(id="P3", role="CHILD", first_name="Zebediah", last_name="Quillfeather"),
    ),
)
REPLACED = (
    ("PERSON", "Gethin Prothero"),
    ("PERSON", "Penhaligon"),
    ("PERSON", "Trevanion-Hicks"),
    ("PERSON", "Kit"),
    ("PERSON", "Landlord Green"),
    ("HANDLE", "dazza_whit86"),
    ("WORKPLACE", "Kestrel Scaffolding"),
)


@pytest.fixture(scope="module")
def people() -> LeakSearch:
    return LeakSearch([LISTED], thorough=True)


@pytest.fixture(scope="module")
def vault() -> LeakSearch:
    return LeakSearch((), REPLACED, thorough=True, plain_words={"landlord"})


@pytest.mark.parametrize(
    "text",
    [
        "Hope not in.",
        "Grace did not ring. Hope cancelled.",
        "Spoke to Mark",
        "the Quillfeathers came",
        "zebediahquillfeather on fb",
        "quillfeather_zebediah",
        "at Windmill Terrace",
    ],
)
def test_a_listed_person_is_found(people: LeakSearch, text: str) -> None:
    assert people.find(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hope to see him.",
        "Mark as done.",
        "in the hope that she rings",
        "a young man",
        "Young people were there.",
        "walked past the windmill",
        "quillfeatherless",
    ],
)
def test_an_ordinary_word_is_none(people: LeakSearch, text: str) -> None:
    assert people.find(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "spoke to penhaligon",
        "Penhaligon again late",
        "G. Prothero",
        "PROTHERO",
        "prothero's bike",
        "penhaligons",
        "gethinprothero fb acct",
        "gethin_prothero",
        "Trevanion",
        "trevanion-hicks",
        "rang Kit",
        "dazza whit86",
        "dazza_whit86",
        "@dazza_whit86 again",
        "kestrel scaffolding",
    ],
)
def test_whoever_was_replaced_is_found_in_any_form_of_the_name(
    vault: LeakSearch, text: str
) -> None:
    assert vault.find(text)


@pytest.mark.parametrize(
    "text", ["gym kit lost", "the landlord rang", "green bag", "a kestrel", "scaffolding is up"]
)
def test_an_ordinary_word_that_was_replaced_once_may_stand(vault: LeakSearch, text: str) -> None:
    assert vault.find(text) == []


def test_a_case_is_not_searched_so_thoroughly() -> None:
    """What the anonymiser lets pass with a flag must not keep a case from being stored."""
    search = LeakSearch([LISTED])
    assert search.find("Hope not in.") == []
    assert search.find("Hope said so. Met Grace Hope.")


def test_what_a_project_says_by_itself_is_allowed() -> None:
    search = LeakSearch((), [("PERSON", "Penhaligon Centre")], allowed={"centre"}, thorough=True)
    assert search.find("at the Centre") == []
    assert search.find("penhaligon")
