"""What is read to be counted, and that it follows the references whatever happens to them."""

import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notecode.attributes import MOST_NUMBER
from notecode.codebook import codebook_to_json, parse_codebook
from notecode.model import (
    Attribute,
    Case,
    CaseValue,
    Codebook,
    CodedFacts,
    Note,
    Reference,
    Span,
    third_begins,
)
from notecode.store import codebooks, counts, references
from notecode.store.attributes import load_attributes
from notecode.store.connection import Database, create_database, open_database
from notecode.store.notes import StoredNote, load_cases, save_anonymised_case

BOOK = """
title: Test
codes:
  - {id: top, label: Top, definition: d}
  - {id: left, label: Left, definition: d, parent: top}
  - {id: right, label: Right, definition: d, parent: top}
  - {id: leaf, label: Leaf, definition: d, parent: left}
  - {id: lone, label: Lone, definition: d}
agencies:
  - {id: police, label: Police, definition: d}
  - {id: probation, label: Probation, definition: d}
"""
CODERS = ("amina", "ben")


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    book, problems = parse_codebook(BOOK, "test.yaml")
    assert book is not None, problems
    return book


@pytest.fixture
def db(tmp_path: Path, codebook: Codebook) -> Iterator[Database]:
    """Two cases with three notes, coded by two people."""
    create_database(tmp_path / "notes.db")
    with open_database(tmp_path / "notes.db") as opened:
        codebooks.save_codebook(opened, codebook, BOOK, codebook_to_json(codebook), "2017")
        store_case(opened, "B", "South", ["late", "early"])
        store_case(opened, "A", "North", ["first"])
        for coder in CODERS:
            references.add_coder(opened, coder, "2017")
        coded = [
            refer(codebook, "R1", "late", "leaf", "police", "probation"),
            refer(codebook, "R2", "first", "left", coder="ben"),
            refer(codebook, "R3", "first", "lone", "police"),
        ]
        references.add_references(opened, coded, "test", "2017")
        yield opened


def store_case(db: Database, case: str, site: str, notes: list[str]) -> None:
    start = date(2017, 1, 10)
    stored = [
        StoredNote(
            note=Note(
                id=note,
                case_id=case,
                text=f"Text of {note}, long enough to code.",
                date=start + timedelta(days=40 * at),
                contact_type="Email" if at else "",
                author_role="CM",
            )
        )
        for at, note in enumerate(notes)
    ]
    values = [
        CaseValue(case_id=case, name="age", state="value", value="41" if case == "A" else "7"),
        CaseValue(case_id=case, name="severity", stage="intake", state="value", value="High")
        if case == "A"
        else CaseValue(case_id=case, name="severity", stage="intake", state="absent"),
    ]
    end = start + timedelta(days=59)
    save_anonymised_case(
        db, Case(id=case, site=site, start=start, end=end), stored, values, settings="", now="2017"
    )


def refer(codebook: Codebook, key: str, note: str, code: str, *agencies: str, coder="amina"):
    return Reference(
        id=key,
        note_id=note,
        span=Span(0, 4),
        code=code,
        agencies=tuple(sorted(agencies)),
        coder=coder,
        origin="hand",
        created="2017",
        codebook=codebook.digest,
    )


def facts_of(db: Database, *dimensions: str, spans: bool = False) -> CodedFacts:
    return counts.load_facts(db, load_cases(db), load_attributes(db, {}), dimensions, spans=spans)


def counted(db: Database) -> list[tuple]:
    """What the table for counting says, in words."""
    return [
        tuple(row)
        for row in db.rows(
            'SELECT r.id, n.id, k.code, k.coder, k.origin, k.agencies, c.start, c."end"'
            " FROM counted_references c JOIN reference_kinds k ON k.number = c.kind"
            " JOIN coded_references r ON r.rowid = c.reference JOIN notes n ON n.rowid = c.note"
            " ORDER BY r.id"
        )
    ]


