"""The list of notes: ids in memory, rows fetched by the page, so that 50,000 cost no more."""

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from notecode.errors import NotecodeError
from notecode.project.coding.session import NoteRow
from notecode.text.grid import printable
from notecode.text.layout import pad, shorten
from notecode.tui.lines import Piece, line
from notecode.tui.painting import MEMO

_PAGE = 64  # rows fetched at once
_NARROW = 31  # cells that a line needs at least
_CASE = Style(bold=True)
_QUIET = Style(dim=True)


class Row(Protocol):
    """What stands for one note: its id, and whatever the list's wording needs."""

    @property
    def id(self) -> str:
        """The note's id."""


R = TypeVar("R", bound=Row)


class NoteList(Generic[R], ScrollView, can_focus=False, inherit_bindings=False):
    """One line a note."""

    ALLOW_SELECT = False

    class Chosen(Message):
        """A note of the list was clicked."""

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    def __init__(
        self,
        fetch: Callable[[Sequence[str]], list[R]],
        wording: Callable[[R, R | None], list[Piece]],
    ) -> None:
        """``fetch`` gives the rows for some ids, ``wording`` what is shown of one.

        ``wording`` is told the row above too; None for the first that is in sight.
        """
        super().__init__(id="list")
        self._fetch = fetch
        self._wording = wording
        self._ids: Sequence[str] = ()
        self._at = 0
        self._rows: dict[str, R] = {}

    def show(self, ids: Sequence[str], at: int, *, stale: Sequence[str] = ()) -> None:
        """List ``ids`` with the note ``at`` marked; ``stale`` are those to fetch again, "*" all.

        Only lines that may look otherwise than before are drawn.
        """
        before, self._at = self._at, at
        for note_id in stale:
            self._rows.pop(note_id, None)
        if ids is not self._ids or "*" in stale:
            self._ids = ids
            self._rows.clear()
            self.virtual_size = Size(self.scrollable_content_region.width, len(ids))
            self.refresh()
        elif before != at or stale:
            top = self.scroll_offset.y
            shown = range(top, min(top + self.size.height, len(ids)))
            for place in shown:
                if place in {before, at} or ids[place] in stale:
                    self.refresh_line(place)
        self._keep_in_sight()

    def on_resize(self) -> None:
        """Keep the open note in sight."""
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._ids))
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        height, top = self.size.height, self.scroll_offset.y
        if height and not top <= self._at < top + height:
            self.scroll_to(y=max(self._at - height // 3, 0), animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """One note."""
        at = y + self.scroll_offset.y
        width, base = self.scrollable_content_region.width, self.rich_style
        if at >= len(self._ids):
            return Strip.blank(width, base)
        row = self._row(at)
        open_now = at == self._at
        style = base + Style(reverse=True, bold=True) if open_now else base
        if row is None:
            return line([(self._ids[at], Style())], style, width)
        above = self._row(at - 1) if y else None
        return line(self._wording(row, above), style, width)

    def _row(self, at: int) -> R | None:
        note_id = self._ids[at]
        if note_id not in self._rows:
            first = at - at % _PAGE
            wanted = [i for i in self._ids[first : first + _PAGE] if i not in self._rows]
            try:
                self._rows.update((row.id, row) for row in self._fetch(wanted))
            except NotecodeError:
                return None  # the database is busy: the id stands here until the next redraw
        return self._rows.get(note_id)

    def on_click(self, event: events.Click) -> None:
        """Open the note under the mouse."""
        at = event.y + self.scroll_offset.y
        if at < len(self._ids):
            self.post_message(self.Chosen(at))


def note_wording(row: NoteRow, above: NoteRow | None, width: int = _NARROW) -> list[Piece]:
    """Coded or not, done or not, case, date, contact, references, memo or not, open suggestions.

    A wider list has more of the case and of the contact.

    The case stands at its first note, and at the first in sight, and a line runs down from it.
    """
    mark = ("●" if row.references else "○") + ("✓" if row.done else " ")
    same = above is not None and above.case_id == row.case_id
    case = "│" if same else printable(row.case_id)
    day = f"{row.date:%y-%m-%d}" if row.date else "no date "
    count = str(row.references or "")
    left = f"{row.open_suggestions}?" if row.open_suggestions else ""
    memo = MEMO if row.memo else " "
    more = max(width - _NARROW, 0)
    case_room, contact_room = 7 + more // 2, 4 + more - more // 2
    contact = pad(shorten(printable(row.contact_type), contact_room), contact_room)
    rest = f"{day} {contact}{count:>3}{memo}{left:>3}"
    return [
        (mark, Style()),
        (f" {pad(shorten(case, case_room), case_room + 1)}", _QUIET if same else _CASE),
        (rest, Style()),
    ]
