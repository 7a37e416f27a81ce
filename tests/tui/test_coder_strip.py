"""The strip of keys: every code told from every other in few letters."""

from dataclasses import replace

from coder_project import MENTIONS, SUGGESTIONS, press, suggest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from notecode.project import find_project
from notecode.project.coding.session import open_coding
from notecode.tui.coder.code_strip import Entry, shortened, strip

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
    assert found == ["…housing", "…substance m", "…benefits an", "…meaningful"]


def test_what_others_than_siblings_share_is_kept():
    entries = [entry("w", "Direct work", family="a"), entry("p", "Direct support", family="b")]
    assert [label for _, label in shortened(entries, 9)] == ["Direct wo", "Direct su"]


def test_labels_that_would_look_alike_are_cut_in_the_middle():
    entries = [entry("1", "Counselling one"), entry("2", "Counselling-two")]
    assert [label for _, label in shortened(entries, 9)] == ["Coun… one", "Coun…-two"]


def test_the_main_ones_come_first_where_not_all_can_be_shown():
    minor = [entry(f"m{n}", f"A long label number {n}", main=False) for n in range(9)]
    lines = texts(strip([*minor, entry("x", "The main one of them all")], 24, 2))
    assert lines[0].startswith("x ")
    assert len(lines) == 2


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


def test_many_agencies_leave_room_for_the_rule(project_dir):
    everybody = replace(SUGGESTIONS[0], agencies=("idva", "police", "probation"))
    suggest(project_dir, MENTIONS, [everybody])
    with open_coding(find_project(project_dir), "ann") as session:
        for width, agencies in ((80, "Idva service, Police, Probation"), (56, "Idva service +2")):
            bar = press(session, size=(width, 24)).text.splitlines()[-2]
            assert f"{agencies}  rule-1" in bar
        assert "+3  rule-1" in press(session, size=(41, 24)).text
