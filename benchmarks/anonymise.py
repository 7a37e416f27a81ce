"""The anonymiser on the sample, beside spaCy's own pipeline and Presidio as it comes.

``--seed N`` makes another sample with the generator, and measures on that.
"""

import argparse
import json
import logging
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

import spacy  # noqa: E402  the generator lies beside this folder, not in the package
from corpus.generator.export import files, write_files  # noqa: E402
from corpus.generator.sample import make_sample  # noqa: E402

from notecode.anonymising import load_anonymiser  # noqa: E402
from notecode.anonymising.engine import DEFAULT_MODEL  # noqa: E402
from notecode.codebook import parse_codebook, shipped_codebook_text  # noqa: E402
from notecode.project import find_project  # noqa: E402
from notecode.project.reading import Inputs, Sources, read_sources  # noqa: E402
from notecode.project.setup import create_project  # noqa: E402

RUNS = 3
Masked = dict[str, set[int]]
"""By note id, which characters of the raw text were masked."""

CAVEAT = (
    "The sample is synthetic, and the anonymiser was tuned on corpus/sample: recall here flatters,"
    "\non samples of other seeds too, which the same generator writes."
    "\nPresidio gets neither the people file nor the agencies' names, which the anonymiser is"
    "\ngiven. spaCy's whole pipeline tags and parses too; the anonymiser uses its names alone."
)


def read(folder: Path) -> Sources:
    """A sample's notes and people, read as a project reads them."""
    with tempfile.TemporaryDirectory() as place:
        create_project(Path(place) / "p", "bench")
        inputs = Inputs(
            exports=(folder / "notes.csv",),
            people=folder / "people.csv",
            cases=folder / "cases.csv",
        )
        return read_sources(find_project(Path(place) / "p"), inputs)


def protected() -> dict[str, list[str]]:
    """The agencies' names of the shipped codebook by site, which must stay."""
    codebook, problems = parse_codebook(shipped_codebook_text(), "codebook.yaml")
    if codebook is None:
        raise SystemExit(f"the shipped codebook has {len(problems)} problems")
    names: dict[str, list[str]] = {}
    for agency in codebook.agencies:
        for alias in agency.aliases:
            for site in alias.sites or ("",):
                names.setdefault(site, []).append(alias.text)
    return names


def with_notecode(sources: Sources) -> Callable[[], Masked]:
    """The anonymiser's engine, a case at a time, without reading files or storing."""
    loaded = load_anonymiser(protected=protected())

    def run() -> Masked:
        masked: Masked = {}
        for case_id, notes in sources.notes.items():
            case = loaded.anonymise_case(
                case_id, sources.cases[case_id].site, notes, sources.rosters[case_id]
            )
            for item in case.notes:
                places = item.source.masked
                masked[item.note.id] = {i for p in places for i in range(p.raw.start, p.raw.end)}
        return masked

    return run


def with_spacy(sources: Sources, *only: str) -> Callable[[], Masked]:
    """The model's pipeline, or some parts of it, over the same texts; it masks nothing."""
    language = spacy.load(DEFAULT_MODEL)
    if only:
        language.select_pipes(enable=only)
    texts = [note.text for notes in sources.notes.values() for note in notes]

    def run() -> Masked:
        for _ in language.pipe(texts, batch_size=64):
            pass
        return {}

    return run


def plain_presidio(model: str = DEFAULT_MODEL) -> Any:
    """Presidio's analyser with its default English recognisers on the same model.

    Its e-mail recogniser would fetch the list of public suffixes; it gets the copy that comes
    with tldextract.
    """
    import tldextract
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    logging.getLogger("presidio-analyzer").setLevel(logging.ERROR)
    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    setup = {
        "nlp_engine_name": "spacy",
        "models": [{"lang_code": "en", "model_name": model}],
    }
    engine = NlpEngineProvider(nlp_configuration=setup).create_engine()
    return AnalyzerEngine(nlp_engine=engine, supported_languages=["en"])


def with_presidio(sources: Sources) -> Callable[[], Masked]:
    """Plain Presidio, one call a note."""
    analyser = plain_presidio()
    notes = [note for case in sources.notes.values() for note in case]

    def run() -> Masked:
        return {
            note.id: {
                i
                for result in analyser.analyze(note.text, language="en")
                for i in range(result.start, result.end)
            }
            for note in notes
        }

    return run


def recall(folder: Path, sources: Sources, masked: Masked) -> tuple[int, int]:
    """Direct identifiers of the gold that are masked in each letter and digit, and all."""
    texts = {note.id: note.text for notes in sources.notes.values() for note in notes}
    hits = total = 0
    with (folder / "gold_identifiers.jsonl").open(encoding="utf-8") as lines:
        for note in map(json.loads, lines):
            text, covered = texts[note["id"]], masked[note["id"]]
            for span in note["spans"]:
                if span["identifier_type"] == "DIRECT":
                    wanted = {i for i in range(span["start"], span["end"]) if text[i].isalnum()}
                    total += 1
                    hits += wanted <= covered
    return hits, total


def timed(run: Callable[[], Masked]) -> tuple[float, Masked]:
    """Best of the runs, in seconds, and what the last one masked."""
    best, masked = float("inf"), {}
    for _ in range(RUNS):
        began = time.perf_counter()
        masked = run()
        best = min(best, time.perf_counter() - began)
    return best, masked


@contextmanager
def sample(seed: int | None) -> Iterator[Path]:
    """The sample that comes with the project, or a new one that is thrown away."""
    if seed is None:
        yield ROOT / "corpus" / "sample"
        return
    with tempfile.TemporaryDirectory() as place:
        write_files(Path(place), files(seed, *make_sample(seed)))
        yield Path(place)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, help="measure on another sample, of this seed")
    seed: Any = parser.parse_args().seed
    with sample(seed) as folder:
        sources = read(folder)
        name = "corpus/sample" if seed is None else f"a sample of seed {seed}"
        print(f"{name}: {len(sources.notes)} cases, {sources.note_count} notes, ", end="")
        print(f"{sources.words:,} words; one process, best of {RUNS}, models loaded before\n")
        print(f"{'':<32} {'words/s':>9} {'x spaCy':>8}  direct identifiers masked")
        base, _ = timed(with_spacy(sources))
        print(f"{'spaCy nlp.pipe, batch 64':<32} {sources.words / base:9,.0f} {1:8.2f}  -")
        took, _ = timed(with_spacy(sources, "tok2vec", "ner"))
        label = "spaCy, name recognition alone"
        print(f"{label:<32} {sources.words / took:9,.0f} {base / took:8.2f}  -")
        for label, make in (
            ("notecode", with_notecode),
            ("Presidio, defaults, call by call", with_presidio),
        ):
            took, masked = timed(make(sources))
            hits, total = recall(folder, sources, masked)
            print(
                f"{label:<32} {sources.words / took:9,.0f} {base / took:8.2f}"
                f"  {hits} of {total} ({hits / total:.1%})"
            )
    print(f"\n{CAVEAT}")


if __name__ == "__main__":
    main()
