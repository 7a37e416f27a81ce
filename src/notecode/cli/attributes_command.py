"""``notecode attributes``: what is known of the cases, by attribute and stage."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from notecode.cli.output import (
    counted,
    json_option,
    print_json,
    print_problems,
    project_option,
    terminal_width,
)

if TYPE_CHECKING:
    from notecode.attributes import StageCount
    from notecode.project.attributes import AttributeCount, CaseRecord

_MOST_LEVELS = 12
ABSENT_SAID = (
    'Recorded as absent is known where the type has a level for it ("no", "none", "absent"), and'
    ' "absent" where it has none.'
)


@click.command("attributes")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--write", is_flag=True, help="Write the inferred types into notecode.toml.")
@json_option
@project_option
def command(*, names: tuple[str, ...], write: bool, as_json: bool, directory: Path | None) -> None:
    """List the attributes and assessments of the cases: type, levels, and what is missing.

    A type is declared in notecode.toml or inferred from the values. "missing" was not recorded
    (an empty cell, "unknown", "missing", "n/a", "na", "n.a.", "n/k", "nk", "?", a dash alone, or
    "not" before known, recorded, stated, available or applicable, in any letter case), and
    "misfit" is a value that is not of the type. What was recorded as absent ("no", "absent") is
    known where the type has a level for it: "no" of yes/no, "none" of a scale, "absent" of a
    category; else it is "absent". With NAMEs, print their levels stage by stage.

    \b
    Examples:
      notecode attributes
      notecode attributes "physical abuse"
      notecode attributes --write
    """
    from notecode.project import find_project
    from notecode.project.attributes import case_record, declare_attributes, find_attribute

    project = find_project(directory)
    record = case_record(project)
    known = {count.attribute.name: count for count in record.attributes}
    chosen = [
        known[find_attribute(name, {n: c.attribute for n, c in known.items()}).name]
        for name in names
    ] or list(known.values())
    written = declare_attributes(project, record) if write else []
    if as_json:
        print_json(_as_json(record, chosen, written))
        return
    if names:
        for count in chosen:
            _print_stages(count, record.cases)
    else:
        _print_all(record)
    print_problems(record.problems)
    if write:
        click.echo(f"written to notecode.toml: {counted(len(written), 'type')}")


def _print_all(record: "CaseRecord") -> None:
    from notecode.text.layout import Line, draw_grid, wrap

    click.echo(f"CASE RECORD · {counted(record.cases, 'case')}")
    if not record.attributes:
        told = "No attribute is recorded: give a case file with --cases."
        click.echo("\n".join(f"  {line}" for line in wrap(told, terminal_width() - 2)))
        return
    rows = []
    for count in record.attributes:
        attribute, stages = count.attribute, count.stages
        sums = [
            sum(getattr(stage, state) for stage in stages)
            for state in ("known", "absent", "missing", "misfits")
        ]
        type_ = attribute.type + ("*" if attribute.declared else "")
        repeated = str(len(stages)) if attribute.stages != ("",) else ""
        rows.append(Line(attribute.name, 0, (type_, repeated, *(f"{n:,}" for n in sums))))
    headings = [["type"], ["stages"], ["known"], ["absent"], ["missing"], ["misfit"]]
    click.echo("\n".join(draw_grid("", headings, rows, terminal_width())) + "\n")
    for count in record.attributes:
        for line in wrap(f"{count.attribute.name}: {_levels(count)}", terminal_width(), indent=2):
            click.echo(line)
    for count in record.attributes:
        if count.coded:
            for line in wrap(_coded(count), terminal_width(), indent=2):
                click.echo(line)
    click.echo("")
    for sentence in (
        _origin([count.attribute.declared for count in record.attributes]),
        "An assessment counts once at each of its stages, so that there can be more values than"
        " cases; missing is never no.",
        ABSENT_SAID,
    ):
        click.echo("\n".join(wrap(sentence, terminal_width())))


def _coded(count: "AttributeCount") -> str:
    against = (
        f"; the case record says otherwise of {count.contradicted:,} (what was coded counts)"
        if count.contradicted
        else ""
    )
    return f"{count.attribute.name}: {counted(count.coded, 'value')} coded from the notes{against}"


def _origin(declared: list[bool]) -> str:
    """Where the types come from, as far as any do."""
    if not any(declared):
        return "All types are inferred; --write keeps them in notecode.toml."
    if all(declared):
        return "* declared in notecode.toml."
    return "* declared in notecode.toml; the others are inferred (--write keeps them)."


def _levels(count: "AttributeCount") -> str:
    attribute = count.attribute
    if attribute.type in ("number", "date"):
        return "any number" if attribute.type == "number" else "any day"
    if len(attribute.levels) > _MOST_LEVELS:
        return f"{len(attribute.levels)} different values"
    joint = " < " if attribute.type == "ordered" else ", "
    return joint.join(attribute.levels) or "no value recorded"


def _print_stages(count: "AttributeCount", cases: int) -> None:
    from notecode.text.layout import Line, draw_grid, wrap

    attribute = count.attribute
    origin = "declared" if attribute.declared else "inferred"
    title = f"{attribute.name} · {attribute.type}, {origin} · {counted(cases, 'case')}"
    rows = [
        Line(level, 1, tuple(f"{stage.levels[level]:,}" for stage in count.stages))
        for level in attribute.levels
    ]
    for state in ("known", "absent", "missing", "misfits"):
        cells = tuple(f"{getattr(stage, state):,}" for stage in count.stages)
        rows.append(Line(state.removesuffix("s"), 0, cells))
    headings = [[stage.stage or "cases"] for stage in count.stages]
    click.echo(
        "\n".join(
            [*wrap(title, terminal_width()), *draw_grid("", headings, rows, terminal_width())]
        )
    )


def _as_json(
    record: "CaseRecord", chosen: list["AttributeCount"], written: list[str]
) -> dict[str, Any]:
    return {
        "cases": record.cases,
        "attributes": [
            {
                "name": count.attribute.name,
                "type": count.attribute.type,
                "declared": count.attribute.declared,
                "levels": list(count.attribute.levels),
                "mixture": dict(count.mixture),
                "coded_from_notes": count.coded,
                "contradicted_by_case_record": count.contradicted,
                "stages": [_stage(stage) for stage in count.stages],
            }
            for count in chosen
        ],
        "problems": [str(problem) for problem in record.problems],
        "written": written,
    }


def _stage(stage: "StageCount") -> dict[str, Any]:
    return {
        "stage": stage.stage,
        "known": stage.known,
        "absent": stage.absent,
        "missing": stage.missing,
        "misfits": stage.misfits,
        "levels": dict(stage.levels),
    }
