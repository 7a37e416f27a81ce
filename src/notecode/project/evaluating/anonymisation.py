"""How well the anonymiser does on hand-labelled notes: run it, score it, keep the figures."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from notecode import __version__, intervals
from notecode.anonymising.engine import load_anonymiser
from notecode.anonymising.evaluation.gold import GoldFile, read_gold
from notecode.anonymising.evaluation.prediction import Prediction, predict, protected_names
from notecode.anonymising.evaluation.scoring import Difference, Evaluation, evaluate
from notecode.errors import InputError, Problem, ProjectError, WriteError
from notecode.project.anonymising.run_settings import agency_names
from notecode.project.authors import author_name
from notecode.project.project import Project, current_codebook, find_project, now
from notecode.project.reading import Inputs, read_sources, refuse_fatal
from notecode.raw import RawNote
from notecode.settings import DEFAULT_MODEL
from notecode.store import facts

MEASURED = "anonymisation measured"
"""The fact that holds the figures of the last evaluation that was recorded, as JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One evaluation: how it was run, the figures of all files, and of each."""

    model: str
    with_roster: bool
    codebook: bool
    whole_cases: bool
    every: Evaluation
    files: tuple[tuple[str, Evaluation], ...]
    predictions: tuple[Prediction, ...]
    warnings: tuple[Problem, ...]
    samples: tuple[Mapping[str, object], ...] = ()
    """Of each file: how it was drawn, as far as it says, and how many of its notes are labelled."""

    def as_json(self) -> dict[str, object]:
        """Everything but predictions and differences; it names files and holds no text."""
        return {
            "version": __version__,
            "model": self.model,
            "roster_given": self.with_roster,
            "codebook_agencies_kept": self.codebook,
            "whole_cases": self.whole_cases,
            "interval": f"95%, {intervals.METHOD}",
            "all": figures(self.every),
            "files": [{"file": name, **figures(each)} for name, each in self.files],
            "warnings": [str(problem) for problem in self.warnings],
        }


def measure(
    paths: Sequence[Path],
    *,
    directory: Path | None = None,
    model: str = "",
    with_roster: bool = True,
    exports: Sequence[Path] = (),
    progress: Callable[[int, int, str], None] = lambda *_: None,
) -> Measured:
    """Anonymise the notes of the gold files and score what was masked.

    Agency names of the gold notes are kept at their site, and those of the project's codebook if
    there is a project. ``model`` is the language model, "" for the project's, or the usual one.
    With ``exports``, from which the labelled notes were drawn, the other notes of their cases are
    anonymised along, as in a real run.

    Raises:
        InputError: if a file has problems; those of all files are listed. If no labelled note is
            in the exports.
        ModelError: if the language model is not installed.
        ProjectError: if ``directory`` is named and is no project.

    """
    files = _read_all(paths)
    project = _project(directory)
    codebook = current_codebook(project) if project and project.codebook_path.exists() else None
    model = model or (project.settings.model if project else DEFAULT_MODEL)
    others, unknown = _others(exports, files, directory) if exports else ({}, ())
    protected = protected_names(files, agency_names(codebook) if codebook else {})
    total = sum(len(file.notes) for file in files)
    predicted = list(
        predict(
            load_anonymiser(model, protected=protected),
            files,
            with_roster=with_roster,
            others=others,
            progress=lambda done: progress(done, total, "notes"),
        )
    )
    scored = list(zip(files, predicted, strict=True))
    return Measured(
        model=model,
        with_roster=with_roster,
        codebook=codebook is not None,
        whole_cases=bool(exports),
        every=evaluate(scored),
        files=tuple((file.name, evaluate([pair])) for pair in scored for file in pair[:1]),
        predictions=tuple(each for case in predicted for each in case),
        warnings=(*(problem for file in files for problem in file.warnings), *unknown),
        samples=tuple(map(_drawn, paths)),
    )


def _drawn(path: Path) -> Mapping[str, object]:
    """How a file of labelled notes was drawn, and how many of its notes are marked as done."""
    with path.open(encoding="utf-8-sig") as lines:
        notes = [json.loads(line) for line in lines if line.strip()]
    kept = [note["sample"] for note in notes if isinstance(note.get("sample"), dict)]
    return {
        "file": path.name,
        "lines": len(notes),
        "open": sum(note.get("done") is False for note in notes),
        "drawn": kept[0] if len(kept) == len(notes) and kept else None,
    }


def write_predictions(path: Path, predictions: Sequence[Prediction]) -> None:
    """Write one JSON line a note: offsets, types, people's ids and reasons, no text.

    Raises:
        WriteError: if the file cannot be written.

    """
    _write_lines(path, [each.as_json() for each in predictions])


def write_differences(path: Path, differences: Sequence[Difference]) -> None:
    """Write one JSON line for each missed, needless or wrong mask: offsets, no text.

    Raises:
        WriteError: if the file cannot be written.

    """
    rows = []
    for each in differences:
        row = asdict(each)
        span = row.pop("span")
        rows.append({**row, **span})
    _write_lines(path, rows)


def record(measured: Measured, directory: Path | None = None) -> None:
    """Keep the figures in the project, for its report.

    Raises:
        ProjectError: if there is no project, or nothing has been anonymised in it.

    """
    project = find_project(directory)
    if not project.database_path.exists():
        raise ProjectError(
            "nothing is stored in this project yet: there is no place for the figures",
            where=str(project.directory),
            hint="Run `notecode anonymise` first.",
        )
    by = author_name(project.settings.coder)
    data = {"at": now(), "recorded_by": by, "samples": measured.samples, **measured.as_json()}
    with project.database() as db:
        facts.save_fact(db, MEASURED, json.dumps(data, ensure_ascii=False))


def recorded(project: Project) -> dict[str, object] | None:
    """The figures that were recorded last (see ``Measured.as_json``; ``at`` is UTC), or None."""
    if not project.database_path.exists():
        return None
    with project.database() as db:
        kept = facts.load_fact(db, MEASURED)
    return dict(json.loads(kept)) if kept else None


def figures(evaluation: Evaluation) -> dict[str, object]:
    """The figures by name: numbers, and shares as {hits, total, value, low, high}."""
    shown: dict[str, object] = {}
    for name in Evaluation.__slots__:
        value = getattr(evaluation, name)
        if name == "types":
            shown[name] = {
                each.type: {
                    "recall": each.recall._asdict(),
                    "precision": each.precision._asdict(),
                }
                for each in evaluation.types
            }
        elif name != "differences":
            shown[name] = value if isinstance(value, int) else value._asdict()
    return shown


def _read_all(paths: Sequence[Path]) -> list[GoldFile]:
    files: list[GoldFile] = []
    failed: list[InputError] = []
    for path in paths:
        try:
            files.append(read_gold(path))
        except InputError as error:
            failed.append(error)
    if len(failed) == 1:
        raise failed[0]
    if failed:
        problems = [
            problem
            for error in failed
            for problem in error.problems or (Problem(file=error.where, message=error.what),)
        ]
        raise InputError(f"{len(failed)} files of labelled notes have problems", problems=problems)
    return files


def _others(
    exports: Sequence[Path], files: Sequence[GoldFile], directory: Path | None
) -> tuple[dict[str, list[RawNote]], tuple[Problem, ...]]:
    """The notes of the exports that nobody labelled, of cases with labelled ones; what is odd."""
    sources = read_sources(find_project(directory), Inputs(exports=tuple(exports)))
    refuse_fatal(sources)
    labelled = {(note.case_id, note.id) for file in files for note in file.notes}
    cases = {case_id for case_id, _ in labelled}
    found = {(case_id, note.id) for case_id in cases for note in sources.notes.get(case_id, ())}
    missing = len(labelled - found)
    if missing == len(labelled):
        raise InputError(
            "none of the labelled notes is in the export",
            hint="Give the export from which they were drawn.",
        )
    others = {
        case_id: [note for note in notes if (case_id, note.id) not in labelled]
        for case_id, notes in sources.notes.items()
        if case_id in cases
    }
    if not missing:
        return others, ()
    message = f"{missing} of {len(labelled)} labelled notes are not in the export"
    return others, (Problem(file=exports[0].name, message=message, fatal=False),)


def _project(directory: Path | None) -> Project | None:
    """The project that is named or found; none is needed unless one is named."""
    try:
        return find_project(directory)
    except ProjectError:
        if directory is not None:
            raise
        return None


def _write_lines(path: Path, rows: Sequence[object]) -> None:
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise WriteError(
            f"cannot be written ({error.strerror})",
            where=str(path),
            hint="Choose another file.",
        ) from error
