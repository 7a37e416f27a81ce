"""A short tour: the coder is shown by doing things on a note. Nothing is done but by the user."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rich.style import Style

from notecode.project.coding import touring
from notecode.text.grid import printable
from notecode.tui.coder.pane import Pane
from notecode.tui.flowing import fitted, flowed

if TYPE_CHECKING:
    from collections.abc import Callable

    from notecode.model import Span
    from notecode.project.coding.session import CodedNote
    from notecode.tui.coder.desk import Desk
    from notecode.tui.coder.screen import CoderScreen
    from notecode.tui.lines import Piece

Tour = Literal["no", "offer", "begin"]
"""Whether the coder begins without a tour, with the offer of one, or with one."""

_PLAIN = Style()
_BOLD = Style(bold=True)
_HEAD = Style(reverse=True, bold=True)
_QUIET = Style(dim=True)


@dataclass(frozen=True, slots=True)
class _State:
    """What a step looks at, to tell whether it has been done."""

    note: str
    agencies: dict[str, tuple[str, ...]]
    suggestions: frozenset[str]
    selection: Span | None
    undone: bool

    @staticmethod
    def of(desk: Desk) -> _State:
        return _State.on(desk.page.coded, desk, desk.selection)

    @staticmethod
    def on(coded: CodedNote, desk: Desk, selection: Span | None) -> _State:
        return _State(
            note=coded.note.id,
            agencies={r.id: r.agencies for r in coded.references},
            suggestions=frozenset(s.id for s in coded.suggestions),
            selection=selection,
            undone=desk.message.startswith("undone"),
        )


@dataclass(frozen=True, slots=True)
class _Step:
    """One thing to do: what is told, and how it is known to be done.

    ``action`` is the action whose key does it, where nothing else tells.
    """

    told: Callable[[Desk], str]
    met: Callable[[_State, _State], bool] | None = None
    action: str = ""


def _letter(desk: Desk) -> str:
    codes = sorted(desk.code_by_key.values(), key=lambda code: not code.key.isalpha())
    code = next(iter(codes), None)
    return f"{code.key} is {code.label}" if code else "the codebook says which"


def _back_to_it(desk: Desk) -> str:
    """How one comes to a reference, where the cursor has gone on from it."""
    if desk.reference is not None:
        return ""
    keys = f"{desk.keys['previous-reference']} or {desk.keys['next-reference']}"
    return f" First go back to what you coded, with {keys}."


def _added(before: _State, now: _State) -> bool:
    return bool(now.agencies.keys() - before.agencies.keys())


STEPS: tuple[_Step, ...] = (
    _Step(
        lambda desk: (
            "The words selected are suggested as a code, which the line below names."
            f" If it is right, {desk.keys['accept']} accepts it; it is saved before you look up."
            f" {desk.keys['next-suggestion']} goes to the next suggestion. Accept one."
        ),
        lambda before, now: _added(before, now) and now.suggestions < before.suggestions,
    ),
    _Step(
        lambda desk: (
            "Rules are often wrong: that is why you are asked."
            f" {desk.keys['reject']} rejects the suggestion selected. Reject one."
        ),
        lambda before, now: now.suggestions < before.suggestions and not _added(before, now),
    ),
    _Step(
        lambda desk: (
            f"Now code by hand. {desk.keys['left']} {desk.keys['right']} go from sentence to"
            f" sentence, {desk.keys['narrow']} and {desk.keys['widen']} take a narrower or wider"
            " unit; the mouse selects too. Select something else."
        ),
        lambda before, now: now.selection != before.selection,
    ),
    _Step(
        lambda desk: (
            f"A small letter is a code: {_letter(desk)}; the keys stand on the screen, and"
            f" {desk.keys['codes']} finds a code by its name. Code the selection."
        ),
        _added,
    ),
    _Step(
        lambda desk: (
            f"Agencies mentioned in the words came along.{_back_to_it(desk)}"
            f" {desk.keys['agencies']}, then an agency's letter, attaches one or takes it off;"
            f" {desk.keys['accept']} ends it. Do that on the reference."
        ),
        lambda before, now: any(
            now.agencies.get(known, agencies) != agencies
            for known, agencies in before.agencies.items()
        ),
    ),
    _Step(
        lambda desk: (
            f"{desk.keys['undo']} takes back the last thing you did, then the one before it, even"
            f" after a restart; {desk.keys['redo']} does it again. Undo something."
        ),
        lambda _, now: now.undone,
    ),
    _Step(
        lambda desk: (
            f"{desk.keys['filter']} lists only some notes: by case, site, code, state and more;"
            " Esc closes it. Look at it."
        ),
        action="filter",
    ),
    _Step(
        lambda desk: (
            f"{desk.keys['help']} says what the keys do where you are, again every key, and"
            f" {desk.keys['palette']} finds an action by its name. Look at it."
        ),
        action="help",
    ),
)
"""What is shown, in this order."""


class TourOffer(Pane):
    """Asks once whether to begin; the help key does, any other key does what it does."""

    def __init__(self, screen: CoderScreen) -> None:
        """Offer the tour over the screen."""
        self._screen = screen

    def take(self, key: str, character: str) -> bool:
        """Begin, or get out of the way."""
        del character
        self._screen.close_pane(self)
        if self._screen.action_of(key) == "help":
            self._screen.attempt(lambda: begin_tour(self._screen))
            return True
        if key == "escape":
            self._screen.show()
            return True
        return False

    def lines(self, width: int, most: int) -> list[list[Piece]]:
        """The offer."""
        key = self._screen.desk.keys["help"]
        said = (
            f"{key} begins a tour of {len(STEPS)} steps on these invented notes; every other key"
            " goes straight to work. It does not come again by itself: notecode code --tour."
        )
        return fitted(
            [[(" Your first time here? ", _HEAD)], *flowed([(said, _PLAIN)], width)], most, ""
        )


class TourPane(Pane):
    """The step to be done. Keys do what they always do; Esc twice leaves the tour."""

    def __init__(self, screen: CoderScreen) -> None:
        """Begin with the first step that can be done on the note."""
        self._screen = screen
        self._since = touring.begin(screen.desk.session)
        few = len(screen.desk.page.suggestions.items) < touring.FEWEST
        self._steps = STEPS[2:] if few else STEPS
        self._at = 0
        self._before = _State.of(screen.desk)
        self._did = ""
        self._leaving = False

    def take(self, key: str, character: str) -> bool:
        """Esc twice leaves, once it does what it always does; other keys are let through."""
        del character
        self._did = self._screen.action_of(key)
        again, self._leaving = self._leaving, key == "escape"
        if not (again and self._leaving):
            return False
        self._end()
        return True

    def _end(self) -> None:
        self._screen.close_pane(self)
        if self._since.done_since(self._screen.desk.session):
            self._screen.open_pane(TourEnd(self._screen, self._since))
        else:
            again = "notecode code --tour begins it again"
            self._screen.desk.message = f"the tour is over, and nothing was saved; {again}"
        self._screen.show()

    def lines(self, width: int, most: int) -> list[list[Piece]]:
        """The step, or the next if it has been done."""
        self._look()
        if self._at >= len(self._steps):
            self._screen.call_after_refresh(self._end)
            return [[(" That was the tour. ", _HEAD)]]
        desk = self._screen.desk
        done = f"✓ step {self._at} done.  " if self._at else ""
        leaves = "Esc again leaves the tour" if self._leaving else "Esc Esc leaves the tour"
        head: list[Piece] = [
            (f" Tour, step {self._at + 1} of {len(self._steps)} ", _HEAD),
            (f"  {done}", _QUIET),
            (leaves, _BOLD if self._leaving else _QUIET),
        ]
        told = self._steps[self._at].told(desk)
        return fitted([head, *flowed([(printable(told), _PLAIN)], width)], most, "")

    def _look(self) -> None:
        """Go on if the step has just been done; to turn to another note is none."""
        if self._at >= len(self._steps):
            return
        step, now = self._steps[self._at], _State.of(self._screen.desk)
        seen, moved = now, now.note != self._before.note and not now.undone
        if moved:  # a decision on the last suggestion of a note may have opened the next note
            desk, before = self._screen.desk, self._before
            seen = _State.on(desk.session.look_at(before.note), desk, before.selection)
        met = step.met is not None and step.met(self._before, seen)
        self._before = now  # each key is looked at by itself
        if met or (step.action and self._did == step.action):
            self._at += 1
            self._did = ""


class TourEnd(Pane):
    """Says what was saved; the undo key takes it all back, any other key keeps it."""

    def __init__(self, screen: CoderScreen, since: touring.Beginning) -> None:
        """Ask once."""
        self._screen = screen
        self._since = since
        self._done = since.done_since(screen.desk.session)

    def take(self, key: str, character: str) -> bool:
        """Undo it all, or keep it."""
        del character
        self._screen.close_pane(self)
        if self._screen.action_of(key) == "undo":
            self._screen.attempt(self._undo)
            return True
        if key in {"enter", "escape"}:
            self._screen.show()
            return True
        return False

    def _undo(self) -> None:
        desk = self._screen.desk
        done = self._since.done_since(desk.session)
        for _ in done:
            desk.undo()
        again = f"{desk.keys['redo']} brings each back"
        desk.message = f"{_things(len(done))} of the tour undone; {again}"

    def lines(self, width: int, most: int) -> list[list[Piece]]:
        """What was saved."""
        keys = self._screen.desk.keys
        head: list[Piece] = [
            (" The tour is over. ", _HEAD),
            (f"  {keys['undo']} undoes what it saved, any other key keeps it", _BOLD),
        ]
        listed = printable("; ".join(self._done))
        said = f"Saved while it ran: {_things(len(self._done))} ({listed})."
        return fitted([head, *flowed([(said, _PLAIN)], width)], most, "")


def _things(number: int) -> str:
    return "1 thing" if number == 1 else f"{number} things"


def begin_tour(screen: CoderScreen) -> None:
    """Show the tour, on a note with suggestions if there is one."""
    note_id = touring.note_for_the_tour(screen.desk.session)
    if note_id and len(screen.desk.page.suggestions.items) < touring.FEWEST:
        screen.desk.show_note(note_id)
    screen.open_pane(TourPane(screen))


def start_with(screen: CoderScreen, tour: Tour) -> None:
    """Begin the tour or offer it, as was asked at the start; the offer is remembered."""
    if tour == "no":
        return
    if tour == "begin":
        begin_tour(screen)
    elif touring.is_to_be_offered(screen.desk.session):
        screen.open_pane(TourOffer(screen))
    touring.remember_offered(screen.desk.session)
