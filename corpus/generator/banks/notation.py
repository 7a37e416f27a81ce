"""A bank is templates, one a line; an act is a bank that records something."""

from collections.abc import Sequence
from dataclasses import dataclass


def lines(text: str) -> tuple[str, ...]:
    """The templates of a bank: one a line, blank lines left out."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


@dataclass(frozen=True, slots=True)
class Act:
    """Templates that record one kind of act, and the activities that it is coded with."""

    codes: tuple[str, ...]
    templates: Sequence[str]


def act(codes: str, text: str) -> Act:
    """An act from its activity ids (joined by ``+``) and its templates."""
    return Act(tuple(code for code in codes.split("+") if code), lines(text))
