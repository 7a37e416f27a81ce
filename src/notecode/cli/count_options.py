"""What the commands that print counts share: how a table is asked for, and how it is printed."""

from typing import TYPE_CHECKING, cast

import click

from notecode.cli.output import terminal_width

if TYPE_CHECKING:
    from notecode.model import Codebook, CountSpec, CountTable, Measure
    from notecode.project import Project

USUAL_RESAMPLES = 2000
USUAL_SEED = 1

SYNTHETIC = "SYNTHETIC: the bundled sample, all invented"


def make_spec(
    *,
    by: tuple[str, ...],
    across: tuple[str, ...],
    only: tuple[str, ...],
    codes: tuple[str, ...],
    agencies: tuple[str, ...],
    sites: tuple[str, ...],
    coder: str,
    own: bool,
    spans: bool,
    measures: tuple[str, ...],
    intervals: bool,
    resamples: int,
    seed: int,
    within_sites: bool,
) -> "CountSpec":
    """The spec that a command's options ask for.

    Raises:
        click.UsageError: if a filter has no "=", or two options exclude each other.

    """
    from notecode.model import CountSpec, filters_of

    if own and spans:
        raise click.UsageError("--own and --spans exclude each other")
    named = (("code", codes), ("agency", agencies), ("site", sites))
    words = (*only, *(f"{dimension}={key}" for dimension, keys in named for key in keys))
    try:
        filters = filters_of(words)
    except ValueError as error:
        raise click.UsageError(
            f"--only {error.args[0]!r} must be such as --only 'month=3'"
        ) from error
    if not intervals:
        _refuse_draws(resamples, seed, within_sites=within_sites)
    rows = by or ("code",)
    return CountSpec(
        by=(*rows, *across),
        down=len(rows) if across else 0,
        coder=coder,
        roll_up="own" if own else "spans" if spans else "descendants",
        only=filters,
        measures=cast("tuple[Measure, ...]", measures),
        resamples=resamples if intervals else 0,
        seed=seed,
        within_sites=within_sites,
    )


def _refuse_draws(resamples: int, seed: int, *, within_sites: bool) -> None:
    """Refuse what would do nothing without intervals."""
    for option, given in (
        ("--resamples", resamples != USUAL_RESAMPLES),
        ("--seed", seed != USUAL_SEED),
        ("--within-sites", within_sites),
    ):
        if given:
            raise click.UsageError(f"{option} is for --intervals: give that too")


def printed(table: "CountTable", codebook: "Codebook", *, plot: bool) -> str:
    """The table, or its bars, as wide as the terminal."""
    from notecode.counting import render_plot, render_text

    width = terminal_width()
    render = render_plot if plot else render_text
    return render(table, codebook=codebook, width=width)


def say_not_withheld(project: "Project") -> None:
    """Say on stderr that what is printed is not withheld, if the project's export withholds."""
    from notecode.exporting.placing import withheld_in

    if below := withheld_in(project.exports):
        click.echo(
            f"Nothing is withheld in these numbers; {project.exports.name}/ withholds counts of"
            f" fewer than {below} cases.",
            err=True,
        )
