"""A code's letter never moves the place: it codes what is selected, and another may follow."""

import sqlite3
from pathlib import Path

import pytest
from coder_project import SUGGESTIONS, Seen, press

from notecode.codebook import parse_codebook, shipped_codebook_text
from notecode.project import find_project
from notecode.project.coding.session import CodingSession, open_coding

FIRST_SUGGESTED = SUGGESTIONS[0].span


def coded(session: CodingSession, note_id: str = "N1") -> dict[str, tuple[str, str]]:
    """Of each code on the note the origin, and the suggestion that it came from."""
    return {r.code: (r.origin, r.suggestion) for r in session.open_note(note_id).references}


def accepted(project_dir: Path) -> set[str]:
    with sqlite3.connect(project_dir / "corpus" / "notecode.db") as db:
        return {row[0] for row in db.execute("SELECT suggestion_id FROM decisions")}


def place(seen: Seen) -> tuple[str, object]:
    return seen.desk.page.coded.note.id, seen.desk.selection


def test_a_letter_on_a_suggestion_stays_and_says_how_to_go_on(session, project_dir):
    seen = press(session, "i")
    assert place(seen) == ("N1", FIRST_SUGGESTED)
    assert seen.desk.message == "Information sharing: saved. Tab: next suggestion"
    assert accepted(project_dir) == {"s1"}
    assert coded(session) == {"sharing": ("rule", "s1")}


def test_a_second_letter_lands_on_the_same_words(session, project_dir):
    seen = press(session, "i", "d", "s")
    assert place(seen) == ("N1", FIRST_SUGGESTED)
    assert coded(session) == {
        "sharing": ("rule", "s1"),
        "disruption": ("hand", ""),
        "support": ("hand", ""),
    }
    assert accepted(project_dir) == {"s1"}


def test_another_code_takes_the_suggestion_and_the_one_after_it_is_by_hand(session, project_dir):
    seen = press(session, "d")
    assert seen.desk.message == "Disruption instead: saved. Tab: next suggestion"
    assert "was suggested, changed" in seen.text
    seen = press(session, "home", "greater_than_sign", "i")
    assert place(seen) == ("N1", FIRST_SUGGESTED)
    assert coded(session) == {"sharing": ("hand", ""), "disruption": ("rule-changed", "s1")}
    assert accepted(project_dir) == {"s1"}


def test_what_was_accepted_as_it_was_is_not_called_changed(session):
    seen = press(session, "i")
    assert "was suggested" in seen.text
    assert "changed" not in seen.text


def test_tab_goes_on_after_a_letter_one_suggestion_at_a_time(session):
    assert press(session, "d", "tab").desk.suggestion.id == "s3"
    press(session, "U")
    assert press(session, "d", "tab", "tab").desk.suggestion.id == "s2"


def test_two_keys_for_each_suggestion_that_is_coded_otherwise(session, project_dir):
    seen = press(session, "s", "tab", "s", "tab")
    assert seen.desk.suggestion.id == "s2", "on the same words as the one before"
    assert accepted(project_dir) == {"s1", "s3"}


def test_one_key_for_each_suggestion_accepted_or_rejected(session, project_dir):
    seen = press(session, "enter", "backspace", "enter")
    assert accepted(project_dir) == {"s1", "s2", "s3"}
    assert seen.desk.message == "Information sharing: saved. Tab: next in another note"


def test_each_of_two_suggestions_on_the_same_words_by_its_letter(session, project_dir):
    seen = press(session, "tab", "i", "d", "s")
    assert seen.desk.selection == SUGGESTIONS[1].span
    assert coded(session) == {
        "sharing": ("rule", "s2"),
        "disruption": ("rule", "s3"),
        "support": ("hand", ""),
    }
    assert accepted(project_dir) == {"s2", "s3"}


def test_the_other_suggestion_on_the_same_words_is_the_next(session):
    seen = press(session, "tab", "s", "tab")
    assert seen.desk.suggestion.id == "s2"
    assert seen.desk.selection == SUGGESTIONS[1].span


def test_the_code_used_last_and_the_palette_stay_too(session):
    seen = press(session, "end", "s", "home", "full_stop", "space", *"disr", "enter")
    assert place(seen) == ("N1", FIRST_SUGGESTED)
    here = {r.code for r in session.open_note("N1").references if r.span == FIRST_SUGGESTED}
    assert here == {"support", "disruption"}


def test_whoever_moves_away_and_back_is_asked_what_is_open_there_still(session, project_dir):
    assert "no suggestion here" in press(session, "tab", "d", "enter").desk.message
    press(session, "U")
    seen = press(session, "tab", "d", "right", "left")
    assert seen.desk.suggestion.id == "s2"
    press(session, "U")
    press(session, "tab", "d", "right", "left", "enter")
    assert accepted(project_dir) == {"s2", "s3"}


