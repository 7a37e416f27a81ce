"""The ``[attributes]`` table of ``notecode.toml``: which type each case attribute has."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast, get_args

from notecode.model import Attribute, AttributeType
from notecode.settings.layout import nearest
from notecode.settings.toml import toml_value

_TYPES: tuple[AttributeType, ...] = get_args(AttributeType)
_WORDS = tuple(type_ for type_ in _TYPES if type_ != "ordered")
_MOST = 10**9
_BANDS_HINT = (
    "for example age = { bands = [18, 25, 35, 50] }, each the first of a band, or bands = 10, their"
    " width"
)
_HINT = 'for example age = "number" or severity = ["none", "moderate", "high"], least first'


def read_attributes(
    table: Mapping[str, object], problem: Callable[[str, str, str], None]
) -> dict[str, Attribute]:
    """The declared attributes by name; ``problem`` is told key, message and hint of each mistake.

    A word is the type; a list of words are the levels of "ordered", the least first; a table with
    ``bands`` is a number that is counted in bands.
    """
    declared: dict[str, Attribute] = {}
    for name, value in table.items():
        if isinstance(value, dict):
            wrong = _wrong_bands(value)
            if wrong:
                problem(name, wrong, _BANDS_HINT)
            else:
                bands = _bands(value["bands"])
                declared[name] = Attribute(name=name, type="number", declared=True, bands=bands)
        elif isinstance(value, str) and value in _WORDS:
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


def _wrong_bands(table: Mapping[str, object]) -> str:
    """What is wrong with the table of an attribute in bands, or ""."""
    unknown = sorted(table.keys() - {"type", "bands"})
    if unknown:
        return f"has {', '.join(unknown)}: a table has bands, and perhaps a type, alone"
    if table.get("type", "number") != "number":
        return "must be a number, to be counted in bands"
    bands = table.get("bands")
    if not bands:
        return "has no bands"
    numbers = bands if isinstance(bands, list) else [bands]
    if not all(_is_number(each) for each in numbers):
        return "has bands that are not numbers above 0"
    if numbers != sorted(set(numbers)):
        return "must have bands from small to great, each once"
    if isinstance(bands, list) and len(bands) == 1:
        return "needs two bands or more in a list, or one number alone, their width"
    return ""


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < _MOST


def _bands(value: Any) -> tuple[float, ...]:
    return tuple(map(float, value if isinstance(value, list) else [value]))


def attribute_items(attributes: Iterable[Attribute]) -> dict[str, str]:
    """Each attribute's line in TOML's notation, by name."""
    return {attribute.name: _in_toml(attribute) for attribute in attributes}


def _in_toml(attribute: Attribute) -> str:
    if attribute.bands:
        numbers = ", ".join(repr(number).removesuffix(".0") for number in attribute.bands)
        return f"{{ bands = {f'[{numbers}]' if len(attribute.bands) > 1 else numbers} }}"
    return toml_value(attribute.levels if attribute.type == "ordered" else attribute.type)
