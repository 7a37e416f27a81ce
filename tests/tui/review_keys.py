"""The review screen without a terminal: keys in, what stands on it out."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from coder_project import screen_text
from textual.pilot import Pilot

from notecode.project.reviewing.notes import ReviewNotes
from notecode.tui.review.app import ReviewApp
from notecode.tui.review.desk import ReviewDesk
from notecode.tui.review.screen import ReviewScreen
from review_study import ReviewStudy

Act = Callable[[Pilot[None], ReviewApp], Awaitable[None]]


@dataclass
class Seen:
    """What there was to see at the end."""

    text: str
    desk: ReviewDesk
    message: str
    note: str
    selected: str
    return_code: int | None


def desk_of(app: ReviewApp) -> ReviewDesk:
    base = app.screen_stack[0]
    assert isinstance(base, ReviewScreen)
    return base.desk


async def settle(pilot: Pilot[None], app: ReviewApp) -> None:
    """Until every thread has handed its result to the screen."""
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()


def drive(study: ReviewStudy, act: Act, size: tuple[int, int] = (80, 24)) -> ReviewApp:
    """Run the screen over the study and ``act`` on it, the case of the first note read."""

    async def run() -> ReviewApp:
        reviewer = study.reviewer()
        with ReviewNotes(study.project, reviewer) as notes:
            app = ReviewApp(notes, reviewer)
            async with app.run_test(size=size) as pilot:
                await settle(pilot, app)
                await act(pilot, app)
            return app

    return asyncio.run(run())


def looks(
    study: ReviewStudy, *groups: str, size: tuple[int, int] = (80, 24), wait: bool = True
) -> list[Seen]:
    """Press each group of keys (with spaces between), waiting for what they start; look after it.

    The desk is the same in all of them.
    """
    seen: list[Seen] = []

    async def act(pilot: Pilot[None], app: ReviewApp) -> None:
        for group in groups:
            for key in group.split():
                await pilot.press(key)
                if wait:
                    await settle(pilot, app)
            await settle(pilot, app)
            desk = desk_of(app)
            seen.append(
                Seen(
                    text=screen_text(app),  # type: ignore[arg-type]
                    desk=desk,
                    message=desk.message,
                    note=desk.note.note.id,
                    selected=desk.selection.cut(desk.page.text) if desk.selection else "",
                    return_code=app.return_code,
                )
            )

    drive(study, act, size)
    return seen


def press(
    study: ReviewStudy, *keys: str, size: tuple[int, int] = (80, 24), wait: bool = True
) -> Seen:
    """Press ``keys``, then look."""
    return looks(study, " ".join(keys), size=size, wait=wait)[0]
