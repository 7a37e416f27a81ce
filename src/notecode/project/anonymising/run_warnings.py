"""What a run of the anonymiser warns of, in words that hold no original."""

from collections.abc import Iterable

from notecode.errors import Problem
from notecode.store import pseudonyms
from notecode.store.connection import Database
from notecode.store.setting_aside import Stuck


def numbered_anew(db: Database, waiting: Iterable[str]) -> tuple[Problem, ...]:
    """The warning that tags of cases that are done again will not be what they were."""
    forgotten = set(pseudonyms.cases_without_digests(db))
    ids = [case_id for case_id in waiting if case_id in forgotten]
    if not ids:
        return ()
    return (
        Problem(
            file=f"cases {', '.join(ids[:10])}{' …' if len(ids) > 10 else ''}",
            message="the linking key of their tags is gone: they are numbered anew in every note",
            hint="coded passages go with the text; [SU] and [VS] stay as they are",
            fatal=False,
        ),
    )


def lost_decision(place: tuple[str, str]) -> Problem:
    """The warning that a decision of the review, by id and note, was not applied."""
    decision, note_id = place
    return Problem(
        file=f"note {note_id}",
        message=f"decision {decision} of the review has no certain place in its text any more",
        hint="it was not applied; the note is flagged for review",
        fatal=False,
    )


def new_key(gone: str) -> Problem:
    """The warning that a linking key was made in the place of one that is ``gone``, and when."""
    return Problem(
        file="linking key",
        message=f"the one of earlier runs was {gone}, and a new one was made",
        hint="It links later exports to what is stored from now on: destroy it after the last one"
        " (`notecode vault destroy`).",
        fatal=False,
    )


def set_aside(stuck: Stuck) -> Problem:
    """The warning that what lay on changed words of a corrected note waits."""
    what = [
        f"{len(ids)} {name}{'' if len(ids) == 1 else 's'}"
        for ids, name in (
            (stuck.references, "reference"),
            (stuck.suggestions, "decided suggestion"),
            (stuck.values, "passage of a case value"),
        )
        if ids
    ]
    return Problem(
        file=f"note {stuck.note_id}",
        message=f"set aside, since the words were changed: {', '.join(what)}",
        hint="the note is not done any more: decide again in the coder; the log has what it was",
        fatal=False,
    )
