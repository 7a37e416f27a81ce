"""Words that look like an agency's and are not its part in the case, each with its reason.

A table of patterns, each looked for in the sentence just before the word, just after it, or in
the clause around it. The first that fits gives the reason; whoever asks why a word was passed over
finds the answer in one line here.
"""

import re
from dataclasses import dataclass
from typing import Literal

from notecode.model import Span

Scope = Literal["before", "after", "clause"]
# How much of the sentence is looked at on either side of a word, in characters: keeps it linear.
_REACH = 70
_CLAUSE_BREAK = re.compile(r"[,;:.!?]\s|\s[-–—]\s|\s(?:and|but|then)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Exclusion:
    """One pattern: why, where it is looked for, and for which agencies (none named: all)."""

    reason: str
    scope: Scope
    pattern: re.Pattern[str]
    agencies: frozenset[str]
    word: re.Pattern[str] | None = None
    besides: re.Pattern[str] | None = None


def _exclusion(
    reason: str, scope: Scope, pattern: str, *agencies: str, word: str = "", besides: str = ""
) -> Exclusion:
    """An entry of the table; ``word`` limits it to mentions that read so.

    It does not hold where ``besides`` stands before the word.
    """
    anchored = {"before": rf"(?:{pattern})[\s\'\"(-]{{0,2}}$", "after": rf"(?:{pattern})"}
    return Exclusion(
        reason=reason,
        scope=scope,
        pattern=re.compile(anchored.get(scope, pattern), re.IGNORECASE),
        agencies=frozenset(agencies),
        word=re.compile(word, re.IGNORECASE) if word else None,
        besides=re.compile(besides, re.IGNORECASE) if besides else None,
    )


# People of the case who are no agency's workers, and what they wish, fear or suppose.
_THEY = (
    r"(?:\[(?:SU|VS|PARTNER|FAMILY|CHILD)[_\d]*\]|\bsu|\bv/?s|\bhe|\bshe|\bthey|\bmum|\bdad|\bnan"
    r"|\bsister|\bbrother|\bmother|\bpartner|\bgirlfriend|\bex)"
)
_SUPPOSES = (
    r"(?:(?:would|'d) (?:like|love|rather|prefer)|wants?\b(?: to)?|wanted|wish(?:es)?|"
    r"hopes?|thinks?"
    r"|threaten(?:s|ed|ing)?|keeps? (?:going on|talking)|talks? (?:of|about)|is worried|worries"
    r"|scared|afraid|(?:asked|asks|wonders?|wondered) (?:if|whether)|(?:says|said) no ?(?:one|body)"
    r"|(?:will|would) (?:call|ring|phone|go|tell|report)|is going to (?:call|go|ring)|might|"
    r"could|terrified|scared|end(?:ing)? up"
    r"|may|reckons?|joke[sd]?|dreams?)"
)
_NONE = (
    r"(?:\bno(?: longer)?(?: (?:current|allocated|known|named|contact|involvement|dealings))?"
    r"(?: (?:with|from|by|under|open to|has|have))?"
    r"|\b(?:is |was )?(?:not|n'?t|never)(?: (?:currently|yet|been|had|have|has|got|under|"
    r"open|known|"
    r"involved|engaged|working|registered|seen|to|with|by|at|on|want|need|like|trust))+"
    r"|\b\w+n['’]?t (?:have|has|had|want|need|got|like|trust|know|use|involve|engage with)(?: to "
    r"(?:involve|call|see|have))?|\bwithout|\bnil|\bclosed to|\b(?:declin|refus)(?:ed|"
    r"es)(?: support "
    r"from)?|\bdoes not have|\bdid not want|\bnot wish(?:ing)? for)"
)
_ARTICLE = r"(?:\s+(?:an?|any|the|his|her|their|other))?"
_PAST = (
    r"\b(?:years? ago|in (?:19|20)\d\d\b|(?:19|20)\d\d,|back in\b|in his (?:teens|twenties|"
    r"thirties|"
    r"youth|20s|30s)|as a (?:child|kid|boy|teenager|teen|young)|when (?:he|she) was (?:\d|"
    r"a |in |at |"
    r"little|young|small)|\bat (?:age )?1\d\b|aged \d|previous(?:ly)?\b|historic(?:al)?\b|long ago|"
    r"used to\b|in the past|growing up|grew up|ex-|former(?:ly)?\b|first came to|"
    r"before (?:this|the) "
    r"relationship|at the time of his|once (?:had|was|did)|childhood)"
)
_NEED_BEFORE = (
    r"\b(?:about|re|regarding|around|over|need(?:s|ed|ing)?(?: help)?(?: with|:)?|"
    r"help(?:ed)?(?: him)?"
    r" with|support(?: with| around| for)?|issues?(?: with| around)?|problems?(?: with)?|suitable|"
    r"stable|permanent|temporary|social|private|poor|emergency|secure|discussed|mentioned|"
    r"brought up|asked about|looking for|find|"
    r"finding|history of|struggl\w+ with|worried about|main|his|her|their|su'?s|\]['’]s|own|"
    r"current|"
    r"in terms of|such as|like|new|and|needs?: .{0,30}[/,]|on|for|in|not|no|any)"
)
_BARE_NEED = (
    r"^(?:housing|mental health|substance misuse|drugs and alcohol|health|benefits|resettlement)$"
)
_NEAR = (
    r"\b(?:behind|opposite|near(?: to)?|nearby|next (?:door )?to|by the|outside|past|"
    r"across from|round "
    r"the (?:corner|back) (?:from|of)|corner of|in front of|close to|facing|beside|"
    r"over from|up from|"
    r"down from|yards from|walk from|take in|include|covers?|round|road to|bench (?:at|by))"
    r"(?:\s+(?:the|an?|her|his|their|old|new|local|big|\[\w+\](?:['’]s)?))*"
)
_BUILDINGS = (
    "schools",
    "health",
    "police",
    "courts-cps",
    "prison",
    "benefits",
    "housing",
    "council",
)
_SCHOOL_THINGS = (
    r"['’]?s?\s+(?:run|friends?|mates?|pick|drop|collection|uniform|holidays?|hols|trip|days?|"
    r"leavers?|dinners?|bags?|photos?|shoes|hours|nights?|bus|play\b|disco|reunion|crush|concert|"
    r"fees|yard|lane|road|street|sweetheart|work\b|gates?|fair|fete|time|age|traffic)\b"
)
_COUNCIL_THINGS = (
    r"['’]?s?\s+(?:house|flat|tax|estate|propert|tenan|bins?\b|block|accommodation|place|swap)"
)

# Words that name a need as often as an agency: they count only where an agency can be meant.
_TOPIC_BY_ITSELF = re.compile(
    r"^(?:housing|mental health|mh|substance misuse|drugs?(?: (?:and|&) alcohol)?|alcohol|health"
    r"|benefits|resettlement|rehab|detox|counselling|therapy|physio|employment|homelessness"
    r"|memory clinic|duty|head|deputy|security|healthcare|clinic|college|tutor|bench|wing|pastoral|psychology"
    r"|antenatal|maternity|licensing|guardian|prosecution|universal credit|uc|with you|recorder|residential rehab|recovery hub|leaving care|unpaid work)$",
    re.IGNORECASE,
)
_CONVEYED = (
    r"(?:r[au]ng|ring(?:ing)?|call(?:ed|s|ing)?|phon\w+|tel|t/?c|e-?mail\w*|text\w*|wrote|writ\w+|spoke"
    r"|spoken|speak\w*|told|tell\w*|ask\w*|chas\w+|updat\w+|inform\w*|notif\w+|contact\w*|liais\w+"
    r"|meeting|met|message|msg|vm|voicemail|left|letter|referr\w+|refer|reply|replied|response|heard"
    r"|hear|answer|per|via|cc|copied|cop(?:y|ies)|sent|send\w*|forwarded|passed|pass|gave|give\w*|shared"
    r"|raised|flagged|reported|info\w*|news|word|got|agreed|arranged|sorted|booked|checked|with|told|thank\w*"
    r"|advis\w+|discuss\w+|help from|report from|complain\w*|challeng\w+|push\w*|press\w*|nudg\w+|thru)"
)
_CONVEYED_TO = re.compile(
    rf"(?:\b{_CONVEYED}\b[^.;]{{0,30}}?\b(?:to|from|with|w/?|by|at|via|off|through|into)"
    rf"|\b(?:from|by|via|per|cc|at)|^\W*(?:to|with)"
    rf"|\b(?:r[au]ng|call(?:ed)?|phoned|t/?c|e-?mailed|texted|told|asked|chas\w+|updated|informed"
    rf"|notified|contacted|thanked|advised|nudged|pushed|pressed|persuaded|got|copied|cc))"
    r"\s*(?:the|our|both|local|his|her)?\s*$",
    re.IGNORECASE,
)
_NOT_CONVEYED = re.compile(
    r"\b(?:help|support|issues?|problems?|struggl\w+|difficult\w+|trouble|deal\w*|assistance|advice"
    r"|about|re|needs?)\s+(?:him\s+|su\s+)?(?:with|w/|by|from)\s*$",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"(?:['’]s\b|[\s]*[:–-]\s|\s+(?:also\s+|then\s+|now\s+|still\s+|both\s+|have\s+|has\s+|had\s+|will\s+"
    r"|would\s+|can(?:not|'t)?\s+|are\s+not\s+|didn'?t\s+|did\s+not\s+|won'?t\s+|don'?t\s+|and (?:i|us|we|me)\b)*"
    r"(?:r[au]ng|called|says?|said|told|ask\w*|confirm\w*|report(?:s|ed)?|advis\w+|agree[ds]?|will|have"
    r"|has|had|can|cannot|won'?t|would|did|don'?t|emailed|wrote|replied|responded|sent|gave|offered"
    r"|accepted|refused|declined|are \w+ing|to \w+|want\w*|think\w*|know\w*|hold\w*|need\w*|withhold|"
    r"chair\w*|attend\w*|present|here|updated|informed|aware|chased|contacted|engaged|n/a|v/?m|no (?:reply|answer|news|trace)"
    r"|unable|not (?:answering|in|known|able)|and (?:i|us|we|me)\b|x ?\d|tel\b|nil|nothing))",
    re.IGNORECASE,
)


_INDEFINITE = re.compile(r"(?:^|\s)(?:an?|any|some|another|whichever)\s*$", re.IGNORECASE)
_DEALT_WITH = re.compile(
    r"\b(?:to|with|by|from|via|through|rang|called|met|saw|told|asked|spoke to|under|at)"
    r" (?:an?|another|some)\s*$",
    re.IGNORECASE,
)
_OF_HIS_OWN = re.compile(
    r"\b(?:works?|worked|job|live[sd]?|wants?|go(?:ing|es)?|like|need|needs) (?:\w+ )?(?:to|with|by|from|at|in|for) an?\s*$",
    re.IGNORECASE,
)


def _is_nobodys(before: str, text: str, after: str) -> bool:
    """Whether "a hospital", "any refuge" is none in particular: it does nothing, none dealt with it."""
    if "[" in text or not (_INDEFINITE.search(before) or re.match(r"an? ", text, re.IGNORECASE)):
        return False
    if _DEALT_WITH.search(before) and not _OF_HIS_OWN.search(before):
        return False
    return not (
        _ACTS.match(after)
        or re.match(
            r"(?: \w+){0,4} (?:r[au]ng|telephoned|has|have|had|came|called|walks|visited|will|said|says|told)\b",
            after,
        )
    )


def names_only_a_need(sentence: str, word: Span) -> bool:
    """Whether a word such as "housing" stands here for the need: nothing is told it, it does nothing."""
    text = word.cut(sentence)
    if not _TOPIC_BY_ITSELF.match(text):
        return False
    before = sentence[max(0, word.start - _REACH) : word.start]
    after = sentence[word.end : word.end + _REACH]
    if _NOT_CONVEYED.search(before):
        return True
    opens = not before.strip(" \t-*•0123456789.)(")
    if _CONVEYED_TO.search(before):
        return False
    return not (_ACTS.match(after) and (opens or not re.match(r"\s*[:–-]\s", after)))


EXCLUSIONS: tuple[Exclusion, ...] = (
    # sense: the word means something else here.
    _exclusion(
        "sense",
        "before",
        r"\b(?:old|driving|dance|dancing|riding|swimming|summer|sunday|boxing|film|language|from|"
        r"back to|after|before|home from|kids? to|children to|\d to|him to|her to|them to|"
        r"starts?|starting|started|leaving|leaves|off|missed|missing|bunk\w*)"
        r"(?:\s+(?:the|his|her))?",
        "schools",
        word=r"^(?:high )?school$|^academy$",
    ),
    _exclusion("sense", "after", _SCHOOL_THINGS, "schools", word=r"school$|nursery$"),
    _exclusion("sense", "before", r"\b(?:youth|backpackers?|surf)", "housing", word="hostel"),
    _exclusion("sense", "after", r"\s+(?:market|bubble|boom|crash|estate agent)\b", "housing"),
    _exclusion(
        "sense",
        "before",
        r"\b(?:tennis|squash|badminton|food|basketball|netball|ball)",
        "courts-cps",
    ),
    _exclusion(
        "sense", "after", r"\s+(?:shoes|jester|yard)\b|\s+him\b", "courts-cps", word="court$"
    ),
    _exclusion("sense", "after", _COUNCIL_THINGS, "council", word="council$|authority$"),
    _exclusion(
        "sense", "before", r"\b(?:call the|monaco|grand|british|moto|silverstone)", "health"
    ),
    _exclusion(
        "sense",
        "after",
        r"\s+(?:who\b(?= (?:on|box|night|repeats|marathon))|martens|and safety|food|club|"
        r"drink|kick)\b",
        "health",
    ),
    _exclusion(
        "sense",
        "after",
        r"\s+visits?\b(?=.{0,12}(?:done|no one|nobody|mon|tue|wed|thu|fri))|\s+(?:today|"
        r"done|tomorrow|attempted)\b",
        "health",
        word="^hv$",
    ),
    _exclusion(
        "sense",
        "after",
        r"\s+(?:on speed dial|tv|show|drama|sketch|series|film|game|song|album|costume)\b",
    ),
    _exclusion(
        "sense", "after", r"\s+in disguise|[ -]style\b|\s+(?:academy|interceptors|camera)", "police"
    ),
    _exclusion(
        "sense",
        "after",
        r"\s+(?:(?:is|was|has)\s+)?(?:broken?|repair|shop|game|gaming|screen|keyboard|"
        r"monitor|world|"
        r"crash|slow|won'?t|died|for (?:games|gaming|college))",
        "police",
        word="^pcs?$",
    ),
    _exclusion(
        "sense",
        "before",
        r"\b(?:his|her|su['’]?s|\]['’]s|home|my|new|gaming|laptop|work|a)",
        "police",
        word="^pcs?$",
    ),
    _exclusion(
        "sense",
        "before",
        r"\b(?:in|to|from|down|across|round) the",
        "children-social-services",
        word="^sws?$",
    ),
    _exclusion(
        "sense",
        "before",
        r"\b(?:shared|joint|sole|full|child|for|wants?|fight(?:ing)?|get|lost|gain(?:ed)?|"
        r"loses?|seek)"
        r"(?:\s+(?:the|his|her))?",
        "police",
        word="^custody$",
    ),
    _exclusion(
        "sense",
        "after",
        r"\s+(?:of|battle|arrangements?|dispute|hearing|of the)\b",
        "police",
        word="^custody$",
    ),
    _exclusion(
        "sense",
        "before",
        r"\b(?:safe|in|place of|seek|sought|take|took|a) ",
        "other-vs-services",
        word="^refuge$(?!)",
    ),
    # place: passed, or lived near.
    _exclusion("place", "before", _NEAR, *_BUILDINGS, word=r"^[^\[]+$"),
    _exclusion("place", "after", r"\s+(?:car ?park|bus stop|steps|canteen|toilets|car boot)\b"),
    # need: a topic or want of his, not the agency.
    _exclusion(
        "need",
        "after",
        r"['’]?s?\s+(?:benefit|need|situation|issues?|problems?|application|form\b|register|"
        r"list|costs|"
        r"arrears|estate\b|status|search|histor|instability|stress|crisis|condition|"
        r"difficult|use\b|"
        r"misuse|bid|deposit|and benefits? (?:are|is)|are the main|is (?:the|a|an|his|her) "
        r"(?:main|issue|problem|big|priority|worry|concern|need))",
        "housing",
        "mental-health",
        "substance-misuse",
        "health",
        "benefits",
    ),
    _exclusion(
        "need",
        "before",
        _NEED_BEFORE,
        "housing",
        "mental-health",
        "substance-misuse",
        "health",
        "benefits",
        "prison",
        word=_BARE_NEED,
    ),
    _exclusion("sense", "after", "", "police", word="^polices$"),
    _exclusion(
        "history", "before", r"\bprevious(?:ly)? (?:convict|sentenc|arrest|known|involve).*"
    ),
    # negated: no such involvement ("no reply from X" has it, and does not fit here).
    _exclusion("negated", "before", _NONE + _ARTICLE),
    _exclusion(
        "negated",
        "before",
        rf"{_THEY} (?:did not|didn['’]?t|does not|doesn['’]?t|has not|hasn['’]?t|will not|"
        rf"won['’]?t|"
        r"refus\w+ to|reluctant to|never|would not) (?:want to )?(?:report(?:ed)?|"
        r"call(?:ed)?|ring|rung|"
        r"contact(?:ed)?|tell|told|involve|speak|go|gone|engage|attend)(?: \w+){0,2}",
    ),
    _exclusion("negated", "after", r"\s+(?:not involved|no longer involved|never involved)\b"),
    # hypothetical: somebody of the case wishes, fears or supposes it.
    _exclusion(
        "hypothetical",
        "before",
        rf"{_THEY}(?: \w+)? {_SUPPOSES}\b[^,;:.]{{0,40}}",
        word=r"^[^\[]+$",
    ),
    _exclusion(
        "hypothetical", "before", r"\bif\b(?: \w+'?\w*){0,5} (?:the |an? )?", word=r"^[^\[]+$"
    ),
    # history: before this case.
    _exclusion("history", "clause", _PAST, word=r"^[^\[]+$"),
    _exclusion(
        "sense",
        "after",
        r"\s+(?:to|at|with|w/|by)\s+(?:mr\s+)?(?:\[SU|su\b|him|his|\[ADDRESS|\[CM)",
        "health",
        word="^hv$",
    ),
    _exclusion("sense", "after", r"\s+corner\b", "children-social-services", word="^sw$"),
    # More senses, each a compound or a phrase in which the agency's word says something else.
    _exclusion(
        "sense",
        "before",
        r"\b(?:is|was|were|['’]s|be|been|being|became|as|like)\s+(?:an?|another)(?: retired| old| former| trainee)?",
        word=r"^[^\[]+$",
    ),
    _exclusion(
        "sense",
        "before",
        r"\b(?:lad|bloke|man|woman|lady|someone|somebody|friend|mate|guy|chap|people|works?|working|worked|job) (?:from|at|in|for|with) (?:the )?",
        word=r"^[^\[]+$",
    ),
    _exclusion(
        "sense",
        "before",
        r"\b(?:parish|town|student|youth|works|family|bar|food|retail|film|card|phone|computer|pet|doll'?s|forum|ice)",
        word=r"^(?:council|courts?|school|gp|surgery|ward|clinic|hospital)$",
    ),
    _exclusion(
        "sense",
        "after",
        r"\s+(?:box\b|student\b|drama|dramas|series|documentary|marking scheme|scanner|tape|helmet|costume|academy|governor|letter printed|mug|calendar|van parked|car parked|siren|helicopter)",
    ),
    _exclusion(
        "sense",
        "after",
        r"\s+(?:road|street|st\b|lane|avenue|close|hill|bridge|tavern|arms|inn|pub|park|field|farm|cafe|gardens?|square|end|estate|roundabout|corner|tube|bus|tram|stop)\b",
        word=r"^(?:\S+ )?(?:court|school|hospital|prison|police|council|surgery|academy|nursery|police)s?$",
    ),
    _exclusion(
        "sense",
        "before",
        r"\b(?:having|had|have|needs?|need|for|after|before|awaiting|knee|back|heart|eye|plastic|laser|emergency|minor|major|dental)(?: his| her| an?)?",
        word="^surgery$",
    ),
    _exclusion(
        "sense",
        "before",
        r"\b(?:the|a|his|her|this|my|real|big|says (?:the|a))",
        word="^turning point$",
    ),
    _exclusion(
        "sense",
        "before",
        r"\b\d+ ?(?:m(?:on)?ths?|mths?|mnths?|weeks?|wks?|years?|yrs?)(?:['’]s?)?(?: of| on)?",
        "probation",
        word="^probation$",
    ),
    _exclusion(
        "sense", "after", r"\s+(?:period|in (?:new|the|his|her)? ?job|at work)", "probation"
    ),
    _exclusion(
        "sense",
        "after",
        r"\s+(?:granted|application|applied|breach|refused|made|in place|interim|hearing|order|conditions?)\b",
        "probation",
        word="^spo$",
    ),
    _exclusion("sense", "before", r"\binterim", "probation", word="^spo$"),
    _exclusion(
        "sense",
        "before",
        r"\b(?:gas|ticket|traffic|driving|fire|building|health and safety)",
        word="inspector$",
    ),
    _exclusion("sense", "before", r"\b(?:school|board of|parent)", "prison", word="governor"),
    _exclusion(
        "sense",
        "after",
        r"\s+(?:the (?:baby|dog|kids?|children|car|bike)|her|his|a (?:pint|grudge|drink))\b",
        "health",
        word="^nurse$",
    ),
    _exclusion(
        "sense",
        "after",
        r"\s+(?:up|down|over|back|first|off|on|out|in|for home|towards?|home)\b",
        "schools",
        word="^head$",
    ),
    _exclusion(
        "sense",
        "before",
        r"\b(?:his|her|my|their|your|in the|on the|over the|bowed|shook|shaved)",
        "schools",
        word="^head$",
    ),
    _exclusion(
        "sense",
        "after",
        r"\s+(?:of|injury|butt|wound|ache|lice|start|phones?|case|office|space|count)\b(?! year)",
        "schools",
        word="^head$",
    ),
    _exclusion(
        "place",
        "before",
        r"\b(?:opp|opp\.|nr|off both|off the|away from|from outside|round by|parked (?:at|by)|corner|facing|zone (?:round|around)|within \S+ of|metres of|yds from|passes|passing|past)(?: the| her| his| both| \[\w+\](?:['’]s)?)*",
        *_BUILDINGS,
        word=r"^[^\[]+$",
    ),
    _exclusion(
        "place",
        "after",
        r"\s+(?:gates?|car ?park|steps|playground|wall|fence|entrance|lobby|foyer|waiting room|reception area|grounds|crossing|railings|end of)\b",
        *_BUILDINGS,
        word=r"^[^\[]+$",
    ),
    _exclusion(
        "history",
        "after",
        r"(?: \w+){0,4} (?:til|till|until|in|since|from|back in) (?:(?:19|20)\d\d|the (?:19)?[5-9]0s)",
        word=r"^[^\[]+$",
    ),
    _exclusion(
        "history",
        "before",
        r"\b(?:did|served|spent|done) (?:\S+ ){1,3}(?:in|inside)(?: the)?",
        "prison",
        word=r"^(?:prison|hmp|custody)$",
    ),
    _exclusion(
        "history",
        "before",
        r"\b(?:his|her) (?:dad|father|mum|mother|brother|uncle|stepdad|step-dad|old man)\b[^.;]{0,40}",
        "prison",
        "mental-health",
        "schools",
        "probation",
        word=r"^[^\[]+$",
    ),
    _exclusion(
        "plan",
        "before",
        r"\b(?:i|we|me)(?: am| are|['’]m|['’]re)?(?: also| still| then)? (?:going to|gonna|owe|will|must|ought to|need to|have to|want to|plan to|hope to|intend to|had better)\b[^.;]{0,40}|\b(?:i|we)['’]ll\b[^.;]{0,40}|\bthat['’]?ll be",
    ),
    _exclusion(
        "template",
        "after",
        r".{0,12}\b(?:consulted|informed|notified|contacted|aware|checked)\b\s*[:?]?\s*(?:\[|y\b(?!\w)|n\b|n/a)",
    ),
    _exclusion(
        "history",
        "after",
        r".{0,50}\bin ['’]\d\d\b|.{0,40}\bin (?:19|20)(?:0\d|1[0-5])\b",
        word=r"^[^\[]+$",
    ),
    _exclusion(
        "history",
        "before",
        r"\b(?:remembers?|kicked out of|loved|hated|bullied at|grew up in|raised in|back when|talk years ago of|years ago)(?: \w+){0,3}",
        word=r"^[^\[]+$",
    ),
    _exclusion(
        "negated",
        "before",
        r"\b(?:nobody|no ?one|none)(?: (?:had|has|have|ever))?(?: (?:thought of|mentioned|told|rung|called|asked|involved|suggested|from|at|in)) (?:the )?",
    ),
    _exclusion(
        "negated",
        "after",
        r"\s+(?:was|is|were|are|had|has)(?:n['’]?t| not| never)(?: been)? (?:needed|on the cards|an option|necessary|going to happen|involved|part of|ever|there|relevant|called|invited|used)\b",
    ),
    _exclusion(
        "hypothetical",
        "before",
        r"\b(?:it['’]?ll|he['’]?ll|he will|it will|it would|he['’]d|they['’]d|she['’]d|i['’]d)\s(?:be|get|end up|go|ring|call|have|want|see|need|like|love|rather)(?: \w+){0,2}|\b(?:end(?:s|ed|ing)? up|going|sent|back|land(?:s|ed)?)(?: back)? (?:in|to|inside)(?: the)?",
        "prison",
        "courts-cps",
        "schools",
        "housing",
        "other-vs-services",
        "police",
        "mental-health",
        word=r"^(?:prison|jail|court|hostel|refuge|999|101|police|(?:a |the )?(?:hostel|refuge))$",
    ),
    _exclusion(
        "place",
        "before",
        r"\b(?:away from|off|near|by|to leave|where|outside)(?: the| her| his| their| [\[\w\]]+['’]s?| \[\w+\]['’]s)*",
        "schools",
        "health",
        word=r"^(?:nursery|school|(?:primary|infant|junior|secondary) school|college|hospital|surgery|playgroup)s?$",
    ),
    # "a" and "any": an agency of no one's, unless it acts or somebody was dealt with.
    _exclusion(
        "hypothetical",
        "clause",
        r"\b(?:thought|assumed|reckoned) (?:that )?(?:i|we|it) (?:was|were)\b",
        word=r"^[^\[]+$",
    ),
    _exclusion(
        "negated",
        "before",
        r"\b(?:was|is|were|are|did|does|do|has|have|had)(?:n['’]?t| not)(?: \w+){0,2}(?: (?:the|his|her|a|any|their))?",
        word=r"^[^\[]+$",
        besides=r"\b(?:go|went|attend|turn|heard|answer|reply|respon|reach|get|got|return|hear|back|know|call|ring|share|tell|say|speak|spoken)",
    ),
    _exclusion(
        "history",
        "before",
        r"\b(?:left|leaving|finished|expelled from|excluded from|kicked out of|thrown out of|ran away from|released from|came out of|been (?:in|to|inside)|did (?:time|a stretch) in|learnt in|learned in|met (?:in|at)|ex)(?: the| a)?",
        "schools",
        "prison",
        "health",
        "mental-health",
        "substance-misuse",
        word=r"^(?!.*(?:officer|worker|\[))[^\[]+$",
    ),
    _exclusion(
        "place",
        "before",
        r"\b(?:lives?|living|flat|house|home|room|address|parked|parks?|waiting|waited|seen|meet|met|meets?|walk(?:s|ed|ing)?|drove|corner|cafe|shop|bench|bus|stop|gate|gates|road|street|car) (?:\S+ ){0,2}(?:by|at|near|round|to|of|from|opposite|behind|outside|over|across from|next to|between|beyond|towards)(?: the| her| his| a| their| \[\w+\](?:['’]s)?)*",
        "schools",
        "health",
        "police",
        "courts-cps",
        "council",
        word=r"^(?:\S+ )?(?:schools?|nursery|hospital|court|surgery|council|police|academy|infant school|primary school|crown court|magistrates court|police station|a&e|ward)$",
        besides=r"\b(?:with|met (?:him|su)|seen by)",
    ),
    # An agency that might be, and is not.
    _exclusion(
        "need",
        "before",
        r"\b(?:wants?|wanted|needs?|needed|would like|looking for|looked into|after|get(?:ting)? him|see|find|found|needing|requires?|asking for|interested in|think(?:ing)? (?:about|of)|considering)(?: to (?:see|get|speak to|talk to|find|have|be|go|try))?(?: an?| some| any| the| his own| another| to)?",
        word=r"^(?!.*(?:officer|\[))[^\[]+$",
    ),
    _exclusion(
        "negated",
        "after",
        r"\s+(?:(?:is|are|was|were|has|have)\s+)?(?:not|n['’]t|never|no longer)\s+(?:yet\s+)?(?:invited|involved|open|allocated|engaged|needed|aware of him|known to|in place|appointed|assigned|required|working with|called out|informed|told)\b(?! (?:me|us|back))",
    ),
    _exclusion("hypothetical", "before", r"\bif (?:it|things|he|she|there)\b[^.;]{0,40}[:,]\s*"),
    _exclusion(
        "hypothetical",
        "before",
        r"\b(?:would|wd|'d|might|may|could|will) (?:go|take (?:it|him|her|this|them)|end up|be|get|call|ring|tell|sue|report)(?: \w+){0,3} (?:to|in|at|with|back in|by)?(?: the)?",
        word=r"^[^\[]+$",
    ),
)


def exclusion_reason(sentence: str, word: Span, agency: str) -> str:
    """Why the word at ``word`` (offsets in ``sentence``) is no mention of ``agency``, or ""."""
    text = word.cut(sentence)
    before = sentence[max(0, word.start - _REACH) : word.start]
    after = sentence[word.end : word.end + _REACH]
    clause = ""
    for entry in EXCLUSIONS:
        if entry.agencies and agency not in entry.agencies:
            continue
        if entry.word is not None and not entry.word.search(text):
            continue
        if entry.scope == "before":
            found = entry.pattern.search(before)
        elif entry.scope == "after":
            found = entry.pattern.match(after)
        else:
            clause = clause or _clause(before, text, after)
            found = entry.pattern.search(clause)
        if found and not (entry.besides is not None and entry.besides.search(before)):
            return entry.reason
    if _is_nobodys(before, text, after):
        return "hypothetical"
    return "need" if names_only_a_need(sentence, word) else ""


def _clause(before: str, text: str, after: str) -> str:
    """The part of the sentence between the clause breaks on both sides of the word."""
    begin = 0
    for gap in _CLAUSE_BREAK.finditer(before):
        begin = gap.end()
    gap_after = _CLAUSE_BREAK.search(after)
    return before[begin:] + text + after[: gap_after.start() if gap_after else len(after)]
