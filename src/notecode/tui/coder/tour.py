"""A short tour: the coder is shown by doing things on a note. Nothing is done but by the user."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rich.style import Style

from notecode.project.coding import touring
from notecode.text.grid import printable
from notecode.tui.coder.help_here import HelpHere
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
    by_hand: frozenset[str]
    suggestions: frozenset[str]
    selection: Span | None
    on_suggestion: bool
    undone: bool

    @staticmethod
    def of(desk: Desk) -> _State:
        return _State.on(desk.page.coded, desk, desk.selection)

    @staticmethod
    def on(coded: CodedNote, desk: Desk, selection: Span | None) -> _State:
        return _State(
            note=coded.note.id,
            agencies={r.id: r.agencies for r in coded.references},
            by_hand=frozenset(r.id for r in coded.references if not r.suggestion),
            suggestions=frozenset(s.id for s in coded.suggestions),
            selection=selection,
            on_suggestion=desk.suggestion is not None,
            undone=desk.message.startswith("undone"),
        )


@dataclass(frozen=True, slots=True)
class _Step:
    """One thing to do: what is told, and how it is known to be done.

    ``action`` is the action whose key does it, where nothing else tells. ``anywhere``: it may be
    done by turning to another note.
    """

    told: Callable[[Desk], str]
    met: Callable[[_State, _State], bool] | None = None
    action: str = ""
    anywhere: bool = False


def _letter(desk: Desk) -> str:
    codes = sorted(desk.code_by_key.values(), key=lambda code: not code.key.isalpha())
    code = next(iter(codes), None)
    return f"{code.key} is {code.label}" if code else "the codebook says which"


def _back_to_it(desk: Desk) -> str:
    """How one comes to a reference, where the cursor has gone on from it."""
    if desk.reference is not None:
        return ""
    if not desk.page.references.items:
        return f" First go back to the note with what you coded, with {desk.keys['back']}."
    keys = f"{desk.keys['previous-reference']} or {desk.keys['next-reference']}"
    return f" First go back to what you coded, with {keys}."


def _to_a_suggestion(desk: Desk) -> str:
    """How one comes to a suggestion, where none is selected."""
    key = desk.keys["next-suggestion"]
    return "" if desk.suggestion is not None else f" First go to one, with {key}."


def _to_a_free_sentence(desk: Desk, where_there_is_one: str) -> str:
    """How one comes to a sentence without a suggestion, which this note may not have."""
    if touring.has_free_sentence(desk.page.coded):
        return where_there_is_one
    is_last = desk.at + 1 == len(desk.ids)
    key = desk.keys["previous-note" if is_last else "next-note"]
    which = "one before" if is_last else "next note"
    return f"This note has none: {key} goes to the {which}."


def _came_along(desk: Desk) -> str:
    """Which agencies the reference has of itself."""
    known = desk.codebook.agency_by_id
    ids = desk.reference.agencies if desk.reference is not None else ()
    if not ids:
        return "An agency that the words mention comes along with the code."
    labels = " and ".join(known[i].label if i in known else i for i in ids)
    return f"{labels}, which the words mention, came along."


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
            f" {desk.keys['reject']} rejects the suggestion selected.{_to_a_suggestion(desk)}"
            " Reject one."
        ),
        lambda before, now: now.suggestions < before.suggestions and not _added(before, now),
    ),
    _Step(
        lambda desk: (
            f"Now by hand. {desk.keys['left']} {desk.keys['right']} go from sentence to sentence,"
            f" {desk.keys['narrow']} and {desk.keys['widen']} take a narrower or wider unit; the"
            " mouse selects too. Select a sentence for which nothing is suggested"
            + ("; for this one something is. " if desk.suggestion is not None else ". ")
            + _to_a_free_sentence(desk, "")
        ),
        lambda before, now: (
            (now.note, now.selection) != (before.note, before.selection)
            and now.selection is not None
            and not now.on_suggestion
        ),
        anywhere=True,
    ),
    _Step(
        lambda desk: (
            f"A small letter is a code: {_letter(desk)}; the keys stand on the screen, and"
            f" {desk.keys['codes']} finds a code by its name. "
            + (
                "For this sentence something is suggested, and a letter would answer that: "
                + _to_a_free_sentence(desk, "go to another, with nothing suggested, and code it.")
                if desk.suggestion is not None
                else "Code the selection; it stays selected, for a second code."
            )
        ),
        lambda before, now: bool(now.by_hand - before.by_hand),
    ),
    _Step(
        lambda desk: (
            f"{_came_along(desk)}{_back_to_it(desk)}"
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
        if self._shows_a_pane():
            self._come_up()
        self._did = self._screen.action_of(key)
        again, self._leaving = self._leaving, key == "escape"
        if not (again and self._leaving):
            return False
        self._end(early=True)
        return True

    def _shows_a_pane(self) -> bool:
        """Whether what this step is about lies over the tour, and lets keys through."""
        step = self._steps[self._at]
        return bool(step.action) and self._did == step.action

    def _come_up(self) -> None:
        """Lie on top again: a pane that has been looked at need not be closed for it."""
        self._screen.close_pane(self)
        self._screen.open_pane(self)
        self._look()

    def _end(self, *, early: bool = False) -> None:
        self._screen.close_pane(self)
        for pane in self._screen.panes:
            if isinstance(pane, HelpHere):
                self._screen.close_pane(pane)
        self._screen.open_pane(TourEnd(self._screen, self._since, early=early))
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
        if moved and not step.anywhere:
            # A decision on the last suggestion of a note may have opened the next note.
            desk, before = self._screen.desk, self._before
            seen = _State.on(desk.session.look_at(before.note), desk, before.selection)
        met = step.met is not None and step.met(self._before, seen)
        self._before = now  # each key is looked at by itself
        if met or (step.action and self._did == step.action):
            self._at += 1
            self._did = ""


class TourEnd(Pane):
    """Says that it is over, what was saved and what to do now.

    The undo key takes what was saved back, any other key keeps it and does what it does.
    """

    def __init__(
        self, screen: CoderScreen, since: touring.Beginning, *, early: bool = False
    ) -> None:
        """Ask once; ``early`` if it was left before its last step."""
        self._screen = screen
        self._since = since
        self._early = early
        self._done = since.done_since(screen.desk.session)

    def take(self, key: str, character: str) -> bool:
        """Undo it all, or keep it."""
        del character
        self._screen.close_pane(self)
        if self._done and self._screen.action_of(key) == "undo":
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
        """What was saved, and how one goes on."""
        keys = self._screen.desk.keys
        said = "Nothing was saved while it ran."
        if self._done:
            listed = printable("; ".join(self._done))
            said = (
                f"Saved while it ran: {_things(len(self._done))} ({listed})."
                f" {keys['undo']} undoes that, any other key keeps it."
            )
        now = (
            f"Now code: {keys['next-suggestion']} goes to the next suggestion; a letter codes what"
            f" is selected; {keys['done']} says that a note is done; {keys['help']} helps anywhere."
            " notecode code --tour begins the tour again."
        )
        over = " You have left the tour. " if self._early else " That was the tour: it is over. "
        head: list[Piece] = [(over, _HEAD), ("  Enter closes this", _BOLD)]
        body = [*flowed([(now, _PLAIN)], width), *flowed([(said, _PLAIN)], width)]
        return fitted([head, *body], most, "")


def _things(number: int) -> str:
    return "1 thing" if number == 1 else f"{number} things"


def begin_tour(screen: CoderScreen) -> None:
    """Show the tour, on a note that has something for every step if there is one."""
    desk = screen.desk
    if not touring.suits(desk.page.coded) and (note_id := touring.note_for_the_tour(desk.session)):
        desk.show_note(note_id)
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
