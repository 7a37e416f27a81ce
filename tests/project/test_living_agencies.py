"""Agencies that change while notes are coded: as codes, none lost, doubled or taken for another."""

import logging

import living_study
import pytest
from living_study import WHO, code_as, references, text_of

from notecode.codebook import parse_codebook
from notecode.errors import CodebookError, ConflictError, UsageError
from notecode.model import Agency, Alias, Codebook, Mention, Span
from notecode.project import Project
from notecode.project.codebook import changes as living
from notecode.project.codebook import history
from notecode.project.codebook.checking import check_codebook, left_open, lost_entries
from notecode.project.coding.session import open_coding
from notecode.project.project import current_codebook
from notecode.store import suggestions
from notecode.store.notes import load_mentions

AGENCIES = """\
agencies:
  - id: police
    label: Police
    definition: The police.
    key: p
    aliases:
      # the force
      - police
    roles: [PC]
  - id: housing
    label: Housing
    definition: Landlords.
    key: h
    aliases: [housing, {text: The Willows, sites: [Site 1]}]
    roles: [HO]
  - id: council
    label: Council
    definition: The town hall.
    key: c
"""
RULES = """\
rules:
  - {id: rang, code: ring, says: ["( @housing | @council ) rang"], only: [housing, council]}
"""
BOOK = living_study.CODES + AGENCIES + RULES


def agencies(project: Project) -> list[tuple[str, ...]]:
    return [reference.agencies for reference in references(project)]


def attach(project: Project, coder: str, at: int, *ids: str) -> None:
    with open_coding(project, coder) as session:
        for id_ in ids:
            session.toggle_agency(references(project)[at].id, id_)


@pytest.fixture
def coded(study: Project) -> Project:
    """Three references: with housing, with housing and council, with police."""
    code_as(study, "lena", ("N1", 0, 5, "chat"), ("N2", 0, 7, "chat"), ("N3", 0, 4, "ring"))
    for at, ids in enumerate((["housing"], ["housing", "council"], ["police"])):
        attach(study, "lena", at, *ids)
    return study


def write(project: Project, text: str) -> Codebook:
    project.codebook_path.write_text(text, encoding="utf-8")
    with project.database() as db:
        return current_codebook(project, db)


def test_a_reference_with_both_counts_once_and_undo_gives_all_back(coded: Project) -> None:
    before, text = references(coded), text_of(coded)
    done = living.merge(coded, "housing", "council", WHO)
    assert agencies(coded) == [("council",), ("council",), ("police",)]
    assert (done.settled.reassigned, done.settled.recoded, done.settled.folded) == (2, 0, 0)
    assert done.event.agencies == ("housing", "council")
    with coded.database() as db:
        rows = db.rows('SELECT agency, "references" FROM agency_frequencies ORDER BY agency')
        kinds = db.rows("SELECT DISTINCT k.agencies FROM counted_references q JOIN reference_kinds"
                        " k ON k.number = q.kind ORDER BY 1")  # fmt: skip
    assert [tuple(row) for row in rows] == [("council", 2), ("police", 1)]
    assert [row[0] for row in kinds] == ["council", "police"]
    living.undo(coded, WHO)
    assert (references(coded), text_of(coded)) == (before, text)
    living.redo(coded, WHO)
    assert agencies(coded) == [("council",), ("council",), ("police",)]


def test_names_roles_and_rules_go_to_the_heir(coded: Project) -> None:
    living.merge(coded, "housing", "council", WHO)
    book = current_codebook(coded)
    old, new = book.agency_by_id["housing"], book.agency_by_id["council"]
    assert (old.status, old.merged_into, old.key) == ("retired", "council", "")
    assert (old.aliases, old.roles) == ((), ())
    assert [alias.text for alias in new.aliases] == ["housing", "The Willows"]
    assert new.aliases[1].sites == ("Site 1",)
    assert new.roles == ("HO",)
    assert book.rules[0].only == ("council",)
    assert book.rules[0].says == ("( @council | @council ) rang",)
    assert parse_codebook(text_of(coded), "codebook.yaml")[1] == ()
    assert "      # the force\n" in text_of(coded)


