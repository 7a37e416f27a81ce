"""What looking closer prints, against the same read off a random small study by hand."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from looking_study import (
    BOOK,
    CODERS,
    CONTACTS,
    PATHS,
    SITES,
    Study,
    asked_of,
    studies,
    study_maker,
)
from notecode.analysing.cooccurrence import NEARNESSES, UNDATED, Nearness
from notecode.analysing.words import stop_words
from notecode.errors import UsageError
from notecode.model import Case, Note, Reference, Span
from notecode.project import Project
from notecode.project.coding.session import open_coding
from notecode.project.looking.cooccurrence import cooccurrence
from notecode.project.looking.framework import framework
from notecode.project.looking.quotes import quotes
from notecode.project.looking.scope import look
from notecode.project.looking.searching import search_notes
from notecode.project.looking.timeline import timeline, timelines
from notecode.project.looking.words import words
from notecode.store.retrieval import SORT_KEYS, quotations
from notecode.text.units import sentences
from notecode.text.units import words as word_spans
from together import CodedWorld, together_by_hand

Maker = Callable[..., Project]
on_random_studies = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
filters = st.fixed_dictionaries(
    {
        "site": st.sampled_from(["", "", *SITES]),
        "contact": st.sampled_from([None, None, *CONTACTS]),
    }
)
codes = st.sampled_from(["", "", *PATHS])
coders = st.sampled_from(["", *CODERS])


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Maker:
    return study_maker(tmp_path_factory.mktemp("studies"))


def allowed(study: Study, of_notes: dict[str, Any]) -> bool:
    """Whether the filters name what the study has; else they are refused, as they should be."""
    site, contact = of_notes["site"], of_notes["contact"]
    sites = {case.site for case in study.cases}
    return site in ("", *sites) and contact in (None, "", *(n.contact_type for n in study.notes))


def rows(report: Any) -> list[dict[str, Any]]:
    names = [column.name for column in report.columns]
    return [dict(zip(names, row, strict=True)) for row in report.rows]


@on_random_studies
@given(studies(), filters, codes, coders, st.booleans(), st.sampled_from(SORT_KEYS))
def test_quotes_are_the_references_asked_for(
    make: Maker,
    study: Study,
    of_notes: dict[str, Any],
    code: str,
    coder: str,
    own: bool,
    sort: Any,
) -> None:
    project = make(study)
    if not allowed(study, of_notes):
        return
    if coder and coder not in {r.coder for r in study.references}:
        return
    asked = asked_of(code=code, coder=coder, own=own, anybody=True, **of_notes)
    report = quotes(project, asked, sort=sort, context=7)
    expected = study.chosen(code=code, coder=coder, own=own, **of_notes)
    found = rows(report)
    assert sorted(row["reference_id"] for row in found) == sorted(r.id for r in expected)
    assert (report.total, report.base.references) == (len(expected), len(expected))
    assert report.base.notes == len({r.note_id for r in expected})
    assert report.base.all_notes == len(study.chosen_notes(**of_notes))
    by_id = {r.id: r for r in expected}
    for row in found:
        r = by_id[row["reference_id"]]
        text = study.note(r.note_id).text
        assert row["quotation"] == r.span.cut(text)
        assert text[: r.span.start].endswith(row["before"] or "")
        assert text[r.span.end :].startswith(row["after"] or "")
        assert len(row["before"] or "") <= 7 >= len(row["after"] or "")
        assert (row["code"], row["coder"]) == (r.code, r.coder)
        assert (row["agencies"] or "") == ";".join(r.agencies)
    assert_sorted([by_id[row["reference_id"]] for row in found], study, sort)
    first = quotes(project, asked, sort=sort, context=7, limit=2)
    assert first.rows == report.rows[:2]
    assert first.total == report.total


def assert_sorted(found: list[Any], study: Study, sort: str) -> None:
    order = {note.id: place for place, note in enumerate(study.reading_order())}
    months = {note.id: study.month(note) for note in study.notes}
    keys: dict[str, Callable[[Any], Any]] = {
        "case": lambda r: 0,
        "code": lambda r: ["top", "left", "leaf", "lone"].index(r.code),
        "site": lambda r: study.case_of(r.note_id).site,
        "month": lambda r: (months[r.note_id] is None, months[r.note_id] or 0),
        "coder": lambda r: r.coder,
        "newest": lambda r: -int(r.created[-2:]),
        "longest": lambda r: -len(r.span),
    }
    placed = [(keys[sort](r), order[r.note_id], r.span.start) for r in found]
    assert placed == sorted(placed)


@on_random_studies
@given(studies(), filters, codes)
def test_words_are_those_of_the_notes_or_of_the_coded_passages(
    make: Maker, study: Study, of_notes: dict[str, Any], code: str
) -> None:
    if not allowed(study, of_notes):
        return
    asked = asked_of(code=code, coder="all" if code else "", **of_notes)
    report = words(make(study), asked, every_word=True)
    times: Counter[str] = Counter()
    in_notes: Counter[str] = Counter()
    in_cases: dict[str, set[str]] = {}
    for note in study.chosen_notes(**of_notes):
        text = note.text
        if code:
            spans = [r.span for r in study.chosen(code=code) if r.note_id == note.id]
            inside = [any(s.start <= at < s.end for s in spans) for at in range(len(text))]
            # A gap between two stretches parts words, as a blank does.
            text = "".join(c if there else " " for c, there in zip(text, inside, strict=True))
        found = [w for w in map(counted_word, (s.cut(text) for s in word_spans(text))) if w]
        times.update(found)
        in_notes.update(set(found))
        for word in found:
            in_cases.setdefault(word, set()).add(note.case_id)
    expected = {word: (n, in_notes[word], len(in_cases[word])) for word, n in times.items()}
    assert {r["word"]: (r["times"], r["notes"], r["cases"]) for r in rows(report)} == expected
    assert all(row["share_base"] == sum(times.values()) for row in rows(report))
    assert all(row["share"] == row["times"] / row["share_base"] for row in rows(report))
    counts = [(-row["times"], row["word"]) for row in rows(report)]
    assert counts == sorted(counts)
    few = words(make(study), asked, limit=3)
    shown = [row for row in rows(report) if row["word"] not in stop_words()]
    assert rows(few) == shown[:3]
    assert few.total == len(shown)


def counted_word(word: str) -> str:
    """The word as it is counted; "" for tags and numbers."""
    if word.startswith("[") or not any(char.isalpha() for char in word):
        return ""
    return word.casefold().replace("’", "'")


def places(tokens: list[str], *phrase: str, prefix: bool = False) -> list[tuple[int, int]]:
    """Where a phrase stands, as first and last token."""
    size = len(phrase)

    def same(at: int) -> bool:
        *head, last = tokens[at : at + size]
        ends = last.startswith(phrase[-1]) if prefix else last == phrase[-1]
        return head == list(phrase[:-1]) and ends

    return [(at, at + size - 1) for at in range(len(tokens) - size + 1) if same(at)]


QUERIES: dict[str, Callable[[list[str]], list[tuple[int, int]] | None]] = {
    "housing": lambda t: places(t, "housing"),
    '"no reply"': lambda t: places(t, "no", "reply"),
    "hous*": lambda t: places(t, "hous", prefix=True),
    "cafe": lambda t: places(t, "cafe"),
    "t/c": lambda t: places(t, "t", "c"),
    "[OM_1]": lambda t: places(t, "om", "1"),
    "rang OR emailed": lambda t: places(t, "rang") + places(t, "emailed"),
    "housing -rang": lambda t: None if places(t, "rang") else places(t, "housing"),
    "housing rang": lambda t: (
        places(t, "housing") + places(t, "rang")
        if places(t, "housing") and places(t, "rang")
        else None
    ),
}
"""Queries, each with what finds it among folded words: places, or None for no match."""


@on_random_studies
@given(studies(), filters, codes, st.sampled_from(sorted(QUERIES)), st.booleans())
def test_search_finds_every_place_and_no_other(
    make: Maker, study: Study, of_notes: dict[str, Any], code: str, typed: str, uncoded: bool
) -> None:
    if not allowed(study, of_notes):
        return
    project = make(study)
    asked = asked_of(code=code, anybody=True, **of_notes)
    report = search_notes(project, asked, typed, uncoded=uncoded, context=5)
    expected = []
    for note in study.chosen_notes(**of_notes):
        coded = [r for r in study.chosen(code=code) if r.note_id == note.id]
        for span in found_by_hand(note.text, typed):
            on = [r.code for r in coded if r.span.overlaps(span)]
            if not (code or uncoded) or bool(on) != uncoded:
                expected.append((note.id, span.start, span.end, note.text[span.start : span.end]))
    found = [(row["note_id"], row["start"], row["end"], row["found"]) for row in rows(report)]
    assert sorted(found) == sorted(expected)
    assert report.base.notes == len({note for note, *_ in expected})
    assert report.total == len(expected)
    for row in rows(report):
        text = study.note(row["note_id"]).text
        around = (row["before"] or "") + row["found"] + (row["after"] or "")
        assert text[max(row["start"] - 5, 0) : row["end"] + 5] == around
    first = search_notes(project, asked, typed, uncoded=uncoded, context=5, limit=1)
    assert first.rows == report.rows[:1]


def found_by_hand(text: str, typed: str) -> list[Span]:
    tokens = list(re.finditer(r"[^\W_]+", text))
    folded = [fold(token[0]) for token in tokens]
    found = QUERIES[typed](folded) or []
    tags = [tag.span() for tag in re.finditer(r"\[[A-Z][A-Z_]*\d*\]", text)]
    spans = set()
    for first, last in found:
        start, end = tokens[first].start(), tokens[last].end()
        # Part of a tag is no passage: all of it is.
        start = next((a for a, b in tags if a < start < b), start)
        end = next((b for a, b in tags if a < end < b), end)
        spans.add(Span(start, end))
    return sorted(spans, key=lambda span: (span.start, span.end))


def fold(token: str) -> str:
    plain = unicodedata.normalize("NFD", token.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


@on_random_studies
@given(studies(), filters, codes, coders)
def test_timelines_count_notes_and_references_by_month(
    make: Maker, study: Study, of_notes: dict[str, Any], code: str, coder: str
) -> None:
    if not allowed(study, of_notes):
        return
    if coder and coder not in {r.coder for r in study.references}:
        return
    asked = asked_of(code=code, coder=coder or "all", **of_notes)
    project = make(study)
    report = timelines(project, asked)
    counted: Counter[tuple[str, int | None]] = Counter()
    references: Counter[tuple[str, int | None]] = Counter()
    for note in study.chosen_notes(**of_notes):
        counted[note.case_id, study.month(note)] += 1
    for r in study.chosen(code=code, coder=coder, **of_notes):
        note = study.note(r.note_id)
        references[note.case_id, study.month(note)] += 1
    assert {(r["case_id"], r["month"]): (r["notes"], r["references"]) for r in rows(report)} == {
        key: (number, references[key]) for key, number in counted.items()
    }
    for case in study.cases:
        one = timeline(project, asked, case.id)
        codes_of: Counter[tuple[str, str | None]] = Counter()
        for r in study.chosen(code=code, coder=coder, **of_notes):
            if study.note(r.note_id).case_id == case.id:
                codes_of[r.note_id, r.code] += 1
        notes = [n for n in study.chosen_notes(**of_notes) if n.case_id == case.id]
        assert {row["note_id"] for row in rows(one)} == {n.id for n in notes}
        assert {
            (row["note_id"], row["code"]): row["references"] for row in rows(one) if row["code"]
        } == codes_of


@on_random_studies
@given(studies(), filters, st.sampled_from([(), ("top",), ("left", "lone")]), st.booleans())
def test_the_framework_holds_every_case_and_code(
    make: Maker, study: Study, of_notes: dict[str, Any], asked_codes: tuple[str, ...], own: bool
) -> None:
    if not allowed(study, of_notes):
        return
    from dataclasses import replace

    asked = asked_of(coder="all", own=own, **of_notes)
    asked = replace(asked, only=(*asked.only, *([("code", asked_codes)] if asked_codes else [])))
    project = make(study)
    report = framework(project, asked, most=2)
    chosen = study.chosen(**of_notes)
    if not asked_codes:
        across = [c for c in ("top", "left", "leaf", "lone") if c in {r.code for r in chosen}]
        expected = Counter((study.note(r.note_id).case_id, r.code) for r in chosen)
    else:
        across = list(asked_codes)
        expected = Counter(
            (study.note(r.note_id).case_id, code)
            for r in chosen
            for code in ((r.code,) if own else PATHS[r.code])
            if code in across
        )
    cases = [c.id for c in study.cases if of_notes["site"] in ("", c.site)]
    found = rows(report)
    assert [(row["case_id"], row["code"]) for row in found] == [
        (case, code) for case in cases for code in across
    ]
    assert {
        (r["case_id"], r["code"]): r["references"] for r in found if r["references"]
    } == expected
    for row in found:
        given_ = (row["quotations"] or "").splitlines()
        more = row["references"] - 2
        assert len(given_) == min(row["references"], 2) + (more > 0)
        assert not more > 0 or given_[-1] == f"(and {more} more)"
    wide = framework(project, asked, most=2, wide=True)
    assert [row[0] for row in wide.rows] == cases
    assert [column.name for column in wide.columns[2:]] == across


@on_random_studies
@given(studies(), filters, st.sampled_from(NEARNESSES), st.integers(0, 3), st.booleans())
def test_codes_stand_together_in_a_project_as_by_hand(
    make: Maker, study: Study, of_notes: dict[str, Any], nearness: Nearness, days: int, own: bool
) -> None:
    if not allowed(study, of_notes):
        return
    across = ("top", "left", "leaf", "lone")
    reach = [
        frozenset(across.index(step) for step in ((code,) if own else PATHS[code]))
        for code in across
    ]
    notes = {note.id: number for number, note in enumerate(study.notes)}
    case_ids = [case.id for case in study.cases]
    world = CodedWorld(
        tuple(
            (notes[r.note_id], r.span.start, r.span.end, across.index(r.code))
            for r in study.chosen(**of_notes)
        ),
        tuple(case_ids.index(note.case_id) for note in study.notes),
        tuple(note.date.toordinal() if note.date else UNDATED for note in study.notes),
        tuple(tuple((s.start, s.end) for s in sentences(note.text)) for note in study.notes),
    )
    expected = {
        tuple(across[code] for code in pair.codes): pair
        for pair in together_by_hand(world, reach, nearness, days=days)
    }
    project = make(study)
    asked = asked_of(coder="all", own=own, **of_notes)
    report = cooccurrence(project, asked, nearness, days=days)
    assert {
        (r["first"], r["second"]): (
            *(r["first_places"], r["second_places"], r["either"], r["together"], r["cases"]),
            r["jaccard"],
        )
        for r in rows(report)
    } == {
        key: (p.first, p.second, p.either, p.places, p.cases, p.jaccard)
        for key, p in expected.items()
        if p.places
    }
    matrix = cooccurrence(project, asked, nearness, days=days, matrix=True)
    for row in rows(matrix):
        for code in (column.name for column in matrix.columns[2:]):
            pair = expected.get((row["code"], code)) or expected.get((code, row["code"]))
            if code != row["code"]:
                assert row[code] == (pair.places if pair else None)


def test_names_that_do_not_exist_are_refused_with_the_nearest(make: Maker) -> None:
    study = Study((Case(id="C0", site="North"),), (Note(id="N0", case_id="C0", text="x y"),), ())
    project = make(study)
    for report in (quotes, words, timelines, framework):
        with pytest.raises(UsageError, match="no code 'lef'") as refused:
            report(project, asked_of(code="lef"))
        assert "left" in refused.value.hint
    with pytest.raises(UsageError, match="no case 'C9'"):
        timeline(project, asked_of(), "C9")
    with pytest.raises(UsageError, match="no code 'lef'"):
        cooccurrence(project, asked_of(code="lef"), "note")
    with pytest.raises(UsageError, match="no word"):
        search_notes(project, asked_of(anybody=True), "…")
    assert "Leaf work" in BOOK


def test_what_is_read_is_of_one_moment_whoever_codes_meanwhile(make: Maker) -> None:
    case = Case(id="C0", site="North")
    note = Note(id="N0", case_id="C0", text="He rang again.")
    first = Reference(
        id="R0",
        note_id="N0",
        span=Span(3, 7),
        code="top",
        agencies=(),
        coder="amina",
        origin="hand",
        created="2017",
        codebook="",
    )
    project = make(Study((case,), (note,), (first,)))
    with look(project, asked_of(anybody=True)) as here:
        with open_coding(project, "ben") as session:
            session.code_span("N0", Span(0, 14), "lone")
        found = quotations(here.db, here.places)
        assert [q.reference_id for q in found] == ["R0"]
        assert here.base.references == 1
    with look(project, asked_of(anybody=True)) as here:
        assert len(quotations(here.db, here.places)) == here.base.references == 2
