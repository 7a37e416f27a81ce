"""Pairs of codes that stand together, as a list and as a matrix, with what the numbers mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from notecode.analysing.cooccurrence import Nearness, Together
from notecode.analysing.quotations import label_of
from notecode.analysing.report import Cell, Column, draw_table
from notecode.model import Codebook
from notecode.text.layout import Line, draw_grid, printable, wrap

PLACES: dict[Nearness, str] = {
    "span": "passage",
    "overlap": "passage",
    "sentence": "sentence",
    "note": "note",
    "days": "note",
}
"""What is counted as a place."""

_TOGETHER: dict[Nearness, str] = {
    "span": "Two codes stand together in a passage that has both, from the same first to the same "
    "last character.",
    "overlap": "Two codes stand together in a passage that has the one and shares at least one "
    "character with a passage that has the other; both of these passages are counted.",
    "sentence": "Two codes stand together in a sentence that a reference of each touches; a "
    "sentence is a line, a list item or what ends with a full stop.",
    "note": "Two codes stand together in a note that has a reference of each.",
    "days": "Two codes stand together in a note that has the one if a note of the same case, at "
    "most {days} before or after it, has the other; notes of both codes are counted, so that "
    "there can be more of them than notes with either code alone. The same note counts, and an "
    "undated note only by itself.",
}


@dataclass(frozen=True, slots=True)
class Labelled:
    """The codes by their numbers, and how near they had to be."""

    codebook: Codebook
    codes: tuple[str, ...]
    nearness: Nearness
    days: int

    def label(self, number: int) -> str:
        """The label of the code of this number."""
        return label_of(self.codebook, self.codes[number])

    @property
    def place(self) -> str:
        """What is counted as a place."""
        return PLACES[self.nearness]

    @property
    def together(self) -> str:
        """The places of two codes, in words: those that have one of them with the other near."""
        if self.nearness in ("overlap", "days"):
            return f"{self.place}s with one of the two that have the other near"
        return f"{self.place}s in which both stand"


def pair_definitions(label: Labelled, *, own: bool) -> tuple[str, ...]:
    """The sentences that say what is counted."""
    days = f"{label.days} day{'' if label.days == 1 else 's'}"
    said = [
        _TOGETHER[label.nearness].format(days=days),
        f"Jaccard: the {label.place}s in which both stand together, of all {label.place}s with "
        "either; 1 is always together, 0 never. It is n/a where neither code occurs.",
    ]
    if own:
        said.append("A code is counted by its own references.")
    else:
        said.append(
            "A code is counted by its references and those of every code beneath it; a code and "
            "one above it always stand together, and so are no pair."
        )
    return tuple(said)


def pair_columns(label: Labelled) -> tuple[Column, ...]:
    """The columns of a list of pairs."""
    places = f"{label.place}s"
    return (
        Column("first", "", "text", "id of the first code"),
        Column("first_label", "", "text", "its label"),
        Column("second", "", "text", "id of the second code"),
        Column("second_label", "", "text", "its label"),
        Column("first_places", "First", "integer", f"{places} with the first"),
        Column("second_places", "Second", "integer", f"{places} with the second"),
        Column("either", "Either", "integer", f"{places} with one of them or both"),
        Column("together", "Together", "integer", label.together),
        Column("cases", "Cases", "integer", f"cases of these {places}"),
        Column(
            "jaccard",
            "Jaccard",
            "ratio",
            f"{places} in which they stand together, of those with either",
            "neither code occurs",
        ),
    )


def pair_rows(pairs: Sequence[Together], label: Labelled) -> list[tuple[Cell, ...]]:
    """The cells of ``pair_columns``."""
    return [
        (
            label.codes[pair.codes[0]],
            label.label(pair.codes[0]),
            label.codes[pair.codes[1]],
            label.label(pair.codes[1]),
            pair.first,
            pair.second,
            pair.either,
            pair.places,
            pair.cases,
            pair.jaccard,
        )
        for pair in pairs
    ]


def draw_pairs(pairs: Sequence[Together], label: Labelled, width: int = 80) -> list[str]:
    """One line a pair, or two where the labels are long; what either has is left to files."""
    counts = (column for column in pair_columns(label)[4:] if column.name != "either")
    columns = (Column("pair", "Codes", "text", ""), *counts)
    rows = [
        (
            f"{label.label(pair.codes[0])} + {label.label(pair.codes[1])}",
            pair.first,
            pair.second,
            pair.places,
            pair.cases,
            pair.jaccard,
        )
        for pair in pairs
    ]
    return draw_table(columns, rows, width)


def matrix_columns(numbers: Sequence[int], label: Labelled) -> tuple[Column, ...]:
    """The columns of a matrix: the code of the row, then one for each code."""
    return (
        Column("code", "Code", "text", "id of the code"),
        Column("code_label", "Code", "text", "its label"),
        *(
            Column(
                label.codes[number],
                label.label(number),
                "integer",
                f"the row's code and {label.label(number)}: {label.together}; in its own row the"
                f" {label.place}s with it",
                "one of the two lies beneath the other",
            )
            for number in numbers
        ),
    )


def matrix_rows(
    cells: Mapping[tuple[int, int], int], numbers: Sequence[int], label: Labelled
) -> list[tuple[Cell, ...]]:
    """A row for each code: how often it stands with each, and alone in its own place."""
    return [
        (
            label.codes[row],
            label.label(row),
            *(cells.get((min(row, column), max(row, column))) for column in numbers),
        )
        for row in numbers
    ]


def draw_matrix(
    cells: Mapping[tuple[int, int], int],
    numbers: Sequence[int],
    label: Labelled,
    width: int = 80,
) -> list[str]:
    """Codes down and, by number, across; . is 0, and blank what cannot be counted."""
    headings = [(str(place),) for place in range(1, len(numbers) + 1)]
    lines = []
    for place, row in enumerate(numbers, 1):
        found = [cells.get((min(row, column), max(row, column))) for column in numbers]
        drawn = tuple("" if n is None else f"{n:,}" if n else "." for n in found)
        lines.append(Line(f"{place} {printable(label.label(row))}", 0, drawn))
    said = f"Columns are the codes of the rows by number. In a code's own column: {label.place}s"
    return [*draw_grid("Code", headings, lines, width), "", *wrap(f"{said} with it.", width)]
