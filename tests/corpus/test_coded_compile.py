"""The hand-coded sets: the compiler's offsets, its complaints, and the sets themselves."""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from corpus.coded import compile as coded
from corpus.sets import SetError
from hypothesis import given
from hypothesis import strategies as st

SETS = sorted(coded.HERE.glob("*.yaml"))
compiled = cache(coded.compile_set)

GOOD = """
set: small
cases:
  - id: XX-01
    site: Northgate
    notes:
      - id: XX-01-01
        date: 2021-03-02
        contact_type: Email
        author_role: Case Manager
        lead: "- "
        sentences:
          - t: "{{Zoe\u0308 the OM|probation}} wrote, no {{GP||-negated}} yet"
            codes: [{code: information-sharing, agencies: [probation, health], inferred: true}]
            join: "\\n- "
          - t: "{{bail||?}} with {{police|police}} and {{[OM_1]|probation}}"
            codes: [{code: disruption, agencies: [probation, police]}, {code: child-safeguarding}]
            join: " "
          - t: "Nothing else."
            neutral_codes: [contact]
"""


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def problems_of(tmp_path: Path, text: str) -> list[str]:
    with pytest.raises(SetError) as caught:
        coded.compile_set(write(tmp_path, text))
    return caught.value.problems


def with_sentence(sentence: str) -> str:
    """The good set, with one more sentence, as YAML."""
    return f"{GOOD}          - {sentence}\n"


def test_a_note_is_put_together_from_its_sentences(tmp_path: Path) -> None:
    (record,) = coded.compile_set(write(tmp_path, GOOD))
    text = record["text"]
    assert text == ("- Zoë the OM wrote, no GP yet\n- bail with police and [OM_1] Nothing else.")
    assert [text[start:end] for start, end in record["sentences"]] == [
        "Zoë the OM wrote, no GP yet",
        "bail with police and [OM_1]",
        "Nothing else.",
    ]
    assert (record["id"], record["case_id"], record["site"]) == ("XX-01-01", "XX-01", "Northgate")
    assert (record["date"], record["contact_type"]) == ("2021-03-02", "Email")
    assert record["author_role"] == "Case Manager"


def test_the_three_kinds_of_marks_have_the_notes_offsets(tmp_path: Path) -> None:
    (record,) = coded.compile_set(write(tmp_path, GOOD))
    text = record["text"]
    marked = {
        kind: [(text[m["start"] : m["end"]], m["agency"]) for m in record[kind]]
        for kind in ("mentions", "non_mentions", "neutral")
    }
    assert marked == {
        "mentions": [("Zoë the OM", "probation"), ("police", "police"), ("[OM_1]", "probation")],
        "non_mentions": [("GP", None)],
        "neutral": [("bail", None)],
    }
    assert record["non_mentions"][0]["reason"] == "negated"
    assert set(record["mentions"][0]) == {"start", "end", "agency"}


def test_a_reference_spans_its_sentence_and_has_its_agencies_in_order(tmp_path: Path) -> None:
    (record,) = coded.compile_set(write(tmp_path, GOOD))
    first, second, third = ({"start": a, "end": b} for a, b in record["sentences"])
    assert record["references"] == [
        first | {"activity": "information-sharing", "agencies": ["health", "probation"]},
        second | {"activity": "disruption", "agencies": ["police", "probation"]},
        second | {"activity": "child-safeguarding", "agencies": []},
    ]
    assert record["neutral_references"] == [third | {"activity": "contact"}]


def test_a_note_without_contested_codes_has_the_usual_fields_alone(tmp_path: Path) -> None:
    text = GOOD.replace("            neutral_codes: [contact]\n", "")
    (record,) = coded.compile_set(write(tmp_path, text))
    assert list(record) == [
        *("id", "case_id", "site", "date", "contact_type", "author_role", "text", "sentences"),
        *("mentions", "references", "non_mentions", "neutral"),
    ]


