"""Surrogate names: whose, in which form, always the same, and never a real name of the case."""

from collections.abc import Iterable, Mapping
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notecode.anonymising.leak_check import LeakSearch, find_leaks
from notecode.anonymising.names.origins import NAME_LISTS, origin_of
from notecode.anonymising.pseudonyms.memory import FORGETFUL, TagMemory
from notecode.anonymising.pseudonyms.surrogate_supply import LOCALES, candidate, gender_of
from notecode.anonymising.pseudonyms.surrogates import (
    Bearer,
    NameSeen,
    Surrogates,
    bearer_of,
    bearer_seen,
    real_words,
)
from notecode.anonymising.pseudonyms.surrogates_given import SurrogatesGiven, days_given
from notecode.anonymising.words.dictionary import Dictionary
from notecode.anonymising.words.spelling import fold, folded_words
from notecode.anonymising.words.vocabulary import KEPT_WORDS
from notecode.errors import ProjectError
from notecode.raw import Person, Roster

KEY = bytes(range(32))
WORDS = Dictionary(["market", "preston", "stone"])
FIRSTS = ("Zebediah", "Agnieszka", "Rhian", "Precious", "Mohammed", "Ioana", "Linh", "Gurpreet")
LASTS = ("Quillfeather", "Nowak", "Pugh", "Adeyinka", "Hussain", "Popescu", "Nguyen", "Sandhu")


def person(number: int, first: str, last: str, **more: str) -> Person:
    return Person(id=f"p{number}", role="SU", first_name=first, last_name=last, **more)


def surrogates(
    people: Mapping[str, Person],
    *,
    words: Iterable[str] = (),
    memory: TagMemory | None = None,
    strangers: Mapping[str, Bearer] | None = None,
) -> Surrogates:
    bearers = {tag: bearer_of(each) for tag, each in people.items()} | dict(strangers or {})
    taken = {*words, *real_words(people.values())}
    return Surrogates(bearers, taken, memory or TagMemory("C1", KEY), WORDS)


def name_of(found: Surrogates, tag: str, full: str) -> str:
    return found.write(tag, full).removesuffix(f" {tag}")


# ---- forms -----------------------------------------------------------------------------------

PRYCE = person(1, "Catherine", "Pryce-Bowen", title="Ms")


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("Catherine Pryce-Bowen", "{first} {last}"),
        ("Catherine Pryce", "{first} {last}"),
        ("Pryce-Bowen, Catherine", "{last}, {first}"),
        ("Catherine", "{first}"),
        ("Cath", "{first}"),
        ("Pryce Bowen", "{last}"),
        ("Bowen", "{last}"),
        ("C. Pryce", "{f}. {last}"),
        ("Pryce-Bowen C", "{last} {f}"),
        ("CATHERINE PRYCE", "{FIRST} {LAST}"),
        ("catherine", "{small}"),
        ("CPB", "{F}{L}"),
        ("cp", "{fl}"),
        ("C.P.", "{f}.{L}."),
        ("Cathrine", "{first}"),
        ("Pryse", "{last}"),
        ("CatherinePryceBowen", "{first}{last}"),
        ("Ms Pryce", "Ms {last}"),
    ],
)
def test_each_form_of_a_name_is_that_form_of_the_surrogate(written: str, form: str) -> None:
    found = surrogates({"[OM_1]": PRYCE})
    first, last = name_of(found, "[OM_1]", "Catherine Bowen").split()
    assert {fold(first), fold(last)}.isdisjoint({"catherine", "pryce", "bowen", "cath"})
    expected = form.format(
        first=first,
        last=last,
        f=first[0],
        F=first[0],
        L=last[0],
        FIRST=first.upper(),
        LAST=last.upper(),
        small=first.lower(),
        fl=(first[0] + last[0]).lower(),
    )
    assert found.write("[OM_1]", written) == f"{expected} [OM_1]"


def test_the_tag_stands_behind_every_mention() -> None:
    found = surrogates({"[OM_1]": PRYCE})
    assert found.write("[OM_1]", "Pryce").endswith(" [OM_1]")


def test_a_particle_belongs_to_the_surname() -> None:
    found = surrogates({"[SU]": person(1, "Will", "O'Brannigan-Stott")})
    first, last = name_of(found, "[SU]", "Will Stott").split()
    assert name_of(found, "[SU]", "Will O'Brannigan-Stott") == f"{first} {last}"
    assert name_of(found, "[SU]", "O'Brannigan") == last


