"""Counting: from the facts of a project and a spec to its table."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import prod
from typing import TYPE_CHECKING

from notecode.counting.cells import Cells, Selection, case_cells, case_places, count_cells, select
from notecode.counting.coverage import TextsOf, count_characters, count_words
from notecode.counting.intervals import intervals_of
from notecode.counting.measures import counts_of
from notecode.counting.members import FACETS, Members, members_of
from notecode.counting.specs import allowed_keys
from notecode.counting.tables import MOST_CELLS, build_table, refuse_size, rows_down
from notecode.model import (
    WHOLE,
    Codebook,
    CodedFacts,
    Count,
    CountSpec,
    CountTable,
    Dimension,
    Interval,
)

if TYPE_CHECKING:
    from notecode.tables import IntArray

ORIGINS = ("hand", "rule", "rule-changed")
"""The origins that a table by origin always shows."""


CellsKey = tuple[object, ...]
"""What cells depend on: the filters, whose coding, the roll-up, and the dimensions."""


def count(
    spec: CountSpec,
    facts: CodedFacts,
    codebook: Codebook,
    *,
    coders: Sequence[str],
    texts_of: TextsOf,
    kept: dict[CellsKey, Cells] | None = None,
) -> CountTable:
    """The table of a spec.

    ``facts`` must have the columns of all dimensions that the spec names, and the spans where
    the spec needs them (``needs_spans``). ``coders`` are those whose references are counted;
    ``texts_of`` gives the texts of notes by their places, and is called for words alone.
    ``kept`` has what was counted for other tables of these facts, and takes this one's: tables
    have their margins in common.

    Raises:
        UsageError: if the table would have too many cells.

    """
    names = dict.fromkeys((*spec.by, *(name for name, _ in spec.only)))
    members = {name: members_of(name, facts, codebook, spec.roll_up) for name in names}
    filters = [
        (members[name], spec.chosen(name)) for name in dict.fromkeys(name for name, _ in spec.only)
    ]
    if spec.coder:
        whose = members_of("coder", facts, codebook, spec.roll_up)
        filters.append((whose, (spec.coder,)))
    selection = select(facts, filters)
    axes = [
        members[name].limited_to(allowed_keys(spec, name, codebook, members[name].keys))
        for name in spec.by
    ]
    size = prod(len(axis.keys) for axis in axes)
    if size > MOST_CELLS:
        refuse_size(spec, size)
    counter = _Counter(spec, selection, axes, texts_of, {} if kept is None else kept)
    return build_table(
        spec,
        counter.counted(counter.all),
        counter.base(),
        codebook,
        values=_values(spec, selection, codebook, coders),
        case_bases=counter.bases_by_key(),
        totals=counter.totals(),
        coders=coders,
        all_cases=int(selection.cases.sum()),
        all_notes=int(selection.notes.sum()),
    )


def needs_spans(spec: CountSpec) -> bool:
    """Whether a spec can be counted only with the references' spans."""
    return spec.roll_up == "spans" or bool({"words", "characters"} & set(spec.measures))


Part = tuple[int, ...]
"""The places of some of a table's dimensions: those of its rows, of its columns, or none."""


