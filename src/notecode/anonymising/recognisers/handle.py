"""Names in social media and addresses of web pages: @kez_92, insta: kez.92, facebook.com/kez."""

from collections.abc import Iterable, Sequence

import regex

from notecode.anonymising.findings import HANDLE, URL, Finding
from notecode.anonymising.language_model import NoteArtifacts
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser
from notecode.anonymising.words.dictionary import Dictionary
from notecode.anonymising.words.vocabulary import KEPT_WORDS

_SERVICE = (
    "(?i:facebook|fb|insta|instagram|ig|snap|snap ?chat|sc|tik ?tok|twitter|x|telegram|signal|"
    "kik|whats ?app|skype|discord|xbox(?: live)?|psn|play ?station|gamer ?tag|user ?name|handle|"
    "profile|tinder|hinge|bumble|grindr|badoo|pof|only ?fans|messenger|roblox|"
    "fortnite|steam|twitch|"
    "youtube|linkedin|reddit|threads|vinted|monzo|paypal|cash ?app|mumsnet)"
)
_KIND = (
    r"(?i:[ ](?:account|acc|name|profile|user(?: ?name)?|id|handle|tag|page|alias|screen ?name))?"
)
_JOIN = (
    r"(?:[ ]?[:=\-–][ ]?|[ ](?i:(?:is|as|called|named|under|was|of|named as|"
    r"under the name)[ ]){0,2})"
)


class HandleRecogniser(CasedPatternRecogniser):
    """Names that begin with @, or follow the name of a service and look made up."""

    type = HANDLE
    recogniser = "handle"
    expressions = (
        ("at", r"(?<![\w@.])@(?=[\w.\-]*[A-Za-z])[A-Za-z0-9_][\w.\-]{1,38}[A-Za-z0-9_]", 0.9),
        ("at, spaced", r"(?<![\w@.])@[ ](?=\w*[_0-9])(?=\w{5})[A-Za-z]\w{3,38}[A-Za-z0-9_]", 0.84),
        (
            "announced",
            rf"\b{_SERVICE}{_KIND}{_JOIN}[\"'“‘(@]{{0,2}}"
            r"(?P<found>(?=\w{0,40}[0-9_.\-]\w{0,40}[A-Za-z0-9])(?=[\w.\-]{0,40}[A-Za-z])"
            r"(?!\w{1,40}-\w{1,40}\b(?<![0-9_]\w{0,40}))[A-Za-z0-9_][\w.\-]{2,38}[A-Za-z0-9_])(?![\w@]|/[0-9])",
            0.86,
        ),
        (
            "dotted",
            r"(?<![\w@./\[\-])(?=[\w.]*[0-9])(?=[\w.]*[A-Za-z]{2})"
            r"[A-Za-z]\w*(?:[._]+\w+){2,6}(?![\w@/\]])",
            0.83,
        ),
        (
            "dotted once, with a number",
            r"(?<![\w@./\[\-])[A-Za-z]{1,20}[._][A-Za-z]{2,20}[0-9]{2,4}(?![\w@/\].]\w?)",
            0.84,
        ),
        (
            "dotted account",
            r"\b(?i:account|acct|profile|page|user|username)[ ](?i:is|was|called|named)[ ]"
            r"(?P<found>[A-Za-z]\w+(?:[._]\w{2,})+)(?![\w@/])",
            0.84,
        ),
        (
            "after a word for it",
            r"\b(?i:user(?:name| name| id)?|log[ \-]?in|login|screen ?name|gamer ?tag)[ ]?:?[ ]?"
            r"(?i:is |was |as )?(?P<found>[A-Za-z][\w.\-]*[0-9_.][\w.\-]*\w)(?![@\w])",
            0.85,
        ),
        (
            "underscored",
            r"(?<![\w@./\[])(?=\w*[a-z])[A-Za-z][A-Za-z0-9]*_+\w*[A-Za-z0-9_](?![\w@/\]])",
            0.82,
        ),
        (
            "underscore first",
            r"(?<![\w@./\[])_{1,3}(?=\w*[a-z])[A-Za-z0-9]\w{2,30}(?![\w@\]])",
            0.82,
        ),
        ("hashtag", r"(?<![\w&#])#(?=\w*[a-z])[A-Za-z]\w{4,40}", 0.84),
        ("reddit", r"(?<![\w/])/?u/[A-Za-z][\w\-]{2,20}(?![\w/])", 0.86),
        (
            "letters and a number, on a service",
            rf"(?<![\w@./\[\-£])(?P<found>(?=[A-Za-z]*[0-9])[A-Za-z]{{3,20}}[0-9]"
            rf"{{1,4}}[A-Za-z]{{0,6}})"
            rf"(?=[ ](?i:on|via|over)[ ](?:his |her |the )?{_SERVICE}\b)",
            0.85,
        ),
        (
            "letters and a number, before a service",
            rf"(?<![\w@./\[\-£])(?P<found>(?=[a-z]*[0-9])[a-z]{{3,20}}[0-9]{{1,4}}[a-z]{{0,6}})"
            rf"(?=[ ]{_SERVICE}\b)",
            0.84,
        ),
        (
            "quoted, after a service",
            r"\b(?i:facebook|fb|insta(?:gram)?|snap(?:chat)?|tik ?tok|friend request|messenger|"
            r"follower|account|profile)(?:[ ](?i:from|off|by|called|named|name|as|account|profile|"
            r"is)){0,3}"
            r"[ ]?:?[ ]?[\"“](?P<found>[^\"”\n]{3,25})(?=[\"”])(?<!\.)",
            0.81,
        ),
        (
            "discord",
            r"(?<![\w#])[A-Za-z][\w.]{2,30}#[0-9]{4}\b",
            0.86,
        ),
    )


