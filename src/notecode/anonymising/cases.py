"""What goes through the anonymiser: a case as it was read, and a case as it may be stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from notecode.anonymising.findings import Finding
from notecode.anonymising.people.roster import RosterNames
from notecode.anonymising.protection import Kept
from notecode.anonymising.pseudonyms.memory import GivenTag, TagMemory
from notecode.anonymising.review.span_map import SpanMap
from notecode.anonymising.words.spelling import Token
from notecode.anonymising.words.unlisted import Doubt
from notecode.model import Flag, Mask, Note, Span
from notecode.raw import RawNote, Roster


@dataclass(frozen=True, slots=True, kw_only=True)
class AnonymisedNote:
    """A note as it may be stored, what was masked in it, and what a person should look at.

    ``source`` maps ranges of the raw text to it; keep that in memory only. ``decided`` are the
    places on which decisions of the review lie, by the decision's id; ``yielded`` are ids of
    those that let a word stand and were overruled by the people file.
    """

    note: Note
    masks: tuple[Mask, ...]
    flags: tuple[Flag, ...]
    source: SpanMap
    decided: tuple[tuple[str, Span], ...] = ()
    yielded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnonymisedCase:
    """A case's notes by date and id, and how many masks of each type they hold.

    ``tags`` are what a ``TagMemory`` needs for the case's next export.
    """

    case_id: str
    notes: tuple[AnonymisedNote, ...]
    counts: dict[str, int] = field(default_factory=dict)
    tags: tuple[GivenTag, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class CaseText:
    """One raw text of a case with its words, what is to be kept, and all that was found in it."""

    raw: str
    words: list[Token]
    kept: list[Kept]
    findings: list[Finding]
    doubts: list[Doubt] = field(default_factory=list)


@dataclass(frozen=True, slots=True, repr=False)
class CaseReading:
    """A case with all that was found in it; identifiable, so in memory only.

    Decisions of a review can be applied to it one after the other without reading it anew.
    ``tags`` are those of the people of the roster, by their ids; ``passed_over`` are the wordings
    of guesses, folded, that nobody is asked about.
    """

    case_id: str
    notes: tuple[RawNote, ...]
    people: Roster
    tags: Mapping[str, str]
    names: RosterNames
    texts: Mapping[str, CaseText]
    memory: TagMemory
    start: date | None = None
    passed_over: frozenset[str] = frozenset()

    def __repr__(self) -> str:
        return f"CaseReading({self.case_id!r}, {len(self.notes)} notes hidden)"

    __str__ = __repr__
