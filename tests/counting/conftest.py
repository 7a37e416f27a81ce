"""A whole project to count in, once for the session."""

import hashlib
from pathlib import Path

import pytest
from brute_force import World
from small_study import CODEBOOK, build_study, small_world

from notecode.model import Codebook
from notecode.project import Project
from notecode.project.project import current_codebook


@pytest.fixture(scope="session")
def digest() -> str:
    return hashlib.sha256(CODEBOOK.encode()).hexdigest()


@pytest.fixture(scope="session")
def world(digest: str) -> World:
    return small_world(digest)


@pytest.fixture(scope="session")
def study(tmp_path_factory: pytest.TempPathFactory, world: World) -> Project:
    """Shared by all tests of the session: do not change it."""
    return build_study(tmp_path_factory.mktemp("counting") / "study", world)


@pytest.fixture
def own_study(tmp_path: Path, world: World) -> Project:
    """One to change."""
    return build_study(tmp_path / "study", world)


@pytest.fixture(scope="session")
def book(study: Project) -> Codebook:
    with study.database() as db:
        return current_codebook(study, db)
