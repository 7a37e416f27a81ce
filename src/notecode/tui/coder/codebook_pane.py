"""The codebook to read: every code with what it means, narrowed by what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from notecode.tui.coder.definition import definition_lines
from notecode.tui.coder.searched import SearchedPane, fitting

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from notecode.model import Code, Codebook
    from notecode.tui.coder.screen import CoderScreen
    from notecode.tui.lines import Piece


class CodebookPane(SearchedPane):
    """Every code in use; what is typed is looked for in its key, name, path and definition."""

    title = "codebook"
    action = "codebook"
    none = "no code has this"

    def body(self, width: int) -> list[list[Piece]]:
        """The codes, with a blank line after each."""
        desk, look = self.screen.desk, self.screen.look
        codes = found_codes(desk.codebook, self.typed.text)
        return [
            line for code in codes for line in (*definition_lines(desk, look, code, width - 1), [])
        ]


def found_codes(codebook: Codebook, typed: str) -> list[Code]:
    """The codes in use that have what is typed: in their names, or else in what they mean too."""
    codes = [code for code in codebook.codes if code.status == "active"]
    names = [
        " ".join((code.key, *(step.label for step in codebook.path(code.id)))) for code in codes
    ]
    meanings = [
        " ".join((name, code.definition, code.use_when, code.not_when, code.example))
        for name, code in zip(names, codes, strict=True)
    ]
    return fitting(codes, names, typed) or fitting(codes, meanings, typed)


def show_codebook(screen: CoderScreen) -> None:
    """Open it."""
    screen.open_pane(CodebookPane(screen))


COMMANDS: Mapping[str, Callable[[CoderScreen], object]] = {"codebook": show_codebook}
"""The codebook."""
