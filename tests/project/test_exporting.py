"""Exporting a project: of one moment, searched in every format, the same bytes on any day."""

import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from notecode.errors import LeakError, UsageError
from notecode.exporting import FORMATS, PACKAGE, Selection
from notecode.model import Case, CaseValue, CountSpec, NamedCount, Note, Span
from notecode.project import Project, find_project
from notecode.project.coding.done_notes import toggle_done
from notecode.project.coding.session import CodingSession, open_coding
from notecode.project.counting import count
from notecode.project.exporting.published import published
from notecode.project.exporting.study import export
from notecode.project.project import current_codebook
from notecode.project.tables import save_query
from notecode.store import counts, exported, notes
from notecode.store.connection import create_database

CSV = {"encoding": "utf-8-sig", "keep_default_na": False, "na_values": [""]}
EVERYTHING = Selection(formats=FORMATS)
TABLES = Selection(formats=("csv",))
NOW = "2026-01-02T03:04:05+00:00"
PEOPLE = "case_id,person_id,role,first_name,last_name\nC1,P1,SU,Zebediah,Quillfeather\n"


@pytest.fixture
def coded(stored: Project) -> Project:
    """Three notes of one case, of which one is coded; a second case that nobody has begun."""
    with open_coding(stored, "amina") as session:
        session.code_span("N1", Span(0, 21), "information-sharing")
        (reference,) = session.open_note("N1").references
        session.toggle_agency(reference.id, "probation")
    add_case(stored, "C2", "A call. Nothing else.", severity="high")
    return stored


def add_case(project: Project, case_id: str, text: str, **values: str) -> None:
    case = Case(id=case_id, site="Site 2", start=date(2017, 1, 10))
    kept = [
        CaseValue(case_id=case_id, name=name, state="value", value=value)
        for name, value in values.items()
    ]
    note = Note(id=f"{case_id}-1", case_id=case_id, text=text, date=date(2017, 2, 1))
    with project.database() as db:
        notes.save_anonymised_case(
            db, case, [notes.StoredNote(note=note)], kept, settings="test", now=NOW
        )


def contents(files: tuple[Path, ...]) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in files}


