"""Names of an area's services, learnt from the notes that say once what they are.

"Upland Homes" says that Upland is a landlord, and from then on the notes say "Upland rang back".
A capitalised name beside a listed word for an agency ("Beacon advocates", "the recovery worker at
Tideway", "Tideway (drug service)", "daily risk briefing (DRB)") is tied to that agency, and learnt
if the notes of the site tie it to one agency alone and also name it by itself as somebody who does
something or is told something. A town is not: nobody rings it. Nor is a person: "Robin (nurse)"
says what Robin is, and "the hostel at Tideway" where it stands.

A pure function of a site's notes: their order does not matter, nor who coded what.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from notecode.codebook.words import is_past
from notecode.model import Span
from notecode.suggesting.back_references import (
    BETWEEN,
    HEADS,
    TITLES,
    WORKERS,
    may_stand_between,
)
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
_EMPLOYED = re.compile(r" (?:at|from|of|with)(?: the)? $")
_CALLED = re.compile(r",? called $| \($")
_PRISON = re.compile(r"\b(?:HMP|HMYOI|YOI)(?= $)")
_SEPARATED = re.compile(r" ?\(|, (?:the|our|a|his|her|their|local) | (?:is|are) (?:the|our|a) ")
_PLACED = re.compile(
    r"\b(?:in|near|around|round|outside|off|live[sd]? at|living at|moved to|stay\w* at|at \d+|\d) $"
)
_STREET = re.compile(
    r" (?:road|rd|street|st|lane|avenue|ave|close|court|drive|way|terrace|crescent|place|estate"
    r"|park|hill|green|square|gardens|grove|walk|row|rise|mews)\b",
    re.IGNORECASE,
)
_LONGER = re.compile(r" (?:[A-Z][a-z]|&)")
_WITHIN = re.compile(r"[\w,] [A-Z][a-z]+ $")
_HEADING = re.compile(r" ?(?::|-(?=\s)|–|->)")
_ORDINARY = """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs
    fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec today tomorrow yesterday
    january february march april may june july
    august september october november december christmas easter mr mrs ms miss dr the his her
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


_PERSON = frozenset(TITLES["people"].split())
_ORGANISATIONS = """
    service services unit trust dept department desk helpline hub office line clinic clinics centre
    project partnership agency charity programme inbox panel reception provider providers base
    switchboard
"""
_STAFF = (HEADS | _PERSON) - frozenset(_ORGANISATIONS.split())
_SO_MANY = 3
"""Names in a codebook that end in a word, for it to say what a name before it is."""
_DOUBTFUL = frozenset(["beside a title"])
"""Evidence that may be of a person, "nurse (Robin)": it takes two notes."""

Tie = tuple[str, str, str]
"""A name, the agency that the words beside it say, and how they say it."""


@dataclass(frozen=True, slots=True, order=True)
class LocalName:
    """A name as the notes write it, its agency, and the notes (ids, sorted) that tie it to that.

    ``how`` they do, sorted: "before its noun" (Upland Homes), "employer" (the recovery worker at
    Tideway), "apposition" (Tideway, the drug service), "called" (a drug service called Tideway),
    "beside a title" (drug worker (Tideway)), "initials" (daily risk briefing (DRB)), "prison" (HMP
    Larchwood), "short form" (Kiln Recovery Hub, for Hub).
    """

    name: str
    agency: str
    notes: tuple[str, ...]
    how: tuple[str, ...] = ()


def common_heads(last_words: Iterable[str]) -> frozenset[str]:
    """The nouns that say what a name before them is, of the last words of all listed names.

    A word that ends one or two of them, as a hospital's name does, may be a surname as well.
    """
    counted = Counter(word.lower() for word in last_words)
    return HEADS | WORKERS | {word for word, count in counted.items() if count >= _SO_MANY}


def learn_names(
    texts: Mapping[str, str], site: str, candidates: Candidates, heads: Set[str]
) -> tuple[LocalName, ...]:
    """The names that the notes of one site explain, sorted by name.

    ``texts`` are its notes by id, with role tags for people; ``candidates`` finds the words that
    the codebook lists there, and ``heads`` are their ``common_heads``. Words of the site's own
    name are a place.
    """
    place = {word.lower() for word in re.findall(r"\w+", site)}
    tied: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for note_id, text in texts.items():
        for name, agency, how in _ties(text, candidates, heads):
            if place.isdisjoint(name.lower().split()):
                tied.setdefault(name, {}).setdefault(agency, []).append((note_id, how))
    learnt = []
    for name in sorted(tied):
        if len(tied[name]) > 1:
            continue
        ((agency, ties),) = tied[name].items()
        notes, hows = ({each[part] for each in ties} for part in (0, 1))
        enough = len(notes) > 1 or not hows <= _DOUBTFUL
        if enough and _stands_alone(name, texts.values(), candidates):
            learnt.append(LocalName(name, agency, tuple(sorted(notes)), tuple(sorted(hows))))
    return tuple(learnt)


