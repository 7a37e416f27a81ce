"""Street addresses: 14 Elm Street, flat 3 elm ct, Beech Avenue; not Crown Court, not a drive."""

from notecode.anonymising.findings import ADDRESS
from notecode.anonymising.recognisers.alternation import factored
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_KIND = factored(
    "street|str|st|road|rd|avenue|ave|av|close|cl|clo|crescent|cres|drive|dr|drv|"
    "lane|ln|la|terrace|"
    "terr|ter|tce|grove|grv|gr|gardens|gdns|gdn|court|crt|ct|place|pl|square|sq|"
    "way|wy|walk|wlk|hill|"
    "view|vw|rise|mews|parade|pde|row|green|grn|gate|park|pk|mount|mt|croft|"
    "garth|wharf|quay|bank|"
    "boulevard|blvd|circus|house|hse|tower|towers|heights|hts|lodge|cottage|"
    "cottages|cott|yard|esplanade|"
    "promenade|prom|fold|dene|dell|chase|meadow|meadows|mead|orchard|fields|field|end|villas|villa|"
    "buildings|bldgs|loan|wynd|brae|path|passage|alley|hollow|vale|bungalows|"
    "farm|barn|paddock|ridge|"
    "ride|spinney|copse|approach|causeway|side|crossing|link|holme|common|reach|"
    "landing|point|moor|clough|"
    "vennel|haugh|knowe|neuk|steadings?|mains|rigg|gait|pend|quadrant|circle|oval|bow|toll|gait|"
    "wall|nook|brow|brook|edge|shaw|royd|heys?|lea|leys|knoll|haven|lawn|ginnel|"
    "broadway|crest|dale|mill|mills|wood|warren"
)
_BUILDING = (
    "House|Court|Lodge|Mill|Tower|Towers|Hall|Cottage|Farm|Chambers|Buildings|"
    "Mansions|Point|Heights"
)
_SECOND = (
    "mews|close|court|road|rd|lane|drive|terrace|gardens|avenue|way|street|st|east|west|north|south|"
    "sth|nth"
)
_SURE_KIND = factored(
    "Street|Road|Rd|Avenue|Ave|Crescent|Cres|Lane|Ln|Terrace|Terr|Tce|Grove|"
    "Gardens|Gdns|Mews|STREET|"
    "ROAD|RD|AVENUE|AVE|CRESCENT|CRES|LANE|TERRACE|GROVE|GARDENS|MEWS|Boulevard|"
    "Parade|Square(?= (?:East|West|North|South))|Sq"
)
_MAYBE_KIND = factored(
    "Close|Cl|Drive|Dr|Court|Ct|Place|Pl|Square|Sq|Way|Walk|Hill|View|Rise|Row|"
    "Green|Croft|Garth|St|"
    "House|Hse|Park|Cottage|Cottages|Farm|Lodge|Heights|Towers|Tower|Bungalow|"
    "Villa|Villas|Barn|Manor|"
    "Mount|Bank|Fold|Chase|Meadow|Meadows|Orchard|Fields|Wynd|Brae|Path|Loan|"
    "Vennel|Haugh|Knowe|Neuk|Steading|Steadings|Mains|Quadrant|Hall|Circle|Quay|"
    "Wharf|Gate|Estate|Vale|Approach|Causeway|Copse|Spinney|CLOSE|"
    "DRIVE|COURT|WAY|HOUSE|CT|CL"
)
_NOT_A_STREET = (
    r"(?!(?i:the|a|an|in|on|at|to|of|for|and|or|his|her|their|my|our|your|crown|"
    r"county|magistrates'?|mags|family|youth|"
    r"drugs?|combined|criminal|no|by|one|every|this|that|own|some|care|"
    r"nursing|same|halfway|safe|approved|"
    r"as|be|been|it|he|she|they|we|i|you|this|hours?|hrs?|mins?|"
    r"minutes?|days?|weeks?|months?|years?|yrs?|yo|times?|x|calls?|texts?|am|pm|nd|rd|th|"
    r"different|another|any|long|took|take|going|went|from|with|is|was|up|down|out|"
    r"phone|taken|children|kids|sessions?|officers?|units?|cans?|bottles?|"
    r"other|others|more|all|both|new|who|which|that|enter|go|know|attend|visit|"
    r"said|told|su|vs|cm|om|but|so|not|if|when|until|due|re|has|had|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|miles?|pages?|people|men|"
    r"women|visits?|appts?)\b|(?:high|right|mother|main|next|drive|open|half|back|first|second)\b)"
)
_NOT_TITLED = (
    r"(?!(?:The|A|An|In|On|At|To|Of|For|And|Or|His|Her|Their|Crown|County|"
    r"Magistrates|Family|Youth|Criminal|"
    r"Halfway|Approved|Care|Nursing|This|That|My|Your|Our|From|With|Was|Is|Off|"
    r"Down|Up|Near|Along|Any|Every|"
    r"Said|Told|Police|Probation|Marac|Mental|Which|Another|By)\b)"
)
_WORD = r"(?:\p{L}[\p{L}'’\-]{0,19}|\p{L}{1,3}\.)"
_CAPITAL = r"\p{Lu}[\p{L}'’]{1,19}(?:-\p{L}{1,15}){0,4}"
_TITLED = r"\p{Lu}(?:[\p{L}'’]*\p{Ll}[\p{L}'’]*)(?:-\p{L}{1,15}){0,4}"
_FLAT = (
    r"(?:(?i:flat|flt|apartment|apt|unit|room|rm|plot|caravan|bedsit|studio|block|"
    r"pitch|no\.?|number)"
    r"[ ]?(?i:no\.? ?)?(?:[A-Z]?[0-9]{1,4}[A-Za-z]?|"
    r"[A-Z])\b(?![.:][0-9])(?:/[0-9]{1,2}\b)?[ ]?[,\-/]?[ ]{0,2}|"
    r"[0-9][FR][0-9],?[ ]|[0-9]{1,2}/[0-9]{1,2},[ ])"
)
_NUMBER = (
    r"(?!(?:19|20)[0-9]{2}\b|0)[0-9]{1,4}(?:[ ]?[A-Da-d]\b|"
    r"[A-Za-z]\b)?(?:[ ]?[\-–/&][ ]?[0-9]{1,4}[A-Za-z]?)?"
)
_POSTCODE = r"[A-Za-z]{1,2}[0-9][0-9A-Za-z]?[ ]?[0-9][A-Za-z]{2}\b"
_NO_TOWN = (
    r"(?!(?i:police|marac|idva|social|probation|children|she|he|they|her|his|su|vs|this|the)\b)"
)
_TOWN = (
    rf"(?:(?:,[ ]?{_CAPITAL}(?:[ -](?:\p{{Lu}}[\p{{L}}'’]+|on|upon|in|the|under|le|"
    rf"y|yr|of)){{0,3}}){{1,4}},?[ ](?={_POSTCODE})|"
    rf",[ ]{_NO_TOWN}{_CAPITAL}(?:[ -]\p{{Lu}}[\p{{L}}'’]+)?(?:,[ ]"
    rf"{_NO_TOWN}{_CAPITAL}(?:[ -]\p{{Lu}}[\p{{L}}'’]+)?)?"
    rf"(?=[ ]?[.;)\n]|[ ]?$))?"
)
_NO_MORE = (
    r"(?![ ](?i:team|project|service|services|centre|surgery|clinic|police|hostel|"
    r"school|primary|staff|refuge|hospital|prison|order|nick|station)\b)"
)
_NO_STREET = (
    r"(?i:attends?|attended|attending|visit|visits|visited|school|church|hospital|called|rang|seen|"
    r"met|told|left|goes|went|saw|college|parish|hospice|primary|academy|spoke|contacted|emailed|"
    r"phoned|dear|hi|doctor|ward)"
)
"""What stands before a saint or a doctor, and is no name of a street."""
_JOINS = (
    "about|above|after|again|agreed|although|another|around|arrived|because|before|behind|being|"
    "below|between|called|carpark|during|every|looking|nearby|nothing|outside|parked|police|"
    "school|seen|shops?|shopping|since|someone|spoke|still|their|there|these|they|thinks?|today|"
    "tomorrow|towards|trying|until|walking|waiting|wearing|where|which|while|without|would|"
    "yesterday"
)
"""Plain words that follow a street, and name no place."""
_LIVES = (
    r"\b(?i:liv(?:es|ed|ing)|resid(?:es|ed|ing)|stay(?:s|ed|ing)|lodging|sleeping|"
    r"bailed|moved|moving|addr(?:ess)?(?: is)?|"
    r"rehoused|housed|rents|renting|property|h/v|hv|home visit|visit|visited|"
    r"attended|tenancy|premises)"
    r"(?i:[ ](?:at|to|in|is|with|back|now|out|over|of|on)){0,3}[ ]?[:,]?[ ]?"
)


