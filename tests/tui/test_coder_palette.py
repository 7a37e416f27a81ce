"""Codes found by typing, repeated, made while coding, and explained, by keys and the mouse."""

import pkgutil
import sqlite3

import pytest
from coder_project import desk_of, drive, press, screen_text
from test_coder_actions import decisions, stored
from textual import events

from notecode.codebook import parse_codebook, shipped_codebook_text
from notecode.project import find_project
from notecode.project.coding.session import CodingSession, open_coding
from notecode.tui.coder.app import CoderApp
from notecode.tui.coder.pane import PaneView

LAST = "He was late."


def on_screen(seen, words: str) -> str:
    """The line of the screen that has these words."""
    return next(line for line in seen.text.splitlines() if words in line)


def book_of(session: CodingSession) -> str:
    return session.project.codebook_path.read_text(encoding="utf-8")


# Finding


def test_space_three_letters_and_enter_code_the_selection(session):
    seen = press(session, "end", "space", "r", "u", "p", "enter")
    assert stored(session) == [("N1", "disruption", LAST)]
    assert seen.desk.message == "Disruption: saved"


def test_what_is_typed_is_never_taken_for_a_code_or_an_action(session):
    seen = press(session, "end", "space", "s", "d", "X", "question_mark", "J", "escape")
    assert stored(session) == []
    assert not seen.overlay
    assert press(session, "end", "s").desk.message == "Direct support: saved"


def test_the_list_shows_key_label_path_count_and_what_the_marked_one_means(session):
    seen = press(session, "end", "s", "left", "space", "s", "u", "p")
    row = on_screen(seen, "▸")
    assert row.split() == ["▸", "s", "Direct", "support", "Direct", "work", "1"]
    assert "Help for him." in seen.text
    assert "1 Indirect" not in seen.text, "the strip of keys gives way"


def test_one_found_by_its_definition_shows_the_words_instead_of_its_path(session):
    row = on_screen(press(session, "end", "space", *"helP"), "▸")
    assert row.split()[:6] == ["▸", "s", "Direct", "support", "Help", "for"]


def test_the_code_used_last_comes_first_while_nothing_is_typed(session):
    press(session, "end", "d")
    assert "▸ d Disruption" in press(session, "space").text
    press(session, "left", "left", "space", "enter")
    assert [code for _, code, _ in stored(session)] == ["disruption", "disruption"]


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        (["down"], "support"),
        (["tab", "up"], "direct"),
        (["up", "up"], "indirect"),  # past the first line comes the last, a new code, then this
        (["pagedown", "shift+tab"], "indirect"),
        (["pageup"], "direct"),
    ],
)
def test_the_arrows_mark_another(session, keys, code):
    press(session, "end", "space", "d", "i", "r", *keys, "enter")
    assert [each for _, each, _ in stored(session)] == [code]


def test_in_recode_mode_it_recodes(session):
    seen = press(session, "end", "s", "C", "space", "d", "i", "s", "enter")
    assert stored(session) == [("N1", "disruption", LAST)]
    assert seen.desk.mode == "read"


def test_esc_leaves_recode_mode_too_and_changes_nothing(session):
    seen = press(session, "end", "s", "C", "space", "d", "escape")
    assert stored(session) == [("N1", "support", LAST)]
    assert seen.desk.mode == "read"


def test_a_suggestion_is_accepted_as_the_code(session, project_dir):
    seen = press(session, "space")
    assert "accept as:" in seen.text
    press(session, "space", "d", "i", "s", "enter")
    assert decisions(project_dir) == {"s1": "accepted"}
    assert session.open_note("N1").references[0].code == "disruption"


def test_the_same_code_on_the_same_span_is_said_and_another_is_added(session):
    seen = press(session, "end", "s", "space", "d", "i", "s", "enter")
    assert [code for _, code, _ in stored(session)] == ["disruption", "support"]
    seen = press(session, "end", "s")
    assert "this span has Direct support already" in seen.desk.message


@pytest.mark.parametrize("keys", [["A"], ["Z"]])
def test_while_agencies_or_bounds_are_set_it_stays_closed(session, keys):
    seen = press(session, "end", "s", *keys, "space")
    assert "first end this" in seen.desk.message
    assert "code as" not in seen.text


