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


def _exclusion(
    reason: str, scope: Scope, pattern: str, *agencies: str, word: str = ""
) -> Exclusion:
    """An entry of the table; ``word`` limits it to mentions that read so."""
    anchored = {"before": rf"(?:{pattern})[\s\'\"(-]{{0,2}}$", "after": rf"(?:{pattern})"}
    return Exclusion(
        reason=reason,
        scope=scope,
        pattern=re.compile(anchored.get(scope, pattern), re.IGNORECASE),
        agencies=frozenset(agencies),
        word=re.compile(word, re.IGNORECASE) if word else None,
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
        if found:
            return entry.reason
    return ""


def _clause(before: str, text: str, after: str) -> str:
    """The part of the sentence between the clause breaks on both sides of the word."""
    begin = 0
    for gap in _CLAUSE_BREAK.finditer(before):
        begin = gap.end()
    gap_after = _CLAUSE_BREAK.search(after)
    return before[begin:] + text + after[: gap_after.start() if gap_after else len(after)]
