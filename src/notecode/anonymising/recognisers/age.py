"""Ages of people: aged 34, 34yo, 7 year old, she is 19, Ellie (6).

"3 yrs" of a sentence, "6 months" of an order and "5 days old" of a bruise stay.
"""

from notecode.anonymising.findings import AGE
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_NUMBER_WORD = (
    r"(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty)(?:[ "
    r"\-](?:one|two|three|"
    r"four|five|six|seven|eight|nine))?)"
)
_NUMBER = rf"(?:[1-9][0-9]?|{_NUMBER_WORD})"

_AND = r"(?:,|,?[ ](?i:and|&|\+))[ ]"
_WHO = r"(?:[\p{L}\[\]_'’./\-][\p{L}\[\]_0-9'’./\-]*[ ]){1,3}(?i:is )?"
_NO_SUBJECT = (
    r"(?!(?i:score|level|risk|rating|number|total|count|it|mood|that|this|there|fee|"
    r"rent|cost|time|price|units|"
    r"flat|room|house|which|what|door|unit|bus|limit|date|grade|top|scale)\b)"
)
_AFTER = (
    r"(?=[ ]?[.,;)\n]|[ ]?$|[ ](?i:and|now|but|so|yrs|years|when|&|\+|years|w/|with)\b|[ ][&+\-–])"
    r"(?![.,:/][0-9]|[ ]?(?i:yrs|years)[ ](?i:into|in|through|ago|since))"
)


class AgeRecogniser(CasedPatternRecogniser):
    """Numbers that are said to be somebody's age."""

    type = AGE
    recogniser = "age"
    expressions = (
        (
            "aged",
            rf"(?<=\b(?i:aged?|turn(?:ed|s|ing)|ages)[ ]?:?[ ](?i:just |only |of |"
            rf"about )?){_NUMBER}\b(?:[ ]?(?i:months|mths|weeks|wks)\b)?",
            0.88,
        ),
        (
            "years old",
            rf"\b{_NUMBER}[ \-]?(?:1/2 )?(?i:(?:y(?:ea)?rs?|mths?|months?|weeks?|wks?|"
            rf"y)[ \-]?(?:old|of age|o\b)|y\.?/?o\b)",
            0.89,
        ),
        ("yo", r"\b[1-9][0-9]?[ ]?(?i:y/?o|yr/o|yrs/o|y\.o\.?|m/o)\b", 0.89),
        (
            "is",
            rf"(?<=\b{_NO_SUBJECT}(?:\p{{L}}[\p{{L}}.'’/\-]*|(?<=\])) (?i:is|was|be|'s)"
            rf" (?i:only |now |just |about |nearly )?"
            rf"|\b(?i:(?:he|she|who)['’]?s) (?i:only |now |just )?)[1-9][0-9]?{_AFTER}",
            0.84,
        ),
        (
            "and another",
            rf"(?<=\b(?i:is|was|aged|hes|shes)[ ][1-9][0-9]?(?:{_AND}{_WHO}[1-9][0-9]?)"
            rf"*{_AND}{_WHO})"
            rf"[1-9][0-9]?{_AFTER}",
            0.83,
        ),
        (
            "years after a comma",
            r"(?<=(?<!court|sentenced?|custody|prison|conviction|licence|order|life|"
            r"for|order), )[1-9][0-9]?[ ]?(?i:yrs?|years)\b"
            r"(?![ ](?i:in|prison|sentence|custody|ago|imprisonment|later|of|for|since|suspended))",
            0.82,
        ),
        (
            "named",
            r"(?<=\b\p{Lu}\p{Ll}+[ ]\p{Lu}[\p{L}'’\-]+,[ ])[1-9][0-9](?=[.,;)]|$)(?![.,][0-9])",
            0.82,
        ),
        (
            "in brackets",
            r"(?<=(?:\b\p{L}\p{L}+|\])[ ]\()[1-9][0-9]?(?=(?:[ ]?(?i:yrs?|years?|y|m|"
            r"mths?|months?))?\))",
            0.83,
        ),
        (
            "after a name",
            r"(?<=\b(?i:child|daughter|son|brother|sister|boy|girl|baby|kids?|"
            r"children)(?:[ ]\p{Lu}\p{L}+)?,[ ])[1-9][0-9]?(?=[,;)]|\.(?![0-9])|[ "
            r"]and\b|$)",
            0.83,
        ),
    )
