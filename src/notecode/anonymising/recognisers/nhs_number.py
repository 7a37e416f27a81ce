"""NHS numbers: 943 476 5919. One with a slip in it is masked as well."""

from notecode.anonymising.findings import NHS_NUMBER
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser


class NhsNumberRecogniser(CasedPatternRecogniser):
    """Ten digits grouped 3-3-4, or announced as an NHS number."""

    type = NHS_NUMBER
    recogniser = "nhs-number"
    expressions = (
        ("grouped", r"(?<![0-9\w£])[0-9]{3}[ \-–][0-9]{3}[ \-–][0-9]{4}(?![0-9])", 0.89),
        (
            "announced",
            r"(?<=\b(?i:nhs)[ ]?(?i:no|number|num|id)?\.?[ ]?[:#\-]?[ ]{0,2}(?i:is )?)"
            r"[0-9](?:[ \-]?[0-9]){7,11}(?![0-9])",
            0.94,
        ),
    )
