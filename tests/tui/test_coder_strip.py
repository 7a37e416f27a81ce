"""The strip of keys: every code told from every other in few letters."""

import re
from dataclasses import replace

from coder_project import MENTIONS, SUGGESTIONS, press, suggest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from notecode.project import find_project
from notecode.project.coding.session import open_coding
from notecode.tui.coder.code_strip import Entry, rows_for, shortened, strip

PLAIN = Style()
LABELS = [
    ("h", "Support with housing"),
    ("u", "Support with substance misuse"),
    ("f", "Support with benefits and money"),
    ("g", "Support into meaningful activity"),
]


def entry(key: str, label: str, **more) -> Entry:
    return Entry(key=key, label=label, key_style=PLAIN, label_style=PLAIN, **more)


def texts(lines) -> list[str]:
    return ["".join(text for text, _ in line) for line in lines]


def test_labels_that_fit_stand_whole_in_columns():
    lines = texts(strip([entry(k, v) for k, v in LABELS], 80, 3))
    assert lines == [
        "h Support with housing                  u Support with substance misuse         ",
        "f Support with benefits and money       g Support into meaningful activity      ",
    ]


def test_what_siblings_share_is_left_out():
    found = [label for _, label in shortened([entry(k, v) for k, v in LABELS], 12)]
    assert found == ["…housing", "…substance…", "…benefits a…", "…meaningful…"]


def test_what_others_than_siblings_share_is_kept():
    entries = [entry("w", "Direct work", family="a"), entry("p", "Direct support", family="b")]
    assert [label for _, label in shortened(entries, 9)] == ["Direct w…", "Direct s…"]


@given(st.lists(st.text("abc de", min_size=1, max_size=40).filter(str.strip), max_size=9))
def test_no_label_is_cut_without_a_sign_of_it(wanted):
    entries = [entry(chr(0x100 + n), label.strip()) for n, label in enumerate(wanted)]
    for each, label in shortened(entries, 9):
        assert len(label) <= 9
        assert label == each.label or "…" in label


def test_labels_that_would_look_alike_are_cut_in_the_middle():
    entries = [entry("1", "Counselling one"), entry("2", "Counselling-two")]
    assert [label for _, label in shortened(entries, 9)] == ["Coun… one", "Coun…-two"]


def test_the_main_ones_come_first_where_not_all_can_be_shown():
    minor = [entry(f"m{n}", f"A long label number {n}", main=False) for n in range(9)]
    lines = texts(strip([*minor, entry("x", "The main one of them all")], 24, 2))
    assert lines[0].startswith("x ")
    assert len(lines) == 2


def test_what_is_left_out_is_counted_and_how_it_is_found_is_said():
    entries = [entry(chr(97 + n), f"{n:02} is a label") for n in range(20)]
    lines = texts(strip(entries, 40, 2, ", Space finds"))
    assert len(lines) == 2
    shown = "".join(lines).count(" is a…")
    assert lines[-1].endswith(f"+{20 - shown}, Space finds")
    assert all(len(line) <= 40 for line in lines)


def test_as_many_lines_are_taken_as_hold_all_labels_whole():
    entries = tuple(entry(chr(97 + n), f"{n:02} information sharing") for n in range(24))
    assert rows_for(entries, 80, least=3, most=10) == 8
    assert rows_for(entries, 80, least=3, most=6) == 6
    assert rows_for(entries[:6], 80, least=3, most=6) == 3
    assert all(e.label in "".join(texts(strip(entries, 80, 8))) for e in entries)


def test_many_codes_take_no_more_than_the_most():
    entries = tuple(entry(chr(0x100 + n), f"{n:02} information sharing") for n in range(36))
    rows = rows_for(entries, 80, least=3, most=6)
    assert rows == 6
    assert "+" not in "".join(texts(strip(entries, 80, rows)))


def places(text: str) -> dict[str, tuple[int, int]]:
    """Row and cell of each emergent code on a screen."""
    return {
        found[1]: (row, found.start())
        for row, line in enumerate(text.splitlines())
        for found in re.finditer(r"(\w) K\d+", line)
    }


def test_a_code_keeps_its_place_whatever_the_note(project_dir):
    emergent(project_dir, 24)
    with open_coding(find_project(project_dir), "ann") as session:
        first = places(press(session).text)
        assert len(first) == 24
        for keys in (("N",), ("N", "N"), ("N", "N", "N"), ("end", "s"), ("H",)):
            assert places(press(session, *keys).text) == first, keys


def emergent(project_dir, count: int) -> None:
    keys = [k for k in "abcefghjklmnopqrtuvwxyz034567" if k != "s"][:count]
    more = "".join(
        f"  - {{id: e{n}, label: K{n} emergent work, definition: D., key: '{key}'}}\n"
        for n, key in enumerate(keys)
    )
    file = project_dir / "codebook.yaml"
    file.write_text(file.read_text().replace("agencies:", f"{more}agencies:"))


def test_codes_stand_whole_where_there_is_room(project_dir):
    emergent(project_dir, 15)
    with open_coding(find_project(project_dir), "ann") as session:
        text = press(session).text
    assert all(f"K{n} emergent work" in text for n in range(15))


def test_no_code_falls_off_the_screen_unsaid(project_dir):
    emergent(project_dir, 28)
    with open_coding(find_project(project_dir), "ann") as session:
        text = press(session, size=(60, 12)).text
        assert re.search(r"\+\d+, Space finds", text)


def test_a_wide_screen_shows_whole_labels_and_contacts(session):
    text = press(session, size=(160, 40)).text
    head = next(line for line in text.splitlines() if "case/all" in line)
    assert len(head) - head.index("activity") >= 45
    note = next(line for line in text.splitlines() if "24-03-01" in line)
    assert note.index("24-03-01") >= 16


labels = st.lists(st.text("abc defgh", min_size=1, max_size=40).filter(str.strip), max_size=30)


@given(labels, st.integers(12, 120), st.integers(1, 4))
def test_the_strip_never_takes_more_lines_and_keeps_every_key_if_labels_can_be_short(
    wanted, width, rows
):
    entries = [entry(chr(0x100 + n), label.strip()) for n, label in enumerate(wanted)]
    lines = texts(strip(entries, width, rows))
    assert len(lines) <= rows or not entries
    assert all(len(line) <= width + 1 for line in lines)
    shown = {character for line in lines for character in line} & {e.key for e in entries}
    if all(len(e.label) <= 3 for e in entries) and len(entries) * 6 <= (width - 6) * rows:
        assert shown == {e.key for e in entries}


def test_the_rule_leaves_room_for_the_agencies(project_dir):
    everybody = replace(SUGGESTIONS[0], agencies=("idva", "police", "probation"))
    suggest(project_dir, MENTIONS, [everybody])
    with open_coding(find_project(project_dir), "ann") as session:
        for width, agencies in (
            (80, "Idva service, Police, Probation  rule-1"),
            (56, "Idva service +2"),
        ):
            bar = press(session, size=(width, 24)).text.splitlines()[-2]
            assert agencies in bar
            assert ("rule-1" in bar) == (width == 80)
        assert "Information sharing  +3" in press(session, size=(46, 24)).text
