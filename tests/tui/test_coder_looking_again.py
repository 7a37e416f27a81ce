"""The queue of references to be looked at again, gone through by keys."""

import pytest
from coder_project import desk_of, drive, press
from test_coder_actions import stored

from notecode.project import find_project
from notecode.project.codebook import changes
from notecode.project.codebook.changes import Author
from notecode.project.coding.looking_again import waiting
from notecode.project.coding.session import open_coding

LEAD = Author(name="lead")


@pytest.fixture
def queued(project_dir):
    """Three references of ann's in two notes that wait, and one that does not."""
    project = find_project(project_dir)
    with open_coding(project, "ann") as session:
        press(session, "end", "d", "left", "s", "d", "N", "end", "d")
    changes.define(project, "disruption", {"definition": "Risk is met by an act."}, LEAD)
    with open_coding(project, "ann") as session:
        session.remember_note("N1")
        assert len(waiting(session)) == 3
        yield session


def left(session) -> list[str]:
    return [item.note_id for item in waiting(session)]


def test_it_goes_through_them_note_by_note_and_enter_keeps(queued):
    seen = press(queued, "exclamation_mark")
    assert "look again 1 of 3" in seen.text
    assert "was, means: Risk is got in the way of." in seen.text
    assert "now, means: Risk is met by an act." in seen.text
    assert left(queued) == ["N1", "N1", "N2"]
    seen = press(queued, "exclamation_mark", "enter", "enter")
    assert "look again 3 of 3" in seen.text
    assert seen.desk.page.coded.note.id == "N2"
    assert left(queued) == ["N2"]
    seen = press(queued, "exclamation_mark", "enter")
    assert seen.desk.message.endswith("no reference of yours waits to be looked at again")
    assert left(queued) == []
    assert "look again" not in seen.text


def test_a_letter_recodes_and_its_own_letter_keeps(queued):
    seen = press(queued, "exclamation_mark", "i", "d")
    assert "look again 3 of 3" in seen.text
    codes = [code for note, code, _ in stored(queued) if note == "N1"]
    assert sorted(codes) == ["disruption", "sharing", "support"]
    assert left(queued) == ["N2"]


def test_a_full_stop_recodes_as_the_one_before(queued):
    seen = press(queued, "exclamation_mark", "i", "full_stop", "full_stop")
    assert "look again" not in seen.text
    assert [code for _, code, _ in stored(queued)].count("sharing") == 3
    assert left(queued) == []


def test_space_finds_the_code_that_it_becomes(queued):
    seen = press(queued, "exclamation_mark", "space", *"shar", "enter")
    assert "look again 2 of 3" in seen.text
    assert "sharing" in [code for _, code, _ in stored(queued)]


def test_where_it_cannot_be_recoded_so_it_stays_and_that_is_said(queued):
    seen = press(queued, "exclamation_mark", "s")
    assert "already" in seen.desk.message
    assert "look again 1 of 3" in seen.text
    assert left(queued) == ["N1", "N1", "N2"]


def test_x_deletes_tab_leaves_for_later_and_shift_tab_goes_back(queued):
    seen = press(queued, "exclamation_mark", "tab", "X")
    assert "look again 3 of 3" in seen.text
    assert left(queued) == ["N1", "N2"]
    seen = press(queued, "exclamation_mark", "tab", "shift+tab", "shift+tab")
    assert "look again 1 of 2" in seen.text
    assert seen.desk.message == "none before this waits"
    seen = press(queued, "exclamation_mark", "enter", "tab")
    assert seen.desk.message == "1 reference of yours waits to be looked at again: !"


def test_undo_comes_back_to_the_reference(queued):
    seen = press(queued, "exclamation_mark", "enter", "enter", "U")
    assert "look again 2 of 3" in seen.text
    assert "undone: Disruption kept" in seen.desk.message
    assert left(queued) == ["N1", "N2"]
    press(queued, "exclamation_mark", "enter", "U", "R", "enter")
    assert left(queued) == []


def test_the_rest_of_the_keys_do_what_they_ever_do(queued):
    seen = press(queued, "exclamation_mark", "A", "p", "escape", "Z", "left", "enter")
    assert "look again 1 of 3" in seen.text
    reference = seen.desk.reference
    assert reference.agencies == ("probation",)
    assert left(queued) == ["N1", "N1", "N2"], "an agency or other bounds decide nothing"


def test_who_wandered_off_is_brought_back_before_anything_is_decided(queued):
    before = stored(queued)
    seen = press(queued, "exclamation_mark", "home", "X")
    assert stored(queued) == before
    assert "back at the reference" in seen.desk.message
    press(queued, "exclamation_mark", "N", "X")
    assert stored(queued) == before
    press(queued, "exclamation_mark", "O", "X", "X")
    assert len(stored(queued)) == len(before) - 1
    assert ("N1", "support", "Agreed to meet on Monday, and to tell police.") in stored(queued)


def test_esc_and_the_same_key_end_it(queued):
    for key in ("escape", "exclamation_mark"):
        seen = press(queued, "exclamation_mark", key)
        assert "look again" not in seen.text
    assert left(queued) == ["N1", "N1", "N2"]


def test_a_split_code_shows_what_it_was_split_into_and_their_keys(queued):
    into = [("sharing", ""), ("meeting", "Meeting risk")]
    changes.split(queued.project, "disruption", into, LEAD)
    queued.take_codebook()
    seen = press(queued, "exclamation_mark")
    assert "it was split" in seen.text
    assert "   i Information sharing: Facts are asked for or given." in seen.text
    assert "   m Meeting risk: without a definition yet" in seen.text
    press(queued, "exclamation_mark", "i", "space", *"meet", "enter", "enter")
    assert sorted(code for _, code, _ in stored(queued)) == [
        "disruption",
        "meeting",
        "sharing",
        "support",
    ]
    assert left(queued) == []


def test_a_code_that_is_gone_shows_what_it_meant_and_cannot_be_kept(queued):
    path = queued.project.codebook_path
    text = path.read_text(encoding="utf-8")
    start = text.index("  - id: disruption")
    path.write_text(text[:start] + text[text.index("  - id: direct\n") :], encoding="utf-8")
    queued.take_codebook()
    seen = press(queued, "exclamation_mark", "enter")
    assert "it is no longer in the codebook" in seen.text
    assert "meant: Risk is got in the way of." in seen.text
    assert "Enter keep" not in seen.text
    assert "letter or Space recode  X delete" in seen.text
    assert "disruption is not in the codebook any more: a letter" in seen.desk.message
    press(queued, "exclamation_mark", "i")
    assert left(queued) == ["N1", "N2"]


def test_one_that_is_deleted_elsewhere_meanwhile_is_passed_over(queued):
    async def act(pilot, app):
        await pilot.press("exclamation_mark")
        second = waiting(queued)[1]
        with open_coding(queued.project, "ann") as other:
            other.delete(second.reference)
        await pilot.press("enter")
        assert "deleted meanwhile" in desk_of(app).message
        await pilot.press("tab", "enter")
        await pilot.pause()

    drive(queued, act)
    assert left(queued) == []


def test_others_references_are_not_in_it_and_an_empty_one_says_so(queued):
    with open_coding(queued.project, "ben") as ben:
        seen = press(ben, "exclamation_mark")
        assert seen.desk.message == "no reference of yours waits to be looked at again"


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 50)])
def test_it_fits_every_screen(queued, size):
    seen = press(queued, "exclamation_mark", size=size)
    assert "look again 1 of 3" in seen.text
    assert "Enter keep" in seen.text
    assert "Agreed to meet" in seen.text
