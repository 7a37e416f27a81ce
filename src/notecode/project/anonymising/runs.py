"""What each run took in, for the record of an ethics file: files, columns, cases, who ran it."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from notecode.anonymising.leak_check import LeakSearch
from notecode.errors import InputError
from notecode.project.authors import author_name
from notecode.project.project import Project, now
from notecode.project.reading import ReadFile, Sources
from notecode.raw import Roster
from notecode.store import facts
from notecode.store.connection import Database

ANONYMISED = "anonymised"
"""What a run of the anonymiser is called."""

_FACT = "run "
_WITHHELD = "(its name looks like an identifier)"
_EXPECTED = ("SU", "VS")
"""Roles that every case has somebody for."""


def begin_run(project: Project, sources: Sources, what: str) -> Mapping[str, Any]:
    """What a run is given and who runs it, asked before its first case: to be kept at its end.

    Of a file its name, size, rows and columns are kept, and nothing that stands in its rows.

    Raises:
        UsageError: if it is not known who runs it.
        InputError: if a file is not there any more.

    """
    names = LeakSearch(sources.rosters.values(), thorough=True)
    return {
        "by": author_name(project.settings.coder),
        "what": what,
        "files": [_file(file, names) for file in sources.files],
        "notes": sources.note_count,
        "cases": len(sources.cases),
        "without": _without(sources),
    }


def keep_run(
    db: Database, run: Mapping[str, Any], *, done: int, refused: Iterable[str] = ()
) -> None:
    """Keep what a run was given and came to: ``done`` cases, and the ids of those ``refused``."""
    number = len(facts.load_facts(db, _FACT)) + 1
    run = {"at": now(), **run, "done": done, "refused": sorted(refused)}
    facts.save_fact(db, f"{_FACT}{number:06}", json.dumps(run, ensure_ascii=False))


def kept_runs(db: Database) -> tuple[Mapping[str, Any], ...]:
    """Every run that was kept, the first one first."""
    return tuple(json.loads(kept) for _, kept in sorted(facts.load_facts(db, _FACT).items()))


def _file(file: ReadFile, names: LeakSearch) -> dict[str, Any]:
    name = file.path.name
    try:
        size = file.path.stat().st_size
    except OSError as error:
        raise InputError(f"the file cannot be read: {error.strerror}", where=name) from None
    words = name.replace("_", " ").replace("-", " ")
    return {
        "kind": file.kind,
        "name": _WITHHELD if names.find(f"{name}\n{words}", uk_patterns=True) else name,
        "bytes": size,
        "rows": file.rows,
        "columns": [field for field, _, _ in file.choices],
        "columns_left_out": len(file.left_out),
    }


def _without(sources: Sources) -> dict[str, list[str]]:
    """The cases in which nobody is listed as service user, and as victim or survivor."""
    return {
        role: sorted(
            case_id
            for case_id in sources.notes
            if all(p.role != role for p in sources.rosters.get(case_id, Roster(case_id)).people)
        )
        for role in _EXPECTED
    }