class _Counter:
    """Counts the references of one selection by all axes of a table, and by parts of them."""

    def __init__(
        self,
        spec: CountSpec,
        selection: Selection,
        axes: Sequence[Members],
        texts_of: TextsOf,
        kept: dict[CellsKey, Cells],
    ) -> None:
        self.spec = spec
        self._kept = kept
        self.selection = selection
        self.axes = axes
        self.all: Part = tuple(range(len(axes)))
        down = rows_down(spec)
        self.margins = (self.all[:down], self.all[down:]) if down < len(axes) else ()
        self.whole = self._cells(())
        self.words: dict[Part, IntArray] = {}
        if "words" in spec.measures:
            parts: tuple[Part, ...] = ((), self.all, *self.margins)
            counted = count_words(selection, [self._axes(part) for part in parts], texts_of)
            self.words = dict(zip(parts, counted, strict=True))

    def base(self) -> Count:
        """The references as a whole."""
        for count in self.counted(()):
            return count
        return Count(
            keys=(), references=0, cases=0, notes=0, case_base=int(self.selection.cases.sum())
        )

    def totals(self) -> list[Count]:
        """The counts of each row and each column of a cross-table as a whole."""
        return [
            replace(
                count,
                keys=tuple(
                    count.keys[part.index(place)] if place in part else WHOLE for place in self.all
                ),
            )
            for part in self.margins
            for count in self.counted(part)
        ]

    def bases_by_key(self) -> dict[Part, dict[tuple[str, ...], int]]:
        """The cases that could be counted under each combination of keys, of the table's parts."""
        return {
            part: _bases_by_key(self.selection, self._axes(part))
            for part in (self.all, *self.margins)
        }

    def counted(self, part: Part) -> list[Count]:
        """The counts of every cell by these axes that holds something."""
        axes = self._axes(part)
        cells = self._cells(part) if part else self.whole
        bases, group = self._bases(axes)
        counts = counts_of(
            cells,
            [axis.keys for axis in axes],
            bases,
            per_case="per_case" in self.spec.measures,
        )
        held = _held(cells)
        if "characters" in self.spec.measures:
            characters = count_characters(self.selection, axes)[held].tolist()
            counts = [replace(c, characters=n) for c, n in zip(counts, characters, strict=True)]
        if part in self.words:
            words = self.words[part][held].tolist()
            counts = [replace(c, words=n) for c, n in zip(counts, words, strict=True)]
        if self.spec.resamples:
            intervals = self._intervals(cells, group, axes)
            counts = [
                replace(count, intervals=intervals[cell])
                for count, cell in zip(counts, held.tolist(), strict=True)
            ]
        return counts

    def _axes(self, part: Part) -> list[Members]:
        return [self.axes[place] for place in part]

    def _cells(self, part: Part) -> Cells:
        spec = self.spec
        key = (spec.only, spec.coder, spec.roll_up, tuple(spec.by[place] for place in part))
        if key not in self._kept:
            spans = spec.roll_up == "spans"
            self._kept[key] = count_cells(self.selection, self._axes(part), spans=spans)
        return self._kept[key]

    def _bases(self, axes: Sequence[Members]) -> "tuple[IntArray, IntArray]":
        """For each cell, how many cases there are, and the group of cases that it is of."""
        import numpy as np

        sizes = case_cells(self.selection, [axis for axis in axes if axis.parts_cases])
        shape = [len(axis.keys) if axis.parts_cases else 1 for axis in axes]
        whole = [len(axis.keys) for axis in axes]
        group = np.broadcast_to(np.arange(len(sizes)).reshape(shape), whole).ravel()
        return sizes[group], group

    def _intervals(
        self, cells: Cells, group: "IntArray", axes: Sequence[Members]
    ) -> dict[int, dict[str, Interval]]:
        return intervals_of(
            cells,
            self.whole,
            group,
            case_places(self.selection, [axis for axis in axes if axis.parts_cases]),
            resamples=self.spec.resamples,
            seed=self.spec.seed,
            per_case="per_case" in self.spec.measures,
            strata=self._strata(),
        )

    def _strata(self) -> "IntArray | None":
        """The site of each case, where cases are drawn within their sites."""
        if not self.spec.within_sites:
            return None
        return self.selection.facts.case_columns["site"].places


def _held(cells: Cells) -> "IntArray":
    """The cells that hold something, in order."""
    import numpy as np

    return np.unique(cells.cell)


def _values(
    spec: CountSpec, selection: Selection, codebook: Codebook, coders: Sequence[str]
) -> dict[Dimension, Sequence[str]]:
    """The keys of each dimension that are there, whether anything is coded with them or not."""
    facts = selection.facts
    active = [code for code in codebook.codes if code.status == "active"]
    known: dict[Dimension, Sequence[str]] = {
        "code": [code.id for code in active],
        "branch": [code.id for code in active if not code.parent],
        "agency": [agency.id for agency in codebook.agencies if agency.status == "active"],
        "facet": FACETS,
        "coder": coders,
        "origin": ORIGINS,
    }
    columns: Mapping[Dimension, Sequence[str]] = {
        name: column.keys
        for name, column in (*facts.note_columns.items(), *facts.case_columns.items())
    }
    known |= columns
    if "case" in spec.by:
        known["case"] = [
            case for case, there in zip(facts.cases, selection.cases, strict=True) if there
        ]
    return known


def _bases_by_key(selection: Selection, axes: Sequence[Members]) -> dict[tuple[str, ...], int]:
    """How many cases could be counted under each combination of keys that part cases."""
    import numpy as np

    of_cases = [axis for axis in axes if axis.parts_cases]
    sizes = case_cells(selection, of_cases)
    held = np.flatnonzero(sizes)
    shape = tuple(len(axis.keys) for axis in of_cases)
    if not shape:
        return {(): int(sizes[0])}
    places = zip(*(place.tolist() for place in np.unravel_index(held, shape)), strict=True)
    return {
        tuple(axis.keys[place] for axis, place in zip(of_cases, at, strict=True)): size
        for at, size in zip(places, sizes[held].tolist(), strict=True)
    }
