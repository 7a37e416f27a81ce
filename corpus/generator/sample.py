"""The whole sample: cases, notes in the order of recording, and their gold."""

from dataclasses import dataclass
from datetime import date, timedelta

from .dice import Dice
from .layout import Draft
from .notes import KINDS, contact_type, write_note
from .people import Case, Casting, Person
from .plan import Plan, add_staff, make_cases
from .scene import Scene
from .voices import STYLES, Voice


@dataclass(slots=True)
class Row:
    """One note of the export."""

    case: Case
    day: date
    recorded: date
    kind: str
    contact_type: str
    author: Person
    role: str
    draft: Draft


@dataclass(slots=True)
class Team:
    """A site's staff."""

    managers: list[Voice]
    chief: Voice
    office: Voice


def _team(site: str, casting: Casting) -> Team:
    voices = [
        Voice(author=casting.manager(site), key=f"{site}{n}", **style)  # type: ignore[arg-type]
        for n, style in enumerate(STYLES[site])
    ]
    chief = Voice(
        author=casting.manager(site, "SERVICE_MANAGER"),
        key=f"{site}sm",
        role="Service Manager",
        wordy=0.5,
        short=0,
        names=0.6,
    )
    office = Voice(
        author=casting.manager(site, "ADMINISTRATOR"),
        key=f"{site}ad",
        role="Administrator",
        wordy=0.1,
        short=1,
    )
    return Team(voices, chief, office)


def make_sample(seed: int) -> tuple[list[Plan], list[Row]]:
    """Thirty cases and their notes, sorted by when they were recorded."""
    casting = Casting(seed)
    teams = {site: _team(site, casting) for site in STYLES}
    plans = make_cases(seed, casting)
    rows: list[Row] = []
    for plan in plans:
        case, team = plan.case, teams[plan.case.site]
        mine = team.managers[case.number % 3]
        other = team.managers[(case.number + 1) % 3]
        add_staff(case, team.chief.author, mine.author, other.author)
        rows += _case_rows(seed, plan, team, mine, other)
    order = Dice(f"{seed} order")
    return plans, sorted_rows(rows, order)


def sorted_rows(rows: list[Row], dice: Dice) -> list[Row]:
    """Rows by day of recording; within a day as chance has it."""
    keyed = [(row.recorded, dice.between(0, 10**6), n) for n, row in enumerate(rows)]
    return [rows[n] for _, _, n in sorted(keyed)]


def _case_rows(seed: int, plan: Plan, team: Team, mine: Voice, other: Voice) -> list[Row]:
    dice = Dice(f"{seed} notes {plan.case.id}")
    rows: list[Row] = []
    for month, bag in enumerate(plan.acts):
        days = _days(plan.case, month, dice)
        acts = list(bag)
        while acts:
            kind = dice.weighted(KINDS)
            if month == 0 and dice.chance(0.22):
                kind = "profile"
            day = days[min(int(len(days) * (1 - len(acts) / (len(bag) + 1))), len(days) - 1)]
            voice = other if dice.chance(0.12) else mine
            if kind == "office" and dice.chance(0.5):
                voice = team.chief if dice.chance(0.7) else team.office
            threads = plan.threads(month)
            scene = Scene(
                plan.case,
                voice,
                dice,
                day,
                dice.pick(threads),
                threads,
                inside="custody" in threads,
            )
            note = write_note(kind, scene, acts)
            late = dice.weighted([(0, 60.0), (1, 20.0), (3, 12.0), (8, 6.0), (20, 2.0)])
            rows.append(
                Row(
                    plan.case,
                    day,
                    day + timedelta(days=late),
                    kind,
                    contact_type(kind, note),
                    voice.author,
                    voice.role,
                    note,
                )
            )
    return rows


def _days(case: Case, month: int, dice: Dice) -> list[date]:
    """The working days of that month of the case, in order, a dozen of them."""
    span = (case.end - case.start).days
    low, high = span * month // 10, span * (month + 1) // 10 - 1
    days = {case.start + timedelta(days=dice.between(low, high)) for _ in range(14)}
    working = sorted(day for day in days if day.weekday() < 5)
    return working or [case.start + timedelta(days=low)]
