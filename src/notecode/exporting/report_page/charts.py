"""Charts as vector and pixel pictures: drawn by Altair and vl-convert, from no network.

A second dimension makes panels side by side and not colours, so that nothing is told by colour
alone and a black-and-white print says the same.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from notecode.exporting.report_page.values import Axis, Chart
from notecode.text.layout import wrap

if TYPE_CHECKING:
    import altair as alt

INK = "#1b1b1b"
FILL = "#2f5d8a"
LIGHT = "#8fb0cf"
ROW_HEIGHT = 20
COLUMN_WIDTH = 26
WIDTH = 420
"""Of a chart without panels, in points."""
MOST_COLUMNS = 60
"""Bars side by side that still have room for their numbers; more are not drawn."""
MOST_PANELS = 12
"""Panels that are still legible; a chart that would have more is not drawn."""
PNG_SCALE = 2
"""Pixels for each point: sharp at the width of a page."""

_WITHHELD = "withheld"
_IS_SHOWN = "isValid(datum.number)"
_LINE = 90
"""Characters in a line of small type."""
_FONT = "Arial, Helvetica, Liberation Sans, sans-serif"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as SVG text and PNG bytes, and as SVG without its title, for under a heading."""

    svg: str
    png: bytes
    untitled: str


def why_not_drawn(chart: Chart) -> str:
    """Why there is no picture of a chart, for a sentence; "" where there can be one.

    There is none with more or fewer than one or two axes, with too many columns or panels, or
    without a bar that is shown.
    """
    if len(chart.axes) not in (1, 2):
        return "it would need one or two dimensions"
    if not any(bar.number for bar in chart.bars):
        withheld = any(bar.number is None for bar in chart.bars)
        return "every number above 0 is withheld" if withheld else "nothing was recorded"
    if chart.axes[0].is_time and len(chart.axes[0].labels) > MOST_COLUMNS:
        return f"more than {MOST_COLUMNS} bars would stand side by side"
    if len(chart.axes) == 2 and len(chart.axes[1].labels) > MOST_PANELS:
        return f"it would need more than {MOST_PANELS} panels"
    return ""


def draw_chart(chart: Chart, source: str = "") -> Drawing:
    """Draw a chart that can be drawn (see ``why_not_drawn``); the same chart gives the same bytes.

    Its caption, with the base, and the ``source`` of its numbers stand under its title, so that
    the picture can go anywhere by itself.
    """
    import vl_convert

    spec: dict[str, Any] = _altair_chart(chart, source).to_dict()
    svg = vl_convert.vegalite_to_svg(spec)
    return Drawing(
        svg=svg,
        png=vl_convert.svg_to_png(svg, scale=PNG_SCALE),
        untitled=vl_convert.vegalite_to_svg({**spec, "title": ""}),
    )


def _altair_chart(
    chart: Chart, source: str
) -> Any:  # a chart with or without panels: Altair's types part ways
    import altair as alt

    first = chart.axes[0]
    records = [_record(chart, bar.places, bar.number) for bar in chart.bars]
    made = alt.Chart(alt.InlineData(values=records))
    along = _columns_chart(made, chart) if first.is_time else _rows_chart(made, chart)
    drawn: Any = along
    if len(chart.axes) == 2:
        panels = chart.axes[1]
        drawn = along.facet(
            facet=alt.Facet(
                "panel:N", title=None, sort=list(panels.labels), header=alt.Header(labelLimit=220)
            ),
            columns=1 if first.is_time else 3,
        )
    return (
        drawn.properties(
            title=alt.TitleParams(
                chart.title,
                subtitle=[
                    line for text in (chart.caption, source) if text for line in wrap(text, _LINE)
                ],
                anchor="start",
                fontSize=14,
                subtitleFontSize=10,
                subtitleColor=INK,
            )
        )
        .configure(font=_FONT)
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=INK, titleColor=INK, labelFontSize=11, titleFontSize=11, titleLimit=400
        )
        .configure_header(labelColor=INK, labelFontSize=12, labelFontWeight="bold")
    )


