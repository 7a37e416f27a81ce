"""The export that ships is read without help and without a problem."""

from pathlib import Path

from notecode.importing import read_cases, read_notes, read_people
from notecode.importing.roles import OTHER

SAMPLE = Path(__file__).parents[2] / "corpus" / "sample"


def test_the_sample_s_three_files_fit_together() -> None:
    notes = read_notes(SAMPLE / "notes.csv")
    people = read_people(SAMPLE / "people.csv")
    cases = read_cases(SAMPLE / "cases.csv")
    assert (notes.problems, people.problems, cases.problems) == ((), (), ())
    assert (notes.left_out, people.left_out, cases.left_out) == ((), (), ())
    known = {case.id for case in cases.cases}
    assert {note.case_id for note in notes.notes} == known == set(people.rosters)
    assert all(note.date and note.site for note in notes.notes)
    assert all(case.start and case.end for case in cases.cases)
    roles = {person.role for roster in people.rosters.values() for person in roster.people}
    assert OTHER not in roles
    assert {"SU", "VS", "IDVA", "OFFENDER_MANAGER"} <= roles
    assert {value.state for value in cases.values} == {"value", "absent", "missing"}
