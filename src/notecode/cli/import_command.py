"""``notecode import``: how an export is read, without storing it; or anonymised notes."""

from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notecode.cli.inputs import input_options
from notecode.cli.output import counted, json_option, print_json, print_problems, project_option
from notecode.errors import InputError

if TYPE_CHECKING:
    from notecode.project.reading import Sources

_STORED = "stored as they are. Next: notecode suggest"
_LOOKED = (
    "No note was stored; which column is what is remembered in notecode.toml."
    " Next: notecode anonymise, with the same files."
)


@click.command("import")
@input_options
@click.option("--check", is_flag=True, help="Only look (the default): no note is stored.")
@click.option(
    "--already-anonymised",
    is_flag=True,
    help="Store the notes as they are: they hold nothing that identifies.",
)
@json_option
@project_option
def command(
    *,
    exports: tuple[Path, ...],
    people: Path | None,
    cases: Path | None,
    columns: tuple[str, ...],
    check: bool,
    already_anonymised: bool,
    as_json: bool,
    directory: Path | None,
) -> None:
    """Show how EXPORT is read: which column is what, how many notes, and every problem.

    No note is stored, since the notes are identifiable; `notecode anonymise` reads, anonymises
    and stores in one go. Which column is what is remembered in notecode.toml, unless there is a
    problem that stops the import; then it exits with 3.

    \b
    Examples:
      notecode import notes.csv --people people.csv --cases cases.csv
      notecode import notes.csv --column text="Case note" --column case=Ref
      notecode import notes.csv --people who.csv --column people.role=Part
      notecode import anonymised.csv --already-anonymised
    """
    if check and already_anonymised:
        raise click.UsageError("--check stores nothing and --already-anonymised stores: take one")
    sources = _read(directory, exports, people, cases, columns, store=already_anonymised)
    if as_json:
        print_json(_as_data(sources))
    else:
        _show(sources)
        print_problems(sources.problems)
    fatal = sum(problem.fatal for problem in sources.problems)
    if fatal:
        stop = "problem stops" if fatal == 1 else "problems stop"
        raise InputError(f"{fatal} {stop} this import", hint="Listed above, without `warning`.")
    if not as_json:
        click.echo(_STORED if already_anonymised else _LOOKED)


def _read(
    directory: Path | None,
    exports: tuple[Path, ...],
    people: Path | None,
    cases: Path | None,
    columns: tuple[str, ...],
    *,
    store: bool,
) -> "Sources":
    """Read the files and remember their columns; store the notes only if that is asked for."""
    from notecode.project import find_project
    from notecode.project.importing import check_import, import_anonymised
    from notecode.project.reading import Inputs, remember_layouts

    project = find_project(directory)
    inputs = Inputs(exports=exports, people=people, cases=cases, columns=columns)
    if store:
        return import_anonymised(project, inputs)
    sources = check_import(project, inputs)
    if not any(problem.fatal for problem in sources.problems):
        remember_layouts(project, sources)
    return sources


def _show(sources: "Sources") -> None:
    for file in sources.files:
        click.echo(f"{file.path.name}: {counted(file.rows, 'row')}, read as {file.kind}")
        width = max((len(name) for name, _, _ in file.choices), default=0)
        for name, header, reason in file.choices:
            click.echo(f"  {name:<{width}} <- {header}  ({reason})")
        if file.left_out:
            click.echo(f"  left out: {', '.join(file.left_out)}")
    people = sum(len(roster.people) for roster in sources.rosters.values())
    sites = Counter(case.site or "(no site)" for case in sources.cases.values())
    click.echo(
        f"{counted(sources.note_count, 'note')}, {counted(sources.words, 'word')},"
        f" {counted(len(sources.cases), 'case')}"
        f" ({', '.join(f'{site}: {number}' for site, number in sorted(sites.items()))}),"
        f" {people} {'person' if people == 1 else 'people'}"
    )
    _show_roles(sources)


def _show_roles(sources: "Sources") -> None:
    """Which tag each role of the people file will get."""
    if not sources.roles:
        return
    click.echo("Roles of the people file, and the tag that each will get:")
    shown = [(word or "(not said, or not usable)", *rest) for word, *rest in sources.roles]
    width = max(len(str(word)) for word, *_ in shown)
    for word, stem, number in shown:
        unknown = "  (no tag of its own)" if stem == "PERSON" else ""
        click.echo(f"  {word:<{width}}  {number:>5,}  [{stem}]{unknown}")


def _as_data(sources: "Sources") -> dict[str, object]:
    return {
        "files": [
            {
                "file": str(file.path),
                "kind": file.kind,
                "rows": file.rows,
                "columns": [
                    {"field": name, "header": header, "reason": reason}
                    for name, header, reason in file.choices
                ],
                "left_out": list(file.left_out),
            }
            for file in sources.files
        ],
        "notes": sources.note_count,
        "words": sources.words,
        "cases": len(sources.cases),
        "roles": [
            {"role": word, "tag": stem, "rows": number} for word, stem, number in sources.roles
        ],
        "problems": [asdict(problem) for problem in sources.problems],
    }
