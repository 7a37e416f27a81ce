"""What a rule can demand besides its patterns, spaCy's patterns, and examples beside rules."""

from typing import Any

import pytest

from notecode.errors import CodebookError
from notecode.model import Agency, Alias, Code, Codebook, Note, Rule, WordClass
from notecode.suggesting import compile_suggester
from notecode.suggesting.examples import failed_examples

CODES = (
    Code(id="talk", label="Talk", definition="x"),
    Code(id="walk", label="Walk", definition="x"),
)
AGENCIES = (
    Agency(id="police", label="P", definition="x", aliases=(Alias(text="police"),)),
    Agency(id="housing", label="H", definition="x", aliases=(Alias(text="hostel"),)),
)
CLASSES = (WordClass(name="tell", words=("tell", "inform")),)


def rule(**more: Any) -> Rule:
    return Rule(**{"id": "r", "code": "talk", "version": "v1", **more})


def book(*rules: Rule) -> Codebook:
    return Codebook(title="t", codes=CODES, agencies=AGENCIES, rules=rules, word_classes=CLASSES)


def made(text: str, *rules: Rule, contact_type: str = "", role: str = "") -> list[tuple[str, str]]:
    note = Note(id="n", case_id="c", text=text, contact_type=contact_type, author_role=role)
    return [(s.code, s.rule) for s in compile_suggester(book(*rules)).for_note(note)[1]]


TOLD = [("talk", "r")]


@pytest.mark.parametrize(
    ("conditions", "fits", "does_not"),
    [
        ({"only": ("police",), "agencies": "required"}, "Told police.", "Told the hostel."),
        ({"forbid": ("housing",)}, "Told police.", "Told police and the hostel."),
        ({"agencies": "none"}, "Told her.", "Told police."),
        ({"tense": ("past",)}, "Told her.", "She is to tell her."),
        ({"negated": "no"}, "Told her.", "Nobody told her."),
        ({"negated": "yes"}, "Nobody told her.", "Told her."),
        ({"speaker": ("him",)}, "[SU] told her.", "Told police."),
        ({"also": ("@child",)}, "Told [CHILD_1].", "Told her."),
        ({"without": ("@child",)}, "Told her.", "Told [CHILD_1]."),
        ({"unless": ("again",)}, "Told her.", "Told her again."),
    ],
)
def test_a_condition_holds_or_not(conditions: dict[str, Any], fits: str, does_not: str) -> None:
    asked = rule(says=("<tell>",), **conditions)
    assert made(fits, asked) == TOLD
    assert made(does_not, asked) == []


def test_contact_type_and_role_are_those_of_the_note() -> None:
    asked = rule(says=("<tell>",), contact_types=("Visit",), roles=("CM",))
    assert made("Told her.", asked, contact_type="Visit", role="CM") == TOLD
    assert made("Told her.", asked, contact_type="Visit") == []
    assert made("Told her.", asked, role="CM") == []


def test_a_rule_gives_way_and_follows() -> None:
    first = rule(id="first", code="walk", says=("walk",))
    second = rule(says=("<tell>",), yields_to=("walk",))
    assert made("Told her and walked.", first, second) == [("walk", "first")]
    later = rule(says=("<tell>",), follows=("walk",))
    assert made("Walked. Told her.", first, later) == [("walk", "first"), ("talk", "r")]
    assert made("Told her. Walked.", first, later) == [("walk", "first")]
    at_once = rule(says=("<tell>",), follows=("start", "talk"))
    assert made("Slept. Told her.", first, at_once) == TOLD
    assert made("Walked. Told her.", first, at_once) == [("walk", "first")]


def test_a_rule_of_the_note_is_suggested_once() -> None:
    assert len(made("Told her. Told him.", rule(says=("<tell>",)))) == 2
    assert len(made("Told her. Told him.", rule(says=("<tell>",), scope="note"))) == 1


def test_agencies_are_implied_where_none_is_named() -> None:
    note = Note(id="n", case_id="c", text="Told her.")
    suggester = compile_suggester(book(rule(says=("<tell>",), implies=("housing",), weight=0.8)))
    (one,) = suggester.for_note(note)[1]
    assert one.agencies == ("housing",)
    assert one.score == 0.8


SUBJECT = (
    '[{"RIGHT_ID": "verb", "RIGHT_ATTRS": {"CLASS": "tell"}},'
    ' {"LEFT_ID": "verb", "REL_OP": ">", "RIGHT_ID": "who",'
    ' "RIGHT_ATTRS": {"DEP": "nsubj", "MENTION": "police"}}]'
)


def test_patterns_of_spacy_know_word_classes_and_mentions() -> None:
    tokens = rule(tokens=('[{"CLASS": "tell"}, {"LOWER": "the", "OP": "?"}, {"MENTION": "any"}]',))
    assert made("I told the police about [SU].", tokens) == TOLD
    assert made("I told her.", tokens) == []
    who = rule(dependency=(SUBJECT,))
    assert made("The police told me about [SU].", who) == TOLD
    assert made("I told the police.", who) == []
    note = Note(id="n", case_id="c", text="[SU] left. The police told me.")
    (one,) = compile_suggester(book(who)).for_note(note)[1]
    assert {span.cut(note.text) for span in one.evidence} == {"police", "told"}


def test_a_pattern_that_spacy_cannot_read_is_said() -> None:
    with pytest.raises(CodebookError, match="'r'"):
        made("Told her.", rule(tokens=('[{"LEMMA": {"NONE": 1}}]',)))


def test_examples_that_fail_are_named() -> None:
    asked = rule(
        says=("<tell>",),
        match=("Told her.", "Saw her."),
        no_match=("Informed her.", "Saw her."),
    )
    failed = [(each.example, each.wanted) for each in failed_examples(book(asked))]
    assert failed == [("Saw her.", True), ("Informed her.", False)]
