"""Counts as values: what a count asks for, and the table that answers it.

The rest of the code takes these from ``notecode.model``.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    IntArray = NDArray[np.int64]

RollUp = Literal["own", "descendants", "spans"]
"""How a code and the codes beneath it are counted.

"own": references of that very code. "descendants": of the code and of all beneath it. "spans":
the same, but a passage that several such references cover exactly (another code beneath it, or
another coder) is one.
"""

Dimension = str
"""What to count by: one of ``DIMENSIONS``, "attribute:<name>" or "assessment:<name>@<stage>".

Behind an attribute that is a number may stand how it is put into bands: "attribute:age:10" is in
bands of 10, "attribute:age:18,25,40" parts them at these numbers.
"""

Filters = tuple[tuple[Dimension, tuple[str, ...]], ...]
"""Dimensions, each with the keys that are let through."""

DIMENSIONS: tuple[Dimension, ...] = (
    "code",
    "branch",
    "agency",
    "facet",
    "site",
    "month",
    "third",
    "case",
    "contact_type",
    "author_role",
    "coder",
    "origin",
)
"""The dimensions that every project has.

"branch" is the top of the code tree that a reference's code lies under; "facet" is whether a
reference has its activity alone or an agency too; "third" is the third of the intervention,
from the case's start to its end.
"""

THIRD_WORDS = {
    "before": "before the start",
    "1": "first third",
    "2": "second third",
    "3": "last third",
    "after": "after the end",
}
"""The thirds of an intervention in order, and what lies around them, with their words."""

SAID_BY_LABELS: tuple[Dimension, ...] = ("month", "third")
"""The dimensions whose labels name them."""

ATTRIBUTE = "attribute:"
"""What the dimension of a case attribute begins with: "attribute:gender"."""

ASSESSMENT = "assessment:"
"""What the dimension of an assessment begins with: "assessment:physical abuse@intake"."""

Measure = Literal[
    "references",
    "share",
    "share_of_row",
    "share_of_column",
    "cases",
    "share_of_cases",
    "notes",
    "words",
    "characters",
    "per_case",
]
"""What is counted, as ``notecode.counting.definitions`` puts it in words."""

USUAL_MEASURES: tuple[Measure, ...] = ("references", "share", "cases", "share_of_cases", "notes")
"""The measures of a table that asks for none in particular."""

WHOLE = "*"
"""The key of a dimension that a total runs over."""


def case_value_of(dimension: Dimension) -> tuple[str, str] | None:
    """Name and stage of the attribute ("" is its stage) or assessment; None for other dimensions.

    Bands are not among them (see ``bands_of``).

    >>> case_value_of("assessment:physical abuse@intake")
    ('physical abuse', 'intake')
    >>> case_value_of("attribute:gender")
    ('gender', '')
    """
    dimension = unbanded(dimension)
    if dimension.startswith(ATTRIBUTE):
        return dimension.removeprefix(ATTRIBUTE), ""
    if dimension.startswith(ASSESSMENT):
        name, _, stage = dimension.removeprefix(ASSESSMENT).rpartition("@")
        return name, stage
    return None


def bands_of(dimension: Dimension) -> tuple[float, ...]:
    """The numbers that say how an attribute is put into bands: a width, or where they part.

    >>> bands_of("attribute:age:10")
    (10.0,)
    >>> bands_of("attribute:age")
    ()
    """
    found = _BANDS.fullmatch(dimension)
    return tuple(float(number) for number in found[2].split(",")) if found else ()


def unbanded(dimension: Dimension) -> Dimension:
    """The dimension without its bands: "attribute:age" of "attribute:age:10"."""
    found = _BANDS.fullmatch(dimension)
    return found[1] if found else dimension


_BANDS = re.compile(rf"({ATTRIBUTE}.+|{ASSESSMENT}.+):(\d+(?:\.\d+)?(?:,\d+(?:\.\d+)?)*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class CountSpec:
    """What to count: dimensions, filters, whose coding, which roll-up, which measures.

    ``by`` are one to four dimensions, of which the first ``down`` make rows and the others
    columns; 0 stands for half of them, the odd one down. ``only`` limits the count: each entry
    names a dimension and the keys of it that are let through ("" is "none recorded").
    ``coder`` is a coder's name, or "" for all coders together. ``measures`` empty stands for the
    usual ones. ``resamples`` above 0 asks for bootstrap intervals from so many resamples of whole
    cases, drawn from ``seed``; ``within_sites``: in each of as many cases of every site as it has.
    """

    by: tuple[Dimension, ...]
    coder: str = ""
    roll_up: RollUp = "own"
    only: tuple[tuple[Dimension, tuple[str, ...]], ...] = ()
    measures: tuple[Measure, ...] = ()
    down: int = 0
    resamples: int = 0
    seed: int = 1
    within_sites: bool = False

    def chosen(self, dimension: Dimension) -> tuple[str, ...]:
        """The keys of a dimension that are let through; () lets everything through."""
        return tuple(
            dict.fromkeys(key for name, keys in self.only if name == dimension for key in keys)
        )

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that are let through; () lets everything through."""
        return self.chosen("code")

    @property
    def agencies(self) -> tuple[str, ...]:
        """The agencies that are let through; () lets everything through."""
        return self.chosen("agency")

    @property
    def sites(self) -> tuple[str, ...]:
        """The sites that are let through; () lets everything through."""
        return self.chosen("site")


