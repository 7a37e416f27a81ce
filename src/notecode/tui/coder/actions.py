"""The one table of what the coder can do: it makes the keys, the help and the palette.

A lower-case letter or a digit is never in it: those belong to the codebook.
"""

from notecode.tui.actions import SELECTING, Action, group_of_actions

ACTIONS: tuple[Action, ...] = (
    *group_of_actions(
        "Suggestions",
        ("accept", "enter", "Enter", "accept the suggestion and go on; save new bounds"),
        ("reject", "backspace,ctrl+h", "Backspace", "reject the suggestion and go on"),
        ("next-suggestion", "tab", "Tab", "next suggestion, in the next note if need be"),
        ("previous-suggestion", "shift+tab", "Shift+Tab", "previous suggestion of this note"),
        ("all-of-rule", "equals_sign", "=", "accept or reject all of this rule on this note"),
        ("why", "Y", "Y", "why this is suggested: the words, the rule, the code"),
        ("review", "ampersand", "&", "go through suggestions of all notes by rule, code or case"),
    ),
    *SELECTING,
    *group_of_actions(
        "Selecting",
        ("jump", "J", "J", "to a word in view: J, its first letter, the letter then on it"),
        ("other-end", "O", "O", "other end of the selection; other reference here"),
        ("cancel", "escape", "Esc", "cancel; select the unit at the cursor"),
    ),
    *group_of_actions(
        "Coding",
        ("codes", "space", "Space", "find a code by what it is called, or make a new one"),
        ("repeat", "full_stop", ".", "the code used last once more"),
        (
            "look-again",
            "exclamation_mark",
            "!",
            "references whose code means something else by now",
        ),
        ("definition", "H", "H", "what the code at the cursor means, in view while one works"),
        ("define", "quotation_mark", '"', "write or change what the code here means"),
    ),
    *group_of_actions(
        "References",
        ("next-reference", "greater_than_sign", ">", "next reference of this note"),
        ("previous-reference", "less_than_sign", "<", "previous reference of this note"),
        ("recode", "C", "C", "give the reference another code: C, then its letter"),
        ("agencies", "A", "A", "attach agencies or take them off: A, then their letters"),
        ("resize", "Z", "Z", "change the reference's bounds, Enter to save"),
        ("delete", "X,delete", "X", "delete the reference"),
        ("undo", "U", "U", "undo the last action; asks if of an earlier session, in another note"),
        ("redo", "R", "R", "redo what was undone"),
        ("history", "semicolon", ";", "what you did last: when, where; Enter goes there"),
    ),
    *group_of_actions(
        "Notes",
        ("next-note", "N", "N", "next note"),
        ("previous-note", "P", "P", "previous note"),
        ("next-suggested", "S", "S", "next note with suggestions"),
        ("next-flag", "D", "D", "next doubtful place, in the next note if need be"),
        ("done", "comma", ",", "done with this note: read, nothing more to code; on to the next"),
        ("next-uncoded", "underscore", "_", "next note neither coded by you nor done"),
        ("back", "left_curly_bracket", "{", "back to where you were before"),
        ("forward", "right_curly_bracket", "}", "forward again"),
        ("go", "G", "G", "go to a case, a note, or a place in the list"),
    ),
    *group_of_actions(
        "Finding",
        ("filter", "F", "F", "filter the list by case, site, code, state…; F F: quick lists"),
        ("all-notes", "asterisk", "*", "list all notes again"),
        ("find", "slash", "/", "find words in the notes listed; / Enter lists the places"),
        ("find-next", "M,right_parenthesis", "M )", "next place with these words"),
        ("find-previous", "left_parenthesis", "(", "previous place with these words"),
        ("passages", "at", "@", "all passages of a code, from every note; Enter goes there"),
        ("bookmark", "B", "B", "bookmark what is selected, or take the bookmark off"),
        ("bookmarks", "number_sign", "#", "list the bookmarks"),
    ),
    *group_of_actions(
        "Memos",
        ("memo", "E", "E", "the memo of the reference here, else of the note; [[ links"),
        ("note-memo", "ctrl+n", "Ctrl+N", "the memo of this note, wherever the cursor is"),
        ("memos", "W", "W", "all memos: look for one, open it, write one on case, code, project"),
    ),
    *group_of_actions(
        "Screen",
        ("list", "L", "L", "show or hide the list of notes"),
        ("case", "I", "I", "the case: its attributes and assessments, to read and to set"),
        ("counts", "percent_sign", "%", "how often each code, in this case and in all"),
        ("progress", "T", "T", "how far the coding has come, how fast; saturation"),
        ("codebook", "K", "K", "the codebook: every code and what it means; type to narrow"),
        ("palette", "colon,ctrl+p", ":", "find an action or a code by its name"),
        ("help", "question_mark", "?", "what the keys do here; again: every key"),
        ("theme", "circumflex_accent", "^", "light or dark"),
        ("quit", "Q,ctrl+q,ctrl+c", "Q", "quit; everything is saved already"),
    ),
)
"""Every action, in the order in which the help shows them."""
