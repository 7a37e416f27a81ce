"""The note: drawn row by row, each row kept until something on it changes."""

from collections.abc import Mapping
from functools import cached_property

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer

from notecode.model import Span
from notecode.tui.lines import differing_cells
from notecode.tui.page import Page
from notecode.tui.painting import MARGIN, Look, Selected, paint

_CONTEXT = 2  # rows kept in sight above and below the cursor
_DRAG_PACE = 0.06  # seconds a row while the mouse is drawn past an edge


class NoteView(ScrollView, can_focus=True, inherit_bindings=False):
    """The open note. It holds the focus all the time, and has no keys of its own."""

    ALLOW_SELECT = False

    class Placed(Message):
        """The mouse was pressed (``clicks`` times) on a place of the text of a ``view``."""

        def __init__(self, offset: int, clicks: int, view: str = "note") -> None:
            super().__init__()
            self.offset = offset
            self.clicks = clicks
            self.view = view

    class Dragged(Message):
        """The mouse was drawn from one place of the text to another."""

        def __init__(self, start: int, end: int, view: str = "note") -> None:
            super().__init__()
            self.start = start
            self.end = end
            self.view = view

    def __init__(self, look: Look, name: str = "note") -> None:
        """Draw with ``look``; ``show`` gives it a page. ``name`` is its id in the style sheet."""
        super().__init__(id=name)
        self._look = look
        self._page: Page | None = None
        self._version = -1
        self._selected = Selected()
        self._strips: dict[int, Strip] = {}
        self._pressed: int | None = None
        self._labels: dict[int, str] = {}
        self._beyond: Timer | None = None  # while the mouse is drawn past an edge
        self._pulled = (0, 0)  # which way then (-1 up, 1 down), and at which cell

    @property
    def text_width(self) -> int:
        """Cells for the text, beside the margin."""
        return max(self.scrollable_content_region.width - MARGIN, 2)

    def show(self, page: Page, span: Span | None, focus: int, reference: str) -> None:
        """Draw what has changed: the rows of the selection, or all where the note has.

        ``focus`` is the offset that the cursor stands on, ``reference`` the one acted on.
        """
        opened = page is not self._page
        if opened:
            self._page, self._version = page, -1
            if page.layout.width != self.text_width:
                page.wrap(self.text_width)
            self.scroll_to(y=0, animate=False, force=True)
        cluster = page.layout.cluster_span(focus) if span else None
        selected = Selected(span, cluster, reference)
        before, self._selected = self._selected, selected
        if page.version != self._version:
            self._redraw(opened=opened)
        elif before != selected:
            self._redraw_rows(before, selected)
        if opened or before.span != selected.span or before.focus != selected.focus:
            self._keep_in_sight(selected)

    def render_line(self, y: int) -> Strip:
        """One row of the screen, from the store of drawn rows where it is there."""
        number = y + self.scroll_offset.y
        width = self.size.width
        page = self._page
        base = self._base
        if page is None or number >= len(page.layout.rows):
            return Strip.blank(width, base)
        if number not in self._strips:
            drawn = paint(page, number, self._selected, self._look, base=base, width=width)
            self._strips[number] = self._with_labels(drawn, number)
        return self._strips[number]

    @property
    def in_view(self) -> Span | None:
        """The part of the text that is to be seen; None if there is none."""
        if self._page is None or not self._page.text:
            return None
        rows, top = self._page.layout.rows, self.scroll_offset.y
        last = min(top + self.size.height, len(rows))
        start, end = rows[min(top, len(rows) - 1)].start, rows[last - 1].end if last else 0
        return Span(start, end) if start < end else None

    def further(self, unit: Span, rows: int) -> int | None:
        """Where to look so that a unit longer than the screen is seen ``rows`` further.

        None if it is not so long, or its end is in sight (its beginning, if ``rows`` is negative).
        """
        if self._page is None:
            return None
        layout, height, top = self._page.layout, self.size.height, self.scroll_offset.y
        held = layout.rows_of(unit)
        if len(held) <= height:
            return None
        if rows > 0:
            seen = held.stop <= top + height
            row = min(top + height - 1 - _CONTEXT + rows, held.stop - 1)
        else:
            seen = held.start >= top
            row = max(top + _CONTEXT + rows, held.start)
        return None if seen else min(max(layout.rows[row].start, unit.start), unit.end - 1)

    def end_of(self, unit: Span) -> int | None:
        """The beginning of the last row of a unit longer than the screen; None if it is shorter."""
        if self._page is None:
            return None
        rows = self._page.layout.rows_of(unit)
        last = self._page.layout.rows[rows.stop - 1].start if len(rows) > self.size.height else None
        return None if last is None else max(last, unit.start)

    def label(self, labels: Mapping[int, str]) -> None:
        """Draw these over the text, each from the place (an offset) that it belongs to."""
        rows = (
            {self._page.layout.row_at(at) for at in (*self._labels, *labels)} if self._page else ()
        )
        self._labels = dict(labels)
        for row in rows:
            self._strips.pop(row, None)
            if 0 <= row - self.scroll_offset.y < self.size.height:
                self.refresh_line(row)

    def _with_labels(self, drawn: Strip, number: int) -> Strip:
        if self._page is None or not self._labels:
            return drawn
        for at, label in self._labels.items():
            row, cell = self._page.layout.cell_at(at)
            if row == number:
                first = MARGIN + cell
                sign = Strip([Segment(label, self._base + self._look.sign + Style(reverse=True))])
                rest = drawn.crop(first + len(label), drawn.cell_length)
                drawn = Strip.join([drawn.crop(0, first), sign, rest])
        return drawn

    def notify_style_update(self) -> None:
        """Forget the drawn rows when the theme changes."""
        super().notify_style_update()
        self._strips.clear()
        self.__dict__.pop("_base", None)

    @cached_property
    def _base(self) -> Style:
        """The style under everything; asked of Textual once, as it looks at every ancestor."""
        return self.rich_style

    def on_resize(self) -> None:
        """Wrap to the new width, with the same words at the top."""
        page = self._page
        self._strips.clear()
        if page is None or page.layout.width == self.text_width:
            self._keep_in_sight(self._selected)
            return
        top = page.layout.rows[min(self.scroll_offset.y, len(page.layout.rows) - 1)].start
        page.wrap(self.text_width)
        self._redraw()
        self.scroll_to(y=page.layout.row_at(top), animate=False, force=True)

    def _redraw(self, *, opened: bool = False) -> None:
        """Draw the rows that look otherwise by now: all, if the text or its wrapping is another."""
        page = self._page
        if page is None:
            return
        self._version = page.version
        drawn, self._strips = self._strips, {}
        size = Size(self.text_width + MARGIN, len(page.layout.rows))
        if opened or size != self.virtual_size:
            self.virtual_size = size
            self.refresh()
            return
        top = self.scroll_offset.y
        for row in range(top, min(top + self.size.height, len(page.layout.rows))):
            self._refresh_cells(row, drawn.get(row))

    def _redraw_rows(self, before: Selected, after: Selected) -> None:
        rows: set[int] = set()
        for selected in (before, after):
            rows.update(self._rows_of(selected))
        top, height = self.scroll_offset.y, self.size.height
        for row in rows:
            drawn = self._strips.pop(row, None)
            if top <= row < top + height:
                self._refresh_cells(row, drawn)

    def _refresh_cells(self, row: int, drawn: Strip | None) -> None:
        """Send the terminal what of a row in sight looks otherwise than was ``drawn`` last."""
        if drawn is None:
            self.refresh_line(row)
            return
        y = row - self.scroll_offset.y
        start, end = differing_cells(drawn, self.render_line(y))
        if start < end:
            self.refresh(Region(start, y, end - start, 1))

    def _rows_of(self, selected: Selected) -> set[int]:
        """The rows that this selection changes the look of."""
        if self._page is None:
            return set()
        rows: set[int] = set()
        for span in (selected.span, selected.focus):
            if span is not None:
                rows.update(self._page.layout.rows_of(span))
        reference = self._page.reference(selected.reference)
        if reference is not None:
            rows.update(self._page.layout.rows_of(reference.span))
        return rows

    def _keep_in_sight(self, selected: Selected) -> None:
        """Scroll, no further than need be, so that the selection can be seen."""
        if self._page is None or selected.span is None:
            return
        height = self.size.height
        layout = self._page.layout
        rows = layout.rows_of(selected.span)
        if len(rows) > height and selected.focus is not None:
            rows = layout.rows_of(selected.focus)
        context = min(_CONTEXT, max(height - len(rows), 0) // 2)
        first, last = max(rows.start - context, 0), rows.stop - 1 + context
        top = self.scroll_offset.y
        if last >= top + height:
            top = last - height + 1
        top = min(top, first)
        top = max(min(top, len(layout.rows) - height), 0)
        if top != self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, force=True)

    def _offset_under(self, event: events.MouseEvent) -> int | None:
        if self._page is None:
            return None
        row = event.y + self.scroll_offset.y
        if row >= len(self._page.layout.rows):
            return None
        return self._page.layout.offset_at(row, max(event.x - MARGIN, 0))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the cursor there; a drag may follow."""
        self._pressed = self._offset_under(event)
        if self._pressed is not None:
            self.capture_mouse()
            self.post_message(self.Placed(self._pressed, 1, self.id or ""))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select by dragging; past the upper or lower edge the note scrolls under the mouse."""
        if self._pressed is None:
            return
        step = -1 if event.y < 0 else int(event.y >= self.size.height)
        if step:
            # Scrolling itself makes a move of the mouse over what has come under it.
            if self._beyond is None:
                self._beyond = self.set_interval(_DRAG_PACE, self._drag_beyond)
            self._pulled = step, event.x
            return
        self._stop_scrolling()
        if (offset := self._offset_under(event)) is not None and offset != self._pressed:
            self.post_message(self.Dragged(self._pressed, offset, self.id or ""))

    def _drag_beyond(self) -> None:
        """Select a row further, and bring it into sight."""
        if self._page is None or self._pressed is None:
            return
        step, x = self._pulled
        last = len(self._page.layout.rows) - 1
        edge = self.scroll_offset.y + (self.size.height - 1 if step > 0 else 0)
        row = min(max(edge + step, 0), last)
        top = min(max(self.scroll_offset.y + step, 0), max(last + 1 - self.size.height, 0))
        self.scroll_to(y=top, animate=False, force=True)
        offset = self._page.layout.offset_at(row, max(x - MARGIN, 0))
        self.post_message(self.Dragged(self._pressed, offset, self.id or ""))

    def _stop_scrolling(self) -> None:
        if self._beyond is not None:
            self._beyond.stop()
            self._beyond = None

    def on_mouse_up(self) -> None:
        """End the drag."""
        self._pressed = None
        self._stop_scrolling()
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """A double click selects a word, a triple one a sentence."""
        offset = self._offset_under(event)
        if event.chain > 1 and offset is not None:
            self.post_message(self.Placed(offset, event.chain, self.id or ""))
