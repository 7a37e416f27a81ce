"""Of what state of a project its counts are: two of them beside each other can be subtracted."""

from hashlib import sha256

from notecode import __version__
from notecode.model import Codebook
from notecode.project.project import Project
from notecode.store import exported
from notecode.store.connection import Database


def state_of(project: Project, db: Database, codebook: Codebook, coder: str) -> str:
    """A digest of all that decides what counts of ``coder`` ("": of all) say and withhold.

    These are the project's log without its exports, the codebook, the saved tables, the types of
    attributes, and the version of the program.
    """
    settings = project.settings
    said = (
        __version__,
        coder,
        codebook.digest,
        exported.last_change(db),
        exported.changes(db),
        sorted(settings.tables.items()),
        sorted(settings.attributes.items()),
    )
    return sha256(repr(said).encode()).hexdigest()