@pytest.mark.parametrize("mode", ["Z", "A"])
@pytest.mark.parametrize("by", [("colon", *"disrupt", "enter"), ("full_stop",)])
def test_no_other_way_codes_while_agencies_or_bounds_are_set(session, mode, by):
    press(session, "end", "s")
    before = stored(session)
    seen = press(session, "end", mode, "left", *by)
    assert stored(session) == before
    assert seen.desk.message == "first end this: Enter, or Esc"
    assert seen.desk.mode == {"Z": "resize", "A": "agencies"}[mode]


def test_a_blank_note_has_nothing_to_code(session):
    seen = press(session, "G", "N", "4", "enter", "space")
    assert "nothing to code" in seen.desk.message


def test_a_click_takes_the_code_of_its_line_and_a_paste_is_looked_for(session):
    async def act(pilot, app: CoderApp):
        await pilot.press("end", "space", "d", "i")
        await pilot.pause()
        pane = app.screen.query_one(PaneView)
        lines = screen_text(app).splitlines()
        y = next(n for n, text in enumerate(lines) if "Direct work" in text)
        await pilot.click(PaneView, offset=(10, y - pane.region.y))
        await pilot.pause()

    drive(session, act)
    assert [code for _, code, _ in stored(session)] == ["direct"]


def test_a_fast_typist_loses_no_letter(session):
    async def act(pilot, app: CoderApp):
        for key, character in (("end", None), *((c, c) for c in ("space", "d", "i", "s"))):
            del character
            app.screen.post_message(key_event(key))
        app.screen.post_message(key_event("enter"))
        app.screen.post_message(key_event("full_stop", "."))
        await pilot.pause()
        await pilot.pause()

    drive(session, act)
    assert stored(session) == [("N1", "disruption", LAST)]


def test_esc_and_a_key_typed_right_after_it_are_two_keys(session):
    """A terminal sends both as one, which Textual takes for Alt and the second."""

    async def act(pilot, app: CoderApp):
        await pilot.press("end", "space", "d")
        app.screen.post_message(key_event("alt+s", "s"))
        await pilot.pause()
        assert stored(session) == [("N1", "support", LAST)]
        await pilot.press("space", "d")
        app.screen.post_message(key_event("alt+shift+x", "X"))
        await pilot.pause()
        assert "deleted" in desk_of(app).message
        await pilot.press("space", "d")
        app.screen.post_message(key_event("alt+full_stop", "."))
        await pilot.pause()

    drive(session, act)
    assert stored(session) == [("N1", "support", LAST)]


def key_event(key: str, character: str | None = None):
    from textual.events import Key

    return Key(key, character or (" " if key == "space" else key if len(key) == 1 else None))


# Repeating


def test_a_full_stop_does_what_the_letter_before_did(session):
    seen = press(session, "end", "d", "left", "full_stop")
    assert [code for _, code, _ in stored(session)] == ["disruption", "disruption"]
    assert seen.desk.message == "Disruption: saved"


def test_it_knows_the_code_of_an_earlier_session(session, project_dir):
    press(session, "end", "s")
    with open_coding(find_project(project_dir), "ann") as again:
        press(again, "left", "left", "full_stop")
        assert len(again.open_note("N1").references) == 2


def test_it_takes_a_suggestion_as_that_code(session, project_dir):
    press(session, "end", "s", "home", "full_stop")
    assert decisions(project_dir) == {"s1": "accepted"}
    assert [code for _, code, _ in stored(session)] == ["support", "support"]


def test_it_recodes_in_its_mode(session):
    press(session, "end", "s", "left", "d", "end", "C", "full_stop")
    assert [code for _, code, _ in stored(session)] == ["disruption", "disruption"]


def test_it_is_said_which_code_it_gives_and_what_was_undone_is_not_it(session):
    seen = press(session, "end", "s", "end", "left")
    press(session, "end", "d", "end")
    seen = press(session, "down", "end", "left", "escape")
    assert ". Disruption" in seen.text
    seen = press(session, "U", "end", "left", "left", "escape")
    assert ". Direct support" in seen.text
    press(session, "end", "left", "full_stop")
    assert [code for _, code, _ in stored(session)] == ["support", "support"]


def test_without_any_code_before_it_says_so(session):
    seen = press(session, "end", "full_stop")
    assert "nothing has been coded yet" in seen.desk.message
    assert stored(session) == []


# A new code

NEW = ("end", "space", *"wait", "enter")


def test_without_a_code_at_the_cursor_a_new_code_is_a_group_of_its_own(session):
    seen = press(session, "left", "s", *NEW)
    assert "Enter writes it as a group of its own" in seen.text


