"""Deciding on suggestions: all of a rule at once, why one was made, and a queue over all notes."""

from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from notecode.coding import commands
from notecode.errors import CodingError
from notecode.model import Change, Rule, Suggestion
from notecode.project.coding.session import CodingSession
from notecode.store import filtering, references, suggestions
from notecode.store import notes as stored_notes
from notecode.store.connection import Database
from notecode.store.filtering import NoteFilter, Order

__all__ = [
    "Group",
    "Order",
    "Queued",
    "Why",
    "count_open",
    "decide_rule",
    "open_at",
    "queue_up",
    "why",
]


@dataclass(frozen=True, slots=True)
class Why:
    """Why something was suggested: the rule as the codebook has it now, None if it is gone."""

    suggestion: Suggestion
    rule: Rule | None

    @property
    def same_version(self) -> bool:
        """Whether the rule is still the one that made the suggestion."""
        return self.rule is not None and self.rule.version == self.suggestion.rule_version


@dataclass(frozen=True, slots=True)
class Group:
    """Suggestions of one rule, code or case in a queue: which is the first, and how many."""

    name: str
    first: int
    count: int


@dataclass(frozen=True, slots=True)
class Queued:
    """Open suggestions in the order in which they are gone through, as numbers in the store."""

    order: Order
    numbers: "array[int]"
    groups: list[Group]


def decide_rule(session: CodingSession, note_id: str, rule: str, *, accept: bool) -> Change:
    """Accept or reject every open suggestion of a rule on a note, as one action.

    Raises:
        CodingError: if there is none.

    """
    note = stored_notes.load_note(session.db, note_id)
    on_note = suggestions.open_suggestions(session.db, note_id, session.coder)
    of_rule = [suggestion for suggestion in on_note if suggestion.rule == rule]
    if note is None or not of_rule:
        raise CodingError(f"no suggestion of the rule {rule} is open on this note")
    hand = session.hand()
    if not accept:
        return session.save(commands.reject_all(hand, note, of_rule))
    there = references.references_on(session.db, note_id, session.coder)
    return session.save(commands.accept_all(hand, note, of_rule, references=there))


def why(session: CodingSession, suggestion_id: str) -> Why | None:
    """Why this was suggested; None if no suggestion ever had this id."""
    found = suggestions.suggestion_ever_made(session.db, suggestion_id)
    if found is None:
        return None
    rules = {rule.id: rule for rule in session.codebook.rules}
    return Why(found, rules.get(found.rule))


def count_open(
    db: Database, coder: str, wanted: NoteFilter
) -> Iterator[dict[Order, dict[str, int]]]:
    """How many are open by rule, by code and by case, on the notes that pass."""
    rules, codes, cases = Counter[str](), Counter[str](), Counter[str]()
    for rule, code, case in filtering.open_groups(db, wanted, coder):
        rules[rule] += 1
        codes[code] += 1
        cases[case] += 1
    yield {"rule": dict(sorted(rules.items())), "code": codes, "case": dict(sorted(cases.items()))}


def queue_up(db: Database, coder: str, wanted: NoteFilter, order: Order) -> Iterator[Queued]:
    """All suggestions that are open on the notes that pass, by rule, code or case."""
    numbers = array("q")
    groups: list[Group] = []
    queue = filtering.open_queue(db, wanted, coder, order)
    for name, members in groupby(queue, key=lambda row: row[1]):
        first = len(numbers)
        numbers.extend(number for number, _ in members)
        groups.append(Group(name, first, len(numbers) - first))
    yield Queued(order, numbers, groups)


def open_at(session: CodingSession, number: int) -> Suggestion | None:
    """The suggestion of this number, if this coder has not decided on it."""
    return suggestions.open_by_number(session.db, number, session.coder)
