"""Days and ages that only the words around them tell from other numbers, with near misses."""

import pytest
from pattern_checks import Table, found

from notecode.anonymising.recognisers.age import AgeRecogniser
from notecode.anonymising.recognisers.age_in_passing import AgeInPassingRecogniser
from notecode.anonymising.recognisers.date import DateRecogniser
from notecode.anonymising.recognisers.day_in_passing import DayInPassingRecogniser

DAYS: Table = [
    ("rang on Halloween night", ["Halloween night"]),
    ("booked, EDD 30.6. Lives with", ["30.6"]),
    ("he came on Good Friday and on bank holiday Monday", ["Good Friday", "bank holiday Monday"]),
    ("DNA 04.03, 11.03; seen", ["04.03", "11.03"]),
    ("yours of the 6th inst. to hand", ["6th inst"]),
    ("so the twenty ninth he sees them", ["twenty ninth"]),
    ("rang on Mother's Day and on hogmanay", ["Mother's Day", "hogmanay"]),
    ("by the fifteenth, not after", ["fifteenth"]),
    ("the 9th onwards is fine", ["9th"]),
    ("ok with her to move to the 19. I have said", ["19"]),
    ("offered thurs 28 12 noon before work", ["thurs 28"]),
    ("can do weds 17 or thurs 18", ["weds 17", "thurs 18"]),
    ("see him Tues 23 at the office", ["Tues 23"]),
    ("next appt Fri 6 10.30", ["Fri 6"]),
    ("lock change done 20.10.", ["20.10"]),
    ("a warning letter by 30.10", ["30.10"]),
    ("New referral via Marac of 10/10. SU", ["10/10"]),
    ("CORE GRP 4-3\nChair N.O.", ["4-3"]),
    ("plan: pre birth conf 21.3.", ["21.3"]),
    ("4 cans on the night of the twelfth, told them", ["twelfth"]),
    ("Licence ended 4th with no recall", ["4th"]),
    ("she has keys. next 9.8.", ["9.8"]),
    ("booked for the twelfth.", ["twelfth"]),
]
NO_DAYS: Table = [
    ("scan at 10.30, baby was 3.2 kg, booking 9.10 am", []),
    ("completed 3/10 sessions, missed 2.5 hours", []),
    ("a bank holiday, and a good day", []),
    ("the twelfth session, the eighteenth birthday", []),
    ("home by Christmas or Easter, all day in May", []),
    ("mon 10-12 at the centre", []),
    ("tues 2pm, weds 14.30", []),
    ("on tues 14 calls were made", []),
    ("3/4 sessions done, scored 10/10", []),
    ("by the 10 o'clock news", []),
    ("he did 20.10 miles to the 5 children", []),
    ("AUDIT score 24. 8-10 pints", []),
    ("saw him 6-6.50, harness still on", []),
    ("the night of the second visit", []),
    ("ended 3rd in the queue", []),
]
AGES: Table = [
    ("Zayn now 8, goes gladly", ["8"]),
    ("RIMA NOW 11 ASKED DAD", ["11"]),
    ("Ari now 16 months, off the plan", ["16 months"]),
    ("leaving home at 16 in the back of a lorry", ["16"]),
    ("what did you want at 15? A bicycle", ["15"]),
    ("into care at 12 & again at 14, was", ["12", "14"]),
    ("army service at 20 in the hills", ["20"]),
    ("Rima at 10 is the good girl", ["10"]),
    ("Romanian national, 34. Lives", ["34"]),
    ("fled with son Luca, just 4, to a friend's", ["4"]),
    ("there was a boy of about 12 in the room", ["about 12"]),
    ("a lad from away, 19 or 20. Told them", ["19 or 20"]),
    ("He's 4 yrs 6 mths and reading", ["4 yrs 6 mths"]),
    ("Rhodri is 15yrs & says", ["15yrs"]),
    ("hv: 3yr check ok", ["3yr"]),
    ("Birthday today, 33. Said", ["33"]),
    ("printed his age as 43, wrong", ["43"]),
    ("asked how old he was then? 28. He", ["28"]),
    ("KEZIA IS 15 THURSDAY", ["15"]),
    ("he was 6 like his boy", ["6"]),
    ("she was 9 or 10 & he was proud", ["9", "10"]),
    ('she was "twenty two and wild"', ["twenty two"]),
    ("passed away on Sunday, 80. The wake", ["80"]),
    ("his nephew 19 stays over", ["19"]),
    ("SU 41 VS 38", ["41", "38"]),
    ("the caller (SU, 41) rang", ["41"]),
    ("son (b. 2014, 9) seen", ["9"]),
    ("she was only 14 when they met", ["14"]),
    ("daughter is in yr 6, 10.", ["10"]),
    ("now nine, she", ["nine"]),
    ("our system had her as 73. Corrected", ["73"]),
]
NO_AGES: Table = [
    ("SU now 3 weeks clean, now 8 weeks into the order", []),
    ("Keeley now 2 sessions behind", []),
    ("he left at 16 minutes past", []),
    ("for 2 years 3 months", []),
    ("he got 2yrs custody and 3yrs licence", []),
    ("lives at 15. Lives at 22 with mum", []),
    ("scored at 14, DASH at 16", []),
    ("He is 6 foot 2 and she was 20 minutes late", []),
    ("she was 15 weeks pregnant", []),
    ("SU was 2 hrs late. Risk was 14 on DASH", []),
    ("VS is 8/10 safe, SU is 2 of 6", []),
    ("she was 5 mins late, he was 2 weeks in arrears", []),
    ("his son 2 weeks ago, her daughter 3 times", []),
    ("SU 12 month order, SU 24 sessions", []),
    ("he was only 2 minutes late", []),
    ("call him at 15:30 or at 16.00", []),
]


@pytest.mark.parametrize(("text", "expected"), DAYS + NO_DAYS)
def test_days_in_passing(text: str, expected: list[str]) -> None:
    assert found([DateRecogniser(), DayInPassingRecogniser()], text) == expected


@pytest.mark.parametrize(("text", "expected"), AGES + NO_AGES)
def test_ages_in_passing(text: str, expected: list[str]) -> None:
    assert found([AgeRecogniser(), AgeInPassingRecogniser()], text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [case for case in DAYS if case[0].startswith(("ok with", "New referral", "Licence ended"))],
)
def test_the_other_recogniser_alone_misses_them(text: str, expected: list[str]) -> None:
    assert found(DateRecogniser(), text) != expected
