"""Filters of notes against a filter in plain Python, their counts, and bookmarks."""

import sqlite3
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from looking_study import CODERS, CONTACTS, PATHS, SITES, Study, studies, study_maker
from notecode.errors import DatabaseError
from notecode.model import Case, Mention, Note, Reference, Span, Suggestion
from notecode.store import bookmarks, filtering, references, suggestions
from notecode.store.filtering import FACETS, STATES, NoteFilter
from notecode.store.search import all_matches, found_in, found_notes, read_query, rowids_of

DAYS = (date(2016, 12, 30), date(2017, 2, 2), date(2017, 3, 1))

values = st.one_of(
    st.tuples(st.just("state"), st.sampled_from(STATES)),
    st.tuples(st.just("site"), st.sampled_from(SITES)),
    st.tuples(st.just("case"), st.sampled_from(["C0", "C1"])),
    st.tuples(st.just("agency"), st.sampled_from(["police", "probation"])),
    st.tuples(st.just("code"), st.sampled_from(sorted(PATHS))),
    st.tuples(st.just("contact"), st.sampled_from(CONTACTS)),
    st.tuples(st.just("month"), st.sampled_from(["", "0", "1"])),
    st.tuples(st.just("coder"), st.sampled_from(CODERS)),
    st.tuples(st.just("date"), st.sampled_from(["", "2017-02"])),
)
filters = st.builds(
    NoteFilter,
    values=st.lists(values, max_size=3, unique=True).map(tuple),
    since=st.none() | st.sampled_from(DAYS),
    until=st.none() | st.sampled_from(DAYS),
    text=st.sampled_from(["", "hous", "no rep", '"no reply"', "café", "..."]),
)


@pytest.fixture(scope="module")
def make(tmp_path_factory):
    return study_maker(tmp_path_factory.mktemp("filters"))


def add_the_rest(db, study: Study) -> None:
    """Mentions, suggestions, flags, amina's bookmarks, hers and ben's marks, on some notes each."""
    ids = [note.id for note in study.notes]
    mentions = [
        Mention(note_id=i, span=Span(0, 1), agency="probation", rule="alias") for i in ids[::3]
    ]
    open_now = [
        Suggestion(
            id=f"s{i}",
            note_id=i,
            span=Span(1, 3),
            code="lone",
            agencies=(),
            rule="r",
            rule_version="v",
        )
        for i in ids[1::3]
    ]
    digest = db.value("SELECT digest FROM codebooks")
    suggestions.save_suggestions(db, ids, mentions, open_now, codebook=digest)
    for note_id in ids[2::3]:
        bookmarks.toggle_bookmark(db, "amina", note_id, Span(0, 2), "2017")
    with db.writing():
        db.execute_many("INSERT INTO flags VALUES (?, 0, 1, 'why')", [(i,) for i in ids[::2]])
        marks = [*((i, "amina") for i in ids[1::2]), *((i, "ben") for i in ids[::3])]
        db.execute_many("INSERT INTO done_notes VALUES (?, ?, '2017')", marks)


def states_of(study: Study, note: Note) -> set[str]:
    at = study.notes.index(note)
    own = any(r.note_id == note.id and r.coder == "amina" for r in study.references)
    asked = [(r.span, r.code) for r in study.references if r.coder == "amina"]
    done = at % 2 == 1
    found = {"done" if done else "not done"}
    if own or not done:
        found.add("coded" if own else "uncoded")
    if at % 3 == 1 and (Span(1, 3), "lone") not in asked:
        found.add("suggested")
    if at % 2 == 0:
        found.add("flagged")
    return found | ({"bookmarked"} if at % 3 == 2 else set())


def values_of(study: Study, note: Note, wanted: NoteFilter, facet: str) -> set[str]:
    """Which values of a facet a note has; codes and agencies by whom ``wanted`` asks."""
    coders = wanted.of("coder") or ("amina",)
    on = [r for r in study.references if r.note_id == note.id]
    theirs = [r for r in on if r.coder in coders]
    month = study.month(note)
    mentioned = {"probation"} if study.notes.index(note) % 3 == 0 else set()
    return {
        "state": states_of(study, note),
        "site": {study.case_of(note.id).site},
        "case": {note.case_id},
        "agency": {agency for r in theirs for agency in r.agencies} | mentioned,
        "code": {above for r in theirs for above in PATHS[r.code]},
        "contact": {note.contact_type},
        "role": {note.author_role},
        "month": {"" if month is None else str(month)},
        "coder": {r.coder for r in on},
        "date": {f"{note.date:%Y-%m}" if note.date else ""},
    }[facet]


