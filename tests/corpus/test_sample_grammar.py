"""The notation of the banks, and the labels that come out of it."""

import re
from datetime import date

import pytest
from corpus.generator import identifiers, names
from corpus.generator.banks import ACTS, BANKS, THREADS
from corpus.generator.banks.notation import act, lines
from corpus.generator.dice import Dice
from corpus.generator.grammar import Bank, Choice, Label, Piece, Slot, Words, parse
from corpus.generator.voices import STYLES, Voice, spoken
from hypothesis import given
from hypothesis import strategies as st

TEMPLATES = [
    (name, template)
    for name, bank in [
        *((name, act_.templates) for name, act_ in ACTS.items()),
        *BANKS.items(),
        *((f"{t}.{part}", bank) for t, parts in THREADS.items() for part, bank in parts.items()),
    ]
    for template in bank
]  # fmt: skip


def test_a_template_is_read_into_words_choices_slots_and_banks():
    assert parse("Rang {om} [re|about] <about>") == (
        Words("Rang "),
        Slot("om"),
        Words(" "),
        Choice(((Words("re"),), (Words("about"),))),
        Words(" "),
        Bank("about"),
    )


def test_choices_nest_and_may_be_empty():
    (choice,) = parse("[a [b|c]|]")
    assert choice == Choice(((Words("a "), Choice(((Words("b"),), (Words("c"),)))), ()))


@pytest.mark.parametrize("wrong", ["[a", "a]", "[a|[b]", "x]]"])
def test_brackets_that_do_not_match_are_refused(wrong: str):
    with pytest.raises(ValueError, match="unmatched"):
        parse(wrong)


def test_every_template_can_be_read():
    for name, template in TEMPLATES:
        assert parse(template), name


def test_every_bank_that_is_named_exists():
    special = {"about", "ask", "tell", "context", "fact"}
    for name, template in TEMPLATES:
        for bank in re.findall(r"<([a-z_.A0-9]+)>", template):
            assert bank in BANKS or bank in special, (name, bank)


def test_every_thread_says_all_that_can_be_asked_of_it():
    for name, parts in THREADS.items():
        assert set(parts) == {"about", "ask", "tell", "context"}, name


def test_no_template_is_written_twice_in_a_bank():
    for name, bank in [*BANKS.items(), *((n, a.templates) for n, a in ACTS.items())]:
        assert len(bank) == len(set(bank)), name


def test_acts_know_their_codes():
    assert act("a+b", "one\n\n  two ").codes == ("a", "b")
    assert lines("one\n\n  two ") == ("one", "two")


def test_taking_a_piece_moves_its_labels():
    inner = Piece()
    inner.add("x ")
    inner.add("Karen", "identifier", "PERSON DIRECT", "P1")
    outer = Piece("Rang ")
    outer.take(inner)
    (label,) = outer.labels
    assert outer.text[label.start : label.end] == "Karen"
    assert label.entity == "P1"


words = st.lists(
    st.tuples(st.sampled_from(["a", "  ", " ", ",", " .", "Rang", ":"]), st.booleans()),
    max_size=12,
)


@given(words)
def test_tidying_never_moves_a_label_off_its_words(parts: list[tuple[str, bool]]):
    piece = Piece()
    wanted = []
    for n, (text, labelled) in enumerate(parts):
        if labelled:
            piece.add(f"N{n}", "keep", str(n))
            wanted.append((str(n), f"N{n}"))
        piece.add(text)
    piece.tidy()
    assert [(x.value, piece.text[x.start : x.end]) for x in piece.labels] == wanted
    assert "  " not in piece.text
    assert not piece.text.startswith(" ")
    assert not piece.text.endswith(" ")


def test_a_change_of_case_may_not_move_labels():
    piece = Piece("straße")
    with pytest.raises(ValueError, match="length"):
        piece.recase(str.upper)


def test_a_label_moves():
    assert Label(1, 3, "keep", "x").moved(4) == Label(5, 7, "keep", "x")


