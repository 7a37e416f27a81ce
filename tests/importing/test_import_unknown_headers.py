"""Exports with headers that nobody knows: read by build and contents, and said both ways."""

from collections.abc import Callable
from pathlib import Path

import pytest
from import_checks import only
from openpyxl import Workbook

from notecode.errors import InputError
from notecode.importing import read_cases, read_notes, read_people
from notecode.importing.headers import find_header, stands_apart
from notecode.importing.rows import Row
from notecode.settings import Layout

Write = Callable[..., Path]
CANARY = "Zephyrine"
HEADERS = ["Ref no.", "How", "When", "Worker type", "What happened", "Patch"]
WAYS = ("Phone", "Visit", "Email")
TEXT = "We talked about his tenancy for most of the hour – and about work"


def log_rows(count: int = 9) -> list[list[str]]:
    """Rows of a log of contacts, three a case."""
    return [
        [
            f"R{n // 3 + 10}",
            WAYS[n % 3],
            f"{n + 13}/02/2017",
            "Case manager" if n % 2 else "IDVA",
            f"{TEXT} {n}",
            "East" if n < 6 else "West",
        ]
        for n in range(count)
    ]


def table(*rows: list[str]) -> list[Row]:
    return [Row(number, row) for number, row in enumerate(rows, start=1)]


def test_an_export_of_unknown_headers_is_read(write: Write) -> None:
    read = read_notes(write([HEADERS, *log_rows()], encoding="cp1252", delimiter=";"))
    columns = {name: headers[0] for name, headers in read.layout.columns.items()}
    assert columns == {
        "case": "Ref no.",
        "site": "Patch",
        "date": "When",
        "contact_type": "How",
        "author_role": "Worker type",
        "text": "What happened",
    }
    assert len(read.notes) == 9
    assert read.notes[0].text.endswith("– and about work 0")


def test_a_workbook_of_unknown_headers_is_read(tmp_path: Path) -> None:
    book = Workbook()
    for row in ([f"Our {header}" for header in HEADERS], *log_rows()):
        book.active.append(row)
    path = tmp_path / "log.xlsx"
    book.save(path)
    read = read_notes(path)
    assert read.layout.columns["text"] == ("Our What happened",)
    assert read.layout.columns["case"] == ("Our Ref no.",)


def test_what_is_not_decided_is_said_both_ways(write: Write) -> None:
    headers = ["Kennung", "Wie", "Wann", "Wer", "Was", "Wo"]
    rows = [
        [*row[:3], "Worker" if n % 2 else "Helper", *row[4:]] for n, row in enumerate(log_rows())
    ]
    read = read_notes(write([headers, *rows]))
    open_ = only(read.problems, "not decided")
    assert not open_.fatal
    assert "'Wer'" in open_.message
    assert "'Wo'" in open_.message
    assert '--column site="Wo"' in open_.hint
    assert '[layout.notes] site = "Wo"' in open_.hint
    assert '--column author_role="Wer"' in open_.hint


def test_a_needed_column_is_said_both_ways_in_full(write: Write) -> None:
    rows = [["Smith", "13/02/2017", f"{'a b ' * 8}{n}", "1"] for n in range(4)]
    with pytest.raises(InputError) as caught:
        read_notes(write([["Wer", "Wann", "What happened", "Anzahl"], *rows]))
    message = str(caught.value)
    assert '--column case="Anzahl"' in message
    assert '[layout.notes] case = "Anzahl"' in message
    rows = [[f"R{n // 2}", "13/02/2017", f"short {n}", "1"] for n in range(4)]
    with pytest.raises(InputError) as caught:
        read_notes(write([["Kennung", "Wann", "What happened", "Anzahl"], *rows]))
    assert '--column text="What happened"' in str(caught.value)
    assert '[layout.notes] text = "What happened"' in str(caught.value)


def test_where_no_row_is_a_header_the_ways_are_said(write: Write) -> None:
    with pytest.raises(InputError) as caught:
        read_people(write([["Abel", "Quill"], ["Eve", "Finch"], ["Una", "Teal"]]))
    assert "--column people.case=" in str(caught.value)
    assert "Abel" not in str(caught.value)


