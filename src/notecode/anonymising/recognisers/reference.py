"""Whatever is called a reference, and strings that look like identifiers though nobody says so.

Such a string is masked even where its kind is unknown: a lost number costs a reader little, a
leaked one may name a victim.
"""

from collections.abc import Iterator
from typing import ClassVar

from notecode.anonymising.findings import REFERENCE, Finding
from notecode.anonymising.recognisers.announcing import announced, announced_in_groups
from notecode.anonymising.recognisers.helplines import without_helplines
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_CALLED = (
    r"ref(?:erence)?s?|r\.ref|our ref|your ref|case|file|record|id|i\.d|no|number|num|nr|code|pin|"
    r"reg(?:istration)?|quote|quoting|under|application|app|report|complaint|"
    r"ticket|enquiry|cert(?:ificate)?|fac|label|seal|tag|badge|holding|herd|flock|"
    r"entry|vin|chassis|engine|barcode|docket|voucher|receipt|pcn|pf|copfs|chs|chi|scro|ivpd|vpd|sid"
)
_SPOKEN = "oh|zero|nought|one|two|three|four|five|six|seven|eight|nine"
_ALPHABET = (
    "alpha|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliet|kilo|lima|"
    "mike|november|oscar|papa|"
    "quebec|romeo|sierra|tango|uniform|victor|whisk(?:e)?y|x-?ray|yankee|zulu"
)
_NO_RANGE = (
    # years, times and days with a hyphen or slash between them, and what follows "feb" or "q3"
    r"(?!(?:19|20)[0-9]{2}[/\-](?:[0-9]{2}|(?:19|20)[0-9]{2})(?![0-9]))"
    r"(?!(?:[01]?[0-9]|2[0-3])[0-5][0-9](?i:hrs?|am|pm)?[\-/](?:[01]?[0-9]|"
    r"2[0-3])[0-5][0-9](?i:hrs?|am|pm)?\b)"
    r"(?!(?i:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*[\-/]?(?:19|20)[0-9]{2}\b)"
    r"(?![0-9]{1,2}[/\-][0-9]{1,2}[/\-](?:19|20)?[0-9]{2}[\-/][0-9])"
)


