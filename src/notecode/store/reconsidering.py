"""References that wait for another look, since their code means something else by now.

This queue is kept nowhere: it follows from the codebook and from the definition under which each
reference was coded. Who undoes a change of the codebook empties it again.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from notecode.codebook import definition_digest
from notecode.model import Codebook
from notecode.store.connection import Database

Reason = Literal["definition", "split", "gone"]
"""Why: the definition changed, the code was split, or it is no longer in the codebook."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A reference to be looked at again; ``codebook`` is the one under which it was coded."""

    reference: str
    note_id: str
    case_id: str
    coder: str
    code: str
    codebook: str
    reason: Reason


def load_waiting(
    db: Database, codebook: Codebook, *, code: str = "", coder: str = "", note: str = ""
) -> list[Waiting]:
    """The references that wait, in reading order; of one code, coder or note, if asked."""
    asked = {"code": code, "coder": coder, "note_id": note}
    where = " AND ".join(f"r.{column} = ?" for column, value in asked.items() if value) or "1"
    values = [value for value in asked.values() if value]
    reasons = _reasons(db, codebook, _groups(db, where, values))
    if not reasons:
        return []
    rows = db.rows(
        "SELECT r.id, r.note_id, n.case_id, r.coder, r.code, r.coded_as, r.codebook"
        " FROM coded_references r JOIN notes n ON n.id = r.note_id"
        f" WHERE {where} AND r.code IN (SELECT value FROM json_each(?))"
        ' ORDER BY n.case_id, n.date, n.id, r.start, r."end", r.coder',
        (*values, json.dumps(sorted({kind[0] for kind in reasons}))),
    )
    return [
        Waiting(
            reference=row["id"],
            note_id=row["note_id"],
            case_id=row["case_id"],
            coder=row["coder"],
            code=row["code"],
            codebook=row["codebook"],
            reason=reason,
        )
        for row in rows
        if (reason := reasons.get((row["code"], row["coded_as"], row["codebook"])))
    ]


def count_waiting(db: Database, codebook: Codebook) -> dict[tuple[str, Reason], int]:
    """How many references wait, by code and reason, in the order of the ids."""
    groups = _groups(db)
    reasons = _reasons(db, codebook, groups)
    counts: dict[tuple[str, Reason], int] = {}
    for code, coded_as, version, number in groups:
        reason = reasons.get((code, coded_as, version))
        if reason:
            counts[code, reason] = counts.get((code, reason), 0) + number
    return counts


def _groups(
    db: Database, where: str = "1", values: Sequence[str] = ()
) -> list[tuple[str, str, str, int]]:
    """Code, code as coded, codebook, and how many references, for each kind there is."""
    rows = db.rows(
        "SELECT code, coded_as, codebook, count(*) FROM coded_references r"
        f" WHERE {where} GROUP BY 1, 2, 3",
        values,
    )
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def _reasons(
    db: Database, codebook: Codebook, groups: Sequence[tuple[str, str, str, int]]
) -> dict[tuple[str, str, str], Reason]:
    """Why references of a code, coded as another or not, under a codebook wait."""
    codes = {code for code, *_ in groups}
    known = [codebook.code_by_id[code] for code in codes if code in codebook.code_by_id]
    names = json.dumps(sorted(codes.union(*(code.formerly for code in known))))
    versions = json.dumps(sorted({version for _, _, version, _ in groups}))
    meant = {
        (row[0], row[1]): row[2]
        for row in db.rows(
            "SELECT codebook, code, definition FROM code_definitions"
            " WHERE codebook IN (SELECT value FROM json_each(?))"
            " AND code IN (SELECT value FROM json_each(?))",
            (versions, names),
        )
    }
    first = {
        row[0]: row[1]
        for row in db.rows(
            "SELECT d.code, d.definition FROM code_definitions d JOIN codebooks b"
            " ON b.digest = d.codebook WHERE d.code IN (SELECT value FROM json_each(?))"
            " ORDER BY b.rowid DESC",
            (names,),
        )
    }
    found: dict[tuple[str, str, str], Reason] = {}
    for code, coded_as, version, _ in groups:
        reason = _reason(codebook, (code, coded_as, version), meant, first)
        if reason:
            found[code, coded_as, version] = reason
    return found


def _reason(
    codebook: Codebook,
    kind: tuple[str, str, str],
    meant: Mapping[tuple[str, str], str],
    first: Mapping[str, str],
) -> Reason | None:
    """Compare what a code meant when it was given with what it means now.

    A merged code's references were given to the heir as it was then, or as it was first.
    """
    code_id, coded_as, version = kind
    code = codebook.code_by_id.get(code_id)
    if code is None:
        return "gone"
    renamed = coded_as if coded_as in code.formerly else code_id
    then = meant.get((version, code_id)) or meant.get((version, renamed)) or first.get(code_id)
    if then == definition_digest(code):
        return None
    return "split" if code.split_into else "definition"
