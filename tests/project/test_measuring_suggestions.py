"""Rules held against coding: which notes and answers count, which rules are named, and falls."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from notecode.errors import ProjectError
from notecode.model import Span, Suggestion
from notecode.project import Project
from notecode.project.codebook.changes import Author, rename
from notecode.project.coding.done_notes import toggle_done
from notecode.project.coding.session import CodingSession, open_coding
from notecode.project.evaluating.precision import LEAST, Judged, Precision, judge, load_recorded
from notecode.project.evaluating.precision import record as record_precision
from notecode.project.evaluating.suggestions import MeasuredSuggestions, measure_on_coding
from notecode.project.suggesting import suggest
from notecode.store import suggestions as stored_suggestions
from notecode.suggesting.evaluation import Agreement

RULES = """
rules:
  - {id: rings, code: information-sharing, says: ['office', 'reply', 'update', 'application']}
  - {id: meets, code: child-safeguarding, says: ['core group']}
"""


@pytest.fixture
def study(stored: Project) -> Project:
    """Three notes under two rules: `rings` asks about N1 twice and N2 twice, `meets` about N3."""
    text = stored.codebook_path.read_text(encoding="utf-8")
    stored.codebook_path.write_text(text[: text.index("\nrules:\n")] + RULES, encoding="utf-8")
    suggest(stored, lambda *_: None)
    return stored


@pytest.fixture
def amina(study: Project) -> Iterator[CodingSession]:
    with open_coding(study, "amina") as session:
        yield session


def asked(project: Project) -> dict[str, list[Suggestion]]:
    """The suggestions on each note."""
    found: dict[str, list[Suggestion]] = {}
    with project.database() as db:
        for each in stored_suggestions.current_suggestions(db):
            found.setdefault(each.note_id, []).append(each)
    assert {note: len(each) for note, each in found.items()} == {"N1": 2, "N2": 2, "N3": 1}
    return found


def by_rule(measured: MeasuredSuggestions) -> dict[str, tuple[int, int]]:
    """Right and false of each rule."""
    return {each.label: (each.hits, each.false) for each in measured.figures.by_rule}


def test_who_has_answered_nothing_has_nothing_to_hold_rules_against(study: Project) -> None:
    with pytest.raises(ProjectError, match="nobody has"):
        measure_on_coding(study)
    with pytest.raises(ProjectError, match="'amina' has"):
        measure_on_coding(study, "amina")


def test_a_rejection_counts_on_a_note_where_nothing_is_coded(
    study: Project, amina: CodingSession
) -> None:
    questions = asked(study)
    amina.accept(questions["N1"][0].id)
    amina.accept(questions["N1"][1].id)
    assert by_rule(measure_on_coding(study, "amina")) == {"rings": (2, 0)}
    amina.reject(questions["N2"][0].id)
    measured = measure_on_coding(study, "amina")
    assert by_rule(measured) == {"rings": (2, 1)}, "the other one on N2 is still open"
    assert measured.definitions[0].startswith("Compared: every suggestion on 1 note that amina")
    assert (
        "one more note, where nothing is coded, what amina answered alone"
        in (measured.definitions[0])
    )
    amina.reject(questions["N3"][0].id)
    measured = measure_on_coding(study, "amina")
    assert by_rule(measured) == {"rings": (2, 1), "meets": (0, 1)}
    assert measured.figures.notes == 3
    amina.undo()
    assert by_rule(measure_on_coding(study, "amina")) == {"rings": (2, 1)}


def test_a_rejection_counts_under_another_id_of_its_code(study: Project) -> None:
    with open_coding(study, "amina") as session:
        session.reject(asked(study)["N3"][0].id)
    rename(study, "child-safeguarding", Author(name="lead"), new_id="safeguarding")
    assert by_rule(measure_on_coding(study, "amina")) == {"meets": (0, 1)}


def test_rejections_alone_are_enough(study: Project, amina: CodingSession) -> None:
    for question in asked(study)["N2"]:
        amina.reject(question.id)
    measured = measure_on_coding(study, "amina")
    assert by_rule(measured) == {"rings": (0, 2)}
    assert measured.figures.activities.recall.value is None, (
        "nothing is coded, so nothing is missed"
    )
    with pytest.raises(ProjectError):
        measure_on_coding(study, "ben")


def test_a_note_that_is_done_without_a_reference_was_coded_to_the_end(
    study: Project, amina: CodingSession
) -> None:
    toggle_done(amina, "N2")
    assert by_rule(measure_on_coding(study, "amina")) == {"rings": (0, 2)}


def test_a_further_code_first_and_the_suggested_one_second_agrees(
    study: Project, amina: CodingSession
) -> None:
    one, other = asked(study)["N1"]
    amina.accept(one.id, "behaviour-change")
    amina.code_span("N1", one.span, one.code)
    amina.accept(other.id)
    with study.database() as db:
        rows = db.rows("SELECT origin FROM coded_references ORDER BY created, id")
    assert sorted(row[0] for row in rows) == ["hand", "rule", "rule-changed"]
    assert by_rule(measure_on_coding(study)) == {"rings": (2, 0)}


def test_notes_with_names_in_place_of_tags_are_read_as_they_are_suggested_for(
    study: Project,
) -> None:
    text = study.codebook_path.read_text(encoding="utf-8")
    rule = "  - {id: rung, code: disruption, says: ['@probation']}\n"
    study.codebook_path.write_text(text + rule, encoding="utf-8")
    with study.database() as db, db.writing():
        db.execute("UPDATE notes SET text = replace(text, '[OM_1]', 'Gorwick') WHERE id = 'N1'")
        db.execute("INSERT INTO masks VALUES ('N1', 7, 14, 'OM', 'Gorwick', 'roster', 1.0)")
    suggest(study, lambda *_: None)
    with study.database() as db:
        one = next(s for s in stored_suggestions.current_suggestions(db) if s.rule == "rung")
    with open_coding(study, "amina") as session:
        session.reject(one.id)
    assert by_rule(measure_on_coding(study)) == {"rung": (0, 1)}


def test_a_reference_of_the_code_above_is_not_the_suggested_one(study: Project) -> None:
    text = study.codebook_path.read_text(encoding="utf-8")
    finer = text.replace("code: child-safeguarding, says", "code: change-tools, says")
    study.codebook_path.write_text(finer, encoding="utf-8")
    with open_coding(study, "amina") as session:
        session.code_span("N3", Span(0, 16), "behaviour-change")
        measured = measure_on_coding(study)
        assert by_rule(measured) == {"meets": (0, 1)}
        assert any("of a code above theirs: 1 of 1;" in each for each in measured.definitions)
        codes = {each.label: each for each in measured.figures.by_code}
        assert codes["behaviour-change"].hits == 1, "it is right about the code above"
        session.undo()
        session.code_span("N3", Span(0, 16), "change-tools")
        assert by_rule(measure_on_coding(study)) == {"meets": (1, 0)}


def test_a_code_beneath_the_suggested_one_agrees(study: Project) -> None:
    text = study.codebook_path.read_text(encoding="utf-8")
    wider = text.replace("code: child-safeguarding, says", "code: behaviour-change, says")
    study.codebook_path.write_text(wider, encoding="utf-8")
    with open_coding(study, "amina") as session:
        session.code_span("N3", Span(0, 16), "change-tools")
    measured = measure_on_coding(study)
    assert by_rule(measured) == {"meets": (1, 0)}
    codes = {each.label: (each.found, each.missed) for each in measured.figures.by_code}
    assert codes == {"change-tools": (0, 1), "behaviour-change": (1, 0)}


def rows_of(**rules: tuple[int, int]) -> list[Agreement]:
    """Rules with so many right of so many, in one case each."""
    from notecode.intervals import share_of

    none = share_of([])
    return [
        Agreement(
            label=rule, hits=hits, false=of - hits, coarser=0, found=0, missed=0,
            precision=share_of([(hits, of)]), recall=none, f1=none,
        )
        for rule, (hits, of) in rules.items()
    ]  # fmt: skip


def names(found: tuple[Precision, ...]) -> list[str]:
    return [each.rule for each in found]


def test_a_rule_with_few_suggestions_is_not_said_to_fall_short() -> None:
    judged = judge(
        rows_of(lone=(0, 1), few=(1, LEAST - 1), enough=(2, LEAST), good=(5, 5), silent=(0, 0)),
        0.5,
        {},
    )
    assert names(judged.short) == ["enough"]
    assert names(judged.too_few) == ["lone", "few"]
    assert names(judged.every) == ["lone", "few", "enough", "good"]
    assert judged.fallen == ()


def falls(judged: Judged) -> dict[str, tuple[str, str, bool]]:
    return {
        each.now.rule: (str(each.before), str(each.now), each.beyond_chance)
        for each in judged.fallen
    }


def test_every_fall_since_it_was_recorded_is_named(stored: Project) -> None:
    first = judge(rows_of(a=(4, 5), b=(50, 50), c=(1, 2), d=(3, 4)), 0.5, {})
    record_precision(stored, "coding of lena", first)
    recorded = load_recorded(stored, "coding of lena")
    later = judge(rows_of(a=(4, 8), b=(10, 50), c=(2, 4), d=(4, 5)), 0.5, recorded)
    assert falls(later) == {
        "a": ("0.80, 4 of 5 right", "0.50, 4 of 8 right", False),
        "b": ("1.00, 50 of 50 right", "0.20, 10 of 50 right", True),
    }
    assert load_recorded(stored, "coding of ben") == {}, "another measure is another matter"
    record_precision(stored, "coding of lena", later)
    again = judge(rows_of(a=(4, 8)), 0.5, load_recorded(stored, "coding of lena"))
    assert again.fallen == ()
    assert load_recorded(stored, "coding of lena")["d"].precision.right == 4


def test_from_the_command_line(
    study: Project, amina: CodingSession, run: Callable[..., Any]
) -> None:
    questions = asked(study)
    for question in (*questions["N1"], *questions["N2"], *questions["N3"]):
        amina.accept(question.id)
    ran = run("evaluate", "suggestions", "--record", cwd=study.directory)
    assert ran.code == 0, ran.err
    assert ran.out.startswith("3 notes of 1 case, held against coding of all coders\n")
    assert "Recorded: the precision of 2 rules." in ran.out
    assert "fell" not in ran.out
    amina.undo()
    amina.reject(questions["N3"][0].id)
    ran = run("evaluate", "suggestions", "--coder", "amina", "--record", cwd=study.directory)
    assert "fell" not in ran.out, "that is not what was recorded"
    ran = run("evaluate", "suggestions", cwd=study.directory)
    assert "Rules whose precision fell since it was recorded" in ran.out
    assert "meets: 1.00, 1 of 1 right on" in ran.out
    assert "fewer than 5 suggestions: too few to say\n  meets: 0 of 1 right" in ran.out
    assert "Rules that fall short" not in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80
    row = next(line for line in ran.out.splitlines() if line.startswith("rings"))
    assert row.split()[:5] == ["rings", "4", "0", "1.00", "0.51-1.00"]
    found = json.loads(run("evaluate", "suggestions", "--json", cwd=study.directory).out)
    assert found["definitions"][0].startswith("Compared:")
    assert found["fewest_suggestions_to_say"] == LEAST
    assert [each["rule"] for each in found["rules_too_few_to_say"]] == ["meets"]
    (fall,) = found["rules_that_fell"]
    assert (fall["rule"], fall["before"]["right"], fall["now"]["right"]) == ("meets", 1, 0)