def has_words(note: Note, text: str) -> bool:
    plain = note.text.casefold().replace("é", "e")
    for mark in ".,;'[]_/-":
        plain = plain.replace(mark, " ")
    words = plain.split()
    if text == '"no reply"':
        return ("no", "reply") in pairwise(words)
    asked = text.replace("é", "e").replace(".", "").split()
    return bool(asked) and all(any(word.startswith(part) for word in words) for part in asked)


def passes(study: Study, note: Note, wanted: NoteFilter) -> bool:
    for facet in FACETS:
        asked = set(wanted.of(facet))
        has = values_of(study, note, wanted, facet)
        if asked and not (asked <= has if facet == "state" else asked & has):
            return False
    if wanted.since and not (note.date and note.date >= wanted.since):
        return False
    if wanted.until and not (note.date and note.date <= wanted.until):
        return False
    return not wanted.text or has_words(note, wanted.text)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(studies(), st.lists(filters, min_size=1, max_size=4))
def test_notes_and_counts_are_those_of_a_filter_in_plain_python(make, study, wanteds):
    with make(study).database() as db:
        add_the_rest(db, study)
        for wanted in wanteds:
            expected = [n.id for n in study.reading_order() if passes(study, n, wanted)]
            assert filtering.filtered_ids(db, wanted, "amina") == expected
            assert filtering.keep_passing(db, wanted, "amina") == expected
            for facet in FACETS:
                counted = dict(filtering.facet_counts(db, wanted, "amina", facet))
                assert counted == expected_counts(study, wanted, facet)


def expected_counts(study: Study, wanted: NoteFilter, facet: str) -> dict[str, int]:
    if facet == "state":
        besides = {
            s: wanted if s in wanted.of("state") else wanted.toggled("state", s) for s in STATES
        }
        return {
            state: sum(passes(study, n, beside) for n in study.notes)
            for state, beside in besides.items()
        }
    others = wanted.without(facet)
    there = {value for note in study.notes for value in values_of(study, note, others, facet)}
    left = {
        value: sum(passes(study, note, others.toggled(facet, value)) for note in study.notes)
        for value in there
    }
    return {value: count for value, count in left.items() if count}


def test_what_is_set_aside_can_be_broken_off(stored):
    with stored.database() as db:

        def break_off(statement: str) -> None:
            if "INTO passing" in statement:
                db.interrupt()

        db._connection.set_trace_callback(break_off)
        with pytest.raises(DatabaseError):
            filtering.keep_passing(db, NoteFilter(), "amina")
        db._connection.set_trace_callback(None)
        assert filtering.keep_passing(db, NoteFilter(), "amina") == ["N1", "N2", "N3"]


def test_coders_are_counted_by_the_codes_and_agencies_asked_for(make):
    notes = tuple(Note(id=f"N{n}", case_id="C0", text="Rang.") for n in (1, 2))
    coded = (("amina", "N1", "lone", ()), ("ben", "N1", "leaf", ()), ("ben", "N2", "lone", "p"))
    study = Study(
        (Case(id="C0", site="North"),),
        notes,
        tuple(
            Reference(
                id=f"R{n}",
                note_id=note_id,
                span=Span(0, 4),
                code=code,
                agencies=("police",) if agencies else (),
                coder=coder,
                origin="hand",
                created="2017",
                codebook="",
            )
            for n, (coder, note_id, code, agencies) in enumerate(coded)
        ),
    )
    with make(study).database() as db:
        for values, expected in (
            ((), {"amina": 1, "ben": 2}),
            ((("code", "lone"),), {"amina": 1, "ben": 1}),
            ((("agency", "police"),), {"ben": 1}),
            ((("code", "leaf"), ("agency", "police")), {}),
        ):
            wanted = NoteFilter(values=values)
            filtering.keep_passing(db, wanted, "amina")
            assert dict(filtering.facet_counts(db, wanted, "amina", "coder")) == expected


def test_coded_and_uncoded_exclude_each_other():
    wanted = NoteFilter().toggled("state", "coded").toggled("state", "flagged")
    assert wanted.toggled("state", "uncoded").of("state") == ("flagged", "uncoded")
    assert wanted.toggled("state", "done").of("state") == ("coded", "flagged", "done")
    assert wanted.toggled("state", "coded").of("state") == ("flagged",)
    assert not NoteFilter()
    assert wanted


@pytest.mark.parametrize(
    ("first", "then"), [("uncoded", "done"), ("done", "uncoded"), ("done", "not done")]
)
def test_done_excludes_what_is_left(first, then):
    wanted = NoteFilter().toggled("state", first).toggled("state", then)
    assert wanted.of("state") == (then,)
    assert NoteFilter().toggled("site", "done").toggled("state", "not done").of("site") == ("done",)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(studies(), st.sampled_from(STATES))
