"""Telephone numbers: 07700 900123, (01482) 123 456 ext 4471, +44 (0)7700 900123, "ends 4471"."""

from collections.abc import Iterator

from notecode.anonymising.findings import PHONE, Finding
from notecode.anonymising.recognisers.helplines import without_helplines
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_GAP = r"(?:\.|[ \t\u00a0()\-–]{0,3})"
_SPOKEN = "oh|o|zero|nought|one|two|three|four|five|six|seven|eight|nine"
_START = r"(?<![\w£$€/\[]|[0-9]\.)"
_END = r"(?![0-9])"
_EXTENSION = r"(?:[ ,]{0,2}(?i:e?xt(?:n|ension)?\b\.?|x(?=[ ]?[0-9]))[ ]?:?[ ]?[0-9]{2,6}\b)?"
_NO_DAY = r"(?!\(?0[1-9][.\- ]{1,2}[01]?[0-9][.\- ]{1,2}(?:[12][0-9]{3}|[0-9]{2})\b)"
_KIND = (
    r"(?i:tel(?:ephone|e)?|(?:tele)?phone|mobile|mob|landline|home|work|cell|fax|ph|t|m|h|"
    r"whats ?app|(?:call|ring|rang|text|txt|reach|contact)(?:ed|able)? (?:him |her |them |SU |VS )?"
    r"(?:back )?on|contact|new number)"
)
_NUMBER_WORD = r"(?:[ ]?(?i:numbers?|no|num|nr)\b)?\.?"
_UNIT = r"(?![ ]?(?i:am|pm|hrs?|hours|days|weeks|months|mins?|times|x)\b)"


class PhoneRecogniser(CasedPatternRecogniser):
    """British numbers with or without +44 or the first 0, international ones, and parts of one."""

    type = PHONE
    recogniser = "phone"
    expressions = (
        (
            "national",
            rf"{_START}{_NO_DAY}\(?0(?:{_GAP}[1-9])(?:{_GAP}[0-9]){{8,10}}{_END}{_EXTENSION}",
            0.91,
        ),
        (
            # one digit too many, too few, or the letter O for a nought
            "mobile with a slip",
            rf"{_START}{_NO_DAY}[0Oo]7(?:[ \-]?[0-9OoIl]){{7,11}}(?![0-9A-Za-z])",
            0.86,
        ),
        (
            "in words",
            rf"\b(?i:(?:{_SPOKEN})(?:[ ,\-]+(?:{_SPOKEN}|double|treble|triple|hundred|"
            rf"thousand|(?:twen|thir|for|fif|six|seven|eigh|nine)ty))"
            rf"{{5,14}})\b",
            0.86,
        ),
        (
            "figures and words",
            rf"{_START}0[0-9]{{2,4}}[ ]?[0-9]{{0,4}}[ ]?(?i:(?:(?:{_SPOKEN}|double|treble|"
            rf"triple)[ \-]?){{3,7}})\b",
            0.86,
        ),
        (
            "landline masked in part",
            rf"{_START}0[1-9][0-9]{{2,3}}[ \-]?[0-9]{{2,4}}[xX*?]{{2,4}}(?![\w])",
            0.86,
        ),
        ("masked in part", rf"{_START}07[0-9]{{1,3}}[ ]?[0-9xX*?]{{3}}[ ]?[0-9xX*?]{{3}}", 0.86),
        (
            "slash after the area",
            rf"{_START}0[1-9][0-9]{{2,3}}/[0-9]{{3}}[ ]?[0-9]{{3,4}}{_END}",
            0.9,
        ),
        (
            "country",
            rf"{_START}(?:\+[ ]?|00[ ]?)?44{_GAP}(?:0{_GAP})?[1-9](?:{_GAP}[0-9])"
            rf"{{8,9}}{_END}{_EXTENSION}",
            0.91,
        ),
        (
            "mobile without 0",
            rf"(?<![0-9\w£/.]|\.[ ])7[0-9]{{3}}[ \-]?[0-9]{{3}}[ \-]?[0-9]{{3}}{_END}",
            0.88,
        ),
        (
            "landline without 0",
            rf"(?<![0-9\w£/.\-])(?:1[0-9]{{3}}[ \-][0-9]{{3}}[ ]?[0-9]{{3}}|"
            rf"1[0-9]{{2}}[ \-][0-9]{{3}}[ \-]?[0-9]{{4}}|"
            rf"2[0-9][ \-][0-9]{{4}}[ \-]?[0-9]{{4}}){_END}",
            0.87,
        ),
        (
            "international",
            r"(?<!\w)(?:\+[ ]?|00)[1-9](?:[ .\-()\u00a0]{0,2}[0-9]){7,14}(?![0-9])",
            0.88,
        ),
        ("freephone", rf"{_START}0(?:800|808|300|345|845)[ ]?[0-9]{{3,4}}{_END}", 0.86),
        (
            "announced",
            rf"\b{_KIND}{_NUMBER_WORD}[ ]?[:\-]?[ ]{{0,2}}(?i:is |on )?"
            rf"(?P<found>(?<![£/.])[0-9](?:{_GAP}[0-9]){{5,11}})(?![0-9/]|\.[0-9]){_UNIT}",
            0.87,
        ),
        (
            "extension",
            r"\b(?i:e?xt(?:n|ension)?)\b\.?[ ]?(?i:no\.? ?|number )?:?[ ]?(?P<found>[0-9]{2,6})\b",
            0.87,
        ),
        (
            "last digits",
            r"\b(?i:end(?:s|ing|ed)?|finish(?:es|ing)|last (?:3|4|three|four|few)(?: digits?"
            r"| numbers?)?)(?i: in| with| are| is| are now)?[ ]?:?[ ][.…*x]{0,3}"
            r"(?P<found>(?!(?:19|20)[0-9]{2}\b)[0-9]{3,4})\b"
            r"(?![ ]?(?i:am|pm|hrs?|hours|days?|weeks?|months?|units)\b|[/.:][0-9])",
            0.85,
        ),
        (
            "first digits",
            r"\b(?i:(?:mob(?:ile)?|phone|tel|number|no|it|landline)\b\.?[ ]?(?:that |which )?"
            r"(?:starts?|starting|begins?|beginning)(?: with| in| is)?)[ ]?:?[ ]"
            r"(?P<found>0[0-9]{2,4}(?:[ ]?[0-9]{1,3}){0,2})(?![0-9/]|[.:][0-9])",
            0.86,
        ),
        (
            "or the next number",
            rf"{_START}0[1-9][0-9]{{2,4}}[ ]?[0-9]{{6}}/[0-9]{{1,2}}{_END}",
            0.9,
        ),
        (
            "digits that a number goes by",
            r"\b(?i:the|her|his)[ ](?P<found>(?!101|111|999|112|105|119|0?800)[0-9]{3,4})"
            r"(?=[ ](?i:number|mobile|mob|sim|phone)\b)",
            0.84,
        ),
        (
            "last digits of a number",
            r"\b(?i:number|mobile|mob|phone|card|account|a/c|acc|no)[ ]?(?i:is |"
            r"that )?(?i:end(?:s|ing))"
            r"(?i: in| with)?[ ](?P<found>[0-9]{2,6})\b",
            0.86,
        ),
    )

    def find(self, text: str) -> Iterator[Finding]:
        """The telephone numbers, without those of public helplines."""
        yield from without_helplines(text, super().find(text))
