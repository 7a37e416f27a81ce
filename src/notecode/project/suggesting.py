"""Running the codebook's rules over the notes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, cast

from notecode import __version__
from notecode.errors import CodebookError
from notecode.model import Codebook, Mention, Note, Suggestion
from notecode.project.plain_tags import suggest_for
from notecode.project.project import CODEBOOK_FILE, Project, current_codebook, now
from notecode.store import notes as stored_notes
from notecode.store import suggestions as stored
from notecode.store.connection import Database
from notecode.store.facts import log_event
from notecode.store.masked_notes import load_given
from notecode.store.references import load_references
from notecode.suggesting import compile_suggester

_BATCH = 500
"""Notes per transaction: little is lost when it is interrupted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestSummary:
    """Notes run this time; mentions by agency and suggestions by code in all notes."""

    notes: int
    mentions: dict[str, int]
    suggestions: dict[str, int]
    codebook: str


def run_key(codebook: Codebook) -> str:
    """What a note was run under: another codebook or another notecode runs it again."""
    return f"{codebook.digest}+{__version__}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A question that would come or go: note, span, code, rule, and what was made of it before.

    ``answer`` is "accepted", "recoded" (taken as another code), "rejected", "both" (coders differ)
    or "" (nobody decided).
    """

    change: Literal["added", "dropped"]
    note_id: str
    start: int
    end: int
    code: str
    rule: str
    answer: str
    coded: bool


def preview(
    project: Project,
    rule: str = "",
    progress: Callable[[int, int, str], None] = lambda *_: None,
) -> tuple[Difference, ...]:
    """What the codebook as it stands would add to the suggestions made last, and drop of them.

    With ``rule``, for that rule alone. Nothing is stored. ``coded`` tells whether somebody has
    coded or decided on the note: on such notes the answers say what an edit is worth.

    Raises:
        ProjectError: if no notes are stored yet.
        CodebookError: if the codebook cannot be used, or has no such rule.

    """
    with project.database() as db:
        codebook = current_codebook(project, db)
        made = stored.current_suggestions(db)
        known = {each.id for each in codebook.rules} | {each.rule for each in made}
        if rule and rule not in known:
            near = get_close_matches(rule, known, n=1)
            raise CodebookError(
                f"there is no rule {rule!r}",
                where=CODEBOOK_FILE,
                hint=f"Did you mean {near[0]!r}?" if near else "See 'rules:' in the codebook.",
            )
        proposed = _propose(db, codebook, progress)
        answers = stored.decided_questions(db)
        coded = {each.note_id for each in load_references(db)} | {key[0] for key in answers}
    before, after = _by_question(made), _by_question(proposed)
    found = []
    for change, one, other in (("added", after, before), ("dropped", before, after)):
        for question in sorted(one.keys() - other.keys()):
            suggestion = one[question]
            if rule and suggestion.rule != rule:
                continue
            note_id, start, end, code = question
            found.append(
                Difference(
                    change=cast("Literal['added', 'dropped']", change),
                    note_id=note_id,
                    start=start,
                    end=end,
                    code=code,
                    rule=suggestion.rule,
                    answer=answers.get(question, ""),
                    coded=note_id in coded,
                )
            )
    return tuple(found)


def _propose(
    db: Database, codebook: Codebook, progress: Callable[[int, int, str], None]
) -> list[Suggestion]:
    suggester = compile_suggester(codebook)
    sites = {case.id: case.site for case in stored_notes.load_cases(db)}
    notes = stored_notes.load_notes(db)
    reworded = bool(load_given(db))
    proposed: list[Suggestion] = []
    for at, note in enumerate(notes, 1):
        masks = stored_notes.load_masks(db, note.id) if reworded else ()
        proposed += suggest_for(suggester, codebook, note, masks, sites[note.case_id])[1]
        if at % _BATCH == 0 or at == len(notes):
            progress(at, len(notes), "notes")
    return proposed


def _by_question(suggestions: Iterable[Suggestion]) -> dict[tuple[str, int, int, str], Suggestion]:
    return {(s.note_id, s.span.start, s.span.end, s.code): s for s in suggestions}


def suggest(project: Project, progress: Callable[[int, int, str], None]) -> SuggestSummary:
    """Run the rules over every note that this version of the codebook has not been run over.

    Raises:
        ProjectError: if no notes are stored yet.
        CodebookError, DatabaseError: if the codebook or the database cannot be used.

    """
    with project.database() as db:
        codebook = current_codebook(project, db, to_write=True)
        suggester = compile_suggester(codebook)
        sites = {case.id: case.site for case in stored_notes.load_cases(db)}
        waiting = stored_notes.load_notes_to_suggest(db, run_key(codebook))
        reworded = bool(waiting) and bool(load_given(db))
        for start in range(0, len(waiting), _BATCH):
            batch: list[Note] = waiting[start : start + _BATCH]
            mentions: list[Mention] = []
            suggestions: list[Suggestion] = []
            for note in batch:
                masks = stored_notes.load_masks(db, note.id) if reworded else ()
                found, proposed = suggest_for(suggester, codebook, note, masks, sites[note.case_id])
                mentions += found
                suggestions += proposed
            stored.save_suggestions(
                db, [n.id for n in batch], mentions, suggestions, codebook=run_key(codebook)
            )
            progress(start + len(batch), len(waiting), "notes")
        if waiting:
            log_event(
                db, "suggest", f"{len(waiting)} notes, codebook {codebook.digest[:12]}", now()
            )
        return SuggestSummary(
            notes=len(waiting),
            mentions=stored.mention_totals(db),
            suggestions=stored.suggestion_totals(db),
            codebook=codebook.digest,
        )
