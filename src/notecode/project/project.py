"""A project is one directory: codebook.yaml, notecode.toml, corpus/ and exports/."""

import hashlib
import logging
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from notecode.analysing.report import DIGEST_SHOWN
from notecode.codebook import codebook_from_json, read_codebook
from notecode.errors import CodebookError, DatabaseError, ProjectError, WriteError
from notecode.model import Codebook
from notecode.project.authors import author_name
from notecode.project.codebook.versions import take_in
from notecode.settings import Settings, load_settings
from notecode.store import codebooks
from notecode.store.connection import Database, open_database

_log = logging.getLogger(__name__)

SETTINGS_FILE = "notecode.toml"
CODEBOOK_FILE = "codebook.yaml"
USUAL_VAULT = "corpus/originals.vault"
"""Where the vault lies unless the settings say otherwise, from the project's directory."""


@dataclass(frozen=True, slots=True)
class Project:
    """Where a project lies, and its settings."""

    directory: Path
    settings: Settings

    @property
    def settings_path(self) -> Path:
        """``notecode.toml``."""
        return self.directory / SETTINGS_FILE

    @property
    def codebook_path(self) -> Path:
        """``codebook.yaml``."""
        return self.directory / CODEBOOK_FILE

    @property
    def database_path(self) -> Path:
        """The project database; it exists once notes have been stored."""
        return self.directory / "corpus" / "notecode.db"

    @property
    def vault_path(self) -> Path:
        """The vault: where the settings say, or beside the database."""
        return self.directory / (self.settings.vault_file or USUAL_VAULT)

    @property
    def exports(self) -> Path:
        """The directory for what leaves the project."""
        return self.directory / "exports"

    def database(self, *, patience: float = 5.0) -> Database:
        """Open the project database (see ``open_database`` for what can go wrong)."""
        return open_database(self.database_path, patience=patience)


def find_project(directory: Path | None = None) -> Project:
    """The project in ``directory``, or, without one, in the working directory or above it.

    Raises:
        ProjectError: if there is none.
        SettingsError: if its ``notecode.toml`` cannot be used.

    """
    if directory is not None:
        if not (directory / SETTINGS_FILE).is_file():
            raise ProjectError(
                f"this directory is no project: it has no {SETTINGS_FILE}",
                where=str(directory),
                hint=f"Make one with `notecode init {directory}`.",
            )
        return Project(directory, load_settings(directory / SETTINGS_FILE))
    here = Path.cwd()
    for candidate in (here, *here.parents):
        if (candidate / SETTINGS_FILE).is_file():
            return Project(candidate, load_settings(candidate / SETTINGS_FILE))
    raise ProjectError(
        f"there is no project here: no {SETTINGS_FILE} in this directory or above it",
        where=str(here),
        hint="Go to a project, name one with --project, or make one: `notecode init my-study`.",
    )


def current_codebook(
    project: Project, db: Database | None = None, *, to_write: bool = False
) -> Codebook:
    """The codebook as its file stands now; with a database, known versions load fast.

    A version that the database has not seen is checked, stored and mirrored there, and what is
    new in it is logged. Where another program holds the database, or it may only be read, that
    waits for the next command, which is logged, unless what follows is ``to_write`` under this
    version.

    Raises:
        CodebookError: if the file is missing or has problems (all of them are listed).
        DatabaseError, WriteError: if it is ``to_write`` and the version cannot be stored.

    """
    path = project.codebook_path
    try:
        yaml = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return read_codebook(path)
    yaml = yaml.removeprefix("\ufeff")
    digest = hashlib.sha256(yaml.encode()).hexdigest()
    parsed = codebooks.parsed_codebook(db, digest) if db else None
    book = codebook_from_json(parsed) if parsed else read_codebook(path)
    if book.digest != digest:
        raise CodebookError(
            "the file changed while it was read", where=str(path), hint="Try again."
        )
    if db and not codebooks.has_codebook(db, digest):
        author = author_name(project.settings.coder)
        try:
            take_in(db, book, yaml, author=author, now=now(), patience=None if to_write else 0)
        except (DatabaseError, WriteError):
            if to_write:
                raise
            _log.warning(
                "the database cannot take in codebook.yaml now: codes and their tree are those of"
                " the file (%s), and references have the codes of the version before (%s)",
                digest[:DIGEST_SHOWN],
                codebooks.current_digest(db)[:DIGEST_SHOWN] or "none",
            )
    return book


def codebook_in_use(project: Project, db: Database) -> Codebook:
    """``current_codebook``; where its file has problems, the version before it, which is told.

    For what only reads: numbers are then those of the version that the references have.

    Raises:
        CodebookError: if the file has problems and no version was read before.

    """
    try:
        return current_codebook(project, db)
    except CodebookError as error:
        parsed = codebooks.parsed_codebook(db, codebooks.current_digest(db))
        if not parsed:
            raise
        book = codebook_from_json(parsed)
        _log.warning(
            "%s (`notecode codebook check` lists them): this is by the version before, %s",
            error.what,
            book.digest[:DIGEST_SHOWN],
        )
        return book


def now() -> str:
    """This moment in UTC, ISO 8601, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
