"""What a case record's values mean: the type of each attribute, and one value read by its type.

A type is declared in ``notecode.toml`` or inferred from the values, of which only tallies are
needed: how many cases have which value at which stage.
"""

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Literal

from notecode.model import Attribute, AttributeType, Dimension, Presence, case_value_of
from notecode.tables import bands_of

STAGES = ("intake", "3 months", "6 months", "9 months", "closure")
"""The stages of an assessment in the order of the intervention; "" is an attribute's own."""

ABSENT = "absent"
"""What a case that is recorded as absent prints, where the type has no level for it."""

YES_NO = ("no", "yes")
"""The levels of "yes/no"; "no" is what is recorded as absent."""

LADDERS: tuple[tuple[str, ...], ...] = (
    ("none", "standard", "moderate", "high"),
    ("none", "low", "medium", "high"),
    ("none", "low", "moderate", "high"),
    ("low", "medium", "high", "very high"),
    ("none", "mild", "moderate", "severe"),
    ("never", "rarely", "sometimes", "often", "always"),
    ("poor", "fair", "good", "very good", "excellent"),
)
"""Levels that are known to be ordered, least first; any other order has to be declared."""

State = Literal["value", "absent", "missing", "misfit"]
"""The three states, and "misfit": a value that is not of the attribute's type."""

MOST_BANDS = 200
"""A longer range of bands comes from a stray number; its gaps are then left out."""

MOST_NUMBER = 2**53
"""From here on a float (IEEE 754, 64 bits) does not hold every whole number."""

