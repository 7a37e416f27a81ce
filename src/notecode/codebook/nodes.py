"""YAML as nodes that know their line: the layer between ruamel and the codebook's records.

Everything found wrong is noted in a ``Report`` and reading goes on, so that a researcher who edits
the file sees all of its problems at once.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING

from notecode.errors import Problem

if TYPE_CHECKING:
    from ruamel.yaml.error import MarkedYAMLError
    from ruamel.yaml.nodes import MappingNode, Node

_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""Controls but for tabs and line ends, marks that turn the direction, and half characters."""
_NULL_TAG = "tag:yaml.org,2002:null"
_SHOWN = 8
"""Ids that a hint names before it counts the rest."""


@dataclass(slots=True)
class Report:
    """The problems of one file, collected while it is read."""

    file: str
    problems: list[Problem] = field(default_factory=list)

    def error(self, line: int | None, message: str, hint: str) -> None:
        """Note something that keeps the file from being used."""
        self.problems.append(Problem(file=self.file, message=message, hint=hint, line=line))

    def warn(self, line: int | None, message: str, hint: str) -> None:
        """Note something that should be mended, though the file can be used."""
        self.problems.append(
            Problem(file=self.file, message=message, hint=hint, line=line, fatal=False)
        )

    @property
    def fatal(self) -> bool:
        """Whether any problem keeps the file from being used."""
        return any(problem.fatal for problem in self.problems)

    def in_order(self) -> tuple[Problem, ...]:
        """All problems by line, each once."""
        once = dict.fromkeys(self.problems)
        return tuple(sorted(once, key=lambda problem: problem.line or 0))


@lru_cache(maxsize=2)
def composed(text: str) -> "Node | None":
    """The file's top node as ruamel reads it; nobody changes it.

    The last ones are remembered: what a change has made is checked, and then changed again.

    Raises:
        YAMLError: if it is no YAML.
        RecursionError: if it is nested too deeply.

    """
    from ruamel.yaml import YAML

    node: Node | None = YAML(typ="safe", pure=True).compose(text)
    return node


def compose(text: str, report: Report) -> "MappingNode | None":
    """The file's top mapping, or None with the reason in the report."""
    from ruamel.yaml.error import MarkedYAMLError, YAMLError
    from ruamel.yaml.nodes import MappingNode

    try:
        node = composed(text)
    except MarkedYAMLError as error:
        _report_syntax(error, text, report)
        return None
    except YAMLError:
        line = next((n for n, x in enumerate(text.split("\n"), 1) if not _printable(x)), None)
        report.error(line, "a character that YAML does not allow", "delete the control character")
        return None
    except RecursionError:
        report.error(None, "lists nested too deeply to be a codebook", "undo the last edit")
        return None
    if node is None or node.tag == _NULL_TAG:
        report.error(None, "the codebook is empty", "restore it, or start from the shipped one")
        return None
    if not isinstance(node, MappingNode):
        report.error(1, "the codebook is not a mapping", "begin with 'title:' and 'codes:'")
        return None
    return node


def ids_in(text: str, section: str) -> set[str]:
    """The ids in a list of a text that need not make a codebook; none if it is no YAML."""
    top = compose(text.removeprefix("\ufeff"), Report(""))
    found = [value for key, value in top.value if key.value == section] if top else []
    entries = found[0].value if found and isinstance(found[0].value, list) else []
    pairs_ = [pair for entry in entries if isinstance(entry.value, list) for pair in entry.value]
    return {
        str(pair[1].value).strip()
        for pair in pairs_
        if isinstance(pair, tuple) and pair[0].value == "id"
    }


def _printable(line: str) -> bool:
    return all(char.isprintable() or char in "\t\r" for char in line)


def _report_syntax(error: "MarkedYAMLError", text: str, report: Report) -> None:
    """Say in the user's words what the parser tripped over."""
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark is not None else None
    what = str(error.problem or error.context or "it cannot be read")
    hint = "check the indentation, and put text with ': ' or ' #' in quotes"
    lines = text.split("\n")
    if (conflict := _conflict(lines)) is not None:
        line, what = conflict, "git left a conflict here, of two versions that it could not join"
        hint = "keep one of the two, or join them by hand, and delete <<<<<<<, ======= and >>>>>>>"
    elif line is not None and line <= len(lines) and "\t" in _indent(lines[line - 1]):
        what, hint = "a tab in the indentation", "indent with spaces"
    elif (opened := _open_quote(text)) is not None:
        line, ended = opened
        what = "a quote that is opened here and not closed on its line"
        hint = f"close it; it goes on to line {ended}" if ended else "close it"
    report.error(line, f"not valid YAML: {what}", hint)


def _conflict(lines: list[str]) -> int | None:
    """The line in which git began to write two versions of the file, if it did."""
    if not any(line.startswith(">>>>>>> ") for line in lines):
        return None
    return next((n for n, line in enumerate(lines, 1) if line.startswith("<<<<<<< ")), None)


