"""Counts beside the codes, in full on demand, and the progress of the coding."""

from pathlib import Path

import pytest
from coder_project import Seen, drive, press, screen_text
from rich.cells import cell_len

from notecode.project import find_project
from notecode.project.coding.session import CodingSession, open_coding
from notecode.tui.coder.progress_pane import ProgressPane

WIDE = (120, 40)


def panel(seen: Seen) -> dict[str, str]:
    """Counts by label, from the panel at the right of a wide screen."""
    found = {}
    rows = seen.text.splitlines()[1:]
    begin = next(row.index("activity") for row in rows if "activity" in row)
    for row in rows:
        label, _, count = row[begin:].rstrip().rpartition(" ")
        found[label.strip()] = count
    return found


def test_the_panel_has_each_code_in_this_case_and_in_all(session: CodingSession) -> None:
    # One reference in C001 by each key, one in C002.
    counts = panel(press(session, "i", "d", "N", "s", "N", "i", "N", size=WIDE))
    assert counts["activity"] == "case/all"
    assert counts["i  Information sharing"] == "1/2"
    assert counts["d  Disruption"] == "0/1"
    assert counts["1 Indirect work"] == "Σ1/3"


def test_counts_follow_the_case_and_what_is_done(session: CodingSession) -> None:
    counts = panel(press(session, "i", "N", "N", size=WIDE))
    assert counts["i  Information sharing"] == "0/1"
    counts = panel(press(session, "P", "P", size=WIDE))
    assert counts["i  Information sharing"] == "1/1"
    counts = panel(press(session, "U", size=WIDE))
    assert "i  Information sharing" not in counts
    assert "1/1" not in counts.values()


def test_at_80_columns_the_counts_are_one_key_away(session: CodingSession) -> None:
    seen = press(session, "i", "d", "N", "s", "N", "i", "percent_sign")
    rows = {
        " ".join(row.split()[:-4]): row.split()[-4:]
        for row in seen.text.splitlines()
        if row.endswith(tuple("0123456789"))
    }
    assert rows["i Information sharing"] == ["1", "1", "2", "2"]
    assert rows["1 Indirect work"] == ["0", "1", "0", "3"]
    assert "case C002, and all" in seen.text
    assert "Coding of ann alone." in seen.text
    assert "Coding of" not in press(session, "percent_sign", "percent_sign").text


def test_letters_are_no_codes_while_one_reads(session: CodingSession) -> None:
    press(session, "percent_sign", "i", "d", "T", "i", "escape")
    press(session, "T", "i", "d", "escape")
    assert session.totals() == {}


def test_the_progress_is_counted_and_scrolls_to_its_end(session: CodingSession) -> None:
    press(session, "i", "backspace", "N", "enter")
    seen: list[str] = []

    async def act(pilot, app):
        await pilot.press("T")
        for _ in range(100):
            pane = app.screen_stack[0].panes[-1]
            assert isinstance(pane, ProgressPane)
            if pane.found is not None and pane.found.coders is not None:
                break
            await pilot.pause(0.05)
        seen.append(screen_text(app))
        await pilot.press("tab")
        seen.append(screen_text(app))
        await pilot.press("end")
        await pilot.pause()
        seen.append(screen_text(app))

    drive(session, act)
    first, second, last = seen
    said = " ".join(first.split())
    assert "notes 2 coded, " in said
    assert "0 decided on, 2 untouched, of 4 notes" in said
    assert "Progress of ann" in first
    assert "last session" in first
    assert "Progress of ann" not in second
    assert "Pace, by the log of actions" in second
    assert "By case" in last
    cases = [row.split()[0] for row in last.splitlines() if row.strip().startswith("C00")][-2:]
    assert cases == ["C001", "C002"]
    assert all(cell_len(row) <= 80 for text in seen for row in text.splitlines())


def test_the_progress_opens_before_anything_is_counted(
    session: CodingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("notecode.tui.coder.background.Background.ask", lambda *_: None)
    seen = press(session, "T")
    assert "counting …" in seen.text
    assert "counting …" not in press(session, "T", "T").text


def test_the_progress_of_a_coder_who_did_nothing(project_dir: Path) -> None:
    with open_coding(find_project(project_dir), "ben") as session:
        seen: list[str] = []

        async def act(pilot, app):
            await pilot.press("T")
            await pilot.pause(0.5)
            await pilot.press("tab", "tab")
            seen.append(screen_text(app))

        drive(session, act, WIDE)
    assert "too early to say" in " ".join(seen[0].split())
