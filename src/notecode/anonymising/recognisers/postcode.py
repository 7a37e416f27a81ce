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
_DISTRICT = (
    rf"(?:(?:{_PAIRS}|CO)[0-9]{{1,2}}|(?:EC|WC|SW|SE|NW|E|N|W)[1-9][A-Z]|"
    rf"(?:{_SINGLES})[0-9]{{1,2}})"
)
_PAIR_DISTRICT = rf"(?:{_PAIRS}|CO)[0-9]{{1,2}}"
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
            rf"\b(?=[A-Z]{{1,2}}[O0-9A-Z ]{{0,4}}[0-9])(?:{_PAIRS}|"
            rf"{_SINGLES})[0-9Oo][0-9A-Z]?[ ](?:O(?!FF|LD|NE|UR|UT|WN|DD|AK)[ABD-HJLNP-UW-Z]{{2}}|"
            r"[0-9](?!AM|PM|TH|ST|ND|RD|HR|YO|MG|ML|KM)[A-Z]{2})\b",
            0.86,
        ),
        (
            "last letters hidden",
            rf"\b(?=[A-Za-z]{{1,2}}[0-9])(?i:{_PAIRS}|{_SINGLES})[0-9][0-9A-Za-z]?[ ]?[0-9]"
            rf"(?:[xX*?_]{{2}})(?!\w)",
            0.88,
        ),
        (
            "last letter left out",
            rf"\b(?!(?:PO|PA|SM|CM|SO|CA|DA|PR|CT|CV|CO|FY|IP)[0-9])(?:{_PAIRS})[0-9]{{1,2}}[A-Z]?"
            r"[ ][0-9][ABD-HJLNP-UW-Z](?![A-Za-z0-9]|[ ][0-9])",
            0.84,
        ),
        (
            "announced",
            r"\b(?i:post ?code|p/code|pcode)(?i: area| district)?[ ]?[:\-]?[ ]{0,2}(?i:is "
            r"|of |starts |"
            r"beginning |starting |with )?"
            r"(?P<found>(?i:[A-Z]{1,2}[0-9][0-9A-Z]?)(?:[ ]?[0-9](?i:[A-Z]{0,2}))?)\b",
            0.87,
        ),
        (
            "district",
            rf"\b(?=[A-Za-z]{{1,2}}[0-9])(?i:(?:{_DISTRICT})(?:[ ][0-9])?(?=[ ]?(?:area|"
            rf"postcodes?|district|end of town)\b))",
            0.86,
        ),
        (
            "district after a cue",
            rf"\b(?i:in|from|near|around|within|enter|entering|outside(?: of)?|moved? to|moving to|"
            rf"back to|over to|across)[ ](?i:the )?(?P<found>{_PAIR_DISTRICT}(?:[ ][0-9])?)"
            rf"(?:(?:[ ]?[/&+,][ ]?|[ ](?:and|or)[ ])(?P<found>{_PAIR_DISTRICT})){{0,6}}"
            rf"\b(?![/.:\-]?[0-9])",
            0.85,
        ),
        (
            # a true area of two letters that stands for no role or scan of the field
            "district by itself",
            rf"(?<![\w/\-.&£(]|\b(?i:form|band|unit|level) )(?!(?:PO|PA|SM|CM|SO|CA|DA|PR|"
            rf"CT|CV|CO|FY|IP)[0-9])"
            rf"(?:{_PAIRS})[0-9]{{1,2}}\b(?![/:\-]?[0-9]|[ ]?[0-9])",
            0.83,
        ),
        (
            "district in brackets",
            rf"(?<=\()(?:{_PAIR_DISTRICT}|(?:B|E|G|L|M|N|S|W)[0-9]{{1,2}})(?=\))(?<!S(?:17|"
            rf"20|31|37|38|47))",
            0.83,
        ),
        (
            "single letter after a cue",
            r"\b(?i:in|from|near|around|lives|living|outside|stay out of|area of|moved to|"
            r"back to|enter|entering)[ ](?P<found>"
            r"(?!S(?:1[78]|2|20|3[178]|39|4|47|5|91|117|136)\b|L[1-4]\b|[BC][12]\b|"
            r"M[1-9]\b|M25\b|M62\b|A)(?:B|E|G|L|M|N|S|W)[0-9]{1,2})\b"
            r"(?![/:\-.]?[0-9]|[ ]?[0-9]|[ ](?i:form|of the|enquir|assess|level|english|motorway))",
            0.83,
        ),
        (
            "districts that somebody keeps out of",
            rf"\b(?i:zone|"
            rf"zone is|zone:|zone of|zone covers|zone to add|not to enter|not enter|keep out of|"
            rf"stay out of|out of|areas?|areas? of|postcodes?|excluded from|"
            rf"zone covers|(?:part|parts|bits|most|all|rest|side|end) of)[ ]:?[ ]?"
            rf"(?P<found>(?:{_PAIRS}|{_SINGLES})[0-9]{{1,2}})(?:(?:[ ]?[/&+,][ ]?|[ ](?:and|or)[ ])"
            rf"(?P<found>(?:{_PAIRS}|{_SINGLES})[0-9]{{1,2}})){{0,6}}\b(?![/:\-.]?[0-9])",
            0.84,
        ),
        (
            "small, after a cue",
            r"\b(?i:in|from|near|around|lives in|moved to|back to|over in|down in|"
            r"up in)[ ](?P<found>(?!(?:me|so|st|la|pa|pe|de|da|po|pr|co|ca|al|ml|om|sm|"
            r"cm)[0-9])"
            rf"(?i:{_PAIRS})[0-9]{{1,2}})\b(?![/:\-.]?[0-9]|[ ]?[0-9])",
            0.82,
        ),
        (
            "small, at the end",
            r"(?<=\p{Ll}{3}[ ,]{1,2})(?!(?i:me|so|st|la|pa|pe|de|da|po|pr|co|ca|al|ml|om|"
            r"sm|cm|sn|cr|ct|ip|hr|hp)[0-9])"
            rf"(?i:{_PAIRS})[0-9]{{1,2}}(?=[ ]?[.,;)\n]|[ ]?$)",
            0.82,
        ),
        (
            "district at the end of an address",
            rf"(?<=\b(?i:street|st|road|rd|lane|ave|avenue|close|drive|way|court|house|lodge|"
            rf"hostel|"
            rf"parents|mum|dad|sister|brother|nan)\b[ ]?[,]?[ ])(?i:(?:{_PAIRS}|"
            rf"{_SINGLES})[0-9]{{1,2}})"
            r"(?=[ ]?[.,;)\n]|[ ]?$)(?![/:\-]?[0-9]|[.][0-9])",
            0.83,
        ),
        (
            "districts joined",
            rf"\b(?!(?:PO|PA|SM|CM|SO|FY|L|B|S|M)[0-9])(?P<found>(?:{_PAIRS}|"
            rf"{_SINGLES})[0-9]{{1,2}})(?:[ ]?[/&+,][ ]?|[ ](?:and|"
            rf"or)[ ])(?P<found>(?:{_PAIRS})[0-9]{{1,2}})\b(?!/)",
            0.83,
        ),
        (
            "single letter after a place",
            r"\b(?!(?i:form|band|part|room|section|level|class|unit|gate|ward|phase|grade|type|cat|"
            r"motorway|junction|the)\b)\p{Lu}\p{L}{3,},[ ]"
            r"(?P<found>(?!S(?:1[78]|2|20|3[178]|39|4|47|5|91|117|136)\b|L[1-4]\b|[BC][12]\b|"
            r"M[1-9]\b|M25\b|M62\b)(?:B|E|G|L|M|N|S|W)[0-9]{1,2})(?=[ ]?[.,;)\n]|[ ]?$)(?!\.[0-9])",
            0.83,
        ),
        (
            "district after a place",
            rf"\b(?!(?i:form|band|part|room|section|level|class|unit|gate|ward|"
            rf"phase)\b)\p{{Lu}}\p{{L}}{{2,}}[,;]?[ ]"
            rf"(?P<found>{_PAIR_DISTRICT})(?=[ ]?[.,;)\n]|[ ]?$)(?!\.[0-9])",
            0.84,
        ),
    )
