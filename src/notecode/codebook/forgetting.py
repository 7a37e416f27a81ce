"""Words taken out of a codebook's text: out of what people wrote, never what it is built of."""

import json
import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from notecode.codebook.layout import Patch, lay_out, patched
from notecode.codebook.loading import parse_codebook
from notecode.codebook.mentions import rules_said
from notecode.codebook.nodes import composed
from notecode.codebook.scalars import value_text
from notecode.errors import CodebookError
from notecode.model import Codebook

if TYPE_CHECKING:
    from ruamel.yaml.nodes import Node

FORGOTTEN = "(forgotten)"
"""What stands in their place."""

_FREE = frozenset({"title", "label", "definition", "use_when", "not_when", "example", "aliases"})
"""The fields in which people write what they like; of an alias its text."""

WHO = frozenset({"by", "coder", "author", "reviewer"})
"""What a record calls who did the work: a name that is no word of the codebook."""

_COMMENTS = re.compile(r"#[^\n]*(?:\n[ \t]*#[^\n]*)*")
_APOSTROPHES = "'’‘ʼ"


class Words:
    """Words as they are looked for: whole, in any letter case, spacing and kind of apostrophe."""

    def __init__(self, words: str) -> None:
        """Take them as somebody typed them."""
        written = {unicodedata.normalize(form, words) for form in ("NFC", "NFD")}
        forms = [r"[\s#]+".join(map(_loosely, each.split())) for each in sorted(written)]
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)

    def __repr__(self) -> str:
        return "Words(hidden)"

    def within(self, text: str) -> bool:
        """Whether they stand in a text, or in the values of one that is JSON."""
        return any(self._pattern.search(said) for said in _said(text))

    def within_yaml(self, text: str) -> bool:
        """Whether they stand in a text that is YAML, however it is wrapped or quoted there."""
        return self.within(text) or any(
            self._pattern.search(node.value) for node, _ in _scalars(composed(text))
        )

    def taken_out(self, text: str) -> tuple[str, int]:
        """The text without them, and in how many places they stood."""
        return self._pattern.subn(FORGOTTEN, text)


def without_words(text: str, words: Words) -> tuple[str, Codebook, int]:
    """A codebook's text without words, what it says then, and in how many places they stood.

    They go from titles, labels, definitions, limits, examples, texts of aliases and comments.
    What codes, agencies and rules are known and found by stays.

    Raises:
        CodebookError: if the text is no sound codebook, or would not be one with the same
            entries and rules.

    """
    before, _ = parse_codebook(text, "codebook.yaml")
    if before is None:
        raise CodebookError("a stored version of the codebook cannot be read")
    layout = lay_out(text)
    patches: list[Patch] = []
    places, gap = 0, 0
    for node, place in sorted(_scalars(layout.top), key=lambda each: each[0].start_mark.index):
        start, end = int(node.start_mark.index), layout.value_end(node)
        patches += _comments(text, gap, start, words)
        gap = max(gap, end)
        said, found = words.taken_out(node.value.strip()) if place else ("", 0)
        if found:
            places += found
            column = node.start_mark.column if place == "flow" else _indent(text, start)
            new = value_text(said, indent=column, taken=column, flow=place == "flow")
            patches.append(Patch(start, end, new.replace("\n", layout.newline)))
    patches += _comments(text, gap, len(text), words)
    changed = patched(text, patches)
    after, _ = parse_codebook(changed, "codebook.yaml")
    if after is None or _built_of(after) != _built_of(before):
        raise CodebookError("a stored version would not be sound without these words")
    places += sum(
        words.taken_out(text[p.start : p.end])[1] for p in patches if text[p.start] == "#"
    )
    return changed, after, places


def _built_of(book: Codebook) -> tuple[object, ...]:
    """What forgetting leaves as it is: the ids and the tree, the rules."""
    codes = [(c.id, c.parent, c.key, c.status, c.merged_into, c.split_into) for c in book.codes]
    return (codes, [(a.id, a.key, a.roles, a.status) for a in book.agencies], rules_said(book))


def _comments(text: str, start: int, end: int, words: Words) -> Iterator[Patch]:
    """The comments between two values, each run of lines as one text."""
    for found in _COMMENTS.finditer(text, start, end):
        said, number = words.taken_out(found[0])
        if number:
            yield Patch(found.start(), found.end(), said)


def _indent(text: str, at: int) -> int:
    """The column in which the field of a value begins."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return len(line) - len(line.lstrip(" -"))


def _scalars(node: "Node | None", place: str = "") -> "Iterator[tuple[Node, str]]":
    """Each scalar with how it may be written where it is free text: "flow", "block", else ""."""
    from ruamel.yaml.nodes import CollectionNode, ScalarNode

    if isinstance(node, ScalarNode):
        yield node, place
    if not isinstance(node, CollectionNode):
        return
    style = "flow" if node.flow_style or place == "flow" else "block"
    for item in node.value:
        if isinstance(item, tuple):
            key, value = item
            yield key, ""
            inside = place and key.value == "text"
            free = not place and str(key.value) in _FREE
            yield from _scalars(value, style if inside or free else "")
        else:
            yield from _scalars(item, style if place else "")


def _loosely(word: str) -> str:
    marks = f"[{_APOSTROPHES}]"
    return "".join(marks if char in _APOSTROPHES else re.escape(char) for char in word)


def _said(text: str) -> Iterator[str]:
    """A text, or the texts within one that is JSON, without keys and who did the work."""
    try:
        waiting: list[Any] = [json.loads(text) if text.startswith(("{", "[")) else text]
    except ValueError:
        waiting = [text]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            waiting += [value[key] for key in value.keys() - WHO]
        elif isinstance(value, list):
            waiting += value
