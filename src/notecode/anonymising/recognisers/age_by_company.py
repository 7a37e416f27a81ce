"""Ages that a birthday, brackets or a relative gives away: "his 7th birthday", "(Ona, 71)"."""

from notecode.anonymising.findings import AGE
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_AGE = r"(?:[1-9]|[1-9][0-9])"
_NAME = r"\p{Lu}[\p{L}'’\-]+"
_NO_LABEL = (
    r"(?!(?i:flat|room|ward|unit|block|year|yr|band|cat|class|page|step|session|week|wk|level|"
    r"tier|part|phase|note|item|point|day|no|age|report|p|pg|section|act|jan|feb|mar|apr|may|june?|"
    r"july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|"
    r"november|december|mon|tues?|wed|thurs?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday)\b)"
)
_ORDINALS = (
    "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|"
    "fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|"
    "fortieth|fiftieth|sixtieth|seventieth"
)
_KIN = (
    "son|daughter|brother|sister|mother|mum|mam|father|dad|uncle|aunt|auntie|cousin|niece|nephew|"
    "nan|gran|granny|grandmother|grandfather|grandad|husband|wife|partner|girlfriend|boyfriend|"
    "stepson|stepdaughter|toddler|boy|girl|dau"
)
_NO_COUNT = r"(?![0-9:./,]?[0-9]|[ ]?(?i:st|nd|rd|th|mins?|hrs?|am|pm|x|days?|weeks?|of|the)\b|%)"

_WHEN = (
    r"(?=[ ]when[ ](?:he|she|they|i|it|we|the|his|her|their|my|mum|mam|dad|su|vs|v/s|"
    r"first|\p{Lu}\p{L}+)\b)"
)
_NUMBER = (
    r"(?:[1-9][0-9]?|(?i:three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"\p{L}{3,5}teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty)"
    r"(?:[ \-](?:one|two|three|four|five|six|seven|eight|nine))?))"
)
_SMALL_UNIT = r"[ ]?(?i:months?|mths?|mnths?|weeks?|wks?|days?)"
_CIRCA = (
    r"(?i:c\.|ca\.?|circa|approx(?:imately|\.)?|roughly|about|around|maybe|probably|possibly|"
    r"perhaps|say|~)[ ]?"
)
_ROUND = (
    r"(?:13|16|18|21|30|40|50|60|65|70|75|80|90)(?:st|th)|(?:thirtieth|fortieth|"
    r"fiftieth|sixtieth)"
)


