"""Decisions of a review: applied at once, kept over re-runs, undone, and never with an original."""

import pytest

from notecode.anonymising.engine import load_anonymiser
from notecode.anonymising.flags import GUESS
from notecode.anonymising.leak_check import Leak
from notecode.anonymising.review.rulings import DOUBTFUL, LOST, OUT_OF_REACH, YIELDED
from notecode.errors import (
    ConflictError,
    DeliberateError,
    LeakError,
    ProjectError,
    ReviewError,
    UsageError,
)
from notecode.model import Span
from notecode.project.anonymising import recasting
from notecode.project.anonymising import study as anonymising_case
from notecode.project.anonymising.linking_key import destroy_linking_key
from notecode.project.coding.session import open_coding
from notecode.project.reviewing import reviewer as reviewing_case
from notecode.project.reviewing.to_review import what_is_left
from notecode.project.reviewing.wishes import NEW_PERSON, Wish, reviewer_name
from notecode.store import review as stored_review
from review_study import NOTES, PEOPLE, ReviewStudy


def test_a_word_is_masked_here_and_nowhere_else(review: ReviewStudy) -> None:
    done = review.decide("N1", "pillowed", "mask", type="PLACE")
    assert done.changed == ("N1",)
    assert review.text("N1") == (
        "T/C to [SU] about housing. The lodger [PLACE_1] him. Emailed police."
    )
    assert review.recognisers("N1") == {"[SU]": "roster", "[PLACE_1]": "review"}
    assert "pillowed" in review.text("N2")
    assert review.log() == ["masked as PLACE"]


def test_a_word_is_masked_everywhere_in_its_case_as_somebody_of_it(review: ReviewStudy) -> None:
    done = review.decide("N2", "pillowed", "mask", type="PERSON", tag="[VS]", everywhere=True)
    assert set(done.changed) == {"N1", "N2"}
    assert "The lodger [VS] him" in review.text("N1")
    assert "[VS] again, she says" in review.text("N2")
    (decision,) = review.decisions()
    assert [place.note_id for place in decision.places] == ["N2", "N1"]
    assert review.words_on_disk("pillowed") == []


def test_what_was_masked_wrongly_stands_again_and_its_flag_goes(review: ReviewStudy) -> None:
    assert review.flags("N2") == [("[PERSON_1]", GUESS)]
    review.decide("N2", "[PERSON_1]", "unmask")
    assert "attended with Otolie. pillowed" in review.text("N2")
    assert review.flags("N2") == []


def test_a_mask_takes_another_type_or_person(review: ReviewStudy) -> None:
    review.decide("N2", "[PERSON_1]", "retype", type="PLACE")
    assert "attended with [PLACE_1]" in review.text("N2")
    assert review.flags("N2") == []
    review.decide("N2", "[PLACE_1]", "person", tag="[VS]")
    assert "attended with [VS]" in review.text("N2")
    with pytest.raises(ReviewError, match=r"is \[OM_9\]"):
        review.decide("N2", "[VS]", "person", tag="[OM_9]")


def test_a_doubt_is_dismissed_with_its_reason_and_stays_so(review: ReviewStudy) -> None:
    done = review.decide("N2", "[PERSON_1]", "dismiss")
    assert done.changed == ()
    assert review.flags("N2") == []
    assert review.decisions()[0].reason == GUESS
    review.anonymise()
    assert review.flags("N2") == []
    review.reviewer().undo()
    assert review.flags("N2") == [("[PERSON_1]", GUESS)]


def test_a_name_of_the_people_file_stands_only_on_purpose(review: ReviewStudy) -> None:
    for everywhere in (False, True):
        with pytest.raises(DeliberateError):
            review.decide("N3", "[VS]", "unmask", everywhere=everywhere)
    assert review.text("N3").startswith("[VS] was")
    review.decide("N3", "[VS]", "unmask", deliberate=True)
    assert review.text("N3").startswith("Ngozi was at the meeting")
    review.anonymise()
    assert review.text("N3").startswith("Ngozi was at the meeting"), "the gate lets it pass"
    review.decide("N1", "[SU]", "unmask", deliberate=True)
    assert review.text("N1").startswith("T/C to Zebediah Quillfeather about")
    assert review.text("N2").startswith("Emailed police. [SU] attended"), "and only here"
    review.anonymise()
    assert "Zebediah Quillfeather" in review.text("N1")
    assert "Quillfeather" not in review.text("N2")


