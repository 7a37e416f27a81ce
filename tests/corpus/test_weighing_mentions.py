"""What stands around a word for an agency adds up to whether it takes part."""

from pathlib import Path

import pytest
from corpus.coded import weigh_mentions

from notecode.codebook import parse_codebook, shipped_codebook_text
from notecode.suggesting import AgencyMatcher, involvement
from notecode.suggesting.context import read_sentences

BOOK, _ = parse_codebook(shipped_codebook_text(), "codebook.yaml")
assert BOOK is not None
MATCHER = AgencyMatcher(BOOK)
PRACTICE = """# a heading
Telephone\tRang {{police|police}}, not {{housing|housing|-need}}.
Telephone\tOn {{bail||?}}.

Email\tNo word from {{Idva|idva}}.
"""


def found(text: str) -> list[str]:
    return [mention.agency for mention in MATCHER.mentions("n", read_sentences(text))]


def test_few_points_strike_out_and_many_bring_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(involvement, "POINTS", {})
    monkeypatch.setattr(involvement, "CONSTANT", involvement.STRIKES_OUT - 1)
    assert found("Rang police.") == []
    monkeypatch.setattr(involvement, "CONSTANT", involvement.STRIKES_OUT)
    assert found("Rang police.") == ["police"]
    assert found("He parked behind the school.") == []
    monkeypatch.setattr(involvement, "CONSTANT", involvement.BRINGS_BACK)
    assert found("He parked behind the school.") == ["schools"]


def test_the_words_beside_are_cues_by_their_distance() -> None:
    (sentence,) = read_sentences("Rang the police about him.")
    around = involvement.involvement_of(BOOK)
    ((_, cues),) = around.around(sentence, MATCHER.judged(sentence), frozenset({"police"}))
    assert {"article:the", "agency:police", "is:named", "reason:", "before:<call>"} <= cues
    assert {"next-before:<call>", "near-after:@him", "after:@him"} <= cues
    assert "next-after:@him" not in cues


def test_marked_practice_is_read_with_its_marks(tmp_path: Path) -> None:
    path = tmp_path / "marked.txt"
    path.write_text(PRACTICE, encoding="utf-8")
    first, second = weigh_mentions.marked_notes(path)
    assert first.note.text == "Rang police, not housing.\nOn bail.\n"
    assert [each.span.cut(first.note.text) for each in first.mentions or ()] == ["police"]
    assert [each.label for each in first.look_alikes] == ["need"]
    assert [span.cut(first.note.text) for span in first.neutral] == ["bail"]
    assert second.note.contact_type == "Email"


def test_a_cue_of_look_alikes_weighs_against() -> None:
    words = [
        weigh_mentions.Marked(frozenset(["before:ring"]), takes_part=True),
        weigh_mentions.Marked(frozenset(["before:behind"]), takes_part=False),
    ] * 5
    points, _ = weigh_mentions.weights_of(words)
    assert points["before:ring"] > 0 > points["before:behind"]


def test_what_is_fitted_replaces_what_was_fitted_before() -> None:
    text = f"constant = 3\n{weigh_mentions.BEGIN}points = []\n{weigh_mentions.END}[classes]\n"
    once = weigh_mentions.written(text, {"before:ring": 5}, -2)
    again = weigh_mentions.written(once, {"after:say": 4}, 7)
    assert "constant = 7" in again
    assert "4 for after:say" in again
    assert "ring" not in again
    assert again.endswith("[classes]\n")
