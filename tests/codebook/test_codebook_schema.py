"""The JSON Schema for editors and the checker agree on the structure of a codebook."""

import copy
import io
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from notecode.codebook import codebook_schema_text, parse_codebook, shipped_codebook_text
from notecode.codebook.loading import AGENCY_FIELDS, CODE_FIELDS
from notecode.codebook.rules import RULE_FIELDS

SCHEMA = json.loads(codebook_schema_text())
VALIDATOR = Draft202012Validator(SCHEMA)
GOOD: dict[str, Any] = {
    "title": "Small",
    "codes": [
        {"id": "talk", "label": "Talking", "definition": "Words.", "key": 1, "colour": "#56B4E9"},
        {"id": "ring", "label": "Ringing", "parent": "talk", "formerly": ["call"]},
        {"id": "chat", "label": 3, "status": "retired", "merged_into": "talk", "origin": None},
    ],
    "agencies": [
        {
            "id": "police",
            "label": "Police",
            "key": "p",
            "aliases": ["police", {"text": "PC", "exact": True}, {"text": "nick", "sites": ["S"]}],
            "roles": ["OIC"],
        },
        {"id": "housing", "label": "Housing", "aliases": None},
    ],
    "phrases": {"rang": "rang"},
    "rules": [
        {
            "id": "r",
            "code": "ring",
            "any": ["{rang}"],
            "agencies": "required",
            "tense": ["past"],
            "negated": "no",
            "follows": ["start", "talk"],
            "weight": 0.8,
            "scope": None,
            "examples": {"match": ["Rang him."]},
        }
    ],
}


def checker_takes(data: Any) -> bool:
    yaml, buffer = YAML(), io.StringIO()
    yaml.dump(data, buffer)
    return parse_codebook(buffer.getvalue(), "codebook.yaml")[0] is not None


def schema_takes(data: Any) -> bool:
    return bool(VALIDATOR.is_valid(data))


