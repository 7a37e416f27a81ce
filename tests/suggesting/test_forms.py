"""Notes written as forms: the line that tells what came of it is read with whom the form names."""

from hypothesis import given
from hypothesis import strategies as st

from notecode.codebook import parse_codebook, shipped_codebook_text
from notecode.model import Note
from notecode.suggesting import compile_suggester
from notecode.suggesting.context import read_sentences
from notecode.suggesting.forms import label_end, parties

BOOK, _ = parse_codebook(shipped_codebook_text(), "codebook.yaml")
assert BOOK is not None
SUGGESTER = compile_suggester(BOOK)


def suggested(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Line, code and agencies of each suggestion."""
    note = Note(id="n", case_id="c", text=text, contact_type="Telephone")
    return [(s.span.cut(text), s.code, s.agencies) for s in SUGGESTER.for_note(note)[1]]


def named(text: str) -> dict[int, int]:
    return parties(read_sentences(text))


def test_the_outcome_is_told_by_whom_the_form_names() -> None:
    text = "CONTACT WITH: [IDVA_1]\nPURPOSE: new number\nOUTCOME: says she has not moved yet"
    assert suggested(text) == [
        ("OUTCOME: says she has not moved yet", "information-sharing", ("idva",))
    ]


def test_the_same_words_without_a_form_name_nobody() -> None:
    assert suggested("OUTCOME: says she has not moved yet") == []


def test_contact_with_the_service_user_is_contact() -> None:
    text = "Contact with: Service User\nReason: weekly call\nOutcome: answered, at work."
    assert suggested(text) == [("Outcome: answered, at work.", "contact", ())]


def test_the_line_that_names_somebody_is_a_mention_and_no_act() -> None:
    text = "Spoke to: OM [OM_1]\nOutcome: she has given him a warning letter"
    note = Note(id="n", case_id="c", text=text)
    mentions, suggestions = SUGGESTER.for_note(note)
    assert [mention.span.cut(text) for mention in mentions] == ["OM [OM_1]"]
    assert all(suggestion.span.start > text.index("\n") for suggestion in suggestions)


def test_each_outcome_belongs_to_the_form_before_it() -> None:
    text = (
        "Contact with: Idva\nOutcome: quiet week\n\nContact with: OM\nPurpose: tag\nOutcome: fitted"
    )
    assert named(text) == {1: 0, 4: 2}


def test_an_outcome_far_below_belongs_to_nobody() -> None:
    text = "Contact with: Idva\nOne.\nTwo.\nThree.\nFour.\nOutcome: quiet week"
    assert named(text) == {}


def test_a_second_outcome_is_not_the_forms() -> None:
    assert named("With: Idva\nOutcome: quiet.\nOutcome: still quiet.") == {1: 0}


def test_only_a_label_is_passed_over() -> None:
    (plain,) = read_sentences("The outcome was good.")
    (field,) = read_sentences("Outcome: good.")
    assert label_end(plain) == 0
    assert field.text[label_end(field) :] == "good."


PIECES = ["Contact with: Idva", "Outcome: she rang", "Purpose: tag", "Rang OM.", "", "Outcome:"]


@given(st.lists(st.sampled_from(PIECES), max_size=9))
def test_parties_come_before_what_is_told_and_serve_once(lines: list[str]) -> None:
    text = "\n".join(lines)
    sentences = read_sentences(text)
    found = parties(sentences)
    assert len(set(found.values())) == len(found)
    for told, party in found.items():
        assert party < told < len(sentences)
        assert label_end(sentences[told]) > 0
    for mention in SUGGESTER.for_note(Note(id="n", case_id="c", text=text))[0]:
        assert mention.span.cut(text)
