"""The sample's files: the same bytes each time, clean text, complete rosters and records."""

import csv
import io
import os
import re
import subprocess
import sys
import unicodedata
from collections import Counter, defaultdict
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from corpus.generator.__main__ import SEED
from corpus.generator.measure import Note

ROOT = Path(__file__).parents[2]
NEEDS = ("substance misuse", "alcohol misuse", "housing need", "mental health need")
STAGES = ("intake", "3 months", "6 months", "9 months", "closure")


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def day(text: str) -> date:
    return datetime.strptime(text, "%d/%m/%Y").replace(tzinfo=None).date()


def run(out: Path, *options: str) -> str:
    """Run the generator as a user does, with nothing but the standard library."""
    command = [sys.executable, "-I", "-c", _RUN, str(ROOT), "--out", str(out), *options]
    environment = {**os.environ, "PYTHONHASHSEED": "random"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return done.stdout


_RUN = """
import runpy, sys
root = sys.argv.pop(1)
sys.path.insert(0, root)
sys.path[:] = [p for p in sys.path if "site-packages" not in p]
runpy.run_module("corpus.generator", run_name="__main__")
"""


def test_running_it_again_writes_the_committed_bytes(tmp_path: Path, committed: dict[str, str]):
    printed = run(tmp_path)
    assert "SYNTHETIC" in printed
    for name, text in committed.items():
        assert (tmp_path / name).read_bytes() == text.encode("utf-8"), name
    assert {path.name for path in tmp_path.iterdir()} == set(committed)


def test_another_seed_gives_other_people_and_notes(tmp_path: Path, committed: dict[str, str]):
    run(tmp_path, "--seed", str(SEED + 1))
    for name in ("notes.csv", "people.csv", "cases.csv"):
        assert (tmp_path / name).read_text(encoding="utf-8") != committed[name]


def test_the_readme_says_what_it_is(committed: dict[str, str]):
    first, *rest = committed["README.md"].splitlines()
    assert "SYNTHETIC" in first
    assert f"--seed {SEED}" in "\n".join(rest)


def test_the_files_stay_small(committed: dict[str, str]):
    sizes = {name: len(text.encode("utf-8")) for name, text in committed.items()}
    assert sizes["notes.csv"] < 1_000_000
    assert sizes["gold_codes.jsonl"] < 2_500_000
    assert sizes["gold_identifiers.jsonl"] < 2_500_000


def test_the_header_is_the_exports_own(committed: dict[str, str]):
    header = committed["notes.csv"].splitlines()[0]
    assert header == "Note ID,Case Ref,Area,Contact Date,Contact Type,Recorded By,Role,Note"


def test_reading_the_text_changes_nothing(notes: list[Note], committed: dict[str, str]):
    assert "\r" not in committed["notes.csv"]
    for note in notes:
        assert note.text == unicodedata.normalize("NFC", note.text).strip(), note.id
        assert not re.search(r"[^\S \n]|\n\n|  |<(?!\d)|[{}]|\[|\]", note.text), note.id


def test_no_template_shows_through(notes: list[Note]):
    left = re.compile(r"[{}]|<[a-z]|\bNone\b")
    assert [note.id for note in notes if left.search(note.text)] == []


def test_ids_follow_the_order_of_rows(notes: list[Note]):
    assert [note.id for note in notes] == [f"N{n:05}" for n in range(1, len(notes) + 1)]


def test_rows_are_not_in_the_order_of_cases(notes: list[Note]):
    changes = sum(a.case != b.case for a, b in pairwise(notes))
    assert changes > 0.9 * len(notes)


def test_contact_dates_lie_in_the_case_and_rows_run_roughly_by_date(committed: dict[str, str]):
    spans = {
        row["case_id"]: (date.fromisoformat(row["start_date"]), date.fromisoformat(row["end_date"]))
        for row in table(committed["cases.csv"])
    }
    days = []
    for row in table(committed["notes.csv"]):
        low, high = spans[row["Case Ref"]]
        assert low <= day(row["Contact Date"]) <= high, row["Note ID"]
        days.append(day(row["Contact Date"]))
    assert days != sorted(days)  # notes are also recorded late
    late = sum(a > b for a, b in pairwise(days))
    assert late < 0.5 * len(days)


def test_thirty_cases_ten_in_each_site(committed: dict[str, str]):
    rows = table(committed["cases.csv"])
    assert Counter(row["site"] for row in rows) == {"Site 1": 10, "Site 2": 10, "Site 3": 10}
    wanted = {f"S{site}-{n:02}" for site in (1, 2, 3) for n in range(1, 11)}
    assert {row["case_id"] for row in rows} == wanted


def test_each_case_runs_ten_months(committed: dict[str, str]):
    for row in table(committed["cases.csv"]):
        start, end = date.fromisoformat(row["start_date"]), date.fromisoformat(row["end_date"])
        assert (end.year - start.year) * 12 + end.month - start.month == 10
        assert end.day == start.day


def test_about_two_fifths_of_the_needs_are_missing(committed: dict[str, str]):
    cells = [row[need] for row in table(committed["cases.csv"]) for need in NEEDS]
    assert set(cells) == {"", "yes", "no"}
    assert 0.3 <= cells.count("") / len(cells) <= 0.5


@pytest.mark.parametrize("stage", STAGES)
def test_assessments_have_levels_or_nothing(committed: dict[str, str], stage: str):
    rows = table(committed["cases.csv"])
    for name in ("physical abuse", "sexual abuse", "harassment and stalking"):
        cells = {row[f"{name} ({stage})"] for row in rows}
        assert cells <= {"", "none", "standard", "moderate", "high"}
    assert {row[f"engagement ({stage})"] for row in rows} - {""}
    assert {row[f"contact ({stage})"] for row in rows} - {""}


def test_rosters_name_the_service_user_and_the_victim_once(committed: dict[str, str]):
    roles: dict[str, Counter[str]] = defaultdict(Counter)
    for row in table(committed["people.csv"]):
        roles[row["case_id"]][row["role"]] += 1
    assert len(roles) == 30
    for counts in roles.values():
        assert counts["SU"] == counts["VS"] == counts["IDVA"] == counts["OFFENDER_MANAGER"] == 1


def test_children_are_in_the_roster_where_the_record_says_so(committed: dict[str, str]):
    with_children = {
        row["case_id"] for row in table(committed["people.csv"]) if row["role"] == "CHILD"
    }
    recorded = {row["case_id"] for row in table(committed["cases.csv"]) if row["children"] == "yes"}
    assert with_children == recorded


def test_some_fields_of_the_roster_are_missing(committed: dict[str, str]):
    rows = table(committed["people.csv"])
    for column in ("known_as", "dob", "phone", "email", "address", "crn", "nhs"):
        filled = sum(bool(row[column]) for row in rows)
        assert 0 < filled < len(rows), column


def test_one_person_id_is_one_person(committed: dict[str, str]):
    known: dict[str, tuple[str, str]] = {}
    cases: dict[str, set[str]] = defaultdict(set)
    for row in table(committed["people.csv"]):
        name = (row["first_name"], row["last_name"])
        assert known.setdefault(row["person_id"], name) == name
        cases[row["person_id"]].add(row["case_id"])
    assert any(len(where) > 1 for where in cases.values())  # professionals recur
    assert all(len({case[:2] for case in where}) == 1 for where in cases.values())


def test_names_have_the_variety_of_the_country(committed: dict[str, str]):
    rows = table(committed["people.csv"])
    names = {f"{row['first_name']} {row['last_name']}" for row in rows}
    assert any("-" in name for name in names)
    assert any("'" in name for name in names)
    assert sum(name != unicodedata.normalize("NFD", name) for name in names) > 10
    words = {"Will", "Mark", "April", "Grace", "Hope", "Drew", "Bill", "Precious"}
    assert len(words & {row["first_name"] for row in rows}) >= 6


def test_numbers_are_of_the_ranges_kept_for_fiction(committed: dict[str, str]):
    everything = committed["notes.csv"] + committed["people.csv"]
    for found in re.findall(r"(?<![\d/])\(?0\d{4}\)?[\d ]{5,9}(?![\d/])", everything):
        digits = re.sub(r"\D", "", found)
        assert digits.startswith(("07700900", "01632960")), "a number that may be somebody's"
    for domain in re.findall(r"@[\w.]+\.(?:com|org|uk|net)\b", everything, flags=re.IGNORECASE):
        assert domain.lower().endswith((".example.org", ".example.com"))


def test_nhs_numbers_are_test_numbers_with_a_right_check_digit(committed: dict[str, str]):
    numbers = [row["nhs"].replace(" ", "") for row in table(committed["people.csv"]) if row["nhs"]]
    assert numbers
    for number in numbers:
        assert number.startswith("999")
        rest = 11 - sum(int(d) * (10 - n) for n, d in enumerate(number[:9])) % 11
        assert int(number[9]) == rest % 11
