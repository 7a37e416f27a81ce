"""Days that are said in passing: "move it to the 19", "thurs 28", "by 30.10", "Marac of 10/10"."""

from notecode.anonymising.findings import DATE
from notecode.anonymising.recognisers.calendar import DAY, MONTH, ORDINAL, ORDINAL_WORD
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_WEEKDAY = (
    r"(?i:\b(?:mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?s?\b"
    r"[.,]?[ ]{1,2}(?:the )?)"
)
_NO_TIME = r"(?![.:][0-9]|[0-9]|[ ]?(?i:am|pm|hrs|hours|mins|minutes|x\b|times|units|%|miles))"
_EVENT = (
    r"(?i:marac|mappa|mash|hearing|conf|conference|meeting|mtg|letter|e-?mail|report|referral|"
    r"court|order|minutes|mins|incident|assault|visit|review|panel|strat(?:egy)?|core gr(?:ou)?p"
    r"|gr(?:ou)?p|cp conf|icpc|"
    r"rcpc|appt|appointment|session|statement|arrest|offence|note|entry|text|txt|msg|message|"
    r"conviction|caution|sentence|trial|plea|recall|breach|disclosure|dash|contact|supervision)"
)
_DONE = (
    r"(?i:done|completed|fitted|served|sent|received|rec'?d|dated|signed|issued|granted|starts?|"
    r"started|ends?|ended|expires?|expired|runs? (?:to|until|from)|submitted|closed|opened|paid|"
    r"moved in|moved out|moved|released|due)"
)
_UNTIL = r"(?i:by|on|until|till|til|since|from|before|after|w/?[cbe]|due|dated|for|between|and|to)"
_NO_COUNT = (
    r"(?![ ]?(?i:sessions?|weeks?|days?|months?|hours?|hrs|mins|minutes|people|officers|children|"
    r"kids|times|calls|texts|units|miles|year|years|yrs|of|cases|visits|steps?|bus|pm|am)\b)"
)


