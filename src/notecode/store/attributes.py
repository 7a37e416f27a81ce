"""Which values the case record holds, as tallies: no case is told from another here."""

import json
from collections.abc import Iterable, Mapping

from notecode.attributes import Tally, settle
from notecode.model import Attribute, CaseValue
from notecode.store.connection import Database


def load_tallies(db: Database) -> list[Tally]:
    """How many cases have each value of each attribute, by name, stage, state and value."""
    rows = db.rows(
        "SELECT name, stage, state, value, count(*) AS cases FROM case_record"
        " GROUP BY name, stage, state, value ORDER BY name, stage, state, value"
    )
    return [
        Tally(
            name=row["name"],
            stage=row["stage"],
            state=row["state"],
            value=row["value"],
            cases=row["cases"],
        )
        for row in rows
    ]


def load_attributes(db: Database, declared: Mapping[str, Attribute]) -> dict[str, Attribute]:
    """The attributes and assessments of the case record by name, each with its type.

    ``declared`` are those of the settings (``Settings.attributes``); the others are inferred.
    """
    return {attribute.name: attribute for attribute in settle(load_tallies(db), declared)}


def count_cases(db: Database) -> int:
    """All cases of the project, with or without notes, attributes or codes."""
    return int(db.value("SELECT count(*) FROM cases"))


def load_values(db: Database, names: Iterable[str]) -> list[CaseValue]:
    """What is recorded of the cases under these names, at every stage."""
    rows = db.rows(
        "SELECT case_id, name, stage, state, value, coder FROM case_record"
        " WHERE name IN (SELECT value FROM json_each(?)) ORDER BY name, stage, case_id",
        (json.dumps([*names]),),
    )
    return [CaseValue(**dict(row)) for row in rows]


def load_sites(db: Database) -> dict[str, str]:
    """The site of every case by its id; "" where none is recorded."""
    return {row["id"]: row["site"] for row in db.rows("SELECT id, site FROM cases ORDER BY id")}


def load_note_counts(db: Database) -> dict[str, int]:
    """How many notes every case has, coded or not; cases without notes as 0."""
    rows = db.rows(
        "SELECT c.id, count(n.id) AS notes FROM cases c LEFT JOIN notes n ON n.case_id = c.id"
        " GROUP BY c.id ORDER BY c.id"
    )
    return {row["id"]: row["notes"] for row in rows}
