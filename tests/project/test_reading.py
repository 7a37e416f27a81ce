"""Notes, people and cases read together: sites, layouts that are remembered, who is named."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.errors import InputError, Problem
from notecode.model import Case
from notecode.project import Project, find_project
from notecode.project.reading import (
    Inputs,
    Sources,
    read_sources,
    remember_layouts,
    settle_cases,
)
from notecode.raw import RawNote
from notecode.settings import load_settings

NOTES = """Note ID,Case Ref,Area,Contact Date,Note
N1,C1,East,13/02/2017,T/C to OM about the next appointment.
N2,C2,West,14/02/2017,Emailed police for an update on the call-out.
N3,Zephyrine,East,15/02/2017,SU attended on time.
"""
PEOPLE = "Case Ref,Role,First name\nC1,SU,Abel\nC2,SU,Eve\nC9,SU,Una\n"

Read = Callable[..., Sources]


@pytest.fixture
def read(project: Project, tmp_path: Path) -> Read:
    """Write the given files and read them together into the project."""

    def read(notes: str = NOTES, *columns: str, **others: str) -> Sources:
        paths = {}
        for name, text in {"notes": notes, **others}.items():
            paths[name] = tmp_path / f"{name}.csv"
            paths[name].write_text(text)
        export = paths.pop("notes")
        fresh = find_project(project.directory)
        return read_sources(fresh, Inputs(exports=(export,), columns=columns, **paths))

    return read


def warned(sources: Sources, words: str) -> Problem:
    (problem,) = [p for p in sources.problems if words in p.message]
    assert not problem.fatal
    return problem


def sites(sources: Sources) -> dict[str, str]:
    return {case.id: case.site for case in sources.cases.values()}


def test_a_case_file_without_sites_leaves_the_sites_of_the_notes(read: Read) -> None:
    cases = "Case Ref,Start date\nC1,01/02/2017\nC2,13/02/2017\n"
    sources = read(NOTES, cases=cases)
    assert sites(sources) == {"C1": "East", "C2": "West", "Zephyrine": "East"}
    assert sources.cases["C2"].start is not None
    assert not [p for p in sources.problems if "another site" in p.message]


def test_where_the_sites_differ_the_case_file_wins_and_it_is_counted(read: Read) -> None:
    cases = "Case Ref,Area\nC1,North\nC2,west\nZephyrine,South\n"
    sources = read(NOTES, cases=cases)
    assert sites(sources) == {"C1": "North", "C2": "west", "Zephyrine": "South"}
    problem = warned(sources, "another site")
    assert "2 cases: C1, that of row 4 of notes.csv" in problem.message
    assert "case file" in problem.hint


@given(
    given_sites=st.lists(st.sampled_from(["", "East", "West"]), max_size=5),
    file_site=st.sampled_from([None, "", "East", "North"]),
)
def test_the_site_of_a_case_is_the_file_s_else_the_first_of_its_notes(
    given_sites: list[str], file_site: str | None
) -> None:
    notes = tuple(
        RawNote(id=f"N{n}", case_id="C1", text="x", site=site) for n, site in enumerate(given_sites)
    )
    known = [] if file_site is None else [Case(id="C1", site=file_site)]
    settled, differing = settle_cases({"C1": notes}, known)
    of_notes = [site for site in given_sites if site]
    assert settled["C1"].site == (file_site or (of_notes[0] if of_notes else ""))
    assert bool(differing) == bool(file_site and set(of_notes) - {file_site})


def test_cases_are_named_by_row_where_their_id_may_be_a_name(read: Read) -> None:
    sources = read(NOTES, people=PEOPLE.replace("C2", "C7"))
    problem = warned(sources, "no row in the people file")
    assert "2 cases: C2, that of row 4 of notes.csv" in problem.message
    assert "2 cases have no note" in warned(sources, "no note in the export").message
    assert not any("Zephyrine" in str(problem) for problem in sources.problems)


def test_one_id_for_two_notes_is_told_by_files_and_rows(project: Project, tmp_path: Path) -> None:
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text(NOTES.replace("N2", "Marmaduke"))
    second.write_text(NOTES.replace("N2", "Marmaduke").replace("Emailed", "Rang"))
    sources = read_sources(project, Inputs(exports=(first, second)))
    (problem,) = [p for p in sources.problems if p.fatal]
    assert (problem.file, problem.row) == ("b.csv", 3)
    assert "row 3 of a.csv" in problem.message
    assert "Marmaduke" not in str(problem)


def test_columns_of_every_file_can_be_said(read: Read) -> None:
    sources = read(
        NOTES,
        "people.role=Kind",
        "cases.site=Gebiet",
        people="Case Ref,Kind,Name\nC1,Lodger,Abel\n",
        cases="Case Ref,Gebiet\nC1,North\n",
    )
    assert sources.rosters["C1"].people[0].role == "LODGER"
    assert sources.cases["C1"].site == "North"


def test_what_is_remembered_is_what_was_known_with_what_is_new(
    read: Read, project: Project
) -> None:
    path = project.directory / "notecode.toml"
    text = path.read_text() + '\n[layout.notes]\ntext = "Note"\nencoding = "utf-8"\n'
    path.write_text(text)
    remember_layouts(project, read(NOTES, "site=", people=PEOPLE))
    notes = load_settings(path).layout("notes")
    assert notes.encoding == "utf-8"
    assert notes.columns["text"] == ("Note",)
    assert notes.columns["case"] == ("Case Ref",)
    assert notes.columns["site"] == ()
    assert load_settings(path).layout("people").columns["role"] == ("Role",)


def test_an_export_with_other_headers_is_read_and_does_not_replace_what_is_remembered(
    read: Read, project: Project
) -> None:
    path = project.directory / "notecode.toml"
    remember_layouts(project, read())
    before = path.read_text()
    other = NOTES.replace("Case Ref", "Client ID").replace(",Note\n", ",Narrative\n")
    sources = read(other)
    assert sources.note_count == 3
    assert "'Case Ref' for case ('Client ID' is taken)" in warned(sources, "names it").message
    remember_layouts(project, sources)
    assert path.read_text() == before
    with pytest.raises(InputError, match="no column 'Note'"):
        read(other, "text=Note")


def test_what_is_remembered_of_a_needed_column_that_is_nowhere_stops(
    read: Read, project: Project
) -> None:
    remember_layouts(project, read())
    with pytest.raises(InputError, match="case not found") as caught:
        read("Contact Date,Note\n13/02/2017,SU attended on time.\n")
    assert "'Case Ref' for case (nothing is taken)" in str(caught.value)


def test_what_was_typed_like_a_tag_is_no_tag_of_ours(read: Read, project: Project) -> None:
    typed = NOTES.replace("SU attended", "[SU] and [PERSON_3] (not [Su] or [PIR_1]) attended")
    sources = read(typed)
    (note,) = sources.notes["Zephyrine"]
    assert note.text == "(SU) and (PERSON_3) (not [Su] or [PIR_1]) attended on time."
    assert "N3" in warned(sources, "looks like a tag").message
    assert not [p for p in read(NOTES).problems if "looks like a tag" in p.message]
    # Notes that have been through an anonymiser keep their tags.
    files = project.directory.parent.rglob("notes.csv")
    path = next(iter(files))
    path.write_text(typed)
    kept = read_sources(project, Inputs(exports=(path,)), tagged=True)
    assert "[SU] and [PERSON_3]" in kept.notes["Zephyrine"][0].text
    assert not [p for p in kept.problems if "looks like a tag" in p.message]


def test_two_of_one_name_without_ids_are_warned_of(read: Read) -> None:
    people = "Case Ref,Role,First name,Last name\nC1,GP,John,Smith\nC1,BROTHER,john,Smith\n"
    problem = warned(read(NOTES, people=people), "two people of one name")
    assert "C1" in problem.message
    assert "mith" not in str(problem)
    named = "Case Ref,Person ID,Role,First name,Last name\nC1,1,GP,John,Smith\n" + (
        "C1,2,BROTHER,John,Smith\n"
    )
    for other in (named, people.replace("john", "Jack")):
        found = read(NOTES, people=other)
        assert not [p for p in found.problems if "two people of one name" in p.message]
