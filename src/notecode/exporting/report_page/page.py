"""The report as one HTML page: its own styles, script and pictures inside, and nothing outside.

A policy in its head forbids the browser to ask for anything else.
"""

from collections.abc import Iterator
from html import escape
from importlib.resources import files
from pathlib import Path

from notecode.exporting.report_page.charts import Drawing, draw_chart
from notecode.exporting.report_page.values import ReportData, Section
from notecode.exporting.writing import Artefact, Said

PAGE_NAME = "report.html"
_SVG_HEAD = "<svg"


def report_artefacts(data: ReportData) -> tuple[Artefact, ...]:
    """The page and each chart as SVG and PNG, ready to be searched and written."""
    source = _source(data)
    drawings = {part.id: draw_chart(part.chart, source) for part in data.sections if part.chart}
    page = Artefact(
        name=PAGE_NAME,
        says=(Said(PAGE_NAME, lambda: _said(data)),),
        write=lambda path: _write(path, render_page(data, drawings).encode("utf-8")),
    )
    return (page, *(file for part in data.sections for file in _chart_files(part, drawings)))


def render_page(data: ReportData, drawings: dict[str, Drawing]) -> str:
    """The page's HTML; every text in it is escaped."""
    from jinja2 import Environment, StrictUndefined

    here = files("notecode.exporting.report_page")
    environment = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    template = environment.from_string((here / "page.html.j2").read_text(encoding="utf-8"))
    return template.render(
        data=data,
        pictures={
            part.id: _inline(drawings[part.id].untitled, part.chart.title)
            for part in data.sections
            if part.chart and part.id in drawings
        },
        styles=(here / "page.css").read_text(encoding="utf-8"),
        script=(here / "page.js").read_text(encoding="utf-8"),
    )


def _inline(svg: str, title: str) -> str:
    """The picture without what stands before its first element, under a name to be read out."""
    picture = svg[svg.index(_SVG_HEAD) + len(_SVG_HEAD) :]
    return f'{_SVG_HEAD} role="img" aria-label="{escape(title)}"{picture}'


def _chart_files(part: Section, drawings: dict[str, Drawing]) -> Iterator[Artefact]:
    if part.id not in drawings:
        return
    drawing = drawings[part.id]
    says = (Said(f"{part.id}.svg", lambda: (("chart", text) for text in _said_in_chart(part))),)
    svg = drawing.svg.encode("utf-8")
    yield Artefact(name=f"{part.id}.svg", says=says, write=lambda path: _write(path, svg))
    yield Artefact(name=f"{part.id}.png", says=says, write=lambda path: _write(path, drawing.png))


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def _source(data: ReportData) -> str:
    """Where the numbers of a picture come from: what the page says at its top."""
    named = dict(data.provenance)
    digest = named.get("Codebook digest (sha256)", "")[:12]
    parts = [data.banner] if data.banner else []
    parts += [f"References of {named['References of']}."] if "References of" in named else []
    parts += [f"Codebook {digest}."] if digest else []
    unsearched = named.get("NOT SEARCHED FOR", "")
    parts += [f"NOT SEARCHED FOR {unsearched}."] if unsearched else []
    return " ".join(parts)


def _said(data: ReportData) -> Iterator[tuple[str, str]]:
    """Everything that a reader of the page can see, with the words for where it stands."""
    yield "title", data.title
    yield "banner", data.banner
    for name, value in data.provenance:
        yield "provenance", f"{name}: {value}"
    for sentence in data.definitions:
        yield "definitions", sentence
    for number, part in enumerate(data.sections, start=1):
        # Its id is in the page's links and in the names of files, and may be somebody's words.
        for sentence in (
            _words(part.id),
            part.title,
            part.base,
            part.empty,
            part.no_chart,
            *part.notes,
        ):
            yield f"section {number}", sentence
        for table in part.tables:
            for heading in ((table.name, table.corner), *table.headings):
                yield f"headings in section {number}", "; ".join(heading)
            for line in table.lines:
                # Cells are counts and shares; joined, they would look like telephone numbers.
                yield f"rows of section {number}", line.label
        for sentence in _said_in_chart(part):
            yield f"chart of section {number}", sentence


def _said_in_chart(part: Section) -> Iterator[str]:
    if part.chart is None:
        return
    yield from (_words(part.id), part.chart.title, part.chart.caption)
    for axis in part.chart.axes:
        yield from (axis.title, *axis.labels)


def _words(section_id: str) -> str:
    """An id as the words that it is made of."""
    return section_id.replace("-", " ").replace("_", " ")
