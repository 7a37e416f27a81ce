"""What the commands that print counts share: how a table is asked for, and how it is printed."""

import csv
import io
from typing import TYPE_CHECKING, cast

import click

from notecode.cli.output import terminal_width

if TYPE_CHECKING:
    from notecode.model import Codebook, CountSpec, CountTable, Measure

USUAL_RESAMPLES = 2000

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
            f"--only {error.args[0]!r} must be such as --only 'site=North'"
        ) from error
    if resamples != USUAL_RESAMPLES and not intervals:
        raise click.UsageError("--resamples is for --intervals: give that too")
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
    )


def printed(table: "CountTable", codebook: "Codebook", *, plot: bool) -> str:
    """The table, or its bars, as wide as the terminal."""
    from notecode.counting import render_plot, render_text

    width = terminal_width()
    render = render_plot if plot else render_text
    return render(table, codebook=codebook, width=width)


def as_csv(table: "CountTable", *, synthetic: bool) -> str:
    """One row a combination, each with its measures, its base and where it comes from."""
    from notecode.counting import filter_text, table_to_json

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    spec = table.spec
    origin = {
        "base_references": table.base.references,
        "base_cases": table.base.cases,
        "all_cases": table.all_cases,
        "coder": spec.coder or "all",
        "roll_up": spec.roll_up,
        "only": filter_text(table) or "everything",
        "codebook": table.codebook_digest[:12],
        "data": "SYNTHETIC" if synthetic else "as recorded",
    }
    rows = table_to_json(table)["rows"]
    flat = [_flat(row) for row in rows] if isinstance(rows, list) else []
    # A table without rows has its columns all the same.
    names = list(flat[0]) if flat else [*spec.by, "references", "cases", "notes"]
    writer.writerow([*names, *origin])
    for row in flat:
        writer.writerow([_safe(row[name]) for name in names] + [_safe(v) for v in origin.values()])
    return out.getvalue()


def _flat(record: dict[str, object], prefix: str = "") -> dict[str, object]:
    """A record whose inner records have become columns of their own; None is an empty cell."""
    flat: dict[str, object] = {}
    for name, value in record.items():
        if isinstance(value, dict):
            flat |= _flat(value, f"{prefix}{name}_")
        else:
            flat[prefix + name] = "" if value is None else value
    return flat


def _safe(value: object) -> object:
    """A cell that no spreadsheet takes for a formula, as it would with a leading = + - @."""
    text = value if isinstance(value, str) else ""
    return "'" + text if text.startswith(("=", "+", "-", "@", "\t", "\r")) else value
