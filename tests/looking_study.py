"""A small made-up study, drawn at random, and what it holds as one reads it off by hand."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from hypothesis import strategies as st

from notecode.model import Case, Mask, Note, Reference, Span, month_of_intervention
from notecode.passages import Summary
from notecode.project import Project, find_project
from notecode.project.project import current_codebook
from notecode.project.setup import create_project
from notecode.store import references, summaries
from notecode.store.connection import create_database
from notecode.store.notes import StoredNote, save_anonymised_case

BOOK = """
title: Test
codes:
  - {id: top, label: Top work, definition: d}
  - {id: left, label: Left work, definition: d, parent: top}
  - {id: leaf, label: Leaf work, definition: d, parent: left}
  - {id: lone, label: Lone work, definition: d}
agencies:
  - {id: police, label: Police, definition: d}
  - {id: probation, label: Probation, definition: d}
"""
PATHS = {
    "top": ("top",),
    "left": ("top", "left"),
    "leaf": ("top", "left", "leaf"),
    "lone": ("lone",),
}
CODERS = ("amina", "ben")
SITES = ("North", "South")
CONTACTS = ("", "Email", "Visit")
PIECES = (
    "T/C to [OM_1], no reply.",
    "No reply again",
    "Housing rang back; call-out agreed.",
    "[SU]'s café visit on 3 May.",
    "emailed HOUSING re the house.",
)


@dataclass(frozen=True)
class Study:
    """A whole study in memory."""

    cases: tuple[Case, ...]
    notes: tuple[Note, ...]
    references: tuple[Reference, ...]

    def case_of(self, note_id: str) -> Case:
        """The case of a note."""
        note = self.note(note_id)
        return next(case for case in self.cases if case.id == note.case_id)

    def note(self, note_id: str) -> Note:
        """A note by its id."""
        return next(note for note in self.notes if note.id == note_id)

    def month(self, note: Note) -> int | None:
        """The month of the intervention of a note."""
        return month_of_intervention(note.date, self.case_of(note.id).start)

    def reading_order(self) -> list[Note]:
        """The notes by case, date and id, undated ones first."""
        return sorted(self.notes, key=lambda n: (n.case_id, str(n.date or ""), n.id))

    def chosen(
        self, *, coder: str = "", code: str = "", own: bool = False, **of_notes: str
    ) -> list[Reference]:
        """The references that filters let through."""
        notes = {note.id for note in self.chosen_notes(**of_notes)}
        return [
            r
            for r in self.references
            if r.note_id in notes
            and coder in ("", r.coder)
            and (not code or code in ((r.code,) if own else PATHS[r.code]))
        ]

    def chosen_notes(self, *, site: str = "", contact: str | None = None) -> list[Note]:
        """The notes that filters let through."""
        return [
            n
            for n in self.notes
            if site in ("", self.case_of(n.id).site) and contact in (None, n.contact_type)
        ]


def asked_of(*, code: str = "", site: str = "", contact: str | None = None, **more):
    """The same filters as they are asked of a project."""
    from notecode.project.looking.scope import Asked

    only = [("code", (code,))] if code else []
    only += [("site", (site,))] if site else []
    only += [("contact_type", (contact,))] if contact is not None else []
    return Asked(only=tuple(only), **more)


@st.composite
def studies(draw: st.DrawFn) -> Study:
    """Studies of up to three cases, six notes and ten references."""
    starts = draw(st.lists(st.sampled_from([None, date(2017, 1, 31)]), min_size=1, max_size=3))
    cases = tuple(
        Case(id=f"C{i}", site=draw(st.sampled_from(SITES)), start=start)
        for i, start in enumerate(starts)
    )
    days = [None, date(2016, 12, 30), date(2017, 2, 2), date(2017, 2, 4), date(2017, 6, 1)]
    notes = tuple(
        Note(
            id=f"N{i}",
            case_id=draw(st.sampled_from(cases)).id,
            text=draw(st.sampled_from([" ", "\n"])).join(pieces),
            date=draw(st.sampled_from(days)),
            contact_type=draw(st.sampled_from(CONTACTS)),
        )
        for i, pieces in enumerate(
            draw(
                st.lists(
                    st.lists(st.sampled_from(PIECES), min_size=1, max_size=3),
                    min_size=1,
                    max_size=6,
                )
            )
        )
    )
    drawn = draw(
        st.lists(
            st.tuples(
                st.sampled_from(notes),
                st.integers(0, 30),
                st.integers(1, 40),
                st.sampled_from(sorted(PATHS)),
                st.sampled_from(CODERS),
                st.sets(st.sampled_from(["police", "probation"])),
            ),
            max_size=10,
        )
    )
    coded: dict[tuple[object, ...], Reference] = {}
    for number, (note, start, length, code, coder, agencies) in enumerate(drawn):
        begin = min(start, len(note.text) - 1)
        span = Span(begin, min(begin + length, len(note.text)))
        coded[note.id, span, code, coder] = Reference(
            id=f"R{number}",
            note_id=note.id,
            span=span,
            code=code,
            agencies=tuple(sorted(agencies)),
            coder=coder,
            origin="hand",
            created=f"2017-01-{number + 1:02}",
            codebook="",
        )
    return Study(cases, notes, tuple(coded.values()))


def study_maker(folder: Path) -> Callable[[Study], Project]:
    """Make projects of studies; what all have in common is made once."""
    empty = folder / "empty"
    create_project(empty, "Study")
    (empty / "codebook.yaml").write_text(BOOK, encoding="utf-8")
    project = find_project(empty)
    create_database(project.database_path)
    with project.database() as db:
        digest = current_codebook(project, db).digest
        for coder in CODERS:
            references.add_coder(db, coder, "2017")
    made = 0

    def make(study: Study, written: tuple[Summary, ...] = (), masks: dict[str, Mask] | None = None):
        nonlocal made
        made += 1
        directory = folder / f"study-{made}"
        shutil.copytree(empty, directory)
        project = find_project(directory)
        with project.database() as db:
            for case in study.cases:
                stored = [
                    StoredNote(note=n, masks=(masks[n.id],) if masks and n.id in masks else ())
                    for n in study.notes
                    if n.case_id == case.id
                ]
                save_anonymised_case(db, case, stored, settings="", now="2017")
            coded = [replace(r, codebook=digest) for r in study.references]
            references.add_references(db, coded, "test", "2017")
            keyed = [(f"S{number}", each) for number, each in enumerate(written)]
            summaries.add_summaries(db, keyed, "2017")
        return project

    return make
