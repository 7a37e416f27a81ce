"""A report says what it is of: base, filters, whose coding, what is not shown."""

from dataclasses import replace

import pytest
from rich.cells import cell_len

from notecode.analysing.report import Base, Column, Report, cell_text, render, report_to_json

BASE = Base(
    references=1200,
    cases=3,
    notes=90,
    all_cases=30,
    all_notes=1000,
    filters="code Contact",
    coder="amina",
    coders=("amina", "ben"),
    codebook="0123456789abcdef",
)
COLUMNS = (
    Column("word", "Word", "text", "the word"),
    Column("times", "Times", "integer", "how often"),
)


def report(*rows: tuple[str, int], **more) -> Report:
    usual = {
        "name": "words",
        "title": "Words",
        "row_is": "one word",
        "unit": "word",
        "columns": COLUMNS,
        "rows": rows,
        "shown": len(rows),
        "total": len(rows),
        "base": BASE,
        "definitions": ("A word is a word.",),
        "draw": lambda width: [f"{word} {times}" for word, times in rows],
    }
    return Report(**{**usual, **more})


def test_rows_stand_between_their_base_and_their_definitions() -> None:
    assert render(report(("rang", 3))).splitlines() == [
        "Words",
        "Base: 1,200 references in 3 of 30 cases, 90 of 1,000 notes",
        "",
        "rang 3",
        "",
        "- A word is a word.",
        "- Only code Contact; nothing else is in the base.",
        "- Coding of amina alone.",
        "- Codebook 0123456789ab.",
    ]


def test_what_is_not_shown_is_said() -> None:
    assert "Shown: the first 1 of 7 words (--limit 0 shows all)." in render(
        report(("rang", 3), total=7)
    )
    unknown = render(report(("rang", 3), total=None))
    assert "Shown: the first 1 word, of those in 90 notes (--limit 0 shows all)." in unknown
    assert "Shown" not in render(report(("rang", 3)))


def test_nothing_is_said_with_its_base() -> None:
    empty = replace(BASE, references=0, cases=0, notes=0)
    text = render(report(base=empty, nothing="no reference is coded so"))
    said = "No reference is coded so: 0 references in 0 of 30 cases, 0 of 1,000 notes."
    assert said in text.splitlines()


@pytest.mark.parametrize(
    ("coder", "coders", "said"),
    [
        ("", (), "Nobody has coded yet."),
        ("", ("amina",), "Coding of amina, the only coder."),
        ("", ("amina", "ben"), "Coding of all coders together (amina, ben)"),
        ("ben", ("amina", "ben"), "Coding of ben alone."),
    ],
)
def test_whose_coding_it_is_is_said(coder: str, coders: tuple[str, ...], said: str) -> None:
    assert replace(BASE, coder=coder, coders=coders).whose.startswith(said)


def test_a_base_of_notes_says_nothing_of_coding() -> None:
    notes = replace(BASE, references=None, filters="", codebook="")
    assert notes.line == "90 of 1,000 notes in 3 of 30 cases"
    assert notes.sentences == ()


def test_json_has_the_base_the_definitions_and_every_row_by_name() -> None:
    data = report_to_json(report(("rang", 3), total=7, asked={"tags": False}))
    assert data["base"] == {
        "references": 1200,
        "cases": 3,
        "notes": 90,
        "all_cases": 30,
        "all_notes": 1000,
        "filters": "code Contact",
    }
    assert data["rows"] == [{"word": "rang", "times": 3}]
    assert (data["shown"], data["total"], data["coders"]) == (1, 7, ["amina"])
    assert data["columns"] == {"word": "the word", "times": "how often"}
    assert "Coding of amina alone." in data["definitions"]


@pytest.mark.parametrize(
    ("cell", "kind", "shown"),
    [
        (None, "text", ""),
        (None, "ratio", "n/a"),
        (0.256, "share", "25.6%"),
        (0.256, "ratio", "0.26"),
        (0, "ratio", "0.00"),
        (1234, "integer", "1,234"),
        ("a\x1b[b", "text", "a\N{REPLACEMENT CHARACTER}[b"),
    ],
)
def test_cells_are_shown_by_their_kind(cell, kind, shown) -> None:
    assert cell_text(cell, kind) == shown


def test_everything_fits_the_width() -> None:
    long = replace(BASE, filters="site " + "Upper Lower Middle " * 20)
    text = render(report(("rang", 3), base=long, title="Words " * 30), width=40)
    assert max(map(cell_len, text.splitlines())) <= 40