def coded(db: Database) -> list[tuple]:
    """What the references say themselves."""
    return [
        tuple(row)
        for row in db.rows(
            "SELECT r.id, r.note_id, r.code, r.coder, r.origin, coalesce((SELECT"
            " group_concat(agency, ';') FROM (SELECT agency FROM reference_agencies"
            " WHERE reference_id = r.id ORDER BY agency)), ''), r.start, r.\"end\""
            " FROM coded_references r ORDER BY r.id"
        )
    ]


def test_facts_are_columns_in_the_order_of_the_notes(db: Database) -> None:
    facts = facts_of(db, "case", "site", spans=True)
    assert facts.cases == ("A", "B")
    kinds = [facts.kinds[at] for at in facts.kind]
    assert [(kind.code, kind.coder, kind.agencies) for kind in kinds] == [
        ("leaf", "amina", ("police", "probation")),
        ("left", "ben", ()),
        ("lone", "amina", ("police",)),
    ]
    assert [facts.cases[facts.note_case[note]] for note in facts.note] == ["B", "A", "A"]
    assert list(facts.note) == sorted(facts.note)
    assert list(facts.start) == [0, 0, 0]
    assert list(facts.end) == [4, 4, 4]
    assert counts.load_texts(db, facts.note_number.tolist()) == [
        "Text of late, long enough to code.",
        "Text of early, long enough to code.",
        "Text of first, long enough to code.",
    ]
    assert not len(facts_of(db, "code").start), "spans are read only where they are needed"


def test_columns_of_notes_and_cases_have_their_keys_in_printing_order(db: Database) -> None:
    facts = facts_of(
        db, "month", "third", "contact_type", "site", "attribute:age", "assessment:severity@intake"
    )

    def keys(name: str) -> tuple[tuple[str, ...], list[str]]:
        column = (facts.note_columns | facts.case_columns)[name]
        return column.keys, [column.keys[place] for place in column.places]

    assert keys("month") == (("1", "2"), ["1", "2", "1"])
    assert keys("third") == (("1", "3"), ["1", "3", "1"])
    assert keys("contact_type") == (("Email", ""), ["", "Email", ""])
    assert keys("site") == (("North", "South"), ["North", "South"])
    assert keys("attribute:age") == (("7", "41"), ["41", "7"]), "by number, not by letter"
    assert keys("assessment:severity@intake") == (("High", "absent"), ["High", "absent"])


@pytest.mark.parametrize(
    ("type_", "levels", "state", "value", "key"),
    [
        ("number", (), "value", " 1,024.50 ", "1024.5"),
        ("number", (), "value", "1234567", "1234567"),
        ("number", (), "value", "1,234,568.00", "1234568"),
        ("number", (), "value", "-0.00001", "-0.00001"),
        ("number", (), "value", "90000000000000000", "90000000000000000"),
        ("number", (), "value", "about 40", "about 40"),
        ("date", (), "value", "03/02/2017", "2017-02-03"),
        ("yes/no", ("no", "yes"), "value", "Y", "yes"),
        ("yes/no", ("no", "yes"), "absent", "", "no"),
        ("category", ("a", "b"), "absent", "", "absent"),
        ("ordered", ("none", "high"), "value", "HIGH", "high"),
        ("ordered", ("none", "high"), "missing", "", ""),
    ],
)
def test_values_of_the_case_record_are_counted_by_their_type(type_, levels, state, value, key):
    attribute = Attribute(name="x", type=type_, levels=levels)
    assert counts.case_key(attribute, state, value) == key


@given(st.floats(-MOST_NUMBER, MOST_NUMBER, exclude_min=True, exclude_max=True))
def test_numbers_have_one_key_only_if_they_are_one_number(number: float) -> None:
    attribute = Attribute(name="x", type="number")
    key = counts.case_key(attribute, "value", f"{Decimal(repr(number)):f}")
    assert float(key) == number
    # The key is read as the number it is, wherever keys are sorted.
    assert counts.key_order(attribute, key)[:2] == (1, number)


