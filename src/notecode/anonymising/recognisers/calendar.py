"""The parts of dates as British notes write them: days, months, years, weekdays."""

DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
MONTH = r"(?:0?[1-9]|1[0-2])"
MONTH_NAME = (
    r"(?i:jan(?:uary|urary|uray)?|feb(?:r?u?ary|uray)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember|emeber)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|"
    r"ionawr|chwefror|mawrth|ebrill|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)"
)
YEAR = (
    r"(?:(?:19|20)[0-9]{2}|['’]?[0-9]{2}(?![0-9:.]\d|[0-9]|[ ]?(?i:am|pm|hrs|st|"
    r"nd|rd|th)\b|[ ](?i:of )?\p{L}{3,9}\b"
    r"(?<=(?i:jan|feb|mar|apr|may|jun|jul|aug|sept|sep|oct|nov|dec|january|"
    r"february|march|april|june|july|august|"
    r"september|october|november|december))))"
)
WEEKDAY = (
    r"(?i:\b(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:s|nes|rs|ur|nse)?(?:day)?\b"
    r"[.,]?[ ]{1,2}(?:the )?)"
)
ORDINAL = r"(?i:[ ]?(?:st|nd|rd|th)\b)"
ORDINAL_WORD = (
    r"(?i:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|"
    r"thirtieth|(?:twenty|thirty)[ \-](?:first|second|third|fourth|fifth|sixth|"
    r"seventh|eighth|ninth))"
)
