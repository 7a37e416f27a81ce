"""What a memo is as a value: its text as stored, its links, what it can be on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.codebook import parse_codebook
from notecode.coding import memos
from notecode.coding.commands import Hand
from notecode.errors import CodingError
from notecode.memos import LINKED, PROJECT, Link, Thing, first_line, links_in, thing_of
from notecode.model import Memo, MemoChange

BOOK, _ = parse_codebook(
    "codes:\n  - {id: talk, label: Talking, definition: Words.}\nagencies: []\n", "codebook.yaml"
)
NAMES = st.text(st.characters(exclude_characters="[]\n\r", codec="utf-8"), min_size=1).map(
    str.strip
)


@pytest.fixture
def hand() -> Hand:
    assert BOOK is not None
    return Hand("amina", "2024-05-01T10:00:00+00:00", BOOK)


def test_the_text_is_stored_without_what_a_terminal_obeys() -> None:
    typed = "\x1b[31mRe\u0301d\x1b[0m\r\nand \u202eback\u202c.\x07\tTab  \n\n"
    assert memos.clean(typed) == "[31mR\u00e9d[0m\nand back.\tTab"
    assert memos.clean(" \n\t ") == ""


def test_nothing_that_cannot_be_seen_is_stored_but_what_joins_letters() -> None:
    assert memos.clean("One\u2028two\u2029three") == "One\ntwo\nthree"
    assert memos.clean("\ufeffle\u200bft\u200e to\u200f ri\u00adght\u2060") == "left to right"
    assert memos.clean("e\u200b\u0301") == "\u00e9"
    assert memos.clean("👩\u200d👧") == "👩\u200d👧"


@given(st.text())
def test_a_stored_text_stays_as_it_is(text: str) -> None:
    assert memos.clean(memos.clean(text)) == memos.clean(text)


def test_a_memo_too_long_for_a_cell_is_refused_without_a_word_of_it() -> None:
    with pytest.raises(CodingError) as caught:
        memos.clean("Zebediah " * 3_000)
    assert "Zebediah" not in str(caught.value)
    assert "27,000" not in str(caught.value)
    assert "26,999" in str(caught.value)


def test_writing_changing_and_deleting_are_inverses(hand: Hand) -> None:
    written = memos.write(hand, Thing("note", "N1"), "One.")
    memo = written.memos[0].after
    assert memo is not None
    assert (memo.on, memo.coder, memo.text) == (Thing("note", "N1"), "amina", "One.")
    edited = memos.edit(hand, memo, "Two.")
    assert edited.memos[0].before == memo
    assert edited.memos[0].after is not None
    assert edited.memos[0].after.created == memo.created
    deleted = memos.edit(hand, memo, "")
    assert deleted.memos == (MemoChange(before=memo, after=None),)
    assert deleted.inverse().memos == (MemoChange(before=None, after=memo),)
    assert edited.inverse().inverse() == edited


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (Thing("note", "N1"), "memo on note N1 written"),
        (Thing("case", "C1"), "memo on case C1 written"),
        (Thing("code", "talk"), "memo on code Talking written"),
        (Thing("code", "gone"), "memo on code gone written"),
        (Thing("reference", "01H"), "memo on a reference written"),
        (PROJECT, "memo on the project written"),
    ],
)
def test_what_is_undone_is_said_without_the_text(hand: Hand, on: Thing, said: str) -> None:
    assert memos.write(hand, on, "Secret words.").summary == said


def test_a_memo_shows_no_word_of_itself_in_a_traceback(hand: Hand) -> None:
    change = memos.write(hand, PROJECT, "Zebediah Quillfeather rang.")
    assert "Zebediah" not in repr(change)
    assert "Zebediah" not in str(change)


def test_both_versions_of_a_conflict_are_kept() -> None:
    assert memos.both("One.", "One. Two.") == "One. Two."
    assert memos.both("One. Two.", "One.") == "One. Two."
    assert memos.both("", "Mine.") == "Mine."
    assert memos.both("Theirs.", "Mine.") == f"Theirs.\n\n{memos.MINE}\n\nMine."


@given(st.text(), st.text())
def test_no_version_is_ever_lost(theirs: str, mine: str) -> None:
    together = memos.both(theirs, mine)
    assert theirs in together
    assert mine in together


def test_links_are_found_and_what_only_looks_like_one_is_text() -> None:
    text = "See [[case:C1]], [[ note:N2]], [[memo: 01H ]], [[site:X]], [[code:]] and [[code:a b]]."
    assert [link.to for link in links_in(text)] == [
        Thing("case", "C1"),
        Thing("memo", "01H"),
        Thing("code", "a b"),
    ]
    assert next(links_in("ab[[note:N2]]c")) == Link(Thing("note", "N2"), 2, 13)


@given(st.sampled_from(LINKED), NAMES.filter(bool), st.text(st.characters(exclude_characters="[]")))
def test_a_link_that_is_written_is_read_as_it_was_meant(kind, name: str, around: str) -> None:
    thing = Thing(kind, name)
    assert [link.to for link in links_in(f"{around}[[{thing}]]{around}")] == [thing]


@given(st.sampled_from(LINKED), NAMES.filter(bool))
def test_a_thing_is_named_as_it_is_written(kind, name: str) -> None:
    assert thing_of(str(Thing(kind, name))) == Thing(kind, name)


def test_what_is_written_otherwise_is_no_thing() -> None:
    assert thing_of("project") == PROJECT
    assert [thing_of(w) for w in ("", "note", "note:", "project:x", "site:1", "N1")] == [None] * 6
    assert thing_of(" Case : C1 ") == Thing("case", "C1")


def test_the_beginning_of_a_memo_is_one_line() -> None:
    assert first_line("One\n two  three", 40) == "One two three"
    assert first_line("One two three", 8) == "One two…"


def test_a_change_of_no_memo_is_none() -> None:
    with pytest.raises(ValueError, match="needs the memo"):
        _ = MemoChange(before=None, after=None).memo


def test_a_memo_can_be_linked_to() -> None:
    memo = Memo(id="01H", on=PROJECT, coder="a", text="t", created="c", changed="c")
    assert str(memo.thing) == "memo:01H"
