"""Names of local services learnt from a project's notes, and what a new note re-opens."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from notecode.project import Project, find_project
from notecode.project.evaluating.preview import preview
from notecode.project.evaluating.suggestions import measure_on_gold
from notecode.project.suggesting import names_learnt, suggest
from notecode.store import suggestions as stored_suggestions
from notecode.store.notes import load_notes


def quiet(done: int, total: int, unit: str) -> None:
    del done, total, unit


def say(project: Project, note_id: str, text: str) -> None:
    """Give a note another text, as a corrected export does: what was found on it is void."""
    with project.database() as db, db.writing():
        db.execute("DELETE FROM mentions WHERE note_id = ?", (note_id,))
        db.execute("UPDATE suggestions SET current = 0 WHERE note_id = ?", (note_id,))
        db.execute("DELETE FROM suggested_notes WHERE note_id = ?", (note_id,))
        db.execute("UPDATE notes SET text = ? WHERE id = ?", (text, note_id))


def learnt_mentions(project: Project) -> list[tuple[str, str]]:
    with project.database() as db:
        texts = {note.id: note.text for note in load_notes(db)}
        found = stored_suggestions.current_mentions(db)
    return [
        (each.note_id, each.span.cut(texts[each.note_id]))
        for each in found
        if each.rule.startswith("learnt:")
    ]


def started(stored: Project) -> None:
    say(stored, "N1", "Quillmoor rang back about the rent.")
    say(stored, "N2", "Saw [SU] at home.")
    say(stored, "N3", "Rang [OM_1].")


def test_a_note_that_explains_a_name_re_opens_those_that_use_it(stored: Project) -> None:
    started(stored)
    assert suggest(stored, quiet).notes == 3
    assert learnt_mentions(stored) == []
    say(stored, "N2", "Letter from Quillmoor Homes.")
    assert suggest(stored, quiet).notes == 2, "the new text, and the note that uses the name"
    assert ("N1", "Quillmoor") in learnt_mentions(stored)
    assert suggest(stored, quiet).notes == 0
    say(stored, "N2", "Letter from the council.")
    assert suggest(stored, quiet).notes == 2
    assert learnt_mentions(stored) == []


def test_an_interrupted_run_goes_on_to_the_same_end(
    stored: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    started(stored)
    suggest(stored, quiet)
    say(stored, "N3", "Letter from Quillmoor Homes.")
    monkeypatch.setattr("notecode.project.suggesting._BATCH", 1)

    def ends(done: int, total: int, unit: str) -> None:
        del done, total, unit
        raise KeyboardInterrupt

    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            suggest(stored, ends)
    assert suggest(stored, quiet).notes == 0
    assert ("N1", "Quillmoor") in learnt_mentions(stored)


def test_a_refused_name_is_not_learnt_and_that_runs_the_notes_again(stored: Project) -> None:
    started(stored)
    say(stored, "N2", "Letter from Quillmoor Homes.")
    suggest(stored, quiet)
    settings = stored.directory / "notecode.toml"
    settings.write_text(
        settings.read_text(encoding="utf-8") + '\n[suggest]\nno_names = ["Quillmoor"]\n',
        encoding="utf-8",
    )
    again = find_project(stored.directory)
    assert names_learnt(again) == ()
    assert suggest(again, quiet).notes == 3
    assert learnt_mentions(again) == []
    assert suggest(again, quiet).notes == 0
    none = replace(again, settings=replace(again.settings, no_names=("*",)))
    assert names_learnt(none) == ()


def test_a_name_in_a_note_all_in_capitals_is_re_opened_too(stored: Project) -> None:
    started(stored)
    say(stored, "N1", "Quillmoor rang back about the rent.")
    say(stored, "N3", "QUILLMOOR RANG BACK ABOUT THE RENT.")
    suggest(stored, quiet)
    say(stored, "N2", "Letter from Quillmoor Homes.")
    assert suggest(stored, quiet).notes == 3
    assert ("N3", "QUILLMOOR") in learnt_mentions(stored)


def test_a_file_of_coded_notes_is_learnt_from_by_its_texts(stored: Project) -> None:
    row = {"case_id": "C", "site": "Northvale", "references": [], "non_mentions": [], "neutral": []}
    texts = {"G1": "Letter from Quillmoor Homes.", "G2": "Quillmoor rang back about the rent."}
    spans = {"G1": (12, 27), "G2": (0, 9)}
    lines = []
    for note_id, text in texts.items():
        start, end = spans[note_id]
        marked = [{"start": start, "end": end, "agency": "housing"}]
        lines.append(json.dumps(row | {"id": note_id, "text": text, "mentions": marked}))
    gold = stored.directory / "gold.jsonl"
    gold.write_text("\n".join(lines), encoding="utf-8")
    found = measure_on_gold(stored, [gold]).predictions
    assert [("learnt:housing" in json.dumps(each)) for each in found] == [True, True]


def test_a_dry_run_learns_too_and_stores_nothing(stored: Project) -> None:
    started(stored)
    suggest(stored, quiet)
    say(stored, "N2", "Letter from Quillmoor Homes.")
    found = preview(stored, "learnt:housing")
    assert ("added", "N1", "Quillmoor") in [(m.change, m.note_id, m.text) for m in found.mentions]
    assert learnt_mentions(stored) == []


def test_the_command_lists_names_with_the_notes_that_explain_them(
    stored: Project, run: Callable[..., Any]
) -> None:
    started(stored)
    assert "No names" in run("suggest", "--names", cwd=stored.directory).out
    say(stored, "N2", "Letter from Quillmoor Homes.")
    assert (
        "Site 1: Quillmoor is housing, says N2 (before its noun)"
        in run("suggest", "--names", cwd=stored.directory).out
    )
    said = json.loads(run("suggest", "--names", "--json", cwd=stored.directory).out)
    assert said == {
        "names": [
            {
                "site": "Site 1",
                "name": "Quillmoor",
                "agency": "housing",
                "notes": ["N2"],
                "how": ["before its noun"],
            }
        ]
    }
    assert run("suggest", "--names", "--dry-run", cwd=stored.directory).code == 2
