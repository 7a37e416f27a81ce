"""Which words of replaced names the gate takes for ordinary ones: never a name typed small."""

from collections.abc import Iterator

import pytest

from notecode.model import Case, Note
from notecode.project.gate import ordinary_words
from notecode.project.project import Project
from notecode.raw import Person, Roster
from notecode.store.connection import Database, create_database
from notecode.store.notes import StoredNote, save_anonymised_case

SAID = (
    "rang tamzin, penhaligon, the landlord about flowers and quillfeather",
    "saw tamzin with penhaligon and the landlord; flowers sent; quillfeather",
    "the landlord brought flowers; told quillfeather",
)


@pytest.fixture
def db(project: Project) -> Iterator[Database]:
    create_database(project.database_path)
    with project.database() as opened:
        for number, text in enumerate(SAID, start=1):
            note = Note(id=f"N{number}", case_id=f"C{number}", text=text)
            save_anonymised_case(
                opened,
                Case(id=note.case_id, site="North"),
                [StoredNote(note=note)],
                settings="",
                now="2017",
            )
        yield opened


@pytest.mark.parametrize(
    ("word", "replaced_in", "ordinary"),
    [
        ("landlord", 1, True),
        ("flowers", 1, True),
        # Written small and overlooked in as many cases, or more, than it was replaced in.
        ("penhaligon", 1, False),
        ("landlord", 2, False),
        # A name by itself, however often it is written small.
        ("tamzin", 1, False),
        ("quillfeather", 1, False),
        ("absent", 1, False),
    ],
)
def test_a_word_is_ordinary_where_notes_write_it_small_far_oftener(
    db: Database, word: str, replaced_in: int, ordinary: bool
) -> None:
    person = Person(id="P", role="SU", first_name="Zebediah", last_name="Quillfeather")
    found = ordinary_words(db, {word: replaced_in}, [Roster("C1", (person,))])
    assert found == ({word} if ordinary else frozenset())


def test_a_given_name_is_never_ordinary(db: Database) -> None:
    with db.writing():
        db.execute("UPDATE notes SET text = text || ' and tamzin'")
    assert ordinary_words(db, {"tamzin": 1}, []) == frozenset()
    assert ordinary_words(db, {"quillfeather": 1}, []) == {"quillfeather"}
