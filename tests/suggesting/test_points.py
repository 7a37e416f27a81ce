"""What words add up to: points, what is enough, what is too few, and what is shown of it."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.codebook import codebook_from_json, codebook_to_json, parse_codebook
from notecode.codebook.points import Points, in_words, read_points
from notecode.codebook.signs import PatternError
from notecode.model import Agency, Alias, Code, Codebook, Note, Rule, Suggestion, WordClass
from notecode.suggesting import compile_suggester

CODES = (
    Code(id="talk", label="Talk", definition="x"),
    Code(id="walk", label="Walk", definition="x"),
)
AGENCIES = (Agency(id="police", label="P", definition="x", aliases=(Alias(text="police"),)),)
CLASSES = (WordClass(name="watch", words=("patrol", "keep an eye")),)


def rule(**more: Any) -> Rule:
    return Rule(**{"id": "adds", "code": "talk", "version": "v1", "enough": 10, **more})


def suggested(text: str, *rules: Rule, contact_type: str = "") -> list[Suggestion]:
    book = Codebook(title="t", codes=CODES, agencies=AGENCIES, rules=rules, word_classes=CLASSES)
    note = Note(id="n", case_id="c", text=text, contact_type=contact_type)
    return list(compile_suggester(book).for_note(note)[1])


def made(text: str, *rules: Rule, contact_type: str = "") -> list[tuple[str, str]]:
    return [(s.code, s.rule) for s in suggested(text, *rules, contact_type=contact_type)]


WATCHED = ("6 for <watch>, @police", "4 for tonight", "-5 for @family")


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Police patrol.", True),
        ("Patrol tonight.", True),
        ("Patrolled tonight, twice.", True),
        ("They will keep an eye tonight.", True),
        ("Patrol.", False),
        ("Patrol, patrol, patrol.", False),
        ("Police tonight on telly with his mum.", False),
        ("Police patrol past his mum.", False),
        ("Police told us they patrol tonight past his mum.", True),
    ],
)
def test_words_classes_and_people_add_up(text: str, *, holds: bool) -> None:
    assert (made(text, rule(points=WATCHED)) == [("talk", "adds")]) is holds


def test_a_pattern_of_several_words_counts_in_its_order() -> None:
    counted = rule(points=("10 for keep .. @police",))
    assert made("Kept the police informed.", counted)
    assert not made("Police kept him.", counted)


def test_contact_type_and_speaker_count() -> None:
    counted = rule(points=("3 for type:Face to face, speaker:us", "4 for sheet"))
    assert made("Did the sheet.", counted, contact_type="Face to face")
    assert not made("Did the sheet.", counted, contact_type="Telephone")
    assert not made("He has a sheet.", counted, contact_type="Face to face")


def test_what_was_suggested_before_counts() -> None:
    first = rule(id="first", code="walk", points=("10 for walk",))
    counted = rule(points=("5 for after:walk, again", "-5 for after:start"))
    assert made("Again.\nWalked.\nAgain.", first, counted) == [("walk", "first"), ("talk", "adds")]


def test_a_rule_with_points_obeys_its_other_conditions() -> None:
    counted = rule(points=("10 for patrol",), agencies="required", without=("@child",))
    assert made("Police patrol.", counted)
    assert not made("Patrol.", counted)
    assert not made("Police patrol by [CHILD_1].", counted)


def test_a_rule_may_hold_by_its_patterns_or_its_points() -> None:
    either = rule(says=("rang",), points=("10 for patrol",))
    assert made("Rang.", either)
    assert made("Patrol.", either)


def test_below_the_least_no_rule_suggests_the_code() -> None:
    says = rule(id="says", says=("rang",))
    counted = rule(points=("6 for police", "-6 for @family"), least=-3)
    assert made("Rang.", says, counted) == [("talk", "says")]
    assert made("Rang his mum.", says, counted) == []
    other = rule(id="walks", code="walk", says=("rang",))
    assert made("Rang his mum.", other, counted) == [("walk", "walks")]


def test_the_first_rule_that_holds_gives_the_suggestion_its_name() -> None:
    says = rule(id="says", says=("patrol",))
    assert made("Patrol.", says, rule(points=("10 for patrol",))) == [("talk", "says")]


def test_points_give_way_as_other_rules_do() -> None:
    walked = rule(id="walks", code="walk", says=("patrol",))
    counted = rule(points=("10 for patrol",), yields_to=("walk",))
    assert made("Patrol.", walked, counted) == [("walk", "walks")]


def test_the_words_that_made_it_are_its_evidence() -> None:
    text = "After lunch the police said that a patrol will pass tonight."
    (found,) = suggested(text, rule(points=(*WATCHED, "-1 for lunch")))
    assert [place.cut(text) for place in found.evidence] == ["police", "patrol", "tonight"]


def test_a_comma_that_counts_is_no_evidence() -> None:
    text = "Patrol, then, nothing."
    (found,) = suggested(text, rule(points=("9 for patrol", "3 for @stop")))
    assert [place.cut(text) for place in found.evidence] == ["Patrol"]


def test_evidence_of_what_stands_around_alone_is_the_sentence() -> None:
    text = "Nothing much."
    (found,) = suggested(text, rule(points=("10 for type:Text",)), contact_type="Text")
    assert [place.cut(text) for place in found.evidence] == [text]


@given(st.lists(st.sampled_from(["patrol", "tonight", "police", "mum", "tea"]), max_size=8))
def test_the_order_of_words_does_not_count(words: list[str]) -> None:
    counted = rule(points=("6 for patrol", "6 for tonight", "-4 for mum", "1 for tea"))
    total = 6 * ("patrol" in words) + 6 * ("tonight" in words)
    total += ("tea" in words) - 4 * ("mum" in words)
    assert bool(made(f"Said {' '.join(words)}", counted)) == (total >= 10)


def test_an_entry_reads_as_a_number_and_cues() -> None:
    assert read_points("-3 for tea, keep an eye") == Points(-3, ("tea", "keep an eye"))
    assert in_words(("5 for after:walk, tea", "2 for <watch>")) == ("tea", "<watch>")


@pytest.mark.parametrize("text", ["", "tea", "5 tea", "5 for", "5 for ,", "five for tea"])
def test_what_is_no_such_entry_is_refused(text: str) -> None:
    with pytest.raises(PatternError):
        read_points(text)


YAML = """\
title: t
codes:
  - {id: talk, label: Talk, definition: x, key: t}
