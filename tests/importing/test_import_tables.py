"""Files as systems export them -> tables, and files that are none."""

import csv
import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from import_checks import HEADERS, find, note_row, only

from notecode.errors import InputError
from notecode.importing import read_table
from notecode.settings import Layout

Write = Callable[..., Path]
ROWS = [note_row(n) for n in range(1, 6)]


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_each_delimiter_is_found(write: Write, delimiter: str) -> None:
    table = read_table(write([HEADERS, *ROWS], delimiter=delimiter))
    assert table.delimiter == delimiter
    assert table.headers == tuple(HEADERS)
    assert [list(row.cells) for row in table.rows] == ROWS
    assert table.problems == ()


def test_a_delimiter_that_texts_are_full_of_is_not_mistaken(write: Write) -> None:
    rows = [note_row(n, text="one, two, three, four, five, six, seven, eight") for n in (1, 2)]
    table = read_table(write([HEADERS, *rows], delimiter=";"))
    assert table.delimiter == ";"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_encodings_are_read_without_being_said(write: Write, encoding: str) -> None:
    rows = [note_row(1, text="café – “quoted” £5 \N{SMILING FACE WITH OPEN MOUTH} ŵ")]
    table = read_table(write([HEADERS, *rows], encoding=encoding, delimiter="\t"))
    assert table.headers == tuple(HEADERS)
    assert table.rows[0].cells[-1] == rows[0][-1]
    assert table.problems == ()


def test_cp1252_is_guessed_and_said(write: Write) -> None:
    text = "Mother’s café – “he said” £20"
    table = read_table(write([HEADERS, *ROWS, note_row(9, text=text)], encoding="cp1252"))
    assert table.rows[-1].cells[-1] == text
    assert table.encoding == "cp1252"
    problem = only(table.problems, "does not say its encoding")
    assert not problem.fatal


def test_a_declared_encoding_is_used_and_unquestioned(write: Write) -> None:
    path = write([HEADERS, note_row(1, text="£5 é")], encoding="cp850")
    table = read_table(path, Layout(encoding="cp850"))
    assert table.rows[0].cells[-1] == "£5 é"
    assert table.problems == ()


def test_a_wrong_declared_encoding_names_the_line(write: Write) -> None:
    path = write([HEADERS, *ROWS, note_row(9, text="é")], encoding="cp1252")
    with pytest.raises(InputError, match="line 7"):
        read_table(path, Layout(encoding="utf-8"))


def test_a_stray_byte_in_utf_8_is_not_read_as_another_encoding(write: Write) -> None:
    whole = "\r\n".join(
        ",".join(row) for row in [HEADERS, *[note_row(n, text="ééé") for n in (1, 2)]]
    )
    path = write(whole.encode() + b"\r\n" + ",".join(note_row(3, text="x")).encode() + b"\x92\r\n")
    table = read_table(path)
    assert only(table.problems, "this line is not").line == 4
    assert table.rows[0].cells[-1] == "ééé"


def test_a_byte_order_mark_is_no_part_of_the_first_header(write: Write) -> None:
    table = read_table(write([HEADERS, *ROWS], encoding="utf-8-sig"), Layout(encoding="utf-8"))
    assert table.headers[0] == "Note ID"


def test_preamble_and_footer_are_cut_and_said(write: Write) -> None:
    preamble = "Case notes report\nPrinted by,Somebody\n\nFrom 01/01/2017,to 31/12/2017\n"
    body = "\n".join(",".join(row) for row in [HEADERS, *ROWS])
    table = read_table(write(f"{preamble}{body}\n\nTotal records: 5\nEnd of report,\n"))
    assert table.header_row == 5
    assert [row.number for row in table.rows] == [6, 7, 8, 9, 10]
    assert "rows 12 and 13" in only(table.problems, "below the table").message
    assert "3 row(s) above" in only(table.problems, "above the header").message


def test_a_last_note_that_begins_like_a_footer_stays(write: Write) -> None:
    headers = ["Note", "Case Ref", "Contact Date"]
    rows = [["SU seen at the office", "C1", "13/02/2017"], ["Report from school", "C1", ""]]
    assert len(read_table(write([headers, *rows])).rows) == 2


def test_a_header_repeated_on_every_page_is_not_a_row(write: Write) -> None:
    table = read_table(write([HEADERS, *ROWS[:2], HEADERS, *ROWS[2:]]))
    assert [row.number for row in table.rows] == [2, 3, 5, 6, 7]
    assert "row 4" in only(table.problems, "header once more").message


def test_cells_of_several_lines_keep_row_and_line(write: Write) -> None:
    rows = [note_row(1, text="one\ntwo\r\nthree"), [], note_row(2)]
    table = read_table(write([HEADERS, *rows]))
    assert table.rows[0].cells[-1] == "one\ntwo\r\nthree"
    assert [(row.number, row.line) for row in table.rows] == [(2, 2), (4, 6)]


def test_excels_own_delimiter_line_is_obeyed(write: Write) -> None:
    body = "\n".join(";".join(row) for row in [HEADERS, *ROWS])
    table = read_table(write("sep=;\n" + body))
    assert table.delimiter == ";"
    assert table.header_row == 2


def test_a_header_row_that_is_said_is_taken(write: Write) -> None:
    table = read_table(write([HEADERS, HEADERS, *ROWS]), Layout(header_row=2))
    assert table.header_row == 2
    assert len(table.rows) == 5


@pytest.mark.parametrize("row", [3, 90])
def test_a_header_row_that_is_none_is_refused(write: Write, row: int) -> None:
    with pytest.raises(InputError, match=f"row {row}"):
        read_table(write([HEADERS, *ROWS]), Layout(header_row=row))


