"""Tables as text: they fit, they line up, and they say what they count."""

import json
import re
from dataclasses import replace
from typing import get_args

import pytest
from count_examples import BOOK, CASES, NOTES, REFERENCES, code, make_table, reference
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from notecode.counting import (
    definitions,
    filter_text,
    render_plot,
    render_text,
    table_to_json,
    title,
)
from notecode.model import WHOLE, Agency, Case, Codebook, Measure
from notecode.text.layout import bar, width_of, wrap


def test_one_dimension_down_with_shares_and_their_base():
    text = render_text(make_table("code", roll_up="descendants"), codebook=BOOK)
    assert text.splitlines()[:12] == [
        "References and cases by code",
        "Base: 5 references in 2 of 3 cases, 3 of 5 notes",
        "",
        "Code                   References  Share  Cases  Share  Notes",
        "                                    of 5          of 3",
        "-------------------------------------------------------------",
        "Indirect work                   3  60.0%      1  33.3%      2",
        "  Information sharing           2  40.0%      1  33.3%      1",
        "  Disruption                    0   0.0%      0   0.0%      0",
        "Direct work                     2  40.0%      2  66.7%      2",
        "  Direct support                2  40.0%      2  66.7%      2",
        "    Housing support             1  20.0%      1  33.3%      1",
    ]


def test_a_second_dimension_goes_across_with_each_row_and_column_as_a_whole():
    text = render_text(make_table("code", "agency"), codebook=BOOK)
    assert text.splitlines()[3:14] == [
        "References (. is 0)",
        "Code                   Police  Idva service    Housing  (no agency)  All",
        "                                             providers",
        "------------------------------------------------------------------------",
        "Indirect work               .             1          .            .    1",
        "  Information sharing       2             1          .            .    2",
        "  Disruption                .             .          .            .    .",
        "Direct work                 .             .          .            .    .",
        "  Direct support            .             .          .            1    1",
        "    Housing support         .             .          1            .    1",
        "All, each once              2             2          1            1    5",
    ]
    assert "\nCases (. is 0)\n" in text


def test_columns_that_do_not_fit_go_into_blocks_with_the_labels_repeated():
    text = render_text(make_table("code", "agency"), codebook=BOOK, width=48)
    assert text.count("Direct support") == 2 * 2, "two blocks for each of two measures"
    assert max(map(len, text.splitlines())) <= 48


def test_two_dimensions_down_stand_beneath_each_other():
    text = render_text(make_table("site", "branch", down=2), codebook=BOOK)
    assert text.splitlines()[3:12] == [
        "Site / branch of the code tree  References  Share  Cases  of   Share  Notes",
        "                                             of 5",
        "---------------------------------------------------------------------------",
        "North",
        "  Indirect work                          3  60.0%      1   2   50.0%      2",
        "  Direct work                            1  20.0%      1   2   50.0%      1",
        "South",
        "  Indirect work                          0   0.0%      0   1    0.0%      0",
        "  Direct work                            1  20.0%      1   1  100.0%      1",
    ]


def test_two_dimensions_across_share_the_headings():
    table = make_table("branch", "site", "coder", down=1, measures=("references",))
    assert render_text(table, codebook=BOOK).splitlines()[3:10] == [
        "References (. is 0)",
        "Branch of the code tree  North  North  South  South  All",
        "                           ann    bob    ann    bob",
        "--------------------------------------------------------",
        "Indirect work                2      1      .      .    3",
        "Direct work                  1      .      .      1    2",
        "All, each once               3      1      .      1    5",
    ]


def test_a_combination_that_cannot_occur_is_blank_and_not_0():
    lines = render_text(make_table("case", "site"), codebook=BOOK).splitlines()
    assert [line.split() for line in lines if line.startswith("02")] == [["02", "1", "1"]] * 2
    assert [line.split() for line in lines if line.startswith("03")] == [["03", ".", "."]] * 2


def test_shares_of_rows_and_columns_have_the_whole_row_and_column_as_base():
    table = make_table("code", "agency", measures=("share_of_row", "share_of_column"))
    lines = render_text(table, codebook=BOOK, width=100).splitlines()
    sharing = [line.split() for line in lines if line.startswith("  Information")]
    assert sharing == [
        ["Information", "sharing", "100.0%", "50.0%", ".", ".", "100.0%"],
        ["Information", "sharing", "100.0%", "50.0%", ".", ".", "40.0%"],
    ]
    nothing = [line.split() for line in lines if line.startswith("  Disruption")]
    assert nothing == [["Disruption", *["n/a"] * 5], ["Disruption", *["."] * 5]]
    whole = [line.split() for line in lines if line.startswith("All, each once")]
    assert whole[0][3:] == ["40.0%", "40.0%", "20.0%", "20.0%", "100.0%"]
    assert whole[1][3:] == ["100.0%"] * 5


