"""The coder as an application: start it, and keep a crash from showing any note."""

import gc
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from traceback import extract_tb

from textual.app import SystemCommand
from textual.screen import Screen

from notecode.project.coding import CodingSession
from notecode.text.grid import printable
from notecode.tui.actions import ACTIONS
from notecode.tui.colours import code_colours
from notecode.tui.desk import Desk
from notecode.tui.leaving import LeavingApp
from notecode.tui.painting import Look
from notecode.tui.screen import CoderScreen

_PACKAGE = Path(__file__).parents[2]


class CoderApp(LeavingApp, inherit_bindings=False):
    """The coder over one session."""

    TITLE: str | None = "notecode"
    CSS_PATH = "coder.tcss"
    ALLOW_SELECT = False
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it so
        (0, "-narrow"),
        (100, "-wide"),
        (116, "-full"),
    ]

    def __init__(self, session: CodingSession, keymap: Mapping[str, str] | None = None) -> None:
        """Open the session's notes; ``keymap`` gives actions (by id) keys of the user's own."""
        super().__init__()
        self._desk = Desk(session)
        book = session.codebook
        keys = {code.id: code.key for code in book.codes}
        self._look = Look(code_colours(book), keys, no_color=self.no_color)
        self._keys_of_actions = dict(keymap or {})

    def get_default_screen(self) -> CoderScreen:
        """The coder's screen is the first, and lies under every overlay."""
        return CoderScreen(self._desk, self._look, self._keys_of_actions)

    def on_mount(self) -> None:
        """Leave what start-up made out of later garbage collections: frames come evenly."""
        gc.collect()
        gc.freeze()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers: every action, then every code by its label."""
        if not isinstance(screen, CoderScreen):
            return
        for action in ACTIONS:
            if action.id != "palette":
                title = f"{action.description} ({action.shown})"
                yield SystemCommand(title, action.group, partial(screen.action_perform, action.id))
        for code in self._desk.codebook.codes:
            if code.status == "active":
                title = printable(f"{code.label} ({code.key})" if code.key else code.label)
                yield SystemCommand(title, "code the selection", partial(screen.apply_code, code))

    def _handle_exception(self, error: Exception) -> None:
        """End with a report of places in the program alone.

        A traceback of Textual's shows local variables, and an exception's words may quote a
        note; both would leave the coder's screen for the terminal's scroll-back.
        """
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self.bell()
        self._exit_renderables.append(crash_report(error))
        self._close_messages_no_wait()


def crash_report(error: BaseException, screen: str = "coder") -> str:
    """Where in the program ``error`` came from: its type, files, lines and functions alone.

    ``screen`` names what stopped.
    """
    places = []
    for frame in extract_tb(error.__traceback__):
        path = Path(frame.filename)
        name = path.relative_to(_PACKAGE) if path.is_relative_to(_PACKAGE) else Path(path.name)
        places.append(f"  {name}:{frame.lineno} {frame.name}")
    return "\n".join(
        [
            f"The {screen} stopped: {type(error).__name__}.",
            "Everything done before is saved. Please report these lines; no note is in them.",
            *places,
        ]
    )


def run_coder(session: CodingSession, keymap: Mapping[str, str] | None = None) -> int:
    """Run the coder until the user quits; the process's exit code, not 0 after a crash.

    Raises:
        CodingError: if there is no note to code.

    """
    app = CoderApp(session, keymap)
    app.run()
    return app.return_code or 0
