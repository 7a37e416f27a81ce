"""Workbooks: real dates among texts, hidden parts, long cells, several sheets."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from random import Random

import pytest
from import_checks import HEADERS, find, note_row, only
from openpyxl import Workbook

from notecode.errors import InputError
from notecode.importing import read_notes, read_table
from notecode.settings import Layout


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """Write a workbook with one sheet of the rows, changed by ``change`` before it is saved."""

    def workbook(*rows: list[object], change: Callable[[Workbook], None] | None = None) -> Path:
        book = Workbook()
        for row in rows:
            book.active.append(row)
        if change:
            change(book)
        path = tmp_path / "export.xlsx"
        book.save(path)
        return path

    return workbook


Make = Callable[..., Path]


def test_every_kind_of_cell_becomes_text(workbook: Make) -> None:
    values = [
        "N1",
        42,
        2.5,
        datetime(2017, 2, 13, 9, 30),
        date(2017, 2, 13),
        True,
        None,
        "Line one_x000D_\nline two",
    ]
    table = read_table(workbook(HEADERS, values))
    assert table.rows[0].cells == (
        "N1",
        "42",
        "2.5",
        "2017-02-13T09:30:00",
        "2017-02-13T00:00:00",
        "TRUE",
        "",
        "Line one_x000D_\nline two",
    )
    assert table.sheet == "Sheet"
    assert table.problems == ()


def test_leading_zeros_that_a_format_shows_are_kept(workbook: Make) -> None:
    def show(book: Workbook) -> None:
        book.active["A2"].number_format = "000000"

    path = workbook(HEADERS, [417, *note_row(1)[1:]], change=show)
    assert read_notes(path).notes[0].id == "000417"


def test_real_dates_texts_and_serials_in_one_column(workbook: Make) -> None:
    days = [datetime(2017, 2, 13), "14/02/2017", 42781, "15 Feb 2017 00:00", "2017-02-16"]
    rows = [note_row(n, date=day) for n, day in enumerate(days, start=1)]
    export = read_notes(workbook(HEADERS, *rows))
    assert [note.date.day for note in export.notes if note.date] == [13, 14, 15, 15, 16]
    assert export.problems == ()


def test_days_and_months_exchanged_by_excel_are_suspected(workbook: Make) -> None:
    days = [datetime(2017, 3, 2), "14/02/2017", datetime(2017, 1, 12), "28/02/2017"]
    rows = [note_row(n, date=day) for n, day in enumerate(days, start=1)]
    problem = only(read_notes(workbook(HEADERS, *rows)).problems, "exchanged day and month")
    assert "rows 2 and 4" in problem.message
    assert not problem.fatal


def test_the_return_that_excel_escapes_is_cleaned(workbook: Make) -> None:
    export = read_notes(workbook(HEADERS, note_row(1, text="one_x000D_\ntwo_x000D_three")))
    assert export.notes[0].text == "one\ntwo\nthree"
    assert export.cleaned.escapes == 2


def test_a_hidden_column_is_said(workbook: Make) -> None:
    def hide(book: Workbook) -> None:
        book.active.column_dimensions["I"].hidden = True

    path = workbook([*HEADERS, "DOB"], [*note_row(1), "13/02/1980"], change=hide)
    problem = only(read_table(path).problems, "column is hidden")
    assert problem.column == "DOB"
    assert not problem.fatal


def test_hidden_and_other_sheets_are_said_by_number(workbook: Make) -> None:
    def add(book: Workbook) -> None:
        book.create_sheet("People of C01").sheet_state = "hidden"
        book.create_sheet("Second")["A1"] = "something"

    problems = read_table(workbook(HEADERS, note_row(1), change=add)).problems
    assert find(problems, "1 hidden sheet")
    assert "sheet 1 is read; sheet 3 is not" in only(problems, "sheet 3").message
    assert not any("People of" in str(problem) for problem in problems)


def test_a_cover_sheet_is_passed_over(workbook: Make) -> None:
    def cover(book: Workbook) -> None:
        book.create_sheet("Cover", 0)["A1"] = "Report of case notes"

    assert read_table(workbook(HEADERS, note_row(1), change=cover)).sheet == "Sheet"


@pytest.mark.parametrize("sheet", ["Other", "2"])
def test_a_sheet_is_chosen_by_name_or_number(workbook: Make, sheet: str) -> None:
    def add(book: Workbook) -> None:
        other = book.create_sheet("Other")
        other.append(HEADERS)
        other.append(note_row(7))

    path = workbook(HEADERS, note_row(1), change=add)
    assert read_table(path, Layout(sheet=sheet)).rows[0].cells[0] == "N007"


def test_a_sheet_that_is_not_there_is_refused(workbook: Make) -> None:
    with pytest.raises(InputError, match="no sheet 'Nine'"):
        read_table(workbook(HEADERS, note_row(1)), Layout(sheet="Nine"))


def test_an_empty_workbook_is_refused(workbook: Make) -> None:
    with pytest.raises(InputError, match="no sheet of the workbook holds anything"):
        read_table(workbook())


def test_a_cut_cell_is_reported(workbook: Make) -> None:
    path = workbook(HEADERS, note_row(1, text="x" * 32_767), note_row(2, text="short"))
    assert only(read_table(path).problems, "cut off").row == 2


def test_preamble_rows_keep_the_file_s_row_numbers(workbook: Make) -> None:
    path = workbook(["Report"], [], HEADERS, note_row(1), [], note_row(2), ["Total", 2])
    table = read_table(path)
    assert (table.header_row, [row.number for row in table.rows]) == (3, [4, 6])
    assert "row 7" in only(table.problems, "below the table").message


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.95])
def test_a_workbook_cut_short_is_refused(workbook: Make, tmp_path: Path, keep: float) -> None:
    data = workbook(HEADERS, *[note_row(n) for n in range(50)]).read_bytes()
    path = tmp_path / "cut.xlsx"
    path.write_bytes(data[: int(len(data) * keep)])
    with pytest.raises(InputError, match="damaged"):
        read_table(path)


def test_a_workbook_damaged_inside_is_refused(workbook: Make, tmp_path: Path) -> None:
    data = bytearray(workbook(HEADERS, *[note_row(n) for n in range(50)]).read_bytes())
    for place in range(40, len(data) - 2000, 7):
        data[place] ^= 0x55
    path = tmp_path / "bad.xlsx"
    path.write_bytes(bytes(data))
    with pytest.raises(InputError, match="damaged"):
        read_table(path)


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes | None]) -> bytes:
    """The workbook with one of its parts changed, or without it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for part in old.namelist():
            content = change(old.read(part)) if part == name else old.read(part)
            if content is not None:
                new.writestr(part, content)
    return buffer.getvalue()


PARTS = [
    "[Content_Types].xml",
    "docProps/core.xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    "xl/worksheets/sheet1.xml",
]


@pytest.mark.parametrize("part", PARTS)
def test_whatever_is_damaged_the_error_is_ours(workbook: Make, tmp_path: Path, part: str) -> None:
    good = workbook(HEADERS, *[note_row(n) for n in range(9)]).read_bytes()
    random = Random(part)

    def damage(content: bytes) -> bytes:
        changed = bytearray(content)
        for _ in range(random.randint(1, 6)):
            place = random.randrange(len(changed))
            changed[place : place + random.choice((1, 1, 9))] = bytes([random.randrange(32, 127)])
        return bytes(changed)

    path = tmp_path / "damaged.xlsx"
    refused = 0
    for number in range(25):
        path.write_bytes(with_part(good, part, damage if number else lambda _: None))
        try:
            read_notes(path)
        except InputError as error:
            refused += "SU missed" not in str(error)
    assert refused
