"""What the pattern recognisers share: they heed letter case, unlike Presidio's own."""

import re
from collections.abc import Sequence
from typing import ClassVar

from presidio_analyzer import Pattern, PatternRecognizer


class CasedPatternRecogniser(PatternRecognizer):
    """Patterns of one type of identifier, matched in the letter case in which they are written.

    A subclass lists ``expressions`` as (name, expression, score). A part that may stand in any
    case says so with ``(?i:…)``.
    """

    type: ClassVar[str]
    recogniser: ClassVar[str]
    expressions: ClassVar[Sequence[tuple[str, str, float]]]

    def __init__(self) -> None:
        super().__init__(
            supported_entity=self.type,
            name=self.recogniser,
            patterns=[Pattern(name, pattern, score) for name, pattern, score in self.expressions],
            global_regex_flags=re.MULTILINE,
        )
