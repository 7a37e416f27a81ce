"""The original notes again, for review: from the export given again, or from the vault."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from notecode.anonymising.vault import Vault
from notecode.model import Case
from notecode.project.project import Project
from notecode.project.reading import (
    Inputs,
    Sources,
    read_sources,
    refuse_fatal,
    settle_cases,
)
from notecode.raw import RawNote, Roster
from notecode.store.notes import load_cases


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class OriginalCase:
    """One case as exported, in the form in which it is anonymised.

    ``start`` is the day on which it starts, or None where the files do not say it.
    """

    case_id: str
    site: str
    notes: tuple[RawNote, ...]
    roster: Roster
    start: date | None = None

    def __repr__(self) -> str:
        return f"OriginalCase({self.case_id!r}, {len(self.notes)} notes hidden)"

    __str__ = __repr__


class Originals(Protocol):
    """Where original notes come from, one case at a time."""

    def case_ids(self) -> tuple[str, ...]:
        """The cases whose originals are there, sorted."""

    def case(self, case_id: str) -> OriginalCase:
        """One of these cases.

        Raises:
            KeyError: if it is not there.
            VaultError: if it lies in a vault and is damaged.

        """


def open_originals(project: Project, given: Inputs | Vault) -> Originals:
    """The originals of an export that is given again, or of the open vault.

    With a vault the caller keeps it open for as long as cases are read.

    Raises:
        InputError: if the export's files have problems.

    """
    if isinstance(given, Vault):
        return _FromVault(given, _stored_cases(project))
    sources = read_sources(project, given)
    refuse_fatal(sources)
    return _FromExport(sources)


@dataclass(frozen=True, slots=True)
class _FromExport:
    sources: Sources

    def case_ids(self) -> tuple[str, ...]:
        return tuple(sorted(self.sources.notes))

    def case(self, case_id: str) -> OriginalCase:
        return OriginalCase(
            case_id=case_id,
            site=self.sources.cases[case_id].site,
            notes=self.sources.notes[case_id],
            roster=self.sources.rosters.get(case_id, Roster(case_id)),
            start=self.sources.cases[case_id].start,
        )


@dataclass(frozen=True, slots=True)
class _FromVault:
    vault: Vault
    stored: Mapping[str, Case]

    def case_ids(self) -> tuple[str, ...]:
        return self.vault.case_ids()

    def case(self, case_id: str) -> OriginalCase:
        kept = self.vault.read_case(case_id)
        known = [self.stored[case_id]] if case_id in self.stored else []
        settled, _ = settle_cases({case_id: kept.notes}, known)
        return OriginalCase(
            case_id=case_id, site=settled[case_id].site, notes=kept.notes, roster=kept.roster
        )


def _stored_cases(project: Project) -> dict[str, Case]:
    """What the database knows of the cases: the case file's site was settled there."""
    if not project.database_path.is_file():
        return {}
    with project.database() as db:
        return {case.id: case for case in load_cases(db)}
