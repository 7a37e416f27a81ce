"""Timelines as they are drawn: months in a row, heights, cases without dates."""

from datetime import date

from notecode.analysing.timeline import (
    draw_cases,
    draw_notes,
    draw_timeline,
    height,
    month_rows,
    note_rows,
    timeline_of,
)
from notecode.model import Case, Code, Codebook
from notecode.passages import CaseMonth, CodedNote, Place

BOOK = Codebook(
    title="A codebook",
    codes=(
        Code(id="direct", label="Direct work", definition="d"),
        Code(id="contact", label="Contact", definition="d", parent="direct"),
    ),
    agencies=(),
)
START = date(2017, 1, 1)


def note(key: str, day: date | None, *codes: tuple[str, int]) -> CodedNote:
    place = Place(
        note_id=key,
        case_id="C1",
        site="North",
        date=day,
        month=None,
        contact_type="Email",
        author_role="",
    )
    return CodedNote(place=place, codes=codes)


NOTES = (
    note("N0", None),
    note("N1", date(2017, 1, 1), ("contact", 2)),
    note("N2", date(2017, 1, 2), ("direct", 1), ("gone", 1)),
    note("N3", date(2017, 3, 20)),
)


def test_months_stand_in_a_row_with_those_in_which_nothing_was_written() -> None:
    found = timeline_of(Case(id="C1", site="North", start=START), NOTES)
    assert draw_timeline(found, BOOK, 60) == [
        "Month         1  2  3  none",
        "---------------------------",
        "Notes         █     ▄     ▄",
        "              2  .  1     1",
        "References    █",
        "              4  .  .     .",
        "Direct work   3  .  .     .",
        "  Contact     2  .  .     .",
        "gone          1  .  .     .",
    ]
    own = draw_timeline(found, BOOK, 60, roll_up=False)
    assert own[-3:] == [
        "Direct work   1  .  .     .",
        "Contact       2  .  .     .",
        "gone          1  .  .     .",
    ]


def test_a_case_without_a_start_has_months_from_its_first_note() -> None:
    found = timeline_of(Case(id="C1", site=""), NOTES)
    assert not found.by_start
    assert found.months == (None, 1, 1, 3)
    assert timeline_of(Case(id="C1", site=""), NOTES[:1]).months == (None,)
    assert {row[6] for row in note_rows(found, BOOK)} == {None}, "a day of no intervention"


def test_notes_before_the_start_have_months_of_zero_and_less() -> None:
    found = timeline_of(Case(id="C1", site="", start=date(2017, 1, 2)), NOTES)
    assert found.months == (None, 0, 1, 3)
    assert draw_timeline(found, BOOK, 60)[0].split() == ["Month", "0", "1", "2", "3", "none"]


def test_each_note_is_a_row_and_each_of_its_codes() -> None:
    found = timeline_of(Case(id="C1", site="North", start=START), NOTES)
    cells = [(row[1], *row[6:]) for row in note_rows(found, BOOK)]
    assert cells == [
        ("N0", None, None, None, 0),
        ("N1", 1, "contact", "Contact", 2),
        ("N2", 2, "direct", "Direct work", 1),
        ("N2", 2, "gone", "gone", 1),
        ("N3", 79, None, None, 0),
    ]
    assert draw_notes(found, BOOK, 80) == [
        "no date, note N0, Email: not coded",
        "month 1, day 1, note N1, Email: Contact 2",
        "month 1, day 2, note N2, Email: Direct work; gone",
        "month 3, day 79, note N3, Email: not coded",
    ]


def test_a_wrong_date_does_not_make_a_row_of_a_thousand_months() -> None:
    far = (*NOTES, note("N9", date(2117, 1, 1)))
    found = timeline_of(Case(id="C1", site="", start=START), far)
    assert draw_timeline(found, BOOK, 60)[0].split() == ["Month", "1", "3", "1200", "none"]


def test_heights_are_of_the_highest_and_never_nothing_for_something() -> None:
    assert [height(n, 8) for n in range(9)] == list(" ▁▂▃▄▅▆▇█")
    assert height(1, 1000) == "▁"
    assert height(0, 0) == " "


def month(case: str, number: int | None, notes: int, references: int = 0) -> CaseMonth:
    return CaseMonth(case_id=case, month=number, notes=notes, references=references)


def test_every_case_has_a_line_of_months() -> None:
    cases = [Case(id="C1", site="North"), Case(id="C22", site="")]
    months = [month("C1", 0, 4, 1), month("C1", 2, 2), month("C22", 1, 1), month("C22", None, 3)]
    assert draw_cases(months, cases, 60) == [
        "Case  Notes  References  Months 0 to 2",
        "-" * 38,
        "C1        6           1  █ ▄",
        "C22       4           0   ▂",
        "",
        "The highest block is 4 notes in a month.",
        "3 notes without a month, or beyond month 2, in no block.",
    ]
    by_references = draw_cases(months, cases, 60, of="references")
    assert by_references[2] == "C1        6           1  █"
    assert "The highest block is 1 reference in a month." in by_references
    rows = month_rows(months, {case.id: case for case in cases})
    assert rows[0] == ("C1", "North", 0, 4, 1)
    assert rows[-1] == ("C22", None, None, 3, 0)


def test_more_months_than_fit_are_said_to_be_left_out() -> None:
    cases = [Case(id="C1", site="")]
    lines = draw_cases([month("C1", n, 1) for n in range(1, 100)], cases, 60)
    assert all(len(line) <= 60 for line in lines)
    assert "beyond month 35" in lines[-1]