def test_no_match_makes_a_new_code_in_the_group_of_the_code_here(session):
    seen = press(session, "end", "s", *NEW)
    assert "Enter writes it beneath Direct work, and codes" in seen.text
    seen = press(session, *NEW, "enter")
    assert ("N1", "wait", LAST) in stored(session)
    entry = book_of(session).partition("- id: wait\n")[2].partition("- id:")[0]
    assert "parent: direct\n" in entry
    assert "key: w\n" in entry
    assert "new code wait, key w, without a definition yet" in seen.desk.message
    assert "w wait" in seen.text
    assert seen.desk.codebook.code_by_id["wait"].origin == "emergent"


def test_its_label_parent_definition_and_key_can_be_set(session):
    form = [
        "end",
        *["backspace"] * 4,
        *"Wait",
        "tab",
        *"ind",
        "tab",
        *"He",
        "space",
        *"is",
        "tab",
        "x",
    ]
    press(session, *NEW, *form, "enter")
    code = session.codebook.code_by_id["wait"]
    assert (code.label, code.parent, code.definition, code.key) == (
        "Wait",
        "indirect",
        "He is",
        "x",
    )
    assert press(session, "end", "left", "x").desk.message == "Wait: saved"


def test_the_arrows_go_through_the_parents_and_a_code_may_have_none(session):
    seen = press(session, *NEW, "down", "left")
    assert "nothing: a group of its own" not in on_screen(seen, "beneath")
    press(session, *NEW, "down", *["right"] * 6, "enter")
    assert session.codebook.code_by_id["wait"].parent == ""


def test_a_key_that_is_taken_is_refused_and_it_may_have_none(session):
    seen = press(session, *NEW, *["tab"] * 3, "s")
    assert "s is no key that is free" in seen.desk.message
    press(session, *NEW, *["tab"] * 3, "backspace", "enter")
    assert session.codebook.code_by_id["wait"].key == ""
    assert stored(session) == [("N1", "wait", LAST)]


def test_esc_writes_nothing(session):
    before = book_of(session)
    seen = press(session, *NEW, "escape")
    assert book_of(session) == before
    assert "no code was added" in seen.desk.message
    assert stored(session) == []


def test_on_a_group_it_lies_in_that_group(session):
    press(session, "end", "1", *NEW, "enter")
    assert session.codebook.code_by_id["wait"].parent == "indirect"


def test_what_cannot_be_written_is_said_and_what_was_typed_stays(session):
    path = session.project.codebook_path
    path.write_text("codes: [", encoding="utf-8")
    seen = press(session, *NEW, "tab", "tab", *"Why", "enter")
    assert seen.desk.message.startswith("! ")
    assert "Why" in on_screen(seen, "definition")
    assert stored(session) == []


def test_a_parent_that_leaves_the_codebook_meanwhile_is_none(session):
    async def act(pilot, app: CoderApp):
        await pilot.press("left", "s", *NEW)
        text = book_of(session)
        text = text.replace("    parent: direct\n", "").replace("id: direct\n", "id: contact\n")
        session.project.codebook_path.write_text(text, encoding="utf-8")
        await noticed(pilot, app)
        assert "nothing: a group of its own" in screen_text(app)
        await pilot.press("down", "right", "left", "enter")
        await pilot.pause()

    drive(session, act)
    assert session.codebook.code_by_id["wait"].parent == ""


def test_a_new_code_may_be_given_though_others_match_and_recodes_in_its_mode(session):
    seen = press(session, "end", "s", "C", "space", *"dir", "up")
    assert "▸ + new code: dir" in seen.text
    press(session, "end", "C", "space", *"dir", "up", "enter", "enter")
    assert stored(session) == [("N1", "dir", LAST)]


def test_the_log_knows_who_added_it_and_undo_takes_back_the_coding_alone(session, project_dir):
    press(session, *NEW, "enter", "U")
    assert stored(session) == []
    assert "wait" in session.codebook.code_by_id
    with sqlite3.connect(project_dir / "corpus" / "notecode.db") as db:
        query = "SELECT author, action, why FROM codebook_events ORDER BY id DESC LIMIT 1"
        assert db.execute(query).fetchone() == ("ann", "add", "while coding note N1")


# What a code means


def test_h_shows_what_the_code_at_the_cursor_means_and_follows_it(session):
    seen = press(session, "H")
    assert "Indirect work › Information sharing" in seen.text
    assert "Facts are asked for or given." in seen.text
    assert "Use when: An agency is rung." in seen.text
    seen = press(session, "H", "end", "s")
    assert "Help for him." in seen.text
    assert "Facts are asked" not in seen.text
    assert stored(session) == [("N1", "support", LAST)], "one codes while it is open"