def test_mixed_values_come_after_those_of_the_type_and_missing_last():
    attribute = Attribute(name="age", type="number")
    keys = ["", "absent", "forty", "41", "7"]
    assert sorted(keys, key=lambda key: counts.key_order(attribute, key)) == [
        "7",
        "41",
        "forty",
        "absent",
        "",
    ]


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    steps=st.lists(
        st.tuples(
            st.sampled_from(["add", "delete", "move", "recode", "with", "without", "text"]),
            st.integers(0, 5),
        ),
        max_size=12,
    )
)
def test_what_is_counted_follows_whatever_happens_to_a_reference(db, codebook, steps):
    statements = {
        "delete": "DELETE FROM coded_references WHERE id = :id",
        "move": 'UPDATE coded_references SET start = start + 1, "end" = "end" + 1 WHERE id = :id',
        "recode": "UPDATE coded_references SET code = 'top' WHERE id = :id AND NOT EXISTS (SELECT 1"
        " FROM coded_references o WHERE o.note_id = coded_references.note_id AND o.code = 'top')",
        "with": "INSERT INTO reference_agencies (reference_id, agency) SELECT :id, 'probation'"
        " WHERE EXISTS (SELECT 1 FROM coded_references WHERE id = :id)"
        " AND NOT EXISTS (SELECT 1 FROM reference_agencies"
        " WHERE reference_id = :id AND agency = 'probation')",
        "without": "DELETE FROM reference_agencies WHERE reference_id = :id AND agency = 'police'",
        "text": "UPDATE notes SET text = text || '!' WHERE id = 'late'",
    }
    for action, number in steps:
        key = f"R{number}"
        with db.writing():
            if action == "add":
                added = db.value("SELECT 1 FROM coded_references WHERE id = ?", (f"N{number}",))
                if added is None:
                    db.execute(
                        'INSERT INTO coded_references (id, note_id, start, "end", code, coder,'
                        " origin, created, codebook) VALUES (?, 'early', ?, 30, 'top', 'ben',"
                        " 'rule', '2017', ?)",
                        (f"N{number}", number, codebook.digest),
                    )
            else:
                db.execute(statements[action], {"id": key} if ":id" in statements[action] else {})
        assert counted(db) == coded(db)


def test_rowids_outlast_a_vacuum(db: Database) -> None:
    with db.writing():
        db.execute("DELETE FROM coded_references WHERE id = 'R1'")
    before = counted(db)
    plain = sqlite3.connect(db.path)
    plain.execute("VACUUM")
    plain.close()
    assert counted(db) == before == coded(db)


def test_an_older_database_gets_what_it_has_counted(tmp_path, db: Database) -> None:
    """As it was before there was a table to count from."""
    kept = counted(db)
    db.close()
    plain = sqlite3.connect(db.path)
    for name in ("new_reference", "changed_reference", "deleted_reference"):
        plain.execute(f"DROP TRIGGER count_{name}")
    plain.execute("DROP TRIGGER count_agency_insert")
    plain.execute("DROP TRIGGER count_agency_delete")
    plain.execute("DROP VIEW references_to_count")
    plain.execute("DROP TABLE counted_references")
    plain.execute("DROP TABLE reference_kinds")
    plain.execute("DROP INDEX notes_for_counting")
    plain.execute("DELETE FROM _sqlite_migrations WHERE name = 'm006_counted_references'")
    plain.execute("PRAGMA user_version = 5")
    plain.commit()
    plain.close()
    with open_database(db.path) as again:
        assert counted(again) == kept


def test_reading_in_parts_changes_nothing(db: Database) -> None:
    whole = facts_of(db, "code", spans=True)
    with mock.patch("notecode.store.counts.NOTES_AT_ONCE", 1):
        parts = facts_of(db, "code", spans=True)
    assert list(parts.note) == list(whole.note)
    assert list(parts.end) == list(whole.end)


