"""What a spreadsheet would take for a formula, and run."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula (or, at the start, hide one)."""


def is_formula(text: str) -> bool:
    """Whether a spreadsheet could take a cell of this text for one, after blanks or not."""
    return text.startswith(FORMULA_STARTS) or text.lstrip().startswith(FORMULA_STARTS)
