"""Fitting the points: what is learnt from coded sentences, and how the codebook is written."""

from pathlib import Path

import numpy as np
import pytest
from corpus.coded import weigh

from notecode.codebook import parse_codebook, shipped_codebook_text
from notecode.codebook.points import read_points

PRACTICE = """\
# Said of the format.
I	Rang the police for news.
DI	Police told that he is near {school}, patrol tonight.

-	Had tea.
"""


@pytest.fixture
def practice(tmp_path: Path) -> Path:
    path = tmp_path / "practice.txt"
    path.write_text(PRACTICE, encoding="utf-8")
    return path


def test_practice_sentences_are_read_with_their_codes(practice: Path) -> None:
    first, second = weigh.practice_notes(practice)
    assert first.note.text.splitlines() == [
        "Rang the police for news.",
        "Police told that he is near school, patrol tonight.",
    ]
    said = [(each.label, each.span.cut(first.note.text)[:6]) for each in first.references]
    assert said == [
        ("information-sharing", "Rang t"),
        ("disruption", "Police"),
        ("information-sharing", "Police"),
    ]
    assert second.references == ()


def test_each_line_of_a_long_list_stands_alone(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("".join(f"K\tRang him {n}.\n" for n in range(20)), encoding="utf-8")
    assert len(list(weigh.practice_notes(path))) == 20


def test_the_practice_sentences_that_ship_are_read() -> None:
    notes = list(weigh.practice_notes(Path(weigh.__file__).with_name("practice.txt")))
    codes = {each.label for note in notes for each in note.references}
    assert codes == set(weigh._LETTERS.values())
    assert any(not note.references for note in notes)


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("rang", "ring"),
        ("patrols", "patrol"),
        ("stopped", "stop"),
        ("tries", "try"),
        ("his", "his"),
    ],
)
def test_words_are_counted_in_their_basic_form(word: str, base: str) -> None:
    known = weigh.Counter({"patrol": 3, "stop": 2, "try": 1, "hi": 9})
    assert weigh.basic(word, known) == base


def test_a_cue_that_goes_with_a_code_weighs_for_it() -> None:
    sentences = [
        weigh.Coded("c", frozenset(cues), frozenset(), frozenset())
        for cues in (["a", "b"], ["a"], ["b"], ["c"]) * 10
    ]
    wanted = np.array([float("a" in each.cues) for each in sentences])
    weights, constant = weigh.fitted(weigh.matrix_of(sentences, ["a", "b", "c"]), wanted)
    assert weights[0] > 2
    assert weights[0] > 5 * abs(weights[1])
    assert constant < 0


def test_what_is_fitted_replaces_what_was_fitted_before() -> None:
    once = weigh.written("rules:\n  - id: own\n", "  - id: one\n")
    again = weigh.written(once, "  - id: two\n")
    assert "own" in again
    assert "two" in again
    assert "one" not in again
    assert again.count(weigh.BEGIN) == again.count(weigh.END) == 1


def test_a_fitted_rule_is_one_that_the_codebook_can_read(tmp_path: Path) -> None:
    path = tmp_path / "practice.txt"
    path.write_text(PRACTICE * 4, encoding="utf-8")
    book, _ = parse_codebook(shipped_codebook_text(), "codebook.yaml")
    assert book is not None
    sentences = list(weigh.coded_sentences(book, list(weigh.practice_notes(path))))
    assert {"@police", "after:start", "ring"} <= {cue for each in sentences for cue in each.cues}
    cues = ["@police", "patrol", "after:contact"]
    text = weigh.rule_text("disruption", cues, np.array([1.24, 3.0, -0.5]), -4.0)
    points = {p.number: p.cues for p in map(read_points, _entries(text))}
    assert points == {30: ("patrol",), 12: ("@police",), -5: ("after:contact",)}


def _entries(text: str) -> list[str]:
    return [line[8:] for line in text.splitlines() if line.startswith("      - ")]
