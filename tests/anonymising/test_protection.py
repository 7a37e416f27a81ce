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
    spans = Protection(AGENCIES).spans(text, tokens(text))
    assert [text[span.start : span.end] for span in spans] == kept
