"""A table as bars of references: the seam at which any way of drawing one takes a table."""

from itertools import groupby

from notecode.counting.rendering import LEAST_WIDTH, WITHHELD, depth_of, printed_label
from notecode.counting.wording import definitions, dimension_name, title
from notecode.model import Codebook, CountTable
from notecode.text.layout import bar, pad, width_of, wrap

LEAST_BAR = 10


def render_plot(table: CountTable, *, codebook: Codebook, width: int = 80) -> str:
    """Bars of references, on one scale, with the same definitions as the table has.

    Further dimensions are headings. Nothing is drawn for a table without rows.
    """
    width = max(width, LEAST_WIDTH)
    lines = [*wrap(title(table), width), ""]
    lines += _bars(table, codebook, width) if table.rows else ["No rows: nothing to draw."]
    lines.append("")
    for sentence in definitions(table, as_printed=True):
        lines += wrap(f"- {sentence}", width, indent=2)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _bars(table: CountTable, codebook: Codebook, width: int) -> list[str]:
    """A bar for each row, under headings for all dimensions but the last."""
    last = len(table.spec.by) - 1
    name = table.spec.by[last]
    most = max(row.references for row in table.rows)
    shown = {
        row.keys[last]: " " * (2 * depth_of(codebook, name, row.keys[last]))
        + printed_label(table, last, row.keys[last])
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
                f"{dimension_name(table.spec.by[at]).capitalize()}: {printed_label(table, at, key)}"
                for at, key in enumerate(keys)
            ]
            drawn += wrap("; ".join(named), width)
        else:
            drawn.append(pad("", label_width) + "  References")
        for row in group:
            label = shown[row.keys[last]]
            indent = min(len(label) - len(label.lstrip()), label_width // 2)
            texts = wrap(label.strip(), label_width - indent, indent=2)
            number = pad(WITHHELD if row.withheld else f"{row.references:,}", numbers, right=True)
            head = pad(" " * indent + texts[0], label_width)
            drawn.append(f"{head}  {number}  {bar(row.references, most, room)}")
            drawn += [" " * indent + text for text in texts[1:]]
    return drawn
