"""A study with a vault: vault and database agree, whatever happens to a run; the gate uses both."""

import hashlib
import json
import random
import time
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from forked import Forked
from notecode.anonymising import load_anonymiser
from notecode.anonymising.vault import (
    KeyCost,
    Passphrase,
    Vault,
    VaultCase,
    keys,
    read_header_of,
    work_path,
)
from notecode.errors import LeakError, PassphraseError, VaultError, WriteError
from notecode.model import Span
from notecode.project import Project, find_project
from notecode.project.anonymising import study as anonymising
from notecode.project.anonymising import vault as vaults
from notecode.project.anonymising.linking_key import linking_key_path
from notecode.project.anonymising.originals import open_originals
from notecode.project.anonymising.study import anonymise
from notecode.project.anonymising.vault_state import at_vault_file, has_vault, vault_state
from notecode.project.coding.session import open_coding
from notecode.project.exporting.study import export
from notecode.project.reading import Inputs
from notecode.store import notes as stored_notes

WORDS = Passphrase("four unlikely little words")
HEAD = "Note ID,Case Ref,Area,Contact Date,Contact Type,Role,Author,Note\n"
FIRST = (
    "N1,C1,North,03/02/2017,Telephone,Case Manager,Marlo Vine,T/C to Zebediah Quillfeather.\n"
    "N2,C1,North,09/02/2017,Email,Case Manager,Marlo Vine,Emailed police on 07700 900461.\n"
)
SECOND = "N3,C2,South,03/03/2017,Telephone,Case Manager,Marlo Vine,Rang Oriel Thistlewood.\n"
THIRD = "N4,C3,South,04/03/2017,Email,Case Manager,Marlo Vine,Visited Casimir Wrzos at home.\n"
PEOPLE = (
    "case_id,person_id,role,first_name,last_name\n"
    "C1,P1,SU,Zebediah,Quillfeather\nC2,P2,SU,Oriel,Thistlewood\nC3,P3,SU,Casimir,Wrzos\n"
)


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "COST", KeyCost(n=16))


class Study:
    """A project with a vault, and the files that it is given."""

    def __init__(self, project: Project, folder: Path) -> None:
        self.directory = project.directory
        self.folder = folder
        self.write("notes.csv", HEAD + FIRST + SECOND + THIRD)
        self.write("people.csv", PEOPLE)

    @property
    def project(self) -> Project:
        return find_project(self.directory)

    @property
    def inputs(self) -> Inputs:
        return Inputs(exports=(self.folder / "notes.csv",), people=self.folder / "people.csv")

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def open(self, *, writing: bool = False) -> Vault:
        return vaults.open_project_vault(self.project, WORDS, writing=writing)

    def run(self, *, again: bool = False) -> None:
        """One run of ``anonymise --vault``."""
        if not has_vault(self.project):
            vaults.make_vault(self.project, WORDS)
        with self.open(writing=True) as vault:
            anonymise(self.project, self.inputs, lambda *_: None, again=again, vault=vault)

    def run_without(self) -> None:
        anonymise(self.project, self.inputs, lambda *_: None)

    def kept(self) -> dict[str, VaultCase]:
        with self.open() as vault:
            assert vault.check() == []
            return {case_id: vault.read_case(case_id) for case_id in vault.case_ids()}

    def texts(self) -> dict[str, str]:
        with self.project.database() as db:
            return {note.id: note.text for note in stored_notes.load_notes(db)}

    def originals(self) -> dict[str, str]:
        return {note.id: note.text for case in self.kept().values() for note in case.notes}

    def check(self) -> vaults.VaultCheck:
        return vaults.check_vault(self.project, WORDS)


@pytest.fixture
def study(project: Project, tmp_path: Path) -> Study:
    return Study(project, tmp_path)


def test_the_vault_holds_notes_people_and_what_was_replaced(study: Study) -> None:
    study.run()
    case = study.kept()["C1"]
    assert [note.text for note in case.notes] == [
        "T/C to Zebediah Quillfeather.",
        "Emailed police on 07700 900461.",
    ]
    assert [person.last_name for person in case.roster.people] == ["Quillfeather"]
    assert case.replaced["N1"].passages == (("PERSON", "Zebediah Quillfeather"),)
    assert case.replaced["N2"].passages == (("PHONE", "07700 900461"),)
    found = study.check()
    assert (found.cases, found.notes) == (3, 4)
    assert (found.damage, found.lacking, found.only_here) == ((), (), ())


