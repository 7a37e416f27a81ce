"""Ages that are said offhand, and near misses."""

import pytest
from pattern_checks import Table, found

from notecode.anonymising.recognisers.age import AgeRecogniser
from notecode.anonymising.recognisers.age_in_passing import AgeInPassingRecogniser
from notecode.anonymising.recognisers.age_offhand import AgeOffhandRecogniser

OFFHAND: Table = [
    ("hes 41 shes 36 and", ["41"]),
    ("hes 20 mins late, shes 3 weeks gone", []),
    ("Zaira 3y 2m, speech slow", ["3y 2m"]),
    ("sentence of 3y 2m and a licence", []),
    ("his wife 51 works nights, MGM 54 offers", ["51", "54"]),
    ("his wife 51 times, mum 20 in all", []),
    ('child 9 ("nearly 10") said', ["9", "nearly 10"]),
    ("Child 2 (at school) and child 1", []),
    ("Dario: 60 on Friday. Court 30 on Friday.", ["60"]),
    ("Asian male 20s with a bag", ["20s"]),
    ("music of the 20s", []),
    ("Eldest is nineteen, at college", ["nineteen"]),
    ("Zaira 8 told her worker. ELDEST 11 HAS ASKED", ["8", "11"]),
    ("Room 8 told to move. Case 9 said to be closed", []),
    ("Saw him today. 34 now, and tired", ["34"]),
    ("Daughter is fourteen and at college", ["fourteen"]),
    ("The flat is four and a half rooms", []),
    ("White, 25-30, slim", ["25-30"]),
    ("Male 30-35 yrs, slim", ["30-35 yrs"]),
    ("about 30 to 35 sessions", []),
    ("Seen running: approx 40 yrs, slim build", ["approx 40 yrs"]),
    ("Lived there approx 40 yrs, then left", []),
    ("The boy is 9 not 8.", ["9", "8"]),
    ("CHILD 7 ASLEEP UPSTAIRS", ["7"]),
    ("CHILD 7 OF 9", []),
    ("DOB 1/1/80 (41) of no address", ["41"]),
    ("hes 34 looks 50.", ["34", "50"]),
    ("he looks 20 minutes late", []),
    ("Dario, 31 (32 on the 4th), roofer", ["32"]),
    ("he is 41, 42 next month", ["42"]),
    ("rooms 41, 42 and 43", []),
    ("Did the sheet. 69... no, 49 he says.", ["69", "49"]),
    ("Walked round it. 25 and never had a key.", ["25"]),
    ("Counted them. 25 and still counting", ["25"]),
    ("25 and 26 are taken", []),
    ("Dario is fifty-two and a joiner", ["fifty-two"]),
    ("The score is fifty-two and rising", []),
    ("Two girls, Nia and Mirren, 4 and 2.", ["4", "2"]),
    ("Sessions, 4 and 2.5 hours", []),
    ("Mirren - two and a bit - is fine", ["two and a bit"]),
    ("waited two and a half hours", []),
    ("Rhys - 4 yrs 7 mths - well", ["4 yrs 7 mths"]),
    ("Rhys sentenced, 4 yrs 7 mths", []),
    ("Age at closure: 49   Id: 1", ["49"]),
    ("age at closure not known: see 49", []),
    ("In care in Paisley from 6, then home", ["6"]),
    ("In care review from 6.30", []),
]

NO_AGES: Table = [
    ("IDVA: DASH now 20.", []),
    ("Dario now 20.", ["20"]),
    ("The Trust waiting list is 11 weeks.", []),
    ("SSO 12 months, 120 hrs", []),
    ("Zayn 12 months, well", ["12 months"]),
]


@pytest.mark.parametrize(("text", "expected"), OFFHAND)
def test_ages_offhand(text: str, expected: list[str]) -> None:
    assert found(AgeOffhandRecogniser(), text) == expected


@pytest.mark.parametrize(("text", "expected"), NO_AGES)
def test_counts_that_are_no_ages(text: str, expected: list[str]) -> None:
    assert found((AgeRecogniser(), AgeInPassingRecogniser()), text) == expected
