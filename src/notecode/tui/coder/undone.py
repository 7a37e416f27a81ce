"""What is said of a step that was taken back, beside what it was. No Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from notecode.project.coding.undoing import left_code

if TYPE_CHECKING:
    from notecode.model import Change
    from notecode.tui.coder.desk import Desk


def what_stays(desk: Desk, change: Change) -> str:
    """The code that stays in the codebook without a reference, and how it is taken out; or ""."""
    left = left_code(desk.session, change)
    if left is None:
        return ""
    takes_out = "; notecode codebook undo takes it out" if left.is_last else ""
    return f". The code {desk.label(left.code)} stays in the codebook{takes_out}"
