"""NHS numbers: 943 476 5919. One with a slip in it is masked as well, and flagged."""

from collections.abc import Iterator
from dataclasses import replace

from notecode.anonymising.findings import NHS_NUMBER, UNCHECKED, Finding
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_LENGTH = 10


class NhsNumberRecogniser(CasedPatternRecogniser):
    """Ten digits grouped 3-3-4, or announced as an NHS number, or with the right check digit."""

    type = NHS_NUMBER
    recogniser = "nhs-number"
    needs = "0-9"
    expressions = (
        (
            "announced",
            r"\b(?i:nhs)[ ]?(?i:no|number|num|id|ref)?\b\.?[ ]?[:#\-=]?[ ]{0,2}(?i:is )?"
            r"(?P<found>[0-9](?:[ \-–.]?[0-9]){6,11})(?![0-9])",
            0.94,
        ),
        ("grouped", r"(?<![0-9\w£/])[0-9]{3}[ \-–.][0-9]{3}[ \-–.][0-9]{4}(?![0-9])", 0.89),
        ("run together", r"(?<![0-9\w£/.,\-])[0-9]{10}(?![0-9\w]|[.,][0-9])", 0.88),
    )

    def find(self, text: str) -> Iterator[Finding]:
        """The numbers in the text; a run of ten digits counts only if its check digit is right."""
        for finding in super().find(text):
            written = text[finding.start : finding.end]
            if has_check_digit(written):
                yield finding
            elif not written.isdigit() or finding.score > 0.9:
                yield replace(finding, recogniser=UNCHECKED)


def has_check_digit(number: str) -> bool:
    """Whether the number has ten digits and the last one is the check digit of the others."""
    digits = [int(c) for c in number if c.isdigit()]
    if len(digits) != _LENGTH:
        return False
    total = sum(weight * digit for weight, digit in zip(range(10, 1, -1), digits, strict=False))
    return (11 - total % 11) % 11 == digits[-1]
