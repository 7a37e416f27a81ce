"""Reading the settings or naming the readers must not cost the start of a command."""

import subprocess
import sys

HEAVY = ("pandas", "numpy", "openpyxl", "charset_normalizer", "rapidfuzz", "pydantic", "spacy")


def test_nothing_heavy_is_imported_before_a_file_is_read() -> None:
    code = (
        "import sys, notecode.importing, notecode.settings;"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
