"""Small counts are withheld so that nobody can work them out again: people try, in three ways."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from export_examples import DATA, PROVENANCE
from hypothesis import HealthCheck, assume, example, given, settings
from reading_exports import ALL_FORMATS, contents, encoded, read_csv, read_sheets
from suppression_examples import (
    BOOK,
    CODES,
    MEASURES,
    Coded,
    own_tables,
    references,
    table,
    tables,
)

from notecode.errors import UsageError
from notecode.exporting import Selection, artefacts, hidden_rows
from notecode.exporting.disclosure import Line, exposed
from notecode.exporting.suppression import without
from notecode.model import WHOLE, Count

BELOW = 3


def withheld(found, below=BELOW):
    made = tables(found)
    return made, hidden_rows(made, BOOK, below, own=own_tables(found))


def shown_and_hidden(made, hidden):
    """Every cell of every table, by what it counts: its counts, and whether they are withheld."""
    cells = {frozenset(): (made[0].base, False)}
    for each, gone in zip(made, hidden, strict=True):
        for row in (*each.rows, *each.totals):
            cell = frozenset(
                pair for pair in zip(each.spec.by, row.keys, strict=True) if pair[1] != WHOLE
            )
            known = (row, row.keys in gone)
            assert cells.get(cell, known) == known or cells[cell][1] == known[1]
            cells[cell] = known
    return cells


def true_equations(cells):
    """What adds up for certain, in each measure, whoever coded what.

    Sites and months part the references; sites part cases too, and with the month and the site
    the notes, whose month is one. References of the roots of the code tree are all of them.
    """
    axes = {"site": ("S0", "S1"), "month": ("1", "2")}
    for measure in MEASURES:
        for cell in cells:
            for dimension, keys in axes.items():
                if any(name == dimension for name, _ in cell):
                    continue
                if dimension == "month" and measure != "references":
                    continue
                parts = [cell | {(dimension, key)} for key in keys]
                if all(part in cells for part in parts):
                    yield measure, cell, parts
            if measure == "references" and not any(name == "code" for name, _ in cell):
                parts = [cell | {("code", key)} for key in ("A", "B")]
                if all(part in cells for part in parts):
                    yield measure, cell, parts


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(references)
@example([Coded(case, 0, "1", "a1", ("p",)) for case in (0, 1, 2, 3, 5)])
@example([Coded(case, case % 3, str(1 + case % 2), CODES[case % 5], ("p",)) for case in range(40)])
def test_no_withheld_small_count_can_be_worked_out(found):
    """A total less the rest; and every equation that holds in truth, solved as far as it goes."""
    try:
        made, hidden = withheld(found)
    except UsageError:
        return
    cells = shown_and_hidden(made, hidden)
    for cell, (row, gone) in cells.items():
        assert gone or not 0 < row.cases < BELOW, cell
        assert row.cases or not gone, cell
    equations = list(true_equations(cells))
    for measure, whole, parts in equations:
        alone = [cell for cell in (whole, *parts) if cells[cell][1]]
        if len(alone) == 1:
            assert cells[alone[0]][0].cases >= BELOW, (measure, alone)
    small = {cell for cell, (row, gone) in cells.items() if gone and row.cases < BELOW}
    for measure in MEASURES:
        lines = [(whole, parts) for of, whole, parts in equations if of == measure]
        assert not small & solved(lines, [cell for cell in cells if cells[cell][1]]), measure


def solved(lines, unknown):
    """The unknown cells that follow from the lines: those whose row the equations span."""
    place = {cell: at for at, cell in enumerate(unknown)}
    space = np.zeros((len(lines), len(unknown)))
    for at, (whole, parts) in enumerate(lines):
        for cell, sign in ((whole, -1), *((part, 1) for part in parts)):
            if cell in place:
                space[at, place[cell]] += sign
    if not space.size:
        return set()
    _, sizes, directions = np.linalg.svd(space, full_matrices=False)
    spanned = directions[sizes > 1e-9 * max(sizes.max(), 1)]
    # A cell's own row lies in the span if nothing of it is lost where it is cast onto the span.
    return {unknown[at] for at in np.flatnonzero((spanned**2).sum(axis=0) > 1 - 1e-7)}


def test_whoever_tries_would_find_out_without_the_further_cells():
    """The attack above works: with the small cells alone withheld it finds some of them."""
    found = [Coded(case, case % 3, str(1 + case % 2), CODES[case % 4], ("p",)) for case in range(8)]
    found += [Coded(1, 0, "2", "b1", ("q",))]
    made = tables(found)
    only_small = tuple(
        frozenset(r.keys for r in (*each.rows, *each.totals) if 0 < r.cases < BELOW)
        for each in made
    )
    cells = shown_and_hidden(made, only_small)
    lines = [(w, p) for of, w, p in true_equations(cells) if of == "references"]
    assert solved(lines, [cell for cell in cells if cells[cell][1]])


@pytest.mark.parametrize("size", [60, 200])
def test_most_of_a_table_is_left(size):
    """Withholding is no excuse for showing nothing, nor for refusing."""
    found = [
        Coded(n * 7 % 8, n % 3, str(1 + n // 3 % 2), CODES[n * n % 5], (("p",), ("p", "q"))[n % 2])
        for n in range(size)
    ] + [Coded(0, 0, "1", "b1", ())]
    made, hidden = withheld(found)
    small = sum(0 < row.cases < BELOW for each in made for row in each.rows)
    assert small
    assert sum(map(len, hidden)) < 6 * small + 20


MOST_GUESSES = 300_000
FEW_IN_A_MONTH = [
    Coded(case, 0, "12"[at % 2], "a1", ()) for at, case in enumerate((0, 2, 4, 6) * 4)
]
FEW_IN_A_MONTH += [Coded(case, 0, "1", "a1", ()) for case in (1, 3, 5)]
FEW_IN_A_MONTH += [Coded(1, 0, "2", "a1", ())]


def numbers_that_fit(found):
    """Sites by months of one code: all whole numbers that fit what is shown, cell by cell.

    The cells are those with a small count. None where the tables are refused, or too many cells
    are withheld to try all numbers.
    """
    made = [table(found, by) for by in (("site",), ("month",), ("site", "month"))]
    try:
        hidden = hidden_rows(made, BOOK, BELOW)
    except UsageError:
        return None
    cells = shown_and_hidden(made, hidden)
    unknown = [cell for cell, (_, gone) in cells.items() if gone]
    if not unknown:
        return {}
    most = max(cells[cell][0].references for cell in unknown) + 3
    if len(unknown) > 6 or most ** len(unknown) > MOST_GUESSES:
        return None
    guesses = 1 + np.indices((most,) * len(unknown)).reshape(len(unknown), -1)
    fits = np.ones(guesses.shape[1], dtype=bool)
    for of, whole, parts in true_equations(cells):
        if of == "references":
            numbers = [
                guesses[unknown.index(cell)] if cell in unknown else cells[cell][0].references
                for cell in (whole, *parts)
            ]
            fits &= numbers[0] == sum(numbers[1:])
    return {
        cell: set(guesses[at, fits].tolist())
        for at, cell in enumerate(unknown)
        if cells[cell][0].cases < BELOW
    }


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(references)
@example(FEW_IN_A_MONTH)
def test_by_trying_every_number_at_least_two_fit(found):
    fitting = numbers_that_fit(found)
    assume(fitting is not None)
    for cell, numbers in fitting.items():
        assert len(numbers) >= 2, cell


def test_what_is_tried_has_a_small_count_to_find():
    assert numbers_that_fit(FEW_IN_A_MONTH)


def test_two_ones_that_add_up_to_two_are_not_safe():
    """Both are at least 1, so the sum gives both away: their whole has to go too."""

    def count(cases):
        return Count(keys=(), references=cases, cases=cases, notes=cases)

    cells = {
        frozenset(): count(20),
        frozenset({("site", "x")}): count(1),
        frozenset({("site", "y")}): count(1),
        frozenset({("site", "z")}): count(18),
    }
    x, y, z = (frozenset({("site", key)}) for key in "xyz")
    line = [Line(frozenset(), (x, y, z))]
    assert exposed(cells, line, {x, y}, {x, y}) == [x, y]
    assert exposed(cells, line, {x, y, z}, {x, y}) == []
    assert exposed(cells, line, {x}, {x}) == [x]
    assert exposed(cells, line, set(), set()) == []


def test_sites_as_full_as_they_can_be_are_not_safe():
    """The bases of two withheld sites add up to what is left: each has all of its cases."""

    def count(cases, base):
        return Count(keys=(), references=99, cases=cases, notes=50, case_base=base)

    x, y, z, w = (frozenset({("site", key)}) for key in "xyzw")
    cells = {
        frozenset(): count(30, 30),
        x: count(6, 6),
        y: count(4, 4),
        z: count(10, 10),
        w: count(10, 12),
    }
    cells |= {frozenset(): Count(keys=(), references=396, cases=30, notes=200, case_base=32)}
    line = [Line(frozenset(), (x, y, z, w))]
    assert exposed(cells, line, {x, y}, {y}) == [y]
    assert exposed(cells, line, {x, y, w}, {y}) == []


def test_a_bridge_between_two_blocks_gives_a_cell_away():
    """Every row and column has two withheld cells, and still one follows: no counting shows it."""
    rows, columns = "abcd", "wxyz"
    hidden = {"aw", "ax", "bw", "bx", "cy", "cz", "dy", "dz", "by"}
    cells = {frozenset(): Count(keys=(), references=800, cases=800, notes=800)}
    lines = []

    def cell(row, column):
        return frozenset({("row", row), ("column", column)})

    def plain(number):
        return Count(keys=(), references=number, cases=number, notes=number)

    for row, column in product(rows, columns):
        cells[cell(row, column)] = plain(10)
    for row in rows:
        cells[frozenset({("row", row)})] = plain(40)
        lines.append(Line(frozenset({("row", row)}), tuple(cell(row, c) for c in columns)))
    for column in columns:
        cells[frozenset({("column", column)})] = plain(40)
        lines.append(Line(frozenset({("column", column)}), tuple(cell(r, column) for r in rows)))
    gone = {cell(*name) for name in hidden}
    assert exposed(cells, lines, gone, {cell("b", "y")}) == [cell("b", "y")]
    assert exposed(cells, lines, gone, gone) == [cell("b", "y")]


def test_what_only_a_parent_code_holds_is_not_known():
    found = [Coded(case, 0, "1", "A", ()) for case in range(8)]
    found += [Coded(0, 1, "1", "a1", ())]
    made, hidden = withheld(found)
    by_code = dict(zip(((each.spec.by) for each in made), hidden, strict=True))
    assert by_code["code",] == {("a1",)}, "what is coded A alone is in no table"
    with pytest.raises(UsageError):
        # Where it is taken to be known, one reference of all the nine is a difference.
        hidden_rows(made, BOOK, BELOW)


def test_the_tops_of_branches_and_their_codes_are_one_number():
    found = [Coded(case, 0, "1", "a1", ()) for case in range(8)] + [Coded(0, 0, "2", "b1", ())]
    made = [table(found, ("code",))]
    branch = replace(made[0], spec=replace(made[0].spec, by=("branch",)), totals=())
    branch = replace(branch, rows=tuple(r for r in branch.rows if r.keys[0] in ("A", "B")))
    hidden = hidden_rows([made[0], branch], BOOK, BELOW)
    assert ("B",) in hidden[0]
    assert ("B",) in hidden[1]


@pytest.mark.parametrize("below", [-1, 0, 1])
def test_withholding_nothing_is_refused(below):
    with pytest.raises(UsageError, match="cannot be withheld"):
        hidden_rows(tables([]), BOOK, below)


def test_too_few_cases_are_refused():
    found = [Coded(0, 0, "1", "a1", ()), Coded(1, 0, "1", "b1", ())]
    with pytest.raises(UsageError, match="too few cases"):
        withheld(found, 5)


def test_an_empty_project_withholds_nothing():
    assert set(hidden_rows(tables([]), BOOK, 5)) == {frozenset()}


def test_tables_of_different_coders_are_told_apart():
    many = table([Coded(case, 0, "1", "a1", ()) for case in range(8)], ("code",))
    few = table([Coded(1, 0, "1", "a1", ()), Coded(2, 0, "1", "a1", ())] * 2, ("code",))
    few = replace(few, spec=replace(few.spec, coder="bob"))
    with pytest.raises(UsageError):
        hidden_rows([many, few], BOOK, 5)
    assert hidden_rows([many], BOOK, 5) == (frozenset(),)


# How files show it.

HIDING = replace(
    DATA,
    provenance=replace(PROVENANCE, suppressed_below=2),
    tables=tuple(
        replace(
            each,
            table=without(
                each.table, frozenset(row.keys for row in each.table.rows if row.cases == 1)
            ),
        )
        for each in DATA.tables
    ),
)


def test_a_withheld_row_has_no_number_anywhere():
    frame = read_csv(HIDING, "counts_by_code.csv").set_index("code")
    assert list(frame["suppressed"]) == [1, 1, 0]
    numbers = ["references", "cases", "notes", "share_of_references", "share_of_cases"]
    assert frame.loc[["direct", "support"], numbers].isna().all(axis=None)
    assert frame.loc["information-sharing", "references"] == 2
    wide = read_csv(HIDING, "counts_by_code_agency_wide.csv").set_index("code")
    assert wide.loc["direct", ["refs_no_agency", "cases_no_agency"]].isna().all()
    assert wide.loc["direct", "refs_police"] == 0
    sheets = read_sheets(HIDING)
    assert sheets["Code by agency"].set_index("code").loc["direct", "(no agency): cases"] == (
        "withheld"
    )
    assert sheets["By code"].loc[0, "references"] == "withheld"


def test_tables_of_single_rows_are_left_out_unless_asked_for():
    names = {each.name.partition(".")[0] for each in artefacts(HIDING, ALL_FORMATS)}
    assert not {"cases", "references", "audit"} & names
    assert not {"Cases", "Matrix", "References", "Audit"} & set(read_sheets(HIDING))
    asked = Selection(single_rows=True)
    assert {"cases", "references"} <= {e.name.partition(".")[0] for e in artefacts(HIDING, asked)}


def test_every_file_says_that_counts_are_withheld():
    for name, content in contents(HIDING).items():
        if name.endswith(".csv"):
            assert b"counts of fewer than 2 cases withheld" in content, name
    assert "Withheld: counts of fewer than 2 cases" in encoded(HIDING, "README.txt").decode()


def test_statistics_files_have_a_missing_value_for_what_is_withheld(tmp_path):
    import pyreadstat

    for ending, reader in (("sav", pyreadstat.read_sav), ("dta", pyreadstat.read_dta)):
        path = tmp_path / f"counts_by_code.{ending}"
        path.write_bytes(encoded(HIDING, path.name, ALL_FORMATS))
        frame, meta = reader(path, user_missing=True)
        code = frame["references"][0]
        missing = {r["lo"] for r in meta.missing_ranges.get("references", ())}
        assert code in missing | {*meta.missing_user_values.get("references", ())}
        assert frame["references"][2] == 2


def test_the_codes_of_the_examples_are_a_tree():
    assert [len(BOOK.path(code)) for code in CODES] == [1, 2, 2, 1, 2]
