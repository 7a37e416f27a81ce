"""What edited rules and agency names would change, before anything is stored."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from difflib import get_close_matches
from typing import Literal

from notecode.analysing.quotations import whole_words_after, whole_words_before
from notecode.errors import CodebookError
from notecode.model import Mention, Note, Suggestion
from notecode.project.plain_tags import StoredNotesReader
from notecode.project.project import CODEBOOK_FILE, Project, current_codebook
from notecode.store import notes as stored_notes
from notecode.store import suggestions as stored
from notecode.store.references import load_references

_BATCH = 500
_AROUND = 40
"""Code points of the note that are given on either side of a mention."""

Change = Literal["added", "dropped"]
_Question = tuple[str, int, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A question that would come or go: note, span, code, rule, and what was made of it before.

    ``answer`` is "accepted", "recoded" (taken as another code), "rejected", "both" (coders differ)
    or "" (nobody decided). ``coded`` tells whether somebody has coded or decided on the note: on
    such notes the answers say what an edit is worth. ``text`` is the sentence, as anonymised.
    """

    change: Change
    note_id: str
    start: int
    end: int
    code: str
    rule: str
    answer: str
    coded: bool
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionDifference:
    """An agency's mention that would come or go, with the words around it, as anonymised."""

    change: Change
    note_id: str
    start: int
    end: int
    agency: str
    rule: str
    before: str = field(repr=False)
    text: str = field(repr=False)
    after: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Preview:
    """All that would change, what is added first, in the order of notes and text."""

    suggestions: tuple[Difference, ...]
    mentions: tuple[MentionDifference, ...]

    def as_json(self) -> dict[str, object]:
        """Each difference with its offsets and words."""
        return {
            "suggestions": [asdict(each) for each in self.suggestions],
            "mentions": [asdict(each) for each in self.mentions],
        }


def preview(
    project: Project,
    rule: str = "",
    progress: Callable[[int, int, str], None] = lambda *_: None,
) -> Preview:
    """What the codebook as it stands would add to what its rules found last, and drop of it.

    With ``rule``, for that rule alone. Nothing is stored.

    Raises:
        ProjectError: if no notes are stored yet.
        CodebookError: if the codebook cannot be used, or has no such rule.

    """
    with project.database() as db:
        codebook = current_codebook(project, db)
        made, mentioned = stored.current_suggestions(db), stored.current_mentions(db)
        known = {each.id for each in codebook.rules} | {each.rule for each in made}
        known |= {each.rule for each in mentioned}
        if ":" not in rule:
            _check_rule(rule, known)
        notes = stored_notes.load_notes(db)
        reader = StoredNotesReader(db, codebook, project.settings.no_names)
        proposed, found = _propose(reader, notes, progress)
        # What finds an agency has no id of its own in the codebook: "alias:housing:housing".
        _check_rule(rule, known | {each.rule for each in found})
        answers = stored.decided_questions(db)
        coded = {each.note_id for each in load_references(db)} | {key[0] for key in answers}
    texts = {note.id: note.text for note in notes}
    return Preview(
        suggestions=tuple(
            Difference(
                change=change,
                note_id=each.note_id,
                start=each.span.start,
                end=each.span.end,
                code=each.code,
                rule=each.rule,
                answer=answers.get(_question(each), ""),
                coded=each.note_id in coded,
                text=each.span.cut(texts[each.note_id]),
            )
            for change, each in _changed_questions(made, proposed)
            if rule in {"", each.rule}
        ),
        mentions=tuple(
            _mention_difference(change, each, texts[each.note_id])
            for change, each in _changed_mentions(mentioned, found)
            if rule in {"", each.rule}
        ),
    )


def _check_rule(rule: str, known: Collection[str]) -> None:
    if not rule or rule in known:
        return
    near = get_close_matches(rule, known, n=1)
    raise CodebookError(
        f"there is no rule {rule!r}",
        where=CODEBOOK_FILE,
        hint=f"Did you mean {near[0]!r}?" if near else "See 'rules:' in the codebook.",
    )


def _propose(
    reader: StoredNotesReader,
    notes: Sequence[Note],
    progress: Callable[[int, int, str], None],
) -> tuple[list[Suggestion], list[Mention]]:
    reader.learn(notes)
    proposed: list[Suggestion] = []
    found: list[Mention] = []
    for at, note in enumerate(notes, 1):
        mentions, suggestions = reader.read(note)
        found += mentions
        proposed += suggestions
        if at % _BATCH == 0 or at == len(notes):
            progress(at, len(notes), "notes")
    return proposed, found


def _question(suggestion: Suggestion) -> _Question:
    span = suggestion.span
    return suggestion.note_id, span.start, span.end, suggestion.code


def _changed_questions(
    made: Iterable[Suggestion], proposed: Iterable[Suggestion]
) -> Iterator[tuple[Change, Suggestion]]:
    before = {_question(each): each for each in made}
    after = {_question(each): each for each in proposed}
    for question in sorted(after.keys() - before.keys()):
        yield "added", after[question]
    for question in sorted(before.keys() - after.keys()):
        yield "dropped", before[question]


def _changed_mentions(
    made: Iterable[Mention], found: Iterable[Mention]
) -> Iterator[tuple[Change, Mention]]:
    """A mention of one agency on other words that overlap is the same mention."""
    before, after = _by_place(made), _by_place(found)
    yield from (("added", each) for each in _without(after, before))
    yield from (("dropped", each) for each in _without(before, after))


def _by_place(mentions: Iterable[Mention]) -> dict[tuple[str, str], list[Mention]]:
    places: dict[tuple[str, str], list[Mention]] = {}
    for each in mentions:
        places.setdefault((each.note_id, each.agency), []).append(each)
    return places


def _without(
    these: dict[tuple[str, str], list[Mention]], those: dict[tuple[str, str], list[Mention]]
) -> list[Mention]:
    """The mentions that have none of the same agency on the other side on their words."""
    alone = [
        mention
        for place, mentions in these.items()
        for mention in mentions
        if not any(mention.span.overlaps(other.span) for other in those.get(place, ()))
    ]
    return sorted(alone, key=lambda each: (each.note_id, each.span.start, each.agency))


def _mention_difference(change: Change, mention: Mention, text: str) -> MentionDifference:
    start, end = mention.span.start, mention.span.end
    return MentionDifference(
        change=change,
        note_id=mention.note_id,
        start=start,
        end=end,
        agency=mention.agency,
        rule=mention.rule,
        before=whole_words_before(text[max(start - _AROUND, 0) : start], cut=start > _AROUND),
        text=mention.span.cut(text),
        after=whole_words_after(text[end : end + _AROUND], cut=end + _AROUND < len(text)),
    )
