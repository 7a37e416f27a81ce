"""The project that the coder's tests run on."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from coder_project import MENTIONS, SUGGESTIONS, TEXTS, build_project, suggest
from settling import settle_at_once
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from notecode.project import find_project
from notecode.project.coding.session import open_coding

settle_at_once()

_read_rules = Stylesheet._parse_rules
_rules: dict[tuple[object, ...], list[RuleSet]] = {}


def _rules_read_once(sheet: Stylesheet, *words: Any, **more: Any) -> list[RuleSet]:
    """The same style sheets are read by every app of every test."""
    key = (words, *sorted(more.items()), frozenset(sheet._variables.items()))
    if key not in _rules:
        _rules[key] = _read_rules(sheet, *words, **more)
    return _rules[key]


Stylesheet._parse_rules = _rules_read_once  # type: ignore[method-assign]


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
