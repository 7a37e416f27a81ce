"""Putting the tags in: Presidio's anonymiser, a few replacements at a time.

Presidio would merge neighbours of one type and call its operators from right to left, so every
tag is settled beforehand and travels as a type of its own. It also copies the whole text for
each replacement; giving it a text in pieces keeps the cost of a long note in step with its
length.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from notecode.anonymising.findings import Finding
from notecode.anonymising.review.span_map import MaskedSpan, SpanMap
from notecode.model import Span

if TYPE_CHECKING:
    from presidio_anonymizer import AnonymizerEngine

_REPLACEMENTS_AT_ONCE = 50


def replace_findings(
    engine: "AnonymizerEngine", text: str, findings: Sequence[Finding], tags: Sequence[str]
) -> tuple[str, SpanMap]:
    """The text with each finding replaced by its tag, and the map from the one to the other.

    ``findings`` are sorted and do not overlap; ``tags`` has one tag for each.
    """
    pieces: list[str] = []
    masked: list[MaskedSpan] = []
    length = 0
    for start, end, first, last in _pieces(text, findings):
        group, names = findings[first:last], tags[first:last]
        replaced, places = _replace(engine, text[start:end], start, group, names)
        for finding, (tag_start, tag_end) in zip(group, places, strict=True):
            masked.append(
                MaskedSpan(
                    raw=Span(finding.start, finding.end),
                    anonymised=Span(length + tag_start, length + tag_end),
                    type=finding.type,
                    person_id=finding.person_id,
                )
            )
        pieces.append(replaced)
        length += len(replaced)
    return "".join(pieces), SpanMap(tuple(masked), len(text), length)


def _pieces(text: str, findings: Sequence[Finding]) -> Iterator[tuple[int, int, int, int]]:
    """Start and end of each piece of the text, and the first and last finding in it."""
    start = 0
    for first in range(0, len(findings), _REPLACEMENTS_AT_ONCE):
        last = min(first + _REPLACEMENTS_AT_ONCE, len(findings))
        end = findings[last].start if last < len(findings) else len(text)
        yield start, end, first, last
        start = end
    if not findings:
        yield 0, len(text), 0, 0


def _replace(
    engine: "AnonymizerEngine",
    piece: str,
    offset: int,
    findings: Sequence[Finding],
    tags: Sequence[str],
) -> tuple[str, list[tuple[int, int]]]:
    """The piece with its tags in, and where they stand in it, from left to right."""
    from presidio_anonymizer.entities import OperatorConfig, RecognizerResult

    if not findings:
        return piece, []
    results = [
        RecognizerResult(f"{number:02}", finding.start - offset, finding.end - offset, 1.0)
        for number, finding in enumerate(findings)
    ]
    operators = {
        f"{number:02}": OperatorConfig("replace", {"new_value": tag})
        for number, tag in enumerate(tags)
    }
    replaced = engine.anonymize(piece, results, operators, merge_entities_with_spaces=False)
    return replaced.text, sorted((item.start, item.end) for item in replaced.items)
