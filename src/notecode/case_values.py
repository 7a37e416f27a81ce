"""What is known of a case, attribute by attribute: from the case record, or coded from the notes.

Both are kept. Where both say something, what was coded counts, since its coder saw the record and
the notes; of several coders the one who coded last. Standard library only, as ``model.py``, which
passes these on.
"""

from dataclasses import dataclass
from typing import Literal

Presence = Literal["value", "absent", "missing"]
"""The three states of an attribute: a value, recorded as absent, missing (never "no")."""

SET_VALUE = "set value"
"""The action under which every change of a coded value is logged; an index finds them by it."""

CASE_RECORD = "case record"
FROM_NOTES = "coded from the notes"
"""Where a value comes from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseValue:
    """An attribute of a case, or, with a ``stage``, one assessment.

    ``stage`` is "" for an attribute, else "intake", "3 months", "6 months", "9 months",
    "closure". ``value`` is "" unless ``state`` is "value". ``coder`` coded it from the notes; ""
    is the case record.
    """

    case_id: str
    name: str
    stage: str = ""
    state: Presence = "missing"
    value: str = ""
    coder: str = ""

    @property
    def origin(self) -> str:
        """Where it comes from, in words."""
        return FROM_NOTES if self.coder else CASE_RECORD

    @property
    def said(self) -> tuple[Presence, str]:
        """What it says, as two values are compared: in any letter case, with single spaces."""
        return self.state, " ".join(self.value.split()).casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedValue(CaseValue):
    """A value that a coder read in the notes, with the passage that supports it.

    ``at`` is UTC, ISO 8601. The passage is ``[start, end)`` of a note's stored text; ``note_id``
    "" is none. ``repr`` of it holds no note text.
    """

    at: str
    note_id: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueChange:
    """One coder's value of one attribute at one stage before and after; None is not coded."""

    before: CodedValue | None
    after: CodedValue | None

    @property
    def value(self) -> CodedValue:
        """The value in the newest form that the change knows.

        Raises:
            ValueError: if it knows none.

        """
        value = self.after or self.before
        if value is None:
            raise ValueError("a change of a value needs the value")
        return value

    def inverse(self) -> "ValueChange":
        """The change that takes this one back."""
        return ValueChange(before=self.after, after=self.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseEntry:
    """One line of a case: what counts, and all that it was chosen from.

    ``value`` is what counts: the last of ``coded`` (each coder's, the earliest first), else
    ``recorded``, which is None where the case record has no such line.
    """

    value: CaseValue
    recorded: CaseValue | None = None
    coded: tuple[CodedValue, ...] = ()

    @property
    def others(self) -> tuple[CaseValue, ...]:
        """What does not count and says something else; a gap in the case record is no objection."""
        recorded = (self.recorded,) if self.recorded and self.recorded.state != "missing" else ()
        there: tuple[CaseValue, ...] = (*recorded, *self.coded)
        return tuple(other for other in there if other.said != self.value.said)
