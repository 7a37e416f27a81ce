"""Which codes stand together, as a list of pairs or as a matrix."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from notecode.analysing.cooccurrence import (
    UNDATED,
    CodedPlaces,
    Nearness,
    Together,
    codes_together,
)
from notecode.analysing.pairs import (
    Labelled,
    draw_matrix,
    draw_pairs,
    matrix_columns,
    matrix_rows,
    pair_columns,
    pair_definitions,
    pair_rows,
)
from notecode.analysing.report import Report
from notecode.project.looking.scope import Asked, Look, look
from notecode.project.project import Project
from notecode.store.counts import load_texts
from notecode.store.timelines import note_days
from notecode.text.units import sentence_bounds

if TYPE_CHECKING:
    from notecode.tables import IntArray


def cooccurrence(
    project: Project,
    asked: Asked,
    nearness: Nearness,
    *,
    days: int = 0,
    matrix: bool = False,
    limit: int = 0,
) -> Report:
    """The pairs of codes that stand together, most often first; with ``matrix`` code by code.

    The codes asked for are those of which one at least is in a pair, or in a matrix both.
    ``limit`` is how many pairs are given, 0 for all.

    Raises:
        UsageError: if what is asked names what does not exist.
        ProjectError: if no notes are stored yet.

    """
    with look(project, asked, spans=True, besides="code") as here:
        named = here.codes
        codes = [code.id for code in here.codebook.tree]
        codes += sorted({kind.code for kind in here.chosen.facts.kinds} - set(codes))
        found = _together(here, codes, nearness, days)
        label = Labelled(here.codebook, tuple(codes), nearness, days)
        if matrix:
            return _matrix(here, found, label, named)
        return _pairs(here, found, label, named, limit)


def _together(here: Look, codes: Sequence[str], nearness: Nearness, days: int) -> list[Together]:
    """Every pair of the codes, counted."""
    import numpy as np

    chosen, book = here.chosen, here.codebook
    number = {code: at for at, code in enumerate(codes)}
    reach = [
        frozenset({at})
        if here.asked.own or code not in book.code_by_id
        else frozenset(number[step.id] for step in book.path(code))
        for at, code in enumerate(codes)
    ]
    of_kind = np.array([number[kind.code] for kind in chosen.facts.kinds], dtype=np.int64)
    day = np.array(
        [UNDATED if found is None else found for found in note_days(here.db)]
        if nearness == "days"
        else [],
        dtype=np.int64,
    )
    places = CodedPlaces(
        note=chosen.note,
        start=chosen.start,
        end=chosen.end,
        code=of_kind[chosen.kind],
        note_case=chosen.facts.note_case,
        note_day=day,
        sentences=_sentences(here) if nearness == "sentence" else np.empty((0, 3), dtype=np.int64),
    )
    return codes_together(places, reach, nearness, days=days)


def _sentences(here: Look) -> "IntArray":
    """The sentences of the notes that are coded: the note's place, and where each lies in it."""
    import numpy as np

    facts = here.chosen.facts
    # Places and numbers of notes are in the same order, and so are the texts.
    coded = np.unique(here.chosen.note)
    texts = load_texts(here.db, facts.note_number[coded].tolist())
    found = [
        (place, start, end)
        for place, text in zip(coded.tolist(), texts, strict=True)
        for start, end in sentence_bounds(text)
    ]
    return np.array(found, dtype=np.int64).reshape(-1, 3)


def _pairs(
    here: Look, found: Sequence[Together], label: Labelled, named: Sequence[str], limit: int
) -> Report:
    """The pairs with one of the codes asked for, most often together first."""
    wanted = {at for at, code in enumerate(label.codes) if code in named} if named else None
    pairs = [
        pair
        for pair in found
        if pair.places and (wanted is None or wanted.intersection(pair.codes))
    ]
    pairs.sort(key=lambda pair: (-pair.places, -(pair.jaccard or 0), pair.codes))
    shown = pairs[:limit] if limit else pairs
    with_ = f" with {' or '.join(label.label(at) for at in sorted(wanted))}" if wanted else ""
    return Report(
        name=f"cooccurrence_{label.nearness}",
        title=f"Codes that stand together{with_}: {_near(label)}",
        row_is="one pair of codes that stand together at least once",
        unit="pair",
        columns=pair_columns(label),
        rows=tuple(pair_rows(shown, label)),
        shown=len(shown),
        total=len(pairs),
        base=here.base,
        definitions=pair_definitions(label, own=here.asked.own),
        nothing="no two codes stand together",
        asked=_asked(here, label, named),
        draw=partial(draw_pairs, shown, label),
    )


def _matrix(here: Look, found: Sequence[Together], label: Labelled, named: Sequence[str]) -> Report:
    """The codes asked for, or all that occur, against each other."""
    single = {at: number for pair in found for at, number in _singles(pair)}
    numbers = [
        at for at, code in enumerate(label.codes) if (code in named if named else single.get(at))
    ]
    cells = {pair.codes: pair.places for pair in found}
    cells |= {(at, at): number for at, number in single.items()}
    return Report(
        name=f"matrix_{label.nearness}",
        title=f"Codes against codes: {label.together}, {_near(label)}",
        row_is="one code",
        unit="code",
        columns=matrix_columns(numbers, label),
        rows=tuple(matrix_rows(cells, numbers, label)),
        shown=len(numbers),
        total=len(numbers),
        base=here.base,
        definitions=pair_definitions(label, own=here.asked.own),
        nothing="no code occurs",
        asked=_asked(here, label, named),
        draw=partial(draw_matrix, cells, numbers, label),
    )


def _asked(here: Look, label: Labelled, named: Sequence[str]) -> dict[str, object]:
    within = {"within": label.nearness, "days": label.days, "codes": list(named)}
    return {**here.asked.fields, **within}


def _singles(pair: Together) -> Sequence[tuple[int, int]]:
    return ((pair.codes[0], pair.first), (pair.codes[1], pair.second))


def _near(label: Labelled) -> str:
    """How near they have to be, in words."""
    return {
        "span": "on the same passage",
        "overlap": "on passages that overlap",
        "sentence": "in the same sentence",
        "note": "in the same note",
        "days": f"in one case within {label.days} day{'' if label.days == 1 else 's'}",
    }[label.nearness]