def test_a_code_without_a_definition_says_how_to_give_it_one(session):
    seen = press(session, *NEW, "enter", "H")
    assert 'no definition yet: " writes one' in seen.text


def test_the_definition_of_a_new_code_can_be_written_later(session):
    press(session, *NEW, "enter")
    seen = press(session, "end", "quotation_mark", *"He", "space", *"waits", "tab", *"x", "enter")
    code = session.codebook.code_by_id["wait"]
    assert (code.definition, code.use_when) == ("He waits", "x")
    assert seen.desk.message.startswith("wait: what it means is saved. 1 reference of yours waits")
    assert "what it means has changed" in press(session, "exclamation_mark").text


def test_what_a_code_means_is_changed_field_by_field_and_comments_stay(session):
    path = session.project.codebook_path
    path.write_text("# ours\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    keys = ["quotation_mark", *["ctrl+u"], *"New", "down", "ctrl+u", "up", "up", *"Eg", "enter"]
    press(session, *keys)
    code = session.codebook.code_by_id["sharing"]
    assert (code.definition, code.use_when, code.example) == ("New", "", "Eg")
    assert book_of(session).startswith("# ours\n")
    with sqlite3.connect(session.project.database_path) as db:
        query = "SELECT author, action, why FROM codebook_events ORDER BY id DESC LIMIT 1"
        assert db.execute(query).fetchone() == ("ann", "define", "while coding note N1")


@pytest.mark.parametrize("keys", [["enter"], ["x", "escape"], ["x", "backspace", "enter"]])
def test_without_a_change_nothing_is_written(session, keys):
    before = book_of(session)
    seen = press(session, "quotation_mark", *keys)
    assert seen.desk.message == "nothing was changed"
    assert book_of(session) == before
    assert "no code here" in press(session, "end", "quotation_mark").desk.message


def test_what_is_typed_stays_if_it_cannot_be_written(session):
    session.project.codebook_path.write_text("codes: [", encoding="utf-8")
    seen = press(session, "quotation_mark", *"More", "enter")
    assert seen.desk.message.startswith("! ")
    assert "Facts are asked for or given.More" in seen.text


def test_where_no_code_is_the_last_one_is_shown_and_h_closes_it(session):
    seen = press(session, "H", "end")
    assert "no code here" in seen.text
    assert "no code here" not in press(session, "H", "end", "H").text
    seen = press(session, "end", "d", "left", "H")
    assert "Risk is got in the way of." in seen.text


def test_a_definition_that_does_not_fit_is_cut_and_h_shows_more(project_dir):
    path = project_dir / "codebook.yaml"
    text = path.read_text(encoding="utf-8")
    words = " ".join(f"word{n}" for n in range(100))
    path.write_text(text.replace("An agency is rung.", words), encoding="utf-8")
    with open_coding(find_project(project_dir), "ann") as opened:
        seen = press(opened, "H")
        assert "H shows more" in seen.text
        assert "word99" not in seen.text
        assert "T/C to police" in seen.text
        assert "word99" in press(opened, "H", "H").text
        assert "word1" not in press(opened, "H", "H", "H").text


def test_the_selection_stays_in_sight_when_a_pane_opens(project_dir):
    with open_coding(find_project(project_dir), "ann") as opened:
        for keys in (["H"], ["space"]):
            seen = press(opened, "end", *keys, size=(40, 16))
            assert "late." in seen.text, keys


# Keys of the codebook


def test_codes_that_share_a_key_are_named_before_the_coder_starts(project_dir):
    path = project_dir / "codebook.yaml"
    text = path.read_text(encoding="utf-8").replace("key: s", "key: d").replace('"2"', '"F"')
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Exception, match="2 problems") as caught:
        open_coding(find_project(project_dir), "ann")
    said = str(caught.value)
    assert "code 'support': key 'd' belongs to code 'disruption'" in said
    assert "code 'direct': key 'F' (use one small letter or digit)" in said
    assert "line 27" in said


def test_every_key_of_the_codebook_that_ships_is_a_code_of_its_own():
    book, problems = parse_codebook(shipped_codebook_text(), "codebook.yaml")
    assert book is not None
    assert not [problem for problem in problems if problem.fatal]
    keys = [code.key for code in book.codes if code.status == "active"]
    assert all(keys)
    assert len(keys) == len(set(keys))


# While it is written