def test_what_is_stored_is_the_same_with_a_vault_and_without(study: Study, tmp_path: Path) -> None:
    from notecode.project.setup import create_project

    study.run()
    create_project(tmp_path / "plain", "Plain")
    plain = Study(find_project(tmp_path / "plain"), tmp_path)
    plain.run_without()
    assert plain.texts() == study.texts()
    assert not has_vault(plain.project)


def test_settings_remember_the_vault_and_an_unknown_one_is_refused(
    study: Study, tmp_path: Path
) -> None:
    from notecode.project.setup import create_project

    study.run()
    settings = study.project.settings
    assert settings.vault_file == "corpus/originals.vault"
    assert len(settings.project_id) == 32
    create_project(tmp_path / "other", "Other")
    other = find_project(tmp_path / "other")
    stranger = at_vault_file(other, study.project.vault_path)
    with pytest.raises(VaultError, match="belongs to another project") as caught:
        vaults.open_project_vault(stranger, WORDS)
    assert settings.project_id in caught.value.hint
    with pytest.raises(VaultError, match="belongs to another project"):
        vaults.open_project_vault(stranger, Passphrase("whatever it may be"))
    state = vault_state(stranger)
    assert state is not None
    assert "another project" in state.problem


def test_a_vault_elsewhere_is_remembered_where_it_is(study: Study, tmp_path: Path) -> None:
    place = tmp_path / "safe place" / "x.vault"
    made = vaults.make_vault(at_vault_file(study.project, place), WORDS)
    assert made.vault_path == place
    assert study.project.vault_path == place
    study.run()
    assert set(study.kept()) == {"C1", "C2", "C3"}
    assert not (study.directory / "corpus" / "originals.vault").exists()


def test_a_vault_that_was_moved_is_missed_and_then_remembered(study: Study, tmp_path: Path) -> None:
    study.run()
    moved = study.project.vault_path.rename(tmp_path / "moved.vault")
    assert has_vault(study.project)
    with pytest.raises(VaultError, match="this project has a vault"):
        study.run_without()
    with pytest.raises(VaultError, match=r"not where notecode\.toml says"):
        study.open()
    with pytest.raises(VaultError, match=r"not where notecode\.toml says"):
        vaults.make_vault(study.project, WORDS)
    state = vault_state(study.project)
    assert state is not None
    assert "not where" in state.problem
    there = at_vault_file(study.project, moved)
    with vaults.open_project_vault(there, WORDS, writing=True):
        pass
    assert study.project.vault_path == moved
    assert set(study.kept()) == {"C1", "C2", "C3"}


def test_a_project_has_one_vault(study: Study, tmp_path: Path) -> None:
    study.run()
    second = at_vault_file(study.project, tmp_path / "second.vault")
    with pytest.raises(VaultError, match="there is a vault already"):
        vaults.make_vault(second, WORDS)
    assert not (tmp_path / "second.vault").exists()


class Killed(BaseException):
    """Stands for a process that ends here."""


@pytest.mark.parametrize("before", ["create_vault", "second remember_vault", "_log"])
def test_a_kill_while_a_vault_is_made(
    study: Study, monkeypatch: pytest.MonkeyPatch, before: str
) -> None:
    study.run_without()
    key = linking_key_path(study.project).read_bytes()
    count, _, name = before.rpartition(" ")
    calls: list[str] = []
    real = getattr(vaults, name)

    def killed(*arguments: object, **named: object) -> object:
        calls.append(name)
        if len(calls) < (2 if count else 1):
            return real(*arguments, **named)
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(vaults, name, killed)
        with pytest.raises(Killed):
            vaults.make_vault(study.project, WORDS)
    study.run()
    with study.open() as vault:
        assert vault.secret() == key
    assert not linking_key_path(study.project).exists()
    assert study.project.settings.vault_file == "corpus/originals.vault"
    assert study.check().lacking == ()


