"""TOML as text: where its keys stand, and one table rewritten with the rest left alone.

The standard library reads TOML and does not write it. Only a table's plain ``key = value`` lines
are edited here; whoever calls reads the result back and compares before it is written.
"""

import json
import re
import tomllib

_HEADING = re.compile(r"^\s*\[\s*([^\[\]#]+?)\s*\]\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*("(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+)\s*=""")


def _heading(line: str) -> str | None:
    """The name of the table that the line opens, or None."""
    found = _HEADING.match(line)
    if not found:
        return None
    return ".".join(part.strip().strip("\"'") for part in found[1].split("."))


def _key(line: str) -> str | None:
    """The key that the line sets, without its quotes, or None."""
    found = _KEY.match(line)
    if not found:
        return None
    return next(iter(tomllib.loads(f"{found[1]} = 0")))


def key_lines(text: str) -> dict[tuple[str, str], int]:
    """The line of each (table, key), and of each heading as (table, "")."""
    lines: dict[tuple[str, str], int] = {}
    table = ""
    for number, line in enumerate(text.split("\n"), start=1):
        opened, key = _heading(line), _key(line)
        if opened is not None:
            table = opened
            lines.setdefault((table, ""), number)
        elif key is not None:
            lines.setdefault((table, key), number)
    return lines


def repeated_lines(text: str) -> list[tuple[str, int, int]]:
    """Every table and key that stands twice, as TOML forbids: its name and both lines."""
    first: dict[tuple[str, str], int] = {}
    twice: list[tuple[str, int, int]] = []
    table = ""
    for number, line in enumerate(text.split("\n"), start=1):
        opened, key = _heading(line), _key(line)
        if opened is None and key is None:
            continue
        table = table if opened is None else opened
        place = (table, key if opened is None and key else "")
        earlier = first.setdefault(place, number)
        if earlier != number:
            name = f"[{table}] {place[1]}".strip() if table else place[1]
            twice.append((name, earlier, number))
    return twice


def toml_value(value: str | int | tuple[str, ...]) -> str:
    """The value in TOML's notation; a JSON string is one, but for DEL."""
    if isinstance(value, tuple):
        return f"[{', '.join(toml_value(item) for item in value)}]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")


def with_table(text: str, table: str, items: dict[str, str]) -> str:
    """The TOML text with exactly these keys in the table; comments stay where they are."""
    lines = text.split("\n")
    start = next((n for n, line in enumerate(lines) if _heading(line) == table), None)
    if start is None:
        body = [f"{_bare(key)} = {value}" for key, value in items.items()]
        return "\n".join([text.rstrip("\n"), "", f"[{table}]", *body, ""]).lstrip("\n")
    end = next(
        (n for n in range(start + 1, len(lines)) if lines[n].lstrip().startswith("[")), len(lines)
    )
    left = dict(items)
    kept = _edited_lines(lines[start + 1 : end], left)
    place = next((n for n in range(len(kept), 0, -1) if kept[n - 1].strip()), 0)
    # A comment just above the next table belongs to that table.
    while end < len(lines) and place and _is_apart(kept[place - 1]):
        place -= 1
    kept[place:place] = [f"{_bare(key)} = {value}" for key, value in left.items()]
    return "\n".join([*lines[: start + 1], *kept, *lines[end:]])


def _is_apart(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _edited_lines(lines: list[str], left: dict[str, str]) -> list[str]:
    """The table's lines with the new values; what is placed is taken out of ``left``."""
    kept: list[str] = []
    rest = iter(lines)
    for line in rest:
        key = _key(line)
        if key is None:
            kept.append(line)
            continue
        whole = line
        while not _parses(whole):
            following = next(rest, None)
            if following is None:
                break
            whole += "\n" + following
        if key not in left:
            continue
        value = left.pop(key)
        same = _parses(whole) and tomllib.loads(whole) == tomllib.loads(f"{_bare(key)} = {value}")
        kept.extend(whole.split("\n") if same else [f"{_bare(key)} = {value}{_comment(whole)}"])
    return kept


def _comment(line: str) -> str:
    """The comment at the end of a one-line ``key = value``, with the space before it."""
    for place in (n for n, character in enumerate(line) if character == "#"):
        if "\n" not in line and _parses(line[:place]):
            return "  " + line[place:]
    return ""


def _parses(text: str) -> bool:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return True


def _bare(key: str) -> str:
    return key if re.fullmatch(r"[\w-]+", key, re.ASCII) else toml_value(key)
