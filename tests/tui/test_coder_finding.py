"""Filters, search, going places and bookmarks, by their keys."""

from datetime import date

import pytest
from coder_project import (
    AWKWARD,
    FIRST,
    SECOND,
    TEXTS,
    build_project,
    desk_of,
    drive,
    press,
    screen_text,
    span_of,
)
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.strip import Strip

from notecode.model import Span
from notecode.project import find_project
from notecode.project.coding.session import CodingSession, NoteRow, open_coding
from notecode.tui.coder.filter_words import day_of
from notecode.tui.coder.hits import Hits, next_span
from notecode.tui.note_list import note_wording
from notecode.tui.note_view import NoteView


def settled(session: CodingSession, *steps: tuple[str, ...], size=(80, 24)) -> list[object]:
    """Press the keys of each step, wait for what is asked in the background, and look."""
    seen: list[object] = []

    async def act(pilot, app):
        for keys in steps:
            await pilot.press(*keys)
            await app.workers.wait_for_complete()
            await pilot.pause()
            seen.append(screen_text(app))
        seen.append(desk_of(app))

    drive(session, act, size)
    return seen


# Finding words


def test_enter_at_a_word_that_was_found_goes_on_and_accepts_nothing(session, project_dir):
    seen = press(session, "slash", *"police", "enter")
    assert seen.desk.suggestion is None
    bar, message = seen.text.splitlines()[-2:]
    assert "found  police" in bar
    assert "new bounds" not in bar
    assert "1 of 2 here" in message
    seen = press(session, "slash", *"police", "enter", "enter")
    assert seen.desk.selection == Span(FIRST.rindex("police"), FIRST.rindex("police") + 6)
    seen = press(session, "slash", *"police", "enter", "backspace")
    assert len(seen.desk.page.suggestions.items) == 3
    assert session.open_note("N1").references == ()
    assert press(session, "slash", *"police", "enter", "tab", "enter").desk.progress.references == 1


def test_a_letter_codes_the_word_that_was_found_with_its_agency(session):
    press(session, "slash", *"police", "enter", "s")
    (made,) = session.open_note("N1").references
    assert (made.span.cut(FIRST), made.agencies, made.suggestion) == ("police", ("police",), "")


def test_what_is_not_found_is_named_and_where_it_was_looked_for(session):
    _, desk = settled(session, ("slash", *"zebra", "enter"))
    assert desk.message == "not found in any note: zebra"
    _, desk = settled(session, ("F", *"C002", "enter"), ("slash", *"zebra", "enter"))[-2:]
    assert desk.message == "not found in the 2 notes of this list: zebra; * lists all notes"


def test_a_quote_that_is_not_closed_reaches_to_the_end(session):
    seen = press(session, "slash", "quotation_mark", *"the", "space", *"call", "enter")
    assert [span.cut(FIRST) for span in seen.desk.page.hits.items] == ["the call"]


# Filters


def test_filters_combine_and_are_shown_and_cleared(session):
    seen = press(session, "end", "s", "F", *"unc", "tab", *"with", "enter")
    assert seen.desk.ids == ["N2"]
    assert "1 of 4  uncoded and with suggestions" in seen.text
    assert seen.desk.page.text == SECOND
    seen = press(session, "F", *"unc", "enter", "asterisk")
    assert seen.desk.ids == ["N1", "N2", "N3", "N4"]
    assert "uncoded" not in seen.text.splitlines()[1]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("suggested", "with suggestions"),
        ("with suggestions", "with suggestions"),
        ("uncoded", "uncoded"),
        ("not coded", "uncoded"),
        ("coded", "coded"),
        ("done", "done"),
        ("not done", "not done"),
        ("finished", "done"),
        ("flagged", "doubtful"),
        ("doubtful", "doubtful"),
        ("bookmarks", "bookmarked"),
    ],
)
def test_a_state_is_found_by_each_of_its_words(session, typed, name):
    keys = ("space" if letter == " " else letter for letter in typed)
    text = settled(session, ("F", *keys, "tab"))[0]
    (line,) = (line for line in text.splitlines() if "state  " in line)
    assert line.split("state")[1].strip(" │┃|") == name


