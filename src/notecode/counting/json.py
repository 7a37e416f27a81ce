"""A table as plain values for ``--json``: numbers with their base and their definitions."""

from notecode.counting.tables import label_of, share
from notecode.counting.wording import definitions, title
from notecode.model import Count, CountTable


def table_to_json(table: CountTable) -> dict[str, object]:
    """The table as dicts, lists, strings and numbers; an undefined share is None."""
    spec = table.spec
    return {
        "title": title(table),
        "spec": {
            "by": list(spec.by),
            "coder": spec.coder,
            "roll_up": spec.roll_up,
            "codes": list(spec.codes),
            "agencies": list(spec.agencies),
            "sites": list(spec.sites),
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
    }


def _row(table: CountTable, row: Count) -> dict[str, object]:
    """One combination: its keys, their labels, its counts and shares."""
    record: dict[str, object] = {}
    for dimension, key in zip(table.spec.by, row.keys, strict=True):
        record[dimension] = key
        record[f"{dimension}_label"] = label_of(table, dimension, key)
    return record | {
        "references": row.references,
        "share_of_references": share(row.references, table.base.references),
        "cases": row.cases,
        "share_of_cases": share(row.cases, table.all_cases),
        "notes": row.notes,
    }
