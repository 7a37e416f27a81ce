"""``notecode attributes``: what is known of the cases, by attribute and stage."""

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from notecode.cli.output import counted, json_option, print_json, print_problems, project_option

if TYPE_CHECKING:
    from notecode.attributes import StageCount
    from notecode.project.attributes import AttributeCount, CaseRecord

_MOST_LEVELS = 12
_WIDTH = 79


@click.command("attributes")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--write", is_flag=True, help="Write the inferred types into notecode.toml.")
@json_option
@project_option
def command(*, names: tuple[str, ...], write: bool, as_json: bool, directory: Path | None) -> None:
    """List the attributes and assessments of the cases: type, levels, and what is missing.

    A type is declared in notecode.toml or inferred from the values. "absent" was recorded as
    absent ("no"), "missing" was not recorded, and "misfit" is a value that is not of the type.
    With NAMEs, print their levels stage by stage.

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
    click.echo(f"CASE RECORD · {counted(record.cases, 'case')}")
    if not record.attributes:
        click.echo("  No attribute is recorded: give a case file with --cases.")
        return
    click.echo(
        f"  {'':<28}{'type':<10}{'stages':>6}{'known':>8}{'absent':>8}{'missing':>9}{'misfit':>8}"
    )
    for count in record.attributes:
        attribute, stages = count.attribute, count.stages
        type_ = attribute.type + ("*" if attribute.declared else "")
        click.echo(
            f"  {_short(attribute.name, 27):<28}{type_:<10}"
            f"{len(stages) if attribute.stages != ('',) else '':>6}"
            f"{sum(s.known for s in stages):>8,}{sum(s.absent for s in stages):>8,}"
            f"{sum(s.missing for s in stages):>9,}{sum(s.misfits for s in stages):>8,}"
        )
        click.echo(textwrap.indent(textwrap.fill(_levels(count), _WIDTH - 4), "    "), nl=True)
    click.echo("  * declared in notecode.toml; the others are inferred (--write keeps them).")
    click.echo("  An assessment counts once at each of its stages; missing is never no.")


def _levels(count: "AttributeCount") -> str:
    attribute = count.attribute
    if attribute.type in ("number", "date"):
        return "any number" if attribute.type == "number" else "any day"
    if len(attribute.levels) > _MOST_LEVELS:
        return f"{len(attribute.levels)} different values"
    joint = " < " if attribute.type == "ordered" else ", "
    return joint.join(attribute.levels) or "no value recorded"


def _print_stages(count: "AttributeCount", cases: int) -> None:
    attribute = count.attribute
    origin = "declared" if attribute.declared else "inferred"
    click.echo(f"{attribute.name} · {attribute.type}, {origin} · {counted(cases, 'case')}")
    click.echo("  " + " " * 24 + "".join(f"{s.stage or 'cases':>10}" for s in count.stages))
    for level in attribute.levels:
        cells = "".join(f"{stage.levels[level]:>10,}" for stage in count.stages)
        click.echo(f"  {_short(level, 23):<24}{cells}")
    for name in ("known", "absent", "missing", "misfits"):
        cells = "".join(f"{getattr(stage, name):>10,}" for stage in count.stages)
        click.echo(f"  {name.removesuffix('s'):<24}{cells}")


def _short(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"


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
