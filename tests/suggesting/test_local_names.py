"""Names of local services that the notes explain once and then use by themselves."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.codebook import parse_codebook, shipped_codebook_text
from notecode.model import Note
from notecode.suggesting import AgencyMatcher, compile_suggester

BOOK, _ = parse_codebook(shipped_codebook_text(), "codebook.yaml")
assert BOOK is not None
MATCHER = AgencyMatcher(BOOK, "Northvale")


def learnt(*texts: str, site: str = "Northvale") -> dict[str, str]:
    named = {f"N{number}": text for number, text in enumerate(texts)}
    return {each.name: each.agency for each in MATCHER.names_explained(named, site)}


DRUGS = "substance-misuse"
EXPLAINED = [
    ("Letter from Quillmoor Homes.", "Quillmoor rang back.", "Quillmoor", "housing"),
    ("Rang the recovery worker at Larkrise.", "Larkrise say no.", "Larkrise", DRUGS),
    ("Met the drug service (Larkrise).", "Told Larkrise of the arrest.", "Larkrise", DRUGS),
    ("[VS] has a Fernhope Idva now.", "Fernhope: she is safe.", "Fernhope", "idva"),
    ("Referred to Larkrise (drug service).", "Larkrise have a place.", "Larkrise", DRUGS),
    ("Referred to Larkrise, the drug service.", "Larkrise agreed.", "Larkrise", DRUGS),
    ("Is at Quillmoor, the supported lodgings.", "Quillmoor rang.", "Quillmoor", "housing"),
    ("Met Quillmoor Park housing officer.", "Quillmoor Park said no.", "Quillmoor Park", "housing"),
    ("Call to Larkrise Recovery Hub.", "Rang Hub, Hub will write.", "Hub", DRUGS),
    ("At the daily risk briefing (DRB).", "DRB asked me to report.", "DRB", "multi-agency-fora"),
    ("To a drug service called Larkrise.", "Larkrise agreed.", "Larkrise", DRUGS),
    ("T/C HMP Larchmoor.", "Larchmoor have him. Larchmoor said no.", "Larchmoor", "prison"),
    ("[IDVA_1] from Fernhope rang.", "Fernhope told us of the calls.", "Fernhope", "idva"),
]

NOT_EXPLAINED = [
    # Nobody does anything by that name, or it is a place, a word, or of two agencies.
    ("Letter from Quillmoor Homes.", "He lives in Quillmoor."),
    ("Quillmoor police came out.", "He moved to Quillmoor. Rang from near Quillmoor."),
    ("Rang Housing officer.", "Rang the office."),
    ("Spoke Housing officer.", "Spoke to him."),
    ("Monday housing officer called.", "Monday: rang him."),
    ("Quillmoor Homes wrote.", "Quillmoor Idva rang. Quillmoor said no."),
    ("Quillmoor Homes wrote.", "Quillmoor Road was shut. He drove to Quillmoor Road."),
    ("Beacon Homes wrote.", "beacon beacon beacon. Beacon said no."),
    ("Northvale housing officer wrote.", "Northvale said no."),
    ("Police told Larkrise.", "Larkrise say he has not been."),
    ("Larkrise say he has not been.", "Rang Larkrise."),
    ("His brother [FAMILY_1] from Larkrise.", "Larkrise said no."),
    # A day, a person, where a place is, a surname that a hospital has, its noun beside it always.
    ("Not in until Tues MARAC.", "Tues said no. Rang Tues."),
    ("Met the drug worker (Robin).", "Robin said no."),
    ("Met Robin (CPN).", "Robin said no."),
    ("Booked into a youth hostel at Quillmoor.", "Rang Quillmoor."),
    ("Robin Ashworth rang.", "Robin said no."),
    ("Missed call from Quillmoor Row Surgery.", "Rang Quillmoor Row Surgery, left a message."),
]


def test_a_name_that_a_note_explains_is_learnt() -> None:
    for explains, alone, name, agency in EXPLAINED:
        assert learnt(explains, alone).get(name) == agency, (explains, alone)


def test_towns_words_and_names_that_nothing_explains_are_not() -> None:
    for texts in NOT_EXPLAINED:
        assert learnt(*texts) == {}, texts


def test_a_name_beside_a_title_takes_two_notes() -> None:
    once = ["Met the drug worker (Larkrise).", "Larkrise say no."]
    assert learnt(*once) == {}
    assert learnt(*once, "Rang the recovery worker (Larkrise).") == {"Larkrise": DRUGS}


def test_what_is_learnt_says_how() -> None:
    texts = {"N1": "Rang the recovery worker at Larkrise.", "N2": "Larkrise (drug service) say no."}
    (name,) = MATCHER.names_explained(texts, "Northvale")
    assert (name.notes, name.how) == (("N1", "N2"), ("apposition", "employer"))


def test_a_retired_agency_has_no_names_to_learn() -> None:
    assert BOOK is not None
    agencies = tuple(
        replace(each, status="retired") if each.id == "housing" else each for each in BOOK.agencies
    )
    matcher = AgencyMatcher(replace(BOOK, agencies=agencies), "Northvale")
    texts = {"N1": "Letter from Quillmoor Homes.", "N2": "Quillmoor rang back."}
    assert matcher.names_explained(texts, "Northvale") == ()
    assert MATCHER.names_explained(texts, "Northvale") != ()


def test_a_learnt_name_is_a_mention_and_says_so() -> None:
    suggester = compile_suggester(BOOK)
    note = Note(id="N1", case_id="C1", text="Quillmoor rang back about the rent.")
    assert suggester.for_note(note, "Northvale")[0] == ()
    texts = {"N0": "Letter from Quillmoor Homes.", "N1": note.text}
    suggester.learn("Northvale", texts)
    (mention,) = suggester.for_note(note, "Northvale")[0]
    assert (mention.span.cut(note.text), mention.rule) == ("Quillmoor", "learnt:housing")
    assert suggester.learnt["Northvale"][0].notes == ("N0",)
    assert suggester.for_note(note, "Elsewhere")[0] == ()
    suggester.learn("Northvale", texts, but=["Quillmoor"])
    assert suggester.for_note(note, "Northvale")[0] == ()


def test_the_long_name_is_one_mention() -> None:
    texts = {"N0": "Rang Quillmoor Homes.", "N1": "Quillmoor said no."}
    names = MATCHER.names_explained(texts, "Northvale")
    matcher = AgencyMatcher(BOOK, "Northvale", names)
    assert [
        s.cut("Rang Quillmoor Homes.") for s, *_ in matcher.candidates("Rang Quillmoor Homes.")
    ] == ["Quillmoor Homes"]


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_notes_does_not_matter(seed: int) -> None:
    texts = [text for explains, alone, *_ in EXPLAINED[:5] for text in (explains, alone)]
    shuffled = random.Random(seed).sample(texts, len(texts))
    assert learnt(*texts) == learnt(*shuffled)


_WORDS = (
    "Quillmoor Homes rang [OM_1] ( ) the housing officer at . , DRB police ’s Larkrise said - é"
)
_PIECES = st.sampled_from([*_WORDS.split(), "housing officer", "\n"])


@given(st.lists(st.lists(_PIECES, max_size=12).map(" ".join), max_size=4))
def test_nothing_that_is_listed_changes_and_spans_are_in_the_text(texts: list[str]) -> None:
    named = {f"N{number}": text for number, text in enumerate(texts)}
    names = MATCHER.names_explained(named, "Northvale")
    matcher = AgencyMatcher(BOOK, "Northvale", names)
    for text in texts:
        before = [(s, a) for s, a, _ in MATCHER.candidates(text)]
        after = [(s, a) for s, a, _ in matcher.candidates(text)]
        assert all(0 <= s.start < s.end <= len(text) for s, _ in after)
        for span, agency in before:
            assert any(
                a == agency and s.start <= span.start and span.end <= s.end for s, a in after
            )
