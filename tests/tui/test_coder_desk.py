"""The desk says at every moment what the database holds."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from coder_project import TEXTS
from hypothesis import example, given, settings
from hypothesis import strategies as st

from notecode.errors import NotecodeError
from notecode.memos import Thing
from notecode.project import find_project
from notecode.project.coding import memos
from notecode.project.coding.case_values import Place, Support, set_value
from notecode.project.coding.done_notes import toggle_done
from notecode.project.coding.session import open_coding
from notecode.tui.coder.desk import Desk
from notecode.tui.coder.screen import DESK_COMMANDS


def write_and_erase(desk: Desk) -> None:
    writing = memos.begin(desk.session, Thing("note", desk.page.coded.note.id))
    for text in ("One.", "One, two.", ""):
        writing.save(text)


def write(desk: Desk) -> None:
    reference = desk.reference
    on = Thing("reference", reference.id) if reference else Thing("case", desk.page.coded.case.id)
    writing = memos.begin(desk.session, on)
    writing.save(f"{writing.stored} More.")


def value(desk: Desk) -> None:
    note, selection = desk.page.coded.note, desk.selection
    support = Support(note, selection) if selection else None
    words = f"as in {note.id}"
    set_value(desk.session, note.case_id, Place("flat"), "value", words, support=support)


BESIDE: dict[str, Callable[[Desk], object]] = {
    "memo, erased": write_and_erase,
    "memo": write,
    "done with it": lambda desk: toggle_done(desk.session, desk.page.coded.note.id),
    "case value": value,
}

steps = st.lists(
    st.one_of(
        st.sampled_from(sorted(BESIDE)),
        st.sampled_from(sorted(DESK_COMMANDS)),
        st.sampled_from(["accept", "reject", "undo", "redo", "delete", "left", "right"]),
        st.sampled_from(list("isd12opx")),
    ),
    max_size=30,
)


@settings(max_examples=40, deadline=None)
@example(["accept", "accept", "recode", "i", "undo"])
@example(["accept", "accept", "recode", "d", "undo"])
@example(["memo, erased", "undo"])
@example(["d", "memo", "case value", "done with it", "next-note", *["undo"] * 4, *["redo"] * 4])
@given(steps)
def test_after_any_commands_the_desk_shows_what_is_stored(project_once, typed):
    with tempfile.TemporaryDirectory() as directory:
        built = shutil.copytree(project_once, Path(directory) / "p")
        with open_coding(find_project(built), "ann") as session:
            desk = Desk(session)
            for step in typed:
                try:
                    if len(step) == 1:
                        desk.letter(step)
                    elif step in BESIDE:
                        BESIDE[step](desk)
                        desk.read_again()
                    else:
                        DESK_COMMANDS[step](desk)
                except NotecodeError:
                    desk.mode = "read"
                    desk.reload()
                stored = session.open_note(desk.ids[desk.at])
                assert desk.page.coded == stored
                assert {k: n for k, n in desk.totals.items() if n} == session.totals()
                assert desk.progress.references == session.progress().references
                assert desk.progress.open_suggestions == session.progress().open_suggestions
                assert desk.message == "" or not any(
                    text and text in desk.message for _, text in TEXTS.values()
                )
                if desk.selection is not None:
                    assert desk.selection.end <= len(stored.note.text)
