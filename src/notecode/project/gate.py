"""The last search before something is written or reported clean."""

import logging
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from notecode.anonymising.findings import PERSON
from notecode.anonymising.leak_check import Leak, LeakSearch, find_leaks
from notecode.anonymising.names.lists import GIVEN_NAMES
from notecode.anonymising.people.authors import with_authors
from notecode.anonymising.people.identifiers import plain_reference
from notecode.anonymising.sought import names_of
from notecode.anonymising.vault import Vault
from notecode.anonymising.words.spelling import folded_words
from notecode.errors import LeakError, UsageError
from notecode.exporting import Said
from notecode.model import Codebook, Span
from notecode.project.anonymising.vault import replaced_now
from notecode.project.project import Project
from notecode.project.reviewing.let_stand import LetStand, StandingWord, words_let_stand
from notecode.raw import Roster
from notecode.store.connection import Database
from notecode.store.doubtful import words_in_small_letters
from notecode.store.masked_notes import load_given, note_ids_by_case
from notecode.store.notes import load_cases
from notecode.store.references import coders

_log = logging.getLogger(__name__)

_ALIKE = (
    "A name that is searched for is also that of a coder, and is not looked for where it says whose"
    " coding it is: number %s of those who are named, in the order of the alphabet. If that is the"
    " person in the case, and not somebody of the same name, do not give away who this coder is."
)

SHOWN = 10
"""How many places of a file are named."""

_OFTENER = 3
"""In how many times as many cases as it was replaced in a word stands in small letters that is
taken for an ordinary one: in fewer it may be a name that was typed so and overlooked."""

_OWN_IDS = re.compile(
    r"\b(?:[0-7][0-9A-HJKMNP-TV-Z]{25}|(?=[0-9]*[a-f])(?:[0-9a-f]{64}|[0-9a-f]{16}|[0-9a-f]{12}))\b"
)
"""ULIDs and digests: ours, random, and now and then with a short name inside ("…E1JAY7…").
A run of digits alone is never taken for one: it may be a telephone number."""

_WORDS = re.compile(r"[^\W_]+(?:['’@.+&\-][^\W_]+)*")
"""Words with what holds them together: a name with its hyphen, an address of e-mail."""

_NOTE = "note "
_ROW_WITH_ID = re.compile(r"^row \d+, ")


def search(
    texts: Iterable[tuple[str, str]],
    rosters: Sequence[Roster],
    *,
    coders: Sequence[str] = (),
    uk_patterns: bool = False,
) -> list[Leak]:
    """``find_leaks``, blind to notecode's own ids and to ``coders`` where they stand as such.

    A coder may bear the name of somebody in a case; it is passed over only as a whole line, a
    whole cell, behind "coding of" and the like, where nothing but a coder's name stands.
    """
    ours = _ours(coders)
    return find_leaks(
        ((name, _without(text, ours)) for name, text in texts), rosters, uk_patterns=uk_patterns
    )


def _ours(coders: Sequence[str]) -> list[re.Pattern[str]]:
    listed = [", ".join(coders)] if len(coders) > 1 else []
    return [_OWN_IDS, *(_as_coder(name) for name in (*listed, *coders))]


def _without(text: str, ours: Iterable[re.Pattern[str]]) -> str:
    for pattern in ours:
        text = pattern.sub("#", text)
    return text


_IN_A_RECORD = (
    (r"\+00:00, by ", ": "),
    ("Recorded by ", r"\. Who labelled"),
    (r" sites by ", ", "),
    (r"\| ", r" \d{4}-\d\d-\d\d \|"),
    ('"by": "', '"'),
    ('"recorded_by": "', '"'),
    ('"signed_off_by": "', '"'),
)
"""What stands before and after who ran, recorded, drew or signed off, in a record."""


def _as_coder(name: str) -> re.Pattern[str]:
    before = (
        r"(?:^|(?<=,)|(?<=[Cc]oding of )|(?<=[Cc]oders: )|(?<=References of: )"
        r"|(?<=together \()|(?<=\(own, )|(?<=\(descendants, )|(?<=\| )|(?<=\"reviewer\": \"))"
    )
    said = re.escape(name)
    places = [rf"{before}{said}(?=$|,|;|\.|\)| alone| \||\"$|\",)"]
    places += [rf"(?<={lead}){said}(?={end})" for lead, end in _IN_A_RECORD]
    return re.compile("|".join(places), re.MULTILINE)


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Wanted:
    """What must not leave the project.

    ``passages`` are what was replaced in notes: pairs of type and text. ``allowed`` are folded
    words that an export states by itself, of the codebook and of sites, and ids; ``plain_words``
    those that notes write small. ``given`` is what stands in notes in place of originals and is no
    tag. ``let_stand`` are the places of notes where
    a reviewer let a word stand: they are passed over, and nothing else that reads like them.
    """

    rosters: tuple[Roster, ...] = ()
    passages: frozenset[tuple[str, str]] = frozenset()
    allowed: frozenset[str] = frozenset()
    plain_words: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    let_stand: frozenset[StandingWord] = frozenset()

    def __repr__(self) -> str:
        return f"Wanted({len(self.rosters)} rosters, {len(self.passages)} passages hidden)"

    __str__ = __repr__


