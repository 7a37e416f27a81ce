"""People by their keys: pages, a part of a name, everybody reachable by exactly one way."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from notecode.tui.choosing import PERSON_KEYS, SOMEBODY_ELSE, People
from notecode.tui.lines import wrapped


def people(count: int) -> People[str]:
    return People([f"person {number}" for number in range(count)], str)


@given(st.integers(0, 200))
def test_everybody_has_one_key_on_one_page(count: int) -> None:
    chooser = people(count)
    seen: list[str] = []
    for _ in range(chooser.pages):
        assert len(chooser.entries) <= len(PERSON_KEYS)
        for key, person in chooser.entries:
            assert chooser.pick(key) == person
            seen.append(person)
        chooser.turn(1)
    assert chooser.page == 0, "round to the first"
    assert seen == list(chooser.everybody)


def test_the_keys_are_apart_from_that_of_somebody_else() -> None:
    assert len(set(PERSON_KEYS)) == len(PERSON_KEYS) == 35
    assert SOMEBODY_ELSE not in PERSON_KEYS
    assert people(3).pick("4") is None
    assert people(0).pages == 1


def test_a_part_of_the_name_in_any_letter_case_leaves_those_who_have_it() -> None:
    chooser = People(["[SU] Huw Parry", "[VS] Ann Parry", "[OM_1] Ann Rees"], str)
    chooser.turn(1)
    chooser.seek(" ann PARRY ")
    assert chooser.found == ["[VS] Ann Parry"]
    assert chooser.pick("1") == "[VS] Ann Parry"
    chooser.seek("om_1")
    assert chooser.found == ["[OM_1] Ann Rees"]
    chooser.seek("zz")
    assert (chooser.found, chooser.pages) == ([], 1)
    chooser.seek("")
    assert len(chooser.found) == 3


@given(st.text(st.characters(codec="ascii", exclude_categories=("C",))), st.integers(16, 120))
def test_a_long_message_is_shown_whole_in_lines_that_fit(text: str, width: int) -> None:
    lines = wrapped(text, width, Style())
    assert len(lines) >= 2
    shown = ["".join(piece for piece, _ in line) for line in lines]
    assert all(cell_len(line) <= width for line in shown)
    assert "".join("".join(shown).split()) == "".join(text.split())
