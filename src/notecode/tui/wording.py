"""What the header, the bars and the lists of codes say. No Textual: pieces of styled text."""

from rich.style import Style

from notecode.model import Agency, Code, Reference, Suggestion
from notecode.text.grid import printable
from notecode.tui.desk import Desk
from notecode.tui.lines import Piece
from notecode.tui.painting import Look

_PLAIN = Style()
_BOLD = Style(bold=True)
_QUIET = Style(dim=True)
_REVERSE = Style(reverse=True, bold=True)
_MODE_HINTS = {
    "recode": ("the new code's letter  Esc cancel",),
    "agencies": ("an agency's letter toggles it  Enter end", "letter toggles  Enter end"),
    "resize": (
        "← → move the end  O other end  Enter save  Esc cancel",
        "O other end  Enter save  Esc cancel",
    ),
}
_NARROWEST_ENTRY = 7  # a key and five letters: less says nothing


def header(desk: Desk) -> list[Piece]:
    """Case, site, date, contact, month, place in the list, references and suggestions."""
    coded = desk.page.coded
    note, case = coded.note, coded.case
    parts = [
        printable(case.id)[:12],
        printable(case.site)[:10],
        f"{note.date:%Y-%m-%d}" if note.date else "no date",
        printable(note.contact_type)[:14],
        f"month {coded.month}" if coded.month is not None else "",
        f"note {desk.at + 1}/{len(desk.ids)}" + ("" if desk.only == "all" else f" {desk.only}"),
        f"refs {len(coded.references)}/{desk.progress.references}",
        f"left {len(coded.suggestions)}/{desk.progress.open_suggestions}?",
    ]
    return [(" " + "  ".join(part for part in parts if part), _BOLD)]


def bar(desk: Desk, look: Look) -> list[Piece]:
    """What Enter, Backspace and the letters act on now."""
    reference = desk.reference
    if desk.mode != "read" and reference is not None:
        return _mode_bar(desk, look, reference)
    if (suggestion := desk.suggestion) is not None:
        return _suggestion_bar(desk, look, suggestion)
    if reference is not None:
        return _reference_bar(desk, look, reference)
    extending = "extending by the" if desk.cursor.mark else "by the"
    return [
        (f" {desk.cursor.level} ", _REVERSE),
        (f" {extending} {desk.cursor.level}", _PLAIN),
    ]


def _suggestion_bar(desk: Desk, look: Look, suggestion: Suggestion) -> list[Piece]:
    items = desk.page.suggestions.items
    at = next(n for n, item in enumerate(items, 1) if item.id == suggestion.id)
    agencies = _agencies(desk, suggestion.agencies)
    return [
        (f" {at}/{len(items)}? ", _REVERSE),
        (" ", _PLAIN),
        *_code(desk, look, suggestion.code),
        (f"  {agencies}" if agencies else "", _PLAIN),
        (f"  {printable(suggestion.rule)}", _QUIET),
    ]


def _reference_bar(desk: Desk, look: Look, reference: Reference) -> list[Piece]:
    here = desk.page.references_at(desk.cursor.focus, desk.selection)
    at = [item.id for item in here].index(reference.id) + 1
    agencies = _agencies(desk, reference.agencies) or "no agency"
    others = f" {at}/{len(here)} (O) " if len(here) > 1 else ""
    return [
        (others, _REVERSE),
        (" ", _PLAIN),
        *_code(desk, look, reference.code),
        (f"  {agencies}", _PLAIN),
        (f"  by {reference.origin}", _QUIET),
    ]


def _mode_bar(desk: Desk, look: Look, reference: Reference) -> list[Piece]:
    agencies = _agencies(desk, reference.agencies) or "no agency"
    return [
        (f" {desk.mode} ", _REVERSE),
        (" ", _PLAIN),
        *_code(desk, look, reference.code),
        (f"  {agencies}" if desk.mode == "agencies" else "", _PLAIN),
    ]


def message(desk: Desk, width: int) -> list[Piece]:
    """What happened last, and on the right, where there is room, what can be done now."""
    said = " " + printable(desk.message)
    room = width - len(said) - 3
    hint = next((hint for hint in _hints(desk) if len(hint) <= room), "")
    return [(said, _PLAIN), (hint.rjust(room + 2) if hint else "", _QUIET)]


