"""The labelling manual says what the screen does."""

from pathlib import Path

from notecode.anonymising.evaluation.labels import usual_identifier_type
from notecode.tui.labelling.actions import KEEP, LABEL_TYPES

MANUAL = Path(__file__).parents[2] / "docs" / "labelling.md"


def test_the_manual_has_every_type_with_its_key_and_what_is_usual() -> None:
    lines = MANUAL.read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    rows = [(row[0], row[1], row[3].split(";")[0]) for row in cells if len(row[0]) == 1]
    assert rows == [
        (
            kind.key,
            kind.name,
            "" if kind.id == KEEP else usual_identifier_type(kind.id, "TN4 6QX").lower(),
        )
        for kind in LABEL_TYPES
    ]
