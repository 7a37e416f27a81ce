"""How far one coder has come: notes, pace, what is left, codes; as values and as lines of text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from notecode.analysing.saturation import Step
from notecode.model import Codebook

PAUSE = timedelta(minutes=30)
"""A session ends where nothing was done for so long; the pause is no work."""

DAYS_OF_PACE = 10
"""The pace is that of so many last days of work, or of all if there are fewer."""

LEAST_MINUTES = 60
LEAST_NOTES = 10
"""Less work, or fewer new notes, on all those days say nothing of a pace."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteTally:
    """The notes of a case, a site or a coder, by what was done with them.

    ``coded`` have a reference, ``done`` none, but the mark that they are done, ``decided``
    neither, but a decision on a suggestion; the rest are ``untouched``. ``waiting``, of any of
    the four, have an open suggestion, and ``marked`` the mark, coded or not.
    """

    name: str
    notes: int
    coded: int
    decided: int
    waiting: int
    done: int = 0
    marked: int = 0

    @property
    def untouched(self) -> int:
        """Notes without a reference, a mark or a decision: nothing says that they were read."""
        return self.notes - self.coded - self.done - self.decided


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A day of work, or a session, as the log tells it.

    ``began`` and ``ended`` are the moments of its first and last action, in local time; ``notes``
    were worked on, ``new_notes`` of them for the first time; ``references`` made in it still stand.
    ``minutes`` of work are those between its actions, without pauses.
    """

    began: datetime
    ended: datetime
    actions: int
    notes: int
    new_notes: int
    references: int
    minutes: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeUse:
    """How often a code is used: by itself, and with the codes beneath it; in how many cases."""

    code: str
    label: str
    depth: int
    own: int
    total: int
    cases: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CodingProgress:
    """How far a coder is. What has not been counted yet is None."""

    coder: str
    whole: NoteTally
    sites: tuple[NoteTally, ...]
    cases: tuple[NoteTally, ...]
    rules: Mapping[str, int]
    days: tuple[Stretch, ...] | None = None
    session: Stretch | None = None
    codes: tuple[CodeUse, ...] | None = None
    steps: tuple[Step, ...] | None = None
    coders: tuple[NoteTally, ...] | None = None
    references: Mapping[str, int] | None = None
    """References by coder."""

    @property
    def suggestions(self) -> int:
        """Suggestions that are open to the coder."""
        return sum(self.rules.values())

    @property
    def days_of_pace(self) -> tuple[Stretch, ...]:
        """The days of work by which the pace is measured."""
        return (self.days or ())[-DAYS_OF_PACE:]

    @property
    def minutes_worked(self) -> float:
        """Minutes of work on those days."""
        return sum(day.minutes for day in self.days_of_pace)

    @property
    def new_notes(self) -> int:
        """Notes worked on for the first time on those days."""
        return sum(day.new_notes for day in self.days_of_pace)

    @property
    def hour_pace(self) -> float | None:
        """New notes an hour of work; None if it is too early to say."""
        if self.minutes_worked < LEAST_MINUTES or self.new_notes < LEAST_NOTES:
            return None
        return self.new_notes * 60 / self.minutes_worked


def add_up(name: str, tallies: Iterable[NoteTally]) -> NoteTally:
    """Tallies of different notes as one."""
    found = list(tallies)
    return NoteTally(
        name=name,
        notes=sum(one.notes for one in found),
        coded=sum(one.coded for one in found),
        decided=sum(one.decided for one in found),
        waiting=sum(one.waiting for one in found),
        done=sum(one.done for one in found),
        marked=sum(one.marked for one in found),
    )


def stretches(
    actions: Iterable[tuple[datetime, str]], made: Iterable[datetime]
) -> tuple[tuple[Stretch, ...], Stretch | None]:
    """The days of work in order, and the last session.

    ``actions`` are moments with the note worked on ("" none), the earliest first; ``made`` the
    moments at which references were made.
    """
    days: dict[date, _Running] = {}
    session: _Running | None = None
    seen: set[str] = set()
    for at, note in actions:
        is_new = bool(note) and note not in seen
        seen.add(note)
        pause = at - session.ended if session else PAUSE
        if session is None or pause > PAUSE:
            session, pause = _Running(at), timedelta()
        for running in (days.setdefault(at.date(), _Running(at)), session):
            running.take(at, note, is_new=is_new, since=pause)
    for at in made:
        if (day := days.get(at.date())) is not None:
            day.references += 1
        if session is not None and session.began <= at <= session.ended:
            session.references += 1
    return tuple(day.done() for day in days.values()), session.done() if session else None


class _Running:
    """A stretch that is being added to."""

    def __init__(self, at: datetime) -> None:
        self.began = self.ended = at
        self.references = 0
        self._actions = self._new = 0
        self._notes: set[str] = set()
        self._worked = timedelta()

    def take(self, at: datetime, note: str, *, is_new: bool, since: timedelta) -> None:
        self.ended = at
        self._worked += since
        self._actions += 1
        self._new += is_new
        if note:
            self._notes.add(note)

    def done(self) -> Stretch:
        return Stretch(
            began=self.began,
            ended=self.ended,
            actions=self._actions,
            notes=len(self._notes),
            new_notes=self._new,
            references=self.references,
            minutes=self._worked.total_seconds() / 60,
        )


def code_uses(codebook: Codebook, counts: Iterable[tuple[str, str, int]]) -> tuple[CodeUse, ...]:
    """Every active code in the order of its tree, from counts by case and code.

    A code counts with those beneath it; a case once, however many of them it has.
    """
    own: dict[str, int] = {}
    total: dict[str, int] = {}
    cases: dict[str, set[str]] = {}
    for case, code, number in counts:
        own[code] = own.get(code, 0) + number
        above = codebook.path(code) if code in codebook.code_by_id else ()
        for step in above:
            total[step.id] = total.get(step.id, 0) + number
            cases.setdefault(step.id, set()).add(case)
    return tuple(
        CodeUse(
            code=code.id,
            label=code.label,
            depth=len(codebook.path(code.id)) - 1,
            own=own.get(code.id, 0),
            total=total.get(code.id, 0),
            cases=len(cases.get(code.id, ())),
        )
        for code in codebook.tree
        if code.status == "active" or code.id in total
    )
