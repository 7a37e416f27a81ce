"""Welsh streets and houses: 12 Heol y Bryn, Ffordd Penrhyn, Tan-y-Bryn, Maes yr Haf."""

from notecode.anonymising.findings import ADDRESS
from notecode.anonymising.recognisers.alternation import factored
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_ROAD = factored(
    "heol|ffordd|stryd|clos|rhodfa|lôn|lon|cilgant|teras|rhes|gerddi|rhiw|llwybr|heol-y|sgwar|sgwâr"
)
_NAME = r"(?:[ \-](?i:y|yr|'r|'r|o|ar)(?=[ \-]))*(?:[ \-]\p{Lu}[\p{L}'’]+){1,3}"
_NUMBER = (
    r"(?:(?<![\w/£:.\-\[])(?:(?i:flat) [0-9]{1,3},? )?[0-9]{1,4}[A-Za-z]?(?:[ ]?"
    r"[\-–][ ]?[0-9]{1,4})?,?[ ])"
)


class WelshAddressRecogniser(CasedPatternRecogniser):
    """Streets whose kind comes first, as it does in Welsh."""

    type = ADDRESS
    recogniser = "welsh-address"
    expressions = (
        (
            "road",
            rf"{_NUMBER}?\b(?!(?-i:is|lon|min)\b)(?i:{_ROAD})(?:[ \-](?i:y|yr|'r|o|"
            rf"ar)(?=[ \-]))*[ \-]\p{{Lu}}[\p{{L}}'’]+(?:[ \-]\p{{Lu}}[\p{{L}}'’]+){{0,2}}",
            0.86,
        ),
        (
            "house, capitals",
            r"\b(?:T[YŶ]|TY'R|MAES|LLYS|BRYN|TAN|PEN|PLAS|CWRT|GLAN|COED|CAE|"
            r"NANT)[ \-](?:Y[ \-]|YR[ \-])?\p{Lu}{3,}(?:[ ](?:BUNGALOW|COTTAGE|HOUSE|"
            r"FARM))?\b",
            0.83,
        ),
        (
            "small, numbered",
            rf"{_NUMBER}(?i:{_ROAD}|maes|llys|bryn|parc|cwrt|tan[ \-]yr?|pen[ \-]yr?|"
            rf"maes[ \-]yr?)(?:[ \-](?:y|yr|o|ar)(?=[ \-]))*[ \-][\p{{L}}'’]{{3,}}",
            0.86,
        ),
        (
            "small, after a cue",
            r"\b(?i:on|in|at|lives|address|to|from|off)[ ](?P<found>(?i:heol|ffordd|stryd|"
            r"rhodfa|cilgant)[ \-](?:(?:y|yr|o|ar)[ \-])*[\p{L}'’]{3,})",
            0.84,
        ),
        (
            "field",
            rf"{_NUMBER}?\b(?:Maes|Llys|Bryn|Parc|Cwrt|Trem|Dol|Dôl|Coed|Cae|Pen|Tan|Tal|"
            rf"Nant|Glan|Gwaun|Ynys|Plas|Min|Waun|"
            rf"Bron|Troed|Erw|Gelli|Pant|Cefn|Rhyd|Hafod|Llain|Ty|Tŷ|Fron|Awel|Golwg|Is|"
            rf"Pentre|Bod)[ \-](?:(?i:y|yr)|'r|'R)[ \-]\p{{L}}[\p{{L}}'’]+(?:[ \-]"
            rf"\p{{Lu}}[\p{{L}}'’]+)?",
            0.85,
        ),
        (
            "field with a name, numbered",
            rf"{_NUMBER}(?:Maes|Llys|Bryn|Parc|Cwrt|Trem|Dol|Dôl|Coed|Cae|Nant|Glan|Plas|"
            rf"Erw|Gelli|Cefn|Clos|Tre|Awel|Golwg)(?:[ \-]?\p{{L}}[\p{{L}}'’]+)?(?:[ \-]"
            rf"\p{{Lu}}[\p{{L}}'’]+)?",
            0.86,
        ),
        (
            "field with a name, after a cue",
            r"\b(?i:lives|living|at|in|on|to|address:?|from|off)[ ](?P<found>(?:Maes|Llys|"
            r"Bryn|Cwrt|Dol|Dôl|Gelli|Clos|Plas)[ ]\p{Lu}[\p{L}'’]+)",
            0.82,
        ),
    )
