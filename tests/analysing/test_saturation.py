"""Saturation: what is new in each step, held against sets; the run of cases and the verdict."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from notecode.analysing.saturation import (
    Step,
    draw_heights,
    draw_steps,
    runs_of,
    step_columns,
    step_rows,
    steps_of,
    verdict,
)
from notecode.passages import FirstUse
from notecode.text.layout import width_of

CODES = "abcdef"


@st.composite
def all_uses(draw: st.DrawFn) -> list[FirstUse]:
    """First uses in the order of their moments: one for each code, case and stretch at most."""
    keys = draw(
        st.lists(
            st.tuples(st.sampled_from(["C1", "C2", "C3"]), st.sampled_from(CODES)),
            max_size=14,
            unique=True,
        )
    )
    stretches = sorted(draw(st.lists(st.integers(0, 2), min_size=len(keys), max_size=len(keys))))
    return [
        FirstUse(case_id=case, code=code, stretch=stretch, first=f"{at:03}", references=at % 3 + 1)
        for at, ((case, code), stretch) in enumerate(zip(keys, stretches, strict=True))
    ]


def cases(*new: int) -> tuple[Step, ...]:
    """Cases that bring so many new codes each."""
    names = iter(f"code-{number}" for number in range(100))
    so_far = 0
    steps = []
    for at, number in enumerate(new):
        so_far += number
        steps.append(
            Step(
                name=f"C{at + 1}",
                cases=1,
                references=5,
                codes=max(number, 1),
                new_codes=tuple(next(names) for _ in range(number)),
                codes_so_far=so_far,
                new_pairs=1,
                pairs_so_far=at + 1,
            )
        )
    return tuple(steps)


@given(all_uses())
def test_each_code_is_new_once_and_nothing_is_lost(uses: list[FirstUse]) -> None:
    for steps in (steps_of(uses), steps_of(uses, ["one", "two", "three"])):
        new = [code for step in steps for code in step.new_codes]
        assert sorted(new) == sorted({use.code for use in uses})
        assert sum(step.references for step in steps) == sum(use.references for use in uses)
        assert sum(step.new_pairs for step in steps) == len({(u.case_id, u.code) for u in uses})
        if steps:
            assert steps[-1].codes_so_far == len(new)
            assert [s.codes_so_far for s in steps] == sorted(s.codes_so_far for s in steps)


@given(all_uses())
def test_a_case_stands_where_it_was_coded_first(uses: list[FirstUse]) -> None:
    names = [step.name for step in steps_of(uses)]
    assert names == list(dict.fromkeys(use.case_id for use in uses))


@given(all_uses())
def test_an_iteration_without_coding_is_there_with_nothing_new(uses: list[FirstUse]) -> None:
    steps = steps_of(uses, ["one", "two", "three"])
    assert [step.name for step in steps] == ["one", "two", "three"]
    for at, step in enumerate(steps):
        own = [use for use in uses if use.stretch == at]
        assert step.cases == len({use.case_id for use in own})
        assert step.codes == len({use.code for use in own})


def test_runs_are_held_against_the_first_cases() -> None:
    found = runs_of(cases(10, 5, 3, 2, 1, 1, 0, 0))
    assert [(run.last_case, run.new_codes) for run in found] == [(6, 2), (7, 1), (8, 0)]
    assert [run.share for run in found] == [0.1, 0.05, 0.0]


def test_the_verdict_names_the_case_and_its_rule() -> None:
    said = verdict(cases(10, 5, 3, 2, 1, 1, 0, 0))
    assert said.startswith("Reached at case 7 of 8")
    assert "at most 5% of the codes of the first 4 cases" in said
    assert "the latest run added 0 codes (0%)" in said
    late = verdict(cases(10, 5, 3, 2, 1, 1, 0, 0, 4))
    assert late.startswith("Reached at case 7 of 9"), "what came later is said and not hidden"
    assert "the latest run added 4 codes (20%)" in late
    assert "since it was reached" not in said
    between = verdict(cases(10, 5, 3, 2, 0, 0, 4, 0, 0, 0))
    assert between.startswith("Reached at case 6 of 10")
    assert "the latest run added 0 codes (0%)" in between
    assert "since it was reached 2 of 4 runs added more, up to 4 codes (20%)" in between
    assert verdict(cases(4, 4, 4, 4, 4, 4)).startswith("Not reached")


def test_too_few_cases_are_undefined_and_not_saturated() -> None:
    for few in (cases(), cases(3, 0, 0, 0, 0), cases(0, 0, 0, 0, 0, 0)):
        assert runs_of(few) == ()
        assert verdict(few).startswith("Undefined")


def thinned(steps: tuple[Step, ...], *places: int) -> tuple[Step, ...]:
    """The same, with one reference alone in the cases at these places (from 1)."""
    return tuple(
        replace(step, references=1 if at in places else step.references)
        for at, step in enumerate(steps, 1)
    )


def test_a_case_of_which_little_is_coded_is_no_evidence() -> None:
    quiet = cases(10, 5, 3, 2, 0, 0)
    assert verdict(quiet).startswith("Reached at case 6 of 6")
    assert verdict(quiet).endswith("Cases with at least 5 references count.")
    said = verdict(thinned(quiet, 4, 5, 6))
    assert said.startswith("Undefined")
    assert "needs 6 cases that count" in said
    assert said.endswith("there are 3. Cases with at least 5 references count; 3 of 6 have fewer.")
    longer = thinned(cases(10, 5, 3, 2, 0, 0, 0, 0), 5, 6)
    assert verdict(longer).startswith("Reached at case 8 of 8")
    assert [(run.last_case, run.new_codes) for run in runs_of(longer)] == [(8, 0)]


def test_what_a_thin_case_adds_counts_against_the_run() -> None:
    steps = thinned(cases(10, 5, 3, 2, 0, 4, 0), 6)
    assert [(run.last_case, run.new_codes, run.share) for run in runs_of(steps)] == [(7, 4, 0.2)]
    in_base = thinned(cases(10, 5, 3, 2, 5, 0, 0, 0), 2)
    (first, *_) = runs_of(in_base)
    assert (first.last_case, first.share) == (7, 0.0)


def test_an_iteration_in_which_nothing_was_coded_is_not_called_without_news() -> None:
    steps = (*cases(1, 0), replace(cases(0)[0], name="round 3", references=0))
    drawn = draw_steps(steps, "iteration", {}, 60)
    assert "C2: nothing new" in drawn
    assert "round 3: nothing coded" in drawn


def test_rows_have_a_cell_for_each_column() -> None:
    for by in ("case", "iteration"):
        for row in step_rows(cases(2, 0), by):
            assert len(row) == len(step_columns(by))
    assert step_rows(cases(2, 0), "case")[1][-1] is None, "nothing new is an empty cell"


def test_heights_fit_the_width_whatever_the_number_of_cases() -> None:
    lines = draw_heights(cases(*[1] * 90), 60)
    assert len(lines) == 4
    assert all(width_of(line) <= 60 for line in lines)
    assert lines[0].startswith("New codes")


def test_new_codes_are_named_where_it_is_asked_for() -> None:
    drawn = draw_steps(cases(1, 0), "case", {"code-0": "Direct\x1b work"}, 60)
    assert "C1: Direct\N{REPLACEMENT CHARACTER} work" in drawn
    assert "C2: nothing new" in drawn
    assert not any("nothing new" in line for line in draw_steps(cases(1, 0), "case", None, 60))


def test_by_case_there_are_no_columns_of_pairs() -> None:
    by_case, by_iteration = step_columns("case"), step_columns("iteration")
    assert not [column.name for column in by_case if "pairs" in column.name]
    assert [column.heading for column in by_iteration if "pairs" in column.name] == [
        "New code-\ncase pairs",
        "Pairs\nso far",
    ]
    for by, columns in (("case", by_case), ("iteration", by_iteration)):
        assert all(len(row) == len(columns) for row in step_rows(cases(2, 0, 1), by))
