"""Which words of a note stand for an agency, and which only look so."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecode.codebook import parse_codebook, shipped_codebook_text
from notecode.model import Agency, Alias, Codebook, Note
from notecode.suggesting import AgencyMatcher, find_mentions
from notecode.suggesting.context import read_sentences
from notecode.suggesting.exclusions import EXCLUSIONS


def shipped() -> Codebook:
    book, _ = parse_codebook(shipped_codebook_text(), "codebook.yaml")
    assert book is not None
    return book


BOOK = shipped()
MATCHER = AgencyMatcher(BOOK)


def found(text: str) -> list[tuple[str, str]]:
    mentions = MATCHER.mentions("n", read_sentences(text))
    return [(mention.span.cut(text), mention.agency) for mention in mentions]


MENTIONED = [
    ("Rang OM re licence.", [("OM", "probation")]),
    ("rang om re licence", [("om", "probation")]),
    ("RANG OM RE LICENCE", [("OM", "probation")]),
    ("Rang OM [OM_1] today.", [("OM [OM_1]", "probation")]),
    ("Rang [OM_1] today.", [("[OM_1]", "probation")]),
    ("[IDVA] updated.", [("[IDVA]", "idva")]),
    ("Spoke to PC [OIC_2].", [("PC [OIC_2]", "police")]),
    ("Idva worker [IDVA_1] rang.", [("Idva worker [IDVA_1]", "idva")]),
    ("Rang the hostel key worker [KEYWORKER_1].", [("hostel key worker [KEYWORKER_1]", "housing")]),
    ("[SCHOOL_1] head called.", [("[SCHOOL_1] head", "schools")]),
    ("OM's manager agreed.", [("OM", "probation")]),
    ("OM’s manager agreed.", [("OM", "probation")]),
    ("Both social workers came.", [("social workers", "children-social-services")]),
    ("Emailed Idvas.", [("Idvas", "idva")]),
    ("Rang hospital Idva.", [("hospital Idva", "idva")]),
    ("Rang prison OM.", [("prison OM", "prison")]),
    ("Rang council housing officer.", [("council housing officer", "housing")]),
    ("Rang the council.", [("council", "council")]),
    ("School nurse rang.", [("School nurse", "health")]),
    ("School rang.", [("School", "schools")]),
    ("Police/probation told.", [("Police", "police"), ("probation", "probation")]),
    ("Police-led meeting held.", [("Police", "police")]),
    ("Multi-agency safeguarding hub.", [("Multi-agency safeguarding hub", "multi-agency-fora")]),
    ("Women’s Aid emailed.", [("Women’s Aid", "other-vs-services")]),
    ("A&E rang.", [("A&E", "health")]),
    ("Drug and alcohol team rang.", [("Drug and alcohol team", "substance-misuse")]),
    ("CAMHS and Cafcass copied in.", [("CAMHS", "mental-health"), ("Cafcass", "courts-cps")]),
    ("Rang DC [OIC_1] and DS too.", [("DC [OIC_1]", "police"), ("DS", "police")]),
    ("Tel call from DWP, CPS.", [("DWP", "benefits"), ("CPS", "courts-cps")]),
    ("No reply from housing.", [("housing", "housing")]),
    ("No objection from police.", [("police", "police")]),
    ("Rang polcie and pirson.", [("polcie", "police"), ("pirson", "prison")]),
    ("Offender manaegr rang.", [("Offender manaegr", "probation")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MENTIONED, ids=[text for text, _ in MENTIONED])
def test_an_agency_is_found_with_its_worker(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


PASSED_OVER = [
    # Another sense.
    "He did the school run.",
    "An old school friend came.",
    "He plays on the tennis court.",
    "They have a council house.",
    "His PC is broken.",
    "He moved to the SW last year.",
    "She polices his phone.",
    "Wants custody of the children.",
    "Watched Call the Midwife.",
    # Part of another word.
    "The omen was bad, he is a poet.",
    "OMG he rang.",
    # A need.
    "He needs help with housing.",
    "Talked about housing.",
    "Needs: housing / benefits",
    "His mental health issues are worse.",
    # Past.
    "He was on probation in 2009.",
    "Years ago he had a social worker.",
    "Was excluded from school at 14.",
    # None.
    "He has no GP.",
    "VS does not want an Idva.",
    "There is no OM at present.",
    "VS did not report to police.",
    "He is not known to mental health services.",
    # A plan.
    "To chase OM tomorrow.",
    "Will ring the police.",
    "Need to email CSC.",
    "Next steps - request call outs from police.",
    "Tomorrow: court list.",
    "I'll ring prison first thing.",
    # Supposed.
    "SU wants to see a counsellor.",
    "He keeps going on about court.",
    "She says she will call police if he returns.",
    # A place.
    "He lives behind the primary school.",
    "Met by the police station.",
    # Forms and quotations.
    "If you are worried ring the police on 101 out of hours: see website.",
    "Agencies involved (tick): police, housing",
    "> Please ask the police.",
    "Sent from my work phone. ",
    "-----Original Message-----\nThe police rang.",
    "On 3 May [CM_1] wrote:\nThe police rang.",
]


@pytest.mark.parametrize("text", PASSED_OVER)
def test_what_only_looks_like_an_agency_is_passed_over(text: str) -> None:
    assert found(text) == []


def test_a_plan_that_sets_in_late_ends_the_mentions() -> None:
    assert found("SW told and will ring police.") == [("SW", "children-social-services")]


def test_history_in_one_clause_leaves_the_other_alone() -> None:
    text = "Idva rang, she spoke of the refuge in 2014."
    assert found(text) == [("Idva", "idva")]


def test_the_mail_above_a_thread_still_counts() -> None:
    text = "Rang police.\n-----Original Message-----\nRang probation."
    assert found(text) == [("police", "police")]


def test_the_signature_of_a_pasted_mail_is_no_mention() -> None:
    text = "Email from [OM_1]:\nHi [CM_1]\nSU came today.\nRegards\n[OM_1]\nReplied to police."
    assert found(text) == [("[OM_1]", "probation"), ("police", "police")]


def book_of(*agencies: Agency) -> Codebook:
    return Codebook(title="t", codes=(), agencies=agencies)


def agency(id_: str, *aliases: Alias, roles: tuple[str, ...] = ()) -> Agency:
    return Agency(id=id_, label=id_, definition="x", aliases=aliases, roles=roles)


def mentions(book: Codebook, text: str, site: str = "") -> list[tuple[str, str, str]]:
    note = Note(id="n", case_id="c", text=text)
    return [(m.span.cut(text), m.agency, m.rule) for m in find_mentions(note, book, site)]


def test_an_exact_alias_keeps_its_letter_case() -> None:
    book = book_of(agency("advice", Alias(text="CAB", exact=True)))
    assert mentions(book, "Rang CAB from a cab.") == [("CAB", "advice", "alias:advice:cab")]
    assert mentions(book, "Rang CAB's manager.") == [("CAB", "advice", "alias:advice:cab")]


def test_an_alias_of_a_site_holds_there_alone() -> None:
    book = book_of(
        agency("police", Alias(text="The Hub", sites=("Site 1",))),
        agency("housing", Alias(text="the hub", sites=("Site 2",))),
    )
    assert mentions(book, "Rang the hub.", "Site 1")[0][1] == "police"
    assert mentions(book, "Rang the hub.", "Site 2")[0][1] == "housing"
    assert mentions(book, "Rang the hub.", "Site 3") == []


def test_the_longest_alias_wins_whatever_the_order() -> None:
    short, long = Alias(text="green"), Alias(text="green lane house")
    for aliases in ((short, long), (long, short)):
        book = book_of(agency("a", *aliases))
        assert mentions(book, "Rang Green Lane House.")[0][2] == "alias:a:green-lane-house"
        assert mentions(book, "Rang Green Lane.")[0][2] == "alias:a:green"


def test_a_tag_names_its_role_in_the_rule() -> None:
    book = book_of(agency("a", roles=("OM", "SENIOR_OM")))
    text = "Rang [OM_1], [SENIOR_OM_12], [OMEGA_1] and [OM]."
    assert [rule for _, _, rule in mentions(book, text)] == [
        "role:a:OM",
        "role:a:SENIOR_OM",
        "role:a:OM",
    ]


def test_a_retired_agency_is_not_looked_for() -> None:
    known = agency("a", Alias(text="acme"))
    assert mentions(book_of(known), "Rang acme.")
    assert not mentions(book_of(replace(known, status="retired")), "Rang acme.")


def test_words_on_two_lines_are_not_one_alias() -> None:
    book = book_of(agency("a", Alias(text="green house")))
    assert mentions(book, "Painted green\nhouse sold.") == []


@pytest.mark.parametrize("entry", EXCLUSIONS, ids=lambda entry: entry.reason + ":" + entry.scope)
def test_exclusions_have_one_of_the_reasons_of_the_manual(entry: object) -> None:
    assert getattr(entry, "reason", "") in {
        "sense",
        "need",
        "history",
        "negated",
        "hypothetical",
        "place",
        "plan",
        "template",
        "quoted",
    }


PIECES = st.sampled_from(
    [
        "OM",
        "[OM_1]",
        "police",
        "the",
        "school",
        "run",
        "no",
        "rang",
        ".",
        ",",
        "\n",
        "- ",
        "'s",
        "é",
    ]
)


@given(st.lists(PIECES).map(" ".join))
def test_mentions_are_ordered_apart_and_inside_the_text(text: str) -> None:
    spans = [mention.span for mention in MATCHER.mentions("n", read_sentences(text))]
    assert all(span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    for mention in MATCHER.mentions("n", read_sentences(text)):
        assert mention.span.cut(text).strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rang hosing about the damp.", [("hosing", "housing")]),
        ("Chased childrens servcies.", [("childrens servcies", "children-social-services")]),
        ("Idav not answering.", [("Idav", "idva")]),
        ("Stayed at a hotel.", []),
        ("Needs housing.", []),
        ("Passed on to Idva, housing.", [("Idva", "idva"), ("housing", "housing")]),
        ("Housing: he has an offer.", [("Housing", "housing")]),
        ("Help with housing was asked for.", []),
        ("A PCSO will walk past nightly.", [("PCSO", "police")]),
        ("He would like a counsellor.", []),
        ("His dad was a prison officer.", []),
        ("OM and SW Weds.", []),
        ("Idva to be rung first.", []),
        ("Probation not invited.", []),
        ("HV to SU, nobody in.", []),
        ("His brother's is opp the infant school.", []),
        ("I owe Women's Aid a ring.", []),
        ("Thought I was from the housing.", []),
    ],
)
def test_mentions_of_slips_rows_and_look_alikes(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "words", "agency"),
    [
        ("Rang the alcohol nurse on Monday.", "alcohol nurse", "substance-misuse"),
        ("The treatment provider has closed him.", "treatment provider", "substance-misuse"),
        ("Asked the rough sleeper coordinator.", "rough sleeper coordinator", "housing"),
        ("Told the homelessness lead.", "homelessness lead", "housing"),
        ("The safer custody desk rang.", "safer custody desk", "prison"),
    ],
)
def test_a_kind_of_work_and_a_noun_make_a_service(text: str, words: str, agency: str) -> None:
    assert found(text) == [(words, agency)]


@pytest.mark.parametrize("text", ["Talked about alcohol.", "Recovery is slow.", "On treatment."])
def test_a_kind_of_work_without_a_noun_is_none(text: str) -> None:
    assert found(text) == []