def test_shares_of_rows_and_columns_are_in_json_too():
    table = make_table("code", "agency", measures=("share_of_row", "share_of_column"))
    rows = {(row["code"], row["agency"]): row for row in table_to_json(table)["rows"]}
    assert rows["information-sharing", "idva"]["share_of_row"] == 0.5
    assert rows["information-sharing", "idva"]["share_of_column"] == 0.5
    assert rows["disruption", "idva"]["share_of_row"] is None, "undefined is not 0"
    assert rows["disruption", "idva"]["share_of_column"] == 0


def test_the_measures_asked_for_are_columns_in_their_order():
    table = make_table("code", measures=("words", "notes", "per_case", "characters"))
    text = render_text(table, codebook=BOOK, width=120)
    head = text.splitlines()[3:6]
    assert head[0].split()[:4] == ["Code", "Words", "Notes", "Per"]
    assert "Characters" in head[0]
    assert "with any" in head[1]
    row = next(line for line in text.splitlines() if "Information" in line)
    assert row.split() == [
        "Information",
        "sharing",
        "1",
        "1",
        "2.0",
        "2.0",
        "2-2",
        "0.7",
        "0.0",
        "0-2",
        "10",
    ]
    assert "parted by blanks" in text
    assert "median is the middle value" in text


def test_intervals_of_a_cross_table_are_one_of_their_own():
    table = make_table("code", "coder", measures=("cases", "per_case"), resamples=100)
    lines = render_text(table, codebook=BOOK).splitlines()
    names = [line for line in lines if line.endswith(("intervals", "0)"))]
    assert names == [
        "Cases (. is 0)",
        "Cases: 95% intervals",
        "References per case with any, mean (. is 0, n/a: the base is 0)",
        "References per case with any, mean: 95% intervals",
    ]
    support = [line.split() for line in lines if line.startswith("  Direct support")]
    assert support[1] == ["Direct", "support", "n/a", "*", "0", "to", "3", "0", "to", "3"]


def test_intervals_stand_beside_their_measure_and_undefined_ones_say_why():
    table = make_table("code", measures=("references", "cases"), resamples=200, seed=3)
    text = render_text(table, codebook=BOOK)
    rows = {line[:21].strip(): line for line in text.splitlines()[3:14]}
    assert re.search(r"Direct support +1 +0 to 3 +1 +0 to 3", text)
    assert rows["Disruption"].split() == ["Disruption", "0", "n/a", "*", "0", "n/a", "*"]
    assert "* n/a: nothing is recorded" in text
    assert "to divide by" not in text, "no measure printed has such a reason"
    assert "Efron and Tibshirani 1993" in " ".join(text.split())
    assert "200 resamples of whole cases, seed 3" in " ".join(text.split())


def test_intervals_that_end_above_the_cases_there_are_say_why():
    """Of two cases of a site, three can be drawn, where cases are drawn from all together."""
    why = "an interval of a number may end above the cases there are"
    asked = {"measures": ("cases",), "resamples": 200, "seed": 3}
    table = make_table("site", **asked)
    beyond = [
        row.intervals["cases"].high > row.case_base
        for row in table.rows
        if row.intervals["cases"].high is not None
    ]
    assert any(beyond)
    assert why in " ".join(definitions(table))
    assert "--within-sites draws each site's by themselves" in " ".join(definitions(table))
    for by, more in (("site", {"within_sites": True}), ("code", {})):
        assert why not in " ".join(definitions(make_table(by, **asked, **more)))


def test_a_plot_draws_bars_on_one_scale():
    lines = render_plot(make_table("code"), codebook=BOOK).splitlines()
    bars = {line[:21].strip(): line.count("█") for line in lines[3:9]}
    assert bars["Information sharing"] > bars["Indirect work"] > bars["Disruption"] == 0
    assert bars["Information sharing"] == 2 * bars["Indirect work"] or any("▌" in x for x in lines)
    grouped = render_plot(make_table("site", "code"), codebook=BOOK)
    assert "\nSite: North\n" in grouped


def test_a_bar_is_never_empty_for_something_and_always_for_nothing():
    assert bar(0, 10, 20) == ""
    assert bar(0, 0, 20) == ""
    assert bar(1, 10_000, 20) == "▏"
    assert bar(10, 10, 20) == "█" * 20
    assert bar(5, 10, 3) == "█▌"


