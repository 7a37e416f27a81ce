"""The review as an application: start it, and keep a crash from showing any note."""

from collections.abc import Sequence

from notecode.project import Project
from notecode.project.reviewing.notes import ReviewNotes
from notecode.project.reviewing.reviewer import Reviewer
from notecode.settings import Theme
from notecode.tui.actions import Action
from notecode.tui.keymap import KeyNames
from notecode.tui.leaving import LeavingApp
from notecode.tui.painting import Look
from notecode.tui.review.actions import MASK_TYPES, REVIEW_ACTIONS
from notecode.tui.review.desk import ReviewDesk
from notecode.tui.review.keys import actions_of
from notecode.tui.review.screen import ReviewScreen
from notecode.tui.themed import take_theme


class ReviewApp(LeavingApp, inherit_bindings=False):
    """The review screen over one project and the originals of its notes."""

    NAME = "review"
    TITLE: str | None = "notecode review"
    CSS_PATH = "review.tcss"
    ALLOW_SELECT = False
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it so
        (0, "-narrow"),
        (100, "-wide"),
        (116, "-full"),
    ]

    def __init__(
        self,
        notes: ReviewNotes,
        reviewer: Reviewer,
        theme: Theme = "auto",
        actions: Sequence[Action] = REVIEW_ACTIONS,
    ) -> None:
        """Open the riskiest note."""
        super().__init__()
        self._actions = actions
        self._desk = ReviewDesk(notes, reviewer, KeyNames(actions))
        colours = {kind.id: kind.colour for kind in MASK_TYPES}
        keys = {kind.id: kind.key for kind in MASK_TYPES}
        palette = take_theme(self, theme)
        self._look = Look(colours, keys, no_color=self.no_color, palette=palette)

    def get_default_screen(self) -> ReviewScreen:
        """The screen that lies under every overlay."""
        return ReviewScreen(self._desk, self._look, self._actions)

    def copy_to_clipboard(self, text: str) -> None:
        """Nothing: a clipboard of the terminal would carry originals over the line."""
        del text


def run_review(notes: ReviewNotes, reviewer: Reviewer, project: Project) -> int:
    """Run the screen until the user quits; the process's exit code, not 0 after a crash.

    Raises:
        ReviewError: if there is no note to review.
        SettingsError: if the user's own keys cannot be used.

    """
    app = ReviewApp(notes, reviewer, project.settings.theme, actions_of(project))
    app.run()
    return app.return_code or 0