def wanted_of(vault: Vault, db: Database, allowed: Iterable[str]) -> Wanted:
    """Everybody in the vault, the authors of the notes too, and all that was replaced."""
    rosters: list[Roster] = []
    passages: set[tuple[str, str]] = set()
    named: Counter[str] = Counter()
    for case_id in vault.case_ids():
        case, replaced = replaced_now(vault, db, case_id)
        rosters.append(with_authors(case.roster, case.notes))
        passages |= replaced
        named.update(set(_words_of_names(replaced)))
    words = frozenset(word for text in allowed for word in folded_words(text))
    return Wanted(
        rosters=tuple(rosters),
        passages=frozenset(passages),
        allowed=words | {plain_reference(text) for text in allowed},
        plain_words=ordinary_words(db, named, rosters),
    )


def ordinary_words(
    db: Database, named: Mapping[str, int], rosters: Iterable[Roster]
) -> frozenset[str]:
    """Those words of replaced names that are ordinary ones, by how often notes write them small.

    ``named`` says in how many cases each was replaced. Nobody's known name is among them.
    """
    names = names_of(person for roster in rosters for person in roster.people) | GIVEN_NAMES
    small = words_in_small_letters(db, named.keys() - names)
    return frozenset(word for word, cases in small.items() if cases >= _OFTENER * named[word])


