"""From an identifiable export to stored, anonymised notes: case by case, to be resumed."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from notecode.anonymising.cases import AnonymisedCase
from notecode.anonymising.engine import load_anonymiser
from notecode.anonymising.leak_check import Leak
from notecode.anonymising.pseudonyms.memory import TagMemory
from notecode.anonymising.vault import Vault
from notecode.errors import ConflictError, LeakError, NotecodeError, Problem, ProjectError
from notecode.model import Case, CaseValue
from notecode.project.anonymising import run_warnings
from notecode.project.anonymising.case_work import (
    CaseWork,
    DoneCase,
    Protected,
    do_cases,
    processes_for,
)
from notecode.project.anonymising.dates_kept import DatesKept
from notecode.project.anonymising.done_before import DoneBefore, compare_with_stored
from notecode.project.anonymising.identifying_values import refuse_identifying_values
from notecode.project.anonymising.linking_key import (
    check_linking_key,
    digest_of_note,
    load_memory,
    read_or_make_linking_key,
)
from notecode.project.anonymising.originals import OriginalCase
from notecode.project.anonymising.recasting import identify
from notecode.project.anonymising.run_settings import (
    agency_names,
    keep_settings,
    settings_digest,
    wording_of,
)
from notecode.project.anonymising.runs import ANONYMISED, begin_run, keep_run
from notecode.project.anonymising.stored_case import load_stored_case
from notecode.project.anonymising.vault import finish_vault, keep_case, refuse_without_vault
from notecode.project.project import Project, current_codebook, now
from notecode.project.reading import (
    Inputs,
    Sources,
    read_sources,
    refuse_fatal,
    remember_layouts,
)
from notecode.raw import RawNote, Roster
from notecode.store import facts, pseudonyms, review
from notecode.store import notes as stored_notes
from notecode.store.connection import Database, create_database
from notecode.store.setting_aside import Stuck

CaseHook = Callable[[AnonymisedCase], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnonymiseSummary:
    """What one run did. ``masks`` are replacements of this run by identifier type.

    ``unsigned_cases`` had been signed off and are not any more, since they have new notes, texts
    or flags; ``unreviewed_notes`` had been reviewed, and have another text now.
    """

    cases: int
    notes: int
    words: int
    skipped_cases: int
    masks: dict[str, int]
    flags: int
    warnings: tuple[Problem, ...]
    unsigned_cases: int = 0
    unreviewed_notes: int = 0
    changed: int = 0
    """Notes that read otherwise than when they were stored; their cases were done again."""
    uncompared: int = 0
    """Notes of skipped cases of which it is not known whether they were changed."""
    missing: int = 0
    """Stored notes that are not in the files."""
    set_aside: int = 0
    """References, decisions and passages of values that wait to be decided again."""


def anonymise(
    project: Project,
    inputs: Inputs,
    progress: Callable[[int, int, str], None],
    *,
    again: bool = False,
    aside: bool = False,
    hook: CaseHook | None = None,
    synthetic: bool = False,
    vault: Vault | None = None,
    jobs: int | None = None,
    told: Callable[[AnonymiseSummary], None] | None = None,
) -> AnonymiseSummary:
    """Read, anonymise and store, one case a transaction; identifiable text is never stored.

    Cases that an earlier run finished, with the same notes, model and version, are passed over
    unless ``again``: a corrected people file is not noticed (see docs/decisions). What lies on
    words that were corrected keeps its case from being stored, or goes ``aside``.
    ``hook`` sees each case right after it was stored. ``synthetic`` notes and real ones never
    come into one project. ``vault``, open to write, takes the originals of each case. ``jobs`` is
    the number of processes; without it a long export gets one a core. The result is the same.
    ``told`` is given the summary, also of a run that ends with an error since cases were refused.

    Raises:
        VaultError: if the project has a vault and it was not given: it holds the linking key.
        InputError, ModelError: if the files have problems, or there is no language model.
        ProjectError: if the project holds synthetic notes and these are not, or the reverse.
        WorkerError: if one of several processes was ended from outside; finished cases are stored.
        LeakError: if a name of the people file is left in some cases: these were not stored.

    """
    sources = _read(project, inputs, vault)
    codebook = current_codebook(project)
    run = _Run(sources, settings_digest(project, codebook), hook, vault, aside=aside)
    before = compare_with_stored(project, sources, run.settings, vault=vault, again=again)
    waiting = before.waiting
    given = begin_run(project, sources, ANONYMISED)
    do = _doing(project, agency_names(codebook), run.words_of(waiting), jobs)
    create_database(project.database_path)
    with project.database() as db:
        keep_apart(db, synthetic=synthetic)
        db.forget_if_unfinished()
        keep_settings(db, project, codebook)
        run.begin(db, project, before)
        current_codebook(project, db, to_write=True)
        remember_layouts(project, sources)
        run.do_all(db, do, waiting, progress)
        finished = sources.cases.keys() - set(waiting)
        run.finish(db, sorted(finished))
        keep_run(db, given, done=run.cases, refused=run.leaking.keys() | run.refused.keys())
    return _ended(run, run.summary(before, skipped_cases=len(finished)), told)


def _read(project: Project, inputs: Inputs, vault: Vault | None) -> Sources:
    """The files, if nothing speaks against taking them in."""
    refuse_without_vault(project, vault)
    sources = read_sources(project, inputs)
    refuse_fatal(sources)
    refuse_identifying_values(sources)
    return sources


def _ended(
    run: "_Run", done: AnonymiseSummary, told: Callable[[AnonymiseSummary], None] | None
) -> AnonymiseSummary:
    """Hand over what was done, before any error about what was not."""
    if told is not None:
        told(done)
    _refuse(run)
    return done


@dataclass(slots=True)
class _Run:
    """One run: what it works with, and what it has done so far."""

    sources: Sources
    settings: str
    hook: CaseHook | None
    vault: Vault | None = None
    aside: bool = False
    corrected: frozenset[str] = frozenset()
    stuck: tuple[Stuck, ...] = ()
    key: bytes = field(default=b"", repr=False)
    dates: DatesKept | None = None
    said: tuple[Problem, ...] = ()
    seen: int = 0
    cases: int = 0
    notes: int = 0
    words: int = 0
    flags: int = 0
    masks: Counter[str] = field(default_factory=Counter)
    leaking: dict[str, list[Leak]] = field(default_factory=dict)
    refused: dict[str, NotecodeError] = field(default_factory=dict)
    lost: tuple[tuple[str, str], ...] = ()
    signed: frozenset[str] = frozenset()
    reviewed: frozenset[str] = frozenset()

    def begin(self, db: Database, project: Project, before: DoneBefore) -> None:
        """Take the linking key, and what is stored of names and dates."""
        self.signed = frozenset(review.signed_off(db))
        self.reviewed = review.reviewed_notes(db)
        self.corrected = frozenset(before.changed)
        self.key = self.vault.secret() if self.vault else read_or_make_linking_key(project)
        gone = check_linking_key(db, self.key)
        self.dates = DatesKept(db, wording_of(project))
        self.said = (
            *((run_warnings.new_key(gone),) if gone else ()),
            *self.dates.reworded(before.waiting),
            *run_warnings.numbered_anew(db, before.waiting),
        )

    def words_of(self, case_ids: Iterable[str]) -> list[int]:
        """How many words each of these cases has."""
        return [_words(self.sources.notes[case_id]) for case_id in case_ids]

    def do_all(
        self,
        db: Database,
        do: Callable[[Iterable[CaseWork]], Iterator[DoneCase]],
        waiting: Sequence[str],
        progress: Callable[[int, int, str], None],
    ) -> None:
        """Anonymise and store the waiting cases, one after the other."""
        total = sum(len(self.sources.notes[case_id]) for case_id in waiting)
        for done in do(self.work(db, case_id) for case_id in waiting):
            self.store(db, done)
            progress(self.seen, total, "notes")

    def work(self, db: Database, case_id: str) -> CaseWork:
        """What is to be done for one case."""
        memory = load_memory(db, case_id, self.key)
        original = OriginalCase(
            case_id=case_id,
            site=self.sources.cases[case_id].site,
            notes=tuple(self.sources.notes[case_id]),
            roster=self.sources.rosters.get(case_id, Roster(case_id)),
            start=self._start(case_id, memory),
        )
        return CaseWork(
            case_id=case_id,
            site=original.site,
            notes=original.notes,
            roster=original.roster,
            memory=memory,
            stored=load_stored_case(db, original, corrected=self.corrected),
            start=original.start,
        )

    def _kept(self) -> DatesKept:
        assert self.dates is not None
        return self.dates

    def _start(self, case_id: str, memory: TagMemory) -> date | None:
        """The day on which a case starts, where days are given as months of it."""
        if self._kept().dates != "month":
            return None
        return self._kept().as_exported(self.sources.cases[case_id], memory).start

    def _passed_over(self, db: Database, case_id: str) -> Case:
        memory = load_memory(db, case_id, self.key)
        return self._kept().as_passed_over(self.sources.cases[case_id], memory)

    def store(self, db: Database, done: DoneCase) -> None:
        """Store one case; a case that is refused is noted, not raised."""
        case, case_id = done.case, done.case.case_id
        self.seen += len(case.notes)
        if done.leaks:
            self.leaking[case_id] = list(done.leaks)
            return
        memory = load_memory(db, case_id, self.key)
        try:
            self._kept().refuse_mixing(case_id, _ids(self.sources.notes[case_id]), memory)
            self.stuck += stored_notes.save_anonymised_case(
                db,
                self._kept().as_recorded(self.sources.cases[case_id], memory),
                done.made.notes,
                _values_of(self.sources, [case_id]),
                settings=self.settings,
                now=now(),
                tags=case.tags,
                identify=identify,
                also=partial(self._save_rest, db, done),
                aside=self.aside,
            )
        except (ProjectError, ConflictError) as error:
            self.refused[case_id] = error
            return
        self._add(case)
        self.lost += done.made.lost
        if self.vault:
            keep_case(self.vault, self.sources, case)
        if self.hook:
            self.hook(case)

    def _save_rest(self, db: Database, done: DoneCase) -> None:
        """Store what goes into the case's transaction beside it."""
        review.save_places(db, done.made.decisions)
        notes = self.sources.notes[done.case.case_id]
        digests = {note.id: digest_of_note(self.key, note) for note in notes}
        pseudonyms.save_note_digests(db, digests)

    def finish(self, db: Database, finished: Sequence[str]) -> None:
        """Bring the cases that were passed over up to date, then the vault and the index."""
        stored_notes.save_cases(
            db, [self._passed_over(db, i) for i in finished], _values_of(self.sources, finished)
        )
        self.signed -= review.signed_off(db).keys()
        self.reviewed -= review.reviewed_notes(db)
        if self.vault:
            finish_vault(self.vault, db, self.sources)
        if self.cases:
            db.forget_replaced_texts()

    def summary(self, before: DoneBefore, skipped_cases: int) -> AnonymiseSummary:
        """What the run did, for the user."""
        return AnonymiseSummary(
            cases=self.cases,
            notes=self.notes,
            words=self.words,
            skipped_cases=skipped_cases,
            masks=dict(sorted(self.masks.items())),
            flags=self.flags,
            warnings=(
                *self.sources.problems,
                *self.said,
                *map(run_warnings.lost_decision, self.lost),
                *map(run_warnings.set_aside, self.stuck),
            ),
            unsigned_cases=len(self.signed),
            unreviewed_notes=len(self.reviewed),
            changed=len(before.changed),
            uncompared=before.uncompared,
            missing=before.missing,
            set_aside=sum(stuck.size for stuck in self.stuck),
        )

    def _add(self, case: AnonymisedCase) -> None:
        self.cases += 1
        self.notes += len(case.notes)
        self.words += _words(self.sources.notes[case.case_id])
        self.flags += sum(len(note.flags) for note in case.notes)
        self.masks.update(case.counts)


