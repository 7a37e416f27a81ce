"""A codebook's text from its values, for one that was no YAML before."""

from collections.abc import Sequence

from notecode.codebook.editing import entry_lines
from notecode.codebook.loading import parse_codebook
from notecode.codebook.scalars import value_text
from notecode.errors import CodebookError
from notecode.model import Agency, Code

SCHEMA_LINE = "# yaml-language-server: $schema=codebook.schema.json\n"
"""What tells editors which schema the file follows; the schema lies beside it."""


def codebook_text(title: str, codes: Sequence[Code], agencies: Sequence[Agency]) -> str:
    """The text of a codebook with these codes and agencies, and no rules.

    Raises:
        CodebookError: if it would not be sound, with every problem and its line in that text.

    """
    lines = [f"title: {value_text(title, indent=0, taken=7)}", "", "codes:"]
    for code in codes:
        lines += entry_lines(code, 2)
    if agencies:
        lines += ["", "agencies:"]
        for agency in agencies:
            lines += entry_lines(agency, 2)
    text = SCHEMA_LINE + "\n".join(lines) + "\n"
    book, problems = parse_codebook(text, "codebook.yaml")
    if book is None:
        raise CodebookError(
            "what was read makes no sound codebook",
            problems=[problem for problem in problems if problem.fatal],
            hint="mend the file it was read from and try again",
        )
    return text
