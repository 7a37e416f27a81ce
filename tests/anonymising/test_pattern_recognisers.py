"""Contacts, vehicles and numbers with a form of their own, each with its near misses."""

import pytest
from pattern_checks import Table, found

from notecode.anonymising import Anonymiser
from notecode.anonymising.findings import UNCHECKED
from notecode.anonymising.flags import CHECK_DIGIT
from notecode.anonymising.recognisers.device import DeviceRecogniser
from notecode.anonymising.recognisers.email import EmailRecogniser
from notecode.anonymising.recognisers.handle import HandleRecogniser, UrlRecogniser
from notecode.anonymising.recognisers.national_insurance import NationalInsuranceRecogniser
from notecode.anonymising.recognisers.nhs_number import NhsNumberRecogniser, has_check_digit
from notecode.anonymising.recognisers.phone import PhoneRecogniser
from notecode.anonymising.recognisers.postcode import PostcodeRecogniser
from notecode.anonymising.recognisers.vehicle import VehicleRecogniser
from notecode.raw import RawNote, Roster

POSTCODES: Table = [
    ("somewhere round AB12 3D we think", ["AB12 3D"]),
    ("flat LS1 2 of 3, 10 of 12", []),
    ("zone covers B29 and part of B30", ["B29", "B30"]),
    ("118 COLEBROOK ROAD LE4 OFF MELTON RD", ["LE4"]),
    ("lives w her parents e8, bro too", ["e8"]),
    ("hostel Arlington Lodge N4, rm 3", ["N4"]),
    ("lives at HU5 3PL now", ["HU5 3PL"]),
    ("now hu53pl he says", ["hu53pl"]),
    ("M1 1AE and SW1A 1AA", ["M1 1AE", "SW1A 1AA"]),
    ("Postcode: LS9", ["LS9"]),
    ("L2 1st visit", []),
    ("booked S1 2nd slot", []),
    ("S47 the plan", []),
    ("room B2 3pm", []),
    ("C2 of the form", []),
    ("near HU5\u00a03PL", ["HU5\u00a03PL"]),
    ("HU5-3PL on the form", ["HU5-3PL"]),
    ("LEEDS LS9 OAB", ["LS9 OAB"]),
    ("gave BS5 0xx only", ["BS5 0xx"]),
    ("the LS9 area", ["LS9"]),
    ("exclusion zone S5 and S6", ["S5", "S6"]),
    ("not to enter S9 or S13", ["S9", "S13"]),
    ("houses in CM1 or CM3", ["CM1", "CM3"]),
    ("bungalow in CO1", ["CO1"]),
    ("offence under S5 and S47", []),
    ("stay out of S6", ["S6"]),
    ("moved to CF24", ["CF24"]),
    ("in Hawick (TD9)", ["TD9"]),
    ("his flat, Thornton Heath CR7.", ["CR7"]),
    ("hawick td9", ["td9"]),
    ("118 Ardery Street, Partick, G11. Licensed", ["G11"]),
    ("Section, S47. The form, B1.", []),
    ("BS5/BS16 only", ["BS5", "BS16"]),
    ("on the M6 near M25", []),
    ("in S20 accommodation", []),
    ("told PO4 and SM2", []),
    ("level L2, band B1", []),
    ("FY24 plan", []),
]


@pytest.mark.parametrize(("text", "expected"), POSTCODES)
def test_postcodes(text: str, expected: list[str]) -> None:
    assert found(PostcodeRecogniser(), text) == expected


PHONES: Table = [
    ("mob starts 07700 9, the rest is lost", ["07700 9"]),
    ("on 07700 900123/4 till five", ["07700 900123/4"]),
    ("told her about 0808 2000 247 and 0800 555 111", []),
    ("The 402 number is registered to him", ["402"]),
    ("rang the 101 number", []),
    ("rang 07700 900123 x2", ["07700 900123"]),
    ("07700900123.", ["07700900123"]),
    ("on (01632) 960 456, no answer", ["(01632) 960 456"]),
    ("+44 7700 900 123", ["+44 7700 900 123"]),
    ("0044 (0)7700 900123", ["0044 (0)7700 900123"]),
    ("7700 900 123", ["7700 900 123"]),
    ("07700-900-123", ["07700-900-123"]),
    ("tel no: 960456", ["960456"]),
    ("+353 1 555 0123", ["+353 1 555 0123"]),
    ("rang 3 times, 101 told", []),
    ("£0800 of debt", []),
    ("at 0930 on 12/3", []),
    ("in 2016 and 2017", []),
    ("0 7 7 0 0 9 0 0 1 2 3", ["0 7 7 0 0 9 0 0 1 2 3"]),
    ("rang O77OO 900123", ["O77OO 900123"]),
    ("01632 960456 ext 4471", ["01632 960456 ext 4471"]),
    ("on ext. 4471", ["4471"]),
    ("his number ends 4471", ["4471"]),
    ("last three digits 471", ["471"]),
    ("1632 960456", ["1632 960456"]),
    ("0114/4960123", ["0114/4960123"]),
    ("07700 900xxx", ["07700 900xxx"]),
    (
        "oh seven seven double oh nine hundred seven two",
        ["oh seven seven double oh nine hundred seven two"],
    ),
    ("07700 900871. Officers att", ["07700 900871"]),
    ("01.02.2017 10.30", []),
    ("his order ends 2018", []),
    ("one two three go", []),
    ("ring 101 or 999", []),
]