@pytest.mark.parametrize("by", [("code",), ("code", "agency"), ("agency", "code", "month")])
def test_an_empty_project_is_printed_with_undefined_shares(by):
    table = make_table(*by, references=(), notes=(), cases=())
    text = render_text(table, codebook=BOOK)
    assert "Base: 0 references in 0 of 0 cases, 0 of 0 notes" in text
    if len(by) == 1:
        assert "n/a (base 0)" in text
        assert "%" not in text
    assert "Nobody has coded yet." in text


def test_a_table_without_rows_says_why():
    table = make_table("site", references=(), notes=(), cases=())
    assert "No rows: the project has nothing to count by site yet." in render_text(
        table, codebook=BOOK
    )
    assert "No rows" in render_plot(table, codebook=BOOK)
    asked = make_table("site", sites=("North",), references=(), notes=(), cases=())
    assert "is among what was asked for" in render_text(asked, codebook=BOOK)


def test_an_escape_sequence_in_a_label_does_not_reach_the_terminal():
    cases = (Case(id="01", site="N\x1b[31m\u202ed\nx"), *CASES[2:])
    notes = tuple(note for note in NOTES if note.case_id != "02")
    references = tuple(ref for ref in REFERENCES if ref.note_id != "n3")
    for render in (render_text, render_plot):
        table = make_table("site", cases=cases, notes=notes, references=references)
        text = render(table, codebook=BOOK)
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert "\N{REPLACEMENT CHARACTER}" in text


LABELS = st.text(
    st.one_of(
        st.characters(min_codepoint=32, max_codepoint=126),
        st.sampled_from("漢字かな한글ｗéßñ—’\u0301\u200d\U0001f600\x1b\t\n"),
    ),
    min_size=1,
    max_size=70,
)


@given(
    labels=st.lists(LABELS, min_size=6, max_size=6),
    by=st.sampled_from(
        [
            ("code",),
            ("agency", "code"),
            ("code", "agency"),
            ("site", "agency", "code"),
            ("case",),
            ("month", "site"),
            ("code", "site", "agency", "case"),
        ]
    ),
    width=st.sampled_from([40, 57, 80, 120]),
    render=st.sampled_from([render_text, render_plot]),
    measures=st.sampled_from([(), ("share_of_row", "per_case"), get_args(Measure)]),
    size=st.sampled_from([1, 1_000, 123_456_789]),
)
def test_no_line_is_wider_than_asked_whatever_the_labels(labels, by, width, render, measures, size):
    book = Codebook(
        title="t",
        codes=tuple(
            code(f"c{at}", label, f"c{at - 1}" if at else "") for at, label in enumerate(labels)
        ),
        agencies=tuple(
            Agency(id=f"a{at}", label=label, definition="d") for at, label in enumerate(labels)
        ),
    )
    cases = tuple(Case(id=f"{at}{label}", site=label) for at, label in enumerate(labels))
    notes = tuple(replace(NOTES[0], id=f"n{at}", case_id=c.id) for at, c in enumerate(cases))
    references = tuple(
        reference(f"r{at}", note.id, f"c{at}", f"a{at}", "a0", coder=labels[at % 2])
        for at, note in enumerate(notes)
    )
    table = make_table(
        *by, references=references, notes=notes, cases=cases, book=book, measures=measures
    )
    table = replace(
        table,
        rows=tuple(replace(row, references=row.references * size) for row in table.rows),
        base=replace(table.base, references=table.base.references * size),
    )
    text = render(table, codebook=book, width=width)
    assert text.endswith("\n")
    for line in text.split("\n"):
        assert width_of(line) <= width
        assert cell_len(line) <= width


@given(text=LABELS, width=st.integers(12, 90), indent=st.integers(0, 4))
def test_wrapping_loses_nothing_and_fits(text, width, indent):
    lines = wrap(text, width, indent=indent)
    assert all(width_of(line) <= width for line in lines)
    shown = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)
    assert "".join("".join(lines).split()) == "".join(shown.split())


def test_what_stands_under_a_table():
    sentences = " ".join(definitions(make_table("code", "agency")))
    assert "one coded passage of one note" in sentences
    assert "all coders together (ann, bob)" in sentences
    assert "coded with that very code" in sentences
    assert "may add up to more than the base" in sentences
    assert "Base: 5 references in 2 cases and 3 notes." in sentences
    assert "of 3 cases, coded or not (5 notes in all)" in sentences
    assert "Not recorded is never no." in sentences
    assert '"(no agency)": those for which none is recorded.' in sentences
    assert "Codebook 0123456789ab." in sentences


def test_sentences_that_do_not_apply_are_left_out():
    sentences = " ".join(definitions(make_table("site")))
    assert "several agencies" not in sentences
    assert "very code" not in sentences
    assert "Month 1" not in sentences
    assert "Month 1 begins" in " ".join(definitions(make_table("month")))
    assert "every code beneath it" in " ".join(
        definitions(make_table("code", roll_up="descendants"))
    )
    assert "Coding of bob alone." in definitions(make_table("site", coder="bob"))
    single = make_table("site", references=REFERENCES[:2])
    assert "Coding of ann, the only coder." in definitions(single)


