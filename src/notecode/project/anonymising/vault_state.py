"""What can be said of a project's vault without its passphrase."""

from dataclasses import dataclass, replace
from pathlib import Path

from notecode.errors import VaultError
from notecode.project.project import Project

VAULT_DESTROYED = "vault destroyed"
"""The event of the project's log that says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultState:
    """What can be said of a vault without its passphrase. ``size`` is in bytes.

    ``file`` is its path as the settings have it: from the project's directory if it lies inside.

    ``unmerged``: a run was interrupted, and the next one has to tidy up. ``open_to_others``: its
    file can be read by more than its owner. ``problem`` says why it cannot be used, or is "".
    """

    path: Path
    file: str
    vault: str = ""
    size: int = 0
    changed: float = 0.0
    unmerged: bool = False
    open_to_others: bool = False
    problem: str = ""


def at_vault_file(project: Project, file: Path | None) -> Project:
    """The project with its vault in that file."""
    if file is None:
        return project
    settings = replace(project.settings, vault_file=str(file.absolute()))
    return replace(project, settings=settings)


def has_vault(project: Project) -> bool:
    """Whether the project has a vault, be it damaged or not in its place."""
    return project.vault_path.exists() or bool(project.settings.vault_file)


def vault_state(project: Project) -> VaultState | None:
    """What can be said of the project's vault without its passphrase; None without a vault."""
    path = project.vault_path
    if not has_vault(project):
        return None
    # With it comes the whole anonymiser, which takes longer to load than most reports to make.
    from notecode.anonymising.vault import read_header_of, work_path

    if not path.exists():
        file = shown_from(project.directory, path)
        return VaultState(path=path, file=file, problem=not_there(project).what)
    known = path.stat()
    state = VaultState(
        path=path,
        file=shown_from(project.directory, path),
        size=known.st_size,
        changed=known.st_mtime,
        unmerged=work_path(path.resolve()).exists(),
        open_to_others=bool(known.st_mode & 0o077),
    )
    try:
        header = read_header_of(path)
        refuse_foreign(project, header.project)
    except VaultError as error:
        return replace(state, problem=error.what)
    return replace(state, vault=header.vault)


def not_there(project: Project) -> VaultError:
    """The error that says that the project's vault is not in its place."""
    return VaultError(
        "the project's vault is not where notecode.toml says",
        where=str(project.vault_path),
        hint="Put it back, or say where it is with --vault-file. If it is gone for good, write"
        ' file = "" under [vault] in notecode.toml.',
    )


def refuse_foreign(project: Project, project_id: str) -> None:
    """Refuse a vault that says of itself that it belongs to that other project.

    Raises:
        VaultError: if that is not this project.

    """
    if project_id != project.settings.project_id:
        raise VaultError(
            "this vault belongs to another project",
            where=str(project.vault_path),
            hint=f'Its project has project = "{project_id}" under [vault] in notecode.toml.'
            " If that is this one, and its settings were lost, put the line back.",
        )


def shown_from(directory: Path, path: Path) -> str:
    """The path as the settings keep it: from the project's directory if it lies inside.

    A symbolic link to the vault is kept as the link that the user named.
    """
    named = path.absolute()
    settled = named.parent.resolve() / named.name
    if ".." in named.parts:
        named = settled
    for whole, base in ((named, directory.absolute()), (settled, directory.resolve())):
        if whole.is_relative_to(base):
            return str(whole.relative_to(base))
    return str(named)
