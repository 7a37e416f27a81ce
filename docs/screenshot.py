"""Write the pictures of the running coder over the demo into docs/ (run `make demo` first)."""

import os
import shutil
import tempfile
from pathlib import Path

from notecode.project import find_project
from notecode.project.coding.session import open_coding
from notecode.tui.coder.screenshot import save_screenshot

ROOT = Path(__file__).parents[1]

if __name__ == "__main__":
    for name in ("COLORFGBG", "NO_COLOR"):  # the pictures do not hang on the terminal
        os.environ.pop(name, None)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in ("notecode.toml", "codebook.yaml", "corpus/notecode.db"):
            (copy / name).parent.mkdir(exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
        with open_coding(find_project(copy), "gold") as session:
            notes = [session.open_note(row) for row in session.note_ids()]
            rich = max(
                (n for n in notes if n.suggestions and 600 < len(n.note.text) < 1300),
                key=lambda n: (len({r.code for r in n.references}), len(n.flags)),
            )
            session.remember_note(rich.note.id)
            save_screenshot(session, ROOT / "docs" / "coder.svg", (120, 36), ["tab"])
            keys = ["circumflex_accent", "tab", "question_mark"]
            save_screenshot(session, ROOT / "docs" / "coder-help.svg", (80, 24), keys)
