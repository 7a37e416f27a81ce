"""A suggestion's rule: all that it suggests on this note at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

from notecode.project.coding.suggestions import decide_rule
from notecode.text.grid import printable
from notecode.tui.coder.pane import Pane

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from notecode.model import Suggestion
    from notecode.tui.coder.screen import CoderScreen
    from notecode.tui.lines import Piece

_BOLD = Style(bold=True)
_PLAIN = Style()
_QUIET = Style(dim=True)


class AllOfRule(Pane):
    """All suggestions of one rule on this note, to be accepted or rejected together."""

    def __init__(self, screen: CoderScreen, rule: str) -> None:
        """Ask about ``rule``."""
        self._screen = screen
        self._rule = rule

    def _suggestions(self) -> list[Suggestion]:
        items = self._screen.desk.page.suggestions.items
        return [item for item in items if item.rule == self._rule]

    def take(self, key: str, character: str) -> bool:
        """Enter (or = again) accepts, Backspace rejects; anything else does neither."""
        del character
        self._screen.close_pane(self)
        if key == "enter" or self._screen.action_of(key) == "all-of-rule":
            self._screen.attempt(lambda: self._decide(accept=True))
        elif key in {"backspace", "ctrl+h"}:
            self._screen.attempt(lambda: self._decide(accept=False))
        else:
            self._screen.show()
        return True

    def _decide(self, *, accept: bool) -> None:
        desk = self._screen.desk
        change = decide_rule(desk.session, desk.here.note_id, self._rule, accept=accept)
        desk.decided(change)
        desk.message = f"{change.summary}, {desk.keys['undo']} takes it back"

    def lines(self, width: int, most: int) -> list[list[Piece]]:
        """The question, and the passages that it is about."""
        del width
        found, desk = self._suggestions(), self._screen.desk
        count = f"{len(found)} suggestion{'s' if len(found) != 1 else ''}"
        question = f" {printable(self._rule)}: {count}  "
        keys = "Enter accepts  Backspace rejects  Esc neither"
        rows: list[list[Piece]] = [[(question, _BOLD), (keys, _PLAIN)]]
        for item in found[: most - 1]:
            words = printable(" ".join(item.span.cut(desk.page.text).split()))
            rows.append([(f"   {printable(desk.label(item.code))}: ", _QUIET), (words, _PLAIN)])
        if len(found) > most - 1:
            rows[-1] = [(f"   and {len(found) - most + 2} more", _QUIET)]
        return rows


def ask_for_all(screen: CoderScreen) -> None:
    """Ask whether all of the rule at the cursor are to be accepted, or rejected."""
    suggestion = screen.desk.suggestion
    if suggestion is None:
        screen.desk.message = f"no suggestion here: {screen.desk.keys['next-suggestion']} goes on"
    else:
        screen.open_pane(AllOfRule(screen, suggestion.rule))


COMMANDS: Mapping[str, Callable[[CoderScreen], object]] = {"all-of-rule": ask_for_all}
"""What is asked of a suggestion's rule."""
