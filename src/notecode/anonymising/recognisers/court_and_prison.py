"""Numbers of probation, prisons and courts: CRN X123456, A1234BC, T20177123, BS18P01234."""

from notecode.anonymising.findings import REFERENCE
from notecode.anonymising.recognisers.announcing import announced, announced_in_groups
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_KINDS = (
    r"crn|c\.r\.n|ndelius|n-?delius|delius|oasys|noms(?: ?id)?|nomis|prison(?:er)?|hmp|booking|"
    r"court|claim|libra|bail|charge|licen[cs]e|order|summons|hearing|probation|visor|mappa|marac|"
    r"petition|fam(?:ily)? court|injunction|nmo|fmpo|ro|vo(?: ref)?|"
    r"visiting order|ippis|icis|p-?nomis"
)
_SURE = (
    r"crn|c\.r\.n|noms(?: ?id)?|nomis|prison(?:er)? (?:no|number|num|id)|"
    r"booking (?:no|number)|visor"
)


class CourtAndPrisonRecogniser(CasedPatternRecogniser):
    """Probation, prison and court numbers in their own forms, and announced ones."""

    type = REFERENCE
    recogniser = "court-and-prison"
    needs = "0-9"
    expressions = (
        ("CRN", r"\b[A-Z][0-9]{6}\b", 0.92),
        (
            "CRN, small",
            r"\b(?i:crn)[ ]?(?i:no|number|is)?\b\.?[ ]?[:#\-]?[ ]{0,2}"
            r"(?P<found>(?i:[A-Z])[ \-]?[0-9]{2,6}(?:[ ][0-9]{2,4})?)\b",
            0.93,
        ),
        ("prison number", r"\b(?i:[A-Z][0-9]{4}[A-Z]{2})\b", 0.92),
        ("prison number with spaces", r"\b[A-Z][ \-][0-9]{4}[ \-][A-Z]{2}\b", 0.9),
        ("prison number, two parts", r"\b(?:[A-Z][0-9]{4}[ ](?!AM\b|PM\b)[A-Z]{2})\b", 0.88),
        ("old prison number", r"\b(?!MG|FY|UC)[A-Z]{2}(?!(?:19|20)[0-9]{2}\b)[0-9]{4}\b", 0.84),
        ("Crown Court", r"\b(?i:[TSAU][ ]?20[0-9]{2}[ ]?[0-9]{4})\b", 0.92),
        ("family court", r"\b(?i:[A-Z]{2}[0-9]{2}[A-Z][0-9]{5})\b", 0.92),
        ("county court", r"\b(?i:[A-Z0-9][0-9]{2}[A-Z]{2}[0-9]{3})\b", 0.9),
        ("sure", announced(_SURE, 2), 0.92),
        ("announced", announced(_KINDS, 4), 0.9),
        (
            "announced in groups",
            announced_in_groups(_SURE + "|vo|visiting order|case (?:no|number|ref)", 5),
            0.9,
        ),
    )
