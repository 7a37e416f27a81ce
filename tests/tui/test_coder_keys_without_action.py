"""Keys that stand for nothing, and messages that are long: the screen says so, and whole."""

import pytest
from coder_project import desk_of, drive, press, screen_text


@pytest.mark.parametrize(
    ("key", "shown"), [("f5", "F5"), ("ctrl+t", "ctrl+t"), ("dollar_sign", "$")]
)
def test_a_key_that_does_nothing_says_so_in_place_of_what_was_said(session, key, shown):
    message = press(session, "end", "s", key).desk.message
    assert message.casefold() == f"{shown} does nothing here: ? help".casefold()


def test_q_says_which_key_leaves(session):
    assert press(session, "q").desk.message.endswith("Q leaves")


def test_a_message_that_is_too_long_for_a_line_takes_two(session):
    said = "The code that you have defined: saved. 1 reference of yours waits to be looked at again"
    seen = []

    async def act(pilot, app):
        desk_of(app).message = said
        app.screen.show()
        await pilot.pause()
        seen.append(screen_text(app))

    drive(session, act)
    assert said in " ".join(seen[0].split())


def test_the_counts_are_whole_where_a_pane_makes_the_list_scroll(session):
    text = press(session, "end", "s", "W", size=(120, 12)).text
    assert "case/all" in text


def test_a_case_leaves_a_high_screen_more_than_two_rows_of_the_note(session):
    rows = press(session, "I", size=(120, 40)).text.splitlines()
    assert next(at for at, row in enumerate(rows) if row.startswith(" case C001")) >= 12
    low = press(session, "I", size=(80, 24)).text.splitlines()
    assert next(at for at, row in enumerate(low) if row.startswith(" case C001")) >= 3


def test_saturation_is_found_among_the_actions(session):
    assert "how far the coding has come" in press(session, "colon", *"satur").text
