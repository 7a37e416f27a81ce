"""How far the coding has come, asked in a thread while the coder goes on, or by a command."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from notecode.analysing.progress import (
    CodingProgress,
    NoteTally,
    add_up,
    code_uses,
    stretches,
)
from notecode.analysing.saturation import steps_of
from notecode.model import Codebook
from notecode.project.coding.session import coder_name
from notecode.project.project import Project, current_codebook
from notecode.store import progress as stored
from notecode.store import references
from notecode.store.connection import Database
from notecode.store.progress import CaseTally

__all__ = ["CodingProgress", "coding_progress", "measure"]


def coding_progress(project: Project, coder: str = "") -> CodingProgress:
    """How far one coder is: the one named, else the settings' one, else the login name.

    Raises:
        ProjectError: if no notes are stored yet.
        UsageError: if the name stands for everybody.

    """
    name = coder_name(project, coder)
    with project.database() as db:
        codebook = current_codebook(project, db)
        with db.reading():
            *_, whole = measure(db, name, codebook)
    return whole


def measure(db: Database, coder: str, codebook: Codebook) -> Iterator[CodingProgress]:
    """What is counted, first without and then with what takes longer."""
    names = {coder, *references.known_coders(db)}
    every = stored.tallies(db, names)
    tallies = every[coder]
    cases = tuple(_tally(one.case_id, one) for one in tallies)
    own = add_up(coder, cases)
    found = CodingProgress(
        coder=coder,
        whole=own,
        cases=cases,
        sites=tuple(
            add_up(site, (_tally("", one) for one in tallies if one.site == site))
            for site in sorted({one.site for one in tallies})
        ),
        rules=stored.open_suggestions_by_rule(db, coder),
    )
    yield found
    days, session = stretches(
        ((_local(at), note) for at, note in stored.actions_of(db, coder)),
        map(_local, stored.references_made(db, coder)),
    )
    uses = code_uses(codebook, stored.code_counts(db, coder))
    found = replace(found, days=days, session=session, codes=uses)
    yield found
    found = replace(found, steps=steps_of(stored.first_uses_of(db, coder)))
    yield found
    yield replace(
        found,
        coders=tuple(
            add_up(name, (_tally("", one) for one in every[name])) for name in sorted(names)
        ),
        references=references.coders(db),
    )


def _tally(name: str, one: CaseTally) -> NoteTally:
    return NoteTally(
        name=name,
        notes=one.notes,
        coded=one.coded,
        done=one.done,
        decided=one.decided,
        waiting=one.waiting,
        marked=one.marked,
    )


def _local(moment: str) -> datetime:
    """A stored moment in the time of this machine; one without a zone is taken for UTC."""
    return datetime.fromisoformat(moment).astimezone()
