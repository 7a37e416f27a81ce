"""The one table of actions that a line can name."""

from collections.abc import Mapping

from notecode.project.coding.applying import doing, looking
from notecode.project.coding.applying.naming import DIGEST, NOTE, PLACE, REFERENCE, SUGGESTION
from notecode.project.coding.applying.words import Field, LineAction, Result, Said
from notecode.project.coding.finding import FACETS, STATES
from notecode.project.coding.session import CodingSession

_CODE = Field("code", "text", "id of the code", needed=True)
_RULE = Field("rule", "text", "id of the rule", needed=True)
_TO_PLACE = tuple(Field(f"to_{f.name}", f.kind, f"the new place: {f.meaning}") for f in PLACE)
_ON = Field("on", "yes/no", "set it, or take it off; without this, whichever it is not")
_MOST = Field("most", "number", f"how many at most ({looking.USUAL_MOST})")
_FACETS: Mapping[str, str] = {
    "state": f"all of these hold: {', '.join(STATES)} (uncoded: nor done)",
    "code": "with a reference of this code, or of one under it",
    "agency": "that mention the agency, or are coded with it",
    "coder": "coded by this coder",
    "month": "in this month of the intervention",
    "date": "in this month of the calendar, such as 2024-03",
}


def _actions(session: CodingSession, said: Said) -> Result:
    """This table."""
    del session, said
    return {"actions": [as_data(action) for action in LINE_ACTIONS.values()]}


def as_data(action: LineAction) -> Result:
    """An action with its fields, as JSON will have it."""
    return {
        "action": action.name,
        "does": action.description,
        "fields": {
            field.name: f"{field.kind}{', needed' if field.needed else ''}: {field.meaning}"
            for field in action.fields
        },
        "example": action.example,
    }


_DOING = (
    LineAction(
        "code",
        doing.code,
        "code a place; the agencies mentioned in it are attached",
        (
            NOTE,
            *PLACE,
            _CODE,
            Field("agencies", "texts", "these agencies and no others"),
            DIGEST,
        ),
        '{"action": "code", "note": "N1", "text": "Spoke to the Idva.", "code": "chasing"}',
    ),
    LineAction(
        "accept",
        doing.accept,
        "take a suggestion, as another code or with other bounds if asked (origin rule-changed)",
        (*SUGGESTION, Field("to", "text", "id of another code"), *_TO_PLACE),
        '{"action": "accept", "suggestion": "3f2a"}',
    ),
    LineAction(
        "reject",
        doing.reject,
        "say no to a suggestion",
        SUGGESTION,
        '{"action": "reject", "note": "N1", "start": 0, "end": 18, "code": "chasing"}',
    ),
    LineAction(
        "accept-rule",
        doing.accept_rule,
        "take every open suggestion of a rule on a note, as one action",
        (NOTE, _RULE),
        '{"action": "accept-rule", "note": "N1", "rule": "facts-with-agency"}',
    ),
    LineAction(
        "reject-rule",
        doing.reject_rule,
        "say no to every open suggestion of a rule on a note, as one action",
        (NOTE, _RULE),
        '{"action": "reject-rule", "note": "N1", "rule": "facts-with-agency"}',
    ),
    LineAction(
        "recode",
        doing.recode,
        "give a reference another code",
        (*REFERENCE, Field("to", "text", "id of the new code", needed=True)),
        '{"action": "recode", "reference": "01JD", "to": "asking"}',
    ),
    LineAction(
        "resize",
        doing.resize,
        "move a reference's bounds",
        (*REFERENCE, *_TO_PLACE),
        '{"action": "resize", "reference": "01JD", "to_start": 0, "to_end": 12}',
    ),
    LineAction(
        "delete",
        doing.delete,
        "delete a reference",
        REFERENCE,
        '{"action": "delete", "reference": "01JD"}',
    ),
    LineAction(
        "agency",
        doing.agency,
        "attach an agency to a reference, or take it off",
        (*REFERENCE, Field("agency", "text", "id of the agency", needed=True), _ON),
        '{"action": "agency", "reference": "01JD", "agency": "police", "on": true}',
    ),
    LineAction(
        "keep",
        doing.keep,
        "say that a reference is right under the codebook as it is now",
        REFERENCE,
        '{"action": "keep", "reference": "01JD"}',
    ),
    LineAction("undo", doing.undo, "take back the last action", (), '{"action": "undo"}'),
    LineAction("redo", doing.redo, "do again what was taken back", (), '{"action": "redo"}'),
    LineAction(
        "memo",
        doing.memo,
        "write your memo on a thing; an empty text deletes it",
        (
            Field("on", "text", "note:ID, case:ID, code:ID, reference:ID or project", needed=True),
            Field("text", "text", "what the memo says", needed=True),
        ),
        '{"action": "memo", "on": "note:N1", "text": "Who was rung?"}',
    ),
    LineAction(
        "value",
        doing.value,
        "say what the notes tell of a case; it counts instead of the case record",
        (
            Field("case", "text", "id of the case", needed=True),
            Field("name", "text", "an attribute, or an assessment as NAME@STAGE", needed=True),
            Field("value", "text", "the value"),
            Field("state", "text", "or absent (recorded so), missing, off (take yours back)"),
            Field("new", "yes/no", "an attribute or stage that no case has yet is taken too"),
            Field("note", "text", "the note that supports it, as a whole or"),
            *PLACE,
        ),
        '{"action": "value", "case": "C1", "name": "employment", "value": "in work", "new": true}',
    ),
    LineAction(
        "bookmark",
        doing.bookmark,
        "set a bookmark on a place or on a whole note, or take it off",
        (NOTE, *PLACE, _ON),
        '{"action": "bookmark", "note": "N1", "on": true}',
    ),
    LineAction(
        "done",
        doing.done,
        "mark a note as done: read, nothing more to code; or take the mark off",
        (NOTE, _ON, DIGEST),
        '{"action": "done", "note": "N1", "on": true}',
    ),
    LineAction(
        "new-code",
        doing.new_code,
        "write a new code into codebook.yaml, at once",
        (
            Field("label", "text", "its label", needed=True),
            Field("parent", "text", "id of the code that it lies beneath"),
            Field("definition", "text", "what it means"),
            Field("key", "text", "a small letter or digit that is free"),
            Field("note", "text", "id of the note over which it was found"),
        ),
        '{"action": "new-code", "label": "Waiting for others", "parent": "indirect"}',
        outside=True,
    ),
    LineAction(
        "define",
        doing.define,
        "write into codebook.yaml what a code means; an empty text takes a field out",
        (
            _CODE,
            Field("definition", "text", "what it means"),
            Field("use_when", "text", "when to use it"),
            Field("not_when", "text", "when not"),
            Field("example", "text", "an example, invented"),
            Field("note", "text", "id of the note over which it was seen"),
        ),
        '{"action": "define", "code": "chasing", "not_when": "An answer came at once."}',
        outside=True,
    ),
)

