"""What an export is made from: plain values that the project fills from its store."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from notecode.model import (
    Attribute,
    Case,
    CaseValue,
    Codebook,
    CountTable,
    Note,
    PlacedMemo,
    Reference,
    month_of_intervention,
    third_of_intervention,
)

DIGEST_SHOWN = 12
SUPPRESSION = (
    "counts of fewer than {0} cases, and as many others as it takes that they cannot be worked out"
    " from the rest; such cells are empty and marked as suppressed, and in the workbook and the"
    ' report say "withheld". 0 is shown. Some of the others, which have {0} cases or more and are'
    " withheld only to cover the small ones, can be had by subtraction; that gives nothing away,"
    " since no count of fewer than {0} cases can. How many cases there are of a site, a month or"
    " another kind of case, coded or not, is in no table of counts, nor are shares of them."
)
WHY_LEFT_OUT = (
    "their numbers stand in none of the usual tables, with which they would be withheld, or are of"
    " few cases, of single cases, or of one site or month alone, whose cases they would tell"
)
WHY_SHORTENED = "they tell of single cases"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where the numbers come from; shown in every file.

    ``as_of`` is when something in the project was last changed, in UTC, ISO 8601, or "" if that is
    not known: with it, and not the day on which the files are written, the same project makes
    the same bytes on any day. ``searched`` says what the export was searched for before it was
    written, ``unsearched`` what it could have been and was not. ``coder`` is whose references are
    exported, "" for all ``coders``. ``reviewed`` is how many of the ``notes`` a person has
    reviewed, None if that is not known; ``doubtful`` how many flags nobody has decided on in
    what is quoted, in words. ``suppressed_below`` is the number of cases below which
    counts are withheld, 0 for none. ``left_out`` are attributes that no file has, because they
    are days. ``memos`` says why memos that were asked for are left out. ``tables_left_out`` are
    tables of queries that could not be protected, ``tables_shortened`` what others were to have and
    have not, ``not_made`` the saved queries that name what
    is not there. ``state`` differs between any two exports of which one could tell what the
    other withholds, "" if that is not known; it stands in the data package alone.
    """

    project: str
    version: str
    codebook_title: str
    codebook_digest: str
    coders: tuple[str, ...]
    cases: int
    notes: int
    references: int
    coder: str = ""
    as_of: str = ""
    synthetic: bool = False
    searched: str = ""
    unsearched: str = ""
    reviewed: int | None = None
    doubtful: str = ""
    suppressed_below: int = 0
    left_out: tuple[str, ...] = ()
    memos: str = ""
    tables_left_out: tuple[str, ...] = ()
    tables_shortened: tuple[str, ...] = ()
    not_made: tuple[str, ...] = ()
    state: str = ""

    @property
    def line(self) -> str:
        """The provenance in one line, as each row of a CSV file carries it."""
        parts = ["SYNTHETIC DATA"] if self.synthetic else []
        parts += [f"notecode {self.version}", f"codebook {self.codebook_digest[:DIGEST_SHOWN]}"]
        if self.coder:
            parts.append(f"coding of {self.coder}")
        if self.as_of:
            parts.append(f"as of {self.as_of}")
        if self.suppressed_below:
            parts.append(f"counts of fewer than {self.suppressed_below} cases withheld")
        if self.doubtful:
            parts.append(self.doubtful)
        if self.unsearched:
            parts.append(f"NOT SEARCHED FOR: {self.unsearched}")
        return "; ".join(parts)

    @property
    def _left_out_and_why(self) -> str:
        names = ", ".join(self.tables_left_out)
        return f"{names}; {WHY_LEFT_OUT}" if names else ""

    @property
    def _shortened_and_why(self) -> str:
        return "; ".join((*self.tables_shortened, WHY_SHORTENED) if self.tables_shortened else ())

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """The provenance as pairs of a name and a value, for the read-me of an export."""
        whose = self.coder or "all coders together"
        pairs = [
            ("Data", "SYNTHETIC: made up, no real person" if self.synthetic else "as recorded"),
            ("Project", self.project),
            ("Made by", f"notecode {self.version}"),
            ("Codebook", self.codebook_title),
            ("Codebook digest (sha256)", self.codebook_digest),
            ("Coders", ", ".join(self.coders) or "none yet"),
            ("References of", whose),
            ("Cases in the project", str(self.cases)),
            ("Notes in the project", str(self.notes)),
            ("References counted", str(self.references)),
        ]
        known = self.reviewed is not None
        told = (
            ("Review", f"{self.reviewed} of {self.notes} notes reviewed by a person" * known),
            ("NOT REVIEWED", self.doubtful),
            ("Case and note ids", "those of the case management system's export"),
            ("State of the project", f"as last changed, {self.as_of}" * bool(self.as_of)),
            ("Withheld", SUPPRESSION.format(self.suppressed_below) * bool(self.suppressed_below)),
            ("Left out, because they are days", ", ".join(self.left_out)),
            ("Memos", self.memos),
            ("Tables left out", self._left_out_and_why),
            ("Measures left out", self._shortened_and_why),
            ("Saved tables that could not be made", ", ".join(self.not_made)),
            ("Searched before writing for", self.searched),
            ("NOT SEARCHED FOR", self.unsearched),
        )
        pairs += [(name, value) for name, value in told if value]
        return tuple(pairs)


