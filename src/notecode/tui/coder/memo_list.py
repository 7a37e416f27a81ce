"""All memos: looked for as one types, opened, gone to, begun on a case, a code or the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

from notecode.memos import MEMO_KINDS, PROJECT, first_line
from notecode.model import Thing
from notecode.project.coding import memos
from notecode.text.grid import printable
from notecode.text.layout import fit, pad, shorten
from notecode.tui.coder.memos import go_to, write_memo, write_on
from notecode.tui.coder.pane import Pane
from notecode.tui.coder.thing_picker import Found, ThingPicker
from notecode.tui.flowing import flowed
from notecode.tui.line_edit import LineEdit
from notecode.tui.lines import width_of_pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from notecode.model import PlacedMemo
    from notecode.tui.coder.screen import CoderScreen
    from notecode.tui.lines import Piece

_PLAIN = Style()
_BOLD = Style(bold=True)
_QUIET = Style(dim=True)
_CHOSEN = Style(reverse=True, bold=True)
_STEPS = {"down": 1, "up": -1, "pagedown": 8, "pageup": -8}
_FILTERS = ("", *MEMO_KINDS, "gone")
_PLACE = 30  # cells for what a memo is on
_PREVIEW = 3  # lines of the marked memo
_HINTS = (
    "Enter opens  Ctrl+G goes there  Ctrl+N new  Ctrl+D deletes  Tab filter  Esc closes",
    "Enter opens  Ctrl+G goes there  Ctrl+N new  Tab filter  Esc closes",
    "Enter opens  Ctrl+N new  Esc closes",
)


class MemoList(Pane):
    """The memos that fit what is typed, the newest change first."""

    hides_strip = True

    def __init__(self, screen: CoderScreen) -> None:
        """List all."""
        self._screen = screen
        self._typed = LineEdit()
        self._filter = 0
        self._at = 0
        self._top = 0
        self._found: list[str] = []
        self._left = False  # for a memo that was opened or begun
        self._commands: Mapping[str, Callable[[], object]] = {
            "escape": self._close,
            "enter": self._open,
            "ctrl+g": self._go,
            "ctrl+n": self._begin,
            "ctrl+d": self._delete,
            "tab": lambda: self._turn(1),
            "shift+tab": lambda: self._turn(-1),
        }
        self._look()

    @property
    def _marked(self) -> PlacedMemo | None:
        found = self._placed(self._at, 1)
        return found[0] if found else None

    def _placed(self, first: int, count: int) -> list[PlacedMemo]:
        """Some of the memos of the list; one that is deleted just now is left out."""
        return memos.placed(self._screen.desk.session, self._found[first : first + count])

    def take(self, key: str, character: str) -> bool:
        """Take every key."""
        if key in self._commands:
            self._screen.attempt(self._commands[key])
            return True
        if key in _STEPS:
            self._at = min(max(self._at + _STEPS[key], 0), max(len(self._found) - 1, 0))
        elif self._typed.take(key, character):
            self._at = self._top = 0
            self._screen.attempt(self._look)
        self._screen.show()
        return True

    def paste(self, text: str) -> bool:
        """Look for what is pasted."""
        self._typed.insert(text)
        self._screen.attempt(self._look)
        return True

    def press(self, line: int) -> None:
        """Open the memo on the line."""
        at = self._top + line - 1
        if line and at < len(self._found):
            self._at = at
            self._screen.attempt(self._open)

    # What is done

    def _look(self) -> None:
        wanted = _FILTERS[self._filter]
        gone = wanted == "gone"
        kind = "" if gone else wanted
        session = self._screen.desk.session
        self._found = memos.ids_of(session, self._typed.text, kind=kind, gone=gone)
        self._at = min(self._at, max(len(self._found) - 1, 0))

    def _turn(self, step: int) -> None:
        self._filter = (self._filter + step) % len(_FILTERS)
        self._at = self._top = 0
        self._look()

    def _close(self) -> None:
        self._screen.close_pane(self)

    def _open(self) -> None:
        if (marked := self._marked) is not None:
            self._left = True
            write_memo(self._screen, marked.memo.id)

    def _go(self) -> None:
        marked = self._marked
        if marked is not None and marked.place is None:
            desk = self._screen.desk
            desk.message = f"what this memo was on is gone; {desk.keys['undo']} may bring it back"
        elif marked is not None and marked.place is not None:
            self._close()
            go_to(self._screen, marked.place)

    def _delete(self) -> None:
        if (marked := self._marked) is not None:
            desk = self._screen.desk
            change = memos.delete(desk.session, marked.memo.id)
            self._look()
            desk.show_stored()
            desk.message = f"{change.summary}; {desk.keys['undo']} brings it back"

    def _begin(self) -> None:
        """Ask what a new memo is on."""

        def write(thing: Thing | None, typed: str) -> None:
            del typed
            if thing is not None:
                write_on(self._screen, thing)

        self._left = True
        self._screen.open_pane(ThingPicker(self._screen, "memo on", self._things, write))

    def _things(self, typed: str) -> list[Found]:
        """The project, the case and the note that are open, and what fits what is typed."""
        desk = self._screen.desk
        coded = desk.page.coded
        here: list[Found] = [
            (PROJECT, "the whole project"),
            (Thing("case", coded.case.id), "this case"),
            (Thing("note", coded.note.id), "this note"),
        ]
        words = typed.casefold().split()
        own = [f for f in here if all(word in f"{f[0]} {f[1]}".casefold() for word in words)]
        named = {thing for thing, _ in own}
        found = memos.things_to_link(desk.session, typed)
        return own + [f for f in found if f[0].kind != "memo" and f[0] not in named]

    # What is shown

    def room(self, height: int) -> int:
        """Most of the screen: the note can be seen once this is closed."""
        return max(height * 2 // 3, 8)

    def lines(self, width: int, most: int) -> list[list[Piece]]:
        """What is typed, the memos that fit, the beginning of the marked one, the keys."""
        if self._left and self._screen.panes[-1] is self:
            self._look_again()
        rows = max(most - 2 - _PREVIEW, 1)
        self._top = min(max(self._top, self._at - rows + 1), self._at)
        shown = self._placed(self._top, rows)
        listed = [
            self._row(found, width, marked=self._top + at == self._at)
            for at, found in enumerate(shown)
        ]
        if not listed:
            listed = [[(self._none(), _QUIET)]]
        blank: list[list[Piece]] = [[] for _ in range(rows - len(listed))]
        hint = next((hint for hint in _HINTS if len(hint) < width - 1), "")
        return [
            self._head(width),
            *listed,
            *blank,
            *self._preview(width),
            [(f" {hint}", _QUIET)],
        ]

    def _none(self) -> str:
        if self._typed.text.strip() or self._filter:
            return "   no memo fits"
        key = self._screen.desk.keys["memo"]
        return f"   no memo yet: {key} in the note, or Ctrl+N here, begins one"

    def _look_again(self) -> None:
        """Memos written since are listed."""
        self._left = False
        marked = self._found[self._at : self._at + 1]
        self._look()
        if marked and marked[0] in self._found:
            self._at = self._found.index(marked[0])

    def _head(self, width: int) -> list[Piece]:
        head = f" memos ({_FILTERS[self._filter] or 'all'}): "
        count = f" {len(self._found):,} "
        room = max(width - len(head) - len(count) - 1, 8)
        first: list[Piece] = [(head, _BOLD), *self._typed.pieces(room, _PLAIN)]
        used = width_of_pieces(first)
        return [*first, (count.rjust(max(width - used - 1, 0)), _QUIET)]

    def _row(self, found: PlacedMemo, width: int, *, marked: bool) -> list[Piece]:
        style = _CHOSEN if marked else _PLAIN
        sign = " ▸ " if marked else "   "
        place = printable(memos.wording_of(found, self._screen.desk.codebook))
        room = min(_PLACE, width // 3)
        place = pad(shorten(place, room), room)
        coder = pad(shorten(found.memo.coder, 8), 8)
        rest = max(width - len(sign) - room - 12, 10)
        text = printable(
            first_line(memos.in_words(self._screen.desk.session, found.memo.text), rest)
        )
        return [(pad(fit(f"{sign}{place} {coder} {text}", width - 1), width - 1), style)]

    def _preview(self, width: int) -> list[list[Piece]]:
        marked = self._marked
        said = memos.in_words(self._screen.desk.session, marked.memo.text) if marked else ""
        text = first_line(said, width * _PREVIEW)
        lines = flowed([(text, _QUIET)], width - 1, first="   ", rest="   ")[:_PREVIEW]
        return [*lines, *([] for _ in range(_PREVIEW - len(lines)))]