# ---- strangers -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seen", "firsts", "lasts"),
    [
        ([("Barnaby Wexcombe", "rang"), ("Wexcombe", "mr")], ("barnaby",), ("wexcombe",)),
        ([("Wexcombe, Barnaby", "")], ("barnaby",), ("wexcombe",)),
        ([("Wexcombe", "mrs")], (), ("wexcombe",)),
        ([("Tracey", "told")], ("tracey",), ()),
        ([("Hughes", "told")], (), ("hughes",)),
        ([("Zebbo", "told")], ("zebbo",), ()),
    ],
)
def test_which_words_of_a_strangers_name_are_the_surname(
    seen: list[tuple[str, str]], firsts: tuple[str, ...], lasts: tuple[str, ...]
) -> None:
    found = bearer_seen(NameSeen(*each) for each in seen)
    assert (found.firsts, found.lasts) == (firsts, lasts)


def test_a_title_tells_a_strangers_gender() -> None:
    assert bearer_seen([NameSeen("Wexcombe", "mrs")]).gender == "female"
    assert bearer_seen([NameSeen("Wexcombe", "mr"), NameSeen("Wexcombe")]).gender == "male"
    assert bearer_seen([NameSeen("Wexcombe", "told")]).gender == ""


# ---- style -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "last", "origin"),
    [
        ("Rhian", "Jones", "welsh"),
        ("Robert", "Smith", "english"),
        ("Zebediah", "Quillfeather", "english"),
        ("Sean", "Murphy", "irish"),
        ("Jan", "Kowalski", "polish"),
        ("Łukasz", "Wróbel", "polish"),
        ("Anna", "Zawadzka", "polish"),
        ("Mihai", "Popescu", "romanian"),
        ("Sarah", "Khan", "pakistani"),
        ("Gurpreet", "Singh", "indian"),
        ("Grace", "Adeyinka", "west-african"),
        ("Hiwa", "Barzani", "kurdish"),
        ("Walid", "Haddad", "arabic"),
        ("Mehmet", "Yılmaz", "turkish"),
        ("Nguyen Van", "Minh", "vietnamese"),
        ("Li", "Wei", "chinese"),
        ("Faduma", "Warsame", "somali"),
        ("", "", "english"),
    ],
)
def test_the_style_of_a_name(first: str, last: str, origin: str) -> None:
    assert origin_of(first, last) == origin


@pytest.mark.parametrize(
    ("first", "title", "role", "gender"),
    [
        ("catherine", "", "", "female"),
        ("cath", "", "", "female"),
        ("dave", "", "", "male"),
        ("rhian", "", "", "female"),
        ("chris", "", "", ""),
        ("chris", "mrs", "", "female"),
        ("zebediah", "mr", "", "male"),
        ("", "", "MOTHER", "female"),
        ("", "", "SU", ""),
        ("xqz", "dr", "", ""),
    ],
)
def test_what_tells_the_gender(first: str, title: str, role: str, gender: str) -> None:
    assert gender_of(first, title=title, role=role) == gender


@pytest.mark.parametrize("origin", ["english", *NAME_LISTS])
def test_every_style_has_names_in_latin_letters_for_both_genders(origin: str) -> None:
    for gender in ("female", "male", ""):
        names = {candidate(origin, gender, 7919**9 * n) for n in range(200)}  # type: ignore[arg-type]
        assert len(names) > 50
        assert all(fold(name.last)[:1].isascii() for name in names)
    assert origin in LOCALES or origin in NAME_LISTS


def test_no_shared_generator_is_touched() -> None:
    import random

    random.seed(11)
    before = random.getstate()
    surrogates({"[SU]": person(1, "Zebediah", "Quillfeather")})
    assert random.getstate() == before


# ---- always the same, never real ------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(
    names=st.lists(
        st.tuples(st.sampled_from(FIRSTS), st.sampled_from(LASTS)),
        min_size=1,
        max_size=7,
        unique=True,
    ),
    words=st.lists(st.sampled_from([*NAME_LISTS["welsh"].last, *NAME_LISTS["polish"].last])),
    case_id=st.text(min_size=1, max_size=4),
    shuffle=st.randoms(use_true_random=False),
)
def test_surrogates_are_kept_distinct_and_unlike_any_real_name(
    names: list[tuple[str, str]], words: list[str], case_id: str, shuffle: Random
) -> None:
    people = {f"[FAMILY_{n}]": person(n, *name) for n, name in enumerate(names, 1)}
    taken = [fold(word) for word in words]
    memory = TagMemory(case_id, KEY)
    found = surrogates(people, words=taken, memory=memory)
    given_names = {
        tag: name_of(found, tag, f"{each.first_name} {each.last_name}")
        for tag, each in people.items()
    }
    parts = [fold(part) for name in given_names.values() for part in name.split()]
    assert len(parts) == 2 * len(people)
    assert len(set(parts)) == len(parts), "nobody shares a part of a name"
    real = {word for each in people.values() for word in folded_words(
        f"{each.first_name} {each.last_name}"
    )}  # fmt: skip
    assert real.isdisjoint(parts)
    assert set(taken).isdisjoint(parts)
    assert not find_leaks(
        [("n", " ".join(given_names.values()))], [Roster("C", tuple(people.values()))]
    )
    # The words of a case are a set, and come in any order.
    shuffle.shuffle(taken)
    again = surrogates(people, words=taken, memory=TagMemory(case_id, KEY))
    assert {t: again.write(t, names[0][0]) for t in people} == {
        t: found.write(t, names[0][0]) for t in people
    }
    # A later export, of a part of them in any order, with words that stood in none before.
    later = list(people)
    shuffle.shuffle(later)
    kept = TagMemory(case_id, KEY, found.given())
    some = surrogates({tag: people[tag] for tag in later}, words=parts, memory=kept)
    assert {t: some.write(t, names[0][0]) for t in people} == {
        t: found.write(t, names[0][0]) for t in people
    }


