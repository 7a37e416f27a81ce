"""Whole cases: what is masked, what stays, and that nothing depends on anything else."""

import io
import json
import logging
import os
import pickle
import subprocess
import sys
import traceback
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notecode.anonymising import Anonymiser, find_leaks, load_anonymiser
from notecode.errors import LeakError, ModelError
from notecode.model import Span
from notecode.raw import Person, RawNote, Roster

Anonymise = Callable[[str], str]

NOTES = [
    (
        "T/C to Cath Pryce (OM), Will missed his appt on 12/3.",
        "T/C to [OM_1] (OM), [SU] missed his appt on [DATE_1].",
    ),
    (
        "Will ring again. SU DNA, V/S safe. S47 agreed.",
        "Will ring again. SU DNA, V/S safe. S47 agreed.",
    ),
    ("SPOKE TO SIAN MERCER IDVA RE PRECIOUS ADEYINKA", "SPOKE TO [IDVA_1] IDVA RE [VS]"),
    (
        "rang tyreece, he said mr stott was at 14 larkspur st",
        "rang [CHILD_1], he said mr [SU] was at [ADDRESS_1]",
    ),
    ("Dorota Wrzos (HV) and Bart Quill rang.", "[HV_1] (HV) and [LANDLORD_1] rang."),
    ("[OM_1] told [SU] on Tuesday, in March.", "[OM_1] told [SU] on Tuesday, in March."),
    ("Tyreece's school rang police and Marac.", "[CHILD_1]'s school rang police and Marac."),
    (
        "Turnpike Recovery and Grange House have a bed",
        "Turnpike Recovery and Grange House have a bed",
    ),
    ("Women's Aid: no reply x3, LM, NFA", "Women's Aid: no reply x3, LM, NFA"),
    ("He rates it 9/10, on call 24/7.", "He rates it 9/10, on call 24/7."),
    ("crn X765432, nhs 9991234567, DOB 3.2.81", "crn [ID_1], nhs [ID_2], DOB [DOB_1]"),
    ("Little progress. Precious little.", "Little progress. Precious little."),
    ("🙂", "🙂"),
    ("", ""),
    ("שלום, he DNA", "שלום, he DNA"),
    ("Email: wob@example.com\nTel 07700-900-123", "Email: [EMAIL_1]\nTel [PHONE_1]"),
    ("Dr Haverstock at Larkspur Surgery, HU5 3PL", "Dr [PERSON_1] at [GP_1], [POSTCODE_1]"),
]


@pytest.mark.parametrize(("raw", "expected"), NOTES)
def test_notes(anonymise: Anonymise, raw: str, expected: str) -> None:
    assert anonymise(raw) == expected


KEPT = (
    "Idva OM PO CM SM PA SU V/S VS OIC CSS CSC CYPS SW MASH MARAC MAPPA CIN S47 "
    "RO NMO DVPN DASH PNC "
    "Niche DVDS NPS CRC DNA NFA LM TC T/C GP A&E CPN HV DWP CPS HMP TAF DSL police "
    "probation housing "
    "midwife solicitor refuge hostel Monday Tues January Feb today weekend"
)


@pytest.mark.parametrize("word", KEPT.split())
@pytest.mark.parametrize(
    "sentence", ["{} rang me back", "Rang {} again.", "MSG LEFT FOR {} AGAIN", "emailed {}"]
)
def test_words_of_the_field_stay(anonymise: Anonymise, sentence: str, word: str) -> None:
    text = sentence.format(word.upper() if sentence.isupper() else word)
    assert anonymise(text) == text


@pytest.mark.parametrize(
    "value",
    [
        "Telephone",
        "Email",
        "Face to face",
        "Letter",
        "Meeting",
        "Text message",
        "Home visit",
        "Case management",
        "Professional contact",
        "Case Manager",
        "Service Manager",
        "Practice Advisor",
        "Idva",
        "T/C",
        "",
    ],
)
def test_contact_types_and_roles_stay(anonymiser: Anonymiser, roster: Roster, value: str) -> None:
    note = RawNote(id="1", case_id="C7", text="", contact_type=value, author_role=value)
    done = anonymiser.anonymise_case("C7", "", [note], roster).notes[0].note
    assert (done.contact_type, done.author_role) == (value, value)


