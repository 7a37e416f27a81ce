"""The shape of the house: layers, what is loaded when, sizes, docs that match the code."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src" / "notecode").rglob("*.py"))
HEAVY = {"spacy", "presidio_analyzer", "pandas", "textual", "sqlite_utils", "openpyxl", "numpy"}
HEAVY |= {"scipy"}


def loaded_by(code: str, cwd: Path) -> set[str]:
    """The top-level modules that a fresh interpreter has loaded after running ``code``."""
    script = f"import sys\n{code}\nprint(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=cwd
    )
    return {name.partition(".")[0] for name in done.stdout.splitlines()[-1].split()}


def test_the_import_contracts_hold() -> None:
    lint = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run(
        [lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_help_loads_nothing_heavy(tmp_path: Path) -> None:
    code = (
        "import sys; sys.argv = ['notecode', '--help']\n"
        "from notecode.cli import main\n"
        "try: main()\nexcept SystemExit: pass"
    )
    assert loaded_by(code, tmp_path) & HEAVY == set()


@pytest.mark.parametrize(
    "module",
    [
        "notecode.project.coding.session",
        "notecode.project.counting",
        "notecode.project.looking.outcomes",
        "notecode.project.status",
    ],
)
def test_quick_commands_load_nothing_heavy(tmp_path: Path, module: str) -> None:
    assert loaded_by(f"import {module}", tmp_path) & HEAVY == set()


def test_the_coder_loads_textual_and_no_language_tools(tmp_path: Path) -> None:
    loaded = loaded_by("import notecode.tui.coder.app, notecode.project.coding.session", tmp_path)
    assert loaded & HEAVY == {"textual"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT / "src")))
def test_files_and_functions_are_of_a_size_one_can_read(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            assert node.end_lineno - node.lineno <= 50, node.name


def test_the_architecture_page_is_short_and_names_what_is_there() -> None:
    page = (ROOT / "docs" / "ARCHITECTURE.md").read_text(encoding="utf-8")
    assert page.count("\n") <= 120
    for entry in (ROOT / "src" / "notecode").iterdir():
        if entry.name.startswith(("_", "py.typed")):
            continue
        assert re.search(rf"\b{re.escape(entry.name)}", page), entry.name


def test_the_readme_names_every_command_and_both_make_targets() -> None:
    from notecode.cli.start import COMMANDS

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in COMMANDS:
        assert f"notecode {name}" in readme, name
    assert "make demo" in readme
    assert "make test" in readme


def test_every_exit_code_is_documented() -> None:
    import notecode.errors

    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    for name, kind in vars(notecode.errors).items():
        if isinstance(kind, type) and issubclass(kind, notecode.errors.NotecodeError):
            assert f"| {kind.exit_code} |" in page, name


def test_reports_are_printed_without_the_anonymiser(tmp_path: Path) -> None:
    code = (
        "import notecode.project.looking.quotes, notecode.project.exporting.searched\n"
        "print(*[name for name in sys.modules if name.startswith('notecode.anonymising')])"
    )
    script = f"import sys\n{code}"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stdout.split() == []
