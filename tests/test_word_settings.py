"""The ``[words]`` table of notecode.toml."""

from pathlib import Path

import pytest

from notecode.errors import SettingsError
from notecode.settings import default_settings_text, load_settings


def settings_file(folder: Path, text: str) -> Path:
    path = folder / "notecode.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_words_are_left_out_and_kept(tmp_path: Path) -> None:
    path = settings_file(tmp_path, '[words]\nstop = ["su", "T/C"]\nkeep = ["we"]\n')
    settings = load_settings(path)
    assert (settings.stop_words, settings.keep_words) == (("su", "T/C"), ("we",))


def test_a_new_project_leaves_out_the_usual_words_alone(tmp_path: Path) -> None:
    settings = load_settings(settings_file(tmp_path, default_settings_text("T")))
    assert (settings.stop_words, settings.keep_words) == ((), ())


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('stop = "su"', "must be a list of words in quotes"),
        ("keep = [3]", "must be a list of words in quotes"),
        ('stp = ["su"]', "is not known here"),
    ],
)
def test_what_is_said_wrong_is_a_problem_with_its_line(
    tmp_path: Path, line: str, message: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings(settings_file(tmp_path, f"[words]\n{line}\n"))
    assert message in str(caught.value)
    assert "line 2" in str(caught.value)
