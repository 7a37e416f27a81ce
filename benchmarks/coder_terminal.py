"""The coder through a real pseudo-terminal: from a key to the last byte of what it draws.

    python benchmarks/coder_terminal.py [--keep DIRECTORY]

Compared against: the targets printed beside each figure, and a terminal program that echoes each
key and does nothing else. A key's answer is complete when nothing more has come for a while; the
time is that of its last byte. Processor time is the coder's own, as the kernel counts it.
"""

import argparse
import fcntl
import os
import pty
import select
import shutil
import signal
import sqlite3
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from statistics import quantiles

from big_project import make_project

from notecode.model import Case, Note, Span
from notecode.project import find_project
from notecode.project.coding.session import open_coding
from notecode.store.connection import open_database
from notecode.store.notes import StoredNote, save_anonymised_case

SENTENCE = "Rang probation about the breach of [date] and agreed to speak on Monday. "
LONG_NOTES = {"L1": "\n".join([SENTENCE * 2] * 192), "L2": SENTENCE * 384}
SPANS = 200
SUGGESTED, ACCEPTED, CODED = 60, 50, 100
NOTES, REFERENCES = 50_000, 235_000
SIZE = (120, 40)
QUIET = 0.05  # seconds without a byte: the answer is complete
RIGHT, LEFT, EXTEND, DROP = b"\x1b[C", b"\x1b[D", b"\x1b[1;2C", b"\x1b[1;2D"
PAGE_DOWN, HOME = b"\x1b[6~", b"\x1b[H"
ECHO = "import os,tty; tty.setraw(0)\nwhile b := os.read(0, 9): os.write(1, b)"


@dataclass
class Answers:
    """What came back for keys of one kind: seconds, processor seconds and bytes of each."""

    seconds: list[float] = field(default_factory=list)
    computing: list[float] = field(default_factory=list)
    sent: list[int] = field(default_factory=list)


