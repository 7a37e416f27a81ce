"""With NO_COLOR set no colour is sent to the terminal, not even a grey; bold and the like are."""

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter


class Colourless(LineFilter):
    """Takes every colour off what is about to be drawn."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same text in the same attributes, in the terminal's own two colours."""
        del background
        return [
            Segment(text, style and without_colour(style), control)
            for text, style, control in segments
        ]


@lru_cache(1024)
def without_colour(style: Style) -> Style:
    """A style without its colours; where the mouse finds something, it still does."""
    return style.without_color + Style.from_meta(style.meta) if style.meta else style.without_color
