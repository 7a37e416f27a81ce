"""Ages that a birthday, brackets or a relative gives away: "his 7th birthday", "(Ona, 71)"."""

from notecode.anonymising.findings import AGE
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_AGE = r"(?:[1-9]|[1-9][0-9])"
_NAME = r"\p{Lu}[\p{L}'’\-]+"
_NO_LABEL = (
    r"(?!(?i:flat|room|ward|unit|block|year|yr|band|cat|class|page|step|session|week|wk|level|"
    r"tier|part|phase|note|item|point|day|no|age|report|p|pg|section|act|jan|feb|mar|apr|may|june?|"
    r"july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|"
    r"november|december|mon|tues?|wed|thurs?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday)\b)"
)
_ORDINALS = (
    "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|"
    "fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|"
    "fortieth|fiftieth|sixtieth|seventieth"
)
_KIN = (
    "son|daughter|brother|sister|mother|mum|mam|father|dad|uncle|aunt|auntie|cousin|niece|nephew|"
    "nan|gran|granny|grandmother|grandfather|grandad|husband|wife|partner|girlfriend|boyfriend|"
    "stepson|stepdaughter|toddler|boy|girl|dau"
)
_NO_COUNT = r"(?![0-9:./,]?[0-9]|[ ]?(?i:st|nd|rd|th|mins?|hrs?|am|pm|x|days?|weeks?|of|the)\b|%)"


class AgeByCompanyRecogniser(CasedPatternRecogniser):
    """Numbers that are ages by what stands beside them."""

    type = AGE
    recogniser = "age-by-company"
    expressions = (
        (
            "birthday",
            rf"\b(?i:{_AGE}(?:st|nd|rd|th)|{_ORDINALS})[ ](?i:birthday|b'?day)\b",
            0.81,
        ),
        (
            "in brackets behind a name",
            rf"[(]{_NO_LABEL}{_NAME}(?:[ ]{_NAME})?,?[ ](?P<found>{_AGE})(?=[)])",
            0.81,
        ),
        (
            "then or now, in brackets",
            rf"[(](?i:then|now|just|only)[ ](?P<found>{_AGE})(?=[)])",
            0.81,
        ),
        (
            "a relative by name",
            rf"\b(?i:{_KIN})[ ]{_NO_LABEL}{_NAME},?[ ](?P<found>{_AGE})(?![0-9]){_NO_COUNT}"
            r"(?=[ ]?[,;)&+]|[.](?![0-9])|[ ](?i:and|if|who|is|was|at|in|lives|his|her|their)\b)",
            0.8,
        ),
        (
            "at an age in words",
            r"\b(?i:at)[ ](?P<found>(?i:(?:thir|four|fif|six|seven|eigh|nine)teen))"
            r"(?=,|[ ](?i:he|she|they|when|and|his|her)\b)",
            0.8,
        ),
    )
