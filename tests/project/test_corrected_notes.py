"""Notes corrected in a later export: what lies on them goes along or waits; nothing is lost."""

from dataclasses import replace

import pytest

from notecode.errors import ConflictError, ProjectError, ReviewError
from notecode.model import Suggestion
from notecode.project.anonymising.recasting import identify
from notecode.project.anonymising.study import AnonymiseSummary, anonymise
from notecode.project.coding.done_notes import toggle_done
from notecode.project.coding.session import open_coding
from notecode.project.status import project_status
from notecode.store import references, suggestions
from notecode.store import review as stored_review
from review_study import NOTES, ReviewStudy

CALL = "T/C to Zebediah Quillfeather about housing."


def correct(review: ReviewStudy, note_id: str, old: str, new: str) -> None:
    assert old in NOTES[note_id]
    review.write({**NOTES, note_id: NOTES[note_id].replace(old, new)})


def run(review: ReviewStudy, *, aside: bool = False) -> list[AnonymiseSummary]:
    told: list[AnonymiseSummary] = []
    anonymise(review.project, review.inputs, lambda *_: None, aside=aside, jobs=1, told=told.append)
    return told


def coded(review: ReviewStudy, note_id: str) -> list[str]:
    with review.project.database() as db:
        found = references.all_references_on(db, note_id)
    return [reference.span.cut(review.text(note_id)) for reference in found]


def code(review: ReviewStudy, note_id: str, *parts: str) -> None:
    with open_coding(review.project, "amina") as session:
        for part in parts:
            session.code_span(note_id, review.span(note_id, part), "information-sharing")


def log_of(review: ReviewStudy) -> list[tuple[str, str]]:
    with review.project.database() as db:
        rows = db.rows("SELECT coder, summary FROM events WHERE action = 'set aside'")
        return [(row[0], row[1]) for row in rows]


def test_what_lies_on_unchanged_words_goes_along(review: ReviewStudy) -> None:
    code(review, "N1", "T/C to [SU] about housing.", "Emailed police.")
    correct(review, "N1", "The lodger", "On Friday the lodger")
    (done,) = run(review)
    assert (done.changed, done.set_aside) == (1, 0)
    assert coded(review, "N1") == ["T/C to [SU] about housing.", "Emailed police."]
    review.write({**NOTES, "N1": CALL + " ENTERED IN ERROR"})
    with pytest.raises(ProjectError, match="not stored"):
        run(review)


def test_a_case_is_refused_with_the_way_out_and_the_rest_is_told(review: ReviewStudy) -> None:
    code(review, "N1", "about housing")
    correct(review, "N1", "about housing", "about debts")
    told: list[AnonymiseSummary] = []
    with pytest.raises(ProjectError, match="--set-aside") as caught:
        anonymise(review.project, review.inputs, lambda *_: None, jobs=1, told=told.append)
    assert "N1" in str(caught.value)
    assert "Quillfeather" not in str(caught.value)
    assert [(each.changed, each.cases) for each in told] == [(1, 0)]
    assert review.text("N1").startswith("T/C to [SU] about housing.")


def test_words_that_come_up_in_another_sentence_are_not_carried(review: ReviewStudy) -> None:
    code(review, "N1", "police")
    correct(review, "N1", "Emailed police.", "No reply. He was visited by police.")
    with pytest.raises(ProjectError, match="not stored"):
        run(review)
    (done,) = run(review, aside=True)
    assert (done.set_aside, coded(review, "N1")) == (1, [])


def test_what_lost_its_words_waits_until_its_coder_has_done_the_note_again(
    review: ReviewStudy,
) -> None:
    code(review, "N1", "about housing", "Emailed police")
    with open_coding(review.project, "amina") as session:
        toggle_done(session, "N1")
    correct(review, "N1", "about housing", "about debts")
    (done,) = run(review, aside=True)
    assert done.set_aside == 1
    assert any("set aside" in str(each) for each in done.warnings)
    assert coded(review, "N1") == ["Emailed police"]
    ((coder, what),) = log_of(review)
    assert coder == "amina"
    assert "information-sharing" in what
    assert "housing" not in what
    assert project_status(review.project).set_aside == 1
    with open_coding(review.project, "amina") as session:
        toggle_done(session, "N1")
    assert project_status(review.project).set_aside == 0


def test_a_decision_on_a_suggestion_blocks_nothing_for_good(review: ReviewStudy) -> None:
    suggestion = Suggestion(
        id="",
        note_id="N1",
        span=review.span("N1", "about housing"),
        code="information-sharing",
        agencies=(),
        rule="r1",
        rule_version="v1",
        evidence=(),
    )
    with review.project.database() as db:
        suggestions.save_suggestions(
            db, ["N1"], [], [replace(suggestion, id=identify(suggestion))], codebook="k"
        )
    with open_coding(review.project, "amina") as session:
        session.reject(identify(suggestion))
    correct(review, "N1", "about housing", "about debts")
    with pytest.raises(ProjectError, match="decision on suggestion"):
        run(review)
    (done,) = run(review, aside=True)
    assert done.set_aside == 1
    assert review.text("N1").startswith("T/C to [SU] about debts.")
    assert [what.endswith("information-sharing, rejected") for _, what in log_of(review)] == [True]
    with open_coding(review.project, "amina") as session, pytest.raises(ConflictError):
        session.undo()
    assert not run(review)[0].set_aside


def test_a_reference_never_passes_to_another_person(review: ReviewStudy) -> None:
    review.write({**NOTES, "N3": "T/C Tamzin Orrell. They spoke about a place."})
    run(review, aside=True)
    tag = review.text("N3").removeprefix("T/C ").split(".")[0]
    assert tag.startswith("[PERSON_")
    code(review, "N3", f"T/C {tag}")
    review.write({**NOTES, "N3": "T/C Ngozi Adeyinka. They spoke about a place."})
    with pytest.raises(ProjectError, match="not stored"):
        run(review)
    assert coded(review, "N3") == [f"T/C {tag}"]
    # Nor by a review of the corrected export.
    with pytest.raises((ProjectError, ReviewError)):
        review.decide("N1", "police", "mask", type="PLACE")
    assert coded(review, "N3") == [f"T/C {tag}"]
    run(review, aside=True)
    assert review.text("N3").startswith("T/C [VS].")
    assert coded(review, "N3") == []


def test_a_mark_of_the_review_stays_where_its_decision_lies_alone(review: ReviewStudy) -> None:
    reviewer = review.reviewer()
    for note_id in NOTES:
        reviewer.mark_reviewed(note_id)
    review.people(
        "case_id,person_id,role,first_name,last_name\n"
        "C1,P1,SU,Zebediah,Quillfeather\nC1,P2,VS,Ngozi,Adeyinka\nC1,P3,FAMILY,Otolie,Prewitt\n"
    )
    review.decide("N1", "police", "mask", type="PLACE")
    with review.project.database() as db:
        assert stored_review.reviewed_notes(db) == {"N1", "N3"}, "N2 reads otherwise by itself"
