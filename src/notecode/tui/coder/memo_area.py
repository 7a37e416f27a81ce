"""Where a memo is typed: a text area that gets its keys from the screen, in the order typed."""

from collections.abc import Callable, Mapping
from unicodedata import category

from textual.binding import Binding
from textual.widgets import TextArea

from notecode.coding.memos import seen

_OWN = {"copy", "cut", "paste"}
"""What would send text to the clipboard of the terminal, and so perhaps over the network."""


def _actions() -> Mapping[str, tuple[str, bool]]:
    """What a text area does by key: the name of the action, and whether it selects."""
    found: dict[str, tuple[str, bool]] = {}
    for binding in TextArea.BINDINGS:
        if isinstance(binding, Binding):
            name, _, argument = binding.action.partition("(")
            if name not in _OWN:
                found |= dict.fromkeys(binding.key.split(","), (name, argument == "True)"))
    return found


class MemoArea(TextArea, can_focus=False):
    """A text area that never has the focus: the note keeps it, and no key overtakes another."""

    ACTIONS = _actions()

    def __init__(self, text: str, begin: Callable[[], object], keep: Callable[[], object]) -> None:
        """Stand behind the last character of ``text``.

        ``begin`` is called once it can be typed into, ``keep`` when it is taken away.
        """
        super().__init__(text, classes="memo", soft_wrap=True, show_line_numbers=False)
        self._begin = begin
        self._keep = keep
        self.cursor_blink = False
        self.move_cursor(self.document.end)

    def on_mount(self) -> None:
        """From now on it can be typed into."""
        self._begin()

    def on_unmount(self) -> None:
        """Whatever ends it, the coder from outside too: nothing that was typed is lost."""
        self._keep()

    @property
    def _draw_cursor(self) -> bool:
        """The cursor is drawn although the note has the focus."""
        return self.show_cursor

    @property
    def offset_of_cursor(self) -> int:
        """The code points before the cursor."""
        row, column = self.cursor_location
        return sum(len(line) + 1 for line in self.text.split("\n")[:row]) + column

    def take(self, key: str, character: str) -> bool:
        """Type or move; False if the key means nothing here."""
        if key in self.ACTIONS:
            name, selecting = self.ACTIONS[key]
            action = getattr(self, f"action_{name}")
            if selecting:
                action(True)
            else:
                action()
        elif key == "enter":
            self.put("\n")
        elif key == "ctrl+h":
            self.action_delete_left()
        elif character and character.isprintable():
            self.put(character)
        else:
            return False
        return True

    def put(self, text: str) -> None:
        """Put a text in the place of what is selected; nothing that a terminal obeys is taken."""
        done = self.replace(plain(text), *self.selection, maintain_selection_offset=False)
        self.move_cursor(done.end_location)

    def show_text(self, text: str) -> None:
        """Another text, the cursor behind it."""
        self.load_text(text)
        self.move_cursor(self.document.end)


def plain(text: str) -> str:
    """What a memo takes of a text: each space of whatever width is one, a tab up to four."""
    spaced = (" " if category(char) == "Zs" else char for char in seen(text).expandtabs(4))
    return "".join(spaced)
