"""Counting: references and cases by code, agency, site, month and the rest.

A ``CountSpec`` says what to count, the store counts it, and this package checks the spec, fills
in the cells in which nothing was recorded, and says in words what the numbers mean. Values in,
values out: nothing here reads a database or a file.
"""

from notecode.counting.json import table_to_json
from notecode.counting.rendering import render_text
from notecode.counting.specs import check_spec, selected_agencies, selected_codes
from notecode.counting.tables import build_table, label_of, share, tree_order
from notecode.counting.wording import definitions, filter_text, title

__all__ = [
    "build_table",
    "check_spec",
    "definitions",
    "filter_text",
    "label_of",
    "render_text",
    "selected_agencies",
    "selected_codes",
    "share",
    "table_to_json",
    "title",
    "tree_order",
]
