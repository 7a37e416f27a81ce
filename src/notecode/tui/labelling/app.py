"""Labelling as an application: start it, and keep a crash from showing any note."""

from notecode.project.evaluating.labelling import LabellingSession
from notecode.tui.labelling.actions import LABEL_TYPES
from notecode.tui.labelling.desk import LabellingDesk
from notecode.tui.labelling.screen import LabellingScreen
from notecode.tui.leaving import LeavingApp
from notecode.tui.painting import Look
from notecode.tui.themed import take_theme


class LabellingApp(LeavingApp, inherit_bindings=False):
    """The labelling screen over one file of notes."""

    NAME = "labelling screen"
    TITLE: str | None = "notecode label"
    CSS_PATH = "labelling.tcss"
    ALLOW_SELECT = False
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, session: LabellingSession) -> None:
        """Open the session's notes."""
        super().__init__()
        self._desk = LabellingDesk(session)
        colours = {kind.id: kind.colour for kind in LABEL_TYPES}
        keys = {kind.id: kind.key for kind in LABEL_TYPES}
        self._look = Look(colours, keys, no_color=self.no_color, palette=take_theme(self, "auto"))

    def get_default_screen(self) -> LabellingScreen:
        """The one screen."""
        return LabellingScreen(self._desk, self._look)


def run_labelling(session: LabellingSession) -> int:
    """Run the screen until the user quits; the process's exit code, not 0 after a crash."""
    app = LabellingApp(session)
    app.run()
    return app.return_code or 0
