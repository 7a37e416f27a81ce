"""Looking back: the passages of a code in all notes, and what was done last."""

import sqlite3
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from coder_project import FIRST, SECOND, desk_of, drive, screen_text, span_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notecode.errors import CodingError, ConflictError
from notecode.model import Span, Thing
from notecode.project import find_project
from notecode.project.coding import memos
from notecode.project.coding.case_values import Place, set_value
from notecode.project.coding.history import beneath, last_actions, passages, where
from notecode.project.coding.session import open_coding
from notecode.tui.coder.looking_back import _event_line

LATE, FLAT = span_of(FIRST, "He was late."), span_of(SECOND, "his flat")
VISIT = span_of(SECOND, "Visit.")


@pytest.fixture
def coded(session):
    """Passages of one code in two notes, of another in one, and somebody else's."""
    for note in ("N1", "N2"):
        session.open_note(note)
    session.code_span("N2", FLAT, "support")
    session.code_span("N1", LATE, "support")
    session.code_span("N2", VISIT, "sharing")
    with open_coding(session.project, "ben") as ben:
        ben.open_note("N2")
        ben.code_span("N2", VISIT, "support")
    return session


def settled(session, *keys: str, size=(80, 24)) -> tuple[str, object]:
    """Press keys, wait for what is asked in the background, and look."""
    seen: list[object] = []

    async def act(pilot, app):
        for key in keys:
            await pilot.press(key)
            await app.workers.wait_for_complete()
            await pilot.pause()
        seen.extend((screen_text(app), desk_of(app)))

    drive(session, act, size)
    return seen[0], seen[1]


def lines_with(text: str, *words: str) -> list[str]:
    return [line for line in text.splitlines() if all(word in line for word in words)]


# The passages of a code


def test_the_codes_used_are_listed_with_those_beneath_them_counted(coded):
    text, _ = settled(coded, "at")
    assert "passages of which code" in text
    for label, count in (("Direct work", 2), ("Direct support", 2), ("Information sharing", 1)):
        line = lines_with(text.partition("passages of")[2], label)[0]
        assert line.split()[-1] == str(count)
    assert "Disruption" not in text.partition("passages of")[2], "it was never used"
    text, _ = settled(coded, "at", *"direct s")
    assert "Direct support" in text.partition("passages of")[2]
    assert "Indirect" not in text.partition("passages of")[2]


def test_the_passages_of_a_code_stand_in_reading_order_and_enter_goes_there(coded):
    text, _ = settled(coded, "at", *"support", "enter")
    assert "Direct support, 2" in text
    first, second = lines_with(text, "C001", "24-03-0")[-2:]
    assert "He was late." in first
    assert "his flat" in second
    _, desk = settled(coded, "at", *"support", "enter", "down", "enter")
    assert (desk.page.coded.note.id, desk.selection) == ("N2", FLAT)
    assert desk.reference.code == "support"
    assert "@ Enter: the list" in desk.message


def test_where_one_is_is_marked_in_both_lists(coded):
    there = ("at", *"support", "enter", "down", "enter")
    _, desk = settled(coded, *there)
    assert desk.reference.span == FLAT
    text, _ = settled(coded, *there, "at")
    assert lines_with(text, "▸", "Direct support")
    text, _ = settled(coded, *there, "at", "enter")
    assert lines_with(text, "▸", "his flat")


def test_a_code_with_others_beneath_it_names_them(coded):
    text, _ = settled(coded, "at", *"direct work", "enter")
    assert "Direct work, 2" in text
    assert lines_with(text, "his flat")[-1].rstrip().endswith("Direct support")


def test_what_is_typed_narrows_the_passages(coded):
    text, _ = settled(coded, "at", *"support", "enter", *"flat")
    assert len(lines_with(text.partition("Direct support, 2")[2], "C001")) == 1
    text, _ = settled(coded, "at", *"support", "enter", *"zebra")
    assert "no passage has this" in text


