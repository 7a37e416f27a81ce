"""A marked name in every cell, through every reader and every fault: it is never said."""

import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from import_checks import HEADERS, note_row
from openpyxl import Workbook

from notecode.errors import InputError
from notecode.importing import read_cases, read_notes, read_people, read_table
from notecode.importing.rows import Records, Row
from notecode.settings import Layout

CANARY = "Zephyrine"
PEOPLE = ["case_id", "person_id", "role", "first_name", "last_name", "dob"]
CASES = ["case_id", "site", "start_date", "gender", "SU surname"]

Write = Callable[..., Path]


def joined(*rows: list[str]) -> str:
    return "\n".join(",".join(row) for row in rows)


def faulty_files() -> Iterator[tuple[str, bytes | str]]:
    """Files with the canary in them, each with another fault."""
    good = note_row(1, text=f"{CANARY} was seen.")
    yield "good", joined(HEADERS, good)
    yield "missing", joined(HEADERS, note_row(1, id="", case="", text=CANARY))
    yield "names in every cell", joined(HEADERS, [f"{CANARY} {n}" for n in range(8)])
    yield "repeated", joined(HEADERS, good, good, note_row(1, text=f"{CANARY} again"))
    yield "torn", joined(HEADERS, good, [CANARY], [*good, CANARY])
    yield "quotes", joined(HEADERS, [*good[:-1], f'"{CANARY}'], [*good[:-1], f'"a"{CANARY}"'])
    yield "nul", joined(HEADERS, [*good[:-1], f"{CANARY}\0"])
    yield "footer", joined(HEADERS, good, [f"Printed by {CANARY}"], [CANARY])
    yield "preamble", joined([f"Report by {CANARY}"], [CANARY, CANARY], HEADERS, good)
    yield "no header", joined(good, note_row(2, text=f"{CANARY} rang"))
    yield "no header, a known word", joined(["A1", "Note", CANARY], ["A2", "Note", CANARY])
    yield "names alone", joined([CANARY, "Quill"], [CANARY, "Finch"])
    unknown = ["Kennung", "Wann", "Wer", "Was"]
    rows = [
        [f"R{n // 2}", f"{n + 13}/02/2017", CANARY, f"{CANARY} rang about {n}" + " x" * 20]
        for n in range(6)
    ]
    yield "unknown headers", joined(unknown, *rows)
    yield "unknown headers, broken", joined(unknown, *rows, [CANARY], ["", CANARY, "", CANARY])
    yield "unknown headers, no ids", joined(unknown[2:], *[[CANARY, row[3]] for row in rows])
    yield "no header, one odd row", joined(["R0", CANARY, CANARY[:3], "Quill"], *rows)
    yield "no text column", joined(["Case Ref", "Role", "Area"], ["C1", CANARY, CANARY])
    yield "cp1252", joined(HEADERS, [*good[:-1], f"{CANARY} é"]).encode("cp1252")
    yield (
        "mixed",
        joined(HEADERS, [*good[:-1], f"{CANARY} éé"]).encode() + CANARY.encode() + b"\xe9",
    )
    yield "utf-16", joined(HEADERS, good).encode("utf-16")
    yield "not text", b"%PDF " + CANARY.encode()
    yield "people", joined(PEOPLE, ["C1", "P1", f"{CANARY}'s son", CANARY, CANARY, CANARY])
    yield "people twice", joined(PEOPLE, *[["C1", "P1", r, CANARY, "", ""] for r in ("SU", "")])
    yield "cases", joined(CASES, ["C1", CANARY, CANARY, CANARY, CANARY])
    yield "cases twice", joined(CASES, *[["C1", CANARY, d, "", CANARY] for d in ("", "1/1/2017")])


LAYOUTS = [
    Layout(),
    Layout(header_row=2),
    Layout(encoding="ascii"),
    Layout(encoding="utf-16"),
    Layout(delimiter=";"),
    Layout(columns={"text": ("Note",), "case": ("Nowhere",)}),
    Layout(columns={"text": ("Area",), "date": ("Note",), "case": ("Note",)}),
]


@pytest.mark.parametrize("layout", LAYOUTS, ids=range(len(LAYOUTS)))
@pytest.mark.parametrize(("fault", "content"), list(faulty_files()))
@pytest.mark.parametrize("reader", [read_notes, read_people, read_cases, read_table])
def test_nothing_that_is_said_holds_a_cell(
    write: Write,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
    recwarn: pytest.WarningsRecorder,
    reader: Callable[[Path, Layout], object],
    fault: str,
    content: bytes | str,
    layout: Layout,
) -> None:
    path = write(content)
    try:
        read = reader(path, layout)
        problems = read.problems  # type: ignore[attr-defined]
        said = [repr(read), str(read)]
    except InputError as error:
        problems = error.problems
        said = [str(error), repr(error), "".join(traceback.format_exception(error))]
    said += [text for problem in problems for text in (str(problem), repr(problem))]
    said += [str(warning.message) for warning in recwarn]
    said += [caplog.text, *capsys.readouterr()]
    assert not [text for text in said if CANARY in text], fault


def test_a_workbook_says_nothing_of_its_cells(
    tmp_path: Path, recwarn: pytest.WarningsRecorder
) -> None:
    book = Workbook()
    book.active.title = CANARY
    book.active.append(["Case ID", "Contact date", "Note"])
    book.active.append([CANARY, -(10**9), CANARY])
    book.active["B2"].number_format = "dd/mm/yyyy"
    path = tmp_path / "export.xlsx"
    book.save(path)
    export = read_notes(path)
    assert [p.row for p in export.problems if p.column == "Contact date"] == [2]
    said = [str(problem) for problem in export.problems]
    said += [str(warning.message) for warning in recwarn]
    assert not any(CANARY in text for text in said)


def test_rows_hide_their_cells() -> None:
    row = Row(3, (CANARY,))
    assert repr(row) == "Row(3, 1 cells hidden)"
    assert CANARY not in repr(Records(rows=[row]))