def test_enter_after_a_letter_decides_nothing_else(session, project_dir):
    seen = press(session, "i", "enter")
    assert "no suggestion here: Tab goes to the next" in seen.desk.message
    assert accepted(project_dir) == {"s1"}
    assert list(coded(session)) == ["sharing"]


def test_the_same_letter_again_is_refused_and_moves_nothing(session):
    seen = press(session, "i", "i")
    assert seen.desk.message.startswith("! ")
    assert place(seen) == ("N1", FIRST_SUGGESTED)


def test_a_letter_in_new_bounds_stays_on_them(session):
    seen = press(session, "shift+right", "i")
    (reference,) = session.open_note("N1").references
    assert place(seen) == ("N1", reference.span)
    assert (reference.origin, reference.suggestion) == ("rule-changed", "s1")
    assert seen.desk.message.startswith("Information sharing, new bounds: saved. Tab: next")


def test_after_the_last_suggestion_of_a_note_tab_opens_the_next(session):
    seen = press(session, "backspace", "backspace", "i")
    assert place(seen) == ("N1", SUGGESTIONS[1].span)
    assert seen.desk.message == "Information sharing: saved. Tab: next in another note"
    assert press(session, "tab").desk.suggestion.id == "s4"


def test_with_nothing_left_no_key_is_named(session):
    seen = press(session, *["enter"] * 3, "tab", "s")
    assert place(seen) == ("N2", SUGGESTIONS[3].span)
    assert seen.desk.message == "Direct support: saved"


def test_a_letter_stays_whatever_is_set_for_the_last_one(project_dir):
    settings = project_dir / "notecode.toml"
    settings.write_text('title = "Test"\n[coder]\nadvance = "note"\n')
    with open_coding(find_project(project_dir), "ann") as session:
        seen = press(session, "enter", "enter", "i", "s")
        assert place(seen) == ("N1", SUGGESTIONS[2].span)
        assert coded(session)["support"] == ("hand", "")
        assert press(session, "tab").desk.page.coded.note.id == "N2"


@pytest.mark.parametrize("letter", ["i", "d"])
def test_in_the_queue_a_letter_stays_and_tab_goes_on(session, project_dir, letter):
    queue = ("ampersand", "enter")
    seen = press(session, *queue, letter, "s")
    assert place(seen) == ("N1", FIRST_SUGGESTED)
    assert len(coded(session)) == 2
    assert "1 of 4 in the whole queue" in seen.text
    press(session, "U", "U")
    seen = press(session, *queue, letter)
    assert seen.desk.message.endswith("saved. Tab: next suggestion")
    press(session, "U")
    seen = press(session, *queue, letter, "tab")
    assert seen.desk.suggestion.id == "s2"
    assert "2 of 4 in the whole queue" in seen.text
    press(session, "U")
    seen = press(session, *queue, letter, "tab", "enter")
    assert seen.desk.suggestion.id == "s3"
    assert accepted(project_dir) == {"s1", "s2"}


def test_undo_takes_back_one_code_after_the_other_in_their_place(session, project_dir):
    seen = press(session, "d", "i", "U")
    assert place(seen) == ("N1", FIRST_SUGGESTED)
    assert coded(session) == {"disruption": ("rule-changed", "s1")}
    seen = press(session, "U")
    assert seen.desk.message == "undone: Disruption accepted for Information sharing"
    assert seen.desk.suggestion.id == "s1"
    assert accepted(project_dir) == set()
    press(session, "R", "R")
    assert coded(session) == {"sharing": ("hand", ""), "disruption": ("rule-changed", "s1")}


def test_recoding_and_moving_bounds_change_what_was_suggested(session):
    seen = press(session, "i", "C", "d")
    assert coded(session) == {"disruption": ("rule-changed", "s1")}
    assert "was suggested, changed" in seen.text
    press(session, "U")
    assert coded(session) == {"sharing": ("rule", "s1")}
    press(session, "home", "greater_than_sign", "Z", "left", "enter")
    assert coded(session) == {"sharing": ("rule-changed", "s1")}
    press(session, "home", "greater_than_sign", "Z", "right", "shift+right", "enter")
    assert coded(session) == {"sharing": ("rule", "s1")}, "as it was suggested again"


def test_what_comes_next_stands_on_one_line_whatever_the_label(session):
    book, _ = parse_codebook(shipped_codebook_text(), "codebook.yaml")
    longest = max(len(code.label) for code in book.codes)
    seen = press(session, "backspace", "backspace", "s")
    assert seen.desk.message == "Direct support instead: saved. Tab: next in another note"
    assert len(seen.desk.message) - len("Direct support") + longest < 80


def test_where_only_earlier_ones_are_open_the_next_key_is_said_truly(session):
    seen = press(session, "tab", "backspace", "s")
    assert seen.desk.message == "Direct support instead: saved. Shift+Tab: 1 still open above"
    assert [item.id for item in seen.desk.page.suggestions.items] == ["s1"]
    press(session, "U", "U")
    seen = press(session, "tab", "tab", "s")
    assert seen.desk.message == "Direct support instead: saved. Tab: next suggestion"