def names_in(text: str, names: Iterable[str]) -> list[str]:
    """Those of the names that stand in a text, as written or in capitals; sorted."""
    return sorted(name for name in set(names) if name in text or name.upper() in text)


def _ties(text: str, candidates: Candidates, heads: Set[str]) -> Iterator[Tie]:
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
) -> Iterator[Tie]:
    """Of "Upland Homes", "Pathfinder recovery worker", "Tideway (drug service)"."""
    words = name.split(" ")
    near = [word.lower() for word in (*words[1:], *_WORD.findall(after)[:4])]
    gap = _SEPARATED.match(after)
    if not gap and not any(_is_one_of(word, heads) for word in near):
        return
    whole = name + after
    first = next(iter(candidates(whole)), None)
    if first is None or first[2].startswith("role:"):
        return
    span, agency, _ = first
    head = span.cut(whole).split(" ")
    if gap and span.start == len(name) + gap.end():
        how = "beside a title" if _is_one_of(head[-1].lower(), _PERSON) else "apposition"
        yield from _names(words, agency, how)
    elif 0 < span.start <= len(name) + 1 and whole[span.start - 1] == " ":
        if not _is_one_of(head[-1].lower(), heads):
            return
        yield from _names(whole[: span.start - 1].split(" "), agency, "before its noun")
        if len(head) > 1 and head[-1] in _SHORT_FORMS:
            yield head[-1], agency, "short form"


def _by_what_leads(name: str, before: str, candidates: Candidates) -> Iterator[Tie]:
    """Of "the recovery worker at Tideway", "drug worker (Tideway)", "service called Firs"."""
    employed, called = _EMPLOYED.search(before), _CALLED.search(before)
    led = employed or called or _PRISON.search(before)
    if led is None:
        return
    head = before[: led.start() if employed or called else led.end()].rstrip()
    last = head.rpartition(" ")[2].lower()
    worker = last.endswith("]") or _is_one_of(last, _STAFF)
    if employed and not worker:
        return  # where the hostel is
    agency = _at_the_end(head, candidates)
    if agency:
        how = "employer" if employed else "prison"
        if called:
            how = "beside a title" if worker else "called"
        yield from _names(name.split(" "), agency, how)


def _by_initials(letters: str, before: str, candidates: Candidates) -> Iterator[Tie]:
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
        yield letters, agency, "initials"


def _at_the_end(text: str, candidates: Candidates) -> str:
    """The agency of the listed word with which a text ends; "" if it ends otherwise."""
    found = [agency for span, agency, _ in candidates(text) if span.end == len(text)]
    return found[0] if found else ""


def _names(words: list[str], agency: str, how: str) -> Iterator[Tie]:
    """The name, if it is one; and its first word, by which it goes when it is said again."""
    words = [word for word in words if word]
    if not words or not all(
        word[0].isupper() or word in ("of", "the", "and", "&") for word in words
    ):
        return
    if any(_is_a_name(word) for word in words):
        yield " ".join(words), agency, how
        if len(words) > 1 and _is_a_name(words[0]):
            yield words[0], agency, how


def _is_a_name(word: str) -> bool:
    folded = word.lower().replace("’", "'").removesuffix("'s")
    return len(folded) >= _FEWEST and folded not in _NAMELESS


def _is_one_of(word: str, nouns: Set[str]) -> bool:
    return word in nouns or word.removesuffix("s") in nouns


def _stands_alone(name: str, texts: Iterable[str], candidates: Candidates) -> bool:
    """Whether a name is said by itself of somebody who acts or is told, more than of a place.

    What the codebook lists is not learnt, nor what is as often a word in small letters. A use
    with the noun that explains it, or within a longer name, is none by itself.
    """
    if any(True for _ in candidates(name)):
        return False
    acts = places = capital = small = 0
    for text in texts:
        small += sum(1 for _ in _places_of(name.lower(), text))
        for start, end in _places_of(name, text):
            capital += 1
            before = text[text.rfind("\n", 0, start) + 1 : start][-_REACH:]
            after = text[end : end + _REACH].partition("\n")[0]
            if _PLACED.search(before) or _STREET.match(after):
                places += 1
            elif not _LONGER.match(after) and not _WITHIN.search(before):
                acts += acts_after(after) or told_before(before) or _heads(before, after)
    return acts > places and capital > small


def _places_of(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a name stands as whole words."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (text[at - 1 : at].isalnum() or text[at - 1 : at] in ("[", "-", "_")) and not (
            text[end : end + 1].isalnum() or text[end : end + 1] in ("-", "_")
        ):
            yield at, end
        at = text.find(name, end)


def _heads(before: str, after: str) -> bool:
    """Whether it stands before what it said, at the head of a line: "Firs: saw her"."""
    return not before.strip(" -*•\t") and _HEADING.match(after) is not None