@pytest.mark.parametrize(
    "first",
    [
        [CANARY, "Phone", "13/02/2017", "IDVA", TEXT, "East"],
        [CANARY, "Phone", "Wie", "IDVA", "short", "East"],
        [f"{CANARY}, Abel", "Wie", "Wann", "Worker", "What", "Wo"],
        [f"Mrs {CANARY}", "Wie", "Wann", "Worker", "What", "Wo"],
        [CANARY, CANARY, "Wann", "Worker", "What", "Wo"],
        [CANARY, "", "Wann", "Worker", "What", "Wo"],
        [CANARY, "none", "Wann", "Worker", "What", "Wo"],
        ["R1", CANARY, "Wann", "Worker", "What", "Wo"],
        [CANARY, "Wie", "Wann"],
    ],
)
def test_a_row_of_data_is_never_taken_and_never_printed(write: Write, first: list[str]) -> None:
    rows = table(first, *log_rows())
    assert not stands_apart(rows[0], rows[1:])
    path = write([first, *log_rows()])
    for reader in (read_notes, read_people, read_cases):
        for layout in (Layout(), Layout(header_row=1)):
            try:
                read = reader(path, layout)
                said = [str(p) for p in read.problems] + [repr(read)]
            except InputError as error:
                said = [str(error), *map(str, error.problems)]
            assert not any(CANARY in text for text in said)


def test_only_the_first_filled_row_may_be_an_unknown_header() -> None:
    assert find_header(table([""], HEADERS, *log_rows())) == 1
    assert find_header(table(["A report"], ["Wie", "Was"], ["R1", TEXT], ["R2", TEXT])) is None
    assert find_header(table(["Wie", "Was"], ["R1", TEXT])) is None


def test_numbers_of_people_are_no_case_ids(write: Write) -> None:
    for numbers in (("X123456", "Y654321"), ("07700900123", "07700900456"), ("A1234BC", "B4321CD")):
        rows = [[numbers[n % 2], f"{n + 13}/02/2017", f"{TEXT} {n}"] for n in range(8)]
        with pytest.raises(InputError, match="case not found"):
            read_notes(write([["Kennung", "Wann", "Was"], *rows]))


def test_references_of_five_digits_are_ids_and_no_dates(write: Write) -> None:
    rows = [[f"4310{n // 3}", f"{n + 13}/02/2017", f"{TEXT} {n}"] for n in range(9)]
    columns = read_notes(write([["Kennung", "Wann", "Was"], *rows])).layout.columns
    assert (columns["case"], columns["date"]) == (("Kennung",), ("Wann",))


def test_people_and_cases_of_unknown_headers(write: Write) -> None:
    people = [[f"R{n}", "SU" if n % 2 else "VS", f"0{n}/05/19{n}0"] for n in range(5, 10)]
    read = read_people(write([["Kennung", "Wer", "Geboren"], *people]))
    assert set(read.layout.columns) == {"case", "role", "dob"}
    cases = [[f"R{n}", "East", "male"] for n in range(1, 6)]
    found = read_cases(write([["Kennung", "Patch", "Sex"], *cases]))
    assert found.layout.columns["case"] == ("Kennung",)
    assert found.cases[0].site == "East"


def test_a_remembered_header_that_is_not_there_gives_way_to_a_proposal(write: Write) -> None:
    remembered = Layout(columns={"text": ("Words",), "case": ("Ref no.",), "site": ("Area",)})
    path = write([HEADERS[:5], *[row[:5] for row in log_rows()]])
    read = read_notes(path, None, remembered)
    assert read.layout.columns["text"] == ("What happened",)
    warning = only(read.problems, "[layout.notes] in notecode.toml names it")
    assert "'Words' for text ('What happened' is taken)" in warning.message
    assert "'Area' for site (nothing is taken)" in warning.message
    assert not warning.fatal
    said = Layout(columns={"text": ("What happened",)})
    assert "Words" not in str(read_notes(path, said, remembered).problems)
    with pytest.raises(InputError, match="does not have"):
        read_notes(path, remembered)
