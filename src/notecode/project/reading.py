"""Reading what a study exports: notes, people and cases together, with all their problems."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from notecode.anonymising.pseudonyms.role_tags import ROLE_STEMS
from notecode.errors import InputError, Problem
from notecode.importing import CasesFile, NotesFile, PeopleFile, read_cases, read_notes, read_people
from notecode.model import Case, CaseValue
from notecode.project.project import Project
from notecode.project.typed_tags import typed_tags_warning, without_typed_tags
from notecode.raw import RawNote, Roster
from notecode.settings import KINDS, Kind, Layout, layouts_from_words, remember_layout


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """The files a study gives, and what its user says of their columns.

    ``columns`` are words such as ``text=Recording`` (of the notes) or ``people.role=Part``.
    """

    exports: tuple[Path, ...]
    people: Path | None = None
    cases: Path | None = None
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """How one file was read: which column was taken for what, and why.

    ``layout`` is what is to be remembered: what was known before, with what was found new.
    """

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
    roles: tuple[tuple[str, str, int], ...] = ()
    """Each word met for a role in the people file, the stem of its tag, and of how many rows."""

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


def read_sources(project: Project, inputs: Inputs, *, tagged: bool = False) -> Sources:
    """Read every file; problems of the rows are listed, not raised.

    What was typed in the form of a tag loses it, unless the notes are ``tagged`` already.

    Raises:
        InputError: if a file is missing, is no table, or lacks a column that is needed.

    """
    words = layouts_from_words(inputs.columns)
    known = project.settings.layouts
    said = {kind: words.get(kind, Layout()) for kind in KINDS}
    exports = [
        (path, read_notes(path, said["notes"], known.get("notes"))) for path in inputs.exports
    ]
    people = (
        read_people(inputs.people, said["people"], known.get("people")) if inputs.people else None
    )
    cases = read_cases(inputs.cases, said["cases"], known.get("cases")) if inputs.cases else None
    read: list[tuple[Path | None, Kind, NotesFile | PeopleFile | CasesFile | None]] = [
        *((path, "notes", export) for path, export in exports),
        (inputs.people, "people", people),
        (inputs.cases, "cases", cases),
    ]
    files = []
    problems: list[Problem] = []
    for path, kind, found in read:
        if path and found:
            asked = known.get(kind, Layout()).overlaid_by(said[kind])
            files.append(_read_file(path, kind, found, asked))
            problems += found.problems
    notes, clashes = _notes_by_case(exports)
    if not tagged:
        problems += _typed_tags(inputs, notes)
        notes = {case_id: tuple(map(without_typed_tags, each)) for case_id, each in notes.items()}
    rosters = _rosters([export for _, export in exports], people)
    settled, differing = settle_cases(notes, cases.cases if cases else ())
    problems += clashes
    if inputs.cases:
        problems += _differing_sites(inputs.cases, differing, _first_rows(exports))
    problems += _unmatched(inputs, exports, cases, rosters)
    problems += _namesakes(inputs, rosters)
    return Sources(
        files=tuple(files),
        problems=tuple(problems),
        notes=notes,
        cases=settled,
        rosters=rosters,
        values=_values([export for _, export in exports], cases, notes),
        roles=_tags_of_roles(people) if people else (),
    )


def _typed_tags(inputs: Inputs, notes: Mapping[str, Iterable[RawNote]]) -> list[Problem]:
    said = typed_tags_warning(inputs.exports[0].name, (n for each in notes.values() for n in each))
    return [said] if said else []


def _tags_of_roles(people: PeopleFile) -> tuple[tuple[str, str, int], ...]:
    return tuple((word, ROLE_STEMS.get(role, "PERSON"), n) for word, role, n in people.roles)


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


def remember_layouts(project: Project, sources: Sources) -> None:
    """Keep in notecode.toml which column is what, the first file of each kind deciding."""
    kinds: set[Kind] = set()
    for file in sources.files:
        if file.kind not in kinds:
            kinds.add(file.kind)
            remember_layout(project.settings_path, file.kind, file.layout)


def _read_file(
    path: Path, kind: Kind, read: NotesFile | PeopleFile | CasesFile, asked: Layout
) -> ReadFile:
    # A header that this file lacks may be another file's: it stays.
    rest = {choice.field for choice in read.choices if choice.is_rest}
    found = {name: headers for name, headers in read.layout.columns.items() if name not in rest}
    columns = {**found, **asked.columns}
    return ReadFile(
        path=path,
        kind=kind,
        rows=read.rows,
        choices=tuple((c.field, c.header, c.reason) for c in read.choices),
        left_out=read.left_out,
        layout=replace(read.layout, columns=columns),
    )


def _notes_by_case(
    exports: Sequence[tuple[Path, NotesFile]],
) -> tuple[dict[str, tuple[RawNote, ...]], list[Problem]]:
    """Notes of all files by case; one id for two different notes is a problem."""
    first: dict[str, tuple[Path, RawNote]] = {}
    problems: list[Problem] = []
    for path, export in exports:
        for note in export.notes:
            place, earlier = first.setdefault(note.id, (path, note))
            if earlier is not note and (earlier.text, earlier.case_id) != (note.text, note.case_id):
                problems.append(
                    Problem(
                        file=path.name,
                        row=note.row,
                        message="its note id stands for another note in row"
                        f" {earlier.row} of {place.name}",
                        hint="give the files unique note ids",
                    )
                )
    by_case: dict[str, list[RawNote]] = {}
    for _, note in first.values():
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


def settle_cases(
    notes: Mapping[str, tuple[RawNote, ...]], known: Iterable[Case]
) -> tuple[dict[str, Case], tuple[str, ...]]:
    """Every case that has notes, and the ids of those whose notes name another site.

    The case file has the last word; a case it gives no site takes the site of its notes.
    """
    of_file = {case.id: case for case in known}
    settled: dict[str, Case] = {}
    differing = []
    for case_id, there in notes.items():
        sites = list(dict.fromkeys(note.site for note in there if note.site))
        case = of_file.get(case_id, Case(id=case_id, site=""))
        if not case.site and sites:
            case = replace(case, site=sites[0])
        elif any(site.casefold() != case.site.casefold() for site in sites):
            differing.append(case_id)
        settled[case_id] = case
    return settled, tuple(differing)


def _differing_sites(path: Path, cases: Sequence[str], rows: Mapping[str, str]) -> list[Problem]:
    if not cases:
        return []
    return [
        Problem(
            file=path.name,
            message=f"another site than in the notes for {_counted(cases, 'case')}: "
            f"{_placed(cases, rows)}",
            hint="the case file's site is taken",
            fatal=False,
        )
    ]


def _counted(things: Sequence[object], word: str) -> str:
    return f"{len(things)} {word}{'' if len(things) == 1 else 's'}"


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
    exports: Sequence[tuple[Path, NotesFile]],
    cases: CasesFile | None,
    rosters: Mapping[str, Roster],
) -> list[Problem]:
    """Warnings for what one file has and another lacks."""
    found: list[Problem] = []
    rows = _first_rows(exports)
    of_cases = [case.id for case in cases.cases] if cases else []
    kinds: tuple[tuple[Path | None, str, Iterable[str], str], ...] = (
        (inputs.people, "people", rosters, "only unlisted names can be looked for there"),
        (inputs.cases, "case", of_cases, "their month of the intervention stays unknown"),
    )
    for path, kind, known, consequence in kinds:
        lacking = sorted(set(rows) - set(known))
        if path and lacking:
            found.append(
                Problem(
                    file=path.name,
                    message=f"no row in the {kind} file for {_counted(lacking, 'case')}: "
                    f"{_placed(lacking, rows)}",
                    hint=consequence,
                    fatal=False,
                )
            )
        without_notes = set(known) - set(rows)
        if path and without_notes:
            have = "has" if len(without_notes) == 1 else "have"
            found.append(
                Problem(
                    file=path.name,
                    message=f"{_counted([*without_notes], 'case')} {have} no note in the export",
                    hint="left out",
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


def _namesakes(inputs: Inputs, rosters: Mapping[str, Roster]) -> list[Problem]:
    """The warning that a case has two people of one name, and no ids to tell them apart."""
    lacking = []
    for case_id, roster in sorted(rosters.items()):
        names = [
            (person.first_name.casefold(), person.last_name.casefold())
            for person in roster.people
            if not person.has_id and person.last_name
        ]
        if len(set(names)) < len(names) and _is_id(case_id):
            lacking.append(case_id)
    if not lacking or inputs.people is None:
        return []
    shown = ", ".join(lacking[:5]) + (" …" if len(lacking) > 5 else "")
    return [
        Problem(
            file=inputs.people.name,
            message=f"two people of one name, and no ids, in {_counted(lacking, 'case')}: {shown}",
            hint="role and date of birth tell them apart; better name the column of their ids,"
            " --column people.id=HEADER",
            fatal=False,
        )
    ]


def _first_rows(exports: Iterable[tuple[Path, NotesFile]]) -> dict[str, str]:
    """Where each case's first note stands, in words, by case id."""
    rows: dict[str, str] = {}
    for path, export in exports:
        for note in export.notes:
            rows.setdefault(note.case_id, f"row {note.row} of {path.name}")
    return rows


def _placed(ids: Sequence[str], rows: Mapping[str, str]) -> str:
    """The first cases by id; by their first note where the id has no digit and may be a name."""
    shown = [id_ if _is_id(id_) else f"that of {rows[id_]}" for id_ in ids[:5]]
    return ", ".join(shown) + (" …" if len(ids) > 5 else "")


def _is_id(text: str) -> bool:
    return any(character.isdigit() for character in text)
