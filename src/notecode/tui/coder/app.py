"""The coder as an application: start it, and keep a crash from showing any note."""

import gc
from collections.abc import Sequence

from notecode.project.coding.session import CodingSession
from notecode.tui.actions import Action
from notecode.tui.coder.actions import ACTIONS
from notecode.tui.coder.desk import Desk
from notecode.tui.coder.keys import actions_of
from notecode.tui.coder.screen import CoderScreen
from notecode.tui.coder.tour import Tour
from notecode.tui.colours import code_colours
from notecode.tui.keymap import KeyNames
from notecode.tui.leaving import LeavingApp
from notecode.tui.painting import Look
from notecode.tui.themed import take_theme


class CoderApp(LeavingApp, inherit_bindings=False):
    """The coder over one session."""

    NAME = "coder"
    TITLE: str | None = "notecode"
    CSS_PATH = "coder.tcss"
    ALLOW_SELECT = False
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it so
        (0, "-narrow"),
        (100, "-wide"),
        (116, "-full"),
        (160, "-broad"),
    ]

    def __init__(
        self, session: CodingSession, actions: Sequence[Action] = ACTIONS, tour: Tour = "no"
    ) -> None:
        """Open the session's notes; ``actions`` have the keys that they have for this user."""
        super().__init__()
        self._actions = actions
        self._tour = tour
        palette = take_theme(self, session.project.settings.theme)
        self._desk = Desk(session, KeyNames(actions))
        book = session.codebook
        keys = {code.id: code.key for code in book.codes}
        self._look = Look(code_colours(book), keys, no_color=self.no_color, palette=palette)

    def get_default_screen(self) -> CoderScreen:
        """The coder's screen is the first, and lies under every overlay."""
        return CoderScreen(self._desk, self._look, self._actions, self._tour)

    def on_mount(self) -> None:
        """Leave what start-up made out of later garbage collections: frames come evenly."""
        gc.collect()
        gc.freeze()

    def keep(self) -> str:
        """Store the memo that is being typed; what could not be stored is said."""
        screen = self.screen_stack[0]
        panes = screen.panes if isinstance(screen, CoderScreen) else []
        return "\r\n".join(filter(None, (pane.keep() for pane in panes)))


def run_coder(session: CodingSession, tour: Tour = "offer") -> int:
    """Run the coder until the user quits; the process's exit code, not 0 after a crash.

    Raises:
        CodingError: if there is no note to code.
        SettingsError: if the user's own keys cannot be used.

    """
    app = CoderApp(session, actions_of(session.project, session.codebook), tour)
    app.run()
    return app.return_code or 0
