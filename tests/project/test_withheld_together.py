"""What one file withholds no other beside it may tell: the export, the report, single tables."""

import json
import re
import shutil
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from test_exporting import add_case

from notecode.errors import DisclosureError, WriteError
from notecode.exporting import PACKAGE, Selection
from notecode.model import CountSpec, NamedCount, Span
from notecode.project import Project, find_project
from notecode.project.coding.session import open_coding
from notecode.project.exporting.report_page import write_report
from notecode.project.exporting.reports import export_report
from notecode.project.exporting.study import export
from notecode.project.looking.quotes import quotes
from notecode.project.looking.scope import Asked
from notecode.project.setup import create_project
from notecode.project.tables import save_query

Runner = Callable[..., Any]

pytestmark = pytest.mark.usefixtures("drawn_once")

TABLES = Selection(formats=("csv",))
"""Without the workbook, which is the dearest to write and says the same."""


@pytest.fixture(scope="module")
def study_once(tmp_path_factory: pytest.TempPathFactory, stored_once: Path) -> Path:
    """Where the study of all tests lies, made once."""
    directory = tmp_path_factory.mktemp("withheld") / "study"
    create_project(directory, "Study")
    stored = find_project(directory)
    shutil.copy(stored_once, stored.database_path)
    for number in range(12):
        add_case(stored, f"X{number:02}", "Rang police. Rang housing.")
    with open_coding(stored, "amina") as session:
        for number in range(12):
            note = f"X{number:02}-1"
            session.code_span(note, Span(0, 12), "information-sharing")
            code = "disruption" if number < 2 else "institutional-advocacy"
            session.code_span(note, Span(13, 26), code)
    for name, spec in (
        (
            "by-code",
            CountSpec(by=("code",), roll_up="descendants", measures=("per_case",), resamples=20),
        ),
        ("spans", CountSpec(by=("code",), roll_up="spans")),
        ("disrupted", CountSpec(by=("site",), only=(("code", ("disruption",)),))),
    ):
        save_query(stored, NamedCount(name, spec))
    return directory


@pytest.fixture
def study(tmp_path: Path, study_once: Path) -> Project:
    """Twelve cases, in two of which there is disruption."""
    return find_project(shutil.copytree(study_once, tmp_path / "study"))


def test_a_report_withholds_what_the_export_does(study: Project) -> None:
    export(study, unsearched=True, suppress_below=3, selection=TABLES)
    page, *_ = write_report(study, unsearched=True, suppress_below=3)
    text = unescape(page.read_text(encoding="utf-8"))
    counts = pd.read_csv(study.exports / "counts_by_code.csv", encoding="utf-8-sig")
    hidden = set(counts["code_label"][counts["suppressed"] == 1])
    section = text[text.index('id="study-delivered"') :].split("</section>")[0]
    rows = dict(re.findall(r"<tr><th[^>]*>([^<]*)</th><td>([^<]*)</td>", section))
    assert {label for label, cell in rows.items() if cell == "withheld"} == hidden
    assert len(hidden) > 1
    assert "Disruption and risk management" in hidden
    assert "X01" not in text, "no case is told of by itself"
    assert 'id="saturation"' not in text


def test_tables_that_cannot_be_protected_are_left_out_and_named(
    study: Project, caplog: pytest.LogCaptureFixture
) -> None:
    files = {
        path.name for path in export(study, unsearched=True, suppress_below=3, selection=TABLES)
    }
    assert "table_saved_by_code.csv" in files
    assert not {"table_saved_spans.csv", "table_saved_disrupted.csv"} & files
    readme = (study.exports / "README.txt").read_text(encoding="utf-8")
    assert re.search("Tables left out.*: .*saved-spans.*saved-disrupted", readme)
    assert "saved-by-code without per case and intervals; they tell of single cases" in readme
    told, shortened = caplog.messages
    assert "saved-by-code without per case and intervals" in shortened
    assert "stand in none of the usual tables" in told
    assert re.search(": .*saved-spans.*saved-disrupted", told)
    caplog.clear()
    write_report(study, unsearched=True, suppress_below=3)
    assert caplog.messages == [told, shortened]
    kept = pd.read_csv(study.exports / "table_saved_by_code.csv", encoding="utf-8-sig")
    assert not [name for name in kept.columns if name.startswith("per_case")]
    assert not [name for name in kept.columns if "interval" in name or name.endswith("_low")]


