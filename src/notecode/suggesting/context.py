"""What a sentence is before anything is looked for in it: a record, or a plan, a form, a quotation.

The manual codes what was done. Earlier mails below a reply, footers and forms, and the author's
own intentions hold the same words without the act, so each sentence is first given its kind.
"""

import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

from notecode.model import Span
from notecode.text.units import sentences

Kind = Literal["record", "mail", "signature", "quoted", "template", "plan"]
"""A record of what was done; the body of a pasted mail; the others hold neither act nor agency."""

_QUOTED_LINE = re.compile(r"\s*>")
_THREAD = re.compile(
    r"[\s-]*(?:(?:original|forwarded) message\b|(?:on\b.{1,80}\bwrote:\s*$))", re.IGNORECASE
)
# What leads to an earlier mail, which goes on while its lines are headed or in quotation marks.
_EARLIER = re.compile(
    r"\W*(?:(?:the )?(?:earlier|previous|older|original) (?:e-?mail|message|mail|thread|text|chain"
    r"|correspondence)s?\b[^:.]{0,50}:|below (?:is|are|was) (?:the|an|his|her|their) (?:earlier"
    r"|previous|older|original) [^:.]{0,40}[:.])\s*$",
    re.IGNORECASE,
)
_HEADED = re.compile(r"\W*(?:re|fwd?|from|to|sent|subject|cc|date)\s*:", re.IGNORECASE)
_QUOTE_OPENS, _QUOTE_ENDS = re.compile(r"\s*['‘\"“]"), re.compile(r"['’\"”]\W*$")
_BOILERPLATE: dict[str, list[str]] = tomllib.loads(
    files("notecode.suggesting").joinpath("boilerplate.toml").read_text(encoding="utf-8")
)


def _begins(pattern: str) -> bool:
    """Whether a pattern holds for the beginning alone: no choice stands outside its brackets."""
    outside = re.sub(r"\\.|\[(?:\\.|[^\]\\])*\]", "", pattern)
    while outside != (outside := re.sub(r"\([^()]*\)", "", outside)):
        pass
    return outside.startswith("^") and "|" not in outside


def _in_small_letters(pattern: str) -> str:
    """A pattern that fits a text in small letters wherever the one given fits it in any."""
    return re.sub(r"\\.|[A-Z]", lambda m: m[0] if m[0][0] == "\\" else m[0].lower(), pattern)


def _either(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{_in_small_letters(pattern)})" for pattern in patterns))


