"""What headers and contents leave open, with both ways of saying it."""

from collections.abc import Iterator

from notecode.errors import Problem
from notecode.importing.columns import is_known, is_personal
from notecode.importing.layout import Proposal
from notecode.importing.profiles import profile
from notecode.importing.tables import Table
from notecode.settings import Kind, column_setting, column_word

_FEW = 12
_PLACEHOLDER = "Header"


def both_ways(kind: Kind, name: str, header: str) -> str:
    """How to say it on the command line, and how in notecode.toml, each in full."""
    said = column_word(kind, name, header)
    return f"{said}, or in notecode.toml: {column_setting(kind, name, header)}"


def likely_header(table: Table, proposal: Proposal, name: str) -> str:
    """The header of the column that may be the needed field, or a word in its place.

    Where the row of headers may be data, none of its cells is given.
    """
    best = (0.0, _PLACEHOLDER)
    if not table.is_named:
        return _PLACEHOLDER
    for place, header in enumerate(table.headers):
        found = profile(table.cells(place))
        if header not in proposal.left_out or is_personal(header) or not found.filled:
            continue
        if name == "text" and found.with_space >= 0.5 and found.dates < 0.5:
            best = max(best, (found.mean_length, header))
        if name == "case" and found.is_id:
            best = max(best, (2 - found.distinct, header))
    return best[1]


def undecided_columns(table: Table, proposal: Proposal) -> Iterator[Problem]:
    """One warning for all columns of few values that could be a field nothing is taken for."""
    columns: list[str] = []
    first: dict[str, str] = {}
    for header in proposal.left_out:
        names = _open_fields(table, proposal, header)
        columns += [header] if names else []
        for name in names:
            first.setdefault(name, header)
    if not columns:
        return
    yield Problem(
        file=table.file,
        message="few values, and it is not decided what they are; not read: "
        + ", ".join(map(repr, columns)),
        hint="if one is needed, say so, for example "
        + "; or ".join(
            f"the {name}: {both_ways('notes', name, header)}" for name, header in first.items()
        ),
        fatal=False,
    )


def _open_fields(table: Table, proposal: Proposal, header: str) -> list[str]:
    """The fields that a column of few values could be and that no column was taken for."""
    place = table.place(header)
    if place is None or is_known(header) or is_personal(header) or not table.is_named:
        return []
    cells = [cell for cell in table.cells(place) if cell.strip()]
    if not 2 <= len(set(cells)) <= min(_FEW, len(cells) // 2) or not profile(cells).is_category:
        return []
    if _same_within_cases(table, proposal, place) and not proposal.has("site"):
        return ["site"]
    return [name for name in ("contact_type", "author_role") if not proposal.has(name)]


def _same_within_cases(table: Table, proposal: Proposal, place: int) -> bool:
    values: dict[str, set[str]] = {}
    for row in table.rows:
        if row.cells[place].strip():
            values.setdefault(proposal.cell(row, "case"), set()).add(row.cells[place].strip())
    return bool(values) and all(len(found) == 1 for found in values.values())
