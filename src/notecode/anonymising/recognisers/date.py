"""Days: 12/3, 14/02/2017, 14th Feb, Tues 14th, Feb 14, 2017-02-14, the 3rd, 12th-14th Feb.

Months, weekdays, years and "last week" stay: they say when in the intervention something was,
and no more; a weekday beside a day goes with it. "24/7", "9/10" and "1/2" are no dates.
"""

from collections.abc import Iterator
from dataclasses import replace

import regex

from notecode.anonymising.findings import DATE, Finding
from notecode.anonymising.recognisers.calendar import (
    DAY,
    MONTH,
    MONTH_NAME,
    ORDINAL,
    ORDINAL_WORD,
    WEEKDAY,
    YEAR,
)
from notecode.anonymising.recognisers.chronology import chronology
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_START = r"(?<![0-9/£$€.\w\-])"
_START_IN_WORDS = r"(?<![0-9£$€\w.]|[0-9]:)"
_AFTER = r"(?![0-9/\w]|[.\-][0-9])"
_MARK = r"[ ]?[/.\-–][/.\-]?[ ]?"
_NO_DATE = r"(?!24/7|(?:[0-9]|10)/10\b|(?:1/[234]|2/3|3/4|5/7|7/7)\b(?!/))"
_UNITS = (
    r"(?![ ]?(?i:%|times|x\b|hours|hrs|days|sessions|weeks|months|children|kids|people|units|"
    r"meetings|appts|appointments|modules|questions|visits|on (?:a |the )?scale|"
    r"out of|of the\b|old|"
    r"am\b|pm\b|mins?\b|kg\b|lbs?\b))"
)
_NO_RANGE = r"(?![0-9]+(?:\.[ ][0-9]+[ ]?-|-[0-9]+\.[0-9]{2}(?![0-9])))"
"""Not the end of a sentence and a range ("24. 8-10 pints"), nor two times ("6-6.50")."""
_NO_SCORE = (
    r"(?<!\b(?i:score|scored|scores|scoring|rated|rating|rates|mood|session|sessions|sess|week|module|"
    r"class|part|page|level|attended|completed|room|flat|risk|gaf|blood pressure|"
    r"bp|order|ico|sso|so|licence|sentence|curfew)[ ](?i:is |as |at |of |was )?)"
)
_LEADS = (
    r"(?i:on|by|until|til|till|from|since|dated?|before|after|for|w/?c|w/?e|wk|due|b/f|"
    r"review:|out|back|appt|hearing|court|listed|adjourned to|between|and|to|seen|visit|meeting|"
    r"call|email|letter|of|next|nxt|marac|cp conf|core group|cin|happened|was|is|"
    r"held|due|sent|rcvd|received|dtd|f2f)"
)
_AND = r"(?:[ ]?(?:,|&|\+|/|-|–)[ ]?|[ ](?i:and|or|to|until|till|through|thru)[ ])(?i:the )?"
_MORE_DAYS = rf"(?:{_AND}{DAY}{ORDINAL}?)"
_ENDS = (
    r"(?=[ ]?[.,;:)!?/\n–\-]|[ ]?$|[ ](?i:at|to|and|with|for|in|as|but|he|she|it|"
    r"if|so|by|from|when|"
    r"which|due|each|every|any|suits?|works|should|might|may|could|tonight|morning|evening|"
    r"afternoon|am|pm|noon|I|we|they|because|re|then|or|was|is|has|will|would|went|didn|did|"
    r"had|ok|okay|instead|"
    r"onwards|onward|re|about|now|unless|until|after|before|via|also|this|last|next|not|no|cannot|"
    r"can|agreed|confirmed|booked|su|vs|v/s|om|sw|cm)\b|[ ][@–\-(+&]|"
    r"[ ][0-9]{1,2}(?:[.:][0-9]{2}\b|[ ]?(?i:am|pm)\b))"
)

