"""Being done with a note, by its key: what is shown, and where it goes on."""

from coder_project import press

from notecode.project.coding.done_notes import toggle_done
from notecode.project.coding.session import CodingSession
from notecode.tui.note_list import note_wording


def done(session: CodingSession) -> list[str]:
    return [row.id for row in session.note_rows(["N1", "N2", "N3", "N4"]) if row.done]


def listed(text: str) -> list[str]:
    return [line[:4] for line in text.splitlines()[1:5]]


def test_comma_marks_the_note_and_goes_on_to_the_next_that_is_not_done(session):
    toggle_done(session, "N2")
    seen = press(session, "comma", size=(120, 24))
    assert done(session) == ["N1", "N2"]
    assert seen.desk.page.coded.note.id == "N3"
    assert seen.desk.message == "marked as done with 3 suggestions open. U takes it back"
    assert listed(seen.text) == ["○✓ C", "○✓ │", "○  C", "○  │"]
    assert "✓done" not in seen.text.splitlines()[0]


def test_again_takes_the_mark_off_and_stays(session):
    seen = press(session, "comma", "P")
    assert "✓done" in seen.text.splitlines()[0]
    assert "open 3/4?" in seen.text
    seen = press(session, "comma")
    assert done(session) == []
    assert seen.desk.page.coded.note.id == "N1"
    assert "✓done" not in seen.text
    assert seen.desk.message == "no longer marked as done. U takes it back"


def test_undo_goes_back_to_the_note(session):
    seen = press(session, "comma", "U")
    assert done(session) == []
    assert seen.desk.page.coded.note.id == "N1"
    assert seen.desk.message == "undone: marked as done"
    press(session, "R")
    assert done(session) == ["N1"]


def test_after_the_last_it_begins_again_and_then_stays(session):
    seen = press(session, "N", "N", "N", "comma")
    assert seen.desk.page.coded.note.id == "N1"
    assert "from the first note again" in seen.desk.message
    seen = press(session, "comma", "comma", "comma")
    assert done(session) == ["N1", "N2", "N3", "N4"]
    assert seen.desk.page.coded.note.id == "N3"
    assert "as is every note of this list" in seen.desk.message


def test_it_keeps_to_the_list_as_it_is_filtered(session):
    toggle_done(session, "N3")
    seen = press(session, "F", *"C001", "enter", "comma", "comma")
    assert done(session) == ["N1", "N2", "N3"]
    assert seen.desk.ids == ["N1", "N2"]
    assert "as is every note" in seen.desk.message
    seen = press(session, "asterisk", "F", *"state not done", "enter")
    assert seen.desk.ids == ["N4"]
    assert "1 of 4  not done" in seen.text


def test_the_next_uncoded_note_is_not_a_done_one(session):
    toggle_done(session, "N2")
    seen = press(session, "underscore")
    assert seen.desk.page.coded.note.id == "N3"
    for note_id in ("N1", "N3", "N4"):
        toggle_done(session, note_id)
    assert "is coded by you, or done" in press(session, "underscore").desk.message


def test_a_mode_is_left_and_a_letter_codes_the_next_note(session):
    seen = press(session, "s", "C", "comma", "i")
    assert done(session) == ["N1"]
    assert [r.code for r in session.open_note("N1").references] == ["support"]
    assert [r.code for r in seen.desk.page.coded.references] == ["sharing"]


def test_in_a_queue_one_stays_with_the_queue(session):
    seen = press(session, "ampersand", "enter", "comma")
    assert seen.desk.queue is not None
    assert done(session) == [seen.desk.page.coded.note.id]


def test_a_coded_note_that_is_done_shows_both(session):
    press(session, "s", "comma")
    (row,) = session.note_rows(["N1"])
    assert note_wording(row, None)[0][0] == "●✓"