@given(st.text(max_size=8))
def test_the_same_seed_gives_the_same_draws(seed: str):
    one, two = Dice(seed), Dice(seed)
    assert [one.between(1, 99) for _ in range(20)] == [two.between(1, 99) for _ in range(20)]
    assert one.shuffled("abcdef") == two.shuffled("abcdef")


def test_the_draws_are_those_of_every_supported_python():
    dice = Dice("7 fixed")
    assert [dice.between(0, 999) for _ in range(5)] == FIXED
    assert sorted(dice.shuffled("abc")) == ["a", "b", "c"]


FIXED = [936, 874, 418, 605, 868]


@given(st.integers(1, 50), st.integers(0, 10**6))
def test_a_bank_wears_evenly(count: int, seed: int):
    dice = Dice(str(seed))
    drawn = [dice.fresh("bank", count) for _ in range(count * 8)]
    assert all(0 <= n < count for n in drawn)
    assert max(map(drawn.count, set(drawn))) <= 24


@given(st.integers(0, 10**6))
def test_weights_of_nothing_are_never_drawn(seed: int):
    assert Dice(str(seed)).weighted([("never", 0.0), ("always", 1.0)]) == "always"


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (0, "14/2"), (1, "14/2/17"), (2, "14/02/2017"), (3, "14.2.17"), (4, "14th Feb"),
        (5, "Tues 14th Feb"), (6, "14 February"), (7, "14th February 2017"),
        (8, "14th of February"), (9, "Tues 14/2"),
    ],
)  # fmt: skip
def test_how_dates_are_written(form: int, text: str):
    assert identifiers.written(date(2017, 2, 14), form) == text


@pytest.mark.parametrize(
    ("day", "ordinal"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (12, "12th"),
                         (13, "13th"), (21, "21st"), (22, "22nd"), (23, "23rd"), (30, "30th")]
)  # fmt: skip
def test_ordinals(day: int, ordinal: str):
    assert identifiers.written(date(2017, 1, day), 4) == f"{ordinal} Jan"


@given(st.integers(0, 10**6), st.integers(1, 80), st.dates(date(2016, 1, 1), date(2017, 12, 31)))
def test_a_birthday_makes_somebody_that_old(seed: int, age: int, on: date):
    born = identifiers.birthday(Dice(str(seed)), age, on)
    assert age <= (on - born).days / 365.25 + 0.1
    assert (on - born).days / 365.25 < age + 1.1


@given(st.sampled_from([n for m, f, _ in names.TRADITIONS.values() for n in (m + " " + f).split()]),
       st.integers(0, 999))  # fmt: skip
def test_a_slip_is_one_letter(name: str, seed: int):
    if len(name) < 5 or not name.isalpha():
        return
    slip = names.misspelt(name, Dice(str(seed)))
    assert abs(len(slip) - len(name)) <= 1
    assert slip[0] == name[0]
    assert slip != name


@pytest.mark.parametrize(
    ("name", "plain"),
    [("Łukasz", "Lukasz"), ("Siôn", "Sion"), ("Ștefania", "Stefania"), ("Bríd", "Brid")],
)
def test_accents_fold(name: str, plain: str):
    assert names.folded(name) == plain


def test_names_and_tables_keep_their_length_in_any_case():
    for men, women, last in names.TRADITIONS.values():
        for name in f"{men} {women} {last}".split():
            assert len(name.upper()) == len(name.lower()) == len(name)


@pytest.mark.parametrize("site", sorted(STYLES))
def test_an_author_keeps_to_their_habits(site: str, author: object):
    for n, style in enumerate(STYLES[site]):
        voice = Voice(author=author, key=f"{n}", **{**style, "typos": 0.0})  # type: ignore[arg-type]
        text = spoken("he didn't say and won't", voice, Dice("x"))
        assert ("'" in text) == voice.apostrophes


@pytest.fixture
def author() -> object:
    from corpus.generator.people import Person

    return Person("P1", "CASE_MANAGER", "Ann", "Other", True)
