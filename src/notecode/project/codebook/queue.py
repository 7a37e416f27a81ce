"""Looking again at references whose code means something else by now, and deciding on them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from notecode.errors import InputError, NotecodeError, Problem
from notecode.project.coding.session import coder_name, open_coding
from notecode.project.project import Project, current_codebook
from notecode.store import reconsidering
from notecode.store.reconsidering import Reason, Waiting

__all__ = ["Decided", "Reason", "Waiting", "count_waiting", "decide", "read_decisions", "waiting"]

KEEP = ""
"""In place of a code: the reference keeps the one that it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What was done: references kept and recoded; ``refused`` says by id what was not, and why.

    ``reasons`` has the ids of the refused by the reason, each with its note where that is known.
    """

    kept: int
    recoded: int
    refused: tuple[str, ...]
    reasons: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def waiting(project: Project, *, code: str = "", coder: str = "") -> list[Waiting]:
    """References that wait for another look, in reading order.

    Raises:
        ProjectError: if no notes are stored yet.

    """
    with project.database() as db:
        book = current_codebook(project, db)
        return reconsidering.load_waiting(db, book, code=code, coder=coder)


def count_waiting(project: Project) -> dict[tuple[str, Reason], int]:
    """How many references wait, by code and reason."""
    with project.database() as db:
        return reconsidering.count_waiting(db, current_codebook(project, db))


def read_decisions(path: Path) -> dict[str, str]:
    """The decisions of a JSON-lines file: a code, or ``KEEP``, for each reference.

    Each line is {"reference": ID, "recode": CODE} or {"reference": ID, "keep": true}; other fields
    are passed over, so that lines of ``notecode codebook queue --json-lines`` can be added to. A
    line that decides nothing is passed over too.

    Raises:
        InputError: with every line that cannot be read; nothing is decided then.

    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("cannot be read as UTF-8 text", where=str(path)) from error
    decisions: dict[str, str] = {}
    problems = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            decision = _decision(json.loads(line))
        except ValueError as error:
            said = "not JSON" if isinstance(error, json.JSONDecodeError) else str(error)
            problems.append(Problem(file=path.name, line=number, message=said))
            continue
        if decision is not None:
            decisions[decision[0]] = decision[1]
    if problems:
        raise InputError(
            f"{len(problems)} line{'' if len(problems) == 1 else 's'} cannot be read;"
            " nothing was decided",
            where=str(path),
            problems=problems,
            hint='Write {"reference": ID, "keep": true} or {"reference": ID, "recode": CODE}.',
        )
    return decisions


def _decision(line: Any) -> tuple[str, str] | None:
    """Reference and code of one line, or None if it decides nothing."""
    if not isinstance(line, dict) or not isinstance(line.get("reference"), str):
        raise ValueError("no reference is named")
    keep, code = line.get("keep"), line.get("recode")
    if keep not in (None, True, False) or not isinstance(code, str | None):
        raise ValueError("'keep' is true or false, and 'recode' a code")
    if keep and code:
        raise ValueError("it is both kept and recoded")
    if keep:
        return line["reference"], KEEP
    return (line["reference"], code) if code else None


def decide(project: Project, coder: str, decisions: Mapping[str, str]) -> Decided:
    """Keep or recode a coder's references, each an action that the coder can undo.

    Raises:
        ProjectError: if no notes are stored yet.

    """
    kept = recoded = 0
    refused = []
    reasons: dict[str, list[str]] = {}
    with open_coding(project, coder) as session:
        there = {w.reference: w for w in reconsidering.load_waiting(session.db, session.codebook)}
        for reference, code in decisions.items():
            try:
                if code == KEEP:
                    session.keep(reference)
                    kept += 1
                else:
                    session.recode(reference, code)
                    recoded += 1
            except NotecodeError as error:
                item = there.get(reference)
                why = _why_not(item, session.coder) or error.what
                refused.append(f"{reference}: {why}")
                named = f"{reference} (note {item.note_id})" if item else reference
                reasons.setdefault(why, []).append(named)
    return Decided(
        kept=kept,
        recoded=recoded,
        refused=tuple(refused),
        reasons={why: tuple(ids) for why, ids in reasons.items()},
    )


def _why_not(item: Waiting | None, coder: str) -> str:
    """Why a decision cannot be taken, as far as the queue tells it, or ""."""
    if item is None:
        return "it does not wait for another look: it was decided before, or has gone"
    if item.coder == coder:
        return ""
    return f"you have no reference of this id, but {item.coder} has: --coder {item.coder} decides"


def undecided(path: Path) -> int:
    """How many lines of a file of ``read_decisions`` decide nothing."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return sum(bool(line.strip()) and _decision(json.loads(line)) is None for line in lines)


def keeping_all(project: Project, code: str, coder: str) -> dict[str, str]:
    """The decisions that keep all of a coder's references of a code that wait."""
    items = waiting(project, code=code, coder=coder_name(project, coder))
    return {item.reference: KEEP for item in items}
