"""References of merged codes beside a note's new text, in files of earlier versions, in bulk."""

from dataclasses import replace

import pytest

from notecode.codebook import codebook_to_json, definition_digest, parse_codebook
from notecode.codebook.events import CodebookEvent
from notecode.errors import ConflictError, ProjectError
from notecode.model import Case, Codebook, Note, Reference, Span
from notecode.project import Project
from notecode.project.codebook import changes as living
from notecode.project.codebook.changes import Author
from notecode.project.coding.session import open_coding
from notecode.project.project import current_codebook
from notecode.store import codebooks, references
from notecode.store.connection import Database, create_database
from notecode.store.notes import StoredNote, load_note, save_anonymised_case
from notecode.store.reference_rows import select_references

BOOK = """\
codes:
  - {id: talk, label: Talking, definition: Words.}
  - {id: chat, label: Chatting, definition: Light words.}
  - {id: ring, label: Ringing, definition: By telephone.}
agencies:
  - {id: police, label: Police, definition: The police.}
"""
MERGED = BOOK.replace(
    "definition: Light words.", "definition: Light words., status: retired, merged_into: talk"
)
WHO = Author(name="lead")


def book_of(text: str) -> Codebook:
    book, _ = parse_codebook(text, "codebook.yaml")
    assert book is not None
    return book


def use(db: Database, text: str, place: object = None) -> str:
    """Take a codebook into use; what that did to the references."""
    book = book_of(text)
    event = CodebookEvent(at="2018", author="lead", action="edited", summary="", after=book.digest)
    extra = {"place": place} if callable(place) else {}
    settled = codebooks.change_codebook(db, book, text, codebook_to_json(book), event, **extra)
    return str(settled)


@pytest.fixture
def study(stored: Project) -> Project:
    stored.codebook_path.write_text(BOOK, encoding="utf-8")
    with stored.database() as db:
        current_codebook(stored, db)
    with open_coding(stored, "amina") as session:
        session.code_span("N1", Span(0, 5), "chat")
        session.code_span("N1", Span(0, 5), "talk")
        session.code_span("N1", Span(6, 9), "chat")
    return stored


def all_of(project: Project) -> list[Reference]:
    with project.database() as db:
        return select_references(db, "ORDER BY r.id", ())


def recast(project: Project, text: str, shift: int | None) -> None:
    """Give N1 another text; every span moves by ``shift``, or has no place there."""
    with project.database() as db:
        note = load_note(db, "N1")
        assert note is not None

        def carry(span: Span) -> Span | None:
            return None if shift is None else Span(span.start + shift, span.end + shift)

        there = StoredNote(note=replace(note, text=text), carry=carry)
        save_anonymised_case(db, Case(id="C1", site="Site 1"), [there], settings="s", now="2018")


def test_what_lies_under_another_goes_with_the_text_too(study: Project) -> None:
    before = all_of(study)
    living.merge(study, "chat", "talk", WHO)
    with study.database() as db:
        note = load_note(db, "N1")
    assert isinstance(note, Note)
    recast(study, f"xx{note.text}", 2)
    # Ids of one moment are in no order.
    assert {(r.span, r.code) for r in all_of(study)} == {
        (Span(2, 7), "talk"),
        (Span(8, 11), "talk"),
    }
    living.undo(study, WHO)
    moved = [replace(r, span=Span(r.span.start + 2, r.span.end + 2)) for r in before]
    assert all_of(study) == moved
    with open_coding(study, "amina") as session:
        for _ in before:
            session.undo()
    assert all_of(study) == []


def test_a_text_without_a_place_for_them_changes_nothing(study: Project) -> None:
    living.merge(study, "chat", "talk", WHO)
    before = all_of(study)
    with pytest.raises(ProjectError, match="no certain place"):
        recast(study, "Another text altogether.", None)
    assert all_of(study) == before
    living.undo(study, WHO)
    assert len(all_of(study)) == 3


def test_a_file_that_cannot_be_placed_leaves_the_database_as_it_was(study: Project) -> None:
    before = all_of(study)

    def fail() -> None:
        raise ConflictError("no")

    with study.database() as db:
        digest = codebooks.current_digest(db)
        with pytest.raises(ConflictError):
            use(db, MERGED, fail)
        assert codebooks.current_digest(db) == digest
        assert db.value("SELECT count(*) FROM folded_references") == 0
    assert all_of(study) == before


