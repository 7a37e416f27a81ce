"""``notecode codebook log | diff | history``: what became of the codebook."""

import textwrap
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notecode.cli.codebook_changes import agency_option, facet
from notecode.cli.output import counted, json_option, print_json, project_option

if TYPE_CHECKING:
    from notecode.codebook.events import CodebookEvent, Difference

_WIDTH = 88
_LISTS = ("aliases", "roles", "words")
_LISTED = 5
"""Names or words of a list that are printed before the rest is counted."""


@click.command("log")
@click.option("--last", type=click.IntRange(1), metavar="N", help="Only the last N changes.")
@json_option
@project_option
def log(*, last: int | None, as_json: bool, directory: Path | None) -> None:
    """Print every change of the codebook: when, by whom, what and why; the oldest first.

    \b
    Examples:
      notecode codebook log
      notecode codebook log --last 5 --json
    """
    from dataclasses import asdict

    from notecode.project import find_project
    from notecode.project.codebook.history import codebook_log

    events = codebook_log(find_project(directory))[-(last or 0) :]
    if as_json:
        print_json([asdict(event) for event in events])
        return
    for event in events:
        _print_event(event)


@click.command("diff")
@click.argument("one", default="")
@click.argument("other", default="")
@json_option
@project_option
def diff(*, one: str, other: str, as_json: bool, directory: Path | None) -> None:
    """Say in what two versions of the codebook differ, code by code and field by field.

    Without words: the version frozen last, or else the first, and the codebook as it is now. A
    version is the NAME it was frozen under, the beginning of a digest, #NUMBER of 'notecode
    codebook log' (what that change led to), or a file.

    \b
    Examples:
      notecode codebook diff
      notecode codebook diff "iteration 1" "iteration 2"
      notecode codebook diff "#4" draft.yaml --json
    """
    from dataclasses import asdict

    from notecode.project import find_project
    from notecode.project.codebook.history import differences

    before, after, found = differences(find_project(directory), one, other)
    if as_json:
        changes = [asdict(difference) for difference in found]
        print_json({"before": before, "after": after, "differences": changes})
        return
    click.echo(f"{before[:12]} -> {after[:12]}: {counted(len(found), 'difference')}")
    print_differences(found)


@click.command("history")
@click.argument("code", metavar="CODE")
@agency_option
@json_option
@project_option
def history(*, code: str, agency: bool, as_json: bool, directory: Path | None) -> None:
    """Tell the life of CODE, or of an agency: each change with its reason, what it meant when.

    \b
    Example:
      notecode codebook history contact
    """
    from dataclasses import asdict

    from notecode.project import find_project
    from notecode.project.codebook.history import life_of

    life = life_of(find_project(directory), code, facet(agency=agency))
    if as_json:
        print_json(asdict(life))
        return
    state = life.code.status if life.code else "no longer in the codebook"
    label = life.code.label if life.code else ""
    click.echo(f"{life.id} · {label} · {state} · {counted(life.references, 'reference')} now")
    if life.asked != life.id:
        click.echo(f"  {life.asked} is an id that it had before")
    for event, found in life.events:
        _print_event(event)
        print_differences(found)
    click.echo("What it meant:")
    for meaning in life.meanings:
        click.echo(
            f"  since {meaning.since[:16]}  {counted(meaning.references, 'reference')} coded so"
        )
        for name in ("definition", "use_when", "not_when", "split_into"):
            value = getattr(meaning.code, name, "")
            text = ", ".join(value) if isinstance(value, tuple) else value
            if text:
                click.echo(_wrapped(f"{name}: {text}"))
    for other, number in life.taken_over.items():
        click.echo(f"  {counted(number, 'reference')} coded as {other}, which was merged into it")


def _print_event(event: "CodebookEvent") -> None:
    state = " (undone)" if event.state == "undone" else ""
    name = f" {event.name!r}" if event.name else ""
    by = f" by {event.author}" if event.author else ""
    click.echo(f"#{event.id}  {event.at[:16]}  {event.action}{name}{state}{by}")
    click.echo(_wrapped(event.summary))
    if event.why:
        click.echo(_wrapped(f"why: {event.why}"))


def print_differences(found: "Iterable[Difference]") -> None:
    """Print each difference, field by field."""
    for difference in found:
        words = difference.kind == "rule" and difference.what == "changed" and not difference.fields
        uses = " (by the words that it uses)" if words else ""
        click.echo(f"  {difference.what} {difference.kind} {difference.id}{uses}")
        for change in difference.fields:
            click.echo(_wrapped(f"{change.field}:"))
            for sign, text in (("-", change.before), ("+", change.after)):
                if text:
                    shown = _some_of(text) if change.field in _LISTS else text
                    click.echo(_wrapped(f"{sign} {shown}", indent=6))


def _some_of(text: str) -> str:
    """The first items of a long list, and how many there are."""
    items = text.split(" | ")
    if len(items) <= 2 * _LISTED:
        return text
    first = " | ".join(items[:_LISTED])
    return f"{len(items):,}: {first} … and {len(items) - _LISTED:,} more (--json has all)"


def _wrapped(text: str, *, indent: int = 4) -> str:
    pad = " " * indent
    return textwrap.fill(text, _WIDTH, initial_indent=pad, subsequent_indent=pad)
