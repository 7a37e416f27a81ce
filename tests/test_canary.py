"""One marked identity through every command: it must turn up nowhere that it should not."""

import csv
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

FIRST, LAST, NICK = "Zebediah", "Quillfeather", "Zebby"
PHONE, EMAIL, CRN = "07700 900461", "zquill@example.org", "X419283"
STREET, POSTCODE = "14 Marrowbone Crescent", "ZE3 9XY"
MARKS = [FIRST, LAST, NICK, "900461", "zquill", CRN, "Marrowbone", POSTCODE, "9XY"]
PACKED = {".vault", ".xlsx", ".png", ".parquet", ".zip"}

NOTES = [
    f"T/C to {FIRST} {LAST} on {PHONE}, no reply. LM.",
    f"Email from OM: {LAST}, {FIRST} (CRN {CRN}) DNA on 12/03/2017. Replied to {EMAIL}.",
    f"{FIRST.upper()} {LAST.upper()} ATTENDED THE OFFICE WITH POLICE. {LAST}'s flat is {STREET}.",
    f"home visit to {STREET}, {POSTCODE}. {NICK.lower()} was out. {FIRST.lower()} texted later.",
    f"Mr {LAST} says housing have not rung. Zebediahs mum was there. Quilfeather agreed to a call.",
    f"MARAC: {FIRST[0]}{LAST[0]} discussed. {FIRST[0]}. {LAST} to be recalled by probation.",
]


