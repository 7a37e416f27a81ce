"""Saturation of a project's coding: by case in the order of coding, or by iteration."""

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
        cases = steps_of(first_uses(here.db, here.places))
        steps, *meaning = (cases,) if by == "case" else _iterations(here)
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


def _iterations(here: Look) -> tuple[tuple[Step, ...], str, str]:
    """What was new in each iteration, what an iteration is here, and what belongs to it."""
    births = _births(here)
    frozen = [e for e in load_events(here.db) if e.action == "freeze" and e.state == "done"]
    if frozen:
        names = [event.name for event in frozen]
        parted = Stretches(ends=[event.at for event in frozen], births=births)
        uses = first_uses(here.db, here.places, parted)
        return steps_of(uses, [*names, f"since {names[-1]}"]), _FROZEN, _GIVEN
    versions = coding_versions(here.db)
    uses = first_uses(here.db, here.places, Stretches(versions=versions, births=births))
    names = [f"version {at}" for at in range(1, len(versions) + 1)]
    return steps_of(uses, names), _VERSIONS, _GIVEN


def _births(here: Look) -> dict[str, str]:
    """When each code of the codebook came to be, were it under another id; not the first ones."""
    known = code_births(here.db)
    births = {}
    for code in here.codebook.codes:
        names = (code.id, *code.formerly)
        if all(name in known for name in names):
            births[code.id] = min(known[name] for name in names)
    return births
