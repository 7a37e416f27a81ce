"""What an agency is called for short is kept, and no town or name with it."""

import pytest

from notecode.anonymising.protection import Protection
from notecode.anonymising.words.spelling import tokens

AGENCIES = (
    "Taff Housing",
    "Black Country Women's Aid",
    "Walsall Council",
    "Grace House Project",
    "National Probation Service",
)

CASES = [
    ("Owain at Taff content", ["Taff"]),
    ("Taff Housing rang", ["Taff Housing"]),
    ("police, bcwa, health", ["bcwa"]),
    ("BCWA rang", ["BCWA"]),
    ("walked by the taff", []),
    ("Mr Taff-Jones rang", []),
    ("at Taff Well", []),
    ("went to Walsall", []),
    ("Grace rang", []),
    ("the National was on", []),
]


@pytest.mark.parametrize(("text", "kept"), CASES)
def test_an_agency_is_kept_by_its_short_name(text: str, kept: list[str]) -> None:
    spans = Protection((), AGENCIES).spans(text, tokens(text))
    assert [text[span.start : span.end] for span in spans] == kept


def test_initials_of_all_names_of_the_country_are_no_reason_to_keep_a_name() -> None:
    text = "Abu rang, told ABU and Taff; BCWA"
    everywhere = ("Alcohol Behaviour Unit", "Taff Housing", "Black Country Women's Aid")
    assert Protection(everywhere).spans(text, tokens(text)) == []
    kept = Protection((), everywhere).spans(text, tokens(text))
    assert [text[span.start : span.end] for span in kept] == ["Taff", "BCWA"]
