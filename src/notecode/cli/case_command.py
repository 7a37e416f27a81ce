"""``notecode case``: what is known of one case and where it comes from, to read and to set."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from notecode.cli.output import (
    json_option,
    print_json,
    project_option,
    say_what_stays,
    terminal_width,
)
from notecode.errors import UsageError

if TYPE_CHECKING:
    from notecode.project.coding.case_wishes import Passage, ShownLine, Wish

_LINE = "NAME[@STAGE]"

_WISHES = (
    click.option(
        "--set", "sets", multiple=True, metavar=f"{_LINE}=VALUE", help="It has this value."
    ),
    click.option("--absent", multiple=True, metavar=_LINE, help='It is recorded as absent ("no").'),
    click.option("--missing", multiple=True, metavar=_LINE, help="Nothing is recorded of it."),
    click.option("--clear", multiple=True, metavar=_LINE, help="Take your coding of it off."),
    click.option("--note", default="", metavar="NOTE", help="The note that supports it."),
    click.option(
        "--at", default="", metavar="START-END", help="Its passage, in characters from 0."
    ),
    click.option("--quote", default="", metavar="WORDS", help="The passage by its words instead."),
)


def _wishes_options(function: Callable[..., None]) -> Callable[..., None]:
    """Add what is to be set, given as ``wishes``, and its support, as ``passage``."""

    @functools.wraps(function)
    def with_wishes(
        *,
        sets: tuple[str, ...],
        absent: tuple[str, ...],
        missing: tuple[str, ...],
        clear: tuple[str, ...],
        note: str,
        at: str,
        quote: str,
        **others: Any,
    ) -> None:
        from notecode.project.coding.case_wishes import Wish, wish_of

        wishes = [wish_of(text) for text in sets]
        wishes += [Wish(name, "absent") for name in absent]
        wishes += [Wish(name, "missing") for name in missing]
        wishes += [Wish(name, None) for name in clear]
        passage = _passage(note, at, quote, wished=bool(wishes))
        function(wishes=wishes, passage=passage, **others)

    decorated = with_wishes
    for option in reversed(_WISHES):
        decorated = option(decorated)
    return decorated


def _passage(note: str, at: str, quote: str, *, wished: bool) -> "Passage | None":
    from notecode.project.coding.case_wishes import Passage

    if (at or quote) and not note:
        raise UsageError("a passage needs its note", hint="Give --note too.")
    if note and not wished:
        raise UsageError("there is nothing that the note could support", hint="Give --set too.")
    if at and quote:
        raise UsageError("a passage is --at or --quote, not both")
    if not note:
        return None
    if not at:
        return Passage(note, words=quote)
    start, _, end = at.partition("-")
    if not (start.isdecimal() and end.isdecimal()):
        raise UsageError("--at is two numbers, as in 15-23")
    return Passage(note, int(start), int(end))


@click.command("case")
@click.argument("case", metavar="CASE")
@_wishes_options
@click.option("--forget", "gone", metavar=_LINE, help="As --clear, out of the undo log too.")
@click.option("--new", is_flag=True, help="NAME may be an attribute that no case has yet.")
@click.option(
    "--people",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Refuse values with a name of this people file.",
)
@click.option("--coder", default="", metavar="NAME", help="Who codes (default: the settings').")
@json_option
@project_option
def command(
    *,
    case: str,
    wishes: "list[Wish]",
    passage: "Passage | None",
    gone: str | None,
    new: bool,
    people: Path | None,
    coder: str,
    as_json: bool,
    directory: Path | None,
) -> None:
    """Print the attributes and assessments of a CASE, or set them from the notes.

    What is set stands beside the case record, is undone in the coder, and counts instead of it; a
    new case file does not write over it. STAGE is intake, 3 months, 6 months, 9 months or closure.

    \b
    Examples:
      notecode case C012
      notecode case C012 --set "engagement@intake=high" --note N0412 --quote "came each week"
      notecode case C012 --absent "housing need" --missing age --json
    """
    from notecode.project import find_project
    from notecode.project.coding import case_wishes

    write = bool(wishes or gone)
    project = find_project(directory)
    with case_wishes.open_case(project, coder, to_write=write) as session:
        found = case_wishes.find_case(session, case)
        done = case_wishes.fulfil(
            session,
            found,
            wishes,
            passage=passage,
            new=new,
            people=people,
            forgotten=gone or "",
        )
        lines = case_wishes.show_case(session, found)
    if gone:
        say_what_stays(project.exports, "it", anywhere=True)
    if any(wish.text for wish in wishes) and people is None:
        click.echo("Not searched for names of people: give --people to refuse them.", err=True)
    if as_json:
        print_json({**case_wishes.case_to_json(found, lines), "done": done})
    elif done:
        click.echo("\n".join(done))
    else:
        click.echo(f"CASE {found.id} · {found.site or 'no site recorded'}")
        _print(lines)


def _print(lines: "list[ShownLine]") -> None:
    from notecode.text.layout import pad, shorten

    width = terminal_width()
    stage = None
    for shown in lines:
        line = shown.line
        if line.place.stage != stage:
            stage = line.place.stage
            click.echo(f"\n{stage or 'attributes'}")
        conflict = f"  ≠ {line.conflict}" if line.conflict else ""
        said = f"{line.origin}{conflict}"
        name, value = shorten(line.place.name, 28), shorten(line.words, 20)
        click.echo(f"  {pad(name, 28)}  {pad(value, 20)}  {said}".rstrip())
        if shown.quotation:
            click.echo(f"      “{shorten(shown.quotation, width - 8)}”")
