"""A cell's text -> a note's text: what the export left in it is taken out, and nothing else.

Remnants are whole HTML tags and entities, and the ``_x000D_`` escapes of XLSX. A literal ``<3``,
``A&E`` or ``<unknown>`` is text and stays.
"""

import html
import re
import unicodedata
from dataclasses import astuple, dataclass
from html.entities import name2codepoint

from notecode.text.normalise import normalise

_TAG_NAMES = (
    "a|abbr|b|big|blockquote|body|br|center|code|dd|del|div|dl|dt|em|font|h[1-6]|head|hr|html|i|"
    "img|ins|label|li|link|meta|o:p|ol|p|pre|s|small|span|strike|strong|sub|sup|table|tbody|td|"
    "tfoot|th|thead|tr|tt|u|ul"
)
_TAG = re.compile(
    rf"""</?({_TAG_NAMES})(?:\s+[\w:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+))*\s*/?>""",
    re.IGNORECASE,
)
_UNSEEN = (
    ("-->", re.compile(r"<!--.*?-->", re.DOTALL)),
    ("</style", re.compile(r"<style\b[^<>]*>.*?</style\s*>", re.IGNORECASE | re.DOTALL)),
    ("</script", re.compile(r"<script\b[^<>]*>.*?</script\s*>", re.IGNORECASE | re.DOTALL)),
)
_LINES = frozenset(("br", "center", "dd", "div", "dt", "li", "tr"))
_PARAGRAPHS = frozenset(
    ("blockquote", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre", "table", "ul")
)
_CELLS = frozenset(("td", "th"))
_BREAKS = re.compile(r"[ \t]*\n[ \t]*(?:\n[ \t]*)+")
_ENTITY = re.compile(r"&(?:#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6})|[A-Za-z][A-Za-z0-9]{1,8});")
_DOUBLED = re.compile(r"&amp;(?=(?:nbsp|amp|lt|gt|quot|apos|pound|#[0-9]{1,7});)")
# Excel writes a control character as _xHHHH_, and a literal such escape with _x005F_ before it.
_ESCAPE = re.compile(
    r"_x005F_(?=x[0-9A-Fa-f]{4}_)|_x000[Dd]_\r?\n|_x00([01][0-9A-Fa-f])_", re.ASCII
)


@dataclass(frozen=True, slots=True)
class CleaningCounts:
    """What was cleaned, each as a number of occurrences, but for ``composed``: texts."""

    tags: int = 0
    entities: int = 0
    escapes: int = 0
    line_ends: int = 0
    composed: int = 0

    def __add__(self, other: "CleaningCounts") -> "CleaningCounts":
        return CleaningCounts(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))


NOTHING = CleaningCounts()


def clean(text: str) -> tuple[str, CleaningCounts]:
    """The text without remnants, normalised, and what was cleaned.

    Text without remnants, in NFC and with LF line ends, comes back unchanged but for outer
    white space.
    """
    escapes = tags = entities = 0
    line_ends = text.count("\r")
    if "_x00" in text:
        text, escapes = _ESCAPE.subn(_unescape, text)
    if "<" in text:
        text, tags = _without_tags(text)
    if "&" in text:
        text, entities = _without_entities(text)
    composed = int(not unicodedata.is_normalized("NFC", text))
    counts = NOTHING
    if escapes or tags or entities or line_ends or composed:
        counts = CleaningCounts(tags, entities, escapes, line_ends, composed)
    return normalise(text), counts


def clean_words(text: str) -> str:
    """A cell that is a word or a few (a site, a role), cleaned and on one line."""
    return " ".join(clean(text)[0].split())


def _unescape(found: re.Match[str]) -> str:
    if found[1] is None:
        return "\n" if found[0].endswith("\n") else "_"
    code = int(found[1], 16)
    return {0x09: "\t", 0x0A: "\n", 0x0D: "\n"}.get(code, "")


def _without_tags(text: str) -> tuple[str, int]:
    hidden = 0
    for end, whole in _UNSEEN:
        # Without its end, looking for it from every beginning would take quadratic time.
        if end in text.lower():
            text, found = whole.subn("", text)
            hidden += found
    text, tags = _TAG.subn(_space_for, text)
    if not tags + hidden:
        return text, 0
    return _BREAKS.sub("\n\n", text.replace("\r\n", "\n")), tags + hidden


def _space_for(found: re.Match[str]) -> str:
    """The white space that stands for a tag: lines stay lines, and cells stay apart."""
    name = found[1].lower()
    closing = found[0].startswith("</")
    if name == "br" or (name in _LINES and closing):
        return "\n"
    if name in _PARAGRAPHS and (closing or name == "hr"):
        return "\n\n"
    return " " if name in _CELLS and closing else ""


def _without_entities(text: str) -> tuple[str, int]:
    text = _DOUBLED.sub("&", text)
    count = sum(1 for entity in _ENTITY.findall(text) if _character(entity) != entity)
    return _ENTITY.sub(lambda found: _character(found[0]), text), count


def _character(entity: str) -> str:
    """The character an entity stands for; what is no entity stays as it is."""
    name = entity[1:-1]
    if not name.startswith("#"):
        return " " if name.lower() == "nbsp" else _named(name, entity)
    plain = html.unescape(entity)
    if plain == "\N{NO-BREAK SPACE}":
        return " "
    return plain if plain.isprintable() or plain in "\t\n\r" else ""


def _named(name: str, entity: str) -> str:
    if name == "apos":
        return "'"
    return chr(name2codepoint[name]) if name in name2codepoint else entity