@dataclass(frozen=True, slots=True)
class NamedCount:
    """A query with a name to make its table again, and the title that it prints.

    The spec's coder "" stands for the one whose coding is counted unless somebody is named.
    """

    name: str
    spec: CountSpec
    title: str = ""


ROLL_UPS: Mapping[RollUp, str] = {
    "own": "each code by itself",
    "descendants": "each code with those beneath it",
    "spans": "each coded passage once",
}
"""The roll-ups in words."""


def whose_words(coder: str, coders: Sequence[str], *, twice: str = "two") -> str:
    """Whose coding numbers are counted from, as a sentence; ``coder`` "" stands for all.

    ``twice`` is what the same passage counts that two of them have coded.
    """
    if coder:
        return f"Coding of {coder} alone."
    if not coders:
        return "Nobody has coded yet."
    if len(coders) == 1:
        return f"Coding of {coders[0]}, the only coder."
    return (
        f"Coding of all coders together ({', '.join(coders)}): the same passage coded by two of"
        f" them is {twice}."
    )


def dimension_words(dimension: Dimension) -> str:
    """What a dimension is called in a sentence: "author role", "physical abuse (intake)"."""
    value = case_value_of(dimension)
    if value is None:
        return dimension.replace("_", " ")
    name, stage = value
    said = f"{name} ({stage})" if stage else name
    return f"{said} in bands" if bands_of(dimension) else said


def limits_in_words(
    only: Iterable[tuple[Dimension, Sequence[str]]], label_of: Callable[[Dimension, str], str]
) -> str:
    """Filters in words: "code Information sharing; site North or South"; "" for none.

    A label that says by itself what it is one of ("month 2", "first third") is enough.
    """
    said = []
    for dimension, keys in only:
        words, labels = dimension_words(dimension), [label_of(dimension, key) for key in keys]
        plain = dimension in SAID_BY_LABELS and all(words in label for label in labels)
        said.append(f"{'' if plain else f'{words} '}{' or '.join(labels)}")
    return "; ".join(said)


