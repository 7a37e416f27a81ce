"""Finding an action, or a code, by what it is called; each with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from notecode.codebook.matching import matching_codes
from notecode.model import Code
from notecode.text.grid import printable
from notecode.tui.actions import Action
from notecode.tui.coder.list_pane import PLAIN, QUIET, Choice, ListPane

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from notecode.tui.coder.screen import CoderScreen

_NONE = 9


class ActionPalette(ListPane[Action | Code]):
    """Every action and every code that fits what is typed; Enter does it."""

    title = "do"
    hint = "Enter does it  Esc closes"

    def choices(self) -> Sequence[Choice[Action | Code]]:
        """The actions that fit, best first, then the codes."""
        typed = self.typed.text.strip()
        found: list[Choice[Action | Code]] = [
            Choice(
                action, ((action.description, PLAIN), (f"  {action.group}", QUIET)), action.shown
            )
            for action in matching_actions(self.screen.actions, typed)
            if action.id != "palette"
        ]
        for code in matching_codes(self.screen.desk.codebook, typed):
            label = printable(code.label)
            found.append(Choice(code, ((label, PLAIN), ("  code the selection", QUIET)), code.key))
        return found

    def choose(self, value: Action | Code) -> None:
        """Do the action, or code."""
        if isinstance(value, Code):
            self.screen.desk.apply(value)
        else:
            self.screen.perform(value.id)

    def nothing(self) -> str:
        """No action or code is called so."""
        return "no action and no code is called so"


def matching_actions(actions: Sequence[Action], typed: str) -> list[Action]:
    """The actions that fit what is typed, best first; all if nothing is typed.

    Best is the key or the beginning of the id or description; then, for each of several words,
    the beginning of a word, any part of description or id, the group.
    """
    whole = " ".join(typed.casefold().split())
    words = whole.split()
    ranked = []
    for at, action in enumerate(actions):
        begins = _begins(action, whole)
        rank = 0 if begins else max((_rank(action, word) for word in words), default=1)
        ranked.append((rank, at))
    return [actions[at] for rank, at in sorted(ranked) if rank < _NONE]


def _begins(action: Action, whole: str) -> bool:
    names = (action.id, action.description.casefold())
    return whole in action.shown.casefold().split() or any(n.startswith(whole) for n in names)


def _rank(action: Action, word: str) -> int:
    described = action.description.casefold()
    fits = (
        any(part.startswith(word) for part in described.split()),
        word in described or word in action.id,
        word in action.group.casefold(),
    )
    return next((rank for rank, fit in enumerate(fits, start=1) if fit), _NONE)


def open_actions(screen: CoderScreen) -> None:
    """Find an action."""
    screen.open_pane(ActionPalette(screen))


COMMANDS: Mapping[str, Callable[[CoderScreen], object]] = {"palette": open_actions}
"""Finding an action."""
