"""The codebook: ``codebook.yaml`` read into a ``Codebook``, checked, cached as JSON, edited."""

from notecode.codebook.cached import codebook_from_json, codebook_to_json
from notecode.codebook.definitions import Section, agency_heirs, definition_digest, heirs
from notecode.codebook.editing import (
    add_agency,
    add_code,
    move_entry,
    redirect_rules,
    rename_id,
    set_entries,
    set_fields,
)
from notecode.codebook.forgetting import Words, without_words
from notecode.codebook.loading import (
    codebook_schema_text,
    parse_codebook,
    read_codebook,
    shipped_codebook_edited,
    shipped_codebook_text,
)

__all__ = [
    "Section",
    "Words",
    "add_agency",
    "add_code",
    "agency_heirs",
    "codebook_from_json",
    "codebook_schema_text",
    "codebook_to_json",
    "definition_digest",
    "heirs",
    "move_entry",
    "parse_codebook",
    "read_codebook",
    "redirect_rules",
    "rename_id",
    "set_entries",
    "set_fields",
    "shipped_codebook_edited",
    "shipped_codebook_text",
    "without_words",
]
