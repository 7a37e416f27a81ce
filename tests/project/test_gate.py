"""The last search: blind to our own ids and to coders as such, and to nothing else."""

import pytest

from notecode.errors import LeakError
from notecode.exporting import Said
from notecode.exporting.writing import lines_of
from notecode.project.gate import ExportGate, Wanted, search
from notecode.raw import Person, Roster

ROSTER = Roster(
    "C1",
    (
        Person(
            id="P1",
            role="SU",
            first_name="Jay",
            last_name="Quillfeather",
            phones=("07700 900461",),
            identifiers=("123456789012",),
        ),
        Person(id="P2", role="VS", first_name="Amina", last_name="Thistlewood"),
    ),
)


def file(name: str, text: str) -> Said:
    return Said(name, lambda: lines_of(text))


ULID = "5MEM3JBYSE1JAY7AFHMD4NYZ4V"


@pytest.mark.parametrize(
    "text", ["", ULID, f"{ULID},N1", "0123456789abjay" + "0" * 49, "digest 339ee4ec12cf", "days"]
)
def test_ids_of_ours_are_no_names(text: str) -> None:
    assert search([("x", text)], [ROSTER]) == []


@pytest.mark.parametrize(
    "text",
    [
        "rang Jay today",
        "QUILLFEATHER",
        "447700900461",
        "+447700900461",
        "07700900461",
        "ref 123456789012",
        f"{ULID} quillfeather",
    ],
)
def test_names_and_numbers_are_found(text: str) -> None:
    assert [leak.person_id for leak in search([("x", text)], [ROSTER])] == ["P1"]


@pytest.mark.parametrize(
    ("text", "leaks"),
    [
        ("N1,disruption,amina,hand", 0),
        ("amina", 0),
        ("notecode 0.1.0; coding of amina; made up", 0),
        ("Coding of amina alone.", 0),
        ("References of: amina", 0),
        ("Coders: amina, bea", 0),
        ("Tables by code (descendants, amina); by code, agency (own, amina):", 0),
        ("asked for references of amina", 1),
        ("called (his own, amina)", 1),
        ("rang amina about it", 1),
        ("Amina", 1),
        ("N1,told amina,hand", 1),
    ],
)
def test_a_coder_may_bear_the_name_of_somebody_in_a_case(text: str, leaks: int) -> None:
    assert len(search([("x", text)], [ROSTER], coders=["amina", "bea"])) == leaks


def test_the_gate_names_lines_and_types_and_no_text() -> None:
    gate = ExportGate(Wanted(rosters=(ROSTER,)))
    gate(file("fine.csv", "code,references\ncontact,3\n"))
    with pytest.raises(LeakError) as caught:
        gate(file("bad.csv", "a,b\nfine,1\nJay Quillfeather,2\n"))
    message = str(caught.value)
    assert "bad.csv, line 3" in message
    assert "PERSON" in message
    assert "Quill" not in message


def test_the_gate_knows_uk_numbers_of_people_it_has_never_heard_of() -> None:
    with pytest.raises(LeakError, match="POSTCODE"):
        ExportGate(Wanted())(file("x.csv", "seen at SW1A 1AA"))