def filters_of(words: Iterable[str]) -> tuple[tuple[Dimension, tuple[str, ...]], ...]:
    """Filters from words such as "site=North"; several of one dimension let any of them through.

    >>> filters_of(["site=North", "code=contact", "site=South"])
    (('site', ('North', 'South')), ('code', ('contact',)))

    Raises:
        ValueError: if a word has no "=", or nothing before it; it is the error's argument.

    """
    found: dict[Dimension, list[str]] = {}
    for word in words:
        dimension, equals, key = word.partition("=")
        if not equals or not dimension.strip():
            raise ValueError(word)
        found.setdefault(dimension.strip(), []).append(key.strip())
    return tuple((dimension, tuple(keys)) for dimension, keys in found.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class PerCase:
    """References per case over ``cases`` cases; all None where there is no case to divide by."""

    cases: int
    mean: float | None = None
    median: float | None = None
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Interval:
    """A 95% interval; both ends None where it is undefined, for the ``reason`` given."""

    low: float | None = None
    high: float | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """References, distinct cases and distinct notes under one combination of keys.

    ``keys`` has one entry per dimension of the spec: an id, a site, a month as text; "" is
    "none recorded" (a reference without an agency, a note without a date). ``words`` and
    ``characters`` are those of the notes that lie in a coded passage, each once; None unless
    asked for. ``case_base`` is how many cases there are, coded or not: of one site where
    the sites are counted apart, of all in each month and third. ``per_case_with`` is over the
    cases with at least one reference, ``per_case_all`` over those of the base. ``intervals`` are
    by measure: "references", "share", "cases", "share_of_cases", "mean_with", "median_with",
    "mean_all", "median_all". Of a ``withheld`` one nothing is given away but its keys and, unless
    its table withholds bases, ``case_base``: its numbers are 0.
    """

    keys: tuple[str, ...]
    references: int
    cases: int
    notes: int
    case_base: int = 0
    words: int | None = None
    characters: int | None = None
    per_case_with: PerCase | None = None
    per_case_all: PerCase | None = None
    intervals: Mapping[str, Interval] = field(default_factory=dict)
    withheld: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CountTable:
    """Counts with all that is needed to print and cite them.

    ``rows`` holds every combination, zero cells included, in codebook order. ``base`` counts the
    references selected, each once, so rows by agency may add up to more than it. ``totals`` counts
    each row of a cross-table as a whole, and each column: distinct again, never a sum; dimensions
    that it runs over have the key ``WHOLE``. ``all_cases`` and ``all_notes`` are those of the
    project that the filters on cases let through, coded or not. ``title`` is that of a named
    query, "" for one made from the dimensions. ``filter_labels`` are of the keys of filters that
    were asked for by what was merged into them. ``remarks`` say what is odd in these data. With
    ``bases_withheld`` the case bases of rows and totals are 0, and shares of cases are not given.
    """

    spec: CountSpec
    rows: tuple[Count, ...]
    totals: tuple[Count, ...] = ()
    labels: dict[str, str] = field(default_factory=dict)
    filter_labels: dict[str, str] = field(default_factory=dict)
    base: Count
    all_cases: int
    all_notes: int
    coders: tuple[str, ...]
    codebook_digest: str
    title: str = ""
    remarks: tuple[str, ...] = ()
    bases_withheld: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceKind:
    """What references have in common that a count can tell apart, but for note and span."""

    code: str
    coder: str
    origin: str
    agencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One key for each note or case: its place among ``keys``, which are in printing order."""

    keys: tuple[str, ...]
    places: "IntArray"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedFacts:
    """Every reference of a project as whole numbers, with what can be counted of it.

    ``note`` and ``kind`` have an entry for each reference, in the order of the notes: its place
    among notes and among ``kinds``. ``note_number`` has each note's number in the store and
    ``note_case`` its place among ``cases`` (ids, in order). ``note_columns`` and ``case_columns``
    are those that were asked for, by dimension. ``start`` and ``end`` are the references' spans,
    empty unless asked for. ``case_dates`` are each case's start and end, None where unknown.
    """

    kinds: tuple[ReferenceKind, ...]
    cases: tuple[str, ...]
    note_number: "IntArray"
    note_case: "IntArray"
    note: "IntArray"
    kind: "IntArray"
    start: "IntArray"
    end: "IntArray"
    note_columns: Mapping[Dimension, Column] = field(default_factory=dict)
    case_columns: Mapping[Dimension, Column] = field(default_factory=dict)
    case_dates: tuple[tuple[date | None, date | None], ...] = ()
