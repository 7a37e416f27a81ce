"""The names of an agency edited in its list: each on its line, those that stay left as they are."""

from collections.abc import Sequence
from typing import Any

from notecode.codebook.layout import Layout, Patch, field_of
from notecode.codebook.nodes import is_entry
from notecode.codebook.scalars import value_text
from notecode.errors import CodebookError
from notecode.model import Alias


def alias_yaml(alias: Alias) -> str:
    """An alias as an entry of a YAML list."""
    text = value_text(alias.text, indent=0, taken=0, flow=True)
    if not (alias.sites or alias.exact):
        return text
    sites = value_text(alias.sites, indent=0, taken=0) if alias.sites else ""
    marks = ", exact: true" * alias.exact + f", sites: {sites}" * bool(sites)
    return f"{{text: {text}{marks}}}"


def joined_aliases(known: Sequence[Alias], wanted: Sequence[Alias]) -> tuple[Alias, ...]:
    """The names wanted: those known in the order in which they stand, then the new ones."""
    kept = [alias for alias in known if alias in wanted]
    return (*kept, *(alias for alias in dict.fromkeys(wanted) if alias not in kept))


def alias_patches(
    layout: Layout, entry: Any, known: Sequence[Alias], wanted: Sequence[Alias]
) -> list[Patch]:
    """Patches that make the list of aliases, which is there and not empty, the one wanted.

    Raises:
        CodebookError: if the list is written in a way that cannot be edited line by line.

    """
    found = field_of(entry, "aliases")
    nodes = [node for node in found[1].value if is_entry(node)] if found else []
    if found is None or len(nodes) != len(known):
        raise CodebookError(
            "the aliases are written in a way that this change cannot be fitted into",
            hint="write each on a line of its own",
        )
    if getattr(found[1], "flow_style", False):
        written = ", ".join(map(alias_yaml, joined_aliases(known, wanted)))
        start, end = found[1].start_mark.index, layout.value_end(found[1])
        return [Patch(start, end, f"[{written}]")]
    lines = [
        (layout.line_start(node.start_mark.index), layout.line_end(layout.value_end(node)))
        for node in nodes
    ]
    patches = [
        Patch(start, end, "")
        for (start, end), alias in zip(lines, known, strict=True)
        if alias not in wanted
    ]
    end = lines[-1][1]
    lead = "" if layout.text[:end].endswith("\n") else layout.newline
    first = layout.text[lines[0][0] : lines[0][1]]
    column = " " * (len(first) - len(first.lstrip(" ")))
    added = joined_aliases((), [alias for alias in wanted if alias not in known])
    new = "".join(f"{column}- {alias_yaml(alias)}{layout.newline}" for alias in added)
    return [*patches, Patch(end, end, lead + new)] if new else patches


def alias_lines(aliases: Sequence[Alias], column: int) -> list[str]:
    """A new field of aliases as lines, its name in this column."""
    pad = " " * column
    return [f"{pad}aliases:", *(f"{pad}  - {alias_yaml(alias)}" for alias in aliases)]
