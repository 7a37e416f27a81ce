"""Types of case attributes: inferred from tallies, declared, and single values read by them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.attributes import (
    LADDERS,
    Reading,
    Tally,
    band_labels,
    day_of,
    describe,
    likely_ladder,
    mixture,
    number_of,
    number_text,
    read_value,
    settle,
)
from notecode.model import Attribute, Presence

SEVERITY = Attribute(
    name="physical abuse", type="ordered", levels=("none", "standard", "moderate", "high")
)
RISK = Attribute(name="risk", type="ordered", levels=("low", "high"))


def tallies(*values: str, name: str = "x", stage: str = "") -> list[Tally]:
    """One case for each value; "" is missing and "-" recorded as absent."""
    states: dict[str, Presence] = {"": "missing", "-": "absent"}
    return [
        Tally(
            name=name,
            stage=stage,
            state=states.get(value, "value"),
            value="" if value in states else value,
            cases=1,
        )
        for value in values
    ]


@pytest.mark.parametrize(
    ("values", "type_", "levels"),
    [
        (("male", "female", ""), "category", ("female", "male")),
        (("yes", "-", ""), "yes/no", ("no", "yes")),
        (("Y", "n"), "yes/no", ("no", "yes")),
        (("-", ""), "yes/no", ("no", "yes")),
        (("34", "41.5", "1,200", ""), "number", ()),
        (("34", "", "-"), "number", ()),
        (("2016-07-22", "03/11/2016"), "date", ()),
        (("high", "none"), "ordered", ("none", "standard", "moderate", "high")),
        (("High", "High", "high", "low"), "ordered", ("none", "low", "medium", "High")),
        (("often", "never"), "ordered", LADDERS[5]),
        # One value alone says no order, and "yes" beside another word is no "yes/no".
        (("high",), "category", ("high",)),
        (("yes", "not safe", "-"), "category", ("not safe", "yes", "absent")),
        (("007", "012"), "category", ("007", "012")),
        (("34", "about 40"), "category", ("34", "about 40")),
        (("", ""), "category", ()),
    ],
)
def test_a_type_is_inferred_from_the_values(
    values: tuple[str, ...], type_: str, levels: tuple[str, ...]
) -> None:
    (attribute,) = settle(tallies(*values), {})
    assert (attribute.type, attribute.levels, attribute.declared) == (type_, levels, False)


def test_what_is_declared_wins_and_keeps_its_order() -> None:
    declared = Attribute(name="x", type="ordered", levels=("low", "middling", "top"), declared=True)
    (attribute,) = settle(tallies("top", "low", stage="closure"), {"x": declared})
    assert attribute.levels == ("low", "middling", "top")
    assert attribute.declared
    assert attribute.stages == ("closure",)


def test_a_declared_category_takes_its_levels_from_the_values() -> None:
    declared = Attribute(name="x", type="category", declared=True)
    (attribute,) = settle(tallies("1", "2"), {"x": declared})
    assert (attribute.type, attribute.levels) == ("category", ("1", "2"))


def test_stages_stand_in_the_order_of_the_intervention() -> None:
    found = [
        *tallies("high", stage="closure"),
        *tallies("none", stage="follow-up"),
        *tallies("none", stage="intake"),
        *tallies("high", stage="9 months"),
        *tallies("high"),
    ]
    (attribute,) = settle(found, {})
    assert attribute.stages == ("", "intake", "9 months", "closure", "follow-up")


def test_attributes_are_in_the_order_of_their_names() -> None:
    found = [*tallies("1", name="b"), *tallies("1", name="A"), *tallies("1", name="c")]
    assert [attribute.name for attribute in settle(found, {})] == ["A", "b", "c"]


@pytest.mark.parametrize(
    ("attribute", "state", "value", "reading"),
    [
        (SEVERITY, "value", "High ", Reading("value", "high")),
        (SEVERITY, "value", "severe", Reading("misfit")),
        (SEVERITY, "absent", "", Reading("value", "none")),
        (RISK, "absent", "", Reading("absent")),
        (SEVERITY, "missing", "", Reading("missing")),
        (Attribute(name="x", type="yes/no"), "absent", "", Reading("value", "no")),
        (Attribute(name="x", type="yes/no"), "value", "Yes", Reading("value", "yes")),
        (Attribute(name="x", type="yes/no"), "value", "perhaps", Reading("misfit")),
        (Attribute(name="x", type="number"), "value", "41", Reading("value", 41.0)),
        (Attribute(name="x", type="number"), "value", "about 40", Reading("misfit")),
        (Attribute(name="x", type="number"), "absent", "", Reading("absent")),
        (Attribute(name="x", type="date"), "value", "3/4/2017", Reading("value", date(2017, 4, 3))),
        (Attribute(name="x", type="date"), "value", "4/13/2017", Reading("misfit")),
    ],
)
def test_a_value_is_read_by_its_type(
    attribute: Attribute, state: Presence, value: str, reading: Reading
) -> None:
    assert read_value(attribute, state, value) == reading


def test_absent_is_placed_where_the_levels_say() -> None:
    levels = ("absent", "standard", "high")
    attribute = Attribute(name="x", type="ordered", levels=levels, declared=True)
    assert read_value(attribute, "absent", "") == Reading("value", "absent")


def test_absent_is_never_guessed_for_a_category() -> None:
    attribute = Attribute(name="x", type="category", levels=("none", "some"))
    assert read_value(attribute, "absent", "") == Reading("absent")


def test_counts_by_stage_add_up_to_all_cases() -> None:
    found = [
        *tallies("high", "high", "none", "", "-", "severe", name="physical abuse", stage="intake"),
        *tallies("none", name="physical abuse", stage="closure"),
    ]
    attribute = Attribute(
        name=SEVERITY.name, type="ordered", levels=SEVERITY.levels, stages=("intake", "closure")
    )
    intake, closure = describe(attribute, found, 10)
    assert dict(intake.levels) == {"none": 2, "standard": 0, "moderate": 0, "high": 2}
    assert (intake.known, intake.absent, intake.misfits, intake.missing) == (4, 0, 1, 5)
    # Nine cases have no row at all for the stage: they are missing too.
    assert (closure.known, closure.missing) == (1, 9)


def test_a_mixture_is_told_in_counts_of_kinds() -> None:
    assert mixture(tallies("34", "41", "about 40", "2017-01-01", "", "-")) == {
        "numbers": 2,
        "words": 1,
        "dates": 1,
    }
    assert mixture(tallies("34", "41", "")) == {}


def test_a_scale_that_most_values_stand_on_is_seen() -> None:
    found = tallies("High", "none", "severe", "Standard", "", "-")
    assert likely_ladder(found) == (("none", "standard", "moderate", "high"), 1)
    assert likely_ladder(tallies("high", "red", "blue")) == ((), 0)
    assert likely_ladder(tallies("high", "high", "red")) == ((), 0)
    assert likely_ladder([]) == ((), 0)


@pytest.mark.parametrize("text", ["nan", "inf", "1e5", "01", "1,20", "12-13", "£5", "", "½"])
def test_what_is_no_number(text: str) -> None:
    assert number_of(text) is None


@pytest.mark.parametrize("text", ["12345678901234567", "-9007199254740993", "9" * 37])
def test_a_number_that_would_be_counted_as_another_is_none(text: str) -> None:
    assert number_of(text) is None
    assert read_value(Attribute(name="age", type="number"), "value", text).state == "misfit"


@given(st.integers(-(10**18), 10**18))
def test_a_whole_number_is_read_as_itself_or_not_at_all(number: int) -> None:
    found = number_of(str(number))
    assert found is None or int(number_text(found)) == number
    assert (found is None) == (abs(number) >= 2**53)


def test_days_are_read_with_the_day_first() -> None:
    assert day_of("2017-02-03T00:00:00") == date(2017, 2, 3)
    assert day_of("2017-02-03 00:00:00") == date(2017, 2, 3)
    assert day_of("03.02.2017") == date(2017, 2, 3)
    assert day_of("30/02/2017") is None


WORDS = st.sampled_from(["high", "High", "none", "yes", "no", "34", "2016-01-01", "x y", "", "-"])


@given(st.lists(WORDS, min_size=1, max_size=30))
def test_every_value_of_an_inferred_type_is_readable(values: list[str]) -> None:
    found = tallies(*values)
    (attribute,) = settle(found, {})
    (count,) = describe(attribute, found, len(values))
    assert count.misfits == 0
    assert count.known + count.absent + count.missing == len(values)
    if attribute.levels:
        assert sum(count.levels.values()) == count.known


@pytest.mark.parametrize(
    ("values", "bands", "found", "known"),
    [
        ([18, 29, 41], [10], ["10 to 19", "20 to 29", "40 to 49"], 4),
        ([1.5, 9], [5], ["0 to under 5", "5 to under 10"], 2),
        ([-3, 0], [5], ["-5 to -1", "0 to 4"], 2),
        ([3], [1], ["3"], 1),
        ([17, 18, 40], [40, 18], ["under 18", "18 to 39", "40 and over"], 3),
        ([], [10], [], 0),
    ],
)
def test_numbers_are_put_into_bands(
    values: list[float], bands: list[float], found: list[str], known: int
) -> None:
    labels, every = band_labels([float(v) for v in values], [float(b) for b in bands])
    assert labels == found
    assert len(every) == known
    assert set(labels) <= set(every)


def test_a_stray_number_makes_no_million_bands() -> None:
    labels, every = band_labels([1.0, 1e9], [1.0])
    assert every == labels == ["1", "1000000000"]
