"""Files are put in place whole or not at all, and only after the gate has seen them."""

import errno
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from export_examples import DATA, open_gate, quoted
from reading_exports import ALL_FORMATS

from notecode.errors import LeakError, WriteError
from notecode.exporting import (
    PACKAGE,
    WORKBOOK,
    Artefact,
    Said,
    Selection,
    export_all,
    text_artefact,
    write_all,
)
from notecode.exporting.datapackage import digest_of
from notecode.exporting.writing import STAGE_PREFIX
from notecode.project.setup import create_project
from notecode.store.connection import create_database

artefact = text_artefact
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


def test_directories_that_are_made_are_their_owner_s_alone(tmp_path):
    write_all(tmp_path / "a" / "b", NEW, open_gate)
    create_project(tmp_path / "study", "Study")
    create_database(tmp_path / "new" / "notecode.db")
    made = ("a", "a/b", "study/corpus", "study/exports", "new")
    found = {name: (tmp_path / name).stat().st_mode & 0o777 for name in made}
    assert found == dict.fromkeys(made, 0o700)


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
    def gate(said: Said) -> None:
        if any("new c" in text for _, text in said.parts()):
            raise LeakError("an identifier", where=said.name)

    with pytest.raises(LeakError) as caught:
        write_all(tmp_path / "exports", NEW, gate)
    assert caught.value.where == "c.csv"
    assert list(tmp_path.iterdir()) == []


def searched(data, directory, chosen=None):
    """What the gate is shown of an export, by the name that it would give it."""
    seen: dict[str, list[tuple[str, str]]] = {}

    def gate(said: Said) -> None:
        assert not list(directory.iterdir())
        seen.setdefault(said.name, []).extend(said.parts())

    written = export_all(data, directory, gate, chosen or ALL_FORMATS)
    return written, seen


def test_the_gate_sees_every_text_of_every_table(tmp_path):
    _, seen = searched(quoted("a MARKED word"), tmp_path)
    for name in ("README.txt", "references", "cases", WORKBOOK, PACKAGE, "the provenance"):
        assert any("MARKED" in text for _, text in seen[name]), name


def test_the_gate_is_told_in_which_row_of_which_note_a_text_stands(tmp_path):
    _, seen = searched(quoted("a MARKED word"), tmp_path)
    assert {place for place, text in seen["references"] if "MARKED" in text} == {"row 2, note 0001"}
    assert {place for place, text in seen["cases"] if "MARKED" in text} == {"row 2, case 001"}


def every_text_of(directory: Path) -> dict[str, set[str]]:
    """All texts of all files, read with what reads them."""
    import openpyxl
    import pandas as pd
    import pyreadstat

    found: dict[str, set[str]] = {}
    for path in directory.iterdir():
        if path.suffix == ".xlsx":
            book = openpyxl.load_workbook(path)
            cells = [c for s in book for row in s.iter_rows(values_only=True) for c in row]
            found[path.name] = {cell for cell in cells if isinstance(cell, str)}
        elif path.suffix in (".csv", ".parquet"):
            parquet = path.suffix == ".parquet"
            frame = pd.read_parquet(path) if parquet else pd.read_csv(path, dtype=str)
            found[path.name] = {str(c) for column in frame for c in frame[column]}
            found[path.name] |= set(frame.columns)
        elif path.suffix in (".sav", ".dta"):
            reader = pyreadstat.read_sav if path.suffix == ".sav" else pyreadstat.read_dta
            frame, meta = reader(path)
            found[path.name] = {str(c) for column in frame for c in frame[column]}
            labels = meta.variable_value_labels.values()
            found[path.name] |= {label for of_one in labels for label in of_one.values()}
            found[path.name] |= {*meta.column_names_to_labels.values(), meta.file_label}
            found[path.name] |= set(meta.notes)
        else:
            found[path.name] = set(path.read_text(encoding="utf-8").splitlines())
    return found


def test_no_text_of_any_file_was_kept_from_the_gate(tmp_path):
    _, seen = searched(DATA, tmp_path)
    shown = "\n".join(text for parts in seen.values() for _, text in parts)
    texts = every_text_of(tmp_path)
    assert len(texts) > 40
    for name, cells in texts.items():
        if name == PACKAGE:
            continue
        for cell in cells:
            # Captions and provenance are put together from parts that are searched one by one;
            # CSV marks what a spreadsheet could run.
            for part in re.split(r"; (?=Base)|One row is |[.] (?=[0-9B])", cell.removeprefix("'")):
                if any(char.isalpha() for char in part) and part not in OURS:
                    assert part.rstrip(".") in shown, (name, cell)


OURS = {
    *("nan", "<NA>", "None", "True", "False"),
    *("provenance", "what made the file, and from which codebook"),
    *("none recorded", "yes", "missing: nothing recorded", "recorded as absent"),
    *("recorded, not readable", "withheld: few cases"),
    *("before the start", "first third", "second third", "last third", "after the end"),
}
"""Words that are the same in every export."""


def test_nothing_is_written_before_the_gate_has_seen_all(tmp_path):
    target = tmp_path / "exports"

    def gate(said: Said) -> None:
        assert not target.exists()

    export_all(DATA, target, gate)
    assert target.exists()


def limited(size: int, directory: Path) -> subprocess.CompletedProcess[str]:
    """An export in a process that cannot write files of more than so many bytes."""
    script = f"""
import resource, signal, sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from pathlib import Path
from export_examples import DATA, open_gate
from reading_exports import ALL_FORMATS
from notecode.errors import WriteError
from notecode.exporting import export_all
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
import pandas, pyreadstat, pyarrow.parquet, openpyxl
resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))
try:
    export_all(DATA, Path({str(directory)!r}), open_gate, ALL_FORMATS)
except WriteError as error:
    print(error.where.rpartition("/")[2])
"""
    return subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=120
    )


