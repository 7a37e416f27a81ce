"""Titles that many agencies have, and names with a title: whose worker, and how many mentions."""

import pytest

from notecode.codebook import parse_codebook, shipped_codebook_text
from notecode.model import Note
from notecode.suggesting import AgencyMatcher, find_mentions
from notecode.suggesting.context import read_sentences

BOOK, _ = parse_codebook(shipped_codebook_text(), "codebook.yaml")
assert BOOK is not None
MATCHER = AgencyMatcher(BOOK)


def found(text: str) -> list[tuple[str, str]]:
    mentions = MATCHER.mentions("n", read_sentences(text))
    return [(mention.span.cut(text), mention.agency) for mention in mentions]


ONE = [
    ("[SW_1] from early help rang.", "[SW_1] from early help", "children-social-services"),
    ("[WC_1] (work coach) rang.", "[WC_1] (work coach)", "benefits"),
    ("Rang [OM_1], the probation officer.", "[OM_1], the probation officer", "probation"),
    ("Rang the probation officer, [OM_1].", "probation officer, [OM_1]", "probation"),
    ("Letter from [HO_1] of the housing association.", None, "housing"),
    ("Spoke to the duty officer at probation.", "duty officer at probation", "probation"),
    ("Rang the duty worker at CMHT.", "duty worker at CMHT", "mental-health"),
]


@pytest.mark.parametrize(("text", "words", "agency"), ONE)
def test_a_name_and_its_title_are_one_mention(text: str, words: str | None, agency: str) -> None:
    mentions = found(text)
    assert [each[1] for each in mentions] == [agency]
    assert words is None or mentions[0][0] == words


@pytest.mark.parametrize(
    "text",
    ["Police, probation and housing came.", "Rang the police, the OM was out.", "OM and [OM_1]."],
)
def test_two_that_are_not_one_stay_two(text: str) -> None:
    assert len(found(text)) > 1


THEIRS = [
    ("CMHT will close him. Wrote to their clinical lead.", "their clinical lead", "mental-health"),
    ("[SW_1] would not move. I put it to her manager.", "her manager", "children-social-services"),
    ("[SW_1] was off. Rang the team manager.", "team manager", "children-social-services"),
    ("CGL want him out. Rang his key worker.", "his key worker", "substance-misuse"),
    ("Probation rang. Practice lead agreed.", "Practice lead", "probation"),
]


@pytest.mark.parametrize(("text", "title", "agency"), THEIRS)
def test_a_title_is_of_the_agency_named_last(text: str, title: str, agency: str) -> None:
    assert found(text)[-1] == (title, agency)


NOBODYS = [
    "Rang her manager.",  # of nobody who was named
    "The OM rang. Supervision with my team manager today.",
    "The OM rang. Rang his key worker.",  # probation has none
    "The IDVA rang. Her manager used to live there.",
    "CMHT rang. He sat down. He ate. He left. Wrote to their clinical lead.",  # too far back
    "The OM rang. I will ring her manager.",
]


@pytest.mark.parametrize("text", NOBODYS)
def test_a_title_is_left_alone_where_it_is_nobodys(text: str) -> None:
    titles = ("manager", "lead", "key worker")
    assert not [words for words, _ in found(text) if words.endswith(titles)]


def test_a_title_says_by_which_rule_it_was_found() -> None:
    note = Note(id="n", case_id="c", text="CMHT will close him. Wrote to their clinical lead.")
    assert [mention.rule for mention in find_mentions(note, BOOK)][-1] == "back:mental-health:lead"


def test_mentions_stand_in_their_order() -> None:
    text = "Their manager rang. Police rang, her manager rang, and [OM_1] rang."
    starts = [mention.span.start for mention in MATCHER.mentions("n", read_sentences(text))]
    assert starts == sorted(starts)
