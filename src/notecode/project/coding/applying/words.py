"""What a line may say: the fields of an action, their kinds, and what is wrong with a line."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast

from notecode.errors import UsageError
from notecode.project.coding.session import CodingSession
from notecode.settings import nearest

Kind = Literal["text", "number", "yes/no", "texts"]
_KINDS: Mapping[Kind, str] = {
    "text": "a text",
    "number": "a whole number, 0 or more",
    "yes/no": "true or false",
    "texts": "a text or a list of texts",
}


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a line says. ``needed``: there is no action without it."""

    name: str
    kind: Kind
    meaning: str
    needed: bool = False


class Said:
    """The fields of one line, already known to be of their kinds."""

    def __init__(self, values: Mapping[str, object]) -> None:
        """Hold the fields."""
        self._values = values

    def __contains__(self, name: str) -> bool:
        return name in self._values

    def text(self, name: str) -> str:
        """A text, "" if the line has none."""
        return cast("str", self._values.get(name, ""))

    def number(self, name: str, usual: int = 0) -> int:
        """A number, else the usual one."""
        return cast("int", self._values.get(name, usual))

    def flag(self, name: str) -> bool | None:
        """Yes or no; None if the line leaves it open."""
        return cast("bool | None", self._values.get(name))

    def texts(self, name: str) -> tuple[str, ...]:
        """One text or several."""
        value = self._values.get(name, ())
        return (value,) if isinstance(value, str) else tuple(cast("Sequence[str]", value))


Result = dict[str, Any]
"""What an action answers, as JSON will have it."""


@dataclass(frozen=True, slots=True)
class LineAction:
    """An action by its name: its fields, what it does, an example of its fields.

    ``writes`` tells those that change the project; ``outside`` those whose work no transaction
    of the database holds (the codebook's file), and which so cannot be tried or taken back.
    """

    name: str
    run: Callable[[CodingSession, Said], Result]
    description: str
    fields: tuple[Field, ...] = ()
    example: str = "{}"
    writes: bool = True
    outside: bool = False

    def read(self, line: Mapping[str, object]) -> Said:
        """The fields of a line.

        Raises:
            UsageError: with all that is unknown, missing or of another kind.

        """
        known = {field.name: field for field in self.fields}
        none = "" if known else "it takes no fields"
        wrong = [
            f"{name!r} is not known here ({none or nearest(name, known)})"
            for name in line
            if name not in known
        ]
        wrong += [f"{f.name!r} is missing" for f in self.fields if f.needed and f.name not in line]
        wrong += [
            f"{name!r} must be {_KINDS[known[name].kind]}"
            for name, value in line.items()
            if name in known and not _is(known[name].kind, value)
        ]
        if wrong:
            raise UsageError("; ".join(wrong), hint=f"such as {self.example}")
        return Said(line)


def _is(kind: Kind, value: object) -> bool:
    if kind == "text":
        return isinstance(value, str)
    if kind == "number":
        return isinstance(value, int) and not isinstance(value, bool) and value >= 0
    if kind == "yes/no":
        return isinstance(value, bool)
    return isinstance(value, str) or (
        isinstance(value, list) and all(isinstance(item, str) for item in value)
    )
