"""Counting in SQL: references, cases and notes under each combination of dimensions."""

import json

from notecode.model import Count, CountSpec, Dimension
from notecode.store.connection import Database

_EXPRESSION: dict[Dimension, str] = {
    "code": "k.code",
    "agency": "coalesce(ra.agency, '')",
    "site": "c.site",
    "month": "coalesce(CAST(n.month AS TEXT), '')",
    "case": "c.id",
    "contact_type": "n.contact_type",
    "author_role": "n.author_role",
}


def count_cells(db: Database, spec: CountSpec) -> list[Count]:
    """Every combination of the spec's dimensions that has at least one reference.

    Within one cell a reference stands once: a dimension is joined only if it is asked for, and
    a reference has each of its agencies, and each ancestor of its code, once.
    """
    joins, where, parameters = _selection(spec)
    if "agency" in spec.by:
        joins += " LEFT JOIN reference_agencies ra ON ra.reference_id = r.id"
        if spec.agencies:
            where += " AND ra.agency IN (SELECT value FROM json_each(:agencies))"
    if "code" in spec.by:
        joins += _code_join(spec)
    keys = ", ".join(f"{_EXPRESSION[d]} AS key{i}" for i, d in enumerate(spec.by))
    groups = ", ".join(f"key{i}" for i in range(len(spec.by)))
    rows = db.rows(
        f"SELECT {keys}, count(*) AS refs, count(DISTINCT n.case_id) AS cases,"
        f" count(DISTINCT n.id) AS notes FROM coded_references r {joins} WHERE {where}"
        f" GROUP BY {groups} ORDER BY {groups}",
        parameters,
    )
    size = len(spec.by)
    return [
        Count(
            keys=tuple(row[i] for i in range(size)),
            references=row["refs"],
            cases=row["cases"],
            notes=row["notes"],
        )
        for row in rows
    ]


def count_base(db: Database, spec: CountSpec) -> Count:
    """The references that the spec's filters select, each once, with their cases and notes."""
    joins, where, parameters = _selection(spec)
    row = db.rows(
        "SELECT count(*), count(DISTINCT n.case_id), count(DISTINCT n.id)"
        f" FROM coded_references r {joins} WHERE {where}",
        parameters,
    )[0]
    return Count(keys=(), references=row[0], cases=row[1], notes=row[2])


def count_all(db: Database, sites: tuple[str, ...]) -> tuple[int, int]:
    """Cases and notes of the project, coded or not, in these sites (in all, if none is named)."""
    row = db.rows(
        "SELECT count(DISTINCT c.id), count(n.id) FROM cases c LEFT JOIN notes n"
        " ON n.case_id = c.id WHERE ? = '[]' OR c.site IN (SELECT value FROM json_each(?))",
        (json.dumps(sites), json.dumps(sites)),
    )[0]
    return row[0], row[1]


def distinct_values(db: Database, dimension: Dimension) -> list[str]:
    """Every value that a dimension of the notes takes, coded or not; "" where none is recorded."""
    rows = db.rows(
        f"SELECT DISTINCT {_EXPRESSION[dimension]} AS value FROM cases c"
        " LEFT JOIN notes n ON n.case_id = c.id ORDER BY value"
    )
    return [row["value"] for row in rows if row["value"] is not None]


def _selection(spec: CountSpec) -> tuple[str, str, dict[str, str]]:
    joins = "JOIN notes n ON n.id = r.note_id JOIN cases c ON c.id = n.case_id"
    where = ["1"]
    if spec.coder:
        where.append("r.coder = :coder")
    if spec.sites:
        where.append("c.site IN (SELECT value FROM json_each(:sites))")
    if spec.codes and spec.roll_up == "own":
        where.append("r.code IN (SELECT value FROM json_each(:codes))")
    elif spec.codes:
        where.append(
            "r.code IN (SELECT code FROM code_ancestors"
            " WHERE ancestor IN (SELECT value FROM json_each(:codes)))"
        )
    if spec.agencies:
        where.append(
            "EXISTS (SELECT 1 FROM reference_agencies f WHERE f.reference_id = r.id"
            " AND f.agency IN (SELECT value FROM json_each(:agencies)))"
        )
    parameters = {
        "coder": spec.coder,
        "sites": json.dumps(spec.sites),
        "codes": json.dumps(spec.codes),
        "agencies": json.dumps(spec.agencies),
    }
    return joins, " AND ".join(where), parameters


def _code_join(spec: CountSpec) -> str:
    if spec.roll_up == "own":
        return " JOIN (SELECT id AS code, id AS own FROM codes) k ON k.own = r.code"
    join = " JOIN (SELECT ancestor AS code, code AS own FROM code_ancestors) k ON k.own = r.code"
    if spec.codes:
        join += (
            " AND k.code IN (SELECT code FROM code_ancestors"
            " WHERE ancestor IN (SELECT value FROM json_each(:codes)))"
        )
    return join
