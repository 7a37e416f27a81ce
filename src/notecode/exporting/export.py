"""One export: all files of a project's references and counts, searched and put in place."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from notecode.errors import WriteError
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
    PACKAGE,
    descriptor,
    digest_of,
    files_of,
    package_text,
    texts_in,
    with_files,
)
from notecode.exporting.frames import Frame, texts_of
from notecode.exporting.labelled import write_labelled
from notecode.exporting.parquet import write_parquet
from notecode.exporting.readme import readme_rows, readme_text
from notecode.exporting.references import Totals, add_up
from notecode.exporting.values import ExportData
from notecode.exporting.writing import Artefact, Gate, Said, lines_of, text_artefact, write_all
from notecode.exporting.xlsx import write_workbook

USUAL = Selection()


def export_all(
    data: ExportData, directory: Path, gate: Gate, chosen: Selection = USUAL
) -> tuple[Path, ...]:
    """Write the whole export into ``directory``; returns the files in the order of the read-me.

    The gate is called with all that the files say before any is written. Files with quotations
    or memos are readable by their owner alone. Files that an earlier export wrote, that nobody has changed
    since and that this one does not write again, are removed: a directory holds one export.

    Raises:
        WriteError: if a file cannot be written, or somebody changed one since the last export;
            nothing has changed then.
        LeakError: if the gate refuses; nothing has been written then.

    """
    made = artefacts(data, chosen)
    untouched, changed = _of_an_earlier_export(directory)
    _refuse_changed(directory, [file.name for file in made if file.name in changed])
    return write_all(
        directory,
        made,
        gate,
        owner_only=data.quotations or data.memos is not None,
        replaces=untouched,
        seal=PACKAGE,
    )


def _of_an_earlier_export(directory: Path) -> tuple[list[str], list[str]]:
    """The files there that the data package lists: those that are as it says, and the others."""
    listed = files_of(directory / PACKAGE)
    there = [name for name in listed if Path(name).name == name and (directory / name).is_file()]
    untouched = [name for name in there if digest_of(directory / name) == listed[name]]
    return untouched, [name for name in there if name not in untouched]


def _refuse_changed(directory: Path, changed: Sequence[str]) -> None:
    """Refuse to write over somebody's work.

    Raises:
        WriteError: naming the files that were changed since the last export.

    """
    if changed:
        raise WriteError(
            f"changed since the last export: {', '.join(changed)}",
            where=str(directory),
            hint="Move or rename what you want to keep, or delete it, and export again; nothing"
            " was changed",
        )


def artefacts(data: ExportData, chosen: Selection = USUAL) -> tuple[Artefact, ...]:
    """Every file of the export, ready to be searched and written, the data package last."""
    totals = Totals()
    if not chosen.groups or {"cases", "references"} & {*chosen.groups}:
        totals = add_up(data.references, data.codebook)
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
    package = descriptor(provenance.project, provenance.fields, in_csv, as_of=provenance.as_of)
    resources = {resource["path"] for resource in package["resources"]}

    def write(path: Path) -> None:
        others = [name for name in names if name not in resources]
        path.write_text(
            package_text(with_files(package, path.parent, others)), encoding="utf-8", newline="\n"
        )

    return Artefact(name=PACKAGE, says=(Said(PACKAGE, lambda: texts_in(package)),), write=write)
