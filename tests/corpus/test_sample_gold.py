"""The gold cuts out of the notes what it claims, and leaves nothing contested unlabelled."""

import csv
import io
import re
import unicodedata
from collections import Counter, defaultdict
from itertools import pairwise

import pytest
from corpus.generator.agencies import SITES
from corpus.generator.measure import Note
from corpus.generator.names import DIMINUTIVES, folded
from corpus.generator.slots import ORDINARY

ACTIVITIES = {
    "information-sharing", "disruption", "safety-planning", "institutional-advocacy",
    "child-safeguarding", "multi-agency-support", "contact", "direct-support", "behaviour-change",
}  # fmt: skip
AGENCIES = {
    "idva", "probation", "police", "children-social-services", "multi-agency-fora", "housing",
    "mental-health", "schools", "substance-misuse", "other-vs-services", "health", "prison",
    "courts-cps", "benefits", "council",
}  # fmt: skip
REASONS = {
    "sense", "need", "history", "negated", "plan", "hypothetical", "place", "template", "quoted",
}  # fmt: skip
TYPES = {
    "PERSON", "DATE", "AGE", "PHONE", "EMAIL", "HANDLE", "ADDRESS", "POSTCODE", "VRM", "ID", "ORG",
    "LOCATION", "NRP",
}  # fmt: skip
PATTERNS = {
    "PHONE": r"\(?0[\d ()]{9,13}",
    "EMAIL": r"[\w.\-]+@[\w.]+",
    "POSTCODE": r"[A-Z]{2}\d{1,2} \d[A-Z]{2}",
    "VRM": r"[A-Z]{2}\d{2} ?[A-Z]{3}",
    "AGE": r"\d{1,2}",
    "HANDLE": r"@?[\w.]+",
    "ADDRESS": r"(?:Flat \d, )?\d+a? [\w' ]+",
    "ID": r"[\w/ ]*\d[\w/ ]*",
    "DATE": r"(?:\w{3,5} )?\d{1,2}(?:st|nd|rd|th)?[ /.].*",
}


def cut(note: Note, span: dict[str, int]) -> str:
    return note.text[span["start"] : span["end"]]


@pytest.fixture(scope="module")
def people(committed: dict[str, str]) -> dict[str, dict[str, str]]:
    rows = csv.DictReader(io.StringIO(committed["people.csv"], newline=""))
    return {row["person_id"]: row for row in rows}


def test_every_span_lies_in_its_note_and_is_not_blank(notes: list[Note]):
    for note in notes:
        groups = [note.spans, note.keep, *(note.codes[k] for k in
                  ("mentions", "references", "non_mentions", "neutral"))]  # fmt: skip
        for span in (span for group in groups for span in group):
            assert 0 <= span["start"] < span["end"] <= len(note.text), note.id
            piece = cut(note, span)
            assert piece == piece.strip(), note.id


def test_the_vocabulary_is_the_manuals(notes: list[Note]):
    for note in notes:
        assert {r["activity"] for r in note.codes["references"]} <= ACTIVITIES
        named = {a for r in note.codes["references"] for a in r["agencies"]}
        assert named | {m["agency"] for m in note.codes["mentions"]} <= AGENCIES
        assert {n["reason"] for n in note.codes["non_mentions"]} <= REASONS
        assert {s["type"] for s in note.spans} <= TYPES
        assert {s["identifier_type"] for s in note.spans} <= {"DIRECT", "QUASI"}


@pytest.mark.parametrize("kind", sorted(PATTERNS))
def test_identifiers_look_like_their_type(notes: list[Note], kind: str):
    found = [(n.id, cut(n, s)) for n in notes for s in n.spans if s["type"] == kind]
    assert len(found) >= 20
    pattern = re.compile(PATTERNS[kind], re.IGNORECASE)
    assert [note for note, text in found if not pattern.fullmatch(text)] == []


def forms_of(person: dict[str, str]) -> set[str]:
    """Every right way to write a person's name, in lower case and with no accents."""
    first, last = person["first_name"], person["last_name"]
    letters = folded(first[0] + last[0])
    forms = {first, last, f"{first} {last}", f"{last}, {first}", letters, ".".join(letters) + "."}
    forms |= {person["known_as"], DIMINUTIVES.get(first, "")} - {""}
    return {folded(form).lower() for form in forms}


def one_slip(right: str, written: str) -> bool:
    """Whether one letter is doubled, dropped, or swapped with its neighbour."""
    if abs(len(right) - len(written)) == 1:
        longer, shorter = sorted((right, written), key=len, reverse=True)
        return any(longer[:n] + longer[n + 1 :] == shorter for n in range(len(longer)))
    pairs = [n for n, (a, b) in enumerate(zip(right, written, strict=False)) if a != b]
    return len(right) == len(written) and len(pairs) == 2 and pairs[1] - pairs[0] == 1


def test_names_are_forms_of_the_roster(notes: list[Note], people: dict[str, dict[str, str]]):
    for note in notes:
        for span in note.spans:
            if span["type"] != "PERSON":
                continue
            person = people[span["entity"]]
            written = folded(cut(note, span)).lower()
            first = folded(person["first_name"]).lower()
            assert written in forms_of(person) or one_slip(first, written), (note.id, span["start"])


