"""Numbers that let somebody in or say which case is heard: "pin 4471 882#", "Case no: 14"."""

from notecode.anonymising.findings import REFERENCE
from notecode.anonymising.recognisers.announcing import announced_in_groups
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_CODE = (
    "pin|passcode|pass code|access code|meeting id|meeting number|conference id|participant code|"
    "host code|guest code|entry code|door code|key ?safe|webinar id|dial-?in code|conference code"
)
_JOIN = r"(?i:[ ]?(?:no|number|code|id|is|was)\b\.?)?[ ]?[:=#\-]?[ ]{0,2}"
_NUMBER = r"[A-Z]{0,3}[/\-]?[0-9]{1,6}"
_NOT_A_TIME = r"(?![ ]?(?i:am|pm|hrs?|mins?|minutes|years|of)\b|[:./][0-9])"


class DialInRecogniser(CasedPatternRecogniser):
    """Codes of calls and doors in groups of digits, and the number of a case on a list."""

    type = REFERENCE
    recogniser = "dial-in"
    needs = "0-9"
    expressions = (
        (
            "code",
            rf"\b(?i:{_CODE})\b{_JOIN}"
            rf"(?P<found>[0-9]{{3,10}}(?:[ \-][0-9]{{2,5}}){{0,3}}#?)(?![\w/]){_NOT_A_TIME}",
            0.84,
        ),
        ("code in groups", announced_in_groups(_CODE, 5), 0.84),
        (
            "case on a list",
            r"\b(?i:case (?:no|number|num|nr|#)\b\.?)[ ]?[:=#\-]?[ ]{0,2}"
            r"(?P<found>[0-9]{1,3})(?![\w/.:\-][0-9]|[0-9\w])",
            0.82,
        ),
        (
            "several of a kind",
            rf"\b(?i:logs|incidents|cads|incs|exhibits|refs|occs|crns|urns)[ ](?P<found>{_NUMBER})"
            rf"(?:(?:,[ ]?|[ ]?[&/][ ]?|[ ]and[ ])(?P<found>{_NUMBER}))+(?![\w/]|:[0-9])",
            0.83,
        ),
        (
            # a collar number that looks like a year
            "of an officer",
            r"\b(?:[PD]C|[PpDd]s|PCSO|W[PD]C|SGT|Sgt|(?i:coll(?:ar)?|shoulder|warrant)"
            r"(?: (?i:no|number)\.?)?)[ :]{1,2}"
            r"(?P<found>(?:19|20)[0-9]{2})(?![\w/:]|[ ]?(?i:hrs?)\b)",
            0.83,
        ),
        (
            "call sign",
            r"\b(?i:call ?sign|c/s)[ ]?:?[ ](?P<found>[A-Z]{1,3}[0-9]{1,3}[A-Z]?)(?!\w)",
            0.83,
        ),
    )