def test_headers_nobody_knows_are_found_when_they_are_said(write: Write) -> None:
    path = write([["Foo", "Bar", "Baz"], ["1", "2", "Some longer text"]])
    with pytest.raises(InputError, match="no row names the columns"):
        read_table(path)
    assert read_table(path, Layout(columns={"text": ("bar",)})).header_row == 1


def test_a_header_alone_is_a_table_without_rows(write: Write) -> None:
    table = read_table(write([HEADERS]))
    assert table.headers == tuple(HEADERS)
    assert table.rows == ()


def test_an_unclosed_quotation_mark_is_placed_and_the_rest_is_read(write: Write) -> None:
    lines = [",".join(row) for row in [HEADERS, *ROWS]]
    lines[3] = ",".join([*note_row(3)[:-1], '"never closed'])
    table = read_table(write("\n".join(lines)))
    problem = only(table.problems, "quotation mark")
    assert (problem.row, problem.line, problem.fatal) == (4, 4, True)
    assert [row.cells[0] for row in table.rows] == ["N001", "N002", "N004", "N005"]


def test_a_quotation_mark_within_a_quoted_cell_is_placed(write: Write) -> None:
    lines = [",".join(row) for row in [HEADERS, *ROWS]]
    lines[2] = ",".join([*note_row(2)[:-1], '"he said "no" to me"'])
    problem = only(read_table(write("\n".join(lines))).problems, "quotation mark")
    assert problem.row == 3


def test_a_file_full_of_broken_quotation_marks_ends_soon(write: Write) -> None:
    lines = [",".join(HEADERS)] + [",".join([*note_row(n)[:-1], '"a"b']) for n in range(500)]
    problems = read_table(write("\n".join(lines))).problems
    assert find(problems, "too many broken")
    assert len(problems) < 30


def test_a_nul_byte_is_placed(write: Write) -> None:
    rows = [*ROWS[:2], note_row(3, text="be\0fore"), *ROWS[3:]]
    body = "\n".join(",".join(row) for row in [HEADERS, *rows])
    table = read_table(write(body))
    problem = only(table.problems, "NUL")
    assert (problem.row, problem.fatal) == (4, True)
    assert len(table.rows) == 4


def test_rows_torn_or_shifted_are_fatal_and_short_tails_are_not(write: Write) -> None:
    rows = [
        [*note_row(1), "more"],
        note_row(2)[:6],
        ["torn off"],
        [*note_row(4), "", ""],
        note_row(5),
    ]
    table = read_table(write([HEADERS, *rows]))
    assert only(table.problems, "more cells than").row == 2
    assert only(table.problems, "fewer than half").row == 4
    assert [row.number for row in table.rows] == [3, 5, 6]
    assert table.rows[0].cells[6:] == ("", "")


def test_a_cell_that_excel_has_cut_is_reported(write: Write) -> None:
    rows = [note_row(1, text="x" * 32_767), note_row(2, text="x" * 32_766)]
    problem = only(read_table(write([HEADERS, *rows])).problems, "cut off")
    assert (problem.row, problem.column, problem.fatal) == (2, "Note", False)


def test_two_columns_of_one_name_are_reported(write: Write) -> None:
    rows = [[*HEADERS, "Note"], [*note_row(1), "other"]]
    assert only(read_table(write(rows)).problems, "2 columns").column == "Note"


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            # Without a moment of its own: the bytes are part of the tests' names.
            archive.writestr(zipfile.ZipInfo(name), "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b" \r\n\r\n", "is empty"),
        (b"%PDF-1.7 stuff", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"{\\rtf1 hello}", "rich-text"),
        (gzip.compress(b"a,b", mtime=0), "compressed"),
        (zipped("word/document.xml"), "Word"),
        (zipped("xl/workbook.bin"), "xlsb"),
        (zipped("content.xml"), "OpenDocument"),
        (zipped("notes.csv"), "compressed"),
        (zipped("xl/workbook.xml")[:60], "damaged"),
        (zipped("xl/workbook.xml"), "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "old Office"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"<html><table><tr><td>Note</td></tr></table>", "web page"),
        (b"<?xml version='1.0'?><Workbook/>", "web page"),
        (bytes(range(1, 33)) * 40, "no text"),
        (b"just some prose.\nAnd more of it.\n", "no row names the columns"),
    ],
)
def test_what_is_no_table_is_refused_by_name(write: Write, content: bytes, words: str) -> None:
    with pytest.raises(InputError) as caught:
        read_table(write(content))
    assert words in str(caught.value)
    assert "export.csv" in caught.value.where


def test_an_encoding_that_nobody_knows_is_refused(write: Write) -> None:
    with pytest.raises(InputError, match="no encoding that is known"):
        read_table(write([HEADERS, *ROWS]), Layout(encoding="cp12522"))


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_table(tmp_path / "nothing.csv")
    with pytest.raises(InputError, match="cannot be read"):
        read_table(tmp_path)


CELLS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\r\t\x0b\x85"), max_size=40
).filter(lambda cell: len(cell.strip()) > 0)


@given(cells=st.lists(CELLS, min_size=1, max_size=6), delimiter=st.sampled_from(",\t;|"))
@settings(deadline=None, max_examples=60)
def test_any_text_survives_the_round_trip(
    tmp_path_factory: pytest.TempPathFactory, cells: list[str], delimiter: str
) -> None:
    path = tmp_path_factory.mktemp("trip") / "export.csv"
    rows = [["N1", "C1", "13/02/2017", cell, "end"] for cell in cells]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter, quoting=csv.QUOTE_ALL)
        writer.writerows([["Note ID", "Case Ref", "Contact Date", "Note", "Title"], *rows])
    table = read_table(path)
    assert [row.cells[3] for row in table.rows] == cells
    assert table.delimiter == delimiter
