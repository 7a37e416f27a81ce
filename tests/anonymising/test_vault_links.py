"""A vault behind a symbolic link: there is one vault, whatever is done to it."""

from pathlib import Path

import pytest
from vault_examples import CHEAP, OTHER, PROJECT, WORDS, case, contents, make_vault

from notecode.anonymising.vault import create_vault, destroy_vault, open_vault, work_path
from notecode.errors import PassphraseError, VaultError


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "elsewhere").mkdir()
    return make_vault(tmp_path / "elsewhere" / "moved.vault", 1, 2)


@pytest.fixture
def link(tmp_path: Path, target: Path) -> Path:
    """A link to a link to the vault, both of them relative."""
    (tmp_path / "between.vault").symlink_to(Path("elsewhere") / target.name)
    link = tmp_path / "originals.vault"
    link.symlink_to("between.vault")
    return link


def files_under(folder: Path) -> list[str]:
    return sorted(str(each.relative_to(folder)) for each in folder.rglob("*") if not each.is_dir())


def test_a_merge_writes_what_the_link_leads_to(tmp_path: Path, link: Path, target: Path) -> None:
    with open_vault(link, WORDS, writing=True) as vault:
        vault.write_cases([case(3)])
        assert work_path(target).exists()
        with pytest.raises(VaultError, match="being written"):
            open_vault(target, WORDS, writing=True)
    assert link.is_symlink()
    assert files_under(tmp_path) == ["between.vault", "elsewhere/moved.vault", "originals.vault"]
    assert set(contents(target)) == {"C1", "C2", "C3"}


def test_a_new_passphrase_and_a_replaced_case_leave_no_older_copy(link: Path, target: Path) -> None:
    with open_vault(link, WORDS, writing=True) as vault:
        vault.write_cases([case(1, "other words")])
    with open_vault(link, WORDS, writing=True) as vault:
        vault.change_passphrase(OTHER)
    assert link.is_symlink()
    for path in (link, target):
        with pytest.raises(PassphraseError):
            open_vault(path, WORDS)
        with open_vault(path, OTHER) as vault:
            assert vault.read_case("C1").notes[0].text == "other words"


def test_destroying_leaves_neither_vault_nor_link(tmp_path: Path, link: Path, target: Path) -> None:
    held = target.open("rb")
    before = held.read()
    work_path(link).write_bytes(b"left by an older version beside the link")
    destroy_vault(link)
    assert files_under(tmp_path) == []
    held.seek(0)
    assert held.read()[:64] != before[:64], "what lay there was overwritten"
    held.close()


def test_a_link_to_nowhere_is_taken_away_and_makes_no_folders(tmp_path: Path) -> None:
    link = tmp_path / "originals.vault"
    link.symlink_to(tmp_path / "not" / "there.vault")
    destroy_vault(link)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(VaultError, match="no vault"):
        destroy_vault(link)


def test_what_is_left_is_reported(
    link: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("notecode.anonymising.vault.files.erase", lambda *_, **__: None)
    with pytest.raises(VaultError, match="left") as caught:
        destroy_vault(link)
    assert str(target) in str(caught.value)


def test_a_vault_is_made_where_the_link_leads(tmp_path: Path) -> None:
    link, target = tmp_path / "originals.vault", tmp_path / "real.vault"
    link.symlink_to(target)
    create_vault(link, WORDS, project=PROJECT, cost=CHEAP)
    assert link.is_symlink()
    assert contents(target) == {}
    with pytest.raises(VaultError, match="already"):
        create_vault(link, WORDS, project=PROJECT, cost=CHEAP)
