"""What was replaced in a note is found again from its original and its stored text."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.anonymising import Anonymiser
from notecode.anonymising.review.replaced import passages_behind, recovered_passages
from notecode.model import Mask, Span
from notecode.raw import RawNote, Roster


def masked(pieces: list[tuple[str, str]]) -> tuple[str, str, list[Mask]]:
    """Raw text, stored text and masks of pieces that are kept (first) and replaced (second)."""
    raw = text = ""
    masks = []
    for kept, replaced in pieces:
        raw += kept + replaced
        text += kept
        if replaced:
            masks.append(
                Mask(
                    span=Span(len(text), len(text) + 4),
                    type="PERSON",
                    pseudonym="[SU]",
                    recogniser="x",
                    score=1.0,
                )
            )
            text += "[SU]"
    return raw, text, masks


kept = st.text("ab. \n", min_size=1, max_size=6)
replaced = st.text("XYZ", min_size=1, max_size=4)


@given(st.lists(st.tuples(kept, replaced), max_size=6), kept)
def test_what_stands_between_the_tags_gives_the_passages(pieces, last) -> None:
    raw, text, masks = masked([*pieces, (last, "")])
    assert recovered_passages(raw, text, masks) == tuple(("PERSON", each) for _, each in pieces)


@given(st.lists(st.tuples(st.text(max_size=4), st.text(min_size=1, max_size=4)), max_size=5))
def test_any_original_fits_what_was_made_of_it(pieces) -> None:
    """Passages may be cut where they hold what stands between tags; nothing of them is lost."""
    raw, text, masks = masked(pieces)
    found = recovered_passages(raw, text, masks)
    assert found is not None
    between = "".join(piece for piece, _ in pieces)
    assert sum(len(passage) for _, passage in found) == len(raw) - len(between)


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "Rang Zebediah, no answer",
        "rang Zebediah, no reply",
        "Rang , no reply",
        "Rang Zebediah no reply",
        "Rang Zebediah, no reply ",
    ],
)
def test_another_original_does_not_fit(raw: str) -> None:
    _, text, masks = masked([("Rang ", "Zeb"), (", no reply", "")])
    assert recovered_passages(raw, text, masks) is None


def test_a_note_in_which_nothing_was_replaced() -> None:
    assert recovered_passages("Same.", "Same.", []) == ()
    assert recovered_passages("Same.", "Other.", []) is None
    assert recovered_passages("", "", []) == ()


def test_both_ways_agree_on_a_note(
    anonymiser: Anonymiser, roster: Roster, anonymise: Callable[[str], str]
) -> None:
    text = (
        "T/C to Will O'Brannigan-Stott on 07700 900123. Precious Adeyinka (VS) moved from"
        " 14 Larkspur Street, Tibbleton on 12/03/2017; e-mailed wob@example.com.\nNo reply."
    )
    note = RawNote(id="n1", case_id="C7", text=text, site="North")
    done = anonymiser.anonymise_case("C7", "North", [note], roster).notes[0]
    passages = passages_behind(done, note)
    assert ("PHONE", "07700 900123") in passages
    assert [kind for kind, _ in passages] == [mask.type for mask in done.masks]
    assert recovered_passages(text, done.note.text, done.masks) == passages
