"""Counting references and cases: the spec is checked, the store read, the table counted."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from notecode.attributes import ABSENT, band_labels, band_meant, fold, in_bands, mixture, number_of
from notecode.counting import Known, check_spec, dimension_name, needs_spans
from notecode.counting import count as count_facts
from notecode.counting.cells import Cells
from notecode.counting.counts import CellsKey
from notecode.counting.members import members_of
from notecode.counting.tables import LABELS, keys_meant
from notecode.errors import UsageError
from notecode.model import (
    ASSESSMENT,
    ATTRIBUTE,
    DIMENSIONS,
    Attribute,
    Case,
    Codebook,
    CodedFacts,
    CountSpec,
    CountTable,
    Dimension,
    case_value_of,
)
from notecode.project.following import with_heirs
from notecode.project.project import Project, codebook_in_use
from notecode.store import attributes as stored_attributes
from notecode.store import codebooks, counts, facts
from notecode.store import notes as stored_notes
from notecode.store.coded_values import coded_by_line
from notecode.store.connection import Database
from notecode.tables import bands_of
from notecode.text.layout import counted

ALL_CODERS = "all"
RECONCILED = "reconciled"
"""The coder under whose name the set lies on which the coders have agreed."""


def count(project: Project, spec: CountSpec) -> tuple[CountTable, Codebook]:
    """One table of counts, of one moment, with the codebook that labels it.

    Raises:
        UsageError: if the spec names what does not exist.
        ProjectError: if no notes are stored yet.

    """
    with project.database() as db:
        codebook = codebook_in_use(project, db)
        with db.reading():
            return count_in(db, codebook, spec, project.settings.attributes), codebook


def count_asked(project: Project, spec: CountSpec) -> tuple[CountTable, Codebook, bool]:
    """As ``count``, of the coder that ``whose_coding`` says; and whether the notes are synthetic.

    Raises:
        UsageError: if the spec names what does not exist, or leaves open whose coding is meant.
        ProjectError: if no notes are stored yet.

    """
    with project.database() as db:
        codebook = codebook_in_use(project, db)
        with db.reading():
            spec = replace(spec, coder=whose_coding(db, spec.coder))
            table = count_in(db, codebook, spec, project.settings.attributes)
            return table, codebook, is_synthetic_in(db)


def count_in(
    db: Database,
    codebook: Codebook,
    spec: CountSpec,
    declared: Mapping[str, Attribute] | None = None,
) -> CountTable:
    """One table of counts from an open database; ``declared`` are the settings' attributes."""
    return Counting(db, codebook, [spec], declared).table(spec)


class Counting:
    """Tables of one moment of an open database: what several of them need is read once.

    ``specs`` are those that tables may be asked of; ``declared`` are the settings' attributes.
    """

    def __init__(
        self,
        db: Database,
        codebook: Codebook,
        specs: Iterable[CountSpec],
        declared: Mapping[str, Attribute] | None = None,
    ) -> None:
        specs = tuple(specs)
        self.db = db
        self.codebook = codebook
        self._declared = declared or {}
        self._usual = {name for spec in specs for name in _named(spec)} & {*DIMENSIONS}
        self._spans = any(map(needs_spans, specs))
        self._cells: dict[CellsKey, Cells] = {}

    @cached_property
    def _cases(self) -> list[Case]:
        return stored_notes.load_cases(self.db)

    @cached_property
    def _attributes(self) -> dict[str, Attribute]:
        return stored_attributes.load_attributes(self.db, self._declared)

    @cached_property
    def _facts(self) -> CodedFacts:
        """The references, with the columns of all dimensions but the attributes."""
        dimensions = sorted(self._usual)
        return counts.load_facts(self.db, self._cases, {}, dimensions, spans=self._spans)

    def table(self, spec: CountSpec) -> CountTable:
        """The table of one of the specs.

        Raises:
            UsageError: if it names what does not exist, or would have too many cells.

        """
        db, codebook = self.db, self.codebook
        followed = with_heirs(codebook, spec.only)
        spec = replace(spec, only=followed.only)
        coders = [spec.coder] if spec.coder else counts.coders(db)
        attributes = {} if {*_named(spec)} <= {*DIMENSIONS} else self._attributes
        spec = checked(db, codebook, self._cases, attributes, spec)
        dimensions = _named(spec)
        found = counts.with_case_columns(db, self._facts, self._cases, attributes, dimensions)
        table = count_facts(
            spec,
            found,
            codebook,
            coders=coders,
            texts_of=lambda places: counts.load_texts(db, found.note_number[list(places)].tolist()),
            kept=self._cells,
        )
        of_cases = _cases_told(found, table, codebook, self._cases)
        remarks = (*followed.remarks, *of_cases, *_remarks(db, table, codebook))
        return replace(table, remarks=remarks, filter_labels=dict(followed.labels))