def test_a_name_in_a_contact_type_or_role_is_masked(anonymiser: Anonymiser, roster: Roster) -> None:
    note = RawNote(
        id="1", case_id="C7", text="", contact_type="T/C Tyreece", author_role="CM for Adeyinka"
    )
    done = anonymiser.anonymise_case("C7", "", [note], roster).notes[0].note
    assert (done.contact_type, done.author_role) == ("T/C [CHILD_1]", "CM for [VS]")


def test_agencies_are_protected_at_their_site_alone(anonymiser: Anonymiser) -> None:
    text = "He stays in Grange House and with Turnpike Recovery."
    note = [RawNote(id="1", case_id="C", text=text)]
    empty = Roster("C")
    assert anonymiser.anonymise_case("C", "North", note, empty).notes[0].note.text == text
    assert anonymiser.anonymise_case("C", "South", note, empty).notes[0].note.text != text


def test_the_author_is_masked_in_greetings(anonymiser: Anonymiser, roster: Roster) -> None:
    note = RawNote(
        id="1",
        case_id="C7",
        text="Hi Magdala, thanks. M Orrinsky",
        author="Magdala Orrinsky",
        author_role="Case Manager",
    )
    done = anonymiser.anonymise_case("C7", "", [note], roster).notes[0]
    assert done.note.text == "Hi [CM_1], thanks. [CM_1]"


def test_a_found_name_goes_through_its_case(anonymiser: Anonymiser) -> None:
    notes = [
        RawNote(id="2", case_id="C", text="mrs tarbottomley rang and tarbottomley was upset"),
        RawNote(id="1", case_id="C", text="saw tarbottomley by the gate and said hello"),
    ]
    done = anonymiser.anonymise_case("C", "", notes, Roster("C")).notes
    assert [item.note.text for item in done] == [
        "saw [PERSON_1] by the gate and said hello",
        "mrs [PERSON_1] rang and [PERSON_1] was upset",
    ]


def case(texts: list[str]) -> list[RawNote]:
    return [
        RawNote(id=f"n{n}", case_id="C7", text=text, date=date(2017, 1, 1 + n % 28), row=n + 2)
        for n, text in enumerate(texts)
    ]


def as_json(anonymiser: Anonymiser, notes: list[RawNote], roster: Roster) -> str:
    done = anonymiser.anonymise_case("C7", "North", notes, roster)
    return json.dumps(
        [
            (str(item.note), [str(mask) for mask in item.masks], [str(flag) for flag in item.flags])
            for item in done.notes
        ]
        + [done.counts]
    )