def test_a_combined_filter_that_was_left_is_come_back_to(session):
    combined = ("F", *"C001", "tab", *"with", "enter")
    _, _, _, desk = settled(session, combined, (), ("F", "F"))
    assert "F, then -, lists" in desk.message
    assert len(desk.wanted.values) < 2
    _, _, _, desk = settled(session, combined, ("F", "F"), ("F", "minus"))
    assert len(desk.wanted.values) == 2
    assert desk.ids == ["N1", "N2"]
    assert "F, then -, lists" in settled(session, combined, ("asterisk",))[-1].message


def test_values_are_counted_beside_the_other_filters(session):
    text, shown, _ = settled(session, ("F", "down", "down", "right"), ("tab",))
    lines = [line for line in text.splitlines() if "C00" in line]
    assert [line.split()[-2:] for line in lines[1:]] == [["C001", "2"], ["C002", "2"]]
    assert "2 of 4 notes, case" in shown
    assert "✓ C001" in shown


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("C002", ["N3", "N4"]),
        ("Site 1", ["N1", "N2", "N3", "N4"]),
        ("Probation", ["N1"]),
        ("month of 2", ["N1", "N2", "N3", "N4"]),
        ("calendar 2024", ["N1", "N2", "N3", "N4"]),
        ("T/C", ["N1", "N2", "N3", "N4"]),
    ],
)
def test_a_value_is_found_by_typing(session, typed, ids):
    keys = ["space" if c == " " else "slash" if c == "/" else c for c in typed]
    _, desk = settled(session, ("F", *keys, "enter"))
    assert desk.ids == ids
    assert desk.wanted


def test_notes_are_filtered_by_code_agency_and_coder(session, project_dir):
    with open_coding(find_project(project_dir), "ben") as ben:
        ben.code_span("N3", Span(0, 3), "support")
    session.code_span("N2", Span(0, 5), "support")
    assert press(session, "F", *"code", "space", *"dire", "space", *"work", "enter").desk.ids == [
        "N2"
    ], "codes under it count"
    both = ("F", *"ben", "tab", *"direct", "space", *"s", "enter")
    assert press(session, *both).desk.ids == ["N3"], "of the coder that is asked for"


def test_days_and_words_are_typed(session):
    to_since = ["F", *["down"] * 10, "right"]
    seen = press(session, *to_since, *"2024-03-03", "enter")
    assert seen.desk.ids == ["N3", "N4"]
    assert "from 2024-03-03" in seen.text
    seen = press(session, *to_since, *"2024-3-40", "enter")
    assert seen.desk.ids == ["N1", "N2", "N3", "N4"]
    assert "a day as 2024-03-05" in seen.text
    seen = press(session, "F", *["down"] * 12, "right", *"poli", "enter")
    assert seen.desk.ids == ["N1"]
    assert "“poli”" in seen.text


def test_esc_leaves_the_list_as_it_was(session):
    seen = press(session, "F", *"unc", "tab", "escape", "escape")
    assert not seen.desk.wanted
    seen = press(session, "F", "right", "escape", "escape")
    assert "notes:" not in seen.text


def test_a_part_of_the_filter_is_dropped(session):
    seen = press(session, "F", *"C002", "tab", *"T/C".replace("/", ""), "escape", "down", "down")
    assert "C002" in seen.text
    seen = press(session, "F", *"C002", "tab", "down", "down", "backspace", "enter")
    assert seen.desk.ids == ["N1", "N2", "N3", "N4"]


def test_a_filter_that_no_note_passes_is_said_and_changes_nothing(session):
    seen = press(session, "F", *"coded", "enter")
    assert seen.desk.ids == ["N1", "N2", "N3", "N4"]
    assert seen.desk.message == "no note is coded: the list stays as it was"


def test_the_next_note_and_suggestion_keep_to_the_filter(session):
    seen = press(session, "F", *"C002", "enter", "N", "N")
    assert seen.desk.message == "this is the last note"
    seen = press(session, "F", *"C002", "enter", "S")
    assert seen.desk.message == "no other note of this list has suggestions"


