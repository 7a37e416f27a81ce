"""The tour of the coder: whether it is offered, and what was saved while it was taken."""

from dataclasses import dataclass

from notecode.project.coding.session import CodedNote, CodingSession
from notecode.project.project import now
from notecode.store import tours
from notecode.store.filtering import EVERY_NOTE
from notecode.text.units import sentences

FEWEST = 2
"""Suggestions that a note must have for the tour to show how they are decided."""

_WORDS = 4  # of a sentence about which something can be said
_LOOKED_AT = 200  # notes in which such a one is looked for


def is_to_be_offered(session: CodingSession) -> bool:
    """At a coder's first start over invented notes, and never again."""
    return session.synthetic and not tours.was_offered(session.db, session.coder)


def remember_offered(session: CodingSession) -> None:
    """Keep that it was offered."""
    tours.remember_offered(session.db, session.coder, now())


def suits(coded: CodedNote) -> bool:
    """Whether a note has suggestions enough, and a sentence to be coded by hand."""
    taken = [s.span for s in coded.suggestions] + [r.span for r in coded.references]
    free = (
        sentence
        for sentence in sentences(coded.note.text)
        if len(sentence.cut(coded.note.text).split()) >= _WORDS
        and not any(sentence.overlaps(span) for span in taken)
    )
    return len(coded.suggestions) >= FEWEST and next(free, None) is not None


def has_free_sentence(coded: CodedNote) -> bool:
    """Whether there is a sentence for which nothing is suggested."""
    spans = [suggestion.span for suggestion in coded.suggestions]
    return any(
        not any(sentence.overlaps(span) for span in spans)
        for sentence in sentences(coded.note.text)
    )


def note_for_the_tour(session: CodingSession) -> str:
    """The first note that suits, else one with suggestions enough, "" for the one that is open."""
    rows = session.note_rows(
        session.note_ids(EVERY_NOTE.toggled("state", "suggested"))[:_LOOKED_AT]
    )
    enough = [row.id for row in rows if row.open_suggestions >= FEWEST]
    suiting = (note_id for note_id in enough if suits(session.look_at(note_id)))
    return next(suiting, next(iter(enough), ""))


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where the log stood when the tour began."""

    event: int

    def done_since(self, session: CodingSession) -> list[str]:
        """What was done and saved since then, and not taken back."""
        return tours.done_since(session.db, session.coder, self.event)


def begin(session: CodingSession) -> Beginning:
    """Note where the log stands now."""
    return Beginning(tours.newest_event(session.db))
