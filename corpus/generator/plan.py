"""What happens in each case, month by month, before a word is written.

The shares follow the published figures of the study that the sample imitates; the test of the
shape holds them.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from .dice import Dice
from .people import Case, Casting, Person

MONTHS = 10
DIRECT = {
    "Site 1": (1, 3, 6, 8, 10),
    "Site 2": (1, 2, 3, 4, 5, 6, 8, 9, 10),
    "Site 3": (2, 4, 5, 7, 9),
}
BEHAVIOUR = {"Site 1": (3, 8), "Site 2": (1, 2, 4, 5, 9, 10), "Site 3": (5,)}
CHILDREN = {
    "Site 1": (1, 2, 4, 6, 7, 9),
    "Site 2": (1, 3, 4, 6, 8, 10),
    "Site 3": (2, 3, 5, 6, 8, 10),
}
ADVOCACY = {
    "Site 1": {2: 3, 4: 2, 6: 2, 9: 1},
    "Site 2": {1: 3, 4: 2, 5: 3, 8: 1, 10: 2},
    "Site 3": {3: 4, 5: 2, 6: 2, 9: 2},
}
_BELL = (0.3, 0.6, 1.0, 1.5, 1.9, 1.9, 1.4, 0.9, 0.6, 0.4)
_FLAT = (1.15, 1.05, 1.0, 1.0, 1.0, 1.0, 1.0, 0.95, 0.95, 0.9)
_EARLY = (2.2, 1.6, 1.2, 1.0, 0.8, 0.8, 0.7, 0.6, 0.5, 0.4)
_RISKS = ("weekend", "texts", "breach", "newpartner", "car", "charge", "jealousy")
_LIVES = (
    "address",
    "drinking",
    "drugs",
    "mood",
    "tenancy",
    "job",
    "money",
    "family",
    "missed",
    "move",
)
_YOUNG = ("pickup", "contact", "plan")
_DISRUPTION = (
    ("dis.fora", 26.0),
    ("dis.order", 24.0),
    ("dis.watch", 17.0),
    ("dis.arrest", 9.0),
    ("dis.ask", 24.0),
)


@dataclass(slots=True)
class Plan:
    """One case with its acts by month."""

    case: Case
    acts: list[list[str]] = field(default_factory=list)

    def threads(self, month: int) -> list[str]:
        """The matters in hand in that month."""
        return [name for name, first, last in self.case.threads if first <= month <= last]


def make_cases(seed: int, casting: Casting) -> list[Plan]:
    """All thirty cases, with their people and their acts."""
    plans = []
    for site in ("Site 1", "Site 2", "Site 3"):
        for number in range(1, 11):
            dice = Dice(f"{seed} plan {site} {number}")
            start = date(2016, 5, 2) + timedelta(days=dice.between(0, 215))
            day = min(start.day, 28)
            start = start.replace(day=day)
            end = start.replace(
                year=start.year + (start.month + 9) // 12, month=(start.month + 9) % 12 + 1
            )
            kids = dice.between(2, 3) if number in CHILDREN[site] else 0
            case = casting.case(site, number, start, end, kids)
            case.threads = _threads(case, dice)
            plans.append(Plan(case, _acts(case, dice)))
    return plans


def add_staff(case: Case, manager: Person, second: Person, colleague: Person) -> None:
    """Put the service's own people into the case's roster."""
    case.people |= {"sm": manager, "cm": second, "cm2": colleague}


def _threads(case: Case, dice: Dice) -> list[tuple[str, int, int]]:
    """A story: how it starts and ends, and what comes up between, a month or three each."""
    risks, lives = dice.shuffled(_RISKS)[:5], dice.shuffled(_LIVES)[:5]
    story = [("intro", 0, 0), ("ending", 8, 9), ("ending", 9, 9)]
    month = 0
    for n in range(5):
        story.append((risks[n], month, min(month + dice.between(1, 2), 9)))
        story.append((lives[n], month, min(month + dice.between(1, 3), 9)))
        month += 2
    if dice.chance(0.5):
        away = dice.between(2, 6)
        story.append(("custody", away, away + dice.between(1, 2)))
    if case.has_children:
        for n, name in enumerate(dice.shuffled(_YOUNG)):
            first = min(1 + 3 * n + dice.between(0, 1), 8)
            story.append((name, first, first + 1))
    return story


def _spread(count: int, weights: tuple[float, ...], dice: Dice) -> list[int]:
    """So many acts over the months, by weight."""
    months = [0] * MONTHS
    options = [(n, weight) for n, weight in enumerate(weights)]
    for _ in range(count):
        months[dice.weighted(options)] += 1
    return months


def _acts(case: Case, dice: Dice) -> list[list[str]]:
    """The acts of each month, in no order within it."""
    site, number = case.site, case.number
    quotas: list[tuple[str, int, tuple[float, ...]]] = [
        ("is", dice.between(38, 52), _FLAT),
        ("dis", dice.between(13, 21), _FLAT),
        ("safe", dice.between(3, 6), _EARLY),
        ("advocacy", ADVOCACY[site].get(number, 0), _FLAT),
        ("support.agency", dice.between(3, 7), _FLAT),
    ]
    if number in DIRECT[site]:
        much = site == "Site 2"
        behaviour = number in BEHAVIOUR[site]
        quotas += [
            ("contact", dice.between(21, 25) if much else dice.between(3, 7), _BELL),
            ("support", dice.between(11, 15) if much else dice.between(2, 4), _BELL),
            ("change", (dice.between(6, 8) if much else dice.between(3, 5)) * behaviour, _BELL),
        ]
    if case.has_children:
        quotas += [("cs.meet", dice.between(4, 6), _FLAT), ("cs.share", dice.between(3, 5), _FLAT)]
    months: list[list[str]] = [[] for _ in range(MONTHS)]
    for name, count, weights in quotas:
        for month, few in enumerate(_spread(count, weights, dice)):
            months[month] += [_kind(name, dice) for _ in range(few)]
    return [dice.shuffled(acts) for acts in months]


def _kind(name: str, dice: Dice) -> str:
    return dice.weighted(_DISRUPTION) if name == "dis" else name
