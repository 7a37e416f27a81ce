"""Each pattern recogniser against one table of texts, near misses among them."""

import pytest

from notecode.anonymising.recognisers.address import AddressRecogniser
from notecode.anonymising.recognisers.age import AgeRecogniser
from notecode.anonymising.recognisers.birth_date import DateOfBirthRecogniser
from notecode.anonymising.recognisers.date import DateRecogniser
from notecode.anonymising.recognisers.email import EmailRecogniser
from notecode.anonymising.recognisers.handle import HandleRecogniser, UrlRecogniser
from notecode.anonymising.recognisers.national_insurance import NationalInsuranceRecogniser
from notecode.anonymising.recognisers.nhs_number import NhsNumberRecogniser
from notecode.anonymising.recognisers.patterns import CasedPatternRecogniser
from notecode.anonymising.recognisers.phone import PhoneRecogniser
from notecode.anonymising.recognisers.postcode import PostcodeRecogniser
from notecode.anonymising.recognisers.vehicle import VehicleRecogniser

Table = list[tuple[str, list[str]]]


def found(recogniser: CasedPatternRecogniser, text: str) -> list[str]:
    """What the recogniser covers, overlapping finds joined, from left to right."""
    covered: list[tuple[int, int]] = []
    results = recogniser.analyze(text, [recogniser.type], None)
    for start, end in sorted((item.start, item.end) for item in results):
        if covered and start < covered[-1][1]:
            covered[-1] = (covered[-1][0], max(end, covered[-1][1]))
        else:
            covered.append((start, end))
    return [text[start:end] for start, end in covered]


def check(recogniser: CasedPatternRecogniser, text: str, expected: list[str]) -> None:
    assert found(recogniser, text) == expected


POSTCODES: Table = [
    ("lives at HU5 3PL now", ["HU5 3PL"]),
    ("now hu53pl he says", ["hu53pl"]),
    ("M1 1AE and SW1A 1AA", ["M1 1AE", "SW1A 1AA"]),
    ("Postcode: LS9", ["LS9"]),
    ("L2 1st visit", []),
    ("booked S1 2nd slot", []),
    ("S47 the plan", []),
    ("room B2 3pm", []),
    ("C2 of the form", []),
]


@pytest.mark.parametrize(("text", "expected"), POSTCODES)
def test_postcodes(text: str, expected: list[str]) -> None:
    check(PostcodeRecogniser(), text, expected)


PHONES: Table = [
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
]


@pytest.mark.parametrize(("text", "expected"), PHONES)
def test_phones(text: str, expected: list[str]) -> None:
    check(PhoneRecogniser(), text, expected)


EMAILS: Table = [
    ("from jo.bloggs@example.co.uk:", ["jo.bloggs@example.co.uk"]),
    ("o'neill+x@mail.example.org", ["o'neill+x@mail.example.org"]),
    ("kez_at gmail", []),
    ("kez at example dot com", ["kez at example dot com"]),
    ("met @ school", []),
    ("seen at work", []),
]


@pytest.mark.parametrize(("text", "expected"), EMAILS)
def test_emails(text: str, expected: list[str]) -> None:
    check(EmailRecogniser(), text, expected)


HANDLES: Table = [
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
]


@pytest.mark.parametrize(("text", "expected"), HANDLES)
def test_handles(text: str, expected: list[str]) -> None:
    check(HandleRecogniser(), text, expected)


URLS: Table = [
    ("see https://example.com/a?b=1.", ["https://example.com/a?b=1"]),
    ("www.example.org/kez", ["www.example.org/kez"]),
    ("facebook.com/kez.b", ["facebook.com/kez.b"]),
    ("He left.me too", []),
    ("rang home.He said", []),
]


@pytest.mark.parametrize(("text", "expected"), URLS)
def test_urls(text: str, expected: list[str]) -> None:
    check(UrlRecogniser(), text, expected)


NHS_NUMBERS: Table = [
    ("NHS 999 123 4567", ["999 123 4567"]),
    ("nhs no: 9991234567", ["9991234567"]),
    ("999-123-4560 wrong check digit", ["999-123-4560"]),
    ("NHS trust", []),
    ("paid 100 200 300", []),
]


@pytest.mark.parametrize(("text", "expected"), NHS_NUMBERS)
def test_nhs_numbers(text: str, expected: list[str]) -> None:
    check(NhsNumberRecogniser(), text, expected)


NATIONAL_INSURANCE: Table = [
    ("NINO AB 12 34 56 C", ["AB 12 34 56 C"]),
    ("ni ab123456c", ["ab123456c"]),
    ("ni no: AB123456", ["AB123456"]),
    ("AB 12 34", []),
]


@pytest.mark.parametrize(("text", "expected"), NATIONAL_INSURANCE)
def test_national_insurance(text: str, expected: list[str]) -> None:
    check(NationalInsuranceRecogniser(), text, expected)