def test_letters_in_the_pane_code_nothing(session):
    press(session, "F", *"sdi12", "escape", "escape")
    assert not any(session.open_note(i).references for i in session.note_ids())


@given(st.integers(1990, 2030), st.integers(1, 12))
def test_a_month_is_its_first_or_last_day(year, month):
    first, last = day_of(f"{year}-{month}", "since"), day_of(f"{year}-{month:02}", "until")
    assert first is not None
    assert last is not None
    assert (first.day, first.month, last.month) == (1, month, month)
    assert day_of((last).isoformat(), "since") == last
    assert last.toordinal() - first.toordinal() in {27, 28, 29, 30}


@pytest.mark.parametrize("typed", ["", "2024-13", "March", "24-03-05", "2024-02-30"])
def test_what_is_no_day(typed):
    assert day_of(typed, "since") is None


# Search


def hit_rows(session: CodingSession, *keys: str) -> list[Strip]:
    found: list[Strip] = []

    async def act(pilot, app):
        await pilot.press(*keys)
        await app.workers.wait_for_complete()
        await pilot.pause()
        note = app.screen.query_one(NoteView)
        found.extend(note.render_line(y) for y in range(6))

    drive(session, act)
    return found


@pytest.mark.parametrize("colour", [True, False])
def test_places_found_are_marked_with_and_without_colour(session, monkeypatch, colour):
    if not colour:
        monkeypatch.setenv("NO_COLOR", "1")
    rows = hit_rows(session, "end", "slash", *"poli", "enter")
    marked = [
        segment.text for row in rows for segment in row if segment.style and segment.style.underline
    ]
    assert marked == ["p", "olice", "police"], "the cursor's letter stands apart"
    assert [row.text[6] for row in rows][:5] == ["/", " ", " ", " ", "/"]


def test_words_that_go_on_in_any_order_with_accents_folded(session):
    assert press(session, "slash", *"rent", "space", *"fla", "enter").desk.page.text == SECOND
    seen = press(session, "slash", *"cafe", "enter")
    assert seen.desk.page.text == AWKWARD
    assert seen.desk.selection == span_of(AWKWARD, "Cafe\u0301")
    seen = press(session, "slash", *"rent", "space", *"police", "enter")
    assert seen.desk.message == "not found in any note: rent police"
    assert press(session, "slash", "minus", "enter").desk.message.startswith("there is no letter")


def test_next_and_previous_go_through_notes_and_round(session):
    keys = ("slash", *"he", "enter")
    seen = press(session, *keys)
    assert seen.desk.selection == Span(FIRST.index("he came"), FIRST.index("he came") + 2)
    assert "1 of 2 here; 2 notes have it" in seen.desk.message
    seen = press(session, *keys, "M", "right_parenthesis")
    assert seen.desk.page.text == SECOND
    seen = press(session, "G", *"N1", "enter", *keys, "left_parenthesis")
    assert seen.desk.page.text == SECOND
    assert seen.desk.selection == Span(SECOND.index("he owes"), SECOND.index("he owes") + 2)


def test_a_search_keeps_to_the_notes_listed(session):
    seen = press(session, "F", *"C002", "enter", "slash", *"flat", "enter")
    assert seen.desk.message.startswith("not found in the 2 notes of this list: flat")
    seen = press(session, "slash", *"he", "enter", "F", *"C001", "enter")
    assert seen.desk.hits.notes == [0, 1]


def test_the_places_are_listed_with_their_words(session):
    seen = press(session, "slash", *"he", "enter", "slash", "enter")
    assert "found:" in seen.text
    assert "the rent he owes" in seen.text
    seen = press(session, "slash", *"he", "enter", "slash", "enter", *"owes", "down", "enter")
    assert seen.desk.page.text == SECOND
    assert seen.desk.selection == Span(SECOND.index("he owes"), SECOND.index("he owes") + 2)
    assert press(session, "slash", "enter").desk.message == "type what to look for"


def test_esc_takes_the_marks_off(session):
    seen = press(session, "slash", *"he", "enter", "escape")
    assert not seen.desk.page.hits.items
    assert not seen.desk.hits


