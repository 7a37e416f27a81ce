"""Made-up references, and their tables counted in plain Python."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import product

from hypothesis import strategies as st

from notecode.exporting import COUNT_TABLES
from notecode.model import WHOLE, Code, Codebook, Count, CountSpec, CountTable

CODES = ("A", "a1", "a2", "B", "b1")
BOOK = Codebook(
    title="Codes",
    codes=tuple(
        Code(id=key, label=key, definition="", parent=key[0].upper() if key.islower() else "")
        for key in CODES
    ),
    agencies=(),
)
MEASURES = ("references", "cases", "notes")


@dataclass(frozen=True)
class Coded:
    """One reference; its site is its case's."""

    case: int
    note: int
    month: str
    code: str
    agencies: tuple[str, ...]

    @property
    def site(self) -> str:
        return f"S{self.case % 2}"

    def keys(self, dimension: str, roll_up: str) -> tuple[str, ...]:
        if dimension == "code":
            above = [code.id for code in BOOK.path(self.code)]
            return tuple(above) if roll_up == "descendants" else (self.code,)
        if dimension == "agency":
            return self.agencies or ("",)
        return (self.site if dimension == "site" else self.month,)


rare = st.builds(
    Coded,
    case=st.integers(0, 1),
    note=st.integers(0, 1),
    month=st.sampled_from(["1", "2"]),
    code=st.sampled_from(CODES),
    agencies=st.sampled_from([(), ("p",), ("q",), ("p", "q")]),
)


@st.composite
def _common(draw: st.DrawFn) -> list[Coded]:
    """Enough references of the usual codes that there is something to hide behind."""
    dice = draw(st.randoms(use_true_random=False))
    return [
        Coded(
            case=dice.randrange(8),
            note=dice.randrange(3),
            month=dice.choice("12"),
            code=dice.choice(("a1", "a1", "b1", "A")),
            agencies=dice.choice(((), ("p",), ("p", "q"))),
        )
        for _ in range(draw(st.integers(15, 60)))
    ]


references = st.builds(lambda few, many: few + many, st.lists(rare, max_size=6), _common())


def count_of(found: list[Coded], keys: tuple[str, ...]) -> Count:
    return Count(
        keys=keys,
        references=len(found),
        cases=len({each.case for each in found}),
        notes=len({(each.case, each.note) for each in found}),
        case_base=8,
    )


def table(found: list[Coded], by: tuple[str, ...], roll_up: str = "descendants") -> CountTable:
    """The table of these dimensions with its zero cells and totals."""
    cells: dict[tuple[str, ...], list[Coded]] = defaultdict(list)
    axes = {
        "code": CODES,
        "agency": ("p", "q", ""),
        "site": ("S0", "S1"),
        "month": ("1", "2"),
    }
    for each in found:
        for keys in product(*(each.keys(dimension, roll_up) for dimension in by)):
            cells[keys].append(each)
    totals = []
    if len(by) == 2:
        for place in (0, 1):
            whole: dict[str, list[Coded]] = defaultdict(list)
            for each in found:
                for key in each.keys(by[place], roll_up):
                    whole[key].append(each)
            for key, own in whole.items():
                keys = (key, WHOLE) if place == 0 else (WHOLE, key)
                totals.append(count_of(own, keys))
    return CountTable(
        spec=CountSpec(by=by, roll_up=roll_up),
        rows=tuple(count_of(cells[keys], keys) for keys in product(*(axes[d] for d in by))),
        totals=tuple(totals),
        base=count_of(found, ()),
        all_cases=8,
        all_notes=24,
        coders=("ann",),
        codebook_digest="",
    )


def tables(found: list[Coded]) -> list[CountTable]:
    return [table(found, by) for by in COUNT_TABLES]


def own_tables(found: list[Coded]) -> list[CountTable]:
    return [table(found, by, "own") for by in COUNT_TABLES if "code" in by]
