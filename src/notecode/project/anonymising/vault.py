"""The project's vault: made, opened, kept in step with the database, checked, destroyed."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from notecode.anonymising.cases import AnonymisedCase
from notecode.anonymising.review.replaced import (
    Passage,
    passages_behind,
    recovered_passages,
)
from notecode.anonymising.vault import (
    Passphrase,
    Replaced,
    Vault,
    VaultCase,
    any_file_of,
    create_vault,
    destroy_vault,
    open_vault,
    read_header_of,
    refuse_existing,
)
from notecode.errors import VaultError
from notecode.project.anonymising.linking_key import (
    destroy_linking_key,
    linking_key_in_file,
    linking_key_path,
)
from notecode.project.anonymising.vault_state import (
    VAULT_DESTROYED,
    has_vault,
    not_there,
    refuse_foreign,
    shown_from,
)
from notecode.project.project import Project, find_project, now
from notecode.project.reading import Sources
from notecode.raw import RawNote, Roster
from notecode.settings import remember_vault
from notecode.store import facts
from notecode.store.connection import Database
from notecode.store.masked_notes import load_masked_notes, note_ids_by_case
from notecode.store.notes import StoredNote


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultCheck:
    """What ``check_vault`` found: what is damaged, and where vault and database differ.

    ``lacking`` are cases of the database of which the vault lacks notes; ``only_here`` are cases
    that only the vault knows.
    """

    cases: int
    notes: int
    damage: tuple[str, ...]
    lacking: tuple[str, ...]
    only_here: tuple[str, ...]


def refuse_if_made(project: Project) -> None:
    """Refuse to make a second vault, before a passphrase is asked for.

    Raises:
        VaultError: if there is one, or if the settings know of one.

    """
    refuse_existing(project.vault_path)
    remembered = find_project(project.directory)
    if remembered.settings.vault_file:
        if not remembered.vault_path.exists():
            raise not_there(remembered)
        refuse_existing(remembered.vault_path)


def refuse_unusable(project: Project) -> None:
    """Refuse a vault that no passphrase of this project can open, before one is asked for.

    Raises:
        VaultError: if there is none, it is another project's, or its header is damaged.

    """
    if has_vault(project) and not project.vault_path.exists():
        raise not_there(project)
    refuse_foreign(project, read_header_of(project.vault_path).project)


def refuse_without_vault(project: Project, vault: Vault | None) -> None:
    """Refuse to go on without the vault in a project that has one.

    Raises:
        VaultError: if it has one and none was given.

    """
    if vault is None and has_vault(project):
        raise VaultError(
            "this project has a vault, which holds its linking key",
            where=str(project.vault_path),
            hint="Give its passphrase, or destroy it: `notecode vault destroy`.",
        )


def make_vault(project: Project, passphrase: Passphrase) -> Project:
    """Make an empty vault and remember it in the settings; returns the project that knows it.

    If the project has a linking key in a file already, the vault takes it over.

    Raises:
        PassphraseError: if the passphrase is too short.
        VaultError: if there is a vault already.
        WriteError: if it cannot be written.

    """
    path = project.vault_path
    passphrase.refuse_if_short()
    refuse_if_made(project)
    project_id = project.settings.project_id or secrets.token_hex(16)
    file = shown_from(project.directory, path)
    # The id first, and the place once the vault is there: a kill in between leaves a vault that
    # can be opened, or none.
    remember_vault(project.settings_path, file="", project_id=project_id)
    secret = linking_key_in_file(project)
    create_vault(path, passphrase, project=project_id, secret=secret or b"")
    remember_vault(project.settings_path, file=file, project_id=project_id)
    linking_key_path(project).unlink(missing_ok=True)
    _log(project, "vault made", "originals are kept from now on")
    settings = replace(project.settings, vault_file=file, project_id=project_id)
    return replace(project, settings=settings)


def open_project_vault(project: Project, passphrase: Passphrase, *, writing: bool = False) -> Vault:
    """Open the project's vault; a writer remembers its place, so that it may be moved.

    Raises:
        PassphraseError: if the passphrase is wrong.
        VaultError: if there is none, it is damaged, in use, too new, or another project's.

    """
    refuse_unusable(project)
    vault = open_vault(project.vault_path, passphrase, writing=writing)
    if writing:
        file = shown_from(project.directory, project.vault_path)
        project_id = project.settings.project_id
        remember_vault(project.settings_path, file=file, project_id=project_id)
        if linking_key_in_file(project) == vault.secret():
            # The making of the vault was interrupted before it could take the file away.
            linking_key_path(project).unlink()
    return vault


def keep_case(vault: Vault, sources: Sources, done: AnonymisedCase) -> None:
    """Keep the originals of a case that has just been stored, beside what was kept of it before.

    Raises:
        WriteError: if the vault cannot be written; what was in it is unharmed.

    """
    raw = {note.id: note for note in sources.notes[done.case_id]}
    replaced = {
        each.note.id: Replaced(each.note.digest, passages_behind(each, raw[each.note.id]))
        for each in done.notes
    }
    _write(vault, done.case_id, sources, raw.values(), replaced)


def finish_vault(vault: Vault, db: Database, sources: Sources) -> None:
    """At the end of a run: add what the vault lacks of the stored cases, and tidy it up."""
    keep_lacking(vault, db, sources)
    vault.merge()


def keep_lacking(vault: Vault, db: Database, sources: Sources) -> int:
    """Keep the originals of stored notes that the vault lacks; returns the number of cases.

    They are those of a run that was interrupted, or that was made without a vault. A note whose
    stored text did not come from this export is passed over.

    Raises:
        VaultError: if a record of the vault is damaged.
        WriteError: if the vault cannot be written; what was in it is unharmed.

    """
    stored = note_ids_by_case(db)
    written = 0
    for case_id, notes in sources.notes.items():
        if case_id in stored:
            kept = {note.id: note.text for note in _kept(vault, case_id).notes}
            suspects = {note.id: note for note in notes if kept.get(note.id) != note.text}
            if suspects:
                written += _keep_some(vault, db, sources, case_id, suspects)
    return written


def replaced_now(vault: Vault, db: Database, case_id: str) -> tuple[VaultCase, set[Passage]]:
    """A case of the vault, and what is replaced in its notes as they are stored now.

    A note that a review has changed since the vault took it is compared with its original.
    """
    case = vault.read_case(case_id)
    raw = {note.id: note for note in case.notes}
    passages: set[Passage] = set()
    stored = {each.note.id: each for each in load_masked_notes(db, case_id)}
    for note_id, replaced in case.replaced.items():
        found: tuple[Passage, ...] | None = replaced.passages
        if note_id in stored and stored[note_id].note.digest != replaced.digest:
            found = _fits(raw[note_id], stored[note_id])
        passages.update(replaced.passages if found is None else found)
    return case, passages


def check_vault(project: Project, passphrase: Passphrase) -> VaultCheck:
    """Decrypt everything, and compare the vault with the database.

    Raises:
        PassphraseError: if the passphrase is wrong.
        VaultError: if the vault as a whole cannot be used.

    """
    stored: Mapping[str, frozenset[str]] = {}
    if project.database_path.is_file():
        with project.database() as db:
            stored = note_ids_by_case(db)
    with open_project_vault(project, passphrase) as vault:
        damage = [str(error.what) for error in vault.check()]
        kept: dict[str, set[str]] = {}
        for case_id in vault.case_ids():
            try:
                kept[case_id] = {note.id for note in vault.read_case(case_id).notes}
            except VaultError:
                kept[case_id] = set()
    return VaultCheck(
        cases=len(kept),
        notes=sum(map(len, kept.values())),
        damage=tuple(damage),
        lacking=tuple(
            sorted(case for case, ids in stored.items() if not ids <= kept.get(case, set()))
        ),
        only_here=tuple(sorted(kept.keys() - stored.keys())),
    )


def change_passphrase(project: Project, old: Passphrase, new: Passphrase) -> None:
    """Give the vault another passphrase; everything in it is encrypted anew.

    Raises:
        PassphraseError: if the old one is wrong or the new one too short.
        VaultError, WriteError: if the vault cannot be read or written; it is as it was.

    """
    new.refuse_if_short()
    with open_project_vault(project, old, writing=True) as vault:
        vault.change_passphrase(new)
    _log(project, "vault passphrase changed", "everything in it was encrypted anew")


def destroy(project: Project) -> bool:
    """Overwrite and remove the vault with its keys, and log that it was done.

    Returns False if the settings know of a vault and its file is gone: then only what the project
    keeps for it goes. So what was interrupted can be brought to its end.

    Raises:
        VaultError: if there is none, it is another project's, or another process writes it.
        WriteError: if it cannot be overwritten.

    """
    _refuse_to_destroy_anothers(project)
    there = any_file_of(project.vault_path)
    remembered = find_project(project.directory)
    expected = bool(remembered.settings.vault_file) and remembered.vault_path.resolve()
    same = expected == project.vault_path.resolve()
    if there or not same or project.vault_path.is_symlink():
        destroy_vault(project.vault_path)
    if same and remembered.vault_path.is_symlink():
        destroy_vault(remembered.vault_path)
    destroy_linking_key(project)
    _log(project, VAULT_DESTROYED, "originals, people and linking key are gone")
    remember_vault(project.settings_path, file="", project_id=project.settings.project_id)
    return there


def _refuse_to_destroy_anothers(project: Project) -> None:
    """A vault so damaged that nobody knows whose it is may go."""
    try:
        header = read_header_of(project.vault_path)
    except VaultError:
        return
    refuse_foreign(project, header.project)


def _keep_some(
    vault: Vault,
    db: Database,
    sources: Sources,
    case_id: str,
    suspects: Mapping[str, RawNote],
) -> int:
    """Keep those of the notes that the stored texts came from; returns 1 if there were any."""
    kept = {note.id: note for note in _kept(vault, case_id).notes}
    replaced: dict[str, Replaced] = {}
    fitting: list[RawNote] = []
    for stored in load_masked_notes(db, case_id):
        raw = suspects.get(stored.note.id)
        if raw is None or (raw.id in kept and _fits(kept[raw.id], stored) is not None):
            continue
        found = _fits(raw, stored)
        if found is not None:
            fitting.append(raw)
            replaced[raw.id] = Replaced(stored.note.digest, found)
    if fitting:
        _write(vault, case_id, sources, fitting, replaced)
    return bool(fitting)


def _fits(raw: RawNote, stored: StoredNote) -> tuple[Passage, ...] | None:
    return recovered_passages(raw.text, stored.note.text, stored.masks)


def _write(
    vault: Vault,
    case_id: str,
    sources: Sources,
    notes: Iterable[RawNote],
    replaced: Mapping[str, Replaced],
) -> None:
    """Put notes into the vault's case; what it has of others stays."""
    before = _kept(vault, case_id)
    merged = {note.id: note for note in (*before.notes, *notes)}
    people = sources.rosters.get(case_id, Roster(case_id)).people
    known = {(person.role, person.id) for person in people}
    people += tuple(p for p in before.roster.people if (p.role, p.id) not in known)
    vault.write_cases(
        [
            VaultCase(
                case_id=case_id,
                notes=tuple(merged[note_id] for note_id in sorted(merged)),
                roster=Roster(case_id, people),
                memory=before.memory,
                replaced={**before.replaced, **replaced},
            )
        ]
    )


def _kept(vault: Vault, case_id: str) -> VaultCase:
    if case_id in vault:
        return vault.read_case(case_id)
    return VaultCase(case_id=case_id, notes=(), roster=Roster(case_id))


def _log(project: Project, action: str, summary: str) -> None:
    if project.database_path.is_file():
        with project.database() as db:
            facts.log_event(db, action, summary, now())
