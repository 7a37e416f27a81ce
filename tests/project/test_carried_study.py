"""A people file grows under coded notes: every reference still covers its own sentence."""

import csv
import pickle
from pathlib import Path

import pytest

from notecode.anonymising.pseudonyms.memory import FORGETFUL
from notecode.coding.identifiers import new_id
from notecode.model import Reference, Span
from notecode.project.anonymising.originals import open_originals
from notecode.project.anonymising.recasting import recast
from notecode.project.anonymising.stored_case import load_stored_case
from notecode.project.coding.session import open_coding
from notecode.store import notes as stored_notes
from notecode.store import references
from notecode.text.units import sentences
from review_study import ReviewStudy, load_once

SAMPLE = Path(__file__).parents[2] / "corpus" / "sample"


def rows_of(name: str, column: int, case_id: str) -> list[list[str]]:
    with (SAMPLE / name).open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    return [head, *(row for row in rows if row[column] == case_id)]


def write(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)


@pytest.mark.slow
def test_every_sentence_of_a_case_of_the_sample_keeps_its_reference(review: ReviewStudy) -> None:
    case_id = "S1-01"
    write(review.folder / "notes.csv", rows_of("notes.csv", 1, case_id))
    head, *people = rows_of("people.csv", 0, case_id)
    write(review.folder / "people.csv", [head, *people[1::2]])
    review.anonymise()
    with review.project.database() as db:
        before = [n for n in stored_notes.load_notes(db) if n.case_id == case_id]
    with open_coding(review.project, "amina") as session:
        coded = [
            Reference(
                id=new_id(),
                note_id=note.id,
                span=span,
                code="information-sharing",
                agencies=(),
                coder="amina",
                origin="hand",
                created="2020",
                codebook=session.codebook.digest,
            )
            for note in before
            for span in sentences(note.text)
        ]
    with review.project.database() as db:
        references.add_references(db, coded, "all", "2020")
    write(review.folder / "people.csv", [head, *people])
    review.anonymise()
    with review.project.database() as db:
        after = {note.id: note for note in stored_notes.load_notes(db)}
        carried = references.load_references(db, "amina")
    assert sum(after[note.id].text != note.text for note in before) > 5
    assert len(carried) == len(coded) > 100
    for reference in carried:
        assert reference.span in sentences(after[reference.note_id].text)


def test_what_another_process_made_can_be_saved_here(review: ReviewStudy) -> None:
    review.decide("N1", "lodger", "mask", type="PERSON")
    review.people("case_id,person_id,role,first_name,last_name\nC1,P1,SU,Zebediah,Quillfeather\n")
    original = open_originals(review.project, review.inputs).case("C1")
    with review.project.database() as db:
        stored = load_stored_case(db, original)
    made = recast(load_once(protected={}), original, pickle.loads(pickle.dumps(stored)), FORGETFUL)
    there = pickle.loads(pickle.dumps(made))
    assert there.notes[0].note == made.notes[0].note
    span = review.span("N1", "pillowed")
    at = made.notes[0].note.text.index("pillowed")
    assert there.notes[0].carry(span) == made.notes[0].carry(span) == Span(at, at + 8)
    for hidden in (stored, made):
        assert "lodger" not in repr(hidden) + str(hidden)
