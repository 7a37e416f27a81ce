"""How long exports of a made-up project take, in which memory, and how many bytes they write.

    python benchmarks/exports.py [--notes 50000] [--references 235000]

Each export is a process of its own; computing time is the system's and the user's together.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXPORTS = (
    ("the usual files", ()),
    ("counts alone", ("--only", "counts")),
    ("references, CSV", ("--only", "references", "--format", "csv")),
    (
        "with quotations",
        ("--only", "references", "--format", "csv", "--quotations", "--unsearched"),
    ),
    ("references, Parquet", ("--only", "references", "--format", "parquet")),
    ("references, SPSS", ("--only", "references", "--format", "sav")),
    ("references, Stata", ("--only", "references", "--format", "dta")),
    ("small counts withheld", ("--suppress-below", "5")),
)
CHILD = """
import resource, sys
from notecode.cli import main
try:
    main()
finally:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""


def measure(directory: Path, options: tuple[str, ...]) -> tuple[float, float, int, int]:
    """Seconds on the clock, seconds of computing, most memory in MB, MB written."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", CHILD, "export", "--unsearched", "--coder", "all", *options],
        cwd=directory,
        capture_output=True,
        text=True,
        check=True,
    )
    clock, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    computing = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    memory = int(done.stderr.split()[-1]) // 1024
    size = sum(path.stat().st_size for path in (directory / "exports").iterdir())
    return clock, computing, memory, size // 1_000_000


def main() -> None:
    """Make a project, export it in each way, print what that took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", type=int, default=50_000)
    parser.add_argument("--references", type=int, default=235_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        directory = Path(folder) / "study"
        # In a process of its own: what this one needed would count as the exports' memory.
        sizes = ("--notes", str(asked.notes), "--references", str(asked.references))
        maker = Path(__file__).with_name("big_project.py")
        subprocess.run([sys.executable, maker, directory, *sizes], check=True)
        for name, options in EXPORTS:
            clock, computing, memory, size = measure(directory, options)
            print(
                f"{name:<24}{clock:7.1f} s{computing:7.1f} s computing{memory:6} MB memory"
                f"{size:6} MB written"
            )


if __name__ == "__main__":
    main()
