"""Vehicle registrations: AB12 CDE; "s47 the" and "S47 enquiry" are none."""

from notecode.anonymising.findings import VEHICLE
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_CUE = (
    r"(?<=\b(?i:reg|registration|vrm|vrn|index|plate|plates|vehicle|car|van|motorbike|"
    r"driving an?|drives an?)"
    r"(?i: (?:no|number|plate|mark|is))?\.?[ ]?[:\-(]?[ ]{0,2}(?i:is |a )?)"
)


_NO_PLATE_END = (
    r"(?!(?i:the|and|for|but|was|has|had|him|her|his|she|you|not|all|any|can|our|out|"
    r"day|get|got|now|"
    r"one|see|two|who|did|its|let|put|say|too|use|off|men|are|will|with)\b)"
)


class VehicleRecogniser(CasedPatternRecogniser):
    """The present form in capitals anywhere; older and small-letter forms after a cue."""

    type = VEHICLE
    recogniser = "vehicle"
    expressions = (
        ("present form", r"\b[A-Z]{2}[0-9]{2}[ ]?(?!THE\b|AND\b|FOR\b|BUT\b)[A-Z]{3}\b", 0.88),
        ("small", rf"\b(?i:[A-Z]{{2}}[0-9]{{2}}[ ]{_NO_PLATE_END}[A-Z]{{3}})\b", 0.84),
        ("one word", r"\b(?i:[A-Z]{2}[0-9]{2}[A-Z]{3})\b", 0.86),
        ("announced", _CUE + r"(?i:[A-Z]{2}[0-9]{2}[ ]?[A-Z]{3})\b", 0.9),
        (
            "older, announced",
            _CUE
            + (
                r"(?!(?i:S47|S17|S20)\b)(?i:[A-Z][0-9]{1,3}[ ]?[A-Z]{3}|[A-Z]{3}[ "
                r"]?[0-9]{1,3}[A-Z])\b"
            ),
            0.87,
        ),
        ("Northern Ireland, announced", _CUE + r"(?i:[A-Z]{3}[ ]?[0-9]{3,4})\b", 0.86),
    )