class ReferenceRow(NamedTuple):
    """One reference with what is known of its note and case.

    A tuple, since there are very many: each is made in a third of the time of a dataclass.
    ``words`` is the length of the coded passage in words. ``month`` is the month of the
    intervention, None if unknown, ``third`` its third; no day leaves the project. ``quotation`` is
    the passage itself, None where quotations were not asked for.
    """

    id: str
    note_id: str
    case_id: str
    site: str
    month: int | None
    contact_type: str
    author_role: str
    code: str
    agencies: tuple[str, ...]
    coder: str
    origin: str
    words: int
    quotation: str | None = None
    third: str = ""


class CodedIn(NamedTuple):
    """Of a reference, what is added up: its case, its note (any key of it), code and agencies."""

    case_id: str
    note_id: str | int
    code: str
    agencies: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportTable:
    """A count table with the sentences that define its numbers.

    One with a ``name`` is of a query: it has a file of its own.
    """

    table: CountTable
    definitions: tuple[str, ...]
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How far the coding of one site, or of all, has come: cases and notes in three states.

    ``coded`` have a reference; ``read`` have none, and the coder has been through them; the
    rest is ``open``, not coded yet. ``site`` is None for all sites together.
    """

    site: str | None
    cases_coded: int
    cases_read: int
    cases_open: int
    notes_coded: int
    notes_read: int
    notes_open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditLine:
    """One line of the audit: a number of ``what``, for ``whom`` or which, under ``topic``."""

    topic: str
    what: str
    of: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportData:
    """All that one export holds.

    ``references`` are gone through several times and are the same each time; they need not be
    in memory together. ``notes_by_case`` is how many notes each case has, coded or not. Several
    tables with the same dimensions (by another coder, with another roll-up) go into one file,
    told apart by columns. With ``quotations`` the coded passages are exported; every reference
    must then carry its own. An attribute without a type in ``attributes`` is text.
    """

    provenance: Provenance
    codebook: Codebook
    cases: tuple[Case, ...]
    case_values: tuple[CaseValue, ...] = ()
    attributes: Mapping[str, Attribute] = field(default_factory=dict)
    notes_by_case: Mapping[str, int] = field(default_factory=dict)
    references: Iterable[ReferenceRow] = ()
    coded: Iterable[CodedIn] | None = None
    """The same references, if they are read quicker so; None: ``references`` are added up."""
    tables: tuple[ExportTable, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    audit: tuple[AuditLine, ...] = ()
    quotations: bool = False
    memos: tuple[PlacedMemo, ...] | None = None
    """None: not asked for, or left out."""


def reference_row(
    reference: Reference,
    note: Note,
    case: Case,
    *,
    quotation: bool = False,
) -> ReferenceRow:
    """The export's row for a reference on one note of one case."""
    passage = reference.span.cut(note.text)
    return ReferenceRow(
        id=reference.id,
        note_id=note.id,
        case_id=case.id,
        site=case.site,
        month=month_of_intervention(note.date, case.start),
        contact_type=note.contact_type,
        author_role=note.author_role,
        code=reference.code,
        agencies=reference.agencies,
        coder=reference.coder,
        origin=reference.origin,
        words=len(passage.split()),
        quotation=passage if quotation else None,
        third=third_of_intervention(note.date, case.start, case.end),
    )
