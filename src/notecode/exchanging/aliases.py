"""The names of an agency in one line, and read from it again: "CAB (exact) | Willows (sites: A)".

A site is in quotes if it holds what parts sites or ends the brackets; a bar within a name or site
has a backslash before it.
"""

import re
from collections.abc import Sequence

from notecode.model import Alias

BETWEEN = " | "
"""What stands between the entries of a list in one cell."""

_BAR = re.compile(r"(?<!\\)\|")
_SITE = r'"(?:[^"]|"")*"|[^",()]*'
_SITES = rf"(?:{_SITE})(?:, (?:{_SITE}))*"
_MARKED = re.compile(rf"(.*) \((exact|(exact; )?sites: ({_SITES}))\)", re.DOTALL)
_LOOSE = re.compile(r'(.*?) \(((exact; )?sites: ([^"]*))\)', re.DOTALL)
_PARTS = re.compile(rf"({_SITE})(?:, ?|$)")
_NEEDS_QUOTES = re.compile(r'[",()]|^\s|\s$|^$')


def aliases_text(aliases: Sequence[Alias]) -> str:
    """All names of an agency in one line."""
    return BETWEEN.join(alias_text(alias).replace("|", r"\|") for alias in aliases)


def read_aliases(text: str) -> tuple[Alias, ...]:
    """The names that ``aliases_text`` wrote, or that somebody wrote like it."""
    parts = (part.strip().replace(r"\|", "|") for part in _BAR.split(text))
    return tuple(read_alias(part) for part in parts if part)


def alias_text(alias: Alias) -> str:
    """An alias in one line: "CAB (exact)", "The Willows (sites: Site 2, Site 3)"."""
    marks = ["exact"] if alias.exact else []
    if alias.sites:
        marks.append(f"sites: {', '.join(map(_quoted, alias.sites))}")
    written = f"{alias.text} ({'; '.join(marks)})" if marks else alias.text
    # What looks like a mark and is none is followed by the mark of no site.
    return written if read_alias(written) == alias else f"{alias.text} (sites: )"


def read_alias(text: str) -> Alias:
    """The alias that ``alias_text`` wrote; any other text as it is."""
    found = _MARKED.fullmatch(text) or _LOOSE.fullmatch(text)
    if found is None:
        return Alias(text=text)
    exact = found[2] == "exact" or bool(found[3])
    return Alias(text=found[1], sites=_sites(found[4] or ""), exact=exact)


def _sites(text: str) -> tuple[str, ...]:
    parts = [part for part in _PARTS.findall(text) if part] if _quotable(text) else text.split(",")
    plain = (
        part[1:-1].replace('""', '"') if part.startswith('"') else part.strip() for part in parts
    )
    return tuple(site for site in plain if site)


def _quotable(text: str) -> bool:
    return '"' in text


def _quoted(site: str) -> str:
    return '"' + site.replace('"', '""') + '"' if _NEEDS_QUOTES.search(site) else site
