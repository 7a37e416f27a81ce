"""``notecode words``: word frequencies."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from notecode.cli.output import project_option
from notecode.cli.reports import Output, asked_options, give, limit_option, output_options


@click.command("words")
@asked_options
@click.option("--all-words", is_flag=True, help="Count the, and, he and the like too.")
@click.option("--tags", is_flag=True, help="Count the tags for people and places instead.")
@limit_option(30, "words")
@output_options
@project_option
def command(
    *,
    asked: Callable[..., Any],
    all_words: bool,
    tags: bool,
    limit: int | None,
    output: Output,
    directory: Path | None,
) -> None:
    """Print the most frequent words of the notes, in how many notes and cases each stands.

    With --code, --agency or --coder those of such coded passages alone; where several have coded
    and agreed on nothing yet, --coder says whose. Words that hold sentences
    together are left out; [words] in notecode.toml adds to them and keeps some. Tags such as
    [OM_1] are counted apart.

    \b
    Examples:
      notecode words
      notecode words --code behaviour-change --limit 50
      notecode words --tags --site "Site 1"
    """
    from notecode.project.looking.words import words

    project = output.source.project(directory)
    report = words(
        project,
        asked(),
        limit=output.limit(limit, 30),
        every_word=all_words,
        tags=tags,
    )
    give(project, report, output)
