"""Words that nobody listed: which are masked on a guess, which flagged, which left alone."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.anonymising.findings import PERSON, PLACE, Finding
from notecode.anonymising.flags import new_guesses
from notecode.anonymising.marked_text import KEPT, MarkedText
from notecode.anonymising.protection import Kept
from notecode.anonymising.words.case_signs import CaseSigns
from notecode.anonymising.words.dictionary import Dictionary
from notecode.anonymising.words.sign_weights import WEIGHTS
from notecode.anonymising.words.signs import signs_of
from notecode.anonymising.words.spelling import tokens
from notecode.anonymising.words.unlisted import (
    ALIKE,
    FLAGS_PER_WORD,
    LETTERS,
    RECOGNISER,
    SMALL,
    Doubt,
    UnlistedWords,
    may_name,
    risk_of,
)
from notecode.raw import Person

WORDS = Dictionary(
    ["go", "meet", "car", "house", "cold", "work", "call", "man", "door", "step", "shop"],
    verbs=["go", "meet", "call"],
    past_forms=["went", "met"],
)
PADDING = " The car went to the house and the man met him at the door." * 20
"""Makes room for flags: they are in proportion to the words of a case."""


def at(text: str, part: str, kind: str = PERSON, score: float = 0.9) -> Finding:
    start = text.index(part)
    return Finding(start, start + len(part), kind, score, "roster")


def view_of(text: str, masked: Sequence[str] = (), kept: Sequence[str] = ()) -> MarkedText:
    places = [Kept(text.index(part), text.index(part) + len(part), False) for part in kept]
    return MarkedText(text, tokens(text), [at(text, part) for part in masked], places)


def signs(
    text: str, word: str, masked: Sequence[str] = (), people: Sequence[Person] = ()
) -> frozenset[str]:
    view = view_of(text, masked)
    start = text.index(f"⟦{word}") if "⟦" in text else text.index(word)
    index = next(i for i, each in enumerate(view.words) if each.start == start)
    return signs_of(view, index, CaseSigns([view], people), WORDS)


def weighed(
    text: str, masked: Sequence[str] = (), people: Sequence[Person] = (), padding: str = PADDING
) -> tuple[list[Finding], list[Doubt]]:
    whole = text + padding
    found = [at(whole, part) for part in masked]
    unlisted = UnlistedWords({whole: (tokens(whole), found, ())}, people, WORDS)
    return tuple(unlisted.on(whole))  # type: ignore[return-value]


def worded(text: str, places: Sequence[Finding | Doubt]) -> list[str]:
    return [text[place.start : place.end] for place in places]


@pytest.mark.parametrize(
    ("text", "word", "sign"),
    [
        ("Told Zorvex today", "Zorvex", "capital in mid-sentence"),
        ("Zorvex went out", "Zorvex", "capital at a start"),
        ("it was zorvex again", "zorvex", "small in a small line"),
        ("It was zorvex again", "zorvex", "small"),
        ("CALLED ZORVEX AT HOME", "ZORVEX", "in a line of capitals"),
        ("Spoke to PX and left", "PX", "a few capitals"),
        ("Spoke to ZORVEX and left it", "ZORVEX", "many capitals"),
        ("He saw Q today", "Q", "one capital"),
        ("He uses Zorvex now", "Zorvex", "after a word that names"),
        ("Told his brother Zorvex", "Zorvex", "after kin or a role"),
        ("Spoke to Zorvex", "Zorvex", "after a word of contact"),
        ("He works near Zorvex", "Zorvex", "after a word of place"),
        ("It was the Zorvex", "Zorvex", "after an article"),
        ("He saw Zorvex Road", "Zorvex", "before a kind of place"),
        ("He saw Zorvex's car", "Zorvex", "possessive"),
        ('He said "Zorvex" once', "Zorvex", "in quotation marks"),
        ("The man (Zorvex) went", "Zorvex", "alone in brackets"),
        ("See you\nZorvex xx", "Zorvex", "alone on its line"),
        ("Told Zorvex Panel", "Zorvex", "before a capitalised word"),
    ],
)
def test_a_sign_is_seen(text: str, word: str, sign: str) -> None:
    assert sign in signs(text, word)


@pytest.mark.parametrize(
    ("text", "word", "sign"),
    [
        ("Told. Zorvex went", "Zorvex", "capital in mid-sentence"),
        ("He spoke about it. To Zorvex", "Zorvex", "after a word of contact"),
        ("He saw Zorvex. Road closed", "Zorvex", "before a kind of place"),
        ('He "saw Zorvex" once', "Zorvex", "in quotation marks"),
        ("See you\nZorvex rang", "Zorvex", "alone on its line"),
        ("He recalls it", "recalls", "unknown word"),
    ],
)
def test_a_near_miss_is_not(text: str, word: str, sign: str) -> None:
    assert sign not in signs(text, word)


@pytest.mark.parametrize(
    ("text", "word", "masked", "sign"),
    [
        ("Jalen Zorvex rang", "Zorvex", ["Jalen"], "right behind a masked name"),
        ("Jalen / Zorvex rang", "Zorvex", ["Jalen"], "behind a masked name and a mark"),
        ("Saw Jalen and Zorvex", "Zorvex", ["Jalen"], "in a list with a masked name"),
        ("Saw Jalen. Zorvex rang", "Zorvex", ["Jalen"], "a masked name on its line"),
        ("Saw Marshall. Told Marsh it", "Marsh it", ["Marshall"], ""),
    ],
)
def test_masked_names_beside_it_are_signs(
    text: str, word: str, masked: list[str], sign: str
) -> None:
    found = signs(text, word.split(maxsplit=1)[0] if sign else "Told", masked)
    assert sign in found or not sign


def test_the_rest_of_the_case_gives_signs() -> None:
    one, other = view_of("Marvellin rang", ["Marvellin"]), view_of("Told Marv and Marvelin today")
    case = CaseSigns([one, other], ())
    assert "a name of the case, cut or in plural" in signs_of(other, 1, case, WORDS)
    assert "spelt nearly like a name of the case" in signs_of(other, 3, case, WORDS)
    assert "spelt nearly like a name of the case" not in signs_of(other, 4, case, WORDS)


def test_families_and_initials_of_the_case_are_signs() -> None:
    person = Person(id="p", role="SU", first_name="Quill", last_name="Brandt")
    view = view_of("Told Marvellin. Saw the Marvellins and QB and XY", ["Marvellin"])
    case = CaseSigns([view], [person])
    assert "a name of the case, cut or in plural" in signs_of(view, 4, case, WORDS)
    assert "initials of somebody of the case" in signs_of(view, 6, case, WORDS)
    assert "initials of somebody of the case" not in signs_of(view, 8, case, WORDS)


@pytest.mark.parametrize(
    ("text", "word", "weighed"),
    [
        ("Told Zorvex today", "Zorvex", True),
        ("it was zorvex again", "zorvex", True),
        ("The car is cold", "car", False),
        ("He saw it on Tuesday", "Tuesday", False),
        ("He can't on Wednesdays", "Wednesdays", False),
        ("Told SU today", "SU", False),
        ("Asked re Zorvex's Law", "Zorvex", False),
        ("He was at A&E today", "E", False),
        ("They saw Cat B there", "B", False),
        ("Ring T: 01632 960001", "T", False),
        ("Then I went home", "I", False),
        ("HE COULDN'T GO", "COULDN", False),
        ("Row 7b was free", "7", False),
        ("Seen at the Job Centre", "Job", False),
        ("Drives a Honda now", "Honda", False),
        ("Nothing on Liquidlogic", "Liquidlogic", False),
        ("Given Pabrinex today", "Pabrinex", False),
    ],
)
def test_which_words_are_weighed(text: str, word: str, weighed: bool) -> None:
    view = view_of(text)
    index = next(i for i in range(len(view.words)) if view.written(i) == word)
    assert may_name(view, index, CaseSigns([view], ()), WORDS) is weighed


@pytest.mark.parametrize(
    ("text", "masked", "kind"),
    [
        ("Jalen rang. Told Zorvex today. Zorvex said Zorvex went out.", "Zorvex", PERSON),
        ("Jalen rang. He went to Zorvex Road. We met in Zorvex Road again.", "Zorvex Road", PLACE),
    ],
)
def test_what_is_very_likely_a_name_is_masked(text: str, masked: str, kind: str) -> None:
    guesses, _ = weighed(text, ["Jalen"])
    assert masked in worded(text + PADDING, guesses)
    assert {(guess.recogniser, guess.score) for guess in guesses} == {(RECOGNISER, 0.6)}
    assert guesses[0].type == kind


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Jalen rang. He saw zorvex there.", SMALL),
        ("He saw PXW there.", LETTERS),
        ("Jalenby rang. It was with the Jalenbys.", ALIKE),
    ],
)
def test_what_is_doubtful_is_flagged_with_its_reason(text: str, reason: str) -> None:
    masked = [name for name in ("Jalenby", "Jalen ") if name in text][:1]
    guesses, doubts = weighed(text, [name.strip() for name in masked])
    assert guesses == [] or reason == ALIKE
    assert reason in {doubt.reason for doubt in doubts} or guesses


@pytest.mark.parametrize("word", ["freindly", "hosue"])
def test_a_slip_of_the_keyboard_is_no_guess(word: str) -> None:
    """Other unknown words are masked from a low risk, a slip from none."""
    text = f"it was a cold {word} day, the man went to the {word}\n{word}\nJalen rang."
    english = Dictionary(["friendly", "work", "house", "ring", "meet", "go", "car", "man", "door"])
    whole = text + PADDING
    unlisted = UnlistedWords({whole: (tokens(whole), [at(whole, "Jalen")], ())}, (), english)
    assert word not in worded(whole, unlisted.on(whole).guesses)


@pytest.mark.parametrize("word", ["Programme", "docx", "Surname", "CCTV"])
def test_words_of_forms_and_files_are_not_weighed(word: str) -> None:
    text = f"Told {word} at {word}, then {word} rang."
    guesses, doubts = weighed(text)
    assert word not in worded(text + PADDING, [*guesses, *doubts])


def test_plain_notes_are_left_alone() -> None:
    guesses, doubts = weighed("The man went to the shop and met him at the door.")
    assert (guesses, doubts) == ([], [])


def test_what_is_masked_or_kept_is_not_weighed() -> None:
    text = "Told Zorvex at Blorvek House." + PADDING.lower()
    kept = Kept(text.index("Blorvek"), text.index("House") + 5, False)
    unlisted = UnlistedWords({text: (tokens(text), [at(text, "Zorvex")], [kept])}, (), WORDS)
    assert unlisted.on(text) == ([], [])


def test_there_are_no_more_doubts_than_a_reviewer_can_look_at() -> None:
    text = " ".join(f"He saw Zor{chr(97 + n)}vex{chr(97 + n)} by it." for n in range(26)) * 4
    guesses, doubts = weighed(text, padding="")
    assert len(doubts) + len({text[g.start : g.end] for g in guesses}) <= 3 + len(guesses) + int(
        len(text.split()) * FLAGS_PER_WORD
    )


def test_the_riskiest_come_first() -> None:
    likely, unlikely = "Saw the brother Zorvex there.", "Blorvek went out."
    few = " Then it was cold." * 10
    guesses, doubts = weighed(f"{likely} {unlikely}", padding=few)
    risks = [doubt.risk for doubt in doubts]
    assert "Zorvex" in worded(f"{likely} {unlikely}{few}", [*guesses, *doubts])
    assert all(0 < risk < 1 for risk in risks)


def test_each_weight_is_of_a_sign_that_exists() -> None:
    """A renamed sign would lose its weight without a word."""
    source = "".join(
        open(f"src/notecode/anonymising/words/{name}.py", encoding="utf-8").read()  # noqa: PTH123, SIM115
        for name in ("signs", "case_signs")
    )
    parts = {part.strip() for sign in WEIGHTS for part in sign.split(", ", 1)}
    unknown = {
        part
        for part in parts
        if part not in source
        and not part.startswith(("after ", "before ", "behind ", "right "))
        and part != "cut or in plural"
    }
    assert unknown == set()


def test_risk_grows_with_signs_for_a_name() -> None:
    assert risk_of([]) < risk_of(["given name"])
    assert risk_of(["word of the field"]) < risk_of([])
    assert risk_of(["no such sign"]) == risk_of([])


def test_a_guess_is_asked_about_once_a_case() -> None:
    text = "Zorvex rang. ZORVEX came. Blorvek"
    found = [
        Finding(0, 6, PERSON, 0.6, RECOGNISER),
        Finding(13, 19, PERSON, 0.6, RECOGNISER),
        Finding(26, 33, PERSON, 0.9, "roster"),
    ]
    asked: set[str] = set()
    assert new_guesses(text, found, asked) == [True, False, False]
    assert new_guesses(text, found, asked) == [False, False, False]


def test_covers_of_words() -> None:
    view = view_of("Told [SU] and Jalen at Lantern", ["Jalen"], ["Lantern"])
    assert view.cover == ["", KEPT, "", PERSON, "", KEPT]
    assert "Jalen" not in repr(view)


@given(st.text(alphabet="ABab '\n.-(/\"é7", max_size=80))
def test_any_text_is_weighed_within_itself(text: str) -> None:
    guesses, doubts = weighed(text, padding="")
    spans = sorted((place.start, place.end) for place in [*guesses, *doubts])
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert weighed(text, padding="") == (guesses, doubts)
