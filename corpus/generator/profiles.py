"""The case record beside the notes: attributes and assessments, with gaps as in real records."""

from collections.abc import Iterable

from .dice import Dice
from .plan import Plan

ATTRIBUTES = (
    "gender",
    "age",
    "ethnicity",
    "employment",
    "relationship",
    "children",
    "substance misuse",
    "alcohol misuse",
    "housing need",
    "mental health need",
    "previous offences",
)
STAGES = ("intake", "3 months", "6 months", "9 months", "closure")
ABUSE = ("physical abuse", "sexual abuse", "harassment and stalking", "jealousy and coercion")
ASSESSMENTS = ("engagement", "contact", *ABUSE)
LEVELS = ("none", "standard", "moderate", "high")
_NEEDS = {
    "substance misuse": "drugs",
    "alcohol misuse": "drinking",
    "housing need": "tenancy",
    "mental health need": "mood",
}


def profile_columns() -> list[str]:
    """The header of cases.csv."""
    stages = [f"{name} ({stage})" for name in ASSESSMENTS for stage in STAGES]
    return ["case_id", "site", "start_date", "end_date", *ATTRIBUTES, *stages]


def profile_row(seed: int, plan: Plan) -> Iterable[str]:
    """One case. An empty cell is missing; "no" is recorded absent."""
    case, dice = plan.case, Dice(f"{seed} profile {plan.case.id}")
    su = case.people["su"]
    age = (case.start - su.dob).days // 365 if su.dob else 0
    values = [
        "male" if dice.chance(0.95) else "",
        str(age) if dice.chance(0.95) else "",
        dice.pick(
            [
                "White British",
                "White British",
                "White British",
                "White Other",
                "Asian or Asian British",
                "Black or Black British",
                "Mixed",
                "",
            ]
        ),
        dice.pick(["employed", "unemployed", "unemployed", "unable to work", "", ""]),
        dice.pick(
            ["ex-partner", "ex-partner", "current partner", "intermittent", "family member", ""]
        ),
        "yes" if case.has_children else dice.pick(["no", "no", "no", ""]),
    ]
    threads = {name for name, _, _ in case.threads}
    for need in _NEEDS.values():
        if dice.chance(0.4):
            values.append("")
        else:
            values.append("yes" if need in threads or dice.chance(0.25) else "no")
    values.append(dice.pick(["yes", "yes", "yes", "yes", "no", ""]))
    return [
        case.id,
        case.site,
        case.start.isoformat(),
        case.end.isoformat(),
        *values,
        *_assessments(plan, dice),
    ]


def _assessments(plan: Plan, dice: Dice) -> list[str]:
    """Each assessment at each stage: engagement and contact, then four kinds of abuse."""
    cells: list[str] = []
    direct = any(name == "contact" for month in plan.acts for name in month)
    engaged = [dice.pick(LEVELS[:3])] + [
        dice.pick(LEVELS if direct else LEVELS[:2]) for _ in STAGES[1:]
    ]
    reasons = ["planned or pending", "on hold for criminal justice", "not safe"]
    contact = [dice.pick(reasons)] + ["yes" if direct else dice.pick(reasons) for _ in STAGES[1:]]
    cells += [_gap(value, dice) for value in engaged]
    cells += [_gap(value, dice) for value in contact]
    for _ in ABUSE:
        level = dice.weighted([(0, 1.0), (1, 2.0), (2, 3.0), (3, 3.0)])
        for stage in range(len(STAGES)):
            if stage and dice.chance(0.38):
                level = max(0, level - 1)
            elif stage and dice.chance(0.1):
                level = min(3, level + 1)
            cells.append(_gap(LEVELS[level], dice))
    return cells


def _gap(value: str, dice: Dice) -> str:
    return "" if dice.chance(0.12) else value
