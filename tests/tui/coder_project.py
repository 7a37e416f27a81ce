"""A project with a handful of invented notes on a real SQLite file, and the coder over it."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from textual.pilot import Pilot

from notecode.model import Case, Flag, Mention, Note, Span, Suggestion
from notecode.project import find_project
from notecode.project.coding.session import CodingSession
from notecode.project.project import current_codebook
from notecode.store import notes as stored_notes
from notecode.store import suggestions as stored_suggestions
from notecode.store.connection import create_database, open_database
from notecode.store.notes import StoredNote
from notecode.tui.coder.app import CoderApp
from notecode.tui.coder.desk import Desk
from notecode.tui.coder.screen import CoderScreen

CODEBOOK = """\
title: Codes for tests
codes:
  - id: indirect
    label: Indirect work
    definition: Work that is not contact.
    key: "1"
  - id: sharing
    label: Information sharing
    definition: Facts are asked for or given.
    use_when: An agency is rung.
    key: i
    parent: indirect
    colour: "#56B4E9"
  - id: disruption
    label: Disruption
    definition: Risk is got in the way of.
    key: d
    parent: indirect
    colour: "#D55E00"
  - id: direct
    label: Direct work
    definition: Contact.
    key: "2"
  - id: support
    label: Direct support
    definition: Help for him.
    key: s
    parent: direct
agencies:
  - {id: probation, label: Probation, definition: Probation., key: p, aliases: [probation]}
  - {id: police, label: Police, definition: Police., key: o, aliases: [police]}
  - {id: idva, label: Idva service, definition: Idvas., key: i, aliases: [idva]}
rules: []
"""

FIRST = (
    "T/C to police re the call-out; no further action. Probation confirmed that he came.\n"
    "\n"
    "Idva rang, she feels safer. Agreed to meet on Monday, and to tell police. He was late."
)
SECOND = "Visit. He talked about his flat, and the rent he owes."
AWKWARD = (
    "\x1b[31mRed\x1b[0m and \u202eright to left\u202c.\tA tab, a 👩\u200d👧 and 漢字."
    " Cafe\u0301 \x9b."
)
TEXTS = {"N1": ("C001", FIRST), "N2": ("C001", SECOND), "N3": ("C002", AWKWARD), "N4": ("C002", "")}


def span_of(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def suggestion(number: int, note_id: str, part: str, code: str, *agencies: str) -> Suggestion:
    return Suggestion(
        id=f"s{number}",
        note_id=note_id,
        span=span_of(TEXTS[note_id][1], part),
        code=code,
        agencies=agencies,
        rule=f"rule-{number}",
        rule_version="v1",
    )


SUGGESTIONS = [
    suggestion(1, "N1", "T/C to police re the call-out; no further action.", "sharing", "police"),
    suggestion(2, "N1", "Probation confirmed that he came.", "sharing", "probation"),
    suggestion(3, "N1", "Probation confirmed that he came.", "disruption", "probation"),
    suggestion(4, "N2", "He talked about his flat, and the rent he owes.", "support"),
]
MENTIONS = [
    Mention(note_id="N1", span=span_of(FIRST, "police"), agency="police", rule="alias"),
    Mention(note_id="N1", span=span_of(FIRST, "Probation"), agency="probation", rule="alias"),
    Mention(note_id="N1", span=span_of(FIRST, "Idva"), agency="idva", rule="alias"),
]


def build_project(
    directory: Path,
    texts: dict[str, tuple[str, str]],
    flags: dict[str, tuple[Flag, ...]] | None = None,
) -> Path:
    """A project with these notes (case and text by id), and nothing suggested."""
    (directory / "corpus").mkdir(parents=True)
    (directory / "notecode.toml").write_text('title = "Test"\n')
    (directory / "codebook.yaml").write_text(CODEBOOK)
    database = directory / "corpus" / "notecode.db"
    create_database(database)
    store(database, texts, flags)
    return directory


def store(
    database: Path,
    texts: dict[str, tuple[str, str]],
    flags: dict[str, tuple[Flag, ...]] | None = None,
) -> None:
    """Store these notes as anonymising does."""
    cases: dict[str, list[StoredNote]] = {}
    for day, (note_id, (case, text)) in enumerate(texts.items()):
        note = Note(
            id=note_id,
            case_id=case,
            text=text,
            date=date(2024, 3, 1) + timedelta(days=day),
            contact_type="T/C",
        )
        cases.setdefault(case, []).append(
            StoredNote(note=note, flags=(flags or {}).get(note_id, ()))
        )
    with open_database(database) as db:
        for case, notes in cases.items():
            stored_notes.save_anonymised_case(
                db,
                Case(id=case, site="Site 1", start=date(2024, 1, 15)),
                notes,
                settings="test",
                now="2024-04-01T00:00:00+00:00",
            )


def suggest(directory: Path, mentions: list[Mention], suggestions: list[Suggestion]) -> None:
    """Store mentions and suggestions as the suggester does."""
    project = find_project(directory)
    with project.database() as db:
        book = current_codebook(project, db)
        ids = [note.id for note in stored_notes.load_notes(db)]
        stored_suggestions.save_suggestions(db, ids, mentions, suggestions, codebook=book.digest)


Drive = Callable[[Pilot[None], CoderApp], Awaitable[None]]


def drive(session: CodingSession, act: Drive, size: tuple[int, int] = (80, 24)) -> CoderApp:
    """Run the coder without a terminal, and ``act`` on it."""

    async def run() -> CoderApp:
        app = CoderApp(session)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await act(pilot, app)
        return app

    return asyncio.run(run())


@dataclass
class Seen:
    """What there was to see at the end: the coder is closed when a test looks at it."""

    desk: Desk
    text: str
    overlay: bool
    focused: str | None
    list_shown: bool
    return_code: int | None


def press(session: CodingSession, *keys: str, size: tuple[int, int] = (80, 24)) -> Seen:
    """Run the coder, press ``keys``, look, and leave."""
    seen: list[Seen] = []

    async def act(pilot: Pilot[None], app: CoderApp) -> None:
        for key in keys:
            await pilot.press(key)
            await app.workers.wait_for_complete()
        await pilot.pause()
        base = app.screen_stack[0]
        assert isinstance(base, CoderScreen)
        seen.append(
            Seen(
                desk=base.desk,
                text=screen_text(app),
                overlay=app.screen is not base,
                focused=app.focused.id if app.focused else None,
                list_shown=base.query_one("#list").display,
                return_code=app.return_code,
            )
        )

    drive(session, act, size)
    return seen[0]


def desk_of(app: CoderApp) -> Desk:
    """The desk of a running coder."""
    base = app.screen_stack[0]
    assert isinstance(base, CoderScreen)
    return base.desk


def screen_text(app: CoderApp) -> str:
    """What stands on the screen, row by row, without styles."""
    width, height = app.size
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text[:width].rstrip() for strip in strips[:height])
