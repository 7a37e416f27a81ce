"""Names of the case's people that are also words: masked at a sentence start, or flagged."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notecode.anonymising import AnonymisedNote, Anonymiser, find_leaks
from notecode.anonymising.flags import INITIAL, LISTED
from notecode.anonymising.names.ordinary_use import stands_for_a_name
from notecode.anonymising.words.spelling import tokens
from notecode.raw import Person, RawNote, Roster

ROSTER = Roster(
    "C",
    (
        Person(id="su", role="SU", first_name="Mohammed", last_name="Rahman", known_as=("Mo",)),
        Person(id="vs", role="VS", first_name="Hope", last_name="Turner", dob=date(1990, 1, 2)),
        Person(id="grace", role="CHILD", first_name="Grace", last_name="Rahman"),
        Person(id="mark", role="CHILD", first_name="Mark", last_name="Young"),
        Person(id="will", role="FAMILY", first_name="Will", last_name="Case"),
        Person(id="drew", role="CHILD", first_name="Drew", last_name="Price"),
        Person(id="bill", role="FAMILY", first_name="Bill", last_name="Rose"),
        Person(id="may", role="FAMILY", first_name="May", last_name="Long"),
    ),
)
NAMES = [
    "Hope will think about refuge.",
    "Hope left. Hope, safe.",
    "SU rang.\nHope at work.",
    "Grace to be on CP plan.",
    "Mo at A+E with a broken hand.",
    "Will to attend.",
    "Will was late. Will and his dad came.",
    "Will's bag",
    "Mark to be seen by GP.",
    "Drew has a cold.",
    "Bill is her dad.",
    "May was crying.",
    "Young said no.",
    "Rose with nan.",
    "Mark Tyson rang.",
    "A PHOTO OF GRACE'S FRONT DOOR WAS SENT.",
]
WORDS = [
    "Will call tomorrow.",
    "Will think about it.",
    "Will he come? Will they?",
    "Will meet at the library",
    "Will need to check.",
    "Hope he rings.",
    "Hope this helps. Hope to see her.",
    "Grace period until Monday.",
    "Mark the form as late.",
    "Mark on her neck.",
    "Drew up a plan. Drew a line.",
    "Bill for rent.",
    "May be moved. May have to go.",
    "May 2017: quiet.",
    "Young people's service.",
    "Case closed.",
    "Price of rent.",
    "Rose to 40 a week.",
    "Long conversation about it.",
]


def anonymised(anonymiser: Anonymiser, text: str) -> AnonymisedNote:
    note = RawNote(id="n1", case_id="C", text=text, site="N")
    return anonymiser.anonymise_case("C", "N", [note], ROSTER).notes[0]


@pytest.mark.parametrize("text", NAMES)
def test_a_listed_name_is_masked_at_a_sentence_start(anonymiser: Anonymiser, text: str) -> None:
    done = anonymised(anonymiser, text).note.text
    assert "[" in done
    for name in ("Hope", "Grace", "Mo ", "Will", "Mark", "Drew", "Bill", "May", "Young", "Rose"):
        assert name not in done
    assert "GRACE" not in done


def test_lines_in_capitals_too(anonymiser: Anonymiser) -> None:
    done = anonymised(anonymiser, "HOPE WILL THINK ABOUT THE REFUGE. THEY HOPE TO SEE HER.")
    assert done.note.text == "[VS] WILL THINK ABOUT THE REFUGE. THEY HOPE TO SEE HER."
    assert "HOPE" in {flag.span.cut(done.note.text) for flag in done.flags}


@pytest.mark.parametrize("text", WORDS)
def test_an_ordinary_word_stays_and_is_flagged(anonymiser: Anonymiser, text: str) -> None:
    done = anonymised(anonymiser, text)
    assert done.note.text == text
    assert LISTED in {flag.reason for flag in done.flags}
    assert find_leaks([("n1", text)], [ROSTER]) == []


def test_the_gate_knows_the_surest_of_them() -> None:
    for text in ("Hope will think about it.", "Grace to be on CP plan.", "Mo said no.", "Will was"):
        assert find_leaks([("n1", text)], [ROSTER]), text
    for text in ("Hope House", "Young people's service", "Will meet at [PLACE_1] library", "Mark"):
        assert find_leaks([("n1", text)], [ROSTER]) == [], text


SURE = ("Will was late", "Hope will think about it.", "Mo said no.", "Young has a cold.")


def is_name(text: str, *, sure: bool) -> bool:
    """Whether the first word stands for a name."""
    words = tokens(text)
    after = words[1].folded if len(words) > 1 else ""
    return stands_for_a_name(text, words, 0, after, sure=sure)


@pytest.mark.parametrize("text", SURE)
def test_some_are_sure(text: str) -> None:
    assert is_name(text, sure=True)
    assert is_name(text, sure=False)


_AFTER = st.sampled_from(("was late", "will think", "said no.", "has a cold", "on her neck"))


@given(
    st.sampled_from(("Will", "Hope", "Rose", "Young", "May", "Mo", "An")),
    _AFTER | st.text(max_size=20),
)
def test_what_is_sure_is_also_likely(name: str, rest: str) -> None:
    text = f"{name} {rest}"
    assert is_name(text, sure=False) or not is_name(text, sure=True)


_VOCABULARY = """
Hope Will Mark May Mo Grace Rose Young Bill Rahman Drew [SU] will to be was is on he at and has
rang 3/4 June DNA - . , : ( ) 's the up for Galway PC seen 12 house
"""
_PIECES = st.sampled_from((*_VOCABULARY.split(), "\n"))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_PIECES, max_size=14))
def test_what_is_anonymised_passes_the_gate(anonymiser: Anonymiser, pieces: list[str]) -> None:
    done = anonymised(anonymiser, " ".join(pieces)).note.text
    assert find_leaks([("n1", done)], [ROSTER]) == []


@pytest.mark.parametrize("text", ["H's school rang.", "Today H said no.", "Saw child M again."])
def test_initials_of_the_case_are_masked_or_flagged(anonymiser: Anonymiser, text: str) -> None:
    done = anonymised(anonymiser, text)
    assert done.note.text != text or INITIAL in {flag.reason for flag in done.flags}


@pytest.mark.parametrize(
    "text", ["Q's school rang.", "At A&E, T/C to GP, w/e.", "Plan B: M25.", "A said I was"]
)
def test_other_letters_are_not(anonymiser: Anonymiser, text: str) -> None:
    assert INITIAL not in {flag.reason for flag in anonymised(anonymiser, text).flags}
