"""Looking closer: what a spec lets through, opened once for every report that reads it."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from notecode.analysing.report import Base
from notecode.counting.cells import Selection as Chosen
from notecode.counting.cells import select
from notecode.counting.members import KIND_DIMENSIONS, Members, members_of
from notecode.model import Case, Codebook, CountSpec, RollUp
from notecode.passages import Selection
from notecode.project.counting import (
    ALL_CODERS,
    RECONCILED,
    checked,
    whose_coding,
    without_notes,
)
from notecode.project.following import with_heirs
from notecode.project.project import Project, current_codebook
from notecode.store import counts, facts
from notecode.store.attributes import load_attributes
from notecode.store.connection import Database
from notecode.store.notes import load_cases
from notecode.store.retrieval import kind_numbers
from notecode.tables import limits_in_words

OF_REFERENCES = frozenset(KIND_DIMENSIONS)
"""The dimensions that say something of a reference, and not of its note or case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which notes and references are looked at: as in a count, but for what is counted by.

    ``coder`` "" is the reconciled set if there is one, else the only coder, or with ``anybody``
    everybody. ``labels`` are, under "dimension:key", of keys that stand for what was merged there.
    """

    coder: str = ""
    own: bool = False
    only: tuple[tuple[str, tuple[str, ...]], ...] = ()
    anybody: bool = False
    labels: Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes asked for; () is all."""
        return tuple(key for name, keys in self.only if name == "code" for key in keys)

    @property
    def fields(self) -> dict[str, object]:
        """What was asked, as ``--json`` says it."""
        only = {name: list(keys) for name, keys in self.only}
        return {"coder": self.coder, "own": self.own, "only": only}

    @property
    def of_references(self) -> bool:
        """Whether anything is asked of references and not of notes and cases alone."""
        return bool(self.coder or OF_REFERENCES.intersection(name for name, _ in self.only))


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """An open database, what was asked of it, and what that lets through.

    ``codes`` are those asked for; they and ``asked`` have the heirs of codes that were merged or
    renamed. ``chosen`` are the references in whole numbers; ``places`` the same for the store to
    read by;
    ``base`` counts them, and ``notes_base`` the notes alone, coded or not.
    """

    db: Database
    project: Project
    codebook: Codebook
    asked: Asked
    codes: tuple[str, ...]
    coder: str
    cases: Mapping[str, Case]
    chosen: Chosen
    places: Selection
    base: Base
    notes_base: Base


@contextmanager
def look(
    project: Project,
    asked: Asked,
    *,
    spans: bool = False,
    besides: str = "",
    references: bool = True,
) -> Iterator[Look]:
    """Open the project's database on what was asked; ``spans``: the references' spans as well.

    All that is read while it is open is of one moment.
    ``besides`` is a dimension by which nothing is left out, whatever is asked of it. Without
    ``references`` the notes alone are looked at, and both bases are of notes.

    Raises:
        UsageError: if it names what does not exist, or leaves open whose coding is meant.
        ProjectError: if no notes are stored yet.

    """
    with project.database() as db:
        codebook = current_codebook(project, db)
        # What is read twice has to be the same, whoever is coding meanwhile.
        with db.reading():
            yield _look(
                db, project, codebook, asked, besides=besides, spans=spans, coded=references
            )


def _look(
    db: Database,
    project: Project,
    codebook: Codebook,
    asked: Asked,
    *,
    besides: str,
    spans: bool,
    coded: bool,
) -> Look:
    """What is asked of an open database, checked, and what it lets through.

    ``coded``: the references as well, not the notes alone.
    """
    followed = with_heirs(codebook, asked.only)
    asked = replace(asked, only=followed.only, labels=followed.labels)
    codes = asked.codes
    coder = whose_coding(db, asked.coder or _usual_coder(db, asked))
    roll_up: RollUp = "own" if asked.own else "descendants"
    spec = CountSpec(by=("code",), coder=coder, roll_up=roll_up, only=asked.only)
    cases = load_cases(db)
    attributes = load_attributes(db, project.settings.attributes)
    only = checked(db, codebook, cases, attributes, spec).only
    asked = replace(asked, only=tuple(entry for entry in only if entry[0] != besides))
    named = [name for name, _ in asked.only]
    found = counts.load_facts(db, cases, attributes, named, spans=spans, references=coded)
    filters = [(members_of(name, found, codebook, roll_up), keys) for name, keys in asked.only]
    if coder:
        filters.append((members_of("coder", found, codebook, "own"), (coder,)))
    chosen = select(found, filters)
    base = _base(db, asked, coder, chosen, codebook)
    remarks = (*followed.remarks, *base.remarks)
    base = replace(base, remarks=remarks, follows=bool(followed.labels))
    notes_base = _notes_base(chosen, base)
    return Look(
        db=db,
        project=project,
        codebook=codebook,
        asked=asked,
        codes=codes,
        coder=coder,
        cases={case.id: case for case in cases},
        chosen=chosen,
        places=_places(db, chosen, filters),
        base=base if coded else notes_base,
        notes_base=notes_base,
    )


