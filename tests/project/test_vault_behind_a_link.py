"""A study whose vault was moved, with a symbolic link left in its place."""

from pathlib import Path

import pytest

from notecode.anonymising.vault import KeyCost, Passphrase, Vault, keys
from notecode.errors import PassphraseError, VaultError
from notecode.project import Project, find_project
from notecode.project.anonymising import vault as vaults
from notecode.project.anonymising.vault_state import at_vault_file, has_vault, vault_state

WORDS = Passphrase("four unlikely little words")
OTHER = Passphrase("another four unlikely words")


@pytest.fixture
def linked(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Moved, linked, and then opened once to write."""
    monkeypatch.setattr(keys, "COST", KeyCost(n=16))
    made = vaults.make_vault(project, WORDS)
    made.vault_path.rename(target_in(tmp_path))
    made.vault_path.symlink_to(target_in(tmp_path))
    opened(project, WORDS, writing=True).__exit__(None, None, None)
    return find_project(project.directory)


def target_in(folder: Path) -> Path:
    return folder / "elsewhere.vault"


def opened(project: Project, passphrase: Passphrase, *, writing: bool = False) -> Vault:
    found = find_project(project.directory)
    return vaults.open_project_vault(found, passphrase, writing=writing)


def test_the_settings_keep_the_link_that_was_named(linked: Project) -> None:
    assert linked.settings.vault_file == "corpus/originals.vault"
    assert linked.vault_path.is_symlink()
    state = vault_state(linked)
    assert state is not None
    assert (state.file, state.problem) == ("corpus/originals.vault", "")


def test_a_new_passphrase_reaches_the_vault(linked: Project, tmp_path: Path) -> None:
    vaults.change_passphrase(linked, WORDS, OTHER)
    for project in (linked, at_vault_file(linked, target_in(tmp_path))):
        with pytest.raises(PassphraseError):
            vaults.open_project_vault(project, WORDS)
        vaults.open_project_vault(project, OTHER).close()


@pytest.mark.parametrize("by_target", [False, True])
def test_destroying_leaves_nothing(linked: Project, tmp_path: Path, *, by_target: bool) -> None:
    named = at_vault_file(linked, target_in(tmp_path)) if by_target else linked
    assert vaults.destroy(named)
    assert not target_in(tmp_path).exists()
    assert not linked.vault_path.is_symlink()
    assert not has_vault(find_project(linked.directory))


def test_destroying_a_link_whose_vault_was_moved_on_says_that_nothing_was_there(
    linked: Project, tmp_path: Path
) -> None:
    target_in(tmp_path).rename(tmp_path / "on.vault")
    with pytest.raises(VaultError, match="not where"):
        opened(linked, WORDS)
    assert not vaults.destroy(linked)
    assert (tmp_path / "on.vault").exists()
