"""A project under the codebook of the module that asks for it."""

import pytest

from notecode.project import Project
from notecode.project.project import current_codebook


@pytest.fixture
def study(stored: Project, request: pytest.FixtureRequest) -> Project:
    """The stored project, its codebook the module's ``BOOK``."""
    stored.codebook_path.write_text(request.module.BOOK, encoding="utf-8")
    with stored.database() as db:
        current_codebook(stored, db)
    return stored
