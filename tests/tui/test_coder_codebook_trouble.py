"""A codebook's file that cannot be used, or is gone, is to be seen for as long as that is so."""

import pytest
from coder_project import desk_of, drive, screen_text

from notecode.tui.coder.app import CoderApp


async def looked(pilot, app: CoderApp, times: int = 1) -> None:
    for _ in range(times):
        app.screen_stack[0].codebook_watch.look()
        await app.workers.wait_for_complete()
        await pilot.pause()


def header(app: CoderApp) -> str:
    return screen_text(app).splitlines()[0]


@pytest.mark.parametrize("size", [(40, 14), (80, 24), (120, 40)])
def test_the_line_that_is_wrong_stands_in_the_header_until_it_is_mended(session, size):
    path = session.project.codebook_path
    good = path.read_text()

    async def act(pilot, app: CoderApp):
        path.write_text(good.replace("key: d\n", "key: s\n"))
        await looked(pilot, app)
        said = desk_of(app).message
        assert "belongs to code" in said
        for key in ("right", "N", "P", "escape", "end", "s"):
            await pilot.press(key)
            await pilot.pause()
            assert "! codebook: line " in header(app), key
        path.write_text(good)
        await looked(pilot, app)
        assert "codebook" not in header(app)
        assert desk_of(app).message == "the codebook can be read again, and is as it was"

    drive(session, act, size)
    assert session.progress().references == 1


def test_a_file_that_has_gone_is_said_and_marked_until_it_is_back(session):
    path = session.project.codebook_path
    away = path.with_suffix(".away")

    async def act(pilot, app: CoderApp):
        path.rename(away)
        await looked(pilot, app)
        assert "codebook" not in header(app), "an editor may be writing it"
        await looked(pilot, app)
        assert desk_of(app).message == (
            "! codebook.yaml is not there any more. Put it back."
            " Until then the codebook is as it was"
        )
        await pilot.press("end", "s")
        await looked(pilot, app, 3)
        assert "! codebook: not there" in header(app)
        assert header(app).endswith("open 3/4?"), "what else is counted there still is"
        assert desk_of(app).message == "Direct support: saved", "it is said once"
        await pilot.press("exclamation_mark")
        assert "being read" not in desk_of(app).message
        away.rename(path)
        await looked(pilot, app)
        assert "codebook" not in header(app)

    drive(session, act)


def test_a_broken_file_that_is_taken_away_is_called_gone(session):
    path = session.project.codebook_path

    async def act(pilot, app: CoderApp):
        path.write_text("codes: [")
        await looked(pilot, app)
        assert "! codebook: line" in header(app)
        path.unlink()
        await looked(pilot, app, 2)
        assert "! codebook: not there" in header(app)
        assert "codebook.yaml is not there any more" in desk_of(app).message

    drive(session, act)


def test_it_is_looked_at_within_a_second(session):
    async def act(pilot, app: CoderApp):
        screen = app.screen_stack[0]
        looks = [t for t in screen._timers if t._callback == screen.codebook_watch.look]
        assert [timer._interval <= 0.5 for timer in looks] == [True]

    drive(session, act)
