"""The report: one HTML page that needs nothing else, and each of its charts as SVG and PNG."""

from notecode.exporting.report_page.charts import draw_chart, why_not_drawn
from notecode.exporting.report_page.page import PAGE_NAME, report_artefacts
from notecode.exporting.report_page.values import (
    Axis,
    Bar,
    Chart,
    ReportData,
    ReportTable,
    Section,
)

__all__ = [
    "PAGE_NAME",
    "Axis",
    "Bar",
    "Chart",
    "ReportData",
    "ReportTable",
    "Section",
    "draw_chart",
    "report_artefacts",
    "why_not_drawn",
]
