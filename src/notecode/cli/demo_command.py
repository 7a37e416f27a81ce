"""``notecode demo``: the whole method on the synthetic sample."""

from pathlib import Path

import click

from notecode.cli.output import Progress, project_option


@click.command("demo")
@click.option("--fresh", is_flag=True, help="Set the present database aside and begin again.")
@project_option
def command(*, fresh: bool, directory: Path | None) -> None:
    """Run the whole method on the bundled synthetic sample and print its tables.

    It reads corpus/sample/, anonymises, suggests, codes from the sample's gold decisions, counts,
    exports, and searches all that it wrote for the names of the people file. What has
    been done before is kept, your own coding included.

    \b
    Example:
      notecode demo
    """
    from notecode.project import find_project
    from notecode.project.demo import run_demo

    run_demo(find_project(directory), click.echo, Progress, fresh=fresh)
