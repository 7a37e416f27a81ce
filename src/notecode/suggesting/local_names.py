"""Names of an area's services, learnt from the notes that say once what they are.

"Upland Homes" says that Upland is a landlord, and from then on the notes say "Upland rang back".
A capitalised name beside a listed word for an agency ("Beacon advocates", "the recovery worker at
Tideway", "Tideway (drug service)", "daily risk briefing (DRB)") is tied to that agency, and learnt
if the notes of the site tie it to one agency alone and also name it by itself as somebody who does
something or is told something. A town is not: nobody rings it.

A pure function of a site's notes: their order does not matter, nor who coded what.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from notecode.codebook.words import is_past
from notecode.model import Span
from notecode.suggesting.back_references import BETWEEN, HEADS, WORKERS, may_stand_between
from notecode.suggesting.exclusions import acts_after, told_before

Candidates = Callable[[str], Iterable[tuple[Span, str, str]]]
"""The listed words for agencies in a text: span, agency and rule (``AgencyMatcher.candidates``)."""

_CAPITALISED = r"[A-Z][a-z]+(?:['’](?!s\b)[A-Z]?[a-z]+|-[A-Z][a-z]+)?"
_RUN = re.compile(
    rf"(?<![\w\[_&'’/.@-]){_CAPITALISED}(?: (?:(?:of|the|and|&) )?{_CAPITALISED}){{0,3}}"
)
_ACRONYM = re.compile(r"(?<=[a-z] )\(([A-Z][A-Za-z]{1,5})\)")
_REACH = 60
_OPENING = re.compile(r"(?:^|[.!?:>\n]|->|→)[\s\d\W]*$")
_LED = re.compile(r"(?:\b(?:at|from|of|with)(?: the)?|,? called) $|\($")
_SEPARATED = re.compile(r" ?\(|, (?:the|our|a|his|her|their|local) | (?:is|are) (?:the|our|a) ")
_PLACED = re.compile(
    r"\b(?:in|near|around|outside|off|live[sd]? at|living at|moved to|stay\w* at) $"
)
_STREET = re.compile(
    r" (?:road|rd|street|st|lane|avenue|ave|close|court|drive|way|terrace|crescent|place|estate"
    r"|park|hill|green|square|gardens|grove|walk)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(r" ?(?::|-(?=\s)|–|->)")
_ORDINARY = """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december christmas easter mr mrs ms miss dr the his her
    their our my this that these those no yes not also then and but re fao cc fwd hi hello dear
    thanks regards action plan update note notes call calls email text letter visit meeting phone
    telephone contact case client referral request information info north south east west upper
    lower great little new old central city town county borough national british english welsh
    scottish irish uk england wales scotland london domestic abuse violence options resident family
    families safer help social mental adult adults youth women womens men victim police housing
    probation health safe sexual violent offender integrated homeless drug drugs alcohol recovery
    crime serious complex head chief principal crown magistrates high primary secondary magistrate