@pytest.mark.slow
def test_no_file_says_how_many_cases_a_site_or_a_month_has(study: Project) -> None:
    """One site has a single case: what its base says of a withheld number would be all."""
    with open_coding(study, "amina") as session:
        session.code_span("N1", Span(0, 21), "information-sharing")
    files = export(
        study,
        unsearched=True,
        suppress_below=2,
        selection=Selection(formats=("csv", "dta", "parquet")),
        to=study.directory / "out",
    )
    told = {path.stem: pd.read_csv(path, encoding="utf-8-sig") for path in files if is_table(path)}
    apart = {name for name in told if re.search("site|month", name)}
    assert {"counts_by_site", "counts_by_month", "counts_by_code_site"} <= apart
    assert not [n for n in apart if {"case_base", "share_of_cases"} & set(told[n].columns)]
    assert "case_base" in told["counts_by_code"].columns
    assert set(told["counts_by_site"]["suppressed"]) == {1}
    for ending, read in (("dta", pd.read_stata), ("parquet", pd.read_parquet)):
        frames = [read(path) for path in files if path.name == f"counts_by_site.{ending}"]
        assert [set(frame) & {"case_base", "share_of_cases"} for frame in frames] == [set()]
    page, *_ = write_report(study, unsearched=True, suppress_below=2, to=study.directory / "report")
    assert "Cases there" not in page.read_text(encoding="utf-8")


def is_table(path: Path) -> bool:
    return path.suffix == ".csv" and path.stem.startswith(("counts", "table"))


def test_without_withholding_every_table_has_all_its_measures(study: Project) -> None:
    files = {path.name for path in export(study, unsearched=True, selection=TABLES)}
    assert {"table_saved_spans.csv", "table_study_delivered.csv"} <= files
    table = pd.read_csv(study.exports / "table_saved_by_code.csv", encoding="utf-8-sig")
    row = table.set_index("code").loc["information-sharing"]
    assert row["per_case_with_any_mean"] == 1
    assert row["per_case_with_any_most"] == 1


@pytest.mark.parametrize(
    ("first", "second"), [(3, 0), (0, 3), (3, 4)], ids=["export", "report", "other number"]
)
def test_a_report_and_an_export_withhold_the_same_or_are_refused(
    study: Project, first: int, second: int
) -> None:
    export(study, unsearched=True, suppress_below=first, selection=TABLES)
    before = {path: path.read_bytes() for path in study.exports.iterdir() if path.is_file()}
    with pytest.raises(DisclosureError, match="give withheld numbers away") as caught:
        write_report(study, unsearched=True, suppress_below=second)
    assert "the export" in str(caught.value)
    assert not (study.exports / "report").exists()
    write_report(study, unsearched=True, suppress_below=second, to=study.directory / "elsewhere")
    assert (study.directory / "elsewhere" / "report" / "report.html").is_file()
    assert {path: path.read_bytes() for path in before} == before


def test_an_export_is_refused_beside_an_older_report(study: Project) -> None:
    write_report(study, unsearched=True)
    with pytest.raises(DisclosureError, match="report/"):
        export(study, unsearched=True, suppress_below=3, selection=TABLES)
    assert not (study.exports / PACKAGE).exists()


def code_more(study: Project) -> None:
    with open_coding(study, "amina") as session:
        session.code_span("X05-1", Span(0, 12), "disruption")


def test_a_report_is_refused_beside_an_export_of_another_state(study: Project) -> None:
    export(study, unsearched=True, suppress_below=3, selection=TABLES)
    code_more(study)
    with pytest.raises(DisclosureError, match="the difference between two states") as caught:
        write_report(study, unsearched=True, suppress_below=3)
    assert "the export" in str(caught.value)
    assert "Write the export anew first" in caught.value.hint
    assert not (study.exports / "report").exists()
    export(study, unsearched=True, suppress_below=3, selection=TABLES)
    write_report(study, unsearched=True, suppress_below=3)


def test_what_was_taken_back_is_another_state(study: Project) -> None:
    """The log is as long as it was, and its last entry as old."""
    code_more(study)
    export(study, unsearched=True, suppress_below=3, selection=TABLES)
    with open_coding(study, "amina") as session:
        session.undo()
    with pytest.raises(DisclosureError, match="two states"):
        write_report(study, unsearched=True, suppress_below=3)


