"""Saturation of a project's coding: by case in the order of coding, or by iteration."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from notecode.analysing.report import Report
from notecode.analysing.saturation import (
    Step,
    draw_steps,
    step_columns,
    step_rows,
    steps_of,
    verdict,
)
from notecode.project.looking.scope import Asked, Look, look
from notecode.project.project import Project
from notecode.store.codebook_events import load_events
from notecode.store.saturation import Stretches, code_births, coding_versions, first_uses

By = Literal["case", "iteration"]
_ORDER = (
    "Cases stand in the order in which they were coded first; a code is new where it is used for "
    "the first time. Codes above a used code are not counted, unless they are coded themselves. "
    "References stand under the codes that they have by now."
)
_GIVEN = (
    "A reference belongs to the iteration in which it was given the code that it has, and to none "
    "before that in which the code came to be (under this id or a former one): after a split, what "
    "was recoded is new where that was done. What was merged stands under the code it went into."
)
_FROZEN = (
    "An iteration ends where the codebook was frozen under its name; references of the moment "
    "belong to it."
)
_VERSIONS = (
    "The codebook was never frozen (`notecode codebook freeze NAME`), so each version of it under "
    "which something was coded is taken for an iteration."
)


def saturation(
    project: Project, asked: Asked, *, by: By = "case", show_codes: bool = False
) -> Report:
    """What was new in each case or iteration; ``show_codes``: a terminal names the new codes too.

    Raises:
        UsageError: if what is asked names what does not exist, or leaves open whose coding.
        ProjectError: if no notes are stored yet.

    """
    with look(project, asked) as here:
        cases = _cases(here)
        if by == "case":
            return _report(here, cases, by, cases, show_codes=show_codes)
        parted = _iterations(here)
        steps = parted.steps(here)
        return _report(here, cases, by, steps, *parted.meaning, show_codes=show_codes)


def saturations(project: Project, asked: Asked) -> tuple[Report, ...]:
    """What was new in each case; and in each iteration, where there is more than one.

    Raises:
        UsageError, ProjectError: as ``saturation``.

    """
    with look(project, asked) as here:
        cases = _cases(here)
        by_case = _report(here, cases, "case", cases)
        parted = _iterations(here)
        if not cases or len(parted.names) == 1:
            return (by_case,)
        by_iteration = _report(here, cases, "iteration", parted.steps(here), *parted.meaning)
        return by_case, by_iteration


def _cases(here: Look) -> tuple[Step, ...]:
    return steps_of(first_uses(here.db, here.places))


def _report(
    here: Look,
    cases: Sequence[Step],
    by: By,
    steps: Sequence[Step],
    *meaning: str,
    show_codes: bool = False,
) -> Report:
    """The report of these steps; ``cases`` are those by case, which say when to stop."""
    labels = {code.id: code.label for code in here.codebook.codes} if show_codes else None
    return Report(
        name=f"saturation_by_{by}",
        title=f"Saturation: what was new in each {by}",
        row_is=f"one {by}, in the order of coding",
        unit=by,
        columns=step_columns(by),
        rows=tuple(step_rows(steps, by)) if cases else (),
        shown=len(steps),
        total=len(steps),
        base=here.base,
        definitions=(verdict(cases), _ORDER, *meaning),
        nothing="nothing has been coded",
        asked={**here.asked.fields, "by": by},
        draw=lambda width: draw_steps(steps, by, labels, width),
    )


@dataclass(frozen=True, slots=True)
class _Iterations:
    """What the iterations are called, how the coding is parted into them, and what they are."""

    names: tuple[str, ...]
    stretches: Stretches
    meaning: tuple[str, str]

    def steps(self, here: Look) -> tuple[Step, ...]:
        """What was new in each."""
        return steps_of(first_uses(here.db, here.places, self.stretches), self.names)


def _iterations(here: Look) -> _Iterations:
    """The iterations: up to each freezing of the codebook, or else its versions."""
    births = _births(here)
    frozen = [e for e in load_events(here.db) if e.action == "freeze" and e.state == "done"]
    if frozen:
        names = [event.name for event in frozen]
        parted = Stretches(ends=[event.at for event in frozen], births=births)
        return _Iterations((*names, f"since {names[-1]}"), parted, (_FROZEN, _GIVEN))
    versions = coding_versions(here.db)
    names = [f"version {at}" for at in range(1, len(versions) + 1)]
    parted = Stretches(versions=versions, births=births)
    return _Iterations(tuple(names), parted, (_VERSIONS, _GIVEN))


def _births(here: Look) -> dict[str, str]:
    """When each code of the codebook came to be, were it under another id; not the first ones."""
    known = code_births(here.db)
    births = {}
    for code in here.codebook.codes:
        names = (code.id, *code.formerly)
        if all(name in known for name in names):
            births[code.id] = min(known[name] for name in names)
    return births
