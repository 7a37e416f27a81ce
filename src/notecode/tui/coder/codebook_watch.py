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
_LOOK = 0.4  # seconds between looks at the file
_ABSENT = 2  # looks in a row: some editors take a file away for a moment when they write it
_UNTIL_THEN = "Until then the codebook is as it was"


class CodebookWatch:
    """Notices that the codebook's file was written, reads it in a thread, and has it taken.

    ``trouble`` says in few words what is wrong with the file now, "" if nothing is.
    """

    def __init__(self, screen: CoderScreen) -> None:
        """Begin with the file as it is now."""
        self._screen = screen
        self._project = screen.desk.session.project
        self._seen: Stamp | None = self._stamp()
        self._first_said = ""
        self.trouble = ""
        self._absent = 0
        self._reading = False

    def is_reading(self) -> bool:
        """Whether the file is being read, or is another than what was read last."""
        stamp = self._stamp()
        return self._reading or (stamp is not None and stamp != self._seen)

    def look(self) -> None:
        """Begin to read the file if it was written since the last look; say if it has gone."""
        stamp = self._stamp()
        self._absent = 0 if stamp is not None else self._absent + 1
        if stamp is not None and stamp != self._seen:
            self._seen = stamp
            self._read()
        elif self._absent == _ABSENT:
            self._seen = None
            name = self._project.codebook_path.name
            gone = CodebookError(f"{name} is not there any more", hint="Put it back.")
            self._say_trouble(gone, "not there")

    def take(self) -> None:
        """Show and use the codebook as it is now."""
        self._seen = self._stamp()
        if self._screen.desk.take_codebook():
            show_codebook(self._screen)

    def begin(self) -> None:
        """Say, once it is known, how many references wait to be looked at again."""
        self._first_said = self._screen.desk.message
        self._screen.set_timer(_SETTLED, self._read)
        self._screen.set_interval(_LOOK, self.look)

    def _read(self) -> None:
        self._screen.run_worker(self._follow(), group="codebook", exclusive=True)

    async def _follow(self) -> None:
        desk = self._screen.desk
        before = desk.codebook
        self._reading = True
        try:
            waiting = await asyncio.to_thread(prepare_codebook, self._project, desk.session.coder)
        except CodebookError as error:
            self._say_trouble(error, _place_of(error))
            return
        except NotecodeError:
            self._seen = None  # the database is busy: the next look tries again
            return
        finally:
            self._reading = False
        mended, self.trouble = self.trouble, ""
        self._screen.attempt(self.take, keep_message=True)
        said = waiting_wording(desk, waiting) if waiting else ""
        if desk.codebook.digest != before.digest:
            said = f"the codebook was changed: {_difference(before, desk.codebook)}. {said}"
        elif mended:
            said = f"the codebook can be read again, and is as it was. {said}"
        elif desk.message not in {"", self._first_said}:
            return  # something else is being said, and nothing is new
        if said:
            desk.message = said.rstrip(". ")
            self._screen.show(stale="*")

    def _say_trouble(self, error: CodebookError, trouble: str) -> None:
        """What is wrong with the file: in full now, and in few words until it is put right."""
        desk = self._screen.desk
        done = desk.message.partition(". ")[0]
        self._screen.say_error(error)
        desk.message += f". {_UNTIL_THEN}"
        if done.endswith("saved"):
            desk.message = f"{done}. {desk.message}"  # said a moment ago, and hardly seen
        self.trouble = trouble
        self._screen.show()

    def _stamp(self) -> Stamp | None:
        return stamp_of(self._project.codebook_path)


def show_codebook(screen: CoderScreen) -> None:
    """Draw with the keys and colours of the codebook that is in use now."""
    book = screen.desk.codebook
    screen.look.take(code_colours(book), {code.id: code.key for code in book.codes})
    screen.desk.page.version += 1


def _place_of(error: CodebookError) -> str:
    """The first line that is wrong, if it is known."""
    lines = [problem.line for problem in error.problems if problem.line is not None]
    return f"line {lines[0]}" if lines else "cannot be read"


def _difference(before: Codebook, after: Codebook) -> str:
    """What is another, in few words."""
    from notecode.codebook.events import compare, summarise

    return summarise(compare(before, after))
