"""The coder's actions as lines of JSON: the same as through a session; all or nothing; tried."""

import json
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notecode.errors import CodingError, NotecodeError
from notecode.model import Mention, Span, Suggestion
from notecode.project import Project
from notecode.project.coding.applying import LINE_ACTIONS, Manner, apply_lines
from notecode.project.coding.session import CodingSession, open_coding
from notecode.store.suggestions import save_suggestions
from notecode.tui.actions import SELECTING
from notecode.tui.coder.actions import ACTIONS

TEXT = "T/C to [OM_1], no reply. LM asking for an update on [SU]."
SHARING, DISRUPTION, CONTACT = "information-sharing", "disruption", "contact"
SPANS = [Span(0, 24), Span(25, 57), Span(0, 57), Span(7, 13)]
SUGGESTIONS = [
    Suggestion(
        id=f"S{number}",
        note_id="N1",
        span=span,
        code=code,
        agencies=("probation",),
        rule="chased",
        rule_version="v1",
        evidence=(Span(0, 3),),
    )
    for number, (span, code) in enumerate(
        [(SPANS[0], SHARING), (SPANS[1], SHARING), (SPANS[1], DISRUPTION)], start=1
    )
]


@pytest.fixture
def suggested(stored: Project) -> Project:
    with stored.database() as db:
        mentions = [Mention(note_id="N1", span=Span(7, 13), agency="probation", rule="role:OM")]
        save_suggestions(db, ["N1"], mentions, SUGGESTIONS, codebook="x")
    return stored


@pytest.fixture
def session(suggested: Project):
    with open_coding(suggested, "ann") as opened:
        yield opened


def applied(session: CodingSession, *lines: object, manner: Manner = "each") -> list[dict]:
    written = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    return [json.loads(json.dumps(a.as_data())) for a in apply_lines(session, written, manner)]


def one(session: CodingSession, **line: object) -> dict:
    (answer,) = applied(session, line)
    return answer


def coded(session: CodingSession, note: str = "N1") -> list[tuple[int, int, str, tuple[str, ...]]]:
    there = session.open_note(note).references
    return [(r.span.start, r.span.end, r.code, r.agencies) for r in there]


# Coding


def test_a_place_is_coded_by_its_characters_and_its_agencies_come_along(session):
    answer = one(session, action="code", note="N1", start=0, end=24, code=SHARING, tag=7)
    (reference,) = answer.pop("references")
    assert answer == {
        "line": 1,
        "ok": True,
        "action": "code",
        "tag": 7,
        "stored": True,
        "changed": True,
        "saved": "Information sharing accepted",
        "note": "N1",
        "deleted": [],
        "decisions": {"S1": "accepted"},
    }
    assert reference["agencies"] == ["probation"]
    assert [r.id for r in session.open_note("N1").references] == [reference["reference"]]


def test_a_place_is_coded_by_its_words(session):
    one(session, action="code", note="N1", text="no reply", code=SHARING)
    one(session, action="code", note="N1", text="a", occurrence=2, inside=True, code=DISRUPTION)
    seconds = [at for at, letter in enumerate(TEXT) if letter == "a"][1]
    assert coded(session) == [(15, 23, SHARING, ()), (seconds, seconds + 1, DISRUPTION, ())]


def test_agencies_may_be_said(session):
    line = {"action": "code", "note": "N1", "start": 0, "end": 57, "code": CONTACT}
    answers = applied(session, {**line, "agencies": ["police", "probation", "police"]})
    assert answers[0]["ok"]
    assert coded(session) == [(0, 57, CONTACT, ("police", "probation"))]
    assert session.undo() is not None
    assert coded(session) == []


