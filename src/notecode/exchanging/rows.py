"""A codebook as rows of a table, one code or agency each, and rows read as a codebook."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import get_args

from notecode.errors import Problem
from notecode.exchanging.aliases import BETWEEN, aliases_text, read_aliases
from notecode.exchanging.draft import Draft, Facet, Ids, folded, ids_of
from notecode.model import Agency, Code, Codebook, CodeOrigin, Status

COLUMNS = (
    *("facet", "id", "label", "parent", "definition", "use_when", "not_when", "example", "key"),
    *("colour", "origin", "status", "merged_into", "split_into", "formerly", "aliases", "roles"),
)
"""The columns that are written; on reading any may be missing but ``label``."""

ACTIVITY = "activity"
AGENCY = "agency"
_SYNONYMS = {
    **dict.fromkeys(("code", "name", "code name", "code label"), "label"),
    **dict.fromkeys(("description", "meaning"), "definition"),
    **dict.fromkeys(("parent code", "category", "parent name"), "parent"),
    **dict.fromkeys(("include", "inclusion", "inclusion criteria", "use when"), "use_when"),
    **dict.fromkeys(("exclude", "exclusion", "exclusion criteria", "not when"), "not_when"),
    **dict.fromkeys(("examples", "typical example"), "example"),
    **dict.fromkeys(("color", "code color"), "colour"),
    **dict.fromkeys(("shortcut",), "key"),
    **dict.fromkeys(("type", "kind"), "facet"),
}


_FIELDS_OF_CODES = frozenset(COLUMNS) - {"facet", "id", "aliases", "roles"}
_FIELDS_OF_AGENCIES = frozenset(
    ("label", "definition", "key", "status", "merged_into", "formerly", "aliases", "roles")
)


def codebook_rows(book: Codebook) -> Iterator[tuple[str, ...]]:
    """A row per code, then per agency, in the columns ``COLUMNS``."""
    for code in book.codes:
        cells = {name: _cell(getattr(code, name, "")) for name in COLUMNS}
        yield tuple((cells | {"facet": ACTIVITY}).values())
    for agency in book.agencies:
        cells = {name: _cell(getattr(agency, name, "")) for name in COLUMNS}
        cells |= {"facet": AGENCY, "aliases": aliases_text(agency.aliases)}
        yield tuple(cells.values())


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return BETWEEN.join(str(item) for item in value)
    return str(value)


def read_rows(rows: Iterable[Sequence[str]], file: str, known: Codebook | None = None) -> Draft:
    """The codes and agencies of a table whose first row names the columns.

    Names of other programs' columns are understood (name, description, parent name …), a parent
    may be named by its label, and an id that is missing is ``known``'s for that label, or made
    from it. All problems are gathered, with their row and column.
    """
    stripped = ([cell.strip() for cell in row] for row in rows)
    table = [(number, row) for number, row in enumerate(stripped, 1) if any(row)]
    if not table:
        return Draft(problems=(Problem(file=file, message="the table is empty"),))
    names = [_column(cell) for cell in table[0][1]]
    if "label" not in names:
        problem = Problem(
            file=file,
            row=table[0][0],
            message="no column is called 'label', 'name' or 'code'",
            hint=f"name the columns in the first row: {', '.join(COLUMNS[:9])}",
        )
        return Draft(problems=(problem,))
    entries = [(number, _named(names, row)) for number, row in table[1:]]
    return _read_entries(entries, file, known)


def _column(cell: str) -> str:
    name = " ".join(cell.casefold().replace("_", " ").split())
    return _SYNONYMS.get(name, name.replace(" ", "_"))


def _named(names: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, cell in zip(names, row, strict=False):
        found.setdefault(name, cell)
    return found


def _read_entries(
    entries: Sequence[tuple[int, Mapping[str, str]]], file: str, known: Codebook | None
) -> Draft:
    code_ids, agency_ids = ids_of(known)
    codes: list[tuple[int, Code]] = []
    agencies: list[Agency] = []
    problems: list[Problem] = []
    said: dict[tuple[Facet, str], frozenset[str]] = {}
    unsaid = 0
    for number, cells in entries:
        facet = cells.get("facet", "").casefold() or ACTIVITY
        if facet not in (ACTIVITY, AGENCY, "code"):
            problems.append(_problem(file, number, "facet", f"facet is {facet!r}", "activity"))
        ids = agency_ids if facet == AGENCY else code_ids
        if not cells.get("label"):
            problems.append(_problem(file, number, "label", "no label", "name it"))
            continue
        problems += _check_id(file, number, cells, ids)
        problems += _check_choices(file, number, cells)
        known_by_label = not cells.get("id") and ids.knows(cells["label"])
        id_ = ids.of(cells["label"], cells.get("id", ""))
        names = _FIELDS_OF_AGENCIES if facet == AGENCY else _FIELDS_OF_CODES
        there = {name for name in names if cells.get(name) or (cells.get("id") and name in cells)}
        said["agencies" if facet == AGENCY else "codes", id_] = frozenset(there)
        unsaid += known_by_label * sum(name in cells and not cells[name] for name in names)
        if facet == AGENCY:
            agencies.append(_agency(cells, id_))
        else:
            codes.append((number, _code(cells, id_)))
    return Draft(
        codes=tuple(_with_parents(codes, known, file, problems)),
        agencies=tuple(agencies),
        problems=tuple(problems),
        said=said,
        unsaid=unsaid,
    )


def _check_id(file: str, row: int, cells: Mapping[str, str], ids: Ids) -> Iterator[Problem]:
    """An id that stands twice, or a label that does not tell which entry is meant."""
    id_, label = cells.get("id", ""), cells["label"]
    if id_ and id_ in ids.taken:
        yield _problem(file, row, "id", f"the id {id_!r} stands twice", "keep one of the rows")
    elif not id_ and ids.candidates(label):
        several = " and ".join(ids.candidates(label))
        hint = "say in a column 'id' which is meant"
        yield _problem(file, row, "label", f"{label!r} is the label of {several}", hint)
    elif not id_ and ids.taken & {ids.known.get(folded(label), "")}:
        hint = "keep one of the rows, or give this one another label"
        yield _problem(file, row, "label", f"{label!r} stands in another row already", hint)


def _problem(file: str, row: int, column: str, message: str, hint: str) -> Problem:
    return Problem(file=file, row=row, column=column, message=message, hint=hint)


def _check_choices(file: str, row: int, cells: Mapping[str, str]) -> Iterator[Problem]:
    for name, allowed in (("origin", get_args(CodeOrigin)), ("status", get_args(Status))):
        if cells.get(name) and cells[name] not in allowed:
            hint = f"use one of {', '.join(allowed)}"
            yield _problem(file, row, name, f"{name} is {cells[name]!r}", hint)


def _code(cells: Mapping[str, str], id_: str) -> Code:
    texts = {
        name: cells.get(name, "")
        for name in ("definition", "use_when", "not_when", "example", "key", "colour", "parent")
    }
    origin: CodeOrigin = "emergent" if cells.get("origin") == "emergent" else "pre-set"
    status: Status = "retired" if cells.get("status") == "retired" else "active"
    return Code(
        id=id_,
        label=cells["label"],
        **texts,
        origin=origin,
        status=status,
        merged_into=cells.get("merged_into", ""),
        split_into=_listed(cells, "split_into"),
        formerly=_listed(cells, "formerly"),
    )


def _agency(cells: Mapping[str, str], id_: str) -> Agency:
    status: Status = "retired" if cells.get("status") == "retired" else "active"
    return Agency(
        id=id_,
        label=cells["label"],
        definition=cells.get("definition", ""),
        key=cells.get("key", ""),
        aliases=read_aliases(cells.get("aliases", "")),
        roles=_listed(cells, "roles"),
        status=status,
        merged_into=cells.get("merged_into", ""),
        formerly=_listed(cells, "formerly"),
    )


def _listed(cells: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in cells.get(name, "").split("|") if item.strip())


def _with_parents(
    codes: Sequence[tuple[int, Code]], known: Codebook | None, file: str, problems: list[Problem]
) -> Iterator[Code]:
    """The codes with their parents by id, where these are named by their label."""
    listed = [*(known.codes if known else ()), *(code for _, code in codes)]
    ids = {code.id for code in listed}
    by_label = {code.label.casefold(): code.id for code in listed}
    for number, code in codes:
        if not code.parent or code.parent in ids:
            yield code
        elif code.parent.casefold() in by_label:
            yield replace(code, parent=by_label[code.parent.casefold()])
        else:
            hint = "name it by its id or label, in a row of its own"
            message = f"no code {code.parent!r} to be the parent"
            problems.append(_problem(file, number, "parent", message, hint))
