"""Keys of a user's own: how they are written, what is wrong with them, what they do."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.keys import _character_to_key

from notecode.errors import SettingsError
from notecode.project import Project
from notecode.settings import OwnKeys, load_settings
from notecode.tui.actions import group_of_actions
from notecode.tui.coder.actions import ACTIONS
from notecode.tui.key_words import key_named, key_shown
from notecode.tui.keymap import KeyNames, Written, own_actions
from notecode.tui.review.actions import REVIEW_ACTIONS
from notecode.tui.review.keys import actions_of as review_actions
from notecode.tui.review.wording import help_text

TABLE = group_of_actions(
    "Test",
    ("next", "N", "N", "next"),
    ("wider", "right_square_bracket,plus", "] +", "wider"),
    ("quit", "Q,ctrl+q", "Q", "quit"),
)


@pytest.mark.parametrize("symbol", string.punctuation)
def test_a_symbol_has_the_name_that_textual_gives_it(symbol: str):
    assert key_named(symbol) == _character_to_key(symbol)
    assert key_shown(key_named(symbol)) == symbol


@pytest.mark.parametrize(
    ("word", "name", "shown"),
    [
        ("N", "N", "N"),
        ("É", "É", "É"),
        ("shift+n", "N", "N"),
        ("ctrl+n", "ctrl+n", "Ctrl+N"),
        ("Ctrl+N", "ctrl+n", "Ctrl+N"),
        ("F5", "f5", "F5"),
        ("esc", "escape", "Esc"),
        ("Enter", "enter", "Enter"),
        ("PgDn", "pagedown", "PgDn"),
        ("shift+Tab", "shift+tab", "Shift+Tab"),
        ("ctrl+left", "ctrl+left", "Ctrl+←"),
        (" ", "space", "Space"),
        ("+", "plus", "+"),
    ],
)
def test_keys_in_words(word: str, name: str, shown: str):
    assert key_named(word) == name
    assert key_shown(name) == shown


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("n", "is for a code"),
        ("7", "is for a code"),
        ("ctrl+i", "arrives as Tab"),
        ("ctrl+m", "arrives as Enter"),
        ("alt+x", "no key that every terminal sends"),
        ("ctrl+F1", "no key that every terminal sends"),
        ("f99", "is no key"),
        ("nonsense", "is no key"),
        ("", "is no key"),
        ("漢", None),
    ],
)
def test_what_is_no_key(word: str, why: str | None):
    if why is None:
        assert key_named(word) == word
        return
    with pytest.raises(ValueError, match=why):
        key_named(word)


@given(st.text(max_size=8))
def test_any_word_is_a_key_or_refused(word: str):
    try:
        name = key_named(word)
    except ValueError:
        return
    assert key_shown(name)
    assert not (len(name) == 1 and (name.islower() or name.isdecimal()))


def keys_of(actions) -> dict[str, tuple[str, str]]:
    return {action.id: (action.keys, action.shown) for action in actions}


def test_an_action_has_the_keys_that_it_is_given_and_no_other():
    own = {"next": OwnKeys(("ctrl+n", "F5"))}
    assert keys_of(own_actions(TABLE, own)) == {
        "next": ("ctrl+n,f5", "Ctrl+N F5"),
        "wider": ("right_square_bracket,plus", "] +"),
        "quit": ("Q,ctrl+q", "Q"),
    }


def test_a_key_that_is_given_away_is_taken_from_who_had_it():
    actions = own_actions(TABLE, {"next": OwnKeys(("+",))})
    assert keys_of(actions)["wider"] == ("right_square_bracket", "]")
    assert KeyNames(actions)["next"] == "+"


@pytest.mark.parametrize(
    ("own", "line", "said"),
    [
        ({"nxt": OwnKeys(("X",), 4)}, 4, "nxt is no action (did you mean next?)"),
        ({"zzzz": OwnKeys(("X",), 4)}, 4, "zzzz is no action (`notecode code --keys` lists them)"),
        ({"next": OwnKeys(("i",), 5)}, 5, '"i" is for a code: small letters'),
        ({"next": OwnKeys(("i",), 5)}, 5, "here of Sharing"),
        ({"next": OwnKeys((), 6)}, 6, "next is left without a key"),
        ({"next": OwnKeys(("Q", "ctrl+q"), 7)}, 7, "leaves quit without a key: Q was its own"),
        (
            {"next": OwnKeys(("X",), 1), "quit": OwnKeys(("X",), 2)},
            2,
            '"X" is the key of next too',
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(own, line: int, said: str):
    with pytest.raises(SettingsError) as caught:
        own_actions(TABLE, own, written=Written("notecode.toml"), letters={"i": "Sharing"})
    (problem,) = caught.value.problems
    assert problem.line == line
    assert said in str(problem)


def test_all_that_is_wrong_is_told_at_once_in_the_order_of_the_file():
    own = {"quit": OwnKeys(("q",), 9), "what": OwnKeys(("X",), 3), "next": OwnKeys((), 5)}
    with pytest.raises(SettingsError) as caught:
        own_actions(TABLE, own)
    assert [problem.line for problem in caught.value.problems] == [3, 5, 9]


def test_no_two_actions_of_the_coder_share_a_key_and_none_has_a_letter_of_the_codebook():
    keys = [key for action in ACTIONS for key in action.keys.split(",")]
    assert len(keys) == len(set(keys))
    assert not [key for key in keys if len(key) == 1 and (key.islower() or key.isdecimal())]
    assert keys_of(own_actions(ACTIONS, {})) == keys_of(ACTIONS)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_the_first_key_is_shown_as_a_user_would_write_it(action):
    shown = action.shown.split()[0]
    assert shown in {key_shown(key) for key in action.keys.split(",")}


def test_the_review_has_keys_of_its_own(tmp_path):
    path = tmp_path / "notecode.toml"
    path.write_text('[review.keys]\nreviewed = "F5"\nfien = "p"\n')
    project = Project(tmp_path, load_settings(path))
    with pytest.raises(SettingsError) as caught:
        review_actions(project)
    (problem,) = caught.value.problems
    assert problem.line == 3
    assert "[review.keys] fien is no action (did you mean fine?)" in str(problem)
    path.write_text('[review.keys]\nreviewed = "F5"\nfine = "p"\n')
    with pytest.raises(SettingsError, match="here of person"):
        review_actions(Project(tmp_path, load_settings(path)))
    path.write_text('[review.keys]\nreviewed = "F5"\n')
    actions = review_actions(Project(tmp_path, load_settings(path)))
    assert keys_of(actions)["reviewed"] == ("f5", "F5")
    assert keys_of(actions)["fine"] == keys_of(REVIEW_ACTIONS)["fine"]
    assert "F5" in help_text(actions).plain


@pytest.mark.parametrize("action", REVIEW_ACTIONS, ids=lambda action: action.id)
def test_the_review_shows_its_keys_as_a_user_would_write_them(action):
    shown = action.shown.split()[0]
    assert shown in {key_shown(key) for key in action.keys.split(",")}
