"""Counting in SQL against counting by hand in Python, on random small projects."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notecode.codebook import codebook_to_json, parse_codebook
from notecode.model import Case, Codebook, CountSpec, Dimension, Note, Reference, RollUp, Span
from notecode.model import month_of_intervention as month_of
from notecode.store import codebooks, counts, references
from notecode.store.connection import Database, create_database, open_database
from notecode.store.notes import StoredNote, save_anonymised_case

BOOK = """
title: Test
codes:
  - {id: top, label: Top, definition: d}
  - {id: left, label: Left, definition: d, parent: top}
  - {id: right, label: Right, definition: d, parent: top}
  - {id: leaf, label: Leaf, definition: d, parent: left}
  - {id: lone, label: Lone, definition: d}
agencies:
  - {id: police, label: Police, definition: d}
  - {id: probation, label: Probation, definition: d}
"""
PARENTS = {"top": "", "left": "top", "right": "top", "leaf": "left", "lone": ""}
CODERS = ("amina", "ben")


@dataclass(frozen=True)
class World:
    """A small project in memory."""

    cases: tuple[Case, ...]
    notes: tuple[Note, ...]
    references: tuple[Reference, ...]


def ancestors(code: str) -> list[str]:
    found = []
    while code:
        found.append(code)
        code = PARENTS[code]
    return found


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    book, problems = parse_codebook(BOOK, "test.yaml")
    assert book is not None, problems
    return book


@st.composite
def worlds(draw: st.DrawFn) -> World:
    cases = tuple(
        Case(id=f"C{i}", site=draw(st.sampled_from(["A", "B"])), start=start)
        for i, start in enumerate(
            draw(st.lists(st.sampled_from([None, date(2017, 1, 31)]), min_size=1, max_size=3))
        )
    )
    notes = tuple(
        Note(
            id=f"N{i}",
            case_id=draw(st.sampled_from(cases)).id,
            text="x" * 30,
            date=day,
            contact_type=draw(st.sampled_from(["", "Email"])),
            author_role="CM",
        )
        for i, day in enumerate(
            draw(
                st.lists(
                    st.sampled_from([None, date(2016, 12, 30), date(2017, 3, 1)]),
                    min_size=1,
                    max_size=5,
                )
            )
        )
    )
    drawn = draw(
        st.lists(
            st.tuples(
                st.sampled_from(notes),
                st.sampled_from(sorted(PARENTS)),
                st.sampled_from(CODERS),
                st.integers(0, 3),
                st.sets(st.sampled_from(["police", "probation"])),
            ),
            max_size=12,
            unique_by=lambda t: (t[0].id, t[1], t[2], t[3]),
        )
    )
    coded = tuple(
        Reference(
            id=f"R{i}",
            note_id=note.id,
            span=Span(start, start + 5),
            code=code,
            agencies=tuple(sorted(agencies)),
            coder=coder,
            origin="hand",
            created="2017",
            codebook="",
        )
        for i, (note, code, coder, start, agencies) in enumerate(drawn)
    )
    return World(cases, notes, coded)


specs = st.builds(
    CountSpec,
    by=st.lists(st.sampled_from(get_args(Dimension)), min_size=1, max_size=3, unique=True).map(
        tuple
    ),
    coder=st.sampled_from(["", *CODERS]),
    roll_up=st.sampled_from(get_args(RollUp)),
    codes=st.sampled_from([(), ("left",), ("top", "lone")]),
    agencies=st.sampled_from([(), ("police",)]),
    sites=st.sampled_from([(), ("A",)]),
)


def store_world(path: Path, world: World, codebook: Codebook) -> Database:
    create_database(path)
    db = open_database(path)
    codebooks.save_codebook(db, codebook, BOOK, codebook_to_json(codebook), "2017")
    for case in world.cases:
        mine = [StoredNote(note=n) for n in world.notes if n.case_id == case.id]
        save_anonymised_case(db, case, mine, settings="", now="2017")
    for coder in CODERS:
        references.add_coder(db, coder, "2017")
    from dataclasses import replace

    coded = [replace(r, codebook=codebook.digest) for r in world.references]
    references.add_references(db, coded, "test", "2017")
    return db


def selected(world: World, spec: CountSpec) -> list[tuple[Reference, Note, Case]]:
    notes = {n.id: n for n in world.notes}
    cases = {c.id: c for c in world.cases}
    found = []
    for r in world.references:
        note = notes[r.note_id]
        case = cases[note.case_id]
        codes = ancestors(r.code) if spec.roll_up == "descendants" else [r.code]
        if (
            spec.coder in ("", r.coder)
            and (not spec.sites or case.site in spec.sites)
            and (not spec.codes or set(codes) & set(spec.codes))
            and (not spec.agencies or set(r.agencies) & set(spec.agencies))
        ):
            found.append((r, note, case))
    return found


def keys(dimension: Dimension, spec: CountSpec, r: Reference, note: Note, case: Case) -> list[str]:
    if dimension == "agency":
        mine = [a for a in r.agencies if not spec.agencies or a in spec.agencies]
        return mine or [""]
    if dimension == "code":
        if spec.roll_up == "own":
            return [r.code]
        up = ancestors(r.code)
        return [c for c in up if not spec.codes or set(ancestors(c)) & set(spec.codes)]
    month = month_of(note.date, case.start)
    return [
        {
            "site": case.site,
            "case": case.id,
            "contact_type": note.contact_type,
            "author_role": note.author_role,
            "month": "" if month is None else str(month),
        }[dimension]
    ]


def brute_force(world: World, spec: CountSpec) -> dict[tuple[str, ...], tuple[int, int, int]]:
    from itertools import product

    groups: dict[tuple[str, ...], list[tuple[str, str, str]]] = {}
    for r, note, case in selected(world, spec):
        for key in product(*(keys(d, spec, r, note, case) for d in spec.by)):
            groups.setdefault(key, []).append((r.id, case.id, note.id))
    return {
        key: (
            len({m[0] for m in members}),
            len({m[1] for m in members}),
            len({m[2] for m in members}),
        )
        for key, members in groups.items()
    }


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(world=worlds(), wanted=st.lists(specs, min_size=4, max_size=8))
def test_sql_counts_as_one_counts_by_hand(
    tmp_path_factory: pytest.TempPathFactory,
    codebook: Codebook,
    world: World,
    wanted: list[CountSpec],
) -> None:
    path = tmp_path_factory.mktemp("world") / "notes.db"
    with store_world(path, world, codebook) as db:
        for spec in wanted:
            cells = {c.keys: (c.references, c.cases, c.notes) for c in counts.count_cells(db, spec)}
            assert cells == brute_force(world, spec)
            base = counts.count_base(db, spec)
            chosen = selected(world, spec)
            assert (base.references, base.cases, base.notes) == (
                len(chosen),
                len({case.id for _, _, case in chosen}),
                len({note.id for _, note, _ in chosen}),
            )


def test_all_cases_and_notes_follow_the_site_filter(tmp_path: Path, codebook: Codebook) -> None:
    world = World(
        (Case(id="C0", site="A"), Case(id="C1", site="B"), Case(id="C2", site="B")),
        (Note(id="N0", case_id="C0", text="x"), Note(id="N1", case_id="C1", text="x")),
        (),
    )
    with store_world(tmp_path / "w.db", world, codebook) as db:
        assert counts.count_all(db, ()) == (3, 2)
        assert counts.count_all(db, ("B",)) == (2, 1)
        assert counts.distinct_values(db, "site") == ["A", "B"]
        assert counts.distinct_values(db, "month") == [""]
