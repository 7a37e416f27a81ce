"""Vehicle registrations: AB12 CDE, A123 BCD, ABC 123D, AIG 4455; "S47 enquiry" is none."""

from notecode.anonymising.findings import VEHICLE
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_SURE_CUE = (
    r"\b(?i:(?:car |van |bike |vehicle |private |number |partial |"
    r"part )?(?:reg(?:istration|istered)?|"
    r"vrm|vrn|index|plates?|number ?plate|partial|p/reg))(?i:[ ](?:no|number|"
    r"plate|mark|as|is|was|of|starts?|"
    r"starting|begins|beginning|with|reads?|ending|vehicle|partial|"
    r"part)\b){0,3}\.?[ ]?[:\-(\"'“]?[ ]{0,2}"
)
_CUE = (
    r"\b(?i:vehicle|car|van|motorbike|moped|motorcycle|taxi|lorry|driving an?|drives an?|audi|bmw|"
    r"corsa|astra|fiesta|focus|golf|polo|clio|transit|mercedes|merc|range rover|vw|ford|vauxhall|"
    r"nissan|toyota|honda|peugeot|renault|seat|skoda|kia|citroen|fiat|mini|hyundai|jaguar|volvo|"
    r"insignia|mondeo|megane|juke|qashqai|yaris|civic|ibiza|leon|octavia|vivaro|berlingo|sprinter)"
    r"(?i:[ ](?:is|a|with|was))?,?[ ]?[:\-(]?[ ]{0,2}"
)
_NO_END = (
    r"(?!(?i:the|and|for|but|was|has|had|him|her|his|she|you|not|all|any|can|our|out|day|get|got|"
    r"now|one|see|two|who|did|its|let|put|say|too|use|off|men|are|will|with|via|per|due|ask|met|"
    r"bus|may|yes|hrs|mth|yrs|yr|wks|min|idv|cps|css|csc|dwp|cms|cpn|crc|nps|rso|"
    r"app|req|ref|ext)\b)"
)
_NO_FORM = r"(?!(?i:[SCL](?:17|20|31|37|38|47|100|110))\b)"
_NOT_A_YEAR = r"(?!(?:19|20)[0-9]{2}\b)"


