"""A codebook that leaves is searched for names, but for what ships with notecode."""

from pathlib import Path

import pytest

from notecode.codebook import add_code, shipped_codebook_text
from notecode.errors import LeakError
from notecode.model import Code
from notecode.project import Project
from notecode.project.codebook import exchange
from notecode.project.codebook.exchange import export_codebook

FORMS = ("csv", "xlsx", "md", "html", "qdc", "yaml")


@pytest.fixture
def shipped_project(project: Project) -> Project:
    """A project with the codebook that ships, as it ships, and no notes."""
    project.codebook_path.write_text(shipped_codebook_text(), encoding="utf-8")
    return project


@pytest.fixture(autouse=True)
def _as_it_ships(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever somebody did to the codebook of this clone meanwhile."""
    monkeypatch.setattr(exchange, "shipped_codebook_edited", lambda: False)


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """Somebody whose names are part of names of services that ship."""
    path = tmp_path / "people.csv"
    path.write_text("case_id,person_id,role,first_name,last_name\nC1,P1,SU,Mungo,Barnardo\n")
    return path


@pytest.mark.parametrize("form", FORMS)
def test_names_of_services_that_ship_name_nobody(
    shipped_project: Project, people: Path, form: str
) -> None:
    written = export_codebook(
        shipped_project, shipped_project.directory / f"book.{form}", people=people
    )
    assert written.path.stat().st_size > 1000


@pytest.mark.parametrize("form", FORMS)
def test_what_was_written_since_is_searched(
    shipped_project: Project, people: Path, form: str
) -> None:
    path = shipped_project.codebook_path
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("      - idvas\n", "      - idvas\n      - mungo hostel\n", 1))
    with pytest.raises(LeakError) as refused:
        export_codebook(shipped_project, shipped_project.directory / f"book.{form}", people=people)
    assert ("line " if form == "yaml" else "of idva") in str(refused.value)
    assert "mungo" not in str(refused.value).casefold()
    assert not (shipped_project.directory / f"book.{form}").exists()


def test_a_shipped_codebook_that_was_edited_is_searched_whole(
    shipped_project: Project, people: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "shipped_codebook_edited", lambda: True)
    with pytest.raises(LeakError):
        export_codebook(shipped_project, shipped_project.directory / "book.csv", people=people)


def test_an_id_that_does_not_ship_is_told_by_its_number(
    shipped_project: Project, people: Path
) -> None:
    path = shipped_project.codebook_path
    text = path.read_text(encoding="utf-8")
    path.write_text(
        add_code(text, Code(id="mungo", label="Work with Mungo", definition="")), encoding="utf-8"
    )
    with pytest.raises(LeakError, match="label of entry"):
        export_codebook(shipped_project, shipped_project.directory / "book.csv", people=people)