_PATTERNS = [pattern for group in _BOILERPLATE.values() for pattern in group]
# Those that hold for the beginning alone are tried there alone: looking for all of them at each
# letter would take a quarter of the time of everything else.
_TEMPLATE_BEGINS = _either([each for each in _PATTERNS if _begins(each)])
_TEMPLATE_HOLDS = _either([each for each in _PATTERNS if not _begins(each)])
_DOING = (
    "chase|call|ring|phone|text|contact|speak|email|e-mail|arrange|book|refer|follow|check|ask"
    "|discuss|update|request|send|attend|visit|meet|raise|liaise|push|see|get|make|find|write"
    "|complete|talk|try|do|let|inform|tell|invite|set|look|share|submit|query|bring|catch|cover"
)
_PLAN = re.compile(
    rf"\s*(?:\d{{1,2}}[:.]\d\d(?:am|pm)?\s+)?(?:\[CM_\d+\] (?=to\s))?"
    rf"(?:(?:i|we|cm|me|just|also|then|plan|action|next|mon|tues?|weds?|thurs?|fri)[:,]?\s+)*"
    rf"(?:(?:need|needs|hope|hoping|aim|plan|planning|intend|want|have|got|going|remember)\s+to\s+"
    rf"(?:{_DOING})|need to|to[- ]do\b|to\s+(?:{_DOING})\b|will\s+(?:\w+\s+)?(?:{_DOING})\b"
    rf"|shall\s+(?:{_DOING})\b|i'?ll\b|we'?ll\b|may need\b|might\b|must\s+(?:{_DOING})\b"
    rf"|(?:next|nxt|p)\s*[:–-](?=\s)|next steps?\b|actions?\s*(?:for\b.{{0,20}})?:"
    rf"(?!\s*(?:\w+ed|rang|sent|told|spoke|left|made|wrote)\b)|plan\s*(?:is\b|:|-)|aim\s+is\b"
    rf"|tomorrow\s*[:-]"
    rf"|bring up\b|hope to\b|await(?:ing)? reply,? then\b|don'?t forget\b|reminder to self"
    rf"|for next (?:week|time|session)\b|note to self|remaining\s*:|outstanding\s*:"
    rf"|still (?:to|need to) |things to do|(?:tasks?|jobs?)\s*(?:for\b.{{0,20}})?:"
    rf"|(?:by|before) (?:the )?(?:end of|mon|tues|weds|wednes|thurs|fri|weekend)[\w ]*:"
    rf"|diar(?:y|ised)\s*:|consider\b|query\b[^.:]*\?|await \w+ (?:then|and|before)\b"
    rf"|check next time|follow[- ]ups?\s*:|to (?:follow|discuss|explore|consider)\b"
    rf"|(?:could|should|ought to|would like to|want to|wondering (?:about|whether to)|thinking of"
    rf"|considering|plans? to|mindful to|remember to|not yet)"
    rf" (?:{_DOING}|asking|ringing|calling|referring)"
    rf"|(?:i|we) (?:ought to|would like to|plan to|intend to|will) "
    rf"|(?:mon|tues|wednes|thurs|fri)day\s*[:–-]|before (?:mon|tues|wednes|thurs|fri)day\s*[:–-]"
    rf"|later\s*[:–-]|next job|on (?:the|my) list|mean to (?:try|ring|ask|call|chase)|if time\b"
    rf"|would be (?:good|useful|helpful|worth) (?:to|if)|worth (?:asking|ringing|a call))",
    re.IGNORECASE,
)
# A bare list item, one or two people and a day: "[OM_1] tomorrow.", "om and sw weds"; or what is
# still to be done: "idva to be rung first".
_DAY = r"(?:tomorrow|next week|tmrw|mon|tues?|weds?|thurs?|fri)(?:day|nesday|sday|rsday)?"
_PLAN_WHOLE = re.compile(
    rf"\s*(?:\W|\w+\s+){{0,3}}\[\w+\]\s+{_DAY}(?: (?:am|pm))?\W*"
    rf"|\W*\[?\w+\]?(?:\s*(?:,|and|&|/|\+)\s*\[?\w+\]?)*\s+{_DAY}(?: (?:am|pm))?\W*"
    rf"|[^.;:]{{0,40}}\bto be (?:r[au]ng|called|told|asked|chased|emailed|contacted|updated"
    rf"|informed|seen|booked|referred|arranged|invited|spoken)\b.*"
    rf"|[^.;:]{{0,60}}\bif there(?:['’]?s| is| are) (?:one more|another|any)\b.*"
    rf"|{_DAY}\s*[:–-].*",
    re.IGNORECASE,
)
_PLAN_LATE = re.compile(r"\b(?:do|ring|call|chase|try)\s+(?:on\s+)?(?:mon|tues?|weds?|thu|fri)")
_MAIL_LEAD = re.compile(
    r"\s*(?:e-?mails?|msg|messages?|letter|from|text|response|reply)\b.{0,80}:\s*$", re.IGNORECASE
)
_GREETING = re.compile(
    r"\W*(?:(?:hi|hiya|hello|dear)\b(?:\W+(?:\[\w+\]|\w+)){0,3}"
    r"|good (?:morning|afternoon|evening)(?:\W+(?:\[\w+\]|all|both))?)\W*$",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"\W*(?:(?:kind|many|best|warm)?\s*(?:regards|wishes|thanks)|ta|cheers|thank you|thx)\W*$",
    re.IGNORECASE,
)
_BARE_TAG = re.compile(r"\W*\[\w+\]\W*")
# Where an author's intention sets in within a sentence: "SW told and will ring mum".
_TURN_TO_PLAN = re.compile(
    rf"(?:[,;:.–-]|\band|(?<!the )\bso|\bbut)\s+(?:i\s+|we\s+|cm\s+)?"
    rf"(?:will|to|need to|i'?ll|shall)\s+(?:{_DOING})\b",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"\W*(?:response|reply|replied|answer)\b", re.IGNORECASE)
