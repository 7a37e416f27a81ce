"""A file of invented notes to be labelled, and the labelling screen over it."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coder_project import screen_text
from textual.pilot import Pilot

from notecode.project.evaluating.labelling import Label, open_labelling
from notecode.tui.labelling.app import LabellingApp
from notecode.tui.labelling.desk import LabellingDesk
from notecode.tui.labelling.screen import LabellingScreen

FIRST = (
    "T/C to Mr Dorian Mabb's OM Ann Pryce. He lives at 4 Larch Rd.\n"
    "Dorian says (07700 900123) he will come. Zelda rang from the Marac."
)
SECOND = "Zelda rang, Dorian did not."
AWKWARD = "\x1b[31mRed\x1b[0m \u202eright\u202c.\tA 👩\u200d👧 and 漢字. Cafe\u0301 \x9b."
ROSTER = [
    {"id": "su", "role": "SU", "first_name": "Dorian", "last_name": "Mabb"},
    {"id": "om", "role": "OM", "first_name": "Ann", "last_name": "Pryce"},
]


def write_file(path: Path, *texts: str, roster: list[dict[str, str]] = ROSTER) -> Path:
    lines = [
        {
            "id": f"N{number}",
            "case_id": "C1",
            "site": "North",
            "date": "2017-03-02",
            "text": text,
            "roster": roster,
            "agencies": ["Marac"],
            "spans": [],
            "must_not_mask": [],
            "done": False,
        }
        for number, text in enumerate(texts or (FIRST, SECOND, AWKWARD, ""), start=1)
    ]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


def on_disk(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


Drive = Callable[[Pilot[None], LabellingApp], Awaitable[None]]


def drive(path: Path, act: Drive, size: tuple[int, int] = (80, 24)) -> LabellingApp:
    """Run the labelling screen without a terminal, and ``act`` on it."""

    async def run() -> LabellingApp:
        app = LabellingApp(open_labelling(path))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await act(pilot, app)
        return app

    return asyncio.run(run())


def desk_of(app: LabellingApp) -> LabellingDesk:
    screen = app.screen_stack[0]
    assert isinstance(screen, LabellingScreen)
    return screen.desk


@dataclass
class Seen:
    """What there was to see at the end."""

    desk: LabellingDesk
    text: str
    overlay: bool
    return_code: int | None

    @property
    def labels(self) -> list[tuple[str, str, str, str]]:
        """The open note's labels: words, type, direct or quasi, who."""
        note = self.desk.page.note
        return [shown(note.text, label) for label in note.labels]

    @property
    def selected(self) -> str:
        """The words that are selected."""
        selection = self.desk.selection
        return selection.cut(self.desk.page.text) if selection else ""


def shown(text: str, label: Label) -> tuple[str, str, str, str]:
    return label.span.cut(text), label.type, label.identifier_type, label.entity


def press(path: Path, *keys: str, size: tuple[int, int] = (80, 24)) -> Seen:
    """Open the file, press ``keys`` (each may be several, with spaces between), look, leave."""
    seen: list[Seen] = []

    async def act(pilot: Pilot[None], app: LabellingApp) -> None:
        for key in " ".join(keys).split():
            await pilot.press(key)
        await pilot.pause()
        overlay = len(app.screen_stack) > 1
        seen.append(Seen(desk_of(app), screen_text(app), overlay, app.return_code))

    drive(path, act, size)
    return seen[0]
