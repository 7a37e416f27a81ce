"""What the coder's help and its codebook say."""

from itertools import groupby

from rich.style import Style
from rich.text import Text

from notecode.model import Codebook
from notecode.text.grid import printable
from notecode.tui.coder.actions import ACTIONS
from notecode.tui.painting import Look


def help_text() -> Text:
    """Every action with its keys, by group."""
    text = Text()
    text.append("A small letter or a digit codes the selection with the code of that key.\n")
    text.append("Everything is saved at once. Esc closes this help.\n")
    for group, members in groupby(ACTIONS, key=lambda action: action.group):
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
