"""How well the rules suggest: against a gold file, or against what coders decided and coded."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from notecode import __version__
from notecode.errors import ProjectError, WriteError
from notecode.intervals import METHOD, Share
from notecode.model import Codebook, Note, Reference, Suggestion
from notecode.project.evaluating.precision import Judged, judge, load_recorded
from notecode.project.plain_tags import StoredNotesReader
from notecode.project.project import Project, current_codebook
from notecode.store import done_notes, notes, references
from notecode.store.answers import answered_questions
from notecode.store.connection import Database
from notecode.suggesting import Suggester, compile_suggester
from notecode.suggesting.evaluation import Agreement, Found, SuggestionEvaluation, evaluate
from notecode.suggesting.gold import GoldNote, Labelled, read_coded_notes
from notecode.text.layout import counted

USUAL_BAR = 0.5
"""A rule whose precision is below it is named: more of its suggestions are wrong than right."""
_MEANING = (
    "Right: a suggestion on whose sentence lies a reference of its code or of a code beneath it, "
    "however it was made: accepted, resized, recoded to it, by hand. A reference of a code above "
    "is another code.",
    "Found: a reference on whose sentence lies a suggestion of its code or of a code beneath it. "
    "F1: what is right and found, of all suggestions and references.",
    "By code: each with the codes beneath it, as counts have them, so a suggestion may be wrong "
    "for its code and right for the one above. By rule: its own suggestions, whatever others say.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredSuggestions:
    """One evaluation: against what, what its figures mean, and how each rule is judged."""

    against: str
    codebook: str
    figures: SuggestionEvaluation
    definitions: tuple[str, ...]
    judged: Judged
    predictions: tuple[dict[str, object], ...]

    def as_json(self) -> dict[str, object]:
        """Everything but the predictions; no text of a note."""
        found = self.figures
        return {
            "version": __version__,
            "against": self.against,
            "codebook": self.codebook,
            "definitions": list(self.definitions),
            "interval": f"95%, {METHOD}",
            "notes": found.notes,
            "cases": found.cases,
            "mentions": _agreement(found.mentions) if found.mentions else None,
            "look_alikes_taken": found.taken._asdict(),
            "look_alikes_by_reason": {k: v._asdict() for k, v in found.taken_by},
            "activities": _agreement(found.activities),
            "activities_macro_f1": found.macro,
            "agencies_of_references_right": found.agencies_right._asdict(),
            "by_agency": [_agreement(each) for each in found.by_agency],
            "by_code": [_agreement(each) for each in found.by_code],
            "by_rule": [_agreement(each) for each in found.by_rule],
            **self.judged.as_json(),
        }


def measure_on_gold(
    project: Project, paths: Sequence[Path], *, bar: float = USUAL_BAR
) -> MeasuredSuggestions:
    """Run the project's rules over the notes of gold files and score them.

    Raises:
        InputError: if a file cannot be used.
        CodebookError: if the codebook cannot be used.

    """
    book = current_codebook(project)
    suggester = compile_suggester(book)
    gold = [note for path in paths for note in read_coded_notes(path)]
    _learn(suggester, gold, project.settings.no_names)
    pairs = [(each, suggester.for_note(each.note, each.site)) for each in gold]
    names = ", ".join(path.name for path in paths)
    said = "Compared: every suggestion and every reference on these notes."
    return _measured(project, book, pairs, against=names, compared=said, bar=bar)


def _learn(suggester: Suggester, gold: Sequence[GoldNote], no_names: Sequence[str]) -> None:
    """Let the rules learn names from the notes, as they would if these were the project's."""
    by_site: dict[str, dict[str, str]] = {}
    for each in () if "*" in no_names else gold:
        by_site.setdefault(each.site, {})[each.note.id] = each.note.text
    for site, texts in by_site.items():
        suggester.learn(site, texts, no_names)


def measure_on_coding(
    project: Project, coder: str = "", *, bar: float = USUAL_BAR
) -> MeasuredSuggestions:
    """Score the rules on the notes that a coder (or, with "", any) has coded or is done with.

    There a reference that no rule suggests is missed, a suggestion without a reference is false;
    so notes should be coded to the end. On other notes what was answered counts, and it alone.

    Raises:
        ProjectError: if nobody, or not this coder, has coded or answered anything.

    """
    with project.database() as db:
        book = current_codebook(project, db)
        work = _work_of(db, coder)
        every = notes.load_notes(db)
        texts = [note for note in every if note.id in work.notes]
        if not texts:
            who = f"coder {coder!r} has" if coder else "nobody has"
            raise ProjectError(
                f"{who} coded no notes that the rules could be held against",
                hint="Code some notes, or name a file of coded notes.",
            )
        reader = StoredNotesReader(db, book, project.settings.no_names)
        reader.learn(every)
        pairs = []
        for note in texts:
            labelled = _once(work.coded.get(note.id, ()))
            gold = GoldNote(note=note, site="", mentions=None, references=labelled)
            mentions, suggestions = reader.read(note)
            pairs.append((gold, (mentions, tuple(filter(work.covers, suggestions)))))
    against = f"coding of {coder or 'all coders'}"
    said = work.compared(coder or "somebody")
    return _measured(project, book, pairs, against=against, compared=said, bar=bar)


