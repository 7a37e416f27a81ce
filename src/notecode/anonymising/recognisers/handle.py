"""Names in social media and addresses of web pages: @kez_92, insta: kez.92, facebook.com/kez."""

from notecode.anonymising.findings import HANDLE, URL
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser

_SERVICE = (
    "(?i:facebook|fb|insta|instagram|ig|snap|snapchat|tik ?tok|twitter|x|telegram|"
    "kik|whatsapp|skype|"
    "discord|xbox|psn|gamertag|username|user name|handle|profile|tinder|hinge|onlyfans)"
)


class HandleRecogniser(CasedPatternRecogniser):
    """Names that begin with @, or follow the name of a service and look made up."""

    type = HANDLE
    recogniser = "handle"
    expressions = (
        ("at", r"(?<![\w@.])@(?=[\w.]*[A-Za-z])[A-Za-z0-9_][\w.]{1,38}[A-Za-z0-9_]", 0.9),
        (
            "announced",
            rf"(?<=\b{_SERVICE}(?i: (?:account|name|profile|user|id|handle))?(?: "
            rf"?[:=\-] ?| (?i:is |as |called )?)"
            r"[\"'“‘(]?)(?=\w*[0-9_.]\w*[A-Za-z0-9])(?=[\w.]*[A-Za-z])"
            r"[A-Za-z0-9_][\w.]{2,38}[A-Za-z0-9_]",
            0.86,
        ),
        (
            "dotted",
            r"(?<![\w@./\[\-])(?=[\w.]*[0-9])(?=[\w.]*[A-Za-z]{2})"
            r"[A-Za-z]\w*(?:[._]+\w+){2,6}(?![\w@/\]])",
            0.83,
        ),
        ("underscored", r"(?<![\w@./\[])[a-z][a-z0-9]*_+[a-z0-9_]*[a-z0-9](?![\w@/\]])", 0.82),
    )


class UrlRecogniser(CasedPatternRecogniser):
    """Addresses of web pages, with or without http."""

    type = URL
    recogniser = "url"
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
    )
