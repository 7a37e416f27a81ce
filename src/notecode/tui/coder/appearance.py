"""Light or dark, while one works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from notecode.tui.themed import take_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from notecode.tui.coder.screen import CoderScreen
    from notecode.tui.palettes import Ground


def turn_theme(screen: CoderScreen) -> None:
    """The other of light and dark, until the coder is left; without colour there is neither."""
    if screen.look.no_color:
        screen.desk.message = "NO_COLOR is set: the terminal's own two colours are all there is"
        screen.show()
        return
    other: Ground = "dark" if screen.look.palette.ground == "light" else "light"
    screen.look.wear(take_theme(screen.app, other))
    screen.desk.page.version += 1
    screen.desk.message = f'{other}; theme = "{other}" under [coder] in notecode.toml keeps it so'
    screen.show(stale="*")


COMMANDS: Mapping[str, Callable[[CoderScreen], object]] = {"theme": turn_theme}
"""The appearance."""
