"""How a number is announced: "ref no: 1234", "ID is 1234", "case 1234 of 12/3"."""

from notecode.anonymising.recognisers.alternation import factored

JOIN = (
    r"(?i:[ ]?(?:ref(?:erence)?|nos?|numbers?|num|nr|id|code|account|acc|report|"
    r"file|record|case)\b){0,2}"
    r"(?:\.?'?s?[ ]?[:#\-–=(][ ]{0,2}|\.?[ ]{1,2})(?i:is |was |no\.? |number |now )?[#\"']?"
)
"""What may stand between the name of a kind of number and the number itself."""

NO_TIME = (
    r"(?![0-9]{1,2}[/.\-][0-9]{1,2}[/.\-][0-9]{2,4}\b)(?!(?:19|20)[0-9]{2}\b(?![/\-][0-9]{3}))"
    r"(?![0-9]{1,4}[ ]?(?i:am|pm|hrs?|h|st|nd|rd|th|yrs?|years?|months?|mths?|weeks?|wks?|days?|"
    r"hours?|mins?|minutes|times|counts?|sessions?|calls|texts|of (?:the|his|her|them|these)|"
    r"children|kids|people|officers|miles|units|pages|offences|more|per|and a half)\b)"
    r"(?![0-9]{1,2}[ ]?[xX]\b)"
    r"(?![0-9]{1,2}[:.][0-9]{2}\b)(?!(?:0?[1-9]|[12][0-9]|3[01])/(?:0?[1-9]|"
    r"1[0-2])\b(?!/))(?![0-9]{1,3}(?:,[0-9]{3})+\b)(?![0-9]+%)"
)
"""Stands before a number that is no date, year, count or sum, nor a time that says so."""

_NO_CLOCK = r"(?!(?:[01][0-9]|2[0-3])[0-5][05]\b(?![/\-]))"
_FEWEST_SURE = 4


def announced(cue: str, digits: int, longest: int = 30) -> str:
    """An expression for a number after one of the cue's words, with at least so many digits.

    The cue is an alternation; its words are found in any letter case. Letters and digits in one
    piece count as the number, with slashes, hyphens and full stops inside it. Where four are
    asked for the cue is taken to be weak, and "court 1030" for a time.
    """
    clock = _NO_CLOCK if digits >= _FEWEST_SURE else ""
    return (
        rf"\b(?i:{factored(cue)}){JOIN}{NO_TIME}{clock}(?P<found>(?<![£$€])"
        rf"(?=[A-Za-z/\-_]*(?:[0-9][A-Za-z/\-_]*\.?){{{digits}}})"
        rf"[A-Za-z0-9](?:[A-Za-z0-9]|[/\-_](?=[A-Za-z0-9])|"
        rf"\.(?=[0-9])){{{digits - 1},{longest}}})(?![A-Za-z0-9])"
    )


def announced_in_groups(cue: str, digits: int) -> str:
    """The same for a number written with spaces: "crime ref 14 000 1234", "URN 44 AB 12345 18"."""
    return (
        rf"\b(?i:{factored(cue)}){JOIN}{NO_TIME}(?P<found>(?<![£$€])"
        rf"(?=(?:[A-Z]{{0,3}}[ /\-]?[0-9][ /\-]?){{{digits}}})"
        r"(?:[A-Z]{1,3}[ ]?)?[0-9]{2,8}(?:[ /\-](?:[A-Z]{1,3}|"
        r"[0-9]{2,8}))+(?:[ /]?[A-Z]\b)?)(?![A-Za-z0-9])"
    )
