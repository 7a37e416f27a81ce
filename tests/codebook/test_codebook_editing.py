"""Edits of codebook.yaml: the lines they must change, and no other."""

import difflib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.codebook import (
    add_agency,
    add_code,
    move_entry,
    parse_codebook,
    redirect_rules,
    rename_id,
    set_fields,
    shipped_codebook_text,
)
from notecode.codebook.building import codebook_text
from notecode.errors import CodebookError
from notecode.model import Agency, Alias, Code, Codebook

TEXT = """\
# The study's codebook.
title: Small   # for now

codes:
  # What is said.
  - id: talk   # the first
    label: "Talking"
    definition: >-
      Words pass
      to and fro.

    # Nobody else has t.
    key: t
    colour: '#56B4E9'
  - {id: chat, label: Chatting, definition: Light words., parent: talk}
  # By telephone.
  - id: ring
    label: Ringing
    definition:
    not_when: |
      He rings
    parent: talk    # for now
# Whom.
agencies:
  - id: police
    label: Police
    definition: The police.
    aliases: [police]
rules:
  # Mind the order.
  - id: rang
    code: ring
    any: ['rang']
"""


def book_of(text: str) -> Codebook:
    book, problems = parse_codebook(text, "codebook.yaml")
    assert book is not None, [str(problem) for problem in problems]
    return book


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """Lines that went and lines that came."""
    diff = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    return ([d[2:] for d in diff if d[0] == "-"], [d[2:] for d in diff if d[0] == "+"])


CHAT = "  - {id: chat, label: Chatting, definition: Light words., parent: talk}"
UNDER_TALK = "    parent: talk    # for now"
FOLDED = ["    definition: >-", "      Words pass", "      to and fro."]
Changes = dict[str, str | tuple[str, ...]]
CASES: list[tuple[str, str, Changes, list[str], list[str]]] = [
    ("plain", "talk", {"label": "Speaking"}, ['    label: "Talking"'], ["    label: Speaking"]),
    ("inserted", "talk", {"example": "So."}, [], ["    example: So."]),
    ("comment", "ring", {"parent": "chat"}, [UNDER_TALK], [UNDER_TALK.replace("talk", "chat")]),
    ("taken out", "ring", {"parent": ""}, [UNDER_TALK], []),
    ("block out", "ring", {"not_when": ""}, ["    not_when: |", "      He rings"], []),
    ("filled", "ring", {"definition": "So."}, ["    definition:"], ["    definition: So."]),
    ("in brackets", "chat", {"label": "A, b"}, [CHAT], [CHAT.replace("Chatting", '"A, b"')]),
    ("into brackets", "chat", {"key": "c"}, [CHAT], [CHAT.replace("s., ", "s., key: c, ")]),
    ("folded", "talk", {"definition": "Words."}, FOLDED, ["    definition: Words."]),
    ("two", "ring", {"status": "retired", "key": "1"}, [], ['    key: "1"', "    status: retired"]),
    ("list", "ring", {"formerly": ("call", "dial")}, [], ["    formerly: [call, dial]"]),
    ("default", "ring", {"status": "active"}, [], []),
]


