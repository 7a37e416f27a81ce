"""The [coder] table of notecode.toml: read, and refused with their lines."""

from pathlib import Path

import pytest

from notecode.errors import SettingsError
from notecode.settings import OwnKeys, default_settings_text, load_settings


def settings_in(folder: Path, text: str):
    path = folder / "notecode.toml"
    path.write_text(text, encoding="utf-8")
    return load_settings(path)


def test_name_theme_and_keys(tmp_path: Path):
    settings = settings_in(
        tmp_path,
        '[coder]\nname = "ann"\ntheme = "light"\n\n[coder.keys]\nnext-note = "ctrl+n"\n'
        'undo = ["F5", "U"]\n\n[review.keys]\nfine = "F2"\n',
    )
    assert (settings.coder, settings.theme) == ("ann", "light")
    assert settings.keys == {"next-note": OwnKeys(("ctrl+n",)), "undo": OwnKeys(("F5", "U"))}
    assert settings.keys["undo"].line == 7
    assert settings.review_keys == {"fine": OwnKeys(("F2",))}


def test_a_name_alone_may_be_written_as_before(tmp_path: Path):
    settings = settings_in(tmp_path, 'coder = "ann"\n')
    assert (settings.coder, settings.theme, settings.keys) == ("ann", "auto", {})


def test_a_new_project_s_file_has_the_table(tmp_path: Path):
    settings = settings_in(tmp_path, default_settings_text("T"))
    assert (settings.coder, settings.theme, settings.keys) == ("", "auto", {})
    assert settings.advance == "suggestion"
    example = default_settings_text("T").replace("# [coder.keys]\n# ", "[coder.keys]\n")
    assert settings_in(tmp_path, example).keys == {"next-note": OwnKeys(("ctrl+n",))}


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("coder = 3\n", 1, "coder must be text in quotes"),
        ('[coder]\nthem = "dark"\n', 2, "[coder] them is not known here (did you mean theme?)"),
        ('[coder]\ntheme = "drak"\n', 2, "(did you mean dark?)"),
        ('[coder]\nadvance = "notes"\n', 2, "(did you mean note?)"),
        ("[coder.keys]\nundo = 3\n", 2, "[coder.keys] undo must be a key or a list of keys"),
        ("[review]\nname = 1\n", 2, "[review] name is not known here"),
        ('[coder]\nkeys = "U"\n', 2, "keys must be a table, headed [coder.keys]"),
        ('coder = "a"\n\n[coder.keys]\nundo = "F5"\n', 3, "both as a name, in line 1"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str, line: int, said: str):
    with pytest.raises(SettingsError) as caught:
        settings_in(tmp_path, text)
    (problem,) = caught.value.problems
    assert problem.line == line
    assert said in str(problem)
