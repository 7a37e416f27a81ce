"""A report, or tables of queries, as CSV files: searched like all that leaves the project."""

from collections.abc import Sequence
from pathlib import Path

from notecode import __version__
from notecode.analysing.report import Report
from notecode.anonymising.vault import Vault
from notecode.counting import title
from notecode.exporting import check_place, telling_what_stays, write_all
from notecode.exporting.catalogue import dictionary_frame
from notecode.exporting.csv import csv_artefact
from notecode.exporting.frames import Frame
from notecode.exporting.placing import COLUMNS_OF
from notecode.project.exporting.doubtful import refuse_doubts
from notecode.project.exporting.frames import report_frame, report_line, table_frame, table_line
from notecode.project.exporting.noting import noted_export
from notecode.project.exporting.refused import flagging_what_is_refused
from notecode.project.exporting.searched import searched_for
from notecode.project.gate import (
    check_searchable,
    open_gate,
    typed_in_settings,
    words_of_the_project,
)
from notecode.project.people_file import people_of_cases
from notecode.project.project import Project, current_codebook
from notecode.project.tables import STUDY, MadeTables
from notecode.store import exported


def export_report(
    project: Project,
    report: Report,
    *,
    people: Path | None = None,
    vault: Vault | None = None,
    unsearched: bool = False,
    unreviewed: bool = False,
    to: Path | None = None,
) -> Path:
    """Write a report as CSV, with its data dictionary beside it; returns the report's path.

    They are readable by their owner alone. ``to`` is another directory than the project's for
    exports.

    Raises:
        UsageError: if there is nothing to search it for names with, and ``unsearched`` is not
            said; the file then says that it was not.
        InputError: if the people file cannot be read, or names nobody of the cases.
        LeakError: if an identifier stands in it, or in what it quotes a flag that nobody has
            decided on, and ``unreviewed`` is not said; nothing was written.
        DisclosureError: if it would give away what is withheld beside it.
        WriteError: if a file cannot be written; what was there before is unharmed.

    """
    check_searchable(people, vault, unsearched=unsearched, what="the file")
    with telling_what_stays(to or project.exports):
        refuse_doubts(report.doubts, unreviewed=unreviewed)
    unsought = searched_for(project, people, vault).unsought
    line = report_line(report, __version__, unsearched=unsought)
    headings = [text for column in report.columns for text in (column.name, column.meaning)]
    made = [(report_frame(report), line)]
    said = f"{report.name}, {report.shown} rows"
    path, *_ = _write(project, made, headings, said=said, people=people, vault=vault, to=to)
    return path


def export_tables(
    project: Project,
    made: MadeTables,
    *,
    people: Path | None = None,
    vault: Vault | None = None,
    unsearched: bool = False,
    to: Path | None = None,
) -> tuple[Path, ...]:
    """Write each table of counts as CSV, each with its data dictionary; returns the paths.

    Raises:
        UsageError, InputError, LeakError, WriteError: as ``export_report``.

    """
    check_searchable(people, vault, unsearched=unsearched, what="the tables")
    unsought = searched_for(project, people, vault).unsought
    frames = [
        (
            table_frame(each, made.codebook),
            table_line(each, synthetic=made.synthetic, unsearched=unsought),
        )
        for each in made.tables
    ]
    own = [title(each.table) for each in made.tables if each.kind == STUDY]
    said = f"{len(frames)} tables"
    return _write(project, frames, own, said=said, people=people, vault=vault, to=to)


def _write(
    project: Project,
    made: Sequence[tuple[Frame, str]],
    own: Sequence[str],
    *,
    said: str,
    people: Path | None,
    vault: Vault | None,
    to: Path | None,
) -> tuple[Path, ...]:
    """Write frames with the lines that say where they come from; ``own`` words are no names."""
    directory = to or project.exports
    for frame, _ in made:
        check_place(directory, f"{frame.name}.csv", 0)
    with telling_what_stays(directory), project.database() as db:
        as_of = exported.last_change(db)
        words = words_of_the_project(db, current_codebook(project, db))
        headings = [c.meaning for frame, _ in made for c in frame.columns]
        rosters = people_of_cases(project, people, db)
        typed = typed_in_settings(project)
        gate = open_gate(db, rosters, vault, [*words, *own, *headings], typed=typed)
        files = []
        for frame, line in made:
            dated = f"{line}; as of {as_of}" if as_of else line
            meanings = dictionary_frame([frame], name=f"{frame.name}{COLUMNS_OF}")
            files += [csv_artefact(frame, dated), csv_artefact(meanings, dated)]
        searched = searched_for(project, people, vault)
        noted = noted_export(db, said, searched, elsewhere=to is not None)
        with noted, flagging_what_is_refused(project, gate):
            return write_all(directory, files, gate, owner_only=True)
