"""Saturation: how much is new in each case, or each iteration of the codebook, as coding goes on.

The measure of when to stop is that of Guest, Namey and Chen (2020), "A simple method to assess and
report thematic saturation in qualitative research", PLoS ONE 15(5): e0232076: the codes that a run
of cases adds, as a share of the codes that a base of first cases had. A case of which little is
coded brings little that is new: it counts neither for the base nor for the run, but what it adds
does.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from notecode.analysing.report import Cell, Column, draw_table
from notecode.analysing.timeline import height
from notecode.passages import FirstUse
from notecode.text.layout import counted, one_line, pad, width_of, wrap

BASE_CASES = 4
RUN_CASES = 2
THRESHOLD = 0.05
"""Base size, run length and share of new codes, as the paper proposes them."""
LEAST_REFERENCES = 5
"""A case with fewer is no evidence that nothing new was to be found (a convention of notecode)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One case, or one iteration, in the order of coding.

    ``pairs`` are combinations of a code and a case; ``new`` ones did not occur in an earlier step.
    """

    name: str
    cases: int
    references: int
    codes: int
    new_codes: tuple[str, ...]
    codes_so_far: int
    new_pairs: int
    pairs_so_far: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run of cases against the base: ``share`` is new codes over those of the base.

    ``last_case`` is its place among all cases, counted from 1.
    """

    last_case: int
    new_codes: int
    share: float


def steps_of(uses: Iterable[FirstUse], names: Sequence[str] = ()) -> tuple[Step, ...]:
    """The steps in the order of coding: iterations called ``names``, or cases where none is given.

    ``uses`` are the earliest first. A case stands where it was coded first.
    """
    found: dict[str, list[FirstUse]] = {name: [] for name in names}
    for use in uses:
        found.setdefault(names[use.stretch] if names else use.case_id, []).append(use)
    codes: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    steps = []
    for name, own in found.items():
        its_codes = {use.code for use in own}
        its_pairs = {(use.case_id, use.code) for use in own}
        new_codes = tuple(dict.fromkeys(use.code for use in own if use.code not in codes))
        new_pairs = len(its_pairs - pairs)
        codes |= its_codes
        pairs |= its_pairs
        steps.append(
            Step(
                name=name,
                cases=len({use.case_id for use in own}),
                references=sum(use.references for use in own),
                codes=len(its_codes),
                new_codes=new_codes,
                codes_so_far=len(codes),
                new_pairs=new_pairs,
                pairs_so_far=len(pairs),
            )
        )
    return tuple(steps)


def runs_of(
    cases: Sequence[Step],
    *,
    base: int = BASE_CASES,
    run: int = RUN_CASES,
    least: int = LEAST_REFERENCES,
) -> tuple[Run, ...]:
    """Every run of ``run`` cases behind the first ``base``, against the codes of those.

    Cases with fewer than ``least`` references are not counted; what they add is. None where there
    are fewer cases than base and run together, or the base has no code.
    """
    full = [at for at, case in enumerate(cases) if case.references >= least]
    if base < 1 or run < 1 or len(full) < base + run:
        return ()
    known = cases[full[base - 1]].codes_so_far
    if not known:
        return ()
    found = []
    for last in range(base + run, len(full) + 1):
        place = full[last - 1]
        new = cases[place].codes_so_far - cases[full[last - run - 1]].codes_so_far
        found.append(Run(last_case=place + 1, new_codes=new, share=new / known))
    return tuple(found)


