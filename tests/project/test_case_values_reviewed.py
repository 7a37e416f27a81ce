"""A review masks more words, or a name comes into the people file: what supports a value stays."""

from notecode.project.coding.case_values import Place, Support, case_lines, quotation, set_value
from notecode.project.coding.session import CodingSession, open_coding
from review_study import ReviewStudy

HOUSING = Place("housing")


def support(session: CodingSession, study: ReviewStudy, part: str) -> None:
    note = session.open_note("N1").note
    passage = Support(note, study.span("N1", part))
    set_value(session, "C1", HOUSING, "value", "hostel", support=passage)


def supported(session: CodingSession) -> str:
    (line,) = (line for line in case_lines(session, "C1") if line.place == HOUSING)
    return quotation(session, line.value)


def test_a_passage_behind_a_mask_goes_with_its_words(review: ReviewStudy) -> None:
    with open_coding(review.project, "amina") as session:
        support(session, review, "The lodger")
        support(session, review, "Emailed police.")
        before = review.text("N1")
        review.decide("N1", "lodger", "mask", type="PERSON")
        assert review.text("N1") != before
        assert supported(session) == "Emailed police."
        session.undo()
        # What supported it has been masked in part; its passage is the tag and what stood before.
        assert supported(session).startswith("The [")
        assert "lodger" not in supported(session)


def test_no_word_of_a_masked_passage_is_left_on_disk(review: ReviewStudy) -> None:
    with open_coding(review.project, "amina") as session:
        support(session, review, "lodger pillowed")
        review.decide("N1", "lodger", "mask", type="PERSON")
        assert supported(session).endswith("pillowed")
    assert review.words_on_disk("lodger") == []
