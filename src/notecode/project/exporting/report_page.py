"""The report: the study's tables and those that were saved, with charts, as one page."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from notecode import __version__
from notecode.anonymising.vault import Vault
from notecode.counting import (
    base_text,
    definitions,
    depth_of,
    dimension_name,
    grids,
    label_of,
    no_rows,
    title,
    undefined_text,
)
from notecode.exporting import REPORT, Artefact, Provenance, check_place, place, telling_what_stays
from notecode.exporting.datapackage import descriptor, package_artefact
from notecode.exporting.placing import check_state
from notecode.exporting.report_page import (
    Axis,
    Bar,
    Chart,
    ReportData,
    ReportTable,
    Section,
    report_artefacts,
    why_not_drawn,
)
from notecode.model import Codebook, CountTable
from notecode.project.counting import whose_coding
from notecode.project.exporting.noting import noted_export
from notecode.project.exporting.published import Published, published
from notecode.project.exporting.report_sections import other_sections
from notecode.project.exporting.searched import searched_for
from notecode.project.exporting.state import state_of
from notecode.project.gate import (
    check_searchable,
    open_gate,
    typed_in_settings,
    words_of_the_project,
)
from notecode.project.people_file import people_of_cases
from notecode.project.project import Project, current_codebook
from notecode.project.tables import STUDY
from notecode.store import exported, facts, references, review
from notecode.store.connection import Database

SYNTHETIC = "SYNTHETIC: these numbers are those of the bundled sample, in which all is invented."
_IN_TIME = frozenset({"month", "third"})


def write_report(
    project: Project,
    *,
    coder: str = "",
    people: Path | None = None,
    vault: Vault | None = None,
    unsearched: bool = False,
    suppress_below: int = 0,
    to: Path | None = None,
) -> tuple[Path, ...]:
    """Write the page and its charts into exports/report; returns the files, the page first.

    Counts of fewer than ``suppress_below`` cases are withheld, as in an export of the same
    number; what tells of single cases is then left out. ``to`` is another directory for it.

    Raises:
        UsageError: if several have coded and none was named, if it could not be searched for
            names, or if there are too few cases to withhold small counts.
        InputError: if the people file cannot be read, or names nobody of the cases.
        LeakError: if an identifier stands in what would be written; nothing was written.
        DisclosureError: if it would give away what is withheld beside it, or what lies there
            would give away what it withholds.
        WriteError: if a file cannot be written, or was changed since.

    """
    directory = to or project.exports
    check_place(directory, REPORT, suppress_below)
    with telling_what_stays(directory), project.database() as db:
        codebook = current_codebook(project, db)
        check_searchable(people, vault, unsearched=unsearched, what="the report")
        whose = whose_coding(db, coder)
        rosters = people_of_cases(project, people, db)
        with db.reading():
            found = published(db, project, codebook, coder=whose, below=suppress_below)
            provenance = _provenance(project, db, codebook, whose, found)
            check_state(directory, REPORT, provenance)
        shared = _shared([each.table for each in found.named])
        sections, own = _sections(project, codebook, coder, found, shared)
        typed = typed_in_settings(project)
        gate = open_gate(
            db, rosters, vault, [*words_of_the_project(db, codebook), *own], typed=typed
        )
        searched = searched_for(project, people, vault, let_stand=gate.let_stand)
        provenance = replace(provenance, searched=searched.sought, unsearched=searched.unsought)
        said = f"a report of {len(sections)} tables"
        files = report_artefacts(_page(provenance, shared, sections))
        package = _package(provenance, [file.name for file in files])
        with noted_export(db, said, searched, elsewhere=bool(to)):
            return place(directory / REPORT, [*files, package], gate)


def _sections(
    project: Project, codebook: Codebook, coder: str, found: Published, shared: tuple[str, ...]
) -> tuple[list[Section], list[str]]:
    """All sections of the page, and the words in them that the program says by itself."""
    sections = [_section(each.name, each.table, codebook, shared) for each in found.named]
    own = [words for each in found.named for words in _own_words(each.table)]
    own += [title(each.table) for each in found.named if each.kind == STUDY]
    # What tells of single cases has no place where small counts are withheld.
    for section, words in () if found.below else other_sections(project, codebook, coder):
        sections.append(section)
        own += words
    return sections, own


def _page(
    provenance: Provenance, shared: tuple[str, ...], sections: Sequence[Section]
) -> ReportData:
    return ReportData(
        title=provenance.project,
        banner=SYNTHETIC if provenance.synthetic else "",
        provenance=provenance.fields,
        definitions=shared,
        sections=tuple(sections),
    )


def _package(provenance: Provenance, names: Sequence[str]) -> Artefact:
    """What says that the report is whole, and below how many cases it withholds counts."""
    described = descriptor(
        provenance.project,
        provenance.fields,
        [],
        as_of=provenance.as_of,
        suppressed_below=provenance.suppressed_below,
        state=provenance.state,
    )
    return package_artefact(described, names)


def _provenance(
    project: Project, db: Database, codebook: Codebook, whose: str, found: Published
) -> Provenance:
    """Where the numbers come from."""
    coded = references.coders(db)
    cases, notes = facts.sizes(db)
    return Provenance(
        project=project.settings.title or project.directory.name,
        version=__version__,
        codebook_title=codebook.title,
        codebook_digest=codebook.digest,
        coders=(whose,) if whose else tuple(coded),
        coder=whose,
        cases=cases,
        notes=notes,
        references=coded.get(whose, 0) if whose else sum(coded.values()),
        reviewed=review.progress(db).reviewed,
        synthetic=facts.load_fact(db, facts.SYNTHETIC) == "yes",
        as_of=exported.last_change(db),
        suppressed_below=found.below,
        state=state_of(project, db, codebook, whose),
        tables_left_out=found.left_out,
        tables_shortened=found.shortened,
        not_made=found.not_made,
    )


def _own_words(table: CountTable) -> tuple[str, ...]:
    """What the program says of a table by itself: nothing that a user typed, and no coder."""
    spec = replace(table.spec, only=(), coder="")
    bare = replace(table, spec=spec, title="", coders=(), remarks=())
    return (title(bare), *definitions(bare), undefined_text(bare))


def _shared(tables: Sequence[CountTable]) -> tuple[str, ...]:
    """The sentences that hold for every table, in the order of the first."""
    each = [definitions(table) for table in tables]
    return tuple(text for text in each[0] if all(text in others for others in each)) if each else ()


def _section(name: str, table: CountTable, codebook: Codebook, shared: Iterable[str]) -> Section:
    """One table with its chart, and the sentences that hold for it and not for all."""
    held = set(shared)
    notes = [text for text in definitions(table) if text not in held]
    undefined = undefined_text(table)
    chart = _chart(table, codebook)
    no_chart = why_not_drawn(chart) if table.rows else ""
    return Section(
        id=name,
        title=title(table),
        base=f"Base: {base_text(table)}.",
        tables=tuple(
            ReportTable(
                name=grid.name, corner=grid.corner, headings=grid.headings, lines=grid.lines
            )
            for grid in grids(table, codebook)
        ),
        notes=(*notes, *([undefined] if undefined else [])),
        chart=chart if table.rows and not no_chart else None,
        empty="" if table.rows else no_rows(table),
        no_chart=no_chart,
    )


def _chart(table: CountTable, codebook: Codebook) -> Chart:
    """The table as bars of references, or of cases where references are not among its measures."""
    measures = table.spec.measures
    of_cases = bool(measures) and "references" not in measures
    keys = [
        list(dict.fromkeys(row.keys[at] for row in table.rows)) for at in range(len(table.spec.by))
    ]
    places = [{key: at for at, key in enumerate(column)} for column in keys]
    axes = tuple(
        Axis(
            title=dimension_name(name).capitalize(),
            labels=tuple(_short(name, label_of(table, name, key)) for key in column),
            depths=tuple(depth_of(codebook, name, key) for key in column),
            is_time=name in _IN_TIME,
        )
        for name, column in zip(table.spec.by, keys, strict=True)
    )
    bars = tuple(
        Bar(
            tuple(places[at][key] for at, key in enumerate(row.keys)),
            None if row.withheld else row.cases if of_cases else row.references,
        )
        for row in table.rows
    )
    measure = "Cases" if of_cases else "References"
    caption = f"{measure} by {' and '.join(map(dimension_name, table.spec.by))}."
    if any(axes[0].depths):
        caption += " Dark bars hold all that lies beneath a code, which the light ones show apart."
    if any(row.withheld for row in table.rows):
        caption += ' Where "withheld" stands the number is not given away.'
    return Chart(
        title=title(table),
        caption=f"{caption} Base: {base_text(table)}.",
        measure=measure,
        axes=axes,
        bars=bars,
    )


def _short(dimension: str, label: str) -> str:
    """A label beside the name of its axis: "3" of "month 3"."""
    return label.removeprefix("month ") if dimension == "month" else label
