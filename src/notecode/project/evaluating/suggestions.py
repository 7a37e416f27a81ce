"""How well the rules suggest: against a gold file, or against what coders decided and coded."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from notecode import __version__
from notecode.errors import ProjectError, WriteError
from notecode.intervals import METHOD, Share
from notecode.model import Codebook, Note, Reference
from notecode.project.project import Project, current_codebook, now
from notecode.store import facts, notes, references
from notecode.store.connection import Database
from notecode.suggesting import compile_suggester
from notecode.suggesting.evaluation import Agreement, Found, SuggestionEvaluation, evaluate
from notecode.suggesting.gold import GoldNote, Labelled, read_coded_notes

MEASURED = "suggestions measured"
"""The fact that holds the precision of each rule when it was last recorded, as JSON."""
USUAL_BAR = 0.5
"""A rule whose precision is below it is named: more of its suggestions are wrong than right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredSuggestions:
    """One evaluation, with the rules that fall short: rule, and in what way."""

    against: str
    codebook: str
    bar: float
    figures: SuggestionEvaluation
    short: tuple[tuple[str, str], ...]
    predictions: tuple[dict[str, object], ...]

    def as_json(self) -> dict[str, object]:
        """Everything but the predictions; no text of a note."""
        found = self.figures
        return {
            "version": __version__,
            "against": self.against,
            "codebook": self.codebook,
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
            "bar": self.bar,
            "rules_that_fall_short": [{"rule": r, "why": why} for r, why in self.short],
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
    pairs = [(each, suggester.for_note(each.note, each.site)) for each in gold]
    earlier = {}
    if project.database_path.exists():
        with project.database() as db:
            earlier = earlier_figures(db)
    names = ", ".join(path.name for path in paths)
    return _measured(names, book, pairs, bar, earlier)


def measure_on_coding(
    project: Project, coder: str = "", *, bar: float = USUAL_BAR
) -> MeasuredSuggestions:
    """Score the rules on the notes that a coder (or, with "", any) has coded.

    A reference that no rule suggests is missed, a suggestion without a reference on a coded note
    is false; so notes should be coded to the end.

    Raises:
        ProjectError: if nobody, or not this coder, has coded anything.

    """
    with project.database() as db:
        book = current_codebook(project, db)
        coded: dict[str, list[Reference]] = {}
        for reference in references.load_references(db, coder):
            coded.setdefault(reference.note_id, []).append(reference)
        if not coded:
            who = f"coder {coder!r} has" if coder else "nobody has"
            raise ProjectError(
                f"{who} coded no notes that the rules could be held against",
                hint="Code some notes, or name a file of coded notes.",
            )
        sites = {case.id: case.site for case in notes.load_cases(db)}
        earlier = earlier_figures(db)
        texts = [note for note in notes.load_notes(db) if note.id in coded]
    suggester = compile_suggester(book)
    pairs = []
    for note in texts:
        site = sites.get(note.case_id, "")
        gold = GoldNote(note=note, site=site, mentions=None, references=_once(coded[note.id]))
        pairs.append((gold, suggester.for_note(note, site)))
    return _measured(f"coding of {coder or 'all coders'}", book, pairs, bar, earlier)


def record(project: Project, measured: MeasuredSuggestions) -> None:
    """Keep each rule's precision, so that a later measure tells which have fallen."""
    kept = {
        each.label: {"precision": each.precision.value, "low": each.precision.low}
        for each in measured.figures.by_rule
        if each.precision.value is not None
    }
    with project.database() as db:
        facts.save_fact(db, MEASURED, json.dumps(kept))
        facts.log_event(db, "evaluate suggestions", f"{len(kept)} rules recorded", now())


def earlier_figures(db: Database) -> dict[str, dict[str, float]]:
    """Precision and lower bound of each rule as last recorded; empty if never."""
    kept = facts.load_fact(db, MEASURED)
    found: dict[str, dict[str, float]] = json.loads(kept) if kept else {}
    return found


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
    against: str,
    book: Codebook,
    pairs: Sequence[tuple[GoldNote, Found]],
    bar: float,
    earlier: Mapping[str, Mapping[str, float]],
) -> MeasuredSuggestions:
    figures = evaluate(pairs, _ancestors(book))
    return MeasuredSuggestions(
        against=against,
        codebook=book.digest,
        bar=bar,
        figures=figures,
        short=tuple(_falls_short(figures.by_rule, bar, earlier)),
        predictions=tuple(_prediction(gold.note, found) for gold, found in pairs),
    )


def _falls_short(
    rules: Sequence[Agreement], bar: float, earlier: Mapping[str, Mapping[str, float]]
) -> list[tuple[str, str]]:
    short = []
    for rule in rules:
        value = rule.precision.value
        if value is None:
            continue
        before = earlier.get(rule.label)
        if value < bar:
            short.append((rule.label, f"precision {value:.2f}, under {bar:.2f}"))
        elif before is not None and value < before["low"]:
            short.append(
                (rule.label, f"precision {value:.2f}, was {before['precision']:.2f} when recorded")
            )
    return short


def _ancestors(book: Codebook) -> dict[str, frozenset[str]]:
    """The codes above each code, the branches at the very top left out: they say too little."""
    parents = {code.id: code.parent for code in book.codes}
    above: dict[str, frozenset[str]] = {}
    for code, parent in parents.items():
        trail, step = set(), parent
        while step and step not in trail and parents.get(step):
            trail.add(step)
            step = parents[step]
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
        "missed": each.missed,
        "false": each.false,
        "precision": share(each.precision),
        "recall": share(each.recall),
        "f1": share(each.f1),
    }