@pytest.mark.parametrize(
    ("line", "what", "exit_code"),
    [
        ({"note": "N9"}, "there is no note 'N9'", 10),
        ({"code": "informatin-sharing"}, "there is no code", 10),
        ({"end": 900}, "there is no place from 0 to 900: the note has 57 characters", 10),
        ({"start": 24}, "there is no place from 24 to 24", 10),
        ({"text": "T/C"}, "a place is named by", 2),
        ({"end": "24"}, "'end' must be a whole number", 2),
        ({"end": -1}, "'end' must be a whole number", 2),
        ({"end": True}, "'end' must be a whole number", 2),
        ({"agencies": ["polise"]}, "there is no agency 'polise'", 10),
        ({"digest": "00"}, "the text of this note is another by now", 9),
        ({"spam": 1, "eggs": 2}, "'spam' is not known here", 2),
    ],
)
def test_what_cannot_be_coded_is_said_and_changes_nothing(session, line, what, exit_code):
    usual = {"action": "code", "note": "N1", "start": 0, "end": 24, "code": SHARING}
    answer = one(session, **{**usual, **line})
    assert not answer["ok"]
    assert what in answer["error"]["what"]
    assert answer["error"]["exit_code"] == exit_code
    assert coded(session) == []


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ({"text": "no such words"}, "do not stand"),
        ({"text": ""}, "do not stand"),
        ({"text": "o"}, "only as pieces of other words"),
        ({"text": "o", "inside": True}, "times"),
        ({"text": "no repl"}, "only as pieces of other words"),
        ({"text": "no reply", "occurrence": 2}, "only 1 times"),
        ({}, "a place is named by 'start' and 'end', or 'text'"),
        ({"start": 3}, "a place is named by"),
    ],
)
def test_words_that_name_no_place_or_several(session, line, what):
    answer = one(session, action="code", note="N1", code=SHARING, **line)
    assert what in answer["error"]["what"]
    assert "reply" not in json.dumps(answer), "errors never quote the note"


def test_words_are_whole_words_unless_a_piece_is_asked_for(session):
    # "no" begins "note" nowhere here, but "ask" begins "asking".
    no = one(session, action="code", note="N1", text="no", code=SHARING)
    assert no["references"][0]["start"] == TEXT.index("no reply")
    piece = one(session, action="code", note="N1", text="ask", inside=True, code=SHARING)
    assert (piece["references"][0]["start"], piece["references"][0]["end"]) == (28, 31)
    brackets = one(session, action="code", note="N1", text="[SU].", code=CONTACT)
    assert brackets["ok"]


def test_the_same_again_is_a_clear_error(session):
    line = {"action": "code", "note": "N1", "start": 0, "end": 57, "code": CONTACT}
    first, second = applied(session, line, line)
    assert first["ok"]
    assert not second["ok"]
    assert "already" in second["error"]["what"]
    assert second["error"]["where"] == "note N1"


# Decisions


def test_accept_with_another_code_and_other_bounds(session):
    answer = one(session, action="accept", suggestion="S1", to=DISRUPTION, to_text="no reply")
    (reference,) = answer["references"]
    assert (reference["suggestion"], reference["origin"]) == ("S1", "rule-changed")
    assert coded(session) == [(15, 23, DISRUPTION, ())]
    assert [s.id for s in session.open_note("N1").suggestions] == ["S3", "S2"]


def test_a_suggestion_is_named_by_its_place_and_code(session):
    answer = one(session, action="reject", note="N1", start=25, end=57, code=DISRUPTION)
    assert answer["decisions"] == {"S3": "rejected"}
    again = one(session, action="reject", suggestion="S3")
    assert "decided already" in again["error"]["what"]
    assert (
        "is not suggested"
        in (
            one(session, action="accept", note="N1", start=25, end=57, code=DISRUPTION)["error"][
                "what"
            ]
        )
    )


def test_all_of_a_rule_is_decided_as_one_action(session):
    answer = one(session, action="accept-rule", note="N1", rule="chased")
    assert answer["decisions"] == {"S1": "accepted", "S2": "accepted", "S3": "accepted"}
    one(session, action="undo")
    assert coded(session) == []
    one(session, action="reject-rule", note="N1", rule="chased")
    assert session.open_note("N1").suggestions == ()
    again = one(session, action="reject-rule", note="N1", rule="chased")
    assert "no suggestion of the rule" in again["error"]["what"]


def test_why_it_was_suggested(session):
    told = one(session, action="why", suggestion="S1")
    assert (told["rule"], told["rule_is_as_it_was"]) == ("chased", False)
    assert told["evidence"] == [{"start": 0, "end": 3, "text": "T/C"}]


# References


@pytest.fixture
def reference(session) -> str:
    answer = one(session, action="code", note="N1", start=0, end=57, code=CONTACT)
    return answer["references"][0]["reference"]


