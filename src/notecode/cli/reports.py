"""What the commands that look closer share: what is asked for, and how a report is given."""

import functools
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from notecode.cli.count_options import SYNTHETIC
from notecode.cli.output import into_option, print_json, terminal_width
from notecode.cli.passphrase import PassphraseSource, passphrase_options

if TYPE_CHECKING:
    from notecode.analysing.report import Report
    from notecode.project import Project
    from notecode.project.looking.scope import Asked

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """How a report is to be given: as text, JSON or CSV, or as a file of the exports."""

    as_json: bool
    as_csv: bool
    export: bool
    people: Path | None
    no_vault: bool
    unsearched: bool
    unreviewed: bool
    into: Path | None
    source: PassphraseSource

    @property
    def as_text(self) -> bool:
        """Whether it goes to a terminal, where much is cut to what one reads."""
        return not (self.as_json or self.as_csv or self.export)

    def limit(self, asked: int | None, usual: int) -> int:
        """How many rows to give: what was asked, else ``usual`` on a terminal and all in files."""
        if asked is not None:
            return asked
        return usual if self.as_text else 0


def asked_options(function: F) -> F:
    """Add the filters that counting has, given as one ``asked``."""

    @functools.wraps(function)
    def with_asked(
        *args: Any,
        coder: str,
        own: bool,
        codes: tuple[str, ...],
        agencies: tuple[str, ...],
        sites: tuple[str, ...],
        cases: tuple[str, ...],
        only: tuple[str, ...],
        **kwargs: Any,
    ) -> Any:
        named = (("code", codes), ("agency", agencies), ("site", sites), ("case", cases))
        filters = _filters((*only, *(f"{name}={key}" for name, keys in named for key in keys)))

        def asked(*, anybody: bool = False) -> "Asked":
            from notecode.project.looking.scope import Asked

            return Asked(coder=coder, own=own, only=filters, anybody=anybody)

        return function(*args, asked=asked, **kwargs)

    decorated = with_asked
    for add in (
        click.option(
            "--only",
            multiple=True,
            metavar="DIMENSION=KEY",
            help="Only this key of another dimension: month=3, contact_type=Email,"
            " attribute:gender=male, 'attribute:age:10=20 to 29' (or =20-29); with nothing"
            " behind =, none recorded.",
        ),
        click.option("--case", "cases", multiple=True, metavar="ID", help="Only these cases."),
        click.option("--site", "sites", multiple=True, metavar="SITE", help="Only these sites."),
        click.option(
            "--agency", "agencies", multiple=True, metavar="ID", help="Only with these agencies."
        ),
        click.option(
            "--own", is_flag=True, help="A code stands for itself, not for the codes beneath it."
        ),
        click.option("--code", "codes", multiple=True, metavar="ID", help="Only these codes."),
        click.option(
            "--coder", default="", metavar="NAME", help="Whose coding; 'all' for everybody's."
        ),
    ):
        decorated = add(decorated)
    return cast("F", decorated)


def _filters(words: Iterable[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each dimension with the keys that are let through."""
    from notecode.model import filters_of

    try:
        return filters_of(words)
    except ValueError as error:
        raise click.UsageError(
            f"--only {error.args[0]!r} must be such as --only 'site=North'"
        ) from error


_OUTPUT_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    click.option(
        "--unreviewed",
        is_flag=True,
        help="With --export: quote places that nobody has decided on.",
    ),
    click.option("--unsearched", is_flag=True, help="With --export: not searched for names."),
    click.option(
        "--no-vault",
        is_flag=True,
        help="With --export: do not search for the vault's originals.",
    ),
    click.option(
        "--people",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="With --export: the people file, whose names must not be in it.",
    ),
    click.option("--export", is_flag=True, help="Write a CSV file into exports/."),
    click.option("--csv", "as_csv", is_flag=True, help="Print CSV."),
    click.option("--json", "as_json", is_flag=True, help="Print JSON."),
)


def output_options(function: F) -> F:
    """Add ``--json``, ``--csv`` and ``--export`` with what it needs, given as one ``output``."""

    @functools.wraps(function)
    def with_output(
        *args: Any,
        as_json: bool,
        as_csv: bool,
        export: bool,
        people: Path | None,
        no_vault: bool,
        unsearched: bool,
        unreviewed: bool,
        into: Path | None,
        source: PassphraseSource,
        **kwargs: Any,
    ) -> Any:
        if as_json + as_csv + export > 1:
            raise click.UsageError("--json, --csv and --export exclude each other")
        output = Output(
            as_json=as_json,
            as_csv=as_csv,
            export=export,
            people=people,
            no_vault=no_vault,
            unsearched=unsearched,
            unreviewed=unreviewed,
            into=into,
            source=source,
        )
        return function(*args, output=output, **kwargs)

    decorated = into_option(passphrase_options(with_output))
    for add in _OUTPUT_OPTIONS:
        decorated = add(decorated)
    return cast("F", decorated)


def limit_option(usual: int, unit: str) -> Callable[[F], F]:
    """Add ``--limit``: how many are printed on a terminal where nothing else is asked for."""

    def add(function: F) -> F:
        return click.option(
            "--limit",
            type=click.IntRange(0, 1_000_000_000),
            metavar="N",
            help=f"Give the first N {unit}; 0 for all (default: {usual}, in files all).",
        )(function)

    return add


def give(project: "Project", report: "Report", output: Output) -> None:
    """Print a report, or write it into the exports directory."""
    if output.export:
        click.echo(f"wrote {_exported(project, report, output)}")
    elif output.as_json:
        from notecode.analysing.report import report_to_json
        from notecode.project.exporting.doubtful import said_of_doubts
        from notecode.project.exporting.searched import searched_for

        # The terminal is its user's own: nothing is searched, and what goes on from there says so.
        unsearched = searched_for(project).unsought
        unreviewed = said_of_doubts(report.doubts)
        said = {"not_searched_for": unsearched, "not_reviewed": unreviewed}
        print_json({**report_to_json(report), **said})
    elif output.as_csv:
        from notecode import __version__
        from notecode.project.exporting.frames import report_csv
        from notecode.project.exporting.searched import searched_for

        unsearched = searched_for(project).unsought
        click.echo(report_csv(report, __version__, unsearched=unsearched), nl=False)
    else:
        from notecode.analysing.report import render

        if report.base.synthetic:
            click.echo(SYNTHETIC)
        width = terminal_width()
        click.echo(render(report, width=width), nl=False)


def _exported(project: "Project", report: "Report", output: Output) -> Path:
    from notecode.cli.opening_vault import vault_to_read
    from notecode.project.exporting.reports import export_report

    with vault_to_read(project, output.source, unless=output.no_vault) as vault:
        return export_report(
            project,
            report,
            people=output.people,
            vault=vault,
            unsearched=output.unsearched,
            unreviewed=output.unreviewed,
            to=output.into,
        )
