"""Writing coders' summaries: one from the command line, or many as JSON lines.

    {"case": "C1", "code": "direct-work", "text": "Two sessions, then nothing.", "coder": "amina"}

Without a coder a line is of who runs the command. An empty text withdraws what was written.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from notecode.coding.identifiers import new_id
from notecode.errors import InputError, LeakError, NotecodeError, Problem, UsageError
from notecode.model import Codebook
from notecode.passages import Summary
from notecode.project.coding.session import coder_name
from notecode.project.gate import search
from notecode.project.project import Project, current_codebook, now
from notecode.store import references
from notecode.store.connection import Database
from notecode.store.notes import load_cases
from notecode.store.summaries import add_summaries, forget_summary, load_summaries
from notecode.text.nearest import meant
from notecode.text.normalise import normalise

LONGEST = 20_000
"""Characters of a summary: more does not fit the cell of a spreadsheet beside others."""

_FIELDS = ("case", "code", "coder", "written", "text")


def summarise(project: Project, case_id: str, code: str, text: str, *, coder: str = "") -> int:
    """Store one summary; returns 1, or 0 if it said that already.

    Raises:
        UsageError: if there is no such case or code, or the text is too long.
        LeakError: if the text holds what looks like a number, address or postcode.

    """
    line = {"case": case_id, "code": code, "text": text}
    with project.database() as db:
        problems, found = _checked(db, project, [(1, line)], coder)
        if problems:
            raise UsageError(
                "; ".join(message for _, message, _ in problems),
                hint="; ".join(hint for _, _, hint in problems if hint),
            )
        return _store(db, found)


def take_summaries(project: Project, path: Path, *, coder: str = "") -> tuple[int, int]:
    """Store the summaries of a file of JSON lines; returns how many it has, how many are new.

    Raises:
        InputError: if the file or any of its lines cannot be used; nothing was stored.
        LeakError: if a text holds what looks like a number, address or postcode; nothing was.

    """
    lines, unreadable = _read(path)
    with project.database() as db:
        problems, found = _checked(db, project, lines, coder)
        if unreadable or problems:
            raise InputError(
                "the summaries cannot be taken; nothing was stored",
                problems=[
                    Problem(file=str(path), line=number, message=message, hint=hint)
                    for number, message, hint in sorted([*unreadable, *problems])
                ],
            )
        return len(found), _store(db, found)


def forget(project: Project, case_id: str, code: str, *, coder: str = "") -> int:
    """Take a summary out of the database in all its versions; returns how many there were."""
    with project.database() as db:
        return forget_summary(db, case_id, code, coder_name(project, coder), now())


def summaries_as_lines(project: Project, *, coder: str = "") -> list[str]:
    """Everybody's summaries, or one coder's, as the lines that ``take_summaries`` reads."""
    with project.database() as db:
        found = load_summaries(db, coder)
    return [json.dumps(_line(summary), ensure_ascii=False) for summary in found]


def _line(summary: Summary) -> dict[str, str]:
    fields = asdict(summary)
    return {name: fields["case_id" if name == "case" else name] for name in _FIELDS}


_Line = tuple[int, Mapping[str, Any]]
_Problem = tuple[int, str, str]


def _read(path: Path) -> tuple[list[_Line], list[_Problem]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("the file cannot be read as UTF-8 text", where=str(path)) from error
    lines: list[_Line] = []
    problems: list[_Problem] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except ValueError:
            problems.append((number, "is no JSON", 'one object a line: {"case": …, "code": …}'))
            continue
        if isinstance(found, dict):
            lines.append((number, found))
        else:
            problems.append((number, "is no JSON object", ""))
    return lines, problems


def _checked(
    db: Database, project: Project, lines: Iterable[_Line], coder: str
) -> tuple[list[_Problem], list[Summary]]:
    """The summaries that the lines hold, and everything that is wrong with them."""
    book = current_codebook(project, db)
    cases = {case.id: case.id for case in load_cases(db)}
    problems: list[_Problem] = []
    found: dict[tuple[str, str, str], Summary] = {}
    moment = now()
    for number, line in lines:
        wrong = _wrong(line, book, cases)
        problems += [(number, message, hint) for message, hint in wrong]
        if wrong:
            continue
        try:
            name = coder_name(project, line.get("coder") or coder)
        except NotecodeError as error:
            problems.append((number, error.what, error.hint))
            continue
        key = (line["case"], line["code"], name)
        if key in found:
            problems.append((number, "the same case, code and coder stand in the file before", ""))
        found[key] = Summary(
            case_id=line["case"],
            code=line["code"],
            coder=name,
            written=_in_utc(line.get("written", "")) or moment,
            text=normalise(line["text"]).strip(),
        )
    return problems, list(found.values())


def _wrong(
    line: Mapping[str, Any], book: Codebook, cases: Mapping[str, str]
) -> list[tuple[str, str]]:
    """What is wrong with one line, each with a hint."""
    odd = [f"{name} is not text" for name in _FIELDS if not isinstance(line.get(name, ""), str)]
    odd += [f"has no {name}" for name in ("case", "code", "text") if name not in line]
    odd += [
        f"{name!r} is not known here" for name in line if name not in (*_FIELDS, "masked_since")
    ]
    if odd:
        return [(each, f"fields: {', '.join(_FIELDS)}") for each in odd]
    wrong = []
    if line["case"] not in cases:
        wrong.append((f"no case {line['case']!r}", meant("case", line["case"], cases)))
    codes = {code.id: code.label for code in book.codes}
    if line["code"] not in codes:
        wrong.append((f"no code {line['code']!r}", meant("code", line["code"], codes)))
    if not _is_time(line.get("written", "")):
        wrong.append(("written is no time", "for example 2026-02-03T10:15:00+00:00"))
    if len(line["text"]) > LONGEST:
        wrong.append((f"the text has {len(line['text']):,} characters, at most {LONGEST:,}", ""))
    return wrong


def _in_utc(text: str) -> str:
    return datetime.fromisoformat(text).astimezone(UTC).isoformat() if text else ""


def _is_time(text: str) -> bool:
    """Whether a time is written as ISO 8601 has it, with its zone; "" is the present moment."""
    if not text:
        return True
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _store(db: Database, found: Sequence[Summary]) -> int:
    """Store them with their coders.

    Raises:
        LeakError: if one holds an identifier that a pattern finds; nothing was stored.

    """
    texts = [(f"case {s.case_id}, code {s.code}", s.text) for s in found]
    leaks = search(texts, (), uk_patterns=True)
    if leaks:
        raise LeakError(
            f"holds what looks like an identifier ({', '.join(sorted({x.type for x in leaks}))});"
            " nothing was stored",
            where="; ".join(dict.fromkeys(leak.id for leak in leaks)),
            hint="Say it with the tags of the notes.",
        )
    for name in dict.fromkeys(summary.coder for summary in found):
        references.add_coder(db, name, now())
    return add_summaries(db, [(new_id(), summary) for summary in found], now())
