"""Which values the case record holds, as tallies: no case is told from another here."""

from collections.abc import Mapping

from notecode.attributes import Tally, settle
from notecode.model import Attribute
from notecode.store.connection import Database


def load_tallies(db: Database) -> list[Tally]:
    """How many cases have each value of each attribute, by name, stage, state and value."""
    rows = db.rows(
        "SELECT name, stage, state, value, count(*) AS cases FROM case_values"
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