def test_people_belong_to_the_notes_case(notes: list[Note], committed: dict[str, str]):
    cases: dict[str, set[str]] = defaultdict(set)
    for row in csv.DictReader(io.StringIO(committed["people.csv"], newline="")):
        cases[row["case_id"]].add(row["person_id"])
    for note in notes:
        assert {s["entity"] for s in note.spans if s["entity"]} <= cases[note.case], note.id


def test_titles_and_possessives_stand_outside(notes: list[Note]):
    for note in notes:
        for span in (s for s in note.spans if s["type"] == "PERSON"):
            text = cut(note, span).lower()
            assert not re.match(r"(?:mrs?|ms|miss|dr|dc|pc|ds)\b[ .]", text), note.id
            assert not text.endswith(("'s", "’s")), note.id


def variants(note: Note, span: dict[str, int], person: dict[str, str]) -> set[str]:
    """In what ways this name departs from plain first and last name."""
    text, first, last = cut(note, span), person["first_name"], person["last_name"]
    plain, kinds = folded(text).lower(), set()
    after, before = note.text[span["end"] : span["end"] + 2], note.text[: span["start"]]
    nick = {person["known_as"], DIMINUTIVES.get(first, "")} - {"", first}
    tests = {
        "full": plain == folded(f"{first} {last}").lower(),
        "first only": plain == folded(first).lower(),
        "surname with title": plain == folded(last).lower()
        and bool(re.search(r"(?i)\b(?:mr|mrs|ms|dr|dc|pc|ds) $", before)),
        "surname, first": plain == folded(f"{last}, {first}").lower(),
        "nickname": plain in {folded(n).lower() for n in nick},
        "initials": bool(re.fullmatch(r"[a-z]{2}|[a-z]\.[a-z]\.", plain)),
        "possessive": after == "'s",
        "misspelt": plain not in forms_of(person),
        "lower case": text.islower() and not note.text.islower(),
        "upper case": text.isupper() and len(text) > 3 and not note.text.isupper(),
        "accents folded": text.isascii() and not f"{first}{last}".isascii(),
        "accents kept": not text.isascii(),
        "hyphenated": "-" in text,
        "apostrophe": "'" in text,
    }
    kinds |= {kind for kind, holds in tests.items() if holds}
    return kinds


def test_every_way_of_writing_a_name_occurs(notes: list[Note], people: dict[str, dict[str, str]]):
    seen: Counter[str] = Counter()
    for note in notes:
        for span in note.spans:
            if span["type"] == "PERSON":
                seen.update(variants(note, span, people[span["entity"]]))
    wanted = {
        "full": 100, "first only": 300, "surname with title": 30, "surname, first": 5,
        "nickname": 50, "initials": 30, "possessive": 50, "misspelt": 20, "lower case": 20,
        "upper case": 10, "accents folded": 50, "accents kept": 50, "hyphenated": 20,
        "apostrophe": 1,
    }  # fmt: skip
    assert {kind: seen[kind] for kind, least in wanted.items() if seen[kind] < least} == {}


def test_identifiers_do_not_overlap(notes: list[Note]):
    for note in notes:
        spans = sorted((s["start"], s["end"]) for s in note.spans)
        for (_, end), (start, _) in pairwise(spans):
            assert end <= start, note.id


def test_what_must_not_be_masked_is_no_identifier(notes: list[Note]):
    for note in notes:
        for keep in note.keep:
            assert not any(
                s["start"] < keep["end"] and keep["start"] < s["end"] for s in note.spans
            ), note.id


def test_words_that_are_also_names_are_kept_wherever_they_are_words(notes: list[Note]):
    words = re.compile(rf"\b(?:{'|'.join(ORDINARY)})\b", re.IGNORECASE)
    seen: Counter[str] = Counter()
    for note in notes:
        covered = [(s["start"], s["end"]) for s in [*note.spans, *note.keep]]
        covered += [(s["start"], s["end"]) for s in note.codes["non_mentions"]]
        for match in words.finditer(note.text):
            month = match[0].lower() in {"may", "april"}
            inside = any(low <= match.start() < high for low, high in covered)
            assert inside or month, (note.id, match.start())
            if any((s["start"], s["end"]) == match.span() for s in note.keep):
                seen[match[0].lower()] += 1
    assert {"will", "mark", "hope", "may", "grace", "drew", "joy", "bill"} <= set(seen)


def test_mentions_are_words_of_the_sites_agency(notes: list[Note]):
    words: dict[tuple[str, str], set[str]] = defaultdict(set)
    for site, slots in SITES.items():
        for slot in slots.values():
            words[site, slot.agency] |= {w.lower() for w in (*slot.worker, *slot.body)}
    extra = {"101", "custody", "hmp"}
    for note in notes:
        for mention in note.codes["mentions"]:
            text = cut(note, mention).lower()
            known = words[note.site, mention["agency"]] | extra
            named = any(
                mention["start"] <= s["start"] and s["end"] <= mention["end"] for s in note.spans
            )
            assert named or text in known, (note.id, mention["start"])