def test_a_reference_is_recoded_resized_and_deleted(session, reference):
    one(session, action="recode", reference=reference, to=DISRUPTION)
    one(session, action="resize", reference=reference, to_start=0, to_end=24)
    assert coded(session) == [(0, 24, DISRUPTION, ("probation",))]
    place = {"note": "N1", "start": 0, "end": 24, "code": DISRUPTION}
    assert one(session, action="delete", **place)["deleted"] == [reference]
    assert coded(session) == []
    assert "you have no reference" in one(session, action="delete", **place)["error"]["what"]
    one(session, action="undo")
    assert coded(session) == [(0, 24, DISRUPTION, ("probation",))]


@pytest.mark.parametrize(
    "line",
    [
        {"action": "recode", "to": CONTACT},
        {"action": "resize", "to_start": 0, "to_end": 57},
        {"action": "agency", "agency": "probation", "on": True},
        {"action": "agency", "agency": "police", "on": False},
        {"action": "keep"},
    ],
    ids=lambda line: line["action"],
)
def test_what_is_so_already_is_no_change_and_nothing_to_undo(session, reference, line):
    answer = one(session, reference=reference, **line)
    assert answer["ok"]
    assert answer["changed"] is answer["stored"] is False
    session.undo()
    assert coded(session) == [], "the last change was the coding"


def test_agencies_are_attached_and_taken_off(session, reference):
    one(session, action="agency", reference=reference, agency="police", on=True)
    assert coded(session)[0][3] == ("police", "probation")
    one(session, action="agency", reference=reference, agency="police")
    assert coded(session)[0][3] == ("probation",)


def test_another_coder_s_reference_is_not_mine(session, suggested, reference):
    with open_coding(suggested, "ben") as ben:
        answer = one(ben, action="delete", reference=reference)
    assert "you have no reference" in answer["error"]["what"]
    assert len(coded(session)) == 1


def test_undo_and_redo_say_what_they_did(session, reference):
    undone = one(session, action="undo")
    assert undone["deleted"] == [reference]
    assert "nothing to undo" in one(session, action="undo")["error"]["what"]
    assert one(session, action="redo")["references"][0]["reference"] == reference
    assert "nothing to redo" in one(session, action="redo")["error"]["what"]


def test_an_action_with_letters_in_disorder_is_the_one_meant(session):
    assert one(session, action="cdoe")["error"]["hint"] == "did you mean code?"


# Memos, values, bookmarks, new codes


def test_the_example_of_the_value_action_works_where_no_case_has_the_attribute(session):
    example = json.loads(LINE_ACTIONS["value"].example)
    (answer,) = applied(session, {**example, "case": "C1"})
    assert answer["ok"], answer


def test_values_of_a_case(session):
    line = {"action": "value", "case": "c1", "name": "employment", "value": "in work"}
    unknown, new, shown, absent, undone, off, gone = applied(
        session,
        line,
        {**line, "new": True, "note": "N1", "text": "no reply"},
        {"action": "case", "case": "C1"},
        {"action": "value", "case": "C1", "name": "employment", "state": "absent"},
        {"action": "undo"},
        {"action": "value", "case": "C1", "name": "employment", "state": "off"},
        {"action": "value", "case": "C1", "name": "employment", "state": "off", "new": True},
    )
    assert unknown["error"]["exit_code"] == 2
    assert "--new" not in unknown["error"]["hint"]
    assert unknown["error"]["hint"].endswith('In the line, "new": true makes one')
    place = {"case": "C1", "name": "employment", "stage": ""}
    assert new["values"] == [{**place, "state": "value", "value": "in work"}]
    (told,) = shown["values"]
    assert (told["quotation"], told["note"], told["start"]) == ("no reply", "N1", 15)
    assert absent["values"] == [{**place, "state": "absent", "value": ""}]
    assert undone["ok"]
    assert off["changed"]
    assert not gone["ok"]


@pytest.mark.parametrize(
    "line",
    [
        {},
        {"state": "value"},
        {"value": "x", "state": "absent"},
        {"value": "x", "state": "spam"},
        {"case": "C9", "value": "x"},
        {"value": "x", "note": "N1", "start": 5},
        {"name": "age@never", "value": "x"},
    ],
)
def test_values_that_cannot_be(session, line):
    usual = {"action": "value", "case": "C1", "name": "age", "new": True}
    assert one(session, **{**usual, **line})["error"]["exit_code"] == 2


