"""Telephone numbers: 07700 900123, (01482) 123 456, +44 7700 900123, 7700900123."""

from notecode.anonymising.findings import PHONE
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_GAP = r"[ \t\u00a0().\-–/]{0,3}"


class PhoneRecogniser(CasedPatternRecogniser):
    """British numbers with or without +44 or the first 0, and international ones with a plus."""

    type = PHONE
    recogniser = "phone"
    expressions = (
        ("national", rf"(?<![0-9\w£/])\(?0(?:{_GAP}[1-9])(?:{_GAP}[0-9]){{8,9}}(?![0-9])", 0.91),
        (
            "country",
            rf"(?<![0-9\w])(?:\+|00)?44{_GAP}(?:0{_GAP})?[1-9](?:{_GAP}[0-9]){{8,9}}(?![0-9])",
            0.91,
        ),
        ("mobile without 0", r"(?<![0-9\w£/])7[0-9]{3}[ \-]?[0-9]{3}[ \-]?[0-9]{3}(?![0-9])", 0.88),
        ("international", r"(?<!\w)\+[1-9](?:[ .\-()]{0,2}[0-9]){7,14}(?![0-9])", 0.88),
        (
            "announced",
            r"(?<=\b(?i:tel|telephone|phone|mobile|mob|landline|call(?:ed)? (?:him|"
            r"her|them)? ?on|rang on|ph|t)"
            r"(?i: ?(?:no|number|num))?\.?[ ]?[:\-]?[ ]{0,2}(?i:is |on )?)"
            rf"[0-9](?:{_GAP}[0-9]){{5,11}}(?![0-9/])",
            0.87,
        ),
    )
