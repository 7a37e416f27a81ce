"""The finder of names as Presidio's engine, run over a case's notes, and the words of English."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

import spacy
from presidio_analyzer import AnalyzerEngine, ContextAwareEnhancer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine
from spacy.tokens import Doc
from spacy.vocab import Vocab

from notecode.anonymising.name_models import Entity, NameModel, load_names
from notecode.anonymising.protection import Protection
from notecode.anonymising.spacy_names import word_lists_of
from notecode.anonymising.words.dictionary import Dictionary
from notecode.anonymising.words.spelling import Casing, Token, tokens
from notecode.anonymising.words.truecasing import line_casings, quieten, truecase
from notecode.settings import DEFAULT_MODEL

LANGUAGE = "en"
BATCH_SIZE = 64
_LONGEST_PIECE = 5_000


class NoteArtifacts(NlpArtifacts):
    """What the model and the tokeniser made of one text, for the recognisers to share."""

    def __init__(
        self,
        engine: "NotesNlpEngine",
        words: list[Token],
        text: str,
        lines: list[tuple[int, int, Casing]],
    ) -> None:
        super().__init__(
            entities=[],
            tokens=Doc(engine.vocab),
            tokens_indices=[],
            lemmas=[],
            nlp_engine=engine,
            language=LANGUAGE,
        )
        self.words = words
        self.truecased = text
        self._lines = lines
        self.named: list[Entity] = []

    def casing_at(self, position: int) -> Casing:
        """How the line around a position of the text is typed."""
        index = bisect_right(self._lines, position, key=lambda line: line[0]) - 1
        return self._lines[index][2] if index >= 0 else "mixed"


class AsItIs(ContextAwareEnhancer):
    """Leaves scores alone: the patterns of this package hold their context themselves."""

    def __init__(self) -> None:
        super().__init__(
            context_similarity_factor=0.0,
            min_score_with_context_similarity=0.0,
            context_prefix_count=0,
            context_suffix_count=0,
        )

    def enhance_using_context(
        self,
        text: str,  # noqa: ARG002  Presidio passes it by name
        raw_results: list[RecognizerResult],
        *_: Any,
        **__: Any,
    ) -> list[RecognizerResult]:
        """The results as they came."""
        return raw_results


class NotesAnalyzerEngine(AnalyzerEngine):
    """Presidio's engine without its pass over all results for each recogniser, which none uses."""

    def _enhance_using_context(
        self,
        text: str,  # noqa: ARG002  Presidio's signature
        raw_results: list[RecognizerResult],
        *_: Any,
        **__: Any,
    ) -> list[RecognizerResult]:
        return raw_results


class NotesNlpEngine(NlpEngine):
    """A finder of names for Presidio: over re-truecased text, in batches."""

    def __init__(self, names: NameModel, dictionary: Dictionary, protection: Protection) -> None:
        """Take a loaded finder, and what it must not see names in."""
        self._names = names
        self._dictionary = dictionary
        self._protection = protection

    @property
    def vocab(self) -> Vocab:
        """A vocabulary of English, without a model."""
        return _vocabulary()

    def load(self) -> None:
        """Nothing: the model is loaded already. Presidio's own engine would download it here."""

    def is_loaded(self) -> bool:
        """Always: it is made of a loaded model."""
        return True

    def is_stopword(self, word: str, language: str) -> bool:
        """Whether the word carries no meaning by itself; Presidio asks this of context words."""
        return bool(self._vocabulary_for(language)[word].is_stop)

    def is_punct(self, word: str, language: str) -> bool:
        """Whether the word is punctuation."""
        return bool(self._vocabulary_for(language)[word].is_punct)

    def get_supported_entities(self) -> list[str]:
        """The labels of the finder."""
        return sorted(self._names.labels)

    def get_supported_languages(self) -> list[str]:
        """English alone."""
        return [LANGUAGE]

    @staticmethod
    def _vocabulary_for(language: str) -> Vocab:
        if language != LANGUAGE:
            raise ValueError(f"notes are read in {LANGUAGE!r} alone, not {language!r}")
        return _vocabulary()

    def process_text(self, text: str, language: str) -> NoteArtifacts:
        """What the model makes of one text."""
        return next(iter(self.process_batch([text], language)))[1]

    def process_batch(
        self,
        texts: Iterable[str],
        language: str,
        batch_size: int = BATCH_SIZE,
        n_process: int = 1,  # noqa: ARG002  cases are spread over processes, not texts
        **kwargs: Any,  # noqa: ARG002  part of the base class's signature
    ) -> Iterator[tuple[str, NoteArtifacts]]:
        """Each text with its artifacts, in order. Long texts are read in pieces."""
        self._vocabulary_for(language)
        originals = list(texts)
        prepared = [self._prepare(text) for text in originals]
        pieces = [
            (number, start, piece)
            for number, artifacts in enumerate(prepared)
            for start, piece in _pieces(artifacts.truecased)
        ]
        found = self._names.find((piece for _, _, piece in pieces), batch_size=batch_size)
        for (number, start, _), entities in zip(pieces, found, strict=True):
            prepared[number].named += [
                Entity(start + each.start, start + each.end, each.label) for each in entities
            ]
        yield from zip(originals, prepared, strict=True)

    def _prepare(self, text: str) -> NoteArtifacts:
        words = tokens(text)
        kept = self._protection.spans(text, words)
        quiet = quieten(text, [(span.start, span.end) for span in kept])
        truecased = truecase(quiet, words, self._dictionary)
        return NoteArtifacts(self, words, truecased, line_casings(text))


@cache
def _vocabulary() -> Vocab:
    return spacy.blank(LANGUAGE).vocab


def load_model(model: str) -> tuple[NameModel, Dictionary]:
    """The finder of names that the settings name, and plain English words.

    The words are those of the pipeline's own lemmatiser; a finder without one gets those of the
    pipeline that comes with notecode.

    Raises:
        ModelError: if it is not installed, cannot be read, or finds no names.

    """
    names = load_names(model)
    lists = getattr(names, "word_lists", None) or word_lists_of(DEFAULT_MODEL)
    return names, _dictionary(lists)


@lru_cache(maxsize=2)
def _dictionary(lists: Any) -> Dictionary:
    """Made once for the lists of a pipeline, which is loaded once as well."""
    index, exceptions = lists.get_table("lemma_index"), lists.get_table("lemma_exc")
    words = {word for part in ("noun", "verb", "adj", "adv") for word in index.get(part, ())}
    words.update(w for part in ("noun", "verb", "adj", "adv") for w in exceptions.get(part, {}))
    return Dictionary(words, index.get("verb", ()), exceptions.get("verb", {}))


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The text in pieces short enough for the model, cut at a line end or a space if possible."""
    start = 0
    while len(text) - start > _LONGEST_PIECE:
        end = start + _LONGEST_PIECE
        cut = text.rfind("\n", start + _LONGEST_PIECE // 2, end)
        if cut < 0:
            cut = text.rfind(" ", start + 1, end)
        end = cut if cut > start else end
        yield start, text[start:end]
        start = end
    if start < len(text):
        yield start, text[start:]
