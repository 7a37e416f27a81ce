"""A report made up for tests: awkward labels, an empty table, a table with panels."""

from notecode.exporting.report_page import Axis, Bar, Chart, ReportData, ReportTable, Section
from notecode.text.layout import Line

AWKWARD = '<script>document.title = "broken"</script> & "quoted"'

KINDS = Axis(
    title="Code",
    labels=("Direct work", AWKWARD, "Støtte 🙂 دعم"),
    depths=(0, 1, 1),
)
SITES = Axis(title="Site", labels=("North", "South"), depths=(0, 0))
MONTHS = Axis(
    title="Month of the intervention", labels=("1", "2", "3"), depths=(0, 0, 0), is_time=True
)


def bars(*axes: Axis) -> Chart:
    """A chart with a bar for each combination, as long as its place in the row."""
    sizes = [len(axis.labels) for axis in axes]
    places = [(a,) for a in range(sizes[0])]
    if len(axes) == 2:
        places = [(a, b) for a in range(sizes[0]) for b in range(sizes[1])]
    return Chart(
        title="Direct work by kind",
        caption="References by code. Base: 12 references in 3 of 4 cases, 9 of 20 notes.",
        measure="References",
        axes=axes,
        bars=tuple(Bar(place, number) for number, place in enumerate(places)),
    )


def report() -> ReportData:
    """Three sections: with a chart, with panels, and without rows."""
    lines = (
        Line("Direct work", 0, ("1,012", "98.5%")),
        Line(AWKWARD, 1, ("9", "1.5%")),
        Line("Støtte 🙂 دعم", 1, (".", "0.0%")),
        Line("All, each once", 0, ("1,021", "100.0%"), is_total=True),
        Line("Cases there", 0, ("4", "")),
    )
    table = ReportTable(
        name="", corner="Code", headings=(("References",), ("Share", "of 1,021")), lines=lines
    )
    return ReportData(
        title="A study of North & South",
        banner="SYNTHETIC: all of it is made up.",
        provenance=(("Made by", "notecode"), ("Codebook digest (sha256)", "ab" * 32)),
        definitions=("A reference is one coded passage.",),
        sections=(
            Section(
                id="study-kinds",
                title="Direct work by kind",
                base="Base: 12 references.",
                tables=(table,),
                notes=("Counted only: codes: Direct work.",),
                chart=bars(KINDS),
            ),
            Section(
                id="study-sites",
                title="Direct work by kind and site",
                base="Base: 12 references.",
                tables=(table, table),
                notes=(),
                chart=bars(KINDS, SITES),
            ),
            Section(
                id="saved-nothing",
                title="By gender",
                base="Base: 0 references.",
                tables=(),
                notes=(),
                empty="No rows: nothing is recorded.",
            ),
        ),
    )
