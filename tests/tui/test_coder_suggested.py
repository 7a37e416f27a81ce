"""Suggestions: other bounds, all of a rule, why, on to the next note, a queue over all notes."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from coder_project import (
    FIRST,
    MENTIONS,
    SUGGESTIONS,
    TEXTS,
    build_project,
    desk_of,
    drive,
    press,
    span_of,
    suggest,
)
from test_coder_actions import selected

from notecode.model import Rule
from notecode.project import find_project
from notecode.project.coding.session import CodingSession, open_coding
from notecode.project.coding.suggestions import Why, queue_up
from notecode.store.filtering import NoteFilter
from notecode.text.layout import width_of
from notecode.tui.coder.queue import Queue
from notecode.tui.coder.review_queue import queue_line
from notecode.tui.coder.why_pane import why_lines


def references(
    session: CodingSession, note_id: str = "N1"
) -> list[tuple[str, str, tuple[str, ...]]]:
    coded = session.open_note(note_id)
    return [(r.code, r.span.cut(coded.note.text), r.agencies) for r in coded.references]


def decisions(project_dir: Path) -> dict[str, str]:
    with sqlite3.connect(project_dir / "corpus" / "notecode.db") as db:
        return dict(db.execute("SELECT suggestion_id, decision FROM decisions"))


def events(project_dir: Path) -> list[tuple[str, str]]:
    with sqlite3.connect(project_dir / "corpus" / "notecode.db") as db:
        return db.execute("SELECT action, state FROM events WHERE coder = 'ann'").fetchall()


# Other bounds

LONGER = "T/C to police re the call-out; no further action. Probation confirmed that he came."


def test_a_suggestion_is_accepted_in_the_bounds_selected(session, project_dir):
    seen = press(session, "shift+right", "enter")
    assert references(session) == [("sharing", LONGER, ("police", "probation"))]
    assert decisions(project_dir) == {"s1": "accepted"}
    assert session.open_note("N1").references[0].suggestion == "s1"
    assert events(project_dir) == [("accept", "done")]
    assert seen.desk.message == "Information sharing, new bounds: saved"
    press(session, "U")
    assert references(session) == []
    assert decisions(project_dir) == {}


@pytest.mark.parametrize("key", ["enter", "i"])
def test_what_is_marked_within_a_suggestion_is_what_is_saved(session, project_dir, key):
    """Whoever has moved away and marks some words of it means these."""
    words = ["right", "left", "left_square_bracket", "left_square_bracket", "right"]
    seen = press(session, *words, "V", "right")
    marked = selected(seen)
    assert "in new bounds" in seen.text
    press(session, *words, "V", "right", key)
    assert [(code, span) for code, span, _ in references(session)] == [("sharing", marked)]
    assert decisions(project_dir) == {"s1": "accepted"}
    assert session.open_note("N1").references[0].origin == "rule-changed"


WAYS = [
    ["left_square_bracket", "left_square_bracket", "right"],
    ["right", "left", "left_square_bracket", "left_square_bracket", "right"],
    ["tab", "home", "left_square_bracket", "left_square_bracket", "right"],
]


@pytest.mark.parametrize("way", WAYS)
def test_its_code_on_other_words_of_it_answers_it_however_one_came_there(session, project_dir, way):
    word = selected(press(session, *way))
    seen = press(session, *way, "i")
    assert seen.desk.message.startswith("Information sharing, new bounds: saved")
    assert [(code, span) for code, span, _ in references(session)] == [("sharing", word)]
    assert decisions(project_dir) == {"s1": "accepted"}
    assert session.open_note("N1").references[0].origin == "rule-changed"


def test_another_code_on_other_words_of_it_leaves_it_open(session, project_dir):
    press(session, *WAYS[1], "d")
    assert [code for code, _, _ in references(session)] == ["disruption"]
    assert decisions(project_dir) == {}


def test_esc_with_nothing_to_leave_moves_nothing(session):
    seen = press(session, "left_square_bracket", "escape", "escape", "escape")
    assert seen.desk.selection == seen.desk.suggestion.span == SUGGESTIONS[0].span


def test_the_new_bounds_are_said_before_they_are_saved(session):
    assert "in new bounds" not in press(session).text
    assert "in new bounds" in press(session, "shift+right").text
    assert "in new bounds" in press(session, "left_square_bracket").text


def test_narrowing_the_unit_narrows_the_suggestion(session, project_dir):
    press(session, "left_square_bracket", "enter")
    assert references(session)[0][1] == "T/C to police re the call-out;"
    assert decisions(project_dir) == {"s1": "accepted"}


def test_the_line_says_which_agencies_the_new_bounds_attach_and_what_the_keys_do(session):
    wider = press(session, "shift+right").text.splitlines()
    assert "Police, Probation" in wider[-2]
    assert "Enter accept" in wider[-1]
    assert "another letter" in wider[-1]
    assert "leaves it open" in wider[-1]
    narrow = press(session, "left_square_bracket", "left_square_bracket").text.splitlines()
    assert "Police" not in narrow[-2]
    assert "another letter leaves it open" in narrow[-1]


def test_a_reference_stepped_to_is_what_the_line_and_the_keys_are_about(session, project_dir):
    there = session.open_note("N1").note
    inside = span_of(there.text, "T/C to police")
    session.code_span("N1", inside, "disruption")
    seen = press(session, "greater_than_sign")
    assert seen.desk.suggestion is None
    assert "Disruption" in seen.text.splitlines()[-2]
    press(session, "greater_than_sign", "enter")
    assert len(references(session)) == 1
    assert decisions(project_dir) == {}
    press(session, "greater_than_sign", "A", "p", "escape")
    assert references(session)[0][2] == ("police", "probation")
    assert press(session, "greater_than_sign", "tab").desk.suggestion is not None


def test_a_reference_on_just_a_suggestion_is_shown_when_stepped_to(session):
    session.code_span("N1", SUGGESTIONS[0].span, "support")
    seen = press(session, "greater_than_sign")
    assert seen.desk.suggestion is None
    assert "Direct support" in seen.text.splitlines()[-2]


def test_its_own_letter_saves_the_new_bounds_and_another_codes_by_hand(session, project_dir):
    press(session, "shift+right", "i")
    assert references(session)[0][:2] == ("sharing", LONGER)
    assert decisions(project_dir) == {"s1": "accepted"}
    press(session, "U", "G", *"N1", "enter", "shift+right", "s")
    assert references(session)[0][:2] == ("support", LONGER)
    assert decisions(project_dir) == {}


@pytest.mark.parametrize("key", ["enter", "backspace"])
def test_other_words_than_are_seen_as_selected_are_never_decided_on(session, project_dir, key):
    away = ["left_square_bracket", "left_square_bracket", "right"]
    seen = press(session, *away)
    assert "Enter selects what is suggested" in seen.text
    seen = press(session, *away, key)
    assert references(session) == []
    assert decisions(project_dir) == {}
    assert seen.desk.selection == seen.desk.suggestion.span == SUGGESTIONS[0].span
    assert seen.desk.message == "this is suggested: Enter accepts it"


def test_a_move_away_leaves_the_bounds_as_they_were(session, project_dir):
    press(session, "left_square_bracket", "left_square_bracket", "right", "enter", "enter")
    assert references(session)[0][1] == "T/C to police re the call-out; no further action."
    assert decisions(project_dir) == {"s1": "accepted"}


def test_esc_gives_the_suggestion_its_own_bounds_again_after_a_mark(session):
    """What Enter then accepts is what it was, also where the mark has moved past its end."""
    seen = press(session, "tab", "V", "right", "escape")
    assert seen.desk.suggestion.id == seen.desk.page.suggestions.items[1].id
    assert seen.desk.selection == seen.desk.suggestion.span


def test_esc_gives_the_suggestion_its_own_bounds_again(session, project_dir):
    seen = press(session, "shift+right", "escape")
    assert seen.desk.suggestion.id == "s1"
    assert seen.desk.selection == SUGGESTIONS[0].span
    press(session, "left_square_bracket", "escape", "enter")
    assert [(span, code) for code, span, _ in references(session)] == [
        ("T/C to police re the call-out; no further action.", "sharing")
    ]
    assert decisions(project_dir) == {"s1": "accepted"}


# All of a rule


@pytest.fixture
def one_rule(tmp_path):
    """All suggestions are of one rule."""
    built = build_project(tmp_path / "p", TEXTS)
    suggest(built, MENTIONS, [replace(s, rule="chasing") for s in SUGGESTIONS])
    return built


def test_all_of_a_rule_are_accepted_in_one_action(one_rule):
    with open_coding(find_project(one_rule), "ann") as session:
        seen = press(session, "equals_sign")
        assert "chasing: 3 suggestions" in seen.text
        assert references(session) == []
        press(session, "equals_sign", "enter")
        codes = sorted(code for code, _, _ in references(session))
        assert codes == ["disruption", "sharing", "sharing"]
        assert decisions(one_rule) == dict.fromkeys(("s1", "s2", "s3"), "accepted")
        assert events(one_rule) == [("accept", "done")]
        seen = press(session, "U")
        assert references(session) == []
        assert decisions(one_rule) == {}
        assert seen.desk.message == "undone: 3 suggestions accepted"


def test_all_of_a_rule_are_rejected_in_one_action(one_rule):
    with open_coding(find_project(one_rule), "ann") as session:
        seen = press(session, "equals_sign", "backspace")
        assert references(session) == []
        assert decisions(one_rule) == dict.fromkeys(("s1", "s2", "s3"), "rejected")
        assert seen.desk.progress.open_suggestions == 1
        assert seen.desk.message == "3 suggestions rejected, U takes it back"


@pytest.mark.parametrize("key", ["escape", "i", "N"])
def test_any_other_key_does_neither(one_rule, key):
    with open_coding(find_project(one_rule), "ann") as session:
        seen = press(session, "equals_sign", key)
        assert references(session) == []
        assert decisions(one_rule) == {}
        assert seen.desk.page.text == FIRST


def test_without_a_suggestion_there_is_no_rule(session):
    assert "no suggestion here" in press(session, "end", "equals_sign").desk.message


# Why


def plain(text: str) -> str:
    return " ".join(text.split())


def test_why_says_rule_and_code_and_closes(session):
    seen = plain(press(session, "Y").text)
    assert "Information sharing is suggested because its words fit a rule. You decide." in seen
    assert "The rule “rule 1” (rule-1) is not in the codebook any more." in seen
    assert "Facts are asked for or given." in seen
    assert "You decide" not in press(session, "Y", "escape").text
    assert "You decide" not in press(session, "Y", "Y").text, "there is nothing more to show"
    assert "coded by hand" in press(session, "end", "s", "Y").desk.message


def test_why_of_what_was_accepted(session):
    press(session, "enter")
    assert "is suggested because" in press(session, "home", "Y").text


def test_why_is_said_in_plain_words_and_the_patterns_when_asked(session):
    suggestion = replace(
        SUGGESTIONS[0], evidence=(span_of(FIRST, "police"), span_of(FIRST, "call-out"))
    )
    says = ("(rang|t/c) .. @police", "<ring> " + "or any other word " * 9)
    rule = Rule(
        id="rule-1", code="sharing", says=says, unless=("asleep",), match=("Rang.",), version="v1"
    )

    def texts(desk, found: Why, **asked: bool) -> list[str]:
        return ["".join(t for t, _ in line) for line in why_lines(desk, found, 78, **asked)]

    async def act(pilot, app):
        desk, found = desk_of(app), Why(suggestion, rule)
        lines = why_lines(desk, found, 78)
        marked = [t.strip() for line in lines for t, style in line if style.reverse]
        assert marked == ["police", "call-out;"]
        short = texts(desk, found)
        said = plain(" ".join(short))
        assert "because it says “police”, “call-out”. You decide." in said
        assert "“police” means Police" in said
        assert "Such as: “Rang.”" in said
        assert "Not where an exception holds." in said
        assert "says: (rang|t/c) .. @police" in said
        assert "Y: all its patterns" in said
        assert "<ring>" not in said
        assert "asleep" not in said
        whole = plain(" ".join(texts(desk, found, whole=True)))
        assert "says: <ring> or any other word" in whole
        assert "unless: asleep" in whole
        assert max(map(width_of, (*short, *texts(desk, found, whole=True)))) <= 78
        assert "another version" not in said
        other = texts(desk, Why(suggestion, replace(rule, version="v2")))
        assert "another version of it by now" in plain(" ".join(other))

    drive(session, act)


def test_the_key_shows_the_patterns_and_then_closes(project_dir):
    book = project_dir / "codebook.yaml"
    rule = "rules: [{id: rule-1, code: sharing, any: ['\\\\bcall-out\\\\b']}]"
    book.write_text(book.read_text().replace("rules: []", rule.replace("\\\\", "\\")))
    with open_coding(find_project(project_dir), "ann") as session:
        assert "Y patterns" in press(session, "Y").text
        seen = press(session, "Y", "Y").text
        assert "Y patterns" not in seen
        assert "You decide" in seen
        assert "call-out\\b" in press(session, "Y", "Y", "end").text
        assert "You decide" not in press(session, "Y", "Y", "Y").text


# On to the next note


def test_after_the_last_of_a_note_the_next_one_opens_if_wanted(project_dir):
    settings = project_dir / "notecode.toml"
    settings.write_text('title = "Test"\n[coder]\nadvance = "note"\n')
    with open_coding(find_project(project_dir), "ann") as session:
        seen = press(session, "enter", "enter", "backspace")
        assert seen.desk.page.coded.note.id == "N2"
        assert seen.desk.suggestion.id == "s4"


# The queue


def walk(session: CodingSession, *keys: str) -> list[str]:
    """The suggestions that one is at, one after the other."""
    seen: list[str] = []

    async def act(pilot, app):
        for key in keys:
            await pilot.press(key)
            await app.workers.wait_for_complete()
            await pilot.pause()
            suggestion = desk_of(app).suggestion
            seen.append(suggestion.id if suggestion else "")

    drive(session, act)
    return seen


def test_the_queue_goes_through_all_notes_by_code(session, project_dir):
    seen = walk(session, "ampersand", "down", "enter", "enter", "enter", "enter", "tab")
    assert seen[2:] == ["s1", "s2", "s3", "s4", "s4"]
    assert decisions(project_dir) == dict.fromkeys(("s1", "s2", "s3"), "accepted")


def test_the_queue_by_rule_says_where_one_is_and_esc_leaves(session):
    seen = press(session, "ampersand", "enter", "tab")
    assert "rule rule-2: 1 of 1  2 of 4 in the whole queue" in seen.text
    seen = press(session, "ampersand", "enter", "tab", "shift+tab")
    assert "1 of 4 in the whole queue" in seen.text
    seen = press(session, "ampersand", "enter", "escape")
    assert "whole queue" not in seen.text
    assert seen.desk.queue is None


def test_the_queue_begins_with_the_rule_that_is_typed(session):
    seen = walk(session, "ampersand", *"rule-3", "enter", "tab", "tab")
    assert seen[-3:] == ["s3", "s4", "s4"]
    seen = press(session, "ampersand", *"disr", "enter")
    assert "code Disruption: 1 of 1" in seen.text


def test_a_queue_that_one_has_left_for_another_note_waits(session):
    keys = ("ampersand", "enter")
    line = press(session, *keys).text.splitlines()[1]
    assert "1 of 1" in line
    away = press(session, *keys, "N", "N").text.splitlines()[1]
    assert "waits: Tab goes back to it" in away
    assert "1 of" not in away
    assert press(session, *keys, "N", "N", "tab").text.splitlines()[1] == line


def test_undo_in_the_queue_comes_back_to_what_was_undone(session, project_dir):
    seen = walk(session, "ampersand", "enter", "backspace", "U", "backspace")
    assert seen[-3:] == ["s2", "s1", "s2"]
    assert decisions(project_dir) == {"s1": "rejected"}


def test_the_queue_keeps_to_the_filter_and_passes_over_what_others_closed(session, project_dir):
    seen = press(session, "F", *"C002", "enter", "ampersand", "enter")
    assert seen.desk.message == "no suggestion is open in the notes listed"
    seen = press(session, "asterisk", "ampersand", "enter")
    with open_coding(find_project(project_dir), "ann") as other:
        queued = next(queue_up(other.db, "ann", NoteFilter(), "rule"))
        assert len(queued.numbers) == 4
        assert [group.name for group in queued.groups] == ["rule-1", "rule-2", "rule-3", "rule-4"]


def test_coding_another_span_by_hand_does_not_leave_the_queue(session):
    seen = press(session, "ampersand", "enter", "end", "s")
    assert seen.desk.queue is not None
    assert references(session)[0][1] == "He was late."


@pytest.mark.parametrize("keys", [(), ("N",)])
def test_the_line_of_the_queue_keeps_its_key_at_every_width(session, keys):
    desk = press(session, "ampersand", "enter", "tab", *keys).desk
    for width in range(60, 130):
        said = "".join(text for text, _ in queue_line(desk, width))
        assert len(said) == width
        assert said.endswith("Esc leaves ")
        assert said.startswith(" rule rule-2")
    assert ("whole queue" in said) == (not keys)


def test_a_long_name_in_the_queue_gives_way_to_the_count(session):
    desk = press(session, "ampersand", "enter", "tab").desk
    queued = desk.queue.queued
    long = [replace(group, name="a-very-long-name-of-a-rule" * 3) for group in queued.groups]
    note_id = desk.queue.note_id
    desk.queue = Queue(replace(queued, groups=long), desk.queue.at)
    desk.queue.note_id = note_id
    said = "".join(text for text, _ in queue_line(desk, 80))
    assert "…: 1 of 1 " in said
    assert len(said) == 80