@pytest.mark.parametrize("size", [2_000, 9_000])
def test_a_disk_that_takes_only_a_part_changes_nothing(directory, size):
    done = limited(size, directory)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() in {"README.txt", "data_dictionary.csv", WORKBOOK, "codebook.csv"}
    assert found(directory) == OLD


@pytest.mark.parametrize("ending", ["sav", "dta", "parquet", "xlsx"])
def test_binary_files_that_cannot_be_written_change_nothing(directory, monkeypatch, ending):
    """Each library meets a full disk, and says so in its own way."""
    (directory / "full").symlink_to("/dev/full")
    target = directory / "full"
    chosen = Selection(formats=(ending,), groups=("references",))
    files = [each for each in export_files(chosen) if each.name.endswith(ending)]
    with pytest.raises((OSError, WriteError)):
        files[0].write(target)
        if not target.is_symlink():
            raise AssertionError("the link was replaced")


def export_files(chosen: Selection) -> tuple[Artefact, ...]:
    from notecode.exporting import artefacts

    return artefacts(DATA, chosen)


KILLED = """
import os, signal, sys
sys.path.insert(0, {folder!r})
from pathlib import Path
from export_examples import DATA, open_gate
from notecode.exporting import export_all, writing
real = Path.replace
def replace(self, target):
    done = real(self, target)
    if target.name == {at!r}:
        os.kill(os.getpid(), signal.SIGKILL)
    return done
Path.replace = replace
export_all(DATA, Path({directory!r}), open_gate)
"""


def test_an_export_that_is_killed_half_way_does_not_look_whole_and_is_cleared_away(tmp_path):
    export_all(quoted("old"), tmp_path, open_gate)
    script = KILLED.format(
        folder=str(Path(__file__).parent), directory=str(tmp_path), at="cases.csv"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False, timeout=60)
    assert done.returncode == -9
    assert not (tmp_path / PACKAGE).exists(), "the seal is broken first and set last"
    left = [path for path in tmp_path.iterdir() if path.name.startswith(STAGE_PREFIX)]
    assert len(left) == 1
    export_all(DATA, tmp_path, open_gate)
    assert (tmp_path / PACKAGE).exists()
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(STAGE_PREFIX)]


def test_two_exports_at_once_do_not_mix(directory):
    class Waits:
        def __call__(self, path: Path) -> None:
            with pytest.raises(WriteError, match="another export is being written"):
                write_all(directory, NEW, open_gate)
            path.write_text("first")

    slow = Artefact(name="a.csv", says=(), write=Waits())
    write_all(directory, [slow], open_gate)
    assert found(directory) == OLD | {"a.csv": "first"}


def test_a_directory_holds_one_export(tmp_path):
    export_all(DATA, tmp_path, open_gate, ALL_FORMATS)
    (tmp_path / "mine.txt").write_text("mine")
    changed = tmp_path / "audit.csv"
    changed.write_text("edited by somebody")
    chosen = Selection(groups=("counts",))
    written = export_all(DATA, tmp_path, open_gate, chosen)
    assert {path.name for path in tmp_path.iterdir()} == {
        *(path.name for path in written),
        "mine.txt",
        "audit.csv",
    }
    assert changed.read_text() == "edited by somebody"


def test_no_export_is_written_over_a_file_that_somebody_changed(tmp_path):
    export_all(DATA, tmp_path, open_gate, ALL_FORMATS)
    for name in ("audit.csv", "cases.csv"):
        (tmp_path / name).write_text("edited by somebody")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(WriteError) as refused:
        export_all(DATA, tmp_path, open_gate, ALL_FORMATS)
    assert all(name in refused.value.what for name in ("audit.csv", "cases.csv"))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    for name in ("audit.csv", "cases.csv"):
        (tmp_path / name).unlink()
    assert tmp_path / "cases.csv" in export_all(DATA, tmp_path, open_gate, ALL_FORMATS)


def test_what_an_export_would_replace_is_put_back_when_it_fails(tmp_path, monkeypatch):
    export_all(DATA, tmp_path, open_gate, ALL_FORMATS)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if target.name == PACKAGE and self.parent.name != "before":
            raise OSError(errno.EIO, "broken")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(WriteError):
        export_all(quoted("x"), tmp_path, open_gate)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_package_that_names_files_elsewhere_removes_nothing_there(tmp_path):
    outside = tmp_path / "outside.txt"
    outside.write_text("keep me")
    inside = tmp_path / "exports"
    inside.mkdir()
    listed = [{"path": "../outside.txt", "hash": digest_of(outside)}]
    (inside / PACKAGE).write_text(json.dumps({"resources": listed, "otherFiles": []}))
    export_all(DATA, inside, open_gate)
    assert outside.exists()


def test_drafts_are_kept_beside_the_files_and_not_in_a_shared_folder(tmp_path, monkeypatch):
    shared = tmp_path / "shared"
    shared.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(shared))
    made: list[str] = []
    real = tempfile._TemporaryFileWrapper.__init__

    def note(self, file, name, *more, **options):
        made.append(str(name))
        real(self, file, name, *more, **options)

    monkeypatch.setattr(tempfile._TemporaryFileWrapper, "__init__", note)
    export_all(quoted("x"), tmp_path / "exports", open_gate)
    assert made
    assert all(name.startswith(str(tmp_path / "exports")) for name in made)
    assert tempfile.tempdir == str(shared)
