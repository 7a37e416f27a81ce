"""What the header, the bars and the lists of codes say. No Textual: pieces of styled text."""

import re
from collections.abc import Sequence

from rich.style import Style

from notecode.coding.commands import agencies_in_bounds
from notecode.model import Reference, Suggestion, Thing
from notecode.text.grid import printable
from notecode.text.layout import one_line, shorten
from notecode.tui.coder import code_strip
from notecode.tui.coder.code_strip import Entry
from notecode.tui.coder.desk import Desk
from notecode.tui.coder.hints import hints
from notecode.tui.lines import Piece, wrapped
from notecode.tui.painting import MEMO, Look

_PLAIN = Style()
_BOLD = Style(bold=True)
_QUIET = Style(dim=True)
_REVERSE = Style(reverse=True, bold=True)
_MEMO = f"{MEMO}memo"
_MODE_NAMES = {"recode": "recode", "agencies": "agencies", "resize": "bounds"}
_ORIGINS = {
    "hand": "by hand",
    "rule": "was suggested",
    "rule-changed": "was suggested, changed",
    "gold": "gold",
}
_STRIP_ROWS = 3
_MASKS = "notecode review"  # the command that masks what the coder may not change
_HIGH = 20
_MAIN_LEVELS = 2  # groups and what stands in them; the rest are their kinds


def header(desk: Desk, width: int, trouble: str = "") -> list[Piece]:
    """Case, site, date, contact, month, place in the list, references and suggestions.

    Where they do not fit, site, contact, month and date are left out, in this order.
    Before them stands ``trouble``: what is wrong with the file of the codebook.
    """
    coded = desk.page.coded
    note, case = coded.note, coded.case
    parts = {
        "case": shorten(printable(case.id), 12),
        "site": shorten(printable(case.site), 10),
        "date": f"{note.date:%Y-%m-%d}" if note.date else "no date",
        "contact": shorten(printable(note.contact_type), 14),
        "month": f"month {coded.month}" if coded.month is not None else "",
        "note": f"note {desk.at + 1}/{len(desk.ids)}",
        "refs": f"refs {len(coded.references)}/{desk.progress.references}",
        "left": f"open {len(coded.suggestions)}/{desk.progress.open_suggestions}?",
        "done": "✓done" if coded.done else "",
        "memo": _MEMO if Thing("note", note.id) in coded.memos else "",
    }
    synthetic = " SYNTHETIC " if desk.session.synthetic else ""
    book = f"! codebook: {trouble} " if trouble else ""
    for name in ("site", "contact", "month", "date"):
        if len(synthetic + book) + sum(len(part) + 2 for part in parts.values() if part) < width:
            break
        parts[name] = ""
    said = "  ".join(filter(None, parts.values()))
    return [(synthetic, _REVERSE), (book, _REVERSE), (f" {said}", _BOLD)]


def foot(desk: Desk, look: Look, width: int, *, hinting: bool = True) -> list[list[Piece]]:
    """The lines at the foot: what is acted on, what happened, and (``hinting``) what can be done.

    What does not fit into a line takes as many as it needs.
    """
    said = printable(desk.message)
    if len(said) + 1 > width:
        return wrapped(said, width, _BOLD if said.startswith("!") else _PLAIN)
    return [bar(desk, look, width), message(desk, width, hinting=hinting)]


def bar(desk: Desk, look: Look, width: int) -> list[Piece]:
    """What Enter, Backspace and the letters act on now; at the end what is doubtful, or the unit.

    At a suggestion the unit is left out: the bounds there are the suggestion's.
    """
    doubts = doubt_wordings(desk)
    unit = f"unit: {desk.cursor.level}"
    if desk.mode != "read" or desk.suggestion is not None:
        unit = ""
    least = doubts[-1] if doubts else unit
    pieces = _acted_on(desk, look, width - len(least) - 3 * bool(least))
    room = width - sum(len(text) for text, _ in pieces) - 3
    last = next((words for words in (*doubts, unit) if len(words) <= room), least)
    style = _BOLD if last in doubts else _QUIET
    return [*pieces, (f"  {last}".rjust(room + 2) + " ", style)] if last else pieces


