"""``notecode init``: a project directory that is ready to use."""

from pathlib import Path

import click


@click.command("init")
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@click.option("--title", default="", help="The study's title (default: the directory's name).")
@click.option(
    "--codebook-as-edited",
    is_flag=True,
    help="Begin with the clone's codebook although it was edited, with the sample say.",
)
def command(directory: Path, title: str, codebook_as_edited: bool) -> None:
    """Make DIRECTORY a project: codebook.yaml, notecode.toml, corpus/ and exports/.

    What is there already is left as it is. In a clone the codebook to begin with is the sample's;
    if that was edited, it is taken only when asked for.

    \b
    Example:
      notecode init my-study --title "Drive, year 1"
    """
    from notecode.project.setup import create_project

    made = create_project(
        directory, title or directory.resolve().name, as_edited=codebook_as_edited
    )
    for name in made:
        click.echo(f"made {directory / name}")
    click.echo(
        f"""
The project is ready. Next:
  cd {directory}
  notecode import EXPORT --check        see how the export is read; nothing is stored
  notecode anonymise EXPORT --people PEOPLE --cases CASES"""
    )
