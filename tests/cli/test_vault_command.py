"""notecode vault, and the commands that take a vault's passphrase."""

import json
import os
import sys
import types
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from notecode.anonymising.vault import KeyCost, keys
from notecode.project import find_project
from notecode.store import facts

Run = Callable[..., object]

WORDS = "four unlikely little words"
NEW = "quite another phrase \N{LATIN SMALL LETTER U WITH DIAERESIS}"
NOTES = (
    "Note ID,Case Ref,Area,Contact Date,Contact Type,Role,Note\n"
    "N1,C1,North,03/02/2017,Telephone,Case Manager,T/C to Zebediah Quillfeather.\n"
)
PEOPLE = "case_id,person_id,role,first_name,last_name\nC1,P1,SU,Zebediah,Quillfeather\n"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "COST", KeyCost(n=16))


@pytest.fixture
def study(tmp_path: Path, run: Run) -> Path:
    (tmp_path / "notes.csv").write_text(NOTES, encoding="utf-8")
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    run("init", tmp_path / "study", cwd=tmp_path)
    return tmp_path / "study"


@pytest.fixture
def lines() -> Iterator[Callable[..., str]]:
    """A file descriptor that gives these lines."""
    opened: list[int] = []

    def give(*said: str | bytes) -> str:
        reading, writing = os.pipe()
        opened.append(reading)
        for line in said:
            os.write(writing, line if isinstance(line, bytes) else line.encode() + b"\n")
        os.close(writing)
        return str(reading)

    yield give
    for descriptor in opened:
        os.close(descriptor)


@pytest.fixture
def vault(study: Path, run: Run, lines: Callable[..., str]) -> Path:
    """A study that was anonymised with a vault."""
    ran = anonymise(run, study, "--vault", "--passphrase-fd", lines(WORDS))
    assert ran.code == 0, ran.err
    return study / "corpus" / "originals.vault"


def anonymise(run: Run, study: Path, *options: str):  # type: ignore[no-untyped-def]
    above = study.parent
    given = (above / "notes.csv", "--people", above / "people.csv")
    return run("anonymise", *given, *options, cwd=study)


