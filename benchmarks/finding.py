"""How long the coder's lists, searches and queues take, at two sizes of a made-up project.

    python benchmarks/finding.py --notes 5000 50000

Milliseconds of the processor in the thread that answers, from opening its connection to the last
answer, best of three: by the clock an idle machine takes about as long.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from big_project import make_project

from notecode.project.coding import finding, suggestions
from notecode.project.coding.finding import NoteFilter, query_of
from notecode.project.coding.lookup import Lookup
from notecode.project.coding.session import CodingSession, open_coding
from notecode.store.connection import Database

Question = Callable[[Database, str], Iterator[Any]]


def _filters() -> dict[str, NoteFilter]:
    return {
        "all notes": NoteFilter(),
        "uncoded": NoteFilter(values=(("state", "uncoded"),)),
        "with suggestions": NoteFilter(values=(("state", "suggested"),)),
        "a site": NoteFilter(values=(("site", "Site 1"),)),
        "an agency": NoteFilter(values=(("agency", "police"),)),
        "a code": NoteFilter(values=(("code", "code-0"),)),
        "a code of a coder": NoteFilter(values=(("code", "code-0"), ("coder", "ben"))),
        "a month": NoteFilter(values=(("month", "3"),)),
        "words": NoteFilter(text="nobody off"),
        "site, agency, suggestions": NoteFilter(
            values=(("site", "Site 1"), ("agency", "police"), ("state", "suggested"))
        ),
    }


def _questions(session: CodingSession) -> dict[str, Question]:
    found: dict[str, Question] = {
        f"list: {name}": partial(finding.list_notes, wanted=wanted)
        for name, wanted in _filters().items()
    }
    query, ids = query_of("nobody"), session.note_ids()
    return {
        **found,
        "counts of states": partial(_counts, "state"),
        "counts of agencies": partial(_counts, "agency"),
        "counts of codes": partial(_counts, "code"),
        "search: in every note": partial(finding.search_notes, query=query),
        "search: places in 2,000 notes": partial(finding.show_hits, query=query, ids=ids),
        "queue by rule": partial(suggestions.queue_up, wanted=NoteFilter(), order="rule"),
        "open by rule, code, case": partial(suggestions.count_open, wanted=NoteFilter()),
    }


def _counts(facet: finding.Facet, db: Database, coder: str) -> Iterator[object]:
    """The list, and the counts of one facet: what is asked when its values are opened."""
    counted = finding.count_values(db, coder, NoteFilter(), (facet,))
    yield next(counted)
    yield next(counted)


def measure(session: CodingSession, question: Question) -> float:
    """Milliseconds of the processor, the best of three."""
    times = []
    for _ in range(3):
        begin = time.process_time()
        Lookup(session).ask(question, [].append)
        times.append(time.process_time() - begin)
    return min(times) * 1000


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", type=int, nargs="+", default=[5_000, 50_000])
    sizes = parser.parse_args().notes
    table: dict[str, list[float]] = {}
    for notes in sizes:
        with tempfile.TemporaryDirectory() as folder:
            project = make_project(
                Path(folder) / "p", notes=notes, references=notes * 47 // 10, suggestions=2 * notes
            )
            with open_coding(project, "amina") as session:
                for name, question in _questions(session).items():
                    table.setdefault(name, []).append(measure(session, question))
    print(f"{'ms':<32}" + "".join(f"{size:>10,}" for size in sizes))
    for name, times in table.items():
        print(f"{name:<32}" + "".join(f"{each:10.1f}" for each in times))
