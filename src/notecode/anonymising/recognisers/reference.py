"""Reference numbers: PNC, CRN, crime, occurrence, court, prison, bank, and whatever is called one.

A string that looks like an identifier is masked even where its kind is unknown: a lost number
costs a reader little, a leaked one may name a victim.
"""

from notecode.anonymising.findings import REFERENCE
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_CALLED = (
    r"(?<=\b(?i:crn|pnc(?: id)?|urn|niche|cad|log|incident|inc|crime|occurrence|occ|"
    r"nicl|ref|reference|"
    r"case (?:no|number|ref|id)|claim|warrant|account|acc(?:ount)? no|a/c|sort code|"
    r"passport|licen[cs]e|"
    r"utr|tenancy|rent|noms|prison|prisoner|custody|court|hospital|client|mosaic|"
    r"liquid ?logic|oasys|delius|"
    r"marac|dash|policy|invoice|order|id|no|number|num|police|booking|bail|charge|"
    r"case|swift|record)"
    r"(?i: (?:ref(?:erence)?|no|number|num|id|code|account))?\.?[ ]?[:#\-=]?[ ]{0,"
    r"2}#?(?i:is |no\.? |number )?)"
)
_BODY = (
    r"(?=[A-Za-z/\-.]*(?:[0-9][A-Za-z/\-.]*){4})[A-Za-z0-9](?:[A-Za-z0-9]|"
    r"[/\-.](?=[A-Za-z0-9])){3,29}\b"
)


class ReferenceRecogniser(CasedPatternRecogniser):
    """Known British reference formats, announced references, and long numbers."""

    type = REFERENCE
    recogniser = "reference"
    expressions = (
        ("PNC", r"(?<![0-9/])(?:[0-9]{2}|[12][0-9]{3})/[0-9]{1,7}(?i:[A-Z])(?![A-Za-z0-9])", 0.93),
        ("CRN", r"\b[A-Z][0-9]{6}\b", 0.92),
        ("prison number", r"\b(?i:[A-Z][0-9]{4}[A-Z]{2})\b", 0.92),
        ("Crown Court", r"\b(?i:[TSA]20[0-9]{6,8})\b", 0.92),
        ("crime", r"\b(?:[A-Z]{1,4}/)?[0-9]{1,3}[A-Z]{0,2}/[0-9]{3,8}/[0-9]{2,4}\b", 0.93),
        (
            "slashed",
            r"(?<![\w/£])(?:(?i:[A-Z]{1,5})/[0-9]{3,10}/[0-9]{2,4}|[0-9]{4,"
            r"14}/[0-9]{2,4})(?![\w/])",
            0.92,
        ),
        (
            "log of a day",
            r"(?<=\b(?i:log|cad|incident|inc|crime)[ ](?i:no\.? |number |ref )?)[0-9]{2,"
            r"6}(?=[ ]of[ ][0-9])",
            0.87,
        ),
        (
            "announced",
            _CALLED
            + (
                r"(?![0-9]{1,2}[/.\-][0-9]{1,2}[/.\-][0-9]{2,4}\b)(?!(?:19|20)[0-9]{2}\b)"
                r"(?![0-9]{3,4}(?:am|pm|hrs?)\b)"
            )
            + _BODY,
            0.9,
        ),
        (
            "announced three digits",
            r"(?<=\b(?i:log|cad|incident|crime)(?i: (?:no|number|ref))?\.?[ ]?[:#]?[ "
            r"]?)[0-9]{2,6}\b(?![:.][0-9])",
            0.86,
        ),
        ("collar number", r"(?<=\b(?i:PC|DC|DS|PS|DI|PCSO|WPC)[ ])[0-9]{3,5}\b(?![:./])", 0.86),
        (
            "sort code",
            r"(?<=\b(?i:sort code)[ :]{1,3})[0-9]{2}[ \-]?[0-9]{2}[ \-]?[0-9]{2}\b",
            0.93,
        ),
        ("driving licence", r"\b[A-Z9]{5}[0-9]{6}[A-Z0-9]{5}\b", 0.93),
        (
            "letters and digits",
            r"(?<![\w£/\-\[@.])(?=[A-Za-z]*[0-9])(?=[0-9]*[A-Za-z])"
            r"(?=(?:[A-Za-z/\-]*[0-9]){5})[A-Za-z0-9](?:[A-Za-z0-9]|"
            r"[/\-](?=[A-Za-z0-9])){5,29}(?![\w\]])",
            0.84,
        ),
        ("long number", r"(?<![\w£$€.,/\-])[0-9]{7,20}(?![\w]|[.,][0-9])", 0.83),
        ("grouped number", r"(?<![\w£$€.,/\-])[0-9]{4}(?:[ \-][0-9]{4}){2,4}(?![\w])", 0.84),
    )
