"""Words a CPU second of the suggester on the sample, beside finding the sentences alone.

Finding the sentences is the least that any suggester must do. The same with the first ten rules
and with a hundred, made from the shipped ones; and spaCy's parse, which rules may ask for.
"""

import csv
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from notecode.codebook import parse_codebook, shipped_codebook_text
from notecode.model import Codebook, Note
from notecode.suggesting import compile_suggester
from notecode.suggesting.rules import LANGUAGE_MODEL
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
    """Best of the runs, in CPU seconds: other programs on the machine then count for little."""
    taken = []
    for _ in range(RUNS):
        began = time.process_time()
        run()
        taken.append(time.process_time() - began)
    return min(taken)


def main() -> None:
    """Measure and print."""
    notes = read()
    words = sum(len(note.text.split()) for note, _ in notes)
    codebook, problems = parse_codebook(shipped_codebook_text(), "codebook.yaml")
    if codebook is None:
        raise SystemExit(f"the shipped codebook has {len(problems)} problems")
    suggester = compile_suggester(codebook)
    compiled = compile_suggester(codebook)
    alone = best(lambda: [sentences(note.text) for note, _ in notes])
    whole = best(lambda: [suggester.for_note(note, site) for note, site in notes])
    made = sum(len(suggester.for_note(note, site)[1]) for note, site in notes)
    sites: dict[str, dict[str, str]] = {}
    for note, site in notes:
        sites.setdefault(site, {})[note.id] = note.text
    learning = best(lambda: [compiled.learn(*each) for each in sites.items()])
    print(f"{len(notes)} synthetic notes, {words:,} words, {made:,} suggestions; best of {RUNS}\n")
    print(f"{'':<24} {'words/CPU s':>11} {'CPU s':>8}")
    print(f"{'sentences alone':<24} {words / alone:10,.0f} {alone:8.3f}")
    print(f"{'mentions and suggestions':<24} {words / whole:10,.0f} {whole:8.3f}")
    print(f"{'learning local names':<24} {words / learning:10,.0f} {learning:8.3f}")
    for number in (10, 100):
        with_some = compile_suggester(with_rules(codebook, number))
        taken = best(lambda each=with_some: [each.for_note(note, site) for note, site in notes])  # type: ignore[misc]
        print(f"{f'with {number} rules':<24} {words / taken:10,.0f} {taken:8.3f}")
    taken = parsing([note.text for note, _ in notes])
    print(f"{'spaCy: parsing alone':<24} {words / taken:10,.0f} {taken:8.3f}")


def with_rules(codebook: Codebook, number: int) -> Codebook:
    """The codebook with so many rules: its own, again and again under further codes."""
    copies = range(-(-number // len(codebook.rules)))
    rules = [
        replace(rule, id=f"{rule.id}-{copy}", code=f"{rule.code}-{copy}", yields_to=())
        for copy in copies
        for rule in codebook.rules
    ]
    codes = [replace(code, id=f"{code.id}-{copy}") for copy in copies for code in codebook.codes]
    return replace(codebook, rules=tuple(rules[:number]), codes=tuple(codes))


def parsing(texts: list[str]) -> float:
    """CPU seconds in which the language model parses every sentence, once."""
    import spacy

    language = spacy.load(LANGUAGE_MODEL, exclude=["ner"])
    began = time.process_time()
    for text in texts:
        for _ in language.pipe([span.cut(text) for span in sentences(text)]):
            pass
    return time.process_time() - began


if __name__ == "__main__":
    main()
