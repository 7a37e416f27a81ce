"""Which column is what: proposed from headers and contents, each with its reason."""

import difflib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from notecode.errors import InputError, Problem
from notecode.importing.columns import (
    STRONG,
    WEAK,
    is_known,
    is_numbered_note,
    is_personal,
    squash,
    stage_in_words,
)
from notecode.importing.contents import claims
from notecode.importing.profiles import Profile, profile
from notecode.importing.rows import Row
from notecode.importing.tables import Table
from notecode.settings import ATTRIBUTE, FIELDS, MULTIPLE, Kind, Layout

_FITS: Mapping[str, Callable[[Profile], bool]] = {
    "id": lambda p: p.is_id and p.distinct > 0.9,
    "case": lambda p: p.is_id,
    "site": lambda p: p.is_category and p.with_digit < 0.9 and p.distinct < 0.9,
    "date": lambda p: p.dates >= 0.7,
    "start": lambda p: p.dates >= 0.7,
    "end": lambda p: p.dates >= 0.7,
    "dob": lambda p: p.dates >= 0.7,
    "contact_type": lambda p: p.is_category and p.with_digit < 0.5,
    "text": lambda p: p.is_text,
    "su_name": lambda p: p.is_names,
    "name": lambda p: p.is_names,
    "author": lambda p: p.is_names,
    "role": lambda p: p.is_category,
}
_SAID = "as you say"
_REMEMBERED = "as notecode.toml says"
_FIRM = (_SAID, _REMEMBERED)
_LIKE_ENOUGH = 0.87
_SHORTEST_LIKE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One field, the header of the column taken for it, and why.

    ``is_rest``: an attribute only because every other column of a case file is one, so that
    there is nothing to remember.
    """

    field: str
    header: str
    reason: str
    is_rest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A layout with its reasons and, in file order, the headers that nothing is read from."""

    layout: Layout
    choices: tuple[Choice, ...]
    left_out: tuple[str, ...]
    places: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Whether any column is taken for the field."""
        return bool(self.places.get(name))

    def cell(self, row: Row, name: str) -> str:
        """The row's stripped cell of a field with one column; "" if there is none."""
        places = self.places.get(name)
        return row.cells[places[0]].strip() if places else ""

    def cells(self, row: Row, name: str) -> list[str]:
        """The row's filled cells of a field with any number of columns."""
        return [cell for n in self.places.get(name, ()) if (cell := row.cells[n].strip())]

    def header(self, name: str) -> str | None:
        """The header of the field's first column, or None."""
        return next((choice.header for choice in self.choices if choice.field == name), None)

    @property
    def attributes(self) -> dict[str, int]:
        """Case attributes by name, with the place of their column."""
        return {
            name.removeprefix(ATTRIBUTE): places[0]
            for name, places in self.places.items()
            if name.startswith(ATTRIBUTE) and places
        }


@dataclass(frozen=True, slots=True, order=True)
class _Bid:
    """A column's claim to a field; the highest score is served first, then the leftmost."""

    score: float
    left: int
    name: str
    reason: str


def propose_layout(
    table: Table, kind: Kind, given: Layout | None = None, remembered: Layout | None = None
) -> Proposal:
    """Say which column is what; what ``given`` says stands, and the rest is proposed.

    A field whose ``remembered`` headers the table has is taken as remembered.

    Raises:
        InputError: ``given`` names a header that the table does not have.

    """
    given = given or Layout()
    known = (remembered or Layout()).overlaid_by(given)
    places = _given_places(table, kind, given)
    reasons = dict.fromkeys(places, _SAID)
    for name, headers in known.columns.items():
        there = [n for header in headers if (n := table.place(header)) is not None]
        if name not in places and (there or not headers):
            places[name] = tuple(there)
            reasons[name] = _REMEMBERED
    free = {
        n: profile(table.cells(n))
        for n, header in enumerate(table.headers)
        if header and not any(n in taken for taken in places.values())
    }
    for bid in sorted(_bids(table, kind, free), reverse=True):
        column = -bid.left
        several = bid.name in MULTIPLE and reasons.get(bid.name) not in _FIRM
        if column in free and (bid.name not in places or several):
            places[bid.name] = tuple(sorted((*places.get(bid.name, ()), column)))
            reasons.setdefault(bid.name, bid.reason)
            del free[column]
    if reasons.get("id", _SAID) not in _FIRM and "case" not in places:
        # One id per row and no other: it is the case's, and the notes are numbered within it.
        places["case"], reasons["case"] = places.pop("id"), "the only column of ids"
    order = {name: place for place, name in enumerate(FIELDS[kind])}
    ordered = sorted(places, key=lambda name: (order.get(name, len(order)), places[name]))
    return _proposal(table, known, {name: places[name] for name in ordered}, reasons)


