"""NO_COLOR: not one colour is sent to a real terminal, on any screen of the coder."""

import fcntl
import os
import re
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest
from coder_project import press
from hypothesis import given
from hypothesis import strategies as st
from rich.color import Color, ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as Ground

from notecode.tui.colourless import Colourless, without_colour
from notecode.tui.leaving import LeavingApp

pty = pytest.importorskip("pty")

COMMAND = "from notecode.cli import main; main()"
PATIENCE = 30.0
KEYS = (
    # What is pressed, and what is on the screen then: codes, help, codebook, case, progress.
    (b"i", b"saved"),
    (b"H", b"of yours"),
    (b"??", b"every key"),
    (b"\x1bI", b"case C001"),
    (b"\x1bT", b"Pace"),
    (b"\x1bK", b"Information sharing"),
)
IS_ATTRIBUTE = re.compile(
    rb"[0-9]|2[1-9]"
)  # bold, dim, italic, underlined, reversed, and their ends


def sent(project: Path, environment: dict[str, str]) -> bytes:
    """All that the coder sends to a terminal while its screens are shown."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-c", COMMAND, "code", "--coder", "ann", "--project", str(project)],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **environment},
    )
    os.close(slave)
    output, at, end = b"", 0, time.monotonic() + PATIENCE

    def wait_for(words: bytes) -> None:
        nonlocal output, at
        while (found := re.sub(rb"\x1b\[[0-9;:]*m", b"", output[at:]).find(words)) < 0:
            assert time.monotonic() < end, f"{words!r} was not shown"
            if select.select([master], [], [], 0.2)[0]:
                output += os.read(master, 1 << 16)
        del found
        at = len(output)

    try:
        wait_for(b"T/C to")
        for keys, words in KEYS if environment else KEYS[:1]:
            os.write(master, keys)
            wait_for(words)
    finally:
        process.kill()
        process.wait(timeout=PATIENCE)
        os.close(master)
    return output


def parameters(output: bytes) -> set[bytes]:
    """Every parameter of every SGR sequence."""
    return {
        each
        for sequence in re.findall(rb"\x1b\[([0-9;:]*)m", output)
        for each in re.split(rb"[;:]", sequence)
        if each
    }


def test_not_one_colour_is_sent(project_dir):
    found = parameters(sent(project_dir, {"NO_COLOR": "1"}))
    assert {b"1", b"7"} <= found, "bold and reversed are"
    assert {each for each in found if not IS_ATTRIBUTE.fullmatch(each)} == set()


def test_otherwise_there_are_colours(project_dir):
    assert {b"38", b"48"} <= parameters(sent(project_dir, {}))


COLOURS = st.none() | st.integers(0, 255).map(Color.from_ansi) | st.just(Color.parse("#56B4E9"))


@given(COLOURS, COLOURS, st.booleans(), st.booleans(), st.booleans())
def test_a_style_loses_its_colours_alone(colour, ground, bold, underline, found):
    meta = {"@mouse.down": "grab"} if found else None
    rest = Style(bold=bold, underline=underline, meta=meta)
    style = Style(color=colour, bgcolor=ground) + rest
    left = without_colour(style)
    assert (left.color, left.bgcolor) == (None, None)
    assert (left.bold, left.underline, left.meta) == (rest.bold, rest.underline, rest.meta)
    rendered = left.render("x", color_system=ColorSystem.TRUECOLOR)
    assert not re.search(r"[34]8;|3[0-79]|4[0-79]", rendered)


def test_what_has_no_style_is_let_through():
    segments = [Segment("words"), Segment("more", Style(color="red"))]
    plain = Colourless().apply(segments, Ground.parse("black"))
    assert [segment.text for segment in plain] == ["words", "more"]
    assert plain[0].style is None
    assert plain[1].style == Style()


def test_every_screen_goes_by_it(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    (only,) = LeavingApp().get_line_filters()
    assert isinstance(only, Colourless)
    monkeypatch.delenv("NO_COLOR")
    assert not any(isinstance(each, Colourless) for each in LeavingApp().get_line_filters())


def test_without_colour_there_is_no_light_and_dark(session, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert "NO_COLOR is set" in press(session, "circumflex_accent").text
