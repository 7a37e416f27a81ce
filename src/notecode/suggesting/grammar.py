"""spaCy's patterns in rules: a note's sentences parsed once, and only where a rule asks for it.

A token of a pattern may have CLASS (the words of a word class) and MENTION (an agency, or "any")
beside what spaCy knows. Role tags are read as names, so that the parser meets a sentence.
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from notecode.errors import CodebookError
from notecode.model import Mention, Rule, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_TAG = re.compile(r"\[[A-Z]+(?:_[A-Z]+)*(?:_\d+)?\]")
_NAME = "Sam"
Words = Callable[[str], tuple[str, ...]]


class Grammar:
    """The token and dependency patterns of a codebook's rules, over one language model."""

    def __init__(self, language: "Language", rules: Mapping[str, Rule], words: Words) -> None:
        """Compile the patterns; ``words`` gives the words of a class.

        Raises:
            CodebookError: if spaCy cannot read a pattern.

        """
        from spacy.matcher import DependencyMatcher, Matcher
        from spacy.tokens import Token

        if not Token.has_extension("agency"):
            Token.set_extension("agency", default="")
        self._language = language
        self._tokens = Matcher(language.vocab)
        self._dependency = DependencyMatcher(language.vocab)
        for rule in rules.values():
            try:
                if rule.tokens:
                    self._tokens.add(rule.id, [_patterns(each, words) for each in rule.tokens])
                if rule.dependency:
                    trees = [_patterns(each, words) for each in rule.dependency]
                    self._dependency.add(rule.id, trees)
            except (ValueError, KeyError, TypeError) as error:
                raise CodebookError(
                    f"rule {rule.id!r}: spaCy cannot read a pattern of it",
                    hint=f"See spaCy's rule-based matching ({type(error).__name__}).",
                ) from None

    def find(self, text: str, offset: int, mentions: tuple[Mention, ...]) -> dict[str, list[Span]]:
        """For each rule that fits a sentence, the places of the matched words in the note."""
        doc, places = self._parse(text, offset)
        for token, place in zip(doc, places, strict=True):
            for mention in mentions:
                if place.start < mention.span.end and mention.span.start < place.end:
                    token._.agency = mention.agency
        found: dict[str, list[Span]] = {}
        strings = self._language.vocab.strings
        for key, start, end in self._tokens(doc) if len(self._tokens) else ():
            span = Span(places[start].start, places[end - 1].end)
            found.setdefault(strings[key], []).append(span)
        for key, indices in self._dependency(doc) if len(self._dependency) else ():
            found.setdefault(strings[key], []).extend(places[index] for index in indices)
        return found

    def _parse(self, text: str, offset: int) -> tuple["Doc", list[Span]]:
        """The sentence parsed, with the place in the note of each token."""
        plain, origin = "", list[int]()
        at = 0
        for tag in _TAG.finditer(text):
            origin += range(at, tag.start())
            plain += text[at : tag.start()] + _NAME
            origin += [tag.start()] * len(_NAME)
            at = tag.end()
        plain += text[at:]
        origin += range(at, len(text))
        if plain.isupper():
            plain = plain.lower()  # a tagger takes a sentence in capitals for one long name
        doc = self._language(plain)
        ends = {tag.start(): tag.end() for tag in _TAG.finditer(text)}
        places = []
        for token in doc:
            start = origin[token.idx]
            last = origin[min(token.idx + len(token) - 1, len(origin) - 1)]
            end = ends.get(last, last + 1)
            places.append(Span(offset + start, offset + max(end, start + 1)))
        return doc, places


def _patterns(source: str, words: Words) -> list[dict[str, Any]]:
    pattern: list[dict[str, Any]] = json.loads(source)
    return [_spelt_out(token, words) for token in pattern]


def _spelt_out(token: dict[str, Any], words: Words) -> dict[str, Any]:
    """CLASS and MENTION in spaCy's own terms, also inside RIGHT_ATTRS."""
    known: dict[str, Any] = {}
    for name, value in token.items():
        if name == "CLASS":
            known["LEMMA"] = {"IN": [word for word in words(value) if " " not in word]}
        elif name == "MENTION":
            known["_"] = {"agency": {"NOT_IN": [""]} if value == "any" else value}
        elif isinstance(value, dict) and name == "RIGHT_ATTRS":
            known[name] = _spelt_out(value, words)
        else:
            known[name] = value
    return known


def load_grammar(model: str, rules: Mapping[str, Rule], words: Words) -> Grammar:
    """The patterns over an installed language model, read once a process.

    Raises:
        CodebookError: if the model is not installed, or spaCy cannot read a pattern.

    """
    import spacy

    try:
        language = spacy.load(model, exclude=["ner"])
    except (OSError, ValueError, ImportError) as error:
        raise CodebookError(
            f"rules with 'tokens' or 'dependency' need the language model {model!r}",
            hint=f"It cannot be loaded ({type(error).__name__}). Install notecode again.",
        ) from None
    return Grammar(language, rules, words)
