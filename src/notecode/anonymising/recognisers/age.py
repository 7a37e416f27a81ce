"""Ages of people: aged 34, 34yo, her 7 and 9 year olds, she is 19, turns 40, Ellie (6).

"3 yrs" of a sentence, "6 months" of an order and "5 days old" of a bruise stay.
"""

import re
from collections.abc import Iterator

from notecode.anonymising.findings import AGE, Finding
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_NUMBER_WORD = (
    r"(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty)"
    r"(?:[ \-](?:one|two|three|four|five|six|seven|eight|nine))?)"
)
_DIGITS = r"(?:[1-9][0-9]?(?:\.5|½|[ ]?1/2)?)"
_NUMBER = rf"(?:{_DIGITS}|{_NUMBER_WORD}\b)"
_UNIT = (
    r"(?i:y(?:ea)?rs?|yrs?|mths?|mnths?|months?|mos|weeks?|wks?|days?(?=[ \-]old)|"
    r"y|m(?=[ \-]?(?:old|o\b))|mo)"
)
_BABY_UNIT = r"(?:[ \-]?(?i:months?|mths?|mnths?|mos?|weeks?|wks?|days?)\b)?"
_ABOUT = r"(?i:(?:about|almost|nearly|approx\.?|around|just)[ ])?"
_AND = r"(?:[ ]?[,/&+\-–][ ]?|,?[ ](?i:and|&|\+|or|to)[ ])"
_WHO = r"(?:[\p{L}\[\]_'’./\-][\p{L}\[\]_0-9'’./\-]*[ ]){1,3}(?i:is )?"
_NO_SUBJECT = (
    r"(?:score|level|risk|rating|number|total|count|it|mood|that|this|there|fee|rent|cost|time|"
    r"price|list|queue|wait|units|flat|room|house|which|what|door|unit|bus|limit|date|grade|top|scale|week|session|"
    r"module|target|answer|result|max|maximum|minimum|dose|pin|code|phase|year|"
    r"step|band|group|dash|"
    r"ric|threshold|size|average|curfew|tariff|sentence|fine|deposit|balance|"
    r"percentage|order|licence|"
    r"appt|appointment|meeting|hearing|call|visit|he|she|who)"
)
_AFTER = (
    r"(?=[ ]?[.,;)(\n]|[ ]?$|[ ](?i:and|now|but|so|yrs|years|yr|when|on|&|\+|w/|with|this|next|in|"
    r"at the|he|she|who|mths|months|weeks|wks|today|tomorrow|tmrw)\b|[ ][&+\-–])"
    r"(?![.,:/][0-9]|[ ]?(?i:yrs|years|months|mths|weeks|wks)[ ](?i:into|in|"
    r"through|ago|since|of|left|clean|sober|late|on|away|"
    r"behind|pregnant|apart|later|from)|[ ](?i:in total|in a row|on the scale|"
    r"out of|in arrears|on a|(?:weeks|wks) (?:along|gone|preg|pg)))"
)
_OWN_UNIT = r"(?:[ ]?(?i:yrs?|years|months|mths|weeks|wks)(?=[ ]?[.,;)\n]|[ ]?$|[ ]and\b))?"
_CHILD = (
    r"(?i:bairns?|child|daughter|dtr|son|brother|sister|partner|girlfriend|gf|boyfriend|"
    r"bf|mum|mother|dad|father|boy|girl|"
    r"baby|kids?|children|sons|daughters|boys|girls|twins|siblings|nephew|niece|"
    r"grandson|granddaughter|"
    r"newborn|infant|bab(?:y|ies)|grandkids?|grandchild(?:ren)?|"
    r"grandad|granddad|gran|nan|nana|grandmother|grandfather|uncle|aunt|auntie|"
    r"cousin|husband|wife|neighbour|carer|stepson|stepdaughter|step-?son|"
    r"step-?daughter|male|female|man|woman|eldest|youngest|oldest|toddler)"
)
_NO_SCORE = r"(?<!\b(?i:dash|ric|scores?|phq-?9|gad-?7|audit|ogrs|total|count) )"
_THINGS = (
    r"(?:calls?|texts?|sessions?|visits?|times|incidents?|appointments?|appts?|minutes|page|pages|"
    r"module|emails?|messages?|units|tablets|reports?|offences?|counts?|section|"
    r"week|weeks|days|months|"
    r"hours|hrs|mins|meetings?|attempts?|letters?|officers?|step|part|score|risk|"
    r"level|room|version|"
    r"option|question|phase|form|note|notes|contacts?|referrals?|cans|pints|beers|"
    r"contact|list|class|row|"
    r"rows|item|items|point|points|action|actions|total|dash|ric|marac|group|"
    r"number|no|para|year|appendix|"
    r"agencies|cases|arrests|breaches|convictions|cautions|callouts|call-outs|"
    r"bottles|mg|weekly|daily)"
)


