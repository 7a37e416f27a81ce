"""``notecode memo``: list, show, write and delete memos."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from notecode.cli.output import (
    counted,
    json_option,
    print_json,
    project_option,
    say_what_stays,
    terminal_width,
)
from notecode.errors import UsageError

if TYPE_CHECKING:
    from notecode.project.memos import ShownMemo

_coder_option = click.option(
    "--coder", default="", metavar="NAME", help="Whose memo (default: the settings')."
)


@click.group("memo")
def command() -> None:
    """List, show, write and delete memos.

    A memo is on a THING: note:N2, case:C1, code:chasing, reference:01H… or project. Its text may
    link to any of these, and to another memo: [[case:C1]], [[memo:01H…]]. In the coder E opens the
    memo here, and W lists all.

    \b
    Examples:
      notecode memo write code:chasing "No answer is an answer: see [[case:C1]]."
      notecode memo list --on case
    """


@command.command("list")
@click.argument("words", nargs=-1, metavar="[WORDS...]")
@click.option(
    "--on", default="", metavar="WHAT", help="reference, note, case, code, project; or a THING."
)
@click.option("--coder", default="", metavar="NAME", help="Only this coder's.")
@click.option("--gone", is_flag=True, help="Those on a reference that was deleted, and the like.")
@json_option
@project_option
def list_(
    *,
    words: tuple[str, ...],
    on: str,
    coder: str,
    gone: bool,
    as_json: bool,
    directory: Path | None,
) -> None:
    """List memos, the newest change first: all, or those with all the WORDS.

    A word finds what begins with it, in any letter case.

    \b
    Examples:
      notecode memo list
      notecode memo list housing --on case --coder amina
      notecode memo list --on note:N2 --json
    """
    from notecode.project import find_project
    from notecode.project.memos import list_memos

    found = list_memos(find_project(directory), " ".join(words), on=on, coder=coder, gone=gone)
    if as_json:
        print_json([_fields(memo) for memo in found.memos])
        return
    for memo in found.memos:
        _print_line(memo)
    waiting = "" if gone or not found.gone else f"; {found.gone:,} on what is gone: --gone"
    click.echo(f"{counted(len(found.memos), 'memo')}{waiting}", err=True)


@command.command("show")
@click.argument("named", metavar="MEMO|THING")
@json_option
@project_option
def show(*, named: str, as_json: bool, directory: Path | None) -> None:
    """Print a memo by its id or the beginning of it, or all memos on a THING.

    With what it links to, and which memos link to it or to what it is on.

    \b
    Examples:
      notecode memo show 01HX3
      notecode memo show case:C1
    """
    from notecode.project import find_project
    from notecode.project.memos import show_memos

    memos = show_memos(find_project(directory), named)
    if as_json:
        print_json([_fields(memo) for memo in memos])
        return
    for number, memo in enumerate(memos):
        if number:
            click.echo()
        _print_whole(memo)


@command.command("write")
@click.argument("thing")
@click.argument("text", required=False, default=None)
@click.option("--add", is_flag=True, help="Put the text below what the memo says.")
@click.option("--replace", is_flag=True, help="Put the text in the place of what it says.")
@_coder_option
@json_option
@project_option
def write(
    *,
    thing: str,
    text: str | None,
    add: bool,
    replace: bool,
    coder: str,
    as_json: bool,
    directory: Path | None,
) -> None:
    """Write a memo on a THING; without a TEXT it is read from standard input.

    Each coder has one memo on a thing; memo:ID is one of anybody's. Where there is one, say --add
    or --replace. What was written stays in the undo log of the coder, and U there takes it back.
    Write of people with the tags of the notes: an export with a name in a memo is refused.

    \b
    Examples:
      notecode memo write case:C1 "Moved twice; see [[note:N7]]."
      notecode memo write code:contact --add < thoughts.txt
      notecode memo write memo:01HX3 "" --replace
    """
    from notecode.project import find_project
    from notecode.project.memos import write_memo

    if add and replace:
        raise click.UsageError("give --add or --replace, not both")
    project = find_project(directory)
    if text is None:
        if sys.stdin.isatty():
            raise UsageError("there is no text", hint="Give it after the thing, in quotes.")
        text = sys.stdin.read()
    memo = write_memo(project, thing, text, coder=coder, add=add, replace=replace)
    broken = [str(each) for each in memo.broken]
    if as_json:
        print_json({"done": memo.done, "memo": memo.id, "broken": broken})
        return
    click.echo(f"{memo.done}: memo {memo.id}")
    for link in broken:
        click.echo(f"! [[{link}]] leads nowhere", err=True)


@command.command("delete")
@click.argument("memo")
@click.option(
    "--forget",
    is_flag=True,
    help="Take it out of the undo log too, in all its versions: there is no way back.",
)
@_coder_option
@json_option
@project_option
def delete(*, memo: str, forget: bool, coder: str, as_json: bool, directory: Path | None) -> None:
    """Delete a MEMO by its id, or the beginning of it; U in the coder brings it back.

    \b
    Examples:
      notecode memo delete 01HX3
      notecode memo delete 01HX3V8ZQK7M2N4P6R8T0V2X4Z --forget
    """
    from notecode.project import find_project
    from notecode.project.memos import delete_memo

    project = find_project(directory)
    gone, left = delete_memo(project, memo, coder=coder, forget=forget)
    done = "forgotten" if forget else "deleted"
    if as_json:
        print_json({"done": done, "memo": gone} | ({"left": left} if left else {}))
    else:
        click.echo(f"{done}: memo {gone}{f' ({left})' if left else ''}")
    if forget:
        say_what_stays(project.exports, "memos")


def _fields(shown: "ShownMemo") -> dict[str, Any]:
    found, near = shown.found, shown.neighbours
    memo = found.memo
    return {
        "id": memo.id,
        "on": memo.on.kind,
        "thing": memo.on.id,
        "place": str(found.place) if found.place else None,
        "note": found.note_id or None,
        "case": found.case_id or None,
        "code": found.code or None,
        "coder": memo.coder,
        "created": memo.created,
        "changed": memo.changed,
        "text": memo.text,
        "links": [str(thing) for thing in near.links],
        "broken": [str(thing) for thing in near.broken],
        "backlinks": [each.memo.id for each in near.backlinks],
    }


def _print_line(shown: "ShownMemo") -> None:
    from notecode.memos import first_line
    from notecode.text.grid import printable

    memo = shown.found.memo
    head = f"{memo.id}  {memo.changed[:10]}  {memo.coder}  {shown.wording}"
    click.echo(first_line(printable(head), terminal_width()))
    click.echo(f"    {printable(first_line(memo.text, terminal_width() - 4))}")


def _print_whole(shown: "ShownMemo") -> None:
    from notecode.text.grid import printable

    memo, near = shown.found.memo, shown.neighbours
    click.echo(printable(f"{memo.id}  {shown.wording}  {memo.coder}"))
    click.echo(f"written {memo.created[:16]}, changed {memo.changed[:16]} (UTC)\n")
    for line in memo.text.split("\n"):
        click.echo(printable(line))
    if near.broken or near.backlinks:
        click.echo()
    for thing in near.broken:
        click.echo(printable(f"! [[{thing}]] leads nowhere"))
    for each in near.backlinks:
        click.echo(f"linked from memo {each.memo.id}")
