"""What the bars of the review screen say. No Textual: pieces of styled text."""

from collections.abc import Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from notecode.project.reviewing.notes import Listed, ReviewNote, ReviewRow
from notecode.text.grid import printable
from notecode.tui.actions import Action
from notecode.tui.choosing import SOMEBODY_ELSE, People
from notecode.tui.keymap import KeyNames
from notecode.tui.lines import Piece, wrapped
from notecode.tui.painting import Look
from notecode.tui.review.actions import MASK_TYPES, REVIEW_ACTIONS, TYPE_BY_ID
from notecode.tui.review.desk import ReviewDesk

_PLAIN = Style()
_BOLD = Style(bold=True)
_QUIET = Style(dim=True)
_REVERSE = Style(reverse=True, bold=True)
_LONGEST_NAME = 28
_STATES = {"unreviewed": "○ not reviewed", "reviewed": "● reviewed", "changed": "◌ changed since"}
_SIGNS = {"unreviewed": "○", "reviewed": "●", "changed": "◌"}


def header(desk: ReviewDesk, width: int, busy: str) -> list[Piece]:
    """That originals are shown, the note and its state, and how far the review is."""
    note, progress = desk.note, desk.progress
    parts = {
        "case": printable(note.case.id)[:12],
        "id": printable(note.note.id)[:12],
        "date": f"{note.note.date:%Y-%m-%d}" if note.note.date else "no date",
        "note": f"note {desk.at + 1}/{len(desk.ids)}" + ("" if desk.only == "all" else "*"),
        "state": _STATES[note.row.state],
        "flags": f"flags {len(note.flags)}/{progress.flags}",
        "done": f"reviewed {progress.reviewed}/{progress.notes}",
        "signed": _signed(note),
        "busy": busy,
    }
    mark = " SYNTHETIC " if desk.notes.synthetic else " IDENTIFIABLE "
    for name in ("state", "note", "done", "flags", "case"):
        if len(mark) + sum(len(part) + 2 for part in parts.values() if part) < width:
            break
        parts[name] = _SIGNS[note.row.state] if name == "state" else ""
    return [(mark, _REVERSE), (" " + "  ".join(filter(None, parts.values())), _BOLD)]


def _signed(note: ReviewNote) -> str:
    if note.signed_off_by:
        return "signed off"
    return "no longer signed off" if note.no_longer_signed_off else ""


def stored_title(desk: ReviewDesk) -> list[Piece]:
    """What stands above the note as it is stored, where the two stand side by side."""
    return [(" as it is stored", _BOLD), (f", {len(desk.note.masks)} masks", _QUIET)]


def title(desk: ReviewDesk) -> list[Piece]:
    """What stands above the original."""
    note = desk.note
    if not note.original:
        return [(" original: not at hand", _BOLD)]
    if note.alignment is None:
        return [(" original", _BOLD), (": not the text that was anonymised", _BOLD)]
    return [(" original", _BOLD), (", in memory alone", _QUIET)]


def foot(desk: ReviewDesk, look: Look, width: int) -> list[list[Piece]]:
    """The lines at the foot: what the keys act on, then what is to be said of it or happened.

    A reason, and why something could not be done, take as many lines as they need.
    """
    said = printable(desk.message)
    if desk.question:
        keys = " Enter applies   Esc leaves" if desk.yes == "enter" else " y yes   any other key no"
        return [[(f" {desk.question} ", _REVERSE)], [(keys, _BOLD)]]
    reason = _reason(desk)
    if reason and not said and len(reason) + 2 > width:
        return [bar(desk, look), *wrapped(reason, width, _BOLD)]
    if said.startswith("!") and len(said) + 1 > width:
        return wrapped(said, width, _BOLD)
    return [bar(desk, look), message(desk, width)]


def bar(desk: ReviewDesk, look: Look) -> list[Piece]:
    """What the keys act on now."""
    everywhere = [(" EVERYWHERE ", _REVERSE)] if desk.everywhere else []
    if desk.asking is not None:
        return [
            *everywhere,
            (" who is meant? ", _REVERSE),
            (_who_hint(desk.asking, desk.keys), _PLAIN),
        ]
    mask = desk.mask
    if mask is None:
        doing = "extending by" if desk.cursor.mark else "selecting"
        return [*everywhere, (f" {doing}: ", _PLAIN), (f" {desk.cursor.level} ", _REVERSE)]
    kind = TYPE_BY_ID.get(mask.type)
    name = kind.name if kind else mask.type.lower().replace("_", " ")
    known = {person.tag: person for person in desk.people}
    who = known[mask.tag].names if mask.tag in known else ""
    return [
        *everywhere,
        (f" {printable(mask.pseudonym)} ", _REVERSE),
        (" ", _PLAIN),
        (name, look.code(mask.type if kind else "OTHER")),
        (f"  by {mask.recogniser} {mask.score:.2f}", _QUIET),
        (f"  {printable(who)}" if who else "", _PLAIN),
    ]


def _who_hint(people: People[Listed], keys: KeyNames) -> str:
    sought = f'  with "{printable(people.sought)}"' if people.sought else ""
    pages = f"  PgDn page {people.page + 1} of {people.pages}" if people.pages > 1 else ""
    find, cancel = keys["find-who"], keys["cancel"]
    return f"{sought}  its key  0 somebody else  {find} find{pages}  {cancel} cancels"


