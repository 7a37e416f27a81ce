"""Words a second of the suggester on the sample, beside finding the sentences alone.

Finding the sentences is the least that any suggester must do.
"""

import csv
import time
from collections.abc import Callable
from pathlib import Path

from notecode.codebook import parse_codebook, shipped_codebook_text
from notecode.model import Note
from notecode.suggesting import compile_suggester
from notecode.text.units import sentences

SAMPLE = Path(__file__).parents[1] / "corpus" / "sample" / "notes.csv"
RUNS = 5


def read() -> list[tuple[Note, str]]:
    """The sample's notes with their sites; names and all, for the rules do not need tags."""
    with SAMPLE.open(encoding="utf-8-sig", newline="") as file:
        return [
            (Note(id=row["Note ID"], case_id=row["Case Ref"], text=row["Note"]), row["Area"])
            for row in csv.DictReader(file)
        ]


def best(run: Callable[[], object]) -> float:
    """Best of the runs, in seconds."""
    taken = []
    for _ in range(RUNS):
        began = time.perf_counter()
        run()
        taken.append(time.perf_counter() - began)
    return min(taken)


def main() -> None:
    """Measure and print."""
    notes = read()
    words = sum(len(note.text.split()) for note, _ in notes)
    codebook, problems = parse_codebook(shipped_codebook_text(), "codebook.yaml")
    if codebook is None:
        raise SystemExit(f"the shipped codebook has {len(problems)} problems")
    suggester = compile_suggester(codebook)
    alone = best(lambda: [sentences(note.text) for note, _ in notes])
    whole = best(lambda: [suggester.for_note(note, site) for note, site in notes])
    made = sum(len(suggester.for_note(note, site)[1]) for note, site in notes)
    print(f"{len(notes)} synthetic notes, {words:,} words, {made:,} suggestions; best of {RUNS}\n")
    print(f"{'':<24} {'words/s':>10} {'seconds':>8}")
    print(f"{'sentences alone':<24} {words / alone:10,.0f} {alone:8.3f}")
    print(f"{'mentions and suggestions':<24} {words / whole:10,.0f} {whole:8.3f}")


if __name__ == "__main__":
    main()
