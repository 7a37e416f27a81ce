"""Days, dates of birth and ages in the forms of British notes, with near misses."""

import pytest
from pattern_checks import Table, found

from notecode.anonymising.recognisers.age import AgeRecogniser
from notecode.anonymising.recognisers.birth_date import DateOfBirthRecogniser
from notecode.anonymising.recognisers.date import DateRecogniser

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
    ("Mon 3 March at 2", ["3 March"]),
    ("12-14 Feb", ["12", "14 Feb"]),
    ("12th-14th Feb", ["12th", "14th Feb"]),
    ("28 Jan-3 Feb", ["28 Jan", "3 Feb"]),
    ("27 April, 11 May, 8 June", ["27 April", "11 May", "8 June"]),
    ("12/3-14/3", ["12/3", "14/3"]),
    ("on 3rd, 4th + 5th", ["3rd", "4th", "5th"]),
    ("the 12th was agreed", ["12th"]),
    ("by the 12th or earlier", ["12th"]),
    ("03.03.23 and 3.3.23", ["03.03.23", "3.3.23"]),
    ("14/2/207 typed", ["14/2/207"]),
    ("14//02/17", ["14//02/17"]),
    ("02/14/17 as in America", ["02/14/17"]),
    ("14Feb17", ["14Feb17"]),
    ("14.ii.22", ["14.ii.22"]),
    ("March the second", ["March the second"]),
    ("twenty-third of March", ["twenty-third of March"]),
    ("4th of the 7th 88", ["4th of the 7th 88"]),
    ("ar 31 Hydref", ["31 Hydref"]),
    ("New Year's Day", ["New Year's Day"]),
    ("next 14-7", ["14-7"]),
    ("home 22nd so", ["22nd"]),
    ("session 3/3 done", []),
    ("order 18/12", []),
    ("the 3rd incident", []),
    ("1st and 2nd child", []),
    ("10am Mon, 2 hrs", []),
    ("Mon 10.30", []),
    ("case 7 of 14", []),
    ("120/80 bp", []),
]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_dates(text: str, expected: list[str]) -> None:
    assert found(DateRecogniser(), text) == expected


BIRTH_DATES: Table = [
    ("DOB 1.2.80", ["1.2.80"]),
    ("d.o.b: 010280", ["010280"]),
    ("born on 1st Feb 1980", ["1st Feb 1980"]),
    ("date of birth 01 02 1980", ["01 02 1980"]),
    ("dob 3/2/7", ["3/2/7"]),
    ("born in 1980", []),
    ("baby born Tuesday", []),
    ("DOB 04 Jul 88 / 34", ["04 Jul 88"]),
    ("b. 4/7/88", ["4/7/88"]),
    ("DoB - 040788", ["040788"]),
    ("(03.04.1985, DOB) no", []),
    ("d.o.b. July 4 1988", ["July 4 1988"]),
    ("Date of birth (04-07-1988)", ["04-07-1988"]),
    ("YOB 1985", ["1985"]),
    ("born 4.7.'88", ["4.7.'88"]),
    ("birthday cake", []),
]


@pytest.mark.parametrize(("text", "expected"), BIRTH_DATES)
def test_birth_dates(text: str, expected: list[str]) -> None:
    assert found(DateOfBirthRecogniser(), text) == expected


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
    ("her 7 and 9 year olds", ["7", "9 year olds"]),
    ("aged 4, 6 and 9", ["aged 4", "6", "9"]),
    ("he turns 40", ["40"]),
    ("7 y/o and 7yo", ["7 y/o", "7yo"]),
    ("she is 22 yrs, pregnant", ["22 yrs"]),
    ("he's forty one", ["forty one"]),
    ("about 50 yrs old", ["about 50 yrs old"]),
    ("his 40th birthday", ["40th"]),
    ("till he was 11", ["11"]),
    ("married at 17", ["17"]),
    ("in his late 40s", ["40s"]),
    ("wee girl of 8", ["8"]),
    ("son (18 months)", ["18 months"]),
    ("kids (4,6,8)", ["4", "6", "8"]),
    ("kids: 4yrs, 6yrs and 8 months", ["4yrs", "6yrs", "8 months"]),
    ("(m, 34)", ["34"]),
    ("38 male", ["38"]),
    ("clean for 3 months.", []),
    ("texts (6) and calls (4)", []),
    ("married at 2pm", []),
    ("in the 90s", []),
    ("14 months, 5 yr RO", []),
    ("number is 22", []),
]


@pytest.mark.parametrize(("text", "expected"), AGES)
def test_ages(text: str, expected: list[str]) -> None:
    assert found(AgeRecogniser(), text) == expected
