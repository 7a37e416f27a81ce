"""The project that the coder's tests run on."""

import shutil
from pathlib import Path

import pytest
import textual._wait
from coder_project import MENTIONS, SUGGESTIONS, TEXTS, build_project, suggest

from notecode.project import find_project
from notecode.project.coding.session import open_coding

# After each key Pilot sleeps twice until the process is idle, 20 ms at a time by default.
textual._wait.SLEEP_GRANULARITY = 0.008
textual._wait.SLEEP_IDLE = 0.0004


@pytest.fixture(scope="session")
def project_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of ``project_dir``, made once."""
    directory = build_project(tmp_path_factory.mktemp("coder") / "project", TEXTS)
    suggest(directory, MENTIONS, SUGGESTIONS)
    return directory


@pytest.fixture
def project_dir(tmp_path: Path, project_once: Path) -> Path:
    return shutil.copytree(project_once, tmp_path / "project")


@pytest.fixture
def session(project_dir: Path):
    opened = open_coding(find_project(project_dir), "ann")
    yield opened
    opened.close()