agencies:
  - {id: police, label: P, definition: x, key: p, aliases: [police]}
word_classes:
  watch: patrol
rules:
  - id: adds
    code: talk
    enough: 10
    least: -4
    points:
      - 10 for <watch>, after:start
"""


def test_points_are_read_from_the_codebook_and_kept_in_its_copy() -> None:
    book, problems = parse_codebook(YAML, "codebook.yaml")
    assert book is not None, problems
    (read,) = book.rules
    assert (read.points, read.enough, read.least) == (("10 for <watch>, after:start",), 10, -4)
    assert codebook_from_json(codebook_to_json(book)) == book


@pytest.mark.parametrize(
    "edit",
    [
        ("10 for <watch>", "9 for <watch>"),
        ("enough: 10", "enough: 9"),
        ("least: -4", "least: -5"),
        ("watch: patrol", "watch: guard"),
    ],
)
def test_a_changed_tally_is_another_version(edit: tuple[str, str]) -> None:
    versions = []
    for text in (YAML, YAML.replace(*edit)):
        book, problems = parse_codebook(text, "codebook.yaml")
        assert book is not None, problems
        versions.append(book.rules[0].version)
    assert versions[0] != versions[1]


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (("10 for <watch>", "ten for <watch>"), "write it as"),
        (("<watch>", "<guard>"), "guard"),
        (("enough: 10", "enough: many"), "enough"),
        (("    enough: 10\n", ""), "no number is enough"),
        (("least: -4", "least: few"), "least"),
    ],
)
def test_what_is_wrong_with_points_is_said(edit: tuple[str, str], said: str) -> None:
    book, problems = parse_codebook(YAML.replace(*edit), "codebook.yaml")
    assert book is None
    assert any(said in problem.message for problem in problems)


def test_the_shipped_codebook_has_a_tally_for_each_code_with_rules() -> None:
    text = (Path(__file__).parents[2] / "codebook.yaml").read_text(encoding="utf-8")
    book, _ = parse_codebook(text, "codebook.yaml")
    assert book is not None
    counted = {each.code for each in book.rules if each.points}
    assert counted == {each.code for each in book.rules}
    for each in book.rules:
        if each.points:
            assert each.least is not None
            assert each.least < each.enough
            assert each.match
            assert each.no_match