class DayInPassingRecogniser(CasedPatternRecogniser):
    """Days that only the words around them tell from other numbers."""

    type = DATE
    recogniser = "date"
    expressions = (
        (
            "weekday and a number that is no hour",
            rf"{_WEEKDAY}(?:1[3-9]|2[0-9]|3[01])\b{_NO_TIME}{_NO_COUNT}(?![/\-–][0-9])",
            0.83,
        ),
        (
            "weekday, number and time",
            rf"{_WEEKDAY}{DAY}(?=[ ,@]{{1,3}}(?i:at )?[0-9]{{1,2}}(?:[.:][0-9]{{2}}|[ ]?(?i:am|pm|"
            r"noon|midday|o'?clock)\b)|[ ](?i:at )?(?i:noon|midday))",
            0.84,
        ),
        (
            "the number",
            rf"\b{_UNTIL}[ ](?i:the )(?P<found>(?:[4-9]|1[0-9]|2[0-9]|3"
            rf"[01]))\b{_NO_TIME}{_NO_COUNT}"
            r"(?=[ ]?[.,;)\n]|[ ]?$|[ ](?i:at|instead|if|as|so|but|and|then|he|she|they|su|vs|when|"
            r"because)\b)",
            0.8,
        ),
        (
            "event of a day",
            rf"\b{_EVENT}[ ](?i:of|on|dated|from|for)[ ](?:the )?(?P<found>{DAY}[/.]{MONTH})"
            r"(?![0-9/]|[.][0-9]|[ ]?(?i:%|on|out)\b)",
            0.84,
        ),
        (
            "done on a day",
            rf"\b{_DONE}[ ]:?[ ]?(?i:on )?(?P<found>{DAY}[./](?:0[1-9]|1[0-2]))"
            r"(?![0-9/]|[.:][0-9]|[ ]?(?i:am|pm|hrs|hours|%|pd|per|a week|quid|sessions?|"
            r"modules?)\b)",
            0.82,
        ),
        (
            "event and day",
            rf"\b{_EVENT}(?:[ ](?i:grp|group|mtg|meeting|conf))?,?[ ]{{1,2}}(?P<found>{DAY}[.\-]"
            r"(?:0?[1-9]|1[0-2]))(?=\n|$|\.[ \n]|\.$|,[ ]|;)",
            0.82,
        ),
        (
            "a night of a day",
            rf"\b(?i:night|morning|evening|afternoon|day|week|weekend|events?) of the "
            rf"(?P<found>{DAY}{ORDINAL}|{ORDINAL_WORD})\b(?![ ](?i:month|week|year|day|trial"
            rf"|hearing|"
            r"visit|session|incident|assault|lockdown|wedding|funeral|birthday|party))",
            0.83,
        ),
        (
            "next on a day",
            rf"\b(?i:next|nxt|rev(?:iew)?|f2f|back)[ ]:?[ ]?(?P<found>{DAY}\.(?:0?[1-9]|1[0-2]))"
            r"(?=[ ]?[.,;\n]|[ ]?$)(?!\.[0-9])",
            0.82,
        ),
        (
            "done on an ordinal",
            rf"\b{_DONE}[ ](?P<found>{DAY}{ORDINAL})(?![ ](?i:floor|time|place|child|in (?:the )?"
            rf"(?:queue|"
            r"line|class|list|race)|of \p{L}|party|degree|stage|step|report|session|appt|visit"
            r"|year))",
            0.82,
        ),
        (
            "the day in words",
            r"\b(?i:the|on|by|till|until|since)[ ](?:the )?(?P<found>(?i:(?:eleven|thirteen|"
            r"fourteen|"
            r"fifteen|sixteen|seventeen|eighteen|nineteen|twentie|thirtie)th|twelfth|"
            r"(?:twenty|thirty)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|"
            r"ninth)))\b"
            r"(?![ ](?i:century|birthday|floor|time|attempt|call|text|session|day|week|month|year|"
            r"visit|anniversary|hour|child|grandchild|incident|note|page|in a row|person|man|"
            r"woman)\b)",
            0.82,
        ),
        (
            "named day",
            r"\b(?i:valentine['’]?s day|mother['’]?s['’]? day|father['’]?s['’]? day|"
            r"st\.? (?:patrick|david|george|andrew)['’]?s day|bonfire night|guy fawkes(?: night)?|"
            r"burns night|hogmanay|shrove tuesday|pancake day|easter (?:sunday|monday|saturday)|"
            r"maundy thursday|palm sunday|ash wednesday|remembrance (?:sunday|day)|armistice day|"
            r"april fool['’]?s['’]? day|may day|all (?:saints|souls)['’]? day|st stephen['’]?s day|"
            r"chinese new year['’]?s (?:day|eve)|the glorious twelfth|nye|good friday|"
            r"mothering sunday|valentine['’]?s (?:night|eve|weekend)|twelfth night|"
            r"(?:hallowe['’]?en|christmas|new year['’]?s|diwali|eid|xmas) night|"
            r"(?:st|saint)\.? (?:piran|stephen|swithin|nicholas|valentine)['’]?s day|"
            r"dydd gŵyl dewi|"
            r"(?:yom kippur|rosh hashanah|lohri|holi|ashura|vaisakhi day)(?= (?:itself|morning|"
            r"evening))|(?:(?:spring|august|may|summer|whit|early may|late may|easter) )?bank "
            r"holiday monday|(?:spring|august|may|summer|whit) bank holiday)\b",
            0.82,
        ),
        (
            "from a day onwards",
            rf"(?<![\w/.,-])(?P<found>{DAY}{ORDINAL})(?=[ ](?i:onwards?|inst\b|or (?:the )"
            rf"?(?:next|day)))",
            0.82,
        ),
        (
            "no time of day",
            rf"\b{_UNTIL}[ ](?P<found>(?:2[4-9]|3[01])\.(?:0?[1-9]|1[0-2]))(?![0-9]|[.:][0-9]|"
            r"[ ]?(?i:%|pd|units|miles|stone|kg|weeks|per)\b)",
            0.83,
        ),
        (
            "kept or missed on days",
            r"\b(?i:dna'?d?|fta|ftk|attended|missed|failed|seen|cancelled|uta|acceptable|ua)[ ]:?"
            rf"[ ]?(?P<found>{DAY}\.(?:0[1-9]|1[0-2]))(?:(?:,[ ]?|[ ]?[&+;/][ ]?|[ ]and[ ])"
            rf"(?P<found>{DAY}\.(?:0[1-9]|1[0-2])))*(?![0-9]|[.:][0-9]|[ ]?(?i:am|pm|hrs|%))",
            0.82,
        ),
        (
            "of a birth or a jab",
            r"\b(?i:edd|lmp|due date|scan|booking|jabs?|depot|bloods|discharged|adm|admitted|"
            r"exp|expires|expiry)[ ]?:?[ ](?i:is |was |on )?"
            rf"(?P<found>{DAY}\.{MONTH})(?![0-9]|\.[0-9]|[ ]?(?i:am|pm|hrs|%|kg|mg|weeks|wks))",
            0.82,
        ),
        (
            "of this month or the last, in letters",
            rf"(?<![\w/.,-])(?P<found>{DAY}{ORDINAL}[ ](?i:inst|ult|prox)\b)",
            0.85,
        ),
        (
            "days that follow each other",
            rf"\b(?i:on|for|between|from)[ ](?i:the )?(?P<found>(?:1[0-9]|2[0-9]|3[01]|[4-9]))"
            rf"(?:[ ]?(?:&|\+|,|-|–)[ ]?|[ ](?i:and|to|or)[ ])(?P<found>{DAY}{ORDINAL})"
            r"(?![ ](?i:floor|time|birthday|class|party))",
            0.82,
        ),
    )
