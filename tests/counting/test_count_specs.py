"""A spec that names what does not exist is refused, with the nearest names that do."""

import pytest
from count_examples import BOOK, make_table

from notecode.counting import Known, check_spec
from notecode.counting.specs import allowed_keys
from notecode.counting.tables import keys_meant
from notecode.errors import UsageError
from notecode.model import DIMENSIONS, CountSpec, case_value_of, filters_of
from notecode.tables import limits_in_words

KNOWN = Known(
    attributes={
        "attribute:gender": "gender",
        "assessment:physical abuse@intake": "physical abuse intake",
    },
    coders=("ann", "bob"),
    keys={
        "code": {code.id: code.label for code in BOOK.codes},
        "agency": {agency.id: agency.label for agency in BOOK.agencies},
        "site": {"North": "North", "South": "South"},
        "attribute:gender": {"male": "male", "female": "female"},
    },
)


def refused(**spec) -> UsageError:
    with pytest.raises(UsageError) as caught:
        check_spec(CountSpec(**{"by": ("code",)} | spec), KNOWN)
    return caught.value


@pytest.mark.parametrize("dimension", [*DIMENSIONS, *KNOWN.attributes])
def test_every_dimension_alone_is_accepted(dimension):
    check_spec(CountSpec(by=(dimension,)), KNOWN)


def test_a_spec_with_everything_known_is_accepted():
    spec = CountSpec(
        by=("code", "agency", "month", "attribute:gender"),
        down=2,
        coder="bob",
        roll_up="spans",
        only=(
            ("code", ("housing", "old")),
            ("agency", ("police", "")),
            ("site", ("South",)),
            ("attribute:gender", ("male", "")),
            ("month", ("77",)),
        ),
        measures=("references", "words"),
        resamples=10,
    )
    check_spec(spec, KNOWN)


@pytest.mark.parametrize(
    ("spec", "what", "hint"),
    [
        (
            {"only": (("code", ("informaton-sharing",)),)},
            "no code 'informaton-sharing'",
            "information-sharing",
        ),
        (
            {"only": (("code", ("Information sharing",)),)},
            "no code 'Information sharing'",
            "information-sharing",
        ),
        ({"only": (("agency", ("polise",)),)}, "no agency 'polise'", "did you mean police"),
        ({"only": (("site", ("Nroth",)),)}, "no site 'Nroth'", "did you mean North"),
        ({"only": (("site", ("Z",)),)}, "no site 'Z'", "there is: North, South"),
        ({"only": (("attribute:gender", ("mael",)),)}, "no value of gender 'mael'", "male"),
        ({"only": (("citee", ("x",)),)}, "no dimension 'citee'", "site"),
        ({"coder": "anne"}, "no coder 'anne'", "did you mean ann"),
        ({"by": ("agencies",)}, "no dimension 'agencies'", "agency"),
        ({"by": ("gender",)}, "no dimension 'gender'", "attribute:gender"),
        ({"by": ("attribute:gendr",)}, "no attribute 'gendr'", "attribute:gender"),
        (
            {"by": ("attribute:physical abuse",)},
            "no attribute 'physical abuse'",
            "assessment:physical abuse@intake",
        ),
        (
            {"by": ("assessment:physical abuse@intak",)},
            "no assessment 'physical abuse@intak'",
            "assessment:physical abuse@intake",
        ),
        ({"by": ("code", "code")}, "'code' stands twice", ""),
        ({"by": ()}, "nothing to count by", ""),
        ({"by": ("code", "agency", "site", "month", "third")}, "5 dimensions", ""),
        ({"by": ("code", "agency", "site"), "down": 3}, "at most two dimensions go down", ""),
        ({"by": ("code", "agency", "site", "month"), "down": 1}, "two across", ""),
        ({"roll_up": "children"}, "no roll-up 'children'", ""),
        ({"measures": ("wrods",)}, "no measure 'wrods'", "words"),
        ({"measures": ("share_of_row",)}, "need a dimension across", ""),
        ({"resamples": -1}, "resamples must be", ""),
        ({"by": ("case",), "resamples": 5}, "a table by case has none", ""),
    ],
)
def test_what_is_wrong_is_named_with_the_nearest_names(spec, what, hint):
    error = refused(**spec)
    assert what in error.what
    assert hint in error.hint
    assert error.exit_code == 2


