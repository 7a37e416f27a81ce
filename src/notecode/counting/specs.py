"""What a count asks for: is everything it names there, and which codes does it select?"""

from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from notecode.errors import UsageError
from notecode.model import DIMENSIONS, Codebook, CountSpec, RollUp
from notecode.text.nearest import meant

MOST_DIMENSIONS = 3


def check_spec(
    spec: CountSpec, codebook: Codebook, sites: Sequence[str], coders: Sequence[str]
) -> None:
    """Refuse a spec that names what does not exist, or that asks for no table.

    ``sites`` are those of the project's cases, ``coders`` those who have coded.

    Raises:
        UsageError: naming everything that is wrong at once, with the nearest names that exist.

    """
    wrong = _wrong_dimensions(spec.by)
    hints: list[str] = []
    if spec.roll_up not in get_args(RollUp):
        wrong.append(f"no roll-up {spec.roll_up!r}")
        hints.append(f"roll-ups: {', '.join(get_args(RollUp))}")
    asked: tuple[tuple[str, Iterable[str], Mapping[str, str]], ...] = (
        ("dimension", spec.by, {name: name for name in DIMENSIONS}),
        ("coder", (spec.coder,) if spec.coder else (), {name: name for name in coders}),
        ("code", spec.codes, {code.id: code.label for code in codebook.codes}),
        ("agency", spec.agencies, {agency.id: agency.label for agency in codebook.agencies}),
        ("site", spec.sites, {name: name for name in sites}),
    )
    for kind, words, known in asked:
        for word in dict.fromkeys(words):
            if word not in known:
                wrong.append(f"no {kind} {word!r}")
                hints.append(meant(kind, word, known))
    if wrong:
        raise UsageError("; ".join(wrong), hint="; ".join(dict.fromkeys(hints)))


def _wrong_dimensions(by: Sequence[str]) -> list[str]:
    """What is wrong with the dimensions as a list, whatever their names."""
    if not by:
        return [f"nothing to count by (one to {MOST_DIMENSIONS} of {', '.join(DIMENSIONS)})"]
    wrong = [f"{name!r} stands twice" for name in dict.fromkeys(by) if by.count(name) > 1]
    if len(by) > MOST_DIMENSIONS:
        wrong.append(f"{len(by)} dimensions, but a table has at most {MOST_DIMENSIONS}")
    return wrong


def selected_codes(spec: CountSpec, codebook: Codebook) -> frozenset[str] | None:
    """The codes whose references the spec lets through; None means every code.

    With the roll-up "descendants" a code stands for all that lies beneath it.
    """
    if not spec.codes:
        return None
    asked = frozenset(spec.codes)
    if spec.roll_up == "own":
        return asked
    return frozenset(
        code.id
        for code in codebook.codes
        if any(step.id in asked for step in codebook.path(code.id))
    )


def selected_agencies(spec: CountSpec) -> frozenset[str] | None:
    """The agencies of which a reference must have at least one; None means any or none."""
    return frozenset(spec.agencies) if spec.agencies else None
