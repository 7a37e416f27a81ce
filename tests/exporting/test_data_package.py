"""The data package around an export: valid after the standard, and the seal of a whole export."""

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from export_examples import DATA, EMPTY, PROVENANCE, open_gate, quoted
from reading_exports import ALL_FORMATS

from notecode.exporting import PACKAGE, Selection, export_all
from notecode.exporting.datapackage import digest_of, files_of

frictionless = pytest.importorskip("frictionless")


def package(directory: Path) -> dict:
    return json.loads((directory / PACKAGE).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("data", "chosen"),
    [
        (DATA, ALL_FORMATS),
        (EMPTY, Selection()),
        (quoted('=a "quoted",\n- line\twith\r\neverything'), Selection()),
        (DATA, Selection(formats=("sav",), groups=("cases",))),
        (replace(DATA, provenance=replace(PROVENANCE, suppressed_below=3)), Selection()),
    ],
)
def test_the_package_is_valid(tmp_path, data, chosen):
    export_all(data, tmp_path, open_gate, chosen)
    report = frictionless.validate(str(tmp_path / PACKAGE))
    assert report.valid, report.flatten(["name", "type", "note"])
    assert len(report.tasks) == len(package(tmp_path)["resources"])


def test_a_changed_file_makes_the_package_invalid(tmp_path):
    export_all(DATA, tmp_path, open_gate)
    path = tmp_path / "cases.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("North", "Nord"), encoding="utf-8")
    assert not frictionless.validate(str(tmp_path / PACKAGE)).valid


def test_a_value_of_another_type_makes_the_package_invalid(tmp_path):
    export_all(DATA, tmp_path, open_gate)
    described = package(tmp_path)
    for resource in described["resources"]:
        del resource["hash"], resource["bytes"]
    (tmp_path / PACKAGE).write_text(json.dumps(described))
    path = tmp_path / "references.csv"
    assert frictionless.validate(str(tmp_path / PACKAGE)).valid
    path.write_text(path.read_text(encoding="utf-8").replace(",7,", ",seven,"), encoding="utf-8")
    report = frictionless.validate(str(tmp_path / PACKAGE))
    assert "type-error" in {row[0] for row in report.flatten(["type"])}


def test_every_file_is_listed_with_its_digest(tmp_path):
    export_all(DATA, tmp_path, open_gate, ALL_FORMATS)
    listed = files_of(tmp_path / PACKAGE)
    assert set(listed) == {path.name for path in tmp_path.iterdir()} - {PACKAGE}
    for name, digest in listed.items():
        assert digest == digest_of(tmp_path / name)


def test_columns_have_their_meaning_key_and_levels(tmp_path):
    export_all(DATA, tmp_path, open_gate)
    resources = {each["name"]: each["schema"] for each in package(tmp_path)["resources"]}
    cases = {field["name"]: field for field in resources["cases"]["fields"]}
    assert resources["cases"]["primaryKey"] == ["case_id"]
    assert "primaryKey" not in resources["counts-by-agency"], "(no agency) has an empty key"
    severity = cases["severity_3_months"]
    assert severity["categories"] == ["none", "standard", "moderate", "high"]
    assert severity["categoriesOrdered"] is True
    assert cases["has_direct"]["constraints"] == {"required": True, "enum": [0, 1]}
    assert "never no" in severity["description"]


def test_it_says_where_the_numbers_come_from(tmp_path):
    export_all(DATA, tmp_path, open_gate)
    made = package(tmp_path)
    assert made["name"] == "the-study"
    assert made["created"] == "2026-02-03T04:05:06Z"
    assert made["provenance"]["Codebook digest (sha256)"] == DATA.codebook.digest
    assert made["provenance"]["Coders"] == "ann, bob"


@pytest.mark.parametrize("content", ["", "[]", "{", '{"resources": 3}', "\xff"])
def test_a_package_that_cannot_be_read_lists_nothing(tmp_path, content):
    (tmp_path / PACKAGE).write_text(content, encoding="latin-1")
    assert files_of(tmp_path / PACKAGE) == {}
    assert files_of(tmp_path / "none.json") == {}


R_SCRIPT = """
read <- function(file, ...) read.csv(file, fileEncoding = "UTF-8-BOM", na.strings = "", ...)
cases <- read("cases.csv", colClasses = c(case_id = "character"))
refs <- read("references.csv", colClasses = c(case_id = "character", note_id = "character"))
stopifnot(identical(cases$case_id, c("001", "002", "003")), is.numeric(cases$age))
stopifnot(nrow(refs) == 4, sum(refs$agency_police) == 2, identical(names(refs)[1], "reference_id"))
"""


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed here")
def test_r_reads_the_csv_files_without_a_cleaning_step(tmp_path):
    export_all(DATA, tmp_path, open_gate)
    (tmp_path / "read.R").write_text(R_SCRIPT)
    done = subprocess.run(
        ["Rscript", "read.R"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
