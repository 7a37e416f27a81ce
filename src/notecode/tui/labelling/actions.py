"""What the labelling screen can do, and the key of each type of identifier."""

from dataclasses import dataclass

from notecode.project.evaluating.labelling import KEEP, PERSON
from notecode.tui.actions import SELECTING, Action, group_of_actions
from notecode.tui.colours import GROUP_COLOURS


@dataclass(frozen=True, slots=True)
class LabelType:
    """A type of label: the key that gives it, its name on the screen, what belongs to it."""

    id: str
    key: str
    name: str
    meaning: str
    colour: str


_PEOPLE, _PLACES, _NUMBERS, _KEPT, _TIMES, _GROUPS = GROUP_COLOURS

LABEL_TYPES: tuple[LabelType, ...] = (
    LabelType(PERSON, "p", "person", "a name, in any form, initials too; no title, no 's", _PEOPLE),
    LabelType("DATE", "d", "date", "a day; a date of birth is direct, others are quasi", _TIMES),
    LabelType("AGE", "a", "age", "how old somebody is", _TIMES),
    LabelType("PHONE", "t", "phone", "a telephone or fax number", _NUMBERS),
    LabelType("EMAIL", "e", "e-mail", "an e-mail address", _NUMBERS),
    LabelType("HANDLE", "h", "account", "a social-media name, a web address", _NUMBERS),
    LabelType("ADDRESS", "s", "address", "house and street, or a street alone", _PLACES),
    LabelType("POSTCODE", "c", "postcode", "a postcode or a part of one", _PLACES),
    LabelType("VRM", "v", "plate", "a vehicle registration", _NUMBERS),
    LabelType(
        "ID", "i", "number", "NHS, NI, CRN, PNC, crime, court, bank, any reference", _NUMBERS
    ),
    LabelType("ORG", "o", "organisation", "a school, surgery, workplace; no agency", _GROUPS),
    LabelType("LOCATION", "l", "place", "a town, an area, a pub, a park", _PLACES),
    LabelType("NRP", "n", "nationality", "nationality, religion, ethnicity, language", _GROUPS),
    LabelType(KEEP, "k", "keep", "must stay: an agency, a role, a word like a name", _KEPT),
)
"""Every type, in the order in which the screen shows them."""

TYPE_BY_KEY = {each.key: each for each in LABEL_TYPES}
TYPE_BY_ID = {each.id: each for each in LABEL_TYPES}

LABELLING_ACTIONS: tuple[Action, ...] = (
    *SELECTING,
    *group_of_actions(
        "Selecting",
        ("end-back", "comma", ",", "end of the selection a letter back"),
        ("end-on", "full_stop", ".", "end of the selection a letter on"),
        ("start-back", "left_parenthesis", "(", "start of the selection a letter back"),
        ("start-on", "right_parenthesis", ")", "start of the selection a letter on"),
        ("other-end", "O", "O", "other end of the selection"),
        ("cancel", "escape", "Esc", "cancel; select the unit at the cursor"),
    ),
    *group_of_actions(
        "Labels",
        ("next-label", "tab,greater_than_sign", "Tab >", "next label of this note"),
        ("previous-label", "shift+tab,less_than_sign", "<", "previous label of this note"),
        ("direct", "D", "D", "direct or quasi: turn the label to the other"),
        ("who", "W", "W", "say who is meant by a person's name"),
        ("everywhere", "E", "E", "label the same words wherever they stand in this note"),
        ("delete", "X,delete,backspace,ctrl+h", "X", "take the label off"),
        ("undo", "U", "U", "undo the last step of this session"),
        ("redo", "R", "R", "redo what was undone"),
    ),
    *group_of_actions(
        "Notes",
        ("done", "enter", "Enter", "this note is done; on to the next that is not"),
        ("reopen", "B", "B", "this note is not done after all"),
        ("next-note", "N", "N", "next note"),
        ("previous-note", "P", "P", "previous note"),
    ),
    *group_of_actions(
        "Screen",
        ("help", "question_mark", "?", "this help"),
        ("quit", "Q,ctrl+q,ctrl+c", "Q", "quit; everything is saved already"),
    ),
)
"""Every action; a lower-case letter labels, or, while it is asked who is meant, says who."""
