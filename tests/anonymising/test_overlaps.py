"""Overlapping findings, replacement, and the map between the two texts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from presidio_anonymizer import AnonymizerEngine

from notecode.anonymising.conflicts import resolve
from notecode.anonymising.findings import Finding
from notecode.anonymising.protection import Kept
from notecode.anonymising.pseudonyms.replacement import replace_findings
from notecode.anonymising.review.span_map import SpanMap
from notecode.model import Span

ENGINE = AnonymizerEngine()


def masked(text: str, findings: list[Finding], kept: list[Kept] | None = None) -> list[str]:
    return [text[f.start : f.end] for f in resolve(text, findings, kept or [])]


def at(text: str, piece: str, kind: str, score: float, person: str = "") -> Finding:
    start = text.index(piece)
    return Finding(start, start + len(piece), kind, score, "test", person)


def test_the_longer_sure_finding_wins() -> None:
    text = "mail j.stott@example.com now"
    findings = [
        at(text, "stott", "PERSON", 0.95, "p"),
        at(text, "j.stott@example.com", "EMAIL", 0.96),
    ]
    assert masked(text, findings) == ["j.stott@example.com"]


def test_a_guess_yields_to_a_sure_finding() -> None:
    text = "in Hull Road today"
    findings = [at(text, "Hull Road today", "PLACE", 0.6), at(text, "Hull Road", "ADDRESS", 0.84)]
    assert masked(text, findings) == ["Hull Road"]


def test_what_sticks_out_of_a_sure_loser_is_masked_too() -> None:
    text = "AB12345678 99"
    findings = [
        Finding(0, 10, "REFERENCE", 0.9, "a"),
        Finding(5, 13, "PHONE", 0.85, "b"),
    ]
    assert masked(text, findings) == ["AB12345678", "99"]


def test_a_surname_widens_the_name_of_the_roster() -> None:
    text = "told Sarah Wainfleet that"
    findings = [at(text, "Sarah", "PERSON", 0.95, "vs"), at(text, "Sarah Wainfleet", "PERSON", 0.7)]
    result = resolve(text, findings, [])
    assert [(text[f.start : f.end], f.person_id) for f in result] == [("Sarah Wainfleet", "vs")]


def test_two_people_in_one_guess_stay_two() -> None:
    text = "told Sarah Tyreece that"
    findings = [
        at(text, "Sarah", "PERSON", 0.95, "vs"),
        at(text, "Tyreece", "PERSON", 0.95, "c1"),
        at(text, "Sarah Tyreece", "PERSON", 0.7),
    ]
    assert [f.person_id for f in resolve(text, findings, [])] == ["vs", "c1"]


def test_parts_of_one_name_become_one_mask() -> None:
    text = "told Tyreece Adeyinca that"
    findings = [
        at(text, "Tyreece", "PERSON", 0.95, "c1"),
        at(text, "Adeyinca", "PERSON", 0.9, "c1"),
    ]
    assert masked(text, findings) == ["Tyreece Adeyinca"]


def test_an_agency_is_kept_from_a_guess_and_from_a_pattern_within_it() -> None:
    text = "rang Women's Aid HU5 3PL line"
    aid = Kept(5, 16, False)
    assert masked(text, [at(text, "Aid", "PERSON", 0.7)], [aid]) == []
    assert masked(text, [at(text, "Women", "REFERENCE", 0.9)], [aid]) == []
    assert masked(text, [at(text, "Women's Aid HU5 3PL", "ADDRESS", 0.9)], [aid]) == [
        "Women's Aid HU5 3PL"
    ]


def test_a_name_of_the_roster_beats_an_agency() -> None:
    text = "at Grace House"
    finding = at(text, "Grace", "PERSON", 0.95, "c2")
    assert masked(text, [finding], [Kept(3, 14, False)]) == ["Grace"]


@pytest.mark.parametrize(
    ("kind", "kept", "expected"),
    [
        ("SURGERY", "Surgery", ["Heath View Surgery"]),
        ("SCHOOL", "Surgery", ["Heath View Surgery"]),
        ("PLACE", "Surgery", ["Heath View"]),
        ("SURGERY", "Heath View Surgery", []),
        ("SURGERY", "View", ["Heath", "Surgery"]),
    ],
)
def test_a_named_surgery_takes_the_word_for_its_kind(
    kind: str, kept: str, expected: list[str]
) -> None:
    text = "GP is Heath View Surgery"
    start = text.index(kept)
    holes = [Kept(start, start + len(kept), False)]
    assert masked(text, [at(text, "Heath View Surgery", kind, 0.81)], holes) == expected


def test_a_dash_parts_two_people() -> None:
    text = "RANG CLAIRE - MARK"
    found = [at(text, "CLAIRE", "PERSON", 0.95, "p"), at(text, "CLAIRE - MARK", "PERSON", 0.6)]
    assert masked(text, found) == ["CLAIRE"]


def test_a_standing_tag_is_never_cut() -> None:
    text = "told [OM_1] 123456789"
    tag = Kept(5, 11, True)
    assert masked(text, [Finding(0, 21, "PERSON", 1.0, "roster", "p")], [tag]) == [
        "told",
        "123456789",
    ]


SPANS = st.tuples(st.integers(0, 40), st.integers(1, 12))


@given(
    st.lists(
        st.builds(
            lambda span, kind, score, person: Finding(
                span[0], span[0] + span[1], kind, score, "t", person if kind == "PERSON" else ""
            ),
            SPANS,
            st.sampled_from(["PERSON", "DATE", "PLACE"]),
            st.sampled_from([0.6, 0.75, 0.8, 0.9, 0.95, 1.0]),
            st.sampled_from(["", "a", "b"]),
        ),
        max_size=12,
    ),
    st.lists(SPANS, max_size=3),
    st.randoms(use_true_random=False),
)
def test_the_outcome_is_disjoint_ordered_and_whole(findings, holes, random) -> None:  # type: ignore[no-untyped-def]
    text = "Lorem [OM_1] ipsum dolor-sit amet, conse ct etu r adip"
    tags = sorted({Kept(start, start + size, True) for start, size in holes})
    tags = [tag for n, tag in enumerate(tags) if n == 0 or tags[n - 1].end <= tag.start]
    result = resolve(text, findings, tags)
    for before, after in pairwise(result):
        assert before.end <= after.start
    covered = {i for f in result for i in range(f.start, f.end)}
    kept = {i for tag in tags for i in range(tag.start, tag.end)}
    assert not covered & kept
    for finding in findings:
        if finding.score >= 0.8:
            letters = {i for i in range(finding.start, finding.end) if text[i : i + 1].isalnum()}
            assert letters <= covered | kept
    shuffled = list(findings)
    random.shuffle(shuffled)
    assert resolve(text, shuffled, tags) == result


@given(st.text(alphabet="ab \n🙂é", max_size=300), st.data())
def test_replacing_maps_both_ways(text: str, data: st.DataObject) -> None:
    cuts = sorted(set(data.draw(st.lists(st.integers(0, len(text)), max_size=130))))
    findings = [
        Finding(a, b, "PERSON", 1.0, "t", "p") for a, b in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    tags = [f"[P_{n}]" for n in range(len(findings))]
    done, source = replace_findings(ENGINE, text, findings, tags)
    rest, position = [], 0
    for finding, name in zip(findings, tags, strict=True):
        rest += [text[position : finding.start], name]
        position = finding.end
    assert done == "".join([*rest, text[position:]])
    assert [place.anonymised.cut(done) for place in source.masked] == tags
    for place in source.masked:
        assert source.to_anonymised(place.raw) == place.anonymised
    if text:
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        mapped = source.to_anonymised(Span(start, end))
        assert mapped is not None
        assert mapped.end <= len(done)
        touched = [p for p in source.masked if p.raw.overlaps(Span(start, end))]
        if not touched:
            assert mapped.cut(done) == text[start:end]
        assert all(mapped.contains(p.anonymised) for p in touched)


def test_a_span_outside_the_text_has_no_place() -> None:
    assert SpanMap((), 5, 5).to_anonymised(Span(3, 6)) is None
    assert SpanMap((), 5, 5).to_anonymised(Span(3, 5)) == Span(3, 5)


def test_a_map_prints_no_text() -> None:
    assert (
        repr(SpanMap((), 5, 5))
        == str(SpanMap((), 5, 5))
        == "SpanMap(0 replacements, 5 code points)"
    )
    assert repr(Finding(0, 4, "PERSON", 1.0, "roster", "p1")) == "Finding(PERSON, 0-4, roster)"
