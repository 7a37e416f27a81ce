"""Files are put in place whole or not at all, and only after the gate has seen them."""

import errno
import os
from pathlib import Path

import pytest
from export_examples import DATA, open_gate, quoted

from notecode.errors import LeakError, WriteError
from notecode.exporting import Artefact, export_all, write_all
from notecode.exporting.writing import STAGE_PREFIX, lines_of


def artefact(name: str, text: str) -> Artefact:
    return Artefact(name=name, text=text, encode=text.encode, parts=lambda: lines_of(text))


OLD = {"a.csv": "old a", "b.csv": "old b"}
NEW = (artefact("a.csv", "new a"), artefact("b.csv", "new b"), artefact("c.csv", "new c"))


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    for name, text in OLD.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def found(directory: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in directory.iterdir()}


def test_files_are_written_and_nothing_else_is_left(directory):
    written = write_all(directory, NEW, open_gate)
    assert written == tuple(directory / name for name in ("a.csv", "b.csv", "c.csv"))
    assert found(directory) == {"a.csv": "new a", "b.csv": "new b", "c.csv": "new c"}


def test_a_missing_directory_is_made(tmp_path):
    write_all(tmp_path / "deep" / "exports", NEW, open_gate)
    assert len(found(tmp_path / "deep" / "exports")) == 3


def full_disk(number: int):
    """A write that fails with a full disk from the n-th file on."""
    written = 0

    def fsync(_descriptor: int) -> None:
        nonlocal written
        written += 1
        if written >= number:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    return fsync


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_full_disk_changes_nothing(directory, monkeypatch, number):
    monkeypatch.setattr(os, "fsync", full_disk(number))
    with pytest.raises(WriteError) as caught:
        write_all(directory, NEW, open_gate)
    assert found(directory) == OLD
    assert caught.value.what == "the disk is full"
    assert caught.value.where == str(directory / NEW[number - 1].name)
    assert "free some space" in caught.value.hint
    assert caught.value.exit_code == 11


def test_a_full_disk_leaves_no_new_directory_behind(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fsync", full_disk(2))
    with pytest.raises(WriteError):
        write_all(tmp_path / "deep" / "exports", NEW, open_gate)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("order", [NEW, NEW[::-1]])
@pytest.mark.parametrize("failing", ["a.csv", "b.csv", "c.csv"])
def test_a_rename_that_fails_half_way_puts_everything_back(directory, monkeypatch, failing, order):
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if self.name == failing and STAGE_PREFIX in self.parent.name:
            raise PermissionError(errno.EACCES, "denied")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(WriteError, match="no permission"):
        write_all(directory, order, open_gate)
    assert found(directory) == OLD


def test_an_interruption_half_way_puts_everything_back(directory, monkeypatch):
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if self.name == "b.csv" and STAGE_PREFIX in self.parent.name:
            raise KeyboardInterrupt
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(KeyboardInterrupt):
        write_all(directory, NEW, open_gate)
    assert found(directory) == OLD


def test_a_directory_in_the_way_of_a_file(directory):
    (directory / "c.csv").mkdir()
    with pytest.raises(WriteError, match="there is a directory of that name"):
        write_all(directory, NEW, open_gate)
    assert (directory / "a.csv").read_text() == "old a"
    assert sorted(path.name for path in directory.iterdir()) == ["a.csv", "b.csv", "c.csv"]


@pytest.mark.parametrize("inside", ["a.csv", "a.csv/deeper"])
def test_a_file_in_the_way_of_the_directory(directory, inside):
    with pytest.raises(WriteError):
        write_all(directory / inside, NEW, open_gate)
    assert found(directory) == OLD


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write into a read-only directory")
def test_a_read_only_directory(directory):
    directory.chmod(0o500)
    try:
        with pytest.raises(WriteError, match="no permission"):
            write_all(directory, NEW, open_gate)
    finally:
        directory.chmod(0o700)
    assert found(directory) == OLD


def test_a_refusing_gate_means_that_nothing_is_written(tmp_path):
    def gate(artefact: Artefact) -> None:
        if "new c" in artefact.text:
            raise LeakError("an identifier", where=artefact.name)

    with pytest.raises(LeakError) as caught:
        write_all(tmp_path / "exports", NEW, gate)
    assert caught.value.where == "c.csv"
    assert list(tmp_path.iterdir()) == []


def test_the_gate_sees_every_file_and_all_of_its_text(tmp_path):
    seen: dict[str, str] = {}

    def gate(artefact: Artefact) -> None:
        seen[artefact.name] = artefact.text

    written = export_all(quoted("a MARKED word"), tmp_path, gate)
    assert list(seen) == [path.name for path in written]
    for name in ("README.txt", "references.csv", "cases.csv", "notecode_counts.xlsx"):
        assert "a MARKED word" in seen[name], name
    for path in written:
        if path.suffix != ".xlsx":
            assert path.read_text(encoding="utf-8-sig") == seen[path.name]


def test_the_gate_sees_every_cell_of_the_workbook(tmp_path):
    import openpyxl

    seen: dict[str, str] = {}
    parts: dict[str, set[str]] = {}

    def gate(artefact: Artefact) -> None:
        seen[artefact.name] = artefact.text
        rows = [text for _, text in artefact.parts()]
        parts[artefact.name] = {line for text in rows for line in text.split("\n")}

    export_all(DATA, tmp_path, gate)
    assert parts["notecode_counts.xlsx"] == set(seen["notecode_counts.xlsx"].split("\n"))
    book = openpyxl.load_workbook(tmp_path / "notecode_counts.xlsx")
    lines = set(seen["notecode_counts.xlsx"].split("\n"))
    for sheet in book.worksheets:
        for row in sheet.iter_rows(values_only=True):
            assert {str(cell) for cell in row if cell is not None} <= lines
    assert book.properties.title in lines


def test_nothing_is_written_before_the_gate_has_seen_all(tmp_path):
    target = tmp_path / "exports"

    def gate(artefact: Artefact) -> None:
        assert not target.exists()

    export_all(DATA, target, gate)
    assert target.exists()
