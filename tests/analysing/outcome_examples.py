"""Small tables and variables that the tests of outcomes are made of."""

from collections.abc import Mapping

from notecode.analysing.crosstabs import CrossTable
from notecode.analysing.outcomes import Variable
from notecode.model import AttributeType

SEVERITY = ("none", "standard", "moderate", "high")


def table(*rows: tuple[int, ...]) -> CrossTable:
    """A table of these cells, its rows and columns named by their numbers."""
    return CrossTable(
        rows=tuple(f"row {number}" for number in range(len(rows))),
        columns=tuple(f"column {number}" for number in range(len(rows[0]))),
        cells=rows,
        total=sum(map(sum, rows)),
    )


def variable(
    name: str,
    type_: AttributeType,
    levels: tuple[str, ...],
    values: Mapping[str, str | float | None],
) -> Variable:
    """A variable of these values by case; None is missing."""
    return Variable(
        name=name,
        type=type_,
        levels=levels,
        values={case: value for case, value in values.items() if value is not None},
        unknown={case: "missing" for case, value in values.items() if value is None},
    )


def severity(name: str, *values: str | None) -> Variable:
    """An assessment of severity of cases C0, C1 and so on."""
    return variable(name, "ordered", SEVERITY, {f"C{n}": value for n, value in enumerate(values)})


def groups(*labels: str | None) -> Variable:
    """A grouping of cases C0, C1 and so on."""
    return variable(
        "the code", "category", ("with", "without"), {f"C{n}": v for n, v in enumerate(labels)}
    )
