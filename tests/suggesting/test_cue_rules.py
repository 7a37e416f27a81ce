"""How cue rules become suggestions: evidence, ids, agencies, order, limits."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from notecode.codebook import parse_codebook, shipped_codebook_text
from notecode.model import Agency, Alias, Code, Codebook, Mention, Note, Rule, Span
from notecode.suggesting import compile_suggester, find_mentions, suggest
from notecode.suggesting.rules import suggestion_id

CODES = (
    Code(id="talk", label="Talk", definition="x"),
    Code(id="walk", label="Walk", definition="x"),
)
AGENCIES = (
    Agency(id="police", label="P", definition="x", aliases=(Alias(text="police"),)),
    Agency(id="housing", label="H", definition="x", aliases=(Alias(text="hostel"),)),
)


def rule(id_: str = "r", code: str = "talk", **more: Any) -> Rule:
    return Rule(**{"id": id_, "code": code, "any": ("rang",), "version": "v1", **more})


def book(*rules: Rule, codes: tuple[Code, ...] = CODES) -> Codebook:
    return Codebook(title="t", codes=codes, agencies=AGENCIES, rules=rules)


def note(text: str) -> Note:
    return Note(id="n1", case_id="c1", text=text)


def codes(text: str, *rules: Rule) -> list[str]:
    return [s.code for s in compile_suggester(book(*rules)).for_note(note(text))[1]]


def test_a_suggestion_names_its_rule_and_shows_its_evidence() -> None:
    text = "Quiet day. Rang police and the hostel, no joy."
    two = rule(any=("RANG", r"no \w+", "absent"))
    mentions, suggestions = compile_suggester(book(two)).for_note(note(text), "Site 1")
    assert [mention.agency for mention in mentions] == ["police", "housing"]
    (one,) = suggestions
    assert one.span.cut(text) == "Rang police and the hostel, no joy."
    assert [span.cut(text) for span in one.evidence] == ["Rang", "no joy"]
    assert (one.note_id, one.code, one.rule, one.rule_version) == ("n1", "talk", "r", "v1")
    assert one.agencies == ("housing", "police")


def test_the_id_is_a_digest_of_what_makes_the_suggestion() -> None:
    text = "Rang police."
    (one,) = compile_suggester(book(rule())).for_note(note(text))[1]
    (again,) = compile_suggester(book(rule())).for_note(note(text))[1]
    assert one.id == again.id == suggestion_id("n1", one.span, rule())
    assert len(one.id) == 16
    assert int(one.id, 16) >= 0
    others = {
        suggestion_id("n2", one.span, rule()),
        suggestion_id("n1", Span(0, 3), rule()),
        suggestion_id("n1", one.span, rule(code="walk")),
        suggestion_id("n1", one.span, rule(id_="q")),
        suggestion_id("n1", one.span, rule(version="v2")),
    }
    assert len(others | {one.id}) == 6


def test_one_of_any_must_match_and_none_of_unless() -> None:
    asked = rule(any=("rang", "wrote"), unless=("never", "not"))
    assert codes("He wrote.", asked) == ["talk"]
    assert codes("He never wrote.", asked) == []
    assert codes("He slept.", asked) == []


def test_agencies_required_optional_none() -> None:
    assert codes("Rang police.", rule(agencies="required")) == ["talk"]
    assert codes("Rang her.", rule(agencies="required")) == []
    assert codes("Rang her.", rule(agencies="optional")) == ["talk"]
    assert codes("Rang police.", rule(agencies="none")) == []
    assert codes("Rang her.", rule(agencies="none")) == ["talk"]


def test_only_limits_who_satisfies_the_rule_not_who_is_named() -> None:
    limited = rule(agencies="required", only=("police",))
    assert codes("Rang hostel.", limited) == []
    (one,) = compile_suggester(book(limited)).for_note(note("Rang hostel and police."))[1]
    assert one.agencies == ("housing", "police")


def test_two_rules_for_one_code_make_one_suggestion_of_the_first() -> None:
    first, second = rule("first"), rule("second", any=("rang police",))
    for rules in ((first, second), (second, first)):
        (one,) = compile_suggester(book(*rules)).for_note(note("Rang police."))[1]
        assert one.rule == rules[0].id


def test_two_codes_make_two_suggestions() -> None:
    assert codes("Rang police.", rule(), rule("w", "walk")) == ["talk", "walk"]


def test_agencies_are_those_of_the_sentence_alone() -> None:
    text = "Police came. Rang the hostel. Rang."
    found = compile_suggester(book(rule())).for_note(note(text))[1]
    assert [one.agencies for one in found] == [("housing",), ()]


def test_no_suggestion_from_what_is_planned_quoted_or_printed() -> None:
    assert codes("To ring police, rang out.", rule()) == []
    assert codes("> Rang police.", rule()) == []
    assert codes("Sent from my phone, rang.", rule()) == []


def test_a_retired_code_is_not_suggested() -> None:
    retired = (replace(CODES[0], status="retired"), CODES[1])
    suggester = compile_suggester(book(rule(), rule("w", "walk"), codes=retired))
    assert [s.code for s in suggester.for_note(note("Rang."))[1]] == ["walk"]


def test_suggest_takes_the_mentions_that_are_known() -> None:
    text = note("Rang police. Rang hostel.")
    rules = book(rule(agencies="required"))
    mentions = find_mentions(text, rules)
    assert suggest(text, mentions, rules) == compile_suggester(rules).for_note(text)[1]
    corrected = (Mention(note_id="n1", span=Span(18, 24), agency="police", rule="by hand"),)
    assert [s.agencies for s in suggest(text, corrected, rules)] == [("police",)]


def test_an_empty_note_has_nothing() -> None:
    assert compile_suggester(book(rule())).for_note(note("")) == ((), ())


def test_only_the_head_of_a_paste_without_stops_is_read_by_rules() -> None:
    assert codes("x " * 400 + "rang", rule()) == ["talk"]
    assert codes("x " * 600 + "rang", rule()) == []


@given(st.lists(st.sampled_from(["Rang police.", "Rang.", "Slept.", "hostel", "\n", "> "])))
def test_suggestions_are_repeatable_ordered_and_unique(parts: list[str]) -> None:
    text = note(" ".join(parts))
    suggester = compile_suggester(book(rule(), rule("w", "walk", any=("police", "hostel"))))
    mentions, suggestions = suggester.for_note(text)
    assert (mentions, suggestions) == suggester.for_note(text)
    assert len({one.id for one in suggestions}) == len(suggestions)
    assert [s.span for s in suggestions] == sorted(s.span for s in suggestions)
    for one in suggestions:
        assert all(one.span.contains(evidence) for evidence in one.evidence)
        inside = {m.agency for m in mentions if one.span.contains(m.span)}
        assert set(one.agencies) == inside


def test_a_long_paste_of_one_sentence_or_of_many_is_read_to_the_end() -> None:
    shipped, _ = parse_codebook(shipped_codebook_text(), "codebook.yaml")
    assert shipped is not None
    suggester = compile_suggester(shipped)
    mentions, suggestions = suggester.for_note(note("rang om re breach recall marac " * 700))
    assert len(mentions) == 2 * 700
    assert {s.span for s in suggestions} == {Span(0, 700 * 31 - 1)}
    mentions, suggestions = suggester.for_note(note("Rang OM.\n" * 600))
    assert len(mentions) == len(suggestions) == 600
    assert suggestions[-1].span.end == 600 * 9 - 1
    assert suggester.for_note(note("a" * 250_000)) == ((), ())
