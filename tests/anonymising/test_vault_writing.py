"""Writing to the vault: whole or not at all, whatever fails and whenever the process is killed."""

import errno
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from vault_examples import CHEAP, OTHER, PROJECT, WORDS, case, contents, make_vault

from notecode.anonymising.vault import create_vault, destroy_vault, open_vault, work_path
from notecode.anonymising.vault import files as vault_files
from notecode.anonymising.vault import vault as vault_module
from notecode.anonymising.vault.work import START_LENGTH
from notecode.errors import VaultError, WriteError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_vault(tmp_path / "originals.vault", 1, 2)


class Killed(BaseException):
    """Stands for a process that ends here."""


def interrupted(path: Path, *numbers: int) -> None:
    """Write these cases and end without merging."""
    with pytest.raises(Killed), open_vault(path, WORDS, writing=True) as vault:
        vault.write_cases(map(case, numbers))
        raise Killed


def names(path: Path) -> set[str]:
    return {each.name for each in path.parent.iterdir()}


def test_only_the_vault_is_left_and_only_its_owner_may_read_it(path: Path) -> None:
    assert names(path) == {"originals.vault"}
    assert path.stat().st_mode & 0o777 == 0o600
    with open_vault(path, WORDS, writing=True) as vault:
        vault.write_cases([case(3)])
        for each in path.parent.iterdir():
            assert each.stat().st_mode & 0o077 == 0, each


def test_a_vault_that_others_could_read_is_closed_again(path: Path) -> None:
    path.chmod(0o644)
    with open_vault(path, WORDS, writing=True) as vault:
        vault.write_cases([case(3)])
    assert path.stat().st_mode & 0o777 == 0o600


def test_what_was_written_is_safe_before_the_merge(path: Path) -> None:
    before = path.read_bytes()
    interrupted(path, 3, 4)
    assert path.read_bytes() == before
    assert set(contents(path)) == {"C1", "C2", "C3", "C4"}
    assert names(path) == {"originals.vault", "originals.vault.work"}


def test_the_next_writer_goes_on_and_tidies_up(path: Path) -> None:
    interrupted(path, 3)
    interrupted(path, 4)
    with open_vault(path, WORDS, writing=True) as vault:
        vault.write_cases([case(5)])
    assert names(path) == {"originals.vault"}
    assert contents(path) == {f"C{n}": case(n) for n in range(1, 6)}


def test_opening_to_write_alone_merges_what_was_left(path: Path) -> None:
    interrupted(path, 3)
    open_vault(path, WORDS, writing=True).__exit__(None, None, None)
    assert names(path) == {"originals.vault"}
    assert set(contents(path)) == {"C1", "C2", "C3"}


def test_what_is_merged_is_copied_and_not_encrypted_again(path: Path) -> None:
    before = path.read_bytes()
    interrupted(path, 3)
    added = work_path(path).read_bytes()[START_LENGTH:]
    with open_vault(path, WORDS, writing=True):
        pass
    after = path.read_bytes()
    assert added in after
    assert after.startswith(before[: after.index(added)])


def test_a_case_that_is_replaced_leaves_the_file_altogether(path: Path) -> None:
    with open_vault(path, WORDS, writing=True) as vault:
        vault.write_cases([case(1, "corrected"), case(3)])
        assert vault.read_case("C1").notes[0].text == "corrected"
    kept = contents(path)
    assert kept == {"C1": case(1, "corrected"), "C2": case(2), "C3": case(3)}
    size = path.stat().st_size
    for _ in range(5):
        with open_vault(path, WORDS, writing=True) as vault:
            vault.write_cases([case(1, "corrected")])
    assert abs(path.stat().st_size - size) < 20


def test_each_byte_of_the_work_file_may_be_the_last(path: Path) -> None:
    """Cut anywhere, as a kill or a power failure may: whole cases stay, nothing is made up."""
    interrupted(path, 3, 4)
    whole = work_path(path).read_bytes()
    third = START_LENGTH + (len(whole) - START_LENGTH) // 2
    for end in range(len(whole)):
        work_path(path).write_bytes(whole[:end])
        expected = {"C1", "C2"} | ({"C3"} if end >= third else set())
        assert set(contents(path)) == expected, end


