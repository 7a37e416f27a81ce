"""Words that say whose they are only by what was named before; and topics with their heads."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.codebook import parse_codebook, shipped_codebook_text
from notecode.model import Alias, Codebook
from notecode.suggesting import AgencyMatcher
from notecode.suggesting.context import read_sentences

BOOK, _ = parse_codebook(shipped_codebook_text(), "codebook.yaml")
assert BOOK is not None
MATCHER = AgencyMatcher(BOOK)


def found(text: str, matcher: AgencyMatcher = MATCHER) -> list[tuple[str, str]]:
    mentions = matcher.mentions("n", read_sentences(text))
    return [(mention.span.cut(text), mention.agency) for mention in mentions]


BACK = [
    ("Rang CMHT. The nurse will see him.", "nurse", "mental-health"),
    ("Rang the alcohol clinic. Their consultant will cut the dose.", None, "substance-misuse"),
    ("HMP Fenwick rang. Security have found a phone.", "Security", "prison"),
    ("MARAC heard it. The coordinator will send minutes.", "coordinator", "multi-agency-fora"),
    ("Spoke to the jobcentre. His coach has eased it.", "His coach", "benefits"),
    ("Rang the recovery hub. The duty worker read me the last entry.", None, "substance-misuse"),
    ("[SW_1] rang.\nShe wants more.\n<- manager: open as CIN.", "manager", None),
    ("Police went round at nine. The sergeant rang me after.", "sergeant", "police"),
    ("Midwife and the alcohol nurse rang. The nurse will visit.", "nurse", "substance-misuse"),
]


@pytest.mark.parametrize(("text", "words", "agency"), BACK)
def test_a_word_is_of_the_agency_named_before(
    text: str, words: str | None, agency: str | None
) -> None:
    last = found(text)[-1]
    assert last[1] == (agency or "children-social-services")
    assert words is None or last[0] == words


NOT_BACK = [
    ("Nurse rang about him.", "health"),  # nothing named before: the alias's own agency
    ("CGL and the ward have agreed.", "health"),  # in one row they are two
    ("[OM_1] rang. Rang the neighbourhood team.", "police"),  # it says whose it is
    ("Probation rang. Duty worker, CMHT North, rang.", "mental-health"),
]


@pytest.mark.parametrize(("text", "agency"), NOT_BACK)
def test_a_word_that_says_whose_it_is_stays_so(text: str, agency: str) -> None:
    assert agency in {each[1] for each in found(text)[-2:]}


@pytest.mark.parametrize(
    "text",
    [
        "CMHT rang. My manager agrees.",
        "CMHT rang. Our team will cover.",
        "CMHT rang. He says his manager at the warehouse cut his shifts.",
        "CMHT rang. He sat in her office.",
        "CMHT rang. No worker has been found.",
        "The unit he rents was broken into.",
        "MARAC sat. He fixed the team bus.",
    ],
)
def test_a_word_of_nobody_named_is_none(text: str) -> None:
    last = ("manager", "team", "office", "worker", "unit")
    assert not [words for words, _ in found(text) if words.endswith(last)]


def with_list(book: Codebook, agency: str, text: str) -> Codebook:
    """The codebook with this list in place of an agency's own."""
    agencies = tuple(
        replace(
            each,
            aliases=(
                *(alias for alias in each.aliases if not alias.text.startswith("* ")),
                Alias(text=text),
            ),
        )
        if each.id == agency
        else each
        for each in book.agencies
    )
    return replace(book, agencies=agencies)


def test_the_lists_are_the_codebooks() -> None:
    book = with_list(BOOK, "housing", "* beekeeper")
    matcher = AgencyMatcher(book)
    text = "Rang the hostel. The beekeeper will ring. The manager will not."
    assert [each[0] for each in found(text)] == ["hostel", "manager"]
    assert [each[0] for each in found(text, matcher)] == ["hostel", "beekeeper"]


def test_a_list_follows_an_agency_that_gets_another_id() -> None:
    agencies = tuple(
        replace(each, id="mind-team") if each.id == "mental-health" else each
        for each in BOOK.agencies
    )
    matcher = AgencyMatcher(replace(BOOK, agencies=agencies))
    assert found("Rang CMHT. The nurse will see him.", matcher)[-1] == ("nurse", "mind-team")


HEADED = [
    ("Rang the recovery outreach nurse.", "recovery outreach nurse", "substance-misuse"),
    ("Rang the tenancy liaison lead.", "tenancy liaison lead", "housing"),
    ("Rang the officer for lettings.", "officer for lettings", "housing"),
    ("Rang the addiction daycare team.", "addiction daycare team", "substance-misuse"),
]


@pytest.mark.parametrize(("text", "words", "agency"), HEADED)
def test_a_topic_takes_its_head(text: str, words: str, agency: str) -> None:
    assert found(text) == [(words, agency)]


@pytest.mark.parametrize(
    "text", ["His recovery from the team game is slow.", "Alcohol before the staff party again."]
)
def test_a_topic_takes_no_head_over_common_words(text: str) -> None:
    assert found(text) == []


PIECES = st.sampled_from(
    [
        *["CMHT", "the nurse", "rang", ".", "\n", "[OM_1]", "their manager", "of the", "ward"],
        *["team", "recovery outreach", ",", "and", "says", "officer for lettings", "<-", ":"],
        *["at", "duty", "his key worker", "Marac", "chair", "é"],
    ]
)


@given(st.lists(PIECES, max_size=30))
def test_mentions_cover_letters_and_never_overlap(pieces: list[str]) -> None:
    text = " ".join(pieces)
    mentions = MATCHER.mentions("n", read_sentences(text))
    end = 0
    for mention in mentions:
        assert mention.span.start >= end
        assert any(letter.isalnum() for letter in mention.span.cut(text))
        end = mention.span.end
    assert end <= len(text)
