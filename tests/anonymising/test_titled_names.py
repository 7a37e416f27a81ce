"""Names after titles, ranks and offices, each against near misses."""

import pytest
from name_checks import Table, findings_in, names_in

from notecode.anonymising.recognisers.titled_name import TitledNameRecogniser
from notecode.anonymising.words.dictionary import Dictionary

CIVIL: Table = [
    ("rang Mr Thackwray back", ["Thackwray"]),
    ("spoke to mrs oyebanji again", ["oyebanji"]),
    ("Ms. Quaglioni attended", ["Quaglioni"]),
    ("Mx Wetherup is the tutor", ["Wetherup"]),
    ("letter to Mr Basil Noon today", ["Basil Noon"]),
    ("seen by Dr N at the clinic", ["N"]),
    ("Ms D Tremlett said no", ["D Tremlett"]),
    ("Mr & Mrs Pobjoy came", ["Pobjoy"]),
    ("Mr and Mrs came", []),
    ("told Miss Day that he", ["Day"]),
    ("Year 2 with Miss April Dunkerley", ["April Dunkerley"]),
    ("MRS P ASLEEP AGAIN", ["P"]),
    ("RANG MR BILL HARGRAVE TWICE TODAY", ["BILL HARGRAVE"]),
    ("mr ho picked up the phone", ["ho"]),
    ("Mr O'Flahavan and Mrs Mac an tSaoi", ["O'Flahavan", "Mac"]),
    ("Prof Ní Dhonnchadha wrote", ["Ní Dhonnchadha"]),
    ("Ms al-Qasimi rang", ["al-Qasimi"]),
    ("Mr Zubizarreta-Orme's brief", ["Zubizarreta-Orme"]),
    ("Miss school on Monday", []),
    ("he will miss appointments", []),
    ("Dr appt on Monday", []),
    ("the dr said so", []),
    ("booked a dr appt for him today", []),
    ("MS Teams call at ten", []),
    ("she has MS and uses a chair", []),
    ("seen by miss petrovna at the School, and mr de sousa too", ["petrovna", "de sousa"]),
    ("He said he will miss parkrun this week", []),
    ("He wants to miss parkrun this week", []),
    ("He spoke to miss petrovna this week", ["petrovna"]),
    ("the Sr nurse on shift", []),
]

RANKS: Table = [
    ("PC Wolniewicz attended", ["Wolniewicz"]),
    ("PC 20417 WOLNIEWICZ ATTENDED", ["WOLNIEWICZ"]),
    ("PC 3391 Frost took it", ["Frost"]),
    ("DC (4410) Ampofo has the file", ["Ampofo"]),
    ("passed to T/DC Rudkin", ["Rudkin"]),
    ("Ch Insp Mowbray chaired", ["Mowbray"]),
    ("msg from PS Aldous Finch: nicked", ["Aldous Finch"]),
    ("told Sgt B as well", ["B"]),
    ("DS T HAS IT", ["T"]),
    ("officer was pc whitebread no 4417", ["whitebread"]),
    ("the officer was pc will trannock", ["will trannock"]),
    ("PC R. Sturgess rang", ["R. Sturgess"]),
    ("DI Mulcahy-Orr", ["Mulcahy-Orr"]),
    ("DC O'Dwyer and PC Nguyễn", ["O'Dwyer", "Nguyễn"]),
    ("the PC was stolen", []),
    ("told the DI. Rehearzed it with him", []),
    ("Insp. Quiggin signed", ["Quiggin"]),
    ("bought at PC World", []),
    ("DC panel agreed", []),
    ("plays his DS Lite all night", []),
    ("PC attended at once", []),
    ("DS Team told", []),
    ("the pc screen was broken", []),
    ("10 ps later", []),
    ("PC 20417 attended the address", []),
]

OFFICES: Table = [
    ("midwife Oluchi rang", ["Oluchi"]),
    ("Midwife Comfort Adjapong. She", ["Comfort Adjapong"]),
    ("OM Tesfaye agreed", ["Tesfaye"]),
    ("new HV: Zubeida Rahmanova", ["Zubeida Rahmanova"]),
    ("AMHP Yohannes came", ["Yohannes"]),
    ("Officer Quilligan re-dialled", ["Quilligan"]),
    ("the paralegal Hyacinth Obeng", ["Hyacinth Obeng"]),
    ("cpn beatriz saw him", ["beatriz"]),
    ("so that he could", []),
    ("there are two cases on so itll be short then", []),
    ("EMAIL FROM IDVA REC'D TODAY", []),
    ("arrested at the Lord Ravensbyte", []),
    ("rang ms kaczmarska emaied her too", ["kaczmarska"]),
    ("so Leeds it is", []),
    ("SO that is agreed", []),
    ("SW team duty", []),
    ("HV to visit", []),
    ("OM update due", []),
    ("teacher training day", []),
    ("Officer in the case", []),
    ("nurse practitioner clinic", []),
    ("the manager said no", []),
    ("support worker Leeds team", []),
]


@pytest.mark.parametrize(("text", "expected"), CIVIL + RANKS + OFFICES)
def test_names_after_a_title(dictionary: Dictionary, text: str, expected: list[str]) -> None:
    assert names_in(TitledNameRecogniser(dictionary), text) == expected


@pytest.mark.parametrize(
    "text", ["Mrs Pobjoy", "PC 3391 Frost", "DC Ampofo", "midwife Joy Adjapong"]
)
def test_a_title_makes_a_name_sure(dictionary: Dictionary, text: str) -> None:
    assert [item.score for item in findings_in(TitledNameRecogniser(dictionary), text)] == [0.8]


def test_one_word_after_an_office_is_a_guess(dictionary: Dictionary) -> None:
    scores = [i.score for i in findings_in(TitledNameRecogniser(dictionary), "OM Tesfaye agreed")]
    assert scores == [0.77]


@pytest.mark.parametrize("title", ["Mr", "mr", "MR", "Mrs", "Dr", "PC", "Sgt", "Judge", "Cllr"])
def test_the_title_stays_outside(dictionary: Dictionary, title: str) -> None:
    text = f"rang {title} Thackwray today"
    assert names_in(TitledNameRecogniser(dictionary), text) == ["Thackwray"]