class UrlRecogniser(CasedPatternRecogniser):
    """Addresses of web pages, with or without http."""

    type = URL
    recogniser = "url"
    needs = "."
    expressions = (
        ("scheme", r"\b(?i:https?|ftp)://[^\s<>\"\]]{2,2000}(?<![.,;:!?)'\]])", 0.95),
        ("www", r"\b(?i:www)\.[\w\-]+\.[^\s<>\"\]]{2,2000}(?<![.,;:!?)'\]])", 0.94),
        (
            "domain",
            r"(?<![\w@.\-])(?:[A-Za-z0-9\-]{2,63}\.){1,4}(?i:com|co\.uk|org\.uk|"
            r"gov\.uk|nhs\.uk|ac\.uk|org|net|(?:me|tv)(?=/))"
            r"(?:/[^\s<>\"\]]{1,2000}(?<![.,;:!?)'\]])|(?![\w.]))",
            0.84,
        ),
        (
            "short domain with a path",
            r"(?<![\w@.\-])(?i:t\.me|x\.com|wa\.me|fb\.(?:com|me)|ig\.me|m\.me|youtu\.be|bit\.ly|"
            r"tinyurl\.com|linktr\.ee|vm\.tiktok\.com|onlyfans\.com|"
            r"[a-z0-9\-]{3,40}\.(?:page|link|bio|gg))"
            r"[ ]?/[ ]?[^\s<>\"\]]{1,2000}(?<![.,;:!?)'\]])",
            0.9,
        ),
        (
            "profile",
            r"(?<![\w@.\-])(?i:facebook|instagram|snapchat|tiktok|twitter|youtube|linkedin|fb)"
            r"[ ]?\.[ ]?(?i:[a-z]{2,10})[ ]?/[ ]?[^\s<>\"\]]{2,200}(?<![.,;:!?)'\]])",
            0.9,
        ),
    )


class AnnouncedHandleRecogniser(NoteRecogniser):
    """A word after the name of a service that is no plain English: "snap name bigkezza"."""

    _ANNOUNCED = regex.compile(
        rf"\b{_SERVICE}"
        r"(?:(?i:[ ](?:account|acc|name|profile|user(?: ?name)?|id|handle|tag|page|"
        r"alias|screen ?name))"
        r"(?i:[ ](?:is|as|called|was))?[ ]?[:=\-–]?[ ]?|[ ]?[:=][ ]?|[ ](?i:as|called|under|is)[ ]|"
        r"[ ](?=[(]))"
        r"[\"'“‘(]?(?=\p{L})"
    )
    _SHORTEST = 4

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__(supported_entities=[HANDLE], name="announced-handle")
        self._dictionary = dictionary

    def find(self, text: str, note: NoteArtifacts) -> Iterable[Finding]:
        """The announced names in the text."""
        matches = list(self._ANNOUNCED.finditer(text))
        if not matches:
            return []
        return self._after([match.end() for match in matches], text, note)

    def _after(self, ends: Sequence[int], text: str, note: NoteArtifacts) -> Iterable[Finding]:
        starts = {word.start: word for word in note.words}
        for end in ends:
            word = starts.get(end)
            if word is None or len(word.folded) < self._SHORTEST or word.folded in KEPT_WORDS:
                continue
            if word.folded not in self._dictionary and not text[word.start : word.end].isupper():
                yield Finding(word.start, word.end, HANDLE, 0.8, "announced-handle")
