"""When each code was used first in each case, and in which stretch of the coding."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from notecode.passages import FirstUse, Selection
from notecode.store.connection import Database
from notecode.store.retrieval import conditions, selected


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretches:
    """How the coding is parted: by the moments at which a stretch ends, and one follows the last.

    Or, where ``versions`` are given, by the digests of codebooks under which was coded. ``births``
    are the moments at which codes came to be, by code: nothing is of a code before that. Moments
    are UTC, ISO 8601, in order.
    """

    ends: Sequence[str] = ()
    versions: Sequence[str] = ()
    births: Mapping[str, str] = field(default_factory=dict)


def first_uses(
    db: Database, selection: Selection, stretches: Stretches | None = None
) -> list[FirstUse]:
    """The selected references by case, code and stretch, the earliest coded first.

    With ``stretches``, a reference counts when it was given the code that it has, not when it was
    coded first: who recodes a reference after a split uses the new code then.
    """
    parts, given, values = _parted(db, stretches) if stretches else (_WHOLE, "", {})
    return [
        FirstUse(case_id=case, code=code, stretch=number, first=first, references=references)
        for case, code, number, first, references in db.stream(
            f"{given} SELECT n.case_id, k.code, {parts.stretch} AS stretch, min({parts.moment})"
            " AS first, count(*) FROM counted_references q"
            " JOIN reference_kinds k ON k.number = q.kind"
            " JOIN coded_references r ON r.rowid = q.reference JOIN notes n ON n.rowid = q.note"
            f" {parts.joins} WHERE {conditions(selection)} GROUP BY n.case_id, k.code, stretch"
            " ORDER BY first, n.case_id, (SELECT position FROM codes WHERE codes.id = k.code)",
            selected(selection, **values),
        )
    ]


@dataclass(frozen=True, slots=True)
class _Parts:
    """SQL for the stretch and the moment of a reference ``r``, and the joins that they need."""

    stretch: str
    moment: str
    joins: str


_WHOLE = _Parts("0", "r.created", "")
_GIVEN = """
WITH given (id, at, codebook) AS MATERIALIZED (
  SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]')
  FROM json_each(:given)),
births (code, at) AS MATERIALIZED (SELECT key, value FROM json_each(:births))
"""


def _parted(db: Database, stretches: Stretches) -> tuple[_Parts, str, dict[str, str]]:
    moment = "max(r.created, coalesce(g.at, ''), coalesce(b.at, ''))"
    stretch = " + ".join(f"({moment} > :end{at})" for at in range(len(stretches.ends))) or "0"
    if stretches.versions:
        stretch = (
            "(SELECT key FROM json_each(:versions) WHERE value = coalesce(g.codebook, r.codebook))"
        )
    joins = "LEFT JOIN given g ON g.id = r.id LEFT JOIN births b ON b.code = k.code"
    values = {f"end{at}": end for at, end in enumerate(stretches.ends)}
    values |= {
        "given": json.dumps(_given(db)),
        "births": json.dumps(dict(stretches.births)),
        "versions": json.dumps(list(stretches.versions)),
    }
    return _Parts(stretch, moment, joins), _GIVEN, values


def _given(db: Database) -> list[tuple[str, str, str]]:
    """Edited references: when and under which codebook each was given the code that it has.

    The moment is "" where that was when it was coded. Who keeps a reference under a new codebook
    gives it no code, though it names the new codebook from then on.
    """
    found: dict[str, tuple[str, str]] = {}
    for action, at, id_, before, after in db.stream(
        "SELECT action, at, json_extract(change, '$.added[0].id'),"
        " json_extract(change, '$.removed[0].codebook'),"
        " json_extract(change, '$.added[0].codebook')"
        " FROM events WHERE action IN ('recode', 'keep') AND state = 'done' ORDER BY id"
    ):
        if id_ is None:
            continue
        if action == "recode":
            found[id_] = (at, after)
        else:
            found.setdefault(id_, ("", before))
    return [(id_, at, codebook) for id_, (at, codebook) in found.items()]


def coding_versions(db: Database) -> list[str]:
    """The digests of the codebooks under which references have their codes, in their order."""
    given = {id_: codebook for id_, _, codebook in _given(db)}
    edited = json.dumps(list(given))
    rows = db.rows(
        "SELECT DISTINCT codebook FROM coded_references"
        " WHERE id NOT IN (SELECT value FROM json_each(?))",
        (edited,),
    )
    there = db.rows(
        "SELECT id FROM coded_references WHERE id IN (SELECT value FROM json_each(?))", (edited,)
    )
    used = {row[0] for row in rows} | {given[row[0]] for row in there}
    return [
        digest
        for (digest,) in db.stream("SELECT digest FROM codebooks ORDER BY first_seen, rowid")
        if digest in used
    ]


def code_births(db: Database) -> dict[str, str]:
    """When each code id was first in the codebook; those of the first codebook are left out."""
    rows = db.rows(
        "SELECT d.code, min(k.first_seen) FROM code_definitions d"
        " JOIN codebooks k ON k.digest = d.codebook GROUP BY d.code"
        " HAVING min(k.rowid) > (SELECT min(rowid) FROM codebooks)"
    )
    return {row[0]: row[1] for row in rows}
