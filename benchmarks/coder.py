"""The coder's work from a command to its drawn rows: a long note with many spans, a long list.

Compared against: the same note without any span to begin with. The writing to the terminal is
not included.
"""

import asyncio
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from statistics import quantiles

from textual.app import App, ComposeResult

from notecode.model import Case, Note, Span
from notecode.project import find_project
from notecode.project.coding.session import CodingSession, NoteRow, open_coding
from notecode.project.setup import create_project
from notecode.store.connection import create_database, open_database
from notecode.store.notes import StoredNote, save_anonymised_case
from notecode.tui.coder.app import CoderApp
from notecode.tui.coder.screen import CoderScreen
from notecode.tui.note_list import NoteList
from notecode.tui.note_view import NoteView

SENTENCE = "Rang probation about the breach of [date] and agreed to speak on Monday. "
LINES = "\n".join([SENTENCE * 2] * 192)
PARAGRAPH = SENTENCE * 384
SPANS = 200
LISTED = 50_000
MOVES = 300
CODED = 100
SIZE = (120, 40)


def session_over(directory: Path, text: str, spans: int) -> CodingSession:
    """A project of one note, with so many spans that lie over each other."""
    create_project(directory, "bench")
    project = find_project(directory)
    create_database(project.database_path)
    note = Note(id="L1", case_id="C1", text=text, date=date(2024, 3, 1), contact_type="T/C")
    with open_database(project.database_path) as db:
        case = Case(id="C1", site="Site 1", start=date(2024, 1, 15))
        save_anonymised_case(db, case, [StoredNote(note=note)], settings="", now="2024")
    session = open_coding(project, "bench")
    codes = [code.id for code in session.codebook.codes if code.key][:4]
    for number in range(spans):
        start = number * (len(text) - 400) // spans
        session.code_span("L1", Span(start, start + 60 + number * 7 % 300), codes[number % 4])
    return session


def timed(screen: CoderScreen, command: Callable[[], object]) -> float:
    """Seconds that a command takes, with the making of every row of the note in sight."""
    note = screen.query_one(NoteView)
    began = time.perf_counter()
    command()
    for y in range(note.size.height):
        note.render_line(y)
    return time.perf_counter() - began


def code_here(screen: CoderScreen, key: str) -> None:
    """Code the unit at the cursor, as the letter does, and show it."""
    screen.desk.letter(key)
    screen.show()


async def in_a_note(session: CodingSession) -> tuple[list[float], list[float]]:
    """Cursor moves, word by word and down, and codings: seconds of each."""
    app = CoderApp(session)
    key = next(code.key for code in session.codebook.codes if code.key)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, CoderScreen)
        for _ in range(2):
            timed(screen, lambda: screen.perform("narrow"))
        moved = [
            timed(screen, lambda way=way: screen.perform(way))
            for _ in range(MOVES // 2)
            for way in ("right", "down")
        ]
        screen.perform("first")
        coded, before = [], len(session.open_note("L1").references)
        for _ in range(CODED):
            screen.perform("right")
            coded.append(timed(screen, lambda: code_here(screen, key)))
    if len(session.open_note("L1").references) != before + CODED:
        raise SystemExit("not every coding was stored: the figures mean nothing")
    return moved, coded


class ListApp(App[None]):
    """The list of notes alone, over rows that are made up when they are asked for."""

    def compose(self) -> ComposeResult:
        """The list."""
        yield NoteList(made_up)


def made_up(ids: Sequence[str]) -> list[NoteRow]:
    """Rows for some ids."""
    return [
        NoteRow(
            id=note_id,
            case_id="C1",
            site="Site 1",
            date=None,
            month=None,
            contact_type="T/C",
            references=0,
            open_suggestions=0,
        )
        for note_id in ids
    ]


async def in_a_list() -> list[float]:
    """Jumps to notes all over a long list, with the making of the rows in sight."""
    app, ids = ListApp(), [f"N{number}" for number in range(LISTED)]
    taken = []
    async with app.run_test(size=SIZE) as pilot:
        notes = app.query_one(NoteList)
        for number in range(MOVES):
            began = time.perf_counter()
            notes.show(ids, number * 7_919 % LISTED)
            for y in range(notes.size.height):
                notes.render_line(y)
            taken.append(time.perf_counter() - began)
            await pilot.pause()
    return taken


def row(what: str, taken: list[float]) -> None:
    """One line of the table, in milliseconds."""
    cut = quantiles(taken, n=100, method="inclusive")
    figures = " ".join(f"{1000 * cut[at - 1]:8.2f}" for at in (50, 95, 99))
    print(f"{what:<48} {len(taken):5} {figures}")


def main() -> None:
    """Measure and print."""
    words = len(LINES.split())
    print(f"a note of {words:,} words; {SIZE[0]} x {SIZE[1]} cells; milliseconds")
    print("from a command to its drawn rows; the writing to the terminal is not included\n")
    print(f"{'':<48} {'times':>5} {'median':>8} {'p95':>8} {'p99':>8}")
    for name, text in (("lines", LINES), ("one paragraph", PARAGRAPH)):
        for spans in (0, SPANS):
            with (
                tempfile.TemporaryDirectory() as place,
                session_over(Path(place) / "p", text, spans) as session,
            ):
                moved, coded = asyncio.run(in_a_note(session))
            row(f"{name}, {spans} spans: cursor move", moved)
            row(f"{name}, {spans} spans: coding, stored on disk", coded)
    row(f"jump in a list of {LISTED:,} notes", asyncio.run(in_a_list()))


if __name__ == "__main__":
    main()
