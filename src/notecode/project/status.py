"""What has been done in a project, and what comes next."""

from dataclasses import dataclass

from notecode.memos import ThingKind
from notecode.model import Codebook
from notecode.project.anonymising.vault_state import VAULT_DESTROYED, VaultState, vault_state
from notecode.project.project import Project, current_codebook
from notecode.project.suggesting import run_key
from notecode.store import codebooks, facts, memos, references, review, setting_aside
from notecode.store.facts import Totals
from notecode.store.review import ReviewProgress


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The state of a project. ``totals`` is None as long as no notes are stored."""

    title: str
    directory: str
    codebook: Codebook
    synthetic: bool
    totals: Totals | None
    review: ReviewProgress | None
    masks: dict[str, int]
    coders: dict[str, int]
    memos: dict[ThingKind, int]
    vanished_codes: dict[str, int]
    exports: int
    vault: VaultState | None
    next_step: str
    vault_destroyed: str = ""
    """When a vault of the project was destroyed last, as an ISO time, or ""."""
    set_aside: int = 0
    """What lost its place in corrected notes, and waits for its coder."""


def project_status(project: Project) -> Status:
    """Look at a project without changing it.

    Raises:
        CodebookError, DatabaseError: if the codebook or the database cannot be used.

    """
    codebook = current_codebook(project)
    totals: Totals | None = None
    reviewed: ReviewProgress | None = None
    masks: dict[str, int] = {}
    coders: dict[str, int] = {}
    written: dict[ThingKind, int] = {}
    vanished: dict[str, int] = {}
    synthetic = False
    destroyed = ""
    aside = 0
    if project.database_path.is_file():
        with project.database() as db:
            totals = facts.load_totals(db, run_key(codebook, project.settings))
            reviewed = review.progress(db)
            masks = facts.mask_totals(db)
            coders = references.coders(db)
            written = memos.count_memos(db)
            vanished = dict(codebooks.vanished_codes(db, [code.id for code in codebook.codes]))
            destroyed = facts.last_event(db, VAULT_DESTROYED)
            synthetic = facts.load_fact(db, facts.SYNTHETIC) == "yes"
            aside = sum(setting_aside.waiting(db).values())
    # A README.md is not written by an export: the repository keeps the directory by one.
    exports = sum(
        path.is_file() and not path.name.startswith(".") and path.name != "README.md"
        for path in project.exports.rglob("*")
    )
    return Status(
        title=project.settings.title or project.directory.name,
        directory=str(project.directory),
        codebook=codebook,
        synthetic=synthetic,
        totals=totals,
        review=reviewed,
        masks=masks,
        coders=coders,
        memos=written,
        vanished_codes=vanished,
        exports=exports,
        vault=vault_state(project),
        next_step=_next_step(totals, reviewed, coders, exports),
        vault_destroyed=destroyed,
        set_aside=aside,
    )


def _next_step(
    totals: Totals | None,
    reviewed: ReviewProgress | None,
    coders: dict[str, int],
    exports: int,
) -> str:
    if totals is None or not totals.notes:
        return "notecode anonymise EXPORT --people PEOPLE --cases CASES"
    if reviewed and reviewed.flags and reviewed.reviewed < reviewed.notes and not coders:
        then = "suggest" if totals.notes_to_suggest else "code"
        return f"notecode review EXPORT --people PEOPLE, then notecode {then}"
    if totals.notes_to_suggest:
        return "notecode suggest"
    if not coders:
        return "notecode code"
    if not exports:
        return "notecode export"
    return "notecode code, counts or export, as the study goes on"
