"""References that wait for another look, the log, the life of a code, and other forms taken in."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from living_study import BOOK, code_as

from notecode.errors import (
    ConflictError,
    InputError,
    LeakError,
    ProjectError,
    UsageError,
    WriteError,
)
from notecode.model import Code, Span
from notecode.project import Project
from notecode.project.codebook import changes as living
from notecode.project.codebook import exchange, history
from notecode.project.codebook import queue as queueing
from notecode.project.codebook.changes import Author
from notecode.project.codebook.checking import left_open
from notecode.project.coding.session import CodingSession, open_coding
from notecode.project.project import current_codebook

WHO = Author(name="lead", why="disagreement")


@pytest.fixture
def study(study: Project) -> Project:
    code_as(study, "amina", ("N1", 0, 5, "chat"), ("N2", 0, 5, "chat"), ("N2", 0, 5, "ring"))
    code_as(study, "ben", ("N1", 0, 5, "chat"))
    return study


@contextmanager
def as_amina(project: Project) -> Iterator[CodingSession]:
    with open_coding(project, "amina") as session:
        yield session


def waiting(project: Project) -> list[tuple[str, str, str, str]]:
    return [(w.note_id, w.coder, w.code, w.reason) for w in queueing.waiting(project)]


def test_a_sharpened_definition_sets_earlier_references_waiting(study: Project) -> None:
    assert waiting(study) == []
    living.define(study, "chat", {"not_when": "It is about the case."}, WHO)
    assert waiting(study) == [
        ("N1", "amina", "chat", "definition"),
        ("N1", "ben", "chat", "definition"),
        ("N2", "amina", "chat", "definition"),
    ]
    with as_amina(study) as session:
        session.code_span("N3", Span(0, 4), "chat")
    assert len(waiting(study)) == 3
    assert queueing.count_waiting(study) == {("chat", "definition"): 3}
    assert [w.coder for w in queueing.waiting(study, coder="ben")] == ["ben"]
    assert queueing.waiting(study, code="ring") == []


@pytest.mark.parametrize(
    "changes",
    [
        {"label": "Chat"},
        {"key": "x"},
        {"example": "Said hello."},
        {"definition": "Light\n  words."},
        {"colour": "#56B4E9"},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_what_does_not_change_the_meaning_sets_none_waiting(
    study: Project, changes: dict[str, str]
) -> None:
    living.define(study, "chat", dict(changes), WHO)
    assert waiting(study) == []


def test_to_keep_or_recode_is_a_coders_action_that_can_be_undone(study: Project) -> None:
    living.define(study, "chat", {"definition": "Few words."}, WHO)
    first, second = (w.reference for w in queueing.waiting(study, coder="amina"))
    done = queueing.decide(study, "amina", {first: queueing.KEEP, second: "talk"})
    assert (done.kept, done.recoded, done.refused) == (1, 1, ())
    assert [w.coder for w in queueing.waiting(study)] == ["ben"]
    with as_amina(study) as session:
        session.undo()
        session.undo()
    assert len(waiting(study)) == 3


def test_decisions_that_cannot_be_are_refused_one_by_one(study: Project) -> None:
    living.define(study, "chat", {"definition": "Few words."}, WHO)
    bens = queueing.waiting(study, coder="ben")[0].reference
    mine = [w.reference for w in queueing.waiting(study, coder="amina")]
    done = queueing.decide(study, "amina", {bens: queueing.KEEP, mine[1]: "ring", mine[0]: "talk"})
    assert (done.kept, done.recoded) == (0, 1)
    assert "you have no reference" in done.refused[0]
    assert "has Ringing already" in done.refused[1]


def test_going_back_empties_the_queue(study: Project) -> None:
    living.define(study, "chat", {"definition": "Few words."}, WHO)
    living.undo(study, WHO)
    assert waiting(study) == []


def test_a_split_and_a_vanished_code_set_their_references_waiting(study: Project) -> None:
    living.split(study, "chat", [("gossip", "Gossip"), ("greeting", "")], WHO)
    assert {(code, reason) for _, _, code, reason in waiting(study)} == {("chat", "split")}
    text = study.codebook_path.read_text(encoding="utf-8")
    start = text.index("  - id: ring")
    study.codebook_path.write_text(text[:start] + text[text.index("agencies:") :])
    assert ("N2", "amina", "ring", "gone") in waiting(study)
    left = left_open(study, current_codebook(study))
    assert (left.vanished, left.waiting) == ({"ring": 1}, {"chat": 3})


def test_a_vanished_agency_is_told_with_its_references(study: Project) -> None:
    with as_amina(study) as session:
        (reference, *_) = session.open_note("N1").references
        session.toggle_agency(reference.id, "police")
    text = BOOK.replace("id: police", "id: the-police")
    study.codebook_path.write_text(text, encoding="utf-8")
    left = left_open(study, current_codebook(study))
    assert (left.vanished, left.vanished_agencies) == ({}, {"police": 1})
    living.undo(study, WHO)
    assert left_open(study, current_codebook(study)).vanished_agencies == {}


def test_a_code_split_and_kept_as_parent_counts_those_coded_since(study: Project) -> None:
    living.split(study, "chat", [("gossip", "Gossip")], WHO, beneath=True)
    book = current_codebook(study)
    assert (book.code_by_id["chat"].status, book.code_by_id["gossip"].parent) == ("active", "chat")
    with as_amina(study) as session:
        session.code_span("N3", Span(0, 4), "chat")
    assert len(waiting(study)) == 3


def test_merged_references_wait_once_their_heir_means_something_else(study: Project) -> None:
    living.merge(study, "chat", "ring", WHO)
    assert waiting(study) == []
    living.define(study, "ring", {"definition": "By telephone or in passing."}, WHO)
    assert [(note, coder) for note, coder, _, _ in waiting(study)] == [
        ("N1", "amina"),
        ("N1", "ben"),
        ("N2", "amina"),
    ]


def test_a_new_id_alone_sets_none_waiting(study: Project) -> None:
    living.rename(study, "chat", WHO, new_id="small-talk")
    assert waiting(study) == []
    living.define(study, "small-talk", {"definition": "Few words."}, WHO)
    assert len(waiting(study)) == 3


LINES = [
    ('{"reference": "A", "keep": true}', {"A": ""}),
    ('{"reference": "A", "recode": "talk", "note": "N1"}', {"A": "talk"}),
    ('{"reference": "A", "code": "chat"}', {}),
    ('{"reference": "A", "keep": false}\n\n{"reference": "B", "keep": true}', {"B": ""}),
]


@pytest.mark.parametrize(("text", "decisions"), LINES)
def test_decisions_are_read_from_lines(
    tmp_path: Path, text: str, decisions: dict[str, str]
) -> None:
    path = tmp_path / "d.jsonl"
    path.write_text(text)
    assert queueing.read_decisions(path) == decisions


def test_every_line_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    wrong = [
        "{",
        '{"note": "N1"}',
        "3",
        '{"reference": "A", "keep": "yes"}',
        '{"reference": "A", "recode": 3}',
        '{"reference": "A", "keep": true, "recode": "talk"}',
    ]
    path.write_text("\n".join(['{"reference": "A", "keep": true}', *wrong]))
    with pytest.raises(InputError) as caught:
        queueing.read_decisions(path)
    assert [problem.line for problem in caught.value.problems] == [2, 3, 4, 5, 6, 7]
    with pytest.raises(InputError):
        queueing.read_decisions(tmp_path / "none")


def test_the_log_and_the_life_of_a_code(study: Project) -> None:
    living.define(study, "chat", {"definition": "Few words."}, WHO)
    living.merge(study, "chat", "ring", WHO)
    living.undo(study, WHO)
    log = history.codebook_log(study)
    assert [event.action for event in log[-3:]] == ["define", "merge", "undo"]
    assert [event.state for event in log[-3:]] == ["done", "undone", "logged"]
    assert {event.author for event in log[-3:]} == {"lead"}
    assert log[-2].why == "disagreement"
    life = history.life_of(study, "chat")
    assert life.references == 3
    assert [event.action for event, _ in life.events][-3:] == ["define", "merge", "undo"]
    (difference,) = life.events[-3][1]
    assert [(c.field, c.before, c.after) for c in difference.fields] == [
        ("definition", "Light words.", "Few words.")
    ]
    assert [(m.code.definition, m.references) for m in life.meanings] == [
        ("Light words.", 3),
        ("Few words.", 0),
    ]
    with pytest.raises(UsageError, match="no version"):
        history.life_of(study, "nobody")


def test_versions_are_named_in_many_ways(study: Project, tmp_path: Path) -> None:
    first = living.freeze(study, "one", WHO)
    living.define(study, "chat", {"definition": "Few words."}, WHO)
    now = current_codebook(study).digest
    number = history.codebook_log(study)[-1].id
    for one in ("", "one", first.after[:8]):
        before, after, (found,) = history.differences(study, one)
        assert (before, after, found.id) == (first.after, now, "chat")
    assert history.differences(study, f"#{number}")[2] == ()
    path = tmp_path / "draft.yaml"
    path.write_text(BOOK.replace("id: ring", "id: call"))
    found = history.differences(study, "one", str(path))[2]
    assert [(d.id, d.what) for d in found] == [("call", "added"), ("ring", "gone")]
    for unknown in ("two", "abc", "#999", ""):
        if unknown:
            with pytest.raises(UsageError, match="version of the codebook"):
                history.differences(study, unknown)


@pytest.mark.parametrize("form", ["csv", "xlsx", "qdc"])
def test_a_codebook_goes_out_and_comes_in_again(study: Project, form: str) -> None:
    path = exchange.export_codebook(study, study.exports / f"codebook.{form}", unsearched=True).path
    done = exchange.import_codebook(study, path, WHO)
    assert (done.differences, done.changed) == ((), None)
    living.define(study, "chat", {"definition": "Other words."}, WHO)
    living.retire(study, "ring", WHO)
    tried = exchange.import_codebook(study, path, replace(WHO, dry_run=True))
    assert [(d.id, [c.field for c in d.fields]) for d in tried.differences] == [
        ("chat", ["definition"]),
        ("ring", ["key", "status"]),
    ]
    before = study.codebook_path.read_text()
    exchange.import_codebook(study, path, WHO)
    assert current_codebook(study).code_by_id["chat"].definition == "Light words."
    living.undo(study, WHO)
    assert study.codebook_path.read_text() == before


def test_new_codes_and_agencies_come_in_parents_first(study: Project, tmp_path: Path) -> None:
    path = tmp_path / "more.csv"
    path.write_text(
        "facet,label,parent,definition,key,aliases\n"
        "activity,Whispering,Murmuring,Softly.,t,\n"
        "activity,Murmuring,talk,Low.,m,\n"
        "agency,Housing,,Landlords.,,housing | HA (exact)\n"
        "agency,Police,,All police.,,\n"
    )
    exchange.import_codebook(study, path, WHO)
    book = current_codebook(study)
    assert book.code_by_id["whispering"].parent == "murmuring"
    assert book.code_by_id["whispering"].key == ""
    assert book.code_by_id["murmuring"].key == "m"
    assert [alias.exact for alias in book.agency_by_id["housing"].aliases] == [False, True]
    assert book.agency_by_id["police"].definition == "All police."
    assert history.codebook_log(study)[-1].action == "import"


def test_a_file_of_another_form_becomes_a_codebook_of_its_own(
    study: Project, tmp_path: Path
) -> None:
    path = exchange.export_codebook(study, tmp_path / "codebook.qdc", unsearched=True).path
    made = exchange.convert_codebook(path, tmp_path / "own.yaml", "Own")
    book = current_codebook(study)
    assert (made.codes, made.agencies, made.title) == (book.codes, book.agencies, "Own")
    with pytest.raises(ConflictError, match="already"):
        exchange.convert_codebook(path, tmp_path / "own.yaml", "Own")


WRONG: list[tuple[str, str, type[Exception]]] = [
    ("x.docx", "", UsageError),
    ("x.csv", "label\n", InputError),
    ("x.csv", "label,parent\nA,nobody\n", InputError),
    ("x.qdc", "<x/>", InputError),
]


@pytest.mark.parametrize(("name", "content", "error"), WRONG)
def test_what_cannot_come_in_changes_nothing(
    study: Project, tmp_path: Path, name: str, content: str, error: type[Exception]
) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(error):
        exchange.import_codebook(study, tmp_path / name, WHO)
    assert study.codebook_path.read_text() == BOOK


def test_a_codebook_with_a_name_in_it_does_not_go_out(study: Project, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text("Case,Role,First name,Last name\nC1,SU,Merfyn,Quarrington\n")
    code = Code(id="wave", label="Waving", definition="", example="Merfyn Quarrington waved.")
    living.add(study, code, WHO)
    with pytest.raises(LeakError):
        exchange.export_codebook(study, tmp_path / "out.html", people=people)
    assert not (tmp_path / "out.html").exists()
    with pytest.raises(UsageError, match="cannot be written as"):
        exchange.export_codebook(study, tmp_path / "out.docx", unsearched=True)
    with pytest.raises(WriteError, match="no such directory"):
        exchange.export_codebook(study, tmp_path / "mistyped" / "out.csv", unsearched=True)
    assert not (tmp_path / "mistyped").exists()


def test_lines_of_the_queue_can_be_decided_on(
    study: Project, run: Callable[..., object], tmp_path: Path
) -> None:
    living.define(study, "chat", {"definition": "Few words."}, WHO)
    ran = run("codebook", "queue", "--json-lines", "--coder", "amina", cwd=study.directory)
    lines = [json.loads(line) for line in ran.out.splitlines()]  # type: ignore[attr-defined]
    assert {line["note"] for line in lines} == {"N1", "N2"}
    path = tmp_path / "d.jsonl"
    path.write_text("\n".join(json.dumps({**line, "keep": True}) for line in lines))
    ran = run("codebook", "queue", "--apply", path, "--coder", "amina", cwd=study.directory)
    assert ran.out == "2 kept, 0 recoded\n"  # type: ignore[attr-defined]
    assert [w.coder for w in queueing.waiting(study)] == ["ben"]


def test_before_anything_is_stored_reading_makes_no_database(
    project: Project, tmp_path: Path
) -> None:
    assert history.codebook_log(project) == []
    assert history.differences(project)[2] == ()
    path = tmp_path / "draft.yaml"
    path.write_text(project.codebook_path.read_text().replace("id: positioning", "id: place"))
    assert {d.id for d in history.differences(project, str(path))[2]} == {"place", "positioning"}
    with pytest.raises(UsageError, match="version of the codebook"):
        history.differences(project, "one")
    with pytest.raises(ProjectError):
        history.life_of(project, "contact")
    assert not project.database_path.exists()


@pytest.fixture
def named(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text("Case,Role,First name,Last name\nC1,SU,Merfyn,Quarrington\n")
    return path


@pytest.mark.parametrize("where", ["title: Small", "Words pass."])
def test_a_name_in_a_codebook_is_found_before_there_are_notes(
    project: Project, named: Path, tmp_path: Path, where: str
) -> None:
    """In its title too, which pages print; and without the people file that is told."""
    text = BOOK.replace(where, f"{where} Merfyn Quarrington")
    assert text != BOOK
    project.codebook_path.write_text(text)
    assert not project.database_path.exists()
    for form in exchange.WRITERS:
        with pytest.raises(LeakError) as caught:
            exchange.export_codebook(project, tmp_path / f"out.{form}", people=named)
        assert "Merfyn" not in str(caught.value)
    assert (
        exchange.export_codebook(project, tmp_path / "a.md", unsearched=True).unsearched
        == "names of people"
    )
    project.codebook_path.write_text(BOOK)
    assert exchange.export_codebook(project, tmp_path / "b.md", people=named).unsearched == ""
    assert not project.database_path.exists()


def test_a_coder_of_that_name_does_not_hide_it(study: Project, named: Path) -> None:
    with open_coding(study, "Merfyn") as session:
        session.code_span("N3", Span(0, 5), "chat")
    living.rename(study, "chat", WHO, label="Merfyn")
    with pytest.raises(LeakError, match="label of entry 2"):
        exchange.export_codebook(study, study.exports / "out.csv", people=named)


def test_trying_to_take_a_codebook_in_leaves_nothing_behind(
    project: Project, tmp_path: Path
) -> None:
    """With a byte order mark and line ends of another system, which stay."""
    written = b"\xef\xbb\xbf" + BOOK.replace("\n", "\r\n").encode()
    project.codebook_path.write_bytes(written)
    path = tmp_path / "more.csv"
    path.write_text("label,definition\nWhispering,Softly.\n")
    tried = exchange.import_codebook(project, path, replace(WHO, dry_run=True))
    assert [(d.id, d.what) for d in tried.differences] == [("whispering", "added")]
    assert not project.database_path.exists()
    assert project.codebook_path.read_bytes() == written
    done = exchange.import_codebook(project, path, WHO)
    assert done.differences == tried.differences
    assert project.codebook_path.read_bytes().startswith(written[:40])
    assert current_codebook(project).code_by_id["whispering"].definition == "Softly."