def test_a_merger_by_hand_is_one_too(coded: Project, caplog: pytest.LogCaptureFixture) -> None:
    before = references(coded)
    by_hand = BOOK.replace("    key: h\n", "    status: retired\n    merged_into: council\n")
    with caplog.at_level(logging.WARNING):
        write(coded, by_hand)
    assert "changed agency housing" in caplog.text
    assert "2 references have another agency" in caplog.text
    assert agencies(coded) == [("council",), ("council",), ("police",)]
    problems = check_codebook(coded.codebook_path)[1]
    said = " ".join(problem.message for problem in problems)
    assert "names and roles are not looked for" in said
    assert "is retired, and rules name it: rang" in said
    last = history.codebook_log(coded)[-1]
    assert (last.action, last.agencies) == ("edited", ("housing",))
    write(coded, BOOK)
    assert references(coded) == before


def test_what_coders_did_in_between_stays_theirs(coded: Project) -> None:
    living.merge(coded, "housing", "council", WHO)
    first, second, _ = references(coded)
    with open_coding(coded, "lena") as session:
        session.resize(first.id, Span(0, 4))
        session.recode(second.id, "ring")
        session.code_span("N1", Span(6, 9), "chat")
    attach(coded, "lena", 3, "council")
    living.undo(coded, WHO)
    assert agencies(coded) == [("housing",), ("council", "housing"), ("police",), ("council",)]
    with open_coding(coded, "lena") as session:
        for _ in range(4):
            session.undo()
    assert agencies(coded) == [("housing",), ("council", "housing"), ("police",)]


def test_undo_names_what_an_agency_was_taken_off_since(coded: Project) -> None:
    living.merge(coded, "housing", "council", WHO)
    attach(coded, "lena", 0, "council")
    assert agencies(coded)[0] == ()
    done = living.undo(coded, WHO)
    assert [(left.coder, left.agency) for left in done.left] == [("lena", "housing")]
    assert agencies(coded) == [(), ("council", "housing"), ("police",)]


def test_codes_and_agencies_merge_across_each_other(coded: Project) -> None:
    code_as(coded, "lena", ("N1", 0, 5, "ring"))
    attach(coded, "lena", 3, "council")
    before = references(coded)
    living.merge(coded, "chat", "ring", WHO)
    assert agencies(coded)[-1] == ("council", "housing")
    living.merge(coded, "housing", "council", WHO)
    assert agencies(coded)[-1] == ("council",)
    assert len(references(coded)) == 3
    living.restore(coded, "chat", WHO)
    assert [r.agencies for r in references(coded)] == [
        ("council",), ("council",), ("police",), ("council",)
    ]  # fmt: skip
    living.undo(coded, WHO)
    living.undo(coded, WHO)
    living.undo(coded, WHO)
    assert references(coded) == before


def test_mentions_and_suggestions_count_for_the_heir(coded: Project) -> None:
    made = Mention(note_id="N1", span=Span(0, 3), agency="housing", rule="alias:housing")
    with coded.database() as db:
        suggestions.save_suggestions(db, ["N1"], [made], [], codebook="")
    living.merge(coded, "housing", "council", WHO)
    with coded.database() as db:
        assert [m.agency for m in load_mentions(db, "N1")] == ["council"]
        assert suggestions.mention_totals(db) == {"council": 1}
    living.undo(coded, WHO)
    with coded.database() as db:
        assert suggestions.mention_totals(db) == {"housing": 1}


def test_another_id_keeps_references_rules_and_life(coded: Project) -> None:
    living.rename(coded, "housing", WHO, new_id="landlords")
    book = current_codebook(coded)
    assert book.agency_by_id["landlords"].formerly == ("housing",)
    assert book.rules[0].says == ("( @landlords | @council ) rang",)
    assert book.rules[0].only == ("landlords", "council")
    assert agencies(coded)[0] == ("landlords",)
    life = history.life_of(coded, "housing")
    assert (life.id, life.asked, life.references) == ("landlords", "housing", 2)
    assert [event.action for event, _ in life.events][-1] == "rename"
    living.undo(coded, WHO)
    assert (text_of(coded), agencies(coded)[0]) == (BOOK, ("housing",))