@pytest.mark.parametrize(
    ("form", "module"),
    [
        (("end", "s", "quotation_mark", *"Xy"), "defining.define_code"),
        (("end", "s", "home", "end", *NEW), "new_code.add_code"),
    ],
)
def test_what_is_typed_while_the_codebook_is_written_is_taken_for_nothing(
    session, monkeypatch, form, module
):
    shown: list[str] = []
    before = book_of(session)

    async def act(pilot, app: CoderApp):
        where = f"notecode.tui.coder.{module}"
        write = pkgutil.resolve_name(where)

        def slowly(*args: object, **named: object) -> object:
            shown.append(screen_text(app))
            for key in ("d", "X"):
                app.screen.post_message(key_event(key, key))
            return write(*args, **named)

        monkeypatch.setattr(where, slowly)
        await pilot.press(*form)
        app.screen.post_message(key_event("enter"))
        app.screen.post_message(key_event("d", "d"))
        await pilot.pause()
        await pilot.pause()

    drive(session, act)
    assert len(shown) == 1
    assert "saving…" in shown[0]
    assert book_of(session) != before
    codes = [code for _, code, _ in stored(session)]
    assert "disruption" not in codes
    assert "support" in codes


@pytest.mark.parametrize("width", [80, 120])
def test_the_form_says_all_its_keys_at_every_width(session, width):
    for keys in (("end", "space", *"zebra", "enter"), ("tab", "space", *"zebra", "enter")):
        head = next(
            line
            for line in press(session, *keys, size=(width, 24)).text.splitlines()
            if "new code" in line and "Enter writes" in line
        )
        assert head.rstrip().endswith("Tab next  Esc cancels")


def test_the_form_of_a_definition_says_all_its_keys_beside_a_long_label(session):
    edit(session, "label: Direct support", "label: Support of a kind with a longer name")
    seen = press(session, "end", "s", "quotation_mark")
    head = next(line for line in seen.text.splitlines() if "Enter writes it" in line)
    assert head.rstrip().endswith("Tab next  Esc cancels")


def test_undo_of_a_new_code_says_that_it_stays_in_the_codebook(session):
    seen = press(session, *NEW, "enter", "U")
    label = next(c.label for c in session.codebook.codes if c.origin == "emergent")
    said = f". The code {label} stays in the codebook; notecode codebook undo takes it out"
    assert seen.desk.message == f"undone: {label} added{said}"
    assert "stays in the codebook" in " ".join(seen.text.split())


def test_undo_says_nothing_of_a_code_that_is_used_elsewhere_or_is_no_new_one(session):
    seen = press(session, *NEW, "enter", "end", "left", "full_stop", "U")
    assert "stays" not in seen.desk.message
    assert "stays" not in press(session, "end", "s", "U").desk.message


def test_a_change_of_the_codebook_after_a_new_code_is_not_the_one_to_undo(session):
    press(session, *NEW, "enter")

    async def act(pilot, app: CoderApp):
        edit(session, "label: Disruption\n", "label: Upsetting\n")
        await noticed(pilot, app)
        await pilot.press("U")
        await pilot.pause()
        assert desk_of(app).message.endswith("stays in the codebook")

    drive(session, act)


# The codebook changed elsewhere


def edit(session: CodingSession, old: str, new: str) -> None:
    text = book_of(session)
    assert old in text
    session.project.codebook_path.write_text(text.replace(old, new), encoding="utf-8")


async def noticed(pilot, app: CoderApp) -> None:
    """Look at the file, as the coder does every two seconds, and wait for what follows."""
    app.screen_stack[0].codebook_watch.look()
    await app.workers.wait_for_complete()
    await pilot.pause()


def test_a_codebook_edited_by_hand_is_taken(session):
    async def act(pilot, app: CoderApp):
        edit(session, "label: Disruption\n", "label: Upsetting\n")
        edit(session, "key: d\n", "key: u\n")
        await noticed(pilot, app)
        assert "the codebook was changed: changed code disruption" in desk_of(app).message
        assert "u Upsetting" in screen_text(app)
        await pilot.press("end", "u")
        await pilot.pause()
        assert "u" in next(row for row in screen_text(app).splitlines() if "police. He" in row)[:4]

    drive(session, act)
    assert stored(session) == [("N1", "disruption", LAST)]


