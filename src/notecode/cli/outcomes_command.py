"""``notecode outcomes``: what changed in the cases, and what goes with what."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from notecode.cli.output import counted, json_option, print_json, project_option

if TYPE_CHECKING:
    from notecode.project.outcomes import OutcomeReport

_WIDEST = 120


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
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV, one row a figure.")
@json_option
@project_option
def command(
    *,
    full: bool,
    check_table: Path | None,
    paired: bool,
    ordered: bool,
    as_csv: bool,
    as_json: bool,
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
    if as_csv and as_json:
        raise click.UsageError("--csv and --json exclude each other")
    if check_table is not None:
        _check_table(check_table, paired=paired, ordered=ordered, as_json=as_json, as_csv=as_csv)
        return
    if paired or ordered:
        raise click.UsageError("--paired and --ordered go with --check-table")
    from notecode.project import find_project
    from notecode.project.outcomes import OutcomeSpec, outcomes

    report = outcomes(find_project(directory), OutcomeSpec(**asked))
    if as_json or as_csv:
        _print_data(report, as_json=as_json)
    else:
        _print(report, full=full or bool(asked["names"]))


def _print_data(report: "OutcomeReport", *, as_json: bool) -> None:
    from notecode.cli.outcomes_rows import as_csv, as_data

    origin = _origin(report)
    if not as_json:
        click.echo(as_csv(report.results, origin), nl=False)
        return
    base = {"cases": report.cases, "left_out": report.left_out}
    print_json({**origin, **base, **as_data(report.results)})


def _print(report: "OutcomeReport", *, full: bool) -> None:
    from notecode.cli.outcomes_table import render_outcomes
    from notecode.text.layout import wrap

    if report.synthetic:
        click.echo("SYNTHETIC: the bundled sample, all invented")
    coding = f" · coding of {', '.join(report.coders)}" if report.coders else ""
    click.echo(f"OUTCOMES · {counted(report.cases, 'case')}{coding}\n")
    if report.left_out:
        left_out = f"Left out, since all coded cases have it or none: {'; '.join(report.left_out)}."
        lines = wrap(left_out, _width(), indent=2)
        click.echo("\n".join(lines) + "\n")
    shown = render_outcomes(report.results, full=full, coded=report.by_coding, width=_width())
    click.echo(shown)


def _check_table(path: Path, *, paired: bool, ordered: bool, as_json: bool, as_csv: bool) -> None:
    from notecode.analysing.outcomes import adjusted
    from notecode.analysing.published import compare_rows, compare_stages, read_published_table

    published = read_published_table(path)
    changes = [compare_stages(published)] if paired else []
    comparisons = [] if paired else [compare_rows(published, ordered=ordered)]
    results = adjusted(changes, comparisons, "none")
    checked = (
        f"{counted(published.table.total, 'case')}; {counted(published.stated, 'stated total')}"
    )
    if as_json or as_csv:
        from notecode.cli.outcomes_rows import as_csv as rows
        from notecode.cli.outcomes_rows import as_data

        if as_json:
            print_json({"file": path.name, "totals": published.stated, **as_data(results)})
        else:
            click.echo(rows(results, {"data": path.name}), nl=False)
        return
    from notecode.cli.outcomes_table import comparison_lines, transition_lines

    held = "no total is stated, nothing to check" if not published.stated else "all add up"
    click.echo(f"{path.name}: {checked}, {held}\n")
    lines = [line for change in changes for line in transition_lines(change, None, _width())]
    lines += [line for found in comparisons for line in comparison_lines(found, None, _width())]
    click.echo("\n".join(line.rstrip() for line in lines))


def _origin(report: "OutcomeReport") -> dict[str, str]:
    """Where the figures come from: project, whose coding, codebook, made up or recorded."""
    return {
        "project": report.title,
        "coder": ", ".join(report.coders),
        "codebook": report.codebook_digest[:12],
        "data": "SYNTHETIC" if report.synthetic else "as recorded",
    }


def _width() -> int:
    return min(shutil.get_terminal_size((80, 24)).columns, _WIDEST)
