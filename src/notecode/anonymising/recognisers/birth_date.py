"""Dates of birth: DOB 1.2.80, d.o.b. 010280, born on 1st Feb 1980, YOB 1980."""

from typing import ClassVar

from notecode.anonymising.findings import DATE_OF_BIRTH
from notecode.anonymising.recognisers.calendar import (
    DAY,
    MONTH,
    MONTH_NAME,
    ORDINAL,
    ORDINAL_WORD,
    YEAR,
)
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_BIRTH = (
    r"\b(?i:d[. ]?o[. ]?b\b\.?|date of birth|born(?: on)?|birth ?date|birthday|bday|b-day|"
    r"b\.|b(?=[ ]?[0-9]{1,2}[/.\-][0-9]{1,2}[/.\-][0-9]{2}))[ ]?(?:[:\-–(=]{1,2}|['’]s|,)?[ ]{0,2}"
    r"(?i:is |was |on |the |given as |of |recorded as )*[(]?"
)
_SPOKEN_YEAR = (
    r"(?i:(?:nineteen|twenty|two thousand(?: and)?)[ \-]?)?"
    r"(?i:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[ \-](?:one|two|three|four|five|six|seven|eight|nine))?|oh[ \-]\p{L}{3,5}|ten|eleven|"
    r"twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?<=thousand )\p{L}{3,5}|"
    r"(?<=thousand and )\p{L}{3,5}|[0-9]{2,4})"
)


class DateOfBirthRecogniser(CasedPatternRecogniser):
    """Dates that are announced as a date of birth, run together ones included."""

    type = DATE_OF_BIRTH
    recogniser = "date-of-birth"
    only_with: ClassVar = {"spoken": r"(?i:\b(?:d\.?o\.?b|birth|born|bday|birthday)\b)"}
    expressions = (
        (
            "numbers",
            rf"{_BIRTH}(?P<found>[0-3]?[0-9][ ]?[/.\-– ]{{1,2}}[ ]?[0-3]?[0-9][ ]?[/.\-– ]"
            rf"{{1,2}}[ ]?"
            r"(?:[12][0-9]{3}|['’]?[0-9]{1,3}))(?![0-9:])",
            0.95,
        ),
        ("day and month", rf"{_BIRTH}(?P<found>{DAY}[/.\-]{MONTH})(?![0-9/.\-])", 0.94),
        ("year first", rf"{_BIRTH}(?P<found>(?:19|20)[0-9]{{2}}[/.\-]{MONTH}[/.\-]{DAY})\b", 0.95),
        ("run together", rf"{_BIRTH}(?P<found>[0-9]{{5,6}}(?:[0-9]{{2}})?)\b", 0.95),
        (
            "words",
            rf"{_BIRTH}(?P<found>{DAY}{ORDINAL}?[ ]?(?i:of )?[ \-./]?{MONTH_NAME}\b(?:\.?,?"
            rf"[ \-/.]{YEAR}\b|{YEAR}\b)?)",
            0.95,
        ),
        (
            "month first",
            rf"{_BIRTH}(?P<found>{MONTH_NAME}\.?[ ]{DAY}{ORDINAL}?(?:,?[ ]{YEAR}\b)?)",
            0.95,
        ),
        (
            "spoken",
            rf"{_BIRTH}(?P<found>{ORDINAL_WORD}(?:[ ](?i:of )?{MONTH_NAME}|[ ](?i:of the)[ ]"
            rf"{ORDINAL_WORD})(?:[ ,]{{1,2}}{_SPOKEN_YEAR})?)\b",
            0.94,
        ),
        (
            "year alone",
            r"\b(?i:d[. ]?o[. ]?b\b\.?|y[. ]?o[. ]?b\b\.?|(?:date|"
            r"year) of birth)[ ]?[:\-(]?[ ]{0,2}(?i:is |was )?"
            r"(?P<found>(?:19|20)[0-9]{2})\b(?![/.\-][0-9])",
            0.94,
        ),
        (
            "month and year",
            rf"\b(?i:d[. ]?o[. ]?b\b\.?|date of birth)[ ]?[:\-(]?[ ]{{0,2}}(?i:is |was )?"
            rf"(?P<found>{MONTH_NAME}\.?[ ]?{YEAR})\b",
            0.93,
        ),
        (
            "birthday in numbers",
            rf"\b(?i:birthday|bday|b'day)(?:['’]?s|[ ](?i:is|was|on|falls on))[ ]"
            rf"(?i:on )?(?i:the )?"
            rf"(?P<found>{DAY}[/.]{MONTH})(?![0-9/]|[.:][0-9])",
            0.93,
        ),
        (
            "before the word",
            rf"(?P<found>(?<![0-9/.\-]){DAY}[/.\-]{MONTH}[/.\-](?:(?:19|20)[0-9]{{2}}|"
            rf"[0-9]{{2}}))(?=[ ]?[(\[]?(?i:d\.?o\.?b)\b)",
            0.95,
        ),
    )