@pytest.mark.parametrize(
    ("marked", "complaint"),
    [
        ("{{OM|probation}", "does not close"),
        ("{{OM|probation", "does not close"),
        ("OM|probation}}", "does not close or open"),
        ("{{the {{OM|probation}}", "does not close"),
        ("{{OM}}", "write {{text|agency}}"),
        ("{{OM|probation|-plan|x}}", "write {{text|agency}}"),
        ("{{OM|parole}}", "unknown agency 'parole'"),
        ("{{OM|parole|-plan}}", "unknown agency 'parole'"),
        ("{{OM|}}", "a mention needs an agency"),
        ("{{OM|probation|-lunch}}", "unknown reason 'lunch'"),
        ("{{OM|probation|-}}", "unknown reason ''"),
        ("{{OM|probation|plan}}", "neither ? nor a reason"),
        ("{{|probation}}", "empty"),
        ("{{OM |probation}}", "a space at its edge"),
    ],
)
def test_each_bad_mark_is_complained_of(marked: str, complaint: str) -> None:
    problems = coded.take_apart(f"x {marked} y").problems
    assert any(complaint in problem for problem in problems), problems


@pytest.mark.parametrize("reason", coded.REASONS)
def test_each_reason_of_the_manual_is_accepted(reason: str) -> None:
    found = coded.take_apart(f"{{{{court|courts-cps|-{reason}}}}}")
    assert found.problems == []
    assert found.non_mentions == [{"start": 0, "end": 5, "agency": "courts-cps", "reason": reason}]


@pytest.mark.parametrize(
    ("sentence", "complaint"),
    [
        ("t: 16.40", "is no mapping with a text"),
        ("just words", "is no mapping with a text"),
        ('t: ""', "is empty"),
        ('t: "so "', "is empty, has a space"),
        ('t: "one\\ntwo"', "a line's end"),
        ("{t: a, note: b}", "unknown field 'note'"),
        ('{t: a, join: ""}', "join '' is empty"),
        ('{t: a, join: "{{OM|probation}}"}', "is no plain text"),
        ("{t: a, codes: [contact]}", "a code is a mapping"),
        ("{t: a, codes: [{code: calling}]}", "unknown code 'calling'"),
        ("{t: a, neutral_codes: [calling]}", "unknown code 'calling'"),
        ("{t: a, codes: [{code: contact, agencies: [parole], inferred: true}]}", "'parole'"),
        ("{t: a, codes: [{code: contact, agency: police}]}", "unknown field 'agency'"),
        ("{t: a, codes: [{code: contact, agencies: [police, police]}]}", "twice"),
        ("{t: a, codes: [{code: contact}, {code: contact}]}", "contact stands 2 times"),
        ("{t: a, codes: [{code: contact}], neutral_codes: [contact]}", "contact stands 2 times"),
        ("{t: a, codes: [{code: institutional-advocacy}, {code: contact}]}", "stands alone"),
    ],
)
def test_each_bad_sentence_is_complained_of(tmp_path: Path, sentence: str, complaint: str) -> None:
    problems = problems_of(tmp_path, with_sentence(sentence))
    assert any(complaint in problem for problem in problems), problems
    assert all(problem.startswith("XX-01-01: sentence 4: ") for problem in problems)


def test_an_agency_of_a_reference_is_mentioned_in_the_note_or_marked_as_inferred(
    tmp_path: Path,
) -> None:
    code = "{code: contact, agencies: [prison, police]}"
    assert problems_of(tmp_path, with_sentence(f"{{t: a, codes: [{code}]}}")) == [
        "XX-01-01: prison is an agency of a reference and nowhere mentioned; write inferred: true"
    ]
    inferred = code.replace("}", ", inferred: true}")
    (record,) = coded.compile_set(write(tmp_path, with_sentence(f"{{t: a, codes: [{inferred}]}}")))
    assert record["references"][-1]["agencies"] == ["police", "prison"]
    assert "inferred" not in record["references"][-1]


