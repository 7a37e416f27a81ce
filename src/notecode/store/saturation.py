"""When each code was used first in each case, and in which stretch of the coding."""

import json
from collections.abc import Sequence

from notecode.passages import FirstUse, Selection
from notecode.store.connection import Database
from notecode.store.retrieval import conditions, selected


def first_uses(
    db: Database, selection: Selection, *, ends: Sequence[str] = (), versions: Sequence[str] = ()
) -> list[FirstUse]:
    """The selected references by case, code and stretch, the earliest coded first.

    Stretches end at the moments ``ends`` (UTC, ISO 8601, in order), and one follows the last; or
    they are those of ``versions``, the digests of codebooks under which was coded.
    """
    stretch = " + ".join(f"(r.created > :end{at})" for at in range(len(ends))) or "0"
    if versions:
        stretch = "(SELECT key FROM json_each(:versions) WHERE value = r.codebook)"
    given = {f"end{at}": end for at, end in enumerate(ends)}
    return [
        FirstUse(case_id=case, code=code, stretch=number, first=first, references=references)
        for case, code, number, first, references in db.stream(
            f"SELECT n.case_id, k.code, {stretch} AS stretch, min(r.created) AS first, count(*)"
            " FROM counted_references q JOIN reference_kinds k ON k.number = q.kind"
            " JOIN coded_references r ON r.rowid = q.reference JOIN notes n ON n.rowid = q.note"
            f" WHERE {conditions(selection)} GROUP BY n.case_id, k.code, stretch"
            " ORDER BY first, n.case_id, (SELECT position FROM codes WHERE codes.id = k.code)",
            selected(selection, versions=json.dumps(versions), **given),
        )
    ]


def coding_versions(db: Database) -> list[str]:
    """The digests of the codebooks under which there are references, in the order of their use."""
    return [
        digest
        for (digest,) in db.stream(
            "SELECT codebook FROM coded_references GROUP BY codebook"
            " ORDER BY min(created), codebook"
        )
    ]
