"""The whole method on a piece of the bundled sample: what `notecode demo` promises."""

import csv
import json
import shutil
from pathlib import Path

import pytest

from notecode.errors import LeakError, ProjectError
from notecode.model import Span
from notecode.project import Project, find_project
from notecode.project import demo as use_case
from notecode.project.coding.session import open_coding
from notecode.project.demo import GOLD, run_demo
from notecode.project.setup import create_project
from notecode.project.status import project_status
from notecode.store import facts

SAMPLE = Path(__file__).parents[2] / "corpus" / "sample"
WANTED = ("S1-04", "S2-07")


def quiet(verb: str):  # type: ignore[no-untyped-def]
    del verb
    return lambda done, total, unit: None


@pytest.fixture
def piece(project: Project) -> Project:
    """A project with two cases of the sample."""
    return cut_out(project)


def cut_out(project: Project) -> Project:
    """Put two cases of the sample into a project."""
    target = project.directory / "corpus" / "sample"
    target.mkdir()
    kept: set[str] = set()
    for name, column in (
        ("notes.csv", "Case Ref"),
        ("people.csv", "case_id"),
        ("cases.csv", "case_id"),
    ):
        with (SAMPLE / name).open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            rows = [row for row in reader if row[column] in WANTED]
            fields = list(reader.fieldnames or ())
        kept |= {row["Note ID"] for row in rows if "Note ID" in row}
        with (target / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, fields)
            writer.writeheader()
            writer.writerows(rows)
    for name in ("gold_codes.jsonl", "gold_identifiers.jsonl"):
        gold = (SAMPLE / name).read_text(encoding="utf-8").splitlines()
        lines = [line for line in gold if json.loads(line)["id"] in kept]
        (target / name).write_text("\n".join(lines), encoding="utf-8")
    return project


@pytest.fixture(scope="session")
def shown_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Where the demo has run on the two cases, and what it said."""
    directory = tmp_path_factory.mktemp("demo") / "study"
    create_project(directory, "Study")
    return directory, demo(cut_out(find_project(directory)))


@pytest.fixture
def shown(shown_once: tuple[Path, str]) -> str:
    """What the demo said."""
    return shown_once[1]


@pytest.fixture
def done(tmp_path: Path, shown_once: tuple[Path, str]) -> Project:
    """A project in which the demo has run."""
    return find_project(shutil.copytree(shown_once[0], tmp_path / "study"))


def demo(project: Project, *, fresh: bool = False) -> str:
    said: list[str] = []
    run_demo(find_project(project.directory), said.append, quiet, fresh=fresh)
    return "\n".join(said)


def gold_references(project: Project) -> list[dict[str, object]]:
    path = project.directory / "corpus" / "sample" / "gold_codes.jsonl"
    notes = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [reference for note in notes for reference in note["references"]]


def test_the_demo_does_what_it_says(done: Project, shown: str) -> None:
    assert shown.startswith("SYNTHETIC")
    assert "Anonymised 2 cases" in shown
    assert "none found in the database" in shown
    assert "mentions of listed people: no name as listed is left" in shown
    assert "pseudonymised, not\nanonymous" in shown, "the limit is said with the result"
    status = project_status(done)
    assert status.synthetic
    assert status.coders == {GOLD: len(gold_references(done))}
    assert (done.exports / "references.csv").read_text("utf-8-sig").count("SYNTHETIC") > 5
    with (SAMPLE / "people.csv").open(encoding="utf-8", newline="") as file:
        people = [row for row in csv.DictReader(file) if row["case_id"] in WANTED]
    everything = shown + "".join(
        path.read_bytes().decode("utf-8", "replace")
        for folder in (done.exports, done.database_path.parent)
        for path in folder.iterdir()
        if path.is_file()
    )
    for person in people:
        full = f"{person['first_name']} {person['last_name']}".strip()
        if person["first_name"] and person["last_name"]:
            assert full not in everything


def test_gold_decisions_lie_on_the_same_words_after_masking(done: Project) -> None:
    with open_coding(done, GOLD) as session:
        for note_id in session.note_ids():
            opened = session.open_note(note_id)
            for reference in opened.references:
                passage = reference.span.cut(opened.note.text)
                assert passage == passage.strip()
                assert passage.count("[") == passage.count("]")
                assert (reference.origin, reference.coder) == ("gold", GOLD)


def test_running_it_again_keeps_everything_ones_own_coding_included(
    done: Project, shown: str
) -> None:
    with open_coding(done, GOLD) as session:
        note = session.open_note(next(iter(session.note_ids())))
        session.delete(note.references[0].id)
    with open_coding(done, "amina") as session:
        session.code_span(note.note.id, Span(0, 4), "disruption")
    again = demo(done)
    assert "2 cases had been anonymised before" in again
    assert "Anonymised" not in again
    coders = project_status(done).coders
    assert coders == {GOLD: len(gold_references(done)) - 1, "amina": 1}
    assert "none found" in shown


@pytest.mark.slow
def test_a_fresh_demo_sets_the_old_database_aside(done: Project) -> None:
    with open_coding(done, "amina") as session:
        session.code_span(session.note_ids()[0], Span(0, 4), "disruption")
    demo(done, fresh=True)
    assert project_status(done).coders == {GOLD: len(gold_references(done))}
    (old,) = done.database_path.parent.glob("notecode-*.db")
    shutil.move(old, done.database_path)
    assert project_status(done).coders["amina"] == 1


def test_a_name_that_got_through_is_reported_and_not_shown(
    done: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (SAMPLE / "people.csv").open(encoding="utf-8", newline="") as file:
        surname = next(r["last_name"] for r in csv.DictReader(file) if r["case_id"] in WANTED)
    monkeypatch.setattr(use_case, "_shown_path", lambda path: f"{surname}/")
    with pytest.raises(LeakError, match="still there") as caught:
        demo(done)
    assert surname not in str(caught.value)


def test_a_labelled_mention_that_was_not_masked_is_told_by_its_note(piece: Project) -> None:
    """The labels know of a mention that no search recognises: here, the word "with"."""
    sample = piece.directory / "corpus" / "sample"
    with (sample / "people.csv").open(encoding="utf-8", newline="") as file:
        person = next(csv.DictReader(file))
    with (sample / "notes.csv").open(encoding="utf-8", newline="") as file:
        note = next(
            row
            for row in csv.DictReader(file)
            if row["Case Ref"] == person["case_id"] and " with " in row["Note"]
        )
    start = note["Note"].index(" with ") + 1
    span = {"start": start, "end": start + 4, "type": "PERSON", "entity": person["person_id"]}
    labels = sample / "gold_identifiers.jsonl"
    lines = list(map(json.loads, labels.read_text(encoding="utf-8").splitlines()))
    next(line for line in lines if line["id"] == note["Note ID"])["spans"].append(span)
    labels.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert f"other forms\n(initials, misspellings) are, in notes {note['Note ID']}" in demo(piece)


def test_a_labelled_name_as_listed_that_was_not_masked_fails_the_demo(done: Project) -> None:
    with done.database() as db:
        name, record = next(iter(facts.load_facts(db, "labelled mentions ").items()))
        facts.save_fact(db, name, json.dumps({**json.loads(record), "names": ["N00042"]}))
    with pytest.raises(LeakError, match="1 labelled names of the people file") as caught:
        demo(done)
    assert caught.value.where == "N00042"


def test_without_the_sample_the_demo_says_where_it_comes_from(project: Project) -> None:
    with pytest.raises(ProjectError, match="the synthetic sample is not here"):
        demo(project)
