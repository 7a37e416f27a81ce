"""What a coder says of a case by its notes: values checked by their type, and changes of them."""

from dataclasses import dataclass
from decimal import Decimal

from notecode.attributes import MOST_NUMBER, number_text, read_value
from notecode.case_values import SET_VALUE
from notecode.coding.commands import Hand
from notecode.errors import CodingError
from notecode.model import Attribute, Change, CodedValue, Note, Presence, Span, ValueChange
from notecode.text.layout import shorten

LONGEST = 200
"""Characters of a value or of an attribute's name: more is a memo, and no cell of a table."""

_SHOWN = 40

_IN_DIGITS = f"written in digits, as in 1500 or 0.5, and less than {MOST_NUMBER:,}; "


@dataclass(frozen=True, slots=True)
class Support:
    """The passage in which a value was read, and the note as the coder saw it."""

    note: Note
    span: Span


def set_value(
    hand: Hand,
    value: tuple[str, str, str],
    state: Presence,
    text: str,
    *,
    before: CodedValue | None,
    support: Support | None,
    level: str = "",
) -> Change:
    """Say what the notes tell of a case; ``value`` is the case, the attribute and the stage.

    ``level`` is the one by which the attribute says "recorded as absent", if it has one.

    Raises:
        CodingError: if the coder has said just this already, or the passage is not of the case.

    """
    case_id, name, stage = value
    after = CodedValue(
        case_id=case_id,
        name=name,
        stage=stage,
        state=state,
        value=text if state == "value" else "",
        coder=hand.coder,
        at=hand.now,
        note_id=support.note.id if support else "",
        start=support.span.start if support else 0,
        end=support.span.end if support else 0,
    )
    if support and support.note.case_id != case_id:
        raise CodingError(f"note {support.note.id} is not of case {case_id}")
    if support and support.span.end > len(support.note.text):
        raise CodingError(
            "the passage lies outside the note",
            where=f"note {support.note.id}",
            hint=f"it has {len(support.note.text)} characters",
        )
    if before is not None and _same(before, after):
        raise CodingError(f"{place_words(name, stage)} says this already")
    told = level if state == "absent" else shorten(after.value, _SHOWN)
    told = told or state_words(state)
    return _changed(
        hand,
        ValueChange(before=before, after=after),
        f"{place_words(name, stage)}: {told}",
        support,
    )


def clear_value(hand: Hand, before: CodedValue) -> Change:
    """Take back what the coder had coded: the case record, or another coder, counts again."""
    summary = f"{place_words(before.name, before.stage)}: coding taken off"
    return _changed(hand, ValueChange(before=before, after=None), summary, None)


def _changed(hand: Hand, value: ValueChange, summary: str, support: Support | None) -> Change:
    return Change(
        action=SET_VALUE,
        coder=hand.coder,
        note_id=support.note.id if support else "",
        note_digest=support.note.digest if support else "",
        summary=f"{value.value.case_id}, {summary}",
        values=(value,),
    )


def _same(before: CodedValue, after: CodedValue) -> bool:
    place = (before.note_id, before.start, before.end)
    return before.said == after.said and place == (after.note_id, after.start, after.end)


def checked_value(attribute: Attribute, text: str) -> str:
    """A typed value as it is stored, by its attribute's type: a level, a number, a day, words.

    Raises:
        CodingError: if it is none of that type.

    """
    text = checked_words(text, "a value")
    reading = read_value(attribute, "value", text)
    if reading.state == "misfit":
        if attribute.type == "category":
            return text
        hint = _IN_DIGITS if attribute.type == "number" else ""
        raise CodingError(
            f"{attribute.name} takes {type_words(attribute)}",
            hint=f"{hint}{_other_type(attribute)}",
        )
    if isinstance(reading.value, float):
        stored = number_text(reading.value)
        if Decimal(stored) != Decimal(text.replace(",", "")):
            raise CodingError(
                f"{attribute.name} takes a number of 15 digits at most",
                hint="With more it would be stored as another number.",
            )
        return stored
    return str(reading.value)


def checked_words(text: str, what: str) -> str:
    """The text in one line, trimmed.

    Raises:
        CodingError: if there is nothing in it, or too much.

    """
    text = " ".join(text.split())
    if not text or not text.isprintable() or len(text) > LONGEST:
        raise CodingError(f"{what} has 1 to {LONGEST} characters in one line")
    return text


def type_words(attribute: Attribute) -> str:
    """What can be typed for an attribute, in words."""
    if attribute.type == "number":
        return "a number"
    if attribute.type == "date":
        return "a day, as in 2018-03-31 or 31/03/2018"
    if attribute.type == "category":
        return "words"
    return "one of " + ", ".join(attribute.levels)


def _other_type(attribute: Attribute) -> str:
    if attribute.declared:
        return "its type is declared under [attributes] in notecode.toml"
    return "as its other values are; another type is declared under [attributes] in notecode.toml"


def place_words(name: str, stage: str) -> str:
    """An attribute, or an assessment at its stage."""
    return f"{name} ({stage})" if stage else name


def state_words(state: Presence) -> str:
    """The two states that are no value, as they are shown."""
    return {"absent": "recorded absent", "missing": "missing"}.get(state, state)