def _usual_coder(db: Database, asked: Asked) -> str:
    """All coders where anybody's coding will do, unless there is a set they have agreed on."""
    return ALL_CODERS if asked.anybody and RECONCILED not in counts.coders(db) else ""


def _places(
    db: Database, chosen: Chosen, filters: Iterable[tuple[Members, Iterable[str]]]
) -> Selection:
    """The chosen notes and kinds by their numbers in the store; None where all are chosen."""
    import numpy as np

    found = chosen.facts
    kinds = np.ones(len(found.kinds), dtype=bool)
    for members, keys in filters:
        if members.level == "kind":
            kinds &= members.any_of(keys)
    wanted = [kind for kind, passes in zip(found.kinds, kinds, strict=True) if passes]
    return Selection(
        notes=None if chosen.notes.all() else tuple(found.note_number[chosen.notes].tolist()),
        kinds=None if kinds.all() else kind_numbers(db, wanted),
    )


def _base(db: Database, asked: Asked, coder: str, chosen: Chosen, codebook: Codebook) -> Base:
    import numpy as np

    notes = np.zeros(len(chosen.notes), dtype=bool)
    notes[chosen.note] = True
    cases = np.zeros(len(chosen.cases), dtype=bool)
    cases[chosen.facts.note_case[notes]] = True
    return Base(
        references=len(chosen.note),
        notes=int(notes.sum()),
        cases=int(cases.sum()),
        all_notes=int(chosen.notes.sum()),
        all_cases=int(chosen.cases.sum()),
        filters=filters_in_words(asked, codebook),
        coder=coder,
        coders=tuple(counts.coders(db)),
        codebook=codebook.digest,
        synthetic=facts.load_fact(db, facts.SYNTHETIC) == "yes",
        remarks=without_notes(_notes_of_cases(chosen)),
    )


def _notes_of_cases(chosen: Chosen) -> list[int]:
    """How many notes each of the chosen cases has, be they chosen or not."""
    import numpy as np

    notes = np.bincount(chosen.facts.note_case, minlength=len(chosen.cases))
    return [int(number) for number in notes[chosen.cases]]


def _notes_base(chosen: Chosen, base: Base) -> Base:
    """The base of what is said of notes, coded or not."""
    return Base(
        references=None,
        notes=base.all_notes,
        cases=base.all_cases,
        all_notes=len(chosen.facts.note_case),
        all_cases=len(chosen.facts.cases),
        filters=base.filters,
        codebook=base.codebook,
        synthetic=base.synthetic,
        remarks=base.remarks,
        follows=base.follows,
    )


def filters_in_words(asked: Asked, codebook: Codebook) -> str:
    """What was asked for, as a base states it: "code Information sharing; site Site 1"."""
    above = {step.parent for step in codebook.codes}

    def label_of(name: str, key: str) -> str:
        told = asked.labels.get(f"{name}:{key}")
        if name == "agency":
            known = codebook.agency_by_id.get(key)
            return told or (known.label if known else "(none)")
        if name not in ("code", "branch") or key not in codebook.code_by_id:
            return key or "(none)"
        beneath = name == "code" and not asked.own and key in above
        label = told or codebook.code_by_id[key].label
        return f"{label} (with the codes beneath it)" if beneath else label

    return limits_in_words(asked.only, label_of)
