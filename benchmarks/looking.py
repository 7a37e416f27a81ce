"""The commands that look closer, each as a whole process on a big made-up project.

    python benchmarks/looking.py [--notes 50000 --references 235000]

Seconds are the best of three, by the clock and of the processor: on a busy machine the second
says more.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from big_project import make_project

# An installation has its modules compiled; so shall what is measured.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
NOTECODE = Path(sys.executable).parent / "notecode"
ALL = ("--coder", "all")
COMMANDS = (
    ("--version",),
    ("quotes",),
    ("quotes", "--code", "code-3", "--sort", "month"),
    ("search", "rang"),
    ("search", "rang", "--code", "code-30"),
    ("words",),
    ("words", *ALL, "--code", "code-3"),
    *(("cooccurrence", *ALL, "--within", near) for near in ("span", "overlap", "sentence", "note")),
    ("cooccurrence", *ALL, "--days", "7"),
    ("matrix", *ALL),
    ("timeline", *ALL),
    ("timeline", *ALL, "C000003"),
    ("timeline", *ALL, "--csv"),
    ("saturation", *ALL),
    ("framework", *ALL),
    ("framework", *ALL, "--csv"),
    ("framework", *ALL, "--json"),
    ("outcomes", *ALL),
    ("outcomes", *ALL, "--code", "code-3", "--full"),
    ("outcomes", *ALL, "--by", "code"),
    ("tables", *ALL, "--preset", "study"),
    ("counts", *ALL, "--by", "case", "--by", "code", "--csv"),
    ("quotes", "--code", "code-3", "--csv"),
    ("quotes", "--code", "code-3", "--json"),
    ("quotes", "--code", "code-0", "--csv"),
    ("quotes", "--csv"),
    ("progress",),
    ("status",),
    ("case", "C000003"),
    ("attributes",),
    ("report", "--unsearched", *ALL),
)
SUGGESTIONS_A_NOTE = 2


def measured(command: tuple[str, ...], directory: Path) -> tuple[float, float, int]:
    """Seconds by the clock and of the processor, best of three, and the characters printed."""
    clock = processor = float("inf")
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        began = time.perf_counter()
        done = subprocess.run(
            [NOTECODE, *command],
            cwd=directory,
            env={**os.environ, "COLUMNS": "80"},
            capture_output=True,
            text=True,
            check=True,
        )
        clock = min(clock, time.perf_counter() - began)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        processor = min(processor, used)
    return clock, processor, len(done.stdout)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", type=int, default=50_000)
    parser.add_argument("--references", type=int, default=235_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = make_project(
            Path(folder) / "big",
            notes=asked.notes,
            references=asked.references,
            suggestions=SUGGESTIONS_A_NOTE * asked.notes,
        )
        print(f"{asked.notes:,} notes, {asked.references:,} references")
        print(f"{'seconds':>8} {'processor':>10} {'characters':>11}  command")
        for command in COMMANDS:
            clock, processor, size = measured(command, project.directory)
            print(f"{clock:8.2f} {processor:10.2f} {size:11,}  {' '.join(command)}")
