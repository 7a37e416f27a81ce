"""Languages that somebody speaks: Urdu, Tigrinya, a Polish interpreter; English stays."""

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
            "before a cue",
            rf"\b(?P<found>(?!(?i:english)\b)(?i:{_MEANT}))(?=[ \-](?i:interpreter|interp|"
            rf"terp|translator|speaker|speaking|language|translation)s?\b)",
            0.83,
        ),
    )
