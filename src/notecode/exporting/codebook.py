"""The frame of the codebook, and how an export names codes."""

from collections.abc import Iterable

from notecode.exporting.frames import Column, Frame, Row, fixed
from notecode.model import Agency, Code, Codebook

PATH_JOINT = " / "

CODEBOOK_COLUMNS = (
    Column("facet", "level", '"activity" (a code) or "agency"', levels=("activity", "agency")),
    Column("id", "text", "the id that the other files use"),
    Column("label", "text", "the name of the code or agency"),
    Column("parent", "text", "id of the code above it", "a root, or an agency"),
    Column("path", "text", "labels from the root of the code tree down to it"),
    Column("depth", "integer", "1 for a root, 2 for the codes beneath it, and so on"),
    Column("definition", "text", "what it means"),
    Column("use_when", "text", "when to code it", "not stated"),
    Column("not_when", "text", "when not to", "not stated"),
    Column("example", "text", "a made-up example", "none given"),
    Column(
        "origin",
        "level",
        '"pre-set" or "emergent"',
        "an agency",
        levels=("pre-set", "emergent"),
    ),
    Column("status", "level", '"active" or "retired"', levels=("active", "retired")),
)


def code_path(codebook: Codebook, code_id: str) -> str:
    """The labels from the root down to a code; the id itself for one not in the codebook."""
    if code_id not in codebook.code_by_id:
        return code_id
    return PATH_JOINT.join(code.label for code in codebook.path(code_id))


def entry_label(entry: Code | Agency | None, key: str) -> str:
    """The label of a codebook entry, or its id where the codebook has lost it."""
    return entry.label if entry else key


def in_use(known: Iterable[Code | Agency], occurring: Iterable[str]) -> list[str]:
    """The ids that get a column: active ones and whatever occurs, in the codebook's order."""
    seen = set(occurring)
    listed = list(known)
    ids = [entry.id for entry in listed if entry.status == "active" or entry.id in seen]
    return ids + sorted(seen - {entry.id for entry in listed})


def codebook_frame(codebook: Codebook) -> Frame:
    """One row per code and per agency, with its definition."""
    rows = [*(_code_row(codebook, code) for code in codebook.codes)]
    rows += [_agency_row(agency) for agency in codebook.agencies]
    return Frame(
        name="codebook",
        sheet="Codebook",
        group="codebook",
        row_is="one code or agency of the codebook",
        columns=CODEBOOK_COLUMNS,
        read=fixed(rows),
        key=("facet", "id"),
    )


def _code_row(codebook: Codebook, code: Code) -> Row:
    return (
        "activity",
        code.id,
        code.label,
        code.parent or None,
        code_path(codebook, code.id),
        len(codebook.path(code.id)),
        code.definition,
        code.use_when or None,
        code.not_when or None,
        code.example or None,
        code.origin,
        code.status,
    )


def _agency_row(agency: Agency) -> Row:
    texts = (agency.label, None, agency.label, 1, agency.definition)
    return ("agency", agency.id, *texts, None, None, None, None, agency.status)