_ENUMERATED = re.compile(r"\(1\)[^()]{3,400}\(2\)(?:[^()]{3,400}\([3-9]\))+")
"""A list within a text: "(1) to ring school (2) housing (3) CSC"."""


class AgeRecogniser(CasedPatternRecogniser):
    """Numbers that are said to be somebody's age."""

    type = AGE
    recogniser = "age"
    expressions = (
        (
            "aged",
            rf"\b(?:(?i:turn(?:ed|s|ing)?)[ ])?(?P<found>(?:(?i:aged?|"
            rf"ages)[ ]?:?[ ]?(?<=[ :])|(?<=(?i:turn|turns|turned|turning) ))"
            rf"(?i:just |only |of |about |around |approx\.? |approximately |between |"
            rf"under |over |circa |nearly |is |was )?"
            rf"{_NUMBER}(?![0-9]){_BABY_UNIT})(?:{_AND}(?P<found>{_NUMBER}(?![0-9%:])"
            rf"{_BABY_UNIT})){{0,8}}"
            rf"(?![0-9/]|[.:][0-9]|[ ]?(?i:am|pm|hours|hrs|mins|minutes)\b)",
            0.88,
        ),
        (
            "years old",
            rf"\b{_ABOUT}{_NUMBER}[ \-–]?(?:1/2[ ])?{_UNIT}[ \-]?(?i:olds?\b|of age\b|o\b|/o\b)"
            rf"(?<!(?i:days? old)(?=[ ](?i:bruis|injur|scar|wound|mark|burn)))",
            0.89,
        ),
        (
            "more of them, years old",
            rf"(?P<found>(?<![0-9/.,£\w]){_NUMBER})(?:{_AND}(?:a )?(?P<found>{_NUMBER})){{0,8}}"
            rf"(?={_AND}(?i:a |her |his )?{_NUMBER}[ \-]?(?:{_UNIT}[ \-]?(?i:olds?|of age)|"
            rf"(?i:y/?o))\b)",
            0.86,
        ),
        (
            "yo",
            r"(?<![\w/£.])[1-9][0-9]?(?:\.5|½)?[ ]?(?i:y/?o'?s?|yr/o|yrs/o|y\.o\.?|m/o|"
            r"mth/o|mths/o|wk/o|yoa)(?![\w])",
            0.89,
        ),
        ("in twelfths, old", r"(?<![\w/])[0-9]{1,2}/(?:12|52)(?=[ \-]?(?i:old)\b)", 0.86),
        (
            "is",
            rf"[ ](?i:is|was|be|are)(?<=[\p{{L}}\])][.'’]?[ ](?i:is|was|be|"
            rf"are))(?<!\b(?i:{_NO_SUBJECT})[ ](?i:is|was|be|are))"
            rf"(?i:[ ](?:only|now|just|about|nearly|currently|almost|"
            rf"still))?[ ](?P<found>[1-9][0-9]?{_OWN_UNIT}){_AFTER}",
            0.84,
        ),
        (
            "is, after a pronoun or a tag",
            rf"(?:\b(?i:(?:he|she|who|su|vs)['’]?s|(?:he|she|who) (?:is|was)|i[' ]?a?m)|"
            rf"\] (?:is|was))[ ]"
            rf"(?i:only |now |just |still |actually |over |"
            rf"now only )?(?P<found>{_ABOUT}(?:{_DIGITS}{_OWN_UNIT}{_AFTER}|"
            rf"(?!(?i:one)\b(?![ ](?i:and)))"
            r"(?i:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty)[ \-](?:one|two|three|"
            r"four|five|six|seven|eight|nine)\b|"
            rf"{_NUMBER_WORD}\b)(?=[ ]?[.,;)\n]|[ ]?$|[ ](?i:and|on|he|she|who|keeps|but|"
            rf"now|next|this|in|with|when)\b)))",
            0.84,
        ),
        (
            "somebody is, in words",
            rf"\b(?!(?i:{_NO_SUBJECT}|question|option|part|there|these|those)\b)\p{{Lu}}\p{{Ll}}+"
            rf"(?:['’]s|[ ](?:is|are|was))[ ](?P<found>(?!(?i:one)\b){_NUMBER_WORD})"
            rf"(?=[ ]?[.,;)\n]|[ ]?$)",
            0.82,
        ),
        (
            "years and months",
            r"(?<=[\p{L}] ?\(|, )(?P<found>[1-9][0-9]?[ ]?(?i:yrs?|years?|y)[ ,&]{1,3}"
            r"(?:and )?[1-9][0-9]?[ ]?(?i:mths?|months?|m))(?=\))",
            0.83,
        ),
        (
            "will be",
            rf"\b(?i:will be|he'll be|she'll be|going to be|about to be|about to turn|"
            rf"soon be)[ ](?P<found>{_NUMBER})"
            rf"(?=[ ]?[.,;)\n]|[ ]?$|[ ](?i:on|in|next|this|and|soon|tomorrow|"
            rf"years old)\b)(?![.:][0-9])",
            0.84,
        ),
        (
            "birthday",
            r"\b(?P<found>[1-9][0-9]?(?:st|nd|rd|th|ST|ND|RD|TH))(?=[ ](?i:birthday|bday|"
            r"b-day|b/day)\b)",
            0.86,
        ),
        (
            "when somebody was",
            rf"\b(?i:(?:since|till|til|until|when|before|after|by the time) (?:he|she|they|"
            rf"i|su|vs|v/s) (?:was|were|turned)|"
            rf"(?:married|conscript|died|pregnant|widowed|engaged|diagnosed|orphaned|"
            rf"homeless|father|mother|mum|dad|parent) at|first \w+ at|started \w+ing at|"
            rf"(?:nursed|raised|beaten|abused|worked|drank|smoked|boxed|cared|lived there|"
            rf"brought up)[^.\n]{{0,12}} from(?: when (?:he|she) was)?|since (?:he|she|"
            rf"i) was|when (?:he|she|i|su|vs|v/s) was|when i was|was born when \w+ was|"
            rf"at the age of|from the age of|from age|at age|since age|pregnant at|"
            rf"left home at|left school at|"
            rf"excluded at|in care (?:from|at)|in care since|first offended at|started drinking at|"
            rf"started using at|drinking since|smoking since|using since|using from|"
            rf"into care at)[ ]"
            rf"(?i:just |only |about )?(?P<found>{_NUMBER})\b(?![/:.][0-9]|[ ]?(?i:am|pm|hrs)\b)",
            0.85,
        ),
        (
            "and another",
            rf"\b(?i:is|was|aged|hes|shes|he's|she's)[ ][1-9][0-9]?(?:{_AND}{_WHO}(?"
            rf"P<found>[1-9][0-9]?))+{_AFTER}",
            0.83,
        ),
        (
            "years after a comma",
            r"(?<!(?:court|sentenced?|custody|prison|conviction|licence|order|life|for|"
            r"order|suspended|plea|guilty|months|mths)), "
            r"(?P<found>[1-9][0-9]?[ ]?(?i:yrs?|years|y)(?=[ ]?[.,;)\n]|[ ]?$))\b"
            r"(?![ ](?i:in|prison|sentence|custody|ago|imprisonment|later|of|for|since|"
            r"suspended|clean|apart|licence|after|before|left|on))",
            0.82,
        ),
        (
            "named",
            r"\b\p{Lu}\p{Ll}+[ ]\p{Lu}[\p{L}'’\-]+,[ ](?P<found>[1-9][0-9])(?=[.,;)]|"
            r"$)(?![.,][0-9])",
            0.82,
        ),
        (
            "between commas",
            rf"(?<=[\p{{L}})\]\"”]{{2}},[ ])(?P<found>{_ABOUT}(?:[1-9][0-9]|"
            rf"{_NUMBER_WORD}))(?=,[ ]\p{{L}})(?<!(?i:one|two))",
            0.82,
        ),
        (
            "yesterday",
            rf"\b(?:(?i:he|she|su|vs)(?:['’]?s|[ ](?i:is|was))?|\p{{L}}{{3,}}[ ](?i:is|was)|\])[ ]"
            rf"(?P<found>{_NUMBER})(?=[ ](?i:yesterday|today|tomorrow|2day|2moro|at (?:christmas|"
            rf"xmas|"
            r"easter)|in (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*|"
            r"(?:last|next|this|on) (?:week|month|year|mon|tues|wednes|thurs|fri|satur|sun)))",
            0.82,
        ),
        (
            "since or at an age",
            r"\b(?i:(?:here|uk|england|care|country|britain|school) since|(?:came|arrived|"
            r"came over|"
            r"left|ran away|emigrated|married|started|moved|sent|orphaned|dying|killed|expelled|"
            r"deported|settled|born (?:him|her)|had (?:him|her|\p{L}+))"
            r"(?:[ ](?:here|over|home|school|out|away|work|\p{Lu}\p{L}+))? at)[ ]"
            rf"(?P<found>(?:1[3-9]|[2-9][0-9]|(?<=since )[3-9]|{_NUMBER_WORD}))\b"
            r"(?=[ ]?[.,;)\n]|[ ]?$|[ ](?i:and|with|to|by|from|he|she|his|her|"
            r"their)\b)(?![.:][0-9])",
            0.81,
        ),
        (
            "odd",
            r"(?<=[\p{L}\]],?[ ])(?P<found>[2-9]0)(?=[ \-]?(?i:odd|ish|something)[ ]?(?:[.,;)\n]|"
            r"$))",
            0.81,
        ),
        (
            "of a description, at its end",
            r"\b(?i:british|english|polish|asian|white|black|\p{L}{3,}(?:ian|ean|ish|ese|ani))"
            r"(?:[ ]\([^()\n]{2,20}\))?,[ ](?P<found>[1-9][0-9])(?=\.(?![0-9])|[;)\n]|$)",
            0.82,
        ),
        (
            "so many months",
            r"\b(?!(?:SSO|CPO|UPW|HDC|NMO|NHO|PSS|Order)\b)\p{Lu}[\p{L}'’]{2,}[ ]"
            r"(?P<found>[1-9][0-9]?[ ]?(?i:mths|mnths|months|mo|weeks|wks))"
            r"(?=[ ](?i:old|wt|weight|weighed|and|seen|well|ok|jabs|imms|mmr)\b|[,;)])"
            r"(?![ ](?i:and|ago|in|custody|left|later|clean|sober|suspended|licence|apart)\b.{0,20}"
            r"(?i:custody|licence|prison|suspended))",
            0.8,
        ),
        (
            "somebody's so many, in words",
            r"\b(?!(?i:that|what|it|there|here|let|where|who|how|one|this|everyone|which|next)\b)"
            rf"\p{{L}}{{2,}}['’]s[ ](?P<found>(?!(?i:one|two)\b){_NUMBER_WORD})(?=[ ]?[.,;)\n]|"
            rf"[ ]?$)",
            0.8,
        ),
        (
            "soon or lately",
            r"(?<=[\p{L})\"”][,.(]?[\"”]?\.?[ ]|\()(?P<found>[1-9][0-9])(?=[ ](?i:next|"
            r"last|this)[ ](?i:week|month|birthday|year|mon|tues|wednes|thurs|fri|satur|"
            r"sun))",
            0.82,
        ),
        (
            "after a date of birth",
            r"[0-9]{1,4}\)?,[ ](?P<found>(?<=(?:[0-9]{1,2}[./\-]){2}[0-9]{2,4}\)?,[ ])"
            r"[1-9][0-9])(?=[,.;)])",
            0.84,
        ),
        (
            "about",
            r"\b(?i:there|looked|looks|looking|maybe|perhaps|probably|seems|seemed|male|"
            r"female|man|woman|lad|girl|boy)[ ](?P<found>(?i:about|around|approx\.?)[ ]"
            r"[1-9][0-9])(?=[,.;)]|$|[ ](?i:and|with|but|he|she)\b)",
            0.82,
        ),
        ("initials and years", r"(?<=\b[A-Z]{1,3}[ ])[1-9][0-9][ ]?(?i:yrs|years)(?=[,.;])", 0.82),
        (
            "numbered child",
            r"\b(?i:child|sibling|adult|subject)[ ]?[0-9][ ]?[:=-][ ]?(?P<found>[1-9][0-9]"
            r"?)(?=[,.;)]|$)",
            0.82,
        ),
        (
            "at a young age",
            r"\b(?i:at)[ ](?P<found>1[3-9]|(?i:(?:thir|four|fif|six|seven|eigh|nine)teen))"
            r"(?=[ ](?i:he|she|they)\b(?![ ](?i:rang|called|text|will)))",
            0.8,
        ),
        (
            "numbered by a letter",
            r"\b(?i:child|adult) [A-H] \((?i:then |now |aged )?(?P<found>[1-9][0-9]?)(?=\))",
            0.83,
        ),
        (
            "now",
            rf"{_NO_SCORE}\b(?i:now)[ ](?P<found>[1-9][0-9])(?=[,;)]|\.(?![0-9]))",
            0.8,
        ),
        (
            "nearly",
            rf"\b(?P<found>(?i:nearly|almost|just gone|coming up(?: to)?|rising|"
            rf"getting on for|approaching|pushing)[ ]{_NUMBER})"
            r"(?=[ ]?[.,;)]|[ ]?$|[ ](?i:and|now|but|in)\b)(?![.:,][0-9])",
            0.82,
        ),
        (
            "of so many",
            rf"\b(?i:boy|girl|lad|lass|lassie|bairn|child|man|woman|son|daughter|widow|widower|"
            rf"pensioner|toddler|teenager|kid)[ ](?i:of)[ ](?P<found>{_NUMBER})\b"
            r"(?![ ](?i:them|these|those|the|his|her|which|whom))",
            0.82,
        ),
        (
            "more in brackets",
            r"(?<=\p{L}[ ]?|(?:of|x|kids|children) [2-9] )\((?P<found>[1-9][0-9]?)"
            r"(?:(?:[ ]?[,&/+][ ]?|,? and )(?P<found>[1-9][0-9]?))+(?:[ ]?(?i:yrs?|years|yo))?\)",
            0.82,
        ),
        (
            "decade",
            r"\b(?i:in (?:his|her|their)|(?:early|mid|late)(?:[ \-](?:to late|"
            r"to mid))?)[ \-](?i:early |mid[ \-]|late )?"
            r"(?P<found>[2-9]0['’]?s|(?i:twenties|thirties|forties|fifties|sixties|"
            r"seventies|eighties))\b",
            0.81,
        ),
        ("before the sex", r"(?<![\w/£.:\-])(?P<found>[1-9][0-9])(?=[ ](?i:male|female)\b)", 0.81),
        (
            "first of a sentence",
            r"(?:(?<=[.!?][ ])|^)(?P<found>[2-7][0-9])"
            r"(?=, (?:\p{Ll}{4,}|ex)[ ,\-](?!street|road|st\b))",
            0.8,
        ),
        (
            "somebody's so many",
            r"\b\p{Lu}\p{L}+['’]s[ ](?P<found>(?i:now |only |just |nearly |"
            r"almost )?[1-9][0-9]?)(?=[ ]?[.;)]|[ ]?$|,[ ](?:\p{Lu}\p{L}+['’]s\b|(?i:and|"
            r"but|so|she|he)\b)|[ ](?i:and|now|but)[ ]\p{L})(?![.][0-9])",
            0.81,
        ),
        ("with a y", r"(?<=[,(][ ]?|\p{Lu}\p{L}+ )(?P<found>[1-9][0-9]?[ ]?y)(?=[,.;)])", 0.84),
        (
            "with a birthday",
            r"\b(?i:birthday|bday|b'day)[,(: ]{1,3}(?P<found>[1-9][0-9])(?=[,.;)])",
            0.83,
        ),
        (
            "and a half",
            r"\b(?P<found>[1-9][0-9]? and a half)\b(?![ ](?i:hours|hrs|weeks|years|months|"
            r"days|miles|grand|times))",
            0.82,
        ),
        (
            "sex and age in brackets",
            r"\((?i:m|f|male|female)[,/]?[ ]?(?P<found>[1-9][0-9]?)(?=[),])",
            0.83,
        ),
        (
            "initial and age in brackets",
            r"(?<=\b[A-Z]{1,2}[ ])\((?P<found>[1-9][0-9]?)(?=\))",
            0.82,
        ),
        ("year of birth and age", r"\b(?:19|20)[0-9]{2}\)?[ ]\((?P<found>[1-9][0-9]?)(?=\))", 0.82),
        (
            "children's ages with units",
            rf"\b{_CHILD}[:,]?[ ](?P<found>[1-9][0-9]?[ ]?(?i:yrs?|yo|mths?|months|weeks|wks))"
            rf"(?:{_AND}(?P<found>[1-9][0-9]?[ ]?(?i:yrs?|yo|mths?|months|weeks|wks)))*"
            r"(?=[ ]?[,.;)\n]|[ ]?$)",
            0.83,
        ),
        (
            "in brackets",
            rf"\((?<=(?:\p{{L}}[\p{{L}}'’\-]|V/S|v/s|\])[ ]?\()(?<!\b(?i:{_THINGS})[ ]?\()"
            r"(?<!\b(?i:bump|pregnant|preg|unborn|pregnancy|scan)[ ]?\()"
            r"(?P<found>(?i:aged? |age: ?|then |now |only |just |almost |nearly |about )?"
            r"[1-9][0-9]?(?:[ ]?(?i:yrs?|years?|y|m|mths?|months?|mo|weeks?|wks?|"
            r"f)(?: old)?)?)(?=\)|,[ ]|;|[ ](?i:at the time|then|now)\))(?!,[ ][0-9]+[,)])",
            0.83,
        ),
        (
            "after a child",
            rf"\b{_CHILD}(?:[ ]\p{{Lu}}[\p{{L}}'’\-]+)?(?:,[ ]?|[ ]|[ ]?-[ ]?|"
            rf":[ ]?)(?i:both |now |is |are |also |of )?"
            rf"(?P<found>(?<![0-9])[1-9][0-9]?)(?:{_AND}(?P<found>[1-9][0-9]?))*"
            r"(?=[ ]?[,;)\n]|[ ]?\.(?![0-9])|[ ](?i:and|are|is|who|live|lives|at|with|in|"
            r"both)\b|[ ]?$)(?![,:][0-9])",
            0.83,
        ),
        (
            "sex and age",
            r"(?<![\w£/])(?P<found>[1-9][0-9])[ ]?(?:[MF]\b|/[MFmf]\b)(?![./])|"
            r"\b[MF]/(?P<found>[1-9][0-9])\b",
            0.8,
        ),
    )

    def find(self, text: str) -> Iterator[Finding]:
        """The ages, without the numbers of a list."""
        lists = [match.span() for match in _ENUMERATED.finditer(text)] if "(2)" in text else []
        for finding in super().find(text):
            bracketed = text[finding.start - 1 : finding.start] == "("
            if not bracketed or not any(start < finding.start < end for start, end in lists):
                yield finding
