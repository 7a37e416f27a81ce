"""The review's actions with the keys that they have for this user."""

from notecode.project import Project
from notecode.tui.actions import Action
from notecode.tui.keymap import KeyNames, Written, own_actions
from notecode.tui.review.actions import MASK_TYPES, REVIEW_ACTIONS

USUAL_KEYS = KeyNames(REVIEW_ACTIONS)
"""The keys of those who have none of their own."""


def actions_of(project: Project) -> tuple[Action, ...]:
    """The review's actions, with the keys that the project's settings give them.

    Raises:
        SettingsError: with everything that is wrong with those keys.

    """
    return own_actions(
        REVIEW_ACTIONS,
        project.settings.review_keys,
        written=Written(str(project.settings_path), "review.keys", "docs/keys.md lists them"),
        letters={kind.key: kind.name for kind in MASK_TYPES},
    )
