"""The review screen: each key, and what is in the database after it."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest
from coder_project import screen_text
from review_keys import desk_of, drive, looks, press, settle

from notecode.anonymising.flags import GUESS
from notecode.errors import ConflictError
from notecode.model import Flag, Span
from notecode.project.coding.session import open_coding
from notecode.project.reviewing.reviewer import Reviewer
from notecode.project.reviewing.wishes import Wish
from notecode.store import notes as stored_notes
from notecode.store import review as stored_review
from notecode.tui.coder.actions import ACTIONS
from notecode.tui.note_view import NoteView
from notecode.tui.painting import MARGIN
from notecode.tui.review.actions import MASK_TYPES, REVIEW_ACTIONS
from notecode.tui.review.app import ReviewApp
from notecode.tui.review.screen import COMMANDS
from review_study import PEOPLE, ReviewStudy

GOLDENS = Path(__file__).parent / "goldens"
LODGER = "G N 1 enter home " + "right " * 6  # to the word in the first note


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize("colour", [True, False], ids=["colour", "plain"])
def test_the_screen(
    review: ReviewStudy, size: tuple[int, int], colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not colour:
        monkeypatch.setenv("NO_COLOR", "1")
    golden = GOLDENS / f"review-{size[0]}x{size[1]}.txt"
    assert press(review, size=size).text + "\n" == golden.read_text(encoding="utf-8")


def test_it_opens_on_the_riskiest_note_with_the_flag_and_its_reason(review: ReviewStudy) -> None:
    seen = press(review)
    assert (seen.note, seen.selected) == ("N2", "[PERSON_1]")
    lines = seen.text.splitlines()
    assert "IDENTIFIABLE" in lines[0]
    assert "flags 1/1" in lines[0]
    assert "reviewed 0/3" in lines[0]
    assert lines[-1].strip() == (
        "! 1 of 1 flag, [PERSON_1]: masked on a guess: check that it is a name"
    )
    assert "attended with Otolie. pillowed again" in seen.text, "the original stands below"
    assert all(f" {kind.key} {kind.name}" in seen.text for kind in MASK_TYPES)
    assert "1 [SU] Zebediah Quillfeather" in seen.text


def test_fine_dismisses_and_goes_on(review: ReviewStudy) -> None:
    seen = press(review, "enter")
    assert review.flags("N2") == []
    assert review.decisions()[0].action == "dismiss"
    assert seen.message == "fine. No flag is left on this note: Y reviewed, Tab next flag"
    assert seen.note == "N2", "Y would mean this note"


def test_a_letter_masks_the_selection(review: ReviewStudy) -> None:
    seen = press(review, LODGER, "p")
    assert "The [PERSON_2] pillowed him" in review.text("N1")
    assert seen.selected == "[PERSON_2]", "the cursor stays on the words"
    assert review.recognisers("N1")["[PERSON_2]"] == "review"
    assert "lodger" in seen.text, "the original is still beside it"


@pytest.mark.parametrize("kind", MASK_TYPES, ids=lambda kind: kind.id)
def test_a_letter_gives_a_mask_its_type(review: ReviewStudy, kind) -> None:  # type: ignore[no-untyped-def]
    press(review, kind.key)
    with review.project.database() as db:
        row = db.rows("SELECT type, recogniser FROM masks WHERE note_id = 'N2' ORDER BY start")[1]
    assert tuple(row) == (kind.id, "review")
    assert review.flags("N2") == []


def test_a_selection_of_several_words_and_everywhere(review: ReviewStudy) -> None:
    seen = looks(review, LODGER + "right E", "l enter", "U", "left shift+right shift+right o")
    assert " EVERYWHERE " in seen[0].text
    assert " EVERYWHERE " not in seen[1].text, "it holds for one decision"
    assert seen[1].message.endswith("everywhere in case C1; 1 other note changed")
    assert "The [OTHER_1]. Emailed" in review.text("N1")
    assert "pillowed again" in review.text("N2"), "taken back"


def test_backspace_lets_stand_and_a_listed_name_only_after_a_question(
    review: ReviewStudy,
) -> None:
    press(review, "backspace")
    assert "with Otolie." in review.text("N2")
    seen = press(review, "G N 3 enter backspace")
    assert "let it stand all the same?" in seen.text
    assert review.text("N3").startswith("[VS] was")
    seen = press(review, "G N 3 enter backspace n")
    assert seen.message == "nothing was changed"
    press(review, "G N 3 enter backspace y")
    assert review.text("N3").startswith("Ngozi was")
    assert review.decisions()[-1].deliberate


def test_people_are_chosen_by_digit_or_after_w(review: ReviewStudy) -> None:
    seen = looks(review, "2", "W", "escape", "W 1")
    assert seen[0].selected == "[VS]"
    assert "who is meant?" in seen[1].text
    assert "2 [VS] Ngozi Adeyinka" in seen[1].text
    assert " p person" not in seen[1].text
    assert " p person" in seen[2].text
    assert "attended with [SU]." in review.text("N2")
    assert [decision.tag for decision in review.decisions()] == ["[VS]", "[SU]"]


def test_somebody_else_is_a_new_person_with_a_key_of_their_own(review: ReviewStudy) -> None:
    seen = looks(review, "home right l", "0", "W", "escape", "Tab", "3")
    assert "[PERSON_2] police" not in seen[1].text
    assert seen[1].selected == "[PERSON_2]"
    assert "4 [PERSON_2] police" in seen[2].text
    assert "0 somebody else" in seen[2].text
    assert review.text("N2").startswith("Emailed [PERSON_1].")
    assert [decision.tag for decision in review.decisions()] == ["", "[PERSON_2]", "[PERSON_1]"]


def test_more_people_than_keys_are_turned_through_or_found_by_name(review: ReviewStudy) -> None:
    rows = "".join(f"C1,P{n},FAMILY,Quentin,Marrow{n}\n" for n in range(10, 60))
    review.people(PEOPLE + rows)
    review.anonymise()
    seen = looks(review, "W", "pagedown", "pagedown", "escape", "slash u i l l enter", "U")
    assert "page 1 of 2" in seen[0].text
    assert "z [FAMILY_" in seen[0].text
    assert "page 2 of 2" in seen[1].text
    assert "1 [FAMILY_" in seen[1].text
    assert "1 [SU] Zebediah" not in seen[1].text
    assert "1 [SU] Zebediah" in seen[2].text, "round to the first"
    assert seen[4].selected == "[SU]", "one person alone has that in their name"
    assert review.flags("N2") == [("[PERSON_1]", GUESS)]
    seen = looks(review, "slash m a r r o w 4 enter", "2", size=(120, 40))
    assert 'with "marrow4"' in seen[0].text
    assert "FAMILY" in seen[1].selected
    (seen_none,) = looks(review, "slash z z z enter")
    assert "nobody of this case" in seen_none.text


def test_a_reason_takes_the_lines_it_needs(review: ReviewStudy) -> None:
    short = press(review)
    review.people(PEOPLE + "C1,P3,FAMILY,Otolie,Brand\n")
    reason = " ".join(["every word of a reason is to be seen"] * 5)
    with review.project.database() as db, db.writing():
        db.execute("UPDATE flags SET reason = ? WHERE note_id = 'N2'", (reason,))
    for width in (80, 60):
        seen = press(review, size=(width, 24))
        shown = " ".join(seen.text.split())
        assert reason in shown
        assert "[PERSON_1] person by propagation" in shown, "and what the keys act on"
        assert max(map(len, seen.text.splitlines())) <= width
    assert len(short.text.splitlines()) == len(seen.text.splitlines())


def hold_decisions(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Let no decision be applied before the event that is returned is set."""
    go_on = Event()
    decide = Reviewer.decide

    def slowly(self: Reviewer, wishes: list[Wish]) -> object:
        assert go_on.wait(30)
        return decide(self, wishes)

    monkeypatch.setattr(Reviewer, "decide", slowly)
    return go_on


