"""The figures of suggestions for reading, 80 columns wide."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from notecode.intervals import Share
    from notecode.project.evaluating.suggestions import MeasuredSuggestions
    from notecode.suggesting.evaluation import Agreement

_LABEL = 28


def suggestion_figures(measured: "MeasuredSuggestions") -> Iterator[str]:
    """The lines of the table, and the rules that fall short."""
    found = measured.figures
    yield f"{found.notes:,} notes of {found.cases:,} cases, held against {measured.against}"
    yield ""
    columns = f"{'prec.':>5} {'recall':>6} {'F1':>5}  {'95% of F1':^11}"
    yield f"{'':<{_LABEL}} {columns} {'found':>6} {'missed':>6} {'false':>5}"
    yield _row(found.activities)
    if found.macro is not None:
        yield f"{'mean F1 of the codes':<{_LABEL}} {'':>5} {'':>6} {found.macro:>5.2f}"
    if found.mentions:
        yield _row(found.mentions)
        yield f"{'look-alikes taken':<{_LABEL}} {_share(found.taken)}"
    yield f"{'agencies of references right':<{_LABEL}} {_share(found.agencies_right)}"
    yield from _block("By code", found.by_code)
    yield from _block("By agency (mentions)", found.by_agency)
    yield from _block("By rule (recall: of the references of its code)", found.by_rule)
    if measured.short:
        yield ""
        yield "Rules that fall short:"
        yield from (f"  {rule}: {why}" for rule, why in measured.short)


def _block(title: str, rows: "Sequence[Agreement]") -> Iterator[str]:
    if rows:
        yield ""
        yield title
        yield from map(_row, rows)


def _row(each: "Agreement") -> str:
    low, high = each.f1.low, each.f1.high
    interval = f"{low:.2f} - {high:.2f}" if low is not None and high is not None else "-"
    return (
        f"{each.label[:_LABEL]:<{_LABEL}} {_two(each.precision.value):>5}"
        f" {_two(each.recall.value):>6} {_two(each.f1.value):>5}  {interval:^11}"
        f" {each.hits:>6,} {each.missed:>6,} {each.false:>5,}"
    )


def _share(share: "Share") -> str:
    if share.value is None:
        return "none to count"
    return f"{share.value:.2f} ({share.hits:,} of {share.total:,})"


def _two(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"
