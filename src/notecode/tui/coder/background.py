"""Questions over all notes while the coder goes on: keys never wait for an answer."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from notecode.errors import NotecodeError
from notecode.project.coding.finding import Elsewhere, look_elsewhere
from notecode.project.coding.lookup import Lookup, Question
from notecode.tui.coder.finding import SEARCHING

if TYPE_CHECKING:
    from collections.abc import Callable

    from notecode.tui.coder.screen import CoderScreen

T = TypeVar("T")


class Background:
    """Asks in a thread, and hands the answers on between two keys.

    There is one question at a time for each purpose: a newer one replaces the one before, which
    is broken off.
    """

    def __init__(self, screen: CoderScreen) -> None:
        """Ask about the notes of the screen's session."""
        self._screen = screen
        self._asked: dict[str, Lookup] = {}

    def look_elsewhere(self) -> None:
        """Take in what other processes have changed in the list and the counts."""
        desk = self._screen.desk
        asked = (desk.progress, desk.ids)

        def take(elsewhere: Elsewhere) -> None:
            if asked[0] is desk.progress and asked[1] is desk.ids:
                desk.take_in(elsewhere)
                self._screen.show(stale="*")
            else:
                self.look_elsewhere()  # the coder went on meanwhile: this is no longer so

        question = partial(
            look_elsewhere, wanted=desk.wanted, listed=desk.ids, query=desk.hits.query
        )
        self.ask("elsewhere", question, take)

    def ask(self, purpose: str, question: Question[T], take: Callable[[T], object]) -> None:
        """Have ``take`` called with every answer, between two keys."""
        self.stop(purpose)
        lookup = Lookup(self._screen.desk.session)
        self._asked[purpose] = lookup
        self._screen.run_worker(self._answer(lookup, question, take), purpose)

    def ask_to_go(
        self, purpose: str, question: Question[T], take: Callable[[T], object], *, again: str
    ) -> None:
        """Ask for an answer that takes one elsewhere: it is not taken by who went on meanwhile.

        That is said instead, with the key of the action (by its id) that asks ``again``.
        """
        begun = self._where()

        def go(answer: T) -> None:
            if self._where() == begun:
                take(answer)
                return
            desk = self._screen.desk
            said = f"found, but you went on meanwhile: {desk.keys[again]} asks again"
            waited = desk.message in ("", SEARCHING)
            desk.message = said if waited else f"{desk.message}. {said}"

        self.ask(purpose, question, go)

    def _where(self) -> tuple[object, ...]:
        """Where one is: the place on the note, what letters mean, what lies over the note."""
        desk = self._screen.desk
        return desk.here, desk.mode, tuple(map(id, self._screen.panes))

    def stop(self, purpose: str) -> None:
        """Want no more answers."""
        if (lookup := self._asked.pop(purpose, None)) is not None:
            lookup.give_up()

    async def _answer(
        self, lookup: Lookup, question: Question[T], take: Callable[[T], object]
    ) -> None:
        answers: asyncio.Queue[Callable[[], object] | None] = asyncio.Queue()
        loop = asyncio.get_running_loop()

        def hand_on(answer: T) -> None:
            loop.call_soon_threadsafe(answers.put_nowait, partial(take, answer))

        work = asyncio.ensure_future(asyncio.to_thread(lookup.ask, question, hand_on))
        work.add_done_callback(lambda _: answers.put_nowait(None))
        try:
            while (command := await answers.get()) is not None:
                if not lookup.given_up:
                    self._screen.attempt(command, keep_message=True)
            work.result()
        except NotecodeError as error:  # nothing was changed: what one is at goes on
            self._screen.say_error(error)
            self._screen.show()
        finally:
            lookup.give_up()
