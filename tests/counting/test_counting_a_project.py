"""Counts of a whole project: against brute force, and against its exported rows in pandas."""

import pandas as pd
import pytest
from brute_force import recount
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_study import small_world

from notecode.counting import definitions
from notecode.errors import UsageError
from notecode.model import DIMENSIONS, Codebook, CountSpec, CountTable
from notecode.project import Project
from notecode.project.counting import count, whose_coding
from notecode.project.exporting.study import export

ATTRIBUTES = ("attribute:age", "attribute:gender", "assessment:severity@intake")


def counted(study: Project, *by: str, **spec) -> CountTable:
    return count(study, CountSpec(by=by, **spec))[0]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    by=st.lists(st.sampled_from((*DIMENSIONS, *ATTRIBUTES)), min_size=1, max_size=2, unique=True),
    coder=st.sampled_from(["", "ben", "reconciled"]),
    roll_up=st.sampled_from(["own", "descendants", "spans"]),
    only=st.sampled_from(
        [
            (),
            (("attribute:gender", ("male",)),),
            (("third", ("1", "before")), ("code", ("direct-work",))),
            (("site", ("",)),),
            (("assessment:severity@intake", ("",)), ("agency", ("police",))),
        ]
    ),
)
def test_every_measure_is_what_brute_force_counts(study, world, book, by, coder, roll_up, only):
    spec = CountSpec(
        by=tuple(by),
        coder=coder,
        roll_up=roll_up,
        only=only,
        measures=("words", "characters", "per_case"),
    )
    table, _ = count(study, spec)
    cells = recount(world, spec, book)
    rows = {row.keys: row for row in table.rows if row.references}
    limited = {
        keys: cell
        for keys, cell in cells.items()
        if all(
            not spec.chosen(name) or key in spec.chosen(name) or name == "code"
            for name, key in zip(by, keys, strict=True)
        )
    }
    if "code" not in by or not spec.codes:
        assert rows == limited
    else:
        assert rows == {keys: cell for keys, cell in limited.items() if shown(spec, keys, book)}


def shown(spec: CountSpec, keys: tuple[str, ...], book: Codebook) -> bool:
    """Whether a table that is limited to some codes has a row for these keys."""
    code = keys[spec.by.index("code")]
    if spec.roll_up == "own":
        return code in spec.codes
    return bool({*spec.codes} & {step.id for step in book.path(code)})


