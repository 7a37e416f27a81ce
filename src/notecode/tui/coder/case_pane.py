"""The case beside its notes: attributes and assessments, with what supports them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rich.style import Style

from notecode.errors import CodingError
from notecode.model import Presence, Span
from notecode.project.coding.case_values import (
    CaseLine,
    Place,
    Support,
    case_lines,
    clear_value,
    known_attributes,
    quotation,
    set_value,
)
from notecode.text.grid import printable
from notecode.text.layout import one_line, pad, shorten
from notecode.tui.coder.case_choosing import ChooseValue, NameAttribute
from notecode.tui.coder.pane import Pane
from notecode.tui.coder.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from notecode.model import Attribute, Change
    from notecode.tui.coder.screen import CoderScreen
    from notecode.tui.lines import Piece

_PLAIN = Style()
_BOLD = Style(bold=True)
_QUIET = Style(dim=True)
_MARKED = Style(reverse=True, bold=True)
_STEPS = {"down": 1, "up": -1, "pagedown": 10, "pageup": -10, "home": -10_000, "end": 10_000}
_NAME, _VALUE = 26, 18  # cells at least; wider screens give them more
_KEPT_ROWS = 6  # header, two rows of the note, what stands at the foot
_HIGH = 36
_HINTS = (
    "Enter value  a absent  m missing  x take off  e support  s selection  g go there  n new",
    "Enter value  a absent  m missing  x off  e support  g go  n new  ? all",
    "Enter value  a absent  m missing  x off  g go  n new  ? all",
)
_KEYS = (
    ("Enter", "choose or type the value"),
    ("a", "recorded absent: it is said that there is none; the same as “no”"),
    ("m", "missing: nothing is known, which is never no"),
    ("x", "take your coding off: the case record counts again"),
    ("e", "the selection supports the value as it stands"),
    ("s", "the selection supports the next value that is set, or not"),
    ("g", "go to the passage that supports the value"),
    ("n", "name a new attribute, or one at another stage"),
    ("U R", "undo, redo"),
    ("Esc", "close the case"),
)


class CaseKeys(ScrollPane):
    """What each key does in the case, and what the signs mean."""

    title = "keys of the case"
    action = "help"

    def content(self, width: int) -> Sequence[list[Piece]]:
        """A line a key."""
        del width
        keys: list[list[Piece]] = [[(f" {key:<6}", _BOLD), (words, _PLAIN)] for key, words in _KEYS]
        said = "≠: the case record, or another coder, says something else"
        return [*keys, [(f" {said}", _QUIET)]]


class CasePane(Pane):
    """The lines of one case. It takes every key until it is closed.

    What was selected when it was opened supports the first value that is set, if it was extended,
    marked or drawn over with the mouse; every other value only once that is asked for.
    """

    hides_strip = True

    def __init__(self, screen: CoderScreen) -> None:
        """Show the case of the open note."""
        self._screen = screen
        coded = screen.desk.page.coded
        self.case = coded.case
        selection = screen.desk.selection
        self._selected = Support(coded.note, selection) if selection else None
        self._wanted = screen.desk.cursor.mark is not None  # something is always selected
        self._given: Place | None = None
        self.at = 0
        self._top = 0
        self._more: set[Place] = set()
        self._drawn: list[int | None] = []
        self._read_at = coded
        self.known: Mapping[str, Attribute] = {}
        self.listed: list[CaseLine] = []
        self.read()

    @property
    def line(self) -> CaseLine | None:
        """The line that is marked."""
        return self.listed[self.at] if self.listed else None

    @property
    def support(self) -> Support | None:
        """The passage that supports what is set next, unless it was for the value of another."""
        given_here = self.line is None or self._given in (None, self.line.place)
        return self._selected if self._wanted and given_here else None

    def read(self) -> None:
        """Read the case as it is stored now; the same line stays marked."""
        marked = self.line.place if self.line else None
        session = self._screen.desk.session
        self._read_at = self._screen.desk.page.coded
        self.known = known_attributes(session)
        self.listed = case_lines(session, self.case.id, self.known, self._more)
        self.mark(marked)

    def mark(self, place: Place | None) -> None:
        """Mark a line, if it is there; else the one at the same height."""
        places = [line.place for line in self.listed]
        self.at = places.index(place) if place in places else min(self.at, max(len(places) - 1, 0))

    # Keys

    def room(self, height: int) -> int:
        """All but two rows of the note; on a high screen the note keeps more."""
        return max(height - _KEPT_ROWS, 8) if height < _HIGH else height * 3 // 5

    def take(self, key: str, character: str) -> bool:
        """Take every key."""
        action = self._screen.action_of(key)
        if key in _STEPS:
            self._step(_STEPS[key])
            self._screen.show()
        elif key == "escape" or action == "case":
            self._screen.attempt(self._close)
        elif action in ("undo", "redo"):
            self._screen.attempt(partial(self._walk, action))
        elif key == "enter":
            self._screen.attempt(self._choose)
        else:
            self._screen.attempt(self._keys().get(character, partial(self._unknown, character)))
        return True

    def _keys(self) -> Mapping[str, Callable[[], object]]:
        return {
            "a": partial(self.set, "absent"),
            "m": partial(self.set, "missing"),
            "x": self._clear,
            "e": self._support_it,
            "s": self._toggle_support,
            "g": self._go,
            "n": self._name,
            "?": lambda: self._screen.open_pane(CaseKeys(self._screen)),
        }

    def _step(self, step: int) -> None:
        self.at = min(max(self.at + step, 0), max(len(self.listed) - 1, 0))

    def press(self, line: int) -> None:
        """Mark the line that was clicked; a click on the marked one chooses its value."""
        at = self._drawn[line - 2] if 2 <= line < len(self._drawn) + 2 else None
        if at is None:
            return
        if at == self.at:
            self._screen.attempt(self._choose)
        else:
            self.at = at
            self._screen.show()

    def paste(self, text: str) -> bool:
        """There is nothing to paste into."""
        del text
        return True

    # What is done

    def _close(self) -> None:
        self._screen.close_pane(self)

    def _say(self, words: str) -> None:
        self._screen.desk.message = words

    def _unknown(self, character: str) -> None:
        if character.isprintable():
            key = character.strip() or "this key"
            self._say(f"{key} means nothing here: ? lists the keys, Esc closes the case")

    def set(self, state: Presence, text: str = "") -> None:
        """Set the marked line, with the selection as its support if it is meant for it."""
        line = self._marked()
        if self.support is not None:
            self._given = line.place
        self._saved(
            set_value(
                self._screen.desk.session,
                self.case.id,
                line.place,
                state,
                text,
                support=self.support,
                attribute=self.known.get(line.place.name),
            )
        )

    def _marked(self) -> CaseLine:
        if self.line is None:
            raise CodingError("no attribute is known yet", hint="n makes one")
        return self.line

    def _saved(self, change: Change) -> None:
        self.read()
        value = change.values[0].after
        words = printable(change.summary.partition(", ")[2])
        support = " with the selection" if value and value.note_id else ""
        self._say(f"{words}, saved{support}. {self._screen.desk.keys['undo']} undoes")

    def _clear(self) -> None:
        self._saved(clear_value(self._screen.desk.session, self.case.id, self._marked().place))

    def _support_it(self) -> None:
        """Attach the selection to the value as it stands."""
        if self._selected is None:
            raise CodingError("nothing was selected", hint="Esc, select the passage, and come back")
        self._wanted, self._given = True, None
        value = self._marked().value
        self.set(value.state, value.value)

    def _toggle_support(self) -> None:
        if self._selected is None:
            raise CodingError("nothing was selected", hint="Esc, select the passage, and come back")
        self._wanted, self._given = self.support is None, None
        self._say(
            "the selection supports the next value" if self._wanted else "set without support"
        )

    def _choose(self) -> None:
        self._screen.open_pane(
            ChooseValue(
                self._screen,
                self._marked(),
                partial(self.set, "value"),
                supported=self.support is not None,
            )
        )

    def _name(self) -> None:
        self._screen.open_pane(NameAttribute(self._screen, self.known, self._add))

    def _add(self, place: Place) -> None:
        self._more.add(place)
        self.read()
        self.mark(place)
        self._choose()

    def _walk(self, action: str) -> None:
        desk = self._screen.desk
        before = {line.place: line.entry for line in self.listed}
        desk.undo() if action == "undo" else desk.redo()
        if desk.page.coded.case.id != self.case.id:
            self._close()
            return
        self.read()
        other = (line.place for line in self.listed if before.get(line.place) != line.entry)
        self.mark(next(other, self.line.place if self.line else None))

    def _go(self) -> None:
        coded = self._marked().coded
        if coded is None or not coded.note_id:
            raise CodingError("no passage supports this value", hint="e attaches the selection")
        self._close()
        desk = self._screen.desk
        desk.go_to_reference(coded.note_id, "")
        desk.cursor.select(Span(coded.start, coded.end))
        self._say(f"what supports {printable(str(self._marked().place))}")

    # What is shown

    def lines(self, width: int, most: int) -> list[list[Piece]]:
        """The case and what supports what is set; its lines by stage; more of the marked one."""
        if self._read_at is not self._screen.desk.page.coded:
            self.read()  # what others have written was taken in
        body = self._body(width)
        rows = max(most - 4, 3)
        marked = next((n for n, (at, _) in enumerate(body) if at == self.at), 0)
        # Its heading stays in sight above the first line of a stage.
        top = min(self._top, marked - 1 if marked and body[marked - 1][0] is None else marked)
        self._top = max(min(max(top, marked - rows + 1), len(body) - rows), 0)
        shown = body[self._top : self._top + rows]
        self._drawn = [at for at, _ in shown]
        blank: list[list[Piece]] = [[] for _ in range(rows - len(shown))]
        return [
            self._head(width),
            self._support_row(width),
            *(pieces for _, pieces in shown),
            *blank,
            *self._detail(width),
        ]

    def _head(self, width: int) -> list[Piece]:
        title = f" case {printable(self.case.id)} "
        hint = next((words for words in _HINTS if len(title) + len(words) + 2 <= width), "? keys")
        return [(title, _MARKED), (f" {hint}", _QUIET)]

    def _support_row(self, width: int) -> list[Piece]:
        if self._selected is None:
            return [(" nothing is selected in the note: values are set without support", _QUIET)]
        if self.support is None:
            words = shorten(self._selected.span.cut(self._selected.note.text), width - 37)
            return [(" next without support; s supports with ", _QUIET), (f"“{words}”", _QUIET)]
        quoted = one_line(self._selected.span.cut(self._selected.note.text))
        what = " next supported by " if self._given is None else " this value supported by "
        room = width - len(what) - 2
        return [(what, _BOLD), (shorten(f"“{quoted}", room) + "”", _PLAIN)]

    def _body(self, width: int) -> list[tuple[int | None, list[Piece]]]:
        """Every line with its place in ``listed``; headings of stages have None."""
        rows: list[tuple[int | None, list[Piece]]] = []
        stage = None
        for at, line in enumerate(self.listed):
            if line.place.stage != stage:
                stage = line.place.stage
                heading = stage or "attributes"
                rows.append((None, [(f" {printable(heading)}", _BOLD)]))
            rows.append((at, self._row(line, width, marked=at == self.at)))
        if not rows:
            rows.append(
                (None, [("   nothing is recorded of any case; n names an attribute", _QUIET)])
            )
        return rows

    def _row(self, line: CaseLine, width: int, *, marked: bool) -> list[Piece]:
        wider = max(width - 80, 0)
        name_room, value_room = _NAME + wider // 4, _VALUE + wider // 4
        name = pad(shorten(line.place.name, name_room), name_room)
        value = pad(shorten(line.words, value_room), value_room)
        origin_room = max(width - name_room - value_room - 9, 8)
        sign = "≠ " if line.conflict else "  "
        has_value = line.value.state == "value"
        style = _MARKED if marked else _PLAIN
        return [
            (" ▸ " if marked else "   ", style),
            (f"{name} ", style),
            (f"{value} ", style if marked else _BOLD if has_value else _QUIET),
            (sign, style if marked else _BOLD),
            (pad(shorten(line.origin, origin_room), origin_room), style if marked else _QUIET),
        ]

    def _detail(self, width: int) -> list[list[Piece]]:
        """What supports the marked line, and what contradicts it."""
        line = self.line
        if line is None:
            return [[], []]
        quoted = one_line(quotation(self._screen.desk.session, line.value))
        coded = line.coded
        first: list[Piece] = [(" no passage supports it", _QUIET)]
        if coded is not None and quoted:
            first = [
                (f" {printable(coded.note_id)} ", _BOLD),
                (shorten(f"“{quoted}", width - len(coded.note_id) - 14) + "”", _PLAIN),
                ("  g goes", _QUIET),
            ]
        elif coded is None:
            first = [(" from the case record" if line.entry else " nothing is recorded", _QUIET)]
        second: list[Piece] = []
        if line.conflict:
            said = shorten(f"≠ {line.conflict}; what was coded last counts", width - 2)
            second = [(f" {said}", _BOLD)]
        return [first, second]


def open_case(screen: CoderScreen) -> None:
    """Show the case of the open note."""
    screen.desk.end_mode()
    screen.open_pane(CasePane(screen))


COMMANDS: Mapping[str, Callable[[CoderScreen], object]] = {"case": open_case}
"""The case of the open note."""