class Terminal:
    """A program on a pseudo-terminal of its own."""

    def __init__(self, command: Sequence[str], size: tuple[int, int] = SIZE) -> None:
        """Start ``command`` on ``size`` cells."""
        self.began = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.environ["TERM"], os.environ["COLORTERM"] = "xterm-256color", "truecolor"
            os.execv(command[0], list(command))
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    def until_quiet(self, quiet: float = QUIET, longest: float = 10.0) -> tuple[float, int]:
        """When the last byte came, and how many came, until none has for a while."""
        end, last, count = time.perf_counter() + longest, 0.0, 0
        while (now := time.perf_counter()) < end:
            wait = quiet if last else end - now
            if not select.select([self._fd], [], [], wait)[0]:
                break
            try:
                count += len(os.read(self._fd, 1 << 16))
            except OSError as gone:
                raise SystemExit("the program has ended; run it by hand to see why") from gone
            last = time.perf_counter()
        return last, count

    def computing(self) -> float:
        """Processor seconds of its threads so far."""
        tasks = Path(f"/proc/{self.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9

    def resident(self) -> float:
        """Megabytes in memory."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        kilobytes = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(kilobytes.split()[1]) / 1024

    def press(self, keys: Iterable[bytes], *, quiet: float = QUIET) -> Answers:
        """Press one key after the other, each once the one before has been answered."""
        answers = Answers()
        for key in keys:
            computed, began = self.computing(), time.perf_counter()
            os.write(self._fd, key)
            last, count = self.until_quiet(quiet, 2.0)
            if count:
                answers.seconds.append(last - began)
                answers.computing.append(self.computing() - computed)
                answers.sent.append(count)
        return answers

    def end(self) -> None:
        """End it."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGTERM)
        with suppress(OSError):
            while os.read(self._fd, 1 << 16):
                pass
        os.waitpid(self.pid, 0)
        os.close(self._fd)


def prepare(folder: Path) -> None:
    """50,000 notes, and two long ones with 200 spans and some suggestions each."""
    make_project(folder, notes=NOTES, references=REFERENCES)
    book = folder / "codebook.yaml"
    text = book.read_text(encoding="utf-8")
    for number, key in enumerate("abcd"):
        label = f"label: Code {number}\n"
        text = text.replace(label, f"{label}    key: {key}\n")
    book.write_text(text, encoding="utf-8")
    project = find_project(folder)
    with open_database(project.database_path) as db:
        for note_id, note_text in LONG_NOTES.items():
            case = Case(id=f"A{note_id}", site="Site 1", start=date(2017, 1, 1))
            note = Note(id=note_id, case_id=case.id, text=note_text, date=date(2017, 3, 1))
            save_anonymised_case(db, case, [StoredNote(note=note)], settings="", now="2017")
    with open_coding(project, "bench") as session:
        for note_id, note_text in LONG_NOTES.items():
            for number in range(SPANS):
                start = number * (len(note_text) - 400) // SPANS
                span = Span(start, start + 60 + number * 7 % 300)
                session.code_span(note_id, span, f"code-{number % 4}")
    with sqlite3.connect(project.database_path) as db:
        db.executemany(
            'INSERT INTO suggestions (id, note_id, start, "end", code, agencies, rule,'
            " rule_version, evidence) VALUES (?, ?, ?, ?, 'code-5', '', 'made-up', '1', '[]')",
            (
                (f"S{note_id}{n}", note_id, n * len(SENTENCE), (n + 1) * len(SENTENCE) - 1)
                for note_id in LONG_NOTES
                for n in range(SUGGESTED)
            ),
        )


def open_at(folder: Path, note_id: str) -> Terminal:
    """The coder, open on one note and drawn."""
    with sqlite3.connect(folder / "corpus" / "notecode.db") as db:
        db.execute("UPDATE coders SET last_note = ? WHERE name = 'bench'", (note_id,))
    program = Path(sys.executable).with_name("notecode")
    terminal = Terminal([str(program), "code", "--coder", "bench", "--project", str(folder)])
    terminal.until_quiet(0.6)
    return terminal


def line(what: str, taken: list[float], targets: str) -> None:
    """One line of the table, in milliseconds."""
    if len(taken) < 2:
        raise SystemExit(f"{what}: nothing was drawn, so there is nothing to measure")
    cut = quantiles(taken, n=100, method="inclusive")
    figures = " ".join(f"{1000 * cut[at - 1]:8.1f}" for at in (50, 95, 99))
    print(f"{what:<40} {len(taken):5} {figures}   {targets}", flush=True)


def references(folder: Path) -> int:
    """How many references the measured coder has."""
    with sqlite3.connect(folder / "corpus" / "notecode.db") as db:
        found = db.execute("SELECT count(*) FROM coded_references WHERE coder = 'bench'")
        return int(found.fetchone()[0])


def in_a_long_note(folder: Path, note_id: str) -> None:
    """Cursor, selection, coding, accepting and paging on one long note."""
    before = references(folder)
    terminal = open_at(folder, note_id)
    try:
        accepted = terminal.press([b"\r"] * ACCEPTED)
        terminal.press([HOME, b"[", b"["])
        moved = terminal.press([RIGHT, RIGHT, LEFT] * 100)
        extended = terminal.press([EXTEND, EXTEND, DROP] * 50)
        terminal.press([b"\x1b", HOME, b"]", b"]"], quiet=0.2)
        coded = Answers()
        for number in range(CODED):
            terminal.press([RIGHT])
            answered = terminal.press([b"abcd"[number % 4 :][:1]])
            coded.seconds += answered.seconds
            coded.computing += answered.computing
        terminal.press([HOME])
        paged = terminal.press([PAGE_DOWN] * 20)
        line(f"{note_id}: cursor", moved.seconds, "p95 16, p99 33")
        line(f"{note_id}: cursor, computing", moved.computing, "median 6")
        line(f"{note_id}: selection", extended.seconds, "p95 16, p99 33")
        line(f"{note_id}: code", coded.seconds, "p95 40")
        line(f"{note_id}: code, computing", coded.computing, "")
        line(f"{note_id}: accept", accepted.seconds, "p95 40")
        line(f"{note_id}: accept, computing", accepted.computing, "")
        line(f"{note_id}: page down", paged.seconds, "p95 50")
        print(f"{note_id}: bytes of a cursor key: most {max(moved.sent):,}   2,048")
        if references(folder) != before + ACCEPTED + CODED:
            raise SystemExit("not every key was saved: the figures mean nothing")
        print(f"{note_id}: memory {terminal.resident():.0f} MB   80", flush=True)
    finally:
        terminal.end()


def first_paint(folder: Path) -> list[float]:
    """Seconds from the start of the process to the last byte of its first screen."""
    program = Path(sys.executable).with_name("notecode")
    taken = []
    for _ in range(7):
        terminal = Terminal([str(program), "code", "--coder", "bench", "--project", str(folder)])
        last, _ = terminal.until_quiet(0.6)
        taken.append(last - terminal.began)
        terminal.end()
    return taken


def through_the_notes(folder: Path) -> None:
    """The next note, again and again, in the middle of 50,000."""
    terminal = open_at(folder, "N00025000")
    try:
        line("next note of 50,000", terminal.press([b"N"] * 100).seconds, "p95 100")
        print(f"memory {terminal.resident():.0f} MB   80", flush=True)
    finally:
        terminal.end()


def echoed() -> list[float]:
    """The same keys, answered by a program that only echoes."""
    terminal = Terminal([sys.executable, "-c", ECHO])
    time.sleep(0.5)
    try:
        return terminal.press([b"x"] * 100).seconds
    finally:
        terminal.end()


def measure(folder: Path) -> None:
    """Everything, printed."""
    print(f"{SIZE[0]} x {SIZE[1]} cells; milliseconds from a key to the last byte drawn\n")
    print(f"{'':<40} {'times':>5} {'median':>8} {'p95':>8} {'p99':>8}   target")
    line("a program that only echoes", echoed(), "")
    line("first paint", first_paint(folder), "1300")
    through_the_notes(folder)
    for note_id in LONG_NOTES:
        in_a_long_note(folder, note_id)


def main() -> None:
    """Make the project, or take one kept from before, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", type=Path, help="keep the made project here; measured is a copy")
    keep = parser.parse_args().keep
    if keep is not None and not (keep / "corpus" / "notecode.db").exists():
        prepare(keep)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "p"
        if keep is None:
            prepare(folder)
        else:
            shutil.copytree(keep, folder)
        measure(folder)


if __name__ == "__main__":
    main()
