"""Where files are put: over which of an earlier run, and beside what they may not stand.

A directory that notecode has filled has a data package, which lists its files with their digests
and says below how many cases counts are withheld in them.
"""

import csv
import logging
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from notecode.errors import DisclosureError, LeakError, WriteError
from notecode.exporting.csv import PROVENANCE
from notecode.exporting.datapackage import PACKAGE, digest_of, files_of, state_in, withheld_below
from notecode.exporting.values import Provenance
from notecode.exporting.writing import Artefact, Gate, check_writable, write_all

COLUMNS_OF = "_dictionary"
"""How the name of a file ends that says what the columns of another mean, and nothing else."""

REPORT = "report"
"""The directory of the report, inside that of the exports."""

_TEXT_COLUMNS = frozenset({"quotation", "quotations", "summaries", "text", "before", "after"})
"""Columns of passages, memos and summaries."""
_WITH_TEXTS = frozenset({"references", "memos"})
"""Tables that have such a column, where it is not seen from outside."""

HOLDS_ALL = "nothing withheld"
_WAY_OUT = {
    True: "Withhold the same in all (--suppress-below), move what is there elsewhere",
    False: "Move what is there elsewhere (a table by itself withholds nothing)",
}
"""What can be done about files in the way, of what can withhold counts and of what cannot."""
_ANEW = {
    "export": "Move or delete what is there, write this, and then that anew for the same coder",
    REPORT: "Write the export anew first, for the same coder (notecode export), and then this;"
    " move or delete anything else that is there",
}
"""What can be done about files of another state."""

_log = logging.getLogger(__name__)


class _Its(NamedTuple):
    """What files withhold: counts of fewer cases than this, counted in this state."""

    below: int = 0
    state: str = ""


def place(
    directory: Path, made: Sequence[Artefact], gate: Gate, *, owner_only: bool = False
) -> tuple[Path, ...]:
    """Write the files, a data package among them; returns their paths in order.

    What the data package that is there lists is replaced, or removed where it is not written
    again, as long as nobody has changed it.

    Raises:
        WriteError: if a file cannot be written, or somebody changed one since the last time;
            nothing has changed then.
        LeakError: if the gate refuses; nothing has been written then.

    """
    untouched, changed = _of_an_earlier_run(directory)
    _refuse_changed(directory, [file.name for file in made if file.name in changed])
    return write_all(directory, made, gate, owner_only=owner_only, replaces=untouched, seal=PACKAGE)


def check_place(directory: Path, name: str, below: int) -> None:
    """Refuse what could not be written, or would stand beside numbers that it withholds.

    ``directory`` is that of the exports, ``name`` what is to be written there: "export",
    "report", or a file's name. ``below`` is the number of cases below which it withholds counts,
    0 for none.

    Raises:
        WriteError: if nothing can be written there.
        DisclosureError: naming what is in the way.

    """
    check_writable(directory / REPORT if name == REPORT else directory)
    others = [(what, its.below) for what, its in _there(directory, name) if its.below != below]
    if not others:
        return
    shown = ", ".join(f"{what} ({_withholds(its)})" for what, its in others)
    raise DisclosureError(
        f"beside this it would give withheld numbers away ({_withholds(below)}): {shown}",
        where=str(directory),
        hint=f"{_WAY_OUT[name in ('export', REPORT)]}, or write this one elsewhere with --into"
        " DIRECTORY; nothing was changed",
    )


def check_state(directory: Path, name: str, made: Provenance) -> tuple[str, ...]:
    """Refuse to withhold counts beside those of another state: their difference tells such.

    Asked of what ``check_place`` allows. Returns the files of a report that an export makes
    outdated: nobody has changed them, and they are to be removed with ``remove_report``.

    Raises:
        DisclosureError: naming what is in the way, and the way out.

    """
    if not made.suppressed_below:
        return ()
    others = [what for what, its in _there(directory, name) if its.state != made.state]
    outdated: list[str] = []
    if name == "export" and f"{REPORT}/" in others:
        outdated, changed = _of_an_earlier_run(directory / REPORT)
        if outdated and not changed:
            others.remove(f"{REPORT}/")
    if others:
        raise DisclosureError(
            "beside this it would give withheld numbers away, by the difference between two states"
            f" of the project, codebook or saved tables, or two coders: {', '.join(others)}",
            where=str(directory),
            hint=f"{_ANEW[name]}, or write this one elsewhere with --into DIRECTORY, and do not"
            " give both to the same people; nothing was changed",
        )
    return tuple(outdated)


def remove_report(directory: Path, outdated: Sequence[str]) -> None:
    """Remove these files of the report beside an export that was written anew; say so."""
    if not outdated:
        return
    for name in (PACKAGE, *outdated):
        (directory / REPORT / name).unlink(missing_ok=True)
    with suppress(OSError):
        (directory / REPORT).rmdir()  # somebody else's files stay
    _log.warning(
        "The report beside the export was of another state of the project, or another coder's, and"
        " was removed: beside each other they give withheld numbers away. Write it anew"
        " (notecode report)."
    )


def withheld_in(directory: Path) -> int:
    """The number of cases below which an export or a report there withholds counts; 0 for none."""
    packages = (directory / PACKAGE, directory / REPORT / PACKAGE)
    return max(withheld_below(package) for package in packages)