def message(desk: ReviewDesk, width: int) -> list[Piece]:
    """Why the place is flagged, what happened last, and, where there is room, what can be done."""
    said = printable(desk.message)
    reason = _reason(desk)
    if reason:
        gap = "  " if said else ""
        room = width - cell_len(said) - len(gap) - 2
        if len(reason) > room:
            return [(f" {reason}", _BOLD)]
        return [(f" {said}{gap}", _PLAIN), (reason, _BOLD)]
    hint = next((h for h in _hints(desk) if len(h) < width - cell_len(said) - 3), "")
    return [(f" {said}", _PLAIN), (hint.rjust(width - cell_len(said) - 2), _QUIET)]


def _reason(desk: ReviewDesk) -> str:
    """Which of the note's flags is here, on what, and why; on the screen alone."""
    if not desk.flags:
        return ""
    flag, flags = desk.flags[0], desk.page.flags.items
    place = printable(_shortened(flag.span.cut(desk.page.text)))
    known = f"{flags.index(flag) + 1} of {len(flags)} {'flag' if len(flags) == 1 else 'flags'}"
    return f"! {known}, {place}: {printable(flag.reason)}"


def _hints(desk: ReviewDesk) -> tuple[str, ...]:
    keys = desk.keys
    unmask = keys["unmask"].replace("Backspace", "Bksp")
    who, all_keys = f"{keys['who']} who", f"{keys['help']} keys"
    last = f"{keys['next-flag']} flag  {keys['reviewed']} reviewed  {all_keys}"
    if desk.mask is not None:
        return (f"{unmask} let stand  letter other type  {who}  {last}", all_keys)
    return (f"letter masks  {who}  {keys['everywhere']} everywhere  {last}", all_keys)


def strip(desk: ReviewDesk, look: Look, width: int, rows: int) -> list[list[Piece]]:
    """The types with their keys, then people, in ``rows`` lines at most.

    While it is asked who is meant, people alone, in as many lines as they need.
    """
    asked = desk.asking or People(desk.people, lambda who: who.names)
    people = [
        (key, _shortened(f"{who.tag} {printable(who.names)}"), _BOLD) for key, who in asked.entries
    ]
    if desk.asking is not None:
        return _packed([*people, (SOMEBODY_ELSE, "somebody else", _BOLD)], width, gap=2)
    types = [(each.key, each.name, look.code(each.id)) for each in MASK_TYPES]
    lines = _packed(types, width, gap=1)
    digits = [entry for entry in people if entry[0].isdecimal()]
    for shown in range(len(digits), -1, -1):
        entries = digits[:shown]
        if shown < len(desk.people):
            entries.append(("W", f"{len(desk.people) - shown} more", _BOLD))
        below = _packed(entries, width, gap=2) if entries else []
        if len(lines) + len(below) <= rows:
            return [*lines, *below]
    return lines[:rows]


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"


def _packed(entries: list[tuple[str, str, Style]], width: int, gap: int) -> list[list[Piece]]:
    lines: list[list[Piece]] = [[]]
    used = 0
    for key, name, style in entries:
        size = len(key) + 1 + cell_len(name) + gap
        if used and used + size - gap + 1 > width:
            lines.append([])
            used = 0
        lines[-1] += [(f" {key}", style + _BOLD), (f" {name}" + " " * (gap - 1), _PLAIN)]
        used += size
    return lines


def row_pieces(row: ReviewRow, above: ReviewRow | None) -> list[Piece]:
    """A row of the list, whatever stands above it."""
    del above
    return [(row_wording(row), Style())]


def row_wording(row: ReviewRow) -> str:
    """One line of the list: reviewed or not, case, note, flags."""
    flags = f"{row.flags}!" if row.flags else ""
    case, note = printable(row.case_id), printable(row.note_id)
    return f"{_SIGNS[row.state]} {case[:8]:<8} {note[:10]:<10}{flags:>5}"


def help_text(actions_now: Sequence[Action] = REVIEW_ACTIONS) -> Text:
    """Every type and every action with its keys."""
    text = Text()
    keys = KeyNames(actions_now)
    text.append(
        f"A note opens on its first doubtful place, {keys['next-flag']} goes to the next."
        f" {keys['fine']}: it is fine. A small letter masks what is selected, or gives a mask"
        f" another type; a digit, {keys['who']} or {keys['find-who']} says who is meant, 0 that it"
        f" is somebody else; {keys['unmask']} lets stand what was masked. Everything is saved at"
        " once, and references of the coders go with the text. Esc closes this help.\n"
    )
    for group, actions in groupby(actions_now, key=lambda action: action.group):
        text.append(f"\n{group}\n", _BOLD)
        for action in actions:
            text.append(f"  {action.shown:<10}", _BOLD)
            text.append(f" {action.description}\n")
    text.append("\nTypes\n", _BOLD)
    for kind in MASK_TYPES:
        text.append(f"  {kind.key} {kind.name}\n")
    text.append("\nIn the margin\n", _BOLD)
    text.append("  the letter of a mask's type and its stripe; !: a flag on this row.\n")
    text.append("\nIn the header\n", _BOLD)
    text.append(
        "○ not reviewed, ● reviewed, ◌ its text changed after it was reviewed; flags: of this note"
        " / of all notes; *: the list is filtered (F).\n"
    )
    return text
