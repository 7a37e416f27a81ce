"""To a word in view by its first letter, and by a label where several begin with it."""

from __future__ import annotations

from itertools import islice, product
from typing import TYPE_CHECKING

from notecode.model import Span
from notecode.tui.coder.pane import Pane
from notecode.tui.cursor import Units

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from notecode.tui.coder.screen import CoderScreen

LABELS = "asdfjklghewruiotyqpzxcvbnm"
"""The keys of labels, the easiest to reach first."""


class Jump(Pane):
    """Waits for the first letter of a word, then for the label of one of those that have it."""

    def __init__(self, screen: CoderScreen) -> None:
        """Look for words in what is to be seen of the note."""
        self._screen = screen
        self._places: dict[str, int] = {}
        self._typed = ""

    def take(self, key: str, character: str) -> bool:
        """Take every key; a letter that leads nowhere is no code: another one is waited for."""
        if key == "escape" or not character.isprintable() or not character.strip():
            self._end("")
        elif not self._places:
            self._find(character.casefold())
        else:
            self._choose(self._typed + character.casefold())
        self._screen.show()
        return True

    def _find(self, letter: str) -> None:
        desk = self._screen.desk
        starts = sorted(
            words_beginning(desk.page.text, letter, self._screen.note.in_view),
            key=lambda start: abs(start - desk.cursor.focus),
        )
        if not starts:
            self._again(f"no word in view begins with {letter}: another letter")
        elif len(starts) == 1:
            self._go(starts[0])
        else:
            self._places = dict(zip(labels(len(starts)), starts, strict=True))
            self._label()

    def _choose(self, typed: str) -> None:
        if typed in self._places:
            self._go(self._places[typed])
        elif any(label.startswith(typed) for label in self._places):
            self._typed = typed
            self._label()
        else:
            self._typed = ""
            self._label()
            self._again(f"no word has the label {typed}: the letters on the word")

    def _label(self) -> None:
        begun = len(self._typed)
        self._screen.note.label(
            {
                start: label[begun:]
                for label, start in self._places.items()
                if label.startswith(self._typed)
            }
        )
        self._screen.desk.message = "jump: the letters on the word, Esc stays here"

    def _again(self, said: str) -> None:
        self._screen.desk.message = f"{said}, or {self._screen.desk.keys['cancel']}"

    def _go(self, start: int) -> None:
        self._end("")
        self._screen.desk.cursor.go_to(start)

    def _end(self, said: str) -> None:
        self._screen.close_pane(self)
        self._screen.note.label({})
        self._screen.desk.message = said


def words_beginning(text: str, letter: str, within: Span | None) -> Iterator[int]:
    """Where the words begin that have this letter first, in any case; a tag's bracket is none."""
    if within is None:
        return
    units = Units(text)
    word = units.after("word", within.start)
    while word is not None and word.start < within.end:
        if text[word.start : word.end].lstrip("[").casefold().startswith(letter):
            yield word.start
        word = units.after("word", word.end)


def labels(number: int) -> list[str]:
    """So many labels, none of which is the beginning of another: of one letter, else of more."""
    length = 1
    while len(LABELS) ** length < number:
        length += 1
    return ["".join(letters) for letters in islice(product(LABELS, repeat=length), number)]


def begin(screen: CoderScreen) -> None:
    """Ask for the first letter of a word in view."""
    screen.open_pane(Jump(screen))
    screen.desk.message = "jump to a word: its first letter"


COMMANDS: Mapping[str, Callable[[CoderScreen], object]] = {"jump": begin}
"""Jumping."""