def less_withheld(directory: Path, name: str, below: int) -> str:
    """What to say where an export or report is replaced by one that withholds less; "" if not.

    ``name`` is "export" or "report"; to be asked before it is written.
    """
    was = withheld_below((directory / REPORT if name == REPORT else directory) / PACKAGE)
    if was <= below:
        return ""
    return (
        f"The {name} that this replaces had counts of fewer than {was} cases withheld; this one has"
        f" {_withholds(below)}. Whoever may not see them should not be given it."
    )


def _withholds(below: int) -> str:
    return f"counts of fewer than {below} cases withheld" if below else HOLDS_ALL


def _there(directory: Path, name: str) -> Iterator[tuple[str, _Its]]:
    """What lies in the directory, but for what is written anew; and what each withholds.

    So does what lies in a directory inside it, and in one around it that holds an export or a
    report: whoever is given that one is given both.
    """
    yield from _in(directory, name)
    for folder, inside, _ in os.walk(directory):
        inside[:] = sorted(each for each in inside if each != REPORT and not each.startswith("."))
        if Path(folder) != directory:
            where = Path(folder).relative_to(directory).as_posix()
            yield from ((f"{what} in {where}/", its) for what, its in _in(Path(folder)))
    for around in directory.resolve().parents:
        if files_of(around / PACKAGE) or files_of(around / REPORT / PACKAGE):
            yield from ((f"{what} in {around}", its) for what, its in _in(around))


@contextmanager
def telling_what_stays(directory: Path) -> Iterator[None]:
    """Add to a refusal that files of earlier runs are still there: they may hold what was refused.

    Raises:
        LeakError: the one that was raised inside, with these files in its hint.
        DisclosureError: as it was raised inside.

    """
    try:
        yield
    except DisclosureError:
        raise  # it names what lies there
    except LeakError as error:
        there = files_there(directory)
        if not there:
            raise
        hint = (
            f"{error.hint}\n  Files of earlier runs are still in {directory} and may hold it too:"
            f" {', '.join(there)}"
        )
        raise LeakError(error.what, where=error.where, hint=hint) from error


def files_there(directory: Path, *, only_texts: bool = False) -> list[str]:
    """The files of notecode that lie in a directory of exports, or those that may quote notes.

    These are tables with passages, memos or summaries, and what cannot be looked into by a name
    alone: workbooks.
    """
    if not directory.is_dir():
        return []
    found = {*files_of(directory / PACKAGE), *(p.name for p in directory.glob("*.csv"))}
    there = [directory / name for name in sorted(found) if (directory / name).is_file()]
    ours = [path for path in there if path.suffix != ".csv" or _is_ours(path)]
    if only_texts:
        return [path.name for path in ours if _may_quote(path)]
    pages = sorted(directory.glob(f"{REPORT}/*.html"))
    return [*(path.name for path in ours), *(f"{REPORT}/{page.name}" for page in pages)]


def _may_quote(path: Path) -> bool:
    """Whether a file of ours has a column of words that somebody wrote, as far as one can see."""
    if path.suffix != ".csv":
        return path.suffix == ".xlsx" or path.stem in _WITH_TEXTS
    with path.open(encoding="utf-8-sig", newline="") as file:
        columns = set(next(csv.reader(file), ()))
    return bool(columns & _TEXT_COLUMNS)


def _in(directory: Path, name: str = "") -> Iterator[tuple[str, _Its]]:
    """What lies in this very directory, but for what is written anew as ``name``.

    Of an export and its report it is known what they withhold; all else withholds nothing.
    """
    if not directory.is_dir():
        return
    listed = files_of(directory / PACKAGE)
    if listed and name != "export":
        yield "the export", _said_in(directory / PACKAGE)
    if name != REPORT and (directory / REPORT / "report.html").is_file():
        yield f"{REPORT}/", _said_in(directory / REPORT / PACKAGE)
    for path in sorted(directory.glob("*.csv")):
        described = path.name.endswith(f"{COLUMNS_OF}.csv")
        if path.name not in {*listed, name} and not described and _is_ours(path):
            yield path.name, _Its()


def _said_in(package: Path) -> _Its:
    return _Its(withheld_below(package), state_in(package))


def _is_ours(path: Path) -> bool:
    """Whether a CSV file is one of notecode's: its last column says where it comes from."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return file.readline().rstrip().endswith(f",{PROVENANCE.name}")
    except (OSError, UnicodeDecodeError):
        return False


def _of_an_earlier_run(directory: Path) -> tuple[list[str], list[str]]:
    """The files there that the data package lists: those that are as it says, and the others."""
    listed = files_of(directory / PACKAGE)
    there = [name for name in listed if Path(name).name == name and (directory / name).is_file()]
    untouched = [name for name in there if digest_of(directory / name) == listed[name]]
    return untouched, [name for name in there if name not in untouched]


def _refuse_changed(directory: Path, changed: Sequence[str]) -> None:
    """Refuse to write over somebody's work.

    Raises:
        WriteError: naming the files that were changed since they were written.

    """
    if changed:
        raise WriteError(
            f"changed since the last export: {', '.join(changed)}",
            where=str(directory),
            hint="Move or rename what you want to keep, or delete it, and export again; nothing"
            " was changed",
        )
