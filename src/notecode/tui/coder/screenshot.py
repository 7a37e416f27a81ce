"""A picture of the running coder, for the documentation."""

import asyncio
import re
from collections.abc import Sequence
from pathlib import Path

from notecode.project.coding.session import CodingSession
from notecode.tui.coder.app import CoderApp

# The picture must not fetch a font when it is opened.
_WEB_FONT = re.compile(r"@font-face\s*\{[^}]*\}\s*")


def save_screenshot(
    session: CodingSession, path: Path, size: tuple[int, int], keys: Sequence[str] = ()
) -> None:
    """Write an SVG of the coder at ``size`` (columns, rows) after ``keys`` (Textual's names).

    The keys act on the session as a coder's would, and what they do is saved.
    """
    svg = asyncio.run(_taken(session, size, keys))
    path.write_text(_WEB_FONT.sub("", svg), encoding="utf-8")


async def _taken(session: CodingSession, size: tuple[int, int], keys: Sequence[str]) -> str:
    app = CoderApp(session)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        return app.export_screenshot(title="notecode")
