"""Rules in plain words, and what of them a sentence has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.codebook import parse_codebook, shipped_codebook_text
from notecode.codebook.rule_words import meanings_in, rule_name, rule_sentences
from notecode.cues import Rule, WordClass
from notecode.model import Agency, Code, Codebook

CLASSES = (
    WordClass(name="call", words=("ring", "catch up", "let * know")),
    WordClass(name="hold_off", words=("wait", "not yet")),
)
BOOK = Codebook(
    title="",
    codes=(Code(id="sharing", label="Information sharing", definition=""),),
    agencies=(Agency(id="police", label="Police", definition=""),),
    word_classes=CLASSES,
)
SHIPPED, _ = parse_codebook(shipped_codebook_text(), "codebook.yaml")


def rule(**asked: object) -> Rule:
    return Rule(id="we-tell-or-ask", code="sharing", **asked)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            {"says": ("<call>", "<call> @agency")},
            "It knows 2 wordings, with words that mean “call”",
        ),
        ({"says": ("<hold_off> .. @agency",)}, "“hold off” and any agency that is mentioned."),
        ({"any": ("rang",)}, "It knows 1 wording."),
        ({"match": ("Rang.", "Left word.")}, "Such as: “Rang.” “Left word.”"),
        ({"no_match": ("He rang.",)}, "Unlike: “He rang.”"),
        ({"agencies": "required"}, "An agency must be mentioned."),
        ({"agencies": "required", "only": ("police",)}, "An agency must be mentioned: Police."),
        ({"only": ("police",)}, "An agency that is mentioned must be one: Police."),
        ({"agencies": "none"}, "No agency may be mentioned."),
        ({"forbid": ("police", "gone")}, "Not with Police or gone."),
        ({"speaker": ("us", "agency")}, "It is told of the author or the service or an agency."),
        ({"tense": ("past",)}, "It is told in the past tense."),
        ({"negated": "yes"}, "A negation stands in it."),
        ({"negated": "no"}, "No negation stands in it."),
        ({"follows": ("sharing",)}, "Only after a sentence that fits Information sharing."),
        ({"contact_types": ("T/C",)}, "Only in notes of: T/C."),
        ({"roles": ("CM", "SM")}, "Only in notes written by: CM, SM."),
        ({"without": ("x",)}, "Not where an exception holds."),
        ({"without": ("x",), "unless": ("y",)}, "Not where one of 2 exceptions holds."),
        ({"yields_to": ("sharing", "r2")}, "It gives way to Information sharing or the rule r2."),
    ],
)
def test_each_condition_is_said_in_a_sentence(asked, said):
    assert any(said in sentence for sentence in rule_sentences(BOOK, rule(**asked)))


def test_what_is_not_asked_for_is_not_said():
    assert len(rule_sentences(BOOK, rule(any=("rang",)))) == 1


def test_no_shipped_rule_shows_a_pattern():
    assert SHIPPED is not None
    for each in SHIPPED.rules:
        said = rule_sentences(SHIPPED, each)
        assert said[0].startswith("It ")
        assert not set("".join(s for s in said if "“" not in s)) & set("<>@^|"), each.id


def test_a_rule_is_named_by_its_words():
    assert rule_name("we-tell-or-ask") == "we tell or ask"


def test_the_words_of_a_kind_that_is_looked_for_are_named():
    asked = rule(says=("<call> .. @agency", "<hold_off>"))
    text = "Caught up with OM, then rang Idva; RINGING again. Not yet."
    assert meanings_in(BOOK, asked, text) == [
        ("Caught up", "call"),
        ("rang", "call"),
        ("RINGING", "call"),
        ("Not yet", "hold off"),
    ]
    assert meanings_in(BOOK, rule(says=("<call>",)), "Waited.") == []
    assert meanings_in(BOOK, rule(any=("ring",)), "Rang.") == []
    assert meanings_in(BOOK, rule(says=("<call>",)), "Let him know, string.") == []


@given(st.text(max_size=60))
def test_what_is_named_stands_in_the_text(text):
    asked = rule(says=("<call> <hold_off>",))
    for words, kind in meanings_in(BOOK, asked, f"{text} rang {text}"):
        assert words in f"{text} rang {text}"
        assert kind in {"call", "hold off"}
