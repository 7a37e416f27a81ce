"""What the bars of the labelling screen say. No Textual: pieces of styled text."""

from itertools import groupby

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from notecode.project.evaluating.labelling import KEEP, PERSON
from notecode.text.grid import printable
from notecode.tui.choosing import SOMEBODY_ELSE
from notecode.tui.labelling.actions import LABEL_TYPES, LABELLING_ACTIONS, TYPE_BY_ID
from notecode.tui.labelling.desk import LabellingDesk
from notecode.tui.lines import Piece, wrapped
from notecode.tui.painting import Look

_PLAIN = Style()
_BOLD = Style(bold=True)
_QUIET = Style(dim=True)
_REVERSE = Style(reverse=True, bold=True)
_GAP = 2
_LONGEST_NAME = 34


def header(desk: LabellingDesk) -> list[Piece]:
    """That the notes are identifiable, then the note, and how far the labelling is."""
    note, session = desk.page.note, desk.session
    parts = (
        printable(note.case_id)[:12],
        printable(note.site)[:10],
        f"{note.date:%Y-%m-%d}" if note.date else "no date",
        f"note {desk.at + 1}/{len(session.notes)}" + (" done" if note.done else ""),
        f"done {session.finished}",
        f"labels {len(note.labels)}",
    )
    return [(" IDENTIFIABLE ", _REVERSE), (" " + "  ".join(filter(None, parts)), _BOLD)]


def foot(desk: LabellingDesk, look: Look, width: int) -> list[list[Piece]]:
    """The lines at the foot; why something could not be done takes as many as it needs."""
    said = printable(desk.message)
    if said.startswith("!") and len(said) + 1 > width:
        return wrapped(said, width, _BOLD)
    return [bar(desk, look), message(desk, width)]


def bar(desk: LabellingDesk, look: Look) -> list[Piece]:
    """What the keys act on now."""
    if desk.asking is not None:
        more = "  PgUp PgDn: more people" if desk.chooser.pages > 1 else ""
        return [
            (" who is meant? ", _REVERSE),
            (f"  its key{more}  Esc or Enter: left open", _PLAIN),
        ]
    label = desk.label
    if label is None:
        doing = "extending by" if desk.cursor.mark else "selecting"
        return [(f" {doing}: ", _PLAIN), (f" {desk.cursor.level} ", _REVERSE)]
    kind = TYPE_BY_ID[label.type]
    pieces: list[Piece] = [(" ", _PLAIN), (f"{kind.key} {kind.name}", look.code(kind.id))]
    if kind.id != KEEP:
        pieces.append((f"  {label.identifier_type.lower()}", _BOLD))
    if kind.id == PERSON:
        known = {someone.id: someone.shown for someone in desk.people}
        who = known.get(label.entity, label.entity) if label.entity else "not said who (W)"
        pieces.append((f"  {printable(who)}", _PLAIN))
    return pieces


def message(desk: LabellingDesk, width: int) -> list[Piece]:
    """What happened last, and, where there is room, what can be done."""
    said = " " + printable(desk.message)
    hint = "Enter: note done  N P notes  ? keys  Q quit"
    room = width - cell_len(said) - 2
    return [(said, _PLAIN), (hint.rjust(room) if len(hint) < room else "", _QUIET)]


def strip(desk: LabellingDesk, look: Look, width: int) -> list[list[Piece]]:
    """The types with their keys, or, while it is asked who is meant, the people with theirs."""
    if desk.asking is None:
        entries = [(each.key, each.name, look.code(each.id)) for each in LABEL_TYPES]
    else:
        people = desk.chooser.entries
        entries = [(key, printable(who.shown)[:_LONGEST_NAME], _BOLD) for key, who in people]
        entries.append((SOMEBODY_ELSE, "somebody else", _BOLD))
    return _packed(entries, width)


def _packed(entries: list[tuple[str, str, Style]], width: int) -> list[list[Piece]]:
    lines: list[list[Piece]] = [[]]
    used = 0
    for key, name, style in entries:
        size = 1 + len(key) + 1 + cell_len(name) + _GAP
        if used and used + size > width:
            lines.append([])
            used = 0
        lines[-1] += [(f" {key}", style), (f" {name}" + " " * _GAP, _PLAIN)]
        used += size
    return lines


def help_text() -> Text:
    """Every type and every action with its keys, and what is labelled how."""
    text = Text()
    text.append("A small letter labels the selection. Everything is saved at once.\n")
    text.append("Label what would tell who somebody is, as it stands, before anonymising.\n")
    text.append("Esc closes this help.\n")
    text.append("\nTypes\n", _BOLD)
    for kind in LABEL_TYPES:
        text.append(f"  {kind.key} {kind.name:<13}", _BOLD)
        text.append(f"{kind.meaning}\n")
    text.append("\nDirect or quasi\n", _BOLD)
    text.append("  direct points at one person by itself; quasi narrows down who it is.\n")
    text.append("  The usual is given; D turns it. Direct labels are bold.\n")
    text.append("\nConventions\n", _BOLD)
    text.append("  A title before a name and 's after it are left out of the label.\n")
    text.append("  Labels do not overlap: labelling again replaces. To mend the bounds, select\n")
    text.append("  anew, by letters with , . ( ), and press the type's key again.\n")
    text.append("  A name labelled before in its case is taken for the same person.\n")
    for group, members in groupby(LABELLING_ACTIONS, key=lambda action: action.group):
        text.append(f"\n{group}\n", _BOLD)
        for action in members:
            text.append(f"  {action.shown:<10}", _BOLD)
            text.append(f" {action.description}\n")
    text.append("\nMouse\n", _BOLD)
    text.append("  click selects the word there, a drag the words passed over.\n")
    return text
