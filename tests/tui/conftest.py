"""The project that the coder's tests run on."""

from pathlib import Path

import pytest
import textual._wait
from coder_project import MENTIONS, SUGGESTIONS, TEXTS, build_project, suggest

from notecode.project import find_project
from notecode.project.coding import open_coding

# After each key Pilot sleeps twice until the process is idle, 20 ms at a time by default.
textual._wait.SLEEP_GRANULARITY = 0.008
textual._wait.SLEEP_IDLE = 0.0004


@pytest.fixture
def project_dir(tmp_path: Path) -> Path:
    directory = build_project(tmp_path / "project", TEXTS)
    suggest(directory, MENTIONS, SUGGESTIONS)
    return directory


@pytest.fixture
def session(project_dir: Path):
    opened = open_coding(find_project(project_dir), "ann")
    yield opened
    opened.close()
