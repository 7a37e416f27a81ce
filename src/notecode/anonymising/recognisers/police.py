"""Police numbers: PNC, crime and occurrence references of many forces, logs, URNs, collar numbers.

Forces write them in their own ways: 42/12345/17, CRI/06AA/0001234/19, 13170123456, 20/123456A/19,
LC-20170312-0456, CAD 1234/12MAR18.
"""

from notecode.anonymising.findings import REFERENCE
from notecode.anonymising.recognisers.announcing import announced, announced_in_groups
from notecode.anonymising.recognisers.calendar import DAY, MONTH, MONTH_NAME, ORDINAL, YEAR
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_MONTH = "(?i:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)"
_KINDS = (
    r"crime(?: report| recording)?|c/r|cris|crn?i|cri|occurrence|occurence|occ|"
    r"occs|niche|nicl|nrc|rms|athena|"
    r"connect|stor[mn]|u\.?r\.?n|cps(?: urn)?|custody(?: record)?|cr|detention|"
    r"pnc(?: ?id)?|p\.?n\.?c|"
    r"police (?:ref|reference|log|no|number|report|record)|intel(?:ligence)?(?: log| report)?|"
    r"warrant|warning|dash(?: ref)?|vap|van|pvp|ppn(?: ref)?|merlin|viper|asnt|cprn?|asn"
)
_LOGS = (
    r"log|cad|incident|inc|serial|job|event|call|999 call|101 call|command (?:and|"
    r"&) control|gp?s|isr|fwin|storm|ois|nspis|gen|iml|event log|incident log"
)


