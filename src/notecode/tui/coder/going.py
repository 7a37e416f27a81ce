"""Going: to a case or note by its name, back and forward, to bookmarks, to what is uncoded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from notecode.project.coding import bookmarks
from notecode.project.coding.bookmarks import Bookmark
from notecode.project.coding.finding import Named, named
from notecode.text.grid import printable
from notecode.tui.coder.list_pane import BOLD, PLAIN, QUIET, Choice, ListPane
from notecode.tui.coder.trail import Stop

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from notecode.tui.coder.screen import CoderScreen


class GoTo(ListPane[str]):
    """Cases and notes whose id has what is typed; a number is a place in the list too."""

    title = "go to a case, a note, or a number of the list"
    hint = "Enter goes  Tab completes  Esc"

    def __init__(self, screen: CoderScreen) -> None:
        """Nothing is typed."""
        super().__init__(screen)
        self._known: tuple[str, list[Named]] = ("", [])

    def _named(self) -> list[Named]:
        typed = self.typed.text.strip()
        if self._known[0] != typed:
            self._known = (typed, named(self.screen.desk.session, typed))
        return self._known[1]

    def choices(self) -> Sequence[Choice[str]]:
        """What is just so first, then the place in the list, then what has it in its id."""
        typed, ids = self.typed.text.strip(), self.screen.desk.ids
        found = self._named()
        lines = [_named_line(each) for each in found]
        same = [n for n, each in enumerate(found) if each.id.casefold() == typed.casefold()]
        first = [lines[n] for n in same]
        if typed.isdecimal() and typed[0] != "0" and int(typed) <= len(ids):
            place = ((f"note {int(typed):,} of the {len(ids):,} listed", BOLD),)
            first.append(Choice(ids[int(typed) - 1], place))
        return [*first, *(line for n, line in enumerate(lines) if n not in same)]

    def nothing(self) -> str:
        """What there is to type."""
        return "there is no such case or note" if self.typed.text.strip() else "type some of it"

    def key(self, key: str, character: str) -> bool:
        """Tab completes what is typed to the id of the marked line."""
        del character
        if key != "tab":
            return False
        lines, found = self.choices(), self._named()
        at = min(self.at, len(lines) - 1)
        known = {each.note_id: each.id for each in reversed(found)}
        if lines and lines[at].value in known:
            self.typed.replace(known[lines[at].value])
            self.at = 0
        return True

    def choose(self, value: str) -> None:
        """Open the note."""
        self.screen.desk.go(Stop(value, None))


def _named_line(each: Named) -> Choice[str]:
    if each.notes:
        right = f"{each.notes:,} notes"
        case = ((printable(f"case {each.id}  "), BOLD), (printable(each.site), QUIET))
        return Choice(each.note_id, case, right)
    day = f"{each.date:%Y-%m-%d}" if each.date else "no date"
    rest = (printable(f"case {each.case_id}  {day}"), QUIET)
    return Choice(each.note_id, ((printable(f"note {each.id}  "), PLAIN), rest))


class Bookmarks(ListPane[Bookmark]):
    """The bookmarks with the words that they stand at."""

    title = "bookmarks"
    hint = "type to narrow  Enter goes  Esc closes"

    def __init__(self, screen: CoderScreen) -> None:
        """Those of this coder."""
        super().__init__(screen)
        self._all = bookmarks.bookmarks_of(screen.desk.session)

    def choices(self) -> Sequence[Choice[Bookmark]]:
        """The bookmarks in whose line all that is typed stands."""
        parts = self.typed.text.casefold().split()
        return [
            _bookmark_line(each)
            for each in self._all
            if all(part in f"{each.place.case_id} {each.words}".casefold() for part in parts)
        ]

    def nothing(self) -> str:
        """How to make one."""
        none = f"no bookmark yet: {self.screen.desk.keys['bookmark']} sets one"
        return "no bookmark has this" if self._all else none

    def choose(self, value: Bookmark) -> None:
        """Go to the place."""
        self.screen.desk.go(Stop(value.place.note_id, value.span))


def _bookmark_line(each: Bookmark) -> Choice[Bookmark]:
    day = f"{each.place.date:%Y-%m-%d}" if each.place.date else "no date"
    words = printable(" ".join(each.words.split()))
    place = (printable(f"{each.place.case_id}  {day}  "), QUIET)
    return Choice(each, (place, (words, PLAIN)))


def bookmark(screen: CoderScreen) -> None:
    """Set a bookmark on what is selected, or take it off."""
    desk = screen.desk
    there = bookmarks.toggle_bookmark(desk.session, desk.here.note_id, desk.selection)
    desk.mark_found()
    listed = f"{desk.keys['bookmarks']} lists them"
    desk.message = f"bookmark set: {listed}" if there else "bookmark taken off"


COMMANDS: Mapping[str, Callable[[CoderScreen], object]] = {
    "go": lambda screen: screen.open_pane(GoTo(screen)),
    "back": lambda screen: screen.desk.walk(-1),
    "forward": lambda screen: screen.desk.walk(1),
    "next-uncoded": lambda screen: screen.desk.next_uncoded(),
    "bookmark": bookmark,
    "bookmarks": lambda screen: screen.open_pane(Bookmarks(screen)),
}
"""Going somewhere."""