def test_everything_wrong_is_said_at_once():
    error = refused(only=(("code", ("x1", "x2")), ("site", ("Nort",))), coder="bop")
    for part in ("'x1'", "'x2'", "'Nort'", "'bop'"):
        assert part in error.what


def test_a_coder_before_anybody_has_coded():
    with pytest.raises(UsageError, match="there is no coder yet"):
        check_spec(CountSpec(by=("code",), coder="ann"), Known())


def test_the_rows_that_a_filter_leaves_follow_the_roll_up():
    only = (("code", ("direct", "lost")), ("agency", ("idva",)))
    own = CountSpec(by=("code",), only=only)
    deep = CountSpec(by=("code",), only=only, roll_up="descendants")
    assert allowed_keys(own, "code", BOOK, ()) == {"direct", "lost"}
    assert allowed_keys(deep, "code", BOOK, ("lost",)) == {
        "direct",
        "support",
        "housing",
        "old",
        "lost",
    }
    assert allowed_keys(own, "agency", BOOK, ()) == {"idva"}
    assert allowed_keys(own, "site", BOOK, ()) is None


def test_a_dimension_of_the_case_record_is_a_name_and_a_stage():
    assert case_value_of("attribute:age") == ("age", "")
    assert case_value_of("assessment:a@b@intake") == ("a@b", "intake")
    assert case_value_of("site") is None


def test_filters_come_as_words():
    assert filters_of(["site=N", "attribute:x=a=b", "site=S"]) == (
        ("site", ("N", "S")),
        ("attribute:x", ("a=b",)),
    )
    assert filters_of(["agency="]) == (("agency", ("",)),), "none recorded"
    for word in ("site", "=x"):
        with pytest.raises(ValueError, match=word):
            filters_of([word])


def test_filters_of_one_dimension_add_up_wherever_they_stand():
    spec = CountSpec(by=("code",), only=(("site", ("N",)), ("code", ("a",)), ("site", ("S",))))
    assert spec.sites == ("N", "S")
    assert spec.codes == ("a",)
    assert spec.agencies == ()
    both = (("site", ("North",)), ("site", ("South",)))
    assert make_table("site", only=both).base.references == 5
    assert make_table("site", only=both[:1]).base.references == 4


KEYS = Known(
    keys={
        "third": {"1": "first third", "3": "last third"},
        "month": {"3": "month 3", "10": "month 10"},
        "code": {"contact": "Contact", "a": "Same", "b": "Same"},
    }
)


@pytest.mark.parametrize(
    ("name", "typed", "keys"),
    [
        ("third", ("First third", "1"), ("1",)),
        ("third", ("(no third)", "last third"), ("", "3")),
        ("month", ("month 10", "3"), ("10", "3")),
        ("code", ("contact", "Contact"), ("contact",)),
        ("code", ("Same",), ("Same",)),
        ("attribute:gender", ("(missing)", "male"), ("", "male")),
    ],
)
def test_what_a_table_prints_is_taken_for_its_key(name, typed, keys):
    assert keys_meant(((name, typed),), KEYS) == ((name, keys),)


@pytest.mark.parametrize(
    ("name", "typed", "there"),
    [
        ("month", "99", "there is: 3, 10"),
        ("third", "4", "there is: 1 (first third), 3 (last third)"),
    ],
)
def test_all_months_and_thirds_are_listed_and_none_is_guessed(name, typed, there):
    with pytest.raises(UsageError) as caught:
        check_spec(CountSpec(by=("code",), only=((name, (typed,)),)), KEYS)
    assert caught.value.hint == there


@pytest.mark.parametrize(
    ("only", "words"),
    [
        (
            (("month", ("month 2", "month 3")), ("site", ("North",))),
            "month 2 or month 3; site North",
        ),
        ((("third", ("first third",)),), "first third"),
        ((("month", ("month 2", "(no month)")),), "month 2 or (no month)"),
        ((("site", ("site A",)),), "site site A"),
    ],
)
def test_a_month_is_not_called_a_month_twice(only, words):
    assert limits_in_words(only, lambda _, key: key) == words