@pytest.mark.parametrize("before", ["destroy_linking_key", "_log", "remember_vault"])
def test_a_kill_while_a_vault_is_destroyed_is_brought_to_its_end(
    study: Study, monkeypatch: pytest.MonkeyPatch, before: str
) -> None:
    study.run()

    def killed(*_: object, **__: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(vaults, before, killed)
        with pytest.raises(Killed):
            vaults.destroy(study.project)
    assert vaults.destroy(study.project) is False
    assert not has_vault(study.project)
    study.run_without()


def test_a_vault_that_could_not_be_made_is_not_expected(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise WriteError("the vault could not be written: the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(vaults, "create_vault", fails)
        with pytest.raises(WriteError):
            vaults.make_vault(study.project, WORDS)
    assert not has_vault(study.project)
    study.run_without()


def test_a_project_with_a_vault_is_not_anonymised_without_it(study: Study) -> None:
    study.run()
    with pytest.raises(VaultError, match="this project has a vault"):
        study.run_without()


def test_an_interrupted_run_leaves_vault_and_database_in_step(study: Study) -> None:
    vaults.make_vault(study.project, WORDS)

    def interrupt(done: int, total: int, unit: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), study.open(writing=True) as vault:
        anonymise(study.project, study.inputs, interrupt, vault=vault)
    assert set(study.texts()) == {"N1", "N2"}
    assert set(study.kept()) == {"C1"}
    assert work_path(study.project.vault_path).exists()
    study.run()
    assert set(study.originals()) == set(study.texts()) == {"N1", "N2", "N3", "N4"}
    assert not work_path(study.project.vault_path).exists()


def test_a_case_in_the_database_and_not_in_the_vault_is_added(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise WriteError("the vault could not be written: the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(anonymising, "keep_case", fails)
        with pytest.raises(WriteError):
            study.run()
    assert set(study.texts()) == {"N1", "N2"}
    assert study.check().lacking == ("C1",)
    study.run()
    assert study.check().lacking == ()
    assert set(study.kept()) == {"C1", "C2", "C3"}
    # What was replaced is found from both texts, where nothing noted it down.
    assert study.kept()["C1"].replaced["N1"].passages == (("PERSON", "Zebediah Quillfeather"),)


def test_a_vault_made_later_takes_what_is_there(study: Study) -> None:
    study.run_without()
    before = study.texts()
    study.run()
    assert study.texts() == before
    assert set(study.originals()) == set(before)


def test_a_corrected_export_is_kept_when_it_is_anonymised_again(study: Study) -> None:
    study.run()
    study.write("notes.csv", HEAD + FIRST.replace("T/C to", "Rang") + SECOND + THIRD)
    study.run()
    assert study.originals()["N1"] == "Rang Zebediah Quillfeather.", "as the stored text"
    assert study.texts()["N1"] == "Rang [SU]."


def test_a_kill_between_database_and_vault_on_a_corrected_export(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    study.run()
    study.write("notes.csv", HEAD + FIRST.replace("T/C to", "Rang") + SECOND + THIRD)
    with monkeypatch.context() as patched:
        patched.setattr(anonymising, "keep_case", lambda *_: None)
        patched.setattr(anonymising, "finish_vault", lambda *_: None)
        study.run(again=True)
    assert study.originals()["N1"] == "T/C to Zebediah Quillfeather."
    study.run()
    assert study.originals()["N1"] == "Rang Zebediah Quillfeather."


def test_a_part_of_a_case_joins_what_is_kept_of_it(study: Study) -> None:
    study.run()
    study.write("notes.csv", HEAD + FIRST.splitlines(keepends=True)[1].replace("N2", "N9"))
    study.write("people.csv", PEOPLE.replace("P1,SU,Zebediah", "P7,CHILD,Rowan"))
    study.run()
    case = study.kept()["C1"]
    assert [note.id for note in case.notes] == ["N1", "N2", "N9"]
    assert [person.id for person in case.roster.people] == ["P7", "P1"]
    assert set(study.kept()) == {"C1", "C2", "C3"}


def test_the_linking_key_moves_into_the_vault_and_tags_stay(study: Study) -> None:
    study.write("notes.csv", HEAD + FIRST.replace("police", "Barnaby Finch and Otolie Prewitt"))
    study.run_without()
    before = study.texts()
    key = linking_key_path(study.project).read_bytes()
    study.run()
    assert not linking_key_path(study.project).exists()
    with study.open() as vault:
        assert vault.secret() == key
    more = "N9,C1,North,19/02/2017,Email,Case Manager,Marlo Vine,Otolie Prewitt rang.\n"
    study.write("notes.csv", HEAD + more)
    study.run()
    tag = before["N2"].split(" and ")[1].split(" on ")[0]
    assert study.texts()["N9"] == f"{tag} rang."


def test_both_sources_give_the_review_the_same_cases(study: Study) -> None:
    study.run()
    given = open_originals(study.project, study.inputs)
    with study.open() as vault:
        kept = open_originals(study.project, vault)
        assert given.case_ids() == kept.case_ids() == ("C1", "C2", "C3")
        for case_id in kept.case_ids():
            assert kept.case(case_id) == given.case(case_id)
        assert kept.case("C1").site == "North"
        assert "Quill" not in repr(kept.case("C1"))
        with pytest.raises(KeyError):
            kept.case("C9")


def test_a_check_names_damage_and_cases_that_differ(study: Study) -> None:
    study.run()
    damage(study)
    found = study.check()
    assert len(found.damage) == 1
    assert "is not as it was written" in found.damage[0]
    assert len(found.lacking) == 1
    assert "Quill" not in json.dumps(found.damage)


def test_a_case_that_only_the_vault_knows(study: Study) -> None:
    study.run()
    with study.open(writing=True) as vault:
        vault.write_cases([VaultCase(case_id="C8", notes=(), roster=vault.read_case("C1").roster)])
    assert study.check().only_here == ("C8",)


def test_a_changed_passphrase(study: Study) -> None:
    study.run()
    with pytest.raises(PassphraseError, match="fewer than"):
        vaults.change_passphrase(study.project, WORDS, Passphrase("short"))
    new = Passphrase("quite another phrase")
    vaults.change_passphrase(study.project, WORDS, new)
    with pytest.raises(PassphraseError, match="wrong passphrase"):
        study.open()
    assert vaults.check_vault(study.project, new).cases == 3


def test_after_destroying_everything_but_the_originals_works(study: Study) -> None:
    study.run()
    with open_coding(study.project, "amina") as session:
        session.code_span("N1", Span(0, 3), "information-sharing")
    vaults.destroy(study.project)
    assert not has_vault(study.project)
    assert vault_state(study.project) is None
    with study.project.database() as db:
        events = [tuple(row) for row in db.rows("SELECT action, summary FROM events")]
        digests = db.value("SELECT count(*) FROM pseudonyms WHERE digest != ''")
    assert ("vault destroyed", "originals, people and linking key are gone") in events
    assert digests == 0
    assert export(study.project, quotations=True, unsearched=True)
    study.run_without()
    assert set(study.texts()) == {"N1", "N2", "N3", "N4"}
    assert open_originals(study.project, study.inputs).case("C1").notes
    vaults.make_vault(study.project, WORDS)
    assert study.kept() == {}


def plant(study: Study, note_id: str, text: str) -> None:
    """Put another text in the place of a stored one, as a review may."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    with study.project.database() as db, db.writing():
        db.execute("UPDATE notes SET text = ?, sha256 = ? WHERE id = ?", (text, digest, note_id))
        db.execute("DELETE FROM masks WHERE note_id = ?", (note_id,))


def damage(study: Study) -> None:
    """Alter a byte of the first case's record."""
    path = study.project.vault_path
    content = bytearray(path.read_bytes())
    content[read_header_of(path).length + 100] ^= 1
    path.write_bytes(content)


def coded(study: Study, *note_ids: str) -> None:
    with open_coding(study.project, "amina") as session:
        for note_id in note_ids:
            length = len(study.texts()[note_id])
            session.code_span(note_id, Span(0, length), "information-sharing")


def export_with_vault(study: Study) -> tuple[Path, ...]:
    with study.open() as vault:
        return export(study.project, quotations=True, vault=vault)


def test_an_export_of_a_clean_project_passes_the_gate(study: Study) -> None:
    study.run()
    coded(study, "N1", "N2", "N3", "N4")
    written = export_with_vault(study)
    readme = next(path for path in written if path.name == "README.txt").read_text()
    assert "Searched before writing for: UK patterns" in readme
    assert "everybody in the 3 cases of the vault and what was replaced there" in readme
    assert "NOT SEARCHED" not in readme


@pytest.mark.parametrize(
    ("left", "kind"),
    [
        ("ZEBEDIAH was out", "PERSON"),
        ("quillf\N{LATIN SMALL LETTER E WITH ACUTE}ather was out", "PERSON"),
        ("rang 0044 7700 900461", "PHONE"),
        ("told marlo vine", "PERSON"),
        ("seen at SW1A 1AA", "POSTCODE"),
    ],
)
def test_what_a_note_still_holds_is_refused_by_file_and_note(
    study: Study, left: str, kind: str
) -> None:
    study.run()
    plant(study, "N3", left)
    coded(study, "N1", "N3")
    with pytest.raises(LeakError) as caught:
        export_with_vault(study)
    message = str(caught.value)
    assert kind in message
    assert "references, note N3: " in message
    assert "note N1" not in message
    assert left.split(maxsplit=1)[0] not in message
    assert not any(study.project.exports.glob("*.csv"))


def test_what_was_replaced_in_one_case_may_not_stand_in_another(study: Study) -> None:
    study.write("notes.csv", HEAD + FIRST + SECOND.replace("Rang", "At Kestrel Scaffolding met"))
    study.run()
    with study.open(writing=True) as vault:
        case = vault.read_case("C1")
        passages = (("WORKPLACE", "Kestrel Scaffolding"),)
        case.replaced["N1"] = type(case.replaced["N1"])(  # type: ignore[index]
            case.replaced["N1"].digest, passages
        )
        vault.write_cases([case])
    plant(study, "N3", "at kestrel scaffolding")
    coded(study, "N3")
    with pytest.raises(LeakError, match="WORKPLACE"):
        export_with_vault(study)


def test_what_a_review_shows_again_is_not_looked_for(study: Study) -> None:
    """The vault's list is that of the text it was made from: of another it is found anew."""
    study.run()
    text = study.originals()["N1"]
    plant(study, "N1", text)
    with study.project.database() as db, study.open() as vault:
        _, passages = vaults.replaced_now(vault, db, "C1")
    assert passages == {("PHONE", "07700 900461")}


def test_every_cell_of_the_workbook_is_searched(study: Study) -> None:
    study.run()
    coded(study, "N1")
    written = export_with_vault(study)
    book = openpyxl.load_workbook(next(path for path in written if path.suffix == ".xlsx"))
    assert "References" in book.sheetnames
    settings = study.project.settings_path
    settings.write_text(settings.read_text().replace('"Study"', '"Quillfeather study"'))
    with pytest.raises(LeakError, match="README"):
        export_with_vault(study)


def test_an_export_that_was_not_searched_for_the_originals_says_so(study: Study) -> None:
    study.run()
    coded(study, "N1")
    for path in export(study.project, unsearched=True):
        if path.suffix == ".xlsx":
            book = openpyxl.load_workbook(path)
            cells = {cell.value for row in book.worksheets[0].iter_rows() for cell in row}
            assert "NOT SEARCHED FOR" in cells
        else:
            said = path.read_text("utf-8-sig").replace('"', "")
            no_rows = path.suffix == ".csv" and said.count("\n") == 1
            assert no_rows or "NOT SEARCHED FOR: originals of the vault" in said


def test_a_damaged_vault_stops_the_export_before_anything_is_written(study: Study) -> None:
    study.run()
    coded(study, "N1")
    damage(study)
    with pytest.raises(VaultError, match="damaged"):
        export_with_vault(study)
    assert not any(study.project.exports.glob("*.csv"))


def anonymise_saying(say: Callable[[str], None], study: Study) -> None:
    """Anonymise with the vault, and say how far it is."""
    with vaults.open_project_vault(study.project, WORDS, writing=True) as vault:
        say("open")
        anonymise(study.project, study.inputs, lambda *_: say("case"), vault=vault, jobs=1)
    say("done")


def run_killed(study: Study, chance: random.Random) -> int | None:
    """Anonymise and kill it somewhere: how many cases it did by then; None if it came to its end.

    A case has been done when it is said; the next one may be half way.
    """
    other = Forked(anonymise_saying, study, output=study.folder / "output.txt")
    wanted = chance.choice([1, 2, 5, 9, 14])
    heard = [other.hear() for _ in range(wanted)]
    time.sleep(chance.random() * 0.05)
    other.kill()
    while heard[-1] not in {"", "done"}:
        heard.append(other.hear())
    return None if "done" in heard else heard.count("case")


@pytest.mark.slow
def test_killed_at_random_moments_and_resumed_the_result_is_the_same(
    study: Study, tmp_path: Path
) -> None:
    from notecode.project.setup import create_project

    many = "".join(
        f"M{n},C{n % 40 + 4},North,0{n % 9 + 1}/03/2017,Email,Case Manager,Marlo Vine,"
        f"Rang Peregrine Oakhanger and Tamsin Vole about case {n}.\n"
        for n in range(120)
    )
    study.write("notes.csv", HEAD + FIRST + SECOND + THIRD + many)
    vaults.make_vault(study.project, WORDS)
    load_anonymiser()
    chance = random.Random(20170203)
    done: list[int] = []
    while len(done) < 4 and (cases := run_killed(study, chance)) is not None:
        done.append(cases)
        assert study.check().damage == ()
    assert sum(map(bool, done)) >= 2, "it was killed between cases and went on from there"
    study.run()
    create_project(tmp_path / "whole", "Whole")
    whole = Study(find_project(tmp_path / "whole"), tmp_path)
    whole.write("notes.csv", HEAD + FIRST + SECOND + THIRD + many)
    whole.run()
    assert study.texts() == whole.texts()
    assert study.kept() == whole.kept()
    assert study.check().lacking == ()
    left = {path.name for path in study.project.vault_path.parent.iterdir()}
    assert left - {"notecode.db", "notecode.db-wal", "notecode.db-shm"} == {"originals.vault"}
