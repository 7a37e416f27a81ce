"""The ``[attributes]`` table of ``notecode.toml``: which type each case attribute has."""

from collections.abc import Callable, Iterable, Mapping
from typing import cast, get_args

from notecode.model import Attribute, AttributeType
from notecode.settings.layout import nearest
from notecode.settings.toml import toml_value

_TYPES: tuple[AttributeType, ...] = get_args(AttributeType)
_WORDS = tuple(type_ for type_ in _TYPES if type_ != "ordered")
_HINT = 'for example age = "number" or severity = ["none", "moderate", "high"], least first'


def read_attributes(
    table: Mapping[str, object], problem: Callable[[str, str, str], None]
) -> dict[str, Attribute]:
    """The declared attributes by name; ``problem`` is told key, message and hint of each mistake.

    A word is the type; a list of words are the levels of "ordered", the least first.
    """
    declared: dict[str, Attribute] = {}
    for name, value in table.items():
        if isinstance(value, str) and value in _WORDS:
            declared[name] = Attribute(name=name, type=cast("AttributeType", value), declared=True)
        elif isinstance(value, str):
            hint = _HINT if value == "ordered" else nearest(value, _WORDS)
            problem(name, "must be a type, or a list of levels in order", hint)
        elif not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
            problem(name, "must be a type in quotes, or a list of levels in quotes", _HINT)
        elif len({v.casefold() for v in value}) < max(2, len(value)):
            problem(name, "needs at least two levels, each of them once", _HINT)
        else:
            declared[name] = Attribute(
                name=name, type="ordered", levels=tuple(value), declared=True
            )
    return declared


def attribute_items(attributes: Iterable[Attribute]) -> dict[str, str]:
    """Each attribute's line in TOML's notation, by name."""
    return {
        attribute.name: toml_value(
            attribute.levels if attribute.type == "ordered" else attribute.type
        )
        for attribute in attributes
    }
