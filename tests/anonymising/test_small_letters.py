"""Names of the case's people that are words, in small letters; initials that are abbreviations."""

import pytest

from notecode.anonymising import AnonymisedNote, Anonymiser
from notecode.anonymising.flags import GUESS, LISTED
from notecode.raw import Person, RawNote, Roster

ROSTER = Roster(
    "C",
    (
        Person(id="will", role="SU", first_name="Will", last_name="Sutcliffe"),
        Person(id="hope", role="VS", first_name="Hope", last_name="Turner"),
        Person(id="joy", role="CHILD", first_name="Joy", last_name="Marsh"),
        Person(id="mark", role="CHILD", first_name="Mark", last_name="Young"),
        Person(id="drew", role="FAMILY", first_name="Drew", last_name="Price"),
        Person(id="ps", role="FAMILY", first_name="Petra", last_name="Skelton"),
        Person(id="ms", role="POLICE", first_name="Mira", last_name="Sands"),
        Person(id="re", role="IDVA", first_name="Rowena", last_name="Ellwood"),
        Person(id="nb", role="HOUSING", first_name="Nigel", last_name="Boddy"),
        Person(id="r1", role="IDVA", first_name="Dorcas", last_name="Rook"),
        Person(id="r2", role="IDVA", first_name="Tessa", last_name="Crole"),
        Person(id="om", role="KEYWORKER", first_name="Osric", last_name="Mead"),
    ),
)


def anonymised(anonymiser: Anonymiser, text: str) -> AnonymisedNote:
    note = RawNote(id="n1", case_id="C", text=text, site="N")
    return anonymiser.anonymise_case("C", "N", [note], ROSTER).notes[0]


NAMES = [
    ("Quiet week. will goes to the gym and trains.", "[SU]"),
    ("Quiet week. will or his brother, depends who you ask.", "[SU]"),
    ("Quiet week. will was in the pub.", "[SU]"),
    ("She says will has moved out.", "[SU]"),
    ("I saw will in town. Nothing else.", "[SU]"),
    ("I went with will to the GP. Nothing else.", "[SU]"),
    ("Her partner will came in. Nothing else.", "[SU]"),
    ("Took will's phone away. Nothing else.", "[SU]"),
    ("I phoned hope about it. Quiet since.", "[VS]"),
    ("Quiet week. hope said no.", "[VS]"),
    ("Told hope that he is out. Quiet since.", "[VS]"),
    ("there: the nurse, hope\nThey left.", "[VS]"),
    ("He got joy to sign for it. Quiet since.", "[CHILD_1]"),
    ("Her daughter joy is unwell. Quiet since.", "[CHILD_1]"),
    ("I met mark at school. Quiet since.", "[CHILD_2]"),
    ("Quiet week. drew has a cold.", "[FAMILY_1]"),
    ("10.10 ps is 23, works in a shop", "[FAMILY_2]"),
    ("Quiet week. PS has done all that was asked.", "[FAMILY_2]"),
    ("Call with NB and the duty Idva.", "[HOUSING_1]"),
    ("Officer MS applied for an order.", "[OIC_1]"),
    ("Spoke to RE. No change.", "[IDVA_1]"),
    ("Saw MS's report. No change.", "[OIC_1]"),
    ("Let me know.\nKR\nRE x\nDo not share.", "[IDVA_1]"),
    ("Let me know.\nKR\nOM\nDo not share.", "[KEYWORKER_1]"),
    ("Is she told today? DR\nSent from my phone", "[IDVA_2]"),
    ("Agreed: TC to ring the school.", "[IDVA_3]"),
    ("Today TC disclosed an assault.", "[IDVA_3]"),
    ("PS 46 yrs, works in a shop.", "[FAMILY_2]"),
    ("11.10 OIC AND NB AGREED TO BAR HIM FROM THERE", "[HOUSING_1]"),
    ("Let me know. TC to see him this week.", "[IDVA_3]"),
    ("Meeting: TC seen at the office. Came in late.", "[IDVA_3]"),
    ("Offer of a flat but TC's sister objects.", "[IDVA_3]"),
    ("19.01.23\tTC\tLost his job", "[IDVA_3]"),
    ("JOINT APPT AT THE OFFICE WITH TC. ALL WELL.", "[IDVA_3]"),
    ("No contact either way. NB to tell her first.", "[HOUSING_1]"),
]


