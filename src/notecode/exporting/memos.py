"""The frame of memos: what coders wrote on references, notes, cases, codes and the project."""

from collections.abc import Sequence

from notecode.exporting.codebook import entry_label
from notecode.exporting.frames import Column, Frame, Row, fixed
from notecode.exporting.values import ExportData
from notecode.memos import MEMO_KINDS
from notecode.model import Codebook, PlacedMemo

_COLUMNS = (
    Column("memo_id", "text", "the memo's own id, stable between exports; links name it"),
    Column("memo_on", "level", "what the memo is on", levels=MEMO_KINDS),
    Column(
        "thing_id",
        "text",
        "the id of that: reference_id, note_id, case_id or code",
        "it is on the whole project",
    ),
    Column("note_id", "text", "the note that it is on, or that its reference lies in", "no note"),
    Column("case_id", "text", "the case that it is on, or that its note is of", "no case"),
    Column("code", "text", "id of the code that it is on, or that its reference has", "no code"),
    Column("code_label", "text", "its label", "no code"),
    Column("coder", "text", "who began the memo"),
    Column(
        "created", "text", "when the memo was begun: a day of the coding, in UTC, not of a case"
    ),
    Column("changed", "text", "when the memo was last changed, likewise"),
    Column("text", "text", "what it says; [[case:C1]] and the like are links"),
)


def memo_frames(data: ExportData) -> Sequence[Frame]:
    """One row per memo; nothing where memos were not asked for."""
    if data.memos is None:
        return ()
    return (
        Frame(
            name="memos",
            sheet="Memos",
            group="memos",
            row_is="one memo of one coder",
            columns=_COLUMNS,
            read=fixed(_cells(memo, data.codebook) for memo in data.memos),
            key=("memo_id",),
            base=f"{len(data.memos):,} memos, each once; those on what was deleted are left out.",
            per_row=True,
        ),
    )


def _cells(found: PlacedMemo, book: Codebook) -> Row:
    memo, place = found.memo, found.place or found.memo.on
    label = entry_label(book.code_by_id.get(found.code), found.code) if found.code else None
    return (
        memo.id,
        memo.on.kind,
        place.id or None,
        found.note_id or None,
        found.case_id or None,
        found.code or None,
        label,
        memo.coder,
        memo.created,
        memo.changed,
        memo.text,
    )