def _words_of_names(passages: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (word for kind, text in passages if kind == PERSON for word in folded_words(text))


def words_of_the_project(db: Database, codebook: Codebook, *, defined: bool = False) -> list[str]:
    """What files say by themselves: ids, sites, the labels of the codebook.

    ``defined``: with definitions and other names, where a file gives these too.
    """
    said = [note_id for ids in note_ids_by_case(db).values() for note_id in ids]
    for case in load_cases(db):
        said += (case.id, case.site)
    for code in codebook.codes:
        said += (code.id, code.label)
        if defined:
            said += (code.definition, code.use_when, code.not_when, code.example)
    for agency in codebook.agencies:
        said += (agency.id, agency.label)
        if defined:
            said += (agency.definition, *(alias.text for alias in agency.aliases))
    return said


def typed_in_settings(project: Project) -> list[tuple[str, str]]:
    """What an export says of the words in notecode.toml: where each stands, and the words.

    The places hold nothing that was typed: saved tables are numbered as they stand there.
    """
    title = project.settings.title
    found = [("the project's title in notecode.toml", title)]
    if not title:
        found = [("the name of the project's directory", project.directory.name)]
    for number, query in enumerate(project.settings.tables.values(), 1):
        table = f"saved table {number} in notecode.toml"
        found.append((f"the name of {table}", re.sub("[-_]", " ", query.name)))
        found.append((f"the title of {table}", query.title))
    return found


def check_searchable(
    people: Path | None, vault: Vault | None, *, unsearched: bool, what: str = "what is written"
) -> None:
    """Refuse to write what nothing is there to search for names with, unless that is asked for.

    Everything that leaves the project holds what somebody typed: labels, titles, case values.

    Raises:
        UsageError: saying how to have it searched, and how not.

    """
    if people is None and vault is None and not unsearched:
        raise UsageError(
            f"there is nothing to search {what} for names with",
            hint="Give --people PEOPLE, or open the vault. To write it unsearched, say"
            " --unsearched: every file then says so.",
        )


def open_gate(
    db: Database,
    people: Sequence[Roster],
    vault: Vault | None,
    allowed: Iterable[str],
    *,
    named: Sequence[str] | None = None,
    typed: Sequence[tuple[str, str]] = (),
) -> "ExportGate":
    """The gate for what is about to be written: everybody of ``people`` and in the vault.

    ``people`` are those of the people file, ``allowed`` the words that it states by itself,
    ``named`` those whom it names as who did the work; None: the project's coders. ``typed`` are
    what else it says that somebody typed (see ``typed_in_settings``): a refusal can name it.

    Raises:
        VaultError: if the vault is damaged.

    """
    wanted = wanted_of(vault, db, allowed) if vault else Wanted()
    wanted = replace(
        wanted,
        rosters=(*people, *wanted.rosters),
        given=load_given(db),
        let_stand=words_let_stand(db),
    )
    gate = ExportGate(wanted, tuple(coders(db)) if named is None else named, typed)
    if alike := gate.coders_named_alike():
        _log.warning(_ALIKE, ", ".join(map(str, alike)))
    return gate


def gate_without_notes(people: Sequence[Roster]) -> "ExportGate":
    """The gate of a project that has no notes yet."""
    return ExportGate(Wanted(rosters=tuple(people)))


class ExportGate:
    """Refuses what holds an identifier, and names the rows and notes where it stands."""

    def __init__(
        self,
        wanted: Wanted,
        coders: Sequence[str] = (),
        typed: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Take what to look for; UK patterns are looked for in any case."""
        self._typed = typed
        self._people = LeakSearch(wanted.rosters, thorough=True, given=wanted.given)
        self._passages = LeakSearch(
            (),
            wanted.passages,
            allowed=wanted.allowed,
            thorough=True,
            given=wanted.given,
            plain_words=wanted.plain_words,
        )
        self._coders = tuple(coders)
        self._ours = _ours(coders)
        self.let_stand = wanted.let_stand
        """The places of notes that are passed over."""
        self._standing = LetStand(wanted.let_stand)

    def __call__(self, said: Said) -> None:
        """Search what one file, or several alike, would say.

        Raises:
            LeakError: naming the table or file, rows, notes and types, never the text.

        """
        places: list[str] = []
        types: set[str] = set()
        for place, text in said.parts():
            if _OWN_IDS.fullmatch(text):
                continue  # as most rows of references have nothing new but their id
            found = self._found(_without(self._standing.blanked(text), self._ours))
            if found:
                places.append(place)
                types |= found
        if types:
            _refuse(said.name, places, types, self._where_typed())

    def coders_named_alike(self) -> list[int]:
        """Which coders bear the name of somebody who is searched for, by number from 1 on.

        They are passed over where they stand as coders: whoever reads a file reads that name.
        """
        named = sorted(self._coders)
        return [number for number, name in enumerate(named, 1) if self._found(name)]

    def _where_typed(self) -> list[str]:
        """The places of typed words in which an identifier stands."""
        return [where for where, text in self._typed if self._found(text)]

    def _found(self, shown: str) -> set[str]:
        found = {kind for kind, _ in self._passages.find(shown)}
        return found | {kind for kind, _ in self._people.find(shown, uk_patterns=True)}

    def places_in(self, text: str) -> list[Span]:
        """Where in a note's text stands what may not leave, from left to right.

        A place is the fewest words next to each other in which something is found, so a name that
        shows by the word beside it may have that word with it.
        """
        shown = self._standing.blanked(text)
        shown = self._people.without_tags(shown if len(shown) == len(text) else text)
        words = [match.span() for match in _WORDS.finditer(shown)]
        places: list[Span] = []
        while words and self._found(shown):
            starts, ends = [start for start, _ in words], [end for _, end in words]
            # Halving ends where one word more or less makes the difference, wherever that is.
            last = bisect_left(ends, True, key=lambda end: bool(self._found(shown[:end])))
            end = ends[min(last, len(ends) - 1)]
            first = bisect_left(starts, True, key=lambda at: not self._found(shown[at:end])) - 1
            place = Span(starts[max(first, 0)], end)
            places.append(place)
            shown = f"{shown[: place.start]}{'#' * len(place)}{shown[place.end :]}"
            words = [match.span() for match in _WORDS.finditer(shown)]
        return sorted(places)


class FoundError(LeakError):
    """What holds an identifier; ``notes`` are the ids of those that it stands in."""

    def __init__(self, what: str, *, where: str, hint: str, notes: Sequence[str]) -> None:
        """Take the words of any refusal."""
        super().__init__(what, where=where, hint=hint)
        self.notes = tuple(notes)


_ELSEWHERE = (
    "It stands in a note, a case attribute, a memo, a summary (`notecode summarise`), the codebook,"
    " or notecode.toml (the project's title, the name or title of a saved table): look for it"
    " there, and mask it (`notecode review`) or reword it. What was masked elsewhere by mistake can"
    " be shown again there."
)


def _refuse(name: str, places: Iterable[str], types: Iterable[str], typed: Sequence[str]) -> None:
    # A row is of a file that nobody can look into: where there is an id, that is what to look up.
    places = list(dict.fromkeys(_ROW_WITH_ID.sub("", place) for place in places))
    shown = [name, *places[:SHOWN]]
    if len(places) > SHOWN:
        shown.append(f"and {len(places) - SHOWN} more places")
    raise FoundError(
        f"holds what looks like an identifier ({', '.join(sorted(types))}); nothing was written",
        where=", ".join(shown),
        hint=f"Such a word stands in {', '.join(typed)}: reword it there." if typed else _ELSEWHERE,
        notes=[place.removeprefix(_NOTE) for place in places if place.startswith(_NOTE)],
    )