def test_a_passage_that_is_gone_meanwhile_is_said_to_be(coded, project_dir):
    async def act(pilot, app):
        await pilot.press("at", *"support", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        with sqlite3.connect(project_dir / "corpus" / "notecode.db") as db:
            db.execute("DELETE FROM coded_references WHERE code = 'support'")
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "this passage is coded so no more" in screen_text(app)

    drive(coded, act)


def test_without_a_passage_it_says_so(session):
    text, _ = settled(session, "at")
    assert "nothing is coded yet" in text
    text, _ = settled(session, "at", "enter", "escape")
    assert "passages of" not in text


def test_keys_typed_in_a_list_code_nothing(coded):
    before = coded.progress().references
    settled(coded, "at", *"sid", "escape", "semicolon", *"sid", "escape")
    assert coded.progress().references == before


def test_a_code_that_is_gone_keeps_its_passages(coded, project_dir):
    book = project_dir / "codebook.yaml"
    book.write_text(book.read_text().replace("id: support", "id: help"))
    with open_coding(find_project(project_dir), "ann") as again:
        text, _ = settled(again, "at", *"support", "enter")
        assert "his flat" in text
        assert beneath(again.codebook, "support") == ("support",)


SPANS = st.tuples(st.sampled_from(["N1", "N2"]), st.integers(0, 40), st.integers(1, 12))
DONE = st.lists(st.tuples(SPANS, st.sampled_from(["support", "direct", "sharing"])), max_size=8)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(DONE)
def test_the_passages_of_a_code_are_its_references_and_those_beneath(session, drawn):
    for note in ("N1", "N2"):
        session.open_note(note)
    for (note, start, length), code in drawn:
        try:
            session.code_span(note, Span(start, start + length), code)
        except CodingError:
            continue  # the same code on the same span
    for code, codes in (("direct", {"direct", "support"}), ("sharing", {"sharing"})):
        (found,) = passages(session.db, "ann", session.codebook, code)
        there = [(n, r) for n in ("N1", "N2") for r in session.open_note(n).references]
        assert [each.reference for each in found] == [r.id for _, r in there if r.code in codes]
        for each, (note, r) in zip(
            found, [(n, r) for n, r in there if r.code in codes], strict=True
        ):
            text = FIRST if note == "N1" else SECOND
            assert (each.note_id, each.words) == (note, r.span.cut(text))
    assert Counter(
        r.code for n in ("N1", "N2") for r in session.open_note(n).references
    ) == Counter({code: n for code, n in session.totals().items() if n})


# What was done last


def test_the_last_actions_are_listed_the_newest_first(coded):
    coded.reject("s4")
    coded.undo()
    text, _ = settled(coded, "semicolon", size=(120, 40))
    listed = lines_with(text.partition("done last")[2], "C001", "N")
    assert "Direct support rejected" in listed[0]
    assert listed[0].rstrip().endswith("undone")
    assert ["Information sharing" in listed[1], "Direct support" in listed[2]] == [True, True]
    assert len(listed) == 4, "somebody else's are not among them"


def test_enter_goes_where_it_was_done_and_undoes_nothing(coded):
    before = coded.progress().references
    _, desk = settled(coded, "semicolon", "down", "enter")
    assert (desk.page.coded.note.id, desk.selection) == ("N1", LATE)
    assert "Direct support" in desk.message
    assert coded.progress().references == before
    _, desk = settled(coded, "semicolon", *"sharing", "enter")
    assert (desk.page.coded.note.id, desk.selection) == ("N2", VISIT)
    _, desk = settled(coded, "semicolon", "enter", "left_curly_bracket")
    assert desk.page.coded.note.id == "N2"


def test_a_decision_a_deletion_and_a_value_have_their_places(session):
    session.open_note("N2")
    session.reject("s4")
    session.code_span("N2", VISIT, "support")
    session.delete(session.open_note("N2").references[0].id)
    places = {event.summary: where(session, event) for event in last_actions(session)}
    assert len(places) == 3
    spans = [place.span for place in places.values()]
    assert spans == [
        VISIT,
        VISIT,
        span_of(SECOND, "He talked about his flat, and the rent he owes."),
    ]


def test_what_was_done_on_no_note_says_so(session):
    set_value(session, "C001", Place("age"), "missing")
    (event,) = last_actions(session)
    with pytest.raises(CodingError, match="on no note"):
        where(session, event)
    text, _ = settled(session, "semicolon", "enter")
    assert "that was done on no note" in text


def test_an_action_of_which_the_log_has_lost_the_change_goes_to_its_note(coded, project_dir):
    with sqlite3.connect(project_dir / "corpus" / "notecode.db") as db:
        db.execute("UPDATE events SET change = NULL")
    assert {where(coded, event).span for event in last_actions(coded)} == {None}
    _, desk = settled(coded, "semicolon", "enter")
    assert desk.page.coded.note.id == "N2"


def test_nothing_done_is_said(session):
    assert "nothing has been done yet" in settled(session, "semicolon")[0]


def test_of_today_the_hour_is_shown_and_else_the_day(coded):
    (event, *_) = last_actions(coded)
    at = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
    event = event._replace(at=at.isoformat())
    assert ":" in _event_line(event, at.astimezone()).pieces[0][0]
    later = (at + timedelta(days=40)).astimezone()
    assert f"{at.astimezone():%y-%m-%d}" in _event_line(event, later).pieces[0][0]


def test_no_more_than_so_many_are_listed(coded):
    assert len(last_actions(coded, 2)) == 2
    newest = [event.id for event in last_actions(coded)]
    assert newest == sorted(newest, reverse=True)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 50)])
