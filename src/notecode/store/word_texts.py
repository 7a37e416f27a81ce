"""The texts of which words are counted: whole notes, or what of them is coded."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from notecode.passages import Selection
from notecode.store.connection import Database
from notecode.store.retrieval import conditions, selected

BLANK = " "
"""What stands between two stretches of one note, and in place of what is left out of it."""


def note_texts(db: Database, selection: Selection) -> list[tuple[str, str]]:
    """The selected notes' texts, each with its case, in the order in which they were stored."""
    return [(text, case) for _, text, case in _texts(db, selection)]


def coded_texts(db: Database, selection: Selection) -> list[tuple[str, str]]:
    """What of each note lies in a selected reference, each stretch once, with the note's case."""
    spans = db.stream(
        'SELECT q.note, q.start, q."end" FROM counted_references q'
        f" WHERE {conditions(selection)} ORDER BY q.note, q.start",
        selected(selection),
    )
    stretches = {note: list(_joined(group)) for note, group in groupby(spans, lambda row: row[0])}
    return [
        (BLANK.join(text[start:end] for start, end in stretches[note]), case)
        for note, text, case in _texts(db, selection)
        if note in stretches
    ]


def _joined(spans: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    """Spans in order of their starts, those that touch or overlap as one."""
    start = end = -1
    for _, begin, stop in spans:
        if begin > end:
            if end >= 0:
                yield start, end
            start, end = begin, stop
        else:
            end = max(end, stop)
    if end >= 0:
        yield start, end


def _texts(db: Database, selection: Selection) -> Iterator[tuple[int, str, str]]:
    """Rowid, text and case of the selected notes, with the tag alone where a surrogate stands."""
    invented: dict[int, list[tuple[int, int]]] = {}
    for note, start, end, pseudonym in db.stream(
        'SELECT n.rowid, m.start, m."end", m.pseudonym FROM masks m JOIN notes n'
        " ON n.id = m.note_id WHERE m.pseudonym NOT LIKE '[%'"
    ):
        tag = pseudonym.rfind("[")
        stop = start + tag if tag >= 0 else end
        invented.setdefault(note, []).append((start, stop))
    for note, text, case in db.stream(
        "SELECT n.rowid, n.text, n.case_id FROM notes n"
        f" WHERE {conditions(selection, 'n.rowid', '')}",
        selected(selection),
    ):
        yield note, _without(text, invented[note]) if note in invented else text, case


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with blanks in these spans, so that all else stands where it stood."""
    for start, end in spans:
        text = text[:start] + BLANK * (end - start) + text[end:]
    return text
