"""The language model: loading it without the network, and running it over a case's notes."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import spacy
from presidio_analyzer import ContextAwareEnhancer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from notecode.anonymising.dictionary import Dictionary
from notecode.anonymising.protection import Protection
from notecode.anonymising.truecasing import line_casings, quieten, truecase
from notecode.anonymising.words import Casing, Token, tokens
from notecode.errors import ModelError

LANGUAGE = "en"
BATCH_SIZE = 64
_LONGEST_PIECE = 5_000


class Entity(NamedTuple):
    """A named entity of the model: its range in the text and its label (PERSON, GPE, ORG …)."""

    start: int
    end: int
    label: str


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


class NotesNlpEngine(NlpEngine):
    """spaCy for Presidio: over re-truecased text, in batches, with name recognition alone."""

    def __init__(self, language: Language, dictionary: Dictionary, protection: Protection) -> None:
        """Take a loaded model, and what it must not see names in."""
        self._language = language
        self._dictionary = dictionary
        self._protection = protection

    @property
    def vocab(self) -> Vocab:
        """The vocabulary of the model."""
        return self._language.vocab

    def load(self) -> None:
        """Nothing: the model is loaded already. Presidio's own engine would download it here."""

    def is_loaded(self) -> bool:
        """Always: it is made of a loaded model."""
        return True

    def is_stopword(self, word: str, language: str) -> bool:
        """Whether the word carries no meaning by itself; Presidio asks this of context words."""
        return self._language_for(language).vocab[word].is_stop

    def is_punct(self, word: str, language: str) -> bool:
        """Whether the word is punctuation."""
        return self._language_for(language).vocab[word].is_punct

    def get_supported_entities(self) -> list[str]:
        """The labels of the model."""
        return sorted(self._language.pipe_labels["ner"])

    def get_supported_languages(self) -> list[str]:
        """English alone."""
        return [LANGUAGE]

    def _language_for(self, language: str) -> Language:
        if language != LANGUAGE:
            raise ValueError(f"notes are read in {LANGUAGE!r} alone, not {language!r}")
        return self._language

    def process_text(self, text: str, language: str) -> NoteArtifacts:
        """What the model makes of one text."""
        return next(iter(self.process_batch([text], language)))[1]

    def process_batch(
        self,
        texts: Iterable[str],
        language: str,
        batch_size: int = BATCH_SIZE,
        n_process: int = 1,
        **kwargs: Any,  # noqa: ARG002  part of the base class's signature
    ) -> Iterator[tuple[str, NoteArtifacts]]:
        """Each text with its artifacts, in order. Long texts are read in pieces."""
        originals = list(texts)
        prepared = [self._prepare(text) for text in originals]
        pieces = [
            (piece, (number, start))
            for number, artifacts in enumerate(prepared)
            for start, piece in _pieces(artifacts.truecased)
        ]
        stream = self._language_for(language).pipe(
            pieces, as_tuples=True, batch_size=batch_size, n_process=n_process
        )
        for document, (number, start) in stream:
            prepared[number].named += [
                Entity(start + entity.start_char, start + entity.end_char, entity.label_)
                for entity in document.ents
            ]
        yield from zip(originals, prepared, strict=True)

    def _prepare(self, text: str) -> NoteArtifacts:
        words = tokens(text)
        kept = self._protection.spans(text, words)
        quiet = quieten(text, [(span.start, span.end) for span in kept])
        truecased = truecase(quiet, words, self._dictionary)
        return NoteArtifacts(self, words, truecased, line_casings(text))


def load_model(model: str) -> tuple[Language, Dictionary]:
    """The spaCy model of this name, with name recognition alone switched on, and its words.

    Raises:
        ModelError: if it is not installed, cannot be read, or has no name recognition.

    """
    if not spacy.util.is_package(model):
        raise ModelError(
            f"the language model {model!r} is not installed",
            hint="notecode never downloads a model. The default one comes with notecode: install "
            "notecode again, or name an installed spaCy model under 'model' in notecode.toml "
            "(`python -m spacy info` lists them).",
        )
    try:
        language = spacy.load(model)
    except (OSError, ValueError, ImportError, AttributeError) as error:
        raise ModelError(
            f"the language model {model!r} cannot be loaded ({type(error).__name__})",
            hint="It may be no spaCy model, or made for another version of spaCy: install the "
            "version that matches (`python -m spacy validate` tells which).",
        ) from error
    if "ner" not in language.pipe_names or "lemmatizer" not in language.pipe_names:
        raise ModelError(
            f"the language model {model!r} has no name recognition or no word lists",
            hint="Use an English pipeline that has 'ner' and 'lemmatizer', such as en_core_web_sm.",
        )
    listens_to = language.config["components"]["ner"]["model"].get("tok2vec", {}).get("upstream")
    upstream = [name for name in ("tok2vec", "transformer") if listens_to is not None]
    needed = [name for name in (*upstream, "ner") if name in language.pipe_names]
    dictionary = _dictionary(language, model)
    language.select_pipes(enable=needed)
    return language, dictionary


def _dictionary(language: Language, model: str) -> Dictionary:
    lookups = getattr(language.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or not lookups.has_table("lemma_index"):
        raise ModelError(
            f"the language model {model!r} holds no word lists",
            hint="Use an English pipeline such as en_core_web_sm.",
        )
    index, exceptions = lookups.get_table("lemma_index"), lookups.get_table("lemma_exc")
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
