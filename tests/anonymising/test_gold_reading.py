"""Reading hand-labelled notes: what is taken, and every problem with its line."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from gold_examples import TEXT, line, write_gold

from notecode.anonymising.evaluation.gold import GoldNote, read_gold
from notecode.errors import InputError
from notecode.model import Span


def read_one(tmp_path: Path, **changes: Any) -> GoldNote:
    return read_gold(write_gold(tmp_path / "gold.jsonl", line(**changes))).notes[0]


def problems_of(path: Path) -> list[str]:
    with pytest.raises(InputError) as caught:
        read_gold(path)
    return [str(problem) for problem in caught.value.problems]


def test_a_whole_line(tmp_path: Path) -> None:
    note = read_one(tmp_path)
    assert (note.id, note.case_id, note.site, note.line) == ("N1", "C1", "North", 1)
    assert note.date == date(2017, 3, 2)
    assert [(s.span.cut(TEXT), s.type, s.entity) for s in note.spans] == [
        ("Ann Pryce", "PERSON", "om"),
        ("Dorian", "PERSON", "su"),
        ("07700 900123", "PHONE", ""),
    ]
    assert note.kept == (Span(20, 25),)
    assert note.agencies == ("Marac",)


def test_what_may_be_absent(tmp_path: Path) -> None:
    left_out = dict.fromkeys(["site", "date", "roster", "agencies", "must_not_mask"], ...)
    note = read_one(tmp_path, **left_out)
    assert (note.site, note.date, note.roster, note.agencies, note.kept) == ("", None, (), (), ())
    nothing = read_one(tmp_path, **dict.fromkeys(left_out))
    assert nothing.roster == nothing.agencies == nothing.kept == ()


def test_a_person_with_every_field(tmp_path: Path) -> None:
    person = {
        "id": "su",
        "role": "Case manager",
        "first_name": "Dorian",
        "last_name": "Mabb",
        "known_as": "Dozer / Mabbsy",
        "title": "Mr",
        "dob": "1980-02-01",
        "crn": "X123456",
        "nhs_number": "943 476 5919",
        "phone": "07700 900123; 0117 496 0001",
        "email": "d@example.com",
        "address": "1, Larch Road, Tibbleton",
    }
    read = read_one(tmp_path, roster=[person]).roster[0]
    assert read.role == "CASE_MANAGER"
    assert read.known_as == ("Dozer", "Mabbsy")
    assert read.dob == date(1980, 2, 1)
    assert read.identifiers == ("X123456", "943 476 5919")
    assert read.phones == ("07700 900123", "0117 496 0001")
    assert read.emails == ("d@example.com",)
    assert read.addresses == ("1, Larch Road, Tibbleton",)


def test_a_person_of_whom_little_is_known(tmp_path: Path) -> None:
    person = {"role": None, "first_name": None, "known_as": ["Dozer"], "dob": None}
    read = read_one(tmp_path, roster=[person]).roster[0]
    assert (read.id, read.role, read.known_as) == ("unnamed-1", "OTHER", ("Dozer",))


@pytest.mark.parametrize("written", ["2017-03-02", "02/03/2017", "2.3.2017", "2017-03-02T10:00:00"])
def test_dates(tmp_path: Path, written: str) -> None:
    assert read_one(tmp_path, date=written).date == date(2017, 3, 2)


def test_a_date_that_cannot_be_read_is_left_out_and_said(tmp_path: Path) -> None:
    path = write_gold(tmp_path / "gold.jsonl", line(date="soon"))
    file = read_gold(path)
    assert file.notes[0].date is None
    assert [str(warning) for warning in file.warnings] == [
        "gold.jsonl, line 1: warning: date: not a date (YYYY-MM-DD); left out"
    ]


def test_numbers_as_ids_and_empty_lines(tmp_path: Path) -> None:
    path = write_gold(tmp_path / "gold.jsonl", line(id=7, case_id=3), line(id=8))
    path.write_text("\ufeff" + path.read_text().replace("\n", "\n\n"), encoding="utf-8")
    file = read_gold(path)
    assert [(note.id, note.line) for note in file.notes] == [("7", 1), ("8", 3)]
    assert file.notes[0].case_id == "3"


def test_a_note_may_hold_other_line_separators(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id":"a","case_id":"c","text":"one\u2028two","spans":[]}\n', encoding="utf-8")
    assert read_gold(path).notes[0].text == "one\u2028two"


def span(**changes: Any) -> dict[str, Any]:
    return {"start": 7, "end": 16, "type": "PERSON", "identifier_type": "DIRECT", **changes}


def test_all_problems_at_once_by_line(tmp_path: Path) -> None:
    path = write_gold(
        tmp_path / "gold.jsonl",
        line(spans=[span(type="NAME"), span(end=500), span(start=9, end=9)]),
        line(text=..., spans=...),
        line(id="N3", spans=[span(identifier_type="direct"), span(start="7"), span(start=True)]),
        line(id="N3"),
        line(id="", roster=[]),
        line(id="N6", must_not_mask=[{"start": -1, "end": 2}]),
        line(id="N7", agencies=[1]),
        line(id="N8", roster={"id": "su"}),
        line(id="N9", spans=[span(entity=["su"])]),
    )
    with path.open("a", encoding="utf-8") as file:
        file.write('{"id": \n[1, 2]\n')
    assert problems_of(path) == [
        "gold.jsonl, line 1: spans[1]: the type is none of PERSON DATE AGE PHONE EMAIL HANDLE"
        " ADDRESS POSTCODE VRM ID ORG LOCATION NRP",
        "gold.jsonl, line 1: spans[2]: ends at 500, the text at 49",
        "gold.jsonl, line 1: spans[3]: 9 to 9 is no range",
        "gold.jsonl, line 2: lacks text, spans",
        "gold.jsonl, line 3: spans[1]: identifier_type is neither DIRECT nor QUASI",
        "gold.jsonl, line 3: spans[2]: start and end are to be whole numbers",
        "gold.jsonl, line 3: spans[3]: start and end are to be whole numbers",
        "gold.jsonl, line 4: the note id of line 3 again",
        "gold.jsonl, line 5: id is to be text that is not empty",
        "gold.jsonl, line 6: must_not_mask[1]: -1 to 2 is no range",
        "gold.jsonl, line 7: agencies is to be a list of texts",
        "gold.jsonl, line 8: roster is to be a list of objects",
        "gold.jsonl, line 9: entity is to be text",
        "gold.jsonl, line 10: not valid JSON at character 8",
        "gold.jsonl, line 11: not a JSON object",
    ]


def test_overlaps_and_empty_labels_are_said_and_do_not_stop_the_work(tmp_path: Path) -> None:
    spans = [span(), span(start=11, end=20), span(start=35, end=36)]
    path = write_gold(
        tmp_path / "gold.jsonl", line(spans=spans, must_not_mask=[{"start": 18, "end": 21}])
    )
    file = read_gold(path)
    assert len(file.notes[0].spans) == 3
    assert [warning.message for warning in file.warnings] == [
        "spans[3]: there is no letter or digit in 35 to 36",
        "spans 7 to 16 overlaps spans 11 to 20",
        "spans 11 to 20 overlaps must_not_mask 18 to 21",
    ]


def test_files_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_gold(tmp_path / "nowhere.jsonl")
    (tmp_path / "empty.jsonl").write_text("\n\n")
    with pytest.raises(InputError, match="holds no notes"):
        read_gold(tmp_path / "empty.jsonl")
    (tmp_path / "latin.jsonl").write_bytes(b'{"text": "Jos\xe9"}')
    with pytest.raises(InputError, match="is not UTF-8"):
        read_gold(tmp_path / "latin.jsonl")


def test_nothing_of_a_note_is_in_a_problem_or_a_repr(tmp_path: Path) -> None:
    path = write_gold(
        tmp_path / "gold.jsonl", line(spans=[span(type="Mabb", entity=3)], date="Mabb")
    )
    with path.open("a", encoding="utf-8") as file:
        file.write('{"id": "Mabb", "text": Mabb}\n')
    assert not any("Mabb" in problem for problem in problems_of(path))
    good = read_gold(write_gold(tmp_path / "good.jsonl", line()))
    assert "Pryce" not in f"{good!r} {good} {good.notes[0]!r} {good.notes[0]}"