def test_what_was_done_while_a_decision_was_applied_is_undone_first(
    review: ReviewStudy, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = hold_decisions(monkeypatch)

    async def act(pilot, app: ReviewApp) -> None:  # type: ignore[no-untyped-def]
        first = desk_of(app).note.note.id
        await pilot.press("enter", "Y")
        await pilot.pause()
        if desk_of(app).question:  # the flag that is being dismissed is still open
            await pilot.press("y")
        assert desk_of(app).note.note.id != first, "on to the next at once"
        assert review.log() == []
        go_on.set()
        await settle(pilot, app)
        assert review.log() == ["doubt dismissed", "note reviewed"]
        await pilot.press("U")
        await settle(pilot, app)
        assert review.flags("N2") == [], "the mark was last"
        await pilot.press("U")
        await settle(pilot, app)
        assert review.flags("N2") == [("[PERSON_1]", GUESS)]

    drive(review, act)
    assert review.log()[2:] == ["note no longer counts as reviewed", "undone: doubt dismissed"]


def test_a_mark_behind_a_decision_that_needs_a_word_is_not_made(
    review: ReviewStudy, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = hold_decisions(monkeypatch)

    async def act(pilot, app: ReviewApp) -> None:  # type: ignore[no-untyped-def]
        await pilot.press("G", "n", "3", "enter", "home", "backspace", "Y")
        await pilot.pause()
        assert desk_of(app).note.note.id != "N3"
        go_on.set()
        await settle(pilot, app)
        assert "people file" in desk_of(app).question
        assert desk_of(app).note.note.id == "N3", "the question is asked on its note"
        await pilot.press("y")
        await settle(pilot, app)

    drive(review, act)
    assert review.text("N3").startswith("Ngozi was")
    assert review.log() == ["let stand as no identifier"]


def test_undo_and_redo(review: ReviewStudy) -> None:
    before = review.text("N2")
    seen = press(review, "l U")
    assert review.text("N2") == before
    assert seen.message == "taken back: mask made PLACE"
    assert press(review, "U").message == "there is nothing to undo"
    assert press(review, "R").message == "done again: mask made PLACE"
    assert "[PLACE_1]" in review.text("N2")


def test_a_note_is_reviewed_and_the_case_signed_off(review: ReviewStudy) -> None:
    seen = press(review, "Y")
    assert "1 flag is open on this note" in seen.text
    press(review, "Y n")
    with review.project.database() as db:
        assert stored_review.progress(db).reviewed == 0
    seen = press(review, "enter Y Y Y")
    assert "no other note of this list is left" in seen.text
    assert "  ●  " in seen.text.splitlines()[0]
    seen = press(review, "X")
    assert "sign off case C1 as ann?" in seen.text
    seen = press(review, "X y")
    assert "signed off" in seen.text.splitlines()[0]
    with review.project.database() as db:
        assert stored_review.signed_off(db) == {"C1": "ann"}
    press(review, "X y B")
    with review.project.database() as db:
        assert stored_review.signed_off(db) == {}
        assert stored_review.progress(db).reviewed == 2


def test_sign_off_says_what_is_left(review: ReviewStudy) -> None:
    seen = press(review, "X")
    assert "3 notes are not reviewed and 1 flag is open" in " ".join(seen.text.split())


@pytest.mark.parametrize(
    ("keys", "selected"),
    [
        (("tab", "home tab", "end shift+tab"), ("[PERSON_1]", "[PERSON_1]", "[PERSON_1]")),
        (("home >", ">", "<", "end < <"), ("[SU]", "[PERSON_1]", "[SU]", "[SU]")),
        (("home V right", "O left", "escape"), ("Emailed police", "Emailed police", "Emailed")),
        (("home ]", "[ [", "end up", "home down"), None),
    ],
)
def test_moving_within_a_note(
    review: ReviewStudy, keys: tuple[str, ...], selected: tuple[str, ...] | None
) -> None:
    seen = looks(review, *keys)
    assert all(each.note == "N2" for each in seen)
    if selected:
        assert tuple(each.selected for each in seen) == selected


def test_what_cannot_be_is_said(review: ReviewStudy) -> None:
    said = {
        "home shift+tab": "no flag before this in the note",
        "end >": "no further mask in this note",
        "home <": "no further mask in this note",
        "home backspace": "nothing is masked here: > goes to the next mask",
        "P": "this is the first note",
        "N N N": "this is the last note",
        "G x enter": "there is no such case or note",
        "z": "no type has the key z: ? shows the keys",
        "9": "nobody has the key 9",
    }
    assert [each.message for each in looks(review, *said)] == list(said.values())
    assert review.decisions() == []


def test_moving_between_notes_and_lists(review: ReviewStudy) -> None:
    seen = looks(
        *(review, "N", "tab", "F", "F", "F", "G c 1 enter", "G 3 enter", "G n 1 enter", "L"),
        size=(80, 24),
    )
    assert [each.note for each in seen[:2]] == ["N1", "N2"]
    assert [each.message for each in seen[2:5]] == [
        "notes that are not reviewed: 3",
        "notes with a flag: 1",
        "all notes, the riskiest first: 3",
    ]
    assert [each.note for each in seen[5:8]] == ["N2", "N3", "N1"]
    assert "○ C1" in seen[8].text


def test_the_help_lies_over_the_note(review: ReviewStudy) -> None:
    seen = looks(review, "?", "p", "escape", "E")
    assert "Doubtful places" in seen[0].text
    assert "next flag" in seen[0].text
    assert seen[1].text == seen[0].text
    assert review.decisions() == [], "under the help a letter masks nothing"
    assert "EVERYWHERE" in seen[3].text


def test_keys_typed_ahead_are_done_one_after_the_other(review: ReviewStudy) -> None:
    press(review, "home right l", "right right right p", wait=False)
    text = review.text("N2")
    assert text.startswith("Emailed [PLACE_1]. [SU] attended [PERSON_"), text
    assert len(review.decisions()) == 2


def test_references_of_a_coder_go_with_the_text(review: ReviewStudy) -> None:
    with open_coding(review.project, "amina") as session:
        session.code_span("N1", review.span("N1", "The lodger pillowed him."), "disruption")
    press(review, LODGER, "shift+right p")
    with open_coding(review.project, "amina") as session:
        (reference,) = session.open_note("N1").references
        assert reference.span.cut(review.text("N1")) == "The [PERSON_2] him."


def test_what_fails_is_said_and_nothing_changes(
    review: ReviewStudy, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise ConflictError("somebody was quicker", hint="Look again.")

    monkeypatch.setattr("notecode.project.reviewing.reviewer.Reviewer.decide", refuse)
    seen = press(review, "l")
    assert seen.message == "! somebody was quicker. Look again"
    assert review.decisions() == []


def test_a_mark_does_not_wait_for_a_case_that_is_being_read(review: ReviewStudy) -> None:
    reviewer = review.reviewer()
    with reviewer._lock:
        reviewer.mark_reviewed("N1")
    with review.project.database() as db:
        assert stored_review.reviewed_notes(db) == {"N1"}


def test_the_screen_goes_on_while_a_decision_is_applied(
    review: ReviewStudy, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = hold_decisions(monkeypatch)

    async def act(pilot, app: ReviewApp) -> None:  # type: ignore[no-untyped-def]
        await pilot.press("l", "home", "right")
        await pilot.pause()
        text = screen_text(app)  # type: ignore[arg-type]
        assert "applying…" in text.splitlines()[0]
        assert desk_of(app).selection == review.span("N2", "police")
        await pilot.press("o", "Q")
        await pilot.pause()
        assert app.return_code is None, "what was decided is applied first"
        go_on.set()
        for _ in range(3_000):
            if app.return_code is not None:
                break
            await asyncio.sleep(0.01)

    app = drive(review, act)
    assert app.return_code == 0
    assert review.text("N2") == (
        "Emailed [OTHER_1]. [SU] attended with [PLACE_1]. pillowed again, she says."
    )


def test_what_others_write_is_shown(review: ReviewStudy) -> None:
    async def act(pilot, app: ReviewApp) -> None:  # type: ignore[no-untyped-def]
        review.decide("N2", "[PERSON_1]", "unmask")
        app.screen._look_elsewhere()  # type: ignore[attr-defined]
        await settle(pilot, app)
        assert "attended with Otolie" in desk_of(app).page.text
        await pilot.press("home", "right", "l")
        await settle(pilot, app)

    drive(review, act)
    assert review.text("N2").startswith("Emailed [PLACE_1]. [SU] attended with Otolie")


def test_without_the_original_the_stored_text_can_still_be_read(review: ReviewStudy) -> None:
    review.write({"N9": "Another case."}, case_id="C9")
    seen = press(review)
    assert "original: not at hand" in seen.text
    assert press(review, "l").message.startswith("! the original notes of case C1 are not at hand")
    review.write({"N2": "Not the text that it was."})
    assert "not the text that was anonymised" in press(review).text


def test_the_mouse_selects_in_the_result_alone(review: ReviewStudy) -> None:
    async def act(pilot, app: ReviewApp) -> None:  # type: ignore[no-untyped-def]
        note = app.screen.query_one("#note", NoteView)
        original = app.screen.query_one("#original", NoteView)
        await pilot.click(note, offset=(MARGIN + 1, 0))
        await settle(pilot, app)
        assert desk_of(app).selection == review.span("N2", "Emailed")
        await pilot.click(original, offset=(MARGIN + 20, 0))
        await settle(pilot, app)
        assert desk_of(app).selection == review.span("N2", "Emailed")

    drive(review, act)


def test_every_action_has_its_own_key_and_a_command() -> None:
    keys = [key for action in REVIEW_ACTIONS for key in action.keys.split(",")]
    assert len(keys) == len(set(keys))
    letters = [kind.key for kind in MASK_TYPES]
    assert len(letters) == len(set(letters))
    assert not set(letters) & set(keys)
    own = {"up", "down", "page-up", "page-down", "find-who", "undo", "redo"}
    own |= {"go", "list", "help", "quit"}
    assert {action.id for action in REVIEW_ACTIONS} == set(COMMANDS) | own
    shared = {action.id for action in ACTIONS} & {action.id for action in REVIEW_ACTIONS}
    assert {"left", "right", "undo", "help", "quit"} <= shared


def test_nothing_goes_to_a_clipboard(review: ReviewStudy) -> None:
    async def act(pilot, app: ReviewApp) -> None:  # type: ignore[no-untyped-def]
        app.copy_to_clipboard("Quillfeather")
        assert app.clipboard == ""
        assert "Quillfeather" in screen_text(app)  # type: ignore[arg-type]

    drive(review, act)


def test_a_crash_in_a_thread_names_its_own_places(
    review: ReviewStudy, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(
        ReviewApp,
        "_print_error_renderables",
        lambda self: shown.extend(str(item) for item in self._exit_renderables),
    )

    def crash(*_: object) -> None:
        raise ValueError("Quillfeather")

    monkeypatch.setattr("notecode.project.reviewing.reviewer.Reviewer.decide", crash)
    with pytest.raises(ValueError, match="Quill"):
        press(review, "l")
    assert "ValueError" in shown[0]
    assert "review_screen.py" in shown[0]
    assert "Quill" not in shown[0]


PROGRAM = """
import sys
from pathlib import Path
from notecode.cli import main
from notecode.tui import note_view
def crash(page, *args, **kwargs):
    words = page.text
    raise KeyError(words)
if sys.argv[1] == "crash":
    note_view.paint = crash
sys.argv = ["notecode", *sys.argv[2:]]
main()
"""


def run_in_terminal(folder: Path, how: str, keys: bytes) -> tuple[int, str]:
    """Run the command in a pseudo-terminal of 80x24, type ``keys``; exit code and all output."""
    pty = pytest.importorskip("pty")
    import fcntl
    import select
    import struct
    import termios
    import time

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    command = ("review", str(folder / "notes.csv"), "--people", str(folder / "people.csv"))
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, how, *command],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        cwd=folder / "study",
        env={**os.environ, "TERM": "xterm-256color"},
        close_fds=True,
    )
    os.close(slave)
    output, typed, end = b"", False, time.monotonic() + 60
    while time.monotonic() < end:
        ready, _, _ = select.select([master], [], [], 0.1)
        if ready:
            try:
                chunk = os.read(master, 65536)
            except OSError:
                break
            if not chunk:
                break
            output += chunk
        if not typed and b"in memory alone" in output:
            os.write(master, keys)
            typed = True
        if program.poll() is not None and not ready:
            break
    os.close(master)
    return program.wait(timeout=30), output.decode("utf-8", "replace")


def test_in_a_terminal_it_ends_with_0_and_takes_its_texts_along(review: ReviewStudy) -> None:
    code, output = run_in_terminal(review.folder, "well", b"Q")
    assert code == 0
    assert "\x1b]52" not in output
    after = output.rpartition("\x1b[?1049l")[2]
    assert "Quillfeather" not in after


def test_a_crash_shows_no_text_and_does_not_end_with_0(review: ReviewStudy) -> None:
    code, output = run_in_terminal(review.folder, "crash", b"")
    assert code == 1
    assert "The review stopped: KeyError." in output
    for words in ("Quillfeather", "lodger", "Otolie", "attended"):
        assert words not in output
    assert review.words_on_disk("Quillfeather", "Otolie") == []


def test_undo_takes_back_the_sign_off_or_the_mark_that_was_last(review: ReviewStudy) -> None:
    seen = looks(review, "enter Y Y Y", "X y", "U", "U", "U U U", "R R R R")
    assert "signed off" in seen[1].text.splitlines()[0]
    assert seen[2].message == "taken back: case C1 signed off"
    assert "signed off" not in seen[2].text.splitlines()[0]
    assert seen[3].message.startswith("taken back: note N")
    assert seen[4].message == "taken back: doubt dismissed"
    assert review.flags("N2") == []
    assert seen[5].message.startswith("done again: note N")


def test_an_undo_in_a_signed_off_case_says_so(review: ReviewStudy) -> None:
    looks(review, "enter Y Y Y", "X y")
    seen = press(review, "U")
    assert "case C1 is no longer signed off" in seen.message
    assert "no longer signed off" in seen.text.splitlines()[0]


def test_everywhere_says_how_far_it_goes_before_it_is_applied(review: ReviewStudy) -> None:
    seen = looks(review, LODGER + "right E l", "escape", "E l enter")
    assert "everywhere: 2 places in 2 notes" in seen[0].text
    assert "Enter applies" in seen[0].text
    assert seen[1].message == "nothing was changed"
    assert "everywhere in case C1" in seen[2].message
    assert len(review.decisions()) == 1


def test_a_narrow_header_keeps_the_note_and_its_date(review: ReviewStudy) -> None:
    header = press(review).text.splitlines()[0]
    assert "N2" in header
    assert "2017-03-14" in header


def test_a_note_opens_on_the_first_of_its_flags_and_tab_goes_on(review: ReviewStudy) -> None:
    first = Span(0, 7)
    text = review.text("N2")
    flags = (
        Flag(span=first, reason="a long reason " * 6 + "with an end"),
        Flag(span=Span(text.index("again"), text.index("again") + 5), reason="another"),
    )
    with review.project.database() as db:
        (case,) = stored_notes.load_cases(db)
        masks = stored_notes.load_masks(db, "N2")
        stored = stored_notes.StoredNote(note=review.note("N2"), masks=masks, flags=flags)
        stored_notes.save_anonymised_case(db, case, [stored], settings="", now="2018")
    seen = looks(review, "G N 2 enter", "tab")
    foot = " ".join(" ".join(seen[0].text.splitlines()[-2:]).split())
    assert foot.startswith("! 1 of 2 flags, Emailed: a long reason")
    assert foot.endswith("with an end"), "wrapped, not cut"
    assert "! 2 of 2 flags, again: another" in seen[1].text


@pytest.mark.parametrize("number", [2, 12])
def test_the_strip_says_that_there_are_more_people(review: ReviewStudy, number: int) -> None:
    rows = [f"C1,P{n},PROF,Given{n},Surname{n}" for n in range(3, number + 1)]
    review.people(PEOPLE + "\n".join(rows) + "\n")
    seen = looks(review, "escape", "W")
    assert (" more" in seen[0].text) == (number == 12)
    assert ("Given12" in seen[1].text) == (number == 12)
    assert "2 [VS] Ngozi Adeyinka" in seen[1].text
