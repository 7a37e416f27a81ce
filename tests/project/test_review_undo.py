"""What was done last is what is taken back, whatever it was."""

import pytest

from notecode.errors import ReviewError
from notecode.project.reviewing.reviewer import Reviewer
from notecode.store import review as stored_review
from review_study import NOTES, ReviewStudy


def state(review: ReviewStudy) -> tuple[set[str], list[str], int, str]:
    with review.project.database() as db:
        return (
            set(stored_review.reviewed_notes(db)),
            list(stored_review.signed_off(db)),
            stored_review.progress(db).flags,
            review.text("N1"),
        )


def everything(
    review: ReviewStudy, session: Reviewer
) -> list[tuple[set[str], list[str], int, str]]:
    """Every kind of act, with the state before each and after the last."""
    seen = [state(review)]
    for act in (
        lambda: session.mark_reviewed("N1"),
        lambda: session.decide([review.wish("N2", "[PERSON_1]", "dismiss")]),
        lambda: session.mark_reviewed("N2"),
        lambda: session.decide([review.wish("N1", "lodger", "mask", type="PERSON")]),
        lambda: session.mark_reviewed("N3"),
        lambda: session.sign_off("C1"),
        lambda: session.withdraw_sign_off("C1"),
        lambda: session.mark_reviewed("N3", reviewed=False),
    ):
        act()
        seen.append(state(review))
    return seen


def test_undo_walks_back_through_every_act_and_redo_forth(review: ReviewStudy) -> None:
    session = review.reviewer()
    seen = everything(review, session)
    for expected in reversed(seen[:-1]):
        assert session.undo() is not None
        assert state(review) == expected
    assert session.undo() is None
    for expected in seen[1:]:
        assert session.redo() is not None
        assert state(review) == expected
    assert session.redo() is None


def test_after_a_new_act_nothing_can_be_redone(review: ReviewStudy) -> None:
    session = review.reviewer()
    session.decide([review.wish("N2", "[PERSON_1]", "dismiss")])
    session.undo()
    session.mark_reviewed("N1")
    assert session.redo() is None
    assert review.decisions("undone") == []
    undone = session.undo()
    assert undone is not None
    assert undone.note_id == "N1"


def test_an_undo_that_changes_a_signed_off_case_ends_the_sign_off(review: ReviewStudy) -> None:
    session = review.reviewer()
    session.decide([review.wish("N2", "[PERSON_1]", "dismiss")])
    other = review.reviewer("bea")
    for note_id in NOTES:
        other.mark_reviewed(note_id)
    other.sign_off("C1")
    undone = session.undo()
    assert undone is not None
    assert undone.sign_off_dropped
    assert state(review)[1] == []


def test_what_cannot_be_put_back_does_not_bar_what_was_before(review: ReviewStudy) -> None:
    session = review.reviewer()
    session.decide([review.wish("N2", "[PERSON_1]", "dismiss")])
    for note_id in NOTES:
        session.mark_reviewed(note_id)
    session.sign_off("C1")
    session.withdraw_sign_off("C1")
    review.reviewer("bea").mark_reviewed("N1", reviewed=False)
    with pytest.raises(ReviewError, match="yet: 1 note is not reviewed"):
        session.undo()
    undone = session.undo()
    assert undone is not None
    assert undone.summary == "case C1 signed off"
