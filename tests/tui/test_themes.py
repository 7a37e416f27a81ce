"""Light and dark: measured contrast, colours that stay apart, nothing by colour alone."""

import math
from itertools import combinations
from pathlib import Path

import pytest
from coder_project import desk_of, drive, press, screen_text
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.color import Color
from textual.filter import dim_color

from notecode.tui.coder.app import CoderApp
from notecode.tui.coder.screen import CoderScreen
from notecode.tui.colours import GROUP_COLOURS, ON_LIGHT, contrast, legible
from notecode.tui.note_view import NoteView
from notecode.tui.painting import Look
from notecode.tui.palettes import DARK, LIGHT, WITHOUT_COLOUR, ground_of
from notecode.tui.themed import QUIET

PALETTES = [DARK, LIGHT]
BOTH = pytest.mark.parametrize("palette", PALETTES, ids=["dark", "light"])


def fitted(palette, colours=GROUP_COLOURS) -> list[str]:
    return [legible(c, palette.grounds, light=palette.ground == "light") for c in colours]


def test_contrast_is_as_wcag_has_it():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


@BOTH
def test_text_has_a_contrast_of_4_5_on_every_ground(palette):
    for ground in (palette.background, palette.surface, palette.panel, palette.bar):
        assert contrast(palette.text, ground) >= 7
        quiet = dim_color(
            Color.parse(ground).rich_color, Color.parse(palette.text).rich_color, QUIET
        )
        assert contrast(quiet.triplet.hex, ground) >= 4.5


@BOTH
def test_letters_and_stripes_of_codes_are_legible_on_every_ground(palette):
    for colour in fitted(palette):
        for ground in palette.grounds:
            assert contrast(colour, ground) >= 4.5


@BOTH
@pytest.mark.parametrize(
    "mark", ["selected", "focus", "flag", "flag_selected", "flag_sign", "hit", "hit_selected"]
)
def test_what_is_marked_is_legible(palette, mark):
    style = getattr(palette, mark)
    assert contrast(style.color.triplet.hex, style.bgcolor.triplet.hex) >= 4.5


@BOTH
def test_signs_in_the_margin_and_what_is_selected_stand_out(palette):
    assert contrast(palette.sign.color.triplet.hex, palette.background) >= 4.5
    assert contrast(palette.focus.bgcolor.triplet.hex, palette.background) >= 3
    assert contrast(palette.focus.bgcolor.triplet.hex, palette.selected.bgcolor.triplet.hex) >= 3
    assert contrast(palette.flag.bgcolor.triplet.hex, palette.background) >= 3
    assert contrast(palette.text, palette.mention.bgcolor.triplet.hex) >= 4.5


# Simulated after Machado, Oliveira and Fernandes (2009), severity 1.0, in linear RGB.
SEEN_AS = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.1523, 1.0526, -0.2049), (0.1145, 0.7863, 0.0992), (-0.0039, -0.0481, 1.052)),
    "deutan": ((0.3673, 0.8606, -0.2279), (0.2801, 0.6725, 0.0474), (-0.0118, 0.0429, 0.9689)),
    "tritan": ((1.2555, -0.0767, -0.1788), (-0.0784, 0.9308, 0.1476), (0.0047, 0.6914, 0.3039)),
}


def lab(colour: str, seen_as: str) -> tuple[float, float, float]:
    parsed = Color.parse(colour)
    shares = [c / 255 for c in (parsed.r, parsed.g, parsed.b)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares]
    r, g, b = (
        min(max(sum(w * c for w, c in zip(row, linear, strict=True)), 0), 1)
        for row in SEEN_AS[seen_as]
    )
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
    )
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@BOTH
@pytest.mark.parametrize("seen_as", SEEN_AS)
def test_the_six_colours_stay_apart_however_they_are_seen(palette, seen_as):
    seen = [lab(colour, seen_as) for colour in fitted(palette)]
    # 2.3 is a difference that can just be noticed.
    assert min(math.dist(a, b) for a, b in combinations(seen, 2)) >= 15


@given(st.integers(0, 0xFFFFFF), st.sampled_from(PALETTES))
def test_any_colour_of_a_codebook_is_made_legible(number, palette):
    (colour,) = fitted(palette, [f"#{number:06x}"])
    assert all(contrast(colour, ground) >= 4.5 for ground in palette.grounds)


def test_a_colour_that_is_legible_stays_as_it_is():
    assert fitted(LIGHT, ["#4a0d0d"]) == ["#4A0D0D"]
    assert fitted(LIGHT) == list(ON_LIGHT)
    assert fitted(DARK)[:3] == list(GROUP_COLOURS[:3])