def test_a_project_without_references_or_notes(tmp_path: Path) -> None:
    create_database(tmp_path / "empty.db")
    with open_database(tmp_path / "empty.db") as db:
        facts = facts_of(db, "code", "month", "site", spans=True)
        assert (len(facts.note), len(facts.note_case), facts.kinds) == (0, 0, ())
        assert facts.note_columns["month"].keys == ()


def test_keys_of_notes_are_those_of_all_notes(db: Database) -> None:
    assert counts.load_keys(db, "contact_type") == ["", "Email"]
    assert counts.load_keys(db, "author_role") == ["CM"]


@pytest.mark.parametrize("days", [1, 2, 3, 4, 7, 30, 305])
def test_thirds_begin_where_three_times_the_days_so_far_say(days: int) -> None:
    start = date(2017, 1, 30)
    begins = third_begins(start, start + timedelta(days=days - 1))
    for day in range(days):
        begun = sum(first <= start + timedelta(days=day) for first in begins)
        assert begun == 3 * day // days + 1


@pytest.mark.parametrize("days", [1, 2, 5, 10])
@pytest.mark.parametrize("known", ["both", "no start", "no end", "in no order"])
def test_every_note_stands_in_the_third_of_its_day(db: Database, days: int, known: str) -> None:
    start, end = date(2017, 12, 28), date(2017, 12, 27) + timedelta(days=days)
    case = {
        "both": Case(id="C", site="South", start=start, end=end),
        "no start": Case(id="C", site="South", end=end),
        "no end": Case(id="C", site="South", start=start),
        "in no order": Case(id="C", site="South", start=start, end=start - timedelta(days=1)),
    }[known]
    # The later days have the smaller ids, and one note has no day at all.
    on_days = [None, *(start + timedelta(days=at) for at in range(days + 1, -3, -1))]
    stored = [
        StoredNote(note=Note(id=f"C{at:02}", case_id="C", text=f"Note {at}.", date=day))
        for at, day in enumerate(on_days)
    ]
    save_anonymised_case(db, case, stored, [], settings="", now="2017")
    facts = facts_of(db, "third", "contact_type")
    column = facts.note_columns["third"]
    found = [
        column.keys[place]
        for place, case_place in zip(column.places, facts.note_case, strict=True)
        if facts.cases[case_place] == "C"
    ]
    begins = third_begins(case.start, case.end)

    def expected(day: date | None) -> str:
        if day is None or not begins:
            return ""
        if day > end:
            return "after"
        return str(sum(first <= day for first in begins) or "before")

    assert found == [expected(day) for day in on_days]
    assert list(column.keys) == [key for key in counts.THIRDS if key in {*column.keys}]


def test_a_project_without_notes_has_no_thirds(tmp_path: Path) -> None:
    create_database(tmp_path / "empty.db")
    with open_database(tmp_path / "empty.db") as empty:
        column = facts_of(empty, "third").note_columns["third"]
    assert column.keys == ()
    assert not len(column.places)


def test_columns_of_cases_are_added_to_what_was_read(db: Database) -> None:
    read = facts_of(db, "month", "site")
    cases, attributes = load_cases(db), load_attributes(db, {})
    more = counts.with_case_columns(db, read, cases, attributes, ("site", "month", "attribute:age"))
    assert more.case_columns.keys() == {"site", "attribute:age"}
    assert more.case_columns["site"] is read.case_columns["site"]
    assert more.note is read.note
    assert counts.with_case_columns(db, more, cases, attributes, ("attribute:age",)) is more


def test_there_are_no_thirds_without_both_days_in_order() -> None:
    day = date(2017, 1, 30)
    assert third_begins(None, day) == third_begins(day, None) == ()
    assert third_begins(day, day - timedelta(days=1)) == ()
    assert third_begins(date.max, date.max) == (date.max,)
