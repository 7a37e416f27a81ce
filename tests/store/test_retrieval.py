"""Reading passages, words and summaries back from the database."""

from datetime import date
from pathlib import Path

import pytest

from looking_study import Study, study_maker
from notecode.model import Case, Mask, Note, Reference, Span
from notecode.passages import Selection, Summary
from notecode.project import Project
from notecode.store.retrieval import quotations
from notecode.store.search import found_notes, matching_notes, read_query
from notecode.store.summaries import add_summaries, forget_summary, load_summaries
from notecode.store.timelines import case_months, coded_notes, note_days
from notecode.store.word_texts import coded_texts, note_texts

STUDY = Study(
    (Case(id="C1", site="South", start=date(2017, 1, 1)), Case(id="C2", site="North")),
    (
        Note(id="N1", case_id="C1", text="Rhian Pugh [OM_1] rang; no reply.", date=None),
        Note(id="N2", case_id="C1", text="A visit.\nNo reply, NO REPLY.", date=date(2017, 3, 1)),
        Note(
            id="N3",
            case_id="C1",
            text="An odd \ufdd0 sign \ufdd1; no reply.",
            date=date(2017, 1, 2),
        ),
        Note(id="N4", case_id="C2", text="Nothing to say.", date=date(2017, 1, 1)),
    ),
    tuple(
        Reference(
            id=key,
            note_id=note,
            span=Span(*span),
            code=code,
            agencies=agencies,
            coder="amina",
            origin="hand",
            created=created,
            codebook="",
        )
        for key, note, span, code, agencies, created in (
            ("R1", "N1", (0, 10), "leaf", ("police", "probation"), "2017-01-02"),
            ("R2", "N2", (2, 7), "top", (), "2017-01-03"),
            ("R3", "N2", (5, 12), "lone", (), "2017-01-01"),
            ("R4", "N4", (0, 15), "left", (), "2017-01-04"),
        )
    ),
)
SURROGATE = Mask(
    span=Span(0, 17), type="PERSON", pseudonym="Rhian Pugh [OM_1]", recogniser="people", score=1
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return study_maker(tmp_path_factory.mktemp("study"))(STUDY, masks={"N1": SURROGATE})


@pytest.mark.parametrize(
    ("sort", "ids"),
    [
        ("case", "R1 R2 R3 R4"),
        ("code", "R2 R4 R1 R3"),
        ("site", "R4 R1 R2 R3"),
        ("month", "R2 R3 R1 R4"),
        ("newest", "R4 R2 R1 R3"),
        ("longest", "R4 R1 R3 R2"),
        ("coder", "R1 R2 R3 R4"),
    ],
)
def test_passages_are_sorted_and_ties_are_in_reading_order(
    made: Project, sort: str, ids: str
) -> None:
    with made.database() as db:
        found = quotations(db, Selection(), sort=sort)  # type: ignore[arg-type]
    assert " ".join(q.reference_id for q in found) == ids


def test_a_passage_comes_with_its_place_agencies_and_context(made: Project) -> None:
    with made.database() as db:
        first, *_ = quotations(db, Selection(), limit=1, around=4)
        second = quotations(db, Selection(), limit=2, around=4)[1]
    assert (first.text, first.before, first.after) == ("Rhian Pugh", "", " [OM")
    assert (first.cut_before, first.cut_after) == (False, True)
    assert first.agencies == ("police", "probation")
    assert (first.place.site, first.place.month, first.place.date) == ("South", None, None)
    assert (second.before, second.after, second.place.month) == ("A ", ".\nNo", 2)
    assert not second.cut_before
    with made.database() as db:
        whole = quotations(db, Selection(), around=15)[1]
    assert (whole.after, whole.cut_after) == (".\nNo reply, NO ", True)


def test_a_selection_lets_notes_and_kinds_through(made: Project) -> None:
    with made.database() as db:
        numbers = [row[0] for row in db.rows("SELECT rowid FROM notes WHERE id = 'N2'")]
        kinds = [row[0] for row in db.rows("SELECT number FROM reference_kinds WHERE code = 'top'")]
        in_note = quotations(db, Selection(notes=tuple(numbers)))
        of_kind = quotations(db, Selection(kinds=tuple(kinds)))
        nothing = quotations(db, Selection(notes=(), kinds=None))
    assert [q.reference_id for q in in_note] == ["R2", "R3"]
    assert [q.reference_id for q in of_kind] == ["R2"]
    assert nothing == []


def test_surrogates_are_no_words_of_the_notes(made: Project) -> None:
    with made.database() as db:
        texts = dict.fromkeys(text for text, _ in note_texts(db, Selection()))
        coded = coded_texts(db, Selection())
    assert "           [OM_1] rang; no reply." in texts
    assert [(text.split(), case) for text, case in coded] == [
        ([], "C1"),
        (["visit.", "No"], "C1"),
        (["Nothing", "to", "say."], "C2"),
    ], "passages that overlap are read once"


@pytest.mark.parametrize(
    ("typed", "fts"),
    [
        ("housing", '(("housing"))'),
        ("no reply", '(("no") AND ("reply"))'),
        ('"no reply" -visit', '(("no reply")) NOT "visit"'),
        ("a OR b OR c d", '(("a" OR "b" OR "c") AND ("d"))'),
        ("OR a OR", '(("a"))'),
        ("hous* - & ...", '(("hous"*))'),
        ('"no rep"*', '(("no rep"*))'),
        ('say "x', '(("say") AND ("x"))'),
        ("NEAR(a b) AND text:c", '(("NEAR(a") AND ("b)") AND ("AND") AND ("text:c"))'),
        ("-work", ""),
        ('"" * -', ""),
    ],
)
def test_what_is_typed_never_is_syntax_of_the_index(typed: str, fts: str, made: Project) -> None:
    query = read_query(typed)
    assert query.fts == fts
    with made.database() as db:
        matching_notes(db, query, Selection())


def test_places_are_found_whatever_signs_stand_in_the_notes(made: Project) -> None:
    query = read_query('"no reply"')
    with made.database() as db:
        matches = matching_notes(db, query, Selection())
        found = list(found_notes(db, query, matches.rowids))
    assert matches.cases == 1
    assert [(n.place.note_id, [s.cut(n.text) for s in n.spans]) for n in found] == [
        ("N1", ["no reply"]),
        ("N3", ["no reply"]),
        ("N2", ["No reply", "NO REPLY"]),
    ]


def test_months_of_cases_and_days_of_notes(made: Project) -> None:
    with made.database() as db:
        months = case_months(db, Selection())
        notes = coded_notes(db, Selection())
        days = note_days(db)
    assert [(m.case_id, m.month, m.notes, m.references) for m in months] == [
        ("C1", 1, 1, 0),
        ("C1", 2, 1, 2),
        ("C1", None, 1, 1),
        ("C2", None, 1, 1),
    ]
    assert [(n.place.note_id, n.codes) for n in notes] == [
        ("N1", (("leaf", 1),)),
        ("N3", ()),
        ("N2", (("top", 1), ("lone", 1))),
        ("N4", (("left", 1),)),
    ]
    assert days[0] is None
    assert [days[1] - day for day in days[2:]] == [58, 59]  # type: ignore[operator]


def summary(text: str, *, coder: str = "amina", written: str = "2017-01-01") -> Summary:
    return Summary(case_id="C1", code="left", coder=coder, written=written, text=text)


def test_the_newest_summary_of_each_coder_counts_and_none_is_overwritten(tmp_path: Path) -> None:
    project = study_maker(tmp_path)(STUDY)
    with project.database() as db:
        assert add_summaries(
            db, [("S1", summary("First.")), ("S2", summary("B", coder="ben"))], "n"
        )
        assert add_summaries(db, [("S3", summary("First."))], "now") == 0, "said already"
        assert add_summaries(db, [("S4", summary("Second."))], "now") == 1
        assert [(s.coder, s.text) for s in load_summaries(db)] == [
            ("amina", "Second."),
            ("ben", "B"),
        ]
        assert [s.text for s in load_summaries(db, "ben")] == ["B"]
        assert db.value("SELECT count(*) FROM summaries") == 3
        add_summaries(db, [("S5", summary(""))], "now")
        assert [s.coder for s in load_summaries(db)] == ["ben"], "an empty text withdraws"
        logged = db.rows("SELECT summary FROM events WHERE action = 'summarise'")
        assert {row[0] for row in logged} == {"case C1, code left"}, "the log has no words of it"


def test_a_summary_is_forgotten_in_all_its_versions(tmp_path: Path) -> None:
    project = study_maker(tmp_path)(STUDY)
    with project.database() as db:
        marked = "Zebrawood rang"
        add_summaries(db, [("S1", summary(marked))], "now")
        add_summaries(db, [("S2", summary("He rang"))], "now")
        assert forget_summary(db, "C1", "left", "amina", "now") == 2
        assert forget_summary(db, "C1", "left", "amina", "now") == 0
        assert load_summaries(db) == []
        for file in project.database_path.parent.iterdir():
            assert marked.encode() not in file.read_bytes(), file.name


def test_a_summary_knows_that_words_were_masked_after_it(tmp_path: Path) -> None:
    project = study_maker(tmp_path)(STUDY)
    with project.database() as db:
        add_summaries(db, [("S1", summary("Old", written="2017-01-01"))], "now")
        with db.writing():
            db.execute(
                "INSERT INTO mask_decisions VALUES ('D', 'C1', 'N1', 'mask', 0, 'PERSON', '', '',"
                " 0, 'ann', '2017-02-01', 'active')"
            )
        add_summaries(db, [("S2", summary("New", coder="ben", written="2017-03-01"))], "now")
        masked = {s.text: s.masked_since for s in load_summaries(db)}
        assert masked == {"Old": True, "New": False}
        with db.writing():
            db.execute("UPDATE anonymised_cases SET finished = '2017-04-01'")
        assert all(s.masked_since for s in load_summaries(db)), "anonymised again since"
