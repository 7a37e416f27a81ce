"""What a reviewer decided on anonymised notes: values that hold nothing of any original.

A decision lies on the text as it stands after it: on the tag that took a word's place, or on a
word that was let stand. Its words are read from the raw text when a case is anonymised again.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from notecode.model import Span

MaskAction = Literal["mask", "unmask", "retype", "person", "dismiss"]
"""Mask a word, let one stand, give a mask another type or person, or dismiss a doubt."""


class DecisionPlace(NamedTuple):
    """Where a decision lies; ``span`` is None where it could not be placed again."""

    note_id: str
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MaskDecision:
    """One decision on one place of a note, or on its words ``everywhere`` in the case.

    ``type`` is an identifier type, ``tag`` the tag of a person of the people file ("[OM_1]"), of
    somebody outside it ("[PERSON_2]"), or "", ``reason`` that of the flag dismissed.
    ``deliberate``: a name of the people file may stand here, and who decided was asked.
    ``places`` begin with the one where it was made (in ``note_id``). ``at`` is UTC, ISO 8601.
    """

    id: str
    case_id: str
    note_id: str
    action: MaskAction
    reviewer: str
    at: str
    everywhere: bool = False
    type: str = ""
    tag: str = ""
    reason: str = ""
    deliberate: bool = False
    places: tuple[DecisionPlace, ...] = ()
