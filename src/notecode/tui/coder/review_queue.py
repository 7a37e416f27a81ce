"""Going through the open suggestions of all notes listed, by rule, code or case."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rich.style import Style

from notecode.project.coding.suggestions import Order, Queued, count_open, queue_up
from notecode.text.grid import printable
from notecode.text.layout import pad, shorten, width_of
from notecode.tui.coder.finding import SEARCHING
from notecode.tui.coder.list_pane import BOLD, PLAIN, QUIET, Choice, ListPane
from notecode.tui.coder.queue import Queue, go_on

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from notecode.tui.coder.desk import Desk
    from notecode.tui.coder.screen import CoderScreen
    from notecode.tui.lines import Piece

_ORDERS: tuple[Order, ...] = ("rule", "code", "case")


class Start(ListPane[tuple[Order, str]]):
    """By what to go through the suggestions, and with which rule, code or case to begin."""

    title = "go through open suggestions"
    hint = "type a rule, code or case  Enter begins  Esc"

    def __init__(self, screen: CoderScreen) -> None:
        """Count what is open in the background."""
        super().__init__(screen)
        self._groups: dict[Order, Mapping[str, int]] = {}
        question = partial(count_open, wanted=screen.desk.wanted)
        screen.background.ask("review", question, self._take)

    def _take(self, counted: dict[Order, dict[str, int]]) -> None:
        places = {code.id: at for at, code in enumerate(self.screen.desk.codebook.tree)}
        in_order = sorted(counted["code"].items(), key=lambda item: places.get(item[0], -1))
        self._groups = {**counted, "code": dict(in_order)}
        self.go_on()

    def waiting(self) -> bool:
        """Whether what is typed may be the name of a group that is not counted yet."""
        return bool(self.typed.text) and not self._groups

    def choices(self) -> Sequence[Choice[tuple[Order, str]]]:
        """The three orders, then each group whose name has what is typed."""
        parts = self.typed.text.casefold().split()
        lines = [] if parts else [_order_line(order) for order in _ORDERS]
        for order, groups in self._groups.items():
            if order == "case" and not parts:
                continue  # there may be very many
            lines += [
                line
                for name, count in groups.items()
                if (line := self._line(order, name, count)) and _has(line, parts)
            ]
        return lines

    def _line(self, order: Order, name: str, count: int) -> Choice[tuple[Order, str]]:
        pieces = ((f"{order:<6}", QUIET), (group_name(self.screen.desk, order, name), PLAIN))
        return Choice((order, name), pieces, f"{count:,}")

    def nothing(self) -> str:
        """Whether something may come yet."""
        return "no open suggestion has this" if self._groups else SEARCHING

    def choose(self, value: tuple[Order, str]) -> None:
        """Make the queue, and go to its first suggestion."""
        order, begin = value
        desk = self.screen.desk
        desk.message = SEARCHING
        question = partial(queue_up, wanted=desk.wanted, order=order)
        self.screen.background.ask_to_go(
            "review", question, lambda queued: _begin(desk, queued, begin), again="review"
        )


def _order_line(order: Order) -> Choice[tuple[Order, str]]:
    return Choice((order, ""), ((f"all, by {order}", BOLD),))


def _has(line: Choice[tuple[Order, str]], parts: Sequence[str]) -> bool:
    text = "".join(text for text, _ in line.pieces).casefold()
    return all(part in text for part in parts)


def group_name(desk: Desk, order: Order, name: str) -> str:
    """A rule, a code by its label, or a case."""
    return printable(desk.label(name) if order == "code" else name)


def _begin(desk: Desk, queued: Queued, begin: str) -> None:
    if not queued.numbers:
        desk.message = "no suggestion is open in the notes listed"
        return
    first = next((group.first for group in queued.groups if group.name == begin), 0)
    desk.queue = Queue(queued, first)
    go_on(desk, 0)


def queue_line(desk: Desk, width: int) -> list[Piece]:
    """Where in the queue one is; nothing where none is gone through."""
    queue = desk.queue
    if queue is None:
        return []
    group, order = queue.group, queue.queued.order
    count = f"{queue.at + 1:,} of {len(queue.queued.numbers):,}"
    nth = f": {queue.at - group.first + 1:,} of {group.count:,}"
    wordings = [f" {count} in the whole queue", f" {count} in all", ""]
    last = f"  {desk.keys['cancel']} leaves "
    if queue.note_id != desk.page.coded.note.id:
        nth, wordings = "", [f" waits: {desk.keys['next-suggestion']} goes back to it"]
    room = width - width_of(last)
    least = width_of(f" {order} {nth} {wordings[-1]}")
    name = shorten(group_name(desk, order, group.name), max(room - least, 8))
    first = f" {order} {name}{nth} "
    room -= width_of(first)
    everything = next((words for words in wordings if width_of(words) <= room), wordings[-1])
    return [
        (first, Style(reverse=True, bold=True)),
        (pad(everything, max(room, 0)), PLAIN),
        (last, QUIET),
    ]


COMMANDS: Mapping[str, Callable[[CoderScreen], object]] = {
    "review": lambda screen: screen.open_pane(Start(screen)),
}
"""Going through suggestions across notes."""
