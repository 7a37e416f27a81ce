"""Every action of the coder as a line of JSON, for scripts and for those who use no screen.

``run.py`` reads the lines and answers each with one; ``table.py`` is the one table of actions.
"""

from notecode.project.coding.applying.run import Answer, Manner, apply_lines
from notecode.project.coding.applying.table import LINE_ACTIONS
from notecode.project.coding.applying.words import Field, LineAction

__all__ = ["LINE_ACTIONS", "Answer", "Field", "LineAction", "Manner", "apply_lines"]