def write_csv(path: Path, rows: list[list[str]]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    return path


@pytest.fixture
def inputs(tmp_path: Path) -> tuple[Path, Path, Path]:
    folder = tmp_path / "secure"
    folder.mkdir()
    notes = [["Note ID", "Case Ref", "Area", "Contact Date", "Contact Type", "Role", "Note"]]
    notes += [
        [f"N{i}", "C1", "Site 1", f"{i + 1:02}/02/2017", "Telephone", "Case Manager", text]
        for i, text in enumerate(NOTES)
    ]
    head = "case_id,person_id,role,title,first_name,last_name,known_as,dob,phone,email,address,crn"
    address = f"{STREET}, {POSTCODE}"
    person = ["C1", "P1", "SU", "Mr", FIRST, LAST, NICK, "09/08/1984", PHONE, EMAIL, address, CRN]
    people = [head.split(","), person]
    cases = [["case_id", "site", "start_date", "age"], ["C1", "Site 1", "2017-01-05", "32"]]
    return (
        write_csv(folder / "notes.csv", notes),
        write_csv(folder / "people.csv", people),
        write_csv(folder / "cases.csv", cases),
    )


def marks_in(content: bytes | str) -> list[str]:
    text = content.decode("utf-8", "replace") if isinstance(content, bytes) else content
    return [mark for mark in MARKS if mark.casefold() in text.casefold()]


def marks_below(folder: Path) -> dict[str, list[str]]:
    """The marks in each file; in what is encrypted or packed three characters stand by chance."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    found = {
        path.name: [
            mark
            for mark in marks_in(path.read_bytes())
            if len(mark) > 4 or not PACKED.intersection(path.suffixes)
        ]
        for path in files
    }
    return {name: marks for name, marks in found.items() if marks}


@pytest.mark.slow
def test_a_marked_identity_goes_through_every_command_unseen(
    tmp_path: Path,
    inputs: tuple[Path, Path, Path],
    run: Callable[..., object],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    notes, people, cases = inputs
    given = (notes, "--people", people, "--cases", cases)
    study = tmp_path / "study"
    commands: list[tuple[object, ...]] = [
        ("import", *given),
        ("import", *given, "--json"),
        ("anonymise", *given),
        ("anonymise", *given, "--again", "--json"),
        ("suggest",),
        ("status",),
        ("attributes",),
        ("attributes", "age", "--write", "--json"),
        ("counts", "--by", "agency"),
        ("outcomes", "age", "--by", "site"),
        ("outcomes", "age", "--by", "site", "--csv"),
        ("export", "--people", people, "--quotations"),
        ("quotes", "--context", "500"),
        ("quotes", "--export", "--people", people),
        ("search", "re* OR the OR to", "--limit", "0"),
        ("words", "--all-words", "--limit", "0"),
        ("words", "--tags", "--csv"),
        ("cooccurrence",),
        ("matrix", "--within", "note"),
        ("timeline",),
        ("timeline", "C1", "--notes", "--json"),
        ("framework", "--most", "50"),
        ("codebook", "define", "contact", "--not-when", "It was somebody else."),
        ("codebook", "merge", "disruption", "safety-planning", "--json"),
        ("codebook", "split", "information-sharing", "asking", "giving"),
        ("codebook", "queue", "--json-lines"),
        ("codebook", "queue"),
        ("codebook", "freeze", "one"),
        ("codebook", "history", "contact"),
        ("codebook", "log", "--json"),
        ("codebook", "diff", "#1"),
        ("codebook", "undo"),
        ("codebook", "export", "--people", people),
        ("codebook", "check"),
    ]
    assert run("init", study, cwd=tmp_path).code == 0  # type: ignore[attr-defined]
    for command in commands:
        ran = run(*command, cwd=study)
        assert ran.code == 0, (command, ran.err)  # type: ignore[attr-defined]
        assert marks_in(ran.out + ran.err) == [], command  # type: ignore[attr-defined]
    assert (study / "corpus" / "notecode.db").stat().st_size > 0
    assert len(list((study / "exports").iterdir())) > 3
    assert marks_below(study) == {}
    assert marks_below(temporary) == {}


def test_errors_about_identifiable_files_hold_no_identity(
    tmp_path: Path, inputs: tuple[Path, Path, Path], run: Callable[..., object]
) -> None:
    notes, people, _ = inputs
    study = tmp_path / "study"
    run("init", study, cwd=tmp_path)
    text = notes.read_text(encoding="utf-8")
    broken = tmp_path / "secure" / "broken.csv"
    broken.write_text(text.replace("01/02/2017", f"{FIRST} 31/02/2017").replace("N3,", "N2,"))
    unnamed = tmp_path / "secure" / "unnamed.csv"
    unnamed.write_text("a,b\n" + "\n".join(f"{FIRST},{LAST}" for _ in range(3)))
    for command in (
        ("import", broken, "--people", people),
        ("anonymise", broken, "--people", people),
        ("anonymise", unnamed),
        ("import", notes, "--people", people, "--already-anonymised"),
        ("anonymise", people),
    ):
        ran = run(*command, cwd=study)
        assert ran.code in {3, 8}, (command, ran)  # type: ignore[attr-defined]
        assert marks_in(ran.out + ran.err) == [], command  # type: ignore[attr-defined]
    assert not (study / "corpus" / "notecode.db").exists()
    assert marks_below(study) == {}


PASSPHRASE = "Snorkelwhistle under the Zebrawood"


def passphrase_fd(*lines: str) -> str:
    """A file descriptor that gives these lines; it ends with the test's process."""
    reading, writing = os.pipe()
    os.write(writing, "".join(f"{line}\n" for line in lines).encode())
    os.close(writing)
    return str(reading)


def test_a_vault_keeps_the_identity_and_the_passphrase_to_itself(
    tmp_path: Path,
    inputs: tuple[Path, Path, Path],
    run: Callable[..., object],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from notecode.anonymising.vault import KeyCost, keys

    monkeypatch.setattr(keys, "COST", KeyCost(n=16))
    monkeypatch.setattr(sys.modules[__name__], "MARKS", [*MARKS, *PASSPHRASE.split()[::3]])
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    notes, people, cases = inputs
    given = (notes, "--people", people, "--cases", cases)
    study = tmp_path / "study"
    vault = study / "corpus" / "originals.vault"
    other = "Perfectly other words, Zebrawood"
    assert run("init", study, cwd=tmp_path).code == 0  # type: ignore[attr-defined]

    def quiet(code: int, *command: object, given: tuple[str, ...] = (PASSPHRASE,)) -> None:
        taken = ("--passphrase-fd", passphrase_fd(*given)) if given else ()
        ran = run(*command, *taken, cwd=study)
        assert ran.code == code, (command, ran)  # type: ignore[attr-defined]
        assert marks_in(ran.out + ran.err) == [], command  # type: ignore[attr-defined]
        assert marks_below(study) == {}, command
        assert marks_below(temporary) == {}, command

    quiet(0, "anonymise", *given, "--vault")
    assert vault.stat().st_size > 1000
    quiet(0, "anonymise", *given, "--again", "--json")
    quiet(0, "vault", "status", given=())
    quiet(0, "vault", "status", "--json", given=())
    quiet(0, "vault", "check")
    quiet(0, "vault", "check", "--json")
    quiet(0, "status", given=())
    quiet(0, "export", "--quotations", "--people", people)
    quiet(0, "export", "--no-vault", "--unsearched", given=())
    quiet(12, "vault", "check", given=(other,))
    quiet(12, "anonymise", *given, given=())
    quiet(13, "vault", "init")
    whole = vault.read_bytes()
    for at in (3, 200, len(whole) // 2, len(whole) - 100, len(whole) - 3):
        vault.write_bytes(whole[:at] + bytes([whole[at] ^ 8]) + whole[at + 1 :])
        quiet(13, "vault", "check")
    vault.write_bytes(whole)
    change = passphrase_fd(PASSPHRASE, other)
    quiet(
        0,
        *("vault", "change-passphrase", "--passphrase-fd", change, "--new-passphrase-fd", change),
        given=(),
    )
    quiet(0, "vault", "check", given=(other,))
    quiet(0, "vault", "destroy", "--yes", given=())
    assert not vault.exists()


def test_a_refused_export_names_the_note_and_not_what_it_holds(
    tmp_path: Path,
    inputs: tuple[Path, Path, Path],
    run: Callable[..., object],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from notecode.anonymising.vault import KeyCost, keys
    from notecode.model import Span
    from notecode.project import find_project
    from notecode.project.coding.session import open_coding

    monkeypatch.setattr(keys, "COST", KeyCost(n=16))
    notes, people, cases = inputs
    study = tmp_path / "study"
    run("init", study, cwd=tmp_path)
    kept = ("--vault", "--passphrase-fd", passphrase_fd(PASSPHRASE))
    run("anonymise", notes, "--people", people, "--cases", cases, *kept, cwd=study)
    project = find_project(study)
    with open_coding(project, "amina") as session:
        session.code_span("N0", Span(0, 12), "information-sharing")
    with project.database() as db, db.writing():
        db.execute("UPDATE notes SET text = ? WHERE id = 'N0'", (f"{LAST} at {STREET}",))
    for command in (
        ("export", "--quotations", "--json"),
        ("export", "--quotations"),
        ("quotes", "--export"),
        ("search", "the OR at", "--limit", "0", "--export"),
    ):
        fd = ("--passphrase-fd", passphrase_fd(PASSPHRASE))
        ran = run(*command, "--unreviewed", *fd, cwd=study)
        assert ran.code == 8, ran  # type: ignore[attr-defined]
        assert "note N0" in ran.err  # type: ignore[attr-defined]
        assert marks_in(ran.out + ran.err) == []  # type: ignore[attr-defined]
    assert list((study / "exports").iterdir()) == []


def test_a_crash_while_the_vault_is_written_leaves_nothing_to_read(
    tmp_path: Path, inputs: tuple[Path, Path, Path], run: Callable[..., object]
) -> None:
    notes, people, _ = inputs
    study = tmp_path / "study"
    run("init", study, cwd=tmp_path)
    script = (
        "import sys\n"
        "from notecode.anonymising.vault import KeyCost, keys\n"
        "keys.COST = KeyCost(n=16)\n"
        "from notecode.project.anonymising import study as anonymising\n"
        "real = anonymising.keep_case\n"
        "def broken(vault, sources, case):\n"
        "    real(vault, sources, case)\n"
        "    text = sources.notes['C1'][0].text\n"
        "    raise RuntimeError('kept ' + text + ' ' + vault.secret().hex())\n"
        "anonymising.keep_case = broken\n"
        f"sys.argv = ['notecode', 'anonymise', {str(notes)!r}, '--people', {str(people)!r},"
        " '--vault', '--passphrase-fd', '0']\n"
        "from notecode.cli import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=study,
        input=PASSPHRASE + "\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 70, done.stderr
    assert "internal error: RuntimeError" in done.stderr
    assert marks_in(done.stdout + done.stderr) == []
    assert PASSPHRASE not in done.stdout + done.stderr
    assert (study / "corpus" / "originals.vault.work").stat().st_size > 500
    assert marks_below(study) == {}


def test_a_crash_shows_places_and_no_text(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from notecode.project import setup\n"
        "def broken(directory, title, **options):\n"
        f"    name = '{LAST}'\n"
        "    raise RuntimeError('met ' + name)\n"
        "setup.create_project = broken\n"
        "sys.argv = ['notecode', 'init', 'x']\n"
        "from notecode.cli import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 70
    assert "internal error: RuntimeError" in done.stderr
    assert "init_command.py" in done.stderr
    assert marks_in(done.stdout + done.stderr) == []
