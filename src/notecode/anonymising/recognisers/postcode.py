"""Postcodes: HU5 3PL, hu53pl, M1 1AE; not "L2 1st" nor a lone district.

Any pair of letters passes for an area: new ones are made, and a slip in one still identifies.
"""

from notecode.anonymising.findings import POSTCODE
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_AREA = "[A-PR-UWYZ][A-HK-Y]?"
_INWARD = "[0-9][ABD-HJLNP-UW-Z]{2}"


class PostcodeRecogniser(CasedPatternRecogniser):
    """Full British postcodes, and districts that a postcode cue announces."""

    type = POSTCODE
    recogniser = "postcode"
    expressions = (
        ("capitals", rf"\b(?:{_AREA})[0-9][0-9A-Z]?[ \t]{{0,2}}{_INWARD}\b", 0.92),
        (
            "small",
            rf"\b(?i:(?:{_AREA})[0-9][0-9A-Z]?[ \t]?(?!(?-i:[0-9](?:st|nd|rd|th|pm|am)"
            rf"\b)){_INWARD})\b",
            0.9,
        ),
        (
            "district",
            r"(?<=\b(?i:post ?code)[ :]{1,3}(?i:is )?)(?i:[A-Z]{1,2}[0-9][0-9A-Z]?)\b",
            0.85,
        ),
    )
