"""Read the rules and word classes of ``codebook.yaml``, with every problem and its line."""

import json
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any, cast

from notecode.codebook import checking
from notecode.codebook.nodes import Record, Report, line_of, pairs, record, scalar_text
from notecode.codebook.points import AROUND, in_words, read_points
from notecode.codebook.signs import PatternError, Signs
from notecode.cues import Needs, Rule, Scope, WordClass

if TYPE_CHECKING:
    from ruamel.yaml.nodes import Node

RULE_FIELDS = (
    "id", "code", "says", "any", "tokens", "dependency", "also", "without", "unless", "agencies",
    "only", "forbid", "tense", "negated", "speaker", "contact_types", "roles", "scope", "follows",
    "yields_to", "implies", "points", "enough", "least", "weight", "examples",
)  # fmt: skip
"""The fields of a rule."""
_NEEDS = ("required", "optional", "none")
_TENSES = ("past", "present", "future")
_SPEAKERS = ("us", "agency", "him", "other", "unsaid")
_LISTS = ("only", "forbid", "contact_types", "roles", "follows", "yields_to", "implies", "points")
_WORD_PATTERNS = ("says", "also", "without")


def read_word_classes(top: Record, report: Report) -> tuple[WordClass, ...]:
    """The entries of ``word_classes``: names, each with a list of words."""
    from ruamel.yaml.nodes import MappingNode

    node = top.fields.get("word_classes")
    if node is None:
        return ()
    if not isinstance(node, MappingNode):
        top.wrong_type("word_classes", "a mapping of names to lists of words")
        return ()
    found = []
    for name, key, value in pairs(node, "word_classes", report):
        if not checking.PHRASE_NAME.fullmatch(name):
            report.error(line_of(key), f"word class {name!r}", "use small letters and underscores")
            continue
        own = Record(f"word class {name!r}", line_of(key), {"words": value}, report)
        text = scalar_text(value)
        words = tuple(
            entry.strip()
            for entry in (text.split(",") if text else [word for word, _ in own.texts("words")])
            if entry.strip()
        )
        if not words:
            report.error(line_of(key), f"word class {name!r} is empty", "list its words")
        found.append(WordClass(name=name, words=words))
    return tuple(found)


def read_rules(
    top: Record,
    phrases: checking.Phrases,
    classes: tuple[WordClass, ...],
    agencies: Sequence[str],
    report: Report,
) -> list[tuple[Rule, Record]]:
    """The rules with their records; each has the digest of what it is and what it uses."""
    signs = _signs(top, classes, agencies, report)
    found = []
    for node in top.items("rules"):
        entry = record(node, _named(node), RULE_FIELDS, report)
        if entry is None:
            continue
        rule = _rule(entry, phrases, report)
        if signs is not None:
            _check_word_patterns(entry, signs, report)
            rule = replace(rule, version=_version(rule, signs))
        found.append((rule, entry))
    return found


