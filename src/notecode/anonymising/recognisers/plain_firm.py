"""Firms, wards and congregations of plain words, by what stands right beside them.

"Solent Family Law LLP", "hairdresser at Curl Up & Dye", "worships at New Covenant Assembly",
"admitted to Ward 12", "home from King's", "a takeaway called grill nation", "Costa was full".
"""

from notecode.anonymising.findings import HOSPITAL, SCHOOL, WORKPLACE, WORSHIP
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_WORD = r"\p{Lu}[\p{L}'’]*\p{Ll}[\p{L}'’]*"
_NAME = rf"{_WORD}(?:[ ](?:(?:&|and|of|the)[ ])?{_WORD}){{0,3}}"
_ENDS = r"(?=[ ]?[.,;:!?)\n]|[ ]?$|[ ](?:\p{Ll}))"
_TRADES = (
    r"(?:hairdresser|barber|chef|cook|cleaner|carer|waiter|waitress|barista|bouncer|doorman|"
    r"receptionist|mechanic|butcher|baker|florist|beautician|nail tech|picker|packer|labourer|"
    r"driver|warehouseman|forklift driver|kitchen porter|barmaid|barman|cashier|stylist|teaching "
    r"assistant|nursery nurse|welder|joiner|fitter|machinist|seamstress|groom)"
)


class PlainFirmRecogniser(CasedPatternRecogniser):
    """Workplaces by their legal form, by the trade before them, or as the name of a shop."""

    type = WORKPLACE
    recogniser = "plain-firm"
    expressions = (
        (
            "legal form",
            rf"\b(?P<found>{_WORD}(?:[ ](?:(?:&|and|of)[ ])?{_WORD}){{0,4}}[ ]"
            r"(?:LLP|Ltd|Limited|plc|PLC|CIC))\b",
            0.82,
        ),
        (
            "law centre",
            rf"\b(?P<found>{_WORD}(?:[ ](?:(?:&|and)[ ])?{_WORD})?[ ]Law Centre)\b",
            0.82,
        ),
        ("trade", rf"\b(?i:{_TRADES}) (?:at|for) (?:the )?(?P<found>{_NAME}){_ENDS}", 0.81),
        (
            "called",
            r"\b(?i:takeaway|shop|pub|bar|cafe|café|restaurant|club|gym|salon|garage|chippy|"
            r"kebab shop|nail bar|car wash|bakery|shisha bar|firm)\b[^.\n,;]{0,20},?[ ]"
            r"(?i:called|name of|named)[ ]"
            r"(?!(?i:by|from|to|in|at|on|and|him|her|the|after|for|me|us)\b)"
            r"(?P<found>[\p{L}'’]{3,}(?:[ ][\p{L}'’]{3,}){0,2})"
            r"(?=[.,;)\n]|$)",
            0.81,
        ),
        (
            "shop that is full or stands somewhere",
            r"(?:^|(?<=[.,!?\"” ] ?))(?P<found>Costa|Greggs|Nero|Starbucks|Subway|Nando['’]?s|"
            r"McDonald['’]?s|Wetherspoons?|Spoons)(?=[ ](?:was|is)[ ](?:full|closed|shut|busy|"
            r"quiet|packed|heaving)\b|,[ ]\p{Lu}[\p{L} ]{2,30}(?:park|centre|road|street|st|rd|"
            r"lane|services|mall)\b)",
            0.81,
        ),
        (
            "charity shop",
            r"\b(?P<found>Salvation Army|British Heart Foundation|Oxfam|Barnardo['’]?s|Scope|Mind|"
            r"Sue Ryder|Cancer Research|Red Cross|St Vincent['’]?s)(?=[ ](?i:shop|store|furniture|"
            r"charity shop|warehouse)\b)",
            0.81,
        ),
    )


class WardRecogniser(CasedPatternRecogniser):
    """Wards by number or name, and hospitals that are called after somebody."""

    type = HOSPITAL
    recogniser = "ward"
    expressions = (
        (
            "numbered",
            r"\b(?i:on|to|from|in|at|via|rang|called|admitted|moved to)[ ](?P<found>(?i:ward)[ ]"
            r"[A-Z]?[1-9][0-9]?[A-Za-z]?)\b(?![.:][0-9])",
            0.81,
        ),
        (
            "named",
            rf"\b(?P<found>(?!The\b|On\b|To\b|From\b|Local\b|Her\b|His\b){_WORD} Ward)"
            r"(?=[ ]?[.,;:)\n]|[ ]?$)(?<=\p{Ll} Ward)",
            0.81,
        ),
        (
            "called after somebody",
            r"\b(?i:home|discharged|admitted|taken|transferred|ambulance|back|blue-?lighted|"
            r"a&e|scans?|seen)[ ](?:from|to|at|in)[ ]"
            r"(?P<found>(?:King|Guy|Bart|Tommy|Jimmy)['’]?s)\b",
            0.81,
        ),
    )


class CongregationRecogniser(CasedPatternRecogniser):
    """Congregations, by what one does there or who serves there."""

    type = WORSHIP
    recogniser = "congregation"
    expressions = (
        (
            "worshipping",
            r"\b(?i:worships?|worshipped|worshipping|prays|prayed|preaches|baptised|sings|member|"
            r"pastor|vicar|imam|elder|deacon|choir)[ ](?:at|in|of)[ ](?P<found>(?:the )?"
            rf"(?!St\b){_NAME}){_ENDS}",
            0.81,
        ),
        (
            "hall or chapel of a denomination",
            r"\b(?P<found>(?i:methodist|baptist|quaker|urc|pentecostal|spiritualist|presbyterian|"
            r"salvation army|gospel|mission|parish|free church)[ ](?i:church hall|hall|"
            r"meeting house|chapel))\b",
            0.81,
        ),
        (
            "kind",
            r"\b(?P<found>(?:the )?(?:\p{Lu}[\p{L}'’]+[ ]){1,3}(?:Pentecostal|Tabernacle|"
            r"Ministries|Assembly|Gurdwara|Kingdom Hall|Fellowship|Chapel)(?:[ ]Church)?)\b"
            r"(?=[ ]?[.,;:)\n]|[ ]?$|[ ]\p{Ll})",
            0.81,
        ),
    )


class StartedSchoolRecogniser(CasedPatternRecogniser):
    """Schools in small letters that a child starts in autumn, and colleges of a course."""

    type = SCHOOL
    recogniser = "started-school"
    expressions = (
        (
            "in autumn",
            r"\b(?:starts?|starting|moving to|going to|transferring to)[ ](?P<found>(?!school|the|"
            r"high|primary|nursery|college|work|uni|new|big|senior|year|her|his|at|a\b|an\b|my|"
            r"reception|infant|junior|full|part|back)\p{Ll}{3,}[ ](?!school|job|work|time|college|"
            r"year|course|again|him|her)\p{Ll}{3,})(?=[ ]in[ ]sept)",
            0.81,
        ),
        (
            "of a course",
            r"\b(?:ESOL|NVQ|BTEC|GCSEs?|A[ -]levels?|access course|English class(?:es)?)"
            rf"(?:[ ](?i:level|lvl)[ ]?[0-9])?[ ]at[ ](?:the )?(?P<found>{_NAME}){_ENDS}",
            0.81,
        ),
    )
