"""The figures of suggestions for reading, 80 columns wide."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from notecode.text.layout import counted, wrap

if TYPE_CHECKING:
    from notecode.intervals import Share
    from notecode.project.evaluating.precision import Judged
    from notecode.project.evaluating.suggestions import MeasuredSuggestions
    from notecode.suggesting.evaluation import Agreement

_LABEL = 23
_WIDTH = 80


def suggestion_figures(measured: "MeasuredSuggestions") -> Iterator[str]:
    """The lines of the table, what its figures mean, and the rules to look at."""
    found = measured.figures
    base = f"{counted(found.notes, 'note')} of {counted(found.cases, 'case')}"
    yield f"{base}, held against {measured.against}"
    yield ""
    yield (
        f"{'':<{_LABEL}} {'right':>5} {'false':>5} {'prec.':>5} {'95%':^9} {'missed':>6}"
        f" {'recall':>6} {'F1':>4} {'95%':^9}"
    )
    yield from _row(found.activities)
    if found.macro is not None:
        yield f"mean F1 of the codes {found.macro:>48.2f}"
    if found.mentions:
        yield from _row(found.mentions)
        yield f"look-alikes taken for mentions: {_share(found.taken)}"
    yield f"right suggestions with the very agencies: {_share(found.agencies_right)}"
    yield from _block("By code", found.by_code)
    yield from _block("By agency (mentions)", found.by_agency)
    yield from _block("By rule (missed, recall: of the references of its code)", found.by_rule)
    yield ""
    for sentence in measured.definitions:
        yield from wrap(f"- {sentence}", _WIDTH, indent=2)
    yield from _judged(measured.judged)


def _judged(judged: "Judged") -> Iterator[str]:
    """The rules that fall short, those of which it cannot be said, and those that fell."""
    from notecode.project.evaluating.precision import LEAST

    if judged.short:
        yield from ("", f"Rules that fall short: precision under {judged.bar:.2f}")
        for each in judged.short:
            yield f"  {each.rule}: {each} (95% {each.low:.2f}-{each.high:.2f})"
    if judged.too_few:
        yield from (
            "",
            f"Under {judged.bar:.2f}, but fewer than {LEAST} suggestions: too few to say",
        )
        yield from (f"  {each.rule}: {each.right} of {each.of} right" for each in judged.too_few)
    if judged.fallen:
        yield from ("", "Rules whose precision fell since it was recorded")
        for fall in judged.fallen:
            yield f"  {fall.now.rule}: {fall.before} on {fall.at[:10]}; now {fall.now}"
            then = f"{fall.before.low:.2f}-{fall.before.high:.2f}"
            how = "below" if fall.beyond_chance else "still inside"
            yield f"    {how} the 95% interval of then, {then}"


def _block(title: str, rows: "Sequence[Agreement]") -> Iterator[str]:
    if rows:
        yield ""
        yield title
        for row in rows:
            yield from _row(row)


def _row(each: "Agreement") -> Iterator[str]:
    """The figures of one label; a long label has a line of its own."""
    label = each.label
    if len(label) > _LABEL:
        yield label
        label = ""
    yield (
        f"{label:<{_LABEL}} {each.hits:>5,} {each.false:>5,} {_two(each.precision.value):>5}"
        f" {_interval(each.precision):^9} {each.missed:>6,} {_two(each.recall.value):>6}"
        f" {_two(each.f1.value):>4} {_interval(each.f1):^9}"
    ).rstrip()


def _interval(share: "Share") -> str:
    if share.low is None or share.high is None:
        return "-"
    return f"{share.low:.2f}-{share.high:.2f}"


def _share(share: "Share") -> str:
    if share.value is None:
        return "none to count"
    return f"{share.value:.2f} ({share.hits:,} of {share.total:,})"


def _two(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"
