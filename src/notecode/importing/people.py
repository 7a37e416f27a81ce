"""The people file -> rosters: who belongs to each case, by every name and number known."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from notecode.errors import Problem
from notecode.importing.layout import Choice, Proposal, known_headers_of
from notecode.importing.problems import ProblemLog
from notecode.importing.reading import dates_of, distinct_rows, open_table
from notecode.importing.roles import OTHER, known_role, role_words, spelt_role
from notecode.importing.rows import Row
from notecode.importing.undecided import both_ways
from notecode.raw import Person, Roster
from notecode.settings import Layout

_TITLES = frozenset(
    (
        *("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev", "revd", "sir", "dame"),
        *("pc", "dc", "ds", "di", "sgt"),
    )
)
_NAMES = ("first_name", "last_name", "name", "known_as")
_NAMES_APART = r"[;/|,\n]"
_NUMBERS_APART = r"[;|,\n]"
_EMAILS_APART = r"[;,|\s]"
_ALTERNATIVES = re.compile(r"\s*[;|]\s*")
_NOT_SAID = frozenset(("", "n/a", "na", "none", "unknown", "not known", "not recorded", "-"))
_LONGEST_ROLE = 4


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class PeopleFile:
    """What a people file holds: rosters by case id. If any problem is fatal, do not use them."""

    rosters: dict[str, Roster]
    layout: Layout
    choices: tuple[Choice, ...]
    left_out: tuple[str, ...]
    problems: tuple[Problem, ...]
    rows: int
    roles: tuple[tuple[str, str, int], ...] = ()
    """Each word met for a role, the role it was taken for, and of how many rows."""

    def __repr__(self) -> str:
        return f"PeopleFile({len(self.rosters)} rosters hidden, {len(self.problems)} problems)"


def read_people(
    path: Path, layout: Layout | None = None, remembered: Layout | None = None
) -> PeopleFile:
    """Read a people file; ``layout`` is what its user says of it.

    What is ``remembered`` of earlier files counts below that, and only as far as it fits.

    Raises:
        InputError: there is no table in the file, or no column of case ids.

    """
    table, proposal = open_table(path, "people", layout, remembered)
    log = ProblemLog(table.file, table.problems)
    rows, _ = distinct_rows(table, log)
    if rows and not any(proposal.has(name) for name in _NAMES):
        log.add(
            "no column of names is found: nobody of this file could be found in a note by name",
            row=table.header_row,
            hint=f"{known_headers_of(table)}; if one holds names, say it:"
            f" {both_ways('people', 'last_name', 'Header')} (or first_name, name, known_as)",
        )
    births = dates_of(rows, proposal, "dob", log)
    if rows and not proposal.has("role"):
        log.add(
            f"there is no role for any of the {len(rows)} people: they will be tagged [PERSON_n]",
            hint=f"if a column says who is who: {both_ways('people', 'role', 'Header')}",
            fatal=False,
        )
    return PeopleFile(
        rosters=_rosters(rows, births, proposal, log),
        layout=proposal.layout,
        choices=proposal.choices,
        left_out=proposal.left_out,
        problems=log.all(),
        rows=len(table.rows),
        roles=_roles_met(rows, proposal),
    )


def split_name(name: str) -> tuple[str, str, str]:
    """Title, first names and last name of "Dr Jane Smith" or "Smith, Dr Jane"."""
    last, comma, first = (part.strip() for part in name.partition(","))
    words = first.split() if comma else name.split()
    title = words.pop(0) if words and words[0].strip(".").casefold() in _TITLES else ""
    if not comma:
        last = words.pop() if words else ""
    if not words and not comma and not title:
        # One word alone is likelier what somebody is called than a surname.
        return "", last, ""
    return title, " ".join(words), last


def _rosters(
    rows: Sequence[Row], births: Sequence[date | None], proposal: Proposal, log: ProblemLog
) -> dict[str, Roster]:
    names = {word for row in rows for word in _name_words(row, proposal)}
    people: dict[str, dict[str, Person]] = {}
    for row, dob in zip(rows, births, strict=True):
        case_id = proposal.cell(row, "case")
        if not case_id:
            log.add("the person has no case id", row=row.number, column=proposal.header("case"))
            continue
        case = people.setdefault(case_id, {})
        person_id = proposal.cell(row, "id") or f"{case_id}-P{len(case) + 1}"
        if person_id in case:
            log.add(
                "the same person id as in an earlier row of the case, but other details",
                row=row.number,
                column=proposal.header("id"),
                hint="write one row a person; further names go into known_as, parted by ;",
            )
            continue
        case[person_id] = _person(row, person_id, dob, _role(row, proposal, names, log), proposal)
        _check_known(case[person_id], row, log)
    return {case_id: Roster(case_id, tuple(case.values())) for case_id, case in people.items()}


def _person(row: Row, person_id: str, dob: date | None, role: str, proposal: Proposal) -> Person:
    title, first, last = split_name(proposal.cell(row, "name"))
    return Person(
        id=person_id,
        has_id=bool(proposal.cell(row, "id")),
        role=role,
        first_name=proposal.cell(row, "first_name") or first,
        last_name=proposal.cell(row, "last_name") or last,
        known_as=_split(proposal.cells(row, "known_as"), _NAMES_APART),
        title=proposal.cell(row, "title") or title,
        dob=dob,
        phones=_split(proposal.cells(row, "phone"), _NAMES_APART),
        emails=_split(proposal.cells(row, "email"), _EMAILS_APART),
        addresses=_addresses(proposal.cells(row, "address")),
        identifiers=_split(proposal.cells(row, "identifier"), _NUMBERS_APART),
    )


def _split(cells: Iterable[str], separators: str) -> tuple[str, ...]:
    """Every entry of the cells once; words that say that there is none are left out."""
    entries = [entry.strip() for cell in cells for entry in re.split(separators, cell)]
    return tuple(dict.fromkeys(entry for entry in entries if entry.casefold() not in _NOT_SAID))


def _addresses(cells: Sequence[str]) -> tuple[str, ...]:
    """Addresses parted by ; or |; the columns of one address, and its lines, become one."""
    cells = [cell for cell in cells if cell.casefold() not in _NOT_SAID]
    whole = ", ".join(", ".join(filter(None, map(str.strip, cell.split("\n")))) for cell in cells)
    return tuple(dict.fromkeys(filter(None, _ALTERNATIVES.split(whole))))


def _role(row: Row, proposal: Proposal, names: set[str], log: ProblemLog) -> str:
    """The person's role; it will stand in the notes as a tag, so it must not hold a name."""
    text = proposal.cell(row, "role")
    if role := known_role(text):
        return role
    words = role_words(text)
    column = proposal.header("role")
    if not words and column is None:
        # Said once for the whole file.
        return OTHER
    if not words:
        log.add(
            f"the person has no role; taken as {OTHER}",
            row=row.number,
            column=column,
            hint="say SU, VS, CHILD, FAMILY, CASE_MANAGER, IDVA …",
            fatal=False,
        )
        return OTHER
    if len(words) > _LONGEST_ROLE or names.intersection(words):
        log.add(
            f"the role is long or holds a name; taken as {OTHER}",
            row=row.number,
            column=column,
            hint="say what the person is in a word or two",
            fatal=False,
        )
        return OTHER
    return spelt_role(text)


def _roles_met(rows: Sequence[Row], proposal: Proposal) -> tuple[tuple[str, str, int], ...]:
    """The role column in words; a word that may be a name is shown as the role it was taken for."""
    names = {word for row in rows for word in _name_words(row, proposal)}
    unsaid = ProblemLog("")
    met: Counter[tuple[str, str]] = Counter()
    for row in rows:
        role = _role(row, proposal, names, unsaid)
        word = " ".join(proposal.cell(row, "role").split()) if role != OTHER else ""
        met[(word, role)] += 1
    return tuple((word, role, number) for (word, role), number in sorted(met.items()))


def _name_words(row: Row, proposal: Proposal) -> Iterable[str]:
    for name in _NAMES:
        for cell in proposal.cells(row, name):
            yield from role_words(cell)


def _check_known(person: Person, row: Row, log: ProblemLog) -> None:
    """Say where a row gives nothing by which the person could be found in a note."""
    names = (person.first_name, person.last_name, *person.known_as)
    numbers = (*person.phones, *person.emails, *person.addresses, *person.identifiers)
    if not any(names) and not any(numbers):
        log.warn("the row has neither a name nor a number of the person", row=row.number)
