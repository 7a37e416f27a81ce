"""References that do not come back when a merger is taken back, since a coder changed them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from notecode.store.agency_heirs import given_of
from notecode.store.connection import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A reference once coded with ``code``: the coder who changed it since, and what it has now.

    ``now`` is the code that it was given, or "" if it is there no more. ``agency`` is the one that
    was taken off it, if it is that which does not come back.
    """

    reference: str
    coder: str
    code: str
    now: str
    agency: str = ""


def left(db: Database, codes: Sequence[str], since: str) -> tuple[Left, ...]:
    """References of these codes that a coder has recoded or deleted since (UTC, ISO 8601)."""
    rows = db.rows(
        "SELECT DISTINCT json_extract(r.value, '$.id') AS id, json_extract(r.value, '$.code')"
        " AS code, e.coder, coalesce((SELECT CASE o.coded_as WHEN '' THEN o.code ELSE o.coded_as"
        " END FROM coded_references o WHERE o.id = json_extract(r.value, '$.id')), '') AS now"
        " FROM events e, json_each(e.change, '$.removed') r WHERE e.state = 'done' AND e.at >= ?"
        " AND json_extract(r.value, '$.code') IN (SELECT value FROM json_each(?))"
        " AND NOT EXISTS (SELECT 1 FROM folded_references f"
        " WHERE f.id = json_extract(r.value, '$.id')) ORDER BY e.coder, id",
        (since, json.dumps(list(codes))),
    )
    return tuple(
        Left(reference=row["id"], coder=row["coder"], code=row["code"], now=row["now"])
        for row in rows
        if row["now"] != row["code"]
    )


def left_without(db: Database, agencies: Sequence[str], since: str) -> tuple[Left, ...]:
    """References off which a coder has taken one of these agencies since (UTC, ISO 8601)."""
    rows = db.rows(
        "SELECT DISTINCT json_extract(r.value, '$.id') AS id, json_extract(r.value, '$.code')"
        " AS code, e.coder, g.value AS agency, o.code AS now FROM events e,"
        " json_each(e.change, '$.removed') r, json_each(r.value, '$.agencies') g"
        " JOIN coded_references o ON o.id = json_extract(r.value, '$.id')"
        " WHERE e.state = 'done' AND e.at >= ? AND g.value IN (SELECT value FROM json_each(?))"
        " ORDER BY e.coder, id",
        (since, json.dumps(list(agencies))),
    )
    given = given_of(db, [row["id"] for row in rows])
    return tuple(
        Left(
            reference=row["id"],
            coder=row["coder"],
            code=row["code"],
            now=row["now"],
            agency=row["agency"],
        )
        for row in rows
        if not any(row["agency"] in some for some in given.get(row["id"], {}).values())
    )
