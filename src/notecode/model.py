"""The words of the method as values: notes, cases, codes, agencies, references, counts.

Everything here is frozen and holds anonymised or structural data only; identifiable text lives
in ``raw``. Standard library only.
"""

import datetime
import hashlib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache
from typing import Literal

from notecode.case_values import CaseEntry as CaseEntry
from notecode.case_values import CaseValue as CaseValue
from notecode.case_values import CodedValue as CodedValue
from notecode.case_values import Presence as Presence
from notecode.case_values import ValueChange as ValueChange
from notecode.cues import Rule as Rule
from notecode.cues import WordClass as WordClass
from notecode.memos import Memo as Memo
from notecode.memos import MemoChange as MemoChange
from notecode.memos import PlacedMemo as PlacedMemo
from notecode.memos import Thing as Thing
from notecode.tables import ASSESSMENT as ASSESSMENT
from notecode.tables import ATTRIBUTE as ATTRIBUTE
from notecode.tables import DIMENSIONS as DIMENSIONS
from notecode.tables import USUAL_MEASURES as USUAL_MEASURES
from notecode.tables import WHOLE as WHOLE
from notecode.tables import CodedFacts as CodedFacts
from notecode.tables import Column as Column
from notecode.tables import Count as Count
from notecode.tables import CountSpec as CountSpec
from notecode.tables import CountTable as CountTable
from notecode.tables import Dimension as Dimension
from notecode.tables import Interval as Interval
from notecode.tables import Measure as Measure
from notecode.tables import NamedCount as NamedCount
from notecode.tables import PerCase as PerCase
from notecode.tables import ReferenceKind as ReferenceKind
from notecode.tables import RollUp as RollUp
from notecode.tables import case_value_of as case_value_of
from notecode.tables import filters_of as filters_of

Origin = Literal["hand", "rule", "rule-changed", "gold"]
"""How a reference came to be: by hand, from a suggestion as it was, from one but with another code
or other bounds, or from a gold file."""