class ReferenceRecogniser(CasedPatternRecogniser):
    """Announced references, strings of letters and digits, and long numbers."""

    type = REFERENCE
    recogniser = "reference"
    only_with: ClassVar = {"spelt by the alphabet": rf"(?i:\b(?:{_ALPHABET})\b)"}
    expressions = (
        ("announced", announced(_CALLED, 4), 0.89),
        (
            "sure",
            announced(
                r"(?:ref(?:erence)?|id|i\.d|case|file|record|pin|urn)"
                r"[ ]?(?:no|number|num|ref|code|id|:|#|is)",
                3,
            ),
            0.89,
        ),
        (
            "in groups",
            announced_in_groups(r"ref(?:erence)?s?|our ref|your ref|case (?:no|number|ref)", 6),
            0.89,
        ),
        (
            "letters and digits",
            rf"(?<![\w£/\-\[@.]){_NO_RANGE}(?=[A-Za-z]*[0-9])(?=[0-9]*[A-Za-z])"
            r"(?=(?:[A-Za-z/\-]*[0-9]){5})[A-Za-z0-9](?:[A-Za-z0-9]|"
            r"[/\-](?=[A-Za-z0-9])){5,29}(?![\w\]])(?<![0-9]{4}hrs)",
            0.84,
        ),
        (
            "groups of digits with marks",
            rf"(?<![\w£$€/\-.,]){_NO_RANGE}(?![0-9]{{1,2}}[/\-][0-9]{{1,2}}[/\-][0-9]{{2,4}}\b)"
            rf"[0-9]{{2,10}}(?:[/\-][0-9]{{2,10}}){{1,4}}(?![\w/]|[.,][0-9])"
            r"(?<=(?:[0-9][/\-]?){7})",
            0.83,
        ),
        ("a letter, a slash, a number", r"(?<![\w/£])[A-Za-z]{1,4}/[0-9]{5,9}(?![\w/])", 0.84),
        (
            "letters and a number with hyphens, announced",
            r"\b(?i:a/c|ref(?:erence)?|acc(?:ount)?|no|number|id|case|"
            r"file)\b\.?[ ]?(?i:no\.? |number |is )?:?[ ]?"
            r"(?P<found>(?=[A-Z0-9/\-]*[0-9])(?=[0-9/\-]*[A-Z])[A-Z0-9]{2,10}(?:[/\-]"
            r"[A-Z0-9]{1,10}){1,5})\b",
            0.86,
        ),
        (
            "badge or licence plate",
            r"\b(?i:badge|plate|permit|licen[cs]e|ticket|locker|holder|unit|batch|"
            r"ref)[ ]?(?i:no|number|num|ref|is)?\b\.?[ ]?:?[ ]?"
            r"(?P<found>[A-Z]{1,5}[ \-]?[0-9]{3,8}[A-Z]?)\b",
            0.86,
        ),
        (
            "letters and a number",
            r"\b(?!(?:CRN|PNC|NHS|URN|CAD|LOG|REF|NINO|NI|UC|TEL|MOB|PC|DC|DS|PS|DI|PCSO|"
            r"WPC|RING|CALL|CRO|LCS|HMP|NO|ID|HO|UAN|"
            r"ACC|FAX|PH|SU|VS|OM|CM|SW|TO|ON|OF|AT|FROM|LINE|CODE|MOBILE|PHONE|OASYS|DOB|"
            r"DWP|EXT|TEXT|CARD|CRIS|EMIS|PCN|VO|UPN|CHI|CHS|IMEI|NASS|WYP|GMP|MET|BWV|PPN|RIO|"
            r"LAS|ICS|SCRO|CNP|NASS|BRP|GWF|INC|JOB|OCC|CPS|PIN|TAG|UTR|LOG|EXH|SEAL)\b)"
            r"[A-Z]{2,4}[ ][0-9]{5,8}[A-Z]?\b(?![/\-][0-9])",
            0.83,
        ),
        (
            "three threes",
            r"(?<![\w£$€.,/\-])[0-9]{3}[ \-][0-9]{3}[ \-][0-9]{3}(?![\w]|[ \-.,][0-9])",
            0.83,
        ),
        (
            "letters and groups, announced",
            r"\b(?i:ref(?:erence)?|no|number|id|shoulder|collar|badge|case|"
            r"file)\b\.?(?i:[ ](?:no|number|ref|is))?\.?[ ]?[:\-]?[ ]"
            r"(?P<found>(?=(?:[A-Z/\- ]*[0-9]){3})(?![0-9])(?:[A-Z0-9]{1,6}(?:[ ](?"
            r"=[A-Z0-9]*[0-9])|[/\-])){1,4}[A-Z0-9]{1,8})(?![A-Za-z0-9])",
            0.86,
        ),
        (
            "dictated",
            r"\b(?=[^\n]{0,40}[0-9])[A-Za-z0-9]{1,10}(?:[ ](?i:slash|stroke|oblique|"
            r"forward slash)[ ][A-Za-z0-9]{1,10}){1,5}\b(?<=[0-9].{0,60})",
            0.85,
        ),
        (
            "digits in words, announced",
            rf"\b(?i:ref(?:erence)?|number|no|log|crn|pnc|id|code|pin|urn|account|"
            rf"crime)\b(?i:[ ](?:number|no|ref|is|was)){{0,4}}[ :]{{1,2}}"
            rf"(?P<found>(?i:(?:{_SPOKEN}|double|treble|triple)(?:[ ,\-]+(?:{_SPOKEN}|"
            rf"double|treble|triple|slash|dash)){{2,20}}))\b",
            0.84,
        ),
        (
            "spelt by the alphabet",
            rf"\b(?i:(?:(?:{_ALPHABET}|{_SPOKEN}|double|[0-9]{{1,2}})[ ,\-]+){{4,16}}(?"
            rf":{_ALPHABET}|{_SPOKEN}|[0-9]{{1,2}}))\b"
            rf"(?<=(?i:{_ALPHABET})\b.{{0,150}})",
            0.84,
        ),
        ("five and five", r"(?<![\w£$€.,/\-:])[0-9]{5,6}[ \-][0-9]{5,6}(?![\w]|[.,:][0-9])", 0.83),
        (
            "groups of digits",
            r"(?<![\w£$€.,/\-:])[0-9]{2,6}(?:[ \-][0-9]{2,6}){2,5}(?![\w]|"
            r"[.,:/][0-9])(?<=(?:[0-9][ \-]?){8})",
            0.82,
        ),
        (
            "a letter, a hyphen, a number",
            r"(?<![\w/£\-])[A-Z]{1,3}-(?!(?:19|20)[0-9]{2}\b)[0-9]{4,8}(?![\w/])",
            0.83,
        ),
        (
            "number in brackets after a name",
            r"(?<=\p{Lu}\p{L}+[ ])\((?P<found>(?!(?:19|20)[0-9]{2}\))[0-9]{4,6})\)",
            0.83,
        ),
        (
            "six digits",
            r"(?<![\w£$€.,/\-:])[0-9]{6}(?![\w/]|[.,:\-][0-9]|[ ]?(?i:pounds|quid|miles|"
            r"people|steps|words|followers|views))",
            0.81,
        ),
        (
            "six and four",
            r"(?<![\w£$€.,/\-])[0-3][0-9][01][0-9]{3}[ \-][0-9]{4}(?![\w]|[.,][0-9])",
            0.84,
        ),
        (
            "digit by digit",
            r"(?<![\w£$€.,/\-])[0-9](?:[ \-][0-9]){5,19}(?![\w]|[ \-.,/][0-9])",
            0.84,
        ),
        (
            "two digits, a slash, many",
            r"(?<![\w/£.])(?!(?:0?[1-9]|1[0-2])/(?:19|20)[0-9]{2}\b)[0-9]{2}/[0-9]"
            r"{4,8}[A-Za-z]?(?![\w/])",
            0.84,
        ),
        (
            "a letter and groups",
            r"(?<![\w/])[A-Z]{1,5}/(?:[0-9A-Z]{1,6}/){0,3}[0-9]{2,8}[A-Z]?(?![\w/])"
            r"(?<=(?:[0-9][A-Z/]*){4})(?<![A-Z]/[0-9]{1,2}/(?:20)?[0-9]{2})",
            0.84,
        ),
        ("long number", r"(?<![\w£$€.,/\-])[0-9]{7,20}(?![\w]|[.,][0-9])", 0.83),
        ("grouped number", r"(?<![\w£$€.,/\-])[0-9]{4}(?:[ \-][0-9]{4}){2,4}(?![\w])", 0.84),
        (
            "announced, with marks in it",
            r"\b(?i:ref(?:erence)?|no|number|id|case|crime|occurrence|occ|niche|log|incident|urn|crn)"
            r"\b\.?[ ]?:?[ ]?(?P<found>[0-9A-Z]{1,8}[*_~][0-9*_~]{3,12})(?!\w)",
            0.85,
        ),
        (
            "letters and a short number, announced",
            r"\b(?i:ref(?:erence)?|case ref|our ref|your ref)\b\.?[ ]?[:\-–]?[ ]"
            r"(?P<found>[A-Z]{1,4}[/\-][0-9]{1,4})(?![\w/\-])",
            0.85,
        ),
        (
            "a letter, a year, a number",
            r"(?<![\w/£\-])[A-Z]{1,3}-[0-9]{2}-[0-9]{3,6}(?![\w/\-])",
            0.84,
        ),
        (
            "a number and its check digit, in a cell",
            r"\b(?i:ref(?:erence)?|no|number|id|claim|account|acc|case)[ ]?[|\t][ \t]*"
            r"(?P<found>[0-9]{5,12}-[0-9])(?=[ \t]*(?:$|[|\t]))",
            0.85,
        ),
        ("after a hash", r"(?<![\w&#])#[ ]?(?P<found>[0-9]{3,12})\b", 0.83),
    )

    def find(self, text: str) -> Iterator[Finding]:
        """The references, without the numbers of public helplines."""
        yield from without_helplines(text, super().find(text))
