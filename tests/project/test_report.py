"""The report of a project: which tables are in it, whose coding, and what it refuses to write."""

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from notecode.errors import LeakError, UsageError
from notecode.model import CountSpec, NamedCount, Span
from notecode.project import Project, find_project
from notecode.project.codebook.changes import Author, freeze
from notecode.project.coding.session import open_coding
from notecode.project.exporting.report_page import write_report
from notecode.project.exporting.report_sections import saturation_section
from notecode.project.exporting.study import export
from notecode.project.looking.saturation import saturations
from notecode.project.looking.scope import Asked
from notecode.project.tables import save_query

pytestmark = pytest.mark.usefixtures("drawn_once")


@pytest.fixture
def coded(stored: Project) -> Project:
    """Three references of one case by one coder; a probation officer took part in one."""
    with open_coding(stored, "amina") as session:
        session.code_span("N1", Span(0, 21), "information-sharing")
        (reference,) = session.open_note("N1").references
        session.toggle_agency(reference.id, "probation")
        session.code_span("N2", Span(0, 31), "multi-agency-support")
        session.code_span("N2", Span(32, 58), "contact")
    return stored


def page_of(project: Project, **options: Any) -> str:
    """The report's HTML with its entities as characters."""
    page, *_ = write_report(project, **{"unsearched": True, **options})
    return unescape(page.read_text(encoding="utf-8"))


def test_the_tables_of_the_study_with_their_base_and_pictures(coded: Project) -> None:
    page, *pictures, package = write_report(coded, unsearched=True)
    text = unescape(page.read_text(encoding="utf-8"))
    assert page == coded.exports / "report" / "report.html"
    assert "What was delivered: references and cases by activity" in text
    assert "Base: 3 references in 1 of 1 case, 2 of 3 notes." in text
    assert "Direct work by month of the intervention and site" in text
    assert "Undefined: a run of 2 cases" in text, "saturation"
    names = {path.name for path in pictures}
    assert {"study-delivered.svg", "study-delivered.png"} <= names
    assert len(names) == 2 * text.count("<figure>") == 2 * text.count("<svg")
    assert package.name == "datapackage.json"
    first = {path: path.read_bytes() for path in (page, *pictures, package)}
    assert {path: path.read_bytes() for path in write_report(coded, unsearched=True)} == first, (
        "the same bytes"
    )


def test_saturation_is_drawn_with_what_it_adds_up_to(coded: Project) -> None:
    by_case, *none = (saturation_section(each, str) for each in saturations(coded, Asked()))
    assert none == [], "of one iteration there is nothing to compare"
    assert by_case.chart is not None
    assert by_case.chart.axes[1].labels == ("New codes", "Codes so far")
    assert [(bar.places, bar.number) for bar in by_case.chart.bars] == [((0, 0), 3), ((0, 1), 3)]
    freeze(coded, "round 1", Author(name="lead"))
    with open_coding(coded, "amina") as session:
        session.code_span("N3", Span(0, 16), "child-safeguarding")
    _, by_iteration = (saturation_section(each, str) for each in saturations(coded, Asked()))
    assert by_iteration.id == "saturation-by-iteration"
    assert [line.label for line in by_iteration.tables[0].lines] == ["round 1", "since round 1"]
    assert by_iteration.chart is not None
    assert by_iteration.chart.axes[0].labels == ("round 1", "since round 1")
    page = page_of(coded)
    assert 'id="saturation-by-iteration"' in page
    assert "Saturation: what was new in each iteration" in page


def test_saved_tables_are_in_it_too(coded: Project) -> None:
    save_query(coded, NamedCount("by-site", CountSpec(by=("site",)), "All of it by site"))
    page = page_of(find_project(coded.directory))
    assert "All of it by site" in page
    assert 'id="saved-by-site"' in page


def test_before_anything_is_coded_it_says_0_and_draws_nothing(stored: Project) -> None:
    page, *pictures, _ = write_report(stored, unsearched=True)
    text = page.read_text(encoding="utf-8")
    assert "Base: 0 references in 0 of 1 case" in text
    assert "<svg" not in text
    assert not pictures
    assert "Nothing has been coded." in text
    assert "No chart: nothing was recorded." in text


