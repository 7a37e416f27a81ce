"""A whole project to count in: six cases, two coders and their reconciled set."""

from datetime import date, timedelta
from pathlib import Path

from brute_force import World

from notecode.model import Case, CaseValue, Note, Origin, Reference, Span
from notecode.project import Project, find_project
from notecode.project.project import current_codebook
from notecode.project.setup import create_project
from notecode.store import references
from notecode.store.connection import create_database
from notecode.store.notes import StoredNote, save_anonymised_case

CODEBOOK = """\
title: A small study
codes:
  - {id: indirect-work, label: Indirect work, definition: d}
  - {id: information-sharing, label: Information sharing, definition: d, parent: indirect-work}
  - {id: disruption, label: Disruption, definition: d, parent: indirect-work}
  - {id: direct-work, label: Direct work, definition: d}
  - {id: contact, label: Making contact, definition: d, parent: direct-work}
  - {id: support, label: Direct support, definition: d, parent: direct-work}
agencies:
  - {id: idva, label: Idva service, definition: d}
  - {id: police, label: Police, definition: d}
  - {id: housing, label: Housing, definition: d}
"""
CODES = ("information-sharing", "disruption", "contact", "support", "indirect-work")
AGENCIES = ((), ("idva",), ("idva", "police"), ("police",), ())
AGES = ("44", "7", "forty", "", "44", "23")
ORIGINS: tuple[Origin, ...] = ("rule", "hand", "rule-changed", "hand")
WORDS = 12
NOW = "2024-12-01T00:00:00+00:00"


def small_world(digest: str) -> World:
    """Passages are whole words, and no two of one coder overlap."""
    start = date(2024, 1, 10)
    cases = tuple(
        Case(
            id=f"C{at}",
            site=("North", "South", "")[at % 3],
            # One case has no start, and so no months.
            start=start + timedelta(days=20 * at) if at != 4 else None,
            end=start + timedelta(days=20 * at + 299),
        )
        for at in range(6)
    )
    notes = tuple(
        Note(
            id=f"N{at:02}",
            case_id=f"C{at % 6}",
            text=" ".join(f"word{number:02}" for number in range(WORDS)),
            # Some notes come from before the start, one has no date.
            date=start + timedelta(days=at * 11 - 15) if at != 9 else None,
            contact_type=("Telephone", "E-mail", "")[at % 3],
            author_role=("Case Manager", "")[at % 2],
        )
        for at in range(24)
    )
    coded = []
    for coder, step in (("amina", 1), ("ben", 2), ("reconciled", 1)):
        for at in range(0, 60, step):
            word = (at * 3) % WORDS
            coded.append(
                Reference(
                    id=f"R-{coder}-{at:02}",
                    note_id=f"N{(at * 5) % 23:02}",
                    span=Span(7 * word, 7 * word + 6),
                    code=CODES[(at // 2) % 5],
                    agencies=AGENCIES[at % 5],
                    coder=coder,
                    origin=ORIGINS[at % 4],
                    created=NOW,
                    codebook=digest,
                )
            )
    return World(
        cases=cases,
        notes=notes,
        references=tuple({(r.coder, r.note_id, r.span, r.code): r for r in coded}.values()),
        values={
            "attribute:age": {f"C{at}": AGES[at] for at in range(6)},
            "attribute:gender": {"C0": "male", "C1": "female", "C2": "male", "C5": "other"},
            "assessment:severity@intake": {f"C{at}": ("high", "none")[at % 2] for at in range(5)},
        },
    )


def build_study(folder: Path, world: World) -> Project:
    create_project(folder, "A small study")
    (folder / "codebook.yaml").write_text(CODEBOOK, encoding="utf-8")
    project = find_project(folder)
    create_database(project.database_path)
    with project.database() as db:
        current_codebook(project, db)
        for case in world.cases:
            notes = [StoredNote(note=note) for note in world.notes if note.case_id == case.id]
            values = [
                CaseValue(
                    case_id=case.id,
                    name=name.partition(":")[2].partition("@")[0],
                    stage=name.partition("@")[2],
                    state="value" if keys.get(case.id) else "missing",
                    value=keys.get(case.id, ""),
                )
                for name, keys in world.values.items()
            ]
            save_anonymised_case(db, case, notes, values, settings="", now=NOW)
        for coder in ("amina", "ben", "reconciled"):
            references.add_coder(db, coder, NOW)
            coded = [r for r in world.references if r.coder == coder]
            references.add_references(db, coded, "test", NOW)
    return project
