"""Towns of courts: "Leeds" of "Leeds Mags". Where the court is an agency its town is kept."""

import re
from collections.abc import Iterable

from notecode.anonymising.findings import PLACE, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.places.listed import ONE_WORD_PLACES
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.words.spelling import fold

_COURT = re.compile(
    r"\b(?P<town>[^\W\d_]{4,20}) (?i:crown (?:court|ct|crt)|magistrates?|mags|sheriff court)\b"
)


class CourtTownRecogniser(NoteRecogniser):
    """The town before what says that it is a court, in any letter case."""

    def __init__(self) -> None:
        super().__init__(supported_entities=[PLACE], name="court-town")

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:  # noqa: ARG002
        """The towns of courts in the text."""
        for match in _COURT.finditer(text):
            if fold(match["town"]) in ONE_WORD_PLACES:
                yield Finding(*match.span("town"), PLACE, 0.75, "court-town")