def test_a_word_that_is_no_mention_does_not_answer_for_an_agency(tmp_path: Path) -> None:
    sentence = '{t: "{{HMP|prison|-place}}", codes: [{code: contact, agencies: [prison]}]}'
    assert len(problems_of(tmp_path, with_sentence(sentence))) == 1


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("        date: 2021-03-02\n", "", "XX-01-01: has no date"),
        ("date: 2021-03-02", "date: spring", "XX-01-01: date 'spring' is no day as YYYY-MM-DD"),
        ("contact_type: Email", "contact: Email", "XX-01-01: unknown field 'contact'"),
        ("author_role: Case Manager", "author_role:", "XX-01-01: has no author_role"),
        ("      - id: XX-01-01", "      - ring\n      - id: XX-01-01", "is no mapping: 'ring'"),
        ("id: XX-01-01", "id: XX-01", "XX-01: the id is used 2 times"),
        ("    site: Northgate\n", "", "case 1: has no site"),
    ],
)
def test_what_is_wrong_with_a_note_or_case_is_named(
    tmp_path: Path, old: str, new: str, complaint: str
) -> None:
    problems = problems_of(tmp_path, GOOD.replace(old, new))
    assert any(complaint in problem for problem in problems), problems


def test_all_problems_of_a_file_come_at_once_with_their_notes(tmp_path: Path) -> None:
    again = GOOD[GOOD.index("      - id: XX-01-01") :].replace("|police}}", "|polis}}")
    problems = problems_of(tmp_path, GOOD.replace("-negated", "-nothing") + again)
    assert problems == [
        "XX-01-01: sentence 1: 'GP||-nothing': unknown reason 'nothing'",
        "XX-01-01: sentence 2: 'police|polis': unknown agency 'polis'",
        "XX-01-01: police is an agency of a reference and nowhere mentioned; write inferred: true",
        "XX-01-01: the id is used 2 times",
    ]


def test_a_set_that_is_named_otherwise_or_is_no_yaml_is_refused(tmp_path: Path) -> None:
    for text in (GOOD.replace("set: small", "set: large"), "cases: [", "just words"):
        assert problems_of(tmp_path, text)


def test_a_set_with_problems_leaves_its_old_file(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD)
    assert coded.write_set(path) == 1
    before = path.with_suffix(".jsonl").read_bytes()
    with pytest.raises(SetError):
        coded.write_set(write(tmp_path, GOOD.replace("-negated", "-nothing")))
    assert path.with_suffix(".jsonl").read_bytes() == before


def test_a_word_marked_elsewhere_and_not_here_is_doubted(tmp_path: Path) -> None:
    text = with_sentence('t: "POLICE came, policemen too, [OM_1] knew"')
    listed = list(coded.doubts(coded.compile_set(write(tmp_path, text))))
    assert [line.split(" in ")[0] for line in listed] == [
        "XX-01-01: 'police'",
        "XX-01-01: '[om_1]'",
    ]


def test_a_set_without_marks_has_no_doubts(tmp_path: Path) -> None:
    text = re.sub(r"\{\{([^|]*)\|[^}]*\}\}", r"\1", GOOD).replace("agencies: [", "agencies: [] #[")
    plain = "\n".join(line for line in text.splitlines() if "codes:" not in line)
    assert list(coded.doubts(coded.compile_set(write(tmp_path, plain)))) == []


def test_the_command_compiles_good_sets_and_lists_the_problems_of_bad_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, GOOD)
    bad = GOOD.replace("set: small", "set: wrong").replace("code: disruption", "code: nothing")
    (tmp_path / "wrong.yaml").write_text(bad, encoding="utf-8")
    monkeypatch.setattr(coded, "HERE", tmp_path)
    assert coded.main([]) == 1
    printed = capsys.readouterr()
    assert printed.out == "small: 1 notes\n"
    assert "XX-01-01: sentence 2: unknown code 'nothing'" in printed.err
    assert (tmp_path / "small.jsonl").exists()
    assert not (tmp_path / "wrong.jsonl").exists()
    assert coded.main(["small"]) == 0
    assert coded.main(["no_such_set"]) == 1
    assert "no_such_set.yaml" in capsys.readouterr().err


