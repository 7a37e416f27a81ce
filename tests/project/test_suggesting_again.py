"""Suggesting again: an answer stands, an edited rule opens only what is new, a dry run tells."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from notecode.cli.start import notecode
from notecode.errors import CodebookError
from notecode.model import Span
from notecode.project import Project
from notecode.project.coding.session import open_coding
from notecode.project.evaluating.preview import Preview, preview
from notecode.project.evaluating.suggestions import measure_on_gold
from notecode.project.suggesting import suggest
from notecode.store import suggestions as stored_suggestions


def quiet(done: int, total: int, unit: str) -> None:
    del done, total, unit


def edit(project: Project, old: str, new: str) -> None:
    """Change the project's codebook as a researcher would."""
    text = project.codebook_path.read_text(encoding="utf-8")
    assert old in text
    project.codebook_path.write_text(text.replace(old, new, 1), encoding="utf-8")


def open_questions(project: Project) -> set[tuple[str, int, str]]:
    """What is still asked of amina."""
    with project.database() as db:
        return {
            (s.note_id, s.span.start, s.code)
            for note in ("N1", "N2", "N3")
            for s in stored_suggestions.open_suggestions(db, note, "amina")
        }


RULES = """
rules:
  - {id: rings, code: information-sharing, says: ['reply', 'update', 'application']}
  - {id: meets, code: child-safeguarding, says: ['core group']}
"""


@pytest.fixture
def decided(stored: Project) -> Project:
    """The stored notes, suggested for by two rules; amina has said no to everything."""
    text = stored.codebook_path.read_text(encoding="utf-8")
    stored.codebook_path.write_text(text[: text.index("\nrules:\n")] + RULES, encoding="utf-8")
    suggest(stored, quiet)
    with open_coding(stored, "amina") as session:
        with stored.database() as db:
            made = stored_suggestions.current_suggestions(db)
        assert made
        for suggestion in made:
            session.reject(suggestion.id)
    return stored


def test_an_edited_rule_does_not_ask_again_what_was_answered(decided: Project) -> None:
    assert open_questions(decided) == set()
    edit(decided, "id: meets, ", "id: meets, weight: 0.9, ")
    edit(decided, "says: ['core group'", "says: ['core', 'core group'")
    assert suggest(decided, quiet).notes == 3
    assert open_questions(decided) == set()


def test_what_an_edited_rule_adds_is_asked(decided: Project) -> None:
    new = "rules:\n  - {id: stays, code: safety-planning, says: ['plan stay']}\n"
    edit(decided, "rules:\n", new)
    found = preview(decided, "stays").suggestions
    assert [(d.change, d.note_id, d.code, d.answer, d.coded) for d in found] == [
        ("added", "N3", "safety-planning", "", True)
    ]
    assert open_questions(decided) == set()
    suggest(decided, quiet)
    assert {(note, code) for note, _, code in open_questions(decided)} == {
        ("N3", "safety-planning")
    }
    assert preview(decided) == Preview((), ())


def test_a_dry_run_tells_what_goes_and_how_it_was_answered(decided: Project) -> None:
    with decided.database() as db:
        one = stored_suggestions.current_suggestions(db)[0]
    edit(decided, f"id: {one.rule},", f"id: {one.rule}, contact_types: [None such],")
    gone = [d for d in preview(decided, one.rule).suggestions if d.change == "dropped"]
    assert gone
    assert {d.answer for d in gone} == {"rejected"}
    with decided.database() as db:
        assert one in stored_suggestions.current_suggestions(db)


def test_a_dry_run_gives_the_sentences_and_their_notes(decided: Project) -> None:
    edit(decided, "says: ['core group']", "says: ['plan stay']")
    found = preview(decided).suggestions
    assert [(d.change, d.note_id, d.answer, d.text) for d in found] == [
        ("added", "N3", "", "[SW_1] says the plan stays."),
        ("dropped", "N3", "rejected", "Core group held."),
    ]
    assert "plan" not in repr(found), "a traceback shows no words of a note"


def test_a_dry_run_tells_mentions_that_come_and_go_with_an_agencys_names(decided: Project) -> None:
    edit(decided, "\nagencies:\n", "\nagencies:\n  - {id: plans, label: Plans, aliases: [plan]}\n")
    found = preview(decided)
    assert [(m.change, m.note_id, m.agency) for m in found.mentions] == [("added", "N3", "plans")]
    (one,) = found.mentions
    assert (one.before, one.text, one.after) == (
        "Core group held. [SW_1] says the ",
        "plan",
        " stays.",
    )
    assert preview(decided, "meets").mentions == (), "another rule found them"
    assert preview(decided, one.rule).mentions == found.mentions
    suggest(decided, quiet)
    assert preview(decided) == Preview((), ())
    edit(decided, "aliases: [plan]", "aliases: [the plan]")
    assert preview(decided).mentions == (), "the same agency on the same words"
    edit(decided, "aliases: [the plan]", "aliases: [planners]")
    assert [(m.change, m.text) for m in preview(decided).mentions] == [("dropped", "plan")]