def test_what_was_let_stand_is_masked_once_the_people_file_has_it(review: ReviewStudy) -> None:
    review.decide("N2", "[PERSON_1]", "unmask")
    review.people(PEOPLE + "C1,P3,FAMILY,Otolie,Brand\n")
    review.anonymise()
    assert "attended with [FAMILY_1]" in review.text("N2")
    assert review.flags("N2") == [("[FAMILY_1]", YIELDED)]
    review.decide("N2", "[FAMILY_1]", "unmask", deliberate=True)
    assert "attended with Otolie" in review.text("N2")


def test_decisions_survive_a_new_people_file_and_carry_references(review: ReviewStudy) -> None:
    with open_coding(review.project, "amina") as session:
        session.code_span("N1", review.span("N1", "The lodger pillowed him."), "disruption")
        session.code_span("N2", review.span("N2", "she says"), "disruption")
    review.decide("N1", "lodger", "mask", type="PERSON", everywhere=True)
    review.decide("N2", "[PERSON_1]", "unmask")
    review.people(PEOPLE + "C1,P3,FAMILY,Pillowed,Brand\n")
    review.anonymise()
    assert "The [PERSON_2] [FAMILY_1] him." in review.text("N1")
    assert "with Otolie. [FAMILY_1] again" in review.text("N2")
    with open_coding(review.project, "amina") as session:
        first, second = session.open_note("N1"), session.open_note("N2")
        assert [r.span.cut(first.note.text) for r in first.references] == [
            "The [PERSON_2] [FAMILY_1] him."
        ]
        assert [r.span.cut(second.note.text) for r in second.references] == ["she says"]
        undone = session.undo()
        assert undone is not None
        assert session.open_note("N2").references == ()


def test_undo_and_redo_walk_over_sessions(review: ReviewStudy) -> None:
    before = {note: review.text(note) for note in NOTES}
    review.decide("N1", "lodger", "mask", type="PERSON")
    review.decide("N2", "pillowed", "mask", type="PLACE", everywhere=True)
    after = {note: review.text(note) for note in NOTES}
    again = review.reviewer()
    for _ in range(2):
        assert again.undo() is not None
    assert again.undo() is None
    assert {note: review.text(note) for note in NOTES} == before
    review.anonymise()
    for _ in range(2):
        assert review.reviewer().redo() is not None
    assert review.reviewer().redo() is None
    assert {note: review.text(note) for note in NOTES} == after
    assert review.reviewer("bea").undo() is None, "everybody takes back their own"
    assert review.log()[-1].startswith("redone: ")


def test_a_new_decision_ends_what_could_be_redone(review: ReviewStudy) -> None:
    review.decide("N1", "lodger", "mask", type="PERSON")
    review.reviewer().undo()
    review.decide("N1", "housing", "mask", type="PLACE")
    assert review.reviewer().redo() is None
    assert review.decisions("undone") == []


def test_one_session_decides_again_and_again_on_the_text_that_it_made(review: ReviewStudy) -> None:
    session = review.reviewer()
    session.decide([review.wish("N1", "lodger", "mask", type="PERSON")])
    session.decide([review.wish("N1", "him", "mask", type="PERSON")])
    session.decide([review.wish("N1", "pillowed", "mask", type="PLACE")])
    assert "The [PERSON_2] [PLACE_1] [PERSON_3]." in review.text("N1")
    session.undo()
    session.undo()
    assert "The [PERSON_2] pillowed him." in review.text("N1")
    later = review.reviewer()
    later.decide([review.wish("N1", "pillowed him", "mask", type="PLACE")])
    assert "The [PERSON_2] [PLACE_2]." in review.text("N1")
    review.anonymise()
    assert "The [PERSON_2] [PLACE_2]." in review.text("N1"), "tags side by side are told apart"


def test_a_tag_stays_with_its_words_when_an_earlier_place_is_masked(review: ReviewStudy) -> None:
    session = review.reviewer()
    session.decide([review.wish("N2", "pillowed", "mask", type="PLACE")])
    session.decide([review.wish("N1", "lodger", "mask", type="PLACE")])
    assert "[PLACE_1] again" in review.text("N2")
    assert "The [PLACE_2] pillowed" in review.text("N1")
    review.anonymise()
    assert "[PLACE_1] again" in review.text("N2")
    assert "The [PLACE_2] pillowed" in review.text("N1")


