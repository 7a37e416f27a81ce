"""What a report shows, as plain values: texts that are ready to print, and numbers to draw."""

from dataclasses import dataclass

from notecode.text.layout import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """A dimension of a chart: what it is called, and its labels in the order to draw them in.

    ``depths`` say how deep each label stands in the tree of codes. ``is_time`` is for months and
    thirds, which run from left to right.
    """

    title: str
    labels: tuple[str, ...]
    depths: tuple[int, ...]
    is_time: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: the place of its label on each axis, and how many there are; None is withheld."""

    places: tuple[int, ...]
    number: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Bars over one axis, or over a second one in panels side by side, on one scale.

    ``measure`` is what the bars count ("References"); ``caption`` says of what, and whose.
    """

    title: str
    caption: str
    measure: str
    axes: tuple[Axis, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTable:
    """A table of texts. ``name`` is "" unless it shows one measure of several.

    ``words`` are the places of the columns that hold words and not numbers.
    """

    name: str
    corner: str
    headings: tuple[tuple[str, ...], ...]
    lines: tuple[Line, ...]
    words: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One query: its tables, its chart if it has one, its base and what its numbers mean.

    ``id`` has small letters, digits and hyphens; charts are files of that name. ``notes`` are
    sentences beneath the tables, ``empty`` says why there are none, and ``no_chart`` why there is
    no picture of what is in them.
    """

    id: str
    title: str
    base: str
    tables: tuple[ReportTable, ...]
    notes: tuple[str, ...]
    chart: Chart | None = None
    empty: str = ""
    no_chart: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportData:
    """A whole report. ``definitions`` hold for every section; ``provenance`` are names and values.

    ``banner`` stands at the top of every printed page's first sheet, "" for none.
    """

    title: str
    banner: str
    provenance: tuple[tuple[str, str], ...]
    definitions: tuple[str, ...]
    sections: tuple[Section, ...]
