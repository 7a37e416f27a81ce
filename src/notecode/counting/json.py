"""A table as plain values for ``--json``: numbers with their base and their definitions."""

from dataclasses import asdict

from notecode.counting.intervals import MEASURES, NOTHING, PER_CASE_MEASURES
from notecode.counting.tables import label_of, share
from notecode.counting.wording import definitions, title
from notecode.model import WHOLE, Count, CountTable


def table_to_json(table: CountTable) -> dict[str, object]:
    """The table as dicts, lists, strings and numbers; an undefined share is None."""
    spec = table.spec
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
        "rows": [_row(table, row) for row in table.rows],
        "totals": [_row(table, row) for row in table.totals],
    }


def _row(table: CountTable, row: Count) -> dict[str, object]:
    """One combination: its keys, their labels, its counts and shares."""
    record: dict[str, object] = {}
    for dimension, key in zip(table.spec.by, row.keys, strict=True):
        record[dimension] = key
        record[f"{dimension}_label"] = "all" if key == WHOLE else label_of(table, dimension, key)
    return record | measures_of(table, row)


def measures_of(table: CountTable, row: Count) -> dict[str, object]:
    """Every measure of a row that was counted, by name, with the base of its cases."""
    measures: dict[str, object] = {
        "references": row.references,
        "share_of_references": share(row.references, table.base.references),
        "cases": row.cases,
        "of_cases": row.case_base,
        "share_of_cases": share(row.cases, row.case_base),
        "notes": row.notes,
    }
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
