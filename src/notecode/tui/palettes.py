"""The screens' colours on a dark and on a light ground, and their styles without colour."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from rich.style import Style

from notecode.settings import Theme

Ground = Literal["dark", "light"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The grounds that things stand on, and the styles of what is marked in a note.

    ``background`` is the note's, ``surface`` and ``panel`` lie beside and under it, ``bar`` is
    the header's and the foot's; ``text`` is written on all of them.
    """

    ground: Ground
    background: str
    surface: str
    panel: str
    bar: str
    text: str
    primary: str
    selected: Style
    focus: Style
    mention: Style
    sign: Style
    flag: Style
    flag_selected: Style
    flag_sign: Style
    hit: Style
    hit_selected: Style

    @property
    def grounds(self) -> tuple[str, ...]:
        """The grounds on which the colours of codes are written."""
        mention = self.mention.bgcolor
        beside = (mention.triplet.hex,) if mention and mention.triplet else ()
        return (self.background, self.surface, self.panel, *beside)


DARK = Palette(
    ground="dark",
    background="#0E1012",
    surface="#181B1E",
    panel="#16191C",
    bar="#22303D",
    text="#E8E8E4",
    primary="#5C9BD1",
    selected=Style(bgcolor="#1F4E79", color="#FFFFFF"),
    focus=Style(bgcolor="#D7E6F5", color="#101418", bold=True),
    mention=Style(bold=True, bgcolor="#211B10"),
    sign=Style(color="#F0B72F", bold=True),
    flag=Style(bgcolor="#E8E4D8", color="#6B1010"),
    flag_selected=Style(bgcolor="#FFD0C8", color="#6B1010"),
    flag_sign=Style(bgcolor="#E8E4D8", color="#6B1010", bold=True),
    hit=Style(bgcolor="#5C4A00", color="#FFE9A8", underline=True),
    hit_selected=Style(bgcolor="#FFE9A8", color="#3A2F00", underline=True, bold=True),
)
"""Light letters on a dark ground."""

LIGHT = Palette(
    ground="light",
    background="#FBFAF7",
    surface="#F3F1EC",
    panel="#EAE7E0",
    bar="#D3DFEB",
    text="#15181C",
    primary="#1F5C94",
    selected=Style(bgcolor="#BCD9F5", color="#0A1A2A"),
    focus=Style(bgcolor="#12395C", color="#FFFFFF", bold=True),
    mention=Style(bold=True, bgcolor="#F3E6C4"),
    sign=Style(color="#7A4E00", bold=True),
    flag=Style(bgcolor="#5A1414", color="#FFF1EC"),
    flag_selected=Style(bgcolor="#8C1F1F", color="#FFFFFF"),
    flag_sign=Style(bgcolor="#5A1414", color="#FFF1EC", bold=True),
    hit=Style(bgcolor="#FFE08A", color="#3A2F00", underline=True),
    hit_selected=Style(bgcolor="#5C4A00", color="#FFF3CC", underline=True, bold=True),
)
"""Dark letters on a light ground."""

WITHOUT_COLOUR: Mapping[str, Style] = {
    "selected": Style(reverse=True),
    "focus": Style(reverse=False, bold=True, underline=True),
    "mention": Style(bold=True),
    "sign": Style(bold=True),
    "flag": Style(reverse=True),
    "flag_selected": Style(reverse=False, bold=True),
    "flag_sign": Style(reverse=True, bold=True),
    "hit": Style(reverse=True, underline=True),
    "hit_selected": Style(reverse=False, bold=True, underline=True),
}
"""The same marks by reverse, bold and underline alone."""

PALETTES: Mapping[Ground, Palette] = {"dark": DARK, "light": LIGHT}

_LIGHT_COLOURS = {"7", "15"}
"""White and bright white among the sixteen of a terminal."""


def ground_of(theme: Theme, environment: Mapping[str, str]) -> Ground:
    """The ground that the settings say; for "auto" what the terminal says of its own, else dark.

    Terminals that say it do so in COLORFGBG, as "0;15": letters, ground.
    """
    if theme != "auto":
        return theme
    said = environment.get("COLORFGBG", "").rpartition(";")[2]
    return "light" if said in _LIGHT_COLOURS else "dark"
