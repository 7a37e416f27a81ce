"""A case anonymised over what is stored of it: decisions applied again, references carried.

The raw texts are in memory; nothing of where their words stood is stored. So the stored texts are
fitted onto them (``anonymising.reanchoring``), and what lies on a stored text is read from there.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from notecode.anonymising.cases import AnonymisedCase, AnonymisedNote
from notecode.anonymising.engine import Anonymiser
from notecode.anonymising.findings import REVIEW
from notecode.anonymising.leak_check import Leak, find_leaks
from notecode.anonymising.people.authors import with_authors
from notecode.anonymising.pseudonyms.memory import TagMemory
from notecode.anonymising.pseudonyms.tags import is_remembered
from notecode.anonymising.review.corrected import UnchangedPassages
from notecode.anonymising.review.reanchoring import (
    LONGEST,
    Alignment,
    align,
    one_way,
    place_by_context,
    short_fits,
)
from notecode.anonymising.review.rulings import PlacedDecision
from notecode.anonymising.words.spelling import tokens
from notecode.decisions import DecisionPlace, MaskDecision
from notecode.model import Rule, Span, Suggestion
from notecode.project.anonymising.originals import OriginalCase
from notecode.project.anonymising.stored_case import StoredCase, mask_spans
from notecode.store.notes import StoredNote
from notecode.store.reanchoring import Carry, carry_nothing
from notecode.suggesting.rules import suggestion_id

_LONGEST_PHRASE = 5
"""Words of a masked phrase that is looked for in a text written anew."""

_TAG_FOR_GATE = "]"
"""What stands for a name that may stay when the gate searches a text; no word can hold it."""


@dataclass(frozen=True, slots=True, repr=False)
class Recast:
    """A case that is ready to be searched and saved.

    ``decisions`` have the places on which they lie in the new texts; ``lost`` are those that
    could not be placed in some note, as pairs of their id and the note's. ``leaks`` are names of
    the people file that the new texts hold.
    """

    case: AnonymisedCase
    notes: tuple[StoredNote, ...]
    decisions: tuple[MaskDecision, ...]
    leaks: tuple[Leak, ...]
    lost: tuple[tuple[str, str], ...] = ()
    carriers: Mapping[str, Carry] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"Recast({self.case.case_id!r}, {len(self.notes)} notes)"

    __str__ = __repr__


def recast(
    engine: Anonymiser,
    original: OriginalCase,
    stored: StoredCase,
    memory: TagMemory,
) -> Recast:
    """Anonymise a case anew, with its decisions, over what is stored of it."""
    placed = place_decisions(stored, stored.active)
    if any(item.lost for item in placed):
        plain = engine.anonymise_case(
            original.case_id,
            original.site,
            original.notes,
            original.roster,
            memory=memory,
            start=original.start,
        )
        placed = place_decisions(stored, stored.active, Guide(plain, memory))
    case = engine.anonymise_case(
        original.case_id,
        original.site,
        original.notes,
        original.roster,
        memory=memory,
        decisions=placed,
        start=original.start,
    )
    return finish_recast(original, stored, case, placed)


def finish_recast(
    original: OriginalCase,
    stored: StoredCase,
    case: AnonymisedCase,
    placed: Sequence[PlacedDecision],
    *,
    sure: Container[str] = (),
) -> Recast:
    """Make an anonymised case ready to be saved over what is stored of it.

    ``sure`` are notes whose raw texts are known to be those from which their texts were made.
    """
    done = {note.note.id: note for note in case.notes}
    carriers = {note_id: _carrier(stored, done[note_id], sure=note_id in sure) for note_id in done}
    undone = place_decisions(stored, stored.undone)
    decisions = [*_moved(placed, done), *_carried_over(undone, done)]
    return Recast(
        case=case,
        notes=tuple(
            StoredNote(
                note=each.note,
                masks=each.masks,
                flags=each.flags,
                carry=carriers[each.note.id],
                seen=stored.notes[each.note.id].note.digest if each.note.id in stored.notes else "",
                rewritten=isinstance(carriers[each.note.id], UnchangedPassages),
            )
            for each in case.notes
        ),
        decisions=tuple(decisions),
        leaks=tuple(leaks_in(original, case.notes, stored.active)),
        lost=tuple(
            (item.decision.id, place.note_id)
            for item in placed
            for place in item.decision.places
            # What was lost before has been said before.
            if place.note_id in item.lost and place.span is not None
        ),
        carriers=carriers,
    )


def identify(suggestion: Suggestion) -> str:
    """The id that the rules give a suggestion where it stands."""
    rule = Rule(id=suggestion.rule, code=suggestion.code, any=(), version=suggestion.rule_version)
    return suggestion_id(suggestion.note_id, suggestion.span, rule)


def leaks_in(
    original: OriginalCase, notes: Sequence[AnonymisedNote], decisions: Iterable[MaskDecision]
) -> list[Leak]:
    """What of the case's own people is still in its notes, save where it was let stand."""
    accepted = {d.id for d in decisions if d.action == "unmask" and d.deliberate}
    texts = []
    for each in notes:
        text = each.note.text
        for decision, span in each.decided:
            if decision in accepted:
                text = text[: span.start] + _TAG_FOR_GATE * len(span) + text[span.end :]
        texts.append((each.note.id, f"{text}\n{each.note.contact_type}\n{each.note.author_role}"))
    given = {mask.pseudonym for each in notes for mask in each.masks}
    return find_leaks(texts, [with_authors(original.roster, original.notes)], given=given)