class Terminal:
    """A terminal at which these lines are typed; they are not shown."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *typed: str) -> None:
        self.typed = list(typed)
        self.prompts: list[str] = []
        monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
        monkeypatch.setattr("click.termui.hidden_prompt_func", self._answer)
        monkeypatch.setattr("click.termui.visible_prompt_func", self._answer)

    def _answer(self, prompt: str = "") -> str:
        self.prompts.append(prompt)
        return self.typed.pop(0)


def test_anonymise_makes_a_vault_and_says_so(vault: Path, study: Path, run: Run) -> None:
    assert vault.is_file()
    ran = run("vault", "status", cwd=study)
    assert ran.code == 0
    assert "originals.vault: " in ran.out
    assert "bytes, last written" in ran.out


def test_status_without_a_vault(study: Path, run: Run) -> None:
    ran = run("vault", "status", cwd=study)
    assert (ran.code, ran.out[:17]) == (0, "There is no vault")
    assert json.loads(run("vault", "status", "--json", cwd=study).out) == {"exists": False}


def test_status_as_json_and_of_a_vault_in_a_bad_state(vault: Path, study: Path, run: Run) -> None:
    state = json.loads(run("vault", "status", "--json", cwd=study).out)
    assert state["exists"] is True
    assert state["problem"] == ""
    assert state["size"] == vault.stat().st_size
    vault.chmod(0o644)
    vault.with_name("originals.vault.work").write_bytes(b"")
    vault.write_bytes(b"NCVAULT\n" + vault.read_bytes()[8:300])
    shown = run("vault", "status", cwd=study).out
    assert "chmod 600" in shown
    assert "A run was interrupted" in shown
    assert "cannot be used: the vault is damaged" in shown


def test_a_prompt_asks_twice_when_a_vault_is_made_and_once_later(
    study: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal(monkeypatch, WORDS, WORDS)
    assert anonymise(run, study, "--vault").code == 0
    assert len(terminal.prompts) == 2
    terminal = Terminal(monkeypatch, WORDS)
    ran = run("vault", "check", cwd=study)
    assert ran.code == 0
    assert "1 case, 1 note" in ran.out
    assert "Every record is as it was written" in ran.out
    assert len(terminal.prompts) == 1


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (("eleven char",), "fewer than 12"),
        ((WORDS, WORDS + "!"), "the two passphrases differ"),
        (("",), "the passphrase is empty"),
    ],
)
def test_a_bad_new_passphrase_makes_no_vault(
    study: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    typed: tuple[str, ...],
    message: str,
) -> None:
    Terminal(monkeypatch, *typed)
    ran = run("vault", "init", cwd=study)
    assert ran.code == 12
    assert message in ran.err
    assert not any("originals" in each.name for each in (study / "corpus").iterdir())
    assert "[vault]" not in (study / "notecode.toml").read_text()


def test_without_a_terminal_a_missing_passphrase_is_an_error(
    vault: Path, study: Path, run: Run
) -> None:
    for command in (("vault", "check"), ("vault", "change-passphrase"), ("export",)):
        ran = run(*command, cwd=study)
        assert ran.code == 12, command
        assert "no terminal to ask for it" in ran.err
        assert "--passphrase-fd" in ran.err
    assert anonymise(run, study).code == 12


def test_a_wrong_passphrase(vault: Path, study: Path, run: Run, lines: Callable[..., str]) -> None:
    for command in (("vault", "check"), ("export",)):
        ran = run(*command, "--passphrase-fd", lines(NEW), cwd=study)
        assert (ran.code, "wrong passphrase" in ran.err) == (12, True), command
        assert "quite" not in ran.out + ran.err
    assert anonymise(run, study, "--passphrase-fd", lines(NEW)).code == 12


@pytest.mark.parametrize(
    ("given", "code", "message"),
    [
        ([""], 12, "empty"),
        ([], 12, "empty"),
        ([b"\xff\xfe unlikely words\n"], 12, "not UTF-8"),
        ([WORDS.encode() + b"\r\n"], 0, ""),
        ([WORDS.encode()], 0, ""),
    ],
)
def test_what_a_file_descriptor_gives(
    vault: Path,
    study: Path,
    run: Run,
    lines: Callable[..., str],
    given: list[str],
    code: int,
    message: str,
) -> None:
    ran = run("vault", "check", "--passphrase-fd", lines(*given), cwd=study)
    assert ran.code == code
    assert message in ran.err


def test_a_file_descriptor_that_is_not_open(vault: Path, study: Path, run: Run) -> None:
    ran = run("vault", "check", "--passphrase-fd", "923", cwd=study)
    assert ran.code == 2
    assert "file descriptor 923 cannot be read" in ran.err


def test_the_environment_and_the_command_line_are_not_asked(
    vault: Path, study: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PASSPHRASE", "NOTECODE_PASSPHRASE", "NOTECODE_VAULT_PASSPHRASE"):
        monkeypatch.setenv(name, WORDS)
    assert run("vault", "check", cwd=study).code == 12
    assert run("vault", "check", "--passphrase", WORDS, cwd=study).code == 2


def test_a_damaged_vault_is_told_from_a_wrong_passphrase(
    vault: Path, study: Path, run: Run, lines: Callable[..., str]
) -> None:
    content = bytearray(vault.read_bytes())
    at = json.loads(run("vault", "status", "--json", cwd=study).out)["size"] // 2 + 100
    content[at] ^= 1
    vault.write_bytes(content)
    ran = run("vault", "check", "--json", "--passphrase-fd", lines(WORDS), cwd=study)
    assert ran.code == 13
    found = json.loads(ran.out)
    assert found["ok"] is False
    assert len(found["damage"]) == 1
    assert "wrong passphrase" not in ran.err
    ran = run("vault", "check", "--passphrase-fd", lines(WORDS), cwd=study)
    assert "record 1" in ran.out
    assert "1 place in the vault is damaged" in ran.err


def test_check_lists_cases_that_lack_originals(
    study: Path, run: Run, lines: Callable[..., str]
) -> None:
    assert anonymise(run, study).code == 0
    assert run("vault", "init", "--passphrase-fd", lines(WORDS), cwd=study).code == 0
    ran = run("vault", "check", "--passphrase-fd", lines(WORDS), cwd=study)
    assert ran.code == 0
    assert "1 case whose originals are lacking" in ran.out
    assert ": C1" in ran.out


def test_a_vault_is_made_once(
    vault: Path, study: Path, run: Run, lines: Callable[..., str]
) -> None:
    before = vault.read_bytes()
    ran = run("vault", "init", "--passphrase-fd", lines(NEW), cwd=study)
    assert ran.code == 13
    assert "there is a vault already" in ran.err
    assert vault.read_bytes() == before


def test_a_changed_passphrase_from_one_descriptor(
    vault: Path, study: Path, run: Run, lines: Callable[..., str]
) -> None:
    both = lines(WORDS, NEW)
    change = ("vault", "change-passphrase", "--passphrase-fd", both, "--new-passphrase-fd", both)
    ran = run(*change, cwd=study)
    assert ran.code == 0, ran.err
    assert run("vault", "check", "--passphrase-fd", lines(WORDS), cwd=study).code == 12
    assert run("vault", "check", "--passphrase-fd", lines(NEW), cwd=study).code == 0


def test_another_file_by_option_is_remembered(
    study: Path, run: Run, lines: Callable[..., str], tmp_path: Path
) -> None:
    place = tmp_path / "elsewhere" / "s.vault"
    options = ("--vault-file", str(place), "--passphrase-fd", lines(WORDS))
    assert anonymise(run, study, *options).code == 0
    assert place.is_file()
    ran = run("vault", "check", "--passphrase-fd", lines(WORDS), cwd=study)
    assert (ran.code, "1 case" in ran.out) == (0, True)


def test_destroying_asks_first(
    vault: Path, study: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = run("vault", "destroy", cwd=study)
    assert (ran.code, vault.exists()) == (2, True)
    assert "--yes" in ran.err
    Terminal(monkeypatch, "yes")
    ran = run("vault", "destroy", cwd=study)
    assert (ran.code, vault.exists()) == (130, True)
    Terminal(monkeypatch, "DESTROY")
    ran = run("vault", "destroy", cwd=study)
    assert (ran.code, vault.exists()) == (0, False)
    assert "back-ups, snapshots" in ran.out
    assert "solid-state disk" in ran.out


def test_destroying_what_is_gone_says_that_nothing_was_overwritten(
    vault: Path, study: Path, run: Run
) -> None:
    vault.unlink()
    shown = run("status", cwd=study).out
    assert "not where notecode.toml says" in " ".join(shown.split())
    assert "not where notecode.toml says" in run("vault", "status", cwd=study).out
    assert anonymise(run, study).code == 13
    assert run("export", cwd=study).code == 13
    assert run("export", "--no-vault", "--unsearched", cwd=study).code == 0
    ran = run("vault", "destroy", "--yes", cwd=study)
    assert ran.code == 0
    assert "nothing was overwritten" in ran.out
    assert anonymise(run, study).code == 0


def test_destroying_a_file_that_is_not_there_leaves_the_vault(
    vault: Path, study: Path, run: Run, lines: Callable[..., str]
) -> None:
    ran = run("vault", "destroy", "--yes", "--vault-file", "elsewhere.vault", cwd=study)
    assert (ran.code, "there is no vault here" in ran.err) == (13, True)
    assert run("vault", "check", "--passphrase-fd", lines(WORDS), cwd=study).code == 0


def test_who_destroys_a_vault_is_told_what_still_quotes_notes(
    vault: Path, study: Path, run: Run
) -> None:
    said = ("--quotations", "--no-vault", "--unsearched", "--unreviewed")
    assert run("export", *said, cwd=study).code == 0
    ran = run("vault", "destroy", "--yes", cwd=study)
    assert ran.code == 0
    assert "references.csv" in ran.err
    assert "cases.csv" not in ran.err


def test_a_destroyed_vault_is_logged_and_the_rest_goes_on(
    vault: Path, study: Path, run: Run
) -> None:
    assert run("vault", "destroy", "--yes", cwd=study).code == 0
    assert run("vault", "destroy", "--yes", cwd=study).code == 13
    with find_project(study).database() as db:
        assert facts.load_fact(db, facts.SYNTHETIC) == "no"
        actions = [row[0] for row in db.rows("SELECT action FROM events ORDER BY id")]
    assert actions[-1] == "vault destroyed"
    for command in (
        ("suggest",),
        ("status",),
        ("counts",),
        ("export", "--unsearched"),
        ("vault", "status"),
    ):
        assert run(*command, cwd=study).code == 0, command
    assert anonymise(run, study).code == 0


def test_export_takes_the_passphrase_or_says_that_it_did_not_search(
    vault: Path, study: Path, run: Run, lines: Callable[..., str]
) -> None:
    ran = run("export", "--passphrase-fd", lines(WORDS), cwd=study)
    assert ran.code == 0, ran.err
    assert "Searched for numbers" not in ran.err
    readme = study / "exports" / "README.txt"
    assert "of the vault" in readme.read_text()
    ran = run("export", "--no-vault", "--unsearched", cwd=study)
    assert ran.code == 0
    assert "NOT SEARCHED FOR: originals of the vault" in readme.read_text()


def test_a_codebook_is_searched_for_everybody_in_the_vault(
    vault: Path, study: Path, run: Run, lines: Callable[..., str]
) -> None:
    fine = run("codebook", "export", "--passphrase-fd", lines(WORDS), cwd=study)
    assert (fine.code, fine.err) == (0, "")
    codebook = study / "codebook.yaml"
    text = codebook.read_text(encoding="utf-8")
    codebook.write_text(text.replace("title: ", "title: Quillfeather and ", 1), encoding="utf-8")
    refused = run("codebook", "export", "--passphrase-fd", lines(WORDS), cwd=study)
    assert (refused.code, "uillfeather" in refused.err) == (8, False)
    given = ("--unsearched", "--passphrase-fd", lines(WORDS))
    assert run("codebook", "export", *given, cwd=study).code == 8, "it is searched all the same"
    for options in (("--no-vault", "--unsearched"), ("--unsearched",)):
        told = run("codebook", "export", *options, cwd=study)
        assert (told.code, told.err) == (
            *(0, "NOT SEARCHED FOR: originals of the vault and names of people\n"),
        )


def test_status_of_the_project_says_whether_there_is_a_vault(
    study: Path, run: Run, lines: Callable[..., str]
) -> None:
    assert "none: originals are not kept" in run("status", cwd=study).out
    assert json.loads(run("status", "--json", cwd=study).out)["vault"] is None
    assert run("vault", "init", "--passphrase-fd", lines(WORDS), cwd=study).code == 0
    assert "corpus/originals.vault" in run("status", cwd=study).out
    state = json.loads(run("status", "--json", cwd=study).out)["vault"]
    assert (state["file"], state["problem"]) == ("corpus/originals.vault", "")


class FakeKeyring:
    """Stands for the system's keyring."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, locked: bool = False) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = locked
        module, errors = types.ModuleType("keyring"), types.ModuleType("keyring.errors")
        errors.KeyringError = type("KeyringError", (Exception,), {})  # type: ignore[attr-defined]
        self.error = errors.KeyringError  # type: ignore[attr-defined]
        module.get_password = lambda *key: self._open().get(key)  # type: ignore[attr-defined]
        module.set_password = lambda *key: self._open().__setitem__(key[:2], key[2])  # type: ignore[attr-defined]
        module.delete_password = lambda *key: self._open().pop(key)  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "keyring", module)
        monkeypatch.setitem(sys.modules, "keyring.errors", errors)

    def _open(self) -> dict[tuple[str, str], str]:
        if self.locked:
            raise self.error("locked: " + WORDS)
        return self.kept