def test_an_error_in_it_does_not_hide_that_the_code_just_given_is_saved(session):
    async def act(pilot, app: CoderApp):
        await pilot.press("end", "d")
        edit(session, "key: d\n", "key: s\n")
        await noticed(pilot, app)
        said = desk_of(app).message
        assert said.startswith("Disruption: saved. ! ")
        assert "Until then the codebook is as it was" in said

    drive(session, act)


def test_one_with_errors_is_said_and_the_one_before_goes_on(session):
    async def act(pilot, app: CoderApp):
        edit(session, "key: d\n", "key: s\n")
        await noticed(pilot, app)
        assert "key 's' belongs to code" in desk_of(app).message
        assert "Until then the codebook is as it was" in desk_of(app).message
        await pilot.press("end", "d")
        await noticed(pilot, app)
        assert desk_of(app).message == "Disruption: saved", "it is said once"
        edit(session, "key: s\n    parent: indirect", "key: x\n    parent: indirect")
        await noticed(pilot, app)
        assert "x" in desk_of(app).code_by_key

    drive(session, act)
    assert stored(session) == [("N1", "disruption", LAST)]


def test_one_that_is_put_right_again_is_said_to_be(session):
    async def act(pilot, app: CoderApp):
        edit(session, "key: d\n", "key: s\n")
        await noticed(pilot, app)
        edit(session, "key: s\n    parent: indirect", "key: d\n    parent: indirect")
        await noticed(pilot, app)
        assert desk_of(app).message == "the codebook can be read again, and is as it was"

    drive(session, act)


def test_what_waits_because_of_it_is_said(session):
    async def act(pilot, app: CoderApp):
        await pilot.press("end", "d")
        edit(session, "Risk is got in the way of.", "Risk is met by an act.")
        await noticed(pilot, app)
        assert "1 reference of yours waits to be looked at again: !" in desk_of(app).message

    drive(session, act)


def test_what_waits_is_not_denied_before_the_codebook_is_read(session):
    async def act(pilot, app: CoderApp):
        await pilot.press("end", "d")
        edit(session, "Risk is got in the way of.", "Risk is met by an act.")
        await pilot.press("exclamation_mark")
        await pilot.pause()
        assert "is being read: again in a moment" in desk_of(app).message
        await noticed(pilot, app)
        await pilot.press("exclamation_mark")
        await pilot.pause()
        assert "look again 1 of 1" in screen_text(app)

    drive(session, act)


def test_an_own_new_code_is_no_change_from_elsewhere(session):
    async def act(pilot, app: CoderApp):
        await pilot.press(*NEW, "enter")
        await noticed(pilot, app)
        assert "new code wait" in desk_of(app).message

    drive(session, act)


def test_what_waits_is_said_after_the_start_unless_something_else_is(project_dir):
    with open_coding(find_project(project_dir), "ann") as first:
        press(first, "end", "d")
        edit(first, "Risk is got in the way of.", "Risk is met by an act.")

    async def act(pilot, app: CoderApp):
        await pilot.pause()
        watch = app.screen_stack[0].codebook_watch
        watch._read()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "1 reference of yours waits" in desk_of(app).message
        desk_of(app).message = "Disruption: saved"
        watch._read()
        await app.workers.wait_for_complete()
        assert desk_of(app).message == "Disruption: saved"

    with open_coding(find_project(project_dir), "ann") as opened:
        drive(opened, act)


@pytest.mark.parametrize("width", [24, 40, 80, 200])
@pytest.mark.parametrize("keys", [["space", "d"], [*NEW], ["quotation_mark"], ["H"]])
def test_what_is_laid_between_note_and_foot_fits_every_width(session, width, keys):
    seen = press(session, *keys, size=(width, 16))
    assert all(len(line) <= width for line in seen.text.splitlines())
    assert "T/C to" in seen.text or "He was" in seen.text or width < 40


@pytest.mark.parametrize("keys", [["space"], ["colon"], ["quotation_mark"]])
def test_a_document_pasted_in_the_wrong_place_is_cut_and_said(session, keys, monkeypatch):
    sought: list[str] = []

    def found(book: object, typed: str) -> list[object]:
        sought.append(typed)
        return []

    for place in ("code_palette", "action_palette"):
        monkeypatch.setattr(f"notecode.tui.coder.{place}.matching_codes", found)

    async def act(pilot, app):
        await pilot.press(*keys)
        await pilot.pause()
        app.screen.post_message(events.Paste("He was late. " * 20_000))
        await pilot.pause()
        assert "00 at most" in screen_text(app)

    drive(session, act)
    assert all(len(typed) <= 200 for typed in sought)
    assert len(sought) < 20
