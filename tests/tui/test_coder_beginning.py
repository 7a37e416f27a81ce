"""The first moments: what is typed for a note that is not to be seen yet does nothing."""

import asyncio

from coder_project import desk_of
from textual import events

from notecode.tui.coder.app import CoderApp
from notecode.tui.keyed_screen import TOO_EARLY


def begun(session, *early: events.Event, then: str = "") -> str:
    """The message after events of the time before the first frame, and a key after it."""

    async def run() -> str:
        app = CoderApp(session)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            for event in early:
                event.time -= 60.0
                app.screen.post_message(event)
            await pilot.pause()
            said = desk_of(app).message
            if then:
                await pilot.press(then)
                await pilot.pause()
            return said

    return asyncio.run(run())


def key(name: str) -> events.Key:
    return events.Key(name, name if len(name) == 1 else None)


def test_keys_typed_before_the_first_frame_do_nothing_and_that_is_said(session):
    said = begun(session, key("N"), key("end"), key("s"))
    assert said == TOO_EARLY
    assert session.last_note() == "N1"
    assert session.progress().references == 0


def test_a_text_pasted_before_it_does_nothing(session):
    said = begun(session, events.Paste("sss"))
    assert said == TOO_EARLY


def test_the_keys_after_it_are_taken(session):
    begun(session, key("N"), then="enter")
    assert [r.note_id for r in session.open_note("N1").references] == ["N1"]


def test_without_keys_before_it_nothing_is_said(session):
    said = begun(session)
    assert said == ""


def test_keys_that_come_while_the_screen_is_being_laid_out_do_nothing(session):
    async def run() -> str:
        app = CoderApp(session)
        async with app.run_test(size=(80, 24)) as pilot:
            screen = app.screen
            screen._seen_at = float("inf")  # as before the first frame
            app.screen.post_message(key("enter"))
            await pilot.pause()
            screen._take_keys()
            await pilot.pause()
            return desk_of(app).message

    assert asyncio.run(run()) == TOO_EARLY
    assert session.progress().references == 0