VEHICLES: Table = [
    ("a red AB12 CDE outside", ["AB12 CDE"]),
    ("ab12cde", ["ab12cde"]),
    ("by47 odb was outside", ["by47 odb"]),
    ("reg: A123 BCD", ["A123 BCD"]),
    ("his car is p45 xyz", ["p45 xyz"]),
    ("s47 the plan", []),
    ("S47 enquiry", []),
    ("SU19 was here", []),
    ("at AB12 the", []),
]


@pytest.mark.parametrize(("text", "expected"), VEHICLES)
def test_vehicles(text: str, expected: list[str]) -> None:
    check(VehicleRecogniser(), text, expected)


DATES: Table = [
    ("seen 12/3.", ["12/3"]),
    ("on 14/02/2017 at 3", ["14/02/2017"]),
    ("14.2.17 and 14-02-17", ["14.2.17", "14-02-17"]),
    ("14th Feb. Will ring", ["14th Feb"]),
    ("14 Feb. 2017", ["14 Feb. 2017"]),
    ("Mon 14th Feb 2017 he", ["14th Feb 2017"]),
    ("the 3rd of March", ["3rd of March"]),
    ("February 14th", ["February 14th"]),
    ("2017-02-14", ["2017-02-14"]),
    ("on the 14th.", ["14th"]),
    ("Tues 14th", ["14th"]),
    ("12th and 14th Feb", ["12th", "14th Feb"]),
    ("next review 3/3", ["3/3"]),
    ("5/5 on the scale", []),
    ("in March", []),
    ("on Tuesday", []),
    ("last week, since 2016", []),
    ("24/7 and 9/10", []),
    ("1/2 of it, 3/4 done", []),
    ("the 4th time", []),
    ("6/52 and 3/7 of rent", ["3/7"]),
    ("March 2017", []),
    ("may 3 times", []),
    ("£12/3 each", []),
    ("S47/3", []),
]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_dates(text: str, expected: list[str]) -> None:
    check(DateRecogniser(), text, expected)


BIRTH_DATES: Table = [
    ("DOB 1.2.80", ["1.2.80"]),
    ("d.o.b: 010280", ["010280"]),
    ("born on 1st Feb 1980", ["1st Feb 1980"]),
    ("date of birth 01 02 1980", ["01 02 1980"]),
    ("dob 3/2/7", ["3/2/7"]),
    ("born in 1980", []),
    ("baby born Tuesday", []),
]


@pytest.mark.parametrize(("text", "expected"), BIRTH_DATES)
def test_birth_dates(text: str, expected: list[str]) -> None:
    check(DateOfBirthRecogniser(), text, expected)


AGES: Table = [
    ("aged 34", ["aged 34"]),
    ("a 7 year old", ["7 year old"]),
    ("34yo male", ["34yo"]),
    ("her 6-month-old", ["6-month-old"]),
    ("turned eight on Sunday", ["eight"]),
    ("she is 19.", ["19"]),
    ("he's 33 + lives alone", ["33"]),
    ("SU is 45, V/S is 43 and Kez 36.", ["45", "43", "36"]),
    ("SU IS 30, V/S 23 AND RUKHSANA 27.", ["30", "23", "27"]),
    ("Kez is 28, victim 29.", ["28", "29"]),
    ("Kez (6) and Lou (9yrs)", ["6", "9yrs"]),
    ("sentenced to 3 yrs", []),
    ("crown court, 3 yrs in custody", []),
    ("score is 9.", []),
    ("10.15 old scars", []),
    ("6 months of the order", []),
    ("is 20 minutes late", []),
]


@pytest.mark.parametrize(("text", "expected"), AGES)
def test_ages(text: str, expected: list[str]) -> None:
    check(AgeRecogniser(), text, expected)


ADDRESSES: Table = [
    ("at 14 Elm Street, again", ["14 Elm Street"]),
    ("76 st cuthman's road", ["76 st cuthman's road"]),
    ("Flat 3, 36 Ashgill Place", ["Flat 3, 36 Ashgill Place"]),
    ("12a beech rd. He left", ["12a beech rd"]),
    ("seen on Beech Avenue twice", ["Beech Avenue"]),
    ("lives at Mill Court", ["Mill Court"]),
    ("door at 42.", []),
    ("living at 42.", ["42"]),
    ("gym on wharfinger street", ["wharfinger street"]),
    ("at Crown Court", []),
    ("The Drive Project", []),
    ("on the street", []),
    ("2 days on the road", []),
    ("25 November 2016 as a way in", []),
    ("10 minutes down the road", []),
    ("on his own way", []),
]


@pytest.mark.parametrize(("text", "expected"), ADDRESSES)
def test_addresses(text: str, expected: list[str]) -> None:
    check(AddressRecogniser(), text, expected)