class AddressRecogniser(CasedPatternRecogniser):
    """Numbered addresses in any letter case; streets without a number in capitals only."""

    type = ADDRESS
    recogniser = "address"
    expressions = (
        (
            "numbered",
            rf"(?<![\w/£:.\-\[])(?:[0-9](?:st|nd|rd|th) [Ff]loor,[ ])?{_FLAT}?(?:(?"
            rf":{_TITLED}[ ]){{1,2}}(?:{_BUILDING}),[ ])?(?<![0-9/]){_NUMBER},?[ ]{{1,2}}(?"
            rf":(?i:st)\.?[ "
            rf"])?(?:{_NOT_A_STREET}{_WORD}[ ]){{1,3}}?(?i:{_KIND})\b(?!['’])(?!-\p{{L}})(?"
            rf":[ ](?i:{_SECOND})\b)?{_TOWN}",
            0.87,
        ),
        (
            # what is joined to a numbered house by a word; the house is found by itself
            "part of a house",
            r"\b(?P<found>(?i:(?:flats?|bedsit|rooms?|maisonette|basement|annexe?)"
            r"[ ](?:above|over|behind|below|under)|(?:annexe?|basement|rear),)[ ](?i:no\.? ?)?"
            rf"{_NUMBER},?[ ](?:{_CAPITAL}[ ]){{1,3}}(?:{_SURE_KIND}|St|Close|Hill|Place))\b",
            0.88,
        ),
        (
            "numbered, an ordinary name",
            rf"(?<![\w/£:.\-\[]){_FLAT}?{_NUMBER},?[ ](?i:(?:high|main|new|back|first|"
            rf"second|third|fourth|fifth|long|old|church|mill|station|park|"
            r"north|south|east|west|middle|upper|lower|front|side|market|crown|school|"
            r"home|family|right|open)[ ]"
            rf"(?:street|st|road|rd|lane|ln|avenue|ave|terrace|drive|close|crescent|"
            rf"gardens|place|court|row|way|end|side|street))\b(?!['’]){_TOWN}",
            0.85,
        ),
        (
            "farm or cottage",
            rf"\b(?:The )?(?:{_NOT_TITLED}{_TITLED}[ ]){{1,3}}(?:Farm Cottages?|Cottages?|"
            rf"Farmhouse|Farm|Steadings?|Mains|Manse|Croft|Bungalow)\b{_TOWN}",
            0.79,
        ),
        (
            "named house after a cue",
            rf"\b(?i:addr(?:ess)?|home address|lives at|residing at|"
            rf"resides at)(?i:[ ]is)?[ ]?[:\-]?[ ](?P<found>(?:The )?"
            rf"{_NOT_TITLED}{_TITLED}(?:[ ]{_TITLED}){{0,3}})(?=,[ ])",
            0.79,
        ),
        (
            "house after a cue",
            rf"{_LIVES}(?P<found>(?:The )?{_NOT_TITLED}{_TITLED}(?:[ ]{_TITLED}){{0,3}},[ ]"
            rf"{_NO_TOWN}{_TITLED}(?:[ ]{_TITLED})?)(?=[ ]?[.;)\n]|[ ]?$|,?[ ]{_POSTCODE})",
            0.79,
        ),
        (
            "numbered name after a cue",
            rf"\b(?i:at|of|to|from|outside|address|lives|addr|for|"
            rf":)[ ]?:?[ ](?P<found>{_NUMBER},?[ ]{_NOT_A_STREET}{_TITLED}(?:[ ]"
            rf"{_NOT_A_STREET}{_TITLED})?)"
            rf"(?=,[ ]{_CAPITAL}|[ ]?[.;)\n]|[ ]?$)(?![ ]?(?i:am|pm)\b)",
            0.8,
        ),
        (
            "the name alone",
            rf"(?<![\w/£:.\-\[]){_FLAT}?{_NUMBER},?[ ](?i:the )(?:\p{{Lu}}[\p{{L}}'’]+[ ])?"
            rf"(?i:{_KIND}|avenue|"
            r"crescent|willows|oaks|beeches|limes|laurels|poplars|firs|elms|cedars|"
            r"maltings|shambles)s?\b(?!['’])",
            0.86,
        ),
        (
            "flat",
            r"\b(?i:flat|flt|apartment|apt|bedsit)[ ]?(?i:no\.? ?)?(?:[0-9]{1,4}[A-Za-z]?|"
            r"[A-H])\b(?![.:][0-9])(?:,?[ "
            r"]\p{Lu}[\p{L}'’]+(?:[ ]\p{Lu}[\p{L}'’]+)?(?:[ ](?i:house|court|tower|towers|"
            r"heights|lodge|point|ct|hse|ho|mansions|buildings)))?",
            0.85,
        ),
        (
            "street",
            rf"\b(?:[0-9](?:st|nd|rd|th) [Ff]loor,[ ])?(?:The (?:{_CAPITAL}[ ]?){{1,2}},[ ]"
            rf")?(?:(?:St\.? )?{_NOT_TITLED}{_TITLED}[ ]){{1,3}}"
            rf"(?:{_SURE_KIND})\b(?!['’])(?:[ ](?:East|West|North|South)\b)?{_NO_MORE}{_TOWN}",
            0.84,
        ),
        (
            "smaller street",
            rf"(?<=[\p{{L}}\p{{P}}0-9][ ])(?:(?!(?:Safe|Right|Wrong|Only|Best|Long|Same|"
            rf"Stop|Hard|Google|Test|Food|"
            rf"First|Another|Drive|Support|Common|Training|Work|"
            rf"Market)\b){_NOT_TITLED}{_TITLED}[ ]){{1,3}}"
            r"(?:Drive|Close|Place|Way|Walk|Row|Wynd|Brae|Loan|Path|Rise|View|Quay|Wharf|"
            r"Cottages|Villas|Heights)"
            rf"\b(?!['’])(?![ ](?i:project|programme|team|worker|case|cm|service|su)\b){_NO_MORE}",
            0.79,
        ),
        (
            "street in capitals",
            rf"\b(?:ST\.? )?{_NOT_A_STREET}\p{{Lu}}[\p{{Lu}}'’]{{2,19}}[ ](?:STREET|ROAD|"
            rf"RD|AVENUE|AVE|CRESCENT|CRES|LANE|LN|TERRACE|"
            rf"GROVE|GARDENS|GDNS|MEWS|(?<=\b(?:ON|IN|AT|ATT|TO|OFF|NEAR|FROM|"
            rf"OUTSIDE)[ ]\p{{Lu}}+[ ])(?:ST|CLOSE|DRIVE|COURT|WAY|CT|CL|"
            rf"DR))\b{_NO_MORE}(?!['’])",
            0.83,
        ),
        (
            "pitch or plot",
            r"\b(?i:plot|pitch|caravan|berth|chalet|mooring)[ ](?i:no\.? |"
            r"number )?[A-Z]?[0-9]{1,3}[A-Z]?\b(?![.:/][0-9])"
            rf"(?:,[ ](?:{_CAPITAL}[ ]){{1,3}}(?:Site|Park|Caravan Site))?",
            0.84,
        ),
        (
            "caravan site",
            rf"\b(?:{_CAPITAL}[ ]){{1,3}}(?i:caravan site|caravan park|holiday park|"
            rf"holiday village|mobile home park|traveller site|travellers site)\b",
            0.84,
        ),
        (
            "street after a cue",
            rf"\b(?i:at|on|in|lives|living|moved to|address|addr|off|near|from|to|outside|"
            rf"between|top of|bottom of|end of|corner of|opposite|enter|entering|approach|attend|"
            rf"attended|visit|visited|"
            rf"past|via|"
            rf"behind|towards|down|along|round)[ ]{{1,2}}(?i:is |at |on |in )?:?[ ]?"
            rf"(?P<found>(?:(?i:the) )?(?:{_NOT_A_STREET}{_CAPITAL}[ ]){{1,3}}(?"
            rf":{_MAYBE_KIND})\b(?!['’]){_NO_MORE}{_TOWN})",
            0.79,
        ),
        (
            "small street after a cue",
            r"\b(?i:on|in|at|off|near|down|along|up|from|to|outside|lives|corner of|opposite)[ ]"
            rf"(?P<found>(?:st\.?[ ])?(?:{_NOT_A_STREET}\p{{Ll}}[\p{{Ll}}'’\-]{{1,19}}[ ]){{1,3}}?"
            rf"(?i:street|road|rd|avenue|ave|crescent|cres|lane|terrace|grove|gdns|"
            rf"gardens))\b{_NO_MORE}(?!['’])",
            0.82,
        ),
        (
            "small street, cut",
            r"\b(?i:on|in|at|off|near|down|along|up|from|to|outside|lives|corner of|opposite|come|"
            r"coming|meet|meeting|bottom of|top of|end of)[ ]"
            rf"(?P<found>(?:{_NOT_A_STREET}(?!{_NO_STREET}\b)\p{{Ll}}[\p{{Ll}}'’\-]{{3,19}}"
            rf"[ ]){{1,2}}?st)"
            r"(?=[ ]?[,;.:)\n]|[ ]?$|[ ](?:in|at|and|off|near|with|by|he|she|they|where|when|but"
            r"|to|"
            r"su|vs|as|again|is|was|for)\b)",
            0.81,
        ),
        (
            "main street of a place",
            r"\b(?i:on|in|at|off|near|down|along|up|from|to|outside|enter|lives|of)[ ](?P<found>"
            r"(?:High|Main|Front|Back|Market|Church|Station) (?:Street|St|Road|Rd|Lane))"
            r"(?=,?[ ]\p{Lu}\p{Ll}{2,})(?!,?[ ](?:Police|School|Surgery|Church|Primary))",
            0.8,
        ),
        (
            "main street of a place, small",
            r"\b(?i:on|in|at|off|down|along|up|outside)[ ]"
            r"(?P<found>(?:high|main|front) (?:street|st))"
            rf"(?=[ ](?!(?:{_JOINS})\b)\p{{Ll}}{{5,}})",
            0.8,
        ),
        (
            "street of one word",
            r"\b(?i:on|along|down|off)[ ](?i:the )?(?P<found>Broadway|Kingsway|Queensway|Cheapside|"
            r"Piccadilly|Strand|Haymarket|Headrow|Minories|(?!Motorgate|Water)\p{Lu}\p{Ll}{2,}gate|"
            r"(?!(?:Nor|Gal|Sub|Motor|Rail|Run|Stair|Path|Half|Any|Alley|Gate|Hall|Free)way\b)\p{Lu}"
            r"\p{Ll}{2,}way)(?=[ ]?[.,;)\n]|[ ]?$|[ ](?:and|at|near|in|by|with|when|to|again|he"
            r"|she|"
            r"they|where|after|before|around|about)\b)",
            0.79,
        ),
        (
            "number after a cue",
            r"\b(?i:lives at|living at|address is|address|moved to|next door at|stays at|"
            r"staying at|neighbour at|"
            r"house at|bailed to|visit to|h/v to)[ ]?:?[ ](?i:no\.? |number |"
            r"nr )?(?P<found>[0-9]{1,4}[A-Za-z]?)"
            r"(?=[ ]?[.,;\n]|[ ]?$|[ ](?i:and|with|but|since|he|she)\b)(?![.,][0-9])",
            0.82,
        ),
        (
            "somebody's house",
            r"\b(?i:mum|mam|nan|nana|gran|dad|sister|brother|aunt|uncle|mate|pal|"
            r"ex)'s(?i:[ ](?:house|flat|place))?[ ](?i:at|is)[ ]"
            r"(?P<found>(?:1[3-9]|[2-9][0-9]|[0-9]{3})[A-Za-z]?)\b(?![.:/][0-9]|"
            r"[ ]?(?i:am|pm|hrs|yrs|years|min))",
            0.8,
        ),
        (
            "called a number",
            r"\b(?:(?i:at|from|of|opposite|lives|visited|next door to|"
            r"neighbours? (?:at|of|from|in)|to|outside|"
            r"on|marker on|marker for)|,)[ ]"
            r"(?P<found>(?i:no\.?|number|nr|house)[ ]?[0-9]{1,4}[A-Za-z]?)\b"
            r"(?![.:/][0-9]|[ ](?i:of|times|in)\b|[ ]?(?i:bus)|[0-9])(?<![0-9]{4})",
            0.8,
        ),
        (
            "neighbour at",
            r"\b(?i:neighbour|neighbor|next door)[^.\n0-9]{0,25}[ ](?i:at|"
            r"no\.?)[ ](?P<found>[0-9]{1,3}[A-Za-z]?|[0-9][FR][0-9])\b(?![.:/][0-9]|"
            r"[ ]?(?i:am|pm|hrs))",
            0.82,
        ),
        (
            "number and name after a cue",
            rf"{_LIVES}(?P<found>{_FLAT}?{_NUMBER},?[ ](?:{_NOT_A_STREET}{_CAPITAL})(?:[ ]"
            rf"{_NOT_A_STREET}{_CAPITAL}){{0,2}}{_TOWN})"
            r"(?![ ]?(?i:am|pm)\b)",
            0.82,
        ),
        (
            "number and name before a postcode",
            rf"(?<![\w/£:.\-\[]){_NUMBER},?[ ]{_CAPITAL}(?:[ ]{_CAPITAL}){{0,3}}{_TOWN}(?"
            rf"=,?[ ]{_POSTCODE})",
            0.84,
        ),
        (
            "number of a door",
            r"\b(?i:door|house|property|bungalow)[ ](?i:is |at |was )?(?P<found>(?i:no\.?|number|"
            r"nr)[ ]?[0-9]{1,4}[A-Za-z]?)\b(?![.:/][0-9]|[ ](?i:of|times|in)\b)",
            0.81,
        ),
        (
            "second of two streets",
            rf"\b(?:St|Rd|Street|Road|Lane|Drive|Close|Way|Ave|Avenue)[ ](?:and|&|to|/|or)[ ]"
            rf"(?P<found>(?:{_NOT_TITLED}{_TITLED}[ ]){{1,3}}(?:{_MAYBE_KIND}))\b(?!['’])"
            rf"{_NO_MORE}",
            0.81,
        ),
        (
            "small close after a cue",
            r"\b(?i:lives|living|stays|staying|resides|moved|moving|address(?: is)?|bailed)[ ]"
            r"(?i:on |at |in |to |with (?:mum|dad|nan|sister) (?:on|at|in) )"
            rf"(?P<found>(?:{_NOT_A_STREET}\p{{Ll}}[\p{{Ll}}'’\-]{{2,19}}[ ]){{1,2}}?"
            rf"(?i:close|drive|cl|dr|ct|walk|rise|croft|mews|cres))\b{_NO_MORE}(?!['’])",
            0.8,
        ),
        (
            "short street",
            rf"(?<!{_NO_STREET}[ ])\b{_NOT_TITLED}(?!{_NO_STREET}\b){_TITLED}[ ]"
            r"(?:St|Dr|Cl|Ct|Gr|Pk)(?=[ ]?[,;:)/\n]|[ ]?$|\.[ ]?(?:$|\n)|"
            r"[ ](?:[–(\-]|(?:and|or|at|in|on|to|by|with|but|he|she|they|when|where|near|from|is|"
            r"was|off|again|today|after|before|su|vs|re)\b))",
            0.81,
        ),
        (
            "short street in capitals",
            rf"(?<!{_NO_STREET}[ ])\b{_NOT_A_STREET}(?!{_NO_STREET}\b)\p{{Lu}}[\p{{Lu}}'’]{{3,19}}"
            r"[ ]ST\b(?!\.?[ ]\p{Lu}+['’]?S\b|\.?[ ](?:PETER|PAUL|JOHN|MARY|LUKE|JUDE|ANNE?|"
            r"MARK|DAVID|FRANCIS|BARNABAS)\b|['’])",
            0.81,
        ),
        ("PO box", r"\b(?i:p\.?o\.? box)[ ][0-9]{1,6}\b", 0.86),
    )
