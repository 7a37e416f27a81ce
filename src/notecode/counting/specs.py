"""What a count asks for: is everything it names there, and which keys does it let through?"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from notecode.errors import UsageError
from notecode.model import (
    ASSESSMENT,
    ATTRIBUTE,
    DIMENSIONS,
    Codebook,
    CountSpec,
    Dimension,
    Measure,
    RollUp,
)
from notecode.tables import SAID_BY_LABELS, bands_of, unbanded
from notecode.text.nearest import meant, nearest, there_is

MOST_DIMENSIONS = 4
MOST_RESAMPLES = 100_000
WHOLE_SHARES = frozenset(("share_of_row", "share_of_column"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a project has to count by: names, each with the text it is known by as well.

    ``attributes`` are dimensions ("attribute:gender"), of which the ``numbers`` can be put into
    bands; ``coders`` those who have coded;
    ``keys`` the keys of other dimensions, of which only those are checked that are given.
    """

    attributes: Mapping[Dimension, str] = field(default_factory=dict)
    numbers: Collection[Dimension] = ()
    coders: Sequence[str] = ()
    keys: Mapping[Dimension, Mapping[str, str]] = field(default_factory=dict)


def check_spec(spec: CountSpec, known: Known) -> None:
    """Refuse a spec that names what does not exist, or that asks for no table.

    Raises:
        UsageError: naming everything that is wrong at once, with the nearest names that exist.

    """
    wrong = [(problem, "") for problem in _wrong_form(spec)]
    dimensions = {**{name: name for name in DIMENSIONS}, **known.attributes}
    names = dict.fromkeys((*spec.by, *(name for name, _ in spec.only)))
    wrong += [_no_dimension(name, dimensions) for name in names if unbanded(name) not in dimensions]
    wrong += [
        (f"{name!r}: only numbers can be put into bands of more than 0", "")
        for name in names
        if bands_of(name) and (unbanded(name) not in known.numbers or not all(bands_of(name)))
    ]
    keys = {"coder": {name: name for name in known.coders}, **known.keys}
    for name, words in (*spec.only, ("coder", (spec.coder,))):
        there = keys.get(name)
        # "" is none recorded, which any dimension may have.
        unknown = [word for word in words if word and there is not None and word not in there]
        wrong += [
            (f"no {_kind(name)} {word!r}", _instead(name, word, there or {})) for word in unknown
        ]
    measures = {name: name.replace("_", " ") for name in get_args(Measure)}
    wrong += [
        (f"no measure {name!r}", meant("measure", name, measures))
        for name in spec.measures
        if name not in measures
    ]
    if wrong:
        hints = dict.fromkeys(hint for _, hint in wrong if hint)
        problems = dict.fromkeys(problem for problem, _ in wrong)
        raise UsageError("; ".join(problems), hint="; ".join(hints))


def _wrong_form(spec: CountSpec) -> list[str]:
    """What is wrong with a spec, whatever its names."""
    wrong = []
    by = spec.by
    if not by:
        wrong.append(f"nothing to count by (one to {MOST_DIMENSIONS} of {', '.join(DIMENSIONS)})")
    wrong += [f"{name!r} stands twice" for name in dict.fromkeys(by) if by.count(name) > 1]
    if len(by) > MOST_DIMENSIONS:
        wrong.append(f"{len(by)} dimensions, but a table has at most {MOST_DIMENSIONS}")
    elif spec.down > 2 or len(by) - (spec.down or 2) > 2 or spec.down > len(by):
        wrong.append("at most two dimensions go down, and two across")
    elif (spec.down or (len(by) + 1) // 2) == len(by) and WHOLE_SHARES & {*spec.measures}:
        wrong.append("shares of rows and columns need a dimension across")
    if spec.roll_up not in get_args(RollUp):
        wrong.append(f"no roll-up {spec.roll_up!r} ({', '.join(get_args(RollUp))})")
    if not 0 <= spec.resamples <= MOST_RESAMPLES:
        wrong.append(f"resamples must be 0 to {MOST_RESAMPLES:,}")
    if spec.resamples and "case" in by:
        wrong.append("intervals say how counts differ from case to case: a table by case has none")
    return wrong


def _no_dimension(name: Dimension, dimensions: Mapping[Dimension, str]) -> tuple[str, str]:
    for prefix, kind in ((ATTRIBUTE, "attribute"), (ASSESSMENT, "assessment")):
        if name.startswith(prefix):
            there = {
                d: text for d, text in dimensions.items() if d.startswith((ATTRIBUTE, ASSESSMENT))
            }
            word = name.removeprefix(prefix)
            return f"no {kind} {word!r}", meant(kind, word, there)
    # Of the case record's many names only one that holds what was typed can be meant.
    near = [
        each
        for each in nearest(name, dimensions)
        if each in DIMENSIONS or name.casefold() in each.casefold()
    ]
    hint = f"did you mean {' or '.join(near)}? " if near else ""
    return f"no dimension {name!r}", f"{hint}There is: {_listed(dimensions)}"


def _listed(dimensions: Mapping[Dimension, str]) -> str:
    """Every project's own dimensions, and how those of the case record are said."""
    own = [name for name in dimensions if name in DIMENSIONS]
    recorded = {name.partition(":")[0] for name in dimensions if name not in DIMENSIONS}
    ways = [f"{kind}:NAME{'@STAGE' if kind == 'assessment' else ''}" for kind in sorted(recorded)]
    return ", ".join([*own, *ways])


def _instead(dimension: Dimension, word: str, there: Mapping[str, str]) -> str:
    """What may have been meant by a key that is not there; of bands, all that there are."""
    if there and bands_of(dimension):
        return f"{there_is(there)} (20-29 is read as 20 to 29, and a number as the band it lies in)"
    if there and dimension in SAID_BY_LABELS:
        # All are few, and one that looks like what was typed is seldom the one that was meant.
        return there_is(
            {
                f"{key} ({label})" if dimension == "third" else key: ""
                for key, label in there.items()
            }
        )
    return meant(_kind(dimension), word, there)


def _kind(dimension: Dimension) -> str:
    """What one key of a dimension is called."""
    if bands_of(dimension):
        return f"band of {unbanded(dimension).partition(':')[2]}"
    if dimension.startswith((ATTRIBUTE, ASSESSMENT)):
        return f"value of {dimension.partition(':')[2]}"
    return dimension.replace("_", " ")


def allowed_keys(
    spec: CountSpec, dimension: Dimension, codebook: Codebook, keys: Sequence[str]
) -> frozenset[str] | None:
    """The keys of a dimension that get a row; None lets all of them have one.

    Of what a filter leaves out no row is made, because the selection holds an arbitrary part of
    it. With a roll-up, a code stands for all that lies beneath it.
    """
    chosen = frozenset(spec.chosen(dimension))
    if not chosen:
        return None
    if dimension != "code" or spec.roll_up == "own":
        return chosen
    beneath = frozenset(
        code.id
        for code in codebook.codes
        if any(step.id in chosen for step in codebook.path(code.id))
    )
    return beneath | (chosen & frozenset(keys))