def _doing(
    project: Project, protected: Protected, words: Sequence[int], jobs: int | None
) -> Callable[[Iterable[CaseWork]], Iterator[DoneCase]]:
    """What does cases of so many words: an engine that is loaded here, or several processes."""
    model, wording = project.settings.model, wording_of(project)
    jobs = processes_for(sum(words), len(words), jobs, os.cpu_count() or 1)
    engine = None
    if words and jobs == 1:
        engine = load_anonymiser(model, protected=protected, wording=wording)
    return partial(
        do_cases, engine=engine, model=model, protected=protected, jobs=jobs, wording=wording
    )


def keep_apart(db: Database, *, synthetic: bool) -> None:
    """Mark a new project as synthetic or not; refuse to mix the two.

    Raises:
        ProjectError: if the notes in the project are of the other sort.

    """
    mark = "yes" if synthetic else "no"
    known = facts.load_fact(db, facts.SYNTHETIC)
    if not known:
        facts.save_fact(db, facts.SYNTHETIC, mark)
    elif known != mark:
        sort = "the synthetic sample" if known == "yes" else "notes that are not the sample's"
        raise ProjectError(
            f"this project holds {sort}: the two must not be mixed",
            where=str(db.path),
            hint="Work in a project of its own: `notecode init my-study`.",
        )