def test_a_value_that_looks_like_a_person_is_refused(session):
    line = {"action": "value", "case": "C1", "name": "contact", "new": True}
    answer = one(session, **line, value="07700 900123")
    assert answer["error"]["exit_code"] == 8
    assert "07700" not in json.dumps(answer)


def test_memos(session):
    first, same, found, gone = applied(
        session,
        {"action": "memo", "on": "note:N1", "text": "Who was rung?"},
        {"action": "memo", "on": "note:N1", "text": "Who was rung?"},
        {"action": "memos", "words": "rung"},
        {"action": "memo", "on": "note:N1", "text": ""},
    )
    assert first["stored"]
    assert same["changed"] is False
    (memo,) = found["memos"]
    assert (memo["memo"], memo["on"], memo["text"]) == (first["memo"], "note:N1", "Who was rung?")
    assert gone["changed"]
    assert one(session, action="memos")["memos"] == []
    assert same["why"] == "the memo says so already"
    none = one(session, action="memo", on="note:N1", text=" \n ")
    assert (none["changed"], none["why"]) == (False, "there is no memo here")
    assert not one(session, action="memo", on="note:N9", text="x")["ok"]


def test_bookmarks(session):
    answers = applied(
        session,
        {"action": "bookmark", "note": "N1", "start": 0, "end": 3},
        {"action": "bookmark", "note": "N2", "on": True},
        {"action": "bookmark", "note": "N2", "on": True},
        {"action": "bookmarks"},
        {"action": "bookmark", "note": "N1", "start": 0, "end": 3, "on": False},
        {"action": "bookmarks"},
    )
    assert [a.get("changed") for a in answers] == [True, True, False, None, True, None]
    whole = {"note": "N2", "start": None, "end": None}
    assert answers[3]["bookmarks"] == [{"note": "N1", "start": 0, "end": 3}, whole]
    assert answers[5]["bookmarks"] == [whole]


def test_notes_that_are_done(session):
    answers = applied(
        session,
        {"action": "done", "note": "N3"},
        {"action": "done", "note": "N3", "on": True},
        {"action": "notes", "state": "done"},
        {"action": "undo"},
        {"action": "notes", "state": "done"},
        {"action": "done", "note": "N9"},
    )
    assert [a.get("changed") for a in answers] == [True, False, None, True, None, None]
    assert [row["note"] for row in answers[2]["notes"]] == ["N3"]
    assert answers[4]["notes"] == []
    assert answers[5]["error"]["exit_code"] == 10


def test_a_new_code_is_in_use_at_once(session):
    new, used, again = applied(
        session,
        {"action": "new-code", "label": "Waiting for others", "parent": "indirect-work"},
        {"action": "code", "note": "N1", "start": 0, "end": 24, "code": "waiting-for-others"},
        {"action": "new-code", "label": "", "parent": "indirect-work"},
    )
    assert new["code"] == "waiting-for-others"
    assert used["ok"]
    assert not again["ok"]
    assert "waiting-for-others" in session.project.codebook_path.read_text()


def test_all_that_keeps_a_code_out_of_the_codebook_is_said_at_once(session):
    book = session.codebook
    taken = next(code for code in book.codes if code.key)
    error = one(
        session, action="new-code", label=taken.label.upper(), key=taken.key, parent="indirect"
    )["error"]
    assert f"a code has this label already: {taken.id}" in error["what"]
    assert f"the key {taken.key} is that of {taken.id}" in error["what"]
    assert "there is no code 'indirect' to lie beneath" in error["what"]
    assert "Keys still free: " in error["hint"]
    odd = one(session, action="new-code", label="Odd", key="&")["error"]
    assert any("key" in problem for problem in odd["problems"])


def test_a_code_whose_label_has_no_letter_of_an_id_is_numbered_and_told_so(session):
    first, second, plain = applied(
        session,
        *({"action": "new-code", "label": label} for label in ("انتظار", "شرطة", "Waiting")),
    )
    assert [a["code"] for a in (first, second, plain)] == ["code-1", "code-2", "waiting"]
    assert "has a number" in first["saved"]
    assert plain["saved"] == "code waiting added to the codebook"


