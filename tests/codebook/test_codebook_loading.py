"""Reading a codebook, the shipped one, its JSON copy, and adding a code."""

import subprocess
import sys
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.codebook import (
    add_code,
    codebook_from_json,
    codebook_to_json,
    parse_codebook,
    read_codebook,
    shipped_codebook_text,
)
from notecode.errors import CodebookError
from notecode.model import Agency, Alias, Code, Codebook, Rule

ACTIVITIES = {
    "information-sharing": "indirect-work",
    "disruption": "indirect-work",
    "safety-planning": "indirect-work",
    "institutional-advocacy": "indirect-work",
    "child-safeguarding": "indirect-work",
    "multi-agency-support": "indirect-work",
    "contact": "direct-work",
    "direct-support": "direct-work",
    "behaviour-change": "direct-work",
}
AGENCIES = [
    "idva",
    "probation",
    "police",
    "children-social-services",
    "multi-agency-fora",
    "housing",
    "mental-health",
    "schools",
    "substance-misuse",
    "other-vs-services",
    "health",
    "prison",
    "courts-cps",
    "benefits",
    "council",
]
SMALL = """\
# Kept.
codes:
  - id: talk   # the first
    label: Talking
    definition: >-
      Words pass.

# About agencies.
agencies: []
"""


@pytest.fixture(scope="module")
def shipped() -> Codebook:
    book, problems = parse_codebook(shipped_codebook_text(), "codebook.yaml")
    assert problems == ()
    assert book is not None
    return book


def test_the_shipped_codebook_has_the_activities_of_the_counts(shipped: Codebook) -> None:
    assert {code: shipped.code_by_id[code].parent for code in ACTIVITIES} == ACTIVITIES
    assert all(shipped.code_by_id[code].key for code in ACTIVITIES)


def test_the_shipped_codebook_has_the_agencies_of_the_breakdowns(shipped: Codebook) -> None:
    assert [agency.id for agency in shipped.agencies] == AGENCIES
    assert all(agency.key and agency.aliases and agency.roles for agency in shipped.agencies)


def test_every_shipped_code_is_fully_described(shipped: Codebook) -> None:
    for code in shipped.codes:
        assert code.definition, code.id
        assert code.use_when, code.id
        assert code.not_when, code.id
        assert code.example, code.id
        assert code.colour, code.id
    assert all(agency.definition for agency in shipped.agencies)


def test_no_more_than_six_hues_and_none_of_the_dark_ones(shipped: Codebook) -> None:
    hues = {code.colour for code in shipped.codes}
    assert hues <= {"#56B4E9", "#D55E00", "#CC79A7", "#E69F00", "#F0E442", "#009E73"}


def test_keys_differ_within_each_facet(shipped: Codebook) -> None:
    for entries in (shipped.codes, shipped.agencies):
        keys = Counter(entry.key for entry in entries if entry.key)
        assert max(keys.values()) == 1


def test_definitions_are_not_repeated(shipped: Codebook) -> None:
    texts = [code.definition for code in shipped.codes]
    assert len(set(texts)) == len(texts)


def test_each_activity_of_the_counts_has_a_rule(shipped: Codebook) -> None:
    assert {rule.code for rule in shipped.rules} == set(ACTIVITIES)


def test_rules_have_versions_of_their_own_content(shipped: Codebook) -> None:
    versions = [rule.version for rule in shipped.rules]
    assert len(set(versions)) == len(versions)
    text = shipped_codebook_text().replace("id: child-goes-on", "id: child-later")
    renamed, _ = parse_codebook(text, "codebook.yaml")
    assert renamed is not None
    assert [rule.version for rule in renamed.rules] == versions
    text = shipped_codebook_text().replace("licence, license, bail,", "licence, license,", 1)
    edited, _ = parse_codebook(text, "codebook.yaml")
    assert edited is not None
    changed = [new.id for new, old in zip(edited.rules, shipped.rules, strict=True) if new != old]
    assert "condition-set" in changed
    assert "contact-with-him" not in changed


def test_the_digest_is_that_of_the_text(shipped: Codebook) -> None:
    assert shipped.digest == sha256(shipped_codebook_text().encode()).hexdigest()


def test_reading_a_file_gives_what_its_text_gives(tmp_path: Path, shipped: Codebook) -> None:
    path = tmp_path / "codebook.yaml"
    path.write_text(shipped_codebook_text(), encoding="utf-8")
    assert read_codebook(path) == shipped


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "no codebook"),
        (b"codes:\n  - id: caf\xe9\n", "not UTF-8 text (byte 19)"),
        (b"codes:\n  - id: a\n  - id: a\n", "problems"),
        (b"codes:\n  - id: a\n", "1 problem"),
    ],
)
def test_a_file_that_cannot_be_used(tmp_path: Path, content: bytes | None, message: str) -> None:
    path = tmp_path / "codebook.yaml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CodebookError, match=r".") as caught:
        read_codebook(path)
    assert message in caught.value.what
    assert str(path) in caught.value.where
    assert caught.value.hint
    assert caught.value.exit_code == 4


def test_a_directory_in_its_place(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="cannot be read"):
        read_codebook(tmp_path)


