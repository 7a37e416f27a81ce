"""Large notes, many notes, and what the coder imports."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from coder_project import build_project, desk_of, drive

from notecode.model import Span
from notecode.project import find_project
from notecode.project.coding.session import CodingSession, NoteRow, open_coding
from notecode.text.units import words
from notecode.tui.coder.app import CoderApp
from notecode.tui.note_list import NoteList
from notecode.tui.note_view import NoteView

SENTENCE = "Rang probation about the breach of [date] and agreed to speak on Monday. "
LINES = "\n".join([SENTENCE * 2] * 200)  # 5,200 words
PARAGRAPH = SENTENCE * 400
AWKWARD = ("Café 漢字 e\u0301 word " * 1300).strip()
UNBROKEN = "x" * 20_000


def session_over(directory: Path, text: str, spans: int) -> CodingSession:
    built = build_project(directory / "p", {"L1": ("C9", text)})
    session = open_coding(find_project(built), "ann")
    codes = ("sharing", "disruption", "support", "direct")
    step = max((len(text) - 400) // spans, 1)
    for number in range(spans):
        start = number * step
        end = min(start + 60 + number * 7 % 300, len(text))
        session.code_span("L1", Span(start, end), codes[number % 4])
    return session


def draw(app: CoderApp) -> None:
    """Draw every row of the note, as after a key."""
    note = app.screen.query_one(NoteView)
    for y in range(note.size.height):
        note.render_line(y)


@pytest.mark.parametrize(
    "text", [LINES, PARAGRAPH, AWKWARD, UNBROKEN], ids=["lines", "paragraph", "awkward", "unbroken"]
)
def test_the_cursor_goes_word_by_word_through_a_long_note(tmp_path, text):
    places: list[Span] = []

    async def act(pilot, app: CoderApp):
        for _ in range(2):
            app.screen.perform("narrow")
        for command in (*["right"] * 60, *["down"] * 60, "last", *["left"] * 50, "first"):
            app.screen.perform(command)
            draw(app)
            places.append(desk_of(app).cursor.selection)

    with session_over(tmp_path, text, 200) as session:
        assert len(session.open_note("L1").references) == 200
        drive(session, act, size=(120, 40))
    if text is UNBROKEN:
        assert set(places) == {Span(0, len(text))}
        return
    rights, downs, lefts = places[:60], places[60:120], places[120:171]
    every = words(text)
    assert rights == every[1:61]
    assert lefts == every[: -len(lefts) - 1 : -1]
    assert all(before.start < place.start for before, place in pairwise(downs))
    assert places[-1] == every[0]


def test_coding_in_a_long_note_keeps_every_reference(tmp_path):
    async def act(pilot, app: CoderApp):
        for _ in range(20):
            app.screen.perform("right")
            desk_of(app).letter("s")
            app.screen.show()
            draw(app)

    with session_over(tmp_path, PARAGRAPH, 200) as session:
        drive(session, act, size=(120, 40))
        assert len(session.open_note("L1").references) == 220


def test_rows_of_the_list_are_fetched_by_the_page():
    asked: list[int] = []

    def fetch(ids):
        asked.append(len(ids))
        return [
            NoteRow(
                id=i,
                case_id="C1",
                site="S",
                date=None,
                month=None,
                contact_type="T/C",
                references=0,
                open_suggestions=0,
            )
            for i in ids
        ]

    from textual.app import App

    from notecode.tui.note_list import note_wording

    ids = [f"N{n}" for n in range(50_000)]

    class ListApp(App[None]):
        def compose(self):
            yield NoteList(fetch, note_wording)

    async def run() -> None:
        app = ListApp()
        async with app.run_test(size=(30, 40)) as pilot:
            notes = app.query_one(NoteList)
            notes.show(ids, 25_000)
            await pilot.pause()
            assert notes.scroll_offset.y <= 25_000 < notes.scroll_offset.y + 40

    import asyncio

    asyncio.run(run())
    assert 0 < sum(asked) <= 192


IMPORTS = """
import sys
from pathlib import Path
from notecode.project import find_project
from notecode.project.coding.session import open_coding
from notecode.tui.coder.app import CoderApp
import asyncio

async def run():
    with open_coding(find_project(Path(sys.argv[1])), "ann") as session:
        app = CoderApp(session)
        async with app.run_test() as pilot:
            await pilot.press("enter", "end", "s", "U", "N", "question_mark", "escape")
            await pilot.pause()

asyncio.run(run())
heavy = "spacy pandas sqlite_utils presidio_analyzer presidio_anonymizer openpyxl numpy thinc"
print(sorted(set(heavy.split()) & set(sys.modules)))
"""


def test_the_coder_imports_nothing_heavy(project_dir):
    done = subprocess.run(
        [sys.executable, "-c", IMPORTS, str(project_dir)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "package", ["notecode.text.grid", "notecode.text.lanes", "notecode.tui.cursor"]
)
def test_the_pure_parts_do_not_import_textual(package):
    program = f"import sys, {package}; print('textual' in sys.modules, 'rich' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "False False"


def test_the_desk_does_not_import_textual():
    program = "import sys, notecode.tui.coder.desk; print('textual' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "False"