_LOOKING = (
    LineAction(
        "notes",
        looking.notes,
        "list notes; filters combine",
        (
            *(Field(facet, "texts", _FACETS.get(facet, f"of this {facet}")) for facet in FACETS),
            Field("since", "text", "from this day on, such as 2024-03-01"),
            Field("until", "text", "up to this day"),
            Field("text", "text", "words to look for; each may go on"),
            Field("first", "number", "how many to pass over"),
            _MOST,
        ),
        '{"action": "notes", "state": "uncoded", "site": "North"}',
        writes=False,
    ),
    LineAction(
        "find",
        looking.find,
        "find words in the notes, with the places where they stand",
        (
            Field(
                "words",
                "text",
                'all of these must stand there, each may go on; "…" a phrase, OR, - none of it',
                needed=True,
            ),
            Field("note", "text", "in this note only"),
            Field("first", "number", "how many notes to pass over"),
            _MOST,
        ),
        '{"action": "find", "words": "landlord rent"}',
        writes=False,
    ),
    LineAction(
        "show",
        looking.show,
        "a note with its text and all that lies on it",
        (NOTE,),
        '{"action": "show", "note": "N1"}',
        writes=False,
    ),
    LineAction(
        "suggestions",
        looking.open_suggestions,
        "the suggestions that are open to you",
        (
            Field("note", "text", "id of a note"),
            Field("rule", "texts", "of these rules"),
            Field("code", "texts", "of these codes"),
            _MOST,
        ),
        '{"action": "suggestions", "note": "N1"}',
        writes=False,
    ),
    LineAction(
        "why",
        looking.why_suggested,
        "the rule that made a suggestion, and the words that it went by",
        SUGGESTION,
        '{"action": "why", "suggestion": "3f2a"}',
        writes=False,
    ),
    LineAction(
        "references",
        looking.own_references,
        "your references",
        (
            Field("note", "text", "id of a note"),
            Field("code", "texts", "of these codes"),
            Field("waiting", "yes/no", "those whose code means something else by now"),
            _MOST,
        ),
        '{"action": "references", "code": "chasing"}',
        writes=False,
    ),
    LineAction(
        "passages",
        looking.passages_of_code,
        "your passages of a code and of those under it, in words (the first 200 characters)",
        (_CODE, Field("first", "number", "how many to pass over"), _MOST),
        '{"action": "passages", "code": "chasing"}',
        writes=False,
    ),
    LineAction(
        "history",
        looking.history,
        "what you did last, the newest first: when, where, and whether it was undone",
        (_MOST,),
        '{"action": "history", "most": 20}',
        writes=False,
    ),
    LineAction(
        "case",
        looking.case,
        "a case with its attributes and assessments, and what supports them",
        (Field("case", "text", "id of the case", needed=True),),
        '{"action": "case", "case": "C1"}',
        writes=False,
    ),
    LineAction(
        "memos",
        looking.find_memos,
        "memos with all these words",
        (
            Field("words", "text", "words to look for"),
            Field("kind", "text", "on a reference, note, case, code or project"),
            Field("coder", "text", "whose"),
        ),
        '{"action": "memos", "words": "consent"}',
        writes=False,
    ),
    LineAction(
        "bookmarks",
        looking.bookmarks,
        "your bookmarks",
        (),
        '{"action": "bookmarks"}',
        writes=False,
    ),
    LineAction(
        "codebook",
        looking.codebook,
        "the codes and agencies in use, with what they mean",
        (),
        '{"action": "codebook"}',
        writes=False,
    ),
    LineAction(
        "progress", looking.progress, "how far you are", (), '{"action": "progress"}', writes=False
    ),
    LineAction(
        "actions",
        _actions,
        "this list, with every field",
        (),
        '{"action": "actions"}',
        writes=False,
    ),
)

LINE_ACTIONS: Mapping[str, LineAction] = {action.name: action for action in (*_DOING, *_LOOKING)}
"""Every action by its name, those that change something first."""