def test_an_installed_package_has_its_own_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "codebook.yaml").write_text("codes: []\n", encoding="utf-8")
    monkeypatch.setattr("importlib.resources.files", lambda _package: tmp_path)
    assert shipped_codebook_text() == "codes: []\n"


def test_an_installation_without_a_codebook_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.resources.files", lambda _package: tmp_path)
    monkeypatch.setattr("notecode.codebook.loading.__file__", str(tmp_path / "a/b/c/d.py"))
    with pytest.raises(CodebookError, match=r"shipped codebook\.yaml is missing"):
        shipped_codebook_text()


def test_json_round_trip_of_the_shipped_codebook(shipped: Codebook) -> None:
    assert codebook_from_json(codebook_to_json(shipped)) == shipped


TEXT = st.text(max_size=8)
ALIASES = st.builds(Alias, text=TEXT, sites=st.tuples(TEXT), exact=st.booleans())
BOOKS = st.builds(
    Codebook,
    title=TEXT,
    codes=st.tuples(st.builds(Code, id=TEXT, label=TEXT, definition=TEXT, key=TEXT)),
    agencies=st.tuples(
        st.builds(
            Agency,
            id=TEXT,
            label=TEXT,
            definition=TEXT,
            aliases=st.tuples(ALIASES, ALIASES),
            roles=st.tuples(TEXT),
        )
    ),
    rules=st.tuples(
        st.builds(Rule, id=TEXT, code=TEXT, any=st.tuples(TEXT), only=st.tuples(TEXT, TEXT))
    ),
    digest=TEXT,
)


@given(BOOKS)
def test_json_round_trip_is_exact(book: Codebook) -> None:
    assert codebook_from_json(codebook_to_json(book)) == book


@pytest.mark.parametrize("text", ["", "[]", "3", "{}", '{"title":"x","codes":[{"nope":1}]}', "{"])
def test_a_damaged_copy_is_refused(text: str) -> None:
    with pytest.raises(CodebookError, match="stored copy"):
        codebook_from_json(text)


NEW = Code(
    id="waiting", label="Waiting: for 'him'", definition="He is late. # yes", origin="emergent"
)


def test_a_code_is_added_and_comments_stay() -> None:
    changed = add_code(SMALL, NEW)
    book, problems = parse_codebook(changed, "codebook.yaml")
    assert problems == ()
    assert book is not None
    assert book.codes[1] == NEW
    kept = [line for line in changed.splitlines() if line in SMALL.splitlines()]
    assert kept == SMALL.splitlines()


def test_a_code_is_added_to_the_shipped_codebook() -> None:
    before = shipped_codebook_text()
    after = add_code(before, replace(NEW, parent="direct-work", key="w"))
    book, problems = parse_codebook(after, "codebook.yaml")
    assert problems == ()
    assert book is not None
    assert book.codes[-1].id == "waiting"
    assert len(after.splitlines()) == len(before.splitlines()) + 6


@pytest.mark.parametrize("end", ["", "\n", "\n\n# The end\n"])
def test_a_code_is_added_at_the_end_of_a_file(end: str) -> None:
    text = "codes:\n- id: talk\n  label: Talking\n  definition: Words pass." + end
    book, _ = parse_codebook(add_code(text, NEW), "codebook.yaml")
    assert book is not None
    assert [code.id for code in book.codes] == ["talk", "waiting"]


@pytest.mark.parametrize(
    "code",
    [replace(NEW, id="talk"), replace(NEW, parent="nobody"), replace(NEW, key="KK")],
    ids=["id taken", "no such parent", "bad key"],
)
def test_a_code_that_does_not_fit_is_refused(code: Code) -> None:
    with pytest.raises(CodebookError, match="would not be sound") as caught:
        add_code(SMALL, code)
    assert caught.value.problems


def test_codes_on_one_line_are_refused() -> None:
    with pytest.raises(CodebookError, match="bracketed"):
        add_code("codes: [{id: a, label: A, definition: x}]\n", NEW)


@given(st.text(), st.text(min_size=1).filter(lambda text: bool(text.strip())))
def test_any_text_survives_being_added(definition: str, label: str) -> None:
    code = replace(NEW, label=label.strip(), definition=definition.strip())
    try:
        book, _ = parse_codebook(add_code(SMALL, code), "codebook.yaml")
    except CodebookError:
        return
    assert book is not None
    assert book.codes[1] == code


def test_importing_the_codebook_loads_neither_ruamel_nor_pydantic() -> None:
    program = (
        "import sys, notecode.codebook, notecode.suggesting\n"
        "print([m for m in ('ruamel.yaml', 'pydantic', 'spacy', 'pandas') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.slow
def test_parsing_any_text_gives_a_codebook_or_problems() -> None:
    text = shipped_codebook_text()
    for at in range(0, len(text), 43_003):
        book, problems = parse_codebook(text[:at] + "\t]:" + text[at:], "codebook.yaml")
        assert book is not None or any(problem.fatal for problem in problems)


@given(st.text())
def test_no_text_crashes_the_reader(text: str) -> None:
    book, problems = parse_codebook(text, "codebook.yaml")
    assert book is not None or any(problem.fatal for problem in problems)
