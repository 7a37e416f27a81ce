"""What a column of an imported file can be, and the layout that says which column is what."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from notecode.errors import UsageError
from notecode.settings.toml import toml_value

Kind = Literal["notes", "people", "cases"]
"""The three files that are imported."""

DateOrder = Literal["", "day-first", "month-first"]

KINDS: tuple[Kind, ...] = get_args(Kind)
DATE_ORDERS: tuple[DateOrder, ...] = ("day-first", "month-first")

FIELDS: Mapping[Kind, tuple[str, ...]] = {
    "notes": (
        "id",
        "case",
        "site",
        "date",
        "contact_type",
        "author",
        "author_role",
        "text",
        "su_first_name",
        "su_last_name",
        "su_name",
    ),
    "people": (
        "case",
        "id",
        "role",
        "title",
        "first_name",
        "last_name",
        "name",
        "known_as",
        "dob",
        "phone",
        "email",
        "address",
        "identifier",
    ),
    "cases": ("case", "site", "start", "end"),
}
"""What a column can be, for each kind of file."""

MULTIPLE = frozenset({"known_as", "phone", "email", "address", "identifier"})
"""Fields that may be spread over several columns."""

ATTRIBUTE = "attribute:"
"""Before the name of a case attribute that a column of the notes or the cases holds."""

OPTIONS = ("date_order", "encoding", "delimiter", "sheet", "header_row")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Which column of a file is what, and how the file is to be read.

    ``columns`` maps a field to the headers of its columns; no header at all means that the file
    has no such column and none is to be looked for. ``header_row`` counts from 1. What is empty
    is decided from the file.
    """

    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    date_order: DateOrder = ""
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    header_row: int | None = None

    def overlaid_by(self, other: "Layout") -> "Layout":
        """This layout with everything that ``other`` says in its place.

        A column that ``other`` takes for one field is free of the field it had here.
        """
        said = {name: getattr(other, name) for name in OPTIONS if getattr(other, name)}
        taken = {header for headers in other.columns.values() for header in headers}
        kept = {
            name: headers for name, headers in self.columns.items() if taken.isdisjoint(headers)
        }
        return replace(self, columns={**kept, **other.columns}, **said)


def is_field(kind: Kind, name: str) -> bool:
    """Whether ``name`` is something a column of that kind of file can be."""
    if name.startswith(ATTRIBUTE):
        return kind != "people" and len(name) > len(ATTRIBUTE)
    return name in FIELDS[kind]


def layout_from_words(kind: Kind, words: Iterable[str]) -> Layout:
    """The layout said by ``--column field=header`` words, in any order.

    Raises:
        UsageError: a word has no "=", or names a field that the kind of file does not have.

    """
    columns: dict[str, tuple[str, ...]] = {}
    for word in words:
        name, equals, header = (part.strip() for part in word.partition("="))
        if not equals:
            raise UsageError(
                "a column is said as field=header", hint='for example --column text="Case note"'
            )
        if not is_field(kind, name):
            raise UsageError(
                f"{name!r} is nothing a column of {kind} can be",
                hint=f"{_guess(name, kind)}{_fields_in_words()}",
            )
        earlier = columns.get(name, ())
        if earlier and name not in MULTIPLE:
            raise UsageError(f"{name} is said twice", hint="give it one column")
        columns[name] = (*earlier, header) if header else ()
    return Layout(columns=columns)


def layouts_from_words(words: Iterable[str]) -> dict[Kind, Layout]:
    """The layouts said by words such as ``people.role=Part``; without a kind it is the notes.

    Raises:
        UsageError: a word has no "=", or names a kind or a field that there is not.

    """
    by_kind: dict[Kind, list[str]] = {}
    for word in words:
        prefix, point, rest = word.partition(".")
        named = next((kind for kind in KINDS if kind == prefix.strip()), None)
        if point and named:
            by_kind.setdefault(named, []).append(rest)
        else:
            by_kind.setdefault("notes", []).append(word)
    return {kind: layout_from_words(kind, said) for kind, said in by_kind.items()}


def column_word(kind: Kind, name: str, header: str) -> str:
    """How the column is said on the command line: ``--column people.role="Part"``."""
    prefix = "" if kind == "notes" else f"{kind}."
    if name.startswith(ATTRIBUTE):
        return f'--column "{prefix}{name}={header}"'
    return f'--column {prefix}{name}="{header}"'


def column_setting(kind: Kind, name: str, header: str) -> str:
    """How the column is said in notecode.toml: ``[layout.people] role = "Part"``."""
    key = toml_value(name) if name.startswith(ATTRIBUTE) else name
    return f"[layout.{kind}] {key} = {toml_value(header)}"


def _guess(name: str, kind: Kind) -> str:
    close = difflib.get_close_matches(name.lower(), FIELDS[kind], n=1, cutoff=0.6)
    return f"did you mean {close[0]}? " if close else ""


def _fields_in_words() -> str:
    """Every kind of file with its fields, for a hint."""
    lines = [
        f"  {'' if kind == 'notes' else kind + '.'}FIELD of [layout.{kind}]: "
        + ", ".join(FIELDS[kind])
        + (f", {ATTRIBUTE}NAME" if kind != "people" else "")
        for kind in KINDS
    ]
    return "\n".join(["each kind of file has a section in notecode.toml:", *lines])


def nearest(name: str, known: Iterable[str]) -> str:
    """A hint that names the nearest of the known names, or else all of them."""
    known = tuple(dict.fromkeys(known))
    letters = sorted(name.lower())
    close = [other for other in known if sorted(other) == letters]  # letters typed in disorder
    close += difflib.get_close_matches(name.lower(), known, n=1, cutoff=0.6)
    return f"did you mean {close[0]}?" if close else f"known: {', '.join(known)}"


def layout_items(kind: Kind, layout: Layout) -> dict[str, str]:
    """Each key of the layout's table with its value in TOML's notation, in a fixed order."""
    order = {name: place for place, name in enumerate(FIELDS[kind])}
    items: dict[str, str] = {}
    for name in sorted(layout.columns, key=lambda name: (order.get(name, len(order)), name)):
        headers = layout.columns[name]
        items[name] = toml_value(headers if len(headers) > 1 else "".join(headers))
    for option in OPTIONS:
        value = getattr(layout, option)
        if value:
            items[option] = toml_value(value)
    return items
