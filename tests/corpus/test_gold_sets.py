"""The hand-labelled sets: the compiler's offsets, its complaints, and the sets themselves."""

import json
import unicodedata
from pathlib import Path

import pytest
from corpus.gold import compile as gold
from hypothesis import given
from hypothesis import strategies as st

SETS = sorted(gold.HERE.glob("*.yaml"))

GOOD = """
set: small
cases:
  - id: A01
    site: Northgate
    agencies: [MARAC]
    roster:
      - {id: A01-1, role: SU, first_name: Zoë, known_as: Zo, dob: 1987-03-02}
    notes:
      - id: A01-n01
        date: 2023-02-14
        text: |-
          ⟦Zoe\u0308|PERSON|D|A01-1⟧'s at ⟨MARAC⟩
          \tsince ⟦3/4/21|DATE|Q⟧
"""


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_offsets_count_code_points_of_the_composed_text(tmp_path: Path) -> None:
    (record,) = gold.compile_set(write(tmp_path, GOOD))
    text = record["text"]
    assert text == "Zoë's at MARAC\n\tsince 3/4/21"
    assert [text[s["start"] : s["end"]] for s in record["spans"]] == ["Zoë", "3/4/21"]
    assert record["spans"][0] == {
        "start": 0,
        "end": 3,
        "type": "PERSON",
        "identifier_type": "DIRECT",
        "entity": "A01-1",
    }
    assert "entity" not in record["spans"][1]
    assert record["must_not_mask"] == [{"start": 9, "end": 14}]
    assert record["date"] == "2023-02-14"


def test_a_roster_entry_has_its_dates_as_text_and_its_other_names_as_a_list(tmp_path: Path) -> None:
    (record,) = gold.compile_set(write(tmp_path, GOOD))
    (person,) = record["roster"]
    assert person["dob"] == "1987-03-02"
    assert person["known_as"] == ["Zo"]
    assert person["last_name"] is None


@pytest.mark.parametrize(
    ("marked", "complaint"),
    [
        ("⟦Ann|PERSON|D⟧", "needs an entity"),
        ("⟦Ann|PERSON|D|A09-1⟧", "in no roster"),
        ("⟦Ann|NAME|D|X-ann⟧", "unknown type"),
        ("⟦Leeds|LOCATION|X⟧", "neither D nor Q"),
        ("⟦Leeds|LOCATION|Q|X-leeds⟧", "only a PERSON"),
        ("⟦Leeds⟧", "0 fields"),
        ("⟦|LOCATION|Q⟧", "empty"),
        ("⟨⟩", "empty"),
        ("⟦Leeds |LOCATION|Q⟧", "a space at the edge"),
        ("⟨ will⟩", "a space at the edge"),
        ("⟦Leeds|LOCATION|Q", "never closed"),
        ("Leeds⟧", "closes nothing"),
        ("⟨will⟧", "closes nothing"),
        ("⟦St ⟨will⟩|ADDRESS|D⟧", "inside"),
    ],
)
def test_each_bad_label_is_complained_of(marked: str, complaint: str) -> None:
    problems = gold.take_apart(f"x {marked} y").problems
    assert any(complaint in problem for problem in problems), problems


def test_all_problems_of_a_file_come_at_once_with_their_notes(tmp_path: Path) -> None:
    again = GOOD[GOOD.index("      - id: A01-n01") :].replace("|DATE|", "|DAY|")
    with pytest.raises(gold.SetError) as caught:
        gold.compile_set(write(tmp_path, GOOD.replace("A01-1⟧", "A02-1⟧") + again))
    assert len(caught.value.problems) == 3
    assert all("A01-n01" in problem for problem in caught.value.problems)


def test_a_set_that_is_named_otherwise_or_is_no_yaml_is_refused(tmp_path: Path) -> None:
    for text in (GOOD.replace("set: small", "set: large"), "cases: [", "just words"):
        with pytest.raises(gold.SetError):
            gold.compile_set(write(tmp_path, text))


def test_a_set_with_problems_leaves_its_old_file(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD)
    assert gold.write_set(path) == 1
    before = path.with_suffix(".jsonl").read_bytes()
    with pytest.raises(gold.SetError):
        gold.write_set(write(tmp_path, GOOD.replace("|DATE|", "|DAY|")))
    assert path.with_suffix(".jsonl").read_bytes() == before


def test_the_command_says_which_set_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert gold.main(["no_such_set"]) == 1
    assert "no_such_set.yaml" in capsys.readouterr().err


def test_a_name_left_unlabelled_is_doubted(tmp_path: Path) -> None:
    text = GOOD + "      - {id: A01-n02, date: 2023-02-15, text: 'zoë rang on 5/6/22'}\n"
    listed = list(gold.doubts(gold.compile_set(write(tmp_path, text))))
    assert listed == ["A01-n02: zoë", "A01-n02: 5/6/22"]


def test_a_title_or_ending_beside_a_label_stays_in_the_text() -> None:
    found = gold.take_apart("Mr ⟦O'Hare|PERSON|D|X-1⟧'s ⟦14 Feb|DATE|Q⟧-⟨will⟩.")
    assert found.text == "Mr O'Hare's 14 Feb-will."
    assert [(s.start, s.end, s.identifier_type) for s in found.spans] == [
        (3, 9, "DIRECT"),
        (12, 18, "QUASI"),
    ]
    assert found.kept == [(19, 23)]