def test_what_a_dry_run_prints(decided: Project, run: Callable[..., Any]) -> None:
    edit(decided, "says: ['core group']", "says: ['plan stay']")
    edit(decided, "\nagencies:\n", "\nagencies:\n  - {id: plans, label: Plans, aliases: [held]}\n")
    numbers = run("suggest", "--dry-run", cwd=decided.directory)
    assert numbers.code == 0, numbers.err
    assert "meets                        added       1           1" in numbers.out
    assert "plans                        added       1" in numbers.out
    assert "says the plan stays" not in numbers.out
    assert "--show" in numbers.out
    shown = run("suggest", "--dry-run", "--show", cwd=decided.directory).out
    assert "+ N3 child-safeguarding (meets): [SW_1] says the plan stays." in shown
    assert "- N3 child-safeguarding (meets, rejected): Core group held." in shown
    assert "+ N3 plans (alias:plans:held): Core group »held«. [SW_1] says the plan stays." in (
        shown.replace("\n    ", " ")
    )
    few = run("suggest", "--dry-run", "--rule", "meets", "--limit", "1", cwd=decided.directory).out
    assert "Shown: the first 1 of 2 suggestions (--limit 0 shows all)." in few
    assert "plans" not in few
    found = json.loads(run("suggest", "--dry-run", "--json", cwd=decided.directory).out)
    assert [each["text"] for each in found["suggestions"]] == [
        "[SW_1] says the plan stays.",
        "Core group held.",
    ]
    assert [each["agency"] for each in found["mentions"]] == ["plans"]
    assert run("suggest", "--show", cwd=decided.directory).code == 2
    assert run("suggest", "--limit", "3", cwd=decided.directory).code == 2


def answers(project: Project) -> dict[str, str]:
    """What was answered to each suggestion, by its id."""
    with project.database() as db:
        made = stored_suggestions.current_suggestions(db)
        decided = stored_suggestions.decided_questions(db)
    questions = {(s.note_id, s.span.start, s.span.end, s.code): s.id for s in made}
    return {questions[question]: answer for question, answer in decided.items()}


def test_taken_as_another_code_a_question_was_not_answered_with_yes(stored: Project) -> None:
    suggest(stored, quiet)
    with stored.database() as db:
        one, other = stored_suggestions.current_suggestions(db)[:2]
    with open_coding(stored, "amina") as session:
        session.accept(one.id, "behaviour-change")
        session.accept(other.id, span=Span(other.span.start, other.span.end - 1))
        assert answers(stored) == {one.id: "recoded", other.id: "accepted"}
        session.code_span(one.note_id, one.span, one.code)
        assert answers(stored)[one.id] == "accepted", "the words have that code too"
        session.undo()
    with open_coding(stored, "ben") as session:
        session.accept(one.id)
    assert answers(stored)[one.id] == "both"


def test_a_rule_that_is_not_there_is_said(stored: Project) -> None:
    with pytest.raises(CodebookError, match="no rule"):
        preview(stored, "child-proces")


def test_a_run_over_what_has_not_changed_does_nothing(decided: Project) -> None:
    assert suggest(decided, quiet).notes == 0


GOLD = {
    "id": "g1",
    "case_id": "c1",
    "site": "Site 1",
    "text": "Rang Idva, no reply. Quiet day.",
    "mentions": [{"start": 5, "end": 9, "agency": "idva"}],
    "references": [
        {"start": 0, "end": 20, "activity": "information-sharing", "agencies": ["idva"]}
    ],
}


def test_gold_and_predictions_from_the_command_line(stored: Project, tmp_path: Path) -> None:
    gold, out = tmp_path / "gold.jsonl", tmp_path / "out.jsonl"
    gold.write_text(json.dumps(GOLD) + "\n", encoding="utf-8")
    assert measure_on_gold(stored, [gold]).figures.activities.hits == 1
    base = ["evaluate", "suggestions", str(gold), "--project", str(stored.directory)]
    done = CliRunner().invoke(notecode, [*base, "--predictions", str(out), "--json"])
    assert done.exit_code == 0, done.output
    figures = json.loads(done.output)
    assert figures["activities"]["f1"]["value"] == 1.0
    assert "Rang" not in done.output
    (line,) = out.read_text(encoding="utf-8").splitlines()
    predicted = json.loads(line)
    assert predicted["mentions"] == [
        {"start": 5, "end": 9, "agency": "idva", "rule": "alias:idva:idva"}
    ]
    (one,) = predicted["suggestions"]
    assert (one["activity"], one["agencies"]) == ("information-sharing", ["idva"])
    assert set(one) == {"start", "end", "activity", "agencies", "rule", "score"}
    table = CliRunner().invoke(notecode, base)
    assert "By rule" in table.output
    assert all(len(row) <= 80 for row in table.output.splitlines())
    wrong = CliRunner().invoke(notecode, [*base, "--coder", "amina"])
    assert wrong.exit_code == 2


def test_a_dry_run_from_the_command_line_stores_nothing(stored: Project) -> None:
    base = ["suggest", "--project", str(stored.directory)]
    dry = CliRunner().invoke(notecode, [*base, "--dry-run"])
    assert dry.exit_code == 0, dry.output
    assert "added" in dry.output
    with stored.database() as db:
        assert stored_suggestions.current_suggestions(db) == ()
    assert CliRunner().invoke(notecode, [*base, "--rule", "x"]).exit_code == 2
