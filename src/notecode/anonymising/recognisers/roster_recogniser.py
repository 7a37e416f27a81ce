"""The people of the case: a Presidio recogniser that is made anew for each case."""

from collections.abc import Iterable

from notecode.anonymising.findings import (
    ADDRESS,
    DATE_OF_BIRTH,
    EMAIL,
    PERSON,
    PHONE,
    PLACE,
    REFERENCE,
    Finding,
)
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.people.roster import RosterNames
from notecode.anonymising.recognisers.base import NoteRecogniser


class RosterRecogniser(NoteRecogniser):
    """Hands what ``RosterNames`` finds to Presidio, each finding with its person's id."""

    def __init__(self, names: RosterNames) -> None:
        super().__init__(
            supported_entities=[PERSON, PHONE, EMAIL, REFERENCE, DATE_OF_BIRTH, ADDRESS, PLACE],
            name="roster",
        )
        self._names = names

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:
        """Everything of the roster that stands in the text."""
        return self._names.find(text, note.words)
