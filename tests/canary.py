"""One marked identity, the files of an export that hold it, and how it is looked for afterwards."""

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

FIRST, LAST, NICK = "Zebediah", "Quillfeather", "Zebby"
PHONE, EMAIL, CRN = "07700 900461", "zquill@example.org", "X419283"
STREET, POSTCODE = "14 Marrowbone Crescent", "ZE3 9XY"
MARKS = [FIRST, LAST, NICK, "900461", "zquill", CRN, "Marrowbone", POSTCODE, "9XY"]
CHANCE = {".vault", ".xlsx", ".png", ".parquet", ".zip"}
"""What is encrypted or packed: three characters stand in it by chance."""
_ZIP = b"PK\x03\x04"

NOTES = [
    f"T/C to {FIRST} {LAST} on {PHONE}, no reply. LM.",
    f"Email from OM: {LAST}, {FIRST} (CRN {CRN}) DNA on 12/03/2017. Replied to {EMAIL}.",
    f"{FIRST.upper()} {LAST.upper()} ATTENDED THE OFFICE WITH POLICE. {LAST}'s flat is {STREET}.",
    f"home visit to {STREET}, {POSTCODE}. {NICK.lower()} was out. {FIRST.lower()} texted later.",
    f"Mr {LAST} says housing have not rung. Zebediahs mum was there. Quilfeather agreed to a call.",
    f"MARAC: {FIRST[0]}{LAST[0]} discussed. {FIRST[0]}. {LAST} to be recalled by probation.",
]


def write_csv(path: Path, rows: list[list[str]]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    return path


@pytest.fixture
def inputs(tmp_path: Path) -> tuple[Path, Path, Path]:
    folder = tmp_path / "secure"
    folder.mkdir()
    notes = [["Note ID", "Case Ref", "Area", "Contact Date", "Contact Type", "Role", "Note"]]
    notes += [
        [f"N{i}", "C1", "Site 1", f"{i + 1:02}/02/2017", "Telephone", "Case Manager", text]
        for i, text in enumerate(NOTES)
    ]
    head = "case_id,person_id,role,title,first_name,last_name,known_as,dob,phone,email,address,crn"
    address = f"{STREET}, {POSTCODE}"
    person = ["C1", "P1", "SU", "Mr", FIRST, LAST, NICK, "09/08/1984", PHONE, EMAIL, address, CRN]
    people = [head.split(","), person]
    cases = [["case_id", "site", "start_date", "age"], ["C1", "Site 1", "2017-01-05", "32"]]
    return (
        write_csv(folder / "notes.csv", notes),
        write_csv(folder / "people.csv", people),
        write_csv(folder / "cases.csv", cases),
    )


def marks_in(content: bytes | str) -> list[str]:
    text = content.decode("utf-8", "replace") if isinstance(content, bytes) else content
    return [mark for mark in MARKS if mark.casefold() in text.casefold()]


def contents(path: Path) -> Iterator[bytes]:
    """The file as it lies there, the members of an archive, and the rows of a packed table."""
    raw = path.read_bytes()
    yield raw
    if raw.startswith(_ZIP):
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield archive.read(name)
    if path.suffix == ".parquet":
        from pyarrow import parquet

        table = parquet.read_table(path)
        yield repr((table.to_pylist(), table.schema.metadata)).encode()
    if path.suffix in {".sav", ".dta"}:
        import pyreadstat

        read = pyreadstat.read_sav if path.suffix == ".sav" else pyreadstat.read_dta
        rows, meta = read(path)
        yield repr((rows.to_dict(), vars(meta))).encode()


def marks_below(folder: Path) -> dict[str, list[str]]:
    """The marks in each file below the folder, packed ones opened, and in its name."""
    found = {
        path.name: [
            mark
            for content in (path.name.encode(), *contents(path))
            for mark in marks_in(content)
            if len(mark) > 4 or not CHANCE.intersection(path.suffixes)
        ]
        for path in folder.rglob("*")
        if path.is_file()
    }
    return {name: marks for name, marks in found.items() if marks}
