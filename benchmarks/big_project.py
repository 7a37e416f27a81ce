"""Made-up projects of any size, for measuring: cases, notes, references, attributes.

    python benchmarks/big_project.py DIRECTORY --notes 50000 --suggestions 100000

Everything comes from a seed. Sizes are met exactly; a case has 50 notes, and three coders share
the coding, a twentieth of it by rule. Each suggestion has a mention of an agency in it.
"""

import argparse
import random
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from notecode.project import Project, find_project
from notecode.project.project import current_codebook
from notecode.project.setup import create_project
from notecode.store.connection import create_database

NOTES_PER_CASE = 50
CODERS = ("amina", "ben", "carol")
AGENCIES = ("idva", "probation", "police", "schools", "housing", "health")
STAGES = ("intake", "closure")
LEVELS = ("none", "standard", "moderate", "high", "")
CONTACTS = ("Telephone", "E-mail", "Visit", "Meeting", "")
ROLES = ("Case Manager", "Service Manager", "Practice Advisor")
WORDS = ("rang", "the", "office", "about", "his", "appointment", "and", "left", "word", "nobody")
TEXT_WORDS = 80
FIRST_CODED = datetime(2018, 1, 1, tzinfo=UTC)


def make_project(
    folder: Path,
    *,
    notes: int,
    references: int,
    suggestions: int = 0,
    codes: int = 40,
    seed: int = 1,
) -> Project:
    """A whole project in a new directory, its database filled without going through the steps."""
    create_project(folder, "Made up for measuring")
    (folder / "codebook.yaml").write_text(_codebook(codes), encoding="utf-8")
    project = find_project(folder)
    create_database(project.database_path)
    with project.database() as db:
        digest = current_codebook(project, db).digest
    dice = random.Random(seed)
    connection = sqlite3.connect(project.database_path, isolation_level=None)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -200000")
    connection.execute("BEGIN")
    _fill_cases(connection, dice, -(-notes // NOTES_PER_CASE))
    _fill_notes(connection, dice, notes)
    _fill_references(
        connection, dice, notes=notes, references=references, codes=codes, digest=digest
    )
    _fill_suggestions(connection, dice, notes=notes, suggestions=suggestions, codes=codes)
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return project


def _codebook(codes: int) -> str:
    """A tree of codes, five branches wide, with the agencies."""
    lines = ["title: Made up for measuring", "codes:"]
    for number in range(codes):
        lines += [f"  - id: code-{number}", f"    label: Code {number}", "    definition: Made up"]
        if number >= 5:
            lines.append(f"    parent: code-{(number - 5) // 3}")
    lines.append("agencies:")
    for name in AGENCIES:
        lines += [f"  - id: {name}", f"    label: {name.capitalize()}", "    definition: Made up"]
    return "\n".join(lines) + "\n"


def _fill_cases(connection: sqlite3.Connection, dice: random.Random, cases: int) -> None:
    start = date(2017, 1, 1)
    rows = []
    values = []
    for number in range(cases):
        begin = start + timedelta(days=dice.randrange(300))
        # One case in fifty has no start: its notes have no month.
        known = number % 50 != 7
        rows.append(
            (
                _case(number),
                f"Site {number % 3 + 1}",
                begin.isoformat() if known else None,
                (begin + timedelta(days=300)).isoformat(),
            )
        )
        values.append((_case(number), "gender", "", "value", dice.choice(["male", "female"])))
        values.append((_case(number), "age", "", "value", str(dice.randrange(18, 70))))
        for stage in STAGES:
            level = dice.choice(LEVELS)
            state = "value" if level else "missing"
            values.append((_case(number), "physical abuse", stage, state, level))
    connection.executemany("INSERT INTO cases VALUES (?, ?, ?, ?)", rows)
    connection.executemany("INSERT INTO case_values VALUES (?, ?, ?, ?, ?)", values)


def _case(number: int) -> str:
    return f"C{number:06}"


def _fill_notes(connection: sqlite3.Connection, dice: random.Random, notes: int) -> None:
    starts = {
        row[0]: date.fromisoformat(row[1]) if row[1] else None
        for row in connection.execute("SELECT id, start_date FROM cases")
    }

    def rows() -> Iterator[tuple[object, ...]]:
        for number in range(notes):
            case = _case(number // NOTES_PER_CASE)
            # A few notes come from before the start.
            days = dice.randrange(-5, 300)
            start = starts[case]
            day = (start or date(2017, 6, 1)) + timedelta(days=days)
            text = " ".join(dice.choices(WORDS, k=TEXT_WORDS))
            yield (
                f"N{number:08}",
                case,
                day.isoformat(),
                days * 16 // 487 + 1 if start else None,
                dice.choice(CONTACTS),
                dice.choice(ROLES),
                text,
                sha256(text.encode()).hexdigest(),
            )

    connection.executemany("INSERT INTO notes VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows())


def _fill_references(
    connection: sqlite3.Connection,
    dice: random.Random,
    *,
    notes: int,
    references: int,
    codes: int,
    digest: str,
) -> None:
    """References in the order of the notes, as coders make them."""
    connection.executemany("INSERT INTO coders VALUES (?, '2017', '')", [(n,) for n in CODERS])
    # The rarer codes are rare indeed, as in any study.
    weights = [1 / (number + 1) for number in range(codes)]
    shortest = 5 * TEXT_WORDS

    def rows() -> Iterator[tuple[object, ...]]:
        picks = dice.choices(range(codes), weights, k=references)
        for number, code in enumerate(picks):
            start = (number * 37) % (shortest - 120)
            yield (
                _reference(number),
                f"N{number * notes // references:08}",
                start,
                start + dice.randrange(15, 120),
                f"code-{code}",
                CODERS[number % 3],
                "hand" if number % 20 else "rule",
                (FIRST_CODED + timedelta(seconds=20 * number)).isoformat(),
                digest,
                None,
            )

    connection.executemany(
        'INSERT INTO coded_references (id, note_id, start, "end", code, coder, origin, created,'
        " codebook, suggestion) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows(),
    )
    connection.executemany(
        "INSERT INTO reference_agencies (reference_id, agency) VALUES (?, ?)",
        (
            (_reference(number), agency)
            for number in range(references)
            for agency in set(dice.choices(AGENCIES, k=number % 3))
        ),
    )


def _reference(number: int) -> str:
    """An id such as references have: 26 characters, sorted by when they were made."""
    return f"01C{number:023}"


def _fill_suggestions(
    connection: sqlite3.Connection,
    dice: random.Random,
    *,
    notes: int,
    suggestions: int,
    codes: int,
) -> None:
    """Open suggestions of a rule for each code, spread evenly over the notes."""
    rows, mentions = [], []
    for number in range(suggestions):
        note, code = f"N{number * notes // suggestions:08}", dice.randrange(codes)
        start = number * 41 % (4 * TEXT_WORDS)
        agency = dice.choice(AGENCIES)
        rows.append(
            (f"S{number:09}", note, start, start + 40, f"code-{code}", agency, f"rule-{code}")
        )
        mentions.append((note, start, start + 8, agency))
    connection.executemany(
        'INSERT INTO suggestions (id, note_id, start, "end", code, agencies, rule, rule_version,'
        " evidence) VALUES (?, ?, ?, ?, ?, ?, ?, 'v1', '[]')",
        rows,
    )
    connection.executemany("INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?, 'alias')", mentions)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--notes", type=int, default=50_000)
    parser.add_argument("--references", type=int, default=235_000)
    parser.add_argument("--suggestions", type=int, default=0)
    parser.add_argument("--codes", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    made = make_project(
        asked.folder,
        notes=asked.notes,
        references=asked.references,
        suggestions=asked.suggestions,
        codes=asked.codes,
        seed=asked.seed,
    )
    print(f"{made.directory}: {asked.notes:,} notes, {asked.references:,} references")
