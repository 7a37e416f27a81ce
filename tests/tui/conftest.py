"""The project that the coder's tests run on."""

from pathlib import Path

import pytest
from coder_project import MENTIONS, SUGGESTIONS, TEXTS, build_project, suggest

from notecode.project import find_project
from notecode.project.coding import open_coding


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
