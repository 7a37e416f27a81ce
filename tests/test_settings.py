"""notecode.toml: read with all its problems, and layouts written back into it."""

import os
import stat
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from notecode.errors import SettingsError, UsageError, WriteError
from notecode.settings import (
    DEFAULT_MODEL,
    FIELDS,
    KINDS,
    Layout,
    Settings,
    column_setting,
    column_word,
    default_settings_text,
    is_field,
    layout_from_words,
    layouts_from_words,
    load_settings,
    remember_layout,
    remember_vault,
)

FULL = """\
# The study's settings.
title = "Drive, site 1"   # as printed
coder = "ab"

[anonymise]
model = "en_core_web_lg"

[layout.notes]
# from the system of site 1
id = "Note ID"   # not the log number
case = "Case Ref"
text = "Note"
author = ""
"attribute:gender" = "Gender"
date_order = "day-first"
encoding = "cp1252"
delimiter = ";"
sheet = "2"
header_row = 4

[layout.people]
phone = [
  "Home",   # first
  "Mobile",
]
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notecode.toml"


def test_everything_is_read(path: Path) -> None:
    path.write_text(FULL)
    notes = Layout(
        columns={
            "id": ("Note ID",),
            "case": ("Case Ref",),
            "text": ("Note",),
            "author": (),
            "attribute:gender": ("Gender",),
        },
        date_order="day-first",
        encoding="cp1252",
        delimiter=";",
        sheet="2",
        header_row=4,
    )
    people = Layout(columns={"phone": ("Home", "Mobile")})
    settings = load_settings(path)
    assert settings == Settings(
        title="Drive, site 1",
        coder="ab",
        model="en_core_web_lg",
        layouts={"notes": notes, "people": people},
    )
    assert settings.layout("notes") == notes
    assert settings.layout("cases") == Layout()


def test_an_empty_file_is_all_defaults(path: Path) -> None:
    path.write_text("")
    assert load_settings(path) == Settings(model=DEFAULT_MODEL)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('titel = "x"', "titel is not known here (did you mean title?)"),
        ("zzz = 1", "known: title, coder"),
        ("title = 3", "title must be text in quotes"),
        ('anonymise = "x"', "anonymise must be a table, headed [anonymise]"),
        ('[anonymise]\nmodle = "x"', "[anonymise] modle is not known here (did you mean model?)"),
        ('[layout.note]\nid = "x"', "did you mean notes?"),
        ('[layout.notes]\ncaes = "x"', "did you mean case?"),
        ('[layout.notes]\ndob = "x"', "[layout.notes] dob is not known"),
        ('[layout.people]\n"attribute:x" = "x"', "is not known"),
        ("[layout.notes]\ntext = 3", "must be a column's header in quotes"),
        ('[layout.notes]\ntext = ["a", "b"]', "must be a column's header in quotes"),
        ("[layout.people]\nphone = [1]", "or a list of such"),
        ('[layout.notes]\ndate_order = "us"', 'must be "day-first" or "month-first"'),
        ('[layout.notes]\nencoding = "cp12522"', "is no encoding"),
        ('[layout.notes]\ndelimiter = "ab"', "must be one character"),
        ("[layout.notes]\nheader_row = 0", "must be a row's number"),
        ("[layout.notes]\nheader_row = true", "must be a row's number"),
        ('[layout]\nnotes = "x"', "must be a table, headed [layout.notes]"),
    ],
)
def test_a_mistake_is_named_with_its_line(path: Path, line: str, words: str) -> None:
    path.write_text(f"# settings\n{line}\n")
    with pytest.raises(SettingsError) as caught:
        load_settings(path)
    assert words in str(caught.value)
    assert [problem.line for problem in caught.value.problems] == [
        2 + line.count("\n") if not line.startswith("[layout.note]") else 2
    ]


def test_all_mistakes_are_told_at_once(path: Path) -> None:
    path.write_text('titel = "x"\ncoder = 1\n\n[layout.notes]\ntextt = "Note"\nsheet = 1\n')
    with pytest.raises(SettingsError) as caught:
        load_settings(path)
    assert [problem.line for problem in caught.value.problems] == [1, 2, 5, 6]


def test_what_is_no_toml_is_placed(path: Path) -> None:
    path.write_text('title = "x"\ncoder = unquoted\n')
    with pytest.raises(SettingsError, match="not valid TOML") as caught:
        load_settings(path)
    assert caught.value.problems[0].line == 2


def test_a_missing_file_a_folder_and_odd_bytes_are_refused(path: Path) -> None:
    with pytest.raises(SettingsError, match="no such settings file"):
        load_settings(path)
    with pytest.raises(SettingsError, match="cannot be read"):
        load_settings(path.parent)
    path.write_bytes(b'title = "caf\xe9"')
    with pytest.raises(SettingsError, match="not UTF-8"):
        load_settings(path)


@pytest.mark.parametrize("title", ["Drive", 'a "quoted" \\ title', "ünïcode – £", ""])
def test_the_default_file_is_valid_and_says_its_options(path: Path, title: str) -> None:
    text = default_settings_text(title)
    path.write_text(text, encoding="utf-8")
    assert load_settings(path) == Settings(title=title)
    for name in (*FIELDS["notes"], *FIELDS["people"], *FIELDS["cases"]):
        assert name in text
    for kind in KINDS:
        assert f"[layout.{kind}]" in text


def test_a_layout_is_remembered_and_the_rest_stays(path: Path) -> None:
    path.write_text(FULL)
    layout = Layout(
        columns={"text": ("Case note",), "case": ("Case Ref",), "site": ('The "Area"',)},
        date_order="month-first",
    )
    remember_layout(path, "notes", layout)
    text = path.read_text()
    assert load_settings(path).layout("notes") == layout
    assert '[layout.notes]\n# from the system of site 1\ncase = "Case Ref"\n' in text
    assert text.startswith(FULL.partition("[layout.notes]")[0])
    assert text.endswith("\n" + FULL[FULL.index("[layout.people]") :])


def test_a_comment_beside_a_changed_value_stays(path: Path) -> None:
    path.write_text('[layout.notes]\ntext = "A # B"  # the long one\ncase = "C" # same\n')
    remember_layout(path, "notes", Layout(columns={"text": ("N",), "case": ("C",)}))
    assert path.read_text() == '[layout.notes]\ntext = "N"  # the long one\ncase = "C" # same\n'


def test_a_value_of_several_lines_is_replaced_whole(path: Path) -> None:
    path.write_text(FULL)
    remember_layout(path, "people", Layout(columns={"phone": ("Tel",), "email": ("a", "b")}))
    assert path.read_text().endswith('[layout.people]\nphone = "Tel"\nemail = ["a", "b"]\n')


def test_a_new_table_goes_to_the_end(path: Path) -> None:
    path.write_text('title = "x"')
    remember_layout(path, "cases", Layout(columns={"attribute:age at start": ("Age",)}))
    assert path.read_text() == 'title = "x"\n\n[layout.cases]\n"attribute:age at start" = "Age"\n'


def test_new_keys_go_above_the_next_table_s_comment(path: Path) -> None:
    path.write_text('[layout.notes]\ntext = "N"\n\n# people\n[layout.people]\nid = "P"\n')
    remember_layout(path, "notes", Layout(columns={"text": ("N",), "case": ("C",)}))
    assert path.read_text() == (
        '[layout.notes]\ntext = "N"\ncase = "C"\n\n# people\n[layout.people]\nid = "P"\n'
    )


def test_nothing_new_writes_nothing(path: Path) -> None:
    path.write_text(FULL)
    before = path.stat()
    remember_layout(path, "notes", load_settings(path).layout("notes"))
    assert path.stat().st_ino == before.st_ino
    assert path.read_text() == FULL


def test_line_ends_and_permissions_stay(path: Path) -> None:
    path.write_bytes(b'title = "x"\r\n[layout.notes]\r\ntext = "N"\r\n')
    path.chmod(0o640)
    remember_layout(path, "notes", Layout(columns={"text": ("M",)}))
    assert path.read_bytes() == b'title = "x"\r\n[layout.notes]\r\ntext = "M"\r\n'
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize(
    "text",
    ['layout = {notes = {text = "N"}}\n', '[layout]\nnotes.text = "N"\n', "[layout]\nnotes = {}\n"],
)
def test_a_form_that_cannot_be_edited_is_refused_unharmed(path: Path, text: str) -> None:
    path.write_text(text)
    with pytest.raises(SettingsError, match="cannot be written in its place") as caught:
        remember_layout(path, "notes", Layout(columns={"text": ("M",)}))
    assert "from line 1 on" in caught.value.hint
    assert path.read_text() == text


def test_a_failed_write_leaves_the_file_and_nothing_beside_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_text(FULL)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match="No space left"):
        remember_layout(path, "notes", Layout(columns={"text": ("M",)}))
    assert path.read_text() == FULL
    assert list(path.parent.iterdir()) == [path]


def test_a_broken_file_is_not_written_to(path: Path) -> None:
    path.write_text("title = ")
    with pytest.raises(SettingsError):
        remember_layout(path, "notes", Layout())
    assert path.read_text() == "title = "


HEADER = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
COLUMNS = st.dictionaries(
    st.sampled_from(FIELDS["notes"]) | HEADER.map(lambda name: f"attribute:{name}"),
    HEADER.map(lambda header: (header,)) | st.just(()),
    max_size=6,
)
LAYOUT = st.builds(
    Layout,
    columns=COLUMNS,
    date_order=st.sampled_from(["", "day-first", "month-first"]),
    sheet=HEADER,
    header_row=st.none() | st.integers(1, 99),
)


@given(first=LAYOUT, second=LAYOUT)
@hypothesis_settings(deadline=None, max_examples=60)
def test_any_layout_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, first: Layout, second: Layout
) -> None:
    path = tmp_path_factory.mktemp("settings") / "notecode.toml"
    path.write_text(default_settings_text("x"), encoding="utf-8")
    for layout in (first, second):
        remember_layout(path, "notes", layout)
        assert load_settings(path).layout("notes") == layout
    assert "# Settings of this project." in path.read_text(encoding="utf-8")
    assert tomllib.loads(path.read_text(encoding="utf-8"))["title"] == "x"


def test_columns_said_in_words() -> None:
    words = ["text=Case note", "author=", "attribute:age = Age"]
    assert layout_from_words("notes", words).columns == {
        "text": ("Case note",),
        "author": (),
        "attribute:age": ("Age",),
    }
    assert layout_from_words("people", ["phone=A", "phone=B"]).columns == {"phone": ("A", "B")}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["Case note"], "field=header"),
        (["txet=Note"], "did you mean text?"),
        (["text=a", "text=b"], "said twice"),
        (["attribute:=a"], "is nothing a column"),
    ],
)
def test_words_that_say_no_column_are_refused(words: list[str], said: str) -> None:
    with pytest.raises(UsageError) as caught:
        layout_from_words("notes", words)
    assert said in str(caught.value)


def test_columns_of_every_kind_are_said_with_their_kind() -> None:
    words = ["text=A.B", "people.role = Part", "cases.attribute:x.y=Z", "attribute:people.q=Q"]
    said = layouts_from_words(words)
    assert {kind: layout.columns for kind, layout in said.items()} == {
        "notes": {"text": ("A.B",), "attribute:people.q": ("Q",)},
        "people": {"role": ("Part",)},
        "cases": {"attribute:x.y": ("Z",)},
    }
    assert layouts_from_words([]) == {}


@pytest.mark.parametrize("word", ["person.role=x", "people.text=x", "colour=x", "cases.dob=x"])
def test_an_unknown_field_names_kinds_fields_and_sections(word: str) -> None:
    with pytest.raises(UsageError) as caught:
        layouts_from_words([word])
    for kind in KINDS:
        assert f"[layout.{kind}]" in str(caught.value)
        assert all(name in str(caught.value) for name in FIELDS[kind])
    assert "people.FIELD" in str(caught.value)
    assert "notecode.toml" in str(caught.value)


@given(name=st.sampled_from(FIELDS["people"]), header=st.text(min_size=1, max_size=20))
def test_what_is_said_in_toml_reads_as_it_was(name: str, header: str) -> None:
    table, _, rest = column_setting("people", name, header).partition(" ")
    assert tomllib.loads(f"{table}\n{rest}") == {"layout": {"people": {name: header}}}


def test_columns_in_the_words_of_the_command_line() -> None:
    assert column_word("notes", "text", "What happened") == '--column text="What happened"'
    assert column_word("people", "role", "Part") == '--column people.role="Part"'
    assert column_word("cases", "attribute:A b", "A b") == '--column "cases.attribute:A b=A b"'


@pytest.mark.parametrize(
    ("text", "name", "lines"),
    [
        ('[layout.people]\nid = "x"\n\n[layout.people]\nrole = "y"\n', "[layout.people]", (1, 4)),
        ('title = "x"\ncoder = ""\ntitle = "y"\n', "title", (1, 3)),
        ('[layout.notes]\ntext = "x"\n"text" = "y"\n', "[layout.notes] text", (2, 3)),
    ],
)
def test_what_stands_twice_is_named_with_both_lines(
    path: Path, text: str, name: str, lines: tuple[int, int]
) -> None:
    path.write_text(text)
    with pytest.raises(SettingsError) as caught:
        load_settings(path)
    (problem,) = caught.value.problems
    assert problem.line == lines[1]
    assert problem.message == f"{name} stands twice: first in line {lines[0]}"
    assert f"up to line {lines[0]}" in problem.hint


def test_what_is_said_takes_a_column_from_its_old_field() -> None:
    under = Layout(columns={"case": ("Ref",), "text": ("A",)})
    assert under.overlaid_by(Layout(columns={"id": ("Ref",)})) == Layout(
        columns={"text": ("A",), "id": ("Ref",)}
    )


def test_one_layout_over_another() -> None:
    under = Layout(columns={"text": ("A",), "case": ("B",)}, encoding="cp1252", header_row=3)
    over = Layout(columns={"text": ("C",)}, header_row=5)
    assert under.overlaid_by(over) == Layout(
        columns={"text": ("C",), "case": ("B",)}, encoding="cp1252", header_row=5
    )


def test_what_a_column_can_be() -> None:
    assert is_field("notes", "attribute:x")
    assert is_field("cases", "attribute:x")
    assert not is_field("people", "attribute:x")
    assert not is_field("cases", "attribute:")
    assert not is_field("cases", "text")


def test_the_vault_is_remembered_and_the_rest_stays(tmp_path: Path) -> None:
    path = tmp_path / "notecode.toml"
    path.write_text('# mine\ntitle = "T"\n\n[layout.cases]\ncase = "Ref" # so\n')
    remember_vault(path, file="", project_id="ab12")
    remember_vault(path, file="corpus/originals.vault", project_id="ab12")
    settings = load_settings(path)
    assert (settings.vault_file, settings.project_id) == ("corpus/originals.vault", "ab12")
    text = path.read_text()
    assert text.startswith('# mine\ntitle = "T"\n\n[layout.cases]\ncase = "Ref" # so\n')
    assert text.count("[vault]") == 1
    remember_vault(path, file="", project_id="ab12")
    assert load_settings(path).vault_file == ""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[vault]\nfile = 3\n", "must be text in quotes"),
        ('[vault]\nfiel = "x"\n', "is not known here"),
        ('vault = "x"\n', "must be a table"),
    ],
)
def test_a_vault_that_is_said_wrong_is_a_problem(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "notecode.toml"
    path.write_text(text)
    with pytest.raises(SettingsError) as caught:
        load_settings(path)
    assert message in str(caught.value)


def test_a_vault_said_in_another_form_is_not_edited(tmp_path: Path) -> None:
    path = tmp_path / "notecode.toml"
    before = 'title = "T"\nvault.file = "x"\n'
    path.write_text(before)
    with pytest.raises(SettingsError, match="cannot be written in its place"):
        remember_vault(path, file="y", project_id="z")
    assert path.read_text() == before