@pytest.mark.parametrize("keys", [("at",), ("at", "enter"), ("semicolon",)])
def test_the_lists_fit_every_size(coded, keys, size):
    text, _ = settled(coded, *keys, size=size)
    assert all(len(line) <= size[0] for line in text.splitlines())
    assert "▸" in text


def test_what_was_undone_and_then_overtaken_is_listed_as_undone(session):
    session.open_note("N1")
    session.code_span("N1", LATE, "support")
    session.undo()
    session.open_note("N2")
    session.code_span("N2", VISIT, "sharing")
    session.code_span("N2", FLAT, "sharing")
    session.undo()
    session.redo()
    session.undo()
    session.reject("s4")
    listed = [(event.summary, event.undone) for event in last_actions(session)]
    assert listed == [
        ("Direct support rejected", False),
        ("Information sharing added", True),
        ("Information sharing added", False),
        ("Direct support added", True),
    ]
    text, _ = settled(session, "semicolon", size=(120, 40))
    (line,) = lines_with(text.partition("done last")[2], "Direct support added")
    assert line.rstrip().endswith("undone")
    _, desk = settled(session, "semicolon", *"support added", "enter")
    assert (desk.page.coded.note.id, desk.selection) == ("N1", LATE)
    assert desk.message == "Direct support added, undone since"


def test_what_undo_had_to_pass_over_stands_and_is_listed_so(session, project_dir):
    session.open_note("N2")
    session.code_span("N2", VISIT, "sharing")
    session.code_span("N2", FLAT, "support")
    with sqlite3.connect(project_dir / "corpus" / "notecode.db") as db:
        db.execute("UPDATE events SET change = NULL WHERE summary LIKE 'Direct%'")
    with pytest.raises(ConflictError):
        session.undo()
    session.undo()
    session.code_span("N2", VISIT, "direct")
    assert [(e.summary, e.undone) for e in last_actions(session)] == [
        ("Direct work added", False),
        ("Direct support added", False),
        ("Information sharing added", True),
    ]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=12))
def test_each_action_is_undone_as_the_walks_left_it(session, project_dir, walks):
    with sqlite3.connect(project_dir / "corpus" / "notecode.db") as db:
        db.execute("DELETE FROM coded_references")
        db.execute("DELETE FROM events")
    session.open_note("N1")
    stands: list[str] = []
    again: list[str] = []
    made: list[str] = []
    for number, walk in enumerate(walks):
        if walk == "do":
            change = session.code_span("N1", Span(number, number + 1), "support")
            made.append(change.added[0].id)
            stands.append(made[-1])
            again = []
        elif walk == "undo" and session.undo():
            again.append(stands.pop())
        elif walk == "redo" and session.redo():
            stands.append(again.pop())
    listed = [event.undone for event in last_actions(session)]
    assert listed == [each not in stands for each in reversed(made)]


def test_a_memo_has_the_case_and_the_note_on_which_it_lies(session):
    session.open_note("N2")
    on_reference = session.code_span("N2", FLAT, "support").added[0].id
    things = (("reference", on_reference), ("note", "N1"), ("case", "C001"), ("code", "sharing"))
    for kind, number in things:
        memos.begin(session, Thing(kind, number)).save("Why?")
    listed = last_actions(session)[:4]
    assert [(e.note_id, e.case_id) for e in reversed(listed)] == [
        ("N2", "C001"),
        ("N1", "C001"),
        ("", "C001"),
        ("", ""),
    ]
    assert where(session, listed[3]).span == FLAT
    text, desk = settled(session, "N", "N", "semicolon", *"memo on a reference", "enter")
    assert (desk.page.coded.note.id, desk.selection) == ("N2", FLAT)
    _, desk = settled(session, "N", "N", "semicolon", *"memo on case", "enter")
    assert desk.page.coded.case.id == "C001"
    text, _ = settled(session, "semicolon", size=(120, 40))
    assert lines_with(text.partition("done last")[2], "C001", "the case", "memo on case")
