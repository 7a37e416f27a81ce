"""``notecode case`` and ``notecode progress`` as a user runs them."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from notecode.model import Case, CaseValue
from notecode.project import Project
from notecode.project.coding.session import open_coding
from notecode.store.facts import left_to_forget
from notecode.store.notes import save_cases

Runner = Callable[..., Any]

RECORD = [
    CaseValue(case_id="C1", name="age", state="value", value="44"),
    CaseValue(case_id="C1", name="severity", stage="intake", state="value", value="high"),
    CaseValue(case_id="C2", name="severity", stage="intake", state="value", value="none"),
]


@pytest.fixture
def recorded(stored: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.setenv("COLUMNS", "80")
    with stored.database() as db:
        save_cases(db, [Case(id="C1", site="Site 1"), Case(id="C2", site="Site 2")], RECORD)
    return stored


@pytest.fixture
def case(recorded: Project, run: Runner) -> Callable[..., Any]:
    """Run `notecode case ARGS…` as amina."""
    return lambda *arguments: run("case", *arguments, "--coder", "amina", cwd=recorded.directory)


def values(case: Callable[..., Any]) -> dict[str, dict[str, Any]]:
    found = json.loads(case("C1", "--json").out)["values"]
    return {each["name"]: each for each in found}


def test_a_case_is_printed_by_stage_with_where_it_comes_from(case: Callable[..., Any]) -> None:
    ran = case("c1")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "CASE C1 · Site 1",
        "",
        "attributes",
        "  age                           44                    case record",
        "",
        "intake",
        "  severity                      high                  case record",
    ]


def test_what_is_wished_is_stored_as_a_whole_or_not_at_all(case: Callable[..., Any]) -> None:
    assert case("C1", "--set", "severity@intake=none").code == 0
    ran = case("C1", "--set", "age=45", "--set", "severity@intake=none")
    assert ran.code != 0
    assert values(case)["age"]["value"] == "44"
    ran = case("C1", "--set", "age=45", "--forget", "housing")
    assert (ran.code, "never coded" in ran.err) == (2, True)
    assert values(case)["age"]["value"] == "44"
    ran = case("C1", "--set", "age=45", "--forget", "severity@intake")
    assert ran.code == 0
    assert (values(case)["age"]["value"], values(case)["severity"]["value"]) == ("45", "high")


def test_what_cannot_be_forgotten_at_once_is_said_and_forgotten_by_the_next(
    recorded: Project, case: Callable[..., Any]
) -> None:
    files = recorded.database_path.parent
    case("C1", "--new", "--set", "flower=Quillfeather")
    reader = sqlite3.connect(recorded.database_path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM notes").fetchone()
    ran = case("C1", "--forget", "flower")
    assert "another program is reading" in ran.out
    reader.execute("COMMIT")
    with recorded.database() as db:
        assert left_to_forget(db)
        db.forget_replaced_texts()
        assert not any(b"Quillfeather" in each.read_bytes() for each in files.iterdir())
    reader.close()
    assert "another program" not in case("C1", "--json").out


def test_looking_makes_nobody_a_coder(recorded: Project, case: Callable[..., Any]) -> None:
    case("C1")
    with recorded.database() as db:
        assert db.value("SELECT count(*) FROM coders") == 0


def test_values_are_set_with_the_passage_that_supports_them(case: Callable[..., Any]) -> None:
    ran = case(
        "C1",
        "--set",
        "Severity@Intake=None",
        "--absent",
        "age",
        "--note",
        "N1",
        "--quote",
        "no reply",
    )
    assert (ran.code, ran.out) == (0, "C1, severity (intake): none\nC1, age: recorded absent\n")
    severity = values(case)["severity"]
    assert severity.pop("at").endswith("+00:00")
    assert severity == {
        "name": "severity",
        "stage": "intake",
        "state": "value",
        "value": "none",
        "origin": "coded from the notes",
        "coder": "amina",
        "note": "N1",
        "start": 15,
        "end": 23,
        "quotation": "no reply",
        "others": [{"origin": "case record", "coder": None, "state": "value", "value": "high"}],
    }
    shown = case("C1").out
    assert "coded by amina, N1  ≠ case record: high" in shown
    assert "“no reply”" in shown


def test_by_range_and_without_a_passage_and_off_again(case: Callable[..., Any]) -> None:
    assert case("C1", "--missing", "age", "--note", "N1", "--at", "0-3").code == 0
    assert values(case)["age"]["quotation"] == "T/C"
    assert case("C1", "--set", "age=45").code == 0
    assert values(case)["age"]["note"] is None
    assert case("C1", "--clear", "age").out == "C1, age: coding taken off\n"
    assert values(case)["age"]["origin"] == "case record"


def test_what_is_set_is_undone_in_the_coder(recorded: Project, case: Callable[..., Any]) -> None:
    case("C1", "--set", "age=45")
    with open_coding(recorded, "amina") as session:
        undone = session.undo()
    assert undone is not None
    assert undone.summary == "C1, age: 45"
    assert values(case)["age"]["value"] == "44"


def test_what_was_typed_by_mistake_is_forgotten_for_good(
    recorded: Project, case: Callable[..., Any]
) -> None:
    case("C1", "--set", "lodges=with Quillfeather", "--new")
    case("C1", "--set", "age=45")
    with open_coding(recorded, "amina") as session:
        session.undo()
        session.undo()
        session.redo()
    ran = case("C1", "--forget", "lodges")
    assert (ran.code, ran.out) == (0, "C1, lodges: forgotten, with 1 logged\n")
    for file in recorded.database_path.parent.iterdir():
        assert b"Quillfeather" not in file.read_bytes(), file.name
    assert "lodges" not in values(case)
    with open_coding(recorded, "amina") as session:
        redone = session.redo()
        assert redone is not None
        assert redone.summary == "C1, age: 45"
    assert "never coded" in case("C1", "--forget", "lodges").err


def test_all_mistakes_are_told_at_once_and_nothing_is_stored(case: Callable[..., Any]) -> None:
    ran = case("C1", "--set", "age=old", "--set", "hous=no", "--absent", "severity@closure")
    assert ran.code == 2
    said = " ".join(ran.err.split())
    for told in (
        "age takes a number",
        "the case record has no attribute 'hous'",
        "severity has no such stage",
        "Nothing was stored.",
    ):
        assert told in said
    assert case("C1", "--set", "age=45", "--set", "housing=no").code == 2
    assert values(case)["age"]["value"] == "44"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("C9",), "there is no case 'C9'"),
        (("C1", "--set", "age"), "--set needs NAME=VALUE"),
        (("C1", "--set", "age=1", "--absent", "age"), "age is set twice"),
        (("C1", "--set", "age=1", "--quote", "no reply"), "a passage needs its note"),
        (("C1", "--note", "N1"), "there is nothing that the note could support"),
        (("C1", "--set", "age=1", "--note", "N9"), "there is no note 'N9'"),
        (("C1", "--set", "age=1", "--note", "N1", "--at", "3"), "--at is two numbers"),
        (
            ("C1", "--set", "age=1", "--note", "N1", "--at", "3-999"),
            "no such passage",
        ),
        (
            ("C1", "--set", "age=1", "--note", "N1", "--at", "3-9", "--quote", "a"),
            "--at or --quote",
        ),
        (("C1", "--set", "age=1", "--note", "N1", "--quote", "xyz"), "stand nowhere"),
        (("C1", "--set", "age=1", "--note", "N1", "--quote", "a"), "stand more than once"),
    ],
)
def test_what_cannot_be_is_refused(
    case: Callable[..., Any], arguments: tuple[str, ...], told: str
) -> None:
    ran = case(*arguments)
    assert ran.code == 2
    assert told in " ".join(ran.err.split())


def test_a_new_attribute_is_named_on_purpose(case: Callable[..., Any]) -> None:
    assert case("C1", "--set", "housing@closure=hostel", "--new").code == 0
    assert values(case)["housing"]["stage"] == "closure"


def test_the_people_file_is_searched_for_if_it_is_given(
    case: Callable[..., Any], tmp_path: Path
) -> None:
    people = tmp_path / "people.csv"
    people.write_text(
        "case_id,person_id,role,first_name,last_name\nC1,P1,SU,Zebediah,Quillfeather\n"
    )
    wish = ("C1", "--new", "--set", "lodges with=Zebediah Quillfeather")
    ran = case(*wish, "--people", str(people))
    assert ran.code == 8
    assert "Quillfeather" not in ran.out + ran.err
    assert "lodges with" not in values(case)
    assert case("C1", "--set", "age=07700 900123").code in (2, 8)


def test_progress_says_what_is_done_and_left(recorded: Project, run: Runner) -> None:
    from notecode.model import Span

    with open_coding(recorded, "amina") as session:
        session.code_span("N1", Span(0, 5), "information-sharing")
        session.code_span("N2", Span(0, 7), "information-sharing")
    ran = run("progress", "--coder", "amina", cwd=recorded.directory)
    assert (ran.code, ran.err) == (0, "")
    said = " ".join(ran.out.split())
    assert "notes 2 coded, " in said
    assert "0 decided on, 1 untouched, of 3 notes" in said
    assert all(cell_len(row) <= 80 for row in ran.out.splitlines())
    found = json.loads(run("progress", "--coder", "amina", "--json", cwd=recorded.directory).out)
    assert found["notes"]["untouched"] == 1
    assert found["last_session"]["new_notes"] == 2
    assert found["hours_left"] is None
    codes = {each["code"]: each for each in found["codes"]}
    assert codes["information-sharing"]["references"] == 2
    assert codes["indirect-work"]["with_descendants"] == 2
    assert [each["name"] for each in found["by_case"]] == ["C1", "C2"]
    assert [each["name"] for each in found["by_coder"]] == ["amina"]


def test_progress_without_notes_is_no_crash(project: Project, run: Runner) -> None:
    assert run("progress", cwd=project.directory).code == 5


def test_a_value_that_no_people_file_was_held_against_is_said_so(
    case: Callable[..., Any], tmp_path: Path
) -> None:
    told = case("C1", "--set", "lives with=his mother", "--new")
    assert told.code == 0, told.err
    assert "Not searched for names of people" in told.err
    people = tmp_path / "people.csv"
    people.write_text("Case,Role,First name,Last name\nC1,SU,Merfyn,Quarrington\n")
    assert case("C1", "--set", "lives with=nobody", "--people", str(people)).err == ""
    assert case("C1").err == ""
