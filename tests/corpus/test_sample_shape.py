"""The sample's shape follows the published figures, and its notes do not repeat themselves."""

import csv
import io
from collections import Counter, defaultdict
from datetime import date, datetime

import pytest
from corpus.generator.measure import DIRECT, Note, shape, sharing, skeleton, variety

from notecode.model import month_of_intervention


def share(part: int, whole: int) -> float:
    return part / whole


def cases_with(notes: list[Note], activity: str) -> set[str]:
    return {n.case for n in notes for r in n.codes["references"] if r["activity"] == activity}


def direct_by(notes: list[Note]) -> Counter[str]:
    return Counter(
        note.site for note in notes for r in note.codes["references"] if r["activity"] in DIRECT
    )


@pytest.fixture(params=["committed", "another seed"])
def sample(request: pytest.FixtureRequest, notes: list[Note], other: list[Note]) -> list[Note]:
    """Ours, and one of another seed: the shape is the generator's, not an accident."""
    return notes if request.param == "committed" else other


def test_its_size(notes: list[Note]):
    assert 1_150 <= len(notes) <= 1_250
    assert len({note.case for note in notes}) == 30
    assert 2_850 <= sum(len(note.codes["references"]) for note in notes) <= 3_200


def test_the_size_of_another(other: list[Note]):
    assert 1_000 <= len(other) <= 1_400
    assert len({note.case for note in other}) == 30


def test_information_sharing_is_first_by_far(sample: list[Note]):
    counts = {name: row["references"] for name, row in shape(sample).items()}
    (first, most), (_, second), *_ = counts.items()
    assert first == "information-sharing"
    assert most > 2.5 * second


def test_who_information_is_shared_with(sample: list[Note]):
    ranked = [name for name, _ in sharing(sample).most_common()]
    assert set(ranked[:2]) == {"idva", "probation"}
    assert ranked[2:4] == ["police", "children-social-services"]
    assert set(ranked[4:6]) == {"multi-agency-fora", "housing"}


def test_fora_come_before_housing(notes: list[Note]):
    counts = sharing(notes)
    assert counts["multi-agency-fora"] > counts["housing"]


def test_direct_work_is_a_seventh_of_all_and_mostly_at_one_site(sample: list[Note]):
    by_site = direct_by(sample)
    total = sum(len(note.codes["references"]) for note in sample)
    assert 0.13 <= share(by_site.total(), total) <= 0.17
    assert 0.76 <= share(by_site["Site 2"], by_site.total()) <= 0.85


def test_direct_work_is_in_nineteen_cases_nine_of_them_at_that_site(sample: list[Note]):
    cases = set().union(*(cases_with(sample, activity) for activity in DIRECT))
    assert len(cases) == 19
    assert sum(case.startswith("S2") for case in cases) == 9


def test_the_kinds_of_direct_work(sample: list[Note]):
    counts = {name: row["references"] for name, row in shape(sample).items()}
    total = sum(counts[activity] for activity in DIRECT)
    assert 0.52 <= share(counts["contact"], total) <= 0.60
    assert 0.27 <= share(counts["direct-support"], total) <= 0.35
    assert 0.09 <= share(counts["behaviour-change"], total) <= 0.15


def test_behaviour_change_is_in_nine_cases_six_of_them_at_that_site(sample: list[Note]):
    cases = cases_with(sample, "behaviour-change")
    assert len(cases) == 9
    assert sum(case.startswith("S2") for case in cases) == 6


def test_direct_work_peaks_in_the_middle(notes: list[Note], committed: dict[str, str]):
    starts = {
        row["case_id"]: date.fromisoformat(row["start_date"])
        for row in csv.DictReader(io.StringIO(committed["cases.csv"], newline=""))
    }
    days = {
        row["Note ID"]: datetime.strptime(row["Contact Date"], "%d/%m/%Y").date()
        for row in csv.DictReader(io.StringIO(committed["notes.csv"], newline=""))
    }
    months: Counter[int] = Counter()
    for note in notes:
        month = month_of_intervention(days[note.id], starts[note.case])
        assert month is not None
        months[month] += sum(r["activity"] in DIRECT for r in note.codes["references"])
    assert max(months, key=lambda m: months[m]) in {4, 5, 6, 7}
    assert months[5] + months[6] > 2 * (months[1] + months[2])
    assert months[5] + months[6] > 2 * (months[9] + months[10])


def test_disruption_is_in_every_case(sample: list[Note]):
    assert len(cases_with(sample, "disruption")) == 30


def test_child_safeguarding_is_in_eighteen_cases(sample: list[Note]):
    row = shape(sample)["child-safeguarding"]
    assert row["cases"] == 18
    total = sum(len(note.codes["references"]) for note in sample)
    assert 0.05 <= share(row["references"], total) <= 0.1


def test_institutional_advocacy_is_rare(sample: list[Note]):
    assert shape(sample)["institutional-advocacy"] == {"references": 29, "cases": 13}


def test_multi_agency_support_is_a_twentieth(sample: list[Note]):
    total = sum(len(note.codes["references"]) for note in sample)
    count = shape(sample)["multi-agency-support"]["references"]
    assert 0.04 <= share(count, total) <= 0.06


def test_no_sentence_is_said_too_often(sample: list[Note]):
    assert variety(sample)["share of the commonest"] < 0.015


def test_most_longer_notes_are_one_of_a_kind(sample: list[Note]):
    assert variety(sample)["longer notes whose skeleton occurs once"] >= 0.5


def test_half_of_the_sentences_are_one_of_a_kind(sample: list[Note]):
    assert variety(sample)["sentences whose skeleton occurs once"] >= 0.45


def test_skeletons_hide_who_and_with_whom(notes: list[Note]):
    text = "Rang Karen re SU on 3/4 at 10am Friday"
    codes = {"mentions": [{"start": 5, "end": 10}]}
    spans = [{"start": 5, "end": 10}, {"start": 20, "end": 23}]
    note = Note("n", "c", "s", text, codes, spans, [{"start": 14, "end": 16}])
    assert skeleton(note, 0, len(text)) == "rang @a re @r on @p at # #"
    assert skeleton(note, 11, len(text)) == "re @r on @p at # #"


def test_notes_are_short_and_long(notes: list[Note]):
    words = sorted(len(note.text.split()) for note in notes)
    assert words[len(words) // 10] <= 10
    assert sum(n >= 100 for n in words) >= 50
    assert sum(200 <= n <= 400 for n in words) >= 10
    assert words[-1] <= 450


def test_authors_differ_in_how_they_write(notes: list[Note], committed: dict[str, str]):
    texts: dict[str, list[str]] = defaultdict(list)
    for row in csv.DictReader(io.StringIO(committed["notes.csv"], newline="")):
        texts[row["Recorded By"]].append(row["Note"])
    writers = {name: written for name, written in texts.items() if len(written) > 40}
    assert len(writers) == 9
    shouting = [n for n, t in writers.items() if sum(x.isupper() for x in t) > len(t) / 2]
    whispering = [n for n, t in writers.items() if sum(x.islower() for x in t) > len(t) / 2]
    assert len(shouting) == 1
    assert len(whispering) == 2
    starts = Counter(note.text[:2] for note in notes)
    assert starts["- "] > 20
    assert starts["1)"] > 5
    assert sum(" - " in note.text for note in notes) > 50
    assert sum("\n> " in note.text for note in notes) > 15