def test_blank_blocks_after_a_power_failure_are_an_unfinished_write(path: Path) -> None:
    interrupted(path, 3, 4)
    whole = work_path(path).read_bytes()
    third = START_LENGTH + (len(whole) - START_LENGTH) // 2
    for kept in (third, third + 60):
        work_path(path).write_bytes(whole[:kept] + b"\0" * (len(whole) - kept))
        assert set(contents(path)) == {"C1", "C2", "C3"}, kept
    work_path(path).write_bytes(b"\0" * START_LENGTH)
    assert set(contents(path)) == {"C1", "C2"}
    with open_vault(path, WORDS, writing=True) as vault:
        vault.write_cases([case(4)])
    assert set(contents(path)) == {"C1", "C2", "C4"}


def test_an_altered_byte_of_the_work_file_is_damage(path: Path) -> None:
    interrupted(path, 3, 4)
    whole = work_path(path).read_bytes()
    for at in range(len(whole)):
        work_path(path).write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(VaultError, match=r"damaged|not of this state"):
            open_vault(path, WORDS)


def test_a_kill_between_renaming_and_removing_changes_nothing(path: Path) -> None:
    interrupted(path, 3)
    left = work_path(path).read_bytes()
    with open_vault(path, WORDS, writing=True):
        pass
    merged = path.read_bytes()
    work_path(path).write_bytes(left)
    assert set(contents(path)) == {"C1", "C2", "C3"}
    with open_vault(path, WORDS, writing=True):
        pass
    assert path.read_bytes() == merged
    assert not work_path(path).exists()


def test_the_same_after_everything_was_encrypted_anew(path: Path) -> None:
    interrupted(path, 1, 3)
    left = work_path(path).read_bytes()
    with open_vault(path, WORDS, writing=True) as vault:
        vault.write_cases([case(1, "newest")])
    work_path(path).write_bytes(left)
    assert contents(path)["C1"] == case(1, "newest")
    with open_vault(path, WORDS, writing=True) as vault:
        vault.change_passphrase(OTHER, CHEAP)
    work_path(path).write_bytes(left)
    assert contents(path, OTHER)["C1"] == case(1, "newest")


def test_a_work_file_of_another_state_is_refused_and_kept(path: Path, tmp_path: Path) -> None:
    older = path.read_bytes()
    with open_vault(path, WORDS, writing=True) as vault:
        vault.write_cases([case(3)])
    interrupted(path, 4)
    path.write_bytes(older)
    with pytest.raises(VaultError, match="not of this state") as caught:
        open_vault(path, WORDS)
    assert "back-up" in caught.value.hint
    assert work_path(path).exists()
    other = make_vault(tmp_path / "other" / "originals.vault", 1, 2)
    work_path(path).rename(work_path(other))
    with pytest.raises(VaultError, match="not of this state"):
        open_vault(other, WORDS)


def test_only_an_open_writer_writes(path: Path) -> None:
    with open_vault(path, WORDS) as vault, pytest.raises(VaultError, match="reading only"):
        vault.write_cases([case(3)])


