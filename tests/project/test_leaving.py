"""What may leave the project, and what is said of it: doubts, files that stay, words forgotten."""

import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from notecode.errors import LeakError, UsageError
from notecode.exporting import Selection
from notecode.model import Span
from notecode.project import Project, find_project
from notecode.project.anonymising.record import anonymisation_record as record_of
from notecode.project.coding.session import open_coding
from notecode.project.exporting.noting import REFUSED
from notecode.project.exporting.report_page import write_report
from notecode.project.exporting.reports import export_report
from notecode.project.exporting.study import export
from notecode.project.looking.framework import framework
from notecode.project.looking.quotes import quotes
from notecode.project.looking.scope import Asked
from notecode.project.looking.searching import search_notes
from notecode.store import facts

Runner = Callable[..., Any]


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text("Case,Role,First name,Last name\nC1,SU,Merfyn,Quarrington\n")
    return path


@pytest.fixture
def coded(stored: Project) -> Project:
    """N1 coded to its 21st character, with a flag inside and one outside."""
    with open_coding(stored, "amina") as session:
        session.code_span("N1", Span(0, 21), "information-sharing")
    with stored.database() as db, db.writing():
        db.execute("DELETE FROM flags")
        for start, end in ((2, 6), (21, 24)):
            db.execute(
                'INSERT INTO flags (note_id, start, "end", reason) VALUES (?, ?, ?, ?)',
                ("N1", start, end, "a capitalised word that is not known"),
            )
    return stored


def said_in(directory: Path, words: str) -> set[str]:
    return {
        path.name
        for path in directory.glob("*")
        if path.suffix in {".csv", ".txt", ".json"} and words in path.read_text("utf-8-sig")
    }


def test_a_quotation_with_an_open_flag_does_not_go_out_unasked(
    coded: Project, people: Path
) -> None:
    with pytest.raises(LeakError, match="1 doubtful place not reviewed") as refused:
        export(coded, people=people, quotations=True)
    assert refused.value.where == "note N1"
    assert "notecode review" in refused.value.hint
    assert not (coded.exports / "references.csv").exists()


def test_where_it_was_asked_for_every_file_says_so(coded: Project, people: Path) -> None:
    written = export(coded, people=people, quotations=True, unreviewed=True)
    said = said_in(coded.exports, "1 doubtful place not reviewed, in what is quoted of 1 note")
    texts = {path.name for path in written if path.suffix in {".csv", ".txt", ".json"}}
    assert said == texts
    assert "0 of" in (coded.exports / "README.txt").read_text()


def test_without_quotations_or_doubts_nothing_is_refused(coded: Project, people: Path) -> None:
    export(coded, people=people)
    export(coded, people=people, quotations=True, selection=Selection(groups=("counts",)))
    assert said_in(coded.exports, "doubtful") == set()
    with coded.database() as db, db.writing():
        db.execute("DELETE FROM flags WHERE start = 2")
    export(coded, people=people, quotations=True)
    assert said_in(coded.exports, "doubtful") == set()


@pytest.mark.parametrize(
    ("made", "doubts"),
    [
        (lambda project: quotes(project, Asked(), context=0), 1),
        (lambda project: quotes(project, Asked(), context=10), 2),
        (lambda project: framework(project, Asked()), 1),
        (lambda project: framework(project, Asked(), content="summaries"), 0),
    ],
)
def test_a_report_that_quotes_knows_its_doubts(
    coded: Project, people: Path, made: Callable[[Project], Any], doubts: int
) -> None:
    report = made(coded)
    assert sum(report.doubts.values()) == doubts
    if not doubts:
        return
    with pytest.raises(LeakError, match=f"{doubts} doubtful place"):
        export_report(coded, report, people=people)
    path = export_report(coded, report, people=people, unreviewed=True)
    assert f"{doubts} doubtful place" in path.read_text("utf-8-sig")


def test_what_is_printed_says_its_doubts_too(coded: Project, run: Runner) -> None:
    for how in ("--csv", "--json"):
        ran = run("quotes", "--context", "0", how, cwd=coded.directory)
        assert "1 doubtful place not reviewed" in ran.out, how
        assert "NOT SEARCHED FOR" in ran.out or '"not_searched_for": "names of people"' in ran.out


def test_what_a_search_shows_is_quoted_too(coded: Project) -> None:
    assert dict(search_notes(coded, Asked(), "reply", context=40).doubts) == {"N1": 2}
    assert dict(search_notes(coded, Asked(), "reply", context=0).doubts) == {"N1": 1}


@pytest.mark.parametrize("command", [("export",), ("report",), ("codebook", "export")])
def test_each_command_wants_something_to_search_with(
    coded: Project, run: Runner, people: Path, command: tuple[str, ...]
) -> None:
    refused = run(*command, cwd=coded.directory)
    assert refused.code == 2
    assert "--unsearched" in refused.err
    assert not any(coded.exports.iterdir())
    assert run(*command, "--people", people, cwd=coded.directory).code == 0
    assert run(*command, "--unsearched", cwd=coded.directory).code == 0


