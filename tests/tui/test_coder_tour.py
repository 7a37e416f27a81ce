"""The tour: offered once over invented notes, goes on as things are done, can be undone."""

import asyncio
from dataclasses import replace

import pytest
from coder_project import FIRST, SUGGESTIONS, build_project, desk_of, screen_text, suggest

from notecode.project import find_project
from notecode.project.coding import touring
from notecode.project.coding.session import open_coding
from notecode.store import facts
from notecode.tui.coder.app import CoderApp
from notecode.tui.coder.tour import STEPS

KEYS = (
    ("enter", "Reject one"),
    ("backspace", "nothing is suggested; for this one something is."),
    ("end", "Code the selection"),
    ("s", "Do that on the reference"),
    ("A", "Do that on the reference"),
    ("p", "Undo something"),
    ("enter", "Undo something"),
    ("U", "lists only some notes"),
)


@pytest.fixture
def invented(session):
    facts.save_fact(session.db, facts.SYNTHETIC, "yes")
    session.synthetic = True
    return session


def toured(session, *keys: str, tour: str = "begin", size=(80, 24)) -> list[str]:
    """What the screen shows at first and after each key; the message at the end."""

    async def run() -> list[str]:
        app = CoderApp(session, tour=tour)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await pilot.pause()
            seen = [screen_text(app)]
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
                seen.append(screen_text(app))
            seen.append(desk_of(app).message)
        return seen

    return asyncio.run(run())


def coded(session) -> int:
    return session.progress().references


def test_it_is_offered_once_to_a_coder_over_invented_notes(invented, project_dir):
    assert "Your first time here?" in toured(invented, tour="offer")[0]
    assert "Your first time here?" not in toured(invented, tour="offer")[0]
    with open_coding(find_project(project_dir), "ben") as ben:
        assert touring.is_to_be_offered(ben)


def test_it_is_not_offered_over_real_notes_but_may_be_asked_for(session):
    assert "Your first time" not in toured(session, tour="offer")[0]
    assert "Tour, step 1 of 8" in toured(session, tour="begin")[0]


@pytest.mark.parametrize("key", ["enter", "escape", "end"])
def test_any_key_goes_straight_to_work(invented, key):
    seen = toured(invented, key, tour="offer")
    assert "Your first time" not in seen[1]
    assert "Tour, step" not in seen[1]
    assert coded(invented) == (key == "enter")


def test_the_help_key_begins_it(invented):
    assert "Tour, step 1 of 8" in toured(invented, "question_mark", tour="offer")[1]


def test_each_step_is_done_by_doing_it(session):
    first, *seen = toured(session, *(key for key, _ in KEYS))
    assert "Accept one" in " ".join(first.split())
    for number, (key, said) in enumerate(KEYS):
        told = " ".join(seen[number].split())
        assert said in told, (key, told)
    told = " ".join(seen[0].split())
    assert "Tour, step 2 of 8" in told
    assert "Tour, step 7 of 8" in seen[len(KEYS) - 1]


def all_keys(*last: str) -> list[str]:
    return [*(key for key, _ in KEYS), "F", "escape", "question_mark", *last]


def test_at_the_end_it_says_what_was_saved_and_any_key_keeps_it(session):
    seen = toured(session, *all_keys("escape", "escape", "N"))
    ends = " ".join(seen[-4].split())
    assert "That was the tour: it is over." in ends
    assert "Saved while it ran: 3 things" in ends
    assert "Information sharing accepted; Disruption rejected; Direct" in ends
    assert "Now code: Tab goes to the next suggestion" in ends
    assert "it is over." not in seen[-2]
    assert coded(session) == 2


def test_undo_takes_back_what_it_saved_and_nothing_older(session):
    session.code_span("N2", session.open_note("N2").suggestions[0].span, "sharing")
    seen = toured(session, *all_keys("escape", "U"))
    assert seen[-1] == "3 things of the tour undone; R brings each back"
    assert coded(session) == 1
    assert len(session.open_note("N1").suggestions) == 3


def test_esc_leaves_it_at_any_step(session):
    seen = toured(session, "escape", "escape", "end", "s")
    assert "Esc again leaves" in seen[1]
    assert "Tour, step" not in seen[2]
    assert "You have left the tour." in seen[2]
    assert "Nothing was saved" in seen[2]
    assert "left the tour" not in seen[3]
    assert coded(session) == 1
    seen = toured(session, "escape", tour="no")
    assert "tour" not in seen[1].lower()


def test_one_esc_cancels_and_the_tour_goes_on(session):
    seen = toured(session, "V", "right", "escape", "end", "escape")
    assert "Tour, step 1" in seen[-2]
    assert "Esc again" in seen[-2]
    assert "Esc again" not in seen[-3], "another key lies between"


def test_a_rejection_counts_after_another_was_accepted(session):
    seen = toured(session, "enter", "enter", "backspace")
    assert "Tour, step 2" in seen[2]
    assert "step 2 done" in seen[3]


def test_a_rejection_that_opens_the_next_note_counts(session):
    settings = replace(session.project.settings, advance="note")
    session.project = replace(session.project, settings=settings)
    session.reject("s3")
    seen = toured(session, "enter", "backspace")
    assert "He talked about his flat" in seen[2]
    assert "step 2 done" in seen[2]


def test_it_says_how_to_come_back_to_the_reference(session):
    seen = toured(session, "enter", "backspace", "end", "s", "left")
    assert "First go back" not in seen[4]
    told = " ".join(seen[-2].split())
    assert "First go back to what you coded, with < or >." in told


