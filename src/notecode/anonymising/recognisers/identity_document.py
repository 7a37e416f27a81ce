"""Passports, driving licences, residence permits and Home Office references."""

from notecode.anonymising.findings import REFERENCE
from notecode.anonymising.recognisers.announcing import announced, announced_in_groups
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_KINDS = (
    r"passport|pass ?port|(?:uk )?ppt|driv(?:ing|ers?|er'?s) licen[cs]e|licen[cs]e|dvla|d/l|brp|"
    r"biometric(?: residence)?(?: permit| card)?|visa|ho|h/o|home office|ukvi|ukba|immigration|"
    r"asylum(?: claim)?|nass|arc|port|cid|uan|gwf|eea|evisa|share code|national id|id card|"
    r"identity card|birth certificate|marriage certificate|pesel|cnp"
)


class IdentityDocumentRecogniser(CasedPatternRecogniser):
    """Documents that show who somebody is, and numbers of the Home Office."""

    type = REFERENCE
    recogniser = "identity-document"
    needs = "0-9"
    expressions = (
        (
            "driving licence",
            r"\b(?i:[A-Z9]{5})[ \-]?[0-9]{6}[ \-]?(?i:[A-Z9]{2}[ ]?[A-Z0-9][A-Z]{2})(?:[ ]"
            r"[0-9]{2})?\b",
            0.93,
        ),
        (
            "driving licence, with a slip",
            r"\b(?=[A-Z9]*[A-Z])[A-Z9]{5}[ \-]?[0-9OI]{6}[ \-]?[A-Z0-9]{4,6}\b",
            0.9,
        ),
        ("ARC", r"\b(?i:ARC)[/\-][0-9]{2,6}[/\-][0-9]{2,6}\b", 0.92),
        ("residence permit", r"\b(?i:R[A-Z]|Z[A-Z])[X]?[ ]?[0-9]{7}\b", 0.9),
        ("visa application", r"\b(?i:GWF)[ ]?[0-9]{6,10}\b", 0.92),
        ("Home Office", r"\b[A-Z][ ]?[0-9]{7}(?:/[0-9]{1,3})?\b", 0.91),
        (
            "share code",
            r"\b(?i:share code)[ ]?(?i:is)?[ ]?:?[ ]?(?P<found>(?:[A-Z0-9]{3}[ ]?)"
            r"{2}[A-Z0-9]{3})\b",
            0.92,
        ),
        ("announced", announced(_KINDS, 4), 0.91),
        ("announced in groups", announced_in_groups(_KINDS, 6), 0.91),
        (
            "letters and groups",
            r"\b(?i:passport|id card|permit|brp)[^\n.;]{0,20}?"
            r"(?P<found>[A-Z]{1,3}[ ]?[0-9]{5,9})\b",
            0.9,
        ),
    )
