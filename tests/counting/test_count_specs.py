"""A spec that names what does not exist is refused, with the nearest names that do."""

import pytest
from count_examples import BOOK

from notecode.counting import check_spec, selected_agencies, selected_codes
from notecode.errors import UsageError
from notecode.model import DIMENSIONS, CountSpec

SITES = ("North", "South")
CODERS = ("ann", "bob")


def refused(**spec) -> UsageError:
    with pytest.raises(UsageError) as caught:
        check_spec(CountSpec(**{"by": ("code",)} | spec), BOOK, SITES, CODERS)
    return caught.value


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_every_dimension_alone_is_accepted(dimension):
    check_spec(CountSpec(by=(dimension,)), BOOK, SITES, CODERS)


def test_a_spec_with_everything_known_is_accepted():
    spec = CountSpec(
        by=("code", "agency", "month"),
        coder="bob",
        roll_up="descendants",
        codes=("housing", "old"),
        agencies=("police", "gone"),
        sites=("South",),
    )
    check_spec(spec, BOOK, SITES, CODERS)


@pytest.mark.parametrize(
    ("spec", "what", "hint"),
    [
        ({"codes": ("informaton-sharing",)}, "no code 'informaton-sharing'", "information-sharing"),
        (
            {"codes": ("Information sharing",)},
            "no code 'Information sharing'",
            "information-sharin",
        ),
        ({"agencies": ("polise",)}, "no agency 'polise'", "did you mean police"),
        ({"agencies": ("Idva service",)}, "no agency 'Idva service'", "did you mean idva"),
        ({"sites": ("Nroth",)}, "no site 'Nroth'", "did you mean North"),
        ({"sites": ("Z",)}, "no site 'Z'", "there is: North, South"),
        ({"coder": "anne"}, "no coder 'anne'", "did you mean ann"),
        ({"by": ("agencies",)}, "no dimension 'agencies'", "agency"),
        ({"by": ("code", "code")}, "'code' stands twice", ""),
        ({"by": ()}, "nothing to count by", ""),
        ({"by": ("code", "agency", "site", "month")}, "4 dimensions", ""),
        ({"roll_up": "children"}, "no roll-up 'children'", "own, descendants"),
    ],
)
def test_what_is_wrong_is_named_with_the_nearest_names(spec, what, hint):
    error = refused(**spec)
    assert what in error.what
    assert hint in error.hint
    assert error.exit_code == 2


def test_everything_wrong_is_said_at_once():
    error = refused(codes=("x1", "x2"), sites=("Nort",), coder="bop")
    for part in ("'x1'", "'x2'", "'Nort'", "'bop'"):
        assert part in error.what


def test_a_coder_before_anybody_has_coded():
    with pytest.raises(UsageError, match="there is no coder yet"):
        check_spec(CountSpec(by=("code",), coder="ann"), BOOK, SITES, ())


def test_selected_codes_follow_the_roll_up():
    own = CountSpec(by=("code",), codes=("direct",))
    deep = CountSpec(by=("code",), codes=("direct",), roll_up="descendants")
    assert selected_codes(own, BOOK) == {"direct"}
    assert selected_codes(deep, BOOK) == {"direct", "support", "housing", "old"}
    assert selected_codes(CountSpec(by=("code",)), BOOK) is None
    assert selected_agencies(CountSpec(by=("code",))) is None
    assert selected_agencies(CountSpec(by=("code",), agencies=("idva",))) == {"idva"}
