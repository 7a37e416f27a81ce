"""One marked identity through the review, and the review killed at any moment."""

import json
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forked import Forked
from notecode.store import review as stored_review
from notecode.store.connection import open_database
from review_study import ReviewStudy

FIRST, LAST, MISSED = "Zebediah", "Quillfeather", "pillowed"
MARKS = [FIRST, LAST, MISSED, "lodger", "Otolie"]

Run = Callable[..., Any]


@pytest.fixture
def review(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ReviewStudy:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    study = ReviewStudy(tmp_path, monkeypatch)
    study.anonymise()
    return study


def marks_in(text: str) -> list[str]:
    return [mark for mark in MARKS if mark.casefold() in text.casefold()]


def test_a_marked_identity_goes_through_the_review_unseen(review: ReviewStudy, run: Run) -> None:
    study = review.project.directory
    given = (review.folder / "notes.csv", "--people", review.folder / "people.csv")

    def lines(*wishes: tuple[str, str, str, dict[str, Any]]) -> Path:
        path = review.folder / "decisions.jsonl"
        entries = []
        for note, part, action, more in wishes:
            span = review.span(note, part)
            entries.append(
                {"note": note, "action": action, "start": span.start, "end": span.end, **more}
            )
        path.write_text("\n".join(map(json.dumps, entries)))
        return path

    masked = lines(
        ("N1", MISSED, "mask", {"type": "PERSON", "everywhere": True}),
        ("N1", "lodger", "mask", {"type": "PERSON"}),
        ("N2", "[PERSON_1]", "retype", {"type": "PLACE"}),
    )
    for command in (
        ("review", "--list"),
        ("review", *given, "--apply", masked),
        ("review", "--list", "--json"),
        ("anonymise", *given, "--again"),
        ("status",),
    ):
        ran = run(*command, cwd=study)
        assert ran.code == 0, (command, ran.err)
        assert marks_in(ran.out + ran.err) == [], command
    assert review.words_on_disk(*MARKS) == []
    listed = lines(("N1", "[SU]", "unmask", {}))
    refused = run("review", *given, "--apply", listed, cwd=study)
    assert refused.code == 10
    assert marks_in(refused.out + refused.err) == []
    broken = review.folder / "broken.jsonl"
    broken.write_text(json.dumps({"note": LAST, "action": FIRST, LAST: 1}) + f"\n{LAST}")
    ran = run("review", *given, "--apply", broken, cwd=study)
    assert ran.code == 3
    assert marks_in(ran.out + ran.err) == []
    assert list((review.folder / "temporary").iterdir()) == []


CRASH = """
import sys
from notecode.project.reviewing import reviewer as reviewing
def broken(self, wishes):
    name = "Quillfeather"
    raise RuntimeError("met " + name)
reviewing.Reviewer.decide = broken
sys.argv = ["notecode", *sys.argv[1:]]
from notecode.cli import main
main()
"""


def test_a_crash_while_applying_shows_places_alone(review: ReviewStudy) -> None:
    span = review.span("N1", MISSED)
    path = review.folder / "decisions.jsonl"
    entry = {"note": "N1", "action": "mask", "start": span.start, "end": span.end, "type": "PLACE"}
    path.write_text(json.dumps(entry))
    given = (review.folder / "notes.csv", "--people", review.folder / "people.csv")
    done = subprocess.run(
        [sys.executable, "-c", CRASH, "review", *map(str, given), "--apply", str(path)],
        cwd=review.project.directory,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 70
    assert "internal error: RuntimeError" in done.stderr
    assert marks_in(done.stdout + done.stderr) == []


def decide_and_undo(say: Callable[[str], None], review: ReviewStudy) -> None:
    """Mask a word and take that back, again and again."""
    reviewer = review.reviewer()
    reviewer.prepare("C1")
    say("ready")
    for _ in range(400):
        if "pillowed" in review.text("N1"):
            wish = review.wish("N1", "pillowed", "mask", type="PLACE", everywhere=True)
            reviewer.decide([wish])
        else:
            reviewer.undo()


@pytest.mark.slow
def test_killed_at_any_moment_a_decision_is_there_whole_or_not_at_all(
    review: ReviewStudy,
) -> None:
    chance = random.Random(7)
    for _ in range(8):
        program = Forked(decide_and_undo, review, output=review.folder / "output.txt")
        assert program.hear() == "ready"
        time.sleep(chance.uniform(0.02, 0.5))
        program.kill()
        plain = sqlite3.connect(review.project.database_path)
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert plain.execute("PRAGMA foreign_key_check").fetchall() == []
        plain.close()
        with open_database(review.project.database_path) as db:
            active = stored_review.load_decisions(db)
            masks = db.rows("SELECT note_id, start, \"end\" FROM masks WHERE recogniser = 'review'")
        assert len(active) in {0, 1}
        assert ("pillowed" in review.text("N1")) is not bool(active)
        assert ("pillowed" in review.text("N2")) is not bool(active)
        places = {
            (place.note_id, place.span.start, place.span.end)
            for decision in active
            for place in decision.places
            if place.span
        }
        assert places == {tuple(mask) for mask in masks}
    review.reviewer()  # what a killed process could not forget is forgotten by the next
    if review.decisions():
        assert review.words_on_disk("pillowed") == []
    review.anonymise()
    assert len(review.decisions()) in {0, 1}
