"""Ages that are said in passing: "Zayn now 8", "left home at 16", "Romanian national, 34"."""

from notecode.anonymising.findings import AGE
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_NUMBER_WORD = (
    r"(?i:three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty)"
    r"(?:[ \-](?:one|two|three|four|five|six|seven|eight|nine))?)"
)
_YEARS = rf"(?:[1-9][0-9]?|{_NUMBER_WORD}\b)"
_UNIT = r"(?:[ ]?(?i:yrs?|years|mths|months|mnths|wks|weeks|y)(?: old)?\b)?"
_YOUNG = r"(?:[5-9]|1[0-9]|2[0-5]|(?i:five|six|seven|eight|nine|ten|eleven|twelve|\p{L}{3,5}teen))"
_NO_HOUR = r"(?![:.][0-9]|[0-9]|[ ]?(?i:am|pm|o'?clock|hrs|hours|mins|ish|%|x\b|st\b|nd\b|th\b))"
_NO_COUNT = (
    r"(?![:.,/][0-9]|[ ]?(?i:weeks?|wks|days?|months?|mths|hrs|hours?|sessions?|calls?|texts?"
    r"|times?|"
    r"visits?|x\b|units?|cans?|pints?|appts?|appointments?|of|people|officers?|incidents?|dnas?|points?|"
    r"%|am|pm|mins?|minutes|miles|stone|k\b|notes?|reports?|breaches|offences|arrests|missed|more|"
    r"other|children|kids|left|out|referrals?|agencies|clear|clean|behind|failed|unanswered|over))"
)
_NO_MEASURE = (
    r"(?![ ]?(?i:ft|foot|feet|inch|st\b|kg|lbs?|grand|quid|pounds?|p\b|doors?|metres|m\b|km|yards|"
    r"streets?|til|till|to\b|in total|down|up\b|stops?|seconds|secs|foot|goes|drinks?|bottles?|"
    r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|-|–|hrs|month|week|day|year|minute|hour|"
    r"convictions?|charges?|counts?|cautions?|bed|beds|bedroom|stairs|floors?|rooms?|nights?|"
    r"mornings?|evenings?|credits?|shifts?|jobs?|men|women|kids|siblings|brothers|sisters))"
)
_PERSON = (
    r"\b(?i:he|she|who|su|vs|v/s|boy|girl|son|daughter|dtr|baby|child|eldest|youngest|oldest|mum|"
    r"dad|mother|father|partner|brother|sister|gran|nan|wife|husband|lad|nephew|niece)"
)
_RELATIVE = (
    r"(?i:son|daughter|dtr|brother|sister|nephew|niece|cousin|stepson|stepdaughter|grandson|"
    r"granddaughter|eldest|youngest|oldest|boy|girl|toddler)"
)
_SOMEBODY = (
    r"\b(?!(?i:risk|dash|score|total|court|flat|appt|appointment|hearing|meeting|session|phq|gad|"
    r"audit|bmi|bp|ogrs|rsr|sara|ovp|ogp|temp|weight|balance|arrears|bill|debt|it|that|this|there|"
    r"what|which|room|door|unit|bus|limit|level|number|rent|fee|cost|time|price|date|grade|week|"
    r"module|dose|pin|code|phase|year|step|band|group|ric|threshold|size|average|curfew|tariff|"
    r"sentence|fine|order|licence|call|visit|mood|rating|percentage|count|maximum|minimum|question|"
    r"option|part|page|next|last|first|marac|tier|stage|target|today|tomorrow|max|min|one|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|list|queue|here|where|how|when|and|but)\b)"
    r"\p{Lu}\p{L}+"
)
_ENDS = (
    r"(?=[ ]?[,.;)\n–(]|[ ]?$|[ ](?:-|–|&)[ ]|[ ](?i:and|but|so|off|in|at|goes|is|has|had|was|he|"
    r"she|they|who|with|w/|still|now|when|on|to|lives|living|doing|attends|starting|going|school|"
    r"i|or|after|because|cos)\b)"
)
_ONE = (
    r"(?:\p{Lu}[\p{L}'’\-]+|(?i:\b(?:he|she|who|baby|eldest|youngest|oldest|son|daughter|child)))"
)
_DESCRIBED = (
    r"(?i:national|citizen|male|female|man|woman|lad|girl|boy|origin|heritage|descent|"
    r"background|british|english|welsh|scottish|irish|caribbean|african|asian|traveller|roma|"
    r"unemployed|builder|labourer|driver|chef|carer|\p{L}{3,}(?:ian|ean|ish|ese|ani))"
)
_NO_SCORE = r"(?<!\b(?i:dash|ric|score|total)[ ])"
_STATE = (
    r"(?i:army|navy|marines|borstal|young offenders|yoi|care|foster care|foster|drugs|drink|heroin|"
    r"weed|cannabis|crack|smoking|drinking|using|gambling|fighting|boxing|dad|mum|father|mother|"
    r"parent|married|pregnant|widowed|orphaned|homeless|abroad|uk|england|country|inside|jail|"
    r"prison|apprentice|labouring|work(?:ing)? full time|diagnosed|excluded|expelled|adopted|"
    r"fostered|arrested|stabbed|raped|abused|died|passed away|sectioned)"
)
_LEFT = (
    r"(?i:(?:left|leaving|leave|leaves|ran away from|run away from|kicked out of|thrown out of|"
    r"out of|quit|finished|started|joined|taken into|into|placed in|sent to|came to|moved to|came "
    r"over|met|had (?:her|his|their) first(?: child| baby)?|lost (?:his|her)(?: \p{L}+){1,2}|"
    r"signed up)(?: the| his| her)?(?: \p{L}{3,12})?)"
)


