"""Reading exported files back the way an analyst reads them."""

import io
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pandas as pd

from notecode.exporting import WORKBOOK, ExportData, Selection, artefacts

ALL_FORMATS = Selection(formats=("csv", "xlsx", "sav", "dta", "parquet"))
DTYPES = {
    "text": "str",
    "level": "str",
    "integer": "Int64",
    "flag": "int64",
    "share": "float64",
    "number": "float64",
}
CSV = {"encoding": "utf-8-sig", "keep_default_na": False, "na_values": [""]}


def contents(data: ExportData, chosen: Selection | None = None) -> dict[str, bytes]:
    """Every file of an export, by name."""
    with TemporaryDirectory() as folder:
        files = artefacts(data, chosen or Selection())
        for file in files:
            file.write(Path(folder) / file.name)
        assert {path.name for path in Path(folder).iterdir()} == {file.name for file in files}
        return {file.name: (Path(folder) / file.name).read_bytes() for file in files}


def encoded(data: ExportData, name: str, chosen: Selection | None = None) -> bytes:
    """One file of an export."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        next(each for each in artefacts(data, chosen or Selection()) if each.name == name).write(
            path
        )
        return path.read_bytes()


def read_csv(data: ExportData, name: str) -> pd.DataFrame:
    """The file as the data dictionary and the read-me say it should be read."""
    described = pd.read_csv(io.BytesIO(encoded(data, "data_dictionary.csv")), dtype=str, **CSV)
    if name == "data_dictionary.csv":
        return described
    described = described[described["table"] == name.removesuffix(".csv")]
    types = {
        column: DTYPES[kind]
        for column, kind in zip(described["column"], described["type"], strict=True)
    }
    frame = pd.read_csv(io.BytesIO(encoded(data, name)), dtype=types, **CSV)
    assert list(frame.columns) == [*types, "provenance"], "the data dictionary has every column"
    return frame


def read_sheets(data: ExportData) -> dict[str, pd.DataFrame]:
    """The sheets of the workbook, below their captions."""
    book = io.BytesIO(encoded(data, WORKBOOK))
    ids = {"case_id": str, "note_id": str}
    return pd.read_excel(
        book, sheet_name=None, header=1, dtype=ids, keep_default_na=False, na_values=[""]
    )


def load_workbook(data: ExportData) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(encoded(data, WORKBOOK)))