@pytest.mark.parametrize(("text", "expected"), PHONES)
def test_phones(text: str, expected: list[str]) -> None:
    assert found(PhoneRecogniser(), text) == expected


EMAILS: Table = [
    ("from jo.bloggs@example.co.uk:", ["jo.bloggs@example.co.uk"]),
    ("o'neill+x@mail.example.org", ["o'neill+x@mail.example.org"]),
    ("kez_at gmail", []),
    ("kez at example dot com", ["kez at example dot com"]),
    ("met @ school", []),
    ("seen at work", []),
    ("kez . smith @ gmail . com", ["smith @ gmail . com"]),
    ("kez.smith@gmail", ["kez.smith@gmail"]),
    ("kez.smith @gmail.com", ["kez.smith @gmail.com"]),
    ("kez@gmail,com today", ["kez@gmail,com"]),
    ("kez(at)hotmail(dot)co(dot)uk", ["kez(at)hotmail(dot)co(dot)uk"]),
    ("kez92 at gmail", ["kez92 at gmail"]),
    ("kez dot smith at yahoo dot co dot uk", ["kez dot smith at yahoo dot co dot uk"]),
    ("kez at gmail.com", ["kez at gmail.com"]),
    ("insta @kez.smith.92", []),
    ("she works at yahoo", []),
    ("appt @ 10.30 on Mon", []),
]


@pytest.mark.parametrize(("text", "expected"), EMAILS)
def test_emails(text: str, expected: list[str]) -> None:
    assert found(EmailRecogniser(), text) == expected


HANDLES: Table = [
    ("the account is marky.read.corby", ["marky.read.corby"]),
    ("the account is closed. she rang", []),
    ("tdeos93 insta printout", ["tdeos93"]),
    ('friend request off "Valley Reaper"', ["Valley Reaper"]),
    ('said "leave it" on facebook', []),
    ("she is @miss.kez92 there", ["@miss.kez92"]),
    ("insta: big_kez", ["big_kez"]),
    ("snapchat name kez92x", ["kez92x"]),
    ("uses kez.87.x to watch her", ["kez.87.x"]),
    ("page kez_the_one", ["kez_the_one"]),
    ("met @ 3pm", []),
    ("insta and facebook blocked", []),
    ("his facebook is public", []),
    ("at 3.30.", []),
    ("[CHILD_1] seen", []),
    ("discord kez#4471", ["kez#4471"]),
    ("post tagged #justice4kez", ["#justice4kez"]),
    ("JB_runs_far on Strava", ["JB_runs_far"]),
    ("still had log in, user t.moyo84, shut now", ["t.moyo84"]),
    ("the user is new, login is slow", []),
    ("@ kez_92 again", ["@ kez_92"]),
    ("u/throwaway_kez", ["u/throwaway_kez"]),
    ("DASH_RIC form", []),
    ("twitter and snap deleted", []),
    ("CAD #12", []),
]


@pytest.mark.parametrize(("text", "expected"), HANDLES)
def test_handles(text: str, expected: list[str]) -> None:
    assert found(HandleRecogniser(), text) == expected


URLS: Table = [
    ("see https://example.com/a?b=1.", ["https://example.com/a?b=1"]),
    ("www.example.org/kez", ["www.example.org/kez"]),
    ("facebook.com/kez.b", ["facebook.com/kez.b"]),
    ("He left.me too", []),
    ("rang home.He said", []),
    ("youtube.example/@kez_1", ["youtube.example/@kez_1"]),
    ("t.me/kezza", ["t.me/kezza"]),
    ("facebook . com / kez.b", ["facebook . com / kez.b"]),
    ("and/or yes/no", []),
]


@pytest.mark.parametrize(("text", "expected"), URLS)
def test_urls(text: str, expected: list[str]) -> None:
    assert found(UrlRecogniser(), text) == expected


NHS_NUMBERS: Table = [
    ("NHS 999 123 4567", ["999 123 4567"]),
    ("nhs no: 9991234567", ["9991234567"]),
    ("999-123-4560 wrong check digit", ["999-123-4560"]),
    ("NHS trust", []),
    ("paid 100 200 300", []),
    ("NHS no. 999\u00a0018 2341", ["999\u00a0018 2341"]),
    ("NHS 9434765919", ["9434765919"]),
    ("the 9434765919 one", ["9434765919"]),
    ("the 9434765910 one", []),
]


