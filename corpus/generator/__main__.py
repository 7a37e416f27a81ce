"""Command line of the generator: ``python -m corpus.generator --seed 7 --out corpus/sample``."""

import argparse
from pathlib import Path

from .export import files, write_files
from .readme import readme
from .sample import make_sample

SEED = 7


def main() -> None:
    """Write the sample."""
    parser = argparse.ArgumentParser(prog="python -m corpus.generator", description=__doc__)
    parser.add_argument("--seed", type=int, default=SEED, help="same seed, same bytes")
    parser.add_argument("--out", type=Path, default=Path("corpus/sample"), help="folder")
    options = parser.parse_args()
    plans, rows = make_sample(options.seed)
    contents = files(options.seed, plans, rows)
    contents["README.md"] = readme(options.seed, contents)
    write_files(options.out, contents)
    print(f"{len(rows)} SYNTHETIC notes of {len(plans)} cases written to {options.out}")


if __name__ == "__main__":
    main()