def test_mentions_non_mentions_and_neutral_words_are_apart(notes: list[Note]):
    for note in notes:
        groups = [note.codes[k] for k in ("mentions", "non_mentions", "neutral")]
        spans = sorted((s["start"], s["end"]) for group in groups for s in group)
        for (_, end), (start, _) in pairwise(spans):
            assert end <= start, note.id


_AGENCY_WORDS = re.compile(
    r"(?<!\w)(?:probation|police|idva|marac|mappa|mash|marat|madap|csc|cyps|css|social worker"
    r"|social services|schools?|nursery|hostel|housing|courts?|cps|gp|surgery|hospital|a&e|prison"
    r"|hmp|omu|jobcentre|dwp|council|refuge|crisis team|cmht|cpn|iapt|midwife|health visitor"
    r"|custody|oic|pcso|101|999|drugs?|alcohol|mental health|benefits?|nurse|om|po|sw|ho|hv)(?!\w)",
    re.IGNORECASE,
)


def test_no_word_for_an_agency_goes_unlabelled(notes: list[Note], other: list[Note]):
    for note in [*notes, *other]:
        groups = [note.codes[k] for k in ("mentions", "non_mentions", "neutral")]
        covered = [(s["start"], s["end"]) for group in [*groups, note.spans] for s in group]
        for match in _AGENCY_WORDS.finditer(note.text):
            assert any(a <= match.start() < b for a, b in covered), (note.id, match[0])


def test_sentences_are_in_order_and_hold_everything(notes: list[Note]):
    for note in notes:
        sentences = note.codes["sentences"]
        for (_, end), (start, _) in pairwise(sentences):
            assert end <= start, note.id
        held = [note.codes[k] for k in ("mentions", "non_mentions", "neutral")]
        for span in (span for group in [*held, note.spans, note.keep] for span in group):
            assert any(a <= span["start"] and span["end"] <= b for a, b in sentences), note.id
        between = note.text
        for start, end in reversed(sentences):
            between = between[:start] + between[end:]
        assert not re.search(r"[A-Za-z]", between), note.id


def test_a_sentence_is_one_sentence(notes: list[Note]):
    inner = re.compile(r"(?<!\b[A-Z])[.!?] +[A-Z][a-z]")
    for note in notes:
        for start, end in note.codes["sentences"]:
            text = note.text[start:end]
            assert "\n" not in text, note.id
            assert not inner.search(text), (note.id, start)


def test_references_are_whole_sentences_each_activity_once(notes: list[Note]):
    for note in notes:
        sentences = {(start, end) for start, end in note.codes["sentences"]}
        keys = [(r["start"], r["end"], r["activity"]) for r in note.codes["references"]]
        assert len(keys) == len(set(keys)), note.id
        assert {key[:2] for key in keys} <= sentences, note.id
        for reference in note.codes["references"]:
            assert reference["agencies"] == sorted(set(reference["agencies"]))


def test_institutional_advocacy_stands_alone(notes: list[Note]):
    for note in notes:
        by_sentence: dict[int, set[str]] = defaultdict(set)
        for reference in note.codes["references"]:
            by_sentence[reference["start"]].add(reference["activity"])
        for codes in by_sentence.values():
            assert codes == {"institutional-advocacy"} or "institutional-advocacy" not in codes


def test_sharing_and_advocacy_say_with_whom(notes: list[Note]):
    whom = {"information-sharing", "institutional-advocacy", "child-safeguarding"}
    for note in notes:
        for reference in note.codes["references"]:
            assert reference["agencies"] or reference["activity"] not in whom, note.id


def test_agencies_of_a_reference_are_mentioned_or_inferred_from_the_note(notes: list[Note]):
    inferred = 0
    total = 0
    for note in notes:
        for reference in note.codes["references"]:
            inside = {
                m["agency"]
                for m in note.codes["mentions"]
                if reference["start"] <= m["start"] < reference["end"]
            }
            total += len(reference["agencies"])
            inferred += len(set(reference["agencies"]) - inside)
    assert 0 < inferred < 0.12 * total


def test_every_look_alike_occurs(notes: list[Note]):
    reasons = Counter(n["reason"] for note in notes for n in note.codes["non_mentions"])
    assert set(reasons) == REASONS
    assert min(reasons.values()) >= 10


def test_quoted_and_template_words_carry_no_reference(notes: list[Note]):
    for note in notes:
        for wrong in note.codes["non_mentions"]:
            if wrong["reason"] in {"quoted", "template", "plan"}:
                assert not any(
                    r["start"] <= wrong["start"] < r["end"] for r in note.codes["references"]
                ), note.id


def test_the_gold_is_in_normal_form_too(committed: dict[str, str]):
    for name in ("gold_codes.jsonl", "gold_identifiers.jsonl", "people.csv"):
        assert committed[name] == unicodedata.normalize("NFC", committed[name])
