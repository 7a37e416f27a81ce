"""The ``[attributes]`` table of notecode.toml: read, refused, written back."""

from pathlib import Path

import pytest

from notecode.errors import SettingsError
from notecode.model import Attribute
from notecode.settings import default_settings_text, load_settings, remember_attributes


def settings_file(folder: Path, text: str) -> Path:
    path = folder / "notecode.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_types_and_ordered_levels_are_declared(tmp_path: Path) -> None:
    path = settings_file(
        tmp_path, '[attributes]\nage = "number"\n"physical abuse" = ["none", "high"]\n'
    )
    assert load_settings(path).attributes == {
        "age": Attribute(name="age", type="number", declared=True),
        "physical abuse": Attribute(
            name="physical abuse", type="ordered", levels=("none", "high"), declared=True
        ),
    }


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("age = { bands = [] }", "has no bands"),
        ("age = { bands = [18] }", "two bands or more"),
        ("age = { bands = [25, 18] }", "from small to great"),
        ("age = { bands = [18, 18] }", "from small to great"),
        ('age = { bands = ["18", 25] }', "not numbers above 0"),
        ("age = { bands = -5 }", "not numbers above 0"),
        ("age = { bands = true }", "not numbers above 0"),
        ("age = { band = [18, 25] }", "has band:"),
        ('age = { bands = [18, 25], type = "category" }', "must be a number"),
        ('age = "numbr"', "did you mean number?"),
        ('age = "ordered"', "least first"),
        ("age = 3", "must be a type in quotes"),
        ('age = ["none", 3]', "must be a type in quotes"),
        ('age = ["none"]', "at least two levels"),
        ('age = ["none", "high", "None"]', "each of them once"),
    ],
)
def test_a_wrong_declaration_is_refused_with_its_line(
    tmp_path: Path, line: str, message: str
) -> None:
    path = settings_file(tmp_path, f'title = "x"\n\n[attributes]\n{line}\n')
    with pytest.raises(SettingsError) as caught:
        load_settings(path)
    assert message in str(caught.value)
    assert caught.value.problems[0].line == 4


def test_what_is_inferred_is_written_and_what_was_declared_stays(tmp_path: Path) -> None:
    path = settings_file(tmp_path, '[attributes]\n# Years.\nage = "category"  # on purpose\n')
    inferred = [
        Attribute(name="age", type="number"),
        Attribute(name="need (housing)", type="yes/no", levels=("no", "yes"), stages=("",)),
        Attribute(name="abuse", type="ordered", levels=("none", "high"), stages=("intake",)),
    ]
    remember_attributes(path, inferred)
    assert path.read_text(encoding="utf-8") == (
        '[attributes]\n# Years.\nage = "category"  # on purpose\n'
        '"need (housing)" = "yes/no"\nabuse = ["none", "high"]\n'
    )
    assert load_settings(path).attributes["need (housing)"].type == "yes/no"


def test_a_new_project_declares_nothing_and_says_how(tmp_path: Path) -> None:
    text = default_settings_text("Study")
    assert load_settings(settings_file(tmp_path, text)).attributes == {}
    assert '# "physical abuse" = ["none", "standard", "moderate", "high"]' in text


@pytest.mark.parametrize(
    "text",
    [
        "[attributes]\nage = { bands = [18, 25.5] }\n",
        "[attributes.age]\nbands = [18, 25.5]\n",
        '[attributes.age]\ntype = "number"\nbands = [18, 25.5]  # as the office counts\n',
    ],
)
def test_bands_are_declared_in_a_line_or_a_table_and_stay(tmp_path: Path, text: str) -> None:
    path = settings_file(tmp_path, text)
    age = Attribute(name="age", type="number", declared=True, bands=(18.0, 25.5))
    assert load_settings(path).attributes == {"age": age}
    remember_attributes(
        path, [Attribute(name="age", type="number"), Attribute(name="x", type="date")]
    )
    assert load_settings(path).attributes["age"] == age
    assert load_settings(path).attributes["x"].type == "date"
    assert path.read_text(encoding="utf-8").count("bands") == 1


def test_a_wrong_band_in_a_table_is_found_by_its_line(tmp_path: Path) -> None:
    path = settings_file(tmp_path, 'title = "x"\n\n[attributes.age]\nbands = [3, 2]\n')
    with pytest.raises(SettingsError, match=r"notecode\.toml, line 3: .attributes. age must have"):
        load_settings(path)


def test_a_width_is_one_number(tmp_path: Path) -> None:
    path = settings_file(tmp_path, "[attributes.age]\nbands = 10\n")
    assert load_settings(path).attributes["age"].bands == (10.0,)
