"""Finding a code by what is typed, over the codebook that ships and over made-up ones."""

import re
from string import ascii_lowercase, digits

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.codebook import parse_codebook, shipped_codebook_text
from notecode.codebook.matching import (
    free_keys,
    matching_codes,
    place_in_definition,
    proposed_id,
    proposed_key,
)
from notecode.model import Code, Codebook


def shipped() -> Codebook:
    book, _ = parse_codebook(shipped_codebook_text(), "codebook.yaml")
    assert book is not None
    return book


SHIPPED = shipped()
ACTIVE = [code for code in SHIPPED.codes if code.status == "active"]


def tried(label: str) -> list[str]:
    """What one would type of a label: up to three letters of a word, or of its first letters."""
    words = re.findall(r"[a-z]+", label.casefold())
    firsts = "".join(word[0] for word in words)
    return [word[:length] for length in (1, 2, 3) for word in (*words, firsts)]


@pytest.mark.parametrize("code", ACTIVE, ids=lambda code: code.id)
def test_space_three_letters_and_enter_are_enough_for_every_code_that_ships(code: Code):
    first = [typed for typed in tried(code.label) if matching_codes(SHIPPED, typed)[0] == code]
    assert first, "no three letters of its label bring it first"
    assert min(map(len, first)) + len(("space", "enter")) <= 5


def book(*codes: Code) -> Codebook:
    return Codebook(title="", codes=codes, agencies=())


def code(id_: str, label: str, definition: str = "", **more: str) -> Code:
    return Code(id=id_, label=label, definition=definition, **more)


BOOK = book(
    code("work", "Direct work", "Everything with him."),
    code("said", "Waiting", "He is told of the flat.", parent="work", key="w"),
    code("flat", "Flat hunting", "A home is looked for."),
    code("move", "To a flat", parent="work"),
    code("inflate", "Inflation", key="f"),
    code("gone", "Flat earth", status="retired"),
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ["work", "said", "flat", "move", "inflate"]),
        ("flat", ["flat", "move", "inflate", "said"]),  # label, word, within, definition
        ("FLAT  H", ["flat"]),
        ("f", ["inflate", "flat", "move"]),  # its key first
        ("w", ["said", "work", "move"]),
        ("fh", ["flat"]),
        ("dir wor", ["work", "said", "move"]),  # the path of the other two
        ("inflate", ["inflate"]),  # the id
        ("hunting flat", ["flat"]),
        ("nothing such", []),
    ],
)
def test_the_order_is_label_word_part_path_definition(typed: str, expected: list[str]):
    assert [found.id for found in matching_codes(BOOK, typed)] == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("tell", ""),
        ("told", "He is told of the flat."),
        ("flat", "…told of the flat."),
        ("waiting fla", "…told of the flat."),
        ("waiting", ""),
        ("of", ""),  # too short to tell anything
    ],
)
def test_a_code_found_by_its_definition_shows_the_words(typed: str, expected: str):
    assert place_in_definition(BOOK.code_by_id["said"], typed) == expected


@given(st.text(max_size=12))
def test_whatever_is_typed_each_code_in_use_is_found_once_at_most(typed: str):
    found = matching_codes(SHIPPED, typed)
    assert len({each.id for each in found}) == len(found)
    assert all(each.status == "active" for each in found)


@given(st.sampled_from(ACTIVE), st.data())
def test_any_beginning_of_its_label_finds_a_code_and_all_of_it_finds_it_first(
    code: Code, data: st.DataObject
):
    length = data.draw(st.integers(0, len(code.label)))
    assert code in matching_codes(SHIPPED, code.label[:length].upper())
    assert matching_codes(SHIPPED, code.label)[0] == code


@given(st.text(max_size=60))
def test_a_proposed_id_is_a_slug_that_no_code_has_or_had(label: str):
    taken = book(code("a", "A"), code("b", "B", formerly=("waiting", "c")), code("code", "Code"))
    proposed = proposed_id(taken, label)
    assert bool(proposed) == any(c.isalnum() for c in label)
    if proposed:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", proposed)
        assert proposed not in {"a", "b", "c", "waiting", "code"}


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Waiting for him", "waiting-for-him"),
        ("Crème brûlée", "creme-brulee"),
        ("Information sharing", "information-sharing-2"),
        ("漢字", "code-1"),
        ("انتظار 3", "code-1"),
        ("Код x", "x"),
        ("999", "999"),
        ("…", ""),
    ],
)
def test_ids_come_from_labels(label: str, expected: str):
    assert proposed_id(SHIPPED, label) == expected


def test_labels_of_other_letters_are_numbered_one_by_one():
    taken = book(
        code("code-1", "انتظار"), code("code", "Code"), code("b", "B", formerly=("code-2",))
    )
    assert proposed_id(taken, "شرطة") == "code-3"
    assert proposed_id(taken, "Code") == "code-3"


def test_a_proposed_key_is_free_and_of_the_label_if_one_is():
    assert proposed_key(SHIPPED, "Waiting for him") == "w"
    assert proposed_key(SHIPPED, "Inquest") == "n"
    assert proposed_key(SHIPPED, "tea") == free_keys(SHIPPED)[0]
    keys = {found.key for found in SHIPPED.codes}
    assert not keys & set(free_keys(SHIPPED))
    full = book(*(code(f"c{key}", key, key=key) for key in ascii_lowercase + digits))
    assert proposed_key(full, "Waiting") == ""