def test_the_first_note_in_a_state(make, study, state):
    ids = [note.id for note in study.notes]
    with make(study).database() as db:
        add_the_rest(db, study)
        expected = next((n.id for n in study.notes if state in states_of(study, n)), "")
        assert filtering.first_in_state(db, ids, state, "amina") == expected


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(studies(), st.sampled_from(["case", "rule", "code"]), filters)
def test_the_queue_has_every_open_suggestion_of_the_notes_that_pass(make, study, order, wanted):
    with make(study).database() as db:
        add_the_rest(db, study)
        queued = list(filtering.open_queue(db, wanted, "amina", order))
        found = [suggestions.open_by_number(db, number, "amina") for number, _ in queued]
        reading = filtering.filtered_ids(db, wanted, "amina")
        open_ones = [n.id for n in study.notes if "suggested" in states_of(study, n)]
        assert [s.note_id for s in found] == [i for i in reading if i in open_ones]
        assert len(list(filtering.open_groups(db, wanted, "amina"))) == len(queued)
        groups = {"rule": "r", "code": "lone"}
        assert {name for _, name in queued} <= (
            {groups[order]} if order in groups else {case.id for case in study.cases}
        )


# Words


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(studies(), st.sampled_from(["hous", "no rep", "CAFE", "call-o", '"no reply" rang', "[OM"]))
def test_each_place_found_begins_with_a_word_that_was_typed(make, study, typed):
    query = read_query(typed, beginnings=True)
    parts = [p.casefold() for p in typed.replace('"', "").replace("-", " ").strip("[").split()]
    with make(study).database() as db:
        ids = all_matches(db, query)
        whole = {n.place.note_id: n.spans for n in found_notes(db, query, rowids_of(db, ids))}
        for note in study.notes:
            spans = found_in(db, query, note.id)
            assert spans == whole.get(note.id, ())
            assert bool(spans) == (note.id in ids)
            for span in spans:
                # What meets a part of a tag is given with its brackets.
                plain = span.cut(note.text).casefold().replace("é", "e").lstrip("[")
                assert any(plain.startswith(part) for part in parts)


def test_a_plain_word_goes_on_and_a_phrase_does_not():
    assert read_query('hous "no reply" x*', beginnings=True).fts == (
        '(("hous"*) AND ("no reply") AND ("x"*))'
    )
    assert read_query("hous").fts == '(("hous"))'


# Bookmarks


def test_bookmarks_are_toggled_and_belong_to_a_coder(stored):
    with stored.database() as db:
        references.add_coder(db, "amina", "2017")
        references.add_coder(db, "ben", "2017")
        note_id = db.value("SELECT id FROM notes ORDER BY id")
        assert bookmarks.toggle_bookmark(db, "amina", note_id, Span(2, 6), "2017")
        there = [
            bookmarks.is_bookmarked(db, coder, note_id, span)
            for coder in ("amina", "ben")
            for span in (Span(2, 6), Span(2, 7), None)
        ]
        assert there == [True, False, False, False, False, False]
        assert bookmarks.toggle_bookmark(db, "amina", note_id, None, "2018")
        assert bookmarks.bookmarks_on(db, note_id, "amina") == (Span(0, 1), Span(2, 6))
        assert bookmarks.bookmarks_on(db, note_id, "ben") == ()
        whole, place = bookmarks.bookmarks_of(db, "amina")
        assert (whole.span, place.span) == (None, Span(2, 6))
        text = db.value("SELECT text FROM notes WHERE id = ?", (note_id,))
        assert place.words == text[2:162]
        assert not bookmarks.toggle_bookmark(db, "amina", note_id, Span(2, 6), "2019")
        assert [each.span for each in bookmarks.bookmarks_of(db, "amina")] == [None]


def test_bookmarks_go_with_a_note_to_its_new_text(stored):
    with stored.database() as db:
        references.add_coder(db, "amina", "2017")
        note_id = db.value("SELECT id FROM notes ORDER BY id")
        for span in (Span(2, 6), Span(8, 9), Span(10, 12)):
            bookmarks.toggle_bookmark(db, "amina", note_id, span, "2017")

        def carry(span: Span) -> Span | None:
            return Span(span.start + 5, span.end + 5) if span.start < 8 else None

        with db.writing():
            bookmarks.move_bookmarks(db, note_id, carry)
        assert [each.span for each in bookmarks.bookmarks_of(db, "amina")] == [None, Span(7, 11)]


# A question that is not wanted any more


def test_a_query_that_is_interrupted_ends(stored):
    with stored.database() as db:
        endless = (
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
            " SELECT count(*) FROM n"
        )
        db._connection.set_progress_handler(db.interrupt, 1000)
        with pytest.raises(DatabaseError):
            db.rows(endless)
    db.interrupt()  # closed: nothing happens
    with pytest.raises(sqlite3.ProgrammingError):
        db._connection.execute("SELECT 1")
