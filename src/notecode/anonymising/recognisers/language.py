"""Languages that somebody speaks: Urdu, Tigrinya, a Polish interpreter, little English.

"In English" and "English classes" say nothing of a person, and stay.
"""

from notecode.anonymising.findings import LANGUAGE
from notecode.anonymising.recognisers.alternation import factored
from notecode.anonymising.recognisers.nationality import NATIONS
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_TONGUES = (
    "urdu|punjabi|panjabi|pahari|potwari|mirpuri|bengali|sylheti|gujarati|hindi|"
    "arabic|farsi|dari|pashto|pushto|"
    "kurdish|sorani|kurmanji|badini|tigrinya|tigrigna|amharic|oromo|somali|"
    "swahili|lingala|twi|akan|yoruba|igbo|hausa|"
    "shona|ndebele|krio|wolof|fula|mandinka|cantonese|mandarin|hakka|tagalog|"
    "vietnamese|tamil|telugu|"
    "malayalam|marathi|sinhala|sinhalese|nepali|romanes|romanian|lithuanian|"
    "latvian|hungarian|bulgarian|slovak|"
    "czech|portuguese|ukrainian|russian|albanian|turkish|cymraeg|gaelic|patois|"
    "creole|konkani|bangla|sindhi|balochi|luganda|kinyarwanda|afrikaans|xhosa|fante|bemba|"
    "chichewa|setswana|kikuyu|makaton|hebrew|yiddish|flemish|british sign language|"
    "kannada|hindko|tetum|tetun|guarani|quechua|ilocano|cebuano|visayan|javanese|khmer|hmong|"
    "gaeilge|frisian|papiamento|kurdi|dholuo|luo(?= speak)|ga(?= speak)|ewe(?= speak)|tsonga"
    "|sesotho|"
    "bsl(?= (?:as first|interpreter|user|signer))"
)

_NO_SHOP = r"(?![ ](?i:barbers?|delight|restaurant|takeaway|shop|food|supermarket)\b)"
_MEANT = factored(f"{NATIONS}|polish|french|greek|spanish|german|italian|roma")
_HOW_WELL = (
    r"(?i:(?:very|quite|only|not|a)[ ]){0,2}(?i:good|great|perfect|fluent|excellent|decent|"
    r"reasonable|moderate|fair|some|little|no|limited|basic|broken|poor|enough|any|much|more|"
    r"better|less|bit of|little bit of|lot of|words? of|smattering of|word of|zero|minimal|"
    r"conversational|native|spoken|written)[ ]"
)
_SPEAKS = (
    r"(?i:speak(?:s|ing)?|spoke|understands?|understood|learnt|learned|learning|learns|reads?|"
    r"writes?)[ ]"
)
_NO_COURSE = (
    r"(?![ ]?(?i:class|course|lesson|teacher|tutor|gcse|a[ -]?level|lit|level|and maths|test|"
    r"assessment|homework|breakfast|version|copy|law|as an? (?:additional|second)))"
)


class LanguageRecogniser(CasedPatternRecogniser):
    """Languages by name, and nationalities where a language is meant."""

    type = LANGUAGE
    recogniser = "language"
    expressions = (
        ("by name", rf"\b(?<![/\-])(?i:{factored(_TONGUES)})\b{_NO_SHOP}", 0.8),
        (
            "after a cue",
            r"\b(?i:speak(?:s|ing)?(?: only)?(?: fluent)?|language(?: is| -|:)?|first language|"
            r"interpreter(?: in|:| for| -)|translated (?:into|from)|fluent in)[ ]"
            rf"(?P<found>(?!(?i:english)\b)(?i:{_MEANT}))\b",
            0.82,
        ),
        (
            "in one",
            rf"\b(?i:in)[ ](?P<found>(?=\p{{Lu}})(?!(?i:english)\b)(?i:{_MEANT}))(?=[ ]?"
            rf"[.,;)\n]|[ ]?$)",
            0.81,
        ),
        (
            "English or Welsh, and how well",
            rf"\b(?:{_SPEAKS}(?:{_HOW_WELL}|(?i:only|in)[ ])?|{_HOW_WELL}|(?i:fluent in)[ ])"
            rf"(?P<found>(?i:english|welsh)){_NO_COURSE}\b"
            r"(?![ ](?i:people|men|women|man|woman|lad))",
            0.82,
        ),
        (
            "somebody's English",
            r"\b(?:(?i:his|her|their)|['’]s)[ ](?:spoken |written )?(?P<found>English|english)"
            r"(?=[ ](?i:is|was|isn|has|skills?|level)\b)",
            0.81,
        ),
        (
            "before a cue",
            rf"\b(?P<found>(?!(?i:english)\b)(?i:{_MEANT}))(?=[ \-](?i:interpreter|interp|"
            rf"terp|translator|speaker|speaking|language|translation)s?\b)",
            0.83,
        ),
    )
