"""The Python API: frames with their base, examples that run, an import that stays light."""

import doctest
import io
import sys
from functools import partial
from pathlib import Path

import pandas as pd
import pytest

import notecode
import notecode.notebook
import notecode.tables
from notecode.errors import ProjectError, UsageError
from notecode.model import CountSpec
from notecode.project import Project
from notecode.project.counting import count

sys.path.insert(0, str(Path(__file__).parent / "counting"))
from brute_force import World
from small_study import CODEBOOK, build_study, small_world


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import hashlib

    world: World = small_world(hashlib.sha256(CODEBOOK.encode()).hexdigest())
    return build_study(tmp_path_factory.mktemp("notebook") / "my-study", world).directory


@pytest.fixture
def study(folder: Path) -> "notecode.Project":
    return notecode.Project.open(folder)


def test_a_frame_has_the_numbers_of_the_table(study, folder: Path):
    frame = study.counts(by=["agency", "site"], only={"code": "direct-work"}, coder="ben")
    spec = CountSpec(
        by=("agency", "site"),
        coder="ben",
        roll_up="descendants",
        only=(("code", ("direct-work",)),),
    )
    table, _ = count(stored(folder), spec)
    assert len(frame) == len(table.rows)
    for row, (_, found) in zip(table.rows, frame.iterrows(), strict=True):
        assert (found["agency"], found["site"]) == row.keys
        assert (found["references"], found["cases"]) == (row.references, row.cases)
        assert found["case_base"] == row.case_base
    assert frame.attrs["base"]["references"] == table.base.references
    assert frame.attrs["coders"] == ["ben"]
    assert frame.attrs["codebook"] == table.codebook_digest
    assert "Coding of ben alone." in frame.attrs["definitions"]
    assert frame.attrs["synthetic"] is False


def stored(folder: Path) -> Project:
    return notecode.project.find_project(folder)


def test_months_are_numbers_and_an_unknown_one_is_missing(study):
    months = study.counts(by="month")["month"]
    assert months.dtype == "Int64"
    assert months.isna().sum() == 1
    assert months.iloc[0] <= 0


def test_what_is_undefined_is_missing_and_never_0(study):
    frame = study.counts(by="code", measures=["per_case"], resamples=20, only=["agency=housing"])
    assert frame["share_of_references"].isna().all()
    assert frame["per_case_with_any_mean"].isna().all()
    assert (frame["per_case_of_all_mean"] == 0).all()
    assert frame["intervals_references_low"].isna().all()
    assert frame["intervals_references_reason"].str.startswith("nothing is recorded").all()


def test_filters_may_be_words_or_a_mapping(study):
    words = study.counts(by="site", only=["third=1", "third=2"])
    mapped = study.counts(by="site", only={"third": [1, 2]})
    pd.testing.assert_frame_equal(words, mapped)
    assert words.attrs == mapped.attrs
    with pytest.raises(UsageError, match="'third' is no filter"):
        study.counts(by="site", only="third")


def test_the_usual_filters_have_names_of_their_own(study):
    site = str(study.counts(by="site")["site"].iloc[0])
    agency = str(study.counts(by="agency")["agency"].iloc[0])
    near = partial(study.cooccurrence, "days", days=400)
    for ask in (study.counts, study.quotes, study.words, near, study.saturation):
        for name, key in (("code", "information-sharing"), ("agency", agency), ("site", [site])):
            expected = ask(only={name: key})
            pd.testing.assert_frame_equal(ask(**{name: key}), expected)
            assert not expected.equals(ask()), (ask, name)


def test_other_filters_are_given_by_only(study):
    with pytest.raises(UsageError, match="no option 'month'") as caught:
        study.quotes(month=3)
    assert caught.value.hint == 'a filter is given as only={"month": …}'


def test_a_filter_that_is_named_twice_lets_the_keys_of_both_through(study):
    first, second = map(str, study.counts(by="site")["site"][:2])
    both = study.counts(by="code", only={"site": [first, second]})
    pd.testing.assert_frame_equal(study.counts(by="code", only={"site": first}, site=second), both)


def test_a_query_without_rows_is_a_frame_with_its_columns(study):
    frame = study.counts(by=["contact_type"], only={"month": "7", "contact_type": ""})
    assert list(frame.columns) == ["contact_type"]
    assert len(frame) == 0
    assert frame.attrs["base"]["references"] == 0


def test_attrs_go_where_pandas_writes_frames(study):
    out = io.BytesIO()
    study.counts(by="agency").to_parquet(out)
    out.seek(0)
    assert pd.read_parquet(out).attrs["title"] == "References and cases by agency"


def test_the_study_s_tables_are_frames(study):
    tables = study.tables(preset="study")
    assert next(iter(tables)) == "delivered"
    assert tables["direct-work-sites"].attrs["title"] == "Direct work by kind and site"
    with pytest.raises(UsageError, match="no tables have been saved"):
        study.tables()


def test_there_must_be_a_project(tmp_path: Path):
    with pytest.raises(ProjectError, match="this directory is no project"):
        notecode.Project.open(tmp_path)


def test_the_examples_run(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(folder.parent)
    for module in (notecode.notebook, notecode.tables):
        failed, tried = doctest.testmod(module)
        assert tried
        assert not failed


def test_an_import_is_light_and_unknown_names_are_refused():
    import subprocess

    script = (
        "import sys, notecode; print(*(name for name in sys.modules if name.partition('.')[0] in"
        " {'pandas', 'numpy', 'notecode', 'click'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["notecode"]
    with pytest.raises(AttributeError, match="no attribute 'Projekt'"):
        notecode.Projekt  # noqa: B018