def _record(chart: Chart, places: tuple[int, ...], number: int | None) -> dict[str, object]:
    """One bar as the chart's data hold it: labels are told apart by their place, not their text."""
    axis = chart.axes[0]
    record: dict[str, object] = {
        "place": places[0],
        "number": number,
        "deep": axis.depths[places[0]] > 0,
    }
    if len(places) == 2:
        record["panel"] = chart.axes[1].labels[places[1]]
    return record


def _rows_chart(made: "alt.Chart", chart: Chart) -> Any:
    """Bars from left to right, one beneath the other, with their numbers at their ends."""
    import altair as alt

    axis = chart.axes[0]
    panelled = len(chart.axes) == 2
    rows = alt.Y(
        "place:O",
        title=None,
        scale=_every_place(axis),
        axis=alt.Axis(
            labelExpr=_labels(axis),
            labelFontWeight=alt.condition(_is_whole(axis), alt.value("bold"), alt.value("normal")),
            labelLimit=320,
            ticks=False,
            domain=False,
        ),
    )
    numbers = alt.X(
        "number:Q",
        title=chart.measure,
        axis=alt.Axis(tickMinStep=1, tickCount=4, format=",d", gridColor="#dddddd"),
    )
    base = made.transform_filter(_IS_SHOWN).encode(y=rows, x=numbers)
    bars = base.mark_bar().encode(
        color=alt.condition("datum.deep", alt.value(LIGHT), alt.value(FILL))
    )
    texts = base.mark_text(align="left", dx=3, color=INK, fontSize=11).encode(
        text=alt.Text("number:Q", format=",d")
    )
    gaps = made.transform_filter(f"!{_IS_SHOWN}").encode(y=rows, x=alt.value(0))
    said = gaps.mark_text(text=_WITHHELD, align="left", dx=3, color=INK, fontSize=11)
    return alt.layer(bars, texts, said).properties(
        width=170 if panelled else WIDTH, height=ROW_HEIGHT * len(axis.labels)
    )


def _columns_chart(made: "alt.Chart", chart: Chart) -> Any:
    """Bars from the bottom up, one beside the other, for what runs on in time."""
    import altair as alt

    axis = chart.axes[0]
    columns = alt.X(
        "place:O",
        title=axis.title,
        scale=_every_place(axis),
        axis=alt.Axis(labelExpr=_labels(axis), labelAngle=0, ticks=False),
    )
    numbers = alt.Y(
        "number:Q",
        title=chart.measure,
        scale=alt.Scale(domain=[0, 1.15 * max(bar.number or 0 for bar in chart.bars)]),
        axis=alt.Axis(tickMinStep=1, tickCount=4, format=",d", gridColor="#dddddd"),
    )
    height = 110 if len(chart.axes) == 2 else 200
    base = made.transform_filter(_IS_SHOWN).encode(x=columns, y=numbers)
    bars = base.mark_bar(color=FILL)
    texts = base.mark_text(dy=-6, color=INK, fontSize=10).encode(
        text=alt.Text("number:Q", format=",d")
    )
    gaps = made.transform_filter(f"!{_IS_SHOWN}").encode(x=columns, y=alt.value(height))
    # Upright, since the word is wider than a column.
    said = gaps.mark_text(
        text=_WITHHELD, angle=270, align="left", dx=3, baseline="middle", color=INK, fontSize=10
    )
    return alt.layer(bars, texts, said).properties(
        width=max(COLUMN_WIDTH * len(axis.labels), 200), height=height
    )


def _every_place(axis: Axis) -> "alt.Scale":
    """A place for each label, whether there is a bar or not."""
    import altair as alt

    return alt.Scale(domain=list(range(len(axis.labels))))


def _is_whole(axis: Axis) -> str:
    """The expression that tells the top of a tree from what lies beneath it."""
    has_tree = any(axis.depths)
    wholes = [at for at, depth in enumerate(axis.depths) if has_tree and not depth]
    return f"indexof({wholes}, datum.value) >= 0"


def _labels(axis: Axis) -> str:
    """The expression by which the chart finds the label of a place."""
    import json

    texts = [label.replace("\n", " ") for label in axis.labels]
    return f"{json.dumps(texts)}[datum.value]"