class PoliceReferenceRecogniser(CasedPatternRecogniser):
    """Police references in the forces' own forms, and whatever is announced as one."""

    type = REFERENCE
    recogniser = "police-reference"
    needs = "0-9"
    expressions = (
        (
            "PNC",
            r"(?<![0-9/])(?:[0-9]{2}|[12][0-9]{3})/[0-9]{1,8}[ ]?(?:(?i:[A-Z])(?![A-Za-z0-9]))",
            0.93,
        ),
        (
            "PNC, announced",
            r"\b(?i:p\.?n\.?c)(?i:[ ]?(?:id|no|number|ref))*\.?[ ]?[:#\-]?[ ]{0,2}(?i:is )?"
            r"(?P<found>(?:[0-9]{2}|[12][0-9]{3})[ /\-.]?[0-9]{1,7}[ ]?(?i:[A-Z])?)(?![A-Za-z0-9])",
            0.93,
        ),
        ("crime", r"\b(?:[A-Z]{1,4}/)?[0-9]{1,3}[A-Z]{0,2}/[0-9]{3,8}[A-Z]?/[0-9]{2,4}\b", 0.93),
        (
            "force, year and number",
            r"\b[A-Z]{2,4}[/\-](?:[0-9A-Z]{2,6}[/\-]){0,4}[0-9]{2,8}(?:[/\-][0-9A-Z]{1,8}){0,4}\b"
            r"(?<=[0-9][0-9A-Z/\-]*[0-9][0-9A-Z/\-]*[0-9][0-9A-Z/\-]*[0-9][0-9A-Z/\-]*)",
            0.9,
        ),
        (
            "slashed",
            r"(?<![\w/£.])(?:(?i:[A-Z]{1,5})/[0-9]{3,10}/[0-9]{2,4}|"
            r"(?!(?:19|20)[0-9]{2}/(?:[0-9]{2}|(?:19|20)[0-9]{2})(?![0-9]))[0-9]"
            r"{4,14}[A-Z]?/[0-9]{2,4}[A-Z]?)(?![\w/])",
            0.92,
        ),
        (
            "log and a day",
            rf"\b[0-9]{{1,6}}/[0-9]{{1,2}}[ ]?{_MONTH}[ ]?(?:[0-9]{{4}}|[0-9]{{2}})\b",
            0.92,
        ),
        (
            "log of a day",
            r"\b(?i:log|cad|incident|inc|crime|serial|job|fwin|urn|storm|isr|event)"
            r"(?:[ ]|[ ]?:[ ]?)(?i:no\.? |number |ref )?"
            rf"(?P<found>[0-9]{{1,6}}[ ](?i:of|from|dated|"
            rf"on)[ ](?:the )?(?:{DAY}[/.\-]{MONTH}(?:[/.\-][0-9]{{2,4}})?|"
            rf"{DAY}{ORDINAL}?(?:[ ](?:of )?{MONTH_NAME}(?:[ ]{YEAR}\b)?)?))(?![0-9/])",
            0.87,
        ),
        (
            "collar numbers, the first without a rank",
            r"\b(?i:by|from|with|unit|officers?)[ ](?P<found>[0-9]{3,5})(?=[ ]?(?:&|and|\+|/)[ ]?"
            r"(?:PC|DC|PS|SGT|PCSO|WPC)\b)",
            0.84,
        ),
        ("URN", r"\b[0-9]{2}[ ]?[A-Z][A-Z0-9][ ]?[0-9]{5}[ ]?[0-9]{2}\b", 0.9),
        ("announced", announced(_KINDS, 3), 0.91),
        ("announced in groups", announced_in_groups(_KINDS, 6), 0.9),
        ("log, announced", announced(_LOGS, 3), 0.88),
        (
            "log, called a number",
            announced(rf"(?:{_LOGS})[ ](?:no|number|num|ref|reference|id)", 2),
            0.88,
        ),
        (
            "log of today",
            rf"\b(?i:{_LOGS})[ ](?i:no\.? |number |ref )?(?P<found>[0-9]{{1,6}})(?=[ ](?"
            rf"i:of (?:today|yesterday|that day|the day|last night|this morning|"
            rf"same date)))",
            0.87,
        ),
        (
            "collar number",
            r"\b(?:PC|DC|DS|PS|DI|PCSO|WPC|Sgt|SGT|Insp|DCI|TDC|Pc|Dc|pc|dc)[ ]"
            r"(?i:no\.? ?)?(?P<found>(?!(?:19|20)[0-9]{2}\b)[A-Z]{0,2}[0-9]{2,6}[A-Z]?)"
            r"\b(?![:./][0-9]|[ ]?(?i:am|pm|hrs)\b)",
            0.86,
        ),
        (
            "rank, name and number",
            r"\b(?:PC|DC|DS|PS|DI|PCSO|WPC|Sgt|SGT|Insp|DCI|TDC|Pc|Dc|pc|dc|"
            r"Officer)[ ]\p{L}[\p{L}'’\-]+(?:[ ]\p{L}[\p{L}'’\-]+)?,?[ ]"
            r"[(#]?(?P<found>(?!(?:19|20)[0-9]{2}\b)[A-Z]?[0-9]{3,6}[A-Z]?)\b(?![:./][0-9]"
            r"|[ ]?(?i:am|pm|hrs)\b)",
            0.85,
        ),
        (
            "number after a sender",
            r"^[ \t>]*(?i:from|to|cc|oic|officer)[ ]?:[^\n]{0,60}\p{L}[ (]{1,2}(?"
            r"P<found>(?!(?:19|20)[0-9]{2}\b)[0-9]{3,6})\b(?![:/.@])",
            0.85,
        ),
        (
            "exhibit",
            r"\b(?i:exh(?:ibit)?s?)\b\.?[ ]?(?i:ref |no\.? )?:?[ ]?(?P<found>(?i:[A-Z]"
            r"{2,4})[/ \-]?[0-9]{1,4})\b",
            0.86,
        ),
        ("exhibit, short", r"\b(?i:ex)\.?[ ](?:no\.? )?(?P<found>[A-Z]{2,4}/[0-9]{1,4})\b", 0.85),
        ("collar, announced", announced(r"collar|shoulder|epaulette|warrant card", 2), 0.88),
    )
