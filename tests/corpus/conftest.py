"""The committed sample and a freshly made one, each read once."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
if str(ROOT) not in sys.path:  # the generator is no part of the installed package
    sys.path.insert(0, str(ROOT))

from corpus.generator.export import files  # noqa: E402
from corpus.generator.measure import Note, read_notes  # noqa: E402
from corpus.generator.readme import readme  # noqa: E402
from corpus.generator.sample import make_sample  # noqa: E402

SAMPLE = ROOT / "corpus" / "sample"
NAMES = (
    "README.md",
    "cases.csv",
    "gold_codes.jsonl",
    "gold_identifiers.jsonl",
    "notes.csv",
    "people.csv",
)


def generate(seed: int) -> dict[str, str]:
    """Every file of the sample for a seed."""
    plans, rows = make_sample(seed)
    contents = files(seed, plans, rows)
    contents["README.md"] = readme(seed, contents)
    return contents


@pytest.fixture(scope="session")
def committed() -> dict[str, str]:
    """The files as they stand in the repository, line ends untouched."""
    return {name: (SAMPLE / name).read_bytes().decode("utf-8") for name in NAMES}


@pytest.fixture(scope="session")
def notes(committed: dict[str, str]) -> list[Note]:
    """The committed notes with their gold."""
    return read_notes(committed)


@pytest.fixture(scope="session")
def other() -> list[Note]:
    """Notes made from another seed: what must hold for any, not for ours alone."""
    return read_notes(generate(20_17))