def _acted_on(desk: Desk, look: Look, width: int) -> list[Piece]:
    reference = desk.reference
    first: list[Piece]
    if desk.mode != "read" and reference is not None:
        return _mode_bar(desk, look, reference, width)
    if (suggestion := desk.suggestion) is not None:
        return _suggestion_bar(desk, look, suggestion, width)
    if reference is not None:
        return _reference_bar(desk, look, reference, width)
    if desk.at_hit and desk.selection is not None:
        words = shorten(one_line(desk.selection.cut(desk.page.text)), 30)
        first = [(" found ", _REVERSE), (f" {words}", _PLAIN)]
        return [*first, *_agencies(desk, desk.mentioned, width, first)]
    first = [(" extended " if desk.cursor.mark else " selected ", _REVERSE)]
    return [*first, *_agencies(desk, desk.mentioned, width, first)]


def _suggestion_bar(desk: Desk, look: Look, suggestion: Suggestion, width: int) -> list[Piece]:
    items = desk.page.suggestions.items
    at = next(n for n, item in enumerate(items, 1) if item.id == suggestion.id)
    first: list[Piece] = [
        (f" suggested {at}/{len(items)} ", _REVERSE),
        (" ", _PLAIN),
        *_code(desk, look, suggestion.code),
    ]
    rule: list[Piece] = [(f"  {printable(suggestion.rule)}", _QUIET)]
    last: list[Piece] = []
    agencies = suggestion.agencies
    if (bounds := desk.new_bounds) is not None:
        last = [("  in new bounds", _REVERSE)]
        agencies = agencies_in_bounds(suggestion, bounds, desk.page.coded.mentions)
    told = _agencies(desk, agencies, width, first + last)
    if told != _agencies(desk, agencies, width, first + last + rule):
        rule = []  # what is attached goes first: why it was suggested is a key away
    return [*first, *told, *last, *rule]


def _reference_bar(desk: Desk, look: Look, reference: Reference, width: int) -> list[Piece]:
    here = desk.page.references_at(desk.cursor.focus, desk.selection)
    at = [item.id for item in here].index(reference.id) + 1
    several = f" {at}/{len(here)}, {desk.keys['other-end']} other" if len(here) > 1 else ""
    first: list[Piece] = [
        (f" coded{several} ", _REVERSE),
        (" ", _PLAIN),
        *_code(desk, look, reference.code),
    ]
    within = desk.selection != reference.span and desk.mentioned  # what a letter would code
    last: list[Piece] = [] if within else [(f"  {_ORIGINS[reference.origin]}", _QUIET)]
    if Thing("reference", reference.id) in desk.page.coded.memos:
        last.append((f"  {_MEMO}", _BOLD))
    none: list[Piece] = [("  no agency", _PLAIN)]
    pieces = [*first, *(_agencies(desk, reference.agencies, width, first + last) or none), *last]
    if not within:
        return pieces
    apart: list[Piece] = [("  selected:", _QUIET)]
    return [*pieces, *apart, *_agencies(desk, desk.mentioned, width, pieces + apart)]


def _mode_bar(desk: Desk, look: Look, reference: Reference, width: int) -> list[Piece]:
    pieces: list[Piece] = [
        (f" {_MODE_NAMES[desk.mode]} ", _REVERSE),
        (" ", _PLAIN),
        *_code(desk, look, reference.code),
    ]
    if desk.mode == "agencies":
        none: list[Piece] = [("  no agency", _PLAIN)]
        pieces += _agencies(desk, reference.agencies, width, pieces) or none
    elif desk.mode == "resize":
        which, other = ("its end", "its beginning")[:: 1 if desk.cursor.end_moves else -1]
        stopped = f"stops here: {desk.keys['other-end']} moves {other}"
        pieces.append((f"  {which} {stopped if desk.cursor.stopped else 'moves'}", _PLAIN))
    return pieces


