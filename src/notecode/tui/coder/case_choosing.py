"""What an attribute of a case is to say: a level, something typed; and a new attribute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from notecode.attributes import absent_level
from notecode.errors import NotecodeError
from notecode.project.coding.case_values import (
    Place,
    checked_value,
    choices,
    declare,
    declared_type,
    named_place,
    type_words,
)
from notecode.tui.coder.list_pane import Choice, ListPane, choice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from notecode.model import Attribute
    from notecode.project.coding.case_values import CaseLine
    from notecode.tui.coder.screen import CoderScreen


class ChooseValue(ListPane[str]):
    """The levels of an attribute that have what is typed, and what is typed if it may be said."""

    hint = "Enter sets  ↑ ↓ other  Esc"

    def __init__(
        self,
        screen: CoderScreen,
        line: CaseLine,
        then: Callable[[str], object],
        *,
        supported: bool,
    ) -> None:
        """``then`` is called with the value; ``supported`` says whether with the selection."""
        super().__init__(screen)
        self._attribute = line.attribute
        self._then = then
        self.title = f"{line.place}, {'with' if supported else 'without'} the selection"
        levels = choices(self._attribute)
        if line.value.state == "value" and line.value.value in levels:
            self.at = levels.index(line.value.value)

    def choices(self) -> Sequence[Choice[str]]:
        """Levels that begin with what is typed, then those that hold it, then the words alone."""
        typed = " ".join(self.typed.text.split()).casefold()
        levels = choices(self._attribute)
        fitting = [level for level in levels if typed in level.casefold()]
        fitting.sort(key=lambda level: not level.casefold().startswith(typed))
        absent = absent_level(self._attribute)
        found = [
            choice(level, level, "recorded as absent" if level == absent else "")
            for level in fitting
        ]
        own = self._own()
        if own and own not in fitting:
            label = own if self._attribute.type in ("number", "date") else f"other words: {own}"
            found.append(choice(own, label))
        return found

    def _own(self) -> str:
        """What is typed, as it would be stored; "" if it is none of the attribute's type."""
        try:
            return checked_value(self._attribute, self.typed.text)
        except NotecodeError:
            return ""

    def nothing(self) -> str:
        """What can be typed."""
        return f"type {type_words(self._attribute)}"

    def choose(self, value: str) -> None:
        """Set it."""
        self._then(value)


class NameAttribute(ListPane[str]):
    """A name, perhaps with a stage, perhaps with a type: ``mood@intake = low < medium < high``."""

    title = "new: NAME, NAME@STAGE, NAME = number"
    hint = "Enter makes it  Esc"

    def __init__(
        self,
        screen: CoderScreen,
        known: Mapping[str, Attribute],
        then: Callable[[Place], object],
    ) -> None:
        """``then`` is called with the line to add to the case."""
        super().__init__(screen)
        self._known = known
        self._then = then
        self._wrong = ""

    def _read(self) -> tuple[Place, str]:
        name, _, words = self.typed.text.partition("=")
        place = named_place(name, self._known, new=True)
        if words.strip():
            declared_type(place.name, words)
        return place, words.strip()

    def choices(self) -> Sequence[Choice[str]]:
        """The one line that says what would be made of what is typed."""
        self._wrong = ""
        if not self.typed.text.strip():
            return ()
        try:
            place, words = self._read()
        except NotecodeError as error:
            self._wrong = f"{error.what}: {error.hint}" if error.hint else error.what
            return ()
        new = "" if place.name in self._known else "new, "
        kind = words or ("its type follows from its values" if new else "as in other cases")
        return (choice(str(place), f"{place}: {new}{kind}"),)

    def nothing(self) -> str:
        """What is wrong with what is typed, or what can be typed."""
        return self._wrong or (
            "a stage: intake, 3 months, 6 months, 9 months, closure; a type: number, date,"
            " yes/no, category, or low < medium < high"
        )

    def choose(self, value: str) -> None:
        """Declare its type, if one is given, and go on to its value."""
        del value
        place, words = self._read()
        if words:
            declare(self.screen.desk.session, declared_type(place.name, words))
        self._then(place)
