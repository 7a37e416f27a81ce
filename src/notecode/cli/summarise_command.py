"""``notecode summarise``: what a case says of a code, in the coder's words."""

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notecode.cli.output import counted, project_option
from notecode.errors import UsageError

if TYPE_CHECKING:
    from notecode.project import Project


@click.command("summarise")
@click.argument("case_id", required=False, default="", metavar="[CASE]")
@click.argument("code", required=False, default="", metavar="[CODE]")
@click.argument("text", required=False, default=None, metavar="[TEXT]")
@click.option("--coder", default="", metavar="NAME", help="Whose summary (default: the settings').")
@click.option(
    "--take",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Take in a file of JSON lines: case, code, text, and coder if it is another's.",
)
@click.option("--list", "as_lines", is_flag=True, help="Print all summaries as such lines.")
@click.option("--forget", is_flag=True, help="Take a summary out in all its versions.")
@project_option
def command(
    *,
    case_id: str,
    code: str,
    text: str | None,
    coder: str,
    file: Path | None,
    as_lines: bool,
    forget: bool,
    directory: Path | None,
) -> None:
    """Store what a CASE says of a CODE, for the cells of `notecode framework`.

    Without a TEXT it is read from standard input. Each coder has one summary for a case and a
    code; the newest counts, and an empty one withdraws it. Write of people with the tags of the
    notes: a text with a number, address or postcode is refused.

    \b
    Examples:
      notecode summarise S1-03 behaviour-change "Two sessions in month 5, then none."
      notecode summarise --list > summaries.jsonl
      notecode summarise --take summaries.jsonl
    """
    from notecode.project import find_project
    from notecode.project.looking import summaries as written

    if sum((file is not None, as_lines, bool(case_id))) != 1 or (forget and not case_id):
        raise click.UsageError("give a CASE and a CODE, or --take FILE, or --list")
    project = find_project(directory)
    if as_lines:
        for line in written.summaries_as_lines(project, coder=coder):
            click.echo(line)
    elif file is not None:
        total, new = written.take_summaries(project, file, coder=coder)
        click.echo(f"{new:,} {'summary' if new == 1 else 'summaries'} stored, of {total:,}")
    elif not code:
        raise click.UsageError("give a CODE too")
    elif forget:
        gone = written.forget(project, case_id, code, coder=coder)
        click.echo(f"forgotten: {counted(gone, 'version')}")
    else:
        _store(project, case_id, code, text, coder)


def _store(project: "Project", case_id: str, code: str, text: str | None, coder: str) -> None:
    """Store one summary, read from standard input if no text is given, and say whose it is."""
    from notecode.project.coding.session import coder_name
    from notecode.project.looking.summaries import summarise

    if text is None:
        if sys.stdin.isatty():
            raise UsageError("there is no text", hint="Give it after the code, in quotes.")
        text = sys.stdin.read()
    if not summarise(project, case_id, code, text, coder=coder):
        click.echo("said already, nothing changed")
        return
    click.echo(f"stored under the name {coder_name(project, coder)}")
    if text.strip():
        # Of all coders: who only summarises has no coding that could be asked for by name.
        asked = ("--case", case_id, "--code", code, "--cells", "summaries", "--coder", "all")
        click.echo(f"`{shlex.join(('notecode', 'framework', *asked))}` shows it.", err=True)
