"""Finding a text: within the open note, and which note comes next."""

import re
from collections.abc import Sequence

from notecode.model import Span


class Finder:
    """A text that is looked for, and the notes of the list that have it."""

    def __init__(
        self, wanted: str = "", having: Sequence[str] = (), ids: Sequence[str] = ()
    ) -> None:
        """``having`` are the ids of all notes with the text, ``ids`` those of the list."""
        self.wanted = wanted.strip()
        known = set(having)
        self.notes = [at for at, note_id in enumerate(ids) if note_id in known]
        words = map(re.escape, self.wanted.split())
        self._pattern = re.compile(r"\s+".join(words), re.IGNORECASE)

    def within(self, text: str, start: int) -> Span | None:
        """The first place from ``start`` on."""
        found = self._pattern.search(text, start) if self.wanted else None
        return Span(found.start(), found.end()) if found else None

    def next_note(self, at: int) -> int | None:
        """The place in the list of the next note that has it, from the top again at the end."""
        return next((n for n in self.notes if n > at), self.notes[0] if self.notes else None)
