"""What other packages add to notecode, by entry point; its own parts are registered the same way.

A package says in its ``pyproject.toml``, under the name of a group, what it adds:

    [project.entry-points."notecode.name_models"]
    gliner = "my_package.gliner_names:load"

and is found as soon as it is installed beside notecode. Nothing is imported before it is used.
"""

from collections.abc import Mapping
from importlib.metadata import EntryPoint, entry_points
from typing import Final

NAME_MODELS: Final = "notecode.name_models"
"""Finders of names: each entry point is a function from a model's name to a ``NameModel``."""

_OWN = "notecode"


def installed(group: str) -> Mapping[str, EntryPoint]:
    """The entry points of a group by name, in alphabetical order.

    Where two packages use one name, notecode's own part comes first, then the package whose name
    does: another package cannot take the place of a built-in part.
    """
    found: dict[str, EntryPoint] = {}
    for point in sorted(entry_points(group=group), key=_order):
        found.setdefault(point.name, point)
    return found


def _order(point: EntryPoint) -> tuple[str, bool, str]:
    package = point.dist.name if point.dist else ""
    return point.name, package != _OWN, package
