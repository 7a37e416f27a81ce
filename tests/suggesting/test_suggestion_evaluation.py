"""Scores of suggestions: what agrees, what is never scored, gold files and their problems."""

import json
from pathlib import Path

import pytest

from notecode.errors import InputError
from notecode.model import Mention, Note, Span, Suggestion
from notecode.suggesting.evaluation import evaluate
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


def test_suggestions_agree_by_code_and_sentence_once() -> None:
    made = (
        suggestion(0, 12, "talk", "one", "police"),
        suggestion(0, 12, "talk", "two"),
        suggestion(13, 21, "visit", "three"),
        suggestion(22, 50, "talk", "one"),
    )
    plain = evaluate([(gold(), ((), made))])
    assert (plain.activities.hits, plain.activities.missed, plain.activities.false) == (1, 1, 3)
    with_tree = evaluate([(gold(), ((), made))], {"visit-home": frozenset({"visit"})})
    assert (with_tree.activities.hits, with_tree.activities.missed) == (2, 0)
    assert with_tree.agencies_right.hits == 2
    rules = {each.label: each for each in with_tree.by_rule}
    assert (rules["one"].hits, rules["one"].false) == (1, 1)
    assert rules["one"].precision.value == 0.5
    assert rules["three"].recall.value == 1.0
    assert with_tree.macro == pytest.approx((2 * 1 / (2 * 1 + 2) + 1) / 2)


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