def test_a_title_says_what_alone_is_counted():
    assert title(make_table("month", codes=("housing",))) == (
        "References and cases by month of the intervention (code Housing support)"
    )
    many = make_table("month", sites=("North", "South", "East", "West"))
    assert title(many).endswith("(site North and 3 more)")
    assert title(replace(many, title="Own")) == "Own"


def test_filters_are_named_by_their_labels():
    table = make_table("month", codes=("housing",), agencies=("housing",), sites=("North",))
    assert filter_text(table) == ("code Housing support; agency Housing providers; site North")
    assert any(filter_text(table) in sentence for sentence in definitions(table))
    assert filter_text(make_table("month")) == ""


def test_what_is_printed_has_no_sentence_on_shares_that_it_does_not_show():
    table = make_table("site", measures=("cases",))
    assert any("shares of cases" in sentence for sentence in definitions(table))
    assert not any("hares" in sentence for sentence in definitions(table, as_printed=True))
    shown = make_table("site", measures=("share_of_cases",))
    assert definitions(shown, as_printed=True) == definitions(shown)
    filtered = definitions(make_table("site", codes=("housing",)))
    assert "Counted with a code is what is coded with it, not with a code beneath it." in filtered


def test_a_cross_table_says_how_many_cases_each_site_has():
    across = render_text(make_table("code", "site", measures=("share_of_cases",)), codebook=BOOK)
    assert [line.split() for line in across.splitlines() if line.startswith("Cases there")] == [
        ["Cases", "there", "2", "1", "3"]
    ]
    down = render_text(make_table("site", "code"), codebook=BOOK, width=200).splitlines()
    assert any(line.endswith("All  Cases there") for line in down)
    assert any(line.startswith("North") and line.endswith(" 2") for line in down)
    assert "Cases there" in render_text(make_table("code", "month"), codebook=BOOK)
    assert "Cases there" not in render_text(make_table("code", "contact_type"), codebook=BOOK)


def test_sites_of_one_size_are_still_no_share_of_all_cases():
    sites = [replace(case, site=case.id) for case in CASES]
    text = render_text(make_table("site", measures=("share_of_cases",), cases=sites), codebook=BOOK)
    assert any(line.split() == ["Site", "of", "Share"] for line in text.splitlines())
    assert any(line.split()[:3] == ["01", "1", "100.0%"] for line in text.splitlines()), text


def test_a_whole_row_without_references_knows_its_cases():
    table = make_table("code", "site", measures=("share_of_cases",), references=REFERENCES[:1])
    empty = [total for total in table.totals if not total.references]
    assert {total.case_base for total in empty if total.keys[1] == WHOLE} == {3}
    assert [total.case_base for total in empty if total.keys[0] == WHOLE] == [1]
    assert "n/a" not in render_text(table, codebook=BOOK).split("base is 0)")[1].split("\n\n")[0]


@pytest.mark.parametrize(
    ("measures", "expected"),
    [
        (("cases", "share_of_cases"), "Cases by site"),
        (("share",), "References by site"),
        (("references", "notes", "words"), "References, notes and words by site"),
    ],
)
def test_a_title_names_what_is_counted(measures, expected):
    assert title(make_table("site", measures=measures)) == expected


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (("code",), "References and cases by code"),
        (("code", "agency"), "References and cases by code and agency"),
        (
            ("site", "code", "month"),
            "References and cases by site, code and month of the intervention",
        ),
    ],
)
def test_titles(by, expected):
    assert title(make_table(*by)) == expected


def test_json_has_numbers_with_their_base_and_definitions():
    table = make_table("code", "agency", sites=("North",))
    record = json.loads(json.dumps(table_to_json(table)))
    assert record["spec"]["only"] == {"site": ["North"]}
    assert record["base"] == {
        "references": 4,
        "cases": 1,
        "notes": 2,
        "all_cases": 2,
        "all_notes": 4,
    }
    assert record["definitions"] == list(definitions(table))
    assert record["codebook"] == BOOK.digest
    assert record["rows"][0] == {
        "code": "indirect",
        "code_label": "Indirect work",
        "agency": "police",
        "agency_label": "Police",
        "references": 0,
        "share_of_references": 0.0,
        "cases": 0,
        "case_base": 2,
        "share_of_cases": 0.0,
        "notes": 0,
    }
    empty = table_to_json(make_table("code", references=(), notes=(), cases=()))
    assert empty["rows"][0]["share_of_references"] is None