def _open_quote(text: str) -> tuple[int, int] | None:
    """The lines of the last quoted text over several lines before the parser gives up, or None.

    The second is 0 where the quote is not closed at all.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError
    from ruamel.yaml.tokens import ScalarToken

    found = None
    try:
        for token in YAML(typ="safe", pure=True).scan(text):
            quoted = isinstance(token, ScalarToken) and token.style in ("'", '"')
            if quoted and token.end_mark.line > token.start_mark.line:
                found = (token.start_mark.line + 1, token.end_mark.line + 1)
    except MarkedYAMLError as error:
        if "quoted scalar" in str(error.context or "") and error.context_mark is not None:
            return error.context_mark.line + 1, 0
    except YAMLError:
        pass
    return found


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def line_of(node: "Node") -> int:
    """The line a node begins on, counted from 1."""
    return int(node.start_mark.line) + 1


@dataclass(slots=True)
class Record:
    """One mapping of the file, read field by field; ``what`` names it in messages."""

    what: str
    line: int
    fields: "dict[str, Node]"
    report: Report

    def line_of(self, name: str) -> int:
        """The line of a field's value, or of the record where the field is absent."""
        return line_of(self.fields[name]) if name in self.fields else self.line

    def text(self, name: str, default: str = "", *, required: bool = False) -> str:
        """A field's text, white space at its ends removed; ``default`` if absent or empty."""
        node = self.fields.get(name)
        if node is not None and not _is_scalar(node):
            self.wrong_type(name, "a text")
            return default
        value = str(node.value).strip() if node is not None else ""
        if node is not None and node.tag == _NULL_TAG:
            value = ""
        if required and not value:
            self.report.error(self.line, f"{self.what} has no {name}", f"add '{name}:'")
        self._refuse_controls(name, value)
        return value or default

    def choice(self, name: str, allowed: tuple[str, ...], default: str) -> str:
        """A field that must be one of ``allowed``."""
        node = self.fields.get(name)
        listed = node is not None and not _is_scalar(node)
        value = "" if listed else self.text(name, default)
        if listed or value not in allowed:
            self.report.error(
                self.line_of(name),
                f"{self.what}: {name} is {'no single word' if listed else repr(value)}",
                f"use one of {', '.join(filter(None, allowed))}",
            )
            return default
        return value

    def flag(self, name: str) -> bool:
        """A field that is true or false; absent is false."""
        return self.choice(name, ("true", "false"), "false") == "true"

    def items(self, name: str) -> "list[Node]":
        """The entries of a list field; a problem if it is something else."""
        from ruamel.yaml.nodes import SequenceNode

        node = self.fields.get(name)
        if node is None or node.tag == _NULL_TAG:
            return []
        if not isinstance(node, SequenceNode):
            if _is_scalar(node):
                hint = f"make it a list, in brackets: {name}: [{str(node.value).strip()[:40]}]"
                self.report.error(line_of(node), f"{self.what}: {name} is not a list", hint)
            else:
                self.wrong_type(name, "a list")
            return []
        return list(node.value)

    def texts(self, name: str) -> tuple[tuple[str, int], ...]:
        """The entries of a list of texts, each with its line."""
        found = []
        for node in self.items(name):
            if _is_scalar(node) and str(node.value).strip():
                self._refuse_controls(name, str(node.value))
                found.append((str(node.value).strip(), line_of(node)))
            else:
                self.report.error(
                    line_of(node), f"{self.what}: {name} has an entry that is not text", "quote it"
                )
        return tuple(found)

    def _refuse_controls(self, name: str, value: str) -> None:
        """Note a character that no printed page, file or terminal should be given."""
        if _CONTROL.search(value):
            self.report.error(
                self.line_of(name),
                f"{self.what}: {name} holds a control character",
                "delete it, or type the text again",
            )

    def wrong_type(self, name: str, wanted: str) -> None:
        """Note that a field is not of the type it should be."""
        self.report.error(
            self.line_of(name), f"{self.what}: {name} is not {wanted}", f"make it {wanted}"
        )


def _is_scalar(node: "Node") -> bool:
    from ruamel.yaml.nodes import ScalarNode

    return isinstance(node, ScalarNode)


def record(node: "Node", what: str, known: tuple[str, ...], report: Report) -> Record | None:
    """A mapping as a record with only known fields; None, reported, if it is no mapping."""
    from ruamel.yaml.nodes import MappingNode

    if not isinstance(node, MappingNode):
        report.error(line_of(node), f"{what} is not a mapping", "write it as 'field: value' lines")
        return None
    fields: dict[str, Node] = {}
    for name, key, value in pairs(node, what, report):
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known)}"
            report.error(line_of(key), f"{what}: unknown field {name!r}", hint)
        else:
            fields[name] = value
    return Record(what=what, line=line_of(node), fields=fields, report=report)


def pairs(node: "MappingNode", what: str, report: Report) -> "Iterator[tuple[str, Node, Node]]":
    """Name, key node and value node of each entry; a repeated name is reported and left out."""
    seen: dict[str, int] = {}
    for key, value in node.value:
        name = str(key.value) if _is_scalar(key) else "?"
        if name in seen:
            report.error(
                line_of(key),
                f"{what}: {name!r} is given twice",
                f"keep one; the first is on line {seen[name]}",
            )
            continue
        seen[name] = line_of(key)
        yield name, key, value


def scalar_text(node: "Node") -> str | None:
    """A scalar's text, or None if the node is a list or mapping."""
    return str(node.value).strip() if _is_scalar(node) else None


def is_entry(node: "Node") -> bool:
    """Whether a list's entry is a mapping or a text that says something."""
    from ruamel.yaml.nodes import MappingNode

    return isinstance(node, MappingNode) or bool(scalar_text(node))


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint at which of the known ids may have been meant, else at what there is."""
    choices = list(known)
    near = get_close_matches(word, choices, n=1)
    if near:
        return f"did you mean {near[0]!r}?"
    more = f" and {len(choices) - _SHOWN} more" if len(choices) > _SHOWN else ""
    return f"known: {', '.join(choices[:_SHOWN]) or 'none'}{more}"