def test_a_report_is_refused_beside_another_coder_s_export_or_other_tables(study: Project) -> None:
    with open_coding(study, "ben") as session:
        for number in range(6):
            session.code_span(f"X{number:02}-1", Span(0, 12), "disruption")
    export(study, unsearched=True, suppress_below=3, coder="amina", selection=TABLES)
    for coder in ("ben", "all"):
        with pytest.raises(DisclosureError, match="two coders: the export"):
            write_report(study, unsearched=True, suppress_below=3, coder=coder)
    save_query(study, NamedCount("new", CountSpec(by=("code", "site"), coder="amina")))
    with pytest.raises(DisclosureError, match="saved tables"):
        write_report(
            find_project(study.directory), unsearched=True, suppress_below=3, coder="amina"
        )


def test_an_export_removes_the_report_of_another_state(
    study: Project, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(2):  # what has not changed stays
        export(study, unsearched=True, suppress_below=3, selection=TABLES)
        page, *_ = write_report(study, unsearched=True, suppress_below=3)
    export(study, unsearched=True, suppress_below=3, selection=TABLES)
    assert page.is_file()
    code_more(study)
    caplog.clear()
    export(study, unsearched=True, suppress_below=3, selection=TABLES)
    assert not page.parent.exists()
    assert "was removed" in caplog.text
    write_report(study, unsearched=True, suppress_below=3)


def test_a_report_that_somebody_changed_is_not_removed(study: Project) -> None:
    page, *_ = write_report(study, unsearched=True, suppress_below=3)
    page.write_text("my own words", encoding="utf-8")
    code_more(study)
    with pytest.raises(DisclosureError, match="report/"):
        export(study, unsearched=True, suppress_below=3, selection=TABLES)
    assert page.is_file()
    assert not (study.exports / PACKAGE).exists()


def test_exports_of_two_states_are_not_nested(study: Project) -> None:
    export(study, unsearched=True, suppress_below=3, selection=TABLES)
    code_more(study)
    inside = study.exports / "new"
    with pytest.raises(DisclosureError, match="two states"):
        export(study, unsearched=True, suppress_below=3, selection=TABLES, to=inside)
    write_report(study, unsearched=True, suppress_below=3, to=study.directory / "elsewhere")


def test_quotations_and_withheld_counts_do_not_stand_together(study: Project) -> None:
    found = quotes(study, Asked())
    path = export_report(study, found, unsearched=True)
    with pytest.raises(DisclosureError, match=re.escape("quotes.csv (nothing withheld)")):
        export(study, unsearched=True, suppress_below=3, selection=TABLES)
    path.unlink()
    export(study, unsearched=True, suppress_below=3, selection=TABLES)
    with pytest.raises(DisclosureError, match="the export"):
        export_report(study, found, unsearched=True)
    assert not path.exists()
    export_report(study, found, unsearched=True, to=study.directory / "mine")
    assert (study.directory / "mine" / "quotes.csv").is_file()


def test_a_directory_inside_an_export_is_beside_it(study: Project) -> None:
    export(study, unsearched=True, suppress_below=3, selection=TABLES)
    found = quotes(study, Asked())
    for inside in (study.exports / "sub", study.exports / "sub" / "deeper"):
        with pytest.raises(DisclosureError, match=re.escape("the export in")):
            export_report(study, found, unsearched=True, to=inside)
        assert not inside.exists()


def test_an_export_is_refused_around_what_does_not_withhold(study: Project) -> None:
    inside = study.exports / "sub" / "deeper"
    export_report(study, quotes(study, Asked()), unsearched=True, to=inside)
    with pytest.raises(DisclosureError, match=re.escape("quotes.csv in sub/deeper/")):
        export(study, unsearched=True, suppress_below=3, selection=TABLES)
    assert not (study.exports / PACKAGE).exists()
    export(study, unsearched=True, selection=TABLES)
    with pytest.raises(DisclosureError, match=r"quotes\.csv in sub/deeper/"):
        write_report(study, unsearched=True, suppress_below=3)


@pytest.mark.parametrize("what", [export, write_report])
def test_printed_csv_says_that_it_is_not_withheld_where_the_files_are(
    study: Project, run: Runner, what: Callable[..., Any]
) -> None:
    commands = (("tables", "by-code", "--csv"), ("counts", "--csv"))
    for command in commands:
        assert run(*command, cwd=study.directory).err == ""
    what(study, unsearched=True, suppress_below=3)
    for command in commands:
        ran = run(*command, cwd=study.directory)
        assert ran.code == 0
        assert "exports/ withholds counts of fewer than 3 cases" in ran.err
        assert "withholds" not in ran.out


def test_files_that_are_not_ours_are_nobodys_business(study: Project) -> None:
    (study.exports / "theirs.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    export(study, unsearched=True, suppress_below=3, selection=TABLES)


def test_a_page_that_somebody_changed_is_not_written_over(study: Project) -> None:
    page, *_ = write_report(study, unsearched=True)
    page.write_text("my own words", encoding="utf-8")
    with pytest.raises(WriteError, match=r"changed since .*report\.html"):
        write_report(study, unsearched=True)
    assert page.read_text(encoding="utf-8") == "my own words"
    page.unlink()
    write_report(study, unsearched=True)


def test_a_chart_that_is_not_written_again_is_removed(study: Project) -> None:
    write_report(study, unsearched=True)
    assert (study.exports / "report" / "saturation.svg").is_file()
    write_report(study, unsearched=True, suppress_below=3)
    assert not (study.exports / "report" / "saturation.svg").exists()


def test_a_directory_that_cannot_be_written_is_found_out_first(
    study: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def count_nothing(*_: object, **__: object) -> None:
        raise AssertionError("counted before it was known where to write")

    monkeypatch.setattr("notecode.project.exporting.report_page.published", count_nothing)
    (study.directory / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(WriteError, match="--into DIRECTORY"):
        write_report(study, unsearched=True, to=study.directory / "file")


def test_a_project_that_may_only_be_read_is_exported_elsewhere(
    study: Project, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    write_report(study, unsearched=True)
    monkeypatch.setattr("notecode.store.connection.os.access", lambda *_: False)
    with pytest.raises(WriteError, match="cannot be opened for writing"):
        export(study, unsearched=True, selection=TABLES)
    export(study, unsearched=True, to=study.directory / "elsewhere", selection=TABLES)
    assert (study.directory / "elsewhere" / PACKAGE).is_file()
    assert "its log does not have this export" in caplog.text


def test_the_commands_have_the_options(study: Project, run: Runner) -> None:
    ran = run("report", "--unsearched", "--suppress-below", "3", "--json", cwd=study.directory)
    assert ran.code == 0, ran.err
    package = next(f["file"] for f in json.loads(ran.out) if f["file"].endswith(PACKAGE))
    assert json.loads(Path(package).read_text(encoding="utf-8"))["suppressed_below"] == 3
    refused = run("export", "--unsearched", cwd=study.directory)
    assert refused.code == 8
    assert "--into DIRECTORY" in refused.err
    assert (
        run("export", "--unsearched", "--into", "out", "--only", "counts", cwd=study.directory).code
        == 0
    )


def test_it_is_said_where_less_is_withheld_than_before(study: Project, run: Runner) -> None:
    counts = ("export", "--unsearched", "--only", "counts")
    here = {"cwd": study.directory}
    below = ("--suppress-below", "3")
    for command, name in ((counts, "export"), (("report", "--unsearched"), "report")):
        into = ("--into", name)
        assert "this replaces" not in run(*command, *into, **here).err
        assert "this replaces" not in run(*command, *into, *below, **here).err
        assert "this replaces" not in run(*command, *into, *below, **here).err
        ran = run(*command, *into, "--suppress-below", "2", **here)
        assert f"The {name} that this replaces had counts of fewer than 3 cases" in ran.err
        assert "this one has counts of fewer than 2 cases withheld" in ran.err
        assert "this one has nothing withheld" in run(*command, *into, **here).err


def test_a_table_by_itself_is_not_told_to_withhold(study: Project) -> None:
    export(study, unsearched=True, suppress_below=3, selection=TABLES)
    with pytest.raises(DisclosureError) as caught:
        export_report(study, quotes(study, Asked()), unsearched=True)
    assert "--suppress-below" not in str(caught.value)
    assert "--into DIRECTORY" in str(caught.value)
    with pytest.raises(DisclosureError, match="--suppress-below"):
        write_report(study, unsearched=True)


def test_the_read_me_says_what_follows_by_subtraction_and_why_it_may(study: Project) -> None:
    written = export(study, unsearched=True, suppress_below=3, selection=TABLES)
    text = next(path for path in written if path.name == "README.txt").read_text(encoding="utf-8")
    assert "which have 3 cases or more" in text
    assert "no count of fewer than 3 cases can" in text
    assert "References counted: " in text
    assert "References exported" not in text
