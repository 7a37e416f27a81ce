"""Answers to suggestions stand, whatever becomes of the ids of the codes."""

import pytest

from notecode.project import Project
from notecode.project.codebook import changes as living
from notecode.project.codebook.changes import Author
from notecode.project.coding.session import open_coding
from notecode.project.evaluating.preview import Preview, preview
from notecode.project.suggesting import suggest
from notecode.store import suggestions as stored_suggestions


def quiet(done: int, total: int, unit: str) -> None:
    del done, total, unit


def open_questions(project: Project) -> set[tuple[str, int, str]]:
    """What is still asked of amina."""
    with project.database() as db:
        return {
            (s.note_id, s.span.start, s.code)
            for note in ("N1", "N2", "N3")
            for s in stored_suggestions.open_suggestions(db, note, "amina")
        }


@pytest.fixture
def decided(stored: Project) -> Project:
    """The stored notes, suggested for; amina has said no to everything."""
    suggest(stored, quiet)
    with open_coding(stored, "amina") as session:
        with stored.database() as db:
            made = stored_suggestions.current_suggestions(db)
        assert made
        for suggestion in made:
            session.reject(suggestion.id)
    return stored


LEAD = Author(name="lead", why="clearer")


def test_after_a_code_has_another_id_nothing_that_was_answered_is_asked_again(
    decided: Project,
) -> None:
    with decided.database() as db:
        code = stored_suggestions.current_suggestions(db)[0].code
    living.rename(decided, code, LEAD, new_id="another-id")
    assert open_questions(decided) == set()
    assert preview(decided) == Preview((), ())
    with decided.database() as db:
        answered = stored_suggestions.decided_questions(db)
        assert {
            answered[s.note_id, s.span.start, s.span.end, s.code]
            for s in stored_suggestions.current_suggestions(db)
        } == {"rejected"}
    assert suggest(decided, quiet).notes == 3
    assert open_questions(decided) == set()
    with decided.database() as db:
        assert "another-id" in {s.code for s in stored_suggestions.current_suggestions(db)}
        assert db.value("SELECT count(*) FROM open_suggestions WHERE coder = 'amina'") == 0
    living.undo(decided, LEAD)
    suggest(decided, quiet)
    assert open_questions(decided) == set()


def test_after_a_merger_a_rule_does_not_ask_for_the_heir_what_it_asked_before(
    decided: Project,
) -> None:
    with decided.database() as db:
        codes = sorted({s.code for s in stored_suggestions.current_suggestions(db)})
    living.merge(decided, codes[0], codes[1], LEAD)
    suggest(decided, quiet)
    assert open_questions(decided) == set()


def test_what_was_coded_by_hand_is_not_asked_for_under_its_former_id(stored: Project) -> None:
    suggest(stored, quiet)
    with stored.database() as db:
        made = stored_suggestions.current_suggestions(db)[0]
    with open_coding(stored, "amina") as session:
        session.code_span(made.note_id, made.span, made.code)
    before = open_questions(stored)
    living.rename(stored, made.code, LEAD, new_id="another-id")
    with stored.database() as db:
        suggestions_now = stored_suggestions.open_suggestions(db, made.note_id, "amina")
    assert made.span not in [s.span for s in suggestions_now if s.code == made.code]
    assert len(open_questions(stored)) == len(before)
