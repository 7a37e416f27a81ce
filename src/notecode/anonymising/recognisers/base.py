"""What the recognisers share that are more than a list of patterns."""

from abc import abstractmethod
from collections.abc import Iterable

from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from notecode.anonymising.findings import Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.recognisers.results import result


class NoteRecogniser(EntityRecognizer):
    """A recogniser over the words of a note: a subclass says what it finds."""

    def load(self) -> None:
        """Nothing to load: what a recogniser needs it is given when it is made."""

    def analyze(
        self,
        text: str,
        entities: list[str],  # noqa: ARG002  Presidio passes it by name
        nlp_artifacts: NlpArtifacts,
    ) -> list[RecognizerResult]:
        """What ``find`` finds, as Presidio carries it.

        Raises:
            TypeError: if the artifacts are not those of this package's engine.

        """
        if not isinstance(nlp_artifacts, NoteArtifacts):
            raise TypeError("the recognisers of notes need the engine of notes")
        return [result(finding) for finding in self.find(text, nlp_artifacts)]

    @abstractmethod
    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:
        """The findings in the text."""
