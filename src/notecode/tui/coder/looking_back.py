"""Looking back: all passages of a code across the notes, and what was done last."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from notecode.project.coding.history import beneath, last_actions, passages, where
from notecode.text.grid import printable
from notecode.text.layout import one_line, pad, shorten
from notecode.tui.coder.definition import code_here
from notecode.tui.coder.finding import SEARCHING
from notecode.tui.coder.list_pane import PLAIN, QUIET, Choice, ListPane
from notecode.tui.coder.searched import fitting
from notecode.tui.coder.trail import Stop

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from notecode.model import Code
    from notecode.project.coding.history import Event, Passage
    from notecode.tui.coder.screen import CoderScreen

_CASE, _CODE = 8, 20  # cells

T = TypeVar("T")


class CodesUsed(ListPane[str]):
    """The codes that one has used, with their passages; the one at the cursor is marked."""

    title = "passages of which code"
    hint = "type to narrow  Enter lists  Esc closes"

    def __init__(self, screen: CoderScreen) -> None:
        """The counts include the codes beneath."""
        super().__init__(screen)
        desk = screen.desk
        book, totals = desk.codebook, desk.totals
        counted = [
            (code, sum(totals.get(each, 0) for each in beneath(book, code.id)))
            for code in book.tree
        ]
        gone = [(code_id, n) for code_id, n in totals.items() if code_id not in book.code_by_id]
        self._lines = [self._line(code, count) for code, count in counted if count]
        self._lines += [Choice(i, ((printable(i), PLAIN),), f"{n:,}") for i, n in gone if n]
        here = code_here(desk)
        ids = [line.value for line in self._lines]
        self.at = ids.index(here.id) if here and here.id in ids else 0

    def _line(self, code: Code, count: int) -> Choice[str]:
        screen = self.screen
        depth = len(screen.desk.codebook.path(code.id)) - 1
        pieces = (
            (f"{code.key or ' '} ", screen.look.code(code.id)),
            ("  " * depth + printable(code.label), PLAIN),
        )
        return Choice(code.id, pieces, f"{count:,}")

    def choices(self) -> Sequence[Choice[str]]:
        """The codes that have what is typed."""
        return _narrowed(self._lines, self.typed.text)

    def nothing(self) -> str:
        """Whether there is any."""
        return "no code of yours has this" if self._lines else "nothing is coded yet"

    def choose(self, value: str) -> None:
        """List its passages."""
        self.screen.open_pane(Passages(self.screen, value))


class Passages(ListPane["Passage"]):
    """All that one has coded with a code, or one beneath it; the one at the cursor is marked."""

    hint = "type to narrow  Enter goes  Esc closes"

    def __init__(self, screen: CoderScreen, code_id: str) -> None:
        """Fetch them in the background."""
        super().__init__(screen)
        self._code = code_id
        self._lines: list[Choice[Passage]] = []
        self._done = False
        self.title = screen.desk.label(code_id)
        question = partial(passages, codebook=screen.desk.codebook, code_id=code_id)
        screen.background.ask("passages", question, self._take)

    def _take(self, found: list[Passage]) -> None:
        desk = self.screen.desk
        self._lines = [self._line(passage) for passage in found]
        self._done = True
        self.title = f"{desk.label(self._code)}, {len(found):,}"
        here = desk.reference.id if desk.reference else ""
        self.at = next((n for n, each in enumerate(found) if each.reference == here), 0)
        self.go_on()

    def _line(self, passage: Passage) -> Choice[Passage]:
        day = f"{passage.date:%y-%m-%d}" if passage.date else "no date "
        other = passage.code != self._code
        label = printable(self.screen.desk.label(passage.code)) if other else ""
        return Choice(
            passage,
            (
                (f"{pad(shorten(printable(passage.case_id), _CASE), _CASE)} {day} ", QUIET),
                (printable(one_line(passage.words)), PLAIN),
            ),
            shorten(label, _CODE),
        )

    def waiting(self) -> bool:
        """Whether they have not come yet."""
        return not self._done

    def choices(self) -> Sequence[Choice[Passage]]:
        """The passages in whose line stands what is typed."""
        return _narrowed(self._lines, self.typed.text)

    def nothing(self) -> str:
        """Whether they may come yet."""
        return "no passage has this" if self._done else SEARCHING

    def leave(self) -> None:
        """Close, and fetch no more."""
        self.screen.background.stop("passages")
        super().leave()

    def choose(self, value: Passage) -> None:
        """Go to the passage."""
        desk = self.screen.desk
        if desk.go_to_reference(value.note_id, value.reference):
            desk.message = f"{desk.label(value.code)}; {desk.keys['passages']} Enter: the list"
        else:
            desk.message = "this passage is coded so no more"


class History(ListPane["Event"]):
    """What one did last, of all sessions, the newest first; Enter goes where it was done."""

    title = "done last"
    hint = "type to narrow  Enter goes there  Esc closes"

    def __init__(self, screen: CoderScreen) -> None:
        """As the log of undo has it."""
        super().__init__(screen)
        today = datetime.now().astimezone()
        self._lines = [_event_line(event, today) for event in last_actions(screen.desk.session)]

    def choices(self) -> Sequence[Choice[Event]]:
        """The actions in whose line stands what is typed."""
        return _narrowed(self._lines, self.typed.text)

    def nothing(self) -> str:
        """Whether there is any."""
        return "nothing done has this" if self._lines else "nothing has been done yet"

    def choose(self, value: Event) -> None:
        """Go to where it was done; nothing is undone."""
        desk = self.screen.desk
        place = where(desk.session, value)
        desk.go(Stop(place.note_id, place.span))
        desk.message = value.summary + (", undone since" if value.undone else "")


def _event_line(event: Event, today: datetime) -> Choice[Event]:
    at = datetime.fromisoformat(event.at).astimezone()
    when = f"{at:%H:%M:%S}" if at.date() == today.date() else f"{at:%y-%m-%d}"
    place = printable(event.note_id or ("the case" if event.case_id else "no note"))
    return Choice(
        event,
        (
            (f"{when:<8} {pad(shorten(printable(event.case_id), _CASE), _CASE)} ", QUIET),
            (f"{place}  ", QUIET),
            (printable(event.summary), PLAIN if not event.undone else QUIET),
        ),
        "undone" if event.undone else "",
    )


def _narrowed(lines: Sequence[Choice[T]], typed: str) -> Sequence[Choice[T]]:
    if not typed.strip():
        return lines
    texts = ("".join((*(text for text, _ in line.pieces), " ", line.right)) for line in lines)
    return fitting(lines, texts, typed)


COMMANDS: Mapping[str, Callable[[CoderScreen], object]] = {
    "passages": lambda screen: screen.open_pane(CodesUsed(screen)),
    "history": lambda screen: screen.open_pane(History(screen)),
}
"""Looking back."""