# A sentence longer than this is a paste without stops: what it is, and whether a rule holds, is
# told from its head, so that no pattern can take a time that grows with the square of its length.
LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its text, its kind, and where within the note a plan sets in, if it does."""

    span: Span
    text: str
    kind: Kind
    plan_from: int


def read_sentences(text: str) -> list[Sentence]:
    """The sentences of a note in order, each with its kind."""
    spans = sentences(text)
    pieces = [span.cut(text) for span in spans]
    kinds = _kinds(text, spans, [piece[:LONGEST] for piece in pieces])
    read = []
    for span, piece, kind in zip(spans, pieces, kinds, strict=True):
        turn = _TURN_TO_PLAN.search(piece)
        plan_from = span.start + turn.start() if turn else span.end
        read.append(Sentence(span=span, text=piece, kind=kind, plan_from=plan_from))
    return read


def _kinds(text: str, spans: list[Span], pieces: list[str]) -> list[Kind]:
    """The kind of each sentence. A mail without a line that leads to it is coded at its first."""
    kinds: list[Kind] = []
    mail_end = _mail_ends(pieces)
    earlier = _earlier(pieces)
    thread = False
    in_mail_until = first_line = -1
    for at, (span, piece) in enumerate(zip(spans, pieces, strict=True)):
        line_head = text[text.rfind("\n", max(0, span.start - 12), span.start) + 1 : span.start]
        thread = thread or bool(_THREAD.match(line_head + piece))
        if thread or at in earlier or ">" in line_head or _QUOTED_LINE.match(piece):
            kinds.append("quoted")
        elif at <= in_mail_until and at != first_line and not _ANSWER.match(piece):
            kinds.append("signature" if _BARE_TAG.fullmatch(piece) else "mail")
        elif _is_template(piece.lower()):
            kinds.append("template")
        elif _is_plan(piece):
            kinds.append("plan")
        elif _GREETING.match(piece):
            led = at > 0 and _MAIL_LEAD.match(pieces[at - 1])
            first_line = -1 if led else at + 1
            in_mail_until = mail_end[at]
            kinds.append("mail")
        else:
            if _MAIL_LEAD.match(piece):
                in_mail_until = mail_end[at]
            kinds.append("record")
    return kinds


def _earlier(pieces: list[str]) -> set[int]:
    """The sentences of an earlier mail that is pasted in under a line which says so."""
    inside: set[int] = set()
    within = quoted = False
    for at, piece in enumerate(pieces):
        opens = bool(_QUOTE_OPENS.match(piece))
        within = bool(_EARLIER.match(piece)) or (
            within and (quoted or opens or bool(_HEADED.match(piece)))
        )
        quoted = within and (quoted or opens) and not _QUOTE_ENDS.search(piece)
        if within:
            inside.add(at)
    return inside


def _mail_ends(pieces: list[str]) -> list[int]:
    """For each sentence, where a mail begun there ends: at the next sign-off or closing quote.

    Where none follows, a mail has no end that can be told, and only its first line is one.
    """
    ends = [-1] * len(pieces)
    nearest = -1
    for at in range(len(pieces) - 1, -1, -1):
        if _SIGN_OFF.match(pieces[at]):
            signed = at + 1 < len(pieces) and _BARE_TAG.fullmatch(pieces[at + 1])
            nearest = at + 1 if signed else at
        elif pieces[at][-1] in "'”\"":
            nearest = at
        ends[at] = nearest
    return ends


def _is_template(small: str) -> bool:
    return _TEMPLATE_BEGINS.match(small) is not None or _TEMPLATE_HOLDS.search(small) is not None


def _is_plan(piece: str) -> bool:
    return bool(
        _PLAN.match(piece) or _PLAN_WHOLE.fullmatch(piece) or _PLAN_LATE.search(piece.lower())
    )