@pytest.fixture(scope="module")
def exported(study: Project) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The references and cases as an analyst reads them."""
    files = {path.name: path for path in export(study, unsearched=True, coder="reconciled")}
    text = {"keep_default_na": False, "dtype": str}
    return pd.read_csv(files["references.csv"], **text), pd.read_csv(files["cases.csv"], **text)


def tall(references: pd.DataFrame, dimension: str) -> pd.DataFrame:
    """One row for each key of a dimension under which a reference counts, in ``key``."""
    if dimension == "agency":
        keys = references["agencies"].str.split(r"[;,]\s*", regex=True)
    elif dimension == "code":
        keys = references["code_path"].str.split(" / ")
    elif dimension == "branch":
        keys = references["code_path"].str.split(" / ").str[:1]
    elif dimension == "facet":
        both = references["agencies"] != ""
        keys = both.map({True: "activity and agency", False: "activity"})
    else:
        keys = references[{"case": "case_id"}.get(dimension, dimension)]
    return references.assign(key=keys).explode("key")


PLAIN = ("code", "branch", "agency", "facet", "site", "month", "case", "contact_type")


def could_count(case, month, group):
    """Whether a case with an end can have had references in a month, or has them there anyhow."""
    if case.id in set(group["case_id"]):
        return True
    # Every case with a start lasts 300 days: ten months.
    return bool(case.start and month and 1 <= int(month) <= 10)


@pytest.mark.parametrize("dimension", [*PLAIN, "author_role", "coder", "origin"])
def test_pandas_recounts_each_measure_from_the_exported_rows(study, exported, dimension):
    references, cases = exported
    table = counted(
        study,
        dimension,
        coder="reconciled",
        roll_up="descendants",
        measures=("references", "words", "per_case"),
    )
    # The export prints codes as labels in their path.
    named = table.labels if dimension in ("code", "branch") else {}
    rows = {
        named.get(f"{dimension}:{row.keys[0]}", row.keys[0]): row
        for row in table.rows
        if row.references
    }
    found = tall(references, dimension)
    groups = found.groupby("key")
    assert set(rows) == set(groups.groups)
    for key, group in groups:
        row = rows[key]
        assert row.references == len(group)
        assert row.cases == group["case_id"].nunique()
        assert row.notes == group["note_id"].nunique()
        assert row.words == group["words"].astype(int).sum(), "no passages overlap here"
        per_case = group.groupby("case_id").size()
        assert row.per_case_with.mean == pytest.approx(per_case.mean())
        assert row.per_case_with.median == per_case.median()
        assert (row.per_case_with.least, row.per_case_with.most) == (per_case.min(), per_case.max())
        base = len(cases)
        if dimension == "site":
            base = (cases["site"] == key).sum()
        elif dimension == "case":
            base = 1
        elif dimension == "month":
            base = sum(could_count(case, key, group) for case in small_world("").cases)
        assert row.case_base == base
        zeros = pd.Series([0] * (base - len(per_case)), dtype=int)
        every = pd.concat([per_case, zeros])
        assert row.per_case_all.mean == pytest.approx(every.mean())
        assert row.per_case_all.median == every.median()
    assert table.base.references == len(references)
    assert table.base.cases == references["case_id"].nunique()
    assert table.all_cases == len(cases)


def test_pandas_recounts_a_cross_table_by_an_attribute(study, exported):
    references, cases = exported
    gender = cases.set_index("case_id")["gender"]
    found = tall(references, "agency").assign(gender=references["case_id"].map(gender))
    table = counted(study, "agency", "attribute:gender", coder="reconciled")
    cells = pd.DataFrame(
        [(*row.keys, row.references, row.cases, row.case_base) for row in table.rows],
        columns=["key", "gender", "references", "cases", "base"],
    ).set_index(["key", "gender"])
    again = found.groupby(["key", "gender"]).agg(
        references=("reference_id", "size"), cases=("case_id", "nunique")
    )
    for keys, row in again.iterrows():
        assert tuple(cells.loc[keys, ["references", "cases"]]) == tuple(row)
    assert cells["references"].sum() == again["references"].sum()
    for (_, key), row in cells.iterrows():
        assert row["base"] == (gender == key).sum()


def test_the_reconciled_set_is_counted_where_nobody_is_named(study):
    with study.database() as db:
        assert whose_coding(db, "") == "reconciled"
        assert whose_coding(db, "ben") == "ben"
        assert whose_coding(db, "all") == ""
    assert counted(study, "code", coder="").coders == ("amina", "ben", "reconciled")


def test_without_a_reconciled_set_somebody_has_to_be_named(own_study):
    with own_study.database() as db:
        with db.writing():
            db.execute("DELETE FROM coded_references WHERE coder = 'reconciled'")
        with pytest.raises(UsageError, match="2 coders have coded"):
            whose_coding(db, "")


def test_cases_without_a_start_are_told(study):
    for by in ("month", "third"):
        table = counted(study, by, coder="ben")
        assert table.rows[-1].keys == ("",)
        assert "1 of 6 cases have no start date, so no month." in definitions(table)
    months = [row.keys[0] for row in counted(study, "month").rows]
    assert "0" in months, "notes from before the start"
    assert not any("no start" in sentence for sentence in definitions(counted(study, "site")))


def test_values_of_several_kinds_are_rows_of_their_own_and_told(study):
    table = counted(study, "attribute:age", coder="ben")
    assert [row.keys[0] for row in table.rows] == ["23", "44", "7", "forty", ""]
    assert any("age are of several kinds: 4 numbers and 1 words" in s for s in table.remarks)
    assert sum(row.references for row in table.rows) == table.base.references


def test_a_query_that_selects_nothing_has_its_base(study):
    table = counted(study, "agency", coder="ben", only=(("month", ("7",)), ("third", ("before",))))
    assert table.base.references == 0
    assert [row.references for row in table.rows] == [0, 0, 0]
    assert table.all_cases == 5, "a case without a start date reaches no month"


@pytest.mark.parametrize(
    ("spec", "what", "hint"),
    [
        ({"by": ("attribute:agee",)}, "no attribute 'agee'", "attribute:age"),
        ({"by": ("age",)}, "no dimension 'age'", "attribute:age"),
        ({"by": ("code",), "only": (("code", ("contcat",)),)}, "no code 'contcat'", "contact"),
        ({"by": ("code",), "only": (("attribute:gender", ("mail",)),)}, "gender 'mail'", "male"),
        ({"by": ("code",), "only": (("contact_type", ("Fax",)),)}, "no contact type", "E-mail"),
        ({"by": ("code",), "coder": "carol"}, "no coder 'carol'", "amina, ben"),
    ],
)
def test_what_is_unknown_is_named_with_the_nearest(study, spec, what, hint):
    with pytest.raises(UsageError) as caught:
        count(study, CountSpec(**spec))
    assert what in caught.value.what
    assert hint in caught.value.hint


def change_codebook(study: Project, old: str, new: str) -> None:
    path = study.codebook_path
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def references_of(study: Project, code: str) -> int:
    table = counted(study, "code", coder="amina")
    return next(row.references for row in table.rows if row.keys == (code,))


def test_a_code_that_has_gone_is_still_counted_and_told(own_study):
    before = references_of(own_study, "contact")
    assert before
    change_codebook(own_study, "id: contact,", "id: reaching,")
    after = counted(own_study, "code", coder="amina", only=(("code", ("contact",)),))
    assert [(row.keys, row.references) for row in after.rows] == [(("contact",), before)]
    told = 'Its label was "Making contact", which the code "reaching" has now.'
    assert any(told in sentence for sentence in definitions(after))


def test_a_renamed_or_merged_code_is_counted_as_its_heir_and_told(own_study):
    before = references_of(own_study, "contact")
    change_codebook(own_study, "id: contact,", "id: reaching, formerly: [contact],")
    after = counted(own_study, "code", coder="amina", only=(("code", ("contact",)),))
    assert [(row.keys, row.references) for row in after.rows] == [(("reaching",), before)]
    assert any('"contact" was renamed or merged' in sentence for sentence in definitions(after))


def test_a_retired_code_is_counted_under_its_label(own_study):
    change_codebook(own_study, "label: Making contact,", "label: Making contact, status: retired,")
    table = counted(own_study, "code", coder="amina", only=(("code", ("contact",)),))
    assert table.base.references
    assert table.labels["code:contact"] == "Making contact (retired)"
