"""The last search before something is written or reported clean."""

import re
from collections.abc import Iterable, Sequence

from notecode.anonymising.leak_check import Leak, find_leaks
from notecode.errors import LeakError
from notecode.raw import Roster

_OWN_IDS = re.compile(
    r"\b(?:[0-7][0-9A-HJKMNP-TV-Z]{25}|(?=[0-9]*[a-f])(?:[0-9a-f]{64}|[0-9a-f]{16}|[0-9a-f]{12}))\b"
)
"""ULIDs and digests: ours, random, and now and then with a short name inside ("…E1JAY7…").
A run of digits alone is never taken for one: it may be a telephone number."""


def search(
    texts: Iterable[tuple[str, str]],
    rosters: Sequence[Roster],
    *,
    coders: Sequence[str] = (),
    uk_patterns: bool = False,
) -> list[Leak]:
    """``find_leaks``, blind to notecode's own ids and to ``coders`` where they stand as such.

    A coder may bear the name of somebody in a case; it is passed over only as a whole line, a
    whole cell or behind "coding of", where nothing but a coder's name stands.
    """
    ours = [_OWN_IDS, *(_as_coder(name) for name in coders)]

    def cleaned(text: str) -> str:
        for pattern in ours:
            text = pattern.sub("#", text)
        return text

    return find_leaks(
        ((name, cleaned(text)) for name, text in texts), rosters, uk_patterns=uk_patterns
    )


def _as_coder(name: str) -> re.Pattern[str]:
    before = r"(?:^|(?<=,)|(?<=[Cc]oding of )|(?<=[Cc]oders: ))"
    return re.compile(rf"{before}{re.escape(name)}(?=$|,|;|\.| alone)", re.MULTILINE)


class ExportGate:
    """Refuses a file whose text holds an identifier, and names its lines."""

    def __init__(self, rosters: Sequence[Roster], coders: Sequence[str] = ()) -> None:
        """Take the people to look for; UK patterns are looked for in any case."""
        self._rosters = rosters
        self._coders = coders

    def __call__(self, name: str, content: str) -> None:
        """Search one file.

        Raises:
            LeakError: naming the file, the lines and the types, never the text.

        """
        found = self._search([(name, content)])
        if not found:
            return
        lines = [(f"line {n}", line) for n, line in enumerate(content.splitlines(), 1)]
        places = [leak.id for leak in self._search(lines)]
        types = ", ".join(sorted({leak.type for leak in found}))
        raise LeakError(
            f"holds what looks like an identifier ({types}); nothing was written",
            where=", ".join([name, *dict.fromkeys(places[:10])]),
            hint="It stands in a note, a case attribute or the codebook: look for it there, and"
            " mask or reword it.",
        )

    def _search(self, texts: list[tuple[str, str]]) -> list[Leak]:
        return search(texts, self._rosters, coders=self._coders, uk_patterns=True)
