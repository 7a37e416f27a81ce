"""A labelling session: what is saved, undone, refused; the file afterwards. Synthetic notes."""

import json
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from notecode.errors import CodingError, ConflictError, InputError, WriteError
from notecode.model import Span
from notecode.project.evaluating import anonymisation as evaluating
from notecode.project.evaluating.labelling import KEEP, LabellingSession, open_labelling

TEXT = "Mr Dorian Mabb's OM Ann Pryce rang from the Marac. Dorian was out, Zelda too."
MORE = "Zelda rang. Dorian did not."


def line(note_id: str, case_id: str = "C1", text: str = TEXT, **more: Any) -> dict[str, Any]:
    return {
        "id": note_id,
        "case_id": case_id,
        "site": "North",
        "date": "2017-03-02",
        "text": text,
        "roster": [
            {"id": "su", "role": "SU", "first_name": "Dorian", "last_name": "Mabb"},
            {"id": "om", "role": "OM", "first_name": "Ann", "known_as": ["Annie"]},
        ],
        "agencies": ["Marac"],
        "spans": [],
        "must_not_mask": [],
        "done": False,
        "note of my own": "é",
        **more,
    }


@pytest.fixture
def path(tmp_path: Path) -> Path:
    lines = [line("N1"), line("N2", text=MORE), line("N3", "C2", MORE, roster=[])]
    file = tmp_path / "label.jsonl"
    file.write_text("".join(json.dumps(each) + "\n" for each in lines), encoding="utf-8")
    file.chmod(0o644)
    return file


@pytest.fixture
def session(path: Path) -> LabellingSession:
    return open_labelling(path)


def on_disk(path: Path) -> list[dict[str, Any]]:
    return [json.loads(each) for each in path.read_text(encoding="utf-8").splitlines()]


def place(part: str, text: str = TEXT) -> Span:
    return Span(text.index(part), text.index(part) + len(part))


def test_a_label_is_in_the_file_at_once(session: LabellingSession, path: Path) -> None:
    label = session.label(0, place("Mr Dorian Mabb's"), "PERSON")
    assert label.span.cut(TEXT) == "Dorian Mabb"
    assert on_disk(path)[0]["spans"] == [
        {"start": 3, "end": 14, "type": "PERSON", "identifier_type": "DIRECT"}
    ]
    session.say_who(0, label, "su")
    assert on_disk(path)[0]["spans"][0]["entity"] == "su"
    session.label(0, place("Marac"), KEEP)
    assert on_disk(path)[0]["must_not_mask"] == [{"start": 44, "end": 49}]


def test_everything_else_in_the_file_stays(session: LabellingSession, path: Path) -> None:
    before = on_disk(path)
    session.label(1, place("Zelda", MORE), "PERSON")
    after = on_disk(path)
    assert after[0] == before[0]
    assert after[2] == before[2]
    changed = {key for key in after[1] if after[1][key] != before[1][key]}
    assert changed == {"spans"}
    assert list(after[1]) == list(before[1])


def test_the_file_is_for_its_owner_alone_once_saved(session: LabellingSession, path: Path) -> None:
    assert path.stat().st_mode & 0o777 == 0o644
    session.set_done(0, done=True)
    assert path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["label.jsonl"]


def test_a_name_means_the_same_person_throughout_its_case(session: LabellingSession) -> None:
    label = session.label(0, place("Zelda"), "PERSON")
    assert label.entity == ""
    session.say_who(0, label, session.another_person(0))
    assert session.label(1, place("Zelda", MORE), "PERSON").entity == "other-1"
    assert session.label(2, place("Zelda", MORE), "PERSON").entity == ""


def test_the_people_of_a_case(session: LabellingSession) -> None:
    assert [(each.id, each.shown) for each in session.people_of(1)] == [
        ("su", "SU Dorian Mabb"),
        ("om", "OM Ann (Annie)"),
    ]
    session.say_who(0, session.label(0, place("Zelda"), "PERSON"), session.another_person(0))
    assert [each.shown for each in session.people_of(1)][-1] == "Zelda"
    assert session.another_person(1) == "other-2"
    assert session.people_of(2) == []
    assert "Dorian" not in repr(session.people_of(0))


def test_labelling_again_changes_bounds_and_keeps_the_person(session: LabellingSession) -> None:
    session.say_who(0, session.label(0, place("Dorian"), "PERSON"), "su")
    again = session.label(0, place("Dorian Mabb"), "PERSON")
    assert again.entity == "su"
    assert len(session.notes[0].labels) == 1
    date = session.label(0, place("Dorian Mabb"), "DATE")
    assert (date.entity, date.identifier_type) == ("", "QUASI")
    direct = session.turn_identifier_type(0, date)
    assert direct.identifier_type == "DIRECT"
    assert session.label(0, place("Dorian"), "DATE").identifier_type == "DIRECT"
    assert session.turn_identifier_type(0, session.notes[0].labels[0]).identifier_type == "QUASI"


def test_the_same_words_everywhere(session: LabellingSession) -> None:
    label = session.say_who(0, session.label(0, place("Dorian"), "PERSON"), "su")
    assert session.label_everywhere(0, label) == 1
    assert [each.entity for each in session.notes[0].labels] == ["su", "su"]
    assert session.label_everywhere(0, label) == 0
    assert session.undo() == 0
    assert len(session.notes[0].labels) == 1


def test_undo_and_redo_are_saved_too(session: LabellingSession, path: Path) -> None:
    assert session.undo() is None
    assert session.redo() is None
    first = session.label(0, place("Dorian"), "PERSON")
    session.label(1, place("Zelda", MORE), "PERSON")
    session.delete(0, first)
    assert session.undo() == 0
    assert len(on_disk(path)[0]["spans"]) == 1
    assert session.undo() == 1
    assert on_disk(path)[1]["spans"] == []
    assert session.redo() == 1
    assert len(on_disk(path)[1]["spans"]) == 1
    session.label(2, place("Dorian", MORE), "PERSON")
    assert session.redo() is None


