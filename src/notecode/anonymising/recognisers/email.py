"""E-mail addresses, also broken and spelt out ones: name at gmail dot com, name @ gmail . com.

Whether the domain exists is not asked: that would need the list of public suffixes, which
Presidio's own recogniser fetches from the network, and an address that is misspelt still
identifies its owner.
"""

from typing import ClassVar

from notecode.anonymising.findings import EMAIL
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_LOCAL = r"(?<![\w.+%\-])[\w.+%'’\-]{1,64}"
_END = r"(?i:com|co|uk|org|net|gov|ac|info|biz|me|eu|ie|pl|ro|io|police|nhs|sch|edu|de|fr)\b"
_PROVIDER = (
    "(?i:g ?mail|googlemail|hot ?mail|outlook|yahoo|ymail|icloud|live|msn|aol|btinternet|sky|"
    "talktalk|proton(?:mail)?|virginmedia|ntlworld|mail|me|blueyonder|tiscali|nhs|cjsm|gmx|pm)"
)
_AT = r"(?:[ ]?(?:\(at\)|\[at\]|\{at\}|<at>)[ ]?|[ ](?i:at)[ ]|[ ]{0,2}@[ ]{0,2})"
_DOT = r"(?:[ ]?(?:\(dot\)|\[dot\])[ ]?|[ ](?i:dot)[ ]|[ ]?[.,][ ]?)"
_SPELT = r"\b[\w.'\-]{1,40}(?:[ ](?i:dot|underscore|dash|hyphen)[ ][\w.\-]{1,30}){0,3}"
_NO_PLACE = r"(?!(?i:home|school|work|court|hospital|office|the|his|her|their|police|night|once)\b)"


class EmailRecogniser(CasedPatternRecogniser):
    """Anything written like an e-mail address."""

    type = EMAIL
    recogniser = "email"
    only_with: ClassVar = {
        "address": "@",
        "broken": "@",
        "spelt out": "[Dd][Oo][Tt]",
        "at a provider": r"(?i:[ ]at[ ]|[)\]])",
        "at, in brackets": r"[(\[{][Aa][Tt][)\]}]",
        "no dot": "@",
        "no dot, one word": "@",
        "no dot, a provider": "(?i:mail|outlook|yahoo|icloud|btinternet)",
        "at left out": r"(?i:(?:mail|outlook|yahoo|icloud|btinternet)\.)",
    }
    expressions = (
        (
            "address",
            rf"{_LOCAL}@[ ]{{0,2}}[\w\-]{{1,63}}(?:\.[\w\-]{{1,63}}){{1,5}}",
            0.96,
        ),
        (
            "broken",
            rf"{_LOCAL}(?<!\b(?i:insta|instagram|snap|snapchat|tik ?tok|twitter|ig|handle|"
            rf"is|as|on|fb|x|user|met|meet|seen|appt))[ ]{{0,2}}@[ ]{{0,2}}[\w\-]{{1,63}}(?"
            rf":{_DOT}[\w\-]{{1,63}}){{0,3}}?"
            rf"(?:{_DOT}|[ ])\.?{_END}(?:{_DOT}{_END})?",
            0.93,
        ),
        (
            "spelt out",
            rf"{_SPELT}{_AT}[\w\-]{{2,40}}(?:[ ]?(?:\(dot\)|\[dot\])[ ]?|[ ](?i:dot)[ ])"
            rf"(?i:com|co[ .]uk|co|org|net|uk|gov|nhs|ac|me)\b(?:(?:{_DOT}|[ ])(?i:uk|com|net)\b)?",
            0.93,
        ),
        (
            "at a provider",
            rf"{_SPELT}(?:[ ]?(?:\(at\)|\[at\])[ ]?|[ ](?i:at)[ ])[ ]?{_PROVIDER}[ ]?\.[ ]?"
            rf"(?i:com|co\.?[ ]?uk|net|org)\b(?:\.uk\b)?",
            0.92,
        ),
        (
            "at, in brackets",
            rf"{_SPELT}[ ]?[(\[{{](?i:at)[)\]}}][ ]?[\w\-]{{2,40}}(?:\.[\w\-]+)*",
            0.9,
        ),
        ("no dot", rf"{_LOCAL}[ ]?@[ ]?{_PROVIDER}\b", 0.9),
        (
            "no dot, one word",
            rf"(?<![\w.+%\-])(?=[\w.+\-]*[A-Za-z])(?=[\w+\-]*[.0-9_])[\w.+\-]"
            rf"{{3,64}}@{_NO_PLACE}[a-z][a-z\-]{{3,40}}\b",
            0.84,
        ),
        (
            "no dot, a provider",
            r"(?<![\w.])(?=[\w.]*[A-Za-z])(?=\w*[0-9._])[\w.]{4,40}[ ](?i:at)[ ]"
            r"(?i:g ?mail|googlemail|hot ?mail|outlook|yahoo|icloud|btinternet)\b",
            0.87,
        ),
        (
            "at left out",
            r"(?<![\w.@])[\w.]{3,40}[ ]?(?<=[\w][ ]?)(?i:gmail|googlemail|hotmail|outlook|"
            r"yahoo|icloud|"
            r"btinternet)\.(?i:com|co\.uk)\b",
            0.86,
        ),
    )