@pytest.mark.parametrize(
    ("code", "changes", "went", "came"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_an_edit_changes_the_lines_it_must(
    code: str, changes: Changes, went: list[str], came: list[str]
) -> None:
    assert changed_lines(TEXT, set_fields(TEXT, code, changes)) == (went, came)


def test_long_texts_are_folded_within_the_margin() -> None:
    text = set_fields(TEXT, "ring", {"use_when": "It is rung by somebody. " * 9 + "So."})
    _, came = changed_lines(TEXT, text)
    assert came[0] == "    use_when: >-"
    assert all(line.startswith("      ") and len(line) <= 100 for line in came[1:])
    assert book_of(text).code_by_id["ring"].use_when.endswith("So.")


VALUES = st.text(max_size=150).map(lambda text: text.strip())


@given(VALUES, st.sampled_from(["label", "definition", "use_when", "not_when", "example"]))
def test_any_text_can_be_set_and_nothing_else_changes(value: str, name: str) -> None:
    for code in ("talk", "chat", "ring"):
        try:
            text = set_fields(TEXT, code, {name: value})
        except CodebookError:
            # Without a label, taken out of brackets, or a character that YAML does not take.
            continue
        before, after = book_of(TEXT), book_of(text)
        assert getattr(after.code_by_id[code], name) == value
        assert replace(after.code_by_id[code], **{name: ""}) == replace(
            before.code_by_id[code], **{name: ""}
        )
        comments = [line for line in TEXT.splitlines() if line.lstrip().startswith("#")]
        assert [line for line in text.splitlines() if line in comments] == comments


@given(VALUES.filter(bool))
def test_setting_and_setting_back_gives_the_file_as_it_was(value: str) -> None:
    try:
        text = set_fields(TEXT, "ring", {"use_when": value})
    except CodebookError:
        return
    assert set_fields(text, "ring", {"use_when": ""}) == TEXT


def test_shipped_codes_can_be_edited_and_moved() -> None:
    text = shipped_codebook_text()
    book = book_of(text)
    for code in (book.codes[0], book.codes[-1]):
        went, came = changed_lines(text, set_fields(text, code.id, {"label": "Otherwise"}))
        assert (went, came) == ([f"    label: {code.label}"], ["    label: Otherwise"])
    moved = move_entry(text, "contact", "indirect-work", "before")
    assert sorted(moved.splitlines()) == sorted(text.splitlines())
    assert move_entry(moved, "contact", "direct-work", "after") == text


def test_a_comment_right_above_goes_with_its_code() -> None:
    text = move_entry(TEXT, "ring", "talk", "before")
    assert "codes:\n  # By telephone.\n  - id: ring" in text
    assert "for now\n  # What is said.\n  - id: talk" in text
    assert [code.id for code in book_of(text).codes] == ["ring", "talk", "chat"]


def test_a_new_id_is_changed_wherever_it_stands() -> None:
    text = rename_id(TEXT, "ring", "call")
    assert changed_lines(TEXT, text) == (
        ["  - id: ring", "    code: ring"],
        ["  - id: call", "    formerly: [ring]", "    code: call"],
    )
    text = rename_id(TEXT, "talk", "speech")
    book = book_of(text)
    assert [code.parent for code in book.codes] == ["", "speech", "speech"]
    assert book.codes[0].formerly == ("talk",)


def test_rules_are_redirected() -> None:
    text = redirect_rules(TEXT, "ring", "chat")
    assert changed_lines(TEXT, text) == (["    code: ring"], ["    code: chat"])


def test_a_code_is_added_behind_another() -> None:
    code = Code(id="wave", label="Waving", definition="By hand: so.", split_into=("talk",))
    text = add_code(TEXT, code, after="chat")
    assert [known.id for known in book_of(text).codes] == ["talk", "chat", "wave", "ring"]
    went, came = changed_lines(TEXT, text)
    assert went == []
    assert came == [
        "  - id: wave",
        "    label: Waving",
        '    definition: "By hand: so."',
        "    split_into: [talk]",
    ]


def test_an_agency_is_added_with_its_names() -> None:
    aliases = (Alias(text="CAB", exact=True), Alias(text="the office", sites=("Site 1",)))
    agency = Agency(id="advice", label="Advice", definition="", aliases=aliases, roles=("CAB",))
    text = add_agency(TEXT, agency)
    assert book_of(text).agencies[-1] == agency
    assert changed_lines(TEXT, text)[0] == []
    changed = set_fields(text, "advice", {"definition": "Who advises."}, section="agencies")
    assert changed_lines(text, changed) == ([], ["    definition: Who advises."])


def test_codes_in_one_bracketed_list_are_left_alone() -> None:
    with pytest.raises(CodebookError, match="bracketed list"):
        add_code("codes: [{id: a, label: A}]\n", Code(id="b", label="B", definition=""))


@pytest.mark.parametrize("there", ["", "agencies:\n", "agencies: []  # none yet\n", "agencies: []"])
def test_the_first_agency_is_added_too(there: str) -> None:
    text = "codes:\n  - {id: a, label: A}\n" + there
    agency = Agency(id="b", label="B", definition="", aliases=(Alias(text="b"),))
    added = add_agency(text, agency)
    assert book_of(added).agencies == (agency,)
    assert ("# none yet" in added) == ("# none yet" in there)


def test_a_field_in_brackets_is_taken_out_of_them() -> None:
    text = (
        "codes:\n  - {id: a, label: A, key: x, origin: emergent} # first\n  - {id: b, label: B}\n"
    )
    without = set_fields(text, "a", {"key": "", "status": "retired", "origin": "pre-set"})
    assert without.splitlines()[1] == "  - {id: a, label: A, status: retired} # first"
    assert set_fields(without, "a", {"status": "active", "key": "x", "origin": "emergent"}) == text


def test_the_first_field_cannot_be_taken_out_and_nothing_is_changed() -> None:
    text = "codes:\n  - {key: x, id: a, label: A}\n"
    with pytest.raises(CodebookError, match="cannot be taken out"):
        set_fields(text, "a", {"key": ""})


def test_a_field_behind_an_anchor_is_not_edited_blindly() -> None:
    text = TEXT.replace("label: Ringing", "label: &it Ringing").replace(
        "label: Police", "label: *it"
    )
    with pytest.raises(CodebookError, match="nothing was changed"):
        set_fields(text, "ring", {"label": "Calling"})


def test_an_unsound_codebook_is_not_edited() -> None:
    with pytest.raises(CodebookError, match="is not changed") as caught:
        set_fields(TEXT.replace("key: t", "key: tt"), "ring", {"label": "x"})
    assert caught.value.problems[0].line == 13


def test_a_codebook_is_written_from_its_values_and_read_as_them() -> None:
    book = book_of(shipped_codebook_text())
    text = codebook_text(book.title, book.codes, book.agencies)
    again = book_of(text)
    assert (again.codes, again.agencies, again.title) == (book.codes, book.agencies, book.title)
    with pytest.raises(CodebookError, match="no sound codebook"):
        codebook_text("Twice", [book.codes[0], book.codes[0]], [])


RULED = """\
codes:
  - {id: talk, label: Talking, definition: Words pass.}
  - {id: chat, label: Chatting, definition: Light words.}
  - {id: ring, label: Ringing, definition: By telephone.}
agencies:
  - {id: police, label: Police, definition: The police.}
rules:
  - {id: rings, code: ring, says: [rang]}
  - id: answered
    code: talk
    says: [he told us]
    follows: [ring, chat, start]
    yields_to: [chat, rings]
  - id: chatter
    code: chat
    says: [chatted]
    follows:
      - chat  # what was said before
      - talk
"""


def test_a_new_id_is_carried_along_in_all_that_rules_say() -> None:
    rules = {rule.id: rule for rule in book_of(rename_id(RULED, "chat", "gossip")).rules}
    assert rules["chatter"].code == "gossip"
    assert rules["chatter"].follows == ("gossip", "talk")
    assert rules["answered"].follows == ("ring", "gossip", "start")
    assert rules["answered"].yields_to == ("gossip", "rings")


def test_rules_name_the_heir_once() -> None:
    text = redirect_rules(RULED, "chat", "ring")
    rules = {rule.id: rule for rule in book_of(text).rules}
    assert rules["answered"].follows == ("ring", "start")
    assert rules["chatter"].follows == ("ring", "talk")
    assert rules["chatter"].code == "ring"
    assert "# what was said before" in text


def test_an_id_that_a_code_had_before_can_be_its_own_again() -> None:
    text = rename_id(rename_id(RULED, "chat", "gossip"), "gossip", "chat")
    assert book_of(text).code_by_id["chat"].formerly == ("gossip",)
    assert [rule.follows for rule in book_of(text).rules] == [
        rule.follows for rule in book_of(RULED).rules
    ]


@pytest.mark.parametrize(
    ("field", "line", "message"),
    [
        ("follows: [ring, chat, start]", 12, "rule 'answered': no code 'chit'"),
        ("yields_to: [chat, rings]", 13, "rule 'answered': no code 'chit'"),
    ],
)
def test_a_code_that_rules_name_must_be_there(field: str, line: int, message: str) -> None:
    text = RULED.replace(field, field.replace("chat", "chit"))
    found = [p for p in parse_codebook(text, "codebook.yaml")[1] if p.fatal]
    assert [(p.line, p.message, p.hint) for p in found] == [(line, message, "did you mean 'chat'?")]


def test_a_code_that_is_gone_is_told_once_for_all_rules() -> None:
    text = RULED.replace("  - {id: chat, label: Chatting, definition: Light words.}\n", "")
    found = [p for p in parse_codebook(text, "codebook.yaml")[1] if p.fatal]
    assert [p.message for p in found] == [
        "no code 'chat', which 2 rules name: answered, chatter",
    ]