def test_an_answer_does_not_move_who_went_on_meanwhile(session, monkeypatch):
    async def act(pilot, app):
        asked = []
        monkeypatch.setattr(app.screen.background, "ask", lambda *question: asked.append(question))
        await pilot.press("slash", *"flat", "enter")
        desk = desk_of(app)
        assert desk.message == "searching…"
        (_, question, take), moved = asked[0], desk.page.text
        await pilot.press("end")
        take(next(question(session.db, "ann")))
        assert desk.page.text == moved == FIRST
        assert desk.message == "1 note has it: M goes there"
        await pilot.press("M")
        assert desk.page.text == SECOND

    drive(session, act)


@pytest.mark.parametrize(
    ("asking", "key"), [(("F", "F"), "F"), (("asterisk",), "F"), (("ampersand", "enter"), "&")]
)
def test_an_answer_takes_nobody_away_who_went_on_meanwhile(session, monkeypatch, asking, key):
    async def act(pilot, app):
        await pilot.press("end", "s")
        await app.workers.wait_for_complete()
        background, asked = app.screen.background, []
        monkeypatch.setattr(background, "ask", lambda *question: asked.append(question))
        await pilot.press(*asking)
        _, question, take = asked[-1]
        desk = desk_of(app)
        listed = desk.ids
        await pilot.press("Z", "shift+left")
        here, said = desk.here, desk.message
        take(next(question(session.db, "ann")))
        assert (desk.mode, desk.here, desk.ids) == ("resize", here, listed)
        assert desk.queue is None
        assert f"found, but you went on meanwhile: {key} asks again" in desk.message
        assert desk.message.startswith(said if said != "searching…" else "found")
        await pilot.press("escape")
        take(next(question(session.db, "ann")))
        assert desk.mode == "read"

    drive(session, act)


def test_a_newer_question_replaces_the_one_before(session):
    async def act(pilot, app):
        screen = app.screen
        taken: list[str] = []

        def slow(db, coder):
            import time

            time.sleep(0.2)
            yield "old"

        screen.background.ask("test", slow, taken.append)
        screen.background.ask("test", lambda db, coder: iter(["new"]), taken.append)
        await app.workers.wait_for_complete()
        assert taken == ["new"]

    drive(session, act)


# What is pure


@given(
    st.lists(st.integers(0, 20), unique=True).map(sorted),
    st.integers(-1, 22),
    st.sampled_from([1, -1]),
)
def test_the_next_place_is_the_nearest_on_that_side(starts, here, direction):
    spans = [Span(at, at + 1) for at in starts]
    at = next_span(spans, Span(here, here + 1) if here >= 0 else None, direction)
    if here < 0:
        assert at == (0 if spans else None)
        return
    side = [s for s in starts if (s > here if direction > 0 else s < here)]
    expected = (min(side) if direction > 0 else max(side)) if side else None
    if here not in starts and direction > 0 and here < max(starts, default=-1):
        expected = min(s for s in starts if s >= here)
    assert (spans[at].start if at is not None else None) == expected


@given(st.sets(st.integers(0, 9)), st.integers(0, 9))
def test_the_next_note_that_has_it_goes_round(notes, at):
    listed = [f"n{n}" for n in range(10)]
    hits = Hits("word")
    hits.take([f"n{n}" for n in notes], listed)
    following, before = hits.next_note(at, 1), hits.next_note(at, -1)
    if not notes:
        assert following is before is None
        return
    assert following == min((n for n in notes if n > at), default=min(notes))
    assert before == max((n for n in notes if n < at), default=max(notes))


def test_a_project_of_one_note(tmp_path):
    built = build_project(tmp_path / "p", {"N1": TEXTS["N1"]})
    with open_coding(find_project(built), "ann") as session:
        seen = press(session, "F", "F", "underscore", "S", "slash", *"zz", "enter", "M")
        assert seen.desk.ids == ["N1"]


def test_a_question_that_fails_is_said_and_nothing_else_happens(session):
    async def act(pilot, app):
        await pilot.press("end", "s", "Z", "shift+left")
        here = desk_of(app).here

        def broken(db, coder):
            yield db.rows("SELECT nothing FROM nowhere")

        app.screen.background.ask("test", broken, lambda answer: None)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert desk_of(app).message.startswith("! ")
        assert (desk_of(app).mode, desk_of(app).here) == ("resize", here)

    drive(session, act)


