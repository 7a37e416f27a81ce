"""Decisions applied to what was found in a text: which one wins, what stays masked."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.anonymising.findings import PERSON, REVIEW, Finding
from notecode.anonymising.protection import Kept
from notecode.anonymising.review.rulings import (
    DOUBTFUL,
    LOST,
    SAME_WORD,
    YIELDED,
    PlacedDecision,
    Rulings,
    Settled,
)
from notecode.anonymising.review.span_map import MaskedSpan, SpanMap
from notecode.anonymising.words.spelling import tokens
from notecode.decisions import MaskDecision
from notecode.model import Flag, Span

TEXT = "Rang Grace House, Grace said. Kezza of Women's Aid met Bob Smith."
PEOPLE = {"[VS]": "vs", "[SU]": "su"}


def at(part: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(part, start + 1)
    return Span(start, start + len(part))


def found(part: str, kind: str = PERSON, score: float = 0.95, person: str = "") -> Finding:
    span = at(part)
    return Finding(span.start, span.end, kind, score, "roster" if person else "model", person)


def decided(action: str, span: Span, number: int = 0, **more: object) -> PlacedDecision:
    decision = MaskDecision(
        id=f"d{number}",
        case_id="C",
        note_id="n",
        action=action,  # type: ignore[arg-type]
        reviewer="ann",
        at="",
        **more,  # type: ignore[arg-type]
    )
    return PlacedDecision(decision, ("n", span))


def settle(
    placed: list[PlacedDecision], findings: list[Finding], kept: list[Kept] | None = None
) -> Settled:
    rulings = Rulings(placed, {"n": TEXT}, PEOPLE)
    return rulings.settle("n", TEXT, tokens(TEXT), findings, kept or [])


def masked(settled: Settled) -> list[str]:
    return [TEXT[f.start : f.end] for f in settled.findings]


def test_a_masked_word_beats_what_was_found_across_it_and_an_agency() -> None:
    aid = at("Women's Aid")
    settled = settle(
        [decided("mask", at("Aid"), type="PLACE")], [], [Kept(aid.start, aid.end, False)]
    )
    assert [(f.type, f.recogniser) for f in settled.findings] == [("PLACE", REVIEW)]
    settled = settle(
        [decided("mask", at("Smith"), type="PLACE")], [found("Bob Smith", person="su")]
    )
    assert [(TEXT[f.start : f.end], f.type) for f in settled.findings] == [
        ("Bob", PERSON),
        ("Smith", "PLACE"),
    ]


def test_a_tag_that_stands_in_the_text_is_not_masked() -> None:
    tag = at("Grace")
    settled = settle(
        [decided("mask", at("Grace House"), type="PLACE")], [], [Kept(*_ends(tag), True)]
    )
    assert masked(settled) == ["House"]


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def test_a_mask_can_be_somebody_of_the_people_file() -> None:
    settled = settle([decided("person", at("Kezza"), tag="[VS]", type="PERSON")], [])
    assert [(f.type, f.person_id) for f in settled.findings] == [(PERSON, "vs")]
    gone = settle([decided("person", at("Kezza"), tag="[OM_7]", type="PERSON")], [])
    assert [(f.type, f.person_id) for f in gone.findings] == [(PERSON, "[OM_7]")], "still theirs"


def test_a_word_let_stand_is_cut_out_of_what_was_found() -> None:
    guess = [found("Grace House", score=0.6), found("Bob Smith", score=0.9)]
    settled = settle([decided("unmask", at("Grace House")), decided("unmask", at("Bob"), 1)], guess)
    assert masked(settled) == ["Smith"]


@pytest.mark.parametrize(
    ("recogniser", "person", "deliberate", "stands"),
    [
        ("roster", "vs", False, False),
        ("roster", "vs", True, True),
        ("roster-identifier", "vs", False, False),
        ("roster-misspelt", "vs", False, True),
        ("model", "", False, True),
    ],
)
def test_a_listed_name_stands_only_on_purpose(
    recogniser: str, person: str, deliberate: bool, stands: bool
) -> None:
    span = at("Kezza")
    listed = Finding(span.start, span.end, PERSON, 0.95, recogniser, person)
    settled = settle([decided("unmask", span, deliberate=deliberate)], [listed])
    assert (masked(settled) == []) is stands
    assert (settled.yielded == []) is stands


def test_everywhere_means_every_place_of_the_same_words_in_any_letter_case() -> None:
    text = "kezza. KEZZA'S flat, Kézza and Kezzas."
    placed = [decided("mask", at("Kezza"), type="PERSON", everywhere=True)]
    rulings = Rulings(placed, {"n": TEXT}, PEOPLE)
    settled = rulings.settle("other", text, tokens(text), [], [])
    assert [text[f.start : f.end] for f in settled.findings] == ["kezza", "KEZZA", "Kézza"]
    assert not rulings.has_own("other")


def test_what_was_decided_here_comes_first_then_what_was_decided_last() -> None:
    first = decided("mask", at("Grace"), 0, type="PLACE", everywhere=True)
    here = decided("unmask", at("Grace", 1), 1)
    last = decided("retype", at("Grace"), 2, type="SCHOOL", everywhere=True)
    settled = settle([first, here, last], [])
    assert [(f.start, f.type) for f in settled.findings] == [(at("Grace").start, "SCHOOL")]
    assert len(settled.ruled) == 5, "each decision keeps its places"


def test_signs_without_a_word_are_masked_here_alone() -> None:
    settled = settle([decided("mask", at("."), type="OTHER", everywhere=True)], [])
    assert masked(settled) == ["."]


def test_flags_are_dismissed_by_reason_and_word() -> None:
    source = SpanMap((), len(TEXT), len(TEXT))
    flags = [Flag(span=at("Grace", n), reason=reason) for n in (0, 1) for reason in ("a", "b")]
    placed = [decided("dismiss", at("Grace"), reason="a", everywhere=True)]
    rulings = Rulings(placed, {"n": TEXT}, PEOPLE)
    settled = rulings.settle("n", TEXT, tokens(TEXT), [], [])
    left = rulings.flags("n", TEXT, source, settled, flags)
    assert [flag.reason for flag in left] == ["b", "b"]
    stands = Rulings([decided("unmask", at("Grace"))], {"n": TEXT}, PEOPLE)
    settled = stands.settle("n", TEXT, tokens(TEXT), [], [])
    left = stands.flags("n", TEXT, source, settled, flags)
    assert {flag.span for flag in left} == {at("Grace", 1)}


def test_what_could_not_be_applied_is_flagged() -> None:
    source = SpanMap((), len(TEXT), len(TEXT))
    lost = PlacedDecision(decided("mask", at("Grace")).decision, None, lost=("n",))
    guessed = PlacedDecision(
        decided("mask", at("Bob"), 1).decision, ("n", at("Bob")), doubtful=("n",)
    )
    yields = decided("unmask", at("Kezza"), 2)
    rulings = Rulings([lost, guessed, yields], {"n": TEXT}, PEOPLE)
    settled = rulings.settle("n", TEXT, tokens(TEXT), [found("Kezza", person="vs")], [])
    flags = rulings.flags("n", TEXT, source, settled, [])
    assert [(flag.reason, flag.span.cut(TEXT)) for flag in flags] == [
        (LOST, TEXT),
        (YIELDED, "Kezza"),
        (DOUBTFUL, "Bob"),
    ]
    assert rulings.flags("n", "", SpanMap((), 0, 0), Settled("", []), []) == ()


SPANS = st.tuples(st.integers(0, len(TEXT) - 2), st.integers(1, 12)).map(
    lambda pair: Span(pair[0], min(pair[0] + pair[1], len(TEXT)))
)
PLACED = st.lists(
    st.tuples(st.sampled_from(["mask", "unmask", "retype", "dismiss"]), SPANS, st.booleans()),
    max_size=6,
)
FINDINGS = st.lists(
    st.builds(
        lambda span, score, person: Finding(
            span.start, span.end, PERSON, score, "roster" if person else "model", person
        ),
        SPANS,
        st.sampled_from([0.6, 0.8, 0.95]),
        st.sampled_from(["", "vs"]),
    ),
    max_size=6,
)


@given(PLACED, FINDINGS)
def test_what_a_person_masked_is_masked_and_what_they_let_stand_stands(placed, findings) -> None:  # type: ignore[no-untyped-def]
    decisions = [
        decided(action, span, number, type="PLACE", everywhere=everywhere, deliberate=True)
        for number, (action, span, everywhere) in enumerate(placed)
    ]
    settled = settle(decisions, findings)
    for before, after in pairwise(settled.findings):
        assert before.end <= after.start
    hidden = {i for f in settled.findings for i in range(f.start, f.end)}
    taken: set[int] = set()
    for item in settled.ruled:
        here = set(range(item.span.start, item.span.end))
        if item.decision.action == "dismiss" or here & taken:
            continue
        taken |= here
        if item.decision.action == "unmask":
            assert not here & hidden
        else:
            assert here <= hidden


@given(PLACED, FINDINGS)
def test_positions_are_those_of_some_text(placed, findings) -> None:  # type: ignore[no-untyped-def]
    decisions = [decided(a, s, n, type="PLACE", everywhere=e) for n, (a, s, e) in enumerate(placed)]
    settled = settle(decisions, findings)
    masks, length = [], 0
    at_raw = 0
    for finding in settled.findings:
        length += finding.start - at_raw
        masks.append(
            MaskedSpan(
                raw=Span(finding.start, finding.end),
                anonymised=Span(length, length + 4),
                type=finding.type,
            )
        )
        length, at_raw = length + 4, finding.end
    source = SpanMap(tuple(masks), len(TEXT), length + len(TEXT) - at_raw)
    rulings = Rulings(decisions, {"n": TEXT}, PEOPLE)
    flags = rulings.flags("n", "x" * source.anonymised_length, source, settled, [])
    assert all(flag.span.end <= source.anonymised_length for flag in flags)


def test_a_name_is_not_widened_over_another() -> None:
    spans = [(29, 41, 0.6), (40, 52, 0.6), (50, 51, 0.8)]
    findings = [Finding(start, end, PERSON, score, "model") for start, end, score in spans]
    settled = settle([], findings)
    for before, after in pairwise(settled.findings):
        assert before.end <= after.start


WILLS = "Will rang. He will call Kezza, KEZZA and kezza. Will too."


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("Will", ["Will"]),
        ("will", ["will"]),
        ("Kezza", ["Kezza", "KEZZA", "kezza"]),
        ("call Kezza", ["call Kezza"]),
    ],
)
def test_everywhere_tells_plain_words_apart_by_their_letter_case(
    part: str, expected: list[str]
) -> None:
    start = WILLS.index(part)
    placed = [decided("mask", Span(start, start + len(part)), type=PERSON, everywhere=True)]
    rulings = Rulings(placed, {"n": WILLS}, PEOPLE, {"will", "rang", "he", "call", "too"})
    on = sorted(rulings.on("n", WILLS, tokens(WILLS)), key=lambda ruled: ruled.span.start)
    assert [ruled.span.cut(WILLS) for ruled in on] == expected


SENTENCES = (
    "Saw Will at court. Will said no. Will need to chase. WILL"
    " told mum. Then Will left, and Will's dad too."
)


def everywhere(action: str, nth: int, **more: object) -> tuple[list[int], list[str]]:
    """Where a decision made on the nth "Will" holds, and the flags that it leaves."""
    starts = [n for n in range(len(SENTENCES)) if SENTENCES[n : n + 4].lower() == "will"]
    span = Span(starts[nth], starts[nth] + 4)
    placed = [decided(action, span, everywhere=True, **more)]
    rulings = Rulings(placed, {"n": SENTENCES}, PEOPLE, {"will", "need", "to", "said"})
    settled = rulings.settle("n", SENTENCES, tokens(SENTENCES), [], [])
    held = sorted(starts.index(ruled.span.start) for ruled in settled.ruled)
    masks = [
        MaskedSpan(raw=Span(f.start, f.end), anonymised=Span(f.start, f.end), type=f.type)
        for f in settled.findings
    ]
    source = SpanMap(tuple(masks), len(SENTENCES), len(SENTENCES))
    flags = rulings.flags("n", SENTENCES, source, settled, [])
    return held, [f"{starts.index(flag.span.start)} {flag.reason}" for flag in flags]


def test_a_word_that_may_begin_a_sentence_is_masked_everywhere_only_as_a_name() -> None:
    held, flags = everywhere("person", 0, tag="[SU]", type="PERSON")
    assert held == [0, 1, 4, 5], "in mid-sentence, and where somebody says something"
    assert flags == [f"2 {SAME_WORD}"]


def test_what_is_masked_as_something_else_than_a_person_is_doubted_at_each_such_place() -> None:
    held, flags = everywhere("mask", 0, type="PLACE")
    assert held == [0, 4, 5]
    assert flags == [f"1 {SAME_WORD}", f"2 {SAME_WORD}"]


def test_a_person_who_masks_it_there_is_obeyed_there() -> None:
    held, flags = everywhere("mask", 2, type="PERSON")
    assert held == [0, 1, 2, 4, 5]
    assert flags == []


def test_a_word_let_stand_as_a_word_stays_masked_where_it_is_a_name() -> None:
    assert everywhere("unmask", 2, deliberate=True) == ([2], [])
    held, _ = everywhere("unmask", 0, deliberate=True)
    assert held == [0, 1, 2, 4, 5], "let stand as a name: each of them"
