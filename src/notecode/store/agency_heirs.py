"""Agencies of references: those that coders gave, and those that they count for.

A row of ``reference_agencies`` is an agency that counts. Where that is the heir of what the coder
gave, ``coded_as`` says what that was; "" says that it was the agency itself. So one row may stand
for several that were given, and what was given is never written over.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping

from notecode.store.connection import Database

_BETWEEN = ";"
Given = dict[str, tuple[str, ...]]
"""The agencies of a reference that count, each with those that the coder gave for it."""


def given_of(db: Database, references: Iterable[str]) -> dict[str, Given]:
    """What coders gave, by reference; those without an agency are left out."""
    rows = db.rows(
        "SELECT reference_id, agency, coded_as FROM reference_agencies WHERE reference_id IN"
        " (SELECT value FROM json_each(?)) ORDER BY reference_id, agency",
        (json.dumps(list(references)),),
    )
    found: dict[str, Given] = {}
    for row in rows:
        given = tuple(row["coded_as"].split(_BETWEEN)) if row["coded_as"] else (row["agency"],)
        found.setdefault(row["reference_id"], {})[row["agency"]] = given
    return found


def give_to_heirs(db: Database, references: Iterable[str], heirs: Mapping[str, str]) -> int:
    """Let references count for the heirs of the agencies that coders gave, inside ``writing``.

    Without any heirs they count for what was given. Returns how many have other agencies now.
    """
    gone, come, told = [], [], []
    changed = set()
    for reference, before in given_of(db, references).items():
        after = _by_heir(before, heirs)
        for agency in before.keys() - after.keys():
            gone.append((reference, agency))
            changed.add(reference)
        for agency, given in after.items():
            said = "" if given == (agency,) else _BETWEEN.join(given)
            if agency not in before:
                come.append((reference, agency, said))
                changed.add(reference)
            elif before[agency] != given:
                told.append((said, reference, agency))
    db.execute_many("DELETE FROM reference_agencies WHERE reference_id = ? AND agency = ?", gone)
    db.execute_many(
        "INSERT INTO reference_agencies (reference_id, agency, coded_as) VALUES (?, ?, ?)", come
    )
    db.execute_many(
        "UPDATE reference_agencies SET coded_as = ? WHERE reference_id = ? AND agency = ?", told
    )
    return len(changed)


def _by_heir(before: Given, heirs: Mapping[str, str]) -> Given:
    given = sorted(agency for some in before.values() for agency in some)
    after: Given = {}
    for agency in given:
        heir = heirs.get(agency, agency)
        after[heir] = (*after.get(heir, ()), agency)
    return after


def touched_by(db: Database, heirs: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Id, note and coder of the references that have, or had, an agency with an heir."""
    rows = db.rows(
        "SELECT DISTINCT r.id, r.note_id, r.coder FROM reference_agencies a JOIN coded_references r"
        " ON r.id = a.reference_id WHERE a.coded_as != ''"
        " OR a.agency IN (SELECT value FROM json_each(?)) ORDER BY r.id",
        (json.dumps(list(heirs)),),
    )
    return [(row[0], row[1], row[2]) for row in rows]


def given_totals(db: Database) -> dict[str, int]:
    """How many references each agency was given by coders, those folded or merged included."""
    found: Counter[str] = Counter()
    for agency, coded_as, number in db.rows(
        "SELECT agency, coded_as, count(*) FROM reference_agencies GROUP BY agency, coded_as"
    ):
        for given in coded_as.split(_BETWEEN) if coded_as else (agency,):
            found[given] += number
    for reference, brought in db.rows("SELECT reference, brought FROM folded_references"):
        found.update(json.loads(reference)["agencies"])
        found.subtract(json.loads(brought))
    return dict(sorted(found.items()))
