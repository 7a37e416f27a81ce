"""The unit of anonymising, and doing many of them side by side.

One case is a pure function of its notes, its people and what is remembered of it. So it does not
matter which process does it, and results are handed back in the order in which cases were given.
"""

import sys
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from notecode.anonymising.leak_check import Leak
from notecode.anonymising.pseudonyms.memory import FORGETFUL, TagMemory
from notecode.anonymising.pseudonyms.wording import TAGS, Wording
from notecode.errors import NotecodeError, WorkerError
from notecode.project.anonymising.originals import OriginalCase
from notecode.project.anonymising.recasting import Recast, recast
from notecode.project.anonymising.stored_case import StoredCase, nothing_stored
from notecode.raw import RawNote, Roster

if TYPE_CHECKING:
    from notecode.anonymising.cases import AnonymisedCase
    from notecode.anonymising.engine import Anonymiser

Protected = Mapping[str, Sequence[str]]

_IN_FLIGHT = 2
"""Cases given to the processes at once, for each of them: memory does not grow with the export."""

_LONG_EXPORT = 60_000
"""Words from which a second process pays for loading its own language model."""

_MOST_PROCESSES = 8


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class CaseWork:
    """One case to be anonymised; identifiable, and hidden when printed.

    ``stored`` is what the database has of it already, ``start`` the day on which it starts.
    """

    case_id: str
    site: str
    notes: tuple[RawNote, ...]
    roster: Roster
    memory: TagMemory = FORGETFUL
    stored: StoredCase | None = None
    start: date | None = None

    def __repr__(self) -> str:
        return f"CaseWork({self.case_id!r}, {len(self.notes)} notes hidden)"

    __str__ = __repr__


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneCase:
    """An anonymised case, and what of its own people is still in it."""

    made: Recast

    @property
    def case(self) -> "AnonymisedCase":
        """The case as anonymised."""
        return self.made.case

    @property
    def leaks(self) -> tuple[Leak, ...]:
        """What of its own people is still in it."""
        return self.made.leaks


def do_case(engine: "Anonymiser", work: CaseWork) -> DoneCase:
    """Anonymise one case, and search the result for its people.

    Raises:
        LeakError: if the id of the case or of a note holds a name of its people.

    """
    original = OriginalCase(
        case_id=work.case_id,
        site=work.site,
        notes=work.notes,
        roster=work.roster,
        start=work.start,
    )
    stored = work.stored or nothing_stored(original)
    return DoneCase(made=recast(engine, original, stored, work.memory))


def processes_for(words: int, cases: int, wanted: int | None, cores: int) -> int:
    """How many processes to use: as ``wanted``, else one, or one a core on a long export."""
    most = max(1, cases)
    if wanted is not None:
        return max(1, min(wanted, most))
    return min(cores, most, _MOST_PROCESSES) if words >= _LONG_EXPORT else 1


def do_cases(
    work: Iterable[CaseWork],
    engine: "Anonymiser | None",
    *,
    model: str,
    protected: Protected,
    jobs: int,
    wording: Wording = TAGS,
) -> Iterator[DoneCase]:
    """Anonymise cases; results come in the order of ``work``, which is drawn from bit by bit.

    With an ``engine`` that is done here, otherwise in ``jobs`` processes that load their own.

    Raises:
        ModelError: if the language model is not installed.
        WorkerError: if a process was ended from outside.

    """
    if engine is not None:
        yield from (do_case(engine, each) for each in work)
        return
    yield from _in_processes(iter(work), (model, dict(protected), wording), jobs)


def _in_processes(
    work: Iterator[CaseWork], settings: tuple[str, Protected, Wording], jobs: int
) -> Iterator[DoneCase]:
    from multiprocessing import get_context

    quieten_cleaning_up()
    pool = ProcessPoolExecutor(
        jobs,
        # Not forked: a fork would copy the database connection and whatever threads there are.
        mp_context=get_context("spawn"),
        initializer=_begin,
        initargs=settings,
    )
    waiting: deque[Future[DoneCase | NotecodeError]] = deque()
    try:
        while True:
            while len(waiting) < jobs * _IN_FLIGHT and (each := next(work, None)) is not None:
                waiting.append(pool.submit(_do_case_here, each))
            if not waiting:
                return
            done = waiting.popleft().result()
            if isinstance(done, NotecodeError):
                raise done
            yield done
    except BrokenProcessPool:
        # Without its cause: what a broken process printed might hold text.
        raise WorkerError(
            "a process that anonymised was ended from outside",
            hint="Memory may have run out. Finished cases are stored: run the same command again,"
            " with --jobs 1.",
        ) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def quieten_cleaning_up() -> None:
    """Let Python clean up in silence after a run that was killed: nothing was lost by it.

    The process that cleans up outlives the run, and would warn on its terminal of "leaked objects".
    """
    said = "ignore:resource_tracker"
    if said not in sys.warnoptions:  # handed on to each process that is started
        sys.warnoptions.append(said)


_LOADED: "list[Anonymiser | NotecodeError]" = []
"""In a process of its own: its anonymiser, or why there is none."""


def _begin(model: str, protected: Protected, wording: Wording) -> None:
    """Load this process's anonymiser; an interrupt is left to the process that started it."""
    import signal
    import threading

    from notecode.anonymising.engine import load_anonymiser

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        _LOADED.append(load_anonymiser(model, protected=protected, wording=wording))
    except NotecodeError as error:
        _LOADED.append(error)


def _end_with_parent() -> None:
    """Do not stay behind, with a case in memory, when the starting process is killed."""
    import os
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _do_case_here(work: CaseWork) -> DoneCase | NotecodeError:
    """One case in a process of its own. Errors are handed over whole, hint and place included."""
    (engine,) = _LOADED
    if isinstance(engine, NotecodeError):
        return engine
    try:
        return do_case(engine, work)
    except NotecodeError as error:
        return error
