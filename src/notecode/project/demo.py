"""The whole method on the bundled synthetic sample, coded from its gold decisions."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from notecode.anonymising.cases import AnonymisedCase, AnonymisedNote
from notecode.codebook import shipped_codebook_text
from notecode.coding.identifiers import repeatable_id
from notecode.counting import render_text
from notecode.errors import LeakError, ProjectError
from notecode.importing import read_people
from notecode.model import Codebook, CountSpec, Reference, Span
from notecode.project.anonymising.study import AnonymiseSummary, anonymise
from notecode.project.counting import count
from notecode.project.evaluating.labelled_sample import MentionsLeft, SampleLabels, mentions_left
from notecode.project.exporting.study import export
from notecode.project.gate import search
from notecode.project.project import Project, current_codebook, now
from notecode.project.reading import Inputs
from notecode.project.suggesting import SuggestSummary, suggest
from notecode.raw import Roster
from notecode.store import contents, facts, references
from notecode.store.connection import set_aside

GOLD = "gold"
"""The coder under whose name the sample's gold decisions are stored."""

_WORD = re.compile(r"[\w'’-]+")
_GOLD_STORED = "gold decisions stored"

Say = Callable[[str], None]
ProgressFor = Callable[[str], Callable[[int, int, str], None]]

_TABLES = (
    CountSpec(by=("code",), coder=GOLD, roll_up="descendants"),
    CountSpec(by=("agency", "site"), coder=GOLD, roll_up="descendants"),
    CountSpec(
        by=("agency", "site"),
        coder=GOLD,
        roll_up="descendants",
        only=(("code", ("information-sharing",)),),
    ),
)
"""What the demo prints: everything by code, agencies by site, and information sharing alone."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Where the files of the bundled sample lie."""

    directory: Path

    @property
    def inputs(self) -> Inputs:
        """The export, the people file and the case file."""
        return Inputs(
            exports=(self.directory / "notes.csv",),
            people=self.people,
            cases=self.directory / "cases.csv",
        )

    @property
    def people(self) -> Path:
        """Who is who in each case."""
        return self.directory / "people.csv"

    @property
    def labels(self) -> Path:
        """Every identifier in the notes, by hand of the generator."""
        return self.directory / "gold_identifiers.jsonl"

    def gold(self) -> dict[str, list[dict[str, Any]]]:
        """The gold references by note id; offsets are those of the text as exported."""
        with (self.directory / "gold_codes.jsonl").open(encoding="utf-8") as lines:
            return {note["id"]: note["references"] for note in map(json.loads, lines)}


def run_demo(project: Project, say: Say, progress: ProgressFor, *, fresh: bool = False) -> None:
    """Anonymise, suggest, code, count and export the sample, and check that no name got through.

    Raises:
        ProjectError: if the sample is not here, or the project holds other notes.
        LeakError: if a name of the sample's people file stands in anything that was written.

    """
    sample = _find_sample(project)
    if fresh:
        _set_aside(project)
    said: list[str] = []

    def tell(line: str = "") -> None:
        said.append(line)
        say(line)

    tell("SYNTHETIC SAMPLE: every person, place and event in it is invented.")
    done = _anonymise(project, sample, progress)
    _tell_anonymised(done, tell)
    _tell_suggested(suggest(project, progress("suggesting")), tell)
    _tell_coded(project, tell)
    for spec in _TABLES:
        table, codebook = count(project, spec)
        tell("\n" + render_text(table, codebook=codebook))
    written = export(project, coder=GOLD, people=sample.people)
    tell(f"Exports ({len(written)} files) lie in {_shown_path(project.exports)}:")
    tell("  " + ", ".join(path.name for path in written))
    checked = _check_everything(project, sample, written, said)
    tell(checked)
    tell("\nOpen the coder on these notes:  notecode code          (as yourself, ? shows the keys)")
    tell("                                notecode code --coder gold   (with the gold references)")
    tell("On notes of your own, a person looks first:  notecode review EXPORT --people PEOPLE")
    tell("with notecode as .venv/bin/notecode, unless the environment is active.")


def _find_sample(project: Project) -> Sample:
    sample = Sample(project.directory / "corpus" / "sample")
    if not (sample.directory / "notes.csv").is_file():
        raise ProjectError(
            "the synthetic sample is not here",
            where=str(sample.directory),
            hint="It comes with notecode's source: run `make demo` in a checkout of it.",
        )
    return sample


def _set_aside(project: Project) -> None:
    if project.database_path.exists():
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        set_aside(project.database_path, f"notecode-{stamp}.db")


def _anonymise(project: Project, sample: Sample, progress: ProgressFor) -> AnonymiseSummary:
    """Anonymise, and store each case's gold decisions as soon as its notes are stored."""
    gold = sample.gold()
    labels = SampleLabels(project, sample.inputs, sample.labels)
    codebook = current_codebook(project)
    complete = _is_coded(project)

    def code_case(case: AnonymisedCase) -> None:
        coded = [r for note in case.notes for r in _gold_references(note, gold, codebook)]
        with project.database() as db:
            references.add_coder(db, GOLD, now())
            references.add_references(
                db, coded, f"case {case.case_id}: {len(coded)} gold decisions", now()
            )
            labels.check(db, case)

    done = anonymise(
        project,
        sample.inputs,
        progress("anonymising"),
        again=not complete,
        hook=code_case,
        synthetic=True,
    )
    with project.database() as db:
        facts.save_fact(db, _GOLD_STORED, "yes")
    return done


