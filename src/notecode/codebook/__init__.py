"""The codebook: ``codebook.yaml`` read into a ``Codebook``, checked, cached as JSON, added to."""

from notecode.codebook.cached import codebook_from_json, codebook_to_json
from notecode.codebook.definitions import definition_digest, heirs
from notecode.codebook.loading import parse_codebook, read_codebook, shipped_codebook_text
from notecode.codebook.writing import add_code

__all__ = [
    "add_code",
    "codebook_from_json",
    "codebook_to_json",
    "definition_digest",
    "heirs",
    "parse_codebook",
    "read_codebook",
    "shipped_codebook_text",
]
