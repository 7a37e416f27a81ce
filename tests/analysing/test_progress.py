"""How far a coder has come: tallies, days of work, the last session, and honest guesses."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from notecode.analysing.progress import (
    PAUSE,
    CodingProgress,
    NoteTally,
    add_up,
    code_uses,
    stretches,
)
from notecode.analysing.progress_text import progress_lines, progress_to_json
from notecode.analysing.saturation import steps_of
from notecode.model import Code, Codebook
from notecode.passages import FirstUse

NINE = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def at(minutes: float, *, days: int = 0) -> datetime:
    return NINE + timedelta(minutes=minutes, days=days)


NOTES = ["a", "b", "c", "d"]


@given(st.lists(st.tuples(*[st.integers(0, 9)] * 4), max_size=4))
def test_the_four_states_add_up_to_the_notes(drawn: list[tuple[int, int, int, int]]) -> None:
    tallies = [
        NoteTally(
            name=str(n),
            notes=coded + done + decided + rest,
            coded=coded,
            done=done,
            decided=decided,
            waiting=rest,
            marked=coded + done,
        )
        for n, (coded, done, decided, rest) in enumerate(drawn)
    ]
    whole = add_up("all", tallies)
    assert whole.coded + whole.done + whole.decided + whole.untouched == whole.notes
    assert whole.marked == whole.coded + whole.done
    assert whole.untouched == whole.waiting == sum(rest for *_, rest in drawn)


def test_marks_are_told_apart_and_take_from_what_is_left() -> None:
    found = working(60)
    whole = replace(found.whole, done=20, marked=45)
    said = " ".join(text_of(replace(found, whole=whole)).split())
    assert "50 coded, 20 done, 0 decided on, 30 untouched, of 100 notes" in said
    assert "45, coded or not; 55 not marked" in said
    assert "30 untouched notes: about" in said
    assert "▓" * 12 in said


def test_pauses_are_no_work() -> None:
    moments = [at(0), at(20), at(120), at(125), at(0, days=1), at(30, days=1)]
    days, session = stretches([(moment, "a") for moment in moments], [])
    assert [day.minutes for day in days] == [25, 30]
    assert session is not None
    assert session.minutes == 30


def test_work_past_midnight_is_of_the_later_day() -> None:
    late = NINE.replace(hour=23, minute=50)
    days, session = stretches([(late, "a"), (late + timedelta(minutes=20), "b")], [])
    assert [day.minutes for day in days] == [0, 20]
    assert session is not None
    assert session.minutes == 20


def test_a_session_ends_with_a_pause_and_a_day_at_midnight() -> None:
    actions = [(at(0), "a"), (at(20), "b"), (at(20) + PAUSE, "b"), (at(90), "c"), (at(95), "")]
    days, session = stretches(actions, [at(1), at(91), at(92)])
    (day,) = days
    assert (day.notes, day.new_notes, day.references, day.actions) == (3, 3, 3, 5)
    assert session is not None
    assert (session.began, session.minutes) == (at(90), 5)
    assert (session.notes, session.new_notes, session.references) == (1, 1, 2)


def test_a_note_is_new_on_the_first_day_alone() -> None:
    days, session = stretches([(at(0), "a"), (at(0, days=1), "a"), (at(5, days=1), "b")], [])
    assert [(day.notes, day.new_notes) for day in days] == [(1, 1), (2, 1)]
    assert session is not None
    assert session.new_notes == 1


@given(st.lists(st.tuples(st.integers(0, 20_000), st.sampled_from(NOTES)), max_size=30))
def test_every_action_is_in_one_day_and_new_notes_are_all_notes(
    drawn: list[tuple[int, str]],
) -> None:
    actions = sorted((at(minutes), note) for minutes, note in drawn)
    days, session = stretches(actions, [moment for moment, _ in actions])
    assert sum(day.actions for day in days) == len(actions)
    assert sum(day.references for day in days) == len(actions)
    assert sum(day.new_notes for day in days) == len({note for _, note in actions})
    gaps = [later - earlier for (earlier, _), (later, _) in pairwise(actions)]
    worked = sum((gap for gap in gaps if gap <= PAUSE), timedelta())
    assert sum(day.minutes for day in days) == pytest.approx(worked.total_seconds() / 60)
    assert (session is None) == (not actions)


def test_nothing_in_the_log_is_no_pace() -> None:
    assert stretches([], [at(1)]) == ((), None)


def progress(*actions: tuple[datetime, str], untouched: int = 50) -> CodingProgress:
    days, session = stretches(actions, [moment for moment, _ in actions])
    whole = NoteTally(name="amina", notes=100, coded=100 - untouched, decided=0, waiting=3)
    return CodingProgress(
        coder="amina",
        whole=whole,
        sites=(replace(whole, name=""),),
        cases=(replace(whole, name="C1"),),
        rules={"chased": 7, "met": 1},
        days=days,
        session=session,
    )


def text_of(found: CodingProgress, width: int = 80) -> str:
    return "\n".join(line.text for line in progress_lines(found, width))


def working(minutes: int, *, days: int = 1, untouched: int = 50) -> CodingProgress:
    """A new note every two minutes of so many, on each of so many days."""
    return progress(
        *(
            (at(now, days=day), f"n{day}-{now}")
            for day in range(days)
            for now in range(0, minutes + 1, 2)
        ),
        untouched=untouched,
    )


def test_what_is_left_is_guessed_from_the_notes_an_hour_of_work() -> None:
    found = working(60)
    assert found.hour_pace == pytest.approx(31)
    said = " ".join(text_of(found).split())
    assert "pace 31 new notes an hour of work (31 new notes in 1.0 hours of work on 1 day)" in said
    assert "50 untouched notes: about 1.6 hours of work at 31 new notes an hour." in said
    assert "A guess: notes differ in length" in said


def test_minutes_of_a_first_session_are_no_day() -> None:
    found = working(40)
    assert found.new_notes == 21
    assert found.hour_pace is None
    said = " ".join(text_of(found).split())
    assert "too early to say: 21 new notes in 40 minutes of work on 1 day; it takes" in said
    assert "60 minutes of work and 10 new notes" in said
    assert "50 untouched notes: too early to say how long they take." in said
    assert "an hour" not in said
    assert "A guess" not in said


def test_a_small_rest_is_told_in_minutes() -> None:
    assert "about 15 minutes of work at 31" in text_of(working(60, untouched=8))
    assert "about 2 minutes of work at 31" in text_of(working(60, untouched=1))


def test_an_hour_in_which_few_notes_are_new_says_nothing() -> None:
    found = progress(*((at(2 * n), f"n{n % 9}") for n in range(60)))
    assert found.minutes_worked > 60
    assert found.hour_pace is None
    assert "1 minute of work" in " ".join(text_of(progress((at(0), "a"), (at(1), "b"))).split())
    assert "Nothing that this coder did is in the log yet." in text_of(progress())


def test_the_pace_is_that_of_the_last_ten_days() -> None:
    first = [(at(n), f"n{n}") for n in range(90)]
    later = [(at(10 * n, days=day), f"n{day}-{n}") for day in range(1, 11) for n in range(4)]
    found = progress(*first, *later)
    assert found.minutes_worked == 300
    assert found.hour_pace == 8
    assert "(40 new notes in 5.0 hours of work on 10 days)" in " ".join(text_of(found).split())


def test_where_no_note_is_untouched_nothing_is_guessed() -> None:
    assert "No note is untouched." in text_of(progress((at(0), "a"), untouched=0))


def test_what_is_not_counted_yet_is_said_to_be_counted() -> None:
    found = replace(progress(), days=None)
    assert text_of(found).count("counting …") == 5


CODES = (
    Code(id="indirect", label="Indirect work", definition=""),
    Code(id="sharing", label="Information sharing", definition="", parent="indirect"),
    Code(id="direct", label="Direct work", definition=""),
    Code(id="old", label="Old", definition="", status="retired"),
)
BOOK = Codebook(title="", codes=CODES, agencies=())


def test_codes_count_with_those_beneath_and_a_case_once() -> None:
    uses = code_uses(BOOK, [("C1", "indirect", 1), ("C1", "sharing", 2), ("C2", "sharing", 4)])
    assert [(use.code, use.depth, use.own, use.total, use.cases) for use in uses] == [
        ("indirect", 0, 1, 7, 2),
        ("sharing", 1, 6, 6, 2),
        ("direct", 0, 0, 0, 0),
    ]


def whole_progress() -> CodingProgress:
    found = working(60)
    uses = [
        FirstUse(case_id=f"C{n}", code="sharing", stretch=0, first="2026", references=1)
        for n in range(7)
    ]
    return replace(
        found,
        codes=code_uses(BOOK, [("C1", "sharing", 2)]),
        steps=steps_of(uses),
        coders=(found.whole,),
        references={"amina": 12},
    )


@pytest.mark.parametrize("width", [40, 58, 78, 118, 198])
def test_it_fits_any_width(width: int) -> None:
    lines = progress_lines(whole_progress(), width)
    assert max(cell_len(line.text) for line in lines) <= width
    headings = [line.text for line in lines if line.is_heading]
    assert headings == [
        "Progress of amina",
        "Pace, by the log of actions",
        "What is left",
        "Codes",
        "Open suggestions by rule",
        "Saturation so far",
        "By coder",
        "By site",
        "By case",
    ]
    assert "none recorded" in "\n".join(line.text for line in lines)


def test_the_same_facts_as_json() -> None:
    found = progress_to_json(whole_progress())
    assert found["notes"] == {
        "name": "amina",
        "notes": 100,
        "coded": 50,
        "decided": 0,
        "untouched": 50,
        "done": 0,
        "marked_done": 0,
        "with_open_suggestions": 3,
    }
    assert found["open_suggestions"] == 8
    assert found["minutes_worked"] == 60
    assert found["new_notes_per_hour"] == pytest.approx(31)
    assert found["hours_left"] == pytest.approx(50 / 31)
    short = progress_to_json(progress((at(0), "a")))
    assert short["hours_left"] is None
    assert short["new_notes_per_hour"] is None