_YES = frozenset(("yes", "y", "true"))
_NO = frozenset(("no", "n", "false"))
_NUMBER = re.compile(r"[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?")
_LEADING_ZERO = re.compile(r"[+-]?0\d")
_DATES = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many cases have one value, or one of the other states, for an attribute at a stage."""

    name: str
    stage: str
    state: Presence
    value: str
    cases: int


@dataclass(frozen=True, slots=True)
class Reading:
    """One value read by its type: a level, a number or a day; None unless there is a value."""

    state: State
    value: str | float | date | None = None


MISSING = Reading("missing")


@dataclass(frozen=True, slots=True, kw_only=True)
class StageCount:
    """The cases at one stage: by level, and how many are in each state.

    ``levels`` holds every level of the attribute, those of no case too, and for a number or a
    day nothing. ``known`` cases have a value; a case without a row is ``missing`` as well.
    """

    stage: str
    levels: Mapping[str, int]
    known: int
    absent: int
    missing: int
    misfits: int


def fold(value: str) -> str:
    """The value as levels are compared: in any letter case and with single spaces."""
    return " ".join(value.split()).casefold()


def read_value(attribute: Attribute, state: Presence, value: str) -> Reading:
    """One value of the case record by the attribute's type.

    What is recorded as absent is a level where the type has one for it (``absent_level``).
    """
    if state == "missing":
        return MISSING
    if state == "absent":
        level = absent_level(attribute)
        return Reading("value", level) if level else Reading("absent")
    found: str | float | date | None
    if attribute.type == "number":
        found = number_of(value)
    elif attribute.type == "date":
        found = day_of(value)
    elif attribute.type == "yes/no":
        found = _yes_or_no(value)
    else:
        found = _levels_by_fold(attribute.levels).get(fold(value))
    return Reading("misfit") if found is None else Reading("value", found)


def absent_level(attribute: Attribute) -> str:
    """The level that stands for "recorded as absent"; "" if the type has none.

    It is "absent" or "no" where there is such a level; on a scale of severity also "none".
    """
    levels = YES_NO if attribute.type == "yes/no" else attribute.levels
    words = (ABSENT, "no", "none") if attribute.type == "ordered" else (ABSENT, "no")
    by_word = {fold(level): level for level in levels}
    return next((by_word[word] for word in words if word in by_word), "")


def number_of(value: str) -> float | None:
    """The number that is written, thousands parted by commas or not; None if it is none.

    "007" is none: with its zeros it is somebody's reference. Nor is one beyond ``MOST_NUMBER``,
    which would be counted as another number.
    """
    text = value.strip()
    if not _NUMBER.fullmatch(text) or _LEADING_ZERO.match(text):
        return None
    number = float(text.replace(",", ""))
    return number if abs(number) < MOST_NUMBER else None


def number_text(value: float) -> str:
    """A number in digits, all that tell it from others, as ``number_of`` reads it."""
    return f"{Decimal(repr(value)):f}".removesuffix(".0")


def band_labels(values: Sequence[float], bands: Sequence[float]) -> tuple[list[str], list[str]]:
    """The band of each value, and all bands in order, empty ones between them too.

    ``bands`` is one number, their width, or the numbers at which they part, each the first of the
    upper one. Bands of whole numbers are "20 to 29", others "20 to under 30".
    """
    whole = all(number.is_integer() for number in (*values, *bands))
    if len(bands) > 1:
        parts = sorted(set(bands))
        known = [f"under {number_text(parts[0])}"]
        known += [_band(low, high, whole=whole) for low, high in pairwise(parts)]
        known.append(f"{number_text(parts[-1])} and over")
        return [known[bisect_right(parts, value)] for value in values], known
    width = bands[0]
    places = [math.floor(value / width) for value in values]
    room = range(min(places), max(places) + 1) if places else range(0)
    wanted = room if len(room) <= MOST_BANDS else sorted(set(places))
    named = {at: _band(at * width, (at + 1) * width, whole=whole) for at in wanted}
    return [named[at] for at in places], list(named.values())


def in_bands(dimension: Dimension, attributes: Mapping[str, Attribute]) -> Dimension:
    """The dimension in the bands that are declared for its attribute, unless it has bands."""
    named = case_value_of(dimension)
    attribute = attributes.get(named[0]) if named else None
    if attribute is None or not attribute.bands or bands_of(dimension):
        return dimension
    return f"{dimension}:{','.join(map(number_text, attribute.bands))}"


def band_meant(word: str, values: Sequence[float], bands: Sequence[float]) -> str:
    """The band of these values that is typed as "20-29", or as a number that lies in it.

    A word that means none of them is given back as it is.
    """
    _, known = band_labels(values, bands)
    typed = "".join(word.replace("–", "-").split())
    spelled = {_spelling(label): label for label in known}
    if word in known or typed in spelled:
        return word if word in known else spelled[typed]
    number = number_of(word)
    if number is None:
        return word
    *_, label = band_labels([*values, number], bands)[0]
    return label if label in known else word


def _spelling(label: str) -> str:
    """A band as it is typed in a hurry: "20-29", "<18", "40+"."""
    for words, sign in ((" to under ", "-"), (" to ", "-"), ("under ", "<"), (" and over", "+")):
        label = label.replace(words, sign)
    return label


def _band(low: float, high: float, *, whole: bool) -> str:
    if not whole:
        return f"{number_text(low)} to under {number_text(high)}"
    return number_text(low) if high - low == 1 else f"{number_text(low)} to {number_text(high - 1)}"


def day_of(value: str) -> date | None:
    """The day that is written, the year first or, with slashes, the day first; else None."""
    text = value.strip().partition("T")[0].removesuffix(" 00:00:00")
    for form in _DATES:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    return None


def settle(tallies: Iterable[Tally], declared: Mapping[str, Attribute]) -> list[Attribute]:
    """Every attribute of the case record, by name: as declared, else as its values look."""
    by_name: dict[str, list[Tally]] = {}
    for tally in tallies:
        by_name.setdefault(tally.name, []).append(tally)
    settled = []
    for name, of_name in sorted(by_name.items(), key=lambda item: (item[0].casefold(), item[0])):
        attribute = declared.get(name) or Attribute(name=name, type=_inferred_type(of_name))
        levels = attribute.levels or _levels(attribute.type, of_name)
        settled.append(replace(attribute, levels=levels, stages=_stages(of_name)))
    return settled


def describe(attribute: Attribute, tallies: Iterable[Tally], cases: int) -> list[StageCount]:
    """How many of all the cases are in which state and at which level, stage by stage."""
    counts: dict[str, Counter[State]] = {stage: Counter() for stage in attribute.stages}
    levels = {stage: dict.fromkeys(attribute.levels, 0) for stage in attribute.stages}
    for tally in tallies:
        if tally.name != attribute.name:
            continue
        reading = read_value(attribute, tally.state, tally.value)
        counts[tally.stage][reading.state] += tally.cases
        if reading.state == "value" and isinstance(reading.value, str):
            levels[tally.stage][reading.value] += tally.cases
    return [
        StageCount(
            stage=stage,
            levels=levels[stage],
            known=count["value"],
            absent=count["absent"],
            missing=cases - count["value"] - count["absent"] - count["misfit"],
            misfits=count["misfit"],
        )
        for stage, count in counts.items()
    ]


def mixture(tallies: Iterable[Tally]) -> dict[str, int]:
    """How many values are numbers, days and other words, if there are several kinds."""
    kinds = Counter({"numbers": 0, "dates": 0, "words": 0})
    for tally in tallies:
        if tally.state == "value":
            kinds[_kind(tally.value)] += tally.cases
    found = {kind: cases for kind, cases in kinds.items() if cases}
    return found if len(found) > 1 else {}


def likely_ladder(tallies: Iterable[Tally]) -> tuple[tuple[str, ...], int]:
    """The known ladder on which most of the values stand, and how many do not; () if none."""
    values: Counter[str] = Counter()
    for tally in tallies:
        if tally.state == "value":
            values[fold(tally.value)] += tally.cases
    on = {ladder: sum(values[level] for level in ladder) for ladder in LADDERS}
    ladder = max(LADDERS, key=lambda one: on[one])
    several = sum(values[level] > 0 for level in ladder) > 1
    off = values.total() - on[ladder]
    return (ladder, off) if several and on[ladder] > off else ((), 0)


def _kind(value: str) -> str:
    if number_of(value) is not None:
        return "numbers"
    return "dates" if day_of(value) is not None else "words"


def _inferred_type(tallies: Sequence[Tally]) -> AttributeType:
    values = {fold(tally.value) for tally in tallies if tally.state == "value"}
    absent = any(tally.state == "absent" for tally in tallies)
    if values <= _YES | _NO and (values or absent):
        return "yes/no"
    kinds = {_kind(value) for value in values}
    if kinds == {"numbers"}:
        return "number"
    if kinds == {"dates"}:
        return "date"
    return "ordered" if _ladder(values) else "category"


def _ladder(values: set[str]) -> tuple[str, ...]:
    """The first known ladder on which at least two values, and all of them, stand."""
    fits = (ladder for ladder in LADDERS if len(values) > 1 and values <= set(ladder))
    return next(fits, ())


def _levels(type_: AttributeType, tallies: Sequence[Tally]) -> tuple[str, ...]:
    """The levels of an attribute for which none are declared; the commonest spelling of each."""
    if type_ in ("number", "date"):
        return ()
    if type_ == "yes/no":
        return YES_NO
    spellings: dict[str, Counter[str]] = {}
    for tally in tallies:
        if tally.state == "value":
            spelling = " ".join(tally.value.split())
            spellings.setdefault(fold(spelling), Counter())[spelling] += tally.cases
    common = {
        key: min(count, key=lambda word: (-count[word], word)) for key, count in spellings.items()
    }
    ladder = _ladder(set(common)) if type_ == "ordered" else ()
    levels = tuple(common.get(key, key) for key in ladder or sorted(common))
    absent = any(tally.state == "absent" for tally in tallies)
    if type_ == "category" and absent and not {ABSENT, "no"} & common.keys():
        # Recorded as absent is known, and one more level of what has no order.
        return (*levels, ABSENT)
    return levels


def _stages(tallies: Iterable[Tally]) -> tuple[str, ...]:
    return tuple(sorted({tally.stage for tally in tallies}, key=stage_order))


def stage_order(stage: str) -> tuple[int, str]:
    """What stages are sorted by: those of ``STAGES`` in their order, then others by name."""
    known = ("", *STAGES)
    return (known.index(stage) if stage in known else len(known), stage)


def _yes_or_no(value: str) -> str | None:
    word = fold(value)
    return "yes" if word in _YES else "no" if word in _NO else None


@cache
def _levels_by_fold(levels: tuple[str, ...]) -> dict[str, str]:
    return {fold(level): level for level in levels}
