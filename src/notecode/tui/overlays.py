"""What is laid over the note: the help and the codebook."""

from itertools import groupby

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from notecode.model import Codebook
from notecode.text.grid import printable
from notecode.tui.actions import ACTIONS, Action
from notecode.tui.painting import Look

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


def help_text(actions: tuple[Action, ...] = ACTIONS) -> Text:
    """Every action with its keys, by group."""
    text = Text()
    text.append("A small letter or a digit codes the selection with the code of that key.\n")
    text.append("Everything is saved at once. Esc closes this help.\n")
    for group, members in groupby(actions, key=lambda action: action.group):
        text.append(f"\n{group}\n", Style(bold=True))
        for action in members:
            text.append(f"  {action.shown:<10}", Style(bold=True))
            text.append(f" {action.description}\n")
    text.append("\nMouse\n", Style(bold=True))
    text.append("  click selects the unit there, a double click its word, a triple one its\n")
    text.append("  sentence, a drag the words passed over.\n")
    text.append("\nIn the margin\n", Style(bold=True))
    text.append("  a letter and its stripe: a reference; ?: a suggestion begins on this row;\n")
    text.append("  +: more stripes than there is room for; !: a doubtful place on this row.\n")
    text.append("\nDoubtful places\n", Style(bold=True))
    text.append("  words on which anonymising was not sure, marked and with ! beside them: mask\n")
    text.append("  what identifies somebody before the note leaves the secure machine.\n")
    text.append("\nIn the header\n", Style(bold=True))
    text.append("  SYNTHETIC: the notes are invented, of nobody.\n")
    text.append("  refs, left: your references and the suggestions left, of this note / of all.\n")
    return text


def codebook_text(codebook: Codebook, look: Look) -> Text:
    """Every code with its key, definition and when to use it."""
    text = Text()
    for code in codebook.codes:
        if code.status != "active":
            continue
        text.append(f"{code.key or ' '} ", look.code(code.id))
        text.append(" › ".join(printable(c.label) for c in codebook.path(code.id)), "bold")
        text.append(f"\n  {printable(code.definition)}\n")
        for name, value in (("Use when", code.use_when), ("Not when", code.not_when)):
            if value:
                text.append(f"  {name}: ", "italic")
                text.append(f"{printable(value)}\n")
        text.append("\n")
    return text
