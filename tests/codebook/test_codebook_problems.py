"""Broken codebooks: every problem at once, each with its line, and what to do."""

from textwrap import dedent

import pytest

from notecode.codebook import parse_codebook

GOOD = dedent("""\
    title: Small
    codes:
      - id: talk
        label: Talking
        definition: Words pass.
        key: t
        colour: "#56B4E9"
      - id: ring
        label: Ringing
        definition: By telephone.
        key: r
        parent: talk
        origin: emergent
    agencies:
      - id: police
        label: Police
        definition: The police.
        key: p
        aliases:
          - police
          - {text: PC, exact: true}
          - {text: the nick, sites: [Site 2]}
        roles: [OIC]
      - id: housing
        label: Housing
        definition: Landlords.
        key: h
        aliases: [housing]
    phrases:
      rang: '\\brang\\b'
    rules:
      - id: rang-someone
        code: ring
        agencies: required
        only: [police]
        any: ['{rang}.*police', 'called (?:on|by)']
        unless: ['never {rang}']
""")


def change(old: str, new: str) -> str:
    assert GOOD.count(old) >= 1, old
    return GOOD.replace(old, new, 1)


def test_a_sound_codebook_has_no_problems() -> None:
    book, problems = parse_codebook(GOOD, "codebook.yaml")
    assert problems == ()
    assert book is not None
    assert [code.id for code in book.codes] == ["talk", "ring"]
    assert book.rules[0].any[0] == r"(?:\brang\b).*police"
    assert [alias.exact for alias in book.agencies[0].aliases] == [False, True, False]
    assert book.agencies[0].aliases[2].sites == ("Site 2",)


@pytest.mark.parametrize("escaped", ["\\x1b[31mRED", "a\\0b", "\\u202Eder", "\\ud800", "\\x07"])
def test_a_control_character_is_refused_wherever_it_stands(escaped: str) -> None:
    for field in ("label: Talking", "definition: Words pass."):
        name = field.partition(":")[0]
        book, problems = parse_codebook(change(field, f'{name}: "{escaped}"'), "codebook.yaml")
        assert book is None
        assert f"{name} holds a control character" in problems[0].message
        assert problems[0].line == (4 if name == "label" else 5)


def test_lines_and_tabs_are_no_control_characters() -> None:
    book, problems = parse_codebook(
        change("definition: Words pass.", 'definition: "Words\\npass.\\tBy."'), "codebook.yaml"
    )
    assert book is not None
    assert problems == ()


def retire(fields: str) -> str:
    """The codebook with 'ring' retired, and with these fields besides."""
    lines = fields.replace("], ", "]\n    ").replace("talk, s", "talk\n    s")
    return change("origin: emergent", f"status: retired\n    {lines}").replace(
        "code: ring", "code: talk"
    )


