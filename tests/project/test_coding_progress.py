"""The progress of a coder on a real database, against what is counted by hand."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notecode.analysing.progress import CodingProgress
from notecode.coding.identifiers import new_id
from notecode.errors import NotecodeError, UsageError
from notecode.model import Case, Reference, Span, Suggestion
from notecode.project import Project
from notecode.project.coding.counts import totals_in_case
from notecode.project.coding.progress import coding_progress, measure
from notecode.project.coding.session import CodingSession
from notecode.store import references
from notecode.store.notes import save_cases
from notecode.store.suggestions import save_suggestions

Opener = Callable[[str], CodingSession]

NOTES = ["N1", "N2", "N3"]
SUGGESTIONS = [
    Suggestion(
        id=f"{note}-{start}",
        note_id=note,
        span=Span(start, start + 5),
        code="disruption",
        agencies=(),
        rule="even" if start else "first",
        rule_version="v1",
    )
    for note in NOTES
    for start in (0, 6)
]


@pytest.fixture
def suggested(stored: Project) -> Project:
    with stored.database() as db:
        save_suggestions(db, NOTES, [], SUGGESTIONS, codebook="k")
        save_cases(db, [Case(id="C2", site="Site 2")], [])
    return stored


def of(project: Project, coder: str = "amina") -> CodingProgress:
    return coding_progress(project, coder)


def test_each_note_is_in_one_state_and_may_wait(suggested: Project, open_as: Opener) -> None:
    amina = open_as("amina")
    amina.code_span("N1", Span(0, 3), "information-sharing")
    amina.reject("N2-0")
    amina.accept("N1-6")
    found = of(suggested)
    whole = found.whole
    assert (whole.notes, whole.coded, whole.decided, whole.untouched) == (3, 1, 1, 1)
    assert whole.waiting == 3  # N1 and N2 have one left, N3 both
    assert found.rules == {"even": 2, "first": 2}
    assert found.suggestions == 4
    assert [(one.name, one.notes) for one in found.cases] == [("C1", 3), ("C2", 0)]
    assert [(one.name, one.notes) for one in found.sites] == [("Site 1", 3), ("Site 2", 0)]
    assert found.session is not None
    assert (found.session.notes, found.session.actions, found.session.references) == (2, 3, 2)


def test_what_was_undone_was_work_and_left_nothing(suggested: Project, open_as: Opener) -> None:
    amina = open_as("amina")
    amina.code_span("N1", Span(0, 3), "information-sharing")
    amina.undo()
    found = of(suggested)
    assert found.whole.untouched == 3
    assert found.session is not None
    assert (found.session.notes, found.session.references) == (1, 0)


def test_every_coder_is_told_and_counts_alone(suggested: Project, open_as: Opener) -> None:
    open_as("amina").code_span("N1", Span(0, 3), "information-sharing")
    ben = open_as("ben")
    ben.code_span("N1", Span(0, 3), "information-sharing")
    ben.code_span("N2", Span(0, 3), "disruption")
    coders = of(suggested).coders
    assert coders is not None
    assert [(one.name, one.coded, one.untouched) for one in coders] == [
        ("amina", 1, 2),
        ("ben", 2, 1),
    ]
    assert of(suggested, "ben").references == {"amina": 1, "ben": 2}


def test_references_of_a_gold_file_are_no_days_work(suggested: Project, open_as: Opener) -> None:
    codebook = open_as("gold").codebook.digest
    given = Reference(
        id=new_id(),
        note_id="N1",
        span=Span(0, 3),
        code="disruption",
        agencies=(),
        coder="gold",
        origin="gold",
        created="2018",
        codebook=codebook,
    )
    with suggested.database() as db:
        references.add_references(db, [given], "gold", "2018")
    found = of(suggested, "gold")
    assert found.whole.coded == 1
    assert found.days == ()


def test_what_takes_longer_is_told_later(suggested: Project, open_as: Opener) -> None:
    amina = open_as("amina")
    first, second, third, last = measure(amina.db, "amina", amina.codebook)
    assert first.days is None
    assert (second.days, second.steps) == ((), None)
    assert (third.steps, third.coders) == ((), None)
    assert last.coders is not None


def test_a_name_for_everybody_is_no_coder(suggested: Project) -> None:
    with pytest.raises(UsageError):
        of(suggested, "all")


ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(NOTES),
        st.sampled_from(["information-sharing", "disruption", "accept", "reject", "undo"]),
        st.integers(0, 20),
    ),
    max_size=10,
)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(actions=ACTIONS)
def test_counts_are_those_of_the_notes_one_by_one(
    suggested: Project, open_as: Opener, actions: list[tuple[Any, ...]]
) -> None:
    with suggested.database() as db:
        for table in ("coded_references", "decisions", "events"):
            db.execute(f"DELETE FROM {table}")
    amina = open_as("amina")
    for note, what, start in actions:
        try:
            if what == "undo":
                amina.undo()
            elif what in ("accept", "reject"):
                getattr(amina, what)(f"{note}-0")
            else:
                amina.code_span(note, Span(start, start + 3), what)
        except NotecodeError:
            continue
    opened = [amina.open_note(note) for note in NOTES]
    found = of(suggested)
    assert found.whole.coded == sum(bool(note.references) for note in opened)
    assert found.whole.waiting == sum(bool(note.suggestions) for note in opened)
    assert found.suggestions == sum(len(note.suggestions) for note in opened)
    assert found.codes is not None
    own = {use.code: use.own for use in found.codes if use.own}
    assert own == amina.totals() == totals_in_case(amina, "C1")
    totals = {use.code: use.total for use in found.codes}
    assert totals["indirect-work"] == sum(own.values())
    assert totals_in_case(amina, "C2") == {}
    amina.close()