def _is_coded(project: Project) -> bool:
    """Whether all gold decisions were stored once; what was done to them since is respected."""
    if not project.database_path.exists():
        return False
    with project.database() as db:
        return facts.load_fact(db, _GOLD_STORED) == "yes"


def _gold_stored(project: Project) -> int:
    if not project.database_path.exists():
        return 0
    with project.database() as db:
        return references.coders(db).get(GOLD, 0)


def _gold_references(
    note: AnonymisedNote, gold: dict[str, list[dict[str, Any]]], codebook: Codebook
) -> Iterator[Reference]:
    for decision in gold.get(note.note.id, ()):
        span = note.source.to_anonymised(Span(decision["start"], decision["end"]))
        if span is None:
            continue
        yield Reference(
            id=repeatable_id(
                note.note.id, str(span.start), str(span.end), decision["activity"], GOLD
            ),
            note_id=note.note.id,
            span=span,
            code=decision["activity"],
            agencies=tuple(sorted(decision["agencies"])),
            coder=GOLD,
            origin="gold",
            created=now(),
            codebook=codebook.digest,
        )


def _tell_anonymised(done: AnonymiseSummary, tell: Say) -> None:
    if done.cases:
        tell(
            f"Anonymised {done.cases} cases, {done.notes:,} notes, {done.words:,} words;"
            f" {sum(done.masks.values()):,} identifiers replaced:"
        )
        tell("  " + ", ".join(f"{kind} {number:,}" for kind, number in done.masks.items()))
        tell(f"  {done.flags:,} doubtful places are flagged for review")
    if done.skipped_cases:
        tell(f"{done.skipped_cases} cases had been anonymised before and are as they were.")


def _tell_suggested(done: SuggestSummary, tell: Say) -> None:
    tell(
        f"Found {sum(done.mentions.values()):,} agency mentions and made"
        f" {sum(done.suggestions.values()):,} suggestions by rule."
    )


def _tell_coded(project: Project, tell: Say) -> None:
    tell(
        f"Coded: {_gold_stored(project):,} references, taken from the sample's gold decisions"
        " (written with the sample, not by a person reading it)."
    )


def _beside_the_shipped(name: str, text: str) -> str:
    # The codebook that ships names services (Red Rose), and knows nobody of any study.
    if not name.startswith("codebooks "):
        return text
    shipped = set(_WORD.findall(shipped_codebook_text()))
    return " ".join(word for word in _WORD.findall(text) if word not in shipped)


def _check_everything(
    project: Project, sample: Sample, written: tuple[Path, ...], said: list[str]
) -> str:
    """Search the database, the exports and all that was printed for the people file."""
    rosters: list[Roster] = list(read_people(sample.people).rosters.values())
    with project.database() as db:
        stored = list(contents.every_text(db))
        coders = references.known_coders(db)
        left = mentions_left(db)
    texts = [(name, _beside_the_shipped(name, text)) for name, text in stored]
    texts.append(("what was printed", "\n".join(said)))
    texts += [
        (path.name, path.read_text(encoding="utf-8-sig"))
        for path in written
        if path.suffix != ".xlsx"
    ]
    leaks = search(texts, rosters, coders=coders)
    if leaks:
        places = sorted({leak.id for leak in leaks})
        raise LeakError(
            f"{len(leaks)} names or numbers of the people file are still there",
            where=", ".join(places[:10]),
            hint="This is a bug in notecode; please report it with these ids.",
        )
    if left.names:
        raise LeakError(
            f"{len(left.names)} labelled names of the people file were not masked",
            where=_listed_ids(left.names),
            hint="This is a bug in notecode; please report it with these ids.",
        )
    people = sum(len(roster.people) for roster in rosters)
    return (
        f"Searched for the names and numbers of the {people} people in the people file: none found"
        " in the database,\nin exports/ (the workbook was searched before it was written) or in"
        f" this output.\n{_labels_result(left)}\nA search finds what is listed. People whom nobody"
        " listed may be left: the result is pseudonymised, not\nanonymous; a person has to read it"
        " before it leaves the secure machine."
    )


def _labels_result(left: MentionsLeft) -> str:
    """What the labels say, in words; names as listed have been ruled out before."""
    checked = (
        f"Held against the sample's labels, {left.mentions:,} mentions of listed people: no name"
        " as listed is left"
    )
    if not left.forms:
        return f"{checked}, nor any other form of one."
    return (
        f"{checked}; {len(left.forms)} other forms\n(initials, misspellings) are, in notes"
        f" {_listed_ids(left.forms)}."
    )


def _listed_ids(ids: tuple[str, ...]) -> str:
    shown = list(dict.fromkeys(ids))
    return ", ".join(shown[:10]) + (" …" if len(shown) > 10 else "")


def _shown_path(path: Path) -> str:
    here = Path.cwd()
    return f"{path.relative_to(here)}/" if path.is_relative_to(here) else f"{path}/"