def test_an_agency_that_vanished_is_told_and_found_again(coded: Project) -> None:
    gone = BOOK.replace("id: housing", "id: landlords").replace(RULES, "")
    book = write(coded, gone)
    assert left_open(coded, book).vanished_agencies == {"housing": 2}
    assert agencies(coded)[0] == ("housing",)
    living.rename(coded, "housing", WHO, new_id="landlords")
    assert left_open(coded, current_codebook(coded)).vanished_agencies == {}
    assert agencies(coded)[0] == ("landlords",)
    living.undo(coded, WHO)
    living.merge(coded, "housing", "council", WHO)
    assert agencies(coded)[:2] == [("council",), ("council",)]
    write(coded, gone.replace("label: Housing", "label: Landlords"))
    living.retire(coded, "housing", WHO)
    back = current_codebook(coded).agency_by_id["housing"]
    assert (back.status, back.aliases, back.roles) == ("retired", (), ())
    assert agencies(coded)[0] == ("housing",)


def test_an_agency_that_rules_still_name_is_told_as_lost(coded: Project) -> None:
    start, end = BOOK.index("  - id: housing"), BOOK.index("  - id: council")
    coded.codebook_path.write_text(BOOK[:start] + BOOK[end:], encoding="utf-8")
    assert check_codebook(coded.codebook_path)[0] is None
    assert lost_entries(coded, coded.codebook_path) == {"agency housing": 2}


def test_an_agency_is_added_and_stays_where_it_is_used(coded: Project) -> None:
    fire = Agency(id="fire", label="Fire", definition="Fires.", aliases=(Alias(text="fire"),))
    living.freeze(coded, "one", WHO)
    living.add(coded, fire, WHO, after="police")
    assert list(current_codebook(coded).agency_by_id) == ["police", "fire", "housing", "council"]
    attach(coded, "lena", 0, "fire")
    with pytest.raises(ConflictError, match=r"fire \(1 reference\)"):
        living.undo(coded, WHO)
    living.thaw(coded, "one", WHO)
    book = current_codebook(coded)
    assert list(book.agency_by_id) == ["police", "housing", "council", "fire"]
    assert agencies(coded)[0] == ("fire", "housing")


def test_the_life_of_an_agency_tells_what_it_meant_and_took_over(coded: Project) -> None:
    living.define(coded, "council", {"definition": "Hall and landlords."}, WHO)
    code_as(coded, "lena", ("N2", 8, 9, "chat"))
    attach(coded, "lena", 3, "council")
    living.merge(coded, "housing", "council", WHO)
    life = history.life_of(coded, "council")
    assert [event.action for event, _ in life.events][-2:] == ["define", "merge"]
    told = [(meaning.code.definition, meaning.references) for meaning in life.meanings]
    assert told[-2:] == [("The town hall.", 1), ("Hall and landlords.", 1)]
    assert (life.references, life.taken_over) == (3, {"housing": 2})


@pytest.mark.parametrize(
    ("id_", "heir", "said"),
    [
        ("housing", "housing", "the same agency"),
        ("housing", "chat", "is a code and no agency"),
        ("chat", "housing", "is an agency and no code"),
        ("housing", "nobody", "no agency 'nobody'"),
    ],
)
def test_a_merger_that_means_nothing_is_refused(
    coded: Project, id_: str, heir: str, said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        living.merge(coded, id_, heir, WHO)
    assert text_of(coded) == BOOK


def test_what_agencies_do_not_have_is_refused(coded: Project) -> None:
    with pytest.raises(UsageError, match="has no use_when"):
        living.define(coded, "housing", {"use_when": "Rent."}, WHO)
    with pytest.raises(UsageError, match="is an agency and no code"):
        living.move(coded, "housing", WHO, parent="talk")
    with pytest.raises(CodebookError, match="2 agencies would have the label"):
        living.define(coded, "housing", {"label": "police"}, WHO)
    living.retire(coded, "council", WHO)
    with pytest.raises(UsageError, match="is retired"):
        living.merge(coded, "housing", "council", WHO)


def test_an_id_of_both_facets_is_the_codes_unless_it_is_said(coded: Project) -> None:
    write(coded, BOOK.replace("id: council", "id: chat").replace("council", "chat"))
    living.rename(coded, "chat", WHO, label="Small talk")
    living.rename(coded, "chat", WHO, label="Town hall", section="agencies")
    book = current_codebook(coded)
    assert book.code_by_id["chat"].label == "Small talk"
    assert book.agency_by_id["chat"].label == "Town hall"
    last = history.codebook_log(coded)[-1]
    assert (last.codes, last.agencies) == ((), ("chat",))
