"""Keys that reach the program in one piece with Esc."""

import pytest
from textual import events
from textual._xterm_parser import XTermParser

from notecode.tui import terminal


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        ("\x1b\r", ["escape", "enter"]),
        ("\x1b\t", ["escape", "tab"]),
        ("\x1b[Z", ["shift+tab"]),
        ("\x1b[C", ["right"]),
        ("\x1b\x1b[C", ["escape", "right"]),
    ],
)
def test_esc_and_the_key_right_after_it_are_two_keys(sent: str, keys: list[str]) -> None:
    assert terminal.Terminal, "it teaches the parser"
    told = [event.key for event in XTermParser().feed(sent) if isinstance(event, events.Key)]
    assert told == keys