def _hints(desk: Desk) -> tuple[str, ...]:
    """What can be done now, in fuller and shorter words."""
    if desk.mode != "read":
        return _MODE_HINTS[desk.mode]
    if desk.suggestion is not None:
        return (
            "Enter accept  Bksp reject  letter other code  Tab next  ? help",
            "Enter accept  Bksp reject  ? help",
            "Enter/Bksp",
        )
    if desk.reference is not None:
        return (
            "C recode  A agencies  Z bounds  X delete  ? help",
            "C recode  A agencies  ? help",
            "? help",
        )
    return ("a letter codes  [ ] other unit  Tab next suggestion  ? help", "? help")


def _code(desk: Desk, look: Look, code_id: str) -> list[Piece]:
    code = desk.codebook.code_by_id.get(code_id)
    label = printable(code.label) if code else code_id
    key = code.key if code else ""
    return [(f"{key} " if key else "", look.code(code_id)), (label, _BOLD)]


def _agencies(desk: Desk, ids: tuple[str, ...]) -> str:
    known = desk.codebook.agency_by_id
    return ", ".join(printable(known[i].label) if i in known else i for i in ids)


def strip(desk: Desk, look: Look, width: int, rows: int) -> list[list[Piece]]:
    """The codes, or in their mode the agencies, in ``rows`` lines: key and what fits of a label."""
    agencies = desk.mode == "agencies"
    entries = _agency_entries(desk) if agencies else _code_entries(desk, look)
    columns = -(-len(entries) // rows) or 1
    cell = max(width // columns, _NARROWEST_ENTRY)
    fits = max(width // cell, 1)
    lines = []
    for start in range(0, min(len(entries), fits * rows), fits):
        pieces: list[Piece] = []
        for key, label, style, label_style in entries[start : start + fits]:
            pieces += [(f"{key} ", style), (f"{label[: cell - 3]:<{cell - 2}}", label_style)]
        lines.append(pieces)
    return lines


def _code_entries(desk: Desk, look: Look) -> list[tuple[str, str, Style, Style]]:
    codes = desk.code_by_key.values()
    return [(c.key, printable(c.label), look.code(c.id), _PLAIN) for c in codes]


def _agency_entries(desk: Desk) -> list[tuple[str, str, Style, Style]]:
    attached = desk.reference.agencies if desk.reference else ()
    return [
        (
            agency.key,
            ("✓" if agency.id in attached else "") + printable(agency.label),
            _BOLD,
            _REVERSE if agency.id in attached else _PLAIN,
        )
        for agency in desk.agency_by_key.values()
    ]


def panel(desk: Desk, look: Look, width: int) -> list[list[Piece]]:
    """Every code with key, label and count, then every agency; those attached have a tick."""
    codes = [_code_row(desk, look, code, width) for code in desk.codebook.codes]
    agencies = [_agency_row(desk, agency, width) for agency in desk.codebook.agencies]
    code_rows: list[list[Piece]] = [[("activity", _QUIET)], *(row for row in codes if row)]
    agency_rows: list[list[Piece]] = [[("agency", _QUIET)], *(row for row in agencies if row)]
    if desk.mode == "agencies":
        return [*agency_rows, *code_rows]
    return [*code_rows, *agency_rows]


def _code_row(desk: Desk, look: Look, code: Code, width: int) -> list[Piece]:
    if code.status != "active":
        return []
    indent = " " * (len(desk.codebook.path(code.id)) - 1)
    count = str(desk.totals.get(code.id, 0) or "")
    room = max(width - 3 - len(count), 4)
    label = f"{indent}{printable(code.label)}"[:room]
    return [(f"{code.key or ' '} ", look.code(code.id)), (f"{label:<{room}} {count}", _PLAIN)]


def _agency_row(desk: Desk, agency: Agency, width: int) -> list[Piece]:
    if agency.status != "active":
        return []
    attached = desk.reference is not None and agency.id in desk.reference.agencies
    keys = _BOLD if desk.mode == "agencies" else _QUIET
    return [
        (f"{agency.key or ' '} ", keys),
        (f"{'✓' if attached else ' '}{printable(agency.label)}"[: width - 2], _PLAIN),
    ]
