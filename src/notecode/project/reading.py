"""Reading what a study exports: notes, people and cases together, with all their problems."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from notecode.anonymising.leak_check import find_leaks
from notecode.errors import InputError, LeakError, Problem
from notecode.importing import CasesFile, NotesFile, PeopleFile, read_cases, read_notes, read_people
from notecode.model import Case, CaseValue
from notecode.project.project import Project
from notecode.raw import RawNote, Roster
from notecode.settings import Kind, Layout, layout_from_words, remember_layout


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """The files a study gives, and what its user says of the columns of the notes."""

    exports: tuple[Path, ...]
    people: Path | None = None
    cases: Path | None = None
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """How one file was read: which column was taken for what, and why."""

    path: Path
    kind: Kind
    rows: int
    choices: tuple[tuple[str, str, str], ...]
    left_out: tuple[str, ...]
    layout: Layout


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Sources:
    """Everything that was read, case by case; the notes and rosters are identifiable."""

    files: tuple[ReadFile, ...]
    problems: tuple[Problem, ...]
    notes: Mapping[str, tuple[RawNote, ...]]
    cases: Mapping[str, Case]
    rosters: Mapping[str, Roster]
    values: tuple[CaseValue, ...] = field(default=())

    def __repr__(self) -> str:
        return f"Sources({len(self.cases)} cases, {self.note_count} notes hidden)"

    @property
    def note_count(self) -> int:
        """Notes in all files."""
        return sum(len(notes) for notes in self.notes.values())

    @property
    def words(self) -> int:
        """Words in all notes."""
        return sum(len(note.text.split()) for notes in self.notes.values() for note in notes)


def read_sources(project: Project, inputs: Inputs) -> Sources:
    """Read every file; problems of the rows are listed, not raised.

    Raises:
        InputError: if a file is missing, is no table, or lacks a column that is needed.

    """
    said = layout_from_words("notes", inputs.columns)
    known = project.settings.layouts
    layout = known.get("notes", Layout()).overlaid_by(said)
    exports = [(path, read_notes(path, layout)) for path in inputs.exports]
    people = read_people(inputs.people, known.get("people")) if inputs.people else None
    cases = read_cases(inputs.cases, known.get("cases")) if inputs.cases else None
    files = [_read_file(path, "notes", export) for path, export in exports]
    problems = [problem for _, export in exports for problem in export.problems]
    if inputs.people and people:
        files.append(_read_file(inputs.people, "people", people))
        problems += people.problems
    if inputs.cases and cases:
        files.append(_read_file(inputs.cases, "cases", cases))
        problems += cases.problems
    notes, clashes = _notes_by_case(exports)
    known_cases = {case.id: case for case in (cases.cases if cases else ())}
    rosters = _rosters([export for _, export in exports], people)
    problems += clashes
    problems += _unmatched(inputs, notes, known_cases, rosters)
    return Sources(
        files=tuple(files),
        problems=tuple(problems),
        notes=notes,
        cases=_cases(notes, known_cases),
        rosters=rosters,
        values=_values([export for _, export in exports], cases, notes),
    )


def refuse_fatal(sources: Sources) -> None:
    """Stop if any problem is fatal, with all of them.

    Raises:
        InputError: carrying every fatal problem.

    """
    fatal = [problem for problem in sources.problems if problem.fatal]
    if fatal:
        plural = "s" if len(fatal) > 1 else ""
        raise InputError(
            f"{len(fatal)} problem{plural} in the files; nothing was stored",
            problems=fatal,
            hint="Mend them and run it again; `notecode import … --check` lists everything.",
        )


def refuse_identifying_values(sources: Sources) -> None:
    """Stop if a site or a value of the case record identifies somebody: these are stored as given.

    Raises:
        LeakError: naming the columns, the number of cases and the types, never the values.

    """
    columns: dict[str, set[str]] = {}
    types: set[str] = set()
    by_case: dict[str, list[tuple[str, str]]] = {}
    for value in sources.values:
        if value.value:
            by_case.setdefault(value.case_id, []).append((_column(value), value.value))
    for case_id, case in sources.cases.items():
        roster = sources.rosters.get(case_id, Roster(case_id))
        texts = [("site", case.site), *by_case.get(case_id, ())]
        for leak in find_leaks(texts, [roster], uk_patterns=True):
            columns.setdefault(leak.id, set()).add(case_id)
            types.add(leak.type)
    if columns:
        places = ", ".join(f"{name!r} in {len(ids)} cases" for name, ids in columns.items())
        raise LeakError(
            f"the case record would be stored with identifiers in it ({', '.join(sorted(types))});"
            " nothing was stored",
            where=f"columns {places}",
            hint='Leave such a column out: "attribute:NAME" = "" under [layout.cases] in'
            " notecode.toml, or take it out of the file.",
        )


def _column(value: CaseValue) -> str:
    return f"{value.name} ({value.stage})" if value.stage else value.name


def remember_layouts(project: Project, sources: Sources) -> None:
    """Keep in notecode.toml which column is what, the first file of each kind deciding."""
    kinds: set[Kind] = set()
    for file in sources.files:
        if file.kind not in kinds:
            kinds.add(file.kind)
            columns_alone = Layout(columns=file.layout.columns, date_order=file.layout.date_order)
            remember_layout(project.settings_path, file.kind, columns_alone)


def _read_file(path: Path, kind: Kind, read: NotesFile | PeopleFile | CasesFile) -> ReadFile:
    return ReadFile(
        path=path,
        kind=kind,
        rows=read.rows,
        choices=tuple((c.field, c.header, c.reason) for c in read.choices),
        left_out=read.left_out,
        layout=read.layout,
    )


def _notes_by_case(
    exports: Sequence[tuple[Path, NotesFile]],
) -> tuple[dict[str, tuple[RawNote, ...]], list[Problem]]:
    """Notes of all files by case; one id for two different notes is a problem."""
    first: dict[str, RawNote] = {}
    problems: list[Problem] = []
    for path, export in exports:
        for note in export.notes:
            earlier = first.setdefault(note.id, note)
            if earlier is not note and (earlier.text, earlier.case_id) != (note.text, note.case_id):
                problems.append(
                    Problem(
                        file=path.name,
                        row=note.row,
                        message=f"note id {note.id} stands for another note in an earlier file",
                        hint="give the files unique note ids",
                    )
                )
    by_case: dict[str, list[RawNote]] = {}
    for note in first.values():
        by_case.setdefault(note.case_id, []).append(note)
    return {case: tuple(by_case[case]) for case in sorted(by_case)}, problems


def _rosters(exports: Iterable[NotesFile], people: PeopleFile | None) -> dict[str, Roster]:
    """The people of each case: those of the people file first, then those of the export."""
    rosters: dict[str, Roster] = dict(people.rosters) if people else {}
    for export in exports:
        for case_id, found in export.rosters.items():
            there = rosters.get(case_id, Roster(case_id))
            new = tuple(person for person in found.people if person not in there.people)
            rosters[case_id] = Roster(case_id, there.people + new)
    return rosters


def _cases(notes: Mapping[str, tuple[RawNote, ...]], known: Mapping[str, Case]) -> dict[str, Case]:
    """Every case that has notes, from the case file, else from its notes alone."""
    return {
        case_id: known.get(case_id)
        or Case(id=case_id, site=next((note.site for note in there if note.site), ""))
        for case_id, there in notes.items()
    }


def _values(
    exports: Iterable[NotesFile],
    cases: CasesFile | None,
    notes: Mapping[str, tuple[RawNote, ...]],
) -> tuple[CaseValue, ...]:
    """Attributes of cases that have notes; the case file has the last word."""
    values = {
        (value.case_id, value.name, value.stage): value
        for source in (*(export.values for export in exports), cases.values if cases else ())
        for value in source
    }
    return tuple(value for value in values.values() if value.case_id in notes)


def _unmatched(
    inputs: Inputs,
    notes: Mapping[str, object],
    cases: Mapping[str, Case],
    rosters: Mapping[str, Roster],
) -> list[Problem]:
    """Warnings for what one file has and another lacks."""
    found: list[Problem] = []
    kinds: tuple[tuple[Path | None, str, Iterable[str], str], ...] = (
        (inputs.people, "people", rosters, "only unlisted names can be looked for there"),
        (inputs.cases, "case", cases, "their month of the intervention stays unknown"),
    )
    for path, kind, known, consequence in kinds:
        lacking = sorted(set(notes) - set(known))
        if path and lacking:
            shown = ", ".join(lacking[:5]) + (" …" if len(lacking) > 5 else "")
            found.append(
                Problem(
                    file=path.name,
                    message=f"no row in the {kind} file for {len(lacking)} cases: {shown}",
                    hint=consequence,
                    fatal=False,
                )
            )
        without_notes = len(set(known) - set(notes))
        if path and without_notes:
            found.append(
                Problem(
                    file=path.name,
                    message=f"{without_notes} cases have no note in the export",
                    hint="they are left out",
                    fatal=False,
                )
            )
    if inputs.people is None and not rosters:
        found.append(
            Problem(
                file=inputs.exports[0].name,
                message="no people file: far fewer names can be found",
                hint="give one with --people",
                fatal=False,
            )
        )
    return found
