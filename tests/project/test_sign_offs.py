"""A sign-off answers for the notes and flags as they were, and for no others."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from notecode.model import Flag, Span
from notecode.project.anonymising.record import write_record
from notecode.project.reviewing.notes import ReviewNotes
from notecode.project.status import project_status
from notecode.store import notes as stored_notes
from notecode.store import review as stored_review
from notecode.store.notes import StoredNote
from review_study import NOTES, ReviewStudy


@pytest.fixture
def signed(review: ReviewStudy) -> ReviewStudy:
    """The study with its one case signed off."""
    session = review.reviewer()
    session.decide([review.wish("N2", "[PERSON_1]", "dismiss")])
    for note_id in NOTES:
        session.mark_reviewed(note_id)
    session.sign_off("C1")
    return review


def is_signed_off(review: ReviewStudy) -> bool:
    with review.project.database() as db:
        return "C1" in stored_review.signed_off(db)


def test_new_notes_of_a_second_export_end_it(signed: ReviewStudy) -> None:
    signed.write({"N9": "They met."})
    done = signed.anonymise()
    assert (done.unsigned_cases, done.unreviewed_notes) == (1, 0)
    assert not is_signed_off(signed)
    assert signed.log()[-1] == "case C1 is no longer signed off: its notes or flags have changed"
    progress = project_status(signed.project).review
    assert progress is not None
    assert (progress.signed_off, progress.no_longer_signed_off) == (0, 1)
    with ReviewNotes(signed.project, signed.reviewer()) as notes:
        assert notes.open("N1").no_longer_signed_off
    (record,) = (path for path in write_record(signed.project) if path.suffix == ".md")
    assert "no longer: changed since" in record.read_text(encoding="utf-8")


def test_the_same_notes_again_do_not_end_it(signed: ReviewStudy) -> None:
    done = signed.anonymise()
    assert (done.unsigned_cases, done.unreviewed_notes) == (0, 0)
    assert is_signed_off(signed)


@pytest.mark.parametrize("by_review", [True, False])
def test_a_new_flag_on_the_same_text_ends_it(signed: ReviewStudy, by_review: bool) -> None:
    note = signed.note("N1")
    with signed.project.database() as db:
        (case,) = stored_notes.load_cases(db)
        masks = stored_notes.load_masks(db, "N1")
        flagged = StoredNote(note=note, masks=masks, flags=(Flag(span=Span(0, 3), reason="why"),))
        stored_notes.save_anonymised_case(
            db, case, [flagged], settings="", now="2018", by_review=by_review
        )
    assert not is_signed_off(signed)


def test_signed_off_anew_it_is_not_said_any_more(signed: ReviewStudy) -> None:
    signed.write({"N9": "They met."})
    signed.anonymise()
    session = signed.reviewer()
    session.mark_reviewed("N9")
    session.sign_off("C1")
    with signed.project.database() as db:
        assert stored_review.no_longer_signed_off(db) == frozenset()
    session.withdraw_sign_off("C1")
    with signed.project.database() as db:
        assert stored_review.no_longer_signed_off(db) == frozenset(), "a person opened it"


def test_a_note_that_is_to_be_reviewed_again_ends_it(signed: ReviewStudy) -> None:
    signed.reviewer().mark_reviewed("N1", reviewed=False)
    assert not is_signed_off(signed)


def test_a_run_says_how_many_notes_and_cases_are_to_be_looked_at_again(
    signed: ReviewStudy, run: Callable[..., Any]
) -> None:
    signed.write(NOTES | {"N1": "Another text altogether."})
    arguments = ("anonymise", *signed.inputs.exports, "--again", "--people", signed.inputs.people)
    said = run(*arguments, cwd=signed.project.directory)
    assert said.code == 0
    assert "1 note counts as reviewed no longer" in said.out
    assert "1 case is no longer signed off" in said.out
    again = json.loads(run(*arguments, "--json", cwd=signed.project.directory).out)
    assert (again["unsigned_cases"], again["unreviewed_notes"]) == (0, 0)
