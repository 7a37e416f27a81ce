"""Passages of a note whose text was corrected: carried where the same words stand."""

import pytest

from notecode.anonymising.review.corrected import UnchangedPassages
from notecode.model import Span

OLD = "T/C to [PERSON_1], no reply. Emailed police. No reply. Rang [SU] again."


def carried(new: str, words: str, nth: int = 0) -> str | None:
    start = -1
    for _ in range(nth + 1):
        start = OLD.index(words, start + 1)
    found = UnchangedPassages(OLD, new)(Span(start, start + len(words)))
    return None if found is None else f"{found.start}:{found.cut(new)}"


@pytest.mark.parametrize(
    ("new", "words", "expected"),
    [
        ("On Friday: " + OLD, "T/C to [PERSON_1]", "11:T/C to [PERSON_1]"),
        (OLD + " ENTERED IN ERROR", "Rang [SU] again.", "55:Rang [SU] again."),
        (OLD.replace("police", "probation"), "Emailed police.", None),
        # The same words with another tag are about somebody else.
        (OLD.replace("[PERSON_1]", "[PERSON_7]"), "T/C to [PERSON_1]", None),
        (OLD.replace("[PERSON_1]", "[PERSON_11]"), "T/C to [PERSON_1", None),
        # Words said twice in the old text and once in the new one are not certain.
        (OLD + " Rang [SU] again.", "Rang [SU] again.", None),
        (OLD.replace("again", "against it"), "Rang [SU] again", None),
        ("", "Emailed police.", None),
    ],
)
def test_a_passage_is_carried_where_its_words_stand(
    new: str, words: str, expected: str | None
) -> None:
    assert carried(new, words) == expected


def test_words_that_stand_often_are_known_by_what_is_beside_them() -> None:
    new = "x " + OLD
    assert carried(new, "reply", 0) == f"{new.index('reply')}:reply"
    assert carried(new, "reply", 1) == f"{new.rindex('reply')}:reply"
    moved = OLD.replace("police. No reply. Rang", "court. He said no reply, so rang")
    assert carried(moved, "reply", 1) is None


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            "T/C to [SU] about housing.",
            "T/C to [SU], no reply. She refused housing.",
            "housing",
        ),
        ("[SU] threatened [VS]", "[VS] threatened [SU]", "[SU]"),
        ("[SU] threatened [VS]", "[VS] threatened [SU]", "threatened"),
        # What stands at a text's edge, or before a full stop, stands beside nothing.
        ("[SU] threatened [VS].", "[SU] was threatened.", "[SU]"),
        ("Saw [SU].", "Left with [SU].", "[SU]"),
    ],
)
def test_words_that_come_up_elsewhere_are_not_the_same(old: str, new: str, words: str) -> None:
    start = old.index(words)
    assert UnchangedPassages(old, new)(Span(start, start + len(words))) is None


def test_long_words_are_known_by_themselves_where_they_stand_once() -> None:
    said = "She said that [SU] had left the flat on Monday"
    carry = UnchangedPassages(f"Rang. {said}.", f"Visit: {said}; safe.")
    assert carry(Span(6, 6 + len(said))) == Span(7, 7 + len(said))
    twice = UnchangedPassages(f"Rang. {said}. Also: {said}.", f"Hm: {said}; safe {said}, well.")
    assert twice(Span(6, 6 + len(said))) is None


def test_it_hides_what_it_holds() -> None:
    assert "police" not in repr(UnchangedPassages(OLD, OLD))
