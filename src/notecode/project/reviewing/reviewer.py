"""One reviewer at work: each decision anonymises its case anew and is stored whole or not at all.

The original texts are in memory for as long as the session is open, and go nowhere else.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from threading import Lock

from notecode.anonymising.cases import AnonymisedCase, CaseReading
from notecode.anonymising.engine import Anonymiser, load_anonymiser
from notecode.anonymising.review.reanchoring import Alignment, exact_alignment
from notecode.anonymising.review.rulings import PlacedDecision
from notecode.anonymising.review.span_map import SpanMap
from notecode.decisions import MaskDecision
from notecode.errors import ConflictError, DeliberateError, LeakError, ReviewError
from notecode.model import Case, Note
from notecode.project.anonymising.dates_kept import DatesKept
from notecode.project.anonymising.linking_key import corrected_notes, digest_of_note, load_memory
from notecode.project.anonymising.originals import OriginalCase, Originals
from notecode.project.anonymising.recasting import (
    Guide,
    Recast,
    finish_recast,
    identify,
    place_decisions,
)
from notecode.project.anonymising.run_settings import (
    agency_names,
    keep_settings,
    settings_digest,
    wording_of,
)
from notecode.project.anonymising.stored_case import (
    StoredCase,
    load_stored_case,
    maps_of_same_texts,
)
from notecode.project.project import Project, current_codebook, now
from notecode.project.reviewing.marks import Act, Marker, move_act
from notecode.project.reviewing.wishes import Applied, Wish, decisions_for, with_people
from notecode.store import notes as stored_notes
from notecode.store import pseudonyms, review
from notecode.store.connection import Database

_READINGS = 4
"""Cases kept read, so that going to and fro between them costs nothing."""

_FEW_NOTES = 2_000
"""Up to so many notes the search index is made anew after each decision, later only at the end."""

Decisions = Sequence[MaskDecision]
CaseStored = Callable[[AnonymisedCase], None]


class Reviewer(Marker):
    """Decides, for one person, on the notes of one project whose originals are at hand.

    Methods open the database for themselves and can be called from any thread. Those that need a
    case's originals wait for each other.
    They raise ReviewError (it means nothing here), DeliberateError (ask first), LeakError (the
    people file's names would be left standing), ConflictError, ProjectError (references would
    lose their place), DatabaseError or WriteError; nothing was changed then.
    """

    def __init__(
        self,
        project: Project,
        originals: Originals,
        name: str,
        key: bytes,
        *,
        patience: float = 5.0,
        stored: CaseStored | None = None,
    ) -> None:
        """Work as ``name``; ``stored`` sees each case right after it was stored."""
        super().__init__(project, name, patience=patience)
        self._originals = originals
        self._case_ids = frozenset(originals.case_ids())
        self._key = key
        self._stored = stored
        self._engine: Anonymiser | None = None
        self._readings: OrderedDict[str, tuple[OriginalCase, CaseReading]] = OrderedDict()
        self._known: dict[str, tuple[str, SpanMap]] = {}
        self._lock = Lock()
        self._source = Lock()

    def prepare(self, case_id: str) -> CaseReading:
        """Load the language model and read the case, so that decisions on it are quick.

        Raises:
            ReviewError: if the originals of the case are not at hand.
            ModelError: if the language model is not installed.

        """
        with self._lock, self._database() as db:
            return self._read(db, case_id)[1]

    def read_already(self, case_id: str) -> CaseReading | None:
        """The case as ``prepare`` read it, if it did."""
        found = self._readings.get(case_id)
        return found[1] if found else None

    def alignment_of(self, note: Note) -> Alignment | None:
        """Where a note's text stands in its original, if this session made the text."""
        digest, source = self._known.get(note.id, ("", None))
        return exact_alignment(source) if source and digest == note.digest else None

    def original(self, case_id: str) -> OriginalCase | None:
        """The case as exported, or None if it is not at hand."""
        found = self._readings.get(case_id)
        if found is not None:
            return found[0]
        if case_id not in self._case_ids:
            return None
        with self._source:
            return self._originals.case(case_id)

    def decide(self, wishes: Sequence[Wish]) -> Applied:
        """Apply decisions on the notes of one case, all or none."""
        with self._lock, self._database() as db:
            made, stored, new = self._made(db, wishes)
            self._refuse_leaks(made, new)
            places = {decision.id: decision for decision in made.decisions}
            ready = [places[decision.id] for decision in new]
            dropped = self._save(db, made, partial(_add, db, ready), ready)
            self._did(Act("decision"))
            said = review.wording(new[-1]) if len(new) == 1 else f"{len(new)} decisions"
            return self._applied(made, stored, said, new[-1].note_id, dropped)

    def reach(self, wish: Wish) -> tuple[int, int]:
        """On how many places of how many notes a decision would have a say; nothing is stored."""
        with self._lock, self._database() as db:
            made, _, new = self._made(db, [wish])
            self._refuse_leaks(made, new)
            ids = {decision.id for decision in new}
            places = {
                (note.note.id, span)
                for note in made.case.notes
                for decision, span in note.decided
                if decision in ids
            }
            return len(places), len({note_id for note_id, _ in places})

    def _made(
        self, db: Database, wishes: Sequence[Wish]
    ) -> tuple[Recast, StoredCase, list[MaskDecision]]:
        """The case as it would be after these wishes, as it is, and the decisions they come to."""
        notes = {wish.note_id: self.note(db, wish.note_id) for wish in wishes}
        (case_id,) = {note.case_id for note in notes.values()} or {""}
        original, reading = self._read(db, case_id)
        stored = self._load(db, original, reading)
        flags = {note_id: stored_notes.load_flags(db, note_id) for note_id in notes}
        new = [
            decision
            for wish in wishes
            for decision in decisions_for(
                wish, stored.notes[wish.note_id], flags[wish.note_id], self.name
            )
        ]
        texts = (*reading.texts, *(each.note.text for each in stored.notes.values()))
        new = with_people(new, frozenset(reading.tags.values()), reading.memory, texts)
        made = self._recast(original, reading, stored, active=(*stored.active, *new), new=new)
        return made, stored, new

    def undo(self) -> Applied | None:
        """Take back the last thing done in this session, else the last decision of an earlier one.

        None if there is none.
        """
        act = self._done[-1] if self._done else Act("decision")
        try:
            back = self._step("active") if act.kind == "decision" else self._take_back_mark(act)
        except ReviewError:
            if act.kind != "decision":
                self._done.pop()  # it cannot be put back any more: what was before it still can
            raise
        move_act(self._done, self._taken_back, act, back)
        return back

    def redo(self) -> Applied | None:
        """Do again what was last taken back."""
        act = self._taken_back[-1] if self._taken_back else Act("decision")
        again = self._step("undone") if act.kind == "decision" else self._mark_again(act)
        move_act(self._taken_back, self._done, act, again)
        return again

    def forget_replaced_texts(self) -> None:
        """Take replaced texts out of the search index too; call it when the work is done."""
        with self._lock, self._database() as db:
            db.forget_replaced_texts()

    # Reading

    def _read(self, db: Database, case_id: str) -> tuple[OriginalCase, CaseReading]:
        memory = load_memory(db, case_id, self._key)
        if case_id in self._readings:
            self._readings.move_to_end(case_id)
            known, read = self._readings[case_id]
            # Tags that were given since stay with what they stand for.
            return known, replace(read, memory=memory)
        original = self.original(case_id)
        if original is None:
            raise ReviewError(
                f"the original notes of case {case_id} are not at hand",
                hint="Give the export that holds the case.",
            )
        start = DatesKept(db, wording_of(self._project)).start_for_review(case_id, memory)
        if self._engine is None:
            codebook = current_codebook(self._project, db, to_write=True)
            keep_settings(db, self._project, codebook)
            protected = agency_names(codebook)
            self._engine = load_anonymiser(
                self._project.settings.model,
                protected=protected,
                wording=wording_of(self._project),
            )
        reading = self._engine.read_case(
            case_id,
            original.site,
            original.notes,
            original.roster,
            memory=memory,
            start=original.start or start,
        )
        self._readings[case_id] = original, reading
        if len(self._readings) > _READINGS:
            self._readings.popitem(last=False)
        return original, reading

    def _load(self, db: Database, original: OriginalCase, reading: CaseReading) -> StoredCase:
        """What is stored of a case, and for certain where it can be: by making it once more."""
        load = partial(
            load_stored_case, db, original, corrected=corrected_notes(db, self._key, original.notes)
        )
        known = self._maps(db, original.case_id)
        stored = load(known)
        if len(known) < len(stored.notes):
            case = self._mask(reading, self._place(reading, stored, stored.active))
            self._known |= maps_of_same_texts(stored, case)
            stored = load(self._maps(db, original.case_id))
        return stored

    def _maps(self, db: Database, case_id: str) -> dict[str, SpanMap]:
        """The maps of those stored texts of a case that this session made or made again."""
        return {
            note.id: self._known[note.id][1]
            for note in stored_notes.load_case_notes(db, case_id)
            if note.id in self._known and self._known[note.id][0] == note.digest
        }

    # Deciding

    def _place(
        self, reading: CaseReading, stored: StoredCase, decisions: Sequence[MaskDecision]
    ) -> list[PlacedDecision]:
        placed = place_decisions(stored, decisions)
        if any(item.lost for item in placed):
            guide = Guide(self._mask(reading, ()), reading.memory)
            placed = place_decisions(stored, decisions, guide)
        return placed

    def _mask(self, reading: CaseReading, placed: Sequence[PlacedDecision]) -> AnonymisedCase:
        assert self._engine is not None
        return self._engine.mask_case(reading, placed)

    def _recast(
        self,
        original: OriginalCase,
        reading: CaseReading,
        stored: StoredCase,
        *,
        active: tuple[MaskDecision, ...],
        undone: tuple[MaskDecision, ...] | None = None,
        new: Sequence[MaskDecision] = (),
    ) -> Recast:
        ids = {decision.id for decision in new}
        stored = replace(stored, active=active, undone=stored.undone if undone is None else undone)
        placed = self._place(reading, stored, active)
        if any(item.decision.id in ids and item.lost for item in placed):
            raise ReviewError(
                "this place has no certain counterpart in the original text",
                hint="Has the export changed since it was anonymised? Anonymise the case --again.",
            )
        case = self._mask(reading, placed)
        if ids & {decision for each in case.notes for decision in each.yielded}:
            raise _ask_first()
        return finish_recast(original, stored, case, placed, sure=frozenset(self._known))

    def _refuse_leaks(self, made: Recast, new: Sequence[MaskDecision]) -> None:
        if not made.leaks:
            return
        if any(d.action == "unmask" and not d.deliberate for d in new):
            raise _ask_first()
        ids = sorted({leak.id for leak in made.leaks})
        raise LeakError(
            f"a name or number of the people file would be left standing in {len(ids)} notes",
            where=f"notes {', '.join(ids[:10])}",
            hint="Nothing was changed. Mask it there first, or let it stand on purpose.",
        )

    def _save(
        self, db: Database, made: Recast, also: Callable[[], None], now_decided: Decisions
    ) -> bool:
        """Store a case; whether that ended its sign-off."""
        signed = made.case.case_id in review.signed_off(db)
        cases = {case.id: case for case in stored_notes.load_cases(db)}
        case_id = made.case.case_id
        original, _ = self._readings[case_id]
        digests = {note.id: digest_of_note(self._key, note) for note in original.notes}

        def store() -> None:
            also()
            review.save_places(db, made.decisions)
            # The texts are now made from these notes, whatever was exported before.
            pseudonyms.save_note_digests(db, digests)

        stored_notes.save_anonymised_case(
            db,
            cases.get(case_id, Case(id=case_id, site="")),
            made.notes,
            settings=settings_digest(self._project, current_codebook(self._project)),
            now=now(),
            tags=made.case.tags,
            identify=identify,
            also=store,
            by_review={place.note_id for each in now_decided for place in each.places},
        )
        for each in made.case.notes:
            self._known[each.note.id] = (each.note.digest, each.source)
        if review.progress(db).notes <= _FEW_NOTES:
            db.forget_replaced_texts()
        if self._stored is not None:
            with self._source:
                self._stored(made.case)
        return signed and made.case.case_id not in review.signed_off(db)

    def _applied(
        self, made: Recast, before: StoredCase, summary: str, note_id: str, dropped: bool
    ) -> Applied:
        changed = tuple(
            each.note.id
            for each in made.notes
            if each.note.id not in before.notes
            or before.notes[each.note.id].note.text != each.note.text
        )
        return Applied(summary, made.case.case_id, note_id, changed, made.carriers, dropped)

    def _step(self, state: review.State) -> Applied | None:
        with self._lock, self._database() as db:
            found = review.load_decisions(db, state=state, reviewer=self.name)
            if not found:
                return None
            back = state == "active"
            # The oldest of what was undone is what was undone last.
            decision = found[-1] if back else found[0]
            original, reading = self._read(db, decision.case_id)
            stored = self._load(db, original, reading)
            others, put_back = (
                tuple(d for d in found if d.id != decision.id)
                for found in (stored.active, stored.undone)
            )
            made = self._recast(
                original,
                reading,
                stored,
                active=others if back else (*others, decision),
                undone=(*put_back, decision) if back else put_back,
            )
            self._refuse_leaks(made, ())
            after: review.State = "undone" if back else "active"
            taken = [decision, *(d for d in made.decisions if d.id == decision.id)]
            dropped = self._save(db, made, partial(_take_step, db, decision, after), taken)
            said = review.wording(decision)
            return self._applied(made, stored, said, decision.note_id, dropped)


def _ask_first() -> DeliberateError:
    return DeliberateError(
        "this is a name or number of the people file",
        hint='It is let stand only on purpose: answer y on the screen, give "deliberate": true in a'
        " file of decisions.",
    )


def _add(db: Database, decisions: Sequence[MaskDecision]) -> None:
    for decision in decisions:
        review.add_decision(db, decision, now())


def _take_step(db: Database, decision: MaskDecision, after: review.State) -> None:
    if not review.step_decision(db, decision, after, now()):
        raise ConflictError("another window was quicker with this")