PIECES = st.sampled_from(
    [
        "Will O'Brannigan-Stott",
        "WILL",
        "will",
        "precious adeyinka",
        "Precious",
        "Tyreece",
        "tyrece",
        "Sian",
        "Adeyinka, Grace",
        "grace",
        "told",
        "said",
        "by",
        "Hope",
        "12/3",
        "14th Feb",
        "aged 4",
        "07700 900123",
        "x765432",
        "[OM_1]",
        "[SU]",
        "OM",
        "Marac",
        "Women's Aid",
        "at 14 Larkspur St",
        "Denise Wainfleet",
        "Dr Haverstock",
        "AB12 CDE",
        "HU5 3PL",
        "wob@example.com",
        ".",
        ",",
        "\n",
        "-",
        "'s",
        "🙂",
        "e\u0301",
        "שלום",
        "[",
        "]",
        "_1",
        "Ms",
        "the",
        "school",
        "Oakfield Primary",
    ]
)
TEXTS = st.lists(st.lists(PIECES, max_size=14).map(" ".join), min_size=1, max_size=4)
SLOW_START = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@SLOW_START
@given(TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_notes_changes_nothing(anonymiser, roster, texts, random) -> None:  # type: ignore[no-untyped-def]
    notes = case(texts)
    shuffled = list(notes)
    random.shuffle(shuffled)
    assert as_json(anonymiser, shuffled, roster) == as_json(anonymiser, notes, roster)


@SLOW_START
@given(TEXTS)
def test_no_name_survives_and_every_mask_cuts_its_tag(anonymiser, roster, texts) -> None:  # type: ignore[no-untyped-def]
    notes = case(texts)
    by_id = {note.id: note.text for note in notes}
    done = anonymiser.anonymise_case("C7", "North", notes, roster)
    for item in done.notes:
        text, raw = item.note.text, by_id[item.note.id]
        folded = text.casefold()
        for name in ("brannigan", "adeyinka", "tyreece", "sian", "07700", "x765432", "@example"):
            assert name not in folded
        assert [mask.span.cut(text) for mask in item.masks] == [m.pseudonym for m in item.masks]
        assert text.count("[OM_1]") >= raw.count("[OM_1]")
        for place, mask in zip(item.source.masked, item.masks, strict=True):
            assert place.anonymised == mask.span
            assert item.source.to_anonymised(place.raw) == mask.span
        if raw:
            assert item.source.to_anonymised(Span(0, len(raw))) == Span(0, len(text))
        assert all(flag.span.end <= len(text) for flag in item.flags)
    assert sum(done.counts.values()) == sum(len(item.masks) for item in done.notes)


@SLOW_START
@given(TEXTS)
def test_the_gate_finds_nothing_after_anonymising(anonymiser, roster, texts) -> None:  # type: ignore[no-untyped-def]
    done = anonymiser.anonymise_case("C7", "North", case(texts), roster)
    assert find_leaks([(item.note.id, item.note.text) for item in done.notes], [roster]) == []


@SLOW_START
@given(st.text(max_size=200))
def test_any_text_at_all(anonymiser, roster, text) -> None:  # type: ignore[no-untyped-def]
    done = anonymiser.anonymise_case("C7", "North", case([text]), roster).notes[0]
    assert [mask.span.cut(done.note.text) for mask in done.masks] == [
        mask.pseudonym for mask in done.masks
    ]


@pytest.mark.slow
def test_twenty_kilobytes_in_one_note(anonymiser: Anonymiser, roster: Roster) -> None:
    """The time grows with the length: a whole megabyte takes about a minute."""
    sentence = "T/C to Will on 07700 900123, he said Tyreece was at Oakfield Primary. "
    text = sentence * (20_000 // len(sentence))
    done = anonymiser.anonymise_case("C7", "", case([text]), roster).notes[0]
    assert len(done.masks) == 4 * (20_000 // len(sentence))
    for name in ("Will ", "07700", "Tyreece", "Oakfield"):
        assert name not in done.note.text


@pytest.mark.parametrize(
    "pattern",
    [
        "a" * 25_000,
        "0 " * 5_000,
        "A1/" * 3_500,
        "x@" * 10_000,
        "[A_" * 7_500,
        "Ab " * 3_500,
        "aB1_." * 2_500,
    ],
)
def test_a_name_behind_a_long_run_is_masked(
    anonymiser: Anonymiser, roster: Roster, pattern: str
) -> None:
    text = f"{pattern}\n\nTyreece rang."
    done = anonymiser.anonymise_case("C7", "", case([text]), roster).notes[0]
    assert "Tyreece" not in done.note.text
    assert done.masks[-1].span.cut(done.note.text) == done.masks[-1].pseudonym
    assert done.source.to_anonymised(Span(0, len(text))) == Span(0, len(done.note.text))


@pytest.mark.parametrize("field", ["note", "case"])
def test_a_name_in_an_id_is_refused(anonymiser: Anonymiser, roster: Roster, field: str) -> None:
    case_id = "adeyinka-2" if field == "case" else "C7"
    note_id = "Tyreece/7" if field == "note" else "n1"
    note = RawNote(id=note_id, case_id=case_id, text="", row=12)
    with pytest.raises(LeakError) as caught:
        anonymiser.anonymise_case(case_id, "", [note], roster)
    message = "".join(traceback.format_exception_only(caught.value)) + str(caught.value)
    assert "row 12" in message
    assert "tyreece" not in message.lower()
    assert "adeyinka" not in message.lower()


def test_ids_that_are_codes_pass(anonymiser: Anonymiser, roster: Roster) -> None:
    note = RawNote(id="WS-001", case_id="S1-07", text="")
    assert anonymiser.anonymise_case("S1-07", "", [note], roster).notes[0].note.id == "WS-001"


CANARY = "Zwartbol"


def test_a_marked_name_is_printed_nowhere(
    anonymiser: Anonymiser, capfd: pytest.CaptureFixture[str]
) -> None:
    log = io.StringIO()
    handler = logging.StreamHandler(log)
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        people = Roster("C", (Person(id="p", role="SU", first_name=CANARY, last_name="Quenby"),))
        texts = [f"{CANARY} Quenby rang", f"told {CANARY.upper()}, {CANARY}e and Mr {CANARY}s"]
        done = anonymiser.anonymise_case("C", "", case(texts), people)
        printed = repr(done) + str(done) + repr(people) + repr(case(texts))
        printed += repr([item.source for item in done.notes]) + repr(anonymiser)
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
    printed += log.getvalue() + "".join(capfd.readouterr())
    assert CANARY.lower() not in printed.lower()
    assert "quenby" not in printed.lower()


def test_presidio_is_silent(anonymiser: Anonymiser) -> None:
    for name in ("presidio-analyzer", "presidio-anonymizer", "decision_process"):
        logger = logging.getLogger(name)
        assert not logger.isEnabledFor(logging.CRITICAL)
        assert not any(type(handler) is logging.StreamHandler for handler in logger.handlers)


@pytest.mark.parametrize("model", ["en_core_web_nowhere", "no such model", "requests", ""])
def test_a_missing_model_is_an_error_and_no_download(model: str) -> None:
    with pytest.raises(ModelError) as caught:
        load_anonymiser(model)
    assert caught.value.exit_code == 7
    assert "never downloads" in caught.value.hint or "version" in caught.value.hint


def test_results_can_cross_processes(anonymiser: Anonymiser, roster: Roster) -> None:
    done = anonymiser.anonymise_case("C7", "", case(["Will O'Brannigan-Stott rang"]), roster)
    assert pickle.loads(pickle.dumps(done)) == done


def test_another_process_gives_the_same(anonymiser: Anonymiser, roster: Roster) -> None:
    """Hash seeds differ between processes; nothing may hang on the order of a set."""
    texts = [raw for raw, _ in NOTES] + [
        "Denise Wainfleet met Lowri and Okonjo at Oakfield Primary"
    ]
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); import conftest, json, pickle\n"
        "from notecode.anonymising import load_anonymiser\n"
        "from test_anonymising_a_case import as_json, case\n"
        "texts, roster = pickle.load(sys.stdin.buffer)\n"
        "loaded = load_anonymiser(protected=conftest.PROTECTED, "
        "pseudonyms={'HEALTH_VISITOR': 'HV'})\n"
        "print(as_json(loaded, case(texts), roster))"
    )
    here = as_json(anonymiser, case(texts), roster)
    there = subprocess.run(
        [sys.executable, "-c", program, str(Path(__file__).parent)],
        input=pickle.dumps((texts, roster)),
        capture_output=True,
        check=True,
        env={"PYTHONHASHSEED": "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2", "PATH": ""},
    )
    assert there.stdout.decode().strip() == here


def test_importing_the_package_loads_nothing_heavy() -> None:
    program = (
        "import sys, notecode.anonymising\n"
        "print([name for name in ('spacy', 'presidio_analyzer', 'pandas', "
        "'rapidfuzz') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[]"


def test_doubtful_places_are_flagged(anonymiser: Anonymiser, roster: Roster) -> None:
    text = "Adeyinka rang. He drove the Corsair to Mrs Vane-Tempest."
    item = anonymiser.anonymise_case("C7", "", case([text]), roster).notes[0]
    reasons = {flag.reason.split(":")[0]: flag.span.cut(item.note.text) for flag in item.flags}
    assert reasons["several people of the case bear this name"] == "[VS]"
    assert all("adeyinka" not in flag.reason.lower() for flag in item.flags)


def test_which_of_several_is_asked_once_a_note(anonymiser: Anonymiser, roster: Roster) -> None:
    text = "Adeyinka rang. He said that Adeyinka had left."
    notes = anonymiser.anonymise_case("C7", "", case([text, f"{text} Later."]), roster).notes
    for item in notes:
        asked = [flag for flag in item.flags if flag.reason.startswith("several people")]
        assert item.note.text.count("[VS]") == 2
        assert [flag.span.start for flag in asked] == [item.note.text.index("[VS]")]
