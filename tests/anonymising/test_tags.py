"""The tags of one case: by role, by first occurrence, and the same in every later export."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.anonymising.engine import Anonymiser
from notecode.anonymising.findings import Finding
from notecode.anonymising.people.recalled_names import recalled_names
from notecode.anonymising.pseudonyms.memory import FORGETFUL, TagMemory
from notecode.anonymising.pseudonyms.role_tags import ROLE_STEMS
from notecode.anonymising.pseudonyms.tags import Pseudonyms
from notecode.anonymising.words.dictionary import Dictionary
from notecode.anonymising.words.spelling import standing_tags, tokens
from notecode.raw import Person, RawNote, Roster

KEY = bytes(range(32))


def people(*roles: str) -> Roster:
    return Roster("C", tuple(Person(id=f"p{n}", role=role) for n, role in enumerate(roles)))


def person_tags(
    roster: Roster, stems: dict[str, str] | None = None, memory: TagMemory = FORGETFUL
) -> dict[str, str]:
    pseudonyms = Pseudonyms(roster, stems or {}, [], memory=memory)
    return {
        person.id: pseudonyms.tag(Finding(0, 1, "PERSON", 1.0, "roster", person.id), "x")
        for person in roster.people
    }


def found(kind: str, written: str) -> tuple[Finding, str]:
    return Finding(0, len(written), kind, 0.9, "t"), written


def tags(
    kind: str, *written: str, roster: Roster | None = None, memory: TagMemory = FORGETFUL
) -> list[str]:
    findings = [found(kind, each) for each in written]
    pseudonyms = Pseudonyms(roster or people(), {}, findings, memory=memory)
    return [pseudonyms.tag(*each) for each in findings]


def remembered(kind: str, *written: str, earlier: TagMemory | None = None) -> TagMemory:
    """The memory after an export in which these were found."""
    memory = earlier or TagMemory("C", KEY)
    findings = [found(kind, each) for each in written]
    given_now = Pseudonyms(people(), {}, findings, memory=memory).given()
    return TagMemory("C", KEY, {*given_now, *memory._given})


def test_role_tags_follow_the_roster() -> None:
    roster = people("SU", "VS", "CHILD", "CHILD", "IDVA", "LODGER", "CASE_MANAGER")
    assert list(person_tags(roster).values()) == [
        "[SU]",
        "[VS]",
        "[CHILD_1]",
        "[CHILD_2]",
        "[IDVA_1]",
        "[PERSON_1]",
        "[CM_1]",
    ]


@pytest.mark.parametrize(
    ("role", "tag"),
    [
        ("SUBSTANCE_WORKER", "[SUBSTANCE_WORKER_1]"),
        ("HEALTH_VISITOR", "[HV_1]"),
        ("SOLICITOR", "[SOLICITOR_1]"),
        ("NEIGHBOUR", "[NEIGHBOUR_1]"),
        ("FRIEND", "[FRIEND_1]"),
        ("BROTHER", "[FAMILY_1]"),
        ("LODGER", "[PERSON_1]"),
    ],
)
def test_a_role_that_people_files_hold_keeps_its_name(role: str, tag: str) -> None:
    assert list(person_tags(people(role)).values()) == [tag]
    assert standing_tags(f"told {tag} so") == [(5, 5 + len(tag))]


def test_two_victims_are_numbered() -> None:
    assert list(person_tags(people("SU", "VS", "VS")).values()) == ["[SU]", "[VS_1]", "[VS_2]"]


def test_stems_can_be_given() -> None:
    tagged = person_tags(people("LANDLORD", "SU"), {"LANDLORD": "HOUSING"})
    assert list(tagged.values()) == ["[HOUSING_1]", "[SU]"]


@pytest.mark.parametrize("stem", sorted(set(ROLE_STEMS.values())))
def test_every_stem_makes_a_tag_that_is_recognised_as_one(stem: str) -> None:
    assert standing_tags(f"[{stem}_1]") == [(0, len(stem) + 4)]


@pytest.mark.parametrize(
    ("kind", "first", "second", "same"),
    [
        ("DATE", "14/02/2017", "14th Feb 17", True),
        ("DATE", "2017-02-14", "14.2.17", True),
        ("DATE", "14/2", "14th February", True),
        ("DATE", "14/2", "15/2", False),
        ("PHONE", "07700 900123", "+44 7700 900123", True),
        ("POSTCODE", "HU5 3PL", "hu53pl", True),
        ("PERSON", "Denise Wainfleet", "denise", True),
        ("PERSON", "Denise", "Denise Wainfleet", True),
        ("PERSON", "Wainfleet, Denise", "Denise Wainfleet", True),
        ("PERSON", "Denise", "Doreen", False),
        ("SCHOOL", "Oakfield Primary", "oakfield primary", True),
    ],
)
def test_one_thing_one_tag(kind: str, first: str, second: str, same: bool) -> None:
    one, other = tags(kind, first, second)
    assert (one == other) is same
    (again,) = tags(kind, second, memory=remembered(kind, first))
    assert (again == one) is same, "and in a later export"


def test_numbers_start_above_standing_tags() -> None:
    findings = [found("PERSON", "Denise"), found("DATE", "1/2"), found("PHONE", "07700 900123")]
    pseudonyms = Pseudonyms(
        people("OFFENDER_MANAGER"), {}, findings, texts=["told [PERSON_4] on [DATE_2]"]
    )
    assert [pseudonyms.tag(*each) for each in findings] == ["[PERSON_5]", "[DATE_3]", "[PHONE_1]"]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Denise Wainfleet", "Denise Orme", "Denise"), (1, 2, 3)),
        # The lone first name comes first, and still is neither of the two.
        (("Denise", "Denise Wainfleet", "Denise Orme"), (1, 2, 3)),
        (("Denise", "Orme", "Denise Orme"), (1, 1, 1)),
        (("Denise Ann Orme", "Ann", "Denise Orme"), (1, 1, 1)),
    ],
)
def test_a_name_that_fits_two_people_is_a_third(
    names: Sequence[str], expected: Sequence[int]
) -> None:
    assert tags("PERSON", *names) == [f"[PERSON_{n}]" for n in expected]


# ---- later exports ---------------------------------------------------------------------------


def test_strangers_keep_their_tags_whoever_comes_first_later() -> None:
    memory = remembered("PERSON", "Denise Wainfleet", "Bogdan")
    assert tags("PERSON", "Yusuf", "Bogdan", "Denise", memory=memory) == [
        "[PERSON_3]",
        "[PERSON_2]",
        "[PERSON_1]",
    ]


def test_a_fuller_name_later_is_the_same_person() -> None:
    memory = remembered("PERSON", "Denise")
    assert tags("PERSON", "Denise Wainfleet", memory=memory) == ["[PERSON_1]"]


def test_two_fuller_names_later_are_not_both_the_same_person() -> None:
    memory = remembered("PERSON", "Denise")
    assert tags("PERSON", "Denise Orme", "Denise Wainfleet", memory=memory) == [
        "[PERSON_2]",
        "[PERSON_3]",
    ]


def test_a_second_fuller_name_in_a_third_export_is_somebody_else() -> None:
    memory = remembered("PERSON", "Denise")
    memory = remembered("PERSON", "Denise Wainfleet", earlier=memory)
    assert tags("PERSON", "Denise Orme", memory=memory) == ["[PERSON_2]"]


def test_people_of_the_roster_keep_their_tags_and_new_ones_get_new_numbers() -> None:
    first = people("SU", "CHILD", "CHILD")
    given_first = Pseudonyms(first, {}, [], memory=TagMemory("C", KEY)).given()
    memory = TagMemory("C", KEY, given_first)
    older = Person(id="p00", role="CHILD")
    later = Roster("C", (older, first.people[2], first.people[0]))
    assert person_tags(later, memory=memory) == {
        "p00": "[CHILD_3]",
        "p2": "[CHILD_2]",
        "p0": "[SU]",
    }, "and the number of the child who is gone is not given again"


def test_a_second_service_user_later_leaves_the_first_one_his_tag() -> None:
    memory = TagMemory(
        "C", KEY, Pseudonyms(people("SU"), {}, [], memory=TagMemory("C", KEY)).given()
    )
    assert person_tags(people("SU", "SU"), memory=memory) == {"p0": "[SU]", "p1": "[SU_2]"}


def test_without_ids_people_are_known_by_name_whatever_their_row() -> None:
    def unnumbered(*names: str) -> Roster:
        return Roster(
            "C",
            tuple(
                Person(id=f"C-P{n}", role="CHILD", first_name=name, has_id=False)
                for n, name in enumerate(names, 1)
            ),
        )

    first = unnumbered("Tyreece", "Amira")
    given_first = Pseudonyms(first, {}, [], memory=TagMemory("C", KEY)).given()
    before = person_tags(first, memory=TagMemory("C", KEY))
    later = person_tags(
        unnumbered("Zofia", "Amira", "Tyreece"), memory=TagMemory("C", KEY, given_first)
    )
    assert later == {"C-P3": before["C-P1"], "C-P2": before["C-P2"], "C-P1": "[CHILD_3]"}
    assert person_tags(unnumbered("Amira", "Tyreece")) == {
        "C-P1": before["C-P2"],
        "C-P2": before["C-P1"],
    }


def _named(*rows: tuple[str, str, str]) -> Roster:
    return Roster(
        "C",
        tuple(
            Person(id=number, role="CHILD", first_name=first, last_name=last)
            for number, first, last in rows
        ),
    )


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        # Ids that are row numbers: the rows changed places.
        ([("1", "Babar", "Ashraf"), ("2", "Anna", "Patel")], {"2": "A", "1": "B"}),
        # A row went, and the next one moved up into its number.
        ([("1", "Babar", "Ashraf")], {"1": "B"}),
        # Somebody new stands in the row of somebody who went.
        ([("1", "Zofia", "Wrona"), ("2", "Babar", "Ashraf")], {"1": "new", "2": "B"}),
        # Another surname under the same id is the same person.
        ([("1", "Anna", "Mistry"), ("2", "Babar", "Ashraf")], {"1": "A", "2": "B"}),
        ([("1", "", ""), ("2", "Babar", "Ashraf")], {"1": "A", "2": "B"}),
    ],
)
def test_a_tag_stays_with_its_person_where_ids_are_rows_that_move(
    later: list[tuple[str, str, str]], expected: dict[str, str]
) -> None:
    first = _named(("1", "Anna", "Patel"), ("2", "Babar", "Ashraf"))
    rows = Pseudonyms(first, {}, [], memory=TagMemory("C", KEY)).given()
    known = {"A": "[CHILD_1]", "B": "[CHILD_2]", "new": "[CHILD_3]"}
    tagged = person_tags(_named(*later), memory=TagMemory("C", KEY, rows))
    assert tagged == {number: known[who] for number, who in expected.items()}


def test_two_of_one_name_are_told_apart_by_their_ids() -> None:
    roster = _named(("1", "John", "Pugh"), ("2", "John", "Pugh"))
    rows = Pseudonyms(roster, {}, [], memory=TagMemory("C", KEY)).given()
    turned = _named(("2", "John", "Pugh"), ("1", "John", "Pugh"))
    assert person_tags(turned, memory=TagMemory("C", KEY, rows)) == {
        "1": "[CHILD_1]",
        "2": "[CHILD_2]",
    }


def _namesakes(*rows: tuple[str, date | None]) -> Roster:
    return Roster(
        "C",
        tuple(
            Person(id=f"C-P{n}", role=role, first_name="John", last_name="Pugh", dob=born)
            for n, (role, born) in enumerate(rows, 1)
        ),
    )


GP, BROTHER, UNCLE = ("GP", None), ("BROTHER", None), ("UNCLE", None)
ELDER, YOUNGER = ("CHILD", date(2010, 1, 1)), ("CHILD", date(2014, 1, 1))


@pytest.mark.parametrize(
    "exports",
    [
        [(GP, BROTHER), (GP, BROTHER), (BROTHER, GP), (GP, BROTHER)],
        [(GP,), (BROTHER, GP), (BROTHER,), (GP, BROTHER)],
        [(UNCLE, BROTHER), (BROTHER,), (UNCLE,), (BROTHER, UNCLE)],
        [(ELDER, YOUNGER), (YOUNGER,), (YOUNGER, ELDER), (ELDER,)],
    ],
)
def test_two_of_one_name_without_ids_keep_their_tags(
    exports: list[tuple[tuple[str, date | None], ...]],
) -> None:
    memory = TagMemory("C", KEY)
    known: dict[tuple[str, date | None], str] = {}
    for rows in exports:
        roster = _namesakes(*rows)
        roster = Roster("C", tuple(replace(person, has_id=False) for person in roster.people))
        tagged = person_tags(roster, memory=memory)
        for number, who in enumerate(rows, 1):
            assert known.setdefault(who, tagged[f"C-P{number}"]) == tagged[f"C-P{number}"]
        given_now = Pseudonyms(roster, {}, [], memory=memory).given()
        memory = TagMemory("C", KEY, {*given_now, *memory._given})
    assert len(set(known.values())) == len(known)


def test_rows_that_nothing_tells_apart_keep_their_tags_between_them() -> None:
    roster = _namesakes(BROTHER, BROTHER)
    roster = Roster("C", tuple(replace(person, has_id=False) for person in roster.people))
    memory = TagMemory("C", KEY)
    for _ in range(3):
        assert sorted(person_tags(roster, memory=memory).values()) == ["[FAMILY_1]", "[FAMILY_2]"]
        given_now = Pseudonyms(roster, {}, [], memory=memory).given()
        memory = TagMemory("C", KEY, {*given_now, *memory._given})


def test_once_the_key_is_gone_numbers_go_on_above_and_the_service_user_stays() -> None:
    findings = [found("PERSON", "Denise")]
    roster = people("SU", "CHILD")
    rows = Pseudonyms(roster, {}, findings, memory=TagMemory("C", KEY)).given()
    gone = TagMemory("C", b"other" * 8, [row._replace(digest="") for row in rows])
    assert gone.is_forgotten
    pseudonyms = Pseudonyms(roster, {}, findings, memory=gone)
    assert pseudonyms.tag(*findings[0]) == "[PERSON_2]"
    assert person_tags(roster, memory=gone) == {"p0": "[SU]", "p1": "[CHILD_2]"}


def test_what_is_remembered_says_nothing_without_the_key() -> None:
    memory = TagMemory("C", KEY)
    rows = Pseudonyms(people("SU"), {}, [found("PERSON", "Denise Orme")], memory=memory).given()
    shown = repr(rows) + repr(memory)
    assert "denise" not in shown.lower()
    assert "p0" not in shown
    assert KEY.hex() not in shown
    assert "key hidden" in repr(memory)
    other = Pseudonyms(
        people("SU"), {}, [found("PERSON", "Denise Orme")], memory=TagMemory("C", b"x" * 32)
    ).given()
    assert not {row.digest for row in rows} & {row.digest for row in other}
    elsewhere = Pseudonyms(
        people("SU"), {}, [found("PERSON", "Denise Orme")], memory=TagMemory("D", KEY)
    ).given()
    assert not {row.digest for row in rows} & {row.digest for row in elsewhere}, "nor across cases"
    assert Pseudonyms(people("SU"), {}, [found("PERSON", "Denise")]).given() == ()


NAMES = st.lists(
    st.sampled_from(["amy", "bo", "cy", "dee"]), min_size=1, max_size=3, unique=True
).map(" ".join)


@given(st.lists(NAMES, min_size=1, max_size=8), st.lists(NAMES, min_size=1, max_size=8))
def test_no_tag_changes_its_meaning_whatever_comes_later(
    first: list[str], second: list[str]
) -> None:
    before = dict(zip(first, tags("PERSON", *first, memory=TagMemory("C", KEY)), strict=True))
    memory = remembered("PERSON", *first)
    both = dict(zip(second, tags("PERSON", *second, memory=memory), strict=True))
    for name, given_before in before.items():
        assert both.get(name, given_before) == given_before
    new = {each for each in both.values() if each not in before.values()}
    assert not new & memory.tags()


@given(st.lists(NAMES, min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_who_is_one_person_does_not_depend_on_the_order(names: list[str], random) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(names)
    random.shuffle(shuffled)
    one = dict(zip(names, tags("PERSON", *names), strict=True))
    other = dict(zip(shuffled, tags("PERSON", *shuffled), strict=True))
    for a in names:
        for b in names:
            assert (one[a] == one[b]) == (other[a] == other[b])


def test_the_engine_gives_the_same_in_any_order_and_in_parts(anonymiser: Anonymiser) -> None:
    roster = Roster(
        "C",
        (
            Person(id="P2", role="SU", first_name="Rhodri", last_name="Pugh"),
            Person(id="P10", role="CHILD", first_name="Tomos", last_name="Pugh"),
            Person(id="P3", role="CHILD", first_name="Elen", last_name="Pugh"),
        ),
    )
    notes = [
        RawNote(id=f"n{n}", case_id="C", text=text, date=date(2020, 1, n))
        for n, text in enumerate(
            (
                "Spoke to Mrs Okonkwo next door about Tomos.",
                "Elen said that Rhodri rang on 3 March 2020 from 07700 900123.",
                "Meeting with Mr Szymon Wrona of the allotment and Mrs Okonkwo.",
            ),
            1,
        )
    ]

    def texts(chosen: list[RawNote], people: Roster, memory: TagMemory) -> dict[str, str]:
        done = anonymiser.anonymise_case("C", "", chosen, people, memory=memory)
        return {each.note.id: each.note.text for each in done.notes}

    whole = texts(notes, roster, TagMemory("C", KEY))
    assert "[CHILD_2]" in whole["n1"]
    assert "[CHILD_1]" in whole["n2"], "P3 comes before P10"
    turned = Roster("C", roster.people[::-1])
    assert texts(notes[::-1], turned, TagMemory("C", KEY)) == whole
    first = anonymiser.anonymise_case("C", "", notes[:2], roster, memory=TagMemory("C", KEY))
    later = texts(notes[2:], turned, TagMemory("C", KEY, first.tags))
    assert later["n3"] == whole["n3"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("then okonkwo rang", ["okonkwo"]),
        ("szymon wrona rang", ["szymon wrona"]),
        ("the wrona plot; szymon left", ["wrona", "szymon"]),
        ("an okonk rang", []),
        ("the allotment", []),
    ],
)
def test_a_stranger_of_an_earlier_export_is_recalled(
    dictionary: Dictionary, text: str, expected: list[str]
) -> None:
    memory = remembered("PERSON", "Okonkwo", "Szymon Wrona")
    found_again = recalled_names(text, tokens(text), memory, dictionary)
    assert [text[each.start : each.end] for each in found_again] == expected
    assert not list(recalled_names(text, tokens(text), FORGETFUL, dictionary))
