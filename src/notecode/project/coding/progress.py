"""How far the coding has come, asked in a thread while the coder goes on, or by a command."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from notecode.analysing.progress import (
    CodingProgress,
    NoteTally,
    add_up,
    code_uses,
    stretches,
    tally,
)
from notecode.analysing.saturation import steps_of
from notecode.model import Codebook
from notecode.project.coding.session import CodingSession, coder_name
from notecode.project.project import Project, current_codebook
from notecode.store import progress as stored
from notecode.store import references
from notecode.store.attributes import load_sites
from notecode.store.connection import Database

__all__ = ["CodingProgress", "coding_progress", "measure", "totals_in_case"]


def totals_in_case(session: CodingSession, case_id: str) -> dict[str, int]:
    """This coder's references in one case, by code id."""
    counts = stored.code_counts(session.db, session.coder, case_id)
    return {code: number for _, code, number in counts}


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
    notes = stored.notes_by_case(db)
    sites = load_sites(db)
    coded, decided = stored.coded_notes(db, coder), stored.decided_notes(db, coder)
    by_rule = stored.open_suggestions_by_rule(db, coder)
    waiting = {note for rule in by_rule.values() for note in rule}
    cases = tuple(tally(case, ids, coded, decided, waiting) for case, ids in notes.items())
    own = add_up(coder, cases)
    found = CodingProgress(
        coder=coder,
        whole=own,
        cases=cases,
        sites=tuple(
            add_up(site, (case for case in cases if sites[case.name] == site))
            for site in sorted(set(sites.values()))
        ),
        rules=dict(
            sorted(
                ((rule, sum(of.values())) for rule, of in by_rule.items()),
                key=lambda item: (-item[1], item[0]),
            )
        ),
    )
    yield found
    days, session = stretches(
        ((_local(at), note) for at, note in stored.actions_of(db, coder)),
        [_local(at) for at in stored.references_made(db, coder)],
    )
    found = replace(
        found,
        days=days,
        session=session,
        codes=code_uses(codebook, stored.code_counts(db, coder)),
    )
    yield found
    found = replace(found, steps=steps_of(stored.first_uses_of(db, coder)))
    yield found
    everything = [note for ids in notes.values() for note in ids]
    others = [name for name in references.known_coders(db) if name != coder]
    tallies = [own, *(_of_coder(db, name, everything) for name in others)]
    yield replace(
        found,
        coders=tuple(sorted(tallies, key=lambda one: one.name)),
        references=references.coders(db),
    )


def _of_coder(db: Database, coder: str, notes: list[str]) -> NoteTally:
    by_rule: Mapping[str, Mapping[str, int]] = stored.open_suggestions_by_rule(db, coder)
    waiting = {note for rule in by_rule.values() for note in rule}
    return tally(
        coder, notes, stored.coded_notes(db, coder), stored.decided_notes(db, coder), waiting
    )


def _local(moment: str) -> datetime:
    """A stored moment in the time of this machine; one without a zone is taken for UTC."""
    return datetime.fromisoformat(moment).astimezone()
