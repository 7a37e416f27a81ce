"""``notecode evaluate``: the anonymiser and the suggestions against what people did by hand."""

from pathlib import Path

import click

from notecode.cli.output import (
    Progress,
    counted,
    json_option,
    print_json,
    print_problems,
    project_option,
)

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.group("evaluate")
def command() -> None:
    """Measure a step of the method against what people did by hand.

    \b
    Example:
      notecode evaluate anonymisation labelled.jsonl
      notecode evaluate suggestions
    """


@command.command("anonymisation")
@click.argument("gold", nargs=-1, required=True, type=_FILE, metavar="GOLD...")
@click.option("--predictions", type=_FILE, help="Write what was masked and flagged, as offsets.")
@click.option("--errors", type=_FILE, help="Write where masks and labels differ, as offsets.")
@click.option(
    "--export",
    "exports",
    multiple=True,
    type=_FILE,
    help="The export from which GOLD was drawn: the other notes of its cases go along, as in a"
    " real run. May be repeated.",
)
@click.option("--no-roster", is_flag=True, help="Keep the people of GOLD from the anonymiser.")
@click.option("--model", default="", metavar="NAME", help="Another language model.")
@click.option("--record", is_flag=True, help="Keep the figures in the project, for its report.")
@json_option
@project_option
def anonymisation(
    *,
    gold: tuple[Path, ...],
    predictions: Path | None,
    errors: Path | None,
    exports: tuple[Path, ...],
    no_roster: bool,
    model: str,
    record: bool,
    as_json: bool,
    directory: Path | None,
) -> None:
    """Anonymise the labelled notes of GOLD, and say what share of the labels was masked.

    GOLD is a file of JSON lines, one note a line, such as `notecode sample-for-labelling`
    and `notecode label` make from a study's own notes. The agencies that GOLD names are kept, and
    in a project those of its codebook too. No note text is printed or written: files hold
    offsets only.

    \b
    Examples:
      notecode evaluate anonymisation labelled.jsonl --export notes.csv --record
      notecode evaluate anonymisation labelled.jsonl --errors errors.jsonl
      notecode evaluate anonymisation a.jsonl b.jsonl --no-roster --json
    """
    from notecode.cli.evaluation_table import evaluation_table
    from notecode.project.evaluating import anonymisation as evaluating

    measured = evaluating.measure(
        gold,
        directory=directory,
        model=model,
        with_roster=not no_roster,
        exports=exports,
        progress=Progress("evaluating"),
    )
    if predictions:
        evaluating.write_predictions(predictions, measured.predictions)
    if errors:
        evaluating.write_differences(errors, measured.every.differences)
    if record:
        evaluating.record(measured, directory)
    if as_json:
        print_json(measured.as_json())
        return
    print_problems(measured.warnings)
    for line in evaluation_table(measured):
        click.echo(line)


@command.command("suggestions")
@click.argument("gold", nargs=-1, type=_FILE, metavar="[GOLD]...")
@click.option("--coder", default="", metavar="NAME", help="Hold them against this coder alone.")
@click.option(
    "--bar",
    type=click.FloatRange(0, 1),
    default=0.5,
    show_default=True,
    help="Name the rules whose precision is under it.",
)
@click.option("--predictions", type=_FILE, help="Write what was suggested, as offsets.")
@click.option("--record", is_flag=True, help="Keep each rule's precision, to tell if it falls.")
@json_option
@project_option
def suggestions(
    *,
    gold: tuple[Path, ...],
    coder: str,
    bar: float,
    predictions: Path | None,
    record: bool,
    as_json: bool,
    directory: Path | None,
) -> None:
    """Say how often the rules of codebook.yaml are right, and what they miss.

    A suggestion is right where a reference on its sentence has its code or a code beneath it.
    Without GOLD the rules are held against what has been coded here: on notes that are coded or
    marked as done every suggestion counts, on others those that were answered, so that a rejection
    counts on a note without a reference too. GOLD is a file of JSON lines, one coded note a line.
    The lines under the table say what its figures mean. No note text is printed or written.

    A rule with fewer than 5 suggestions is not said to fall short. After --record, each rule whose
    precision is lower than it was then, against the same coding or GOLD, is named.

    \b
    Examples:
      notecode evaluate suggestions
      notecode evaluate suggestions --coder anna --bar 0.7 --record
      notecode evaluate suggestions coded.jsonl --predictions out.jsonl --json
    """
    from notecode.cli.suggestion_figures import suggestion_figures
    from notecode.project import find_project
    from notecode.project.evaluating import suggestions as suggestion_evaluating

    if gold and coder:
        raise click.UsageError("--coder goes with the coding of the project, not with GOLD")
    project = find_project(directory)
    if gold:
        measured = suggestion_evaluating.measure_on_gold(project, gold, bar=bar)
    else:
        measured = suggestion_evaluating.measure_on_coding(project, coder, bar=bar)
    if predictions:
        suggestion_evaluating.write_predictions(predictions, measured)
    if record:
        from notecode.project.evaluating.precision import record as record_precision

        record_precision(project, measured.against, measured.judged)
    if as_json:
        print_json(measured.as_json())
        return
    for line in suggestion_figures(measured):
        click.echo(line)
    if record:
        click.echo(f"\nRecorded: the precision of {counted(len(measured.judged.every), 'rule')}.")
