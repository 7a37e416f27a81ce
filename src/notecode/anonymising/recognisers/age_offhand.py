"""Ages said offhand: "looks 40", "27 (28 on the 19th)", "4 and 2", "two and a bit"."""

from notecode.anonymising.findings import AGE
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_NUMBER_WORD = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty)"
    r"(?:[ \-](?:one|two|three|four|five|six|seven|eight|nine))?)"
)
_ENDS = r"(?=[ ]?[.,;)!?\n]|[ ]?$|[ ](?:and|but|now|he|she|who|with)\b)(?![.,:][0-9])"
_NEXT = (
    r"(?=[ ](?i:next (?:week|month|year|birthday|mon|tues|wednes|thurs|fri|satur|sun)|"
    r"this (?:week|month|year)|tomorrow|tmrw|soon|in (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|"
    r"nov|dec)|on (?:the )?[0-9]{1,2}(?:st|nd|rd|th)?\b))"
)


class AgeOffhandRecogniser(CasedPatternRecogniser):
    """Ages beside another age, at the head of a remark, and in words of a rough kind."""

    type = AGE
    recogniser = "age"
    expressions = (
        (
            "looks",
            r"\b(?i:he|she|he['’]?s|she['’]?s|[1-9][0-9],?|but|and|who)[ ](?i:looks|looked|feels|"
            r"felt|seems|seemed|acts|could pass for|would pass for)[ ]"
            r"(?i:more like |about |nearer )?"
            rf"(?P<found>[1-9][0-9]){_ENDS}",
            0.82,
        ),
        (
            "before looking otherwise",
            r"\b(?i:he|she|su|vs|v/s)(?:['’]?s|[ ](?i:is))[ ](?P<found>[1-9][0-9])"
            r"(?=,?[ ](?i:but |and )?(?i:looks|feels|seems|acts|going on)\b)",
            0.84,
        ),
        ("and soon more", rf"(?<=\b[1-9][0-9]?(?:, | \())(?P<found>[1-9][0-9]?){_NEXT}", 0.83),
        (
            "said again",
            r"(?<![\w/£.,:])(?P<found>[1-9][0-9])(?:[ ]?\.\.\.|…|,| -| –)[ ]"
            r"(?i:no|sorry|i mean),?[ ]"
            r"(?P<found>[1-9][0-9])(?=[ ](?i:he|she)\b)",
            0.82,
        ),
        (
            "first of a remark",
            r"(?:(?<=[.!?][ ])|^)(?P<found>[1-9][0-9])(?=[ ](?i:and|but)[ ](?i:never|still|no|"
            r"nowhere|nobody|nothing|already|not once|has never|lives with)\b)",
            0.81,
        ),
        (
            "in words, and more said",
            rf"(?<=\b(?:\p{{Lu}}\p{{Ll}}+|[Hh]e|[Ss]he) (?:is|was) )(?P<found>(?i:{_NUMBER_WORD}))"
            r"(?=,? (?:and|but|with)[ ](?:an? |the |has |have |lives |works |still |runs )?\p{Ll})",
            0.82,
        ),
        (
            "of two",
            r"(?<=\b\p{Lu}\p{Ll}+, )(?P<found>1?[0-9]) (?:and|&) (?P<found>1?[0-9])(?=[.;)\n]|$)"
            r"(?![.][0-9])",
            0.82,
        ),
        (
            "and a bit",
            r"(?:(?<=\b\p{Lu}\p{Ll}+ (?:[–-] |is |now )?)|(?<=\b(?:he|she)(?: is|'s) ))"
            r"(?P<found>(?:[1-9]|1[0-9]|one|two|three|four|five|six|seven|eight|nine|ten)[ ]and a"
            r"[ ](?:bit|half|quarter))(?=[ ]?[.,;)\n]|[ ]?$|[ ][–-][ ])",
            0.83,
        ),
        (
            "between dashes",
            r"(?<=\b\p{Lu}\p{Ll}+ [–-] )(?P<found>[1-9][0-9]? ?(?:yrs?|years?|y)(?:,? (?:and )?"
            r"[1-9][0-9]? ?(?:mths?|months?|m))?)(?=[ ][–-][ ])",
            0.83,
        ),
        (
            "at an event",
            r"\b(?i:age)[ ](?i:at|on|when)[ ](?i:time of )?(?:\p{Ll}+[ ]?){1,2}[ ]?[:=|\t][ \t]*"
            r"(?P<found>[1-9][0-9]?)(?=[ \t]*(?:$|[,;|\t.)\n])|[ ]{2})",
            0.86,
        ),
        (
            "in care from",
            r"\b(?i:in (?:foster )?care|looked after|on the streets|in homes?)"
            r"(?:[ ]in[ ]\p{Lu}\p{L}+)?[ ](?i:from|since)[ ](?P<found>[1-9]|1[0-7])"
            r"(?=[ ]?[.,;)\n]|[ ]?$|[ ](?:and|to|till|until|on)\b)(?![.:][0-9])",
            0.83,
        ),
        (
            "from so many to so many",
            r"\b(?i:male|female|man|woman|lad|aged?|looks|looked|described as|lady|bloke|approx\.?|"
            r"about)[,:]?[ ](?:aged )?(?P<found>[1-9][0-9](?:[ ]?[-–][ ]?|[ ]to[ ])[1-9][0-9]"
            r"(?:[ ]?(?i:yrs|years|yo))?)(?=[ ]?[.,;)\n]|[ ]?$|[ ](?:and|with|in|old|white|black|"
            r"asian|slim|tall)\b)",
            0.83,
        ),
        (
            "about so many years, in a description",
            r"\b(?P<found>(?i:approx\.?|approximately|about|around|circa)[ ][1-9][0-9][ ]?"
            r"(?i:yrs|years))(?=,[ ](?i:white|black|asian|mixed|slim|stocky|tall|short|heavy|"
            r"medium|thin|bald|dark|fair|blonde?|brown|grey|wearing|beard|male|female|5|6|ic)\b)",
            0.83,
        ),
        (
            "and not another",
            r"\b(?i:is|was|he's|she's|aged)[ ](?P<found>[1-9][0-9]?)[ ](?i:and )?not[ ]"
            r"(?P<found>[1-9][0-9]?)(?=[ ]?[.,;)\n]|[ ]?$|[ ](?i:as|like)\b)(?![.:/][0-9])",
            0.82,
        ),
        (
            "child by number of years, in capitals",
            r"\b(?:CHILD|SON|DAUGHTER|BOY|GIRL|CHILDREN)[ ](?P<found>[1-9]|1[0-7])"
            r"(?=[ ](?:PRESENT|IN|AT|ASLEEP|UPSTAIRS|WITNESSED|SAW|UNHARMED|SAFE|ALSO|WITH)\b)",
            0.82,
        ),
        (
            "behind a date of birth",
            r"(?<=\b(?i:dob|d\.o\.b\.?|born)[ :]{1,3}[0-9./\- ]{6,10}[ ])\((?P<found>[1-9][0-9]?)"
            r"(?=\))",
            0.84,
        ),
        (
            "somebody so many, who did something",
            r"\b(?!(?:[Cc]ase|[Rr]oom|[Ff]lat|[Ww]ard|[Ss]ession|[Ww]eek|[Pp]art|[Pp]age|[Uu]nit|"
            r"[Ss]tep|[Yy]ear|[Pp]oint|[Ll]evel|[Tt]ier|[Ss]tage|[Mm]odule|[Qq]uestion|[Aa]ction|"
            r"[Ii]tem|[Cc]ell|[Gg]roup|[Bb]us|[Rr]oute|[Oo]perator|[Oo]fficer|[Cc]aller|[Nn]umber|"
            r"[Ww]itness|[Vv]ehicle|[Aa]pp|[Vv]isit|[Cc]all)\b)"
            r"(?:\p{Lu}\p{Ll}{2,}|\p{Lu}{3,}|(?i:eldest|youngest|oldest|middle one|wee one))[ ]"
            r"(?P<found>[1-9]|1[0-9])(?=[ ](?i:told|said|says|asked|asks|disclosed|cried|saw|heard|"
            r"witnessed|has asked|has told|has said|wants|won't|refuses|refused|drew|hid|ran|"
            r"walks|walked|goes|misses|missed|sleeps|slept|woke|came|rang|texted|thinks|knows)\b)",
            0.81,
        ),
        (
            "now, at the head of a remark",
            r"(?:(?<=[.!?][ ])|^)(?P<found>1[6-9]|[2-8][0-9])(?=[ ]now[ ]?[,.;])",
            0.81,
        ),
        (
            "in words, and where",
            r"\b(?i:daughter|son|brother|sister|boy|girl|child|niece|nephew|he|she|lad|lass|eldest|"
            r"youngest|oldest|wean|bairn|baby|grandson|granddaughter|cousin|stepson)[ ]"
            r"(?:is|was)[ ](?:now |only |just )?(?P<found>(?i:three|four|five|six|seven|eight|nine|"
            r"ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen))"
            r"(?=[ ]?[.,;)]|[ ](?:and|in|at|with|but|now|next)\b(?![ ](?:the morning|"
            r"a half|half|past|quarter|weeks|months|days|hours|minutes)))",
            0.81,
        ),
        (
            "of a description, from so many to so many",
            r"(?<=\b(?i:white|black|asian|mixed race|male|female|european|british),[ ])"
            r"(?P<found>[1-9][0-9][ ]?(?:-|–|to)[ ]?[1-9][0-9])(?=[ ]?[,.;)])",
            0.82,
        ),
        (
            "he is, without an apostrophe",
            r"\b(?i:hes|shes|im)[ ](?P<found>[1-9][0-9]?)(?=[ ](?i:he|she|hes|shes|im|my|his|her|"
            r"their|su|vs|mum|dad|ex|kids|bf|gf|lives|works|got|no|not|doing|been|x|xx|u|n|w)\b)"
            r"(?![ ](?:no|not)[ ](?:calls|texts))",
            0.82,
        ),
        (
            "years and months, run together",
            r"(?<![\w/£.:])(?P<found>[1-9][0-9]?[ ]?[yY][ ]?[0-9]{1,2}[ ]?[mM])(?![\w])"
            r"(?<!(?i:sentence|custody|licence|order|for|of|got|relationship)[ ][^.\n]{1,12})",
            0.83,
        ),
        (
            "a grown relative so many",
            r"\b(?i:wife|husband|partner|mum|mother|mam|dad|father|nan|gran|grandmother|grandad|"
            r"mgm|pgm|mgf|pgf|aunt|auntie|uncle|ex)[ ](?P<found>1[89]|[2-9][0-9])"
            r"(?=[ ](?i:and|works?|lives?|offers?|is|was|has|who|with|in|at|cares|helps|supports|"
            r"retired|unwell|disabled|drinks|does|did|will|not|also)\b)(?![ ](?:in|at)[ ](?:the|a|"
            r"total|least|most|once|night|all)\b)",
            0.81,
        ),
        (
            "said of a child, in quotation marks",
            r"[\"“](?P<found>(?i:nearly|almost|just gone|just turned|only)[ ][1-9][0-9]?)(?=[\"”])",
            0.82,
        ),
        (
            "a child, before what they said",
            r"\b(?i:child)[ ](?P<found>[1-9]|1[0-7])(?= \([\"“])",
            0.8,
        ),
        (
            "with the day of a birthday",
            r"\b\p{Lu}\p{Ll}{2,}(?<!Session|Meeting|Appt|Court|Week|Flat|Room|Ward|Score|Case|Next|"
            r"Module|Visit|Hearing|Marac|Call|Only|About|Step|Unit|Page|Group|Year|Total|Attended)"
            r"(?:[:,]|[ ]-)?[ ](?P<found>1[6-9]|[2-9][0-9])(?=[ ](?i:on)[ ](?i:mon|tues|wednes|"
            r"thurs|fri|satur|sun)day[ ]?(?:[.,;)\n]|$))",
            0.81,
        ),
        (
            "decade of a description",
            r"\b(?i:male|female|man|woman|asian|white|black|lad|couple|both)[,]?[ ](?:in )?"
            r"(?P<found>(?i:(?:early |mid |late )?)[2-7]0['’]?s)(?=[ ]?[.,;)\n]|[ ]?$|[ ](?:with|"
            r"in|and|who|wearing)\b)",
            0.82,
        ),
    )
