"""A people file that names nobody of the cases is refused by all that would search for them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from notecode.errors import InputError
from notecode.model import CountSpec, NamedCount, Span
from notecode.project import Project, find_project
from notecode.project.anonymising.record import write_record
from notecode.project.codebook.exchange import export_codebook
from notecode.project.coding.case_wishes import Wish, find_case, fulfil
from notecode.project.coding.session import open_coding
from notecode.project.exporting.noting import EXPORTED
from notecode.project.exporting.report_page import write_report
from notecode.project.exporting.reports import export_report, export_tables
from notecode.project.exporting.study import export
from notecode.project.looking.quotes import quotes
from notecode.project.looking.scope import Asked
from notecode.project.people_file import people_to_find
from notecode.project.tables import make_tables, save_query
from notecode.store.facts import logged

HEADER = "Case,Role,First name,Last name\n"
REAL = f"{HEADER}C1,SU,Merfyn,Quarrington\n"
NOBODY = {
    "a case file": "Case,Site,Gender\nC1,Site 1,male\nC2,Site 2,female\n",
    "a header alone": HEADER,
    "strangers": f"{HEADER}X9,SU,Merfyn,Quarrington\n",
    "rows without anybody": f"{HEADER}C1,SU,,\n",
}


@pytest.fixture
def coded(stored: Project) -> Project:
    with open_coding(stored, "amina") as session:
        session.code_span("N1", Span(0, 21), "information-sharing")
    return stored


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def tables(project: Project, people: Path) -> object:
    save_query(project, NamedCount("codes", CountSpec(by=("code",)), ""))
    again = find_project(project.directory)
    return export_tables(again, make_tables(again), people=people)


def codebook(project: Project, people: Path) -> object:
    return export_codebook(project, project.exports / "codebook.csv", people=people)


def case_value(project: Project, people: Path) -> object:
    with open_coding(project, "amina") as session:
        case = find_case(session, "C1")
        wish = Wish("lives with", "value", "nobody")
        return fulfil(session, case, [wish], new=True, people=people)


WRITERS: dict[str, Callable[[Project, Path], object]] = {
    "export": lambda project, people: export(project, people=people),
    "report": lambda project, people: write_report(project, people=people),
    "quotes": lambda project, people: export_report(
        project, quotes(project, Asked()), people=people
    ),
    "tables": tables,
    "codebook": codebook,
    "record": lambda project, people: write_record(project, people=people),
    "case": case_value,
}


@pytest.mark.parametrize("writer", WRITERS)
def test_what_names_nobody_is_no_people_file(coded: Project, tmp_path: Path, writer: str) -> None:
    for number, (_, text) in enumerate(NOBODY.items()):
        people = written(tmp_path / f"people{number}.csv", text)
        with pytest.raises(InputError, match="nothing was written"):
            WRITERS[writer](coded, people)
    assert not [*coded.exports.glob("**/*.*")]
    with coded.database() as db:
        assert logged(db, EXPORTED) == []


@pytest.mark.usefixtures("drawn_once")
def test_the_people_file_of_the_cases_is_taken(coded: Project, tmp_path: Path) -> None:
    people = written(tmp_path / "people.csv", REAL)
    assert all(write(coded, people) for write in WRITERS.values())


def test_one_case_of_the_project_is_enough(coded: Project, tmp_path: Path) -> None:
    people = written(tmp_path / "people.csv", f"{REAL}X9,SU,Oswin,Thistlewood\n")
    found = people_to_find(coded, people, ["C1", "C2"])
    assert [roster.case_id for roster in found] == ["C1", "X9"]


def test_columns_that_the_import_remembered_are_read_so_here(
    coded: Project, tmp_path: Path
) -> None:
    people = written(tmp_path / "people.csv", "Case,Role,Wybod\nC1,SU,Stringer\nC1,VS,Emailing\n")
    with pytest.raises(InputError, match="problem"):
        export(coded, people=people)
    settings = coded.directory / "notecode.toml"
    settings.write_text(settings.read_text() + '\n[layout.people]\nlast_name = "Wybod"\n')
    (roster,) = people_to_find(find_project(coded.directory), people, ["C1"])
    assert [person.last_name for person in roster.people] == ["Stringer", "Emailing"]


@pytest.mark.parametrize("text", ["C1,Merfyn\nC1,Anhared\n", "Case,Site\nC1,Site 1\n"])
def test_the_way_out_is_one_that_the_command_has(coded: Project, tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError) as told:
        export(coded, people=written(tmp_path / "people.csv", text))
    assert "--column" not in str(told.value)
    assert "notecode.toml: [layout.people]" in str(told.value)
