"""Postcodes: HU5 3PL, hu53pl, "the LS9 area", "BS5 0xx"; not "L2 1st" nor "S47".

Any pair of letters passes for the area of a whole postcode: new ones are made, and a slip in one
still identifies. A district by itself needs a true area and a cue.
"""

from notecode.anonymising.findings import POSTCODE
from notecode.anonymising.recognisers.alternation import factored
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_AREA = "[A-PR-UWYZ][A-HK-Y]?"
_INWARD = "[0-9][ABD-HJLNP-UW-Z]{2}"
_PAIRS = factored(
    "AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|"
    "EN|EX|FK|FY|GL|GU|HA|HD|HG|HP|HR|HS|HU|HX|IG|IP|IV|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|ME|MK|ML|"
    "NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|"
    "TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE"
)
_SINGLES = "B|E|G|L|M|N|S|W"
_DISTRICT = rf"(?:(?:{_PAIRS}|CO)[0-9]{{1,2}}|(?:EC|WC|SW|SE|NW|E|N|W)[1-9][A-Z]|(?:{_SINGLES})[0-9]{{1,2}})"
_PAIR_DISTRICT = rf"(?:{_PAIRS})[0-9]{{1,2}}"
_ORDINAL_OR_TIME = r"(?!(?-i:[0-9](?:st|nd|rd|th|pm|am|hr|yr|yo|of|to|in|on|by|at)\b))"


class PostcodeRecogniser(CasedPatternRecogniser):
    """Full British postcodes, those cut short, and districts that a cue announces."""

    type = POSTCODE
    recogniser = "postcode"
    needs = "0-9"
    expressions = (
        ("capitals", rf"\b(?:{_AREA})[0-9][0-9A-Z]?[ \t\u00a0.\-]{{0,2}}{_INWARD}\b", 0.92),
        (
            "small",
            rf"\b(?i:(?:{_AREA})[0-9][0-9A-Z]?[ \t\u00a0\-]?{_ORDINAL_OR_TIME}{_INWARD})\b",
            0.9,
        ),
        (
            # the letter O for a nought, or a letter that no postcode ends in
            "slip",
            rf"\b(?:{_PAIRS}|{_SINGLES})[0-9Oo][0-9A-Z]?[ ](?:O[ABD-HJLNP-UW-Z]{{2}}|"
            r"[0-9](?!AM|PM|TH|ST|ND|RD|HR|YO|MG|ML|KM)[A-Z]{2})\b",
            0.86,
        ),
        (
            "last letters hidden",
            rf"\b(?=[A-Za-z]{{1,2}}[0-9])(?i:{_PAIRS}|{_SINGLES})[0-9][0-9A-Za-z]?[ ]?[0-9](?:[xX*?_]{{2}})(?!\w)",
            0.88,
        ),
        (
            "announced",
            r"\b(?i:post ?code|p/code|pcode)(?i: area| district)?[ ]?[:\-]?[ ]{0,2}(?i:is |of |starts |"
            r"beginning |starting |with )?"
            rf"(?P<found>(?i:[A-Z]{{1,2}}[0-9][0-9A-Z]?)(?:[ ]?[0-9](?i:[A-Z]{{0,2}}))?)\b",
            0.87,
        ),
        (
            "district",
            rf"\b(?=[A-Za-z]{{1,2}}[0-9])(?i:(?:{_DISTRICT})(?:[ ][0-9])?(?=[ ]?(?:area|postcodes?|district|end of town)\b))",
            0.86,
        ),
        (
            "district after a cue",
            rf"\b(?i:in|from|near|around|within|enter|entering|outside(?: of)?|moved? to|moving to|"
            rf"back to|over to|across)[ ](?i:the )?(?P<found>{_PAIR_DISTRICT}(?:[ ][0-9])?)\b(?![/.:\-]?[0-9])",
            0.85,
        ),
        (
            "district after a place",
            rf"\b(?!(?i:form|band|part|room|section|level|class|unit|gate|ward|phase)\b)\p{{Lu}}\p{{L}}{{2,}}[,;]?[ ]"
            rf"(?P<found>{_PAIR_DISTRICT})(?=[ ]?[.,;)\n]|[ ]?$)(?!\.[0-9])",
            0.84,
        ),
    )
