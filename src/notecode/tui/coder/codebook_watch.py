"""The codebook while it is coded with: who changes it elsewhere is followed, or told why not."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from notecode.errors import CodebookError, NotecodeError
from notecode.project.coding.emergent import prepare_codebook, stamp_of
from notecode.tui.colours import code_colours

if TYPE_CHECKING:
    from notecode.model import Codebook
    from notecode.project.coding.emergent import Stamp
    from notecode.tui.coder.screen import CoderScreen


class CodebookWatch:
    """Notices that the codebook's file was written, reads it in a thread, and has it taken."""

    def __init__(self, screen: CoderScreen) -> None:
        """Begin with the file as it is now."""
        self._screen = screen
        self._project = screen.desk.session.project
        self._seen: Stamp | None = self._stamp()

    def look(self) -> None:
        """Begin to read the file if it was written since the last look."""
        stamp = self._stamp()
        if stamp is not None and stamp != self._seen:
            self._seen = stamp
            self._screen.run_worker(self._follow(), group="codebook", exclusive=True)

    def take(self) -> None:
        """Show and use the codebook as it is now."""
        self._seen = self._stamp()
        if self._screen.desk.take_codebook():
            show_codebook(self._screen)

    async def _follow(self) -> None:
        before = self._screen.desk.codebook
        try:
            await asyncio.to_thread(prepare_codebook, self._project)
        except CodebookError as error:
            self._screen.say_error(error)
            self._screen.desk.message += ". Until then the codebook is as it was"
            self._screen.show()
            return
        except NotecodeError:
            self._seen = None  # the database is busy: the next look tries again
            return
        self._screen.attempt(self.take, keep_message=True)
        after = self._screen.desk.codebook
        if after.digest != before.digest:
            self._screen.desk.message = f"the codebook was changed: {_difference(before, after)}"
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
