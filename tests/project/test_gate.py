"""The last search: blind to our own ids and to coders as such, and to nothing else."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.errors import LeakError
from notecode.exporting import Said
from notecode.exporting.writing import lines_of
from notecode.model import Note
from notecode.project.coding.session import open_coding
from notecode.project.exporting.refused import flagging_what_is_refused
from notecode.project.exporting.study import export
from notecode.project.gate import ExportGate, Wanted, search
from notecode.project.reviewing.let_stand import (
    LetStand,
    StandingWord,
    is_quoted,
    said_of,
    words_let_stand,
)
from notecode.project.reviewing.to_review import REFUSED, what_is_left
from notecode.raw import Person, Roster
from notecode.store.connection import Database
from notecode.store.notes import load_note
from review_study import PEOPLE, ReviewStudy

ROSTER = Roster(
    "C1",
    (
        Person(
            id="P1",
            role="SU",
            first_name="Jay",
            last_name="Quillfeather",
            phones=("07700 900461",),
            identifiers=("123456789012",),
        ),
        Person(id="P2", role="VS", first_name="Amina", last_name="Thistlewood"),
    ),
)


def file(name: str, text: str) -> Said:
    return Said(name, lambda: lines_of(text))


ULID = "5MEM3JBYSE1JAY7AFHMD4NYZ4V"


@pytest.mark.parametrize(
    "text", ["", ULID, f"{ULID},N1", "0123456789abjay" + "0" * 49, "digest 339ee4ec12cf", "days"]
)
def test_ids_of_ours_are_no_names(text: str) -> None:
    assert search([("x", text)], [ROSTER]) == []


@pytest.mark.parametrize(
    "text",
    [
        "rang Jay today",
        "QUILLFEATHER",
        "447700900461",
        "+447700900461",
        "07700900461",
        "ref 123456789012",
        f"{ULID} quillfeather",
    ],
)
def test_names_and_numbers_are_found(text: str) -> None:
    assert [leak.person_id for leak in search([("x", text)], [ROSTER])] == ["P1"]


@pytest.mark.parametrize(
    ("text", "leaks"),
    [
        ("N1,disruption,amina,hand", 0),
        ("amina", 0),
        ("notecode 0.1.0; coding of amina; made up", 0),
        ("Coding of amina alone.", 0),
        ("References of: amina", 0),
        ("Coders: amina, bea", 0),
        ("Tables by code (descendants, amina); by code, agency (own, amina):", 0),
        ("| amina | 3 | 2 |", 0),
        ('"reviewer": "amina",', 0),
        ("| told amina | 3 |", 1),
        ('"case": "amina",', 1),
        ("asked for references of amina", 1),
        ("called (his own, amina)", 1),
        ("rang amina about it", 1),
        ("Amina", 1),
        ("N1,told amina,hand", 1),
    ],
)
def test_a_coder_may_bear_the_name_of_somebody_in_a_case(text: str, leaks: int) -> None:
    assert len(search([("x", text)], [ROSTER], coders=["amina", "bea"])) == leaks


def test_the_gate_names_lines_and_types_and_no_text() -> None:
    gate = ExportGate(Wanted(rosters=(ROSTER,)))
    gate(file("fine.csv", "code,references\ncontact,3\n"))
    with pytest.raises(LeakError) as caught:
        gate(file("bad.csv", "a,b\nfine,1\nJay Quillfeather,2\n"))
    message = str(caught.value)
    assert "bad.csv, line 3" in message
    assert "PERSON" in message
    assert "Quill" not in message


def test_the_gate_knows_uk_numbers_of_people_it_has_never_heard_of() -> None:
    with pytest.raises(LeakError, match="POSTCODE"):
        ExportGate(Wanted())(file("x.csv", "seen at SW1A 1AA"))


ULID = "01C0000000JAY8FEMS30TDR0EQ"


@pytest.mark.parametrize(
    ("text", "leaks"),
    [
        (ULID, False),
        (f"{ULID}\n{ULID}", False),
        ("a1" * 32, False),
        (f"{ULID} Jay", True),
        (f"{ULID}\nJay", True),
        (f"Jay\n{ULID}", True),
        (f"{ULID}X", True),
        (f"{ULID} SW1A 1AA", True),
    ],
)
def test_ids_of_ours_hide_nothing_that_stands_beside_them(text: str, leaks: bool) -> None:
    gate = ExportGate(Wanted(rosters=(ROSTER,)))
    said = Said("x.csv", lambda: iter([("row 2", ULID), ("row 3", text)]))
    if leaks:
        with pytest.raises(LeakError, match="row 3"):
            gate(said)
    else:
        gate(said)


@pytest.mark.parametrize("rosters", [(), (ROSTER,)])
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("write to a.nother@example.org", "EMAIL"),
        ("seen at SW1A 1AA", "POSTCODE"),
        ("NI QQ 12 34 56 C", ""),
        ("NI AB 12 34 56 C", "NATIONAL_INSURANCE"),
        ("NHS 943 476 5919", "NHS_NUMBER"),
        ("drives AB12 CDE", "VEHICLE"),
        ("held as A1234BC", "PRISON_NUMBER"),
        ("rang 020 7946 0018", "PHONE"),
        ("PNC 99/12345K", "REFERENCE"),
        ("nobody by [OM_1]", ""),
    ],
)
def test_patterns_are_sought_with_and_without_people(
    rosters: tuple[Roster, ...], text: str, kind: str
) -> None:
    gate = ExportGate(Wanted(rosters=rosters))
    if kind:
        with pytest.raises(LeakError, match=kind):
            gate(file("x.csv", text))
    else:
        gate(file("x.csv", text))


NOTE = 'Met at ten. Said "no". Jay walking is why he was stopped, says PC.\nJay too.'


def standing(text: str, word: str, *, listed: bool = True) -> StandingWord:
    start = text.index(word)
    before, after = text[:start][-30:], text[start + len(word) :][:30]
    return StandingWord(word, before, after, listed)


@pytest.mark.parametrize(
    "text",
    [
        NOTE.partition("\n")[0],
        'N1,"Said ""no"". Jay walking is why he was stopped, says PC.",ben',
        "N1,Jay walking is why he was stopped,ben",
        'N1,"Jay walking is why he was stopped, says PC.",ben',
        "a\nJay walking is why\nb",
        "'Jay walking is why he was stopped",
    ],
)
def test_a_word_let_stand_passes_where_its_note_is_quoted(text: str) -> None:
    word = standing(NOTE, "Jay")
    ExportGate(Wanted(rosters=(ROSTER,), let_stand=frozenset({word})))(file("fine.csv", text))
    with pytest.raises(LeakError):
        ExportGate(Wanted(rosters=(ROSTER,)))(file("fine.csv", text))


@pytest.mark.parametrize(
    "text",
    [
        "Jay",
        "N1,Jay,x",
        "Jay walks",
        "met Jay walking is why he was stopped",
        "Jay walking is not allowed",
        "Jay walking is why he was stopped. Then Jay rang",
        NOTE,
    ],
)
def test_and_nowhere_else(text: str) -> None:
    """The name by itself, in another sentence, and in the same note further on."""
    word = standing(NOTE, "Jay")
    gate = ExportGate(Wanted(rosters=(ROSTER,), let_stand=frozenset({word})))
    with pytest.raises(LeakError):
        gate(file("bad.csv", text))


def test_a_passage_of_its_own_line_in_a_longer_text() -> None:
    let_stand = LetStand([standing(NOTE, "Jay")])
    assert let_stand.blanked("a\nJay walking is why\nb") == "a\n]]] walking is why\nb"
    assert LetStand().blanked("Jay") == "Jay"


def test_what_is_passed_over_is_said_in_numbers() -> None:
    assert said_of([]) == ""
    two = [standing(NOTE, "Jay"), standing(NOTE, "walking", listed=False)]
    assert said_of(two).startswith("but for 2 places of notes")
    assert "(1 of them a name or number of the people file" in said_of(two)
    assert "Jay" not in said_of(two) + repr(two)


def test_an_export_of_a_note_with_a_name_let_stand_on_purpose(review: ReviewStudy) -> None:
    with open_coding(review.project, "amina") as session:
        session.code_span("N3", review.span("N3", "[VS] was at the meeting."), "disruption")
    review.decide("N3", "[VS]", "unmask", deliberate=True)
    people = review.folder / "people.csv"
    written = {path.name: path for path in export(review.project, people=people, quotations=True)}
    assert "Ngozi was at the meeting." in written["references.csv"].read_text()
    readme = next(path for name, path in written.items() if name.upper().startswith("README"))
    assert "but for 1 place of notes where a reviewer" in readme.read_text()
    review.reviewer().undo()
    export(review.project, people=people, quotations=True)
    assert "but for" not in readme.read_text()


def test_what_an_export_is_refused_for_in_notes_is_flagged_and_can_be_masked_there(
    review: ReviewStudy,
) -> None:
    with open_coding(review.project, "amina") as session:
        session.code_span("N2", review.span("N2", "pillowed again"), "contact")
    people = review.folder / "met_later.csv"
    people.write_text(PEOPLE + "C1,P3,FAMILY,Otolie,Pillowed\n")
    with pytest.raises(LeakError) as refused:
        export(review.project, people=people, quotations=True, unreviewed=True)
    assert "row " not in str(refused.value), "of a file that was not written"
    assert "note N2" in refused.value.where
    assert "Flagged now, in 1 note: 1 place that" in refused.value.hint
    assert "notecode review EXPORT --people PEOPLE" in refused.value.hint
    assert ("pillowed", REFUSED) in review.flags("N2")
    with pytest.raises(LeakError):
        export(review.project, people=people, quotations=True, unreviewed=True)
    assert review.flags("N2").count(("pillowed", REFUSED)) == 1
    _, (first, *_) = what_is_left(review.project)
    assert ("pillowed", REFUSED) in review.flags(first.row.note_id)
    review.decide("N2", "pillowed", "mask", type="PERSON", everywhere=True)
    export(review.project, people=people, quotations=True, unreviewed=True)
    assert REFUSED not in str(review.flags("N2"))


def test_what_stands_elsewhere_than_in_notes_is_not_looked_for_there(review: ReviewStudy) -> None:
    gate = ExportGate(Wanted(rosters=(ROSTER,)))
    with (
        pytest.raises(LeakError, match="line 1") as refused,
        flagging_what_is_refused(review.project, gate),
    ):
        gate(file("x.csv", "Jay Quillfeather"))
    assert "reword it" in refused.value.hint


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("nothing here", []),
        ("He told Jay Quillfeather, twice.", ["Jay", "Quillfeather"]),
        ("[SU] met Quillfeather-Smith; Quillfeather rang.", ["Quillfeather-Smith", "Quillfeather"]),
        ("seen at SW1A 1AA and at SW1A 2AA again", ["SW1A 1AA", "SW1A 2AA"]),
        ("ring 07700 900123", ["07700 900123"]),
        ("write to jo.bell@example.org!", ["jo.bell@example.org"]),
    ],
)
def test_the_places_of_a_note_are_as_narrow_as_what_is_found(text: str, places: list[str]) -> None:
    gate = ExportGate(Wanted(rosters=(ROSTER,)))
    found = gate.places_in(text)
    assert [place.cut(text) for place in found] == places


def contexts() -> st.SearchStrategy[str]:
    return st.text(alphabet="ab \n,", max_size=14)


@given(
    words=st.lists(st.builds(StandingWord, st.just("Jay"), contexts(), contexts(), st.booleans())),
    parts=st.lists(contexts(), min_size=2, max_size=4),
)
def test_looking_near_a_word_finds_what_comparing_with_all_finds(
    words: list[StandingWord], parts: list[str]
) -> None:
    text = "Jay".join(parts)

    def shown(match: re.Match[str]) -> str:
        before, after = text[: match.start()][-30:], text[match.end() :][:30]
        return "]]]" if any(is_quoted(word, before, after) for word in words) else "Jay"

    assert LetStand(words).blanked(text) == re.sub("Jay", shown, text)


@pytest.mark.parametrize(("before", "after"), [("x " * 15, " y" * 15), ("", " on"), ("", "")])
def test_a_passage_is_found_whatever_its_note_gives(before: str, after: str) -> None:
    word = StandingWord("Jay", before, after, listed=False)
    assert LetStand([word]).blanked(f"{before}Jay{after}") == f"{before}]]]{after}"


def test_a_common_word_is_compared_with_its_like_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A verb let stand in a thousand notes, and all of them quoted."""
    number = 1000
    notes = [f"On {n * 7919:07}. Will he be in {n * 104729:09} days" for n in range(number)]
    let_stand = LetStand([standing(note, "Will") for note in notes])
    compared = Counter[str]()

    def counted(word: StandingWord, before: str, after: str) -> bool:
        compared[word.word] += 1
        return is_quoted(word, before, after)

    monkeypatch.setattr("notecode.project.reviewing.let_stand.is_quoted", counted)
    for note in notes:
        for quoted in (note, note[note.index("Will") :], note[: note.index("Will") + 4]):
            assert let_stand.blanked(quoted) == quoted.replace("Will", "]]]]")
    assert (
        let_stand.blanked("He said that Will went on days off")
        == "He said that Will went on days off"
    )
    assert compared["Will"] < 5 * number


def test_only_notes_that_were_decided_on_are_read(
    review: ReviewStudy, monkeypatch: pytest.MonkeyPatch
) -> None:
    review.decide("N3", "[VS]", "unmask", deliberate=True)
    read = []

    def seen(db: Database, note_id: str) -> Note | None:
        read.append(note_id)
        return load_note(db, note_id)

    monkeypatch.setattr("notecode.project.reviewing.let_stand.load_note", seen)
    with review.project.database() as db:
        (word,) = words_let_stand(db)
    assert read == ["N3"]
    assert (word.word, word.listed) == ("Ngozi", True)
    assert review.text("N3").startswith(f"{word.before}Ngozi{word.after}"[:30].lstrip())