def test_esc_ends_a_mode_first(session):
    seen = toured(session, "enter", "backspace", "end", "s", "A", "escape", "escape")
    assert "Tour, step 5 of 8" in seen[-3]
    assert "You have left the tour." in seen[-2]


def test_a_note_without_suggestions_has_the_other_steps(tmp_path):
    directory = build_project(tmp_path / "p", {"N1": ("C1", "He came. He left.")})
    with open_coding(find_project(directory), "ann") as session:
        assert "Tour, step 1 of 6" in toured(session)[0]


def test_it_goes_to_a_note_that_has_suggestions(session):
    session.remember_note("N4")
    assert touring.note_for_the_tour(session) == "N1"
    assert "T/C to police" in toured(session)[0]


def test_turning_the_page_is_no_step(session, project_dir):
    suggest(project_dir, [], SUGGESTIONS)
    seen = toured(session, "N", "P")
    assert "Tour, step 1 of 8" in seen[1]
    assert "Tour, step 1 of 8" in seen[2]


@pytest.mark.parametrize("size", [(40, 14), (80, 24), (200, 50)])
def test_every_step_is_told_in_full_at_80x24_and_fits_elsewhere(session, size):
    seen = toured(session, *(key for key, _ in KEYS), size=size)
    assert "Tour, step 7 of 8" in seen[-2]
    if size[0] >= 80:
        assert not any("…" in line for line in seen[0].splitlines()[10:20])
    assert len(STEPS) == 8


HAND = ("enter", "backspace")  # the two steps before one codes by hand
FREE = "Idva rang, she feels safer."


def test_a_sentence_with_a_suggestion_is_not_the_one_to_code_by_hand(session):
    seen = toured(session, *HAND, "left", "right", "end")
    assert "Tour, step 3 of 8" in seen[2]
    assert "for this one something is" in " ".join(seen[2].split())
    assert "Tour, step 3 of 8" not in seen[3], "accepted before: nothing is suggested there"
    assert "Tour, step 4 of 8" in seen[5]


def test_a_letter_that_answers_a_suggestion_is_not_coding_by_hand(session):
    seen = toured(session, *HAND, "end", "shift+tab", "s", "end", "d")
    told = " ".join(seen[4].split())
    assert "Tour, step 4 of 8" in told
    assert "a letter would answer that: go to another" in told
    assert "Tour, step 4 of 8" in seen[5], "a suggestion was accepted as another code"
    assert "Tour, step 5 of 8" in seen[7]
    by_hand = [r for r in session.open_note("N1").references if not r.suggestion]
    assert [r.code for r in by_hand] == ["disruption"]


def test_a_suggestion_is_to_be_gone_to_before_it_is_rejected(session):
    seen = toured(session, "enter", "end")
    assert "First go to one, with Tab." in " ".join(seen[2].split())
    assert "First go to one" not in seen[1]


def test_the_agencies_that_came_along_are_named(session):
    seen = toured(session, *HAND, "end", "left", "left", "i")
    told = " ".join(seen[-2].split())
    assert session.open_note("N1").references[-1].span.cut(FIRST) == FREE
    assert "Idva service, which the words mention, came along." in told
    none = toured(session, "U", "U", "U", *HAND, "end", "i")
    assert "An agency that the words mention comes along" in " ".join(none[-2].split())


def test_help_need_not_be_closed_for_the_tour_to_say_that_it_is_over(session):
    seen = toured(session, *all_keys("left", "enter"))
    assert "selected here" in seen[-4] or "coded here" in seen[-4]
    assert "That was the tour: it is over." in seen[-3]
    assert "it is over" not in seen[-2]
    assert "here:" not in seen[-2], "the help has gone too"


def test_a_note_in_which_every_sentence_is_suggested_is_not_the_one(tmp_path):
    texts = {"N1": ("C001", FIRST.partition("\n")[0]), "N2": ("C001", FIRST)}
    directory = build_project(tmp_path / "p", texts)
    both = [*SUGGESTIONS[:3], *(replace(s, id=f"{s.id}b", note_id="N2") for s in SUGGESTIONS[:3])]
    suggest(directory, [], both)
    with open_coding(find_project(directory), "ann") as session:
        assert touring.note_for_the_tour(session) == "N2"
        assert "note 2/2" in toured(session)[0]
        for suggested in both[3:]:
            session.reject(suggested.id)
        assert touring.note_for_the_tour(session) == "N1", "with suggestions at least"


def test_a_note_without_a_free_sentence_says_which_key_leads_on(tmp_path):
    both = FIRST.partition("\n")[0]
    texts = {"N1": ("C001", FIRST), "N2": ("C001", both), "N3": ("C001", "He came.")}
    directory = build_project(tmp_path / "p", texts)
    suggest(
        directory,
        [],
        [*SUGGESTIONS[:3], *(replace(s, id=f"{s.id}b", note_id="N2") for s in SUGGESTIONS[:3])],
    )
    with open_coding(find_project(directory), "ann") as session:
        seen = toured(session, *HAND, "N", "left", "N", "s")
    told = [" ".join(each.split()) for each in seen]
    assert "This note has none: N goes to the next note." in told[3]
    assert "Tour, step 3 of 8" in told[4]
    assert "Tour, step 4 of 8" in told[5], "its only sentence is selected, and free"
    assert "Tour, step 5 of 8" in told[6]