class VehicleRecogniser(CasedPatternRecogniser):
    """The present form anywhere; older, dateless and partial ones in capitals or after a cue."""

    type = VEHICLE
    recogniser = "vehicle"
    expressions = (
        (
            "present form",
            r"\b[A-Z]{2}[0-9]{2}[ .\-]{0,2}(?!THE\b|AND\b|FOR\b|BUT\b)[A-Z]{3}\b",
            0.88,
        ),
        ("small", rf"\b(?i:[A-Z]{{2}}[0-9]{{2}}[ ]{_NO_END}[A-Z]{{3}})\b", 0.84),
        ("one word", r"\b(?i:[A-Z]{2}[0-9]{2}[A-Z]{3})\b", 0.86),
        (
            "in three parts",
            rf"\b(?!IS|AT|ON|BY|TO|IN|OF|NO|OR|AS|WK|HE|WE|SU|"
            rf"VS)[A-Z]{{2}}[ ][0-9]{{2}}[ ]{_NO_END}[A-Z]{{3}}\b",
            0.86,
        ),
        (
            "spelt",
            r"\b[A-Z][ .\-][A-Z][ .\-][0-9][ .\-]?[0-9][ .\-][A-Z][ .\-][A-Z][ .\-][A-Z]\b",
            0.86,
        ),
        (
            "in part",
            r"\b(?P<found>[A-Z]{2}[0-9]{2})(?:[ ]?(?i:something|blank|then|\?+|\*+|_+|"
            r"\.{2,}|…|x{2,})[ ]?)+(?P<found>[A-Z]{1,3}\b)?",
            0.85,
        ),
        (
            "slip",
            r"\b[A-Z]{2}[0-9OI]{2}[ ]?(?!THE\b|AND\b|FOR\b|BUT\b)(?=[A-Z]{3}\b)"
            r"(?<=[0-9][OI][ ]?|[OI][0-9][ ]?)[A-Z]{3}\b",
            0.84,
        ),
        (
            "letter first",
            rf"\b{_NO_FORM}[A-HJ-NP-TV-Y](?:[0-9]{{2,3}}[ ]?|[0-9][ ]){_NO_END}[A-Z]{{3}}\b",
            0.83,
        ),
        ("letter last", rf"\b{_NO_END}[A-Z]{{3}}[ ]?[0-9]{{2,3}}[A-HJ-NPR-TV-Y]\b", 0.83),
        (
            "Northern Ireland",
            rf"\b(?!VIA|DIP|CRI|SIM|BIN|PIN|PIP|ZIP|MIN|TIL|HIM|HIS|DID|BIT|HIT|SIX|CIN|"
            rf"NI[ A-Z])[A-Z](?:[IZ][A-Z]|[A-HJ-Y][IZ])[ ]?{_NOT_A_YEAR}(?!999|101|"
            rf"111)[0-9]{{3,4}}\b(?![/\-.:][0-9])",
            0.83,
        ),
        (
            "announced",
            rf"{_CUE}(?P<found>(?i:[A-Z]{{2}}[0-9]{{2}}[ ]?[A-Z]{{3}}|"
            rf"(?-i:[A-Z]{{2}}[0-9]{{2}})))\b",
            0.9,
        ),
        (
            "older, announced",
            rf"{_CUE}(?P<found>{_NO_FORM}(?i:[A-Z][0-9]{{1,3}}[ ]?{_NO_END}[A-Z]{{3}}|"
            r"[A-Z]{3}[ ]?[0-9]{1,3}[A-Z]|[A-Z]{3}[ ]?[0-9]{3,4}|"
            r"[0-9]{2,4}[ ]?(?-i:[A-Z]{2,3})))\b",
            0.87,
        ),
        (
            "three parts, announced",
            rf"{_SURE_CUE}(?P<found>(?i:[A-Z]{{2}}[ .\-][0-9]{{2}}[ .\-][A-Z]{{3}}))\b",
            0.88,
        ),
        (
            "last letters",
            r"\b(?i:reg(?:istration)?|plate|vrm|index)\b[^.\n]{0,20}\b(?i:ends|ending|"
            r"ended|finish(?:es|ing)|last (?:three|3)(?: letters)?)"
            r"(?i:[ ](?:in|with|are|is))?[ ]?:?[ ][\"'“]?(?P<found>[A-Z]{2,3}|"
            r"(?-i:[A-Z0-9]{2,4}))\b",
            0.85,
        ),
        (
            "some letters of the plate",
            r"\b(?i:last|first|final)[ ](?i:two|three|four|few|bit|part|half|[2-4])"
            r"(?i:[ ](?:letters|digits|characters|numbers))?[ ](?i:of|on|from)[ ]"
            r"(?i:(?:the|his|her|its)[ ])?"
            r"(?i:reg(?:istration)?|number ?plate|plate|vrm|index)(?i:[ ](?:is|are|was|were))?[ ]?"
            r"[:=]?[ ]?[\"'“]?(?P<found>[A-Z0-9]{2,4}|(?i:(?=[a-z]*[0-9])[a-z0-9]{2,4}))\b",
            0.85,
        ),
        (
            "last letters of a vehicle",
            r"\b(?i:(?:last|final) (?:three|two|3|2)(?: letters| digits)?|ends(?: in)?|"
            r"ending(?: in)?)"
            r"[ ]?:?[ ][\"'“]?(?P<found>[A-Z]{2,3})\b(?<=(?i:van|car|bike|moped|taxi|audi|bmw|"
            r"corsa|"
            r"astra|fiesta|focus|golf|polo|clio|transit|mercedes|merc|rover|vw|ford|vauxhall|"
            r"nissan|"
            r"toyota|honda|peugeot|renault|seat|skoda|kia|citroen|fiat|mini|hyundai|jaguar|volvo|"
            r"insignia|mondeo|zafira|qashqai|yaris|civic|octavia|hilux|prius)\b[^.\n]{0,40})",
            0.84,
        ),
        (
            "chosen letters, after a vehicle",
            rf"{_CUE}(?P<found>[A-Z]{{1,3}}[0-9]{{1,3}}[ ][A-Z]{{2,3}})\b(?![ ]?[0-9])",
            0.84,
        ),
        (
            "Irish",
            r"(?<![\w/£.\-])(?:[0-9]{2}|[12][0-9]{2})[ \-](?:C|CE|CN|CW|D|DL|G|KE|KK|KY|L|LD|LH|LK|"
            r"LM|LS|MH|MN|MO|OY|RN|SO|T|W|WH|WX|WW)[ \-][0-9]{3,6}\b",
            0.86,
        ),
        (
            "first letters",
            r"\b(?i:reg(?:istration)?|plate|vrm|index)\b[^.\n]{0,20}\b(?i:starts|starting|"
            r"begins|beginning|first (?:part|half|four|4))"
            r"(?i:[ ](?:in|with|is))?[ ]?:?[ ][\"'“]?(?P<found>[A-Z]{1,2}[0-9]{1,3}|[A-Z]{2})\b",
            0.85,
        ),
        (
            "anything that is called one",
            rf"{_SURE_CUE}(?P<found>(?=[A-Za-z ]{{0,4}}[0-9])(?=[0-9 ]{{0,5}}[A-Za-z])"
            r"(?!(?i:no|is|at|on|in|of|to|was|for|and|with|the|by)\b|[0-9]{1,4}[ ](?-i:[a-z])|"
            r"[0-9]+(?:st|nd|rd|th|am|pm|hrs|x)\b)"
            r"(?i:[A-Z]{1,4}[ ]?[0-9]{1,4}(?:[ ]?[A-Z]{1,3}(?<![ ](?-i:[a-z]{1,2})))?|"
            r"[0-9]{1,4}[ ]?[A-Z]{1,3}))\b",
            0.88,
        ),
    )
