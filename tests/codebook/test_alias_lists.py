"""Names of an agency added and taken out, line by line; keys that pass from one to another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.codebook import parse_codebook, set_entries, set_fields
from notecode.errors import CodebookError
from notecode.model import Agency, Alias, Codebook

TEXT = """\
codes:
  - {id: talk, label: Talking, definition: Words pass.}
agencies:
  - id: police
    label: Police
    definition: The police.
    key: p
    aliases:
      # the force
      - police
      - {text: PC, exact: true}   # in these letters
      - {text: The Yard, sites: ["Kent, Medway", Site 2]}
    roles: [PC]
  - id: housing
    label: Housing
    definition: Landlords.
    key: h
    aliases: [housing, landlord]
  - id: health
    label: Health
    definition: Doctors.
"""
KNOWN = (
    Alias(text="police"),
    Alias(text="PC", exact=True),
    Alias(text="The Yard", sites=("Kent, Medway", "Site 2")),
)
NAMES = st.builds(
    Alias,
    text=st.text(alphabet="ab |,:#-'()\"", min_size=1)
    .map(str.strip)
    .filter(lambda text: any(char.isalnum() for char in text)),
    sites=st.sampled_from([(), ("Kent, Medway",), ("Site 2", "a|b")]),
    exact=st.booleans(),
)


def book_of(text: str) -> Codebook:
    book, problems = parse_codebook(text, "codebook.yaml")
    assert book is not None, problems
    return book


def agency(text: str, id_: str) -> Agency:
    return book_of(text).agency_by_id[id_]


def with_aliases(text: str, id_: str, *aliases: Alias) -> str:
    return set_fields(text, id_, {"aliases": aliases}, section="agencies")


def test_names_that_stay_keep_their_lines_and_comments() -> None:
    text = with_aliases(TEXT, "police", Alias(text="old bill"), *KNOWN[1:])
    assert agency(text, "police").aliases == (*KNOWN[1:], Alias(text="old bill"))
    assert "      # the force\n      - {text: PC, exact: true}   # in these letters\n" in text
    assert '"Kent, Medway", Site 2]}\n      - old bill\n    roles' in text
    assert with_aliases(TEXT, "police", *reversed(KNOWN)) == TEXT


def test_names_come_into_brackets_and_where_there_were_none() -> None:
    text = with_aliases(TEXT, "housing", Alias(text="housing"), Alias(text="HA", exact=True))
    assert "    aliases: [housing, {text: HA, exact: true}]\n" in text
    text = with_aliases(TEXT, "health", Alias(text="gp"), Alias(text="A&E"))
    assert "    aliases:\n      - gp\n" in text
    assert [alias.text for alias in agency(text, "health").aliases] == ["gp", "A&E"]
    assert "aliases" not in with_aliases(TEXT, "housing").partition("id: housing")[2]


@given(st.lists(NAMES, max_size=4))
def test_any_names_can_be_set(names: list[Alias]) -> None:
    folded = {" ".join(name.text.casefold().split()) for name in names}
    if len(folded) < len(names) or folded & {"a", "b"}:
        return
    for id_ in ("police", "health"):
        text = with_aliases(TEXT, id_, *names)
        assert set(agency(text, id_).aliases) == set(names)


def test_a_key_passes_from_one_to_another_at_once() -> None:
    swapped = {("agencies", "police"): {"key": "h"}, ("agencies", "housing"): {"key": "p"}}
    text = set_entries(TEXT, swapped)  # type: ignore[arg-type]
    assert [agency(text, id_).key for id_ in ("police", "housing")] == ["h", "p"]
    with pytest.raises(CodebookError, match="belongs to"):
        set_fields(TEXT, "police", {"key": "h"}, section="agencies")