def test_a_click_goes_into_a_part_and_takes_a_value(session):
    async def act(pilot, app):
        async def click(text: str) -> None:
            rows = screen_text(app).splitlines()
            row = next(n for n, line in enumerate(rows) if text in line)
            await pilot.click(offset=(6, row))
            await app.workers.wait_for_complete()
            await pilot.pause()

        await pilot.press("F")
        await click("case  ")
        await click("C002")
        assert "✓ C002" in screen_text(app)
        await pilot.press("escape", "enter")
        await app.workers.wait_for_complete()
        assert desk_of(app).ids == ["N3", "N4"]

    drive(session, act)


# The list


def row_of(number: int, case: str, **more: object) -> NoteRow:
    known = {"references": 0, "open_suggestions": 0, "site": "S", "month": None} | more
    day = date(2024, 3, number)
    return NoteRow(id=f"N{number}", case_id=case, date=day, contact_type="Telephone", **known)


def test_notes_are_grouped_by_case():
    rows = [row_of(1, "C1", references=12, open_suggestions=3), row_of(2, "C1"), row_of(3, "C2")]
    lines = [
        "".join(text for text, _ in note_wording(row, above))
        for row, above in zip(rows, [None, *rows], strict=False)
    ]
    assert lines == [
        "●  C1      24-03-01 Tel… 12  3?",
        "○  │       24-03-02 Tel…       ",
        "○  C2      24-03-03 Tel…       ",
    ]


def test_the_first_row_in_sight_names_its_case(session):
    seen = press(session, size=(120, 24))
    listed = [line[:10] for line in seen.text.splitlines()[1:5]]
    assert listed == ["○  C001   ", "○  │      ", "○  C002   ", "○  │      "]


# Typed ahead


def ahead(session: CodingSession, *keys: str):
    """Press all keys before the coder reads the first; the desk and the screen at the end."""
    seen: list[object] = []

    async def act(pilot, app):
        for key in keys:
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        seen.extend((desk_of(app), screen_text(app)))

    drive(session, act)
    return seen


def test_a_tab_typed_ahead_of_the_counts_takes_the_value(session):
    desk, text = ahead(session, "F", *"C002", "tab")
    assert "2 of 4 notes" in text
    desk, text = ahead(session, "F", *"C002", "tab", *"unc", "tab", "enter")
    assert desk.wanted.values == (("case", "C002"), ("state", "uncoded"))
    assert desk.ids == ["N3", "N4"]


def test_what_is_typed_after_it_goes_where_it_was_meant(session, project_dir):
    desk, _ = ahead(session, "F", *"C001", "enter")
    assert desk.ids == ["N1", "N2"]
    desk, text = ahead(session, "F", *"uncoded", "down", "up", "tab", *"C0", "escape")
    assert "every" not in text
    assert "of 4 notes" in text, "Esc took back what was typed, and the pane is open"
    assert session.progress().references == 0


def test_escape_drops_what_is_kept(session):
    desk, text = ahead(session, "F", *"C002", "tab", "escape", "escape", "escape")
    assert not desk.wanted
    assert "notes:" not in text


def test_a_group_of_suggestions_may_be_typed_ahead(session):
    desk, _ = ahead(session, "ampersand", *"rule-4", "enter")
    assert desk.queue is not None
    assert desk.page.coded.note.id == "N2"


def test_the_first_place_found_may_be_taken_ahead(session):
    press(session, "slash", *"flat", "enter")
    desk, _ = ahead(session, "slash", *"he", "enter")
    assert desk.hits
    seen: list[str] = []

    async def act(pilot, app):
        await pilot.press("slash", *"flat", "enter")
        await app.workers.wait_for_complete()
        await pilot.press("P")
        for key in ("slash", "enter", "enter"):
            app.post_message(events.Key(key, None))
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        seen.append(desk_of(app).page.coded.note.id)

    drive(session, act)
    assert seen == ["N2"]
