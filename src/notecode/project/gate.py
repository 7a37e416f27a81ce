"""The last search before something is written or reported clean."""

import re
from collections.abc import Iterable, Sequence

from notecode.anonymising.leak_check import Leak, find_leaks
from notecode.errors import LeakError
from notecode.raw import Roster

_OWN_IDS = re.compile(r"\b(?:[0-7][0-9A-HJKMNP-TV-Z]{25}|[0-9a-f]{12,64})\b")
"""ULIDs and digests: ours, random, and now and then with a short name inside ("…E1JAY7…")."""


def search(
    texts: Iterable[tuple[str, str]], rosters: Sequence[Roster], *, uk_patterns: bool = False
) -> list[Leak]:
    """``find_leaks``, blind to notecode's own ids."""
    own_ids_out = ((name, _OWN_IDS.sub("#", text)) for name, text in texts)
    return find_leaks(own_ids_out, rosters, uk_patterns=uk_patterns)


class ExportGate:
    """Refuses a file whose text holds an identifier, and names its lines."""

    def __init__(self, rosters: Sequence[Roster]) -> None:
        """Take the people to look for; UK patterns are looked for in any case."""
        self._rosters = rosters

    def __call__(self, name: str, content: str) -> None:
        """Search one file.

        Raises:
            LeakError: naming the file, the lines and the types, never the text.

        """
        found = search([(name, content)], self._rosters, uk_patterns=True)
        if not found:
            return
        lines = [(f"line {n}", line) for n, line in enumerate(content.splitlines(), 1)]
        places = [leak.id for leak in search(lines, self._rosters, uk_patterns=True)]
        types = ", ".join(sorted({leak.type for leak in found}))
        raise LeakError(
            f"holds what looks like an identifier ({types}); nothing was written",
            where=", ".join([name, *dict.fromkeys(places[:10])]),
            hint="It stands in a note, a case attribute or the codebook: look for it there, and"
            " mask or reword it.",
        )
