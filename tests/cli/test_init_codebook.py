"""``notecode init`` begins with the codebook that ships, and tells when a clone's was edited."""

from collections.abc import Callable
from errno import ENOSPC
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from notecode.codebook import loading, shipped_codebook_edited, shipped_codebook_text
from notecode.errors import WriteError
from notecode.project import find_project
from notecode.project.demo import _beside_the_shipped
from notecode.project.setup import create_project


@pytest.fixture
def edited(monkeypatch: pytest.MonkeyPatch) -> str:
    """The sample's codebook of this clone with a code that somebody tried."""
    played = shipped_codebook_text().replace(
        "agencies:\n", "  - id: waiting\n    label: Waiting for Xanthippe\n\nagencies:\n", 1
    )
    shipped = loading._shipped
    monkeypatch.setattr(
        loading, "_shipped", lambda name: played if name == "codebook.yaml" else shipped(name)
    )
    return played


def test_the_recorded_digest_is_that_of_the_codebook_that_ships() -> None:
    digest = sha256(shipped_codebook_text().encode()).hexdigest()
    recorded = Path(loading.__file__).with_name("codebook.sha256").read_text(encoding="utf-8")
    assert recorded == f"{digest}  codebook.yaml\n", "codebook.yaml was edited: run `make docs`"
    assert not shipped_codebook_edited()


def test_a_project_does_not_begin_with_an_edited_codebook_unasked(
    tmp_path: Path, edited: str, run: Callable[..., Any]
) -> None:
    study = tmp_path / "study"
    refused = run("init", study, cwd=tmp_path)
    assert refused.code == 2
    assert "was edited since it shipped" in refused.err
    assert "git checkout codebook.yaml" in refused.err
    assert "Xanthippe" not in refused.out + refused.err
    assert not study.exists()

    made = run("init", study, "--codebook-as-edited", cwd=tmp_path)
    assert made.code == 0
    assert (study / "codebook.yaml").read_text(encoding="utf-8") == edited


def test_a_project_with_a_codebook_of_its_own_is_completed_all_the_same(
    tmp_path: Path, edited: str, run: Callable[..., Any]
) -> None:
    (tmp_path / "codebook.yaml").write_text("codes: []\n", encoding="utf-8")
    assert run("init", tmp_path, cwd=tmp_path).code == 0
    assert (tmp_path / "codebook.yaml").read_text(encoding="utf-8") == "codes: []\n"


def test_the_demo_searches_a_codebook_for_what_does_not_ship(edited: str) -> None:
    # Asked of the shipped words before somebody played: then the new label alone is left.
    left = _beside_the_shipped("codebooks row 1", shipped_codebook_text() + " Zenobia Quillfeather")
    assert left == "Zenobia Quillfeather"
    assert _beside_the_shipped("notes row 1", "Rang housing.") == "Rang housing."


def test_a_new_project_is_its_owners_alone_and_an_old_directory_keeps_its_mode(
    tmp_path: Path, run: Callable[..., Any]
) -> None:
    run("init", tmp_path / "shelf" / "study", cwd=tmp_path)
    assert (tmp_path / "shelf" / "study").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "shelf").stat().st_mode & 0o777 != 0o700
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o750)
    run("init", shared, cwd=tmp_path)
    assert shared.stat().st_mode & 0o777 == 0o750
    assert (shared / "corpus").stat().st_mode & 0o777 == 0o700


def test_what_a_full_disk_cut_short_is_not_taken_for_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    study = tmp_path / "study"

    def full(_: int) -> None:
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr("notecode.project.setup.os.fsync", full)
    with pytest.raises(WriteError, match="No space left"):
        create_project(study, "Study", as_edited=True)
    assert [path.name for path in study.iterdir() if path.is_file()] == []
    monkeypatch.undo()
    made = create_project(study, "Study", as_edited=True)
    assert "notecode.toml" in made
    assert find_project(study).settings.title == "Study"
