"""The attributes and assessments of the case record: their types, levels and gaps."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from notecode.attributes import StageCount, describe, likely_ladder, mixture, settle
from notecode.errors import Problem, UsageError
from notecode.model import Attribute
from notecode.project.project import SETTINGS_FILE, Project
from notecode.settings import remember_attributes
from notecode.store import attributes as stored
from notecode.store.coded_values import coded_by_attribute, contradictions
from notecode.store.connection import Database
from notecode.text.nearest import meant


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeCount:
    """One attribute, stage by stage; ``mixture`` counts kinds of values if there are several.

    ``likely_levels`` are the levels of a known scale that most values stand on, and how many do
    not. Of the values that count ``coded`` were coded from the notes; of those the case record
    says ``contradicted`` otherwise.
    """

    attribute: Attribute
    stages: tuple[StageCount, ...]
    mixture: Mapping[str, int]
    likely_levels: tuple[tuple[str, ...], int] = ((), 0)
    coded: int = 0
    contradicted: int = 0

    @property
    def misfits(self) -> int:
        """Values that are not of the attribute's type, at all stages."""
        return sum(count.misfits for count in self.stages)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRecord:
    """All attributes of the project's cases, and what is wrong with their values or types."""

    cases: int
    attributes: tuple[AttributeCount, ...]
    problems: tuple[Problem, ...]


def attributes_of(project: Project, db: Database) -> dict[str, Attribute]:
    """The attributes of the case record by name, as declared in the settings or inferred."""
    return stored.load_attributes(db, project.settings.attributes)


def case_record(project: Project) -> CaseRecord:
    """Every attribute with its counts.

    Raises:
        ProjectError: if no notes are stored yet.

    """
    declared = project.settings.attributes
    with project.database() as db:
        tallies = stored.load_tallies(db)
        cases = stored.count_cases(db)
        coded, contradicted = coded_by_attribute(db), contradictions(db)
    found = []
    for attribute in settle(tallies, declared):
        own = [tally for tally in tallies if tally.name == attribute.name]
        found.append(
            AttributeCount(
                attribute=attribute,
                stages=tuple(describe(attribute, own, cases)),
                mixture=mixture(own),
                likely_levels=likely_ladder(own),
                coded=coded.get(attribute.name, 0),
                contradicted=contradicted.get(attribute.name, 0),
            )
        )
    problems = [*_unknown(declared, [count.attribute.name for count in found]), *_odd(found)]
    return CaseRecord(cases=cases, attributes=tuple(found), problems=tuple(problems))


def declare_attributes(project: Project, record: CaseRecord) -> list[str]:
    """Write the types that were inferred into ``notecode.toml``; returns the names written.

    Raises:
        SettingsError: if the file cannot be edited in place.
        WriteError: if it could not be written.

    """
    new = [c.attribute for c in record.attributes if not c.attribute.declared]
    if new:
        remember_attributes(project.settings_path, new)
    return [attribute.name for attribute in new]


def find_attribute(name: str, known: Mapping[str, Attribute]) -> Attribute:
    """The attribute of this name, in any letter case.

    Raises:
        UsageError: if there is none, with the nearest name.

    """
    by_fold = {known_name.casefold(): attribute for known_name, attribute in known.items()}
    found = known.get(name) or by_fold.get(name.casefold())
    if found is None:
        raise UsageError(
            f"the case record has no attribute {name!r}",
            hint=meant("attribute", name, {known_name: known_name for known_name in known})
            if known
            else "It is empty: give a case file with `notecode anonymise … --cases CASES.csv`.",
        )
    return found


def _unknown(declared: Iterable[str], known: list[str]) -> list[Problem]:
    return [
        Problem(
            file=SETTINGS_FILE,
            message=f"[attributes] {name} is declared, and no case has it",
            hint=meant("attribute", name, {known_name: known_name for known_name in known}),
            fatal=False,
        )
        for name in declared
        if name not in known
    ]


def _odd(found: Iterable[AttributeCount]) -> list[Problem]:
    """Values that are not of the type, or of several kinds, in counts alone."""
    problems = []
    for count in found:
        name, type_ = count.attribute.name, count.attribute.type
        absent = sum(stage.absent for stage in count.stages)
        if absent and type_ == "ordered":
            message = f"{name}: recorded as absent, which is none of its levels: {absent}"
            hint = f'if it has a place among them, declare it: "{name}" = ["absent", …]'
            problems.append(Problem(file="case record", message=message, hint=hint, fatal=False))
        if count.misfits:
            what = "none of its levels" if type_ == "ordered" else f"no {type_}"
            are = "value is" if count.misfits == 1 else "values are"
            message = f"{name}: {count.misfits} {are} {what}, and so not counted as known"
            hint = "correct them in the case file, or the type under [attributes]"
        elif count.likely_levels[0] and type_ == "category" and not count.attribute.declared:
            levels, off = count.likely_levels
            shown = ", ".join(f'"{level}"' for level in levels)
            message = (
                f"{name}: all but {off} of its values are levels of a scale; it has no order yet"
            )
            hint = f'declare the order: "{name}" = [{shown}], with every level that is used'
        elif count.mixture and type_ == "category":
            kinds = ", ".join(f"{kind}: {number}" for kind, number in count.mixture.items())
            message = f"{name}: values of several kinds ({kinds}); taken as words"
            hint = "if most are right, declare the type: the others are then reported"
        else:
            continue
        problems.append(Problem(file="case record", message=message, hint=hint, fatal=False))
    return problems
