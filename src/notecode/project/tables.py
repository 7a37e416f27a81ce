"""Named queries: saved in notecode.toml, and made into their tables again with one command."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from notecode.counting import study_tables
from notecode.errors import Problem, UsageError
from notecode.model import Codebook, CountTable, NamedCount
from notecode.project.counting import Counting, checked, is_synthetic_in, whose_coding
from notecode.project.project import Project, current_codebook
from notecode.settings import remember_table
from notecode.settings.toml import key_lines
from notecode.store.attributes import load_attributes
from notecode.store.notes import load_cases
from notecode.text.nearest import meant

STUDY = "study"
"""The preset of the study's own tables."""

SAVED = "saved"
"""The queries that were saved in the settings."""

WHERE_SAVED = "saved tables stand in notecode.toml under [tables]: rename or delete one there"

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedTable:
    """A table with the query that it is of, and whether that was "saved" or is of a preset."""

    kind: str
    query: NamedCount
    table: CountTable

    @property
    def name(self) -> str:
        """What tells it from the others: "saved-by-site"."""
        return f"{self.kind}-{self.query.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeTables:
    """The tables of queries, and the problems of those of which none could be made."""

    tables: tuple[NamedTable, ...]
    codebook: Codebook
    problems: tuple[Problem, ...] = ()
    synthetic: bool = False


def check_name(name: str) -> None:
    """Refuse what cannot be the name of a saved query.

    Raises:
        UsageError: if it has other characters than small letters, digits and hyphens.

    """
    if not _NAME.fullmatch(name):
        raise UsageError(
            f"{name!r} is no name for a table",
            hint="Small letters, digits and hyphens, such as agency-by-site.",
        )


def save_query(project: Project, query: NamedCount) -> None:
    """Write a query into the project's settings, once it names only what is there.

    Raises:
        UsageError: if its name has other characters than small letters, digits and hyphens, or
            it names what does not exist.
        SettingsError: if the settings cannot be edited.
        WriteError: if they cannot be written; what was there is unharmed.

    """
    check_name(query.name)
    with project.database() as db:
        spec = replace(query.spec, coder=whose_coding(db, query.spec.coder))
        codebook = current_codebook(project, db)
        attributes = load_attributes(db, project.settings.attributes)
        only = checked(db, codebook, load_cases(db), attributes, spec).only
    query = replace(query, spec=replace(query.spec, only=only))
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
            hint="; ".join(
                [
                    *dict.fromkeys(meant("table", name, titles) for name in unknown),
                    *([] if preset == STUDY else [WHERE_SAVED]),
                ]
            ),
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
) -> MadeTables:
    """The tables of saved queries, or of a preset.

    ``coder`` says whose coding is counted by the queries that do not say it. All tables are of
    one moment. Of saved queries that name what does not exist there are no tables, but problems.

    Raises:
        UsageError: if a name is unknown, or it is open whose coding is meant.
        ProjectError: if no notes are stored yet.

    """
    with project.database() as db:
        codebook = current_codebook(project, db)
        with db.reading():
            queries = chosen_queries(project, codebook, names, preset)
            specs = [query.spec for query in queries]
            counting = Counting(db, codebook, specs, project.settings.attributes)
            made = tables_in(counting, project, queries, kind=preset or SAVED, coder=coder)
            return replace(made, synthetic=is_synthetic_in(db))


def tables_in(
    counting: Counting,
    project: Project,
    queries: Iterable[NamedCount],
    *,
    kind: str,
    coder: str,
) -> MadeTables:
    """The tables of these queries, of which ``counting`` is, as ``make_tables`` gives them."""
    db = counting.db
    made: list[NamedTable] = []
    problems: list[Problem] = []
    for query in queries:
        spec = (
            query.spec if query.spec.coder else replace(query.spec, coder=whose_coding(db, coder))
        )
        try:
            table = counting.table(spec)
        except UsageError as error:
            problems.append(_problem(project, query, error))
        else:
            made.append(NamedTable(kind=kind, query=query, table=replace(table, title=query.title)))
    return MadeTables(tables=tuple(made), problems=tuple(problems), codebook=counting.codebook)


def _problem(project: Project, query: NamedCount, error: UsageError) -> Problem:
    """What is wrong with a saved query, and where it stands in the settings."""
    heading = f"tables.{query.name}"
    try:
        lines = key_lines(project.settings_path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        lines = {}
    return Problem(
        file=str(project.settings_path),
        message=f"[{heading}] {error.what}",
        hint=error.hint,
        line=lines.get((heading, "")),
    )
