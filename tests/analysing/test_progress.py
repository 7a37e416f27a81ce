"""How far a coder has come: tallies, days of work, the last session, and honest guesses."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

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
    found = progress(*((at(2 * n), f"n{n}") for n in range(16)))
    whole = replace(found.whole, done=20, marked=45)
    said = " ".join(text_of(replace(found, whole=whole)).split())
    assert "50 coded, 20 done, 0 decided on, 30 untouched, of 100 notes" in said
    assert "45, coded or not; 55 not marked" in said
    assert "30 untouched notes: about" in said
    assert "▓" * 12 in said


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


def test_what_is_left_is_guessed_from_the_pace() -> None:
    found = progress(*((at(2 * n), f"n{n}") for n in range(16)))
    assert found.hour_pace == pytest.approx(32)
    assert found.day_pace == 16
    said = " ".join(text_of(found).split())
    assert "50 untouched notes: about 1.6 hours at the pace of the last session" in said
    assert "about 3.1 days of work at 16 new notes a day (one day of work)" in said
    assert "A guess: notes differ in length" in said


def test_a_small_rest_is_told_in_minutes() -> None:
    said = text_of(progress(*((at(2 * n), f"n{n}") for n in range(16)), untouched=8))
    assert "about 15 minutes at the pace" in said
    assert "less than a day of work" in " ".join(said.split())


def test_a_session_that_is_too_short_gives_no_pace() -> None:
    found = progress((at(0), "a"), (at(1), "b"), (at(2), "c"))
    assert found.hour_pace is None
    assert found.day_pace is None
    assert "at the pace" not in text_of(found)
    assert "new notes a day" not in text_of(found)
    none = progress()
    assert none.day_pace is None
    assert "cannot be said" in " ".join(text_of(none).split())
    assert "Nothing that this coder did is in the log yet." in text_of(none)


def test_the_pace_by_day_is_the_median_of_the_last_ten() -> None:
    found = progress(
        *(
            (at(n, days=day), f"n{day}-{n}")
            for day in range(12)
            for n in range(90 if day < 2 else 4)
        )
    )
    assert found.day_pace == 4
    assert "(median of the last 10 days of work)" in " ".join(text_of(found).split())


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
    found = progress(*((at(2 * n), f"n{n}") for n in range(16)))
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
    assert found["new_notes_per_hour"] == pytest.approx(32)
    assert found["hours_left"] == pytest.approx(50 / 32)
    short = progress_to_json(progress((at(0), "a")))
    assert short["hours_left"] is None
    assert short["new_notes_per_hour"] is None