def test_a_refusal_names_the_files_that_are_still_there(coded: Project, people: Path) -> None:
    with coded.database() as db, db.writing():
        db.execute("UPDATE cases SET site = 'Quarrington House'")
    export(coded, unsearched=True)
    (coded.exports / "theirs.csv").write_text("a,b\n1,2\n")
    with pytest.raises(LeakError) as refused:
        export(coded, people=people)
    assert "still in" in refused.value.hint
    assert "cases.csv" in refused.value.hint
    assert "theirs.csv" not in refused.value.hint
    assert "Quarrington" not in str(refused.value)


def test_a_forgotten_memo_may_be_in_files(coded: Project, run: Runner, people: Path) -> None:
    here = coded.directory
    written = run("memo", "write", "note:N1", "Ask Kestrel", "--coder", "amina", "--json", cwd=here)
    assert written.code == 0, written.err
    memo = json.loads(run("memo", "list", "--coder", "amina", "--json", cwd=here).out)[0]["id"]
    export(coded, people=people, memos=True)
    ran = run("memo", "delete", memo, "--forget", "--coder", "amina", cwd=here)
    assert ran.code == 0, ran.err
    assert "memos.csv" in ran.err
    assert "cases.csv" not in ran.err


def test_files_with_ids_of_cases_are_their_owners(coded: Project, people: Path) -> None:
    written = export(coded, people=people)
    assert {path.stat().st_mode & 0o777 for path in written} == {0o600}


def test_the_record_lists_what_was_written_and_not_what_was_refused(
    coded: Project, people: Path
) -> None:
    with pytest.raises(LeakError):
        export(coded, people=people, quotations=True)
    assert record_of(coded).exports == ()
    export(coded, people=people)
    page = write_report(coded, people=people)
    assert page
    said = [said for _, said in record_of(coded).exports]
    assert [each.split(";")[0].split(" of ")[0] for each in said] == [
        "written: 1 references",
        "written: a report",
    ]
    with coded.database() as db:
        assert [said[:13] for _, said in facts.logged(db, REFUSED)] == ["not written: "]


NAME = "Merfyn Quarrington"


def test_a_name_in_the_codebook_can_be_forgotten(
    coded: Project, run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = coded.directory

    def book(*words: str) -> Any:
        return run("codebook", *words, cwd=here)

    added = book("add", "chasing", f"Chasing {NAME}", "--why", f"as {NAME.lower()} asked")
    assert added.code == 0, added.err
    monkeypatch.setattr("sys.stdin", io.StringIO(NAME))
    refused = book("forget")
    assert refused.code == 2
    assert "as it is now" in refused.err
    assert book("undo", "--why", "a slip").code == 0
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{NAME.upper()}\n"))
    ran = book("forget")
    assert ran.code == 0, ran.err
    assert "forgotten in" in ran.out
    assert "forgotten in 0" not in ran.out
    printed = ran.out + ran.err + book("log").out
    assert "quarrington" not in printed.lower()
    assert "(forgotten)" in printed
    for path in (here / "corpus").glob("notecode.db*"):
        assert b"quarrington" not in path.read_bytes().lower(), path.name
    assert book("redo").code == 0, "an earlier version can still be gone back to"
    assert "(forgotten)" in coded.codebook_path.read_text(encoding="utf-8")


def test_too_little_is_not_looked_for(coded: Project) -> None:
    from notecode.project.codebook.forgetting import forget_in_codebook

    with pytest.raises(UsageError, match="too little"):
        forget_in_codebook(find_project(coded.directory), " a ")


def test_a_sample_is_not_kept_with_the_project(
    coded: Project, run: Runner, tmp_path: Path, people: Path
) -> None:
    notes = tmp_path / "notes.csv"
    notes.write_text(
        "Note ID,Case Ref,Area,Contact Date,Contact Type,Role,Note\n"
        "N1,C1,North,03/02/2017,Telephone,Case Manager,Rang Merfyn Quarrington.\n"
    )
    sampled = ("sample-for-labelling", notes, "--people", people, "--notes", "1", "-o")
    refused = run(*sampled, coded.directory / "corpus" / "label.jsonl", cwd=coded.directory)
    assert refused.code == 2
    assert "corpus/" in refused.err
    target = tmp_path / "secure" / "label.jsonl"
    assert run(*sampled, target, cwd=coded.directory).code == 0
    drawn = json.loads(target.read_text().splitlines()[0])["sample"]
    assert {key: drawn[key] for key in ("seed", "notes", "frame", "sites")} == {
        "seed": 1,
        "notes": 1,
        "frame": 1,
        "sites": 1,
    }
    assert drawn["by"]
    shutil.rmtree(target.parent)
