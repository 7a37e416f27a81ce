"""What is laid over the note: a text to read."""

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

_CLOSE = "escape,q,Q,enter,question_mark,K"


class Overlay(ModalScreen[None], inherit_bindings=False):
    """A text to read and scroll; Esc closes it."""

    ALLOW_SELECT = False
    BINDINGS = [  # noqa: RUF012 - Textual declares it so
        Binding(_CLOSE, "dismiss", "close"),
        Binding("down", "scroll_by(1)", "down"),
        Binding("up", "scroll_by(-1)", "up"),
        Binding("pagedown,space", "scroll_by(15)", "screen down"),
        Binding("pageup", "scroll_by(-15)", "screen up"),
    ]

    def __init__(self, text: Text) -> None:
        """Show ``text``."""
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """One scrolling box."""
        with VerticalScroll(id="overlay", can_focus=False):
            yield Static(self._text, id="overlay-text")

    def action_scroll_by(self, rows: int) -> None:
        """Scroll the text."""
        self.query_one("#overlay", VerticalScroll).scroll_relative(y=rows, animate=False)