def test_which_notes_are_done(session: LabellingSession, path: Path) -> None:
    assert (session.first_open(), session.finished) == (0, 0)
    session.set_done(0, done=True)
    session.set_done(0, done=True)
    assert (session.first_open(), session.first_open(1), session.finished) == (1, 2, 1)
    assert session.first_open(2) == 1
    session.set_done(1, done=True)
    session.set_done(2, done=True)
    assert session.first_open() is None
    assert [each["done"] for each in on_disk(path)] == [True, True, True]
    session.undo()
    session.set_done(0, done=False)
    assert [each["done"] for each in on_disk(path)] == [False, True, False]


def test_going_on_another_day(session: LabellingSession, path: Path) -> None:
    session.say_who(0, session.label(0, place("Ann Pryce"), "PERSON"), "om")
    session.set_done(0, done=True)
    again = open_labelling(path)
    assert again.notes == session.notes
    assert again.first_open() == 1
    assert again.undo() is None


def test_another_writer_is_not_overwritten(session: LabellingSession, path: Path) -> None:
    other = open_labelling(path)
    other.label(0, place("Dorian"), "PERSON")
    with pytest.raises(ConflictError):
        session.label(0, place("Zelda"), "PERSON")
    assert session.notes[0].labels == ()
    assert len(on_disk(path)[0]["spans"]) == 1
    path.unlink()
    with pytest.raises(ConflictError):
        other.set_done(0, done=True)


def test_a_full_disk_loses_nothing(
    session: LabellingSession, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.label(0, place("Dorian"), "PERSON")
    before = path.read_bytes()

    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("notecode.project.anonymising.identifiable_files.to_disk", full)
        with pytest.raises(WriteError, match="disk is full"):
            session.label(0, place("Zelda"), "PERSON")
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == ["label.jsonl"]
    assert len(session.notes[0].labels) == 1
    session.label(0, place("Zelda"), "PERSON")
    assert len(on_disk(path)[0]["spans"]) == 2


def test_what_means_nothing(session: LabellingSession) -> None:
    with pytest.raises(CodingError):
        session.label(0, Span(2, 3), "PERSON")
    kept = session.label(0, place("Marac"), KEEP)
    with pytest.raises(CodingError):
        session.turn_identifier_type(0, kept)


def test_a_file_with_problems_is_not_opened(tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id": 1}\n')
    with pytest.raises(InputError) as caught:
        open_labelling(bad)
    assert len(caught.value.problems) == 1


def test_labels_of_a_file_made_elsewhere_count_as_done(tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    made = line("N1")
    del made["done"]
    file.write_text(json.dumps(made) + "\n")
    session = open_labelling(file)
    assert session.finished == 1
    session.label(0, place("Dorian"), "PERSON")
    assert on_disk(file)[0]["done"] is True


def test_text_with_other_line_separators_and_lone_surrogates(tmp_path: Path) -> None:
    file = tmp_path / "odd.jsonl"
    text = "one\u2028Dorian \ud83d x\u0085"
    file.write_text(json.dumps(line("N1", text=text)) + "\n\n" + json.dumps(line("N2")) + "\n")
    session = open_labelling(file)
    session.label(0, place("Dorian", text), "PERSON")
    session.label(1, place("Dorian"), "PERSON")
    again = open_labelling(file)
    assert [len(note.labels) for note in again.notes] == [1, 1]


def test_what_was_labelled_is_what_is_measured(
    session: LabellingSession, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match="none of its notes is labelled"):
        evaluating.measure([path])
    session.say_who(0, session.label(0, place("Dorian Mabb"), "PERSON"), "su")
    session.say_who(0, session.label(0, place("Ann Pryce"), "PERSON"), "om")
    session.label(0, place("Marac"), KEEP)
    session.set_done(0, done=True)
    measured = evaluating.measure([path])
    assert measured.every.notes == 1
    assert measured.every.direct[:2] == (2, 2)
    assert measured.every.kept[:2] == (1, 1)
    assert [str(problem) for problem in measured.warnings] == [
        "label.jsonl: warning: 2 notes are not labelled yet and left out"
    ]


LABEL_WITHOUT_END = """
import sys
from pathlib import Path
from notecode.model import Span
from notecode.project.evaluating.labelling import open_labelling

session = open_labelling(Path(sys.argv[1]))
print("begun", flush=True)
while True:
    label = session.label(0, Span(3, 9), "PERSON")
    session.delete(0, label)
"""


def test_killed_at_any_moment_the_file_is_whole(path: Path) -> None:
    text = path.read_text()
    draw = random.Random(4)
    for _ in range(4):
        process = subprocess.Popen(
            [sys.executable, "-c", LABEL_WITHOUT_END, str(path)], stdout=subprocess.PIPE
        )
        assert process.stdout is not None
        assert process.stdout.readline() == b"begun\n"
        time.sleep(draw.uniform(0.0, 0.1))
        process.kill()
        process.wait()
        process.stdout.close()
        assert len(on_disk(path)) == 3
        session = open_labelling(path)
        assert [each.name for each in path.parent.iterdir()] == ["label.jsonl"]
        assert session.notes[0].text == TEXT
    assert on_disk(path)[1:] == [json.loads(line) for line in text.splitlines()[1:]]


def test_what_a_killed_process_left_is_removed(path: Path) -> None:
    left = path.with_name(".label.jsonl.saving")
    left.write_text("half of it")
    open_labelling(path)
    assert not left.exists()