def _named(spec: CountSpec) -> tuple[Dimension, ...]:
    """The dimensions by which a spec counts, filters or draws."""
    within = ("site",) if spec.within_sites else ()
    return (*spec.by, *(name for name, _ in spec.only), *within)


def checked(
    db: Database,
    codebook: Codebook,
    cases: Sequence[Case],
    attributes: Mapping[str, Attribute],
    spec: CountSpec,
) -> CountSpec:
    """The spec with the keys that it filters by as tables have them, bands and labels too.

    Raises:
        UsageError: if it names what does not exist.

    """
    by = tuple(in_bands(name, attributes) for name in spec.by)
    banded = tuple((in_bands(name, attributes), keys) for name, keys in spec.only)
    only = tuple((name, _bands_meant(db, attributes, name, keys)) for name, keys in banded)
    spec = replace(spec, by=by, only=only)
    known = known_in(db, codebook, cases, attributes, spec)
    spec = replace(spec, only=keys_meant(only, known))
    check_spec(spec, known)
    return spec


def _bands_meant(
    db: Database, attributes: Mapping[str, Attribute], name: Dimension, keys: tuple[str, ...]
) -> tuple[str, ...]:
    """The keys of a filter, those of bands as tables have them."""
    there = _in_bands(db, attributes, name)
    if there is None:
        return keys
    numbers, others = there
    bands = bands_of(name)
    meant = (key if key in others else band_meant(key, numbers, bands) for key in keys)
    return tuple(dict.fromkeys(meant))


def _in_bands(
    db: Database, attributes: Mapping[str, Attribute], name: Dimension
) -> tuple[list[float], list[str]] | None:
    """The numbers that a dimension puts into bands, and the keys that are none; None of others."""
    bands, named = bands_of(name), case_value_of(name)
    attribute = attributes.get(named[0]) if named else None
    if not named or not attribute or not bands or not all(bands):
        return None
    keys = counts.case_keys(db, attribute, named[1])
    numbers = [number for key in keys if (number := number_of(key)) is not None]
    return numbers, [key for key in keys if number_of(key) is None]


def known_in(
    db: Database,
    codebook: Codebook,
    cases: Sequence[Case],
    attributes: Mapping[str, Attribute],
    spec: CountSpec,
) -> Known:
    """Everything that the spec may name; of long lists, only those that it filters by."""
    keys: dict[Dimension, dict[str, str]] = {
        "code": {code.id: code.label for code in codebook.codes} | codebooks.codes_once_there(db),
        "branch": {code.id: code.label for code in codebook.codes if not code.parent},
        "agency": {agency.id: agency.label for agency in codebook.agencies},
        "site": {case.site: case.site for case in cases},
        "case": {case.id: case.id for case in cases},
        "third": LABELS["third"],
        "origin": LABELS["origin"],
    }
    for name, _ in spec.only:
        named = case_value_of(name)
        if name in ("contact_type", "author_role", "month"):
            month = "month " * (name == "month")
            keys[name] = {key: f"{month}{key}" for key in counts.load_keys(db, name)}
        elif named and named[0] in attributes and not bands_of(name):
            attribute = attributes[named[0]]
            there = (*attribute.levels, ABSENT, *counts.case_keys(db, attribute, named[1]))
            keys[name] = {key: key for key in there if key}
        elif (banded := _in_bands(db, attributes, name)) is not None:
            numbers, others = banded
            there = (*band_labels(numbers, bands_of(name))[1], *others)
            keys[name] = {key: key for key in there if key}
    return Known(
        attributes=dict(_dimensions_of(attributes.values())),
        numbers=dict(_dimensions_of(a for a in attributes.values() if a.type == "number")),
        coders=counts.coders(db),
        keys=keys,
    )


def _dimensions_of(attributes: Iterable[Attribute]) -> Iterator[tuple[Dimension, str]]:
    """The dimension of each attribute, and of each stage of an assessment, with its words."""
    for attribute in attributes:
        for stage in attribute.stages:
            if stage:
                yield f"{ASSESSMENT}{attribute.name}@{stage}", f"{attribute.name} {stage}"
            else:
                yield f"{ATTRIBUTE}{attribute.name}", attribute.name


