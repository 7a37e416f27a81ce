"""What a rule's precision says of it: too low, too few suggestions to say, fallen since."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from notecode.project.project import Project, now
from notecode.store import facts
from notecode.suggesting.evaluation import Agreement

RECORDED = "precision of rules"
"""The fact that holds the precision of each rule as last recorded, by what it was held against."""
LEAST = 5
"""Of fewer suggestions it is not said that their rule falls short: one answer would decide it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Precision:
    """So many suggestions of a rule right, of so many compared, with the 95% interval."""

    rule: str
    right: int
    of: int
    low: float
    high: float

    @property
    def value(self) -> float:
        """The share that is right."""
        return self.right / self.of

    def __str__(self) -> str:
        return f"{self.value:.2f}, {self.right:,} of {self.of:,} right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fall:
    """A rule whose precision is lower than it was when recorded (UTC, ISO 8601)."""

    before: Precision
    now: Precision
    at: str

    @property
    def beyond_chance(self) -> bool:
        """Whether it is lower than the interval of then."""
        return self.now.value < self.before.low


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The rules by what is to be said of them, each in the order of their ids."""

    bar: float
    every: tuple[Precision, ...]
    short: tuple[Precision, ...]
    too_few: tuple[Precision, ...]
    fallen: tuple[Fall, ...]

    def as_json(self) -> dict[str, object]:
        """The bar and the rules that are named, with why."""
        return {
            "bar": self.bar,
            "fewest_suggestions_to_say": LEAST,
            "rules_that_fall_short": [
                {"rule": each.rule, "why": f"{each}, under {self.bar:.2f}"} for each in self.short
            ],
            "rules_too_few_to_say": [
                {"rule": each.rule, "right": each.right, "of": each.of} for each in self.too_few
            ],
            "rules_that_fell": [
                {
                    "rule": each.now.rule,
                    "recorded": each.at,
                    "before": asdict(each.before),
                    "now": asdict(each.now),
                    "below_the_interval_of_then": each.beyond_chance,
                }
                for each in self.fallen
            ],
        }


def judge(rules: Sequence[Agreement], bar: float, recorded: Mapping[str, "Recorded"]) -> Judged:
    """Name the rules under the bar, those with too few suggestions to say so, and each fall."""
    every = tuple(found for found in map(_precision, rules) if found is not None)
    under = [each for each in every if each.value < bar]
    falls = [
        Fall(before=before.precision, now=each, at=before.at)
        for each in every
        if (before := recorded.get(each.rule)) and each.value < before.precision.value
    ]
    return Judged(
        bar=bar,
        every=every,
        short=tuple(each for each in under if each.of >= LEAST),
        too_few=tuple(each for each in under if each.of < LEAST),
        fallen=tuple(falls),
    )


@dataclass(frozen=True, slots=True)
class Recorded:
    """A precision as it was at a moment (UTC, ISO 8601)."""

    precision: Precision
    at: str


def record(project: Project, against: str, judged: Judged) -> None:
    """Keep each rule's precision, so that a later measure against the same tells which fell.

    What was held against something else, and rules that have suggested nothing, stay as they were.
    """
    at = now()
    with project.database() as db:
        stored = facts.load_fact(db, RECORDED)
        kept: dict[str, dict[str, object]] = json.loads(stored) if stored else {}
        rules = kept.setdefault(against, {})
        rules.update({each.rule: {**asdict(each), "at": at} for each in judged.every})
        facts.save_fact(db, RECORDED, json.dumps(kept))
        facts.log_event(db, "evaluate suggestions", f"{len(judged.every)} rules recorded", at)


def load_recorded(project: Project, against: str) -> dict[str, Recorded]:
    """The precision of each rule as last recorded against the same; empty if never."""
    if not project.database_path.exists():
        return {}
    with project.database() as db:
        stored = facts.load_fact(db, RECORDED)
    kept = json.loads(stored).get(against, {}) if stored else {}
    return {
        rule: Recorded(Precision(**{k: v for k, v in each.items() if k != "at"}), each["at"])
        for rule, each in kept.items()
    }


def _precision(rule: Agreement) -> Precision | None:
    """None where nothing that the rule suggested was compared."""
    share = rule.precision
    if share.low is None or share.high is None:
        return None
    return Precision(
        rule=rule.label, right=rule.hits, of=share.total, low=share.low, high=share.high
    )