@pytest.mark.parametrize(("text", "expected"), NHS_NUMBERS)
def test_nhs_numbers(text: str, expected: list[str]) -> None:
    assert found(NhsNumberRecogniser(), text) == expected


NATIONAL_INSURANCE: Table = [
    ("NINO AB 12 34 56 C", ["AB 12 34 56 C"]),
    ("ni ab123456c", ["ab123456c"]),
    ("ni no: AB123456", ["AB123456"]),
    ("AB 12 34", []),
    ("qq 12 34 56 c", ["qq 12 34 56 c"]),
    ("NI: PX-44-12-09-B", ["PX-44-12-09-B"]),
    ("WK 30 11 58 A.", ["WK 30 11 58 A"]),
    ("at 10 20 30 a", []),
    ("ni no reply", []),
]


@pytest.mark.parametrize(("text", "expected"), NATIONAL_INSURANCE)
def test_national_insurance(text: str, expected: list[str]) -> None:
    assert found(NationalInsuranceRecogniser(), text) == expected


VEHICLES: Table = [
    ("last 3 of plate OKH", ["OKH"]),
    ("first two letters of the reg: KV", ["KV"]),
    ("the last few of the plates on the shelf", []),
    ("hilux, reg 191 LH 4402 or 191-LH-4420", ["191 LH 4402", "191-LH-4420"]),
    ("grey Zafira ends OEJ.", ["OEJ"]),
    ("black Insignia, last three letters WZD", ["WZD"]),
    ("white van GR4 NTD", ["GR4 NTD"]),
    ("the order ends JAN", []),
    ("a red AB12 CDE outside", ["AB12 CDE"]),
    ("ab12cde", ["ab12cde"]),
    ("by47 odb was outside", ["by47 odb"]),
    ("reg: A123 BCD", ["A123 BCD"]),
    ("his car is p45 xyz", ["p45 xyz"]),
    ("s47 the plan", []),
    ("S47 enquiry", []),
    ("SU19 was here", []),
    ("at AB12 the", []),
    ("M123 ABC parked", ["M123 ABC"]),
    ("ABC 123D, an old one", ["ABC 123D"]),
    ("AIG 4455 from Belfast", ["AIG 4455"]),
    ("reg 1234 AB", ["1234 AB"]),
    ("private plate W11 SCO", ["W11 SCO"]),
    ("P J 19 W R X", ["P J 19 W R X"]),
    ("partial YN09.", ["YN09"]),
    ("red Juke BV18 something LNE", ["BV18", "LNE"]),
    ("reg sf 19 klm", ["sf 19 klm"]),
    ("plate ending XTR", ["XTR"]),
    ("rang via 999", []),
    ("SHE IS 22 YRS", []),
    ("C100 APP in", []),
    ("the 2017 MOT", []),
]


@pytest.mark.parametrize(("text", "expected"), VEHICLES)
def test_vehicles(text: str, expected: list[str]) -> None:
    assert found(VehicleRecogniser(), text) == expected


DEVICES: Table = [
    ("from 82.14.209.44 twice", ["82.14.209.44"]),
    ("MAC 00:1B:44:11:3A:B7", ["00:1B:44:11:3A:B7"]),
    ("IMEI 35 209900 176148 1", ["35 209900 176148 1"]),
    ("at 54.97812, -1.61744", ["54.97812, -1.61744"]),
    ("///filled.count.soap", ["///filled.count.soap"]),
    ("section 3.2.1 of it", []),
    ("scored 5.25 and 6.75", []),
    ("https://a.example", []),
]


@pytest.mark.parametrize(("text", "expected"), DEVICES)
def test_devices(text: str, expected: list[str]) -> None:
    assert found(DeviceRecogniser(), text) == expected


def test_an_nhs_number_that_does_not_add_up_is_told_apart() -> None:
    right = list(NhsNumberRecogniser().find("NHS 943 476 5919"))
    wrong = list(NhsNumberRecogniser().find("NHS 943 476 5918"))
    assert {each.recogniser for each in right} == {"nhs-number"}
    assert {each.recogniser for each in wrong} == {UNCHECKED}


def test_an_nhs_number_that_does_not_add_up_is_masked_and_flagged(anonymiser: Anonymiser) -> None:
    text = "NHS no 943 476 5918, not 943 476 5919."
    note = RawNote(id="n1", case_id="C", text=text, site="N")
    done = anonymiser.anonymise_case("C", "N", [note], Roster("C")).notes[0]
    assert done.note.text == "NHS no [ID_1], not [ID_2]."
    flagged = [flag for flag in done.flags if flag.reason == CHECK_DIGIT]
    assert [done.note.text[f.span.start : f.span.end] for f in flagged] == ["[ID_1]"]


@pytest.mark.parametrize("number", ["9434765919", "943 476 5919", "4010232137"])
def test_check_digits(number: str) -> None:
    assert has_check_digit(number)
    slip = number[:-1] + str((int(number[-1]) + 1) % 10)
    assert not has_check_digit(slip)
