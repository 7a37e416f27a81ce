"""The notation of the banks, and the text with labels that comes out of it.

One template is one line of a bank and one unit of coding (a sentence, a list item, a line):

- ``[a|b|c]`` one of the alternatives, which may nest or be empty
- ``<bank>`` a line of that bank
- ``{slot}`` a person, an agency, a date or a number; ``{~slot}`` an agency that is mentioned but
  that the act was not done with; ``{=slot}`` an agency that no word names
- ``{!reason:words}`` words that look like an agency and are not its involvement; with ``@slot``
  for words, the slot's own
- ``{?words}`` contested words, never scored
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

Kind = Literal["identifier", "keep", "mention", "non_mention", "neutral"]


@dataclass(frozen=True, slots=True)
class Label:
    """What a stretch of text is. ``value`` depends on the kind; ``entity`` is a person's id."""

    start: int
    end: int
    kind: Kind
    value: str = ""
    entity: str = ""

    def moved(self, by: int) -> "Label":
        """The same label, so many code points further on."""
        return Label(self.start + by, self.end + by, self.kind, self.value, self.entity)


@dataclass(slots=True)
class Piece:
    """Text that grows, with its labels and the agencies that take part in it."""

    text: str = ""
    labels: list[Label] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)

    def add(self, text: str, kind: Kind | None = None, value: str = "", entity: str = "") -> None:
        """Append text, labelled if a kind is given."""
        if kind and text:
            start = len(self.text)
            self.labels.append(Label(start, start + len(text), kind, value, entity))
        self.text += text

    def take(self, other: "Piece") -> None:
        """Append another piece with its labels and agencies."""
        self.labels += [label.moved(len(self.text)) for label in other.labels]
        self.agencies += other.agencies
        self.text += other.text

    def mark(self, start: int, kind: Kind, value: str = "") -> None:
        """Label everything from ``start`` to the end of the text so far."""
        self.labels.append(Label(start, len(self.text), kind, value))

    def tidy(self) -> None:
        """Close up what empty alternatives leave: spaces that are double, or before a stop."""
        while gap := _GAP.search(self.text):
            self._cut(gap.start(), gap.end())

    def _cut(self, start: int, end: int) -> None:
        """Take out a stretch of unlabelled text."""

        def shift(at: int) -> int:
            return at if at <= start else max(start, at - (end - start))

        self.text = self.text[:start] + self.text[end:]
        self.labels = [
            Label(shift(x.start), shift(x.end), x.kind, x.value, x.entity) for x in self.labels
        ]

    def recase(self, change: Callable[[str], str]) -> None:
        """Change letter case in place.

        Raises:
            ValueError: if that would move the labels.

        """
        changed = change(self.text)
        if len(changed) != len(self.text):
            raise ValueError("a change of case may not change the length")
        self.text = changed


_GAP = re.compile(r"^ +| +$| +(?= )| +(?=[,;:.?](?:\s|$))|(?<=[ ,:-])[,:](?= )|(?<=^)[,;:-] ")


@dataclass(frozen=True, slots=True)
class Words:
    """Words as they stand."""

    text: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Alternatives, each a sequence of nodes."""

    options: tuple[tuple["Node", ...], ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """Something that depends on the case; ``name`` keeps its marks."""

    name: str


@dataclass(frozen=True, slots=True)
class Bank:
    """A line of another bank."""

    name: str


Node = Words | Choice | Slot | Bank

_MARK = re.compile(r"\[|\]|\||\{[^{}]*\}|<[a-z_.A0-9]+>|[^\[\]|{}<]+|<")


@cache
def parse(template: str) -> tuple[Node, ...]:
    """Read a template.

    Raises:
        ValueError: if its brackets do not match.

    """
    stack: list[list[list[Node]]] = [[[]]]
    for mark in _MARK.findall(template):
        if mark == "[":
            stack.append([[]])
        elif mark == "|" and len(stack) > 1:
            stack[-1].append([])
        elif mark == "]":
            if len(stack) == 1:
                raise ValueError(f"unmatched ] in {template!r}")
            options = stack.pop()
            stack[-1][-1].append(Choice(tuple(tuple(option) for option in options)))
        else:
            stack[-1][-1].append(_leaf(mark))
    if len(stack) != 1:
        raise ValueError(f"unmatched [ in {template!r}")
    return tuple(stack[0][0])


def _leaf(mark: str) -> Node:
    if mark.startswith("{"):
        return Slot(mark[1:-1])
    if mark.startswith("<") and len(mark) > 1:
        return Bank(mark[1:-1])
    return Words(mark)