def test_two_coders_are_not_counted_together_unasked(coded: Project) -> None:
    with open_coding(coded, "ben") as session:
        session.code_span("N3", Span(0, 16), "child-safeguarding")
    with pytest.raises(UsageError, match="2 coders"):
        write_report(coded, unsearched=True)
    page = page_of(coded, coder="ben")
    assert "Coding of ben alone." in page
    assert "Base: 1 reference in 1 of 1 case" in page


def test_a_name_in_what_it_says_stops_it_and_leaves_what_was_there(coded: Project) -> None:
    people = coded.directory.parent / "people.csv"
    with people.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["case", "id", "role", "first name", "last name"])
        rows.writerow(["C1", "P1", "SU", "Zebediah", "Quillfeather"])
    page, *_ = write_report(coded, people=people)
    before = page.read_bytes()
    codebook = coded.directory / "codebook.yaml"
    text = codebook.read_text(encoding="utf-8")
    assert "Making and sustaining contact" in text
    codebook.write_text(
        text.replace("Making and sustaining contact", "Contact with Zebediah Quillfeather"),
        encoding="utf-8",
    )
    with pytest.raises(LeakError) as caught:
        write_report(find_project(coded.directory), people=people)
    assert "Zebediah" not in str(caught.value)
    assert page.read_bytes() == before


def test_a_name_in_the_name_of_a_saved_table_stops_it(coded: Project, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text("case,id,role,first name,last name\nC1,P1,SU,Zebediah,Quillfeather\n")
    save_query(coded, NamedCount("zebediah-quillfeather", CountSpec(by=("site",)), "Sites"))
    with pytest.raises(LeakError) as caught:
        write_report(find_project(coded.directory), people=people)
    assert "the name of saved table 1 in notecode.toml: reword" in caught.value.hint
    assert "zebediah" not in str(caught.value).casefold()
    assert not (coded.exports / "report").exists()


@pytest.mark.parametrize("where", ["the title of saved table 1", "the project's title"])
def test_a_refusal_names_the_title_with_the_name_in_notecode_toml(
    coded: Project, tmp_path: Path, where: str
) -> None:
    people = tmp_path / "people.csv"
    people.write_text("case,id,role,first name,last name\nC1,P1,SU,Zebediah,Quillfeather\n")
    if "table" in where:
        save_query(coded, NamedCount("bev", CountSpec(by=("site",)), "Work with Z Quillfeather"))
    else:
        settings = replace(coded.settings, title="Zebediah Quillfeather's team")
        coded = replace(coded, settings=settings)
    for write in (write_report, export):
        with pytest.raises(LeakError) as caught:
            write(coded if "table" not in where else find_project(coded.directory), people=people)
        assert (
            caught.value.hint == f"Such a word stands in {where} in notecode.toml: reword it there."
        )


def test_coders_may_bear_the_name_of_somebody_in_a_case(
    coded: Project, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    people = tmp_path / "people.csv"
    people.write_text("case,id,role,first name,last name\nC1,P1,SU,Ben,Quillfeather\n")
    with open_coding(coded, "ben") as session:
        session.code_span("N3", Span(0, 16), "child-safeguarding")
    page, *_ = write_report(coded, coder="all", people=people)
    assert "together (amina, ben)" in page.read_text(encoding="utf-8")
    (said,) = [each for each in caplog.messages if "also that of a coder" in each]
    assert "number 2 of those" in said
    assert "ben" not in said.lower().split()
    caplog.clear()
    people.write_text("case,id,role,first name,last name\nC1,P1,SU,Zeb,Quillfeather\n")
    write_report(coded, coder="all", people=people)
    assert "also that of a coder" not in caplog.text


def test_the_command_names_its_files(coded: Project, run: Callable[..., Any]) -> None:
    ran = run("report", "--unsearched", "--json", cwd=coded.directory)
    assert ran.code == 0
    files = json.loads(ran.out)
    assert Path(files[0]["file"]).name == "report.html"
    assert all(Path(each["file"]).stat().st_size == each["bytes"] for each in files)
