"""Street addresses: 14 Elm Street, flat 3 elm ct, Beech Avenue; not Crown Court, not a drive."""

from notecode.anonymising.findings import ADDRESS
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_KIND = (
    "street|st|road|rd|avenue|ave|av|close|crescent|cres|drive|lane|ln|terrace|terr|"
    "tce|grove|gardens|gdns|"
    "court|ct|place|pl|square|sq|way|walk|hill|view|rise|mews|parade|row|green|gate|"
    "park|mount|croft|"
    "garth|drove|wharf|quay|bank|boulevard|circus|house|tower|towers|heights|lodge|"
    "cottage|cottages|yard"
)
_SURE_KIND = (
    "Street|Road|Rd|Avenue|Ave|Crescent|Cres|Lane|Terrace|Grove|Gardens|Gdns|Mews|STREET|"
    "ROAD|AVENUE|CRESCENT|LANE|TERRACE|GROVE"
)
_MAYBE_KIND = (
    "Close|Drive|Court|Place|Square|Way|Walk|Hill|View|Rise|Row|Green|Croft|Garth|St|House|Park"
)
_NOT_A_STREET = (
    r"(?!(?i:the|a|an|in|on|at|to|of|for|and|or|his|her|their|my|our|your|crown|"
    r"county|magistrates'?|family|high|youth|"
    r"drugs?|combined|criminal|no|by|one|every|this|that|own|some|right|mother|care|"
    r"nursing|main|same|next|halfway|safe|"
    r"drive|open|half|as|be|been|it|he|she|they|we|i|you|this|hours?|hrs?|mins?|"
    r"minutes?|days?|weeks?|months?|years?|times?|x|calls?|texts?|am|pm|nd|rd|th|"
    r"different|another|any|long|took|take|going|went|from|with|is|was|up|down|out|"
    r"phone|taken|back|first|second)\b)"
)
_WORD = r"[\p{L}][\p{L}'’.]{0,19}"
_FLAT = (
    r"(?:(?i:flat|apartment|apt|unit|room|rm|plot|caravan)[ ]?(?i:no\.? ?)?[0-9]{1,"
    r"4}[A-Za-z]?,?[ ]{1,2})"
)
_NUMBER = r"(?!(?:19|20)[0-9]{2}\b)[0-9]{1,4}(?:[A-Za-z]\b)?(?:[ ]?[\-–/][ ]?[0-9]{1,4}[A-Za-z]?)?"


class AddressRecogniser(CasedPatternRecogniser):
    """Numbered addresses in any letter case; streets without a number in capitals only."""

    type = ADDRESS
    recogniser = "address"
    expressions = (
        (
            "numbered",
            rf"(?<![\w/£:.\-\[]){_FLAT}?(?<![0-9/]){_NUMBER},?[ ]{{1,2}}(?:(?i:st)\.?[ "
            rf"])?(?:{_NOT_A_STREET}{_WORD}[ ]){{1,3}}?(?i:{_KIND})\b(?!['’])",
            0.87,
        ),
        (
            "flat",
            r"\b(?i:flat|apartment|apt)[ ]?(?i:no\.? ?)?[0-9]{1,4}[A-Za-z]?(?:,?[ "
            r"]\p{Lu}\p{L}+(?:[ ](?i:house|court|tower|heights|lodge))?)?",
            0.85,
        ),
        (
            "street",
            rf"\b(?:(?:St\.? )?{_NOT_A_STREET}\p{{Lu}}[\p{{L}}'’]{{1,19}}[ ])"
            rf"{{1,3}}(?:{_SURE_KIND})\b(?![ ](?i:team|project|service|centre|surgery|"
            rf"clinic|police|hostel|school|primary))",
            0.84,
        ),
        (
            "street after a cue",
            rf"(?<=\b(?i:at|on|in|lives|living|moved to|address|addr|off|near)[ "
            rf"]{{1,2}}(?i:is |at |on |in )?:?[ ]?)"
            rf"(?:{_NOT_A_STREET}\p{{Lu}}[\p{{L}}'’]{{1,19}}[ ])"
            rf"{{1,2}}(?:{_MAYBE_KIND})\b(?![ ](?i:team|project|service|centre|staff|"
            rf"hostel|school|primary|refuge))",
            0.83,
        ),
        (
            "small street after a cue",
            rf"(?<=\b(?i:on|in|at|off|near)[ ])(?:(?i:st)\.?[ ])"
            rf"?(?:{_NOT_A_STREET}{_WORD}[ ]){{1,3}}"
            r"(?i:street|road|avenue|crescent|lane|terrace|grove)\b",
            0.82,
        ),
        (
            "number after a cue",
            r"(?<=\b(?i:lives at|living at|address is|address|door|at number|moved to|"
            r"next door at)[ ]?:?[ ](?i:no\.? ?|number )?)[0-9]{1,4}[A-Za-z]?(?=[ "
            r"]?[.,;\n]|[ ]?$)",
            0.82,
        ),
    )
