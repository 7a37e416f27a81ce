"""In which cases something is coded, and how often."""

import json
from collections.abc import Sequence

from notecode.store.connection import Database


def references_by_case(
    db: Database, *, coder: str = "", codes: Sequence[str] = (), agencies: Sequence[str] = ()
) -> dict[str, int]:
    """References of each case that has any such, by case id.

    ``coder`` "" stands for all coders together, no ``codes`` for any code. With ``agencies`` a
    reference counts that has one of them at least.
    """
    # The notes come first, from their index: reading them by rowid would read their texts.
    rows = db.rows(
        "SELECT n.case_id, count(*) AS found FROM notes n CROSS JOIN counted_references r"
        " ON r.note = n.rowid WHERE r.kind IN ("
        " SELECT number FROM reference_kinds k WHERE (:coder = '' OR k.coder = :coder)"
        " AND (:codes = '[]' OR k.code IN (SELECT value FROM json_each(:codes)))"
        " AND (:agencies = '[]' OR EXISTS (SELECT 1 FROM json_each(:agencies) a"
        "  WHERE instr(';' || k.agencies || ';', ';' || a.value || ';')))"
        ") GROUP BY n.case_id ORDER BY n.case_id",
        {"coder": coder, "codes": json.dumps([*codes]), "agencies": json.dumps([*agencies])},
    )
    return {row["case_id"]: row["found"] for row in rows}
