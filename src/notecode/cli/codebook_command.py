"""``notecode codebook``: check it."""

from pathlib import Path

import click

from notecode.cli.output import counted, json_option, print_json, print_problems, project_option


@click.group("codebook")
def command() -> None:
    """Work on the codebook."""


@command.command("check")
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@json_option
@project_option
def check(file: Path | None, as_json: bool, directory: Path | None) -> None:
    """Check codebook.yaml, or FILE: every problem with its line and what to do.

    Exits with 4 if the codebook cannot be used; warnings alone are no failure.

    \b
    Examples:
      notecode codebook check
      notecode codebook check draft.yaml --json
    """
    from dataclasses import asdict

    from notecode.errors import CodebookError
    from notecode.project import find_project
    from notecode.project.checking import check_codebook

    path = file or find_project(directory).codebook_path
    codebook, problems = check_codebook(path)
    if as_json:
        print_json({"ok": codebook is not None, "problems": [asdict(p) for p in problems]})
    if codebook is None:
        if as_json:
            raise SystemExit(CodebookError.exit_code)
        raise CodebookError(
            f"the codebook has {counted(sum(p.fatal for p in problems), 'problem')}",
            where=str(path),
            problems=problems,
        )
    if not as_json:
        print_problems(problems)
        emergent = sum(code.origin == "emergent" for code in codebook.codes)
        click.echo(
            f"{path.name}: {len(codebook.codes)} codes ({emergent} emergent),"
            f" {len(codebook.agencies)} agencies, {len(codebook.rules)} rules: fine"
        )
