"""``notecode sample-for-labelling``: a random sample of the study's own notes, to be labelled."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from notecode.cli.inputs import input_options
from notecode.cli.output import counted, json_option, print_json, print_problems, project_option

if TYPE_CHECKING:
    from notecode.project.evaluating.sampling import Sample


@click.command("sample-for-labelling")
@input_options
@click.option(
    "--notes", default=100, show_default=True, type=click.IntRange(min=1), help="How many notes."
)
@click.option("--seed", default=1, show_default=True, help="Another seed, another sample.")
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The file to write; it holds notes as they were exported.",
)
@json_option
@project_option
def command(
    *,
    exports: tuple[Path, ...],
    people: Path | None,
    cases: Path | None,
    columns: tuple[str, ...],
    notes: int,
    seed: int,
    output: Path,
    as_json: bool,
    directory: Path | None,
) -> None:
    """Draw a random sample of the notes of EXPORT, to be labelled by hand.

    What the anonymiser makes of a note plays no part in the draw, and is not shown: the labels are
    made blind. Sites share the sample in proportion to their notes. FILE holds identifiable
    notes: only its owner may read it, it is refused in exports/, corpus/ and where git would
    take it, and it should be destroyed once recall has been measured.

    \b
    Example:
      notecode sample-for-labelling notes.csv --people people.csv -o ~/secure/label.jsonl
      notecode label ~/secure/label.jsonl
      notecode evaluate anonymisation ~/secure/label.jsonl --export notes.csv
    """
    from notecode.project import find_project
    from notecode.project.evaluating.sampling import sample_for_labelling
    from notecode.project.reading import Inputs

    sample = sample_for_labelling(
        find_project(directory),
        Inputs(exports=exports, people=people, cases=cases, columns=columns),
        output,
        notes=notes,
        seed=seed,
    )
    if as_json:
        print_json(_as_json(sample))
    else:
        _show(sample, asked=notes)


def _as_json(sample: "Sample") -> dict[str, object]:
    return {
        "file": str(sample.path),
        "identifiable": True,
        "seed": sample.seed,
        "notes": sample.notes,
        "words": sample.words,
        "cases": sample.cases_sampled,
        "frame": {"notes": sample.frame, "cases": sample.cases, "left_out_blank": sample.blank},
        "sites": [
            {"site": each.site, "notes": each.notes, "sampled": each.sampled}
            for each in sample.strata
        ],
        "without_people": sample.without_people,
        "warnings": [str(problem) for problem in sample.warnings],
    }


def _show(sample: "Sample", *, asked: int) -> None:
    print_problems(sample.warnings)
    fewer = f" (all there are; {asked:,} were asked for)" if sample.notes < asked else ""
    click.echo(
        f"{counted(sample.notes, 'note')} of {counted(sample.cases_sampled, 'case')} drawn{fewer},"
        f" {counted(sample.words, 'word')}, seed {sample.seed}"
    )
    blank = f"; {sample.blank:,} blank ones left out" if sample.blank else ""
    click.echo(
        f"Sampling frame: {counted(sample.frame, 'note')} with text,"
        f" of {counted(sample.cases, 'case')}{blank}"
    )
    if len(sample.strata) > 1 or sample.strata[0].site:
        click.echo("At random within each site:")
        for each in sample.strata:
            click.echo(
                f"  {each.site or 'no site':<24} {each.sampled:>6,} of {each.notes:>8,} notes"
            )
    if sample.without_people:
        click.echo(
            f"{sample.without_people:,} of them have no people in a people file: recall will be"
            " measured without."
        )
    click.echo(
        f"\n{sample.path} holds IDENTIFIABLE notes. Keep it on the secure machine, hand it to"
        "\nnobody who may not read the notes, and destroy it once recall has been measured."
    )
    click.echo(f"Next: notecode label {sample.path}")
