"""Finders of names: what the anonymiser asks of one, and how the settings name one.

``model`` in ``notecode.toml`` names an installed spaCy pipeline ("en_core_web_lg"), or a finder
of another package and what it is to load ("gliner:some-model"). A finder is an entry point of the
group ``notecode.name_models``; spaCy's is registered so too.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from notecode.errors import ModelError
from notecode.plugins import NAME_MODELS, installed

SPACY = "spacy"
"""The finder that is meant where the settings name none."""


class Entity(NamedTuple):
    """A named entity: its range of code points in the text and its label.

    Used are ``PERSON``, ``GPE`` and ``LOC`` (places), ``FAC`` (buildings) and ``ORG``.
    """

    start: int
    end: int
    label: str


class NameModel(Protocol):
    """Finds names in texts; what a plug-in's function must return."""

    @property
    def labels(self) -> Sequence[str]:
        """The labels that its entities may have."""
        ...

    def find(self, texts: Iterable[str], *, batch_size: int) -> Iterator[Sequence[Entity]]:
        """The entities of each text, in the order of the texts.

        The same text must give the same entities whatever texts stand beside it. Nothing may be
        fetched from the network, written or logged.
        """
        ...


def load_names(model: str) -> NameModel:
    """The finder that the settings name, loaded.

    Raises:
        ModelError: if no installed package has such a finder, or it cannot load its model.

    """
    finder, colon, name = model.partition(":")
    if not colon:
        finder, name = SPACY, model
    points = installed(NAME_MODELS)
    if finder not in points:
        known = ", ".join(points) or "none"
        raise ModelError(
            f"no installed package finds names as {finder!r}",
            hint=f"Installed are: {known}. Name a spaCy pipeline without a colon, or install the "
            "package that brings the finder. If 'spacy' is missing, install notecode again.",
        )
    try:
        load = points[finder].load()
    except (ImportError, AttributeError) as error:
        raise ModelError(
            f"the finder of names {finder!r} cannot be loaded ({type(error).__name__})",
            hint="The package that brings it is damaged, or made for another version.",
        ) from error
    names: NameModel = load(name)
    return names