def test_a_code_is_defined(session):
    done, seen, nothing, unknown = applied(
        session,
        {"action": "define", "code": SHARING, "not_when": "Nobody was asked.", "note": "N1"},
        {"action": "codebook"},
        {"action": "define", "code": SHARING},
        {"action": "define", "code": "sharing!", "example": "x"},
    )
    assert done["stored"]
    (code,) = (code for code in seen["codes"] if code["code"] == SHARING)
    assert code["not_when"] == "Nobody was asked."
    assert nothing["error"]["exit_code"] == 2
    assert unknown["error"]["exit_code"] == 10


@pytest.mark.parametrize("manner", ["all", "none"])
def test_what_writes_a_file_is_not_tried(session, manner):
    before = session.project.codebook_path.read_text()
    (answer,) = applied(session, {"action": "new-code", "label": "X"}, manner=manner)
    assert "cannot be tried" in answer["error"]["what"]
    assert session.project.codebook_path.read_text() == before


# Looking


def test_notes_by_filters(session):
    one(session, action="code", note="N1", start=0, end=57, code=CONTACT)

    def ids(**filters: object) -> list[str]:
        return [row["note"] for row in one(session, action="notes", **filters)["notes"]]

    assert ids() == ["N1", "N2", "N3"]
    assert ids(state="uncoded") == ["N2", "N3"]
    assert ids(state=["coded", "suggested"]) == ["N1"]
    assert ids(code=CONTACT, site="Site 1") == ["N1"]
    assert ids(since="2017-02-01") == ["N2", "N3"]
    assert ids(text="plan") == ["N3"]
    assert ids(first=1, most=1) == ["N2"]
    assert one(session, action="notes", most=1)["of"] == 3


def test_words_are_found_with_their_places(session):
    found = one(session, action="find", words="ask upd")
    places = [
        {"start": 28, "end": 34, "text": "asking"},
        {"start": 42, "end": 48, "text": "update"},
    ]
    assert found["found"] == [{"note": "N1", "places": places}]
    assert one(session, action="find", words="ask", note="N2")["found"][0]["places"] == []
    assert one(session, action="find", words="")["of"] == 0


@pytest.mark.parametrize(
    ("line", "exit_code"),
    [
        ({"state": "spam"}, 2),
        ({"since": "1 March"}, 2),
        ({"month": "March"}, 2),
        ({"spam": "x"}, 2),
        ({"date": "2024-99"}, 2),
        ({"date": ["2017-01", "2017"]}, 2),
        ({"code": [CONTACT, "spam"]}, 10),
        ({"agency": "polise"}, 10),
        ({"case": "C9"}, 2),
        ({"coder": "nobody"}, 2),
    ],
)
def test_filters_that_there_are_not(session, line, exit_code):
    assert one(session, action="notes", **line)["error"]["exit_code"] == exit_code


@pytest.mark.parametrize(
    "line",
    [{"date": ["2017-01", ""]}, {"code": CONTACT}, {"agency": "probation"}, {"coder": "ann"}],
)
def test_filters_that_there_are(session, line):
    one(session, action="code", note="N1", start=0, end=57, code=CONTACT)
    assert [row["note"] for row in one(session, action="notes", **line)["notes"]] == ["N1"]


def test_a_code_that_was_taken_out_of_the_codebook_still_finds_its_notes(session):
    one(session, action="new-code", label="Odd one", parent="indirect-work")
    one(session, action="code", note="N1", start=0, end=57, code="odd-one")
    path = session.project.codebook_path
    text = path.read_text(encoding="utf-8")
    at = text.index("  - id: odd-one")
    rest = text[at + 1 :]
    end = min(rest.find(mark) for mark in ("\n  - id:", "\nagencies:") if mark in rest)
    path.write_text(text[:at] + rest[end + 1 :], encoding="utf-8")
    with open_coding(session.project, "ann") as later:
        assert "odd-one" not in {c["code"] for c in one(later, action="codebook")["codes"]}
        assert one(later, action="notes", code="odd-one")["of"] == 1


def test_a_note_with_all_that_lies_on_it(session):
    one(session, action="accept", suggestion="S1")
    shown = one(session, action="show", note="N1")
    assert shown["text"] == TEXT
    assert [r["text"] for r in shown["references"]] == [TEXT[:24]]
    assert [s["suggestion"] for s in shown["suggestions"]] == ["S3", "S2"]
    assert shown["mentions"] == [{"start": 7, "end": 13, "agency": "probation"}]
    assert one(
        session, action="code", note="N1", text="SU", code=CONTACT, digest=shown["digest"][:12]
    )["ok"]