BROKEN = [
    ("tab", change("    key: t", "\tkey: t"), 6, "tab", "spaces"),
    ("syntax", change("key: t", "key: [t"), 7, "not valid YAML", "indentation"),
    ("colon", change("label: Talking", "label: Talking: loud"), 4, "not valid YAML", "quotes"),
    ("control", change("Small", "Sm\x07all"), 1, "character", "delete"),
    ("two documents", GOOD + "---\na: 1\n", 38, "not valid YAML", ""),
    ("empty", "", None, "empty", "shipped"),
    ("comments", "# nothing\n\n", None, "empty", "shipped"),
    ("null", "null\n", None, "empty", "shipped"),
    ("list", "- a\n", 1, "not a mapping", "title"),
    ("text", "hello\n", 1, "not a mapping", "title"),
    ("no codes", "title: x\n", 1, "no codes", "add one"),
    ("top field", change("title:", "titel:"), 1, "unknown field 'titel'", "'title'"),
    ("code field", change("    label: T", "    lable: T"), 4, "unknown field 'lable'", "'label'"),
    ("far field", change("key: t", "zzzz: t"), 6, "unknown field 'zzzz'", "known:"),
    ("agency field", change("roles:", "rolls:"), 23, "unknown field 'rolls'", "'roles'"),
    ("rule field", change("unless:", "except:"), 37, "unknown field 'except'", "known:"),
    ("field twice", change("key: t", "key: t\n    key: u"), 7, "'key' is given twice", "line 6"),
    ("code twice", change("id: ring", "id: talk"), 8, "'talk' is given twice", "line 3"),
    ("agency twice", change("id: housing", "id: police"), 24, "'police' is given twice", "15"),
    ("id form", change("id: talk", "id: Talk it"), 3, "code id 'Talk it'", "small letters"),
    ("no id", change("id: talk\n    label", "label"), 3, "has no id", "add 'id:'"),
    ("no label", change("    label: Talking\n", ""), 3, "'talk' has no label", "add 'label:'"),
    ("key twice", change("key: r", "key: t"), 11, "key 't' belongs to code 'talk'", "choose"),
    ("agency key", change("key: h", "key: p"), 27, "belongs to agency 'police'", "choose"),
    ("key long", change("key: r", "key: rr"), 11, "key 'rr'", "one small letter"),
    ("key capital", change("key: r", "key: R"), 11, "key 'R'", "one small letter"),
    ("parent", change("parent: talk", "parent: tlak"), 12, "no code 'tlak'", "'talk'"),
    ("own parent", change("parent: talk", "parent: ring"), 12, "ring > ring", "another parent"),
    ("colour", change('"#56B4E9"', "blue"), 7, "colour 'blue'", "#rrggbb"),
    ("origin", change("origin: emergent", "origin: new"), 13, "origin is 'new'", "pre-set"),
    ("status", change("origin: emergent", "status: old"), 13, "status is 'old'", "active"),
    ("wrong type", change("label: Talking", "label: [a]"), 4, "label is not a text", "a text"),
    ("not a list", change("aliases: [housing]", "aliases: housing"), 28, "not a list", "list"),
    ("codes type", "codes: 3\n", 1, "codes is not a list", "list"),
    ("code type", "codes:\n  - talk\n", 2, "not a mapping", "field: value"),
    ("phrases type", change("rang: '\\brang\\b'", "- x"), 30, "phrases is not", "mapping"),
    ("phrase name", change("  rang: ", "  Rang-it: "), 30, "phrase name 'Rang-it'", "small"),
    ("phrase list", change("rang: '\\brang\\b'", "rang: [x]"), 30, "'rang' is not text", "one"),
    ("phrase regex", change("'\\brang\\b'", "'(rang'"), 30, "no regular expression", "escape"),
    ("phrase use", change("'{rang}.*", "'{rung}.*"), 36, "no phrase 'rung'", "'rang'"),
    ("regex", change("'called (?:on|by)'", "'called (on'"), 36, "'called (on'", "backslash"),
    ("unless regex", change("never {rang}", "never [{rang}"), 37, "'never [{rang}'", "backslash"),
    ("matches all", change("called (?:on|by)", "(?:called)?"), 36, "every sentence", "obligatory"),
    ("no pattern", change("'{rang}.*police', 'called (?:on|by)'", ""), 32, "no pattern", "any"),
    ("rule code", change("code: ring", "code: rign"), 33, "no code 'rign'", "'ring'"),
    ("rule agency", change("only: [police]", "only: [polcie]"), 35, "'polcie'", "'police'"),
    ("needs", change("agencies: required", "agencies: yes"), 34, "is 'yes'", "required"),
    ("only none", change("agencies: required", "agencies: none"), 35, "wants no agency", "only"),
    (
        "rule twice",
        GOOD + "  - id: rang-someone\n    code: ring\n    any: [x]\n",
        38,
        "twice",
        "32",
    ),
    ("alias twice", change("[housing]", "[Police]"), 28, "both 'police' and 'housing'", "sites"),
    ("alias site", change("[housing]", "[the nick]"), 28, "both 'police' and", "sites"),
    ("alias type", change("- police\n", "- [a]\n"), 20, "not a mapping", "field"),
    ("alias text", change("{text: PC, ", "{"), 21, "has no text", "text"),
    ("alias mark", change("[housing]", '["&"]'), 28, "without a letter", "name"),
    ("alias flag", change("exact: true", "exact: maybe"), 21, "exact is 'maybe'", "true"),
    ("role form", change("[OIC]", "[oic_1]"), 23, "role 'oic_1'", "capitals"),
    ("role twice", change("[housing]", "[x]\n    roles: [OIC]"), 29, "role 'OIC'", "keep one"),
    ("no heir", retire("merged_into: nobody"), 14, "no code 'nobody'", "talk"),
    ("heir in use", change("emergent", "emergent\n    merged_into: talk"), 14, "in use", "status"),
    ("own heir", retire("merged_into: ring"), 14, "mergers run in a circle", "merged_into"),
    ("no part", retire("split_into: [nobody]"), 14, "no code 'nobody'", "talk"),
    ("own part", retire("split_into: [ring]"), 14, "split into itself", "other codes"),
    ("heir and parts", retire("merged_into: talk, split_into: [talk]"), 15, "both", "keep one"),
    ("former id", retire("formerly: [talk]"), 14, "'talk' is an id of code 'talk'", "keep it"),
    ("former twice", retire("formerly: [x, x]"), 14, "'x' is an id of code 'ring'", "keep it"),
    ("list entry", change("only: [police]", "only: [[police]]"), 35, "not text", "quote"),
]


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"), [case[1:] for case in BROKEN], ids=[b[0] for b in BROKEN]
)
def test_a_problem_is_placed_and_explained(
    text: str, line: int | None, message: str, hint: str
) -> None:
    book, problems = parse_codebook(text, "codebook.yaml")
    assert book is None
    fatal = [problem for problem in problems if problem.fatal]
    fitting = [p for p in fatal if p.line == line and message in p.message]
    assert fitting, [str(problem) for problem in problems]
    assert hint in fitting[0].hint
    assert fitting[0].file == "codebook.yaml"
    assert len({str(problem) for problem in problems}) == len(problems)


