"""Opening a review: the originals from the export given again or from the vault, and the key."""

from functools import partial

from notecode.anonymising.cases import AnonymisedCase
from notecode.anonymising.vault import Vault
from notecode.errors import UsageError
from notecode.project.anonymising.linking_key import check_linking_key, read_or_make_linking_key
from notecode.project.anonymising.originals import Originals, open_originals
from notecode.project.anonymising.vault import keep_case, refuse_without_vault
from notecode.project.project import Project
from notecode.project.reading import Inputs, Sources
from notecode.project.reviewing.reviewer import Reviewer


def open_review(
    project: Project,
    inputs: Inputs | None,
    vault: Vault | None = None,
    *,
    name: str = "",
    patience: float = 5.0,
) -> Reviewer:
    """A reviewer over the originals of an export that is given again, or of the open vault.

    A vault (open to write) is kept in step with what is decided.

    Raises:
        UsageError: if there is neither an export nor a vault.
        InputError: if the export's files have problems.
        ProjectError: if no notes are stored yet.
        VaultError: if the project has a vault and it was not given.

    """
    refuse_without_vault(project, vault)
    given = inputs or vault
    if given is None:
        raise UsageError(
            "the original notes are needed, and this project has no vault",
            hint="Give the export again: notecode review notes.csv --people people.csv",
        )
    with project.database() as db:
        originals = open_originals(project, given)
        key = vault.secret() if vault else read_or_make_linking_key(project)
        check_linking_key(db, key)
        db.forget_if_unfinished()
    stored = partial(_keep, vault, originals) if vault else None
    return Reviewer(project, originals, name, key, patience=patience, stored=stored)


def _keep(vault: Vault, originals: Originals, done: AnonymisedCase) -> None:
    original = originals.case(done.case_id)
    sources = Sources(
        files=(),
        problems=(),
        notes={done.case_id: original.notes},
        cases={},
        rosters={done.case_id: original.roster},
    )
    keep_case(vault, sources, done)