def place_decisions(
    stored: StoredCase, decisions: Iterable[MaskDecision], guide: "Guide | None" = None
) -> list[PlacedDecision]:
    """The decisions with the raw ranges on which they lie.

    Where a stored text fits its raw text in several ways, the ``guide`` says which one it is.
    """
    return [_placed(stored, decision, guide) for decision in decisions]


class Guide:
    """What tells apart tags side by side whose words could be shared in several ways.

    The masks of a run without decisions stand where they stood; and what a person masked has, in
    the case's memory, the tag that stands there.
    """

    def __init__(self, plain: AnonymisedCase, memory: TagMemory) -> None:
        """Take a run without decisions, and the memory of the case's tags."""
        self._ranges = {
            each.note.id: {(m.raw.start, m.raw.end) for m in each.source.masked}
            for each in plain.notes
        }
        self._memory = memory

    def settle(self, note: StoredNote, raw: str) -> Alignment | None:
        """The one way in which the texts fit, if there is one."""
        for with_memory in (True, False):
            found = align(
                note.note.text,
                mask_spans(note),
                raw,
                fits=partial(self._fits, note, raw, with_memory=with_memory),
            )
            if found is not None and found.is_exact:
                return found
        return None

    def recall(self, note: StoredNote, raw: str, span: Span) -> tuple[Span | None, bool]:
        """Where the words that a person masked stand in a text that was written anew.

        The case's memory knows them by the tag that they were given.
        """
        mask = next((m for m in note.masks if m.span.overlaps(span)), None)
        if mask is None or mask.recogniser != REVIEW:
            return None, True
        words = tokens(raw)
        phrases = (
            Span(first.start, last.end)
            for size in range(_LONGEST_PHRASE, 0, -1)
            for first, last in zip(words, words[size - 1 :], strict=False)
            if last.end - first.start <= LONGEST
        )
        found: list[Span] = []
        for phrase in phrases:
            if is_remembered(self._memory, mask.type, phrase.cut(raw), mask.tag):
                found += () if any(phrase.overlaps(other) for other in found) else (phrase,)
        return (min(found) if found else None), len(found) == 1

    def _fits(
        self, note: StoredNote, raw: str, number: int, start: int, end: int, *, with_memory: bool
    ) -> bool:
        mask = note.masks[number]
        if mask.recogniser != REVIEW:
            return (start, end) in self._ranges.get(note.note.id, ())
        if end - start > LONGEST:
            return False
        if not with_memory:
            return True
        return is_remembered(self._memory, mask.type, raw[start:end], mask.tag)