def test_counts_and_doubts_write_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, GOOD)
    monkeypatch.setattr(coded, "HERE", tmp_path)
    assert coded.main(["--counts", "--doubts"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "1 notes, 1 cases, 1 sites, 3 sentences, 3 mentions, 3 references, 1 non_mentions, "
        "1 neutral",
        "references by code: information-sharing 1, disruption 1, child-safeguarding 1",
        "mentions by agency: probation 2, police 1",
        "non-mentions by reason: negated 1",
    ]
    assert not (tmp_path / "small.jsonl").exists()


PIECES = st.text(alphabet="abé ñ.[]7'{", max_size=8)
SURFACES = st.text(alphabet="abé7'[_]", min_size=1, max_size=6)
KINDS = st.sampled_from(["|police", "|police|-plan", "||?", "|police|?", "||-sense"])


@given(st.lists(st.tuples(PIECES.filter(lambda p: "{{" not in p), SURFACES, KINDS), max_size=6))
def test_marks_come_back_where_they_were_put(pieces: list[tuple[str, str, str]]) -> None:
    pieces = [(before.rstrip("{"), surface, kind) for before, surface, kind in pieces]
    marked = "".join(f"{before}{{{{{surface}{kind}}}}}" for before, surface, kind in pieces)
    found = coded.take_apart(marked)
    assert not found.problems
    assert found.text == "".join(before + surface for before, surface, _ in pieces)
    for spans, wanted in (
        (found.mentions, ("|police",)),
        (found.non_mentions, ("|police|-plan", "||-sense")),
        (found.neutral, ("||?", "|police|?")),
    ):
        assert [found.text[s["start"] : s["end"]] for s in spans] == [
            surface for _, surface, kind in pieces if kind in wanted
        ]


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_each_compiled_file_is_what_its_set_compiles_to(path: Path) -> None:
    lines = path.with_suffix(".jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == compiled(path)


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_labels_of_a_set_lie_in_its_sentences_and_apart(path: Path) -> None:
    for record in compiled(path):
        marks = sorted(
            (mark["start"], mark["end"])
            for kind in ("mentions", "non_mentions", "neutral")
            for mark in record[kind]
        )
        ends = [0, *(end for _, end in marks)]
        for end, (start, stop) in zip(ends, marks, strict=False):
            assert end <= start < stop, record["id"]
            assert any(a <= start and stop <= b for a, b in record["sentences"]), record["id"]
        sentences = {tuple(sentence) for sentence in record["sentences"]}
        for reference in record["references"]:
            assert (reference["start"], reference["end"]) in sentences, record["id"]


def test_an_id_belongs_to_one_set_alone() -> None:
    ids = [record["id"] for path in SETS for record in compiled(path)]
    assert len(ids) == len(set(ids))


def test_the_tuning_set_has_enough_of_every_label() -> None:
    records = compiled(coded.HERE / "tune_a.yaml")
    activities = Counter(ref["activity"] for record in records for ref in record["references"])
    agencies = Counter(mark["agency"] for record in records for mark in record["mentions"])
    reasons = Counter(mark["reason"] for record in records for mark in record["non_mentions"])
    assert len(records) == 170
    assert len({record["site"] for record in records}) == 4
    assert set(activities) == set(coded.ACTIVITIES)
    assert min(activities.values()) >= 20
    assert set(agencies) == set(coded.AGENCIES)
    assert set(reasons) == set(coded.REASONS)
    assert agencies.total() < 3.2 * reasons.total()