def changed(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    data = copy.deepcopy(GOOD)
    change(data)
    return data


def test_the_schema_is_one_and_takes_the_shipped_codebook() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    data = YAML(typ="safe", pure=True).load(shipped_codebook_text())
    assert [error.message for error in VALIDATOR.iter_errors(data)] == []


def test_the_shipped_codebook_names_its_schema_for_editors() -> None:
    first = shipped_codebook_text().partition("\n")[0]
    assert first == "# yaml-language-server: $schema=codebook.schema.json"


def test_the_schema_knows_every_field_and_no_other() -> None:
    assert set(SCHEMA["$defs"]["code"]["properties"]) == set(CODE_FIELDS)
    assert set(SCHEMA["$defs"]["agency"]["properties"]) == set(AGENCY_FIELDS)
    assert set(SCHEMA["$defs"]["rule"]["properties"]) == set(RULE_FIELDS)


def test_both_take_a_sound_codebook() -> None:
    assert schema_takes(GOOD)
    assert checker_takes(GOOD)


REFUSED: dict[str, Callable[[dict[str, Any]], object]] = {
    "unknown top field": lambda d: d.update(extra=1),
    "no codes": lambda d: d.update(codes=[]),
    "codes missing": lambda d: d.pop("codes"),
    "codes a text": lambda d: d.update(codes="talk"),
    "a code a text": lambda d: d["codes"].append("talk"),
    "a code without id": lambda d: d["codes"][0].pop("id"),
    "a code without label": lambda d: d["codes"][0].pop("label"),
    "an empty label": lambda d: d["codes"][0].update(label=None),
    "an unknown field": lambda d: d["codes"][0].update(lable="x"),
    "an id in capitals": lambda d: d["codes"][2].update(id="Talk it"),
    "a long key": lambda d: d["codes"][0].update(key="tt"),
    "a key of two digits": lambda d: d["codes"][0].update(key=12),
    "a colour by name": lambda d: d["codes"][0].update(colour="blue"),
    "another origin": lambda d: d["codes"][0].update(origin="new"),
    "another status": lambda d: d["codes"][0].update(status="old"),
    "a definition as a list": lambda d: d["codes"][0].update(definition=["x"]),
    "an heir as a list": lambda d: d["codes"][2].update(merged_into=["talk"]),
    "former ids as a text": lambda d: d["codes"][1].update(formerly="call"),
    "parts as a text": lambda d: d["codes"][1].update(split_into="talk"),
    "agencies a text": lambda d: d.update(agencies="police"),
    "an alias without text": lambda d: d["agencies"][0]["aliases"].append({"exact": True}),
    "an alias without a letter": lambda d: d["agencies"][0]["aliases"].append("&"),
    "an alias with an unknown field": lambda d: d["agencies"][0]["aliases"][1].update(site="S"),
    "an alias that may be exact": lambda d: d["agencies"][0]["aliases"][1].update(exact="maybe"),
    "sites as a text": lambda d: d["agencies"][0]["aliases"][1].update(sites="S"),
    "a role in small letters": lambda d: d["agencies"][0].update(roles=["oic_1"]),
    "roles as a text": lambda d: d["agencies"][0].update(roles="OIC"),
    "phrases as a list": lambda d: d.update(phrases=["x"]),
    "rules as a text": lambda d: d.update(rules="x"),
    "a rule without a code": lambda d: d["rules"][0].pop("code"),
    "a rule with an unknown field": lambda d: d["rules"][0].update(say=["x"]),
    "a rule with agencies as a list": lambda d: d["rules"][0].update(agencies=["police"]),
    "a rule with a tense as a text": lambda d: d["rules"][0].update(tense="past"),
    "a rule with another tense": lambda d: d["rules"][0].update(tense=["pluperfect"]),
    "a rule negated maybe": lambda d: d["rules"][0].update(negated="maybe"),
    "a rule of another speaker": lambda d: d["rules"][0].update(speaker=["her"]),
    "a rule of another scope": lambda d: d["rules"][0].update(scope="page"),
    "a rule that follows a text": lambda d: d["rules"][0].update(follows="talk"),
    "a rule with too much weight": lambda d: d["rules"][0].update(weight=2),
    "a rule with enough words": lambda d: d["rules"][0].update(enough="many"),
    "tokens as texts": lambda d: d["rules"][0].update(tokens=["x"]),
    "other examples": lambda d: d["rules"][0].update(examples={"matches": ["x"]}),
}


@pytest.mark.parametrize("name", REFUSED)
def test_both_refuse_what_is_not_built_right(name: str) -> None:
    data = changed(REFUSED[name])
    assert not schema_takes(data)
    assert not checker_takes(data)


TAKEN: dict[str, Callable[[dict[str, Any]], object]] = {
    "no agencies": lambda d: d.pop("agencies"),
    "agencies left empty": lambda d: d.update(agencies=None, rules=None),
    "an empty definition": lambda d: d["codes"][0].update(definition=None),
    "an empty key": lambda d: d["codes"][0].update(key=""),
    "a key as a digit": lambda d: d["codes"][0].update(key=7),
    "an empty colour": lambda d: d["codes"][0].update(colour=""),
    "an id of digits": lambda d: d["codes"][2].update(id=7),
    "a number for an alias": lambda d: d["agencies"][0]["aliases"].append(101),
    "exact as a word": lambda d: d["agencies"][0]["aliases"][1].update(exact="true"),
}


@pytest.mark.parametrize("name", TAKEN)
def test_both_take_what_is_built_right(name: str) -> None:
    data = changed(TAKEN[name])
    assert [error.message for error in VALIDATOR.iter_errors(data)] == []
    assert checker_takes(data)


SCALARS = st.one_of(st.none(), st.booleans(), st.integers(-2, 40), st.sampled_from(["x", "Y z", "a-b", "#000000", "active", ""]))  # fmt: skip  # noqa: E501
ANYTHING = st.one_of(SCALARS, st.lists(SCALARS, max_size=2), st.just({"text": "x"}))


@given(st.sampled_from([*CODE_FIELDS, "extra"]), ANYTHING)
def test_whatever_a_field_of_a_code_holds_both_say_the_same(name: str, value: Any) -> None:
    data = changed(lambda d: d["codes"][1].update({name: value}))
    yaml, buffer = YAML(), io.StringIO()
    yaml.dump(data, buffer)
    book, problems = parse_codebook(buffer.getvalue(), "codebook.yaml")
    # What only the whole book can tell: who is whose parent or heir, which ids and keys are taken.
    of_the_whole = re.compile(
        r"no code '|given twice|belongs to|circle|is merged|both merged|is an id of|into itself"
    )
    built_wrong = [p for p in problems if p.fatal and not of_the_whole.search(p.message)]
    assert schema_takes(data) == (not built_wrong), [str(p) for p in problems]
    assert book is None or schema_takes(data)
