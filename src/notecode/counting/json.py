"""A table as plain values for ``--json``: numbers with their base and their definitions."""

from collections.abc import Callable
from dataclasses import asdict

from notecode.counting.intervals import MEASURES, NOTHING, PER_CASE_MEASURES
from notecode.counting.tables import bases_of_whole, label_of, share
from notecode.counting.wording import definitions, title
from notecode.model import WHOLE, Count, CountTable

Bases = Callable[[Count], tuple[int, int]]
"""The references of a cell's whole row and of its whole column."""


def table_to_json(table: CountTable) -> dict[str, object]:
    """The table as dicts, lists, strings and numbers; an undefined share is None."""
    spec = table.spec
    bases_of = bases_of_whole(table)
    return {
        "title": title(table),
        "spec": {
            "by": list(spec.by),
            "coder": spec.coder,
            "roll_up": spec.roll_up,
            "only": {dimension: list(keys) for dimension, keys in spec.only},
            "measures": list(spec.measures),
            "resamples": spec.resamples,
            "seed": spec.seed,
            "within_sites": spec.within_sites,
        },
        "base": {
            "references": table.base.references,
            "cases": table.base.cases,
            "notes": table.base.notes,
            "all_cases": table.all_cases,
            "all_notes": table.all_notes,
        },
        "coders": list(table.coders),
        "codebook": table.codebook_digest,
        "definitions": list(definitions(table)),
        "rows": [_row(table, row, bases_of) for row in table.rows],
        "totals": [_row(table, row, bases_of) for row in table.totals],
    }


def _row(table: CountTable, row: Count, bases_of: Bases) -> dict[str, object]:
    """One combination: its keys, their labels, its counts and shares."""
    record: dict[str, object] = {}
    for dimension, key in zip(table.spec.by, row.keys, strict=True):
        record[dimension] = key
        record[f"{dimension}_label"] = "all" if key == WHOLE else label_of(table, dimension, key)
    found = _measures(table, row, bases_of)
    if row.withheld:
        found = dict.fromkeys(found) | {"case_base": found["case_base"], "withheld": True}
    return record | found


def _measures(table: CountTable, row: Count, bases_of: Bases) -> dict[str, object]:
    """Every measure of a row that was counted, by name, with the base of its cases."""
    measures: dict[str, object] = {
        "references": row.references,
        "share_of_references": share(row.references, table.base.references),
        "cases": row.cases,
        "case_base": None if table.bases_withheld else row.case_base,
        "share_of_cases": share(row.cases, row.case_base),
        "notes": row.notes,
    }
    asked = table.spec.measures
    if "share_of_row" in asked or "share_of_column" in asked:
        of_row, of_column = bases_of(row)
        measures["share_of_row"] = share(row.references, of_row)
        measures["share_of_column"] = share(row.references, of_column)
    if row.words is not None:
        measures["words"] = row.words
    if row.characters is not None:
        measures["characters"] = row.characters
    if row.per_case_with is not None and row.per_case_all is not None:
        measures["per_case_with_any"] = asdict(row.per_case_with)
        measures["per_case_of_all"] = asdict(row.per_case_all)
    if table.spec.resamples:
        names = PER_CASE_MEASURES if "per_case" in table.spec.measures else MEASURES
        measures["intervals"] = {name: asdict(row.intervals.get(name, NOTHING)) for name in names}
    return measures
