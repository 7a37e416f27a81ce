"""What pattern recognisers cover in a text, for the tables of cases and near misses."""

from collections.abc import Iterable

from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

Table = list[tuple[str, list[str]]]


def found(recognisers: CasedPatternRecogniser | Iterable[CasedPatternRecogniser], text: str):
    """What the recognisers cover, overlapping finds joined, from left to right."""
    some = [recognisers] if isinstance(recognisers, CasedPatternRecogniser) else list(recognisers)
    covered: list[tuple[int, int]] = []
    results = [item for one in some for item in one.analyze(text, [one.type], None)]
    assert all(0.79 <= item.score <= 1 for item in results), "sure, or as good as sure"
    for start, end in sorted((item.start, item.end) for item in results):
        if covered and start < covered[-1][1]:
            covered[-1] = (covered[-1][0], max(end, covered[-1][1]))
        else:
            covered.append((start, end))
    return [text[start:end] for start, end in covered]