@pytest.mark.parametrize(("text", "tag"), NAMES)
def test_a_person_is_masked(anonymiser: Anonymiser, text: str, tag: str) -> None:
    assert tag in anonymised(anonymiser, text).note.text


WORDS = [
    "He will ring. She said it will help, and OM will not.",
    "Dad will collect them. The worker will also call.",
    "If he will agree. When will he ring?",
    "A copy of his will came up. Of his own free will he left.",
    "I hope he rings. We hope to see her. There is no hope.",
    "In the hope of a place. They hope this helps.",
    "His pride and joy. No joy in ringing him.",
    "To mark the date. I mark it as late. A mark on her neck.",
    "She drew up a plan. He drew a line.",
    "The price of it. A young man.",
    "PS: he rang. NB: no visits. RE: visit.",
    "Update RE housing and re: visit. MS Jones rang.",
    "OM said no. SU told OM and CM.",
    "TC made to OM. TC received. TC to be made. OM to recall him.",
    "mapped re housing, ps no visits, spoke to ms jones about it",
    "A TC from her. TC with OM. TC/VM to OM. TC: no answer. The TC was short.",
]


@pytest.mark.parametrize("text", WORDS)
def test_an_ordinary_word_stays_unflagged(anonymiser: Anonymiser, text: str) -> None:
    done = anonymised(anonymiser, text)
    assert done.note.text.replace("[PERSON_1]", "Jones").lower() == text.lower()
    assert LISTED not in {flag.reason for flag in done.flags}


DOUBTS = [
    "He thinks will, if pressed. Quiet since.",
    "Not sure about the price young pays.",
    "Quiet. The school chair, young, wrote.",
    "A file marked PS, and locked.",
    "It is young who decides. Quiet since.",
    "He fishes for joy most mornings.",
]


@pytest.mark.parametrize("text", DOUBTS)
def test_what_is_open_is_flagged(anonymiser: Anonymiser, text: str) -> None:
    done = anonymised(anonymiser, text)
    assert done.note.text == text
    assert {flag.span.cut(text).lower() for flag in done.flags} & {"will", "young", "ps", "joy"}


def test_a_common_word_that_is_led_to_is_masked_on_a_guess(anonymiser: Anonymiser) -> None:
    done = anonymised(anonymiser, "I rang young instead. Quiet since.")
    assert "young" not in done.note.text
    assert [flag.reason for flag in done.flags] == [GUESS]


def test_a_common_word_that_ends_a_list_of_people_is_masked_on_a_guess(
    anonymiser: Anonymiser,
) -> None:
    text = "Present: Mrs Otolie Prewitt, joy\nThe plan stays."
    done = anonymised(anonymiser, text)
    assert "joy" not in done.note.text
    assert GUESS in {flag.reason for flag in done.flags}


@pytest.mark.parametrize("text", ["he is 6 ft tall, she is 5 st lighter", "at 10 am, at 9pm"])
def test_units_are_no_initials(anonymiser: Anonymiser, text: str) -> None:
    people = (
        Person(id="a", role="OM", first_name="Fern", last_name="Tully"),
        Person(id="b", role="OM", first_name="Sefton", last_name="Tully"),
        Person(id="c", role="OM", first_name="Ada", last_name="Mott"),
        Person(id="d", role="OM", first_name="Petra", last_name="Mott"),
    )
    note = RawNote(id="n1", case_id="C", text=text, site="N")
    done = anonymiser.anonymise_case("C", "N", [note], Roster("C", people)).notes[0]
    assert done.note.text == text
