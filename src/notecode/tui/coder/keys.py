"""The coder's actions with the keys that they have for this user."""

from notecode.model import Codebook
from notecode.project import Project
from notecode.tui.actions import Action
from notecode.tui.coder.actions import ACTIONS
from notecode.tui.keymap import KeyNames, Written, own_actions

USUAL_KEYS = KeyNames(ACTIONS)
"""The keys of those who have none of their own."""


def actions_of(project: Project, codebook: Codebook) -> tuple[Action, ...]:
    """The coder's actions, with the keys that the project's settings give them.

    Raises:
        SettingsError: with everything that is wrong with those keys.

    """
    return own_actions(
        ACTIONS,
        project.settings.keys,
        written=Written(str(project.settings_path)),
        letters={code.key: code.label for code in codebook.codes if code.key},
    )
