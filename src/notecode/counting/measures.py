"""What a cell holds as counts: references, cases, notes, and references per case.

Medians are the middle value, or the mean of the two in the middle.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from notecode.counting.cells import Cells
from notecode.model import Count, PerCase

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from notecode.tables import IntArray

NO_CASES = PerCase(cases=0)


def counts_of(
    cells: Cells, keys: Sequence[Sequence[str]], case_base: "IntArray", *, per_case: bool
) -> list[Count]:
    """The counts of all cells that hold something, in the order of their keys.

    ``keys`` has the keys of each axis of the cells, ``case_base`` the cases that there are for
    each cell. ``per_case``: references per case as well.
    """
    import numpy as np

    references = np.bincount(cells.cell, weights=cells.references, minlength=cells.size)
    cases = np.bincount(cells.cell, minlength=cells.size)
    held = np.flatnonzero(references)
    shape = tuple(map(len, keys))
    places = np.unravel_index(held, shape) if shape else ()
    spreads = per_case_of(cells, case_base) if per_case else {}
    return [
        Count(
            keys=tuple(keys[axis][place] for axis, place in enumerate(at)),
            references=int(references[cell]),
            cases=int(cases[cell]),
            notes=int(cells.notes[cell]),
            case_base=int(case_base[cell]),
            per_case_with=spreads[cell][0] if per_case else None,
            per_case_all=spreads[cell][1] if per_case else None,
        )
        for cell, at in zip(
            held.tolist(),
            zip(*(place.tolist() for place in places), strict=True) if shape else [()] * len(held),
            strict=True,
        )
    ]


def per_case_of(cells: Cells, case_base: "IntArray") -> dict[int, tuple[PerCase, PerCase]]:
    """References per case by cell: over the cases with any, and over all cases of its base."""
    import numpy as np

    order = np.lexsort((cells.references, cells.cell))
    cell, amount = cells.cell[order], cells.references[order]
    starts = np.flatnonzero(np.concatenate(([True], cell[1:] != cell[:-1])))[: len(cell)]
    ends = np.append(starts[1:], len(cell))
    return {
        int(cell[start]): spread(amount[start:end], int(case_base[cell[start]]))
        for start, end in zip(starts, ends, strict=False)
    }


def spread(amounts: "NDArray[np.int64]", base: int) -> tuple[PerCase, PerCase]:
    """References per case from the amounts of the cases with any, in order, and all cases."""
    held = len(amounts)
    total = int(amounts.sum())
    zeros = max(base - held, 0)
    most = int(amounts[-1]) if held else 0

    def median(without: int) -> float:
        """The middle of the amounts with so many zeros before them."""
        count = held + without
        middle = ((count - 1) // 2 - without, count // 2 - without)
        return sum(int(amounts[at]) if at >= 0 else 0 for at in middle) / 2

    over_held = NO_CASES
    if held:
        over_held = PerCase(
            cases=held, mean=total / held, median=median(0), least=int(amounts[0]), most=most
        )
    over_all = NO_CASES
    if held + zeros:
        over_all = PerCase(
            cases=held + zeros,
            mean=total / (held + zeros),
            median=median(zeros),
            least=0 if zeros else int(amounts[0]),
            most=most,
        )
    return over_held, over_all