def test_suggestions_and_references_are_listed(session):
    one(session, action="accept", suggestion="S3")
    assert [s["suggestion"] for s in one(session, action="suggestions")["suggestions"]] == [
        "S1",
        "S2",
    ]
    assert one(session, action="suggestions", note="N2")["of"] == 0
    assert one(session, action="suggestions", rule="other")["of"] == 0
    assert one(session, action="suggestions", note="N1", rule="other")["of"] == 0
    assert one(session, action="suggestions", note="N1", code=SHARING)["of"] == 2
    assert one(session, action="suggestions", rule=["chased", "other"])["of"] == 2
    assert len(one(session, action="suggestions", most=1)["suggestions"]) == 1
    assert one(session, action="suggestions", code=SHARING, most=1)["of"] == 2
    (reference,) = one(session, action="references")["references"]
    assert reference["code"] == DISRUPTION
    assert one(session, action="references", code=SHARING)["of"] == 0
    assert one(session, action="references", note="N1")["of"] == 1
    assert one(session, action="references", waiting=True)["of"] == 0


def test_the_passages_of_a_code_and_what_was_done_last(session):
    one(session, action="code", note="N1", text="SU", code=SHARING)
    one(session, action="undo")
    one(session, action="redo")
    found = one(session, action="passages", code=SHARING)
    assert found["of"] == 1
    assert found["passages"][0]["words"] == "SU"
    parent = session.codebook.code_by_id[SHARING].parent
    assert one(session, action="passages", code=parent)["of"] == 1, "with those beneath it"
    assert one(session, action="passages", code=SHARING, first=1)["passages"] == []
    (done,) = one(session, action="history")["done"]
    assert (done["note"], done["undone"]) == ("N1", False)
    assert one(session, action="history", most=0)["done"] == []
    one(session, action="undo")
    assert one(session, action="history", most=10**30)["done"][0]["undone"]


def test_codebook_progress_and_the_list_of_actions(session):
    codes = {code["code"]: code for code in one(session, action="codebook")["codes"]}
    assert codes[SHARING]["definition"]
    assert one(session, action="progress")["suggestions"] == 3
    listed = one(session, action="actions")["actions"]
    assert [action["action"] for action in listed] == list(LINE_ACTIONS)


@pytest.mark.parametrize("action", LINE_ACTIONS.values(), ids=lambda action: action.name)
def test_the_example_of_an_action_is_one(action):
    example = json.loads(action.example)
    assert example.pop("action") == action.name
    action.read(example)


# Lines


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("no json", "A line is such as"),
        ("[1]", "A line is such as"),
        ('"\\ud800"', "A line is such as"),
        ('{"action": "memo", "on": "project", "text": "\\ud800"}', "A line is such as"),
        ("[" * 100_000, "A line is such as"),
        ('{"action": "undoo"}', "did you mean undo?"),
        ('{"action": 3}', "known: code, accept"),
        ('{"note": "N1"}', "known: code, accept"),
    ],
)
def test_what_is_no_action(session, line, hint):
    (answer,) = applied(session, line)
    assert hint in answer["error"]["hint"]
    assert answer["error"]["exit_code"] == 2


def test_a_line_that_fails_does_not_keep_the_next_from_being_done(session):
    answers = applied(
        session, "x", "", "  ", {"action": "code", "note": "N1", "text": "SU", "code": CONTACT}
    )
    assert [(a["line"], a["ok"]) for a in answers] == [(1, False), (4, True)]


GOOD = {"action": "accept", "suggestion": "S1"}
BAD = {"action": "accept", "suggestion": "S9"}


def events(session: CodingSession) -> int:
    return session.db.value("SELECT count(*) FROM events WHERE coder = ?", (session.coder,))


def test_a_rehearsal_stores_nothing_and_each_line_sees_those_before(session):
    undo = {"action": "undo"}
    answers = applied(session, GOOD, GOOD, undo, GOOD, manner="none")
    assert [a["ok"] for a in answers] == [True, False, True, True]
    assert [a.get("stored") for a in answers] == [False, None, False, False]
    assert coded(session) == []
    assert events(session) == 0
    assert one(session, **GOOD)["stored"]


