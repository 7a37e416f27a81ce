"""Counting as whole processes on made-up projects of growing size, against the same plain SQL.

    python benchmarks/counts.py                     # up to 50,000 notes and 235,000 references
    python benchmarks/counts.py --big               # and 1,000,000 with 5,000,000: takes a while

A row is the best of three runs of `notecode counts`, in seconds on the clock, in seconds of
processor and in megabytes of memory at most. Plain SQL is what somebody would write by hand for
the same numbers on the tables as they are, in a running interpreter. The slope is how the
processor's time grows with the references from one size to the next, less that of an empty
project: 1 is linear.
"""

import argparse
import math
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# An installation has its modules compiled; so shall what is measured.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
SIZES = ((1_000, 5_000), (10_000, 50_000), (50_000, 235_000))
BIG = (1_000_000, 5_000_000)
NOTES = "JOIN notes n ON n.id = r.note_id"
COUNTED = "count(*), count(DISTINCT n.case_id), count(DISTINCT n.id)"
BENEATH = "JOIN code_ancestors k ON k.code = r.code"
AGENCIES = "LEFT JOIN reference_agencies a ON a.reference_id = r.id"
QUERIES: dict[tuple[str, ...], str] = {
    ("--by", "code", "--own"): f"SELECT r.code, {COUNTED} FROM coded_references r {NOTES}"
    " GROUP BY r.code",
    ("--by", "code"): f"SELECT k.ancestor, {COUNTED} FROM coded_references r {NOTES} {BENEATH}"
    " GROUP BY k.ancestor",
    ("--by", "agency", "--by", "site"): f"SELECT a.agency, c.site, {COUNTED} FROM"
    f" coded_references r {NOTES} JOIN cases c ON c.id = n.case_id {AGENCIES} GROUP BY 1, 2",
    ("--by", "code", "--by", "month"): f"SELECT k.ancestor, n.month, {COUNTED} FROM"
    f" coded_references r {NOTES} {BENEATH} GROUP BY 1, 2",
    ("--by", "agency", "--by", "attribute:gender"): f"SELECT a.agency, v.value, {COUNTED} FROM"
    f" coded_references r {NOTES} JOIN case_values v ON v.case_id = n.case_id AND"
    f" v.name = 'gender' {AGENCIES} GROUP BY 1, 2",
    ("--by", "agency", "--code", "code-0", "--site", "Site 1"): f"SELECT a.agency, {COUNTED} FROM"
    f" coded_references r {NOTES} JOIN cases c ON c.id = n.case_id {BENEATH} {AGENCIES}"
    " WHERE k.ancestor = 'code-0' AND c.site = 'Site 1' GROUP BY 1",
}
BESIDES: tuple[tuple[str, ...], ...] = (
    ("--by", "code", "--spans"),
    ("--by", "code", "--measure", "per_case"),
    ("--by", "code", "--measure", "words"),
    ("--by", "code", "--intervals"),
)
"""What nobody writes in plain SQL; left out of the big project but for one."""


def make(folder: Path, notes: int, references: int) -> Path:
    """A project made by another process: a child's memory is never less than its parent's."""
    script = str(Path(__file__).with_name("big_project.py"))
    sizes = ["--notes", str(notes), "--references", str(references)]
    subprocess.run(
        [sys.executable, script, str(folder), *sizes], check=True, stdout=subprocess.DEVNULL
    )
    return folder


def run(folder: Path, arguments: tuple[str, ...]) -> tuple[float, float, float]:
    """Seconds on the clock, of the processor, and megabytes, of one whole process."""
    command = [str(Path(sys.executable).parent / "notecode"), "counts", "--coder", "all"]
    began = time.perf_counter()
    with subprocess.Popen([*command, *arguments], cwd=folder, stdout=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"notecode counts {' '.join(arguments)} failed")
    took = time.perf_counter() - began
    return took, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000


def best(runs: list[tuple[float, float, float]]) -> tuple[float, float, float]:
    """The quickest of some runs, by each of its figures."""
    return min(r[0] for r in runs), min(r[1] for r in runs), max(r[2] for r in runs)


def plain(path: Path, sql: str, times: int) -> float:
    """Seconds of processor that a statement takes, best of some times."""
    connection = sqlite3.connect(path)
    seconds = []
    for _ in range(times):
        began = time.process_time()
        connection.execute(sql).fetchall()
        seconds.append(time.process_time() - began)
    connection.close()
    return min(seconds)


def measure(
    notes: int, references: int, before: dict[tuple[str, ...], tuple[int, float]], times: int
) -> None:
    """Print the rows of one size; ``before`` has each query's size and time of the one before."""
    with tempfile.TemporaryDirectory() as folder:
        project = make(Path(folder) / "project", notes, references)
        empty = make(Path(folder) / "empty", 1, 1)
        asked = [*QUERIES, *BESIDES] if references < BIG[1] else [*QUERIES, BESIDES[1]]
        for arguments in asked:
            start = best([run(empty, arguments) for _ in range(times)])[1]
            clock, cpu, memory = best([run(project, arguments) for _ in range(times)])
            sql = QUERIES.get(arguments)
            base = plain(project / "corpus" / "notecode.db", sql, times) if sql else math.nan
            slope = ""
            if arguments in before:
                size, earlier = before[arguments]
                grown = max(cpu - start, 1e-3) / max(earlier, 1e-3)
                slope = f"{math.log(grown) / math.log(references / size):5.2f}"
            before[arguments] = references, max(cpu - start, 1e-3)
            print(
                f"{notes:9,} {references:10,}  {' '.join(arguments):<42} {clock:6.2f} {cpu:6.2f}"
                f" {memory:6.0f} {base:8.3f} {cpu / base if sql else math.nan:7.1f} {slope:>6}",
                flush=True,
            )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--big", action="store_true", help="1,000,000 notes as well")
    parser.add_argument("--times", type=int, default=3, help="runs of which the best counts")
    chosen = parser.parse_args()
    print(
        f"{'notes':>9} {'references':>10}  {'notecode counts':<42} {'clock':>6} {'cpu s':>6}"
        f" {'MB':>6} {'SQL cpu':>8} {'x SQL':>7} {'slope':>6}"
    )
    seen: dict[tuple[str, ...], tuple[int, float]] = {}
    for size in (*SIZES, BIG) if chosen.big else SIZES:
        measure(*size, seen, chosen.times if size != BIG else 1)