def test_the_same_project_makes_the_same_bytes_on_another_day(
    coded: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = contents(export(coded, unsearched=True, selection=EVERYTHING))
    monkeypatch.setattr(
        "notecode.project.exporting.noting.now", lambda: "2031-07-08T09:10:11+00:00"
    )
    second = contents(export(coded, unsearched=True, selection=EVERYTHING))
    assert first.keys() == second.keys()
    assert [name for name, content in first.items() if content != second[name]] == []


def test_the_state_is_that_of_the_last_change_and_an_export_is_none(coded: Project) -> None:
    with coded.database() as db:
        before = exported.last_change(db)
        assert before
    export(coded, unsearched=True, selection=TABLES)
    with coded.database() as db:
        assert exported.last_change(db) == before
        assert db.value("SELECT count(*) FROM events WHERE action = 'export'") == 1
    package = json.loads((coded.exports / PACKAGE).read_text())
    assert package["created"] == before.replace("+00:00", "Z")


def test_everything_in_an_export_is_of_one_moment(
    coded: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody goes on coding while the files are written."""
    real = exported.coded_passages

    def and_more(db: Any, coder: str = "") -> Any:
        with open_coding(coded, "amina") as session:
            if not session.open_note("N2").references:
                session.code_span("N2", Span(0, 10), "disruption")
        return real(db, coder)

    monkeypatch.setattr("notecode.project.exporting.study.exported.coded_passages", and_more)
    export(coded, unsearched=True, selection=TABLES)
    references = pd.read_csv(coded.exports / "references.csv", **CSV)
    counts = pd.read_csv(coded.exports / "counts_by_code.csv", **CSV)
    assert list(references["note_id"]) == ["N1"]
    assert set(counts["base_references"]) == {1}
    export(coded, unsearched=True, selection=TABLES)
    assert len(pd.read_csv(coded.exports / "references.csv", **CSV)) == 2


def test_a_count_by_third_can_be_made_again_from_the_references(coded: Project) -> None:
    """C1 lasts nine days from the 18th of February: N1 lies before, N2 in the first third."""
    with coded.database() as db:
        lasts = {"start": date(2017, 2, 18), "end": date(2017, 2, 26)}
        notes.save_cases(db, [Case(id="C1", site="Site 1", **lasts)], [])
    with open_coding(coded, "amina") as session:
        session.code_span("N2", Span(0, 15), "information-sharing")
        session.code_span("N3", Span(0, 11), "child-safeguarding")
    export(coded, unsearched=True, selection=TABLES)
    references = pd.read_csv(coded.exports / "references.csv", **CSV)
    assert list(references["third"]) == ["before", "1", "after"]
    table, _ = count(coded, CountSpec(by=("third",)))
    counted = {row.keys[0]: row.references for row in table.rows if row.references}
    assert counted == references["third"].value_counts().to_dict()


def test_counts_and_references_agree(coded: Project) -> None:
    with open_coding(coded, "amina") as session:
        session.code_span("N2", Span(0, 15), "information-sharing")
        session.code_span("N3", Span(0, 11), "child-safeguarding")
    export(coded, quotations=True, unsearched=True, selection=TABLES)
    references = pd.read_csv(coded.exports / "references.csv", **CSV)
    assert list(references["quotation"]) == [
        "T/C to [OM_1], no rep",
        "Emailed housing",
        "Core group ",
    ]
    assert list(references["words"]) == [5, 2, 2]
    assert list(references["month"]) == [1, 2, 3]
    counts = pd.read_csv(coded.exports / "counts_by_code.csv", **CSV).set_index("code")
    assert counts.loc["information-sharing", "references"] == 2
    cases = pd.read_csv(coded.exports / "cases.csv", **CSV).set_index("case_id")
    assert cases.loc["C1", "refs_information_sharing"] == 2
    assert cases.loc["C2", "has_information_sharing"] == 0
    agencies = pd.read_csv(coded.exports / "counts_by_agency.csv", **CSV).set_index("agency")
    assert agencies.loc["probation", "references"] == references["agency_probation"].sum() == 1


def test_the_references_are_read_once_for_all_tables(
    coded: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_query(coded, NamedCount("by-month", CountSpec(by=("month",), roll_up="spans"), "Months"))
    save_query(coded, NamedCount("words", CountSpec(by=("third", "code"), measures=("words",)), ""))
    project = find_project(coded.directory)
    alone = [count(project, query.spec)[0] for query in project.settings.tables.values()]
    read = []
    load = counts.load_facts

    def loading(*args: Any, **options: Any) -> Any:
        read.append(args)
        return load(*args, **options)

    monkeypatch.setattr(counts, "load_facts", loading)
    with project.database() as db:
        found = published(db, project, current_codebook(project, db), coder="")
    assert len(read) == 1
    saved = [each.table for each in found.named if each.kind == "saved"]
    assert [table.rows for table in saved] == [table.rows for table in alone]
    assert [table.remarks for table in saved] == [table.remarks for table in alone]


def coverage(project: Project) -> dict[str, tuple[int, int, int]]:
    export(project, unsearched=True, selection=Selection(formats=("csv",), groups=("coverage",)))
    table = pd.read_csv(project.exports / "coverage.csv", **CSV)
    whole = table[table["scope"] == "project"]
    return {
        row["unit"]: (row["coded"], row["read_nothing_to_code"], row["not_coded_yet"])
        for _, row in whole.iterrows()
    }


def test_not_coded_yet_is_told_from_nothing_to_code(coded: Project) -> None:
    assert coverage(coded) == {"cases": (1, 0, 1), "notes": (1, 0, 3)}
    with open_coding(coded, "amina") as session:
        session.code_span("C2-1", Span(0, 6), "disruption")
        session.undo()
    assert coverage(coded) == {"cases": (1, 1, 0), "notes": (1, 1, 2)}


def test_a_note_with_an_open_suggestion_has_not_been_read(
    coded: Project, session: CodingSession
) -> None:
    from notecode.project.suggesting import suggest

    suggest(coded, lambda *_: None)
    waiting = session.open_note("N2").suggestions
    assert waiting, "the sample's rules propose something here"
    for suggestion in waiting[:-1]:
        session.reject(suggestion.id)
    assert coverage(coded)["notes"] == (1, 0, 3)
    session.reject(waiting[-1].id)
    assert coverage(coded)["notes"] == (1, 1, 2)


def test_a_note_that_is_marked_as_done_has_been_read(
    coded: Project, session: CodingSession
) -> None:
    from notecode.project.suggesting import suggest

    suggest(coded, lambda *_: None)
    assert session.open_note("N2").suggestions, "the mark says so whatever is left open"
    toggle_done(session, "N2")
    toggle_done(session, "N1")
    assert coverage(coded)["notes"] == (1, 1, 2), "N1 has a reference"
    toggle_done(session, "C2-1")
    assert coverage(coded) == {"cases": (1, 1, 0), "notes": (1, 2, 1)}
    told = (coded.exports / "README.txt").read_text()
    assert "2 were read and have nothing to code" in " ".join(told.split())
    toggle_done(session, "C2-1")
    assert coverage(coded) == {"cases": (1, 0, 1), "notes": (1, 1, 2)}, "the mark was taken off"


@pytest.mark.parametrize(("coder", "read"), [("ben", 1), ("amina", 0)])
def test_another_coder_s_mark_is_not_this_one_s(coded: Project, coder: str, read: int) -> None:
    with open_coding(coded, "ben") as ben:
        ben.code_span("N1", Span(0, 6), "disruption")
        toggle_done(ben, "C2-1")
    export(coded, unsearched=True, coder=coder, selection=TABLES)
    table = pd.read_csv(coded.exports / "coverage.csv", **CSV)
    whole = table[(table["scope"] == "project") & (table["unit"] == "notes")]
    assert list(whole["read_nothing_to_code"]) == [read]


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("note", "references, note C3-1"),
        ("attribute", "cases, case C3"),
    ],
)
def test_a_name_is_refused_in_every_format(
    coded: Project, tmp_path: Path, format_: Any, where: str, said: str
) -> None:
    people = tmp_path / "people.csv"
    people.write_text(PEOPLE)
    name = "Quillfeather rang."
    add_case(coded, "C3", name if where == "note" else "x y", who="x" if where == "note" else name)
    with open_coding(coded, "ben") as session:
        session.code_span("C3-1", Span(0, 3 if where != "note" else 12), "disruption")
    before = contents(export(coded, unsearched=True, coder="ben", selection=TABLES))
    with pytest.raises(LeakError) as caught:
        export(
            coded,
            coder="ben",
            people=people,
            quotations=True,
            selection=Selection(formats=(format_,)),
        )
    assert said in str(caught.value)
    assert "Quill" not in str(caught.value)
    assert contents(tuple(coded.exports / name for name in before)) == before


def test_small_counts_are_withheld_and_rows_left_out(stored: Project) -> None:
    for number in range(12):
        add_case(stored, f"X{number:02}", "Rang police. Rang housing.")
    with open_coding(stored, "amina") as session:
        for number in range(12):
            session.code_span(f"X{number:02}-1", Span(0, 12), "information-sharing")
            code = "disruption" if number < 2 else "institutional-advocacy"
            session.code_span(f"X{number:02}-1", Span(13, 26), code)
    files = {path.name for path in export(stored, unsearched=True, suppress_below=3)}
    assert not {"cases.csv", "references.csv", "audit.csv"} & files
    counts = pd.read_csv(stored.exports / "counts_by_code.csv", **CSV).set_index("code")
    hidden = set(counts.index[counts["suppressed"] == 1])
    assert "disruption" in hidden
    assert len(hidden) >= 2, "one alone would be the difference of the rest"
    assert counts.loc[list(hidden), ["references", "cases", "notes"]].isna().all(axis=None)
    assert counts.loc["child-safeguarding", "references"] == 0
    assert "site" not in set(pd.read_csv(stored.exports / "coverage.csv", **CSV)["scope"])
    rows = {
        p.name
        for p in export(
            stored, unsearched=True, suppress_below=3, selection=Selection(single_rows=True)
        )
    }
    assert {"cases.csv", "references.csv"} <= rows


def test_too_few_cases_are_an_error_and_leave_the_last_export(coded: Project) -> None:
    before = contents(export(coded, unsearched=True, selection=TABLES))
    with pytest.raises(UsageError, match="too few cases"):
        export(coded, unsearched=True, suppress_below=5, selection=TABLES)
    assert contents(tuple(coded.exports / name for name in before)) == before


def test_days_of_the_case_record_do_not_leave(coded: Project) -> None:
    add_case(coded, "C4", "x", referred="14/02/2017")
    files = contents(
        export(coded, unsearched=True, selection=replace(EVERYTHING, formats=("csv", "parquet")))
    )
    assert b"referred" in files["README.txt"], "it says what is left out"
    frame = pd.read_parquet(io.BytesIO(files["cases.parquet"]))
    assert not [name for name in frame.columns if name.startswith("referred")]
    assert all(b"14/02/2017" not in content for content in files.values())


def test_an_empty_project_can_be_exported(project: Project) -> None:
    create_database(project.database_path)
    with project.database() as db:
        current_codebook(project, db)
    assert len(export(project, unsearched=True, selection=EVERYTHING)) > 40


Runner = Callable[..., Any]


def test_formats_and_tables_are_chosen_on_the_command_line(coded: Project, run: Runner) -> None:
    ran = run(
        *(
            "export",
            "--unsearched",
            "--format",
            "sav",
            "--format",
            "dta",
            "--only",
            "cases",
            "--json",
        ),
        cwd=coded.directory,
    )
    assert ran.code == 0, ran.err
    names = [Path(file["file"]).name for file in json.loads(ran.out)]
    assert names == ["README.txt", "data_dictionary.csv", "cases.sav", "cases.dta", PACKAGE]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--format", "ods"], "ods"),
        (["--only", "notes"], "notes"),
        (["--suppress-below", "1"], "2"),
        (["--suppress-below", "50"], "too few cases"),
        (["--with-rows"], "for --suppress-below"),
        (["--only", "counts", "--quotations"], "--only references"),
        (["--only", "counts", "--memos"], "--only memos"),
        (["--only", "references", "--suppress-below", "2"], "nothing is left"),
        (["--only", "cases", "--only", "audit", "--suppress-below", "2"], "cases and audit"),
        (["--only", "memos", "--with-rows", "--suppress-below", "2"], "nothing is left"),
    ],
)
def test_what_cannot_be_exported_is_a_mistake_in_the_words(
    coded: Project, run: Runner, words: list[str], said: str
) -> None:
    ran = run("export", "--unsearched", *words, cwd=coded.directory)
    assert ran.code == 2
    assert said in ran.err


def test_a_directory_that_cannot_be_written_is_code_11(coded: Project, run: Runner) -> None:
    (coded.exports / "README.md").unlink(missing_ok=True)
    coded.exports.rmdir()
    coded.exports.write_text("in the way")
    ran = run("export", "--unsearched", cwd=coded.directory)
    assert ran.code == 11
    assert "nothing was changed" in ran.err
    assert coded.exports.read_text() == "in the way"


def test_files_of_ours_that_are_not_of_this_export_are_named(coded: Project, run: Runner) -> None:
    (coded.exports / "references.csv").write_text("of an older version")
    (coded.exports / "mine.txt").write_text("mine")
    ran = run("export", "--unsearched", "--only", "counts", cwd=coded.directory)
    assert ran.code == 0
    assert "left as they are: references.csv\n" in ran.err


def test_what_is_left_out_of_what_was_asked_for_is_said(stored: Project, run: Runner) -> None:
    for number in range(12):
        add_case(stored, f"X{number:02}", "Rang police.")
    with open_coding(stored, "amina") as session:
        for number in range(12):
            session.code_span(f"X{number:02}-1", Span(0, 12), "information-sharing")
    words = ("export", "--unsearched", "--suppress-below", "2", "--quotations")
    some = ("--only", "counts", "--only", "references", "--format", "csv")
    ran = run(*words, *some, cwd=stored.directory)
    assert ran.code == 0, ran.err
    assert "withheld: references, quotations." in ran.err
    assert "references.csv" not in ran.out
    ran = run(*words, *some, "--with-rows", cwd=stored.directory)
    assert "withheld:" not in ran.err
    assert "references.csv" in ran.out