def test_the_keyring_keeps_the_passphrase_until_the_vault_goes(
    study: Path, run: Run, lines: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = FakeKeyring(monkeypatch)
    options = ("--vault", "--keyring", "--passphrase-fd", lines(WORDS))
    assert anonymise(run, study, *options).code == 0
    project_id = find_project(study).settings.project_id
    assert ring.kept == {("notecode", project_id): WORDS}
    assert run("vault", "check", "--keyring", cwd=study).code == 0
    assert run("export", "--keyring", cwd=study).code == 0
    change = ("--passphrase-fd", lines(WORDS), "--new-passphrase-fd", lines(NEW), "--keyring")
    assert run("vault", "change-passphrase", *change, cwd=study).code == 0
    assert list(ring.kept.values()) == [NEW]
    assert run("vault", "destroy", "--yes", "--keyring", cwd=study).code == 0
    assert ring.kept == {}


def test_a_keyring_that_is_locked_empty_or_not_installed(
    vault: Path, study: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    FakeKeyring(monkeypatch)
    ran = run("vault", "check", "--keyring", cwd=study)
    assert (ran.code, "holds no passphrase" in ran.err) == (12, True)
    FakeKeyring(monkeypatch, locked=True)
    ran = run("vault", "check", "--keyring", cwd=study)
    assert (ran.code, "cannot be used (KeyringError)" in ran.err) == (12, True)
    assert "unlikely" not in ran.err
    monkeypatch.setitem(sys.modules, "keyring", None)
    ran = run("vault", "check", "--keyring", cwd=study)
    assert (ran.code, "not installed" in ran.err) == (12, True)


def test_a_vault_of_another_project_is_refused_before_a_passphrase_is_asked_for(
    vault: Path, study: Path, run: Run, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    run("init", other, cwd=tmp_path)
    for command in (("vault", "check"), ("export",)):
        ran = run(*command, "--vault-file", vault, cwd=other)
        assert ran.code in {5, 13}, command
    assert run("vault", "check", "--vault-file", vault, cwd=other).code == 13
    assert anonymise(run, other, "--vault-file", str(vault)).code == 13


def test_destroying_the_vault_of_another_project_is_refused(
    vault: Path, study: Path, run: Run, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    run("init", other, cwd=tmp_path)
    ran = run("vault", "destroy", "--yes", "--vault-file", vault, cwd=other)
    assert ran.code == 13
    assert "another project" in ran.err
    assert vault.exists()


def test_without_a_vault_the_linking_key_is_destroyed(study: Path, run: Run) -> None:
    files = ("../notes.csv", "--people", "../people.csv")
    assert run("anonymise", *files, cwd=study).code == 0
    key = study / "corpus" / "linking.key"
    asked = run("vault", "destroy", cwd=study)
    assert asked.code == 2
    assert key.exists()
    assert run("vault", "destroy", "--yes", cwd=study).code == 0
    assert not key.exists()
    with find_project(study).database() as db:
        assert facts.last_event(db, "linking key destroyed")
    (study / "none.jsonl").write_text('{"note": "N1", "action": "reviewed"}\n')
    ran = run("review", *files, "--apply", "none.jsonl", cwd=study)
    assert "linking key of 1 case is gone" in ran.err
    assert run("vault", "destroy", "--yes", cwd=study).code == 0, "the review made a new key"