_COUNTED = (
    r"(?i:floor|attempt|call|session|visit|appt|appointment|time|child|kid|baby|birthday|"
    r"bday|b'?day|anniversary|week|day|month|year|yr|offence|incident|contact|occasion|step|grade|"
    r"page|form|stage|night|hour|drink|warning|module|meeting|dose|house|door|ring|try|go|"
    r"text|message|letter|email|person|pregnancy|son|daughter|line|row|place|team|class|term|"
    r"party|degree|hand|century|amendment|breach|arrest|caution|conviction|review|report|"
    r"referral|marac|(?:per)?centile|tablet|can|pint|beer|strike|interview|job|relationship|marriage|"
    r"and final|"
    r"of the)(?:e?s)?\b"
)

_NUMBERS = (
    (
        "numbers with a year",
        rf"{_START}{_NO_RANGE}{DAY}{_MARK}{MONTH}{_MARK}(?:(?:19|20)[0-9]{{2,3}}|"
        rf"['’]?[0-9]{{2}}){_AFTER}",
        0.89,
    ),
    (
        # the month first, a digit too many, a day that no month has
        "numbers with a slip",
        rf"{_START}{_NO_RANGE}[0-3]?[0-9]{_MARK}[0-3]?[0-9][ ]?[/\-][/\-]?[ ]?"
        rf"(?:[12][0-9]{{2,4}}|[0-9]{{2}}){_AFTER}",
        0.86,
    ),
    ("a slash left out", rf"{_START}{DAY}/(?:0[1-9]|1[0-2])(?:20)?[0-9]{{2}}{_AFTER}", 0.86),
    (
        "two numbers",
        rf"{_START}{_NO_DATE}{_NO_SCORE}{DAY}/{MONTH}(?:['’]s)?{_AFTER}{_UNITS}",
        0.85,
    ),
    (
        # also those that may be a share, where they cannot be one
        "two numbers after a sure lead",
        rf"\b(?i:on|w/?c|dated?|since|until|hearing|court|appt|listed|nxt|next|due|"
        rf"happened|visit|f2f|from|seen)[ ]:?[ ]?"
        rf"(?!24/7)(?P<found>{DAY}/{MONTH}){_AFTER}{_UNITS}(?![ ]?(?i:on|for|in)\b)",
        0.84,
    ),
    (
        "range of numbers",
        rf"{_START}(?P<found>{DAY}/{MONTH})[ ]?[\-–][ ]?(?P<found>{DAY}/{MONTH}(?:/(?"
        rf":20)?[0-9]{{2}})?)(?![0-9/])",
        0.86,
    ),
    (
        "days that share a number",
        rf"{_START}(?P<found>{DAY})[ ]?[\-–&][ ]?(?P<found>{DAY}/(?:0[1-9]|1[0-2]|"
        rf"[1-9])(?:/(?:20)?[0-9]{{2}})?)(?![0-9/\w]){_UNITS}",
        0.83,
    ),
    (
        "first of a list",
        rf"{_START}(?!24/7){DAY}/{MONTH}(?=(?:,|[ ]?[&+]|,? and)[ ]?{DAY}/{MONTH}(?![0-9/]))",
        0.84,
    ),
    ("a full stop after each", rf"{_START}{DAY}\.{MONTH}\.(?=[ ](?!\p{{Lu}}))", 0.83),
    ("two numbers in brackets", rf"(?<=\(){DAY}[./]0[1-9](?=\))", 0.85),
    (
        "two dotted numbers that are no time",
        rf"(?<=\b(?i:appointment|appt|hearing|court|session|visit|seen|meeting|next|"
        rf"nxt)[ ])(?:(?:2[5-9]|3[01])\.{MONTH}|{DAY}\.0[1-9])(?![0-9])",
        0.84,
    ),
    (
        # no share of a course: the first number is the greater
        "two numbers that are no share",
        rf"\b(?i:attended|completed|session|sessions|week|module|mood|seen)[ ]"
        rf"(?P<found>(?:(?:1[3-9]|2[0-9]|3[01])/{MONTH}|(?:[5-9]|1[0-2])/0?[1-4]))"
        rf"{_AFTER}{_UNITS}",
        0.84,
    ),
    (
        "two numbers after what happened",
        rf"\b(?i:dna|dna'?d|fta|t/?c|tel call|tc|rang|called|emailed|texted|met|arrested|missed|"
        rf"h/?v|home visit|phoned|bailed|offence|incident|reported|assault|review|booked|"
        rf"moved to|changed to|rearranged|rebooked|released|starts|ends|expires|w/?b|"
        rf"beginning|commencing|ending|no show|posted|rto|closed|opened|allocated|referred|"
        rf"signed|review[ ]?[:\-])[ ](?:on |for |to |for the )?"
        rf"(?P<found>(?!24/7){DAY}/{MONTH}){_AFTER}{_UNITS}(?![ ]?(?i:on|for|in|of)\b)",
        0.83,
    ),
    (
        "weekday and two numbers",
        rf"{WEEKDAY}(?P<found>{DAY}/{MONTH}){_AFTER}(?![ ]?(?i:of|for|hours|hrs)\b)",
        0.86,
    ),
    (
        "two numbers that open a line",
        rf"(?:^|\n[ ]*)(?P<found>(?!24/7){DAY}/{MONTH})(?=[ ]?[:\-–][ ]|[ ](?i:rang|seen|tc|t/c|"
        rf"dna|hv|h/v|su|email|text|call|met|visit)\b)",
        0.84,
    ),
    ("two numbers, spaced", rf"{_START}{_NO_SCORE}{DAY}[ ]/[ ]?{MONTH}{_AFTER}{_UNITS}", 0.84),
    (
        "two numbers after a lead",
        rf"\b{_LEADS}[ ](?i:the )?{_NO_DATE}(?P<found>{DAY}[/.]{MONTH}){_AFTER}"
        rf"{_UNITS}(?<!\b(?i:at|by|until|til|till|from|for|before|after|to|and|of|back|"
        rf"out|next)[ ][0-9]{{1,2}}\.[0-9]{{1,2}})",
        0.85,
    ),
    (
        "two dotted numbers",
        rf"\b(?i:on|w/?c|w/?b|dated?|since|until|(?:mon|tues|wednes|thurs|fri|satur|"
        rf"sun)(?:day)?)[ ]"
        rf"(?P<found>{DAY}\.{MONTH}){_AFTER}(?![ ]?(?i:am|pm|hrs|hours|miles|units)\b)",
        0.84,
    ),
    (
        "numbers with a hyphen after a lead",
        rf"\b(?i:on|w/?c|dated?|since|next|nxt|due)[ ](?P<found>{DAY}-{MONTH}){_AFTER}{_UNITS}",
        0.83,
    ),
    (
        "parted by spaces",
        r"(?<![\w£.,/\-:]|[0-9] )(?:0[1-9]|[12][0-9]|3[01])[ ](?:0[1-9]|"
        r"1[0-2])[ ](?:20)?[012][0-9](?![\w]|[ .,:/\-][0-9])",
        0.82,
    ),
    ("year first", rf"{_START}(?:19|20)[0-9]{{2}}[\-/.]{MONTH}[\-/.]{DAY}(?![0-9])", 0.89),
    (
        "run together, after a lead",
        r"\b(?i:dated?|on|since|w/?c)[ ]:?[ ]?(?P<found>(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])"
        r"(?:20)?[012][0-9])\b(?![./:\-][0-9])",
        0.83,
    ),
)
_WORDS = (
    (
        "day and month",
        rf"{_START_IN_WORDS}{DAY}{ORDINAL}?[ ]?(?i:(?:day )?of )?(?i:the )?[ ,\-./]?{MONTH_NAME}\b"
        rf"(?:\.?[ \-/.]{{1,2}}{YEAR}\b(?!-[0-9])|,[ ](?:19|20)[0-9]{{2}}\b(?![\-/.][0-9])|"
        rf"(?<=[A-Za-z]){YEAR}\b)?",
        0.89,
    ),
    ("day and month, one word", rf"{_START}{DAY}{MONTH_NAME}(?:(?:19|20)?[0-9]{{2}})?\b", 0.88),
    (
        "ordinal in words",
        rf"\b{ORDINAL_WORD}[ ](?i:of )?{MONTH_NAME}\b(?!(?i: (?:time|be|have|not|need|also)\b))"
        rf"(?:,?[ ]{YEAR}\b)?",
        0.86,
    ),
    (
        "ordinals alone",
        rf"{_START_IN_WORDS}(?:{DAY}{ORDINAL}|(?i:the )?{ORDINAL_WORD})[ ](?i:of the)[ "
        rf"](?:{MONTH}{ORDINAL}|{ORDINAL_WORD})"
        rf"(?:[ ,/]{{1,2}}(?i:of )?{YEAR}\b)?(?![ ](?i:time|child|incident|kind|floor|"
        rf"visit|session))",
        0.84,
    ),
    (
        "day of a month that is not named",
        rf"\b{DAY}{ORDINAL}(?=[ ](?i:of (?:this|last|next|the (?:same|following|"
        rf"previous)|that) month|inst\b|ult\b|prox\b))",
        0.84,
    ),
    ("month and day in words", rf"\b{MONTH_NAME}[ ](?i:the )?{ORDINAL_WORD}\b", 0.86),
    (
        "month in Roman numbers",
        rf"{_START}{DAY}[./\- ](?i:i{{1,3}}|iv|vi{{0,3}}|ix|xi{{0,2}})[./\- ](?:(?:19|"
        rf"20)[0-9]{{2}}|[0-9]{{2}})(?![0-9])",
        0.86,
    ),
    (
        "feast",
        r"\b(?i:new year['’]?s (?:day|eve)|christmas (?:day|eve)|boxing day|xmas (?:day|eve))\b",
        0.85,
    ),
    (
        "month and day",
        rf"\b{MONTH_NAME}\.?[ ]{{1,2}}(?i:the )?{DAY}(?:{ORDINAL}|\b)"
        r"(?![0-9:/.]\d|[ ]?(?i:am|pm|x|times|weeks?|days?|months?|years?|sessions|hrs?|"
        r"hours?|children|kids|people|men|officers|mins?|minutes|calls|texts|more|of)\b)"
        rf"(?:[ ]?(?:[\-–&/,]|and|to)[ ]?{DAY}{ORDINAL}?(?![0-9:/.])\b)*(?:,?[ ]{YEAR}\b)?",
        0.86,
    ),
    (
        "weekday and day in brackets",
        rf"(?i:day|mon|tues?|weds?|thurs?|fri|sat|sun)[ ]\((?P<found>{DAY}{ORDINAL})(?=[),])",
        0.86,
    ),
    (
        "one after another",
        rf"{_START}{_NO_DATE}(?P<found>{DAY}/{MONTH})(?![/0-9])"
        r"(?:(?:[ ](?i:and|or|then|x)[ ]|[ ]?[,&+][ ]?|[ ]x?[ ]?)"
        rf"(?!24/7)(?P<found>{DAY}/{MONTH})(?![/0-9]))+",
        0.86,
    ),
    ("weekday and day", rf"{WEEKDAY}(?P<found>{DAY}{ORDINAL})", 0.88),
    (
        "weekday and number",
        rf"{WEEKDAY}(?P<found>{DAY})(?=[ ]?[.,;)!?\n]|[ ]?$|[ ](?:at|@|and|to|for|with|"
        rf"\-|–)[ ]|[ ]@|[ ][0-9]{{1,2}}(?:[.:][0-9]{{2}})?[ ]?[ap]m\b)(?![.,:][0-9]"
        rf"|[ ](?:to|\-|–)[ ][0-9]{{1,2}}(?:[ ]?[ap]m|[:.]))",
        0.84,
    ),
    (
        "ordinal day",
        rf"\b(?i:on|until|til|by|from|since|before|after|for|till|w/?c|between|hearing|court|appt|"
        rf"listed|meeting|conference|visit|due|next|and|to|seen|held|back|appointment|session|"
        rf"w/?b|w/?e|beginning|commencing|starting|ending|starts|ends|expires|paid|payday|"
        rf"booked|rebooked|rearranged|rescheduled|adjourned|bailed|scheduled|released|"
        rf"around|approx|circa|mtg|marac|conf|core group|court|"
        rf"(?:night|morning|evening|afternoon|week|date) of)[ ]"
        rf"(?i:the )?(?P<found>{DAY}{ORDINAL})(?![ ](?i:and|&|or|"
        rf"to)[ ]{DAY}{ORDINAL}?[ ](?i:time|child|incident|floor|offence|visit))"
        rf"{_ENDS}",
        0.84,
    ),
    (
        "the ordinal day",
        rf"\b(?<!\b(?i:is|was|his|her|their|this|be|its|it's|a)[ ])(?i:the)[ ]"
        rf"(?P<found>(?:[4-9]|[12][0-9]|3[01]|0[1-9]){ORDINAL}){_ENDS}",
        0.83,
    ),
    (
        "the first to the third",
        r"(?<!\b(?i:is|was|in|his|her|for|at|this|be|"
        r"of)[ ])\b(?i:the)[ ](?P<found>(?:1st|2nd|3rd|1ST|2ND|3RD))\b"
        r"(?=[ ]?[.,;)!?\n]|[ ]?$|[ ](?i:at|@|was|is|and will|for|but|so|due|instead|"
        r"onwards)\b(?! (?i:time)))",
        0.8,
    ),
    (
        "day of every month",
        rf"\b(?P<found>{DAY}{ORDINAL})(?=[ ](?i:of )?(?i:each|every|the)[ ](?i:month)\b)",
        0.84,
    ),
    (
        "ordinal after a sure lead",
        rf"\b(?i:on|since|until|til|till|w/?c|w/?b|w/?e|dated)[ ](?i:the )?"
        rf"(?P<found>(?:[4-9]|0[1-9]|[12][0-9]|3[01]){ORDINAL})(?![ ]?{_COUNTED}|\-\p{{L}})",
        0.83,
    ),
    (
        "ordinal that is meant",
        rf"\b(?i:is|was|would|will|does|do|if|could|did|make it|that|pay ?day is|till|than)[ ]"
        rf"(?i:the )?(?P<found>(?:1[1-9]|2[0-9]|3[01]){ORDINAL}){_ENDS}",
        0.83,
    ),
    (
        "ordinal that opens a line",
        rf"(?:^|\n[ ]*|[.!?][ ])(?P<found>(?:[4-9]|0[1-9]|[12][0-9]|3[01]){ORDINAL})"
        rf"(?=[ ]?[:?\-–]|[ ](?i:ok|okay|at|@|seen|rang|dna|su|is|was|works|suits)\b)(?!-\p{{L}})",
        0.82,
    ),
    (
        "weekday and day, run together",
        rf"\b(?i:mon|tues?|weds?|thurs?|fri|sat|sun)(?P<found>{DAY}{ORDINAL})",
        0.84,
    ),
    (
        "ordinal at the end",
        rf"(?<!\b(?i:the|his|her|their|my|our|is|was|a|an|in|for|of|year|this|each|"
        rf"every|and|grade|section|came|finished)[ ])"
        rf"(?<=\p{{L}}[ ])(?:[4-9]|1[0-9]|2[0-9]|3[01]|"
        rf"0[1-9]){ORDINAL}(?=[ ]?[.,;)!\n]|[ ]?$|[ ](?:so|SO)\b)",
        0.82,
    ),
    (
        "ordinal day in words",
        rf"\b(?i:on|until|by|since|from|till|before|after|for|to|due)[ ](?i:the)[ ](?P<found>(?!(?"
        rf"i:first|second|third)\b)"
        rf"{ORDINAL_WORD})(?=[ ]?[.,;)!?\n]|[ ]?$|[ ](?i:at|and|to|with|for|but|he|she|"
        rf"because|when)\b)",
        0.82,
    ),
    (
        # "strat mtg 27th 10 a.m.": few things come in such numbers, and they are left out
        "ordinal that counts nothing",
        rf"(?<![\w/.,-]|\b(?i:his|her|their|my|our|a|an|is|was|year|this|each|every|section|flat) )"
        rf"(?:1[1-9]|2[0-9]|3[01]){ORDINAL}(?![ ]?{_COUNTED}|\-\p{{L}}|"
        r"[ ](?i:centur|st\b|street|road|rd\b|ave|placed?|anniv|hole|wedding|minute|percentile|"
        r"of the|time)|['’])",
        0.8,
    ),
    (
        "Welsh day and month",
        rf"{_START}[0-9]{{1,2}}(?i:af|il|ydd|fed|eg|ain)?[ ](?i:o )?(?i:ionawr|chwefror|f?mawrth|"
        r"ebrill|mai|f?mehefin|gorffennaf|orffennaf|awst|medi|fedi|hydref|d?tachwedd|rhagfyr)\b"
        rf"(?:[ ]{YEAR}\b)?",
        0.86,
    ),
    (
        "in the name of a file",
        rf"(?<=[\p{{L}}0-9][_\-])(?:{DAY}[_.\-]{MONTH}[_.\-](?:20)?[0-9]{{2}}|"
        rf"(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])(?:20)?[0-9]{{2}}|{DAY}{MONTH_NAME}"
        r"(?:(?:20)?[0-9]{2})?)(?=[_\-.]?\.?\p{L})",
        0.86,
    ),
    (
        "days that share a month",
        rf"{_START_IN_WORDS}(?<!\bof )(?P<found>{DAY}{ORDINAL}?)(?:{_AND}(?"
        rf"P<found>{DAY}{ORDINAL}?)){{0,8}}"
        rf"(?={_MORE_DAYS}[ ]?(?i:of )?{MONTH_NAME}\b)",
        0.84,
    ),
    (
        "list of ordinals",
        rf"{_START}(?P<found>{DAY}{ORDINAL})(?:(?:,[ ]?|[ ]?[&+/][ ]?|,?[ ](?i:and|or)[ ])"
        rf"(?i:the )?(?P<found>{DAY}{ORDINAL})){{2,8}}(?![ ](?i:times?|child|children|incidents?))",
        0.83,
    ),
    (
        "range of ordinals",
        rf"{_START}(?P<found>{DAY}{ORDINAL})(?:[ ]?[\-–/&][ ]?|[ ](?i:and|or|to|until|"
        rf"till)[ ])(?i:the )?"
        rf"(?P<found>{DAY}{ORDINAL})(?![ ](?i:times?|child|children|incidents?|floors?|offences?|"
        r"visits?|sessions?|week|appointments?|calls?|attempts?|class|reports?|degree|"
        r"party|trimester)\b)",
        0.83,
    ),
)


class DateRecogniser(CasedPatternRecogniser):
    """Dates to the day, in the forms that British notes use."""

    type = DATE
    recogniser = "date"
    expressions = (*_NUMBERS, *_WORDS)

    def find(self, text: str) -> Iterator[Finding]:
        """The dates, each with the weekday right before it: it would narrow the day down."""
        for finding in (*super().find(text), *chronology(text)):
            before = _WEEKDAY_BEFORE.search(
                text, max(0, finding.start - _LONGEST_WEEKDAY), finding.start
            )
            yield replace(finding, start=before.start()) if before else finding


_WEEKDAY_BEFORE = regex.compile(
    rf"(?:\b(?i:easter|good|bank holiday|boxing|black|christmas|ash|palm) )?{WEEKDAY}$"
)
_LONGEST_WEEKDAY = 30
