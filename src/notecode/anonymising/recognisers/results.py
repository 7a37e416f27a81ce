"""Findings as Presidio's results and back; a person's id travels in the result's metadata."""

from presidio_analyzer import RecognizerResult

from notecode.anonymising.findings import Finding

_PERSON = "person_id"
_SHARED = "shared"


def result(finding: Finding) -> RecognizerResult:
    """The finding as Presidio carries it."""
    return RecognizerResult(
        entity_type=finding.type,
        start=finding.start,
        end=finding.end,
        score=finding.score,
        recognition_metadata={
            RecognizerResult.RECOGNIZER_NAME_KEY: finding.recogniser,
            _PERSON: finding.person_id,
            _SHARED: finding.shared,
        },
    )


def finding(result: RecognizerResult) -> Finding:
    """The finding that Presidio carried."""
    metadata = result.recognition_metadata or {}
    return Finding(
        result.start,
        result.end,
        result.entity_type,
        float(result.score),
        str(metadata.get(RecognizerResult.RECOGNIZER_NAME_KEY, "")),
        str(metadata.get(_PERSON, "")),
        bool(metadata.get(_SHARED, False)),
    )
