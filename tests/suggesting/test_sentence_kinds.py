"""What a sentence is before anything is looked for in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.suggesting.context import read_sentences


def kinds(text: str) -> list[str]:
    return [sentence.kind for sentence in read_sentences(text)]


ONE = [
    ("Rang OM.", "record"),
    ("OM to ring back.", "record"),
    ("Neighbourhood team to knock each evening.", "record"),
    ("He will come on Friday.", "record"),
    ("To ring OM.", "plan"),
    ("[CM_1] to ring OM.", "plan"),
    ("I need to email OM", "plan"),
    ("Will ring OM", "plan"),
    ("I'll ring OM", "plan"),
    ("Hope to do more on this.", "plan"),
    ("Plan: see him weekly.", "plan"),
    ("Next steps - ring OM", "plan"),
    ("6. DAT - do Monday", "plan"),
    ("[IDVA_1] tomorrow.", "plan"),
    ("Discussed with IDVA [ ] OM [ ]", "template"),
    ("Please do not reply to this message.", "template"),
    ("Think before you print this.", "template"),
    ("Hi [CM_1]", "mail"),
    ("> Hi [CM_1]", "quoted"),
    (">> Rang OM", "quoted"),
]


@pytest.mark.parametrize(("text", "kind"), ONE)
def test_kind_of_one_sentence(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


def test_a_pasted_mail_ends_at_its_sign_off_and_signature() -> None:
    text = "Email from [OM_1]:\nHi all\nHe came.\nKind regards\n[OM_1]\nRang OM."
    assert kinds(text) == ["record", "mail", "mail", "mail", "signature", "record"]


def test_a_mail_without_signature_ends_at_its_sign_off() -> None:
    text = "Email to OM:\nHi\nHe came.\nThanks\nRang OM."
    assert kinds(text) == ["record", "mail", "mail", "mail", "record"]


def test_a_mail_that_nothing_leads_to_is_a_record_in_its_first_line() -> None:
    text = "Hi\nHe came.\nHe left.\nThanks\nRang OM."
    assert kinds(text) == ["mail", "record", "mail", "mail", "record"]


def test_a_mail_in_quotes_ends_with_them() -> None:
    text = "Email to police:\n'He is back.\nPlease look.'\nRang OM."
    assert kinds(text) == ["record", "mail", "mail", "record"]


def test_an_answer_inside_a_mail_is_a_record() -> None:
    text = "Email to police:\n'Please look.'\nResponse from police: done.\n'Noted.'"
    assert kinds(text)[2] == "record"


def test_a_mail_whose_end_cannot_be_told_is_its_first_line() -> None:
    assert kinds("Email from [OM_1]:\nHe came.\nRang OM.") == ["record"] * 3


def test_all_below_a_thread_line_is_quoted() -> None:
    for line in ("-----Original Message-----", "On 3 May [CM_1] wrote:"):
        assert kinds(f"Rang OM.\n{line}\nRang OM.\n\nRang OM.") == ["record"] + ["quoted"] * 3


def test_quoted_lines_end_where_the_marks_end() -> None:
    assert kinds("> Rang OM. No reply.\nRang OM.") == ["quoted", "quoted", "record"]


def test_where_a_plan_sets_in_within_a_sentence() -> None:
    sentence = read_sentences("SW told and will ring mum.")[0]
    assert sentence.text[sentence.plan_from :] == " and will ring mum."[1:]
    whole = read_sentences("SW told.")[0]
    assert whole.plan_from == whole.span.end


@given(st.text(alphabet="aH i>\n.-'[]_1"))
def test_every_sentence_gets_a_kind_and_its_own_text(text: str) -> None:
    for sentence in read_sentences(text):
        assert sentence.span.cut(text) == sentence.text
        assert sentence.span.start <= sentence.plan_from <= sentence.span.end