class AgeInPassingRecogniser(CasedPatternRecogniser):
    """Ages that only the words around them tell from other numbers."""

    type = AGE
    recogniser = "age"
    expressions = (
        (
            "somebody now so many",
            rf"(?<={_ONE},?[ ]){_NO_SCORE}(?i:is |are )?"
            r"(?i:now|just|only|nearly|almost|barely|coming up|then|"
            rf"just turned|now aged)[ ](?P<found>{_YEARS}{_UNIT}){_NO_HOUR}{_ENDS}",
            0.82,
        ),
        (
            "somebody is, whatever follows",
            rf"(?=[1-9])(?<=(?:{_PERSON}|{_SOMEBODY})(?:['’]s|[ ](?i:is|was|were))[ ]"
            rf"(?i:now |only |just |about |nearly |still |then )?[\"“]?)(?P<found>[1-9][0-9]?)\b"
            rf"(?:[ ](?:or|to)[ ](?P<found>[1-9][0-9]?)\b)?{_NO_COUNT}{_NO_MEASURE}",
            0.8,
        ),
        (
            "somebody is so many years",
            rf"(?=[1-9])(?<=(?:{_PERSON}|{_SOMEBODY})(?:['’]s|[ ](?i:is|was))[ ])"
            r"(?P<found>[1-9][0-9]?[ ]?(?i:yrs|years))(?=[ ](?i:next|this|on|today|tomorrow|in "
            r"(?:jan|"
            r"feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))",
            0.82,
        ),
        (
            "of the family",
            rf"(?=[1-9])(?<=\b{_RELATIVE}[ ])(?P<found>[1-9][0-9]?)\b{_NO_COUNT}{_NO_MEASURE}"
            r"(?=[ ]\p{Ll})",
            0.8,
        ),
        (
            "of the two in question",
            r"\b(?:SU|VS|V/S|[Pp]erp|[Vv]ictim|[Cc]lient)(?:[ ]|,[ ]|[ ]?[(])(?P<found>1[6-9]|"
            r"[2-8][0-9])"
            rf"\b{_NO_COUNT}{_NO_MEASURE}(?=[ ]?[.,;)\n]|[ ]?$|[ ](?:VS|V/S|SU|and|with|lives"
            rf"|works))",
            0.8,
        ),
        (
            "in brackets, behind what somebody is",
            r"\((?i:su|vs|v/s|b\.? ?(?:19|20)[0-9]{2}|born (?:19|20)[0-9]{2}|ex|mum|dad|brother"
            r"|sister|"
            r"son|daughter|partner|male|female|child|eldest|youngest|cousin|nephew|niece|friend),"
            r"[ ]"
            r"(?P<found>[1-9][0-9]?)(?=[),])",
            0.82,
        ),
        (
            "only so many",
            rf"\b(?i:was|were|is|be)[ ](?i:only|just|still)[ ](?P<found>{_YEARS})(?=[ ](?i:when|at"
            rf" the|"
            r"then|and|himself|herself)\b)",
            0.81,
        ),
        (
            "behind the year at school",
            r"\b(?i:yr|year|reception|y|p|nursery)[ ]?(?:[0-9]{1,2})?,[ ](?P<found>[1-9][0-9]?)"
            r"(?=\.(?![0-9])|[;)\n]|$)",
            0.8,
        ),
        ("now, in words", rf"\b(?i:now)[ ](?P<found>{_NUMBER_WORD})(?=[,.;)])", 0.8),
        (
            "in quotation marks",
            rf"\b(?i:was|is|am|were)[ ][\"“](?P<found>{_YEARS})\b(?=[ ](?i:and|but|when)|[\"”])",
            0.8,
        ),
        (
            "asked how old",
            rf"\b(?i:how old|age)\b[^.\n0-9]{{0,40}}[?:\-–][\"“”' ]{{1,3}}(?P<found>{_YEARS})"
            r"(?=[.,;)\"”\n]|$)(?![.,][0-9])",
            0.82,
        ),
        (
            "died at",
            r"\b(?i:died|passed away|passed|dead|death|rip|funeral)\b[^.\n]{0,40},[ ](?P<found>"
            r"[1-9]"
            r"[0-9])(?=\.(?![0-9])|[;)\n]|$)",
            0.81,
        ),
        (
            "taken to be",
            r"\b(?i:him|her|them|me)[ ](?i:as|at|for|down as)[ ](?P<found>[1-9][0-9])(?=\.(?!"
            r"[0-9])|"
            r"[,;)\n]|$|[ ](?i:but|not|and)\b)",
            0.8,
        ),
        (
            "now so many",
            rf"(?<={_ONE}[ ]){_NO_SCORE}"
            rf"(?i:(?:is )?now)[ ](?P<found>[1-9][0-9]?)\b{_NO_COUNT}(?=[ ]\p{{L}}+)",
            0.8,
        ),
        (
            "years, run together",
            r"(?<![\w/£.:\-])(?<!\b(?i:for|over|last|past|of|in|got|served|serving|sentence|about|"
            r"next|than|within|after|x|[0-9]+)[ ])(?P<found>[1-9][0-9]?(?i:yrs|yr))\b"
            r"(?![ ]?(?i:ago|later|custody|sentence|sso|licence|imprisonment|relationship|together|"
            r"ro\b|order|clean|sober|apart|suspended|review|on|in|with|of|ban|tenancy|since|service|"
            r"prison|community|course|plan|contract|imp|ext))",
            0.82,
        ),
        (
            "child's check",
            r"\b(?P<found>[1-9](?:\.5|½)?[ ]?(?i:yrs?|year|mths?|month|wks?|week))(?=[ ](?i:check"
            r"|jabs|"
            r"imms|development(?:al)? (?:check|review)))",
            0.81,
        ),
        (
            "at an age that is no hour",
            r"\b(?<!\b(?i:lives?|living|lived|stays?|staying|house|door|property|address|number|"
            r"flat|visit(?:ed)?|attended|seen|neighbours?|score|scored|scoring|dash|ric|risk|audit|"
            r"grade|level|standing|stands|remains|capped|starts|temperature|rate|bedsit|room|is)"
            r"[ ])"
            rf"(?i:at)[ ](?P<found>(?:1[3-9]|2[0-9]|3[0-9]))(?:[ ]?(?:&|\+|and)[ ](?i:again )?"
            rf"(?i:at )?"
            rf"(?P<found>[1-9][0-9]?))?{_NO_HOUR}(?![/\-–,][0-9]|[ ]\p{{Lu}}|[ ]?(?i:mph|miles"
            rf"|days|"
            r"weeks|wks|sessions|units|percent|points))(?=[ ]?[.,;)?!\n]|[ ]?$|[ ](?i:and|but|in"
            r"|is|was|"
            r"he|she|they|when|after|because|to|with|for|by|now|still|so|on)\b)",
            0.8,
        ),
        (
            "somebody at an age",
            r"\b\p{Lu}\p{Ll}+ at (?P<found>[3-9]|1[0-2])(?=[ ](?:is|was|has|still|already"
            r"|would)\b)",
            0.8,
        ),
        (
            "birthday",
            r"\b(?i:birthday|bday|b'day)[^.\n0-9]{0,16}[ ,(](?P<found>[1-9][0-9]?)(?=[.,;)!?]|$)"
            r"(?![.,"
            r"][0-9])",
            0.82,
        ),
        (
            "age as",
            r"\b(?i:age)[ ](?i:as|was|is|given as|of|then|now|said|=|-|–)[ ](?P<found>[1-9]"
            r"[0-9]?)\b"
            rf"{_NO_HOUR}",
            0.85,
        ),
        (
            "at an age, of a state",
            rf"\b{_STATE}[ ](?i:at|from|since|aged|by)[ ](?i:just |only |about )?"
            rf"(?P<found>{_YOUNG})"
            rf"\b{_NO_HOUR}{_ENDS}",
            0.82,
        ),
        (
            "at an age, of a step",
            rf"\b{_LEFT}[ ](?i:at|aged|when)[ ](?i:just |only |about )?"
            rf"(?P<found>(?:1[0-9]|2[0-5]|(?i:\p{{L}}{{3,5}}teen)))\b{_NO_HOUR}{_ENDS}",
            0.81,
        ),
        (
            "after a description",
            rf"\b{_DESCRIBED},[ ](?P<found>[1-9][0-9])(?=[.,;)\n]|$)(?![.,][0-9])",
            0.82,
        ),
        (
            "years and months",
            r"(?<![\w/£.:])(?P<found>[1-9][0-9]?[ ]?(?i:yrs?|years?|y)[ ,&]{1,3}(?:and )?[1-9]"
            r"[0-9]?"
            r"[ ]?(?i:mths?|months?|m)(?: old)?)(?=[ ]?[.,;)\n]|[ ]?$|[ ](?:[–-]|and|now|when|so"
            r"|but)\b)(?<!(?i:sentence|custody|"
            r"licence|order|for|of|relationship|together|got)[ ][^.\n]{0,24})",
            0.81,
        ),
        (
            "going on",
            rf"\b(?i:going on|knocking on(?: for)?|coming up(?: to)?|getting on for|hits?|hit|"
            rf"reached|reaches|not yet|not even|still only|would be|he'd be|she'd be|they'd be|"
            rf"will be|be|turn|turning|turned|turns)[ ](?P<found>{_YEARS})\b{_NO_HOUR}"
            rf"(?=[ ](?i:now|in (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|on (?:the"
            rf"|\p{{Lu}}"
            r"|his|her)|next (?:month|week|year|birthday)|this (?:month|week|year)|soon)\b)",
            0.82,
        ),
        (
            "from an age on",
            r"\b(?i:from|since|by|at|until|till|before)[ ](?i:about |around )?(?P<found>(?:1[0-9]|"
            r"(?i:six|seven|eight|nine|ten|eleven|twelve|\p{L}{3,5}teen)))\b,?"
            r"(?=[ ](?i:he|she|they|his|her|their|i)[ ](?i:was|were|had|would|could|did|saw|"
            r"lived|ran|left|started|got|became|used|drank|dad|mum|mother|father|parents))",
            0.81,
        ),
        (
            "sex and age",
            r"\((?P<found>[1-9][0-9]?)[, /]{1,2}(?i:m|f|male|female|boy|girl)\)|"
            r"\b(?i:male|female|man|woman|lad|boy|girl|lady|bloke)[ ](?i:of )?\(?(?P<found>[1-9]"
            r"[0-9]"
            r"(?:[ ]?(?i:yrs|years|yo|ish))?)(?=[)\].,;]|$)(?![.,][0-9])",
            0.81,
        ),
        (
            "of about so many",
            rf"\b(?i:boy|girl|lad|lass|child|man|woman|male|female|kid|teenager|bloke|lady)[ ]"
            rf"(?i:of)"
            rf"[ ](?P<found>(?i:about|around|maybe|perhaps|roughly)[ ]{_YEARS})\b{_NO_HOUR}",
            0.83,
        ),
        (
            "one or the other",
            r"(?<=\p{L},[ ](?:about |aged |maybe |only |just )?)(?P<found>[1-9][0-9]? or [1-9]"
            r"[0-9]?)"
            r"(?=[.,;)\n]|$)(?![.,][0-9])",
            0.82,
        ),
        (
            "spaced years",
            r"(?<![\w/£.:])(?P<found>[1-9][0-9]?[ \-](?i:y-?o|y/o|y\. ?o\.?|yr ?old|y ?old"
            r"|yold))\b",
            0.86,
        ),
    )