class AgeByCompanyRecogniser(CasedPatternRecogniser):
    """Numbers that are ages by what stands beside them."""

    type = AGE
    recogniser = "age-by-company"
    expressions = (
        (
            "birthday",
            rf"\b(?i:{_AGE}(?:st|nd|rd|th)|{_ORDINALS})[ ](?i:birthday|b'?day)\b",
            0.81,
        ),
        (
            "in brackets behind a name",
            rf"[(]{_NO_LABEL}{_NAME}(?:[ ]{_NAME})?,?[ ](?P<found>{_AGE})(?=[)])",
            0.81,
        ),
        (
            "then or now, in brackets",
            rf"[(](?i:then|now|just|only)[ ](?P<found>{_AGE})(?=[)])",
            0.81,
        ),
        (
            "a relative by name",
            rf"\b(?i:{_KIN})[ ]{_NO_LABEL}{_NAME},?[ ](?P<found>{_AGE})(?![0-9]){_NO_COUNT}"
            r"(?=[ ]?[,;)&+]|[.](?![0-9])|[ ](?i:and|if|who|is|was|at|in|lives|his|her|their)\b)",
            0.8,
        ),
        (
            "at an age in words",
            r"\b(?i:at)[ ](?P<found>(?i:(?:thir|four|fif|six|seven|eigh|nine)teen))"
            r"(?=,|[ ](?i:he|she|they|when|and|his|her)\b)",
            0.8,
        ),
        (
            "when something happened",
            r"\b(?i:and|then|was|were|is|at|just|only|about|nearly|maybe|of|from|till|until|or|,|-)"
            rf"[ ](?P<found>{_NUMBER})\b{_WHEN}",
            0.81,
        ),
        (
            "when somebody was so many weeks",
            rf"\b(?i:when|since|after|before|until|till|while)[ ](?:{_NAME}|(?i:he|she|they|baby|"
            r"the baby|the twins|twins))[ ](?i:was|were|is|are|turned|gets to|reached)[ ]"
            rf"(?i:just |only |about )?(?P<found>[1-9][0-9]?(?:{_SMALL_UNIT})?)\b"
            r"(?![ ]?(?i:late|early|pregnant|into|in|through|away|minutes|hours|of|gone|clean))"
            r"(?![.:/][0-9])",
            0.81,
        ),
        (
            "about so many",
            rf"\b(?i:aged?|ages|su|vs|v/s|male|female|man|woman|lad|girl|boy|he's|she's|he is|"
            rf"she is)[,:]?[ ](?i:aged )?(?P<found>{_CIRCA}[1-9][0-9])\b{_NO_COUNT}"
            r"(?=[ ]?[.,;)\n]|[ ]?$|[ ](?i:and|with|who|years|yrs|in|white|black|asian|tall|slim))",
            0.83,
        ),
        (
            "said to be so many",
            r"\b(?i:age|aged|she|he|su|vs)[ ](?i:(?:is |was )?(?:given|recorded|down|put|stated|"
            r"shown|"
            r"listed|registered) as)[ ](?P<found>[1-9][0-9]?)\b"
            rf"{_NO_COUNT}(?=[ ]?[.,;)\n]|[ ]?$|[ ](?i:on|in|and|but|by))",
            0.83,
        ),
        (
            "a side of so many",
            r"\b(?i:side of|well over|well under|touching|just shy of|not far off)[ ]"
            rf"(?P<found>[2-9]0)\b{_NO_COUNT}(?=[ ]?[.,;)\n]|[ ]?$|[ ](?i:and|but|now)\b)",
            0.8,
        ),
        (
            "from one age to another",
            r"\b(?i:care|foster care|abroad|home|boarding school|there|abused|beaten|groomed|army|"
            r"gang|away|inside|borstal|school)[ ](?i:from|between)[ ]"
            rf"(?P<found>{_NUMBER})[ ](?i:to|till|until|and)[ ](?P<found>{_NUMBER})\b{_NO_COUNT}"
            r"(?=[ ]?[.,;)\n]|[ ]?$|[ ](?i:and|when|with|he|she)\b)",
            0.81,
        ),
        (
            "by an age",
            r"\b(?i:divorced|widowed|married|pregnant|a dad|a mum|a father|a mother|homeless|"
            r"inside|"
            r"dead|using|on heroin|drinking|in care|excluded|retired|a widow|a grandad|a nan)[ ]"
            rf"(?i:again )?(?i:by|at)[ ](?P<found>{_NUMBER})\b{_NO_COUNT}(?=[ ]?[.,;)\n]|[ ]?$|"
            rf"[ ]and\b)",
            0.81,
        ),
        (
            "sex, then age",
            r"(?:(?<=[.,;:(][ ])|^)(?P<sex>[MF]),?[ ](?P<found>[1-9][0-9])(?=[ ]?[.,;)\n]|[ ]?$)"
            r"|(?<![\w£/.:-])(?P<found>[1-9][0-9])[ ]?y[ ]?[/,]?[ ]?(?i:m|f|male|female)\b",
            0.81,
        ),
        (
            "somebody with a title",
            rf"\b(?:Mr|Mrs|Ms|Miss)\.?[ ](?:{_NAME}|[A-Z]),[ ](?P<found>[1-9][0-9])"
            r"(?=[.;)](?![0-9])|,[ ](?:of|from|who|"
            rf"a|an|"
            r"the|was|is|has|lives)\b)",
            0.83,
        ),
        (
            "a round birthday",
            r"\b(?i:his|her|their|my|mum's|dad's|nan's|\p{Lu}\p{L}+'s)[ ](?i:big )?"
            rf"(?P<found>(?i:{_ROUND}))(?=[ ]?[.,;!)\n]|[ ]?$|"
            r"[ ](?i:and|so|party|do|next|last|in|on|"
            r"at|this|soon|was|is|with)\b)(?![ ](?i:in the (?:list|queue)|time))",
            0.81,
        ),
        (
            "going on the next",
            rf"\b(?P<found>{_NUMBER}(?:[ ]?-[ ]?|,?[ ])(?i:going on|nearly|almost|coming up|rising)"
            rf"[ ]{_NUMBER})\b{_NO_COUNT}",
            0.83,
        ),
        (
            "behind a state, at the end of a sentence",
            r"\b(?:\p{Ll}{4,}|(?:19|20)[0-9]{2})(?<!\b(?i:room|flat|ward|step|week|session|page|"
            r"class|point|points|question|score|scored|scores|bus|wing|cell|unit|level|section|"
            r"about|with|over|under|less|than|only|total|times|calls|texts))(?:,[ ])"
            r"(?P<found>1[6-9]|[2-7][0-9])(?=\.(?:[ \n]|$))(?<!,[ ][0-9]+,[ ][0-9]+)",
            0.8,
        ),
        (
            "behind the year at school",
            r"\b(?i:yr|year|y|p)[ ]?(?:[1-9]|1[0-3]),[ ](?P<found>[3-9]|1[0-8])(?=[,;])"
            rf"{_NO_COUNT}",
            0.8,
        ),
        (
            "behind what befell somebody young",
            r"\b(?i:expelled|left school|left home|adopted|orphaned|married|widowed|first offence|"
            r"first conviction)[, ]{1,2}(?P<found>[5-9]|[1-3][0-9])(?=[.;,)]|[ ]?$)"
            r"(?![.,][0-9])",
            0.8,
        ),
        (
            "at an age that something was done",
            r"\b(?i:worked|working|work|drinking|smoking|drank|smoked|used|fields?|street|streets|"
            r"trouble|trade|married|apprentice|abroad|over|here|alone|down|army|care|borstal|"
            r"boxing|"
            r"mines?|pit|sea|farm|factory)[ ](?i:at)[ ](?P<found>(?:[6-9]|1[0-9])|"
            r"(?i:six|seven|eight|nine|ten|eleven|twelve|\p{L}{3,5}teen))\b"
            r"(?=[.;)\n]|$|[ ](?i:when|with|because|to help|for his|for her)\b)(?![.:][0-9])",
            0.8,
        ),
    )
