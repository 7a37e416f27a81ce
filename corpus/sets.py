"""What the compilers of the hand-labelled sets share: reading a set, its errors, its command."""

import datetime
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError


class SetError(Exception):
    """A set that cannot be compiled; `problems` holds every one of them, each with its note."""

    def __init__(self, name: str, problems: list[str]) -> None:
        super().__init__(f"{name}: {len(problems)} problem(s)")
        self.problems = problems


def read_cases(path: Path) -> list[dict[str, Any]]:
    """The cases of a set as its file has them; each has an `id` and a `site`.

    Raises:
        SetError: The file is no YAML, is another set, or a case lacks its id or site.
    """
    try:
        content = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
        cases: list[dict[str, Any]] = list(content["cases"])
    except (YAMLError, KeyError, TypeError) as error:
        raise SetError(path.name, [f"cannot be read as a set: {error}"]) from error
    problems: list[str] = []
    if content.get("set") != path.stem:
        problems.append(f"`set` is {content.get('set')!r}, the file is {path.stem!r}")
    for at, case in enumerate(cases, 1):
        problems += [f"case {at}: has no {key}" for key in ("id", "site") if not case.get(key)]
    if problems:
        raise SetError(path.name, problems)
    return cases


def used_again(ids: Iterable[str]) -> list[str]:
    """A problem for each id that is used more than once."""
    return [f"{each}: the id is used {n} times" for each, n in Counter(ids).items() if n > 1]


def iso_date(value: Any) -> str:
    """A date of the YAML file as ISO text, whether or not YAML knew it for one.

    Raises:
        ValueError: It is no date.
    """
    return datetime.date.fromisoformat(str(value)).isoformat()


def write_records(path: Path, records: list[dict[str, Any]]) -> int:
    """Writes a set's `.jsonl` beside it, one record a line; the number of records."""
    lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in records]
    path.with_suffix(".jsonl").write_text("".join(lines), encoding="utf-8", newline="\n")
    return len(records)


def for_each_set(folder: Path, names: list[str], action: Callable[[Path], Iterable[object]]) -> int:
    """Prints what `action` says of each set named, or of all in the folder; the exit code.

    1 where a set is missing or has problems: they go to standard error, and the others go on.
    """
    failed = 0
    for path in [folder / f"{name}.yaml" for name in names] or sorted(folder.glob("*.yaml")):
        try:
            for line in action(path):
                print(line)
        except SetError as error:
            failed = 1
            print(error, *error.problems, sep="\n  ", file=sys.stderr)
        except FileNotFoundError:
            failed = 1
            print(f"{path.name}: no such set in {folder}", file=sys.stderr)
    return failed