def test_another_key_or_case_gives_other_names() -> None:
    people = {"[SU]": person(1, "Zebediah", "Quillfeather")}
    written = {
        surrogates(people, memory=memory).write("[SU]", "Zebediah Quillfeather")
        for memory in (TagMemory("C1", KEY), TagMemory("C2", KEY), TagMemory("C1", bytes(32)))
    }
    assert len(written) == 3


def test_nothing_that_is_remembered_holds_a_name() -> None:
    found = surrogates({"[SU]": person(1, "Zebediah", "Quillfeather")})
    assert all(set(row.digest) <= set("0123456789abcdef") for row in found.given())
    assert {row.tag for row in found.given()} == {"[SU]"}


def test_initials_are_no_abbreviation_of_the_field() -> None:
    for number in range(60):
        found = surrogates({"[SU]": PRYCE}, memory=TagMemory(f"C{number}", KEY))
        assert name_of(found, "[SU]", "cb") not in KEPT_WORDS


def test_where_no_name_is_left_the_tag_stands_alone() -> None:
    everything = type("Everything", (Dictionary,), {"__contains__": lambda *_: True})([])
    bearer = bearer_of(person(1, "Zebediah", "Quillfeather"))
    found = Surrogates({"[SU]": bearer}, (), TagMemory("C1", KEY), everything)
    assert found.write("[SU]", "Zebediah") == "[SU]"


def test_no_surrogates_without_a_key() -> None:
    with pytest.raises(ProjectError, match="linking key"):
        surrogates({}, memory=FORGETFUL)


def test_what_is_printed_holds_no_name() -> None:
    bearer = bearer_of(person(1, "Zebediah", "Quillfeather"))
    assert "zebediah" not in repr(bearer).lower()
    assert "Wexcombe" not in repr(NameSeen("Wexcombe", "mr"))


# ---- the gate --------------------------------------------------------------------------------

NAMESAKE = Roster("C9", (person(9, "Rhian", "Pugh"),))
GIVEN = frozenset({"Rhian Pugh [OM_1]", "Pugh [OM_1]", "RP [OM_1]"})


@pytest.mark.parametrize(
    ("text", "leaks"),
    [
        ("T/C to Rhian Pugh [OM_1], no reply.", False),
        ('"Pugh [OM_1]\'s view","Rhian Pugh [OM_1]"', False),
        ("Rhian Pugh [OM_1] Pugh [OM_1]", False),
        ("T/C to Rhian Pugh, no reply.", True),
        ("Rhian [OM_1] rang", True),
        ("Rhian Pugh [OM_2] rang", True),
        ("MsPugh [OM_1] and Rhian", True),
        ("Pugh Rhian Pugh [OM_1]", True),
        ("Rhian Pugh\n[OM_1]", True),
    ],
)
def test_the_gate_passes_a_surrogate_with_its_tag_and_nothing_else(text: str, leaks: bool) -> None:
    assert bool(find_leaks([("n", text)], [NAMESAKE], given=GIVEN)) is leaks
    assert find_leaks([("n", "Rhian Pugh [OM_1]")], [NAMESAKE]), "unless it is told"


def test_blanking_keeps_the_length_and_the_rest() -> None:
    text = "x Rhian Pugh [OM_1] y [SU] RP [OM_1]."
    blanked = SurrogatesGiven(GIVEN).blanked(text)
    assert len(blanked) == len(text)
    assert blanked.replace("]", "") == "x  y [SU .".replace("[SU ", "[SU ")
    assert SurrogatesGiven(["[OM_1]", "14/02/17"]).blanked(text) == text


def test_a_moved_day_is_no_day_of_another_case() -> None:
    passages = [("DATE", "14/02/2017"), ("DATE", "15/02/2017")]
    search = LeakSearch((), passages, given=["14th Feb 2017", "3 March", "Pugh [OM_1]"])
    assert search.find("seen 14/02/17") == []
    assert search.find("seen 15/02/17") == [("DATE", "")]
    assert list(days_given(["Pugh 1/2/17 [OM_1]"])) == []