def verdict(
    cases: Sequence[Step],
    *,
    base: int = BASE_CASES,
    run: int = RUN_CASES,
    threshold: float = THRESHOLD,
    least: int = LEAST_REFERENCES,
) -> str:
    """Whether a run of cases added few enough codes, and where; or why it is undefined."""
    runs = runs_of(cases, base=base, run=run, least=least)
    rule = (
        f"a run of {counted(run, 'case')} that adds at most {threshold:.0%} of the codes of the "
        f"first {counted(base, 'case')} (Guest, Namey and Chen 2020)"
    )
    thin = sum(case.references < least for case in cases)
    counts = f"Cases with at least {counted(least, 'reference')} count"
    if thin:
        counts += f"; {thin:,} of {len(cases):,} {'has' if thin == 1 else 'have'} fewer"
    if not runs:
        return (
            f"Undefined: {rule} needs {base + run} cases that count, with a code among the first "
            f"{base}; there are {len(cases) - thin}. {counts}."
        )
    reached = next((each for each in runs if each.share <= threshold), None)
    latest = runs[-1]
    now = f"the latest run added {counted(latest.new_codes, 'code')} ({latest.share:.0%})"
    if reached is None:
        return f"Not reached by {rule}: {now}. {counts}."
    since = runs[runs.index(reached) + 1 :]
    more = [each for each in since if each.share > threshold]
    if more:
        most = max(more, key=lambda each: each.share)
        now += (
            f"; since it was reached {len(more):,} of {counted(len(since), 'run')} added more,"
            f" up to {counted(most.new_codes, 'code')} ({most.share:.0%})"
        )
    return f"Reached at case {reached.last_case} of {len(cases)} by {rule}; {now}. {counts}."


_CASES = Column("cases", "Cases", "integer", "cases with a reference in it")
_NEWS = (
    Column("references", "References", "integer", "references in it"),
    Column("codes", "Codes", "integer", "codes used in it"),
    Column("new_codes", "New\ncodes", "integer", "codes that had not been used before it"),
    Column("codes_so_far", "Codes\nso far", "integer", "codes used in it or before it"),
    Column(
        "new_pairs",
        "New code-\ncase pairs",
        "integer",
        "combinations of a code and a case that had not occurred before it",
    ),
    Column(
        "pairs_so_far",
        "Pairs\nso far",
        "integer",
        "combinations of a code and a case in it or before it",
    ),
    Column("which_codes", "Which", "text", "ids of the new codes, parted by blanks", "none is new"),
)
_PAIRS = ("new_pairs", "pairs_so_far")
"""Of one case they say no more than its codes."""


def step_columns(by: str) -> tuple[Column, ...]:
    """What is said of each step; of an iteration its cases, and its codes in cases, too."""
    first = Column(by, by.capitalize(), "text", f"the {by}")
    if by == "case":
        return (first, *(column for column in _NEWS if not column.name.startswith(_PAIRS)))
    return (first, _CASES, *_NEWS)


def step_rows(steps: Iterable[Step], by: str) -> list[tuple[Cell, ...]]:
    """The cells of ``step_columns``, a row for each step."""
    return [
        (
            step.name,
            *(() if by == "case" else (step.cases,)),
            step.references,
            step.codes,
            len(step.new_codes),
            step.codes_so_far,
            *(() if by == "case" else (step.new_pairs, step.pairs_so_far)),
            " ".join(step.new_codes) or None,
        )
        for step in steps
    ]


def draw_steps(
    steps: Sequence[Step], by: str, labels: Mapping[str, str] | None, width: int
) -> list[str]:
    """The heights, then a table; with ``labels`` of codes, a list of the new ones behind it."""
    columns = step_columns(by)[:-1]
    rows = [row[:-1] for row in step_rows(steps, by)]
    lines = [*draw_heights(steps, width), "", *draw_table(columns, rows, width)]
    if labels is not None:
        lines.append("")
        for step in steps:
            named = "; ".join(labels.get(code, code) for code in step.new_codes)
            nothing = "nothing new" if step.references else "nothing coded"
            lines += wrap(one_line(f"{step.name}: {named or nothing}"), width, indent=4)
    return lines


def draw_heights(steps: Sequence[Step], width: int) -> list[str]:
    """New codes and codes so far, a column a step, as blocks as high as their numbers."""
    label = "Codes so far"
    room = max(width - width_of(label) - 2, 10)
    rows = {
        "New codes": [len(step.new_codes) for step in steps],
        label: [step.codes_so_far for step in steps],
    }
    lines: list[str] = []
    for start in range(0, len(steps), room):
        for name, numbers in rows.items():
            most = max(numbers, default=0)
            blocks = "".join(height(number, most) for number in numbers[start : start + room])
            lines.append(f"{pad(name, width_of(label))}  {blocks}")
    return lines
