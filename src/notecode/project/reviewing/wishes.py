"""What a reviewer wants at a place, checked and made a decision."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from notecode.anonymising.findings import PERSON
from notecode.anonymising.pseudonyms.memory import TagMemory
from notecode.anonymising.pseudonyms.tags import next_person_tag
from notecode.coding.identifiers import new_id
from notecode.decisions import DecisionPlace, MaskAction, MaskDecision
from notecode.errors import ConflictError, ReviewError, UsageError
from notecode.model import Flag, Mask, Note, Span
from notecode.project.authors import author_name
from notecode.project.project import Project, now
from notecode.store.notes import StoredNote
from notecode.store.reanchoring import Carry

NEW_PERSON = "new"
"""In the place of a tag: somebody who is not in the people file, nor anybody known so far."""

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a reviewer wants at one place of a note, as its text stands (``digest``, or "").

    ``tag`` is that of a person of the case, or ``NEW_PERSON``; wishes made together for
    ``NEW_PERSON`` and the same word behind it ("new 2") mean the same new person.
    """

    note_id: str
    span: Span
    action: MaskAction
    everywhere: bool = False
    type: str = ""
    tag: str = ""
    deliberate: bool = False
    digest: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Applied:
    """What came of decisions: notes whose text changed, and where spans of theirs are now.

    ``sign_off_dropped``: the case was signed off until then.
    """

    summary: str
    case_id: str
    note_id: str = ""
    changed: tuple[str, ...] = ()
    carriers: Mapping[str, Carry] = field(default_factory=dict)
    sign_off_dropped: bool = False

    def __repr__(self) -> str:
        return f"Applied({self.case_id!r}, {len(self.changed)} notes)"

    __str__ = __repr__


def decisions_for(
    wish: Wish, stored: StoredNote, flags: Iterable[Flag], reviewer: str
) -> list[MaskDecision]:
    """The decisions that a wish comes to: one, or one for each flag that is to be dismissed.

    Raises:
        ReviewError: if it means nothing at its place.
        ConflictError: if the note's text is another than the wish was meant for.

    """
    note, where = stored.note, f"note {wish.note_id}"
    if wish.digest and not note.digest.startswith(wish.digest):
        raise ConflictError("the text of this note is another by now", where=where)
    if wish.span.end > len(note.text):
        raise ReviewError(
            f"the place ends at {wish.span.end}, past the note's {len(note.text)} characters",
            where=where,
        )
    if wish.action == "dismiss":
        here = [flag for flag in flags if flag.span.overlaps(wish.span)]
        if not here:
            raise ReviewError("there is no flag here", where=where)
        return [
            _decision(wish, note, reviewer, flag.span, kind=wish.type, reason=flag.reason)
            for flag in here
        ]
    if wish.action == "mask":
        return [_decision(wish, note, reviewer, _trimmed(note, wish.span), kind=wish.type)]
    mask = _mask_at(stored.masks, wish)
    return [_decision(wish, note, reviewer, mask.span, kind=wish.type or mask.type)]


def _decision(
    wish: Wish, note: Note, reviewer: str, span: Span, *, kind: str, reason: str = ""
) -> MaskDecision:
    return MaskDecision(
        id=new_id(),
        case_id=note.case_id,
        note_id=wish.note_id,
        action=wish.action,
        reviewer=reviewer,
        at=now(),
        everywhere=wish.everywhere,
        type=kind,
        tag=wish.tag,
        reason=reason,
        deliberate=wish.deliberate,
        places=(DecisionPlace(wish.note_id, span),),
    )


def with_people(
    decisions: Sequence[MaskDecision],
    listed: frozenset[str],
    memory: TagMemory,
    texts: Sequence[str],
) -> list[MaskDecision]:
    """The decisions with a tag for each new person, above all that were given or stand in texts.

    ``listed`` are the tags of the people file.

    Raises:
        ReviewError: if a tag is nobody's of the case.

    """
    known = {"", *listed, *(tag for tag in memory.tags() if tag.startswith(f"[{PERSON}_"))}
    new: dict[str, str] = {}
    done: list[MaskDecision] = []
    for number, decision in enumerate(decisions):
        tag = decision.tag
        if tag.partition(" ")[0] == NEW_PERSON:
            who = tag if " " in tag else str(number)
            if who not in new:
                new[who] = next_person_tag(memory, (*texts, *new.values()))
            done.append(replace(decision, tag=new[who], type=PERSON))
        elif tag in known:
            done.append(decision)
        else:
            raise ReviewError(f"nobody in this case is {tag}", where=f"note {decision.note_id}")
    return done


def reviewer_name(project: Project, name: str) -> str:
    """The name under which decisions are logged: the one given, the settings', the login's.

    Raises:
        UsageError: if it cannot be a name.

    """
    found = author_name(project.settings.coder, name)
    if not found or not found.isprintable() or len(found) > _LONGEST_NAME:
        raise UsageError(f"{found[:_LONGEST_NAME]!r} is no name for a reviewer")
    return found


def _mask_at(masks: Sequence[Mask], wish: Wish) -> Mask:
    found = next((mask for mask in masks if mask.span.overlaps(wish.span)), None)
    if found is None:
        raise ReviewError("nothing is masked here", where=f"note {wish.note_id}")
    return found


def _trimmed(note: Note, span: Span) -> Span:
    """The span without spaces and marks at its ends, if it holds a letter or a digit."""
    start, end = span.start, span.end
    while start < end and not note.text[start].isalnum():
        start += 1
    while end > start and not note.text[end - 1].isalnum():
        end -= 1
    if "[" in note.text[span.start : start] or "]" in note.text[end : span.end]:
        return span
    return Span(start, end) if start < end else span
