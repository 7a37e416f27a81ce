"""What the pattern recognisers share: they heed letter case, unlike Presidio's own."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, ClassVar

import regex
from presidio_analyzer import EntityRecognizer, RecognizerResult

from notecode.anonymising.findings import Finding
from notecode.anonymising.recognisers.results import result

_FOUND = "found"
_AS_TYPED = str.maketrans(
    {
        **dict.fromkeys("\t\u00a0\u202f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " "),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", " "),
        **dict.fromkeys("\u2010\u2011\u2012\u2212", "-"),
        "\u2019": "'",
        "\u2018": "'",
        "\uff0b": "+",
        "\uff20": "@",
    }
)
"""Spaces, hyphens and apostrophes of all kinds -> those of a keyboard, one for one."""


class CasedPatternRecogniser(EntityRecognizer):
    """Patterns of one type of identifier, matched in the letter case in which they are written.

    A subclass lists ``expressions`` as (name, expression, score). A part that may stand in any
    case says so with ``(?i:…)``. Where an expression has a group ``found``, each text that the
    group held is a finding, and what stands around it is a cue; otherwise the whole match is.
    Spaces, hyphens and apostrophes of all kinds are seen as those of a keyboard; expressions need
    not think of others. ``only_with`` gives, for the names of some expressions, what a text must
    hold to be searched with them; ``needs`` gives the characters of which it must hold one to be
    searched at all.
    """

    type: ClassVar[str]
    recogniser: ClassVar[str]
    expressions: ClassVar[Sequence[tuple[str, str, float]]]
    needs: ClassVar[str] = ""
    only_with: ClassVar[Mapping[str, str]] = MappingProxyType({})

    def __init__(self) -> None:
        # Not Presidio's own recogniser of patterns: it would compile each a second time.
        super().__init__(supported_entities=[self.type], name=self.recogniser)
        self._needed = regex.compile(f"[{self.needs}]") if self.needs else None
        self._compiled = [
            (regex.compile(pattern, regex.MULTILINE), score, self._gate(name))
            for name, pattern, score in self.expressions
        ]

    def load(self) -> None:
        """Nothing to load."""

    def _gate(self, name: str) -> "re.Pattern[str] | None":
        return re.compile(self.only_with[name]) if name in self.only_with else None

    def analyze(
        self,
        text: str,
        entities: list[str],  # noqa: ARG002  Presidio passes it by name
        nlp_artifacts: Any = None,  # noqa: ARG002  patterns look at the text alone
        regex_flags: int | None = None,  # noqa: ARG002  the case matters, so flags are fixed
    ) -> list[RecognizerResult]:
        """What ``find`` finds, as Presidio carries it."""
        if self._needed and not self._needed.search(text):
            return []
        return [result(finding) for finding in self.find(text)]

    def find(self, text: str) -> Iterator[Finding]:
        """The findings in the text, by expression; they may overlap."""
        typed = text if text.isascii() and "\t" not in text else text.translate(_AS_TYPED)
        for expression, score, gate in self._compiled:
            if gate and not gate.search(typed):
                continue
            for match in expression.finditer(typed):
                group = _FOUND if _FOUND in expression.groupindex else 0
                for start, end in match.spans(group):
                    yield Finding(start, end, self.type, score, self.recogniser)