WARNED = [
    ("definition", change("    definition: Words pass.\n", ""), 3, "'talk' has no definition"),
    ("empty", change("definition: The police.", "definition:"), 15, "'police' has no definition"),
    ("retired", change("origin: emergent", "status: retired"), 33, "retired code 'ring'"),
    ("same alias", change("- police\n", "- police\n      - POLICE\n"), 21, "given twice"),
]


@pytest.mark.parametrize(
    ("text", "line", "message"), [case[1:] for case in WARNED], ids=[case[0] for case in WARNED]
)
def test_a_blemish_is_a_warning_only(text: str, line: int, message: str) -> None:
    book, problems = parse_codebook(text, "codebook.yaml")
    assert book is not None
    assert [(p.line, p.fatal) for p in problems] == [(line, False)]
    assert message in problems[0].message


def test_all_problems_come_at_once_in_the_order_of_the_file() -> None:
    text = GOOD.replace("key: t", "key: TT").replace("parent: talk", "parent: nobody")
    text = text.replace("code: ring", "code: none").replace("'called (?:on|by)'", "'(('")
    _, problems = parse_codebook(text, "codebook.yaml")
    assert [problem.line for problem in problems] == [6, 12, 33, 36]


def test_a_ring_of_parents_is_reported_once() -> None:
    text = change("key: t\n", "key: t\n    parent: ring\n")
    _, problems = parse_codebook(text, "codebook.yaml")
    assert [problem.message for problem in problems] == [
        "the parents run in a circle: talk > ring > talk"
    ]


@pytest.mark.parametrize(
    "alias",
    ["{text: pc, exact: true}", "{text: the nick, sites: [Site 1]}"],
    ids=["other letter case", "other site"],
)
def test_aliases_that_cannot_be_confused_are_allowed(alias: str) -> None:
    book, problems = parse_codebook(change("[housing]", f"\n      - {alias}"), "codebook.yaml")
    assert book is not None
    assert problems == ()


def test_brackets_without_end_are_a_problem_and_no_crash() -> None:
    book, problems = parse_codebook("codes: " + "[" * 1500, "codebook.yaml")
    assert book is None
    assert problems


def test_a_byte_order_mark_is_no_problem() -> None:
    book, problems = parse_codebook("\ufeff" + GOOD, "codebook.yaml")
    assert book is not None
    assert problems == ()


def test_windows_line_ends_keep_the_line_numbers() -> None:
    text = change("parent: talk", "parent: tlak").replace("\n", "\r\n")
    _, problems = parse_codebook(text, "codebook.yaml")
    assert [problem.line for problem in problems] == [12]


def test_a_misspelt_agency_of_a_pattern_is_not_answered_with_a_word() -> None:
    text = (
        "codes:\n  - {id: a, label: A}\nagencies:\n  - {id: councils, label: C, definition: d}\n"
        "rules:\n  - {id: r, code: a, says: ['council said', '@council said']}\n"
    )
    _, problems = parse_codebook(text, "codebook.yaml")
    said = [problem.message for problem in problems if problem.fatal]
    assert said == [
        "rule 'r': says '@council said': there is no person or agency 'council'"
        " (did you mean @councils?)"
    ]


def test_heirs_of_agencies_are_checked_as_those_of_codes() -> None:
    text = (
        "codes:\n  - {id: a, label: A}\nagencies:\n"
        "  - {id: b, label: B, definition: d, merged_into: c}\n"
        "  - {id: c, label: C, definition: d, status: retired, merged_into: e, formerly: [b]}\n"
        "  - {id: e, label: E, definition: d, status: retired, merged_into: c}\n"
        "  - {id: f, label: F, definition: d, status: retired, merged_into: nobody}\n"
        "  - {id: g, label: G, definition: d, status: retired, merged_into: b, roles: [OM]}\n"
    )
    book, problems = parse_codebook(text, "codebook.yaml")
    assert book is None
    said = " | ".join(problem.message for problem in problems)
    for expected in (
        "agency 'b' is merged and still in use",
        "the mergers run in a circle: c > e > c",
        "'b' is an id of agency 'b'",
        "agency 'f': no agency 'nobody'",
        "agency 'g' is merged, and its names and roles are not looked for any more",
    ):
        assert expected in said