def test_a_vault_is_not_made_twice(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(VaultError, match="already"):
        create_vault(path, OTHER, project=PROJECT, cost=CHEAP)
    assert path.read_bytes() == before
    interrupted(path, 3)
    path.unlink()
    with pytest.raises(VaultError, match="already"):
        create_vault(path, OTHER, project=PROJECT, cost=CHEAP)
    with pytest.raises(VaultError, match="there is no vault here"):
        open_vault(path, WORDS)


class FullDisk:
    """A disk that takes ``room`` more bytes, in part, and then no more."""

    def __init__(self, room: int, monkeypatch: pytest.MonkeyPatch) -> None:
        self.room = room
        real = vault_files.create

        def create(path: Path) -> object:
            file = real(path)
            write = file.write

            class Limited:
                def __getattr__(self, name: str) -> object:
                    return getattr(file, name)

                def __enter__(self) -> object:
                    return self

                def __exit__(self, *_: object) -> None:
                    file.close()

                def write(limited, content: bytes) -> int:  # noqa: N805
                    part = content[: max(self.room, 0)]
                    self.room -= len(content)
                    write(part)
                    if len(part) < len(content):
                        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
                    return len(content)

            return Limited()

        monkeypatch.setattr(vault_files, "create", create)


@pytest.mark.parametrize("room", [0, 40, 80, 400, 900, 1500, 2200, 2900])
def test_a_full_disk_loses_nothing(path: Path, monkeypatch: pytest.MonkeyPatch, room: int) -> None:
    before = path.read_bytes()
    with monkeypatch.context() as patched:
        FullDisk(room, patched)
        with (
            pytest.raises(WriteError, match="the disk is full") as caught,
            open_vault(path, WORDS, writing=True) as vault,
        ):
            vault.write_cases([case(3), case(4)])
    assert "Nothing that was in the vault is lost" in caught.value.hint
    assert path.read_bytes() == before
    left = contents(path)
    assert left.keys() >= {"C1", "C2"}
    assert left.keys() <= {"C1", "C2", "C3", "C4"}
    with open_vault(path, WORDS, writing=True) as vault:
        vault.write_cases([case(3), case(4)])
    assert contents(path) == {f"C{n}": case(n) for n in (1, 2, 3, 4)}
    assert names(path) == {"originals.vault"}


def test_a_full_disk_while_a_vault_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    FullDisk(100, monkeypatch)
    with pytest.raises(WriteError, match="the disk is full"):
        create_vault(tmp_path / "v", WORDS, project=PROJECT, cost=CHEAP)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(vault_files, "_open_lock", refuse)
    with pytest.raises(WriteError, match="Permission denied"):
        open_vault(path, WORDS, writing=True)
    assert set(contents(path)) == {"C1", "C2"}, "reading needs no lock"


def run_beside(code: str, path: Path) -> "subprocess.Popen[str]":
    """Another process over the same vault; it says "ready" and waits for a line."""
    script = textwrap.dedent(code)
    tests = str(Path(__file__).parent)
    return subprocess.Popen(
        [sys.executable, "-c", script, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": tests},
    )


WRITER = """
    import sys
    from pathlib import Path
    from vault_examples import WORDS, case
    from notecode.anonymising.vault import open_vault
    with open_vault(Path(sys.argv[1]), WORDS, writing=True) as vault:
        vault.write_cases([case(7)])
        print("ready", flush=True)
        sys.stdin.readline()
"""


def test_two_processes_never_write_at_once(path: Path) -> None:
    other = run_beside(WRITER, path)
    assert other.stdin is not None
    assert other.stdout is not None
    with other:
        assert other.stdout.readline() == "ready\n"
        with pytest.raises(VaultError, match="being written by another notecode"):
            open_vault(path, WORDS, writing=True)
        with pytest.raises(VaultError, match="being written by another notecode"):
            destroy_vault(path)
        assert set(contents(path)) == {"C1", "C2", "C7"}, "a reader does not wait"
        other.stdin.write("\n")
        other.stdin.close()
    assert other.returncode == 0
    with open_vault(path, WORDS, writing=True) as vault:
        vault.write_cases([case(3)])
    assert set(contents(path)) == {"C1", "C2", "C3", "C7"}
    assert names(path) == {"originals.vault"}


def test_a_lock_dies_with_its_process(path: Path) -> None:
    other = run_beside(WRITER, path)
    assert other.stdout is not None
    with other:
        assert other.stdout.readline() == "ready\n"
        other.send_signal(signal.SIGKILL)
    with open_vault(path, WORDS, writing=True):
        pass
    assert set(contents(path)) == {"C1", "C2", "C7"}


def test_a_reader_keeps_what_it_opened_while_a_writer_merges(path: Path) -> None:
    interrupted(path, 3)
    with open_vault(path, WORDS) as reader:
        with open_vault(path, WORDS, writing=True) as vault:
            vault.write_cases([case(1, "newer")])
        assert reader.case_ids() == ("C1", "C2", "C3")
        assert reader.read_case("C1") == case(1)
        assert reader.read_case("C3") == case(3)


STEADY = """
    import sys
    from pathlib import Path
    from vault_examples import WORDS, case
    from notecode.anonymising.vault import open_vault
    path = Path(sys.argv[1])
    print("ready", flush=True)
    for run in range(1000):
        with open_vault(path, WORDS, writing=True) as vault:
            for number in range(4):
                vault.write_cases([case(10 + 4 * run + number)])
                print(10 + 4 * run + number, flush=True)
            vault.write_cases([case(1, f"run {run}")])
"""


@pytest.mark.parametrize("delay", [0.003, 0.02, 0.05, 0.09, 0.16, 0.25])
def test_a_process_killed_at_any_moment_leaves_every_finished_case(
    path: Path, delay: float
) -> None:
    other = run_beside(STEADY, path)
    assert other.stdout is not None
    with other:
        assert other.stdout.readline() == "ready\n"
        time.sleep(delay)
        other.send_signal(signal.SIGKILL)
        finished = {
            f"C{line.strip()}"
            for line in other.stdout.read().splitlines(keepends=True)
            if line.endswith("\n")
        }
    assert contents(path).keys() >= finished | {"C1", "C2"}
    with open_vault(path, WORDS, writing=True) as vault:
        vault.write_cases([case(1)])
    kept = contents(path)
    assert kept.keys() >= finished | {"C1", "C2"}
    assert all(kept[case_id] == case(int(case_id[1:])) for case_id in kept)
    assert names(path) == {"originals.vault"}


def test_writing_grows_with_the_cases_and_not_with_their_square(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bytes written for each case do not depend on how many there are."""
    copied: list[int] = []
    real = vault_files.copy

    def copy(source, target, start, end):  # type: ignore[no-untyped-def]
        copied.append(end - start)
        real(source, target, start, end)

    monkeypatch.setattr(vault_files, "copy", copy)
    with open_vault(path, WORDS, writing=True) as vault:
        for number in range(3, 203):
            vault.write_cases([case(number)])
        assert copied == []
    assert sum(copied) < path.stat().st_size


def test_one_case_at_a_time_is_in_memory(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[int] = []

    def cases():  # type: ignore[no-untyped-def]
        for number in range(3, 30):
            taken.append(number)
            yield case(number)

    stored: list[int] = []
    real = vault_module.to_bytes

    def to_bytes(each):  # type: ignore[no-untyped-def]
        stored.append(len(taken))
        return real(each)

    monkeypatch.setattr(vault_module, "to_bytes", to_bytes)
    with open_vault(path, WORDS, writing=True) as vault:
        vault.write_cases(cases())
    assert stored == list(range(1, 28)), "each is written before the next is asked for"


def test_destroying_overwrites_the_keys_first_and_leaves_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted(path, 3)
    vault_files.new_path(path).write_bytes(b"left by a kill")
    original = path.read_bytes()
    states: list[bytes] = []
    real = vault_files.to_disk

    def to_disk(file):  # type: ignore[no-untyped-def]
        real(file)
        if path.exists():
            states.append(path.read_bytes())

    monkeypatch.setattr(vault_files, "to_disk", to_disk)
    destroy_vault(path)
    assert names(path) == set()
    first, second = states[:2]
    assert len(first) == len(second) == len(original)
    assert first[:64] != original[:64]
    assert not any(original[at : at + 16] in second for at in range(0, len(original) - 16, 16))


def test_a_kill_while_it_is_destroyed_leaves_no_key_and_a_file_to_destroy(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = vault_files.to_disk

    def to_disk(file):  # type: ignore[no-untyped-def]
        real(file)
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(vault_files, "to_disk", to_disk)
        with pytest.raises(Killed):
            destroy_vault(path)
    with pytest.raises(VaultError, match="no vault"):
        open_vault(path, WORDS)
    destroy_vault(path)
    assert names(path) == set()


def test_there_is_nothing_to_destroy(tmp_path: Path) -> None:
    with pytest.raises(VaultError, match="there is no vault here"):
        destroy_vault(tmp_path / "originals.vault")
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_vault_can_be_destroyed(path: Path) -> None:
    path.write_bytes(b"no vault any more")
    destroy_vault(path)
    assert names(path) == set()
