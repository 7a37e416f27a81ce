"""Counting on made-up projects of growing size, against the same grouping in plain SQL."""

import random
import sqlite3
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from notecode.model import Case, CountSpec, Note, Reference, Span
from notecode.project import find_project
from notecode.project.counting import count
from notecode.project.project import Project, current_codebook
from notecode.project.setup import create_project
from notecode.store import references
from notecode.store.connection import create_database
from notecode.store.notes import StoredNote, save_anonymised_case

SIZES = [(1_000, 5_000), (10_000, 50_000), (50_000, 235_000)]
SPECS = {
    "by code": CountSpec(by=("code",), coder="bench", roll_up="descendants"),
    "by agency and site": CountSpec(by=("agency", "site"), coder="bench"),
    "by code and month": CountSpec(by=("code", "month"), coder="bench", roll_up="descendants"),
}
PLAIN = (
    "SELECT r.code, count(*), count(DISTINCT n.case_id), count(DISTINCT n.id)"
    " FROM coded_references r JOIN notes n ON n.id = r.note_id GROUP BY r.code"
)


def build(folder: Path, notes: int, coded: int) -> Project:
    """A project with so many notes (50 a case) and references, all made up."""
    dice = random.Random(notes)
    create_project(folder, "bench")
    project = find_project(folder)
    create_database(project.database_path)
    start = date(2017, 1, 1)
    with project.database() as db:
        book = current_codebook(project, db)
        codes = [code.id for code in book.codes]
        agencies = [agency.id for agency in book.agencies]
        for number in range(0, notes, 50):
            case = Case(id=f"C{number}", site=f"Site {number // 50 % 3}", start=start)
            save_anonymised_case(
                db,
                case,
                [
                    StoredNote(
                        note=Note(
                            id=f"N{i}",
                            case_id=case.id,
                            text="T/C to OM, no reply. " * 20,
                            date=start + timedelta(days=dice.randrange(300)),
                        )
                    )
                    for i in range(number, min(number + 50, notes))
                ],
                settings="",
                now="2017",
            )
        references.add_coder(db, "bench", "2017")
        made = [
            Reference(
                id=f"R{i}",
                note_id=f"N{dice.randrange(notes)}",
                span=Span(begin := i % 300, begin + 20),
                code=dice.choice(codes),
                agencies=tuple(sorted(set(dice.choices(agencies, k=dice.randrange(3))))),
                coder="bench",
                origin="hand",
                created="2017",
                codebook=book.digest,
            )
            for i in range(coded)
        ]
        references.add_references(db, made, "bench", "2017")
    return project


def timed(action: object) -> float:
    """Best of three, in seconds."""
    best = float("inf")
    for _ in range(3):
        began = time.perf_counter()
        action()  # type: ignore[operator]
        best = min(best, time.perf_counter() - began)
    return best


if __name__ == "__main__":
    print(f"{'notes':>8} {'references':>11}  {'what':<20} {'seconds':>8}  {'x plain SQL':>11}")
    for notes, coded in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            project = build(Path(folder) / "p", notes, coded)
            plain = sqlite3.connect(project.database_path)
            base = timed(lambda db=plain: db.execute(PLAIN).fetchall())
            print(f"{notes:8,} {coded:11,}  {'plain SQL by code':<20} {base:8.3f}")
            for name, spec in SPECS.items():
                took = timed(lambda p=project, s=spec: count(p, s))
                print(f"{notes:8,} {coded:11,}  {name:<20} {took:8.3f}  {took / base:11.1f}")
            plain.close()
