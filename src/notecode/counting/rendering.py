"""A table in the terminal: plain text that fits its width and can go through a pipe.

One dimension goes down; with two, the second goes across; with three, there is one such
cross-table for each key of the first. A plot draws bars of references instead.
"""

from collections.abc import Sequence
from itertools import groupby

from notecode.counting.tables import label_of, share
from notecode.counting.wording import DIMENSION_NAMES, definitions, title
from notecode.model import Codebook, Count, CountTable
from notecode.text.layout import Line, bar, counted, draw_grid, pad, printable, width_of, wrap

LEAST_WIDTH = 40
LEAST_BAR = 10
UNDEFINED = "n/a (base 0)"


def render_text(
    table: CountTable, *, codebook: Codebook, width: int = 80, plot: bool = False
) -> str:
    """The table as text of at most ``width`` terminal cells (never less than 40), in lines.

    ``codebook`` gives the depth of each code in the tree. ``plot`` draws bars of references.
    """
    width = max(width, LEAST_WIDTH)
    lines = wrap(title(table), width)
    lines += wrap(f"Base: {_base(table)}", width)
    lines.append("")
    if not table.rows:
        lines += wrap(f"No rows: {_missing(table)}.", width)
    elif plot:
        lines += _plots(table, codebook, width)
    elif len(table.spec.by) == 1:
        lines += _list(table, codebook, width)
    else:
        lines += _crosses(table, codebook, width)
    lines.append("")
    for sentence in definitions(table):
        lines += wrap(f"- {sentence}", width, indent=2)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _base(table: CountTable) -> str:
    """What the shares are of, in one phrase."""
    base = table.base
    return (
        f"{counted(base.references, 'reference')} in {base.cases:,} of "
        f"{counted(table.all_cases, 'case')}, {base.notes:,} of "
        f"{counted(table.all_notes, 'note')}"
    )


def _missing(table: CountTable) -> str:
    """Why a table has no rows: the dimensions of which nothing is known."""
    names = " and ".join(DIMENSION_NAMES[dimension] for dimension in table.spec.by)
    return f"the project has nothing to count by {names} yet"


def _percent(part: int, base: int) -> str:
    """A share with one decimal, or that it is undefined."""
    fraction = share(part, base)
    return UNDEFINED if fraction is None else f"{fraction:.1%}"


def _depth(codebook: Codebook, dimension: str, key: str) -> int:
    """How deep a key stands: codes by their place in the tree, all else at the margin."""
    if dimension != "code" or key not in codebook.code_by_id:
        return 0
    return len(codebook.path(key)) - 1


def _label(table: CountTable, place: int, key: str) -> str:
    """The printable label of a key of the dimension at ``place``."""
    return printable(label_of(table, table.spec.by[place], key))


def _corner(table: CountTable, place: int) -> str:
    """The heading of the labels' column."""
    name = DIMENSION_NAMES[table.spec.by[place]]
    return name[0].upper() + name[1:]


def _list(table: CountTable, codebook: Codebook, width: int) -> list[str]:
    """One row per key, with references, cases, their shares, and notes."""
    base = table.base.references
    headings = [
        ("References",),
        ("Share", f"of {base:,}"),
        ("Cases",),
        ("Share", f"of {table.all_cases:,}"),
        ("Notes",),
    ]
    lines = [
        Line(
            _label(table, 0, row.keys[0]),
            _depth(codebook, table.spec.by[0], row.keys[0]),
            (
                f"{row.references:,}",
                _percent(row.references, base),
                f"{row.cases:,}",
                _percent(row.cases, table.all_cases),
                f"{row.notes:,}",
            ),
        )
        for row in table.rows
    ]
    return draw_grid(_corner(table, 0), headings, lines, width)


def _crosses(table: CountTable, codebook: Codebook, width: int) -> list[str]:
    """A cross-table of references and one of cases, for each key of a third dimension."""
    if len(table.spec.by) == 2:
        return _cross(table, table.rows, codebook, width)
    drawn: list[str] = []
    for first, group in groupby(table.rows, key=lambda row: row.keys[0]):
        rows = tuple(group)
        drawn += [""] if drawn else []
        heading = f"{_corner(table, 0)}: {_label(table, 0, first)}"
        if any(row.references for row in rows):
            drawn += [*wrap(heading, width), ""]
            drawn += _cross(table, rows, codebook, width)
        else:
            drawn += wrap(f"{heading}: nothing recorded", width)
    return drawn


def _cross(table: CountTable, rows: Sequence[Count], codebook: Codebook, width: int) -> list[str]:
    """The last two dimensions against each other: first references, then cases."""
    down, across = len(table.spec.by) - 2, len(table.spec.by) - 1
    cells = {(row.keys[down], row.keys[across]): row for row in rows}
    lefts = list(dict.fromkeys(row.keys[down] for row in rows))
    tops = list(dict.fromkeys(row.keys[across] for row in rows))
    drawn: list[str] = []
    for measure in ("references", "cases"):
        lines = [
            Line(
                _label(table, down, left),
                _depth(codebook, table.spec.by[down], left),
                tuple(_number(cells.get((left, top)), measure) for top in tops),
            )
            for left in lefts
        ]
        drawn += [""] if drawn else []
        drawn += [f"{measure.capitalize()} (. is 0)"]
        headings = [(_label(table, across, top),) for top in tops]
        drawn += draw_grid(_corner(table, down), headings, lines, width)
    return drawn


def _number(cell: Count | None, measure: str) -> str:
    """A count in a cross-table: a dot for 0, blank where the combination cannot occur."""
    if cell is None:
        return ""
    number = cell.references if measure == "references" else cell.cases
    return f"{number:,}" if number else "."


def _plots(table: CountTable, codebook: Codebook, width: int) -> list[str]:
    """A bar of references for each row, on one scale, under headings for further dimensions."""
    last = len(table.spec.by) - 1
    most = max(row.references for row in table.rows)
    shown = {
        row.keys[last]: " " * (2 * _depth(codebook, table.spec.by[last], row.keys[last]))
        + _label(table, last, row.keys[last])
        for row in table.rows
    }
    numbers = max(len(f"{most:,}"), len("References"))
    label_width = min(max(map(width_of, shown.values())), width - numbers - 4 - LEAST_BAR)
    label_width = min(label_width, width // 2)
    room = width - label_width - numbers - 4
    drawn: list[str] = []
    for keys, group in groupby(table.rows, key=lambda row: row.keys[:last]):
        if keys:
            drawn += [""] if drawn else []
            named = [
                f"{_corner(table, at)}: {_label(table, at, key)}" for at, key in enumerate(keys)
            ]
            drawn += wrap("; ".join(named), width)
        else:
            drawn.append(pad("", label_width) + "  References")
        for row in group:
            label = shown[row.keys[last]]
            indent = min(len(label) - len(label.lstrip()), label_width // 2)
            texts = wrap(label.strip(), label_width - indent, indent=2)
            number = pad(f"{row.references:,}", numbers, right=True)
            head = pad(" " * indent + texts[0], label_width)
            drawn.append(f"{head}  {number}  {bar(row.references, most, room)}")
            drawn += [" " * indent + text for text in texts[1:]]
    return drawn
