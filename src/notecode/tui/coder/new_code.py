"""A form for a new code: its label, what it lies beneath, its definition, its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

from notecode.codebook.matching import free_keys, matching_codes, proposed_key
from notecode.project.coding.emergent import add_code
from notecode.text.grid import printable
from notecode.text.layout import shorten, width_of
from notecode.tui.coder.pane import Pane
from notecode.tui.line_edit import LONGEST_TEXT, LineEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from notecode.model import Code
    from notecode.tui.coder.desk import Desk
    from notecode.tui.coder.screen import CoderScreen
    from notecode.tui.lines import Piece

_PLAIN = Style()
_BOLD = Style(bold=True)
_QUIET = Style(dim=True)
_FIELDS = ("label", "beneath", "definition", "key")
_NAME = 13  # cells of the names of the fields
_STEPS = {"down": 1, "tab": 1, "up": -1, "shift+tab": -1}
_TOP = "nothing: a group of its own"


class NewCode(Pane):
    """Asks what a new code is; Enter writes it into the codebook and codes with it."""

    hides_strip = True

    def __init__(self, screen: CoderScreen, label: str, then: Callable[[Code], object]) -> None:
        """Begin with a ``label``; ``then`` is done with the code once it is there."""
        self._screen = screen
        self._then = then
        desk = screen.desk
        self._label = LineEdit()
        self._label.replace(" ".join(label.split()))
        self._definition = LineEdit(longest=LONGEST_TEXT)
        self._sought = LineEdit()
        self._parent = _usual_parent(desk)
        self._own_key: str | None = None
        self._at = 0

    @property
    def parents(self) -> list[str]:
        """What it can lie beneath: nothing (""), or any code in use."""
        return ["", *(c.id for c in self._screen.desk.codebook.tree if c.status == "active")]

    @property
    def parent(self) -> str:
        """What it will lie beneath; nothing if that has left the codebook meanwhile."""
        return self._parent if self._parent in self.parents else ""

    @property
    def key(self) -> str:
        """The key that it will have: the one chosen, else one that is free and fits the label."""
        if self._own_key is not None:
            return self._own_key
        return proposed_key(self._screen.desk.codebook, self._label.text)

    def take(self, key: str, character: str) -> bool:
        """Take every key."""
        self._screen.desk.message = ""
        if key == "escape":
            self._screen.close_pane(self)
            self._screen.desk.end_mode()
            self._screen.desk.message = "no code was added"
        elif key == "enter":
            self._screen.write(self._save)
            return True
        elif key in _STEPS:
            self._at = (self._at + _STEPS[key]) % len(_FIELDS)
        else:
            self._edit(_FIELDS[self._at], key, character)
        self._screen.show()
        return True

    def paste(self, text: str) -> bool:
        """Put a text into the field, if it is one for texts."""
        line = {"label": self._label, "definition": self._definition}.get(_FIELDS[self._at])
        if line is not None:
            line.insert(text)
        return True

    def press(self, line: int) -> None:
        """Go to a field."""
        if 0 < line <= len(_FIELDS):
            self._at = line - 1
            self._screen.show()

    def _edit(self, field: str, key: str, character: str) -> None:
        if field == "label":
            self._label.take(key, character)
        elif field == "definition":
            self._definition.take(key, character)
        elif field == "beneath":
            self._seek_parent(key, character)
        else:
            self._set_key(key, character)

    def _seek_parent(self, key: str, character: str) -> None:
        """Through the codes by ← and →, or to the one that fits what is typed."""
        if key in {"left", "right"}:
            step = 1 if key == "right" else -1
            parents = self.parents
            self._parent = parents[(parents.index(self.parent) + step) % len(parents)]
            self._sought.replace("")
        elif self._sought.take(key, character) and self._sought.text.strip():
            found = matching_codes(self._screen.desk.codebook, self._sought.text)
            self._parent = found[0].id if found else self._parent

    def _set_key(self, key: str, character: str) -> None:
        if key in {"backspace", "delete", "ctrl+h", "ctrl+u"}:
            self._own_key = ""
        elif character in free_keys(self._screen.desk.codebook):
            self._own_key = character
        elif character.strip():
            self._screen.desk.message = f"{character} is no key that is free"

    def _save(self) -> None:
        screen = self._screen
        made: list[Code] = []

        def save() -> None:
            made.append(
                add_code(
                    screen.desk.session,
                    self._label.text,
                    parent=self.parent,
                    definition=self._definition.text,
                    key=self.key,
                    note_id=screen.desk.page.coded.note.id,
                )
            )
            screen.close_pane(self)
            screen.codebook_watch.take()
            self._then(made[0])

        screen.attempt(save)
        if made and not screen.desk.message.startswith("!"):
            later = "" if made[0].definition else ", without a definition yet"
            key = f", key {made[0].key}" if made[0].key else ""
            screen.desk.message = f"new code {made[0].label}{key}{later}: coded with it, saved"
            screen.show()

    # What is shown

    def lines(self, width: int, most: int) -> list[list[Piece]]:
        """The fields, the one that is typed in marked."""
        del most
        head: list[Piece] = [
            (" new code ", Style(reverse=True, bold=True)),
            (f" {self._writes(width - 11)}", _QUIET),
        ]
        room = max(width - _NAME - 3, 10)
        values = {
            "label": self._line(self._label, room, 0),
            "beneath": self._beneath(),
            "definition": self._line(self._definition, room, 2, "may be written later"),
            "key": self._keys(),
        }
        return [head, *(self._field(name, values[name]) for name in _FIELDS)]

    def _writes(self, room: int) -> str:
        """What Enter does, with the place that the code comes to have."""
        parent = self._screen.desk.codebook.code_by_id.get(self.parent)
        place = f"beneath {printable(parent.label)}" if parent else "as a group of its own"
        others = "  Tab next  Esc cancels"
        fuller, shorter = f"Enter writes it {place}, and codes", f"Enter writes it {place}"
        said = fuller if width_of(fuller + others) <= room else shorter
        return shorten(said, max(room - len(others), 0)) + others

    def _field(self, name: str, value: list[Piece]) -> list[Piece]:
        here = _FIELDS[self._at] == name
        return [(f" {'▸' if here else ' '} {name:<{_NAME - 2}}", _BOLD if here else _QUIET), *value]

    def _line(self, line: LineEdit, room: int, at: int, empty: str = "") -> list[Piece]:
        if at == self._at:
            return line.pieces(room, _PLAIN)
        return [(shorten(line.text, room), _PLAIN)] if line.text else [(empty, _QUIET)]

    def _beneath(self) -> list[Piece]:
        path = self._screen.desk.codebook.path(self.parent)
        said = " › ".join(printable(step.label) for step in path) or _TOP
        typed = self._sought.pieces(16, _PLAIN) if self._sought.text and self._at == 1 else []
        hint = "  type to find, ← → go through" if self._at == 1 and not typed else ""
        return [*typed, ("  " if typed else "", _PLAIN), (said, _BOLD), (hint, _QUIET)]

    def _keys(self) -> list[Piece]:
        others = [key for key in free_keys(self._screen.desk.codebook) if key != self.key]
        free = f"   free too: {' '.join(others)}" if others else ""
        return [(self.key or "none", _BOLD), (free, _QUIET)]


def _usual_parent(desk: Desk) -> str:
    """The group of the code at the cursor; without one there, none."""
    here = desk.suggestion or desk.reference
    book = desk.codebook
    code = book.code_by_id.get(here.code) if here else None
    if code is None:
        return ""
    has_kinds = any(other.parent == code.id for other in book.codes)
    if not code.parent and has_kinds:
        return code.id
    parent = book.code_by_id.get(code.parent)
    return parent.id if parent is not None and parent.status == "active" else ""
