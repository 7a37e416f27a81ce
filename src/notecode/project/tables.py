"""Named queries: saved in notecode.toml, and made into their tables again with one command."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from notecode.counting import check_spec, study_tables
from notecode.errors import UsageError
from notecode.model import Codebook, CountTable, NamedCount
from notecode.project.counting import count_in, known_in, whose_coding
from notecode.project.project import Project, current_codebook
from notecode.settings import remember_table
from notecode.store.attributes import load_attributes
from notecode.store.connection import Database
from notecode.store.notes import load_cases
from notecode.text.nearest import meant

STUDY = "study"
"""The preset of the study's own tables."""

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")


def save_query(project: Project, query: NamedCount) -> None:
    """Write a query into the project's settings, once it names only what is there.

    Raises:
        UsageError: if its name has other characters than small letters, digits and hyphens, or
            it names what does not exist.
        SettingsError: if the settings cannot be edited.
        WriteError: if they cannot be written; what was there is unharmed.

    """
    if not _NAME.fullmatch(query.name):
        raise UsageError(
            f"{query.name!r} is no name for a table",
            hint="Small letters, digits and hyphens, such as agency-by-site.",
        )
    with project.database() as db:
        spec = replace(query.spec, coder=whose_coding(db, query.spec.coder))
        codebook = current_codebook(project, db)
        attributes = load_attributes(db, project.settings.attributes)
        check_spec(spec, known_in(db, codebook, load_cases(db), attributes, spec))
    remember_table(project.settings_path, query)


def chosen_queries(
    project: Project, codebook: Codebook, names: Sequence[str], preset: str
) -> tuple[NamedCount, ...]:
    """The saved queries, or those of a preset; of these, the ones named, in the order named.

    Raises:
        UsageError: if there is none of a name, with the nearest; or if there are none at all.

    """
    if preset == STUDY:
        known = {query.name: query for query in study_tables(codebook)}
    else:
        known = dict(project.settings.tables)
    titles = {name: query.title or name for name, query in known.items()}
    unknown = [name for name in names if name not in known]
    if unknown:
        raise UsageError(
            "; ".join(f"no table {name!r}" for name in unknown),
            hint="; ".join(dict.fromkeys(meant("table", name, titles) for name in unknown)),
        )
    if not known:
        raise UsageError(
            "no tables have been saved in this project",
            hint="Save one with `notecode counts --by agency --save NAME`, or make those of the"
            " study: `notecode tables --preset study`.",
        )
    return tuple(known[name] for name in names or known)


def list_queries(
    project: Project, names: Sequence[str] = (), *, preset: str = ""
) -> tuple[NamedCount, ...]:
    """The saved queries, or those of a preset (see ``chosen_queries``), without counting."""
    return chosen_queries(project, current_codebook(project), names, preset)


def make_tables(
    project: Project, names: Sequence[str] = (), *, preset: str = "", coder: str = ""
) -> Iterator[tuple[NamedCount, CountTable, Codebook]]:
    """The tables of saved queries, or of a preset, each with its query and the codebook.

    ``coder`` says whose coding is counted by the queries that do not say it. All tables are of
    one moment.

    Raises:
        UsageError: if a name is unknown, or a query names what does not exist; its name is given.
        ProjectError: if no notes are stored yet.

    """
    with project.database() as db:
        codebook = current_codebook(project, db)
        with db.reading():
            for query in chosen_queries(project, codebook, names, preset):
                table = _table(project, db, codebook, query, coder)
                yield query, replace(table, title=query.title), codebook


def _table(
    project: Project, db: Database, codebook: Codebook, query: NamedCount, coder: str
) -> CountTable:
    try:
        spec = replace(query.spec, coder=whose_coding(db, query.spec.coder or coder))
        return count_in(db, codebook, spec, project.settings.attributes)
    except UsageError as error:
        raise UsageError(error.what, where=f"table {query.name}", hint=error.hint) from error
