"""What is stored as given must identify nobody: ids, headers, sites, values of the case record."""

from collections.abc import Iterable

from notecode.anonymising.findings import PERSON
from notecode.anonymising.leak_check import find_leaks
from notecode.errors import LeakError
from notecode.model import CaseValue
from notecode.project.reading import Sources
from notecode.raw import Roster

_SHOWN = 5


def refuse_identifying_values(sources: Sources) -> None:
    """Stop if anything that would be stored as given identifies somebody.

    Ids and headers are held against the people of every case, values against those of their own.

    Raises:
        LeakError: naming files, rows, columns, numbers and types, never what was found.

    """
    _refuse_headers(sources)
    _refuse_ids(sources)
    _refuse_values(sources)


def refuse_identifying_words(
    words: Iterable[tuple[str, str]], rosters: Iterable[Roster] = ()
) -> None:
    """Stop if a value or a name that a coder typed identifies somebody.

    ``words`` are pairs of what they are and what they say. Without rosters numbers, addresses and
    postcodes are looked for, and no names; the gate looks for those before anything leaves.

    Raises:
        LeakError: naming what it is and types, never what was found.

    """
    leaks = find_leaks(words, rosters, uk_patterns=True)
    if leaks:
        raise LeakError(
            f"holds what looks like an identifier ({', '.join(sorted({x.type for x in leaks}))});"
            " nothing was stored",
            where="; ".join(dict.fromkeys(leak.id for leak in leaks)),
            hint="Say it with the tags of the notes.",
        )


def _refuse_headers(sources: Sources) -> None:
    """Headers are remembered in notecode.toml, and those of attributes stored as their names."""
    headers = [
        (f"{file.path.name}, column {number} of those that are read", header)
        for file in sources.files
        for number, header in enumerate(
            (header for headers in file.layout.columns.values() for header in headers), 1
        )
    ]
    names = list(dict.fromkeys(_column(value) for value in sources.values))
    headers += [
        (f"attribute {number} of the case file", name) for number, name in enumerate(names, 1)
    ]
    leaks = find_leaks(headers, sources.rosters.values(), uk_patterns=True)
    if leaks:
        places = list(dict.fromkeys(leak.id for leak in leaks))
        raise LeakError(
            "a column header holds an identifier"
            f" ({', '.join(sorted({leak.type for leak in leaks}))}); nothing was stored",
            where="; ".join(places[:_SHOWN]),
            hint="Give the column a header that names nobody, or take it out of the file.",
        )


def _refuse_ids(sources: Sources) -> None:
    ids = [(f"the id of case {n}", case_id) for n, case_id in enumerate(sources.cases, 1)]
    ids += [
        (f"row {note.row}" if note.row is not None else f"note {number}", note.id)
        for number, note in enumerate((n for notes in sources.notes.values() for n in notes), 1)
    ]
    # A number may be somebody's reference by chance: those are held against the own case alone.
    leaks = find_leaks(ids, sources.rosters.values())
    places = list(dict.fromkeys(leak.id for leak in leaks if leak.type == PERSON))
    if places:
        raise LeakError(
            f"{len(places)} ids of notes or cases hold a name of the people file;"
            " nothing was stored",
            where="; ".join(places[:_SHOWN]) + (" …" if len(places) > _SHOWN else ""),
            hint="Give the export ids that are numbers or codes, and run it again.",
        )


def _refuse_values(sources: Sources) -> None:
    """Sites and values of the case record are stored as given."""
    columns: dict[str, set[str]] = {}
    types: set[str] = set()
    by_case: dict[str, list[tuple[str, str]]] = {}
    for value in sources.values:
        if value.value:
            by_case.setdefault(value.case_id, []).append((_column(value), value.value))
    for case_id, case in sources.cases.items():
        roster = sources.rosters.get(case_id, Roster(case_id))
        texts = [("site", case.site), *by_case.get(case_id, ())]
        for leak in find_leaks(texts, [roster], uk_patterns=True):
            columns.setdefault(leak.id, set()).add(case_id)
            types.add(leak.type)
    if columns:
        places = ", ".join(f"{name!r} in {len(ids)} cases" for name, ids in columns.items())
        raise LeakError(
            f"the case record would be stored with identifiers in it ({', '.join(sorted(types))});"
            " nothing was stored",
            where=f"columns {places}",
            hint='Leave such a column out: "attribute:NAME" = "" under [layout.cases] in'
            " notecode.toml, or take it out of the file.",
        )


def _column(value: CaseValue) -> str:
    return f"{value.name} ({value.stage})" if value.stage else value.name