def test_all_or_nothing(session):
    answers = applied(session, GOOD, BAD, {"action": "progress"}, manner="all")
    assert [a["ok"] for a in answers] == [True, False, True]
    assert answers[0]["stored"] is False
    assert answers[2]["references"] == 1, "as it was at this line"
    assert events(session) == 0
    answers = applied(session, GOOD, {"action": "undo"}, {"action": "redo"}, manner="all")
    assert [a["stored"] for a in answers] == [True, True, True]
    assert len(coded(session)) == 1


def test_what_breaks_off_leaves_nothing_half_done(session):
    def lines():
        yield json.dumps(GOOD)
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        list(apply_lines(session, lines(), "all"))
    assert events(session) == 0
    assert one(session, **GOOD)["ok"], "the database takes writes again"


# The same as through the session

CODES = [SHARING, DISRUPTION, CONTACT]
STEP = st.one_of(
    st.tuples(st.just("code"), st.sampled_from(SPANS), st.sampled_from(CODES)),
    st.tuples(st.just("accept"), st.sampled_from(["S1", "S2", "S3"]), st.sampled_from(CODES)),
    st.tuples(st.just("reject"), st.sampled_from(["S1", "S2", "S3"]), st.none()),
    st.tuples(st.just("recode"), st.integers(0, 3), st.sampled_from(CODES)),
    st.tuples(st.just("resize"), st.integers(0, 3), st.sampled_from(SPANS)),
    st.tuples(st.just("agency"), st.integers(0, 3), st.sampled_from(["police", "probation"])),
    st.tuples(st.just("delete"), st.integers(0, 3), st.none()),
    st.tuples(st.just("undo"), st.none(), st.none()),
    st.tuples(st.just("redo"), st.none(), st.none()),
)
NUMBERS = count()


def reference_at(session: CodingSession, at: int):
    there = session.open_note("N1").references
    return there[at % len(there)] if there else None


def by_session(session: CodingSession, step) -> bool:
    """Do a step as the screen does; whether anything came of it."""
    name, first, second = step
    if name in {"accept", "reject"}:
        if first not in {s.id for s in session.open_note("N1").suggestions}:
            return False
        change = session.accept(first, second) if name == "accept" else session.reject(first)
    elif name in {"undo", "redo"}:
        change = session.undo() if name == "undo" else session.redo()
    elif name == "code":
        change = session.code_span("N1", first, second)
    elif (reference := reference_at(session, first)) is None:
        return False
    else:
        change = {
            "recode": lambda: session.recode(reference.id, second),
            "resize": lambda: session.resize(reference.id, second),
            "agency": lambda: session.toggle_agency(reference.id, second),
            "delete": lambda: session.delete(reference.id),
        }[name]()
    return change is not None


def as_line(session: CodingSession, step) -> dict:
    name, first, second = step
    if name in {"undo", "redo"}:
        return {"action": name}
    if name == "code":
        return {
            "action": name,
            "note": "N1",
            "start": first.start,
            "end": first.end,
            "code": second,
        }
    if name == "accept":
        return {"action": name, "suggestion": first, "to": second}
    if name == "reject":
        return {"action": name, "suggestion": first}
    reference = reference_at(session, first)
    line = {"action": name, "reference": reference.id if reference else "none"}
    if name == "recode":
        return {**line, "to": second}
    if name == "resize":
        return {**line, "to_start": second.start, "to_end": second.end}
    return {**line, "agency": second} if name == "agency" else line


def state(session: CodingSession) -> tuple[object, ...]:
    coded_now = session.open_note("N1")
    log = session.db.rows(
        "SELECT action, summary, state FROM events WHERE coder = ? ORDER BY id", (session.coder,)
    )
    return (
        [(r.span, r.code, r.agencies, r.origin, r.suggestion) for r in coded_now.references],
        [s.id for s in coded_now.suggestions],
        [tuple(row) for row in log],
        session.progress().references,
    )


@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(STEP, max_size=12))
def test_lines_do_what_a_session_does(suggested, steps):
    number = next(NUMBERS)
    with (
        open_coding(suggested, f"screen{number}") as screen,
        open_coding(suggested, f"lines{number}") as lines,
    ):
        for step in steps:
            try:
                done = by_session(screen, step)
            except CodingError:
                done = False
            assert one(lines, **as_line(lines, step)).get("changed", False) is done
            assert state(lines) == state(screen)