@pytest.mark.parametrize(
    ("theme", "said", "ground"),
    [
        ("dark", "0;15", "dark"),
        ("light", "", "light"),
        ("auto", "", "dark"),
        ("auto", "0;15", "light"),
        ("auto", "0;default;15", "light"),
        ("auto", "15;0", "dark"),
        ("auto", "nonsense", "dark"),
    ],
)
def test_the_ground(theme, said, ground):
    assert ground_of(theme, {"COLORFGBG": said}) == ground


def test_without_colour_every_mark_is_a_style_of_its_own():
    marks = {name: style for name, style in WITHOUT_COLOUR.items() if name != "sign"}
    assert all(style.color is None and style.bgcolor is None for style in marks.values())
    assert all(s.reverse or s.bold or s.underline for s in marks.values())
    look = Look({"a": "#56B4E9"}, {"a": "a"}, no_color=True, palette=LIGHT)
    assert look.code("a").color is None


# In the coder


def colours_of(app: CoderApp) -> tuple[str, str]:
    style = app.screen.query_one(NoteView).rich_style
    return style.color.triplet.hex.upper(), style.bgcolor.triplet.hex.upper()


def test_the_settings_say_which(session, monkeypatch):
    monkeypatch.setenv("COLORFGBG", "0;15")

    async def act(pilot, app):
        assert colours_of(app) == (LIGHT.text, LIGHT.background)

    drive(session, act)


def test_a_key_turns_it_and_everything_is_drawn_again(session):
    async def act(pilot, app):
        await pilot.press("end", "s")
        before = screen_text(app)
        base = app.screen
        assert isinstance(base, CoderScreen)
        assert colours_of(app) == (DARK.text, DARK.background)
        await pilot.press("circumflex_accent")
        await pilot.pause()
        assert colours_of(app) == (LIGHT.text, LIGHT.background)
        assert base.look.code("support").color.triplet.hex.upper() == ON_LIGHT[1]
        assert 'theme = "light"' in desk_of(app).message
        row = base.query_one(NoteView).render_line(4)
        grounds = {s.style.bgcolor.triplet.hex.upper() for s in row if s.style and s.style.bgcolor}
        assert LIGHT.background in grounds
        assert DARK.background not in grounds
        await pilot.press("circumflex_accent", "home", "end")
        await pilot.pause()
        assert colours_of(app) == (DARK.text, DARK.background)
        assert screen_text(app).splitlines()[:10] == before.splitlines()[:10]

    drive(session, act)


def test_light_shows_the_same_words_and_signs(session, monkeypatch):
    dark = press(session, "end", "s", "home").text
    monkeypatch.setenv("COLORFGBG", "0;15")
    assert press(session, "home").text.splitlines()[:18] == dark.splitlines()[:18]


# Without colour: letters for the styles that remain

GOLDENS = Path(__file__).parent / "goldens"


def styles_of(app: CoderApp) -> str:
    """Each row of the screen as text, and under it what is reversed, bold, underlined, italic."""
    width, height = app.size
    rows = []
    for strip in app.screen._compositor.render_strips()[:height]:
        signs = "".join(_sign(s.style) * cell_len(s.text) for s in strip if not s.control)
        rows.append(strip.text[:width].rstrip())
        if signs[:width].strip():
            rows.append(f"~{signs[:width]}".rstrip())
    return "\n".join(rows) + "\n"


def _sign(style) -> str:
    if style is None:
        return " "
    on = (style.reverse, style.bold, style.underline, style.italic)
    # One letter a cell, the strongest: reversed, then bold and underlined, then one of them.
    if on[0]:
        return "R" if on[1] else "r"
    if on[1] and on[2]:
        return "B"
    return "b" if on[1] else "u" if on[2] else "i" if on[3] else " "


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
def test_without_colour_everything_marked_is_marked_by_its_style(session, monkeypatch, size):
    monkeypatch.setenv("NO_COLOR", "1")
    seen = []

    async def act(pilot, app):
        await pilot.press("enter", "end", "s", "left", "i", "d", "home")
        await pilot.pause()
        seen.append(styles_of(app))

    drive(session, act, size)
    golden = GOLDENS / f"{size[0]}x{size[1]}-no-color.txt"
    assert seen[0] == golden.read_text(encoding="utf-8")


def test_light_and_dark_differ_in_colour_alone(session, monkeypatch):
    seen = []

    async def act(pilot, app):
        await pilot.press("home", "end")
        await pilot.pause()
        seen.append(styles_of(app))

    drive(session, act)
    monkeypatch.setenv("COLORFGBG", "0;15")
    drive(session, act)
    assert seen[0] == seen[1]
