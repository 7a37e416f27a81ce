"""Days: 12/3, 14/02/2017, 14th Feb, Tues 14th, Feb 14, 2017-02-14, DOB 1.2.80.

Months, weekdays, years and "last week" stay: they say when in the intervention something was,
and no more. "24/7", "9/10" and "1/2" are no dates.
"""

from notecode.anonymising.findings import DATE, DATE_OF_BIRTH
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_MONTH_NAME = (
    r"(?i:jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)"
    r"?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:(?:19|20)[0-9]{2}|['’]?[0-9]{2}(?![0-9:.]\d|[0-9]))"
_WEEKDAY = (
    r"(?i:(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?,?[ "
    r"]{1,2}(?:the )?)"
)
_ORDINAL = r"(?i:st|nd|rd|th)"
_NOT_A_PART = r"(?<![0-9/£$€.\w\-])"
_AFTER = r"(?![0-9/\w]|[.\-][0-9])"
_NO_DATE = r"(?!24/7|(?:[0-9]|10)/10\b|(?:1/[234]|2/3|3/4|5/7|7/7)\b(?!/))"
_LEADS = (
    r"(?i:on|by|until|till|from|since|dated?|before|after|for|w/?c|w/?e|wk|due|b/f|"
    r"review:|out|back)"
)

_EXPRESSIONS = (
    (
        "numbers with a year",
        rf"{_NOT_A_PART}(?:{_WEEKDAY})?{_DAY}[ ]?([/.\-])[ ]?{_MONTH}[ ]?\1[ "
        rf"]?(?:(?:19|20)[0-9]{{2}}|[0-9]{{2}}){_AFTER}",
        0.89,
    ),
    (
        "two numbers",
        rf"{_NOT_A_PART}{_NO_DATE}(?:{_WEEKDAY})?{_DAY}/{_MONTH}(?:['’]s)?{_AFTER}(?![ "
        rf"]?(?i:%|times|hours|hrs|days|sessions|weeks|children|kids|on (?:a |the )?scale|out of))",
        0.85,
    ),
    (
        "two numbers after a lead",
        rf"(?<=\b{_LEADS}[ ]){_DAY}[/.]{_MONTH}{_AFTER}(?![ ]?(?i:%|times|hours|hrs|"
        rf"days|weeks|am\b|pm\b|out of))(?<!24/7)",
        0.85,
    ),
    (
        "two dotted numbers",
        rf"(?<=\b(?i:on|w/?c|dated?|since|until)[ ]){_DAY}\.{_MONTH}{_AFTER}(?![ "
        rf"]?(?i:am|pm|hrs|hours|miles|units)\b)",
        0.84,
    ),
    ("year first", rf"{_NOT_A_PART}(?:19|20)[0-9]{{2}}[\-/.]{_MONTH}[\-/.]{_DAY}(?![0-9])", 0.89),
    (
        "day and month",
        rf"{_NOT_A_PART}(?:{_WEEKDAY})?{_DAY}[ ]?{_ORDINAL}?[ ]?(?i:(?:day )?of )?[ ,"
        rf"\-]?{_MONTH_NAME}\b(?:\.?,?[ \-]{{1,2}}{_YEAR}\b)?",
        0.89,
    ),
    (
        "month and day",
        rf"\b(?:{_WEEKDAY})?{_MONTH_NAME}\.?[ ]{{1,2}}(?i:the )?{_DAY}(?:{_ORDINAL}\b|"
        rf"\b)(?![0-9:/.]\d|[ ]?(?i:am|pm|x|times|weeks|days|months|years|sessions|hrs|"
        rf"hours|children|kids|people|men|officers)\b)(?:,?[ ]{_YEAR}\b)?",
        0.86,
    ),
    ("weekday and day", rf"\b{_WEEKDAY}{_DAY}{_ORDINAL}\b", 0.88),
    (
        "ordinal day",
        rf"(?<=\b(?i:on|until|by|from|since|before|after|for|till|w/?c)[ ](?i:the )?)"
        rf"{_DAY}{_ORDINAL}\b(?=[.,;:)!?]|$|[ ](?:at|to|and|with|for|in|as|but|he|she|"
        rf"if|so|by|from|which|due|when|I|we|they|because|re|then|@|-|–)\b)",
        0.84,
    ),
    (
        "days that share a month",
        rf"{_NOT_A_PART}{_DAY}{_ORDINAL}?(?=[ ]?(?:,|&|\+|/|-|–|and|or|to)[ "
        rf"]?{_DAY}{_ORDINAL}?[ ](?i:of )?{_MONTH_NAME}\b)",
        0.84,
    ),
)
_BIRTH = (
    r"(?<=\b(?i:d\.?o\.?b\.?|date of birth|born(?: on)?|birthday(?: is)?|b\.)[ ]?[:\-(]?[ "
    r"]{0,2}(?i:is |on |the )?)"
)


class DateRecogniser(CasedPatternRecogniser):
    """Dates to the day, in the forms that British notes use."""

    type = DATE
    recogniser = "date"
    expressions = _EXPRESSIONS


class DateOfBirthRecogniser(CasedPatternRecogniser):
    """Dates that are announced as a date of birth, run together ones included."""

    type = DATE_OF_BIRTH
    recogniser = "date-of-birth"
    expressions = (
        (
            "short year",
            rf"{_BIRTH}{_DAY}[/.\-]{_MONTH}[/.\-][0-9]\b",
            0.95,
        ),
        (
            "numbers",
            rf"{_BIRTH}{_DAY}[ ]?[/.\- ][ ]?{_MONTH}[ ]?[/.\- ][ ]?(?:(?:19|20)"
            rf"[0-9]{{2}}|[0-9]{{2}})\b",
            0.95,
        ),
        ("run together", rf"{_BIRTH}[0-9]{{6}}(?:[0-9]{{2}})?\b", 0.95),
        (
            "words",
            rf"{_BIRTH}{_DAY}[ ]?{_ORDINAL}?[ ]?(?i:of )?{_MONTH_NAME}\b(?:\.?,?[ ]{_YEAR}\b)?",
            0.95,
        ),
    )
