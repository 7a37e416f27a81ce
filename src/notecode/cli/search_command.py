"""``notecode search``: words in the notes, each in its context."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from notecode.cli.output import project_option
from notecode.cli.reports import Output, asked_options, give, limit_option, output_options


@click.command("search")
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@asked_options
@click.option("--uncoded", is_flag=True, help="Only where no such passage is (with --code, …).")
@click.option(
    "--context",
    type=click.IntRange(0, 1_000_000),
    default=80,
    show_default=True,
    metavar="N",
    help="Characters of the note on either side, in files.",
)
@limit_option(30, "places")
@output_options
@project_option
def command(
    *,
    words: tuple[str, ...],
    asked: Callable[..., Any],
    uncoded: bool,
    context: int,
    limit: int | None,
    output: Output,
    directory: Path | None,
) -> None:
    """Find words in the notes and print each place in its context, one a line.

    All words must stand in the note, in any letter case. In one pair of quotes for the shell:
    "no reply" is a phrase, hous* any word that begins so, OR stands between two of which either
    will do, -work is a word that must not be there. With --code, --agency or --coder only places
    in such passages are found.

    \b
    Examples:
      notecode search housing
      notecode search '"no reply" OR voicemail' --site "Site 1"
      notecode search 'landlord*' --code information-sharing
      notecode search housing --code direct-support --uncoded
    """
    from notecode.project.looking.searching import search_notes

    typed = " ".join(words)
    if typed.count('"') % 2:
        raise click.UsageError("a quote is not closed: a phrase stands between two of them")
    project = output.source.project(directory)
    report = search_notes(
        project,
        asked(anybody=True),
        typed,
        context=context,
        limit=output.limit(limit, 30),
        uncoded=uncoded,
    )
    give(project, report, output)
