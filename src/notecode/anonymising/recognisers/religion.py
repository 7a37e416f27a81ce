"""Religions and churches that somebody belongs to: Muslim, practising Catholic, Jehovah's Witness.

"Christian" is a given name too, and needs a cue.
"""

from notecode.anonymising.findings import RELIGION
from notecode.anonymising.recognisers.alternation import factored
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_ANY_CASE = (
    r"muslims?|moslems?|islam|islamic|sunni|shia|shi'a|ahmadi(?:yya)?|sufi|"
    r"hindus?|hinduism|sikhs?|sikhism|khalsa|"
    r"jewish|judaism|jews?|hasidic|haredi|buddhists?|buddhism|jains?|jainism|"
    r"(?:roman )?catholics?|catholicism|(?:greek|russian|romanian|serbian|eastern|ukrainian|"
    r"ethiopian|eritrean|bulgarian|syrian) orthodox|plymouth brethren|"
    r"free presbyterians?|"
    r"protestants?|anglican|baptist|methodist|pentecostal|presbyterian|quakers?|"
    r"mormons?|evangelical|"
    r"adventists?|jehovah['’]?s? witness(?:es)?|rastafarians?|rasta|pagans?|wiccan|zoroastrian|"
    r"born[ \-]again christian|orthodox (?:christian|jew(?:ish)?|church)|"
    r"rastafari|seventh[ \-]day adventists?|brahmin|dalit|jat|tewahedo|"
    r"church of (?:england|scotland)|church in wales|free church|kirk elder|"
    r"wee free|salvationist|scientologist|baha'?i|yazidi|alevi|"
    r"atheist|agnostic|humanist|druze|coptic|christianity|shabbat|shabbos|brethren(?= church)|"
    r"hutterites?|zoroastrianism|"
    r"parsees?|taoists?|daoists?|shinto|hare krishnas?|krishna consciousness|unitarians?|"
    r"christadelphians?|moravians?|maronites?|melkites?|wahhabi|salafi|deobandi|barelvi|"
    r"ismaili|bohra|nation of islam|black hebrew israelites?|satanists?|pentecostalist|"
    r"apostolic|cherubim and seraphim|celestial church|christian scientists?|"
    r"methodism|anglicanism|lutherans?|calvinists?|nonconformists?|church of ireland"
)
_NO_BUILDING = (
    r"(?![ ](?i:school|primary|church|college|academy|housing|homes|women['’]?s|"
    r"aid|relief|support|care|children)\b)"
)


class ReligionRecogniser(CasedPatternRecogniser):
    """Religions of a list in any letter case, and "Christian" after a cue."""

    type = RELIGION
    recogniser = "religion"
    expressions = (
        ("any case", rf"\b(?<![/\-@])(?i:{factored(_ANY_CASE)})\b{_NO_BUILDING}", 0.81),
        ("Christians", r"\b(?:Christians|CHRISTIANS|christians)\b", 0.81),
        (
            "Christian, after a cue",
            r"\b(?i:is a|(?:he|she|su|vs|who|family) is|he's|she's|are|a|devout|practi[sc]ing|"
            r"committed|strict|orthodox|religion:?|"
            r"faith:?|religious:?|as a|non|very|became a)"
            r"[ ](?P<found>(?i:christian|c of e|church of england))\b(?![ ](?i:name|aid)\b)",
            0.82,
        ),
        (
            "Christian, of a thing",
            r"\b(?P<found>[Cc]hristian)(?=[ ](?i:faith|family|background|belief|beliefs|"
            r"upbringing|community|household|values|group|fellowship|convert)\b)",
            0.82,
        ),
        (
            "by letters",
            r"\b(?i:religion|faith|denomination)[ ]?(?i:is)?[ ]?[:\-=]?[ ]?(?P<found>(?"
            r":RC|CofE|C of E|CoE|JW|LDS))\b",
            0.83,
        ),
        (
            "of England, by letters",
            r"(?<!\b(?i:school|primary|the)[ ])\b(?:C[ ]?of[ ]?E|CofE)\b"
            r"(?![ ](?i:school|primary|"
            r"church|infants?|juniors?|academy|va\b|vc\b|aided|controlled))(?<=\b(?i:is|are|was|were|"
            r"raised|brought up|family|background|christened|baptised|confirmed|nominally|not|"
            r"married|now|non-practising|practi[sc]ing|lapsed|[,;:/(-])[ ]?(?:C[ ]?of[ ]?E|CofE))",
            0.82,
        ),
        (
            "orthodox feast",
            r"\b(?P<found>[Oo]rthodox)(?=[ ](?:Christmas|Easter|Church|church|faith|"
            r"family|priest|community|christian))|\b(?i:is|are) (?P<found>[Oo]rthodox)\b",
            0.8,
        ),
        (
            "witness",
            r"\b(?P<found>JW)(?=[ ](?i:family|faith|congregation|community|meeting)s?\b)|"
            r"\b(?i:is|a|are|he's|she's)[ ](?P<found>JWs?)\b|\b(?i:is|are)[ ](?i:a )?(?P<found>RC|"
            r"CofE|CoE|LDS)\b",
            0.8,
        ),
    )