def _rule(entry: Record, phrases: checking.Phrases, report: Report) -> Rule:
    def patterns(name: str) -> tuple[str, ...]:
        return tuple(
            phrases.expand(pattern, entry.what, line, report) for pattern, line in entry.texts(name)
        )

    def choices(name: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
        for value, line in entry.texts(name):
            if value not in allowed:
                report.error(
                    line, f"{entry.what}: {name} is {value!r}", f"use {', '.join(allowed)}"
                )
        return tuple(value for value, _ in entry.texts(name))

    match, no_match = _examples(entry, report)
    rule = Rule(
        id=entry.text("id", required=True),
        code=entry.text("code", required=True),
        any=patterns("any"),
        unless=patterns("unless"),
        tokens=_spacy_patterns(entry, "tokens", report),
        dependency=_spacy_patterns(entry, "dependency", report),
        agencies=cast("Needs", entry.choice("agencies", _NEEDS, "optional")),
        tense=choices("tense", _TENSES),
        speaker=choices("speaker", _SPEAKERS),
        negated=entry.choice("negated", ("", "yes", "no"), ""),
        scope=cast("Scope", entry.choice("scope", ("sentence", "note"), "sentence")),
        enough=_number(entry, "enough", report) or 0,
        least=_number(entry, "least", report),
        weight=_weight(entry, report),
        match=match,
        no_match=no_match,
    )
    lists: dict[str, Any] = {
        name: tuple(text for text, _ in entry.texts(name)) for name in (*_LISTS, *_WORD_PATTERNS)
    }
    return replace(rule, **lists)


def _examples(entry: Record, report: Report) -> tuple[tuple[str, ...], tuple[str, ...]]:
    node = entry.fields.get("examples")
    if node is None:
        return (), ()
    own = record(node, f"{entry.what}, examples", ("match", "no_match"), report)
    if own is None:
        return (), ()
    first, second = (tuple(text for text, _ in own.texts(name)) for name in ("match", "no_match"))
    return first, second


def _weight(entry: Record, report: Report) -> float:
    text = entry.text("weight", "0.5")
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        report.error(entry.line_of("weight"), f"{entry.what}: weight {text!r}", "use 0 to 1")
        return 0.5
    return value


def _number(entry: Record, name: str, report: Report) -> int | None:
    text = entry.text(name)
    try:
        return int(text) if text else None
    except ValueError:
        report.error(entry.line_of(name), f"{entry.what}: {name} {text!r}", "use a whole number")
        return None


def _spacy_patterns(entry: Record, name: str, report: Report) -> tuple[str, ...]:
    """Each pattern as JSON: a list of mappings."""
    found = []
    for node in entry.items(name):
        value = _plain(node)
        if not (isinstance(value, list) and value and all(isinstance(v, dict) for v in value)):
            report.error(
                line_of(node),
                f"{entry.what}: {name} has an entry that is no list of tokens",
                "write each pattern as a list of {LEMMA: …} entries",
            )
            continue
        found.append(json.dumps(value, ensure_ascii=False, sort_keys=True))
    return tuple(found)


def _plain(node: "Node") -> Any:
    """A YAML node as lists, mappings, texts, numbers and truth values."""
    from ruamel.yaml.nodes import MappingNode, SequenceNode

    if isinstance(node, MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [_plain(each) for each in node.value]
    kind = str(node.tag).rpartition(":")[2]
    if kind == "bool":
        return str(node.value).lower() == "true"
    return int(node.value) if kind == "int" else str(node.value)


def _signs(
    top: Record, classes: tuple[WordClass, ...], agencies: Sequence[str], report: Report
) -> Signs | None:
    try:
        return Signs(classes, agencies)
    except PatternError as error:
        report.error(top.line_of("word_classes"), str(error), "mend the entry in <…>")
        return None


def _check_word_patterns(entry: Record, signs: Signs, report: Report) -> None:
    for name in _WORD_PATTERNS:
        for pattern, line in entry.texts(name):
            try:
                signs.compile(pattern)
            except PatternError as error:
                report.error(
                    line, f"{entry.what}: {name} {pattern!r}: {error}", "mend the word pattern"
                )
    for text, line in entry.texts("points"):
        try:
            for cue in read_points(text).cues:
                if not cue.startswith(AROUND):
                    signs.compile(cue)
        except PatternError as error:
            report.error(line, f"{entry.what}: points {text[:40]!r}: {error}", "mend the entry")


def _version(rule: Rule, signs: Signs) -> str:
    """A short digest of what a rule does: an edit of it or of its classes gives a new one.

    Examples and weight do not change what is suggested, and the id is beside the digest.
    """
    own = replace(rule, id="", match=(), no_match=(), weight=0.5, version="")
    patterns = (*rule.says, *rule.also, *rule.without, *_cues(rule.points))
    content = repr((own, signs.used_by(patterns)))
    return sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _cues(points: tuple[str, ...]) -> tuple[str, ...]:
    try:
        return in_words(points)
    except PatternError:
        return ()  # reported where the entry stands


def _named(node: "Node") -> str:
    """How messages call a rule: by its id if it has one, else by its line."""
    for entry in node.value if isinstance(node.value, list) else []:
        if isinstance(entry, tuple) and entry[0].value == "id" and isinstance(entry[1].value, str):
            return f"rule {entry[1].value!r}"
    return f"the rule on line {line_of(node)}"
