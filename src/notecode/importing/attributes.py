"""Case attributes as an export writes them: a value, recorded as absent, or missing."""

from typing import Final

from notecode.importing.cleaning import clean_words
from notecode.importing.columns import stage_of
from notecode.model import CaseValue, Presence

_NOT_SAID: Final = ("known", "recorded", "stated", "available", "applicable")
_DASHES: Final = ("-", "--", "\N{EN DASH}", "\N{EM DASH}")
_MISSING: Final = frozenset(
    (
        *("", "unknown", "missing", "n/a", "na", "n.a.", "n/k", "nk", "?"),
        *(f"not {said}" for said in _NOT_SAID),
        *_DASHES,
    )
)
_ABSENT: Final = frozenset(("no", "absent"))


def case_value(case_id: str, header: str, cell: str) -> CaseValue:
    """The attribute or, where the header names a stage, the assessment that the cell records.

    "none" is a value (a severity of none), and what is not recorded is never "no".
    """
    name, stage = stage_of(header)
    state = presence(cell)
    value = clean_words(cell) if state == "value" else ""
    return CaseValue(case_id=case_id, name=name, stage=stage, state=state, value=value)


def presence(cell: str) -> Presence:
    """Which of the three states the cell stands for."""
    word = " ".join(cell.split()).casefold()
    if word in _MISSING:
        return "missing"
    return "absent" if word in _ABSENT else "value"
