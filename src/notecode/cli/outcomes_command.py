"""``notecode outcomes``: what changed in the cases, and what goes with what."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from notecode.cli.output import counted, print_json, project_option, terminal_width
from notecode.cli.reports import Output, give, output_options

if TYPE_CHECKING:
    from notecode.analysing.report import Report
    from notecode.project.looking.outcomes import OutcomeReport


def _name_and_level(entry: str) -> tuple[str, str]:
    name, equals, level = entry.rpartition("=")
    if not equals or not name.strip():
        raise click.BadParameter(f"{entry}: it has to be NAME=LEVEL")
    return name.strip(), level.strip()


@click.command("outcomes")
@click.argument("names", nargs=-1, metavar="[NAME[@STAGE]]...")
@click.option(
    "--code", "codes", multiple=True, metavar="ID", help="With this code against without."
)
@click.option(
    "--agency",
    "agencies",
    multiple=True,
    metavar="ID",
    help="With a reference with this agency against without; with --code, such references of it.",
)
@click.option(
    "--by",
    multiple=True,
    metavar="NAME[@STAGE]",
    help="By an attribute or site; 'code' or 'agency': with each of them against without.",
)
@click.option(
    "--only",
    multiple=True,
    metavar="NAME[@STAGE]=LEVEL",
    callback=lambda _context, _option, entries: tuple(map(_name_and_level, entries)),
    help="Only cases at this level of an attribute or this site; may be repeated.",
)
@click.option("--from", "start", default="", metavar="STAGE", help="Change from (default: first).")
@click.option("--to", "end", default="", metavar="STAGE", help="Change to (default: last).")
@click.option("--steps", is_flag=True, help="Change from each stage to the next.")
@click.option(
    "--at-least", default="", metavar="LEVEL", help="Present from this level up (default: second)."
)
@click.option("--coder", default="", metavar="NAME", help="Whose coding; 'all' for everybody's.")
@click.option(
    "--adjust",
    "correction",
    type=click.Choice(("holm", "bh", "none")),
    default="holm",
    help="How p values of several tests are adjusted: Holm, Benjamini-Hochberg, not at all.",
)
@click.option("--full", is_flag=True, help="Every table, test and effect size, not a summary.")
@click.option(
    "--check-table",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Check the sums of a table in a CSV file, and test it, instead of the project's cases.",
)
@click.option("--paired", is_flag=True, help="That table's rows are before, its columns after.")
@click.option("--ordered", is_flag=True, help="That table's rows and columns are in order.")
@output_options
@project_option
def command(
    *,
    full: bool,
    check_table: Path | None,
    paired: bool,
    ordered: bool,
    output: Output,
    directory: Path | None,
    **asked: Any,
) -> None:
    """Set codes against outcomes: change from stage to stage, and differences between groups.

    A NAME is an assessment (its change is counted), one stage of it ("physical abuse@closure"),
    an attribute, "notes" or "references"; none stands for every assessment with an order. The
    test fits the data, and the reason is printed. Missing cases are shown with every figure.

    \b
    Examples:
      notecode outcomes
      notecode outcomes "physical abuse" --from intake --to "6 months"
      notecode outcomes --code behaviour-change
      notecode outcomes age "physical abuse@intake" --code behaviour-change
      notecode outcomes --check-table table.csv --paired
    """
    if check_table is not None:
        _check_table(check_table, paired=paired, ordered=ordered, output=output)
        return
    if paired or ordered:
        raise click.UsageError("--paired and --ordered go with --check-table")
    from notecode.project import find_project
    from notecode.project.looking.outcomes import OutcomeSpec, outcomes

    # Only what is written is searched, and only then is a vault looked for.
    project = output.source.project(directory) if output.export else find_project(directory)
    found = outcomes(project, OutcomeSpec(**asked))
    report = _as_report(found, asked, full=full or bool(asked["names"]))
    if output.as_json:
        _print_json(found, report)
    else:
        give(project, report, output)


def _as_report(found: "OutcomeReport", asked: dict[str, Any], *, full: bool) -> "Report":
    from notecode.analysing.outcome_rows import outcome_report
    from notecode.cli.outcomes_table import outcome_lines

    return outcome_report(
        found.results,
        found.base,
        asked=asked,
        definitions=found.definitions,
        draw=lambda width: outcome_lines(found.results, full=full, width=width),
    )


def _print_json(found: "OutcomeReport", report: "Report") -> None:
    """The results as they are nested, where CSV has one row a figure."""
    from notecode.analysing.outcome_rows import results_to_json
    from notecode.analysing.report import report_to_json

    said = report_to_json(report)
    for flat in ("rows", "columns", "row_is", "shown", "total"):
        del said[flat]
    print_json({**said, **results_to_json(found.results)})


def _check_table(path: Path, *, paired: bool, ordered: bool, output: Output) -> None:
    from notecode.analysing.outcomes import adjusted
    from notecode.analysing.published import compare_rows, compare_stages, read_published_table

    if output.as_csv or output.export:
        raise click.UsageError("--check-table prints text or --json")
    published = read_published_table(path)
    changes = [compare_stages(published)] if paired else []
    comparisons = [] if paired else [compare_rows(published, ordered=ordered)]
    results = adjusted(changes, comparisons, "none")
    if output.as_json:
        from notecode.analysing.outcome_rows import results_to_json

        said = {"file": path.name, "totals": published.stated}
        print_json({**said, **results_to_json(results)})
        return
    from notecode.cli.outcomes_table import outcome_lines

    cases, totals = (
        counted(published.table.total, "case"),
        counted(published.stated, "stated total"),
    )
    held = "all add up" if published.stated else "nothing to check"
    click.echo(f"{path.name}: {cases}; {totals}, {held}\n")
    width = terminal_width()
    click.echo("\n".join(outcome_lines(results, full=True, width=width)))
