"""Where things stand in the text of a codebook: entries, their fields, the lines they take."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from notecode.codebook.nodes import composed
from notecode.errors import CodebookError

if TYPE_CHECKING:
    from ruamel.yaml.nodes import MappingNode, Node


@dataclass(frozen=True, slots=True)
class Patch:
    """A piece of text to be put in the place of ``[start, end)``."""

    start: int
    end: int
    text: str


def patched(text: str, patches: list[Patch]) -> str:
    """The text with every patch in place; they must not overlap.

    What is put in where another one begins stands before what that leaves.
    """
    for patch in sorted(patches, key=lambda patch: (-patch.start, -patch.end)):
        text = text[: patch.start] + patch.text + text[patch.end :]
    return text


@dataclass(frozen=True, slots=True)
class Layout:
    """The composed text of a sound codebook; offsets are those of the text as given."""

    text: str
    top: "MappingNode"

    @property
    def newline(self) -> str:
        """How the lines of the file end."""
        return "\r\n" if "\r\n" in self.text else "\n"

    def section(self, name: str) -> "Node | None":
        """The value of a top field."""
        return next((value for key, value in self.top.value if key.value == name), None)

    def entries(self, section: str) -> "list[MappingNode]":
        """The entries of a list of mappings, in order."""
        node = self.section(section)
        return list(node.value) if node is not None else []

    def entry(self, section: str, id_: str) -> "MappingNode":
        """The entry of this id.

        Raises:
            CodebookError: if there is none.

        """
        for entry in self.entries(section):
            found = field_of(entry, "id")
            if found is not None and str(found[1].value).strip() == id_:
                return entry
        raise CodebookError(f"there is no entry {id_!r} under {section!r} in the codebook")

    def value_end(self, node: "Node") -> int:
        """Where a value ends, without the blank lines behind it."""
        if isinstance(node.value, list) and node.value and not _in_brackets(node):
            last = node.value[-1]
            return self.value_end(last[1] if isinstance(last, tuple) else last)
        start, end = int(node.start_mark.index), int(node.end_mark.index)
        return start + len(self.text[start:end].rstrip())

    def field_end(self, key: "Node", value: "Node") -> int:
        """Where a field ends: its value, or its colon if it has none."""
        if value.start_mark.index == value.end_mark.index:
            return self.text.index(":", key.end_mark.index) + 1
        return self.value_end(value)

    def line_start(self, at: int) -> int:
        """The offset of the beginning of the line that holds ``at``."""
        return self.text.rfind("\n", 0, at) + 1

    def line_end(self, at: int) -> int:
        """The offset behind the line break of the line that holds ``at``."""
        found = self.text.find("\n", at)
        return len(self.text) if found < 0 else found + 1

    def block(self, section: str, id_: str) -> tuple[int, int]:
        """The lines of an entry, with the comment lines right above it and blank lines below.

        Raises:
            CodebookError: if the list is written within brackets.

        """
        node = self.section(section)
        if node is not None and _in_brackets(node):
            raise CodebookError(
                f"the {section} are written as one bracketed list",
                hint="write each on lines of its own",
            )
        entry = self.entry(section, id_)
        start = self.line_start(entry.start_mark.index)
        indent = entry.start_mark.column
        while start > 0:
            above = self.line_start(start - 1)
            line = self.text[above:start]
            if not line.lstrip().startswith("#") or len(line) - len(line.lstrip()) == 0 < indent:
                break
            start = above
        return start, self.line_end(max(self.entry_end(entry) - 1, start))

    def entry_end(self, entry: "MappingNode") -> int:
        """Where the last thing in an entry ends."""
        if entry.flow_style:
            return int(entry.end_mark.index)
        key, value = entry.value[-1]
        return self.field_end(key, value)


def _in_brackets(node: "Node") -> bool:
    return bool(getattr(node, "flow_style", False))


def field_of(entry: "MappingNode", name: str) -> "tuple[Node, Node] | None":
    """The nodes of a field's name and value, or None where the entry has no such field."""
    return next(((key, value) for key, value in entry.value if key.value == name), None)


@lru_cache(maxsize=2)
def lay_out(text: str) -> Layout:
    """The layout of a codebook that has been checked, without a byte order mark.

    The last ones are remembered, as one change may be made of several edits.
    """
    return Layout(text, cast("MappingNode", composed(text)))
