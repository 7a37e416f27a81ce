"""Counting: references and cases by code, agency, site, month, attribute and the rest.

A ``CountSpec`` says what to count, the store gives every reference as whole numbers, and this
package checks the spec, counts, fills in the cells in which nothing was recorded, and says in
words what the numbers mean. Values in, values out: nothing here reads a database or a file.
"""

from notecode.counting.counts import count, needs_spans
from notecode.counting.json import table_to_json
from notecode.counting.plotting import render_plot
from notecode.counting.preset import study_tables
from notecode.counting.rendering import (
    Grid,
    base_text,
    depth_of,
    grids,
    no_rows,
    render_text,
    undefined_text,
)
from notecode.counting.specs import Known, check_spec
from notecode.counting.tables import build_table, label_of, rows_down, share
from notecode.counting.wording import definitions, dimension_name, filter_text, title

__all__ = [
    "Grid",
    "Known",
    "base_text",
    "build_table",
    "check_spec",
    "count",
    "definitions",
    "depth_of",
    "dimension_name",
    "filter_text",
    "grids",
    "label_of",
    "needs_spans",
    "no_rows",
    "render_plot",
    "render_text",
    "rows_down",
    "share",
    "study_tables",
    "table_to_json",
    "title",
    "undefined_text",
]
