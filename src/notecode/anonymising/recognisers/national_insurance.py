"""National Insurance numbers: QQ 12 34 56 C, qq123456c."""

from notecode.anonymising.findings import NATIONAL_INSURANCE
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_NO_WORD = r"(?!(?i:at|on|by|to|in|of|is|no|or|as|am|pm|ph)[ ])"


class NationalInsuranceRecogniser(CasedPatternRecogniser):
    """Two letters, six digits and a letter A to D, in any letter case and spacing."""

    type = NATIONAL_INSURANCE
    recogniser = "national-insurance"
    needs = "0-9"
    expressions = (
        (
            "whole",
            rf"\b{_NO_WORD}(?i:[A-Z]{{2}})[ .\-]{{0,2}}(?:[0-9Oo]{{2}}[ .\-]{{0,2}}){{3}}(?"
            rf"i:[A-D])\b",
            0.93,
        ),
        ("no last letter", r"\b[A-Z]{2}[ \-](?:[0-9]{2}[ \-]){2}[0-9]{2}\b", 0.88),
        (
            "announced",
            r"\b(?i:nino|n\.?i\.?|nat(?:ional)? ins(?:urance)?)[ ]?(?i:no|number|num)?\b\.?[ ]?"
            r"[:#\-=]?[ ]{0,2}(?i:is )?"
            r"(?P<found>(?i:[A-Z]{2})[ \-]?(?:[0-9O]{2}[ \-]?){2}[0-9O]{1,2}(?:[ \-]?(?"
            r"i:[A-Z])\b)?)"
            r"(?![0-9])",
            0.93,
        ),
    )