def test_chains_of_heirs_and_their_end_are_settled_at_once(study: Project) -> None:
    before = all_of(study)
    chain = MERGED.replace(
        "definition: Words.", "definition: Words., status: retired, merged_into: ring"
    )
    with study.database() as db:
        assert use(db, MERGED) == (
            "1 reference has another code, 1 folded into one that the coder had on the same span"
        )
        use(db, chain)
        codes = {(r.code, r.coded_as) for r in select_references(db, "", ())}
        assert codes == {("ring", "chat")} | {("ring", "talk")} & codes
        assert {r.code for r in select_references(db, "", ())} == {"ring"}
        use(db, BOOK)
    assert all_of(study) == before


def test_ways_that_cross_are_settled_too(study: Project) -> None:
    """One reference leaves the code that another, on the same span, comes to."""
    before = all_of(study)
    onward = BOOK.replace(
        "definition: Words.", "definition: Words., status: retired, merged_into: ring"
    )
    with study.database() as db:
        use(db, MERGED)
        use(db, onward)
        shown = sorted((r.code, r.span) for r in select_references(db, "", ()))
        assert shown == [("chat", Span(0, 5)), ("chat", Span(6, 9)), ("ring", Span(0, 5))]
        use(db, BOOK)
    assert all_of(study) == before


def test_many_references_added_at_once_come_under_their_heirs(study: Project) -> None:
    living.merge(study, "chat", "talk", WHO)
    with study.database() as db:
        digest = codebooks.current_digest(db)
        references.add_coder(db, "gold", "2018")
        made = [
            Reference(
                id=f"R{code}",
                note_id="N2",
                span=Span(0, 5),
                code=code,
                agencies=agencies,
                coder="gold",
                origin="gold",
                created="2018",
                codebook=digest,
            )
            for code, agencies in (("chat", ("police",)), ("talk", ()))
        ]
        references.add_references(db, made, "gold", "2018")
        references.add_references(db, made, "gold", "2018")
        (kept,) = references.references_on(db, "N2", "gold")
        assert (kept.id, kept.code, kept.agencies) == ("Rtalk", "talk", ("police",))
    living.undo(study, WHO)
    with study.database() as db:
        assert references.references_on(db, "N2", "gold") == tuple(made)


def test_counts_follow_what_is_shown(study: Project) -> None:
    def counted() -> dict[str, int]:
        with study.database() as db:
            rows = db.rows(
                "SELECT k.code, count(*) FROM counted_references c JOIN reference_kinds k"
                " ON k.number = c.kind GROUP BY k.code"
            )
            return {row[0]: row[1] for row in rows}

    assert counted() == {"chat": 2, "talk": 1}
    living.merge(study, "chat", "talk", WHO)
    assert counted() == {"talk": 2}
    living.undo(study, WHO)
    assert counted() == {"chat": 2, "talk": 1}


def test_a_database_of_an_earlier_version_learns_what_its_codes_meant(study: Project) -> None:
    book = book_of(BOOK)
    with study.database() as db:
        views = ("memo_details", "reference_definitions", "open_suggestions", "agency_mentions")
        for view in views:
            db.execute(f"DROP VIEW {view}")
        tables = ("memo_links", "memos_text", "memos")
        tables += ("codebook_event_codes", "codebook_event_agencies", "codebook_events")
        tables += ("code_definitions",)
        for table in (*tables, "folded_references"):
            db.execute(f"DROP TABLE {table}")
        db.execute("ALTER TABLE codes DROP COLUMN heir")
        db.execute("ALTER TABLE agencies DROP COLUMN heir")
        db.execute("ALTER TABLE reference_agencies DROP COLUMN coded_as")
        db.execute("ALTER TABLE coded_references DROP COLUMN coded_as")
        db.execute(
            "DELETE FROM _sqlite_migrations WHERE name IN ('m008_living_codebook', 'm010_memos',"
            " 'm015_answered_under_former_codes', 'm016_living_agencies')"
        )
        db.execute("PRAGMA user_version = 7")
    create_database(study.database_path)
    with study.database() as db:
        rows = db.rows(
            "SELECT code, definition FROM code_definitions WHERE codebook = ?", (book.digest,)
        )
        meant = {row["code"]: row["definition"] for row in rows}
        assert meant == {code.id: definition_digest(code) for code in book.codes}
        rows = db.rows("SELECT code, definition FROM reference_definitions ORDER BY code")
        assert [row["definition"] for row in rows] == [meant[c] for c in ("chat", "chat", "talk")]
    assert len(all_of(study)) == 3
