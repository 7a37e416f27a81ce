"""Going through the references whose code means something else by now, one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

from notecode.errors import CodingError
from notecode.model import Code
from notecode.project.coding.looking_again import meant_before, waiting
from notecode.text.grid import printable
from notecode.tui.coder.code_palette import CodePalette
from notecode.tui.coder.pane import Pane
from notecode.tui.flowing import compared, fitted, flowed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from notecode.project.coding.looking_again import Reason, Waiting
    from notecode.tui.coder.desk import Desk
    from notecode.tui.coder.screen import CoderScreen
    from notecode.tui.lines import Piece

_PLAIN = Style()
_BOLD = Style(bold=True)
_NAME = Style(italic=True, bold=True)
_QUIET = Style(dim=True)
_OTHER = Style(bold=True, underline=True)
_CHANGED: Mapping[Reason, str] = {
    "definition": "what it means has changed",
    "split": "it was split",
    "gone": "it is no longer in the codebook",
}
_FIELDS = (("definition", "means"), ("use_when", "use when"), ("not_when", "not when"))


class Queue(Pane):
    """One reference at a time, with what its code meant and means; other keys are the note's."""

    def __init__(self, screen: CoderScreen, items: Sequence[Waiting]) -> None:
        """Begin with the first of ``items``."""
        self._screen = screen
        self._items = list(items)
        self._decided: set[str] = set()
        self.at = 0
        self._before: Code | None = None
        self._drawn: tuple[object, list[list[Piece]]] = (None, [])
        desk = screen.desk
        self._actions: Mapping[str, Callable[[], object]] = {
            "accept": self._keep,
            "delete": lambda: self._decide(desk.delete),
            "recode": self._find_code,
            "codes": self._find_code,
            "repeat": self._repeat,
            "next-suggestion": lambda: self._step(1),
            "previous-suggestion": lambda: self._step(-1),
            "undo": lambda: self._walk(desk.undo),
            "redo": lambda: self._walk(desk.redo),
            "cancel": lambda: self._end(""),
            "definition": lambda: None,  # it stands here already
        }

    @property
    def item(self) -> Waiting:
        """The reference that is looked at."""
        return self._items[self.at]

    def show_item(self) -> None:
        """Open its note, and select it.

        Raises:
            CodingError: if it is there no more.

        """
        item = self.item
        self._before = None
        if not self._screen.desk.go_to_reference(item.note_id, item.reference):
            raise CodingError("this reference has been deleted meanwhile", where=item.note_id)
        self._before = meant_before(self._screen.desk.session, item)

    def take(self, key: str, character: str) -> bool:
        """Take what decides on the reference; the rest moves about as ever."""
        desk = self._screen.desk
        if desk.mode != "read":
            return False
        action = self._screen.action_of(key)
        if action in self._actions:
            self._screen.attempt(self._actions[action])
        elif not action and len(character) == 1 and (character.islower() or character.isdecimal()):
            self._screen.attempt(lambda: self._letter(character))
        else:
            return False
        return True

    # Deciding

    def _letter(self, key: str) -> None:
        code = self._screen.desk.code_by_key.get(key)
        if code is None:
            self._screen.desk.message = (
                f"no code has the key {key}: {self._screen.desk.keys['codes']} finds one"
            )
        else:
            self._recode_as(code)

    def _keep(self) -> None:
        """Keep the code, if there is still one to be kept."""
        desk, item = self._screen.desk, self.item
        if item.code in desk.codebook.code_by_id:
            self._decide(desk.keep)
        else:
            desk.message = (
                f"{item.code} is not in the codebook any more: a letter or {desk.keys['codes']}"
                f" recodes, {desk.keys['delete']} deletes; or put it back into codebook.yaml"
            )

    def _recode_as(self, code: Code) -> None:
        same = code.id == self.item.code
        self._decide(self._screen.desk.keep if same else lambda: self._recode(code))

    def _recode(self, code: Code) -> None:
        desk = self._screen.desk
        desk.begin("recode")
        desk.apply(code)

    def _repeat(self) -> None:
        desk = self._screen.desk
        code = desk.codebook.code_by_id.get(desk.last_code)
        if code is not None:
            self._recode_as(code)

    def _find_code(self) -> None:
        self._screen.open_pane(CodePalette(self._screen, "it becomes", self._recode_as))

    def _decide(self, decide: Callable[[], object]) -> None:
        """Do it to the reference that is looked at, and go on; only show it if it is not there."""
        desk, item = self._screen.desk, self.item
        here = desk.reference
        if here is None or here.id != item.reference:
            self.show_item()
            desk.message = "back at the reference that is looked at: decide now"
            return
        decide()
        self._decided.add(item.reference)
        said, desk.message = desk.message.partition(". ")[0], ""
        self._step(1)
        desk.message = ". ".join(filter(None, (said, desk.message)))

    def _walk(self, walk: Callable[[], None]) -> None:
        """Undo or redo; what waits again or no more on that note is seen by asking anew."""
        desk = self._screen.desk
        walk()
        said = desk.message
        note_id = desk.page.coded.note.id
        on_it = {item.reference for item in self._items if item.note_id == note_id}
        still = {item.reference for item in waiting(desk.session, note_id)}
        self._decided = (self._decided - on_it) | (on_it - still)
        here = desk.reference
        at = next((n for n, i in enumerate(self._items) if here and i.reference == here.id), None)
        if at is not None:
            self.at = at
            if here is not None and here.id in self._decided:
                self._step(1)
            else:
                self.show_item()
        desk.message = said

    def _step(self, direction: int) -> None:
        """To the next that is not decided on, or the one before; the end ends it."""
        count = len(self._items)
        ways = range(self.at + 1, count) if direction > 0 else range(self.at - 1, -1, -1)
        at = next((n for n in ways if self._items[n].reference not in self._decided), None)
        if at is not None:
            self.at = at
            self.show_item()
        elif direction > 0:
            self._end(waiting_wording(self._screen.desk, count - len(self._decided)))
        else:
            self._screen.desk.message = "none before this waits"

    def _end(self, said: str) -> None:
        self._screen.close_pane(self)
        self._screen.desk.message = said

    # What is shown

    def lines(self, width: int, most: int) -> list[list[Piece]]:
        """Which of how many, what its code meant and means, and the keys that decide."""
        desk, item = self._screen.desk, self.item
        now = desk.codebook.code_by_id.get(item.code)
        code = now or self._before
        head: list[Piece] = [
            (f" look again {self.at + 1} of {len(self._items)} ", Style(reverse=True, bold=True)),
            (f" {code.key} " if code and code.key else " ", self._screen.look.code(item.code)),
            (printable(code.label if code else item.code), _BOLD),
            (f": {_CHANGED[item.reason]}", _PLAIN),
        ]
        hint = next((words for words in self._hints() if len(words) < width), "")
        more = f"{self._screen.desk.keys['codebook']} shows the whole codebook"
        shown = (item, width, desk.codebook.digest, self._screen.look.code(item.code))
        if self._drawn[0] != shown:
            self._drawn = shown, self._said(now, width)
        body = fitted(self._drawn[1], max(most - 2, 1), more)
        return [head, *body, [(hint, _QUIET)]]

    def _hints(self) -> tuple[str, ...]:
        keys = self._screen.desk.keys
        is_there = self.item.code in self._screen.desk.codebook.code_by_id
        keep = f"{keys['accept']} keep  " if is_there else ""
        delete = f"{keys['delete']} delete"
        later, end = f"{keys['next-suggestion']} later", f"{keys['cancel']} end"
        find = f"letter or {keys['codes']} recode"
        return (
            f" {keep}{find}  {delete}  {keys['undo']} undo  {later}  {end}",
            f" {keep}letter recode  {delete}  {later}  {end}",
            f" {keep}letter recode",
        )

    def _said(self, now: Code | None, width: int) -> list[list[Piece]]:
        before = self._before
        if now is None:
            said = before.definition if before else "what it meant is not known"
            return flowed([("meant:", _NAME), (said, _PLAIN)], width, rest="   ")
        lines: list[list[Piece]] = []
        if now.split_into:
            lines += self._heirs(now, width)
        for field, name in _FIELDS:
            old, new = getattr(before, field, ""), getattr(now, field)
            if before is not None and old.split() == new.split():
                continue
            was, is_now = compared(old, new, _PLAIN, _OTHER)
            if was or before is None:
                unknown: list[Piece] = [("not known", _QUIET)]
                said_then = was if before is not None else unknown
                lines += flowed([(f"was, {name}:", _NAME), *said_then], width, rest="   ")
            nothing: list[Piece] = [("(nothing)", _QUIET)]
            lines += flowed([(f"now, {name}:", _NAME), *(is_now or nothing)], width, rest="   ")
        return lines

    def _heirs(self, code: Code, width: int) -> list[list[Piece]]:
        book, look = self._screen.desk.codebook, self._screen.look
        lines: list[list[Piece]] = [[(" split into:", _NAME)]]
        for heir in (book.code_by_id[i] for i in code.split_into if i in book.code_by_id):
            named: list[Piece] = [(heir.key or "·", look.code(heir.id)), (f"{heir.label}:", _BOLD)]
            said = heir.definition or "without a definition yet"
            lines += flowed([*named, (said, _PLAIN)], width, first="   ", rest="     ")
        return lines


def waiting_wording(desk: Desk, number: int) -> str:
    """How many of the coder's references wait, and how to go through them."""
    if not number:
        return "no reference of yours waits to be looked at again"
    subject = "1 reference of yours waits" if number == 1 else f"{number} references of yours wait"
    return f"{subject} to be looked at again: {desk.keys['look-again']}"


def look_again(screen: CoderScreen) -> None:
    """Go through what waits; a queue that is open already is ended."""
    is_open = next((pane for pane in screen.panes if isinstance(pane, Queue)), None)
    if is_open is not None:
        screen.close_pane(is_open)
        return
    items = waiting(screen.desk.session)
    if not items:
        unread = screen.codebook_watch.is_reading()
        reading = "the codebook has just been changed and is being read: again in a moment"
        screen.desk.message = reading if unread else waiting_wording(screen.desk, 0)
        return
    queue = Queue(screen, items)
    screen.open_pane(queue)
    queue.show_item()


COMMANDS: Mapping[str, Callable[[CoderScreen], object]] = {"look-again": look_again}
"""Looking again."""
