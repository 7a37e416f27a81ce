"""What the review screen can do, and the key of each type of identifier."""

from dataclasses import dataclass

from notecode.tui.actions import SELECTING, Action, group_of_actions
from notecode.tui.colours import GROUP_COLOURS


@dataclass(frozen=True, slots=True)
class MaskType:
    """A type of mask: the key that gives it, its name on the screen, its colour."""

    id: str
    key: str
    name: str
    colour: str


_PEOPLE, _PLACES, _NUMBERS, _OTHERS, _TIMES, _GROUPS = GROUP_COLOURS

MASK_TYPES: tuple[MaskType, ...] = (
    MaskType("PERSON", "p", "person", _PEOPLE),
    MaskType("DATE", "d", "date", _TIMES),
    MaskType("DATE_OF_BIRTH", "b", "birth", _TIMES),
    MaskType("AGE", "a", "age", _TIMES),
    MaskType("PHONE", "t", "phone", _NUMBERS),
    MaskType("EMAIL", "e", "e-mail", _NUMBERS),
    MaskType("HANDLE", "h", "account", _NUMBERS),
    MaskType("ADDRESS", "s", "address", _PLACES),
    MaskType("POSTCODE", "c", "postcode", _PLACES),
    MaskType("PLACE", "l", "place", _PLACES),
    MaskType("VEHICLE", "v", "plate", _NUMBERS),
    MaskType("REFERENCE", "i", "number", _NUMBERS),
    MaskType("SCHOOL", "y", "school", _GROUPS),
    MaskType("SURGERY", "g", "surgery", _GROUPS),
    MaskType("WORKPLACE", "w", "work", _GROUPS),
    MaskType("NATIONALITY", "n", "nation", _GROUPS),
    MaskType("OTHER", "o", "other", _OTHERS),
)
"""Every type that a key gives, in the order in which the screen shows them."""

TYPE_BY_KEY = {each.key: each for each in MASK_TYPES}
TYPE_BY_ID = {each.id: each for each in MASK_TYPES}

REVIEW_ACTIONS: tuple[Action, ...] = (
    *group_of_actions(
        "Doubtful places",
        ("next-flag", "tab,D", "Tab D", "next flag, in the next note of the list if need be"),
        ("previous-flag", "shift+tab", "Shift+Tab", "previous flag of this note"),
        ("fine", "enter", "Enter", "looked at, fine: dismiss the flag; without one, next flag"),
    ),
    *group_of_actions(
        "Masks",
        ("who", "W", "W", "say who is meant, 0 for somebody else: mask the selection as them"),
        ("find-who", "slash", "/", "say who is meant, by a part of the name or the tag"),
        ("unmask", "backspace,ctrl+h,delete", "Backspace", "let stand what is masked here"),
        (
            "everywhere",
            "E",
            "E",
            "the next decision holds everywhere in this case; first it says how far",
        ),
        ("next-mask", "greater_than_sign", ">", "next mask of this note"),
        ("previous-mask", "less_than_sign", "<", "previous mask of this note"),
        ("undo", "U", "U", "take back what you did last: a decision, a mark, a sign-off"),
        ("redo", "R", "R", "do again what was taken back"),
    ),
    *group_of_actions(
        "Notes",
        ("reviewed", "Y", "Y", "this note is reviewed; on to the next that is not"),
        ("reopen", "B", "B", "this note is not reviewed after all"),
        ("sign-off", "X", "X", "sign off this case, or open it again"),
        ("next-note", "N", "N", "next note of the list"),
        ("previous-note", "P", "P", "previous note of the list"),
        ("filter", "F", "F", "list all notes, those not reviewed, those with flags"),
        ("go", "G", "G", "go to a case, a note, or a place in the list"),
    ),
    *SELECTING,
    *group_of_actions(
        "Selecting",
        ("other-end", "O", "O", "other end of the selection"),
        ("cancel", "escape", "Esc", "cancel; select the word at the cursor"),
    ),
    *group_of_actions(
        "Screen",
        ("list", "L", "L", "show or hide the list of notes"),
        ("help", "question_mark", "?", "this help"),
        ("quit", "Q,ctrl+q,ctrl+c", "Q", "quit; everything is saved already"),
    ),
)
"""Every action; a lower-case letter masks the selection or gives a mask another type."""
