"""The palettes as themes of Textual, for every screen."""

import os

from textual.app import App
from textual.filter import DimFilter
from textual.theme import Theme as TextualTheme

from notecode.settings import Theme
from notecode.tui.palettes import PALETTES, Palette, ground_of

QUIET = 0.68
"""How much of its contrast quiet text keeps: what reaches 4.5 on every ground of both palettes."""


def take_theme(app: App[None], theme: Theme) -> Palette:
    """Make the app dark or light; the palette that goes with it."""
    for line_filter in app.get_line_filters():
        if isinstance(line_filter, DimFilter):
            line_filter.dim_factor = QUIET
    palette = PALETTES[ground_of(theme, os.environ)]
    app.register_theme(_textual(palette))
    app.theme = f"notecode-{palette.ground}"
    return palette


def _textual(palette: Palette) -> TextualTheme:
    return TextualTheme(
        name=f"notecode-{palette.ground}",
        dark=palette.ground == "dark",
        primary=palette.primary,
        foreground=palette.text,
        background=palette.background,
        surface=palette.surface,
        panel=palette.panel,
        variables={"primary-background": palette.bar},
    )
