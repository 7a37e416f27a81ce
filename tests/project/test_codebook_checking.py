"""`codebook check` beside the coding: what it warns of, and what it finds in a broken file."""

import pytest

from notecode.errors import Problem
from notecode.project import Project
from notecode.project.codebook import changes as living
from notecode.project.codebook.changes import Author
from notecode.project.codebook.checking import check_codebook, never_met

BOOK = """\
codes:
  - id: talk
    label: Talking
    definition: Words pass.
  - id: ring
    label: Ringing
    definition: By telephone.
agencies:
  - id: police
    label: Police
    definition: The police.
    aliases:
      - {text: The Yard, sites: [Site 9]}
word_classes:
  chase: chase, chase up
rules:
  - id: rings
    code: ring
    says: [rang him]
    examples:
      match: [Rang him.]
"""
WHO = Author(name="lead", why="to see")


def problems_of(project: Project, text: str) -> list[Problem]:
    project.codebook_path.write_text(text, encoding="utf-8")
    return list(check_codebook(project.codebook_path)[1])


FAULTS = [
    ("label: Talking", 'label: "Talking', 3, "a quote that is opened here", "goes on to line"),
    ("definition: By", "definition: 'By", 7, "a quote that is opened here", "close it"),
    ("says: [rang him]", "says: rang him", 19, "says is not a list", "says: [rang him]"),
    ("says: [rang him]", "says: [rang him]\n    tense: past", 20, "not a list", "tense: [past]"),
    ("says: [rang him]", "says: [rang him]\n    agencies: [police]", 20,
     "agencies is no single word", "required, optional, none"),
    ("says: [rang him]", "says: [rang him]\n    negated: maybe", 20,
     "negated is 'maybe'", "use one of yes, no"),
    ("says: [rang him]", "says: [<chse>]", 19, "did you mean <chase>?", ""),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "line", "message", "hint"), FAULTS)
def test_a_fault_is_told_where_it_is_and_how_to_mend_it(
    project: Project, old: str, new: str, line: int, message: str, hint: str
) -> None:
    text = BOOK.replace(old, new)
    if new.startswith('label: "'):
        text = text.replace("label: Police", 'label: "Police"')
    (found,) = (p for p in problems_of(project, text) if message in p.message)
    assert (found.line, found.fatal) == (line, True)
    assert hint in found.hint


def test_a_sound_file_with_quotes_over_lines_is_sound(project: Project) -> None:
    assert problems_of(project, BOOK.replace("Words pass.", '"Words\n      pass."')) == []


def test_what_no_note_has_is_warned_of(stored: Project) -> None:
    rules = BOOK.replace("says: [rang him]", "says: [rang him]\n    contact_types: [Fone]")
    stored.codebook_path.write_text(rules, encoding="utf-8")
    book, _ = check_codebook(stored.codebook_path)
    assert book is not None
    found = [(p.line, p.message, p.fatal) for p in never_met(stored, book)]
    assert found == [
        (20, "no note has the contact type 'Fone': rule 'rings'", False),
        (13, "no note has the site 'Site 9': agency 'police'", False),
    ]


def test_rules_of_a_retired_code_are_told_once(stored: Project) -> None:
    stored.codebook_path.write_text(BOOK, encoding="utf-8")
    living.split(stored, "ring", [("rang", "Rang"), ("tried", "Tried")], WHO)
    _, problems = check_codebook(stored.codebook_path)
    said = [p for p in problems if "no definition" not in p.message]
    assert [(p.message, p.hint) for p in said] == [
        (
            "rule 'rings' suggests the retired code 'ring'",
            "name rang or tried, or delete the rule",
        )
    ]


def test_a_label_that_two_codes_have_is_warned_of(project: Project) -> None:
    (found,) = problems_of(project, BOOK.replace("label: Ringing", "label: talking"))
    assert (found.line, found.fatal) == (6, False)
    assert "has the label of code 'talk'" in found.message
