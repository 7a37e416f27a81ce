"""Named queries in notecode.toml: read, refused with their line, written and read again."""

from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.errors import SettingsError
from notecode.model import CountSpec, Measure, NamedCount, RollUp
from notecode.settings import load_settings, remember_table

TOML = """\
title = "x"

[tables.agencies]
title = "Agencies"
by = ["agency"]
across = ["site"]  # three of them
only = ["third=1", "code=contact", "third=2"]
measures = ["cases"]
coder = "all"
roll_up = "own"
resamples = 100
seed = 7
draw = "within sites"

[tables.codes]
by = "code"
"""


def settings_in(folder: Path, text: str):
    path = folder / "notecode.toml"
    path.write_text(text, encoding="utf-8")
    return load_settings(path)


def test_queries_are_read(tmp_path: Path):
    tables = settings_in(tmp_path, TOML).tables
    assert tables["agencies"] == NamedCount(
        "agencies",
        CountSpec(
            by=("agency", "site"),
            down=1,
            coder="all",
            roll_up="own",
            only=(("third", ("1", "2")), ("code", ("contact",))),
            measures=("cases",),
            resamples=100,
            seed=7,
            within_sites=True,
        ),
        "Agencies",
    )
    assert tables["codes"].spec == CountSpec(by=("code",), roll_up="descendants")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("by = 3", "[tables.t] by must be a list of words in quotes"),
        ("across = ['site']", "[tables.t] by is missing"),
        ("by = ['code']\nonly = ['site']", "[tables.t] only has 'site'"),
        ("by = ['code']\nmeasures = ['casses']", "[tables.t] measures has no 'casses'"),
        ("by = ['code']\nroll_up = 'all'", "[tables.t] roll_up must be text in quotes: own,"),
        ("by = ['code']\nresamples = -1", "[tables.t] resamples must be a whole number"),
        ("by = ['code']\nseed = true", "[tables.t] seed must be a whole number"),
        ("by = ['code']\ndraw = 'sites'", "[tables.t] draw"),
        ("by = ['code']\ntitel = 'x'", "[tables.t] titel is not known here"),
        ("by = ['code']\ncoder = 1", "[tables.t] coder must be text in quotes"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, line: str, said: str):
    with pytest.raises(SettingsError) as caught:
        settings_in(tmp_path, f"[tables.t]\n{line}\n")
    assert said in str(caught.value)
    assert "line " in str(caught.value)


def test_a_query_that_is_no_table(tmp_path: Path):
    with pytest.raises(SettingsError, match=r"must be a table, headed \[tables.t\]"):
        settings_in(tmp_path, "[tables]\nt = 3\n")


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12)
NAMES = st.sampled_from(["code", "agency", "site", "attribute:a b", "assessment:x@intake"])


@st.composite
def queries(draw: st.DrawFn) -> NamedCount:
    by = draw(st.lists(NAMES, min_size=1, max_size=4, unique=True))
    filters = draw(st.dictionaries(NAMES, st.lists(WORDS.map(str.strip), min_size=1, max_size=2)))
    spec = CountSpec(
        by=tuple(by),
        down=draw(st.integers(0, min(2, len(by)))),
        coder=draw(WORDS),
        roll_up=draw(st.sampled_from(get_args(RollUp))),
        only=tuple((name, tuple(keys)) for name, keys in filters.items()),
        measures=tuple(draw(st.lists(st.sampled_from(get_args(Measure)), max_size=3))),
        resamples=draw(st.integers(0, 9)),
        seed=draw(st.integers(0, 9)),
        within_sites=draw(st.booleans()),
    )
    return NamedCount(draw(st.sampled_from(["one", "by-site"])), spec, draw(WORDS))


@given(query=queries(), other=queries())
def test_what_is_written_is_read_again_and_the_rest_stays(tmp_path_factory, query, other):
    path = tmp_path_factory.mktemp("toml") / "notecode.toml"
    path.write_text('# mine\ntitle = "x"  # this\n', encoding="utf-8")
    remember_table(path, other)
    remember_table(path, query)
    settings = load_settings(path)
    assert settings.tables == {other.name: other} | {query.name: query}
    assert path.read_text(encoding="utf-8").startswith('# mine\ntitle = "x"  # this\n')
