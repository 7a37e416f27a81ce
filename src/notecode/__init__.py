"""notecode: identifiable case-management notes in, per-agency code frequencies out.

In a notebook, ``notecode.Project.open("my-study").counts(by=["agency"])`` gives a DataFrame.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from notecode.notebook import Project as Project

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """``notecode.Project``, imported when it is asked for: ``import notecode`` stays light."""
    if name == "Project":
        from notecode.notebook import Project

        return Project
    raise AttributeError(f"module 'notecode' has no attribute {name!r}")