def test_here_comes_before_everywhere_and_later_before_earlier(review: ReviewStudy) -> None:
    review.decide("N1", "pillowed", "mask", type="PLACE", everywhere=True)
    review.decide("N2", "[PLACE_1]", "unmask")
    assert "[PLACE_1]" in review.text("N1")
    assert "pillowed again" in review.text("N2")
    review.decide("N1", "[PLACE_1]", "retype", type="PERSON", everywhere=True)
    assert "lodger [PERSON_2] him" in review.text("N1")
    assert "pillowed again" in review.text("N2")
    review.anonymise()
    assert "lodger [PERSON_2] him" in review.text("N1")
    assert "pillowed again" in review.text("N2")


def test_a_changed_note_keeps_a_decision_by_the_words_around_it(review: ReviewStudy) -> None:
    review.decide("N1", "lodger", "mask", type="PERSON")
    review.write(NOTES | {"N1": NOTES["N1"].replace("T/C to", "Rang again. T/C to")})
    review.anonymise()
    assert "Rang again. T/C to [SU] about housing. The [PERSON_2] pillowed" in review.text("N1")


def test_in_a_note_written_anew_a_masked_word_is_known_by_its_tag(review: ReviewStudy) -> None:
    review.decide("N1", "lodger", "mask", type="PERSON")
    review.decide("N1", "pillowed him", "mask", type="PLACE")
    review.write(NOTES | {"N1": "Rewritten: Pillowed him, that Lodger did."})
    done = review.anonymise()
    assert review.text("N1") == "Rewritten: [PLACE_1], that [PERSON_2] did."
    assert [warning for warning in done.warnings if warning.file == "note N1"] == []
    review.write(NOTES | {"N1": "The lodger was a lodger."})
    review.anonymise()
    assert review.text("N1") == "The [PERSON_2] was a lodger.", "it was masked in one place"
    reasons = [reason for _, reason in review.flags("N1")]
    assert DOUBTFUL in reasons, "in which of the two is a guess"
    assert LOST in reasons, "and the other decision has no place at all"


def test_a_decision_without_a_place_is_reported_and_the_note_flagged(review: ReviewStudy) -> None:
    review.decide("N1", "lodger", "mask", type="PERSON")
    with review.project.database() as db, db.writing():
        stored_review.mark_reviewed(db, "N1", "ann", "2018")
    review.write(NOTES | {"N1": "Another text altogether."})
    done = review.anonymise()
    said = [str(warning) for warning in done.warnings if warning.file == "note N1"]
    assert len(said) == 1
    assert review.decisions()[0].id in said[0]
    assert ("Another text altogether.", LOST) in review.flags("N1")
    _, left = what_is_left(review.project)
    assert left[0].row.note_id == "N1"
    assert "its text changed after it was reviewed" in left[0].why
    review.anonymise()
    assert ("Another text altogether.", LOST) in review.flags("N1"), "until somebody looks at it"
    review.decide("N1", "Another text altogether", "dismiss")
    review.anonymise()
    assert LOST not in {reason for _, reason in review.flags("N1")}


def test_words_of_the_whole_case_are_known_from_any_of_their_places(review: ReviewStudy) -> None:
    review.decide("N1", "pillowed", "mask", type="PLACE", everywhere=True)
    review.write(NOTES | {"N1": "Another text altogether, and pillowed."})
    done = review.anonymise()
    assert [warning for warning in done.warnings if warning.file == "note N1"] == []
    assert review.text("N1") == "Another text altogether, and [PLACE_1]."


def test_a_part_of_a_case_says_what_it_could_not_look_for(review: ReviewStudy) -> None:
    review.decide("N1", "pillowed", "mask", type="PLACE", everywhere=True)
    review.write({"N9": "Somebody pillowed the lodger."})
    review.anonymise()
    assert [reason for _, reason in review.flags("N9")] == [OUT_OF_REACH]
    review.write(NOTES | {"N9": "Somebody pillowed the lodger."})
    review.anonymise()
    assert review.text("N9") == "Somebody [PLACE_1] the lodger."
    assert OUT_OF_REACH not in [reason for _, reason in review.flags("N9")]


def test_what_would_leave_a_listed_name_standing_is_refused(
    review: ReviewStudy, monkeypatch: pytest.MonkeyPatch
) -> None:
    leak = Leak("N1", "PERSON", "P1")
    monkeypatch.setattr(recasting, "find_leaks", lambda *_, **__: [leak])
    with pytest.raises(LeakError, match="left standing in 1 notes"):
        review.decide("N1", "lodger", "mask", type="PERSON")
    with pytest.raises(DeliberateError):
        review.decide("N2", "[PERSON_1]", "unmask")
    assert review.decisions() == []