def _words(notes: Iterable[RawNote]) -> int:
    return sum(len(note.text.split()) for note in notes)


def _ids(notes: Iterable[RawNote]) -> frozenset[str]:
    return frozenset(note.id for note in notes)


def _values_of(sources: Sources, case_ids: Sequence[str]) -> list[CaseValue]:
    wanted = set(case_ids)
    return [value for value in sources.values if value.case_id in wanted]


def _refuse(run: _Run) -> None:
    """End with an error if any case could not be stored; all others were."""
    if run.leaking:
        ids = sorted({leak.id for leaks in run.leaking.values() for leak in leaks})
        types = sorted({leak.type for leaks in run.leaking.values() for leak in leaks})
        raise LeakError(
            f"something of the people file is still in {len(ids)} notes of {len(run.leaking)}"
            f" cases ({', '.join(types)}); these cases were not stored, all others were",
            where=f"notes {', '.join(ids[:10])}{' …' if len(ids) > 10 else ''}",
            hint="Look at these notes in the export; a missing name or a misspelling in the"
            " people file is the usual reason. Then run the same command again.",
        )
    if run.refused:
        reasons = "\n  ".join(str(error) for error in list(run.refused.values())[:5])
        raise ProjectError(
            f"{len(run.refused)} cases were not stored, all others were",
            hint=reasons,
        )
