"""Numbers of tags: each is given once, and a new one is above all that were."""

import re
from collections import Counter
from collections.abc import Iterable

_TAG = re.compile(r"\[([A-Z_]+?)(?:_([0-9]+))?\]")
_LONGEST_NUMBER = 9


class TagNumbers:
    """Hands out the numbers of one case."""

    def __init__(self, used: Iterable[str]) -> None:
        """Begin above the tags that are ``used``."""
        self._last: Counter[str] = Counter()
        for tag in used:
            self.use(tag)

    def use(self, tag: str) -> None:
        """Never give this tag, nor one of its kind with a smaller number."""
        match = _TAG.fullmatch(tag)
        if match:
            number = int((match.group(2) or "1")[:_LONGEST_NUMBER])
            self._last[match.group(1)] = max(self._last[match.group(1)], number)

    def is_unused(self, stem: str) -> bool:
        """Whether no tag of this stem was given or seen."""
        return not self._last[stem]

    def take_plain(self, stem: str) -> str:
        """The tag without a number, for the only person of a role."""
        self._last[stem] = max(self._last[stem], 1)
        return f"[{stem}]"

    def next(self, stem: str) -> str:
        """The next tag of this stem."""
        self._last[stem] += 1
        return f"[{stem}_{self._last[stem]}]"