@pytest.mark.parametrize(
    ("note", "part", "action", "message"),
    [
        ("N1", "housing", "unmask", "nothing is masked here"),
        ("N1", "housing", "retype", "nothing is masked here"),
        ("N1", "housing", "dismiss", "no flag here"),
    ],
)
def test_what_means_nothing_here_is_refused(
    review: ReviewStudy, note: str, part: str, action: str, message: str
) -> None:
    with pytest.raises(ReviewError, match=message):
        review.decide(note, part, action)


def test_places_that_cannot_be_are_refused(review: ReviewStudy) -> None:
    session = review.reviewer()
    with pytest.raises(ReviewError, match="past the note's"):
        session.decide([Wish(note_id="N1", span=Span(0, 999), action="mask", type="PLACE")])
    with pytest.raises(ReviewError, match="no note 'N77'"):
        session.decide([Wish(note_id="N77", span=Span(0, 9), action="mask", type="PLACE")])
    wish = Wish(note_id="N1", span=Span(0, 3), action="mask", type="PLACE", digest="0000")
    with pytest.raises(ConflictError, match="another by now"):
        session.decide([wish])
    with pytest.raises(UsageError):
        reviewer_name(review.project, "\x1b[31m")


def test_a_reference_that_would_lose_its_place_keeps_the_note_as_it_is(
    review: ReviewStudy,
) -> None:
    with open_coding(review.project, "amina") as session:
        session.code_span("N1", review.span("N1", "The lodger"), "disruption")
        session.code_span("N1", review.span("N1", "lodger"), "disruption")
    before = review.text("N1")
    with pytest.raises(ProjectError, match="1 coded notes"):
        review.decide("N1", "The lodger", "mask", type="PERSON")
    assert review.text("N1") == before
    assert review.decisions() == []


def test_a_case_is_signed_off_when_nothing_is_left(review: ReviewStudy) -> None:
    session = review.reviewer()
    with pytest.raises(ReviewError, match="3 notes are not reviewed and 1 flag is open"):
        session.sign_off("C1")
    with pytest.raises(ReviewError, match="no case"):
        session.sign_off("C9")
    review.decide("N2", "[PERSON_1]", "dismiss")
    for note_id in NOTES:
        session.mark_reviewed(note_id)
    session.sign_off("C1")
    with review.project.database() as db:
        assert stored_review.signed_off(db) == {"C1": "ann"}
        (row,) = db.rows("SELECT * FROM review_by_case")
        assert (row["notes"], row["reviewed"], row["flags"]) == (3, 3, 0)
        assert row["signed_off_by"] == "ann"
    review.anonymise()
    with review.project.database() as db:
        assert stored_review.signed_off(db) == {"C1": "ann"}, "nothing has changed"
    review.decide("N1", "lodger", "mask", type="PERSON")
    with review.project.database() as db:
        assert stored_review.signed_off(db) == {}
        assert stored_review.progress(db).reviewed == 3
    session.mark_reviewed("N1", reviewed=False)
    session.withdraw_sign_off("C1")
    with review.project.database() as db:
        assert stored_review.progress(db).reviewed == 2


def test_no_original_is_stored_with_a_decision(review: ReviewStudy) -> None:
    review.decide("N1", "lodger", "mask", type="PERSON", everywhere=True)
    review.decide("N1", "pillowed", "mask", type="PLACE")
    review.decide("N2", "pillowed", "mask", type="PLACE")
    assert review.words_on_disk("lodger", "pillowed", "Quillfeather", "Otolie") == []
    with review.project.database() as db:
        rows = [dict(row) for row in db.rows("SELECT * FROM review_decisions")]
        places = db.rows('SELECT note_id, start, "end" FROM mask_decision_places')
        tags = {(m[0], m[1], m[2]) for m in db.rows('SELECT note_id, start, "end" FROM masks')}
    assert {tuple(place) for place in places} <= tags, "each lies on its tag, not on a word"
    assert "lodger" not in str(rows)


def test_decisions_hold_where_names_are_surrogates(review: ReviewStudy) -> None:
    settings = review.folder / "study" / "notecode.toml"
    settings.write_text(settings.read_text().replace('names = "role"', 'names = "surrogate"'))
    for module in (anonymising_case, reviewing_case):
        review.monkeypatch.setattr(module, "load_anonymiser", load_anonymiser)
    review.anonymise()
    session = review.reviewer()
    session.decide([review.wish("N1", "lodger", "mask", type="PERSON")])
    session.decide([review.wish("N1", "pillowed", "mask", type="PLACE")])
    masked = review.text("N1")
    assert "lodger" not in masked
    assert "[PERSON_2] [PLACE_1] him" in masked
    review.anonymise()
    assert review.text("N1") == masked
    assert session.undo() is not None
    assert "pillowed" in review.text("N1")