@settings(
    max_examples=30,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(STEP, min_size=1, max_size=8), st.sampled_from(["all", "none"]))
def test_all_or_nothing_holds_for_any_lines(suggested, steps, manner):
    name = f"whole{next(NUMBERS)}"
    with open_coding(suggested, name) as session:
        before = state(session)
        lines = [as_line(session, step) for step in steps]
        answers = applied(session, *lines, manner=manner)
        if manner == "none" or not all(answer["ok"] for answer in answers):
            assert state(session) == before
            assert not any(answer.get("stored") for answer in answers)
    with open_coding(suggested, f"{name}b") as other:
        each = applied(other, *lines)
    assert [(a["ok"], a.get("changed")) for a in answers] == [
        (a["ok"], a.get("changed")) for a in each
    ]


ON_THE_SCREEN = {
    "accept": "accept",
    "reject": "reject",
    "next-suggestion": "suggestions",
    "previous-suggestion": "suggestions",
    "all-of-rule": "accept-rule",
    "why": "why",
    "review": "suggestions",
    "codes": "codebook",
    "repeat": "code",
    "look-again": "references",
    "definition": "codebook",
    "define": "define",
    "next-reference": "references",
    "previous-reference": "references",
    "recode": "recode",
    "agencies": "agency",
    "resize": "resize",
    "delete": "delete",
    "undo": "undo",
    "redo": "redo",
    "next-suggested": "notes",
    "next-flag": "notes",
    "done": "done",
    "next-uncoded": "notes",
    "filter": "notes",
    "all-notes": "notes",
    "find": "find",
    "find-next": "find",
    "find-previous": "find",
    "go": "show",
    "bookmark": "bookmark",
    "bookmarks": "bookmarks",
    "memo": "memo",
    "note-memo": "memo",
    "memos": "memos",
    "case": "case",
    "counts": "codebook",
    "progress": "progress",
    "codebook": "codebook",
    "palette": "actions",
    "help": "actions",
}
"""Which line does what an action of the screen does."""

ACTION_IDS = {action.id for action in ACTIONS}
OF_THE_SCREEN_ALONE = {
    *("next-note", "previous-note", "back", "forward", "list", "theme", "quit"),
    *("jump", "other-end", "cancel"),
    *(action.id for action in SELECTING),
}
"""Moving, selecting and the look of the screen, for which a line names the place."""


def test_every_action_of_the_screen_has_its_line():
    by_its_own_name = ACTION_IDS & LINE_ACTIONS.keys()
    assert ACTION_IDS - by_its_own_name <= ON_THE_SCREEN.keys() | OF_THE_SCREEN_ALONE
    assert set(ON_THE_SCREEN.values()) <= LINE_ACTIONS.keys()


def test_errors_of_the_project_are_all_answered(session):
    for name, action in LINE_ACTIONS.items():
        answer = one(session, action=name, **{f.name: f"{f.name}?" for f in action.fields})
        assert answer["ok"] or answer["error"]["exit_code"] in {2, 4, 9, 10}, name
    assert issubclass(CodingError, NotecodeError)


VALUES = {
    "text": st.one_of(
        st.sampled_from(
            ["", "N1", "S1", "C1", SHARING, "police", "note:N1", "value", "-1", "2017-01"]
        ),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    ),
    "number": st.one_of(st.integers(0, 60), st.just(10**30)),
    "yes/no": st.booleans(),
}
VALUES["texts"] = st.one_of(VALUES["text"], st.lists(VALUES["text"], max_size=3))
LINE = st.sampled_from(list(LINE_ACTIONS.values())).flatmap(
    lambda action: st.fixed_dictionaries(
        {f.name: VALUES[f.kind] for f in action.fields if f.needed},
        optional={f.name: VALUES[f.kind] for f in action.fields if not f.needed},
    ).map(lambda fields: {"action": action.name, **fields})
)


@settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(LINE, min_size=1, max_size=4))
def test_whatever_a_line_says_it_has_an_answer(session, lines):
    answers = applied(session, *lines, manner="none")
    assert [answer["line"] for answer in answers] == list(range(1, len(lines) + 1))
    assert all(answer["ok"] or answer["error"]["what"] for answer in answers)
    assert events(session) == 0
