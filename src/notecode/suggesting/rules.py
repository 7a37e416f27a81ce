"""Suggest codes for the sentences of a note by the codebook's cue rules, each with its evidence.

Pure functions: the same note and codebook give the same suggestions, with the same ids.
"""

import re
from dataclasses import dataclass
from hashlib import sha256

from notecode.model import Codebook, Mention, Note, Rule, Span, Suggestion
from notecode.suggesting.agencies import AgencyMatcher
from notecode.suggesting.context import LONGEST, Sentence, read_sentences


@dataclass(frozen=True, slots=True)
class _CompiledRule:
    rule: Rule
    any: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str] | None
    only: frozenset[str]

    def evidence(self, text: str, agencies: frozenset[str]) -> list[tuple[int, int]]:
        """Where in the sentence the rule's patterns match; empty if the rule does not hold."""
        needs = self.rule.agencies
        if needs == "none" and agencies:
            return []
        if needs == "required" and not (agencies & self.only if self.only else agencies):
            return []
        found = [match.span() for pattern in self.any if (match := pattern.search(text))]
        if not found or (self.unless is not None and self.unless.search(text)):
            return []
        return found


class Suggester:
    """A codebook's aliases and rules, compiled once, for any number of notes."""

    def __init__(self, codebook: Codebook) -> None:
        """Compile the rules of codes in use; matchers are made per site when first needed."""
        active = {code.id for code in codebook.codes if code.status == "active"}
        self._codebook = codebook
        self._rules = tuple(_compiled(rule) for rule in codebook.rules if rule.code in active)
        self._matchers: dict[str, AgencyMatcher] = {}

    def for_note(
        self, note: Note, site: str = ""
    ) -> tuple[tuple[Mention, ...], tuple[Suggestion, ...]]:
        """The mentions and the suggestions of one note, both in the order of its text."""
        matcher = self._matchers.get(site)
        if matcher is None:
            matcher = self._matchers.setdefault(site, AgencyMatcher(self._codebook, site))
        sentences = read_sentences(note.text)
        mentions = matcher.mentions(note.id, sentences)
        return mentions, self.suggestions(note.id, sentences, mentions)

    def suggestions(
        self, note_id: str, sentences: list[Sentence], mentions: tuple[Mention, ...]
    ) -> tuple[Suggestion, ...]:
        """Suggestions for sentences that record something, given the note's mentions in order."""
        found: list[Suggestion] = []
        position = 0
        for sentence in sentences:
            agencies = set()
            while position < len(mentions) and mentions[position].span.start < sentence.span.end:
                if mentions[position].span.start >= sentence.span.start:
                    agencies.add(mentions[position].agency)
                position += 1
            if sentence.kind == "record":
                found.extend(self._for_sentence(note_id, sentence, frozenset(agencies)))
        return tuple(found)

    def _for_sentence(
        self, note_id: str, sentence: Sentence, agencies: frozenset[str]
    ) -> list[Suggestion]:
        """At most one suggestion a code: the first rule, in the codebook's order, that holds."""
        found: dict[str, Suggestion] = {}
        head = sentence.text[:LONGEST]
        for compiled in self._rules:
            rule = compiled.rule
            if rule.code in found:
                continue
            evidence = compiled.evidence(head, agencies)
            if evidence:
                start = sentence.span.start
                found[rule.code] = Suggestion(
                    id=suggestion_id(note_id, sentence.span, rule),
                    note_id=note_id,
                    span=sentence.span,
                    code=rule.code,
                    agencies=tuple(sorted(agencies)),
                    rule=rule.id,
                    rule_version=rule.version,
                    evidence=tuple(Span(start + a, start + b) for a, b in sorted(set(evidence))),
                )
        return list(found.values())


def compile_suggester(codebook: Codebook) -> Suggester:
    """A ``Suggester`` for this codebook; making one costs milliseconds, so make it once."""
    return Suggester(codebook)


def suggest(
    note: Note, mentions: tuple[Mention, ...], codebook: Codebook
) -> tuple[Suggestion, ...]:
    """The suggestions for one note whose mentions (sorted by start) are known already."""
    return Suggester(codebook).suggestions(note.id, read_sentences(note.text), mentions)


def suggestion_id(note_id: str, span: Span, rule: Rule) -> str:
    """Sixteen hex digits that are the same whenever note, span, code, rule and version are."""
    content = repr((note_id, span.start, span.end, rule.code, rule.id, rule.version))
    return sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _compiled(rule: Rule) -> _CompiledRule:
    unless = "|".join(f"(?:{pattern})" for pattern in rule.unless)
    return _CompiledRule(
        rule=rule,
        any=tuple(re.compile(pattern, re.IGNORECASE) for pattern in rule.any),
        unless=re.compile(unless, re.IGNORECASE) if unless else None,
        only=frozenset(rule.only),
    )
