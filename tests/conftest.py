"""Fixtures for tests that need a whole project."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from notecode.model import Case, Note
from notecode.project import Project, find_project
from notecode.project.coding.session import CodingSession, open_coding
from notecode.project.project import current_codebook
from notecode.project.setup import create_project
from notecode.store.connection import create_database
from notecode.store.notes import StoredNote, save_anonymised_case
from small_book import SMALL_BOOK

if TYPE_CHECKING:
    from notecode.exporting.report_page.charts import Drawing
    from notecode.exporting.report_page.values import Chart
    from review_study import ReviewStudy

# What a test proves hangs neither on how busy the machine is nor on chance: the suite tries the
# same examples each time, and `make explore` looks for new ones.
settings.register_profile("suite", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("NOTECODE_TESTS", "suite"))


def pytest_configure(config: pytest.Config) -> None:
    """Give the files to several processes in the order in which they are collected."""
    config.option.loadscopereorder = False


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with a slow test first: one that is begun last leaves the other processes idle."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


def pytest_collection_finish() -> None:
    """Thousands of tests are kept to the end: they need not be looked through as garbage."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


TEXTS = {
    "N1": "T/C to [OM_1], no reply. LM asking for an update on [SU].",
    "N2": "Emailed housing re his application. [SU] attended the office.",
    "N3": "Core group held. [SW_1] says the plan stays.",
}
"""Synthetic, already anonymised notes of one case."""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project directory as `notecode init` makes it, without notes."""
    create_project(tmp_path / "study", "Study")
    return find_project(tmp_path / "study")


def store_texts(project: Project) -> Path:
    """Make a project's database with the notes of ``TEXTS``, the codebook mirrored."""
    create_database(project.database_path)
    case = Case(id="C1", site="Site 1", start=date(2017, 1, 10))
    notes = [
        StoredNote(
            note=Note(
                id=note_id,
                case_id="C1",
                text=text,
                date=date(2017, 1 + number, 20),
                contact_type="Telephone",
                author_role="Case Manager",
            )
        )
        for number, (note_id, text) in enumerate(TEXTS.items())
    ]
    with project.database() as db:
        current_codebook(project, db)
        save_anonymised_case(db, case, notes, settings="test", now="2017-01-01T00:00:00+00:00")
    return project.database_path


@pytest.fixture(scope="session")
def stored_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of ``stored``, made once."""
    directory = tmp_path_factory.mktemp("stored") / "study"
    create_project(directory, "Study")
    return store_texts(find_project(directory))


@pytest.fixture
def stored(project: Project, stored_once: Path) -> Project:
    """A project with three anonymised notes of one case, and the codebook mirrored."""
    project.database_path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(stored_once, project.database_path)
    return project


@pytest.fixture
def stored_small(project: Project) -> Project:
    """The same with a small codebook, for tests that change it more than once."""
    project.codebook_path.write_text(SMALL_BOOK, encoding="utf-8")
    store_texts(project)
    return project


@pytest.fixture(scope="session")
def anonymised_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a study to be reviewed, made once."""
    from review_study import ReviewStudy

    folder = tmp_path_factory.mktemp("review")
    with pytest.MonkeyPatch.context() as patch:
        ReviewStudy(folder, patch).anonymise()
    return folder


@pytest.fixture
def review(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, anonymised_once: Path) -> "ReviewStudy":
    """An anonymised case that nobody has reviewed yet."""
    from review_study import ReviewStudy

    return ReviewStudy(tmp_path, monkeypatch, like=anonymised_once)


@pytest.fixture(scope="session")
def drawings() -> "dict[str, Drawing]":
    """What has been drawn, by its chart."""
    return {}


@pytest.fixture
def drawn_once(monkeypatch: pytest.MonkeyPatch, drawings: "dict[str, Drawing]") -> None:
    """Draw a chart of a report once for all tests: that takes a third of a second each.

    Where its numbers come from differs from test to test: that is put in afterwards.
    """
    from notecode.exporting.report_page import charts, page

    def draw(chart: "Chart", source: str = "") -> "Drawing":
        key = repr(chart)
        if key not in drawings:
            drawings[key] = charts.draw_chart(chart, "(source)")
        drawn = drawings[key]
        return replace(drawn, svg=drawn.svg.replace("(source)", escape(source)))

    monkeypatch.setattr(page, "draw_chart", draw)


@pytest.fixture
def session(stored: Project) -> Iterator[CodingSession]:
    """One coder over those notes."""
    with open_coding(stored, "amina") as opened:
        yield opened


@pytest.fixture
def open_as(stored: Project) -> Iterator[Callable[[str], CodingSession]]:
    """Open further sessions on the same database."""
    sessions: list[CodingSession] = []

    def opener(coder: str) -> CodingSession:
        sessions.append(open_coding(stored, coder))
        return sessions[-1]

    yield opener
    for each in sessions:
        each.close()


@dataclass(frozen=True)
class Ran:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run `notecode ARGS…` in this process, in a given directory."""
    from notecode.cli import main

    def runner(*arguments: str | Path, cwd: Path) -> Ran:
        monkeypatch.chdir(cwd)
        monkeypatch.setattr("sys.argv", ["notecode", *map(str, arguments)])
        capsys.readouterr()
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 1
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return runner