def message(desk: Desk, width: int, *, hinting: bool) -> list[Piece]:
    """What happened last, and, where there is room, what can be done."""
    said = " " + printable(desk.message)
    room = width - len(said) - 3 if hinting else 0
    hint = next((hint for hint in hints(desk) if len(hint) <= room), "")
    return [(said, _PLAIN), (hint.rjust(room + 2) if hint else "", _QUIET)]


def doubt_wordings(desk: Desk) -> tuple[str, ...]:
    """Why a place under the cursor is doubtful, and what to do, in fewer and fewer words."""
    if not desk.flags or desk.mode != "read":
        return ()
    others = f" (+{len(desk.flags) - 1})" if len(desk.flags) > 1 else ""
    what = f"! doubtful{others}: {printable(desk.flags[0].reason).rstrip('.')}"
    gist = f"! doubtful{others}: " + re.split(r"[,;:]", what.partition(": ")[2])[0]
    return (
        f"{what}. Mask it, with {_MASKS}, before it leaves the secure machine",
        f"{what}. {_MASKS} masks it",
        f"{gist}. {_MASKS} masks it",
        f"{gist} ({_MASKS})",
        gist,
        f"! doubtful{others}",
    )


def say_doubt(desk: Desk) -> None:
    """Say in the message what is doubtful here, for somebody who has gone there to see it."""
    if wordings := doubt_wordings(desk):
        told = wordings[1].removeprefix("! ")
        desk.message = ". ".join(filter(None, (told, desk.message)))


def _code(desk: Desk, look: Look, code_id: str) -> list[Piece]:
    code = desk.codebook.code_by_id.get(code_id)
    label = printable(code.label) if code else code_id
    key = code.key if code else ""
    return [(f"{key} " if key else "", look.code(code_id)), (label, _BOLD)]


def _agencies(desk: Desk, ids: tuple[str, ...], width: int, beside: Sequence[Piece]) -> list[Piece]:
    """The agencies in the room that what stands beside them leaves.

    All by their labels, else the first ones and how many more, else how many.
    """
    known = desk.codebook.agency_by_id
    labels = [printable(known[i].label) if i in known else i for i in ids]
    room = width - sum(len(text) for text, _ in beside) - 2
    if not labels:
        return []
    wordings = [", ".join(labels)]
    wordings += [
        f"{', '.join(labels[:n])} +{len(labels) - n}" for n in range(len(labels) - 1, 0, -1)
    ]
    fitting = next((words for words in wordings if len(words) <= room), f"+{len(labels)}")
    return [(f"  {fitting}", _PLAIN)]


def strip(desk: Desk, look: Look, width: int, rows: int) -> list[list[Piece]]:
    """The codes, or in their mode the agencies, in ``rows`` lines: key and what fits of a label."""
    if desk.mode == "agencies":
        return code_strip.strip(_agency_entries(desk), width, rows)
    finds = f", {desk.keys['codes']} finds"
    return code_strip.strip(_code_entries(desk, look), width, rows, finds)


def strip_rows(desk: Desk, look: Look, size: tuple[int, int]) -> int:
    """Lines of the strip on a screen of ``size``, whatever the note: a code keeps its place.

    Many codes take more, up to a quarter of the screen.
    """
    width, height = size
    most = height // 4 if height >= _HIGH else _STRIP_ROWS
    return code_strip.rows_for(
        tuple(_code_entries(desk, look)), width, least=_STRIP_ROWS, most=most
    )


def _code_entries(desk: Desk, look: Look) -> list[Entry]:
    return [
        Entry(
            key=code.key,
            label=printable(code.label),
            key_style=look.code(code.id) + Style(reverse=True),
            label_style=_PLAIN,
            family=code.parent,
            main=len(desk.codebook.path(code.id)) <= _MAIN_LEVELS,
        )
        for code in desk.code_by_key.values()
    ]


def _agency_entries(desk: Desk) -> list[Entry]:
    attached = desk.reference.agencies if desk.reference else ()
    return [
        Entry(
            key=agency.key,
            label=printable(agency.label),
            key_style=_REVERSE,
            label_style=_REVERSE if agency.id in attached else _PLAIN,
            mark="✓" if agency.id in attached else "",
        )
        for agency in desk.agency_by_key.values()
    ]
