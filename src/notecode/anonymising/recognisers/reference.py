"""Whatever is called a reference, and strings that look like identifiers though nobody says so.

Such a string is masked even where its kind is unknown: a lost number costs a reader little, a
leaked one may name a victim.
"""

from notecode.anonymising.findings import REFERENCE
from notecode.anonymising.recognisers.announcing import announced, announced_in_groups
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_CALLED = (
    r"ref(?:erence)?s?|r\.ref|our ref|your ref|case|file|record|id|i\.d|no|number|num|nr|code|pin|"
    r"reg(?:istration)?|quote|quoting|under|application|app|report|complaint|ticket|enquiry"
)
_NO_RANGE = (
    # years, times and days with a hyphen or slash between them, and what follows "feb" or "q3"
    r"(?!(?:19|20)[0-9]{2}[/\-](?:[0-9]{2}|(?:19|20)[0-9]{2})(?![0-9]))"
    r"(?!(?:[01]?[0-9]|2[0-3])[0-5][0-9](?i:hrs?|am|pm)?[\-/](?:[01]?[0-9]|2[0-3])[0-5][0-9](?i:hrs?|am|pm)?\b)"
    r"(?!(?i:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*[\-/]?(?:19|20)[0-9]{2}\b)"
    r"(?![0-9]{1,2}[/\-][0-9]{1,2}[/\-](?:19|20)?[0-9]{2}[\-/][0-9])"
)


class ReferenceRecogniser(CasedPatternRecogniser):
    """Announced references, strings of letters and digits, and long numbers."""

    type = REFERENCE
    recogniser = "reference"
    needs = "0-9"
    expressions = (
        ("announced", announced(_CALLED, 4), 0.89),
        (
            "sure",
            announced(
                r"(?:ref(?:erence)?|id|i\.d|case|file|record|pin|urn)"
                r"[ ]?(?:no|number|num|ref|code|id|:|#|is)",
                3,
            ),
            0.89,
        ),
        (
            "in groups",
            announced_in_groups(r"ref(?:erence)?s?|our ref|your ref|case (?:no|number|ref)", 6),
            0.89,
        ),
        (
            "letters and digits",
            rf"(?<![\w£/\-\[@.]){_NO_RANGE}(?=[A-Za-z]*[0-9])(?=[0-9]*[A-Za-z])"
            r"(?=(?:[A-Za-z/\-]*[0-9]){5})[A-Za-z0-9](?:[A-Za-z0-9]|"
            r"[/\-](?=[A-Za-z0-9])){5,29}(?![\w\]])(?<![0-9]{4}hrs)",
            0.84,
        ),
        (
            "groups of digits with marks",
            rf"(?<![\w£$€/\-.,]){_NO_RANGE}(?![0-9]{{1,2}}[/\-][0-9]{{1,2}}[/\-][0-9]{{2,4}}\b)"
            rf"[0-9]{{2,10}}(?:[/\-][0-9]{{2,10}}){{1,4}}(?![\w/]|[.,][0-9])"
            r"(?<=(?:[0-9][/\-]?){7})",
            0.83,
        ),
        ("a letter, a slash, a number", r"(?<![\w/£])[A-Za-z]{1,4}/[0-9]{5,9}(?![\w/])", 0.84),
        (
            "letters and a number with hyphens, announced",
            r"\b(?i:a/c|ref(?:erence)?|acc(?:ount)?|no|number|id|case|file)\b\.?[ ]?(?i:no\.? |number |is )?:?[ ]?"
            r"(?P<found>(?=[A-Z0-9/\-]*[0-9])(?=[0-9/\-]*[A-Z])[A-Z0-9]{2,10}(?:[/\-][A-Z0-9]{1,10}){1,5})\b",
            0.86,
        ),
        (
            "badge or licence plate",
            r"\b(?i:badge|plate|permit|licen[cs]e|ticket|locker|holder|unit|batch|ref)[ ]?(?i:no|number|num|ref|is)?\b\.?[ ]?:?[ ]?"
            r"(?P<found>[A-Z]{1,5}[ \-]?[0-9]{3,8}[A-Z]?)\b",
            0.86,
        ),
        (
            "letters and a number",
            r"\b(?!(?:CRN|PNC|NHS|URN|CAD|LOG|REF|NINO|NI|UC|TEL|MOB|PC|DC|DS|PS|DI|PCSO|WPC|RING|CALL|CRO|LCS|HMP|NO|ID|HO|UAN|"
            r"ACC|FAX|PH|SU|VS|OM|CM|SW|TO|ON|OF|AT|FROM|LINE|CODE|MOBILE|PHONE|OASYS|DOB|DWP|EXT|TEXT|CARD)\b)"
            r"[A-Z]{2,4}[ ][0-9]{5,8}[A-Z]?\b",
            0.83,
        ),
        (
            "three threes",
            r"(?<![\w£$€.,/\-])[0-9]{3}[ \-][0-9]{3}[ \-][0-9]{3}(?![\w]|[ \-.,][0-9])",
            0.83,
        ),
        ("long number", r"(?<![\w£$€.,/\-])[0-9]{7,20}(?![\w]|[.,][0-9])", 0.83),
        ("grouped number", r"(?<![\w£$€.,/\-])[0-9]{4}(?:[ \-][0-9]{4}){2,4}(?![\w])", 0.84),
        ("after a hash", r"(?<![\w&#])#[ ]?(?P<found>[0-9]{4,12})\b", 0.83),
    )