def test_tabs_and_hard_spaces_inside_a_note_survive(tmp_path: Path) -> None:
    text = GOOD.replace("since ⟦", "since\u00a0⟦").replace("MARAC⟩", "MARAC⟩\tok")
    (record,) = gold.compile_set(write(tmp_path, text))
    assert record["text"] == "Zoë's at MARAC\tok\n\tsince\u00a03/4/21"


def test_a_case_without_a_roster_has_an_empty_one(tmp_path: Path) -> None:
    lines = [line for line in GOOD.splitlines() if "roster" not in line and "A01-1," not in line]
    text = "\n".join(lines).replace("|A01-1⟧", "|X-zoe⟧")
    (record,) = gold.compile_set(write(tmp_path, text))
    assert record["roster"] == []
    assert record["spans"][0]["entity"] == "X-zoe"


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("        date: 2023-02-14\n", "A01-n01: has no date"),
        ("    site: Northgate\n", "case 1: has no site"),
    ],
)
def test_a_missing_field_is_named_with_its_note_or_case(
    tmp_path: Path, line: str, complaint: str
) -> None:
    with pytest.raises(gold.SetError) as caught:
        gold.compile_set(write(tmp_path, GOOD.replace(line, "")))
    assert caught.value.problems == [complaint]


def test_a_note_and_a_person_may_not_share_an_id(tmp_path: Path) -> None:
    with pytest.raises(gold.SetError) as caught:
        gold.compile_set(write(tmp_path, GOOD.replace("A01-n01", "A01-1")))
    assert caught.value.problems == ["A01-1: the id is used 2 times"]


def test_the_command_compiles_good_sets_and_lists_the_problems_of_bad_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, GOOD)
    bad = GOOD.replace("set: small", "set: wrong").replace("|DATE|", "|DAY|")
    (tmp_path / "wrong.yaml").write_text(bad, encoding="utf-8")
    monkeypatch.setattr(gold, "HERE", tmp_path)
    assert gold.main([]) == 1
    printed = capsys.readouterr()
    assert printed.out == "small: 1 notes\n"
    assert "A01-n01: '3/4/21': unknown type 'DAY'" in printed.err
    assert (tmp_path / "small.jsonl").exists()
    assert not (tmp_path / "wrong.jsonl").exists()
    assert gold.main(["small"]) == 0


def test_doubts_are_printed_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, GOOD + "      - {id: A01-n02, date: 2023-02-15, text: 'ring 07700900123'}\n")
    monkeypatch.setattr(gold, "HERE", tmp_path)
    assert gold.main(["--doubts"]) == 0
    assert capsys.readouterr().out == "A01-n02: 07700900123\n"
    assert not (tmp_path / "small.jsonl").exists()


PIECES = st.text(alphabet="abé ñ.\n7'", max_size=8)


@given(st.lists(st.tuples(PIECES, st.text(alphabet="abé7'", min_size=1, max_size=6)), max_size=6))
def test_labels_come_back_where_they_were_put(pieces: list[tuple[str, str]]) -> None:
    marked = "".join(f"{before}⟦{inside}|ID|D⟧" for before, inside in pieces)
    found = gold.take_apart(marked)
    assert not found.problems
    assert found.text == "".join(before + inside for before, inside in pieces)
    assert [found.text[s.start : s.end] for s in found.spans] == [inside for _, inside in pieces]


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_each_compiled_file_is_what_its_set_compiles_to(path: Path) -> None:
    lines = path.with_suffix(".jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == gold.compile_set(path)


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_spans_of_a_set_are_ordered_apart_and_tight(path: Path) -> None:
    for record in gold.compile_set(path):
        text = record["text"]
        assert unicodedata.is_normalized("NFC", text)
        labels = sorted((s["start"], s["end"]) for s in record["spans"] + record["must_not_mask"])
        ends = [0, *(end for _, end in labels)]
        for end, (start, stop) in zip(ends, labels, strict=False):
            assert end <= start < stop <= len(text), record["id"]
            assert text[start:stop] == text[start:stop].strip(), record["id"]


DIRECT_ONLY = {"PERSON", "PHONE", "EMAIL", "HANDLE", "ADDRESS", "VRM", "ID"}


def test_the_tuning_set_follows_the_manual_and_is_as_large_as_it_says() -> None:
    records = gold.compile_set(gold.HERE / "tune_a.yaml")
    spans = [span for record in records for span in record["spans"]]
    assert len(records) == 190
    assert {span["type"] for span in spans} == gold.TYPES
    for span in spans:
        if span["type"] in DIRECT_ONLY:
            assert span["identifier_type"] == "DIRECT", span
        elif span["type"] not in {"DATE", "POSTCODE"}:
            assert span["identifier_type"] == "QUASI", span


def test_no_title_is_inside_a_name_of_the_tuning_set() -> None:
    titles = ("mr ", "mrs ", "ms ", "miss ", "dr ", "pc ", "dc ", "ds ", "sgt ", "rev ")
    for record in gold.compile_set(gold.HERE / "tune_a.yaml"):
        for span in record["spans"]:
            surface = record["text"][span["start"] : span["end"]].lower()
            assert span["type"] != "PERSON" or not surface.startswith(titles), record["id"]
