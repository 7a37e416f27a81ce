"""Lists to choose from: what stands in them may come from anywhere, and be of any width."""

from types import SimpleNamespace

import pytest
from rich.style import Style

from notecode.text.layout import width_of
from notecode.tui.coder.list_pane import Choice, ListPane, choice, row
from notecode.tui.coder.thing_picker import ThingPicker

HOSTILE = "\x1b[31mred\u202e"
WIDE = "漢字" * 20


class Named(ListPane[str]):
    """A list of one name, of which nothing is known."""

    def __init__(self, name: str) -> None:
        super().__init__(SimpleNamespace())
        self.title = name
        self.name = name
        self.chosen = ""
        self.late = False

    def choices(self) -> list[Choice[str]]:
        return [choice(self.name, self.name)] if self.typed.text else []

    def choose(self, value: str) -> None:
        self.chosen = value

    def waiting(self) -> bool:
        return self.late

    def nothing(self) -> str:
        return f"nothing of {self.name}"


def texts(pane, width: int) -> list[str]:
    return ["".join(part for part, _ in line) for line in pane.lines(width, 6)]


def test_no_escape_of_a_name_reaches_the_terminal():
    pane = Named(HOSTILE)
    shown = texts(pane, 80)
    pane.typed.insert("x")
    shown += texts(pane, 80)
    assert all(line.isprintable() for line in shown)
    assert sum("red" in line for line in shown) == 4


@pytest.mark.parametrize("width", [40, 80])
def test_wide_letters_go_no_further_than_the_edge(width):
    pane = Named("list")
    pane.typed.insert(WIDE)
    assert all(width_of(line) <= width for line in texts(pane, width))
    one = row(Choice("", ((WIDE, Style()),), "12"), width, marked=True)
    assert width_of("".join(part for part, _ in one)) == width


@pytest.mark.parametrize("width", [40, 80])
def test_things_with_wide_letters_stand_below_each_other(width):
    found = [(WIDE, "said"), ("note N1", WIDE)]
    pane = ThingPicker(SimpleNamespace(), "memo on", lambda typed: found, lambda *_: None)
    lines = texts(pane, width)[1:3]
    assert [width_of(line) for line in lines] == [width - 1, width - 1]
    at = [
        width_of(line[: line.index(word)]) for line, word in zip(lines, ("said", "漢"), strict=True)
    ]
    assert at[0] == at[1]


def test_a_key_that_comes_before_the_lines_is_kept_with_all_after_it():
    pane, done = Named("list"), []
    pane.screen = SimpleNamespace(
        attempt=lambda command: command(),
        show=lambda: None,
        close_pane=lambda _: None,
        take_key=lambda event: done.append(event.key),
    )
    pane.late = True
    for key, character in (("x", "x"), ("down", ""), ("tab", "\t"), ("y", "y"), ("enter", "\r")):
        assert pane.take(key, character)
    assert (pane.typed.text, pane.chosen, done) == ("x", "", [])
    pane.go_on()
    assert done == [], "still none"
    pane.late = False
    pane.go_on()
    pane.go_on()
    assert done == ["down", "tab", "y", "enter"], "in their order, once"


def test_escape_forgets_what_was_kept():
    pane, done = Named("list"), []
    pane.screen = SimpleNamespace(
        attempt=lambda command: command(), close_pane=lambda _: None, take_key=done.append
    )
    pane.late = True
    pane.take("enter", "\r")
    pane.take("escape", "")
    pane.late = False
    pane.go_on()
    assert done == []


@pytest.mark.parametrize("text", ["a line that is longer than the room it has", WIDE])
def test_a_line_that_is_cut_says_so(text):
    cut = "".join(part for part, _ in row(choice("", text, "12"), 30, marked=False))
    assert "…" in cut
    assert width_of(cut) == 30
    whole = "".join(part for part, _ in row(choice("", "short", "12"), 30, marked=False))
    assert "…" not in whole