"""
_NO_NAMES = frozenset(_ORDINARY.split())
_NAMELESS = _NO_NAMES | HEADS | WORKERS | BETWEEN
_WORD = re.compile(r"\w+")
_SHORT_FORMS = frozenset(
    ["Hub", "Project", "Centre", "Partnership", "Foundation", "Clinic", "Forum"]
)
"""What a service with a long name is called for short: "Kiln Recovery Hub", then "Hub"."""
_FEWEST = 3
"""Letters of a name."""


@dataclass(frozen=True, slots=True, order=True)
class LocalName:
    """A name as the notes write it, its agency, and the notes (ids, sorted) that tie it to that."""

    name: str
    agency: str
    notes: tuple[str, ...]


def learn_names(
    texts: Mapping[str, str], site: str, candidates: Candidates, heads: Set[str]
) -> tuple[LocalName, ...]:
    """The names that the notes of one site explain, sorted by name.

    ``texts`` are its notes by id, with role tags for people; ``candidates`` finds the words that
    the codebook lists there, and ``heads`` are the last words of those. Words of the site's own
    name are a place.
    """
    place = {word.lower() for word in re.findall(r"\w+", site)}
    tied: dict[str, dict[str, set[str]]] = {}
    for note_id, text in texts.items():
        for name, agency in _ties(text, candidates, heads):
            if place.isdisjoint(name.lower().split()):
                tied.setdefault(name, {}).setdefault(agency, set()).add(note_id)
    every = "\n".join(texts.values()) if tied else ""
    learnt = []
    for name in sorted(tied):
        agencies = tied[name]
        if len(agencies) == 1 and _stands_alone(name, every, candidates):
            ((agency, notes),) = agencies.items()
            learnt.append(LocalName(name, agency, tuple(sorted(notes))))
    return tuple(learnt)


def _ties(text: str, candidates: Candidates, heads: Set[str]) -> Iterator[tuple[str, str]]:
    """Each name of a text with the agency that the words beside it say."""
    for run in _RUN.finditer(text):
        line_end = text.find("\n", run.end())
        after = text[run.end() : min(run.end() + _REACH, line_end if line_end >= 0 else len(text))]
        before = text[text.rfind("\n", 0, run.start()) + 1 : run.start()][-_REACH:]
        words = run.group().split(" ")
        if _OPENING.search(before) or not before:
            words = _without_opening(words)
        if words:
            name = " ".join(words)
            yield from _by_what_follows(name, after, candidates, heads)
            yield from _by_what_leads(name, before, candidates)
    for match in _ACRONYM.finditer(text):
        yield from _by_initials(
            match[1], text[max(0, match.start() - _REACH) : match.start()], candidates
        )


def _without_opening(words: list[str]) -> list[str]:
    """The words of a capitalised run at the start of a sentence, without a verb that opens it."""
    first = words[0].lower()
    opens = is_past(first) or first.endswith("ing") or first in _NO_NAMES
    return words[1:] if opens or not may_stand_between(first) else words


def _by_what_follows(
    name: str, after: str, candidates: Candidates, heads: Set[str]
) -> Iterator[tuple[str, str]]:
    """Of "Upland Homes", "Pathfinder recovery worker", "Tideway (drug service)"."""
    words = name.split(" ")
    near = [word.lower() for word in (*words[1:], *_WORD.findall(after)[:4])]
    if not any(word in heads or word.removesuffix("s") in heads for word in near):
        return
    whole = name + after
    first = next(iter(candidates(whole)), None)
    if first is None or first[2].startswith("role:"):
        return
    (span, agency, _), gap = first, _SEPARATED.match(after)
    if gap and span.start == len(name) + gap.end():
        yield from _names(words, agency)
    elif 0 < span.start <= len(name) + 1 and whole[span.start - 1] == " ":
        yield from _names(whole[: span.start - 1].split(" "), agency)
        head = span.cut(whole).split(" ")
        if len(head) > 1 and head[-1] in _SHORT_FORMS:
            yield head[-1], agency


def _by_what_leads(name: str, before: str, candidates: Candidates) -> Iterator[tuple[str, str]]:
    """Of "the recovery worker at Tideway", "drug worker (Tideway)", "service called Firs"."""
    led = _LED.search(before)
    if led is None:
        return
    head = before[: led.start()].rstrip()
    agency = _at_the_end(head, candidates)
    if agency:
        yield from _names(name.split(" "), agency)


def _by_initials(letters: str, before: str, candidates: Candidates) -> Iterator[tuple[str, str]]:
    """Of "daily risk briefing (DRB)": the letters are the initials of the words before them."""
    words = [
        word
        for word in re.findall(r"[A-Za-z]+", before)
        if word.lower() not in ("and", "of", "the", "for")
    ]
    wanted = [c.lower() for c in letters if c.isupper()]
    if len(words) < len(wanted) or [w[0].lower() for w in words[-len(wanted) :]] != wanted:
        return
    agency = _at_the_end(before.rstrip(), candidates)
    if agency:
        yield letters, agency


def _at_the_end(text: str, candidates: Candidates) -> str:
    """The agency of the listed word with which a text ends; "" if it ends otherwise."""
    found = [agency for span, agency, _ in candidates(text) if span.end == len(text)]
    return found[0] if found else ""


def _names(words: list[str], agency: str) -> Iterator[tuple[str, str]]:
    """The name, if it is one; and its first word, by which it goes when it is said again."""
    words = [word for word in words if word]
    if not words or not all(
        word[0].isupper() or word in ("of", "the", "and", "&") for word in words
    ):
        return
    if any(_is_a_name(word) for word in words):
        yield " ".join(words), agency
        if len(words) > 1 and _is_a_name(words[0]):
            yield words[0], agency


def _is_a_name(word: str) -> bool:
    folded = word.lower().replace("’", "'").removesuffix("'s")
    return len(folded) >= _FEWEST and folded not in _NAMELESS


def _stands_alone(name: str, text: str, candidates: Candidates) -> bool:
    """Whether a name is said by itself of somebody who acts or is told, more than of a place.

    What the codebook lists is not learnt, nor what is as often a word in small letters.
    """
    if any(True for _ in candidates(name)):
        return False
    acts = places = capital = 0
    for found in re.finditer(rf"(?<![\w\[-]){re.escape(name)}(?![\w-])", text):
        capital += 1
        before = text[text.rfind("\n", 0, found.start()) + 1 : found.start()][-_REACH:]
        after = text[found.end() : found.end() + _REACH].partition("\n")[0]
        if _PLACED.search(before) or _STREET.match(after):
            places += 1
        elif acts_after(after) or told_before(before) or _heads(before, after):
            acts += 1
    small = re.findall(rf"(?<![\w-]){re.escape(name.lower())}(?![\w-])", text)
    return acts > places and capital > len(small)


def _heads(before: str, after: str) -> bool:
    """Whether it stands before what it said, at the head of a line: "Firs: saw her"."""
    return not before.strip(" -*•\t") and _HEADING.match(after) is not None
