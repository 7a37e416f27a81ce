"""What is known of each case as variables: attributes, assessments, codes, site, sizes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from notecode.analysing.outcomes import Variable
from notecode.attributes import band_labels, read_value
from notecode.errors import UsageError
from notecode.model import ASSESSMENT, ATTRIBUTE, Attribute, CaseValue, Codebook, CodedFacts
from notecode.project.attributes import attributes_of, find_attribute
from notecode.project.project import Project
from notecode.store import attributes as stored
from notecode.store.connection import Database
from notecode.store.counts import load_facts
from notecode.store.notes import load_cases
from notecode.tables import bands_of, unbanded
from notecode.text.nearest import meant

SITE = "site"
REFERENCES = "references"
NOTES = "notes"
WITH, WITHOUT = "with", "without"
MOST_GROUPS = 12

Unknown = Literal["absent", "missing", "misfit"]


@dataclass(slots=True)
class CaseVariables:
    """Reads variables of one project's cases, each once. ``coder`` "" stands for all coders.

    ``sites`` has the site of every case that is looked at.
    """

    project: Project
    db: Database
    codebook: Codebook
    coder: str
    labels: Mapping[str, str] = field(default_factory=dict)
    attributes: dict[str, Attribute] = field(init=False)
    sites: dict[str, str] = field(init=False)
    _values: dict[str, list[CaseValue]] = field(init=False, default_factory=dict)
    _references: dict[tuple[str, ...], dict[str, int]] = field(init=False, default_factory=dict)
    _read: CodedFacts | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.attributes = attributes_of(self.project, self.db)
        self.sites = stored.load_sites(self.db)

    def named(self, name: str) -> tuple[Attribute | None, str]:
        """The attribute and stage of "physical abuse@closure"; None for site, notes, references.

        A dimension's prefix, as counts have it, may stand before it.

        Raises:
            UsageError: there is no such attribute or stage, with the nearest.

        """
        name = name.removeprefix(ATTRIBUTE).removeprefix(ASSESSMENT)
        if name.casefold() in (SITE, REFERENCES, NOTES):
            return None, ""
        word, at, stage = name.rpartition("@")
        if not at or name in self.attributes:
            try:
                return find_attribute(name, self.attributes), ""
            except UsageError as error:
                stop = "" if error.hint.endswith((".", "?")) else "."
                hint = f"{error.hint}{stop} There are also {SITE}, {NOTES} and {REFERENCES}."
                raise UsageError(error.what, where=error.where, hint=hint) from error
        attribute = find_attribute(word.strip(), self.attributes)
        return attribute, self.stage(attribute, stage.strip())

    def stage(self, attribute: Attribute, word: str) -> str:
        """The attribute's stage of this name, in any letter case.

        Raises:
            UsageError: it was not assessed at such a stage.

        """
        for stage in attribute.stages:
            if stage.casefold() == word.casefold():
                return stage
        known = {stage: stage for stage in attribute.stages if stage}
        raise UsageError(
            f"{attribute.name} has no stage {word!r}",
            hint=meant("stage", word, known) if known else "It is not repeated: leave out the @.",
        )

    def variable(self, name: str) -> Variable:
        """The variable of this name, at the stage that stands after its @.

        Raises:
            UsageError: there is none, or it is an assessment and no stage is named.

        """
        attribute, stage = self.named(name)
        if attribute is None:
            return self._of_every_case(name.casefold())
        if stage not in attribute.stages:
            raise UsageError(
                f"{attribute.name} was assessed at {len(attribute.stages)} stages:"
                " which of them is meant?",
                hint=f'For example "{attribute.name}@{attribute.stages[-1]}".',
            )
        return self.at(attribute, stage)

    def at(self, attribute: Attribute, stage: str) -> Variable:
        """An attribute ("" is its stage) or one assessment, read by its type."""
        recorded = self._recorded(attribute.name)
        by_case = {value.case_id: value for value in recorded if value.stage == stage}
        values: dict[str, str | float] = {}
        unknown: dict[str, Unknown] = {}
        for case in self.sites:
            value = by_case.get(case)
            found = read_value(attribute, value.state, value.value) if value else None
            if found is not None and isinstance(found.value, str | float):
                values[case] = found.value
            else:
                state = found.state if found else "missing"
                unknown[case] = "missing" if state == "value" else state
        name = f"{attribute.name}@{stage}" if stage else attribute.name
        return Variable(
            name=name,
            type=attribute.type,
            levels=attribute.levels,
            values=values,
            unknown=unknown,
        )

    def keep_only(self, name: str, levels: Sequence[str]) -> None:
        """Go on with those cases alone that are at one of these levels of a grouping.

        Raises:
            UsageError: there is no such grouping or no such level.

        """
        grouping = self.grouping(name)
        known = {level.casefold(): level for level in grouping.levels}
        for word in levels:
            if word.casefold() not in known:
                raise UsageError(
                    f"{grouping.name} has no level {word!r}",
                    hint=meant("level", word, {level: level for level in grouping.levels}),
                )
        kept = {known[word.casefold()] for word in levels}
        self.sites = {c: site for c, site in self.sites.items() if grouping.values.get(c) in kept}

    def grouping(self, name: str) -> Variable:
        """A variable by which cases can be put into groups.

        Raises:
            UsageError: it is a number or a date, or has too many levels.

        """
        bands = bands_of(f"{ATTRIBUTE}{name}")
        name = unbanded(f"{ATTRIBUTE}{name}").removeprefix(ATTRIBUTE)
        found = self.variable(name)
        attribute, _ = self.named(name)
        if found.type == "number" and attribute and (bands or attribute.bands):
            return _in_bands(found, bands or attribute.bands)
        if found.type in ("number", "date") or len(found.levels) > MOST_GROUPS:
            what = (
                f"a {found.type}"
                if found.type in ("number", "date")
                else (f"of {len(found.levels)} levels")
            )
            in_bands = f' "{name}:10" is in bands of ten.' if found.type == "number" else ""
            raise UsageError(
                f"{found.name} is {what}: cases cannot be grouped by it",
                hint="Group by a category, or make it the outcome and group by something else."
                + in_bands,
            )
        return found

    def with_code(self, code: str, agencies: Sequence[str]) -> Variable:
        """Cases with and without a reference of the code, or of one beneath it.

        ``agencies`` narrow that to references with one of them; without a code, any reference
        with one of them counts. A case of which nothing is coded is in neither group.

        Raises:
            UsageError: there is no such code or agency, with the nearest.

        """
        self._check("code", [code] if code else [], {c.id: c.label for c in self.codebook.codes})
        labels = {agency.id: agency.label for agency in self.codebook.agencies}
        self._check("agency", agencies, labels)
        said = self.labels
        words = [said.get(f"code:{code}", self.codebook.code_by_id[code].label)] if code else []
        named = [said.get(f"agency:{agency}", labels[agency]) for agency in agencies]
        words += [" or ".join(named)] if named else []
        coded = self.references()
        having = self.references(code, agencies)
        return Variable(
            name=" with ".join(words),
            type="category",
            levels=(WITH, WITHOUT),
            values={case: WITH if case in having else WITHOUT for case in coded},
            unknown={case: "missing" for case in self.sites if case not in coded},
        )

    def _check(self, kind: str, words: Sequence[str], known: Mapping[str, str]) -> None:
        for word in words:
            if word not in known:
                raise UsageError(
                    f"the codebook has no {kind} {word!r}", hint=meant(kind, word, known)
                )

    def references(self, code: str = "", agencies: Sequence[str] = ()) -> dict[str, int]:
        """References of each case that has any such, by this coder; of a code or one beneath it.

        Of ``agencies``, a reference has one at least.
        """
        key = (code, *agencies)
        if key not in self._references:
            self._references[key] = self._counted(code, {*agencies})
        return {c: found for c, found in self._references[key].items() if c in self.sites}

    def _counted(self, code: str, agencies: set[str]) -> dict[str, int]:
        import numpy as np

        facts, beneath = self._facts, {*self._beneath(code)}
        wanted = [
            self.coder in ("", kind.coder)
            and (not beneath or kind.code in beneath)
            and (not agencies or not agencies.isdisjoint(kind.agencies))
            for kind in facts.kinds
        ]
        notes = facts.note[np.array(wanted, dtype=bool)[facts.kind]]
        numbers = np.bincount(facts.note_case[notes], minlength=len(facts.cases)).tolist()
        found = zip(facts.cases, numbers, strict=True)
        return {case: number for case, number in found if number}

    @property
    def _facts(self) -> CodedFacts:
        """Every reference, read at once: there may be a question for each code."""
        if self._read is None:
            self._read = load_facts(self.db, load_cases(self.db), {}, (), spans=False)
        return self._read

    def _beneath(self, code: str) -> list[str]:
        """The code and those beneath it, by the codebook that counts go by too; "" has none."""
        book = self.codebook
        return [each.id for each in book.codes if code in {step.id for step in book.path(each.id)}]

    def notes(self) -> dict[str, int]:
        """Notes of each case, coded or not."""
        counts = stored.load_note_counts(self.db)
        return {case: number for case, number in counts.items() if case in self.sites}

    def _recorded(self, name: str) -> list[CaseValue]:
        if name not in self._values:
            self._values[name] = stored.load_values(self.db, [name])
        return self._values[name]

    def _of_every_case(self, name: str) -> Variable:
        values: dict[str, str | float] = {}
        if name == SITE:
            values = {case: site for case, site in self.sites.items() if site}
            levels = tuple(sorted(set(self.sites.values()) - {""}))
            unknown: dict[str, Unknown] = {c: "missing" for c in self.sites if c not in values}
            return Variable(
                name=name, type="category", levels=levels, values=values, unknown=unknown
            )
        counts = self.notes() if name == NOTES else self.references()
        values = {case: float(count) for case, count in counts.items()}
        unknown = {case: "missing" for case in self.sites if case not in values}
        return Variable(name=name, type="number", levels=(), values=values, unknown=unknown)


def _in_bands(found: Variable, bands: Sequence[float]) -> Variable:
    """A number as the band in which it lies; all bands in order are its levels."""
    numbers = [float(value) for value in found.values.values()]
    labels, known = band_labels(numbers, bands)
    values = dict(zip(found.values, labels, strict=True))
    return replace(found, type="ordered", levels=tuple(known), values=values)
