"""The ``[tables.<name>]`` tables of ``notecode.toml``: queries that a study makes again and again.

What they name (codes, sites, attributes) is checked when they are counted, not here: it may be
gone by then, or come later.
"""

from collections.abc import Callable, Mapping
from typing import cast, get_args

from notecode.model import CountSpec, Measure, NamedCount, RollUp, filters_of
from notecode.settings.layout import nearest
from notecode.settings.toml import toml_value

KEYS = (
    "title",
    "by",
    "across",
    "only",
    "measures",
    "coder",
    "roll_up",
    "resamples",
    "seed",
    "draw",
)
ALL_CASES, WITHIN_SITES = DRAWS = ("all cases", "within sites")
"""From which cases those of a resample are drawn."""

USUAL_ROLL_UP: RollUp = "descendants"
"""The roll-up of a query that does not name one."""

Problems = Callable[[str, str, str, str], None]
"""Told the table, the key, what is wrong with it, and a hint."""


def read_tables(data: Mapping[str, object], problem: Problems) -> dict[str, NamedCount]:
    """The named queries, by name, in the order of the file."""
    found = {}
    for name, table in data.items():
        if isinstance(table, dict):
            found[name] = _read_table(name, table, problem)
        else:
            problem("tables", name, f"must be a table, headed [tables.{name}]", "")
    return found


def _read_table(name: str, data: Mapping[str, object], problem: Problems) -> NamedCount:
    values = _Values(f"tables.{name}", data, problem)
    values.check_keys()
    by, across = values.words("by"), values.words("across")
    if not by:
        values.wrong("by", "is missing: what to count by", 'for example by = ["agency"]')
    spec = CountSpec(
        by=(*by, *across),
        down=len(by) if "across" in data else 0,
        coder=values.word("coder", ""),
        roll_up=cast("RollUp", values.word("roll_up", USUAL_ROLL_UP, get_args(RollUp))),
        only=values.filters("only"),
        measures=cast("tuple[Measure, ...]", values.words("measures", get_args(Measure))),
        resamples=values.number("resamples", 0),
        seed=values.number("seed", 1),
        within_sites=values.word("draw", ALL_CASES, DRAWS) == WITHIN_SITES,
    )
    return NamedCount(name, spec, values.word("title", ""))


class _Values:
    """The values of one table by their types; what is wrong is told, and the usual value taken."""

    def __init__(self, heading: str, data: Mapping[str, object], problem: Problems) -> None:
        self.heading = heading
        self.data = data
        self.problem = problem

    def wrong(self, key: str, message: str, hint: str = "") -> None:
        self.problem(self.heading, key, message, hint)

    def check_keys(self) -> None:
        for key in self.data:
            if key not in KEYS:
                self.wrong(key, "is not known here", nearest(key, KEYS))

    def words(self, key: str, known: tuple[str, ...] = ()) -> tuple[str, ...]:
        value = self.data.get(key, [])
        value = [value] if isinstance(value, str) else value
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            self.wrong(key, "must be a list of words in quotes")
            return ()
        for word in value:
            if known and word not in known:
                self.wrong(key, f"has no {word!r}", nearest(word, known))
        return tuple(value)

    def word(self, key: str, usual: str, known: tuple[str, ...] = ()) -> str:
        value = self.data.get(key, usual)
        if isinstance(value, str) and (not known or value in known):
            return value
        listed = f": {', '.join(known)}" if known else ""
        self.wrong(key, f"must be text in quotes{listed}")
        return usual

    def number(self, key: str, usual: int) -> int:
        value = self.data.get(key, usual)
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        self.wrong(key, "must be a whole number, 0 or more")
        return usual

    def filters(self, key: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        try:
            return filters_of(self.words(key))
        except ValueError as error:
            self.wrong(key, f"has {error.args[0]!r}", 'it must be such as "site=North"')
            return ()


def table_items(query: NamedCount) -> dict[str, str]:
    """Each key of the query's table in TOML's notation; usual values are left out."""
    spec = query.spec
    down = spec.down or len(spec.by)
    only = tuple(f"{dimension}={key}" for dimension, keys in spec.only for key in keys)
    items: dict[str, tuple[str | int | tuple[str, ...], object]] = {
        "title": (query.title, ""),
        "by": (spec.by[:down], ()),
        "across": (spec.by[down:], None if spec.down else ()),
        "only": (only, ()),
        "measures": (spec.measures, ()),
        "coder": (spec.coder, ""),
        "roll_up": (spec.roll_up, USUAL_ROLL_UP),
        "resamples": (spec.resamples, 0),
        "seed": (spec.seed, 1),
        "draw": (WITHIN_SITES if spec.within_sites else ALL_CASES, ALL_CASES),
    }
    return {key: toml_value(value) for key, (value, usual) in items.items() if value != usual}