def test_somebody_else_is_a_new_person_and_stays_one(review: ReviewStudy) -> None:
    """Somebody of the people's file's name, who is none of them."""
    review.decide("N3", "[VS]", "person", tag=NEW_PERSON, everywhere=True)
    assert review.text("N3").startswith("[PERSON_2] was"), "[PERSON_1] is Otolie"
    assert review.decisions()[0].tag == "[PERSON_2]"
    review.decide("N1", "lodger", "mask", tag=NEW_PERSON)
    assert "The [PERSON_3] pillowed" in review.text("N1")
    review.decide("N1", "[PERSON_3]", "person", tag="[PERSON_2]")
    assert "The [PERSON_2] pillowed" in review.text("N1"), "and can be chosen from then on"
    review.anonymise()
    assert "The [PERSON_2] pillowed" in review.text("N1")
    assert review.text("N3").startswith("[PERSON_2] was")


def test_a_new_person_is_the_same_in_later_notes_and_nobody_else_becomes_them(
    review: ReviewStudy,
) -> None:
    review.decide("N3", "[VS]", "person", tag=NEW_PERSON, everywhere=True)
    review.write({**NOTES, "N4": "Ngozi rang. Then Mrs Xanthippe Vole.", "N5": "Otolie too."})
    review.anonymise()
    assert review.text("N4") == "[PERSON_2] rang. Then Mrs [PERSON_3]."
    assert review.text("N5") == "[PERSON_1] too."
    reviewer = review.reviewer()
    reviewer.undo()
    assert review.text("N3").startswith("[VS] was")
    assert review.text("N4") == "[VS] rang. Then Mrs [PERSON_3]."
    review.decide("N5", "[PERSON_1]", "person", tag=NEW_PERSON)
    assert review.text("N5") == "[PERSON_4] too.", "a number that was given once is not free"


def test_a_new_person_is_known_beside_another_tag_and_after_the_key_is_gone(
    review: ReviewStudy,
) -> None:
    review.write({"N1": "Rang Otolie lodger today.", "N2": "Ngozi came. Otolie came."})
    review.anonymise()
    review.decide("N1", "lodger", "mask", tag=NEW_PERSON)
    assert review.text("N1") == "Rang [PERSON_1] [PERSON_2] today."
    review.anonymise()
    assert review.text("N1") == "Rang [PERSON_1] [PERSON_2] today."
    assert all(reason != DOUBTFUL for _, reason in review.flags("N1"))
    destroy_linking_key(review.project)
    review.anonymise()
    first, second = review.text("N1").removeprefix("Rang ").removesuffix(" today.").split(" ")
    assert second == "[PERSON_2]"
    assert first not in {"[PERSON_1]", "[PERSON_2]"}
    assert review.text("N2").endswith(f"{first} came.")


def test_new_people_of_one_file_of_decisions(review: ReviewStudy) -> None:
    done = review.reviewer().decide(
        [
            review.wish("N1", "lodger", "mask", tag="new 1"),
            review.wish("N1", "police", "mask", tag="new 2"),
            review.wish("N2", "police", "mask", tag="new 1"),
            review.wish("N3", "meeting", "mask", tag=NEW_PERSON),
            review.wish("N3", "place", "mask", tag=NEW_PERSON),
        ]
    )
    assert set(done.changed) == {"N1", "N2", "N3"}
    assert "The [PERSON_2] pillowed him. Emailed [PERSON_3]." in review.text("N1")
    assert review.text("N2").startswith("Emailed [PERSON_2].")
    assert "[PERSON_4]. They spoke about a [PERSON_5]." in review.text("N3")


def test_a_review_of_a_corrected_export_renews_what_notes_are_known_by(
    review: ReviewStudy,
) -> None:
    first = review.anonymise_new()
    assert (first.changed, first.cases) == (0, 0)
    corrected = {**NOTES, "N2": "Emailed police. Quillfeather came alone. All is well."}
    review.write(corrected)
    review.decide("N3", "meeting", "mask", type="PLACE")
    assert "came alone" in review.text("N2"), "the case was made from what was given"
    second = review.anonymise_new()
    assert (second.changed, second.uncompared, second.cases) == (0, 0, 0)
    review.write(NOTES)
    third = review.anonymise_new()
    assert (third.changed, third.cases) == (1, 1), "the older export is another text"
    assert "attended with" in review.text("N2")