def _placed(stored: StoredCase, decision: MaskDecision, guide: Guide | None) -> PlacedDecision:
    found: list[tuple[str, Span]] = []
    lost: list[str] = []
    doubtful: list[str] = []
    origin = None
    unread = 0
    for number, place in enumerate(decision.places):
        if place.note_id not in stored.raw:
            unread += 1
            continue
        span, is_sure = _raw_span(stored, place, guide)
        if span is not None and not is_sure:
            doubtful.append(place.note_id)
        if span is None:
            lost.append(place.note_id)
        elif number == 0 and place.note_id == decision.note_id:
            origin = (place.note_id, span)
        else:
            found.append((place.note_id, span))
    if decision.everywhere and (found or origin):
        # The words are known from another place, and looked for in every note anyway.
        lost = []
    return PlacedDecision(
        decision=decision,
        origin=origin,
        others=tuple(found),
        lost=tuple(dict.fromkeys(lost)),
        doubtful=tuple(dict.fromkeys(doubtful)),
        unread=decision.everywhere and bool(unread) and not found and origin is None,
    )


def _raw_span(
    stored: StoredCase, place: DecisionPlace, guide: Guide | None
) -> tuple[Span | None, bool]:
    """Where a decision lies in the raw text, and whether that is certain."""
    if place.span is None:
        return None, True
    note, raw = stored.notes[place.note_id], stored.raw[place.note_id]
    alignment = stored.alignments.get(place.note_id)
    if alignment is None:
        near = place_by_context(note.note.text, mask_spans(note), raw, place.span)
        return guide.recall(note, raw, place.span) if near is None and guide else (near, True)
    found = alignment.raw_span(place.span)
    if found is not None or guide is None:
        return found, True
    settled = guide.settle(note, raw)
    if settled is not None:
        return settled.raw_span(place.span), True
    return one_way(alignment, short_fits(raw)).raw_span(place.span), False


def _carrier(stored: StoredCase, done: AnonymisedNote, *, sure: bool) -> Carry:
    note_id = done.note.id
    if note_id not in stored.notes:
        return carry_nothing
    alignment = stored.alignments.get(note_id)
    fits = alignment is not None and note_id not in stored.corrected
    if alignment is None or not (sure or fits):
        return UnchangedPassages(stored.notes[note_id].note.text, done.note.text)
    if not sure and alignment.uncovered(stored.raw[note_id], done.source):
        return UnchangedPassages(stored.notes[note_id].note.text, done.note.text)
    return partial(alignment.carry, onto=done.source)


def _moved(
    placed: Iterable[PlacedDecision], done: Mapping[str, AnonymisedNote]
) -> list[MaskDecision]:
    """The decisions in force, with the places on which they lie in the new texts."""
    ruled: dict[str, list[DecisionPlace]] = {}
    for note_id, note in done.items():
        for decision_id, span in note.decided:
            ruled.setdefault(decision_id, []).append(DecisionPlace(note_id, span))
    moved = []
    for item in placed:
        places = ruled.get(item.decision.id, [])
        if item.origin is not None:
            note_id, span = item.origin
            first = DecisionPlace(note_id, done[note_id].source.to_anonymised(span))
            places = [first, *(place for place in places if place != first)]
        elsewhere = [place for place in item.decision.places if place.note_id not in done]
        places += [*elsewhere, *(DecisionPlace(note_id, None) for note_id in item.lost)]
        moved.append(replace(item.decision, places=tuple(dict.fromkeys(places))))
    return moved


def _carried_over(
    placed: Iterable[PlacedDecision], done: Mapping[str, AnonymisedNote]
) -> list[MaskDecision]:
    """Decisions that are not in force, with the places on which they would lie."""
    moved = []
    for item in placed:
        found = [*([item.origin] if item.origin else []), *item.others]
        places = [
            DecisionPlace(note_id, done[note_id].source.to_anonymised(span))
            for note_id, span in found
        ]
        places += [place for place in item.decision.places if place.note_id not in done]
        places += [DecisionPlace(note_id, None) for note_id in item.lost]
        moved.append(replace(item.decision, places=tuple(dict.fromkeys(places))))
    return moved
