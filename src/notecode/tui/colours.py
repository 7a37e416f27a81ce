"""Colours of codes: by group, legible on their ground, and never the only sign of anything."""

from collections.abc import Iterable

from notecode.model import Codebook

GROUP_COLOURS = ("#56B4E9", "#E69F00", "#009E73", "#D55E00", "#F0E442", "#CC79A7")
"""Six hues that stay apart under the common colour-vision deficiencies (Okabe and Ito)."""

ON_LIGHT = ("#0234B3", "#7B5C39", "#336C62", "#650500", "#5F6E00", "#650757")
"""Their counterparts on a light ground, apart by lightness as much as by hue.

Found by a search for the six of 4.5:1 that lie farthest apart as seen with full colour vision and
with each deficiency as simulated by Machado, Oliveira and Fernandes (2009).
"""

TEXT_CONTRAST = 4.5
"""The least contrast of text with its ground (WCAG 2.1, 1.4.3)."""


def code_colours(codebook: Codebook) -> dict[str, str]:
    """A colour (#RRGGBB) for each code: its own, else its nearest ancestor's, else its group's."""
    roots = [code.id for code in codebook.codes if not code.parent]
    colours = {}
    for code in codebook.codes:
        path = codebook.path(code.id)
        own = [step.colour for step in path if step.colour]
        group = roots.index(path[0].id)
        colours[code.id] = own[-1] if own else GROUP_COLOURS[group % len(GROUP_COLOURS)]
    return colours


def luminance(colour: str) -> float:
    """How light a colour (#RRGGBB) is, 0 to 1: WCAG's relative luminance."""
    shares = [value / 255 for value in _channels(colour)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def legible(colour: str, grounds: Iterable[str], *, light: bool) -> str:
    """The colour, as much darker (on ``light`` grounds) or lighter as text on them must be.

    The six of the groups have counterparts of their own on a light ground.
    """
    if light and colour.upper() in GROUP_COLOURS:
        colour = ON_LIGHT[GROUP_COLOURS.index(colour.upper())]
    grounds = tuple(grounds)
    towards = (0, 0, 0) if light else (255, 255, 255)
    for step in range(101):
        mixed = _mixed(_channels(colour), towards, step / 100)
        if all(contrast(mixed, ground) >= TEXT_CONTRAST for ground in grounds):
            return mixed
    return _mixed(towards, towards, 1)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _mixed(one: tuple[int, int, int], other: tuple[int, int, int], share: float) -> str:
    channels = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return "#" + "".join(f"{channel:02X}" for channel in channels)
