"""One marked identity through labelling, measuring, review, coding and every kind of file."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from canary import FIRST, LAST, NICK, PHONE, inputs, marks_below, marks_in
from notecode.cli.start import COMMANDS

__all__ = ["inputs"]

SCREENS = {"label", "demo", "init", "vault", "anonymise", "import"}
"""Commands that only open a screen, run the others, or are met elsewhere in these tests."""
ELSEWHERE = {
    "words",
    "search",
    "quotes",
    "matrix",
    "cooccurrence",
    "timeline",
    "attributes",
    "outcomes",
}

CODING = [
    {"action": "code", "note": "N0", "start": 0, "end": 20, "code": "contact"},
    {"action": "code", "note": "N2", "start": 0, "end": 30, "code": "contact"},
    {"action": "code", "note": "N1", "text": f"{LAST}, {FIRST}", "code": "contact"},
    {"action": "code", "note": "N1", "start": 0, "end": 5, "code": "no-such-code"},
    {"action": f"{FIRST}", "note": f"{LAST}"},
    {"action": "accept-all", "note": "N3", LAST: NICK},
]
DECISIONS = [
    {"note": "N0", "action": "mask", "start": 0, "end": 3, "type": "PERSON", "person": "new"},
    {"note": "N1", "action": "mask", "start": 0, "end": 5, "type": f"{FIRST} {LAST}"},
    {"note": f"{LAST}", "action": "mask", "start": 0, "end": 5},
    {"case": "C1", "action": "sign off"},
]


def lines(path: Path, rows: list[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.mark.slow
def test_a_marked_identity_goes_through_what_is_done_to_notes_unseen(
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
    secure = notes.parent
    roster = ("--people", people)
    given = (notes, *roster, "--cases", cases)
    study = tmp_path / "study"
    sample, guessed = secure / "label.jsonl", secure / "guessed.jsonl"
    coding = lines(secure / "coding.jsonl", CODING)
    decisions = lines(secure / "decisions.jsonl", DECISIONS)
    one_decision = lines(secure / "one.jsonl", DECISIONS[:1])
    by_name = shutil.copy(people, secure / f"{FIRST} {LAST}.csv")
    code_of: list[tuple[set[int], tuple[object, ...]]] = [
        ({0}, ("anonymise", *given, "--report")),
        ({0}, ("sample-for-labelling", notes, *roster, "-o", sample, "--notes", "3")),
        ({3}, ("evaluate", "anonymisation", sample, "--export", notes)),
        ({3}, ("evaluate", "anonymisation", sample, "--predictions", guessed, "--json")),
        ({0}, ("review", "--list", "--json")),
        ({3}, ("review", notes, *roster, "--apply", decisions)),
        ({0, 9, 10}, ("review", notes, *roster, "--apply", one_decision)),
        ({0}, ("suggest",)),
        ({0}, ("suggest", "--dry-run", "--rule", "contact-with-him")),
        ({2, 4, 10}, ("code", "--apply", coding, "--atomic")),
        ({2, 4, 10}, ("code", "--apply", coding)),
        ({0}, ("evaluate", "suggestions", "--json")),
        ({0, 8}, ("memo", "write", "note:N0", "He rang the number that we hold.")),
        ({8}, ("summarise", "C1", "contact", f"Rang him on {PHONE}.")),
        ({0}, ("summarise", "C1", "contact", "He came to each session.")),
        ({0}, ("case", "C1", "--set", "age=33", *roster)),
        ({2}, ("case", "C1", "--set", f"age={LAST}", *roster)),
        ({0}, ("counts", "--by", "agency", "--save", "by-agency")),
        ({0}, ("tables", "--export", *roster)),
        ({0}, ("tables", "--preset", "study")),
        ({0}, ("progress", "--json")),
        ({0}, ("saturation",)),
        ({0}, ("framework", "--csv")),
        ({0}, ("report", *roster)),
        ({0, 8}, ("export", *formats(), "--quotations", "--memos", "--unreviewed", *roster)),
        ({0}, ("export", *formats(), "--unreviewed", "--people", by_name)),
        # One case is too few: all would be withheld.
        ({2}, ("export", "--suppress-below", "3", "--into", study / "small", *roster)),
        ({0}, ("codebook", "export", study / "book.xlsx", *roster)),
        ({0}, ("codebook", "export", study / "book.qdc", *roster)),
        ({0}, ("status", "--json")),
    ]
    assert run("init", study, cwd=tmp_path).code == 0  # type: ignore[attr-defined]
    for codes, command in code_of:
        ran = run(*command, cwd=study)
        assert ran.code in codes, (command, ran)  # type: ignore[attr-defined]
        assert marks_in(ran.out + ran.err) == [], command  # type: ignore[attr-defined]
        assert marks_below(study) == {}, command
        assert marks_below(temporary) == {}, command
    assert marks_in(sample.read_text(encoding="utf-8"))
    assert {"record.md"}.isdisjoint(marks_below(secure))
    assert {path.suffix for path in (study / "exports").iterdir()} >= {".xlsx", ".sav", ".parquet"}
    ran_here = {str(command[0]) for _, command in code_of}
    assert set(COMMANDS) - ran_here - SCREENS - ELSEWHERE == set()


def formats() -> list[str]:
    return [
        part for kind in ("csv", "xlsx", "sav", "dta", "parquet") for part in ("--format", kind)
    ]
