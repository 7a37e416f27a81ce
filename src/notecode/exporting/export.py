"""One export: all files of a project's references and counts, searched and put in place."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from notecode.exporting.catalogue import (
    README,
    WORKBOOK,
    Format,
    Selection,
    dictionary_frame,
    sheets,
    statistics_tables,
    tables,
)
from notecode.exporting.csv import write_csv
from notecode.exporting.datapackage import (
    descriptor,
    package_artefact,
)
from notecode.exporting.frames import Frame, texts_of
from notecode.exporting.labelled import write_labelled
from notecode.exporting.parquet import write_parquet
from notecode.exporting.placing import place
from notecode.exporting.readme import readme_rows, readme_text
from notecode.exporting.references import Totals, add_up
from notecode.exporting.values import ExportData
from notecode.exporting.writing import Artefact, Gate, Said, lines_of, text_artefact
from notecode.exporting.xlsx import write_workbook

USUAL = Selection()


def export_all(
    data: ExportData, directory: Path, gate: Gate, chosen: Selection = USUAL
) -> tuple[Path, ...]:
    """Write the whole export into ``directory``; returns the files in the order of the read-me.

    The gate is called with all that the files say before any is written. They are
    readable by their owner alone: there are ids of cases in them. Files that an earlier export
    wrote, that nobody has changed since and that this one does not write again, are removed: a
    directory holds one export.

    Raises:
        WriteError: if a file cannot be written, or somebody changed one since the last export;
            nothing has changed then.
        LeakError: if the gate refuses; nothing has been written then.

    """
    return place(directory, artefacts(data, chosen), gate, owner_only=True)


def artefacts(data: ExportData, chosen: Selection = USUAL) -> tuple[Artefact, ...]:
    """Every file of the export, ready to be searched and written, the data package last."""
    totals = Totals()
    if not chosen.groups or {"cases", "references"} & {*chosen.groups}:
        totals = add_up(data.references if data.coded is None else data.coded, data.codebook)
    made = tables(data, totals, chosen)
    dictionary = dictionary_frame(made)
    says = {frame.name: _said(frame) for frame in (dictionary, *made)}
    source = Said("the provenance", lambda: lines_of(_source(data)))
    frames_in: dict[Format, Sequence[Frame]] = {
        "csv": made,
        **dict.fromkeys(("sav", "dta", "parquet"), statistics_tables(made, chosen)),
    }
    # The tables are searched before what lists their levels: they know the row and the case.
    in_order = (*(says[frame.name] for frame in made), says[dictionary.name], source)
    files = [_file(data, dictionary, "csv", in_order)]
    for format_ in chosen.formats:
        if format_ == "xlsx":
            files.append(_workbook(data, sheets(data, totals, chosen, made), made, says))
        else:
            files += [_file(data, f, format_, (says[f.name], source)) for f in frames_in[format_]]
    names = [file.name for file in files]
    readme = text_artefact(README, readme_text(data, made, names))
    in_csv = [dictionary, *(made if "csv" in chosen.formats else ())]
    return (readme, *files, _package(data, in_csv, [README, *names]))


def _said(frame: Frame) -> Said:
    return Said(frame.name, lambda: texts_of(frame))


def _source(data: ExportData) -> str:
    """The provenance, as any file states it."""
    pairs = [f"{name}: {value}" for name, value in data.provenance.fields]
    return "\n".join([*pairs, data.provenance.line])


def _file(data: ExportData, frame: Frame, format_: Format, says: tuple[Said, ...]) -> Artefact:
    """One table as a file of its own."""
    provenance = data.provenance
    write: Callable[[Path], None]
    if format_ == "csv":
        line = f"{provenance.line}; {frame.base}" if frame.group == "counts" else provenance.line
        write = partial(write_csv, frame, line)
    elif format_ == "parquet":
        write = partial(write_parquet, frame, provenance.fields)
    else:
        write = partial(
            write_labelled,
            frame,
            "sav" if format_ == "sav" else "dta",
            notes=_source(data).splitlines(),
            as_of=provenance.as_of,
        )
    return Artefact(name=f"{frame.name}.{format_}", says=says, write=write)


def _workbook(
    data: ExportData, shown: Sequence[Frame], made: Sequence[Frame], says: Mapping[str, Said]
) -> Artefact:
    """All tables as sheets, after a read-me and before the data dictionary."""
    provenance = data.provenance
    rows = readme_rows(data, shown, made)
    listed = [*shown, dictionary_frame(shown, in_sheets=True)]
    texts = Said(WORKBOOK, lambda: iter([("the read-me sheet", "\n".join(pair)) for pair in rows]))
    return Artefact(
        name=WORKBOOK,
        says=(texts, *(says[f.name] if f in made else _said(f) for f in listed)),
        write=partial(
            write_workbook, rows, listed, title=provenance.project, as_of=provenance.as_of
        ),
    )


def _package(data: ExportData, in_csv: Sequence[Frame], names: Sequence[str]) -> Artefact:
    """The data package around the other files, which lie beside it when it is written."""
    provenance = data.provenance
    package = descriptor(
        provenance.project,
        provenance.fields,
        in_csv,
        as_of=provenance.as_of,
        suppressed_below=provenance.suppressed_below,
        state=provenance.state,
    )
    return package_artefact(package, names)