def _cases_told(
    found: CodedFacts, table: CountTable, codebook: Codebook, cases: Sequence[Case]
) -> Iterator[str]:
    """How many of the cases that the filters let through have no notes, or no start date.

    The start date where months count alone.
    """
    import numpy as np

    spec = table.spec
    of_cases = [(name, keys) for name, keys in spec.only if name in found.case_columns]
    passing = [members_of(name, found, codebook, "own").any_of(keys) for name, keys in of_cases]
    chosen = [at for at, *passes in zip(range(len(cases)), *passing, strict=True) if all(passes)]
    notes = np.bincount(found.note_case, minlength=len(cases)).tolist()
    yield from without_notes([notes[at] for at in chosen])
    undated = sum(cases[at].start is None for at in chosen)
    if undated and {"month", "third"} & {*spec.by, *(name for name, _ in spec.only)}:
        yield f"{undated:,} of {len(chosen):,} cases have no start date, so no month."


def without_notes(notes: Collection[int]) -> tuple[str, ...]:
    """The sentence that says how many cases have none, by the numbers of notes of each case."""
    number = sum(not one for one in notes)
    if not number:
        return ()
    said = "has no notes, and counts" if number == 1 else "have no notes, and count"
    return (f"{number:,} of {counted(len(notes), 'case')} {said} as any other.",)


def _remarks(db: Database, table: CountTable, codebook: Codebook) -> Iterator[str]:
    """What is odd in the data of a table: old codes, mixed values, values from the notes."""
    yield from _old_codes(db, table, codebook)
    dimensions = dict.fromkeys((*table.spec.by, *(name for name, _ in table.spec.only)))
    tallies = stored_attributes.load_tallies(db) if any(map(case_value_of, dimensions)) else []
    for dimension in dimensions:
        named = case_value_of(dimension)
        mixed = mixture(t for t in tallies if (t.name, t.stage) == named)
        if mixed:
            kinds = " and ".join(f"{number:,} {kind}" for kind, number in mixed.items())
            yield f"The values of {dimension_name(dimension)} are of several kinds: {kinds}."
    coded = coded_by_line(db) if tallies else {}
    for dimension in dimensions:
        named = case_value_of(dimension)
        if named in coded:
            was = "1 was" if coded[named] == 1 else f"{coded[named]:,} were"
            verb = "counts" if coded[named] == 1 else "count"
            yield (
                f"Of the values of {dimension_name(dimension)} {was} coded from the notes, and"
                f" {verb} in place of the case record."
            )


def _old_codes(db: Database, table: CountTable, codebook: Codebook) -> Iterator[str]:
    """What became of codes that the table holds and the codebook does not."""
    place = table.spec.by.index("code") if "code" in table.spec.by else None
    shown = {row.keys[place] for row in table.rows} if place is not None else set()
    gone = sorted((shown | {*table.spec.codes}) - codebook.code_by_id.keys())
    labels = codebooks.codes_once_there(db) if gone else {}
    for old in gone:
        label = labels.get(old, old)
        alike = [code.id for code in codebook.codes if fold(code.label) == fold(label)]
        has = f', which the code "{alike[0]}" has now' if alike else ""
        yield (
            f'The code "{old}" is not in the codebook any more; its references still count under '
            f'it alone. Its label was "{label}"{has}.'
        )


def is_synthetic_in(db: Database) -> bool:
    """The same of an open database."""
    return facts.load_fact(db, facts.SYNTHETIC) == "yes"


def whose_coding(db: Database, asked: str) -> str:
    """The coder to count: the one asked for, else the reconciled set, else the only coder.

    "" stands for all together.

    Raises:
        UsageError: if several have coded, none was named, and nothing has been reconciled: their
            references on one text would otherwise be counted twice.

    """
    if asked == ALL_CODERS:
        return ""
    known = counts.coders(db)
    if asked or len(known) <= 1:
        return asked or next(iter(known), "")
    if RECONCILED in known:
        return RECONCILED
    raise UsageError(
        f"{len(known)} coders have coded ({', '.join(known)}): whose references are meant?",
        hint="Name one with --coder NAME, or take --coder all to count everybody's together"
        " (then two coders' references on one text are two).",
    )
