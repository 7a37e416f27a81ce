"""Filtering the list of notes: a pane in which filters are combined, with a count for each value.

The list follows when the pane is left with Enter; all of it is worked out in the background.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from rich.style import Style

from notecode.project.coding.finding import (
    FACETS,
    Counts,
    Facet,
    Listed,
    NoteFilter,
    count_values,
    list_notes,
    list_quick,
)
from notecode.text.layout import pad, shorten
from notecode.tui.coder.filter_words import (
    NAMES,
    PARTS,
    TYPED,
    Part,
    day_of,
    filter_words,
    in_order,
    part_words,
    searched_words,
    value_name,
)
from notecode.tui.coder.finding import SEARCHING
from notecode.tui.coder.list_pane import BOLD, PLAIN, QUIET, Choice, ListPane

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from notecode.tui.coder.desk import Desk
    from notecode.tui.coder.screen import CoderScreen
    from notecode.tui.lines import Piece

_QUICK = (
    NoteFilter(),
    NoteFilter(values=(("state", "uncoded"),)),
    NoteFilter(values=(("state", "suggested"),)),
    NoteFilter(values=(("state", "flagged"),)),
    NoteFilter(values=(("state", "bookmarked"),)),
)
"""What F F goes through; those that no note passes are left out."""

_NAME = 19  # cells for the names of parts
_FORMER = "-"
"""The key of the pane that takes the filter that was combined last."""


class Line(NamedTuple):
    """A line of the pane: a part of the filter, or one value of it."""

    part: Part
    value: str | None = None


class FilterPane(ListPane[Line]):
    """The parts of the filter; → shows the values of one, typing finds values of all.

    Tab takes a value and stays, Enter takes it and shows the notes, Esc leaves all as it was.
    """

    def __init__(self, screen: CoderScreen) -> None:
        """Begin with the filter that is on."""
        super().__init__(screen)
        self.wanted: NoteFilter = screen.desk.wanted
        self.part: Part | None = None
        self._counts: dict[Facet, dict[str, int]] = {}
        self._listed: Listed | None = None
        self._count()

    # What is counted

    def _count(self) -> None:
        """Ask for the notes and the counts under the filter as it is now."""
        first = tuple(facet for facet in FACETS if facet == self.part)
        question = partial(count_values, wanted=self.wanted, first=first)
        self.screen.background.ask("filter", question, self._take)

    def _take(self, answer: Listed | Counts) -> None:
        if isinstance(answer, Listed):
            self._listed = answer
        else:
            self._counts[answer.facet] = answer.notes
            self.go_on()

    def waiting(self) -> bool:
        """Whether values that may have what is typed are still being counted."""
        if not self.typed.text or self.part in TYPED:
            return False
        return any(facet not in self._counts for facet in FACETS if self.part in (None, facet))

    def head(self, width: int) -> list[Piece]:
        """How many notes pass, what is typed, and what the keys do at this level."""
        total = self.screen.desk.progress.notes
        known = self._listed if self._listed and self._listed.wanted == self.wanted else None
        count = f"{len(known.ids):,}" if known else "…"
        inside = f", {NAMES[self.part]}" if self.part else ""
        self.title = f"{count} of {total:,} notes{inside}"
        self.hint = self._hint()
        return super().head(width)

    def _hint(self) -> str:
        if self.part in TYPED:
            return "type it  Enter shows the notes  Esc back"
        if self.part:
            return "Tab takes  Enter shows the notes  Esc back"
        keys = self.screen.desk.keys
        return (
            f"type a value  → values  Enter shows  {keys['filter']} quick  {keys['all-notes']} all"
        )

    # The lines

    def choices(self) -> Sequence[Choice[Line]]:
        """Parts, or values that fit what is typed."""
        typed = self.typed.text.casefold().split()
        if self.part is None and not typed:
            return [self._part_line(part) for part in PARTS]
        if self.part is None:
            found = [
                line for facet in FACETS for line in self._value_lines(facet, typed, named=True)
            ]
            return sorted(found, key=lambda line: not _begin(line, typed))
        for facet in FACETS:
            if facet == self.part:
                return list(self._value_lines(facet, typed, named=False))
        return list(self._typed_line(self.part))

    def _part_line(self, part: Part) -> Choice[Line]:
        words = part_words(self.screen.desk.codebook, self.wanted, part)
        pieces: tuple[Piece, ...] = (
            (f"{NAMES[part]:<{_NAME}}", BOLD),
            (words or "any", BOLD if words else QUIET),
        )
        return Choice(Line(part), pieces)

    def _value_lines(
        self, facet: Facet, typed: Sequence[str], *, named: bool
    ) -> Iterator[Choice[Line]]:
        book, counts = self.screen.desk.codebook, self._counts.get(facet, {})
        asked = self.wanted.of(facet)
        for value in in_order(book, facet, {**dict.fromkeys(asked, 0), **counts}):
            name = value_name(book, facet, value)
            searched = searched_words(book, facet, value)
            searched = f"{NAMES[facet]} {searched}".casefold() if named else searched
            if not all(part in searched for part in typed):
                continue
            ticked = value in asked
            before = f"{NAMES[facet]:<{_NAME}}" if named else ""
            deep = facet == "code" and not named and value in book.code_by_id
            depth = len(book.path(value)) - 1 if deep else 0
            pieces: tuple[Piece, ...] = (
                ("✓ " if ticked else "  ", BOLD),
                (before, QUIET),
                ("  " * depth + name, BOLD if ticked else PLAIN),
            )
            known = facet in self._counts
            yield Choice(Line(facet, value), pieces, f"{counts.get(value, 0):,}" if known else "")

    def _typed_line(self, part: Part) -> Iterator[Choice[Line]]:
        typed = self.typed.text.strip()
        if not typed:
            words = part_words(self.screen.desk.codebook, self.wanted, part) or "any"
            yield Choice(Line(part), ((f"{NAMES[part]} {words}", PLAIN),))
        elif part == "text":
            yield Choice(Line(part, typed), ((f"notes that have: {typed}", PLAIN),))
        elif day := day_of(typed, part):
            yield Choice(Line(part, day.isoformat()), ((f"{NAMES[part]} {day:%Y-%m-%d}", PLAIN),))

    def nothing(self) -> str:
        """What is missing."""
        if self.part in ("since", "until"):
            return "a day as 2024-03-05, a month as 2024-03, a year as 2024"
        return "nothing is called so" if len(self._counts) == len(FACETS) else "counting…"

    # What keys do

    def key(self, key: str, character: str) -> bool:
        """What is not typed: into a part and back, a value taken, a part dropped, quick lists."""
        marked = self.marked()
        if key == "tab" or (key == "right" and self.part is None and not self.typed.text):
            if marked is not None:
                self._enter_or_take(marked)
        elif key == "left" and self.part is not None and not self.typed.text:
            self._to_parts()
        elif self.typed.text or self.part is not None:
            return False
        elif key in ("backspace", "delete", "ctrl+h") and marked is not None:
            self._drop(marked.part)
        elif character == _FORMER and self.screen.desk.combined:
            self.leave()
            _list(self.screen, self.screen.desk.combined)
        elif self.screen.action_of(key) == "filter":
            self.leave()
            next_quick(self.screen)
        elif self.screen.action_of(key) == "all-notes":
            self.leave()
            all_notes(self.screen)
        else:
            return False
        return True

    def press(self, line: int) -> None:
        """A click on a part shows its values, on a value takes it or drops it."""
        lines = self.choices()
        at = self._top + line - 1
        if line > 0 and at < len(lines):
            self.at = at
            self.screen.attempt(partial(self._enter_or_take, lines[at].value))

    def _enter_or_take(self, marked: Line) -> None:
        if marked.value is None and self.part is None:
            self.part, self.at, self._top = marked.part, 0, 0
            if marked.part in FACETS and marked.part not in self._counts:
                self._count()
            return
        self._apply(marked, toggle=True)
        self.typed.replace("")
        if self.part in TYPED:
            self._to_parts()
        self._count()

    def _apply(self, line: Line, *, toggle: bool) -> None:
        """Take a value into the filter; one that is there goes if it is to ``toggle``."""
        part, value = line
        if value is None:
            return
        if part == "text":
            self.wanted = replace(self.wanted, text=value)
        elif part == "since":
            self.wanted = replace(self.wanted, since=day_of(value, part))
        elif part == "until":
            self.wanted = replace(self.wanted, until=day_of(value, part))
        elif toggle or (part, value) not in self.wanted.values:
            self.wanted = self.wanted.toggled(part, value)

    def _drop(self, part: Part) -> None:
        if part == "text":
            self.wanted = replace(self.wanted, text="")
        elif part == "since":
            self.wanted = replace(self.wanted, since=None)
        elif part == "until":
            self.wanted = replace(self.wanted, until=None)
        else:
            self.wanted = self.wanted.without(part)
        self._count()

    def _to_parts(self) -> None:
        at = PARTS.index(self.part) if self.part else 0
        self.part, self.at, self._top = None, at, 0
        self.typed.replace("")

    def leave(self) -> None:
        """Back to the parts; from there, close and leave the list as it was."""
        if self.part is not None:
            self._to_parts()
        elif self.typed.text:
            self.typed.replace("")
        else:
            self.screen.background.stop("filter")
            super().leave()

    def choose(self, value: Line) -> None:
        """Take the value, and show the notes that pass."""
        self._apply(value, toggle=False)
        if self._listed is not None and self._listed.wanted == self.wanted:
            self.screen.background.stop("filter")
            _show(self.screen.desk, self._listed)
        else:
            _list(self.screen, self.wanted)


def _begin(line: Choice[Line], typed: Sequence[str]) -> bool:
    """Whether a word of the line begins with each part of what is typed."""
    words = "".join(text for text, _ in line.pieces).casefold().split()
    return all(any(word.startswith(part) for word in words) for part in typed)


def _list(screen: CoderScreen, wanted: NoteFilter) -> None:
    screen.desk.message = SEARCHING
    question = partial(list_notes, wanted=wanted)
    screen.background.ask_to_go("filter", question, partial(_show, screen.desk), again="filter")


def _show(desk: Desk, listed: Listed) -> None:
    """List the notes; where there are none, all stays as it was."""
    words = filter_words(desk.codebook, listed.wanted)
    if not listed.ids:
        desk.message = f"no note is {words}: the list stays as it was"
        return
    before = desk.wanted
    desk.list_notes(listed.wanted, listed.ids)
    desk.message = f"{words or 'all notes'}: {len(listed.ids):,}"
    if listed.wanted not in _QUICK:
        desk.combined = listed.wanted
    elif before == desk.combined and before:
        keys = f"{desk.keys['filter']}, then {_FORMER},"
        desk.message += f"; {keys} lists {filter_words(desk.codebook, before)} again"


def next_quick(screen: CoderScreen) -> None:
    """The next of the quick lists that has a note, from all notes on to all notes."""
    now = screen.desk.wanted
    at = _QUICK.index(now) if now in _QUICK else 0
    choices = (*_QUICK[at + 1 :], _QUICK[0])
    screen.desk.message = SEARCHING
    question = partial(list_quick, choices=choices)
    screen.background.ask_to_go("filter", question, partial(_show, screen.desk), again="filter")


def all_notes(screen: CoderScreen) -> None:
    """List all notes again."""
    _list(screen, NoteFilter())


def filter_line(desk: Desk, width: int) -> list[Piece]:
    """How many notes pass which filter; nothing where none is on."""
    if not desk.wanted:
        return []
    words = filter_words(desk.codebook, desk.wanted)
    first = f" {len(desk.ids):,} of {desk.progress.notes:,} "
    last = f"  {desk.keys['all-notes']} all notes "
    room = max(width - len(first) - len(last) - 2, 8)
    said = pad(shorten(words, room), room)
    return [(first, Style(reverse=True, bold=True)), (f" {said}", PLAIN), (last, QUIET)]


COMMANDS: Mapping[str, Callable[[CoderScreen], object]] = {
    "filter": lambda screen: screen.open_pane(FilterPane(screen)),
    "all-notes": all_notes,
}
"""Filtering the list."""
