"""Buses that somebody takes, by number: "gets the 56", "bus 25", "on the X1"."""

from notecode.anonymising.findings import PLACE
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_NO_COUNT = (
    r"(?![ ]?(?i:mins?|minutes|hours?|hrs?|am|pm|times|stops?(?= (?:away|from))|days|weeks|years|"
    r"passes|fares?|drivers|people|quid)\b|[:./,][0-9]|[0-9%])"
)


class RouteRecogniser(CasedPatternRecogniser):
    """Numbers of buses, without the word for them."""

    type = PLACE
    recogniser = "route"
    needs = "0-9"
    expressions = (
        (
            "number before the bus",
            r"\b(?i:the|on|gets?|getting|catch(?:es)?|caught|no\.?|number)[ ]"
            r"(?P<found>[A-Z]?[1-9][0-9]{0,2}[A-Za-z]?)(?=[ ](?i:bus)\b)",
            0.8,
        ),
        (
            "number of two digits before the bus",
            r"(?<![\w£.:/-])(?P<found>[A-Z]?[1-9][0-9]{1,2}[A-Z]?)(?=[ ](?i:bus)\b"
            r"(?![ ](?i:passes|fares?|journeys?|rides?|tickets?|drivers?|trips?)))",
            0.8,
        ),
        (
            "number after the bus",
            r"\b(?i:bus)[ ](?i:no\.? ?|number |route )?(?P<found>[A-Z]?[1-9][0-9]{0,2}[A-Z]?)\b"
            rf"{_NO_COUNT}",
            0.8,
        ),
        (
            "taken",
            r"\b(?i:gets?|got|getting|takes?|took|taking|catch(?:es|ing)?|caught|missed|waits for|"
            r"goes on|cross there for)[ ](?i:the |(?:the )?number |the no\.? ?)"
            r"(?P<found>[A-Z]?[1-9][0-9]{0,2}[A-Z]?)\b"
            rf"(?=[ ]?[.,;)\n]|[ ]?$|[ ](?i:from|to|into|home|in|back|and|at|fae|"
            rf"frae|tae)\b){_NO_COUNT}",
            0.8,
        ),
        (
            "express",
            r"\b(?i:on|for|of|off|gets)[ ]the[ ](?P<found>[XxNnCc][0-9]{1,3}|"
            r"[AMB][1-9][0-9]{0,3}(?:\([MT]\))?)(?=[ .,;)\n]|$)",
            0.8,
        ),
        (
            "of a route",
            r"\b(?i:route)[ ](?i:no\.? ?|number )?(?P<found>[A-Z]?[1-9][0-9]{0,2}[A-Z]?)\b"
            r"(?:[ ](?i:now )?(?i:and |& |or )(?i:now |is )?(?i:on )?"
            r"(?P<found>[A-Z]?[1-9][0-9]{0,2})\b)?"
            rf"{_NO_COUNT}",
            0.8,
        ),
        (
            "bus, in brackets",
            r"\b(?i:bus)\b[^.\n()]{0,24}\((?i:the |no\.? ?)?"
            r"(?P<found>[A-Z]?[1-9][0-9]{0,2}[A-Z]?)\b"
            rf"{_NO_COUNT}",
            0.8,
        ),
        (
            "late",
            r"\b(?i:the )(?P<found>[1-9][0-9]{0,2})(?=[ ](?:was|is|being)[ ](?:cancelled|late|full|"
            r"delayed|diverted)\b)",
            0.8,
        ),
        (
            "road",
            r"\b(?i:on|off|along|onto|joined|leaving|near|crash|rtc|stopped on|via|drove|towards|"
            r"ON|OFF)[ ](?i:the )?(?P<found>(?:M[1-9][0-9]{0,1}|A[1-9][0-9]{1,3})(?:\(M\))?)"
            r"(?=[ ]?[.,;)\n]|[ ]?$|[ ](?i:by|at|near|when|and|to|towards|in|jct|junction|j[0-9]|"
            r"northbound|southbound|eastbound|westbound|nb|sb|eb|wb|heading|outside|with|slip)\b)",
            0.8,
        ),
        ("junction", r"\b(?i:junction|jct)[ ]?(?P<found>[1-9][0-9]?[a-zA-Z]?)\b(?![:./])", 0.8),
    )
