"""Memos beside the note: the one here is written in place and saved while one types."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from rich.style import Style
from textual import events

from notecode.errors import CodingError, ConflictError, DamagedError, DatabaseError, NotecodeError
from notecode.memos import PROJECT, links_in
from notecode.model import Thing
from notecode.project.coding import memos
from notecode.text.grid import printable
from notecode.tui.coder.memo_places import show_thing
from notecode.tui.coder.pane import QUITTING, Pane
from notecode.tui.coder.thing_picker import Found, ThingPicker
from notecode.tui.leaving import LeavingApp
from notecode.tui.lines import wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.timer import Timer

    from notecode.model import Change
    from notecode.tui.coder.desk import Desk
    from notecode.tui.coder.screen import CoderScreen
    from notecode.tui.lines import Piece

PAUSE = 1.5
"""Seconds without a key after which a memo is saved."""

AT_LAST = 4.0
"""Seconds for which the coder, being ended, waits for another program to let a memo be saved."""

_PLAIN = Style()
_BOLD = Style(bold=True)
_QUIET = Style(dim=True)
_STATE = Style(reverse=True, bold=True)
_HINTS = (
    "Esc leaves, saving  Ctrl+S saves  [[ links  Ctrl+G goes there",
    "Esc leaves, saving  [[ links",
    "Esc leaves",
)
_LEAST_TITLE = 20  # cells, however narrow the screen is
_AGAIN_IN = 0.05  # seconds until the next attempt
_LINES = 4  # under the memo: its state, what went wrong, links


class MemoPane(Pane):
    """One memo, open to be written. Esc leaves and saves; so does a pause, and stays."""

    hides_strip = True
    saves_first = True

    def __init__(self, screen: CoderScreen, writing: memos.Writing) -> None:
        """Use ``write_on`` or ``write_memo``."""
        from notecode.tui.coder.memo_area import MemoArea

        self._screen = screen
        self._writing = writing
        self._area = MemoArea(writing.stored, self._begin, self._taken_away)
        self._begun = False
        self._closed = False
        self._early: list[events.Key | events.Paste] = []
        self._timer: Timer | None = None
        self._said = ""
        self._stuck = False
        self._last: Change | None = None
        self._new = writing.memo is None
        self._title = memos.wording_of_thing(screen.desk.session, writing.on)
        self._near = self._neighbours()

    def open(self) -> None:
        """Show it under the note; keys that come before it is there are kept for it."""
        screen = self._screen
        screen.open_pane(self)
        screen.show()
        screen.mount(self._area, before="#pane")

    def _begin(self) -> None:
        """The text is there: what was typed ahead goes the way of any key."""
        self._begun = True
        for event in self._early:
            if isinstance(event, events.Key):
                self._screen.on_key(event)
            else:
                self._screen.on_paste(event)

    @property
    def unsaved(self) -> bool:
        """Whether something is typed that is not stored yet."""
        return not self._writing.says(self._area.text)

    # Keys

    def take(self, key: str, character: str) -> bool:
        """Take every key; quitting goes on to the screen once the memo is saved."""
        if not self._begun:
            self._early.append(events.Key(key, character or None))
        elif key in QUITTING:
            return not self.save()
        elif key == "escape":
            self._leave()
        elif key == "ctrl+s":
            self.save()
        elif key == "ctrl+g":
            self._follow()
        elif self._screen.action_of(key) == "note-memo":
            self._to_note()
        elif self._area.take(key, character):
            self._typed()
            before = self._area.text[: self._area.offset_of_cursor]
            if character == "[" and before.endswith("[[") and not before.endswith("[[["):
                self._pick_link()
        return True

    def paste(self, text: str) -> bool:
        """Put in what is pasted."""
        if self._begun:
            self._area.put(text)
            self._typed()
        else:
            self._early.append(events.Paste(text))
        return True

    def _typed(self) -> None:
        self._stuck, self._said = False, ""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._screen.set_timer(PAUSE, self.save)
        self._screen.show()

    # Saving

    def save(self) -> bool:
        """Store what is typed; False if that was not possible, which is then said."""
        if self._timer is not None:
            self._timer.stop()
        if not self.unsaved:
            return True
        try:
            self._last = self._writing.save(self._area.text) or self._last
        except ConflictError:
            self._show_both()
        except NotecodeError as error:
            self._said = f"! {error.what.rstrip('.')}. {error.hint}"
            self._stuck = True
        else:
            self._said = ""
            self._near = self._neighbours()
            self._screen.show()
            return True
        self._screen.show()
        return False

    def _taken_away(self) -> None:
        """The coder ends: what cannot be stored is said once the screen is gone."""
        app = self._screen.app
        if (lost := self.keep()) and isinstance(app, LeavingApp):
            app.say_after(lost)

    def keep(self) -> str:
        """Store what is typed, beside what somebody else wrote meanwhile; words if it cannot be."""
        text = self._area.text
        end = time.monotonic() + AT_LAST
        while not self._closed:
            try:
                self._writing.save(text)
            except ConflictError:
                text = self._writing.with_mine(text)
            except NotecodeError as error:
                hopeless = not isinstance(error, DatabaseError) or isinstance(error, DamagedError)
                if hopeless or time.monotonic() >= end:
                    on = self._writing.on
                    return f"The memo on {on.kind} {on.id} was not saved: {error.what}."
                time.sleep(_AGAIN_IN)
            else:
                break
        return ""

    def _show_both(self) -> None:
        """Somebody else was quicker: show both versions, for one to be made of them."""
        self._area.show_text(self._writing.with_mine(self._area.text))
        self._said = (
            "! changed meanwhile by somebody else, and nothing was overwritten. Both versions"
            " stand here: make one of them, Ctrl+S saves it"
        )

    def _neighbours(self) -> memos.Neighbours:
        session, writing = self._screen.desk.session, self._writing
        return memos.neighbours(session.db, writing.on, writing.memo, writing.stored)

    # Leaving

    def _leave(self) -> None:
        warned = self._stuck
        if self.save():
            self.close(self._outcome())
        elif warned:
            self.close("! the memo was not saved")
        elif self._stuck:
            self._said = f"{self._said} {_AGAIN}"
            self._screen.show()

    def close(self, message: str) -> None:
        """Take it off the screen, and show the note's marks as they are now."""
        if self._timer is not None:
            self._timer.stop()
        self._closed = True
        self._screen.close_pane(self)
        self._area.remove()

        def show() -> None:
            self._screen.desk.show_stored()
            self._screen.desk.message = message

        self._screen.attempt(show)

    def _outcome(self) -> str:
        if self._last is None:
            return f"memo on {self._title}: nothing changed" if self._writing.memo else "no memo"
        if self._last.memos[0].after is None:
            if self._new:  # its saves are one step, of which nothing is left to be undone
                return f"memo on {self._title}: erased again"
            key = self._screen.desk.keys["undo"]
            return f"memo on {self._title}: deleted, {key} brings it back"
        broken = ", ".join(f"[[{thing}]]" for thing in self._near.broken)
        said = f"memo on {self._title}: saved"
        return f"! {said}, but {broken} leads nowhere" if broken else said

    # Links

    def _pick_link(self) -> None:
        desk = self._screen.desk

        def look_for(typed: str) -> list[Found]:
            here = [each for each in _references_here(desk, typed) if each[0] != self._writing.on]
            return here + memos.things_to_link(desk.session, typed)

        def put(thing: Thing | None, typed: str) -> None:
            del typed
            if thing is None:  # no link, and nothing of one
                for _ in "[[":
                    self._area.action_delete_left()
            else:
                self._area.put(f"{thing}]]")
            self._typed()

        self._screen.open_pane(ThingPicker(self._screen, "link to", look_for, put))
        self._screen.show()

    def _to_note(self) -> None:
        """From the memo of a reference to that of its note."""
        if self._writing.on.kind == "reference" and self.save():
            self.close(self._outcome())
            self._screen.attempt(lambda: write_on_note(self._screen))

    def _follow(self) -> None:
        """Go where the link at the cursor leads, else to what the memo is on."""
        at = self._area.offset_of_cursor
        links = [link.to for link in links_in(self._area.text) if link.start <= at <= link.end]
        to = links[0] if links else self._writing.on
        if self.save():
            self.close(self._outcome())
            self._screen.attempt(lambda: go_to(self._screen, to))

    # What is shown

    def room(self, height: int) -> int:
        """The lines under the text."""
        return _LINES if height >= 20 else 2

    def lines(self, width: int, most: int) -> list[list[Piece]]:
        """Whose memo on what, whether it is saved, and what is linked."""
        self._area.styles.height = max(self._screen.size.height // 3 - 2, 3)
        memo = self._writing.memo
        other = (
            f" by {memo.coder}" if memo and memo.coder != self._screen.desk.session.coder else ""
        )
        state = " not saved yet " if self.unsaved else " saved " if memo else " empty "
        title = printable(f" memo on {self._title}{other} ")
        title = title[: max(width - len(state) - len(_HINTS[-1]) - 4, _LEAST_TITLE)]
        room = width - len(title) - len(state) - 3
        key = self._screen.desk.keys["note-memo"]
        to_note = f"{key} the note's  " if self._writing.on.kind == "reference" else ""
        said = (*(to_note + hint for hint in _HINTS), _HINTS[-1])
        hint = next((words for words in said if len(words) <= room), "")
        first: list[Piece] = [
            (title, _BOLD),
            (state, _STATE if self.unsaved else _BOLD),
            (hint.rjust(max(room + 1, 0)), _QUIET),
        ]
        return [first, *self._more(width)][:most]

    def _more(self, width: int) -> list[list[Piece]]:
        if self._said:
            return wrapped(printable(self._said), width, _BOLD)
        lines: list[list[Piece]] = []
        if self._near.broken:
            named = " ".join(f"[[{thing}]]" for thing in self._near.broken)
            lines.append([(printable(f" ! leads nowhere: {named}")[: width - 1], _BOLD)])
        if self._near.beside:
            key = self._screen.desk.keys["memos"]
            others = ", ".join(dict.fromkeys(self._near.beside))
            lines.append([(printable(f" another memo here, by {others}: {key}"), _QUIET)])
        if self._near.backlinks:
            book = self._screen.desk.codebook
            from_ = "; ".join(memos.wording_of(each, book) for each in self._near.backlinks)
            lines.append([(printable(f" linked from the memos on {from_}")[: width - 1], _QUIET)])
        return lines


_AGAIN = "Esc again leaves without saving"


def _references_here(desk: Desk, typed: str) -> list[Found]:
    """The references of the open note in whose label or passage all typed words stand."""
    found = [
        (Thing("reference", item.id), f"{desk.label(item.code)}: {item.span.cut(desk.page.text)}")
        for item in desk.page.references.items
    ]
    words = typed.casefold().removeprefix("reference").removeprefix(":").split()
    return [each for each in found if all(word in each[1].casefold() for word in words)]


def write_here(screen: CoderScreen) -> None:
    """Open the memo of the reference at the cursor, else of the note."""
    desk = screen.desk
    if desk.mode != "read":
        desk.message = f"first end this: {desk.keys['accept']}, or {desk.keys['cancel']}"
        return
    reference = desk.reference
    on = Thing("reference", reference.id) if reference else Thing("note", desk.page.coded.note.id)
    write_on(screen, on)


def write_on_note(screen: CoderScreen) -> None:
    """Open the memo of the note, whatever is at the cursor."""
    if not screen.desk.busy():
        write_on(screen, Thing("note", screen.desk.page.coded.note.id))


def write_on(screen: CoderScreen, on: Thing) -> None:
    """Open this coder's memo on a thing.

    Raises:
        CodingError: if there is no such thing.

    """
    MemoPane(screen, memos.begin(screen.desk.session, on)).open()


def write_memo(screen: CoderScreen, memo_id: str) -> None:
    """Open a memo, whoever began it.

    Raises:
        CodingError: if there is none of this id.

    """
    MemoPane(screen, memos.open_memo(screen.desk.session, memo_id)).open()


def go_to(screen: CoderScreen, to: Thing) -> None:
    """Show what a link leads to, or what a memo is on.

    Raises:
        CodingError: if it leads nowhere.

    """
    desk = screen.desk
    if to.kind == "memo":
        write_memo(screen, to.id)
    elif to.kind == "code" and (code := desk.codebook.code_by_id.get(to.id)):
        desk.message = f"{code.label}: {code.definition}"
    elif to == PROJECT:
        desk.message = "a memo on the project has no place in the notes"
    elif not show_thing(desk, to):
        raise CodingError(f"there is no {to.kind} {to.id!r} any more")


def _all_memos(screen: CoderScreen) -> None:
    from notecode.tui.coder.memo_list import MemoList

    screen.open_pane(MemoList(screen))


COMMANDS: Mapping[str, Callable[[CoderScreen], object]] = {
    "memo": write_here,
    "note-memo": write_on_note,
    "memos": _all_memos,
}
"""Memos."""
