"""A codebook as JSON and back, exactly: for the copy kept beside the references coded under it."""

import json
from dataclasses import fields
from functools import lru_cache
from typing import Any

from notecode.errors import CodebookError
from notecode.model import Agency, Alias, Code, Codebook, Rule, WordClass


def codebook_to_json(book: Codebook) -> str:
    """The whole codebook, digest included, as one line of JSON."""
    return json.dumps(book, default=_by_name, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=4)
def codebook_from_json(text: str) -> Codebook:
    """The codebook that ``codebook_to_json`` wrote; the last ones are remembered.

    Raises:
        CodebookError: if the text is not such a codebook.

    """
    try:
        data: dict[str, Any] = json.loads(text)
        return Codebook(
            title=data["title"],
            codes=tuple(_code(code) for code in data["codes"]),
            agencies=tuple(_agency(agency) for agency in data["agencies"]),
            rules=tuple(_rule(rule) for rule in data["rules"]),
            word_classes=tuple(
                WordClass(name=each["name"], words=tuple(each["words"]))
                for each in data.get("word_classes", ())
            ),
            digest=data["digest"],
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        raise CodebookError(
            "the stored copy of the codebook cannot be read",
            hint="read the codebook from its YAML file again",
        ) from None


def _by_name(record: Any) -> dict[str, Any]:
    """A record's fields by their names, without the copies that ``asdict`` makes of all of them."""
    return {each.name: getattr(record, each.name) for each in fields(record)}


def _code(data: dict[str, Any]) -> Code:
    # A copy of an earlier notecode has no such lists.
    lists = {name: tuple(data.get(name, ())) for name in ("split_into", "formerly")}
    return Code(**{**data, **lists})


def _agency(data: dict[str, Any]) -> Agency:
    aliases = tuple(Alias(**{**alias, "sites": tuple(alias["sites"])}) for alias in data["aliases"])
    lists = {name: tuple(data.get(name, ())) for name in ("roles", "formerly")}
    return Agency(**{**data, "aliases": aliases, **lists})


def _rule(data: dict[str, Any]) -> Rule:
    # A copy of an earlier notecode has fewer fields; JSON knows lists where a rule has tuples.
    return Rule(**{name: _tupled(value) for name, value in data.items()})


def _tupled(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
