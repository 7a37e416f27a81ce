"""``notecode codebook queue``: references that wait for another look, and deciding on them."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notecode.cli.output import counted, json_option, print_json, project_option
from notecode.errors import CodingError, UsageError

if TYPE_CHECKING:
    from notecode.project.codebook.queue import Decided, Waiting

_SHOWN = 40
"""References that are listed before the rest is counted."""

_REFUSED = 3
"""Refused references that are named of each reason before the rest is counted."""

_REASONS = {
    "definition": "coded under another definition",
    "split": "the code was split",
    "gone": "the code is no longer in the codebook",
}


@click.command("queue")
@click.option("--code", default="", metavar="CODE", help="Only references of this code.")
@click.option("--coder", default="", metavar="NAME", help="Only this coder's; who decides.")
@click.option("--json-lines", is_flag=True, help="Print one line of JSON each, to be decided on.")
@click.option("--keep", "kept", multiple=True, metavar="REFERENCE", help="Keep this reference.")
@click.option("--keep-all", is_flag=True, help="Keep all references of --code and --coder.")
@click.option(
    "--apply",
    "decisions",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Decide as the lines of FILE say.",
)
@json_option
@project_option
def queue(
    *,
    code: str,
    coder: str,
    json_lines: bool,
    kept: tuple[str, ...],
    keep_all: bool,
    decisions: Path | None,
    as_json: bool,
    directory: Path | None,
) -> None:
    """List references whose code means something else by now, by note and code, without text.

    A definition was sharpened, a code split, or taken out of the file. Nothing happens to a
    reference as long as it waits: it counts as before. To decide, add "keep": true or
    "recode": CODE to the lines of --json-lines, and give the file to --apply. Each decision is an
    action of the coder, and can be undone in the coder like any other.

    \b
    Examples:
      notecode codebook queue
      notecode codebook queue --code contact --json-lines > look-again.jsonl
      notecode codebook queue --apply look-again.jsonl --coder amina
      notecode codebook queue --code contact --coder amina --keep-all
    """
    from notecode.project import find_project
    from notecode.project.codebook import queue as queueing

    project = find_project(directory)
    if decisions or kept or keep_all:
        wanted = queueing.read_decisions(decisions) if decisions else {}
        wanted |= dict.fromkeys(kept, queueing.KEEP)
        if keep_all and not code:
            raise UsageError("--keep-all needs --code CODE", hint="Keep one code's at a time.")
        if keep_all:
            wanted |= queueing.keeping_all(project, code, coder)
        left = queueing.undecided(decisions) if decisions else 0
        _print_decided(queueing.decide(project, coder, wanted), as_json, left)
        return
    found = queueing.waiting(project, code=code, coder=coder)
    if json_lines:
        for item in found:
            click.echo(json.dumps(_as_json(item)))
    elif as_json:
        print_json([_as_json(item) for item in found])
    else:
        _print_queue(found)


def _print_decided(done: "Decided", as_json: bool, left: int) -> None:
    """Print what was decided; ``left`` lines decide nothing."""
    if as_json:
        numbers = {"kept": done.kept, "recoded": done.recoded, "undecided": left}
        print_json({**numbers, "refused": done.refused})
    else:
        undecided = f", {counted(left, 'line')} left undecided" if left else ""
        click.echo(f"{done.kept} kept, {done.recoded} recoded{undecided}")
    if done.refused:
        said = [
            f"{counted(len(ids), 'decision')}: {why}\n    {', '.join(ids[:_REFUSED])}"
            + f" and {len(ids) - _REFUSED} more (--json names all)" * (len(ids) > _REFUSED)
            for why, ids in done.reasons.items()
        ]
        raise CodingError(
            f"{counted(len(done.refused), 'decision')} refused", hint="\n  ".join(said)
        )


def _print_queue(found: "list[Waiting]") -> None:
    if not found:
        click.echo("No reference waits for another look.")
        return
    wait = "waits" if len(found) == 1 else "wait"
    click.echo(f"{counted(len(found), 'reference')} {wait} for another look")
    counts: dict[tuple[str, str, str], int] = {}
    for item in found:
        kind = (item.code, item.coder, item.reason)
        counts[kind] = counts.get(kind, 0) + 1
    for (code, coder, reason), number in counts.items():
        click.echo(f"  {number:>6,}  {code}, coded by {coder}: {_REASONS[reason]}")
    click.echo("")
    for item in found[:_SHOWN]:
        click.echo(f"  {item.reference}  note {item.note_id}  {item.code}  ({item.coder})")
    if len(found) > _SHOWN:
        click.echo(f"  … and {len(found) - _SHOWN} more (--json-lines prints all)")


def _as_json(item: "Waiting") -> dict[str, str]:
    return {
        "reference": item.reference,
        "note": item.note_id,
        "case": item.case_id,
        "coder": item.coder,
        "code": item.code,
        "reason": item.reason,
        "codebook": item.codebook,
    }
