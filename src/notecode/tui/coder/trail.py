"""Where the coder has been, to go back and forward as in a browser. Pure."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from notecode.model import Span

_LONGEST = 500


class Stop(NamedTuple):
    """A note, and what was selected on it."""

    note_id: str
    span: Span | None


class Trail:
    """The stops behind and those ahead."""

    def __init__(self) -> None:
        """Nobody has been anywhere yet."""
        self._behind: list[Stop] = []
        self._ahead: list[Stop] = []
        self._walking = False

    @contextmanager
    def walking(self) -> Iterator[None]:
        """While one walks back or forward, nothing is new."""
        self._walking = True
        try:
            yield
        finally:
            self._walking = False

    def leave(self, here: Stop) -> None:
        """Go on to somewhere new: what was ahead is forgotten."""
        if self._walking:
            return
        self._behind = [*self._behind[-_LONGEST:], here]
        self._ahead.clear()

    def back(self, here: Stop) -> Stop | None:
        """Where one was before; None at the beginning."""
        return _walk(self._behind, self._ahead, here)

    def forward(self, here: Stop) -> Stop | None:
        """Where one was before going back; None if one has not."""
        return _walk(self._ahead, self._behind, here)


def _walk(origin: list[Stop], onto: list[Stop], here: Stop) -> Stop | None:
    if not origin:
        return None
    onto.append(here)
    return origin.pop()
