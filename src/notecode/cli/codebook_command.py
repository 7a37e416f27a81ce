"""``notecode codebook``: check it, change it, tell its life, take it elsewhere."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from notecode.cli import (
    codebook_changes,
    codebook_exchange,
    codebook_forget,
    codebook_log,
    codebook_mergers,
    codebook_queue,
    codebook_versions,
)
from notecode.cli.output import counted, json_option, print_json, print_problems, project_option

if TYPE_CHECKING:
    from notecode.model import Codebook
    from notecode.project.codebook.checking import Open


@click.group("codebook")
def command() -> None:
    """Check the codebook, change it, and tell what became of it.

    codebook.yaml may be edited by hand as well: the next command notices, says what is new and
    logs it. No reference is lost, whatever is changed.
    """


@command.command("check")
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@json_option
@project_option
def check(file: Path | None, as_json: bool, directory: Path | None) -> None:
    """Check codebook.yaml, or FILE: every problem with its line and what to do.

    In a project it also says which codes with references have vanished from the file, and how many
    references wait for another look. Exits with 4 if the codebook cannot be used; warnings alone
    are no failure.

    \b
    Examples:
      notecode codebook check
      notecode codebook check draft.yaml --json
    """
    from dataclasses import asdict

    from notecode.errors import CodebookError
    from notecode.project import find_project
    from notecode.project.codebook.checking import (
        Open,
        check_codebook,
        left_open,
        lost_entries,
        never_met,
        silencing,
    )

    project = None if file else find_project(directory)
    path = project.codebook_path if project else Path(file or "")
    codebook, problems = check_codebook(path)
    left = left_open(project, codebook) if project and codebook else Open()
    problems += never_met(project, codebook) if project and codebook else ()
    held = silencing(codebook) if codebook else {}
    if as_json:
        said = {"ok": codebook is not None, "problems": [asdict(p) for p in problems]}
        print_json({**said, **asdict(left), "least": held})
    if codebook is None:
        if as_json:
            raise SystemExit(CodebookError.exit_code)
        _print_lost(lost_entries(project, path) if project else {})
        raise CodebookError(
            f"the codebook has {counted(sum(p.fatal for p in problems), 'problem')}",
            where=str(path),
            problems=problems,
        )
    if not as_json:
        print_problems(problems)
        _print_open(left)
        _print_fine(path, codebook)
        _print_silencing(held)


def _print_fine(path: Path, codebook: "Codebook") -> None:
    emergent = sum(code.origin == "emergent" for code in codebook.codes)
    agencies = len(codebook.agencies)
    click.echo(
        f"{path.name}: {counted(len(codebook.codes), 'code')} ({emergent} emergent),"
        f" {agencies} {'agency' if agencies == 1 else 'agencies'},"
        f" {counted(len(codebook.rules), 'rule')}: fine"
    )


def _print_silencing(least: "dict[str, tuple[int, int]]") -> None:
    """Say which rules a ``least`` holds back: an example that is not met may be so for that."""
    held = [
        f"{code} ({points}; {counted(rules, 'other rule')})"
        for code, (points, rules) in least.items()
        if rules
    ]
    if held:
        click.echo(
            "  no fault, but to know: where a rule has 'least', the other rules of its code need as"
            f" many points to suggest anything: {', '.join(held)}"
        )


def _print_lost(lost: dict[str, int]) -> None:
    for code, number in lost.items():
        click.echo(
            f"  {code} is not in the file any more, and has {counted(number, 'reference')}:"
            " put its entry back,\n    then rename, merge or retire it with notecode codebook",
            err=True,
        )


def _print_open(left: "Open") -> None:
    for code, number in left.vanished.items():
        click.echo(
            f"  {code} is not in the file any more; its {counted(number, 'reference')} are kept:"
            f"\n    notecode codebook rename {code} --id NEW-ID   if it has another id now"
            f"\n    notecode codebook merge {code} INTO           if another code takes them"
            f"\n    notecode codebook retire {code}               if it is only out of use",
            err=True,
        )
    for agency, number in left.vanished_agencies.items():
        click.echo(
            f"  agency {agency} is not in the file any more;"
            f" {counted(number, 'reference')} have it:"
            f"\n    notecode codebook rename {agency} --id NEW-ID   if it has another id now"
            f"\n    notecode codebook merge {agency} INTO           if another agency takes them"
            f"\n    notecode codebook retire {agency}               if it is only out of use",
            err=True,
        )
    if left.waiting:
        said = ", ".join(f"{code} {number:,}" for code, number in left.waiting.items())
        click.echo(f"  waiting for another look (notecode codebook queue): {said}", err=True)


for part in (
    codebook_changes.add,
    codebook_changes.define,
    codebook_changes.rename,
    codebook_changes.move,
    codebook_mergers.split,
    codebook_mergers.merge,
    codebook_mergers.retire,
    codebook_mergers.restore,
    codebook_versions.undo,
    codebook_versions.redo,
    codebook_versions.freeze,
    codebook_versions.thaw,
    codebook_forget.forget,
    codebook_log.log,
    codebook_log.diff,
    codebook_log.history,
    codebook_queue.queue,
    codebook_exchange.export,
    codebook_exchange.import_,
):
    command.add_command(part)
