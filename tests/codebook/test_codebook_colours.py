"""Colours that everybody can tell apart, and those that not."""

from itertools import combinations

import pytest

from notecode.codebook import parse_codebook
from notecode.codebook.colours import LEAST_DISTANCE, confusable, distance
from notecode.tui.colours import GROUP_COLOURS


def test_the_coders_colours_are_told_apart_by_everybody() -> None:
    assert list(confusable(GROUP_COLOURS)) == []


@pytest.mark.parametrize(
    ("one", "other", "who"),
    [
        ("#56B4E9", "#57B4E9", "everybody"),
        ("#FF0000", "#8F8F00", "readers without green cones"),
        ("#808080", "#009E73", "readers without green cones"),
    ],
)
def test_colours_that_look_alike_are_named_with_who_sees_them_so(
    one: str, other: str, who: str
) -> None:
    assert list(confusable([one, other])) == [(one, other, who)]
    assert list(confusable([one, one.lower()])) == []


def test_distances_are_those_of_cielab() -> None:
    # Black and white are 100 apart by definition; red and green as tabulated for sRGB under D65.
    assert distance("#000000", "#FFFFFF") == pytest.approx(100, abs=0.05)
    assert distance("#FF0000", "#00FF00") == pytest.approx(170.6, abs=0.1)
    assert all(distance(a, b) > LEAST_DISTANCE for a, b in combinations(GROUP_COLOURS, 2))


def test_the_checker_warns_at_the_later_colour() -> None:
    text = (
        "codes:\n"
        "  - {id: a, label: A, definition: x, colour: '#808080'}\n"
        "  - {id: b, label: B, definition: x, colour: '#808080'}\n"
        "  - {id: c, label: C, definition: x, colour: '#009E73'}\n"
    )
    book, problems = parse_codebook(text, "codebook.yaml")
    assert book is not None
    assert [(p.line, p.fatal) for p in problems] == [(4, False)]
    assert "look alike to readers without green cones" in problems[0].message
