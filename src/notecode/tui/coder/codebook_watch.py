"""The codebook while it is coded with: who changes it elsewhere is followed, or told why not."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from notecode.errors import CodebookError, NotecodeError
from notecode.project.coding.codebook_file import prepare_codebook, stamp_of
from notecode.tui.coder.looking_again import waiting_wording
from notecode.tui.colours import code_colours

if TYPE_CHECKING:
    from notecode.model import Codebook
    from notecode.project.coding.codebook_file import Stamp
    from notecode.tui.coder.screen import CoderScreen

_SETTLED = 1.0  # seconds after the start, so that nothing waits for this


class CodebookWatch:
    """Notices that the codebook's file was written, reads it in a thread, and has it taken."""

    def __init__(self, screen: CoderScreen) -> None:
        """Begin with the file as it is now."""
        self._screen = screen
        self._project = screen.desk.session.project
        self._seen: Stamp | None = self._stamp()
        self._first_said = ""
        self._broken = False
        self._reading = False

    def is_reading(self) -> bool:
        """Whether the file is being read, or is another than what was read last."""
        return self._reading or self._stamp() != self._seen

    def look(self) -> None:
        """Begin to read the file if it was written since the last look."""
        stamp = self._stamp()
        if stamp is not None and stamp != self._seen:
            self._seen = stamp
            self._read()

    def take(self) -> None:
        """Show and use the codebook as it is now."""
        self._seen = self._stamp()
        if self._screen.desk.take_codebook():
            show_codebook(self._screen)

    def begin(self) -> None:
        """Say, once it is known, how many references wait to be looked at again."""
        self._first_said = self._screen.desk.message
        self._screen.set_timer(_SETTLED, self._read)

    def _read(self) -> None:
        self._screen.run_worker(self._follow(), group="codebook", exclusive=True)

    async def _follow(self) -> None:
        desk = self._screen.desk
        before = desk.codebook
        self._reading = True
        try:
            waiting = await asyncio.to_thread(prepare_codebook, self._project, desk.session.coder)
        except CodebookError as error:
            done = desk.message.partition(". ")[0]
            self._screen.say_error(error)
            desk.message += ". Until then the codebook is as it was"
            if done.endswith("saved"):
                desk.message = f"{done}. {desk.message}"  # said a moment ago, and hardly seen
            self._broken = True
            self._screen.show()
            return
        except NotecodeError:
            self._seen = None  # the database is busy: the next look tries again
            return
        finally:
            self._reading = False
        self._screen.attempt(self.take, keep_message=True)
        said = waiting_wording(desk, waiting) if waiting else ""
        mended, self._broken = self._broken, False
        if desk.codebook.digest != before.digest:
            said = f"the codebook was changed: {_difference(before, desk.codebook)}. {said}"
        elif mended:
            said = f"the codebook can be read again, and is as it was. {said}"
        elif desk.message not in {"", self._first_said}:
            return  # something else is being said, and nothing is new
        if said:
            desk.message = said.rstrip(". ")
            self._screen.show(stale="*")

    def _stamp(self) -> Stamp | None:
        return stamp_of(self._project.codebook_path)


def show_codebook(screen: CoderScreen) -> None:
    """Draw with the keys and colours of the codebook that is in use now."""
    book = screen.desk.codebook
    screen.look.take(code_colours(book), {code.id: code.key for code in book.codes})
    screen.desk.page.version += 1


def _difference(before: Codebook, after: Codebook) -> str:
    """What is another, in few words."""
    from notecode.codebook.events import compare, summarise

    return summarise(compare(before, after))
