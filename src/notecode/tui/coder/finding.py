"""Finding a text: its places in the open note, the notes that have it, a list of both."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rich.style import Style

from notecode.project.coding.finding import Found, Hit, search_notes, show_hits
from notecode.text.grid import printable
from notecode.text.layout import fit_end, pad, shorten
from notecode.tui.coder.hits import Hits, next_span
from notecode.tui.coder.list_pane import PLAIN, QUIET, Choice, ListPane
from notecode.tui.coder.trail import Stop

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from notecode.model import Span
    from notecode.tui.coder.desk import Desk
    from notecode.tui.coder.screen import CoderScreen
    from notecode.tui.cursor import Direction

SEARCHING = "searching…"
_FOUND = Style(bold=True, underline=True)


def ask_for_text(screen: CoderScreen) -> None:
    """Ask what to look for; without a word the places last found are listed."""
    screen.ask("find words", partial(_find, screen))


def _find(screen: CoderScreen, typed: str) -> None:
    desk = screen.desk
    if not typed.strip():
        list_hits(screen)
        return
    desk.hits = Hits(typed)
    desk.mark_found()
    if not desk.hits:
        desk.message = "there is no letter or digit to look for in this"
        return
    if desk.page.hits.items:
        _show(desk, desk.page.hits.items[0])
    desk.message = SEARCHING
    here = desk.here
    query = desk.hits.query
    screen.background.ask(
        "find", partial(search_notes, query=query), lambda found: _take(desk, here, found)
    )


def _take(desk: Desk, here: Stop, found: Found) -> None:
    """Know the notes that have it; go to the first, if nobody has gone anywhere meanwhile."""
    desk.hits.take(found.ids, desk.ids)
    if desk.here != here or desk.mode != "read":
        if desk.message in ("", SEARCHING):
            desk.message = f"{_count(desk)}: {desk.keys['find-next']} goes there"
    elif desk.page.hits.items:
        desk.message = _said(desk)
    else:
        next_hit(desk, 1)


def _show(desk: Desk, span: Span) -> None:
    """Select words that were looked for: they are no other bounds of a suggestion there."""
    desk.end_mode()
    desk.let_go()
    desk.cursor.select(span)
    desk.hits.here = desk.here


def next_hit(desk: Desk, direction: Direction) -> None:
    """To the next or previous place in this note, else in the notes beside it in the list."""
    if not desk.hits:
        desk.message = f"nothing has been looked for yet: {desk.keys['find']} finds a text"
        return
    desk.end_mode()
    spans = desk.page.hits.items
    at = next_span(spans, desk.selection, direction)
    if at is None and desk.hits.waiting:
        desk.message = SEARCHING
        return
    if at is None and (note := desk.hits.next_note(desk.at, direction)) is not None:
        if note != desk.at:
            desk.open(note)
        spans = desk.page.hits.items
        at = (0 if direction > 0 else len(spans) - 1) if spans else None
    if at is not None:
        _show(desk, spans[at])
    desk.message = _said(desk)


def _said(desk: Desk) -> str:
    """Which of the places of this note is selected, and in how many notes there are others."""
    spans = desk.page.hits.items
    if not desk.hits.notes and not spans:
        where = f"the {len(desk.ids):,} notes of this list" if desk.wanted else "any note"
        everywhere = f"; {desk.keys['all-notes']} lists all notes" if desk.wanted else ""
        return f"not found in {where}: {desk.hits.query.typed.strip()}{everywhere}"
    keys = desk.keys
    goes_on = (
        f"{keys['accept']} {keys['find-next']} next  {keys['find-previous']} previous"
        f"  {keys['find']} Enter lists"
    )
    if desk.selection not in spans:
        return f"{_count(desk)}; {goes_on}"
    return f"{spans.index(desk.selection) + 1} of {len(spans)} here; {_count(desk)}; {goes_on}"


def _count(desk: Desk) -> str:
    notes = len(desk.hits.notes)
    return f"{notes:,} notes have it" if notes != 1 else "1 note has it"


class HitList(ListPane[Hit]):
    """The places found with the words around them, which come in while one reads."""

    title = "found"
    hint = "type to narrow  Enter goes  Esc closes"

    def __init__(self, screen: CoderScreen) -> None:
        """Begin to fetch the places in the notes of the list."""
        super().__init__(screen)
        self._hits: list[Hit] = []
        self._done = False
        desk = screen.desk
        begin = next((n for n, at in enumerate(desk.hits.notes) if at >= desk.at), 0)
        ordered = desk.hits.notes[begin:] + desk.hits.notes[:begin]
        ids = [desk.ids[at] for at in ordered]
        screen.background.ask("hits", partial(show_hits, query=desk.hits.query, ids=ids), self._add)

    def _add(self, hits: list[Hit]) -> None:
        self._hits += hits
        self._done = True
        self.go_on()

    def waiting(self) -> bool:
        """Whether no place has come yet."""
        return not self._done

    def choices(self) -> Sequence[Choice[Hit]]:
        """The places in whose line all that is typed stands."""
        parts = self.typed.text.casefold().split()
        return [
            _hit_line(hit)
            for hit in self._hits
            if not parts or all(part in _searched(hit) for part in parts)
        ]

    def nothing(self) -> str:
        """Whether there may be something yet."""
        return "no place has this" if self._done else SEARCHING

    def choose(self, value: Hit) -> None:
        """Go to the place."""
        desk = self.screen.desk
        desk.go(Stop(value.place.note_id, value.span))
        _show(desk, value.span)
        desk.message = _said(desk)

    def leave(self) -> None:
        """Close, and fetch no more."""
        self.screen.background.stop("hits")
        super().leave()


def _searched(hit: Hit) -> str:
    return f"{hit.place.case_id} {hit.before}{hit.words}{hit.after}".casefold()


def _hit_line(hit: Hit) -> Choice[Hit]:
    day = f"{hit.place.date:%y-%m-%d}" if hit.place.date else "no date "
    before, after = (printable(" ".join(part.split("\n"))) for part in (hit.before, hit.after))
    return Choice(
        hit,
        (
            (f"{pad(shorten(printable(hit.place.case_id), 8), 8)} {day} ", QUIET),
            (pad(fit_end(before, 24), 24, right=True), PLAIN),
            (printable(hit.words), _FOUND),
            (after, PLAIN),
        ),
    )


def list_hits(screen: CoderScreen) -> None:
    """List the places last found."""
    if not screen.desk.hits.notes:
        screen.desk.message = _said(screen.desk) if screen.desk.hits else "type what to look for"
    else:
        screen.open_pane(HitList(screen))


def forget(desk: Desk) -> bool:
    """Mark no longer what was looked for; whether anything was."""
    if not desk.hits:
        return False
    desk.hits = Hits()
    desk.mark_found()
    desk.message = "what was found is no longer marked"
    return True


COMMANDS: Mapping[str, Callable[[CoderScreen], object]] = {
    "find": ask_for_text,
    "find-next": lambda screen: next_hit(screen.desk, 1),
    "find-previous": lambda screen: next_hit(screen.desk, -1),
}
"""Finding a text."""