CodeOrigin = Literal["pre-set", "emergent"]
Status = Literal["active", "retired"]
AttributeType = Literal["category", "ordered", "number", "date", "yes/no"]
Decision = Literal["open", "accepted", "rejected"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of code points in one note's stored text.

    Raises:
        ValueError: if it is empty or reversed, or starts below 0.

    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start}, {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether the other lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end

    def cut(self, text: str) -> str:
        """The piece of ``text`` that this span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One person's time with the service. ``start`` is day one of month one."""

    id: str
    site: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """A case attribute or assessment with its type: declared in the settings, or inferred.

    ``levels`` are those of "ordered" (least to most), "yes/no", "category"; ``bands`` of a number.
    """

    name: str
    type: AttributeType
    levels: tuple[str, ...] = ()
    stages: tuple[str, ...] = ("",)
    declared: bool = False
    bands: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One anonymised note. ``text`` is NFC with LF line ends and never changes once stored."""

    id: str
    case_id: str
    text: str
    date: datetime.date | None = None
    contact_type: str = ""
    author_role: str = ""

    @property
    def digest(self) -> str:
        """The sha256 (hex) of the text: what spans on this note are counted in."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mask:
    """A replacement that stands in an anonymised note: where, what kind, which tag.

    Nothing of the original is kept, not even its length.
    """

    span: Span
    type: str
    pseudonym: str
    recogniser: str
    score: float

    @property
    def tag(self) -> str:
        """The tag by itself: "[OM_1]", be the pseudonym that or "Rhian Pugh [OM_1]"."""
        return self.pseudonym[max(self.pseudonym.rfind("["), 0) :]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A place in an anonymised note that a person should look at, and why."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One activity code. ``key`` is the key that applies it in the coder, or "".

    A retired code may name its heir (``merged_into``), whose its references are from then on, or
    the codes among which they are to be divided (``split_into``). ``formerly`` are its ids before.
    """

    id: str
    label: str
    definition: str
    use_when: str = ""
    not_when: str = ""
    example: str = ""
    key: str = ""
    colour: str = ""
    parent: str = ""
    origin: CodeOrigin = "pre-set"
    status: Status = "active"
    merged_into: str = ""
    split_into: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """One way an agency or its worker is written.

    ``sites`` empty means everywhere. An ``exact`` alias matches in this letter case only
    (acronyms: "CRC", "OM"); others match in any case. Both only at word boundaries.
    """

    text: str
    sites: tuple[str, ...] = ()
    exact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """An agency of the breakdowns. Of its ``roles``, "OM" makes ``[OM_1]`` a mention of it.

    ``key`` toggles it on a reference. ``merged_into`` and ``formerly`` are as those of codes.
    """

    id: str
    label: str
    definition: str
    key: str = ""
    aliases: tuple[Alias, ...] = ()
    roles: tuple[str, ...] = ()
    status: Status = "active"
    merged_into: str = ""
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Codebook:
    """The codebook at one moment. ``digest`` is the sha256 (hex) of the YAML it was read from."""

    title: str
    codes: tuple[Code, ...]
    agencies: tuple[Agency, ...]
    rules: tuple[Rule, ...] = ()
    word_classes: tuple[WordClass, ...] = ()
    digest: str = ""

    @cached_property
    def code_by_id(self) -> dict[str, Code]:
        """Codes by id, in the codebook's order."""
        return {code.id: code for code in self.codes}

    @cached_property
    def agency_by_id(self) -> dict[str, Agency]:
        """Agencies by id, in the codebook's order."""
        return {agency.id: agency for agency in self.agencies}

    @cached_property
    def tree(self) -> tuple[Code, ...]:
        """Every parent before its children, siblings in the codebook's order."""
        children: dict[str, list[Code]] = {}
        for code in self.codes:
            parent = code.parent if code.parent in self.code_by_id else ""
            children.setdefault(parent, []).append(code)
        ordered: list[Code] = []
        waiting = list(reversed(children.get("", [])))
        while waiting:
            code = waiting.pop()
            ordered.append(code)
            waiting.extend(reversed(children.get(code.id, [])))
        return tuple(ordered)

    def path(self, code_id: str) -> tuple[Code, ...]:
        """The code's ancestors from the root down, the code itself last."""
        steps: list[Code] = []
        while code_id:
            code = self.code_by_id[code_id]
            steps.append(code)
            code_id = code.parent
        return tuple(reversed(steps))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A word or phrase of a note that stands for an agency, found by ``rule``."""

    note_id: str
    span: Span
    agency: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A code proposed for a span, with the rule that proposes it and its evidence.

    ``id`` is a digest of note, span, code, rule and rule version, so that a re-run makes the
    same suggestion and not a second one. ``evidence`` are the spans that made the rule match,
    ``score`` how sure the rule is, 0 to 1.
    """

    id: str
    note_id: str
    span: Span
    code: str
    agencies: tuple[str, ...]
    rule: str
    rule_version: str
    evidence: tuple[Span, ...] = ()
    score: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A coded span: one note, one activity code, any number of agencies (sorted by id).

    ``id`` is a ULID; ``created`` is UTC, ISO 8601; ``codebook`` is the digest of the codebook
    under which it was coded; ``suggestion`` is the id of the suggestion that it came from, or "".
    ``coded_as`` is the code that the coder gave, where that has been merged into ``code``, or "".
    """

    id: str
    note_id: str
    span: Span
    code: str
    agencies: tuple[str, ...]
    coder: str
    origin: Origin
    created: str
    codebook: str
    suggestion: str = ""
    coded_as: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionChange:
    """One coder's decision on one suggestion, before and after."""

    suggestion: str
    before: Decision
    after: Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneChange:
    """When the change's coder marked its note as done (UTC, ISO 8601), before and after.

    "" is not done.
    """

    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One coding action as a value: what it takes away and what it puts there.

    A reference that is edited stands in both tuples under one id. The inverse swaps the two
    sides, so undo and redo need no code of their own. ``summary`` names the action in ids and
    labels, never in note text. ``note_digest`` is the digest of the text that the coder saw:
    nothing is added to a note whose text is another by now.
    """

    action: str
    coder: str
    note_id: str
    summary: str
    note_digest: str
    removed: tuple[Reference, ...] = ()
    added: tuple[Reference, ...] = ()
    decisions: tuple[DecisionChange, ...] = ()
    memos: tuple[MemoChange, ...] = ()
    values: tuple[ValueChange, ...] = ()
    done: DoneChange | None = None

    def inverse(self) -> "Change":
        """The change that takes this one back."""
        flipped = tuple(
            DecisionChange(suggestion=d.suggestion, before=d.after, after=d.before)
            for d in self.decisions
        )
        return Change(
            action=self.action,
            coder=self.coder,
            note_id=self.note_id,
            summary=self.summary,
            note_digest=self.note_digest,
            removed=self.added,
            added=self.removed,
            decisions=flipped,
            memos=tuple(memo.inverse() for memo in self.memos),
            values=tuple(value.inverse() for value in self.values),
            done=DoneChange(before=self.done.after, after=self.done.before) if self.done else None,
        )


def month_of_intervention(day: date | None, start: date | None) -> int | None:
    """Whole months of 30.4375 days from the case's start to ``day``, plus one; None if unknown.

    A note before the start has a month of 0 or less. Days are counted, not the calendar's months,
    so that the month is the same however far both days were moved, and does not tell how far.
    """
    if day is None or start is None:
        return None
    return (day - start).days * 16 // 487 + 1


@lru_cache(maxsize=4_096)
def third_begins(start: date | None, end: date | None) -> tuple[date, ...]:
    """The first days of the thirds of the days from start to end; two days have but two.

    Empty if one of them is unknown, or the end comes before the start.
    """
    if start is None or end is None or end < start:
        return ()
    days = (end - start).days + 1
    firsts = (-(-third * days // 3) for third in range(3))
    return tuple(start + timedelta(days=first) for first in firsts if first < days)


def third_of_intervention(day: date | None, start: date | None, end: date | None) -> str:
    """The third in which a day lies, "before" or "after" them all; "" if that is unknown."""
    if day and end and (begins := third_begins(start, end)):
        return "after" if day > end else str(sum(day >= first for first in begins) or "before")
    return ""