@dataclass(frozen=True, slots=True)
class _Work:
    """What a coder did: references by note, notes that are done, questions answered."""

    coded: dict[str, list[Reference]]
    done: set[str]
    answered: set[tuple[str, int, int, str]]

    @property
    def whole(self) -> set[str]:
        """The notes on which every suggestion counts."""
        return self.done | self.coded.keys()

    @property
    def notes(self) -> set[str]:
        return self.whole | {question[0] for question in self.answered}

    def covers(self, suggestion: Suggestion) -> bool:
        """Whether the coder has said something about it, were it by coding the note."""
        place = (suggestion.note_id, suggestion.span.start, suggestion.span.end)
        return suggestion.note_id in self.whole or (*place, suggestion.code) in self.answered

    def compared(self, who: str) -> str:
        """In words which notes and suggestions are compared."""
        said = (
            f"Compared: every suggestion on {counted(len(self.whole), 'note')} that {who} coded or "
            "marked as done, dealt with or not, so code notes to the end"
        )
        rest = len(self.notes) - len(self.whole)
        if rest:
            where = "one more note" if rest == 1 else f"{rest:,} more notes"
            said += f"; and on {where}, where nothing is coded, what {who} answered alone"
        return f"{said}."


def _work_of(db: Database, coder: str) -> _Work:
    coded: dict[str, list[Reference]] = {}
    for reference in references.load_references(db, coder):
        coded.setdefault(reference.note_id, []).append(reference)
    return _Work(coded, done_notes.notes_done(db, coder), answered_questions(db, coder))


def write_predictions(path: Path, measured: MeasuredSuggestions) -> None:
    """Write one JSON line a note: offsets, agencies, codes and rules, no text.

    Raises:
        WriteError: if the file cannot be written.

    """
    lines = [json.dumps(each, ensure_ascii=False) for each in measured.predictions]
    try:
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    except OSError as error:
        raise WriteError(
            f"the predictions could not be written: {error.strerror}",
            where=str(path),
            hint="Name another file.",
        ) from None


def _measured(
    project: Project,
    book: Codebook,
    pairs: Sequence[tuple[GoldNote, Found]],
    *,
    against: str,
    compared: str,
    bar: float,
) -> MeasuredSuggestions:
    figures = evaluate(pairs, _ancestors(book))
    return MeasuredSuggestions(
        against=against,
        codebook=book.digest,
        figures=figures,
        definitions=(compared, *_MEANING, *_wider(figures.activities)),
        judged=judge(figures.by_rule, bar, load_recorded(project, against)),
        predictions=tuple(_prediction(gold.note, found) for gold, found in pairs),
    )


def _wider(all_: Agreement) -> tuple[str, ...]:
    """How many are false for a code above alone, if any: they may be finer than the coding."""
    if not all_.coarser:
        return ()
    return (
        f"False suggestions on a reference of a code above theirs: {all_.coarser:,} of "
        f"{all_.false:,}; the coding may be the coarser one.",
    )


def _ancestors(book: Codebook) -> dict[str, frozenset[str]]:
    """The codes above each code."""
    parents = {code.id: code.parent for code in book.codes}
    above: dict[str, frozenset[str]] = {}
    for code, parent in parents.items():
        trail, step = set(), parent
        while step and step not in trail:
            trail.add(step)
            step = parents.get(step, "")
        above[code] = frozenset(trail)
    return above


def _once(coded: Sequence[Reference]) -> tuple[Labelled, ...]:
    """References of several coders on one span and code are one."""
    seen = {(each.span, each.code): each for each in coded}
    return tuple(Labelled(each.span, each.code, each.agencies) for each in seen.values())


def _prediction(note: Note, found: Found) -> dict[str, object]:
    mentions, suggestions = found
    return {
        "id": note.id,
        "mentions": [
            {"start": m.span.start, "end": m.span.end, "agency": m.agency, "rule": m.rule}
            for m in mentions
        ],
        "suggestions": [
            {
                "start": s.span.start,
                "end": s.span.end,
                "activity": s.code,
                "agencies": list(s.agencies),
                "rule": s.rule,
                "score": s.score,
            }
            for s in suggestions
        ],
    }


def _agreement(each: Agreement) -> dict[str, object]:
    def share(found: Share) -> dict[str, object]:
        return {"value": found.value, "low": found.low, "high": found.high}

    return {
        "label": each.label,
        "hits": each.hits,
        "false": each.false,
        "false_beneath_a_reference": each.coarser,
        "found": each.found,
        "missed": each.missed,
        "precision": share(each.precision),
        "recall": share(each.recall),
        "f1": share(each.f1),
    }
