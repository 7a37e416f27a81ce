"""How long quick commands take as whole processes, on the demo project (run `make demo` first)."""

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
NOTECODE = Path(sys.executable).parent / "notecode"
RUNS = 10

COMMANDS: list[list[str]] = [
    [sys.executable, "-c", "pass"],
    [str(NOTECODE), "--help"],
    [str(NOTECODE), "status"],
    [str(NOTECODE), "counts", "--coder", "gold"],
    [str(NOTECODE), "counts", "--coder", "gold", "--by", "agency", "--by", "site"],
]


def seconds(command: list[str]) -> list[float]:
    """Wall-clock seconds of each run, after one that warms the disk."""
    taken = []
    for _ in range(RUNS + 1):
        began = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        taken.append(time.perf_counter() - began)
    return taken[1:]


if __name__ == "__main__":
    print(f"{'median':>8} {'worst':>8}  seconds, {RUNS} runs")
    for command in COMMANDS:
        taken = seconds(command)
        name = " ".join(Path(part).name for part in command)
        print(f"{statistics.median(taken):8.3f} {max(taken):8.3f}  {name}")
