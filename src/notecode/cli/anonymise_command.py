"""``notecode anonymise``: from an identifiable export to stored, anonymised notes."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notecode.cli.inputs import optional_input_options
from notecode.cli.opening_vault import vault_to_write
from notecode.cli.output import (
    Progress,
    counted,
    json_option,
    print_json,
    print_pairs,
    print_problems,
    project_option,
)
from notecode.cli.passphrase import PassphraseSource, passphrase_options

if TYPE_CHECKING:
    from notecode.project import Project
    from notecode.project.anonymising.study import AnonymiseSummary


@click.command("anonymise")
@optional_input_options
@click.option(
    "--again", is_flag=True, help="Do cases again that are done (after a new people file)."
)
@click.option(
    "--set-aside",
    "aside",
    is_flag=True,
    help="Take in corrected notes: what lies on changed words is to be decided again.",
)
@click.option(
    "--vault", is_flag=True, help="Keep the originals in the vault; make one if there is none."
)
@click.option(
    "--report",
    is_flag=True,
    help="Write the record for the ethics file into exports/; without EXPORT, of what is stored.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes to use (default: one, on a long export one a core). The result is the same.",
)
@passphrase_options
@json_option
@project_option
def command(
    *,
    exports: tuple[Path, ...],
    people: Path | None,
    cases: Path | None,
    columns: tuple[str, ...],
    again: bool,
    aside: bool,
    vault: bool,
    report: bool,
    jobs: int | None,
    source: PassphraseSource,
    as_json: bool,
    directory: Path | None,
) -> None:
    """Read EXPORT, replace what identifies people, and store the notes, case by case.

    The text as exported is never stored, unless --vault keeps it in an encrypted file of its own;
    a project that has a vault always asks for its passphrase. When it is interrupted, the same
    command goes on with the cases that are left. The result is pseudonymised, not anonymous: a
    person should review it before it leaves the secure machine.

    Where a later export corrects a note, what coders did goes along as far as the words under it
    are the same; else its case is refused, or, with --set-aside, what lost its place waits.

    \b
    Examples:
      notecode anonymise notes.csv --people people.csv --cases cases.csv
      notecode anonymise notes.csv --people people.csv --vault
      notecode anonymise second_export.csv --people people.csv --set-aside
      notecode anonymise --report
    """
    from notecode.project.anonymising.study import anonymise
    from notecode.project.reading import Inputs

    if not (exports or report):
        raise click.UsageError("Missing argument 'EXPORT...'.")
    found = source.project(directory)
    if not exports:
        _report(found, people, as_json=as_json)
        return
    inputs = Inputs(exports=exports, people=people, cases=cases, columns=columns)
    bar, told = Progress("anonymising"), partial(_show, as_json=as_json)
    wanted = vault or source.vault_file is not None
    with _to_be_stopped(), vault_to_write(found, source, wanted=wanted) as (project, kept):
        anonymise(project, inputs, bar, again=again, aside=aside, vault=kept, jobs=jobs, told=told)
    if report:
        _report(found, people, as_json=False)


@contextmanager
def _to_be_stopped() -> Iterator[None]:
    """Say, when the user stops the run, that it can be gone on with."""
    try:
        yield
    except KeyboardInterrupt:
        click.echo("\nStopped. Finished cases are stored; run the same command to go on.", err=True)
        sys.exit(130)


def _report(project: "Project", people: Path | None, *, as_json: bool) -> None:
    """Write the record; with ``--json`` print it as well, and nothing else."""
    from notecode.project.anonymising.record import write_record

    written = write_record(project, people)
    if as_json:
        click.echo(written[-1].read_text(encoding="utf-8"), nl=False)
        return
    click.echo(f"The record for the ethics file: {written[0]}", err=True)


def _show(done: "AnonymiseSummary", *, as_json: bool) -> None:
    if as_json:
        data = asdict(done)
        data["warnings"] = [str(problem) for problem in done.warnings]
        print_json(data)
        return
    print_problems(done.warnings)
    if done.skipped_cases:
        click.echo(
            f"{counted(done.skipped_cases, 'case')} had been done before"
            " (--again does them again, after a correction in the people file)"
        )
    _show_differences(done)
    click.echo(
        f"{counted(done.cases, 'case')}, {counted(done.notes, 'note')},"
        f" {counted(done.words, 'word')} anonymised"
    )
    if done.masks:
        click.echo("Replaced:")
        print_pairs(done.masks)
    places = "doubtful place is" if done.flags == 1 else "doubtful places are"
    click.echo(f"{done.flags:,} {places} flagged, with the reason")
    if done.unreviewed_notes:
        notes = (
            "1 note counts"
            if done.unreviewed_notes == 1
            else f"{done.unreviewed_notes:,} notes count"
        )
        click.echo(f"{notes} as reviewed no longer: the text has changed")
    if done.unsigned_cases:
        cases = "1 case is" if done.unsigned_cases == 1 else f"{done.unsigned_cases:,} cases are"
        click.echo(f"{cases} no longer signed off: notes or flags have changed")
    click.echo("Next: notecode review, then notecode suggest")


def _show_differences(done: "AnonymiseSummary") -> None:
    """Say how the files differ from what was stored before, and what is not known of that."""
    if done.changed:
        reads = "reads" if done.changed == 1 else "read"
        click.echo(
            f"{counted(done.changed, 'note')} {reads} otherwise than in the export before;"
            " done again, with everything of the case"
        )
    if done.uncompared:
        click.echo(
            f"{counted(done.uncompared, 'note')} of these cases could not be compared with the"
            " export before (no linking key knows them): after a correction, say --again"
        )
    if done.set_aside:
        click.echo(
            f"{done.set_aside:,} of what was coded or decided set aside: its words were changed;"
            " code these notes again"
        )
    if done.missing:
        are = "is" if done.missing == 1 else "are"
        click.echo(
            f"{counted(done.missing, 'stored note')} {are} not in these files and stay as before"
        )
