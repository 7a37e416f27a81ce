"""National Insurance numbers: QQ 12 34 56 C, qq123456c."""

from notecode.anonymising.findings import NATIONAL_INSURANCE
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser


class NationalInsuranceRecogniser(CasedPatternRecogniser):
    """Two letters, six digits and a letter A to D, in any letter case and spacing."""

    type = NATIONAL_INSURANCE
    recogniser = "national-insurance"
    expressions = (
        ("whole", r"\b(?i:[A-CEGHJ-PR-TW-Z][A-Z])[ \-]?(?:[0-9]{2}[ \-]?){3}(?i:[A-D])\b", 0.93),
        (
            "announced",
            r"(?<=\b(?i:nino|ni|national insurance)[ ]?(?i:no|number|num)?\.?[ "
            r"]?[:#\-]?[ ]{0,2}(?i:is )?)"
            r"(?i:[A-Z]{2})[ \-]?(?:[0-9]{2}[ \-]?){3}(?i:[A-Z])?\b",
            0.93,
        ),
    )
