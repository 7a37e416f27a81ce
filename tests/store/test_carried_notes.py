"""A note's text is replaced: what lies on it goes along, in one transaction, or nothing changes."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from notecode.errors import ConflictError, ProjectError
from notecode.model import Case, Mention, Note, Span, Suggestion
from notecode.project import Project
from notecode.project.anonymising.recasting import identify
from notecode.project.coding.done_notes import toggle_done
from notecode.project.coding.session import CodingSession, open_coding
from notecode.store import notes as stored_notes
from notecode.store import references, review, suggestions
from notecode.store.connection import Database
from notecode.store.notes import StoredNote, save_anonymised_case
from notecode.store.setting_aside import waiting

CASE = Case(id="C1", site="Site 1")
OLD = "T/C to [OM_1], no reply. LM asking for an update on [SU]."
SHIFT = len("xx")


def in_new(part: str) -> Span:
    start = LONGER.index(part)
    return Span(start, start + len(part))


def in_old(part: str) -> Span:
    start = OLD.index(part)
    return Span(start, start + len(part))


LONGER = "xx" + OLD
"""As if a tag at the start had become longer by two code points."""


def shifted(span: Span) -> Span | None:
    return Span(span.start + SHIFT, span.end + SHIFT)


def only_second_sentence(span: Span) -> Span | None:
    return shifted(span) if span.start >= OLD.index("LM") else None


def save(
    db: Database,
    text: str,
    carry: Callable[[Span], Span | None],
    *,
    by_review: bool = False,
    seen: str = "",
) -> None:
    note = stored_notes.load_note(db, "N1")
    assert note is not None
    save_anonymised_case(
        db,
        CASE,
        [StoredNote(note=replace(note, text=text), carry=carry, seen=seen)],
        settings="s",
        now="2018",
        identify=identify,
        by_review={"N1"} if by_review else None,
    )


def suggest(project: Project, *parts: str) -> list[Suggestion]:
    made = [
        Suggestion(
            id="",
            note_id="N1",
            span=in_old(part),
            code="information-sharing",
            agencies=("probation",),
            rule="r1",
            rule_version="v1",
            evidence=(Span(in_old(part).start, in_old(part).start + 3),),
        )
        for part in parts
    ]
    named = [replace(item, id=identify(item)) for item in made]
    mention = Mention(note_id="N1", span=in_old("[OM_1]"), agency="probation", rule="role")
    with project.database() as db:
        suggestions.save_suggestions(db, ["N1"], [mention], named, codebook="k")
    return named


def positions(project: Project, table: str = "coded_references") -> list[tuple[int, int]]:
    with project.database() as db:
        rows = db.rows(
            f'SELECT start, "end" FROM {table} WHERE note_id = ? ORDER BY start', ("N1",)
        )
        return [(row[0], row[1]) for row in rows]


def test_references_suggestions_mentions_and_decisions_go_with_the_text(
    stored: Project, session: CodingSession
) -> None:
    first, second = suggest(stored, "T/C to [OM_1], no reply.", "LM asking")
    session.accept(first.id)
    session.reject(second.id)
    session.code_span("N1", in_old("an update"), "disruption")
    with stored.database() as db:
        save(db, LONGER, shifted)
    opened = session.open_note("N1")
    assert opened.note.text == LONGER
    assert [r.span.cut(LONGER) for r in opened.references] == [
        "T/C to [OM_1], no reply.",
        "an update",
    ]
    assert opened.references[0].suggestion == identify(
        replace(first, span=in_new("T/C to [OM_1], no reply."))
    )
    assert [m.span.cut(LONGER) for m in opened.mentions] == ["[OM_1]"]
    assert opened.suggestions == (), "what was decided stays decided"
    with stored.database() as db:
        moved = suggestions.all_suggestions_on(db, "N1")
        assert [item.evidence[0].cut(LONGER) for item in moved] == ["T/C", "LM "]
        assert {item.id for item in moved}.isdisjoint({first.id, second.id})
        assert references.decision_on(db, moved[1].id, "amina") == "rejected"
        assert db.value("SELECT count(*) FROM suggested_notes WHERE note_id = 'N1'") == 0
    # The rules find the same again under the same ids, and ask nothing twice.
    again = [replace(item) for item in moved]
    with stored.database() as db:
        suggestions.save_suggestions(db, ["N1"], [], again, codebook="k")
    assert session.open_note("N1").suggestions == ()


def test_undo_and_redo_walk_on_over_a_replaced_text(
    stored: Project, session: CodingSession
) -> None:
    (first,) = suggest(stored, "T/C to [OM_1], no reply.")
    session.accept(first.id)
    reference = session.open_note("N1").references[0]
    session.recode(reference.id, "disruption")
    session.delete(reference.id)
    with stored.database() as db:
        save(db, LONGER, shifted)
    session.undo()
    assert [r.code for r in session.open_note("N1").references] == ["disruption"]
    session.undo()
    session.undo()
    opened = session.open_note("N1")
    assert opened.references == ()
    assert [s.span.cut(LONGER) for s in opened.suggestions] == ["T/C to [OM_1], no reply."]
    for _ in range(3):
        session.redo()
    assert session.open_note("N1").references == ()
    session.undo()
    assert [r.span.cut(LONGER) for r in session.open_note("N1").references] == [
        "T/C to [OM_1], no reply."
    ]


def test_what_has_no_certain_place_is_named_by_id_and_nothing_changes(
    stored: Project, session: CodingSession
) -> None:
    (first,) = suggest(stored, "T/C to [OM_1], no reply.")
    session.reject(first.id)
    session.code_span("N1", in_old("no reply"), "disruption")
    session.code_span("N1", in_old("an update"), "disruption")
    stays = session.open_note("N1")
    lost = stays.references[0].id
    with stored.database() as db:
        before = db.rows("SELECT * FROM events")
        with pytest.raises(ProjectError) as caught:
            save(db, LONGER, only_second_sentence)
        assert db.rows("SELECT * FROM events") == before
    said = str(caught.value)
    assert f"reference {lost}" in said
    assert f"decision on suggestion {first.id}" in said
    assert stays.references[1].id not in said
    assert "no reply" not in said
    assert session.open_note("N1") == stays


def test_two_references_that_would_become_one_are_refused(
    stored: Project, session: CodingSession
) -> None:
    session.code_span("N1", in_old("no"), "disruption")
    session.code_span("N1", in_old("no reply"), "disruption")
    with stored.database() as db, pytest.raises(ProjectError, match="certain place"):
        save(db, LONGER, lambda span: Span(0, 4))
    assert positions(stored) == [(15, 17), (15, 23)]


def test_suggestions_that_nobody_decided_on_may_go(stored: Project) -> None:
    suggest(stored, "T/C to [OM_1], no reply.", "LM asking")
    with stored.database() as db:
        save(db, LONGER, only_second_sentence)
    assert positions(stored, "suggestions") == [(27, 36)]
    assert positions(stored, "mentions") == []


def test_an_action_that_has_no_place_any_more_says_so_when_it_is_undone(
    stored: Project, session: CodingSession
) -> None:
    session.code_span("N1", in_old("an update"), "disruption")
    session.code_span("N1", in_old("no reply"), "disruption")
    session.delete(session.open_note("N1").references[0].id)
    with stored.database() as db:
        save(db, LONGER, only_second_sentence)
        summary = db.value("SELECT summary FROM events WHERE action = 'text replaced'")
    assert "2 actions can no longer be undone" in str(summary)
    for _ in range(2):
        with pytest.raises(ConflictError, match="no undo for it any more"):
            session.undo()
    assert session.undo() is not None
    assert session.open_note("N1").references == ()


@pytest.mark.parametrize("aside", [True, False])
def test_a_note_is_not_done_any_more_when_something_on_it_was_set_aside(
    stored: Project, session: CodingSession, aside: bool
) -> None:
    session.code_span("N1", in_old("no reply" if aside else "an update"), "disruption")
    toggle_done(session, "N1")
    note = session.open_note("N1").note
    with stored.database() as db:
        save_anonymised_case(
            db,
            CASE,
            [StoredNote(note=replace(note, text=LONGER), carry=only_second_sentence)],
            settings="s",
            now="2018",
            identify=identify,
            aside=True,
        )
        assert waiting(db) == ({"N1": 1} if aside else {})
        assert db.value("SELECT count(*) FROM done_notes") == (0 if aside else 1)


def test_nothing_of_the_replaced_text_stays_not_even_its_length_or_digest(
    stored: Project, session: CodingSession
) -> None:
    session.code_span("N1", in_old("no reply"), "disruption")
    reference = session.open_note("N1").references[0]
    session.resize(reference.id, in_old("LM asking"))
    session.undo()
    digest = session.open_note("N1").note.digest
    with stored.database() as db:
        save(db, LONGER, shifted)
        db.forget_replaced_texts()
    session.close()
    for path in stored.database_path.parent.iterdir():
        assert digest.encode() not in path.read_bytes(), path.name
    with stored.database() as db:
        changes = [
            json.loads(r[0]) for r in db.rows("SELECT change FROM events WHERE change NOT NULL")
        ]
    spans = {
        (item["span"]["start"], item["span"]["end"])
        for change in changes
        for item in (*change["removed"], *change["added"])
    }
    assert spans == {(17, 25), (27, 36)}, "all of them are in the new text"


def test_a_change_of_another_text_cannot_be_walked(stored: Project, session: CodingSession) -> None:
    session.code_span("N1", in_old("no reply"), "disruption")
    with stored.database() as db, db.writing():
        row = db.rows("SELECT id, change FROM events WHERE change NOT NULL")[0]
        change = json.loads(row["change"]) | {"note_digest": "of an older text"}
        db.execute("UPDATE events SET change = ? WHERE id = ?", (json.dumps(change), row["id"]))
    with stored.database() as db:
        save(db, LONGER, shifted)
    with pytest.raises(ConflictError, match="not known"):
        session.undo()


def test_a_text_that_was_replaced_meanwhile_is_not_replaced_again(stored: Project) -> None:
    with stored.database() as db, pytest.raises(ConflictError, match="replaced meanwhile"):
        save(db, LONGER, shifted, seen="another digest")


@pytest.mark.parametrize(("by_review", "state"), [(True, "reviewed"), (False, "changed")])
def test_a_review_stands_unless_the_text_changes_by_itself(
    stored: Project, by_review: bool, state: str
) -> None:
    with stored.database() as db:
        with db.writing():
            review.mark_reviewed(db, "N1", "ann", "2018")
            review.sign_off(db, "C1", "ann", "2018")
        save(db, OLD, shifted)
        assert review.signed_off(db) == {"C1": "ann"}, "the text is the same"
        save(db, LONGER, shifted, by_review=by_review)
        assert review.review_rows(db, ["N1"])[0].state == state
        assert review.signed_off(db) == {}
        said = [r[0] for r in db.rows("SELECT summary FROM events WHERE action = 'review'")]
    assert said[-1] == "case C1 is no longer signed off: its notes or flags have changed"


def test_old_texts_are_forgotten_even_if_a_process_was_ended_in_between(stored: Project) -> None:
    with stored.database() as db:
        save(db, "quillfeather was here", lambda span: None)
        save(db, "[SU] was here", lambda span: None)
        assert db.value("SELECT value FROM facts WHERE name LIKE '%forget'")
    with stored.database() as db:
        db.forget_if_unfinished()
        assert db.value("SELECT value FROM facts WHERE name LIKE '%forget'") is None
    for path in stored.database_path.parent.iterdir():
        assert b"quillfeather" not in path.read_bytes()


def test_ids_that_change_places_do_not_meet(stored: Project, session: CodingSession) -> None:
    """One suggestion's new id is another's old one: two alike lines, moved by a line."""
    text = "ab ab ab "
    note = Note(id="N1", case_id="C1", text=text)
    with stored.database() as db:
        save(db, text, lambda span: None)
    made = [
        Suggestion(
            id="",
            note_id="N1",
            span=Span(at, at + 2),
            code="disruption",
            agencies=(),
            rule="r",
            rule_version="v",
        )
        for at in (0, 3)
    ]
    named = [replace(item, id=identify(item)) for item in made]
    with stored.database() as db:
        suggestions.save_suggestions(db, ["N1"], [], named, codebook="k")
    for item in named:
        session.accept(item.id)
    with stored.database() as db:
        save(db, text + "ab", lambda span: Span(span.start + 3, span.end + 3))
    with open_coding(stored, "amina") as again:
        found = again.open_note(note.id).references
    assert [r.span.start for r in found] == [3, 6]
    assert [r.suggestion for r in found] == [
        identify(replace(item, span=Span(item.span.start + 3, item.span.end + 3))) for item in named
    ]