def _proposal(
    table: Table,
    given: Layout,
    places: dict[str, tuple[int, ...]],
    reasons: dict[str, str],
) -> Proposal:
    columns = {name: tuple(table.headers[n] for n in taken) for name, taken in places.items()}
    used = {n for taken in places.values() for n in taken}
    return Proposal(
        layout=replace(given, columns=columns),
        choices=tuple(
            Choice(
                field=name,
                header=header,
                reason=reasons[name],
                is_rest=name == f"{ATTRIBUTE}{header}" and reasons[name] not in _FIRM,
            )
            for name, headers in columns.items()
            for header in headers
        ),
        left_out=tuple(h for n, h in enumerate(table.headers) if h and n not in used),
        places=places,
    )


def _given_places(table: Table, kind: Kind, given: Layout) -> dict[str, tuple[int, ...]]:
    places: dict[str, tuple[int, ...]] = {}
    missing: list[tuple[str, str]] = []
    for name, headers in given.columns.items():
        found = [table.place(header) for header in headers]
        missing += [(name, h) for h, n in zip(headers, found, strict=True) if n is None]
        places[name] = tuple(n for n in found if n is not None)
    if missing:
        raise InputError(
            "what is said names columns that the file does not have",
            problems=[
                Problem(
                    file=table.file,
                    message=f"no column {header!r}, which is said for {name}",
                    hint=known_headers_of(table),
                )
                for name, header in missing
            ],
            where=table.file,
            hint=f"correct the --column words of the {kind}, or leave one out to have it proposed",
        )
    return places


def missing_headers(
    table: Table, kind: Kind, remembered: Mapping[str, tuple[str, ...]], proposal: Proposal
) -> list[Problem]:
    """One warning for the remembered headers that the table lacks, and what is taken instead."""
    lacking = []
    for name, headers in remembered.items():
        for header in headers:
            if table.place(header) is not None:
                continue
            taken = proposal.header(name)
            instead = f"{taken!r} is taken" if taken else "nothing is taken"
            lacking.append(f"{header!r} for {name} ({instead})")
    if not lacking:
        return []
    return [
        Problem(
            file=table.file,
            message=f"not there, though [layout.{kind}] in notecode.toml names it: "
            f"{', '.join(lacking)}",
            hint="look at the columns above, and say with --column what is wrong",
            fatal=False,
        )
    ]


def _bids(table: Table, kind: Kind, free: Mapping[int, Profile]) -> Iterator[_Bid]:
    for column, found in free.items():
        squashed = squash(table.headers[column])
        for name in FIELDS[kind]:
            score, reason = _header_score(squashed, kind, name, found)
            if score and name == "text" and found.filled:
                # Of "Note" (yes or no) and "Details" the long one is the note.
                score += min(found.mean_length, 300) - (500 if found.mean_length < 10 else 0)
            if score:
                yield _Bid(score, -column, name, reason)
        header = table.headers[column]
        for claim, name, reason in claims(kind, header, found, table.cells(column)):
            yield _Bid(claim, -column, name, reason)
        if kind == "cases" and not found.is_free_text and not is_personal(header):
            yield _Bid(1, -column, f"{ATTRIBUTE}{header}", _why_an_attribute(header))


def _header_score(squashed: str, kind: Kind, name: str, found: Profile) -> tuple[float, str]:
    """How strongly the header, and the contents where it is not plain, speak for the field."""
    strong = STRONG[kind].get(name, "").split()
    if squashed in strong:
        return 1000 - 10 * strong.index(squashed), "a known header"
    if found.filled and name in _FITS and not _FITS[name](found):
        return 0, ""
    weak = WEAK[kind].get(name, "").split()
    if squashed in weak:
        return 500 - 10 * weak.index(squashed), "a known header, and its contents agree"
    if len(squashed) >= _SHORTEST_LIKE and not is_numbered_note(squashed):
        close = difflib.get_close_matches(squashed, strong, n=1, cutoff=_LIKE_ENOUGH)
        if close:
            return 600 - 10 * strong.index(close[0]), "its header resembles a known one"
    return 0, ""


def _why_an_attribute(header: str) -> str:
    stage = stage_in_words(header)
    return f"an assessment, at {stage}" if stage else "every other column is an attribute"


def known_headers_of(table: Table) -> str:
    """The headers in words, for a hint.

    Where few of them are known the row may be no header at all, and its cells may be people:
    then the others are named by their letters alone.
    """
    headers = [(n, header) for n, header in enumerate(table.headers) if header]
    known = [header for _, header in headers if is_known(header)]
    if table.is_named:
        return f"the file has: {', '.join(header for _, header in headers)}"
    others = ", ".join(_letters(n) for n, header in headers if not is_known(header))
    return f"the file has: {', '.join(known) or 'no header that is known'}; and columns {others}"


def _letters(place: int) -> str:
    """The name a spreadsheet gives the column: A for 0, AA for 26."""
    first, last = divmod(place, 26)
    return (_letters(first - 1) if first else "") + chr(ord("A") + last)
