"""Scores of suggestions: what agrees, what is never scored, gold files and their problems."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.errors import InputError
from notecode.model import Mention, Note, Span, Suggestion
from notecode.suggesting.evaluation import SuggestionEvaluation, evaluate
from notecode.suggesting.gold import GoldNote, Labelled, read_coded_notes

TEXT = "Rang police. Saw him. Told housing and the school."


def gold(**more: object) -> GoldNote:
    values: dict[str, object] = {
        "note": Note(id="n", case_id="c", text=TEXT),
        "site": "",
        "mentions": (Labelled(Span(5, 11), "police"), Labelled(Span(27, 34), "housing")),
        "references": (
            Labelled(Span(0, 12), "talk", ("police",)),
            Labelled(Span(13, 21), "visit-home"),
        ),
        "look_alikes": (Labelled(Span(39, 49), "place"),),
    }
    return GoldNote(**(values | more))  # type: ignore[arg-type]


def mention(start: int, end: int, agency: str) -> Mention:
    return Mention(note_id="n", span=Span(start, end), agency=agency, rule="a")


def suggestion(start: int, end: int, code: str, rule: str = "r", *agencies: str) -> Suggestion:
    return Suggestion(
        id=f"{start}{code}", note_id="n", span=Span(start, end), code=code,
        agencies=agencies, rule=rule, rule_version="v",
    )  # fmt: skip


def test_mentions_agree_by_agency_and_overlap() -> None:
    found = (mention(0, 11, "police"), mention(27, 34, "council"), mention(43, 49, "schools"))
    scored = evaluate([(gold(), (found, ()))])
    assert scored.mentions is not None
    assert (scored.mentions.hits, scored.mentions.missed, scored.mentions.false) == (1, 1, 2)
    assert (scored.taken.hits, scored.taken.total) == (1, 1)
    assert dict(scored.taken_by)["place"].hits == 1


def test_what_is_contested_is_never_scored() -> None:
    contested = gold(neutral=(Span(43, 49),), neutral_references=(Labelled(Span(22, 50), "talk"),))
    found = (mention(43, 49, "schools"),)
    scored = evaluate([(contested, (found, (suggestion(22, 50, "talk"),)))])
    assert scored.mentions is not None
    assert scored.mentions.false == 0
    assert scored.activities.false == 0


def test_suggestions_agree_by_code_and_sentence() -> None:
    made = (
        suggestion(0, 12, "talk", "one", "police"),
        suggestion(0, 12, "talk", "two"),
        suggestion(13, 21, "visit", "three"),
        suggestion(22, 50, "talk", "one"),
    )
    plain = evaluate([(gold(), ((), made))]).activities
    assert (plain.hits, plain.false, plain.found, plain.missed) == (2, 2, 1, 1)
    with_tree = evaluate([(gold(), ((), made))], {"visit-home": frozenset({"visit"})})
    assert (with_tree.activities.hits, with_tree.activities.false) == (3, 1)
    assert with_tree.activities.missed == 1, "nothing says that it was a visit at home"
    assert with_tree.agencies_right.hits == 2
    rules = {each.label: each for each in with_tree.by_rule}
    assert (rules["one"].hits, rules["one"].false) == (1, 1)
    assert rules["one"].precision.value == 0.5
    assert rules["two"].precision.value == 1.0, "what another rule suggests there is no matter"
    assert rules["three"].recall.value == 1.0
    assert with_tree.macro == pytest.approx((3 / 4 + 1 + 0) / 3)


TREE = {"chase": frozenset({"talk", "top"}), "talk": frozenset({"top"})}
"""Chasing is a kind of talk."""


def five_notes(made: dict[int, tuple[Suggestion, ...]]) -> SuggestionEvaluation:
    """Two notes coded as chasing, two as talk and one not at all, with what is suggested on them.

    A worked example: each note is one sentence, [0, 10).
    """
    codes = (("chase",), ("chase",), ("talk",), ("talk",), ())
    pairs = []
    for number, labels in enumerate(codes):
        note = Note(id=f"n{number}", case_id=f"c{number}", text="Rang them.")
        references = tuple(Labelled(Span(0, 10), label) for label in labels)
        coded = GoldNote(note=note, site="", mentions=None, references=references)
        pairs.append((coded, ((), made.get(number, ()))))
    return evaluate(pairs, TREE)


def figures_of(found: SuggestionEvaluation) -> dict[str, tuple[int, int, int, int]]:
    """Right, false, found and missed of every code and rule."""
    rows = (*found.by_code, *found.by_rule)
    return {each.label: (each.hits, each.false, each.found, each.missed) for each in rows}


CHASED, TOLD = suggestion(0, 10, "chase", "chased"), suggestion(0, 10, "talk", "told")


def test_a_rule_of_a_finer_code_is_not_right_where_the_wider_one_was_coded() -> None:
    found = five_notes({0: (CHASED,), 2: (CHASED,), 3: (CHASED,), 4: (CHASED,)})
    assert figures_of(found) == {
        "chase": (1, 3, 1, 1),
        # With what is beneath it: to suggest chasing where talk was coded is right about talk.
        "talk": (3, 1, 3, 1),
        "chased": (1, 3, 1, 1),
    }
    (rule,) = found.by_rule
    assert rule.coarser == 2, "two of the three lie where talk was coded"
    assert (rule.precision.value, rule.recall.value) == (0.25, 0.5)
    assert found.activities.precision.value == 0.25
    assert (found.activities.found, found.activities.missed) == (3, 1)


def test_a_rule_of_a_wider_code_is_right_where_a_finer_one_was_coded() -> None:
    found = five_notes({0: (TOLD,), 2: (TOLD,), 4: (TOLD,)})
    assert figures_of(found) == {
        "chase": (0, 0, 0, 2),
        "talk": (2, 1, 2, 2),
        "told": (2, 1, 2, 2),
    }
    codes = {each.label: each for each in found.by_code}
    assert codes["chase"].recall.value == 0.0, "nothing suggests it"
    assert codes["chase"].precision.value is None


def test_what_one_rule_suggests_leaves_the_figures_of_another_as_they_are() -> None:
    alone = five_notes({0: (TOLD,), 2: (TOLD,), 3: (TOLD,)})
    beside = five_notes(dict.fromkeys((0, 2, 3), (CHASED, TOLD)))
    rules = {each.label: each for each in beside.by_rule}
    assert rules["told"] == alone.by_rule[0]
    assert (rules["chased"].hits, rules["chased"].false) == (1, 2)
    swapped = five_notes(dict.fromkeys((0, 2, 3), (TOLD, CHASED)))
    assert figures_of(swapped) == figures_of(beside)


@given(
    st.dictionaries(
        st.integers(0, 4), st.sets(st.sampled_from((CHASED, TOLD)), max_size=2).map(tuple)
    )
)
def test_rows_of_rules_and_codes_come_from_the_same_hits(
    made: dict[int, tuple[Suggestion, ...]],
) -> None:
    found = five_notes(made)
    suggested = sum(len(each) for each in made.values())
    assert found.activities.hits + found.activities.false == suggested
    assert sum(each.hits for each in found.by_rule) == found.activities.hits
    assert sum(each.false for each in found.by_rule) == found.activities.false
    assert found.activities.found + found.activities.missed == 4
    rows = figures_of(found)
    # One rule a code and nothing beneath it: the rule's row is the code's.
    assert rows.get("chased", rows["chase"]) == rows["chase"]


def test_what_is_contested_for_a_code_above_is_not_scored_either() -> None:
    note = Note(id="n", case_id="c", text="Rang them.")
    contested = GoldNote(
        note=note, site="", mentions=None, references=(),
        neutral_references=(Labelled(Span(0, 10), "talk"),),
    )  # fmt: skip
    assert evaluate([(contested, ((), (CHASED, TOLD)))], TREE).by_rule == ()


def test_an_f1_has_an_interval_around_it() -> None:
    pairs = []
    for case in range(6):
        note = Note(id=f"n{case}", case_id=f"c{case}", text=TEXT)
        made = (suggestion(0, 12, "talk"),) if case % 2 else ()
        pairs.append((gold(note=note), ((), made)))
    share = evaluate(pairs).activities.f1
    assert share.value is not None
    assert share.low is not None
    assert share.high is not None
    assert share.low < share.value < share.high


def test_a_gold_file_is_read_and_its_problems_are_all_named(tmp_path: Path) -> None:
    good = {
        "id": "a", "case_id": "c", "text": "Rang police.",
        "mentions": [{"start": 5, "end": 11, "agency": "police"}],
        "references": [{"start": 0, "end": 12, "activity": "talk", "agencies": ["police"]}],
    }  # fmt: skip
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps(good) + "\n\n", encoding="utf-8")
    (note,) = read_coded_notes(file)
    assert note.references == (Labelled(Span(0, 12), "talk", ("police",)),)
    late = {**good, "mentions": [{"start": 5, "end": 99, "agency": "police"}]}
    short = {name: value for name, value in good.items() if name != "references"}
    file.write_text(f"{json.dumps(late)}\nno json\n{json.dumps(short)}\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_coded_notes(file)
    assert [problem.line for problem in caught.value.problems] == [1, 2, 3]
    with pytest.raises(InputError):
        read_coded_notes(tmp_path / "none.jsonl")
