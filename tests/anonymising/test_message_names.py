"""Names in the parts of messages, each against near misses."""

import pytest
from name_checks import Table, names_in

from notecode.anonymising.recognisers.message_name import MessageNameRecogniser
from notecode.anonymising.words.dictionary import Dictionary

HEADERS: Table = [
    ("From: STONE, Rich 7781\nSubject: x", ["STONE, Rich"]),
    ("To: Penny Lane-Harrop\nSubject: x", ["Penny Lane-Harrop"]),
    ("Cc: Siddiqa, Ayesha; Tickell, Joanne", ["Siddiqa, Ayesha", "Tickell, Joanne"]),
    ("> From: Joanne Tickell\n> Sent: 3 May", ["Joanne Tickell"]),
    ("From: Oyin Da-Silveira <oyin@example.org>", ["Oyin Da-Silveira"]),
    ("Logged by: K. Vaughan-Pryce", ["K. Vaughan-Pryce"]),
    ("To: Housing Options", []),
    ("From: Custody Records\nTo: Duty Team", []),
    ("Subject: Marac on Monday", []),
    ("To: All Staff", []),
    ("To: Front Door", []),
]

SIGNED: Table = [
    ("All agreed.\nRgds\nRich", ["Rich"]),
    ("See you then.\nKind regards,\n\nOluwadami Bankole", ["Oluwadami Bankole"]),
    ("> Thanks, J\n", ["J"]),
    ("Worth a statement?\nBest\nT\n\nTheodora Quillan (she/her)", ["T"]),
    ("can you ring me thx tashya", ["tashya"]),
    ("Best wishes\nKaz x", ["Kaz"]),
    ("Cheers, Mo\n", ["Mo"]),
    ("No idea who it was.\nSiobhan\n\nS. Clearwater, 020 7946 0233", ["S. Clearwater"]),
    ("on monitoring?\nJoanne Tickell\nCase Manager", ["Joanne Tickell"]),
    ("Regards\nG. Lumley, Advanced Practitioner", ["G. Lumley"]),
    ("hope it helps. B x", ["B"]),
    ('emailed: "he was a no show. K". Noted', ["K"]),
    ('"Pls call me asap. Kx"', ["K"]),
    ('sms: "Same time next Monday? Will". Reply', ["Will"]),
    ('sms: "Not today. Thanks". Reply', []),
    ('sms: "Bad day. Hope"', []),
    ('"bloods and Rx"', []),
    ("Many thanks for this.\nCan you ring?", []),
    ("Thanks, all agreed here", []),
    ("Best to leave it", []),
    ("Will pull it.\nGurdeep\n> On 21 Jun Perpetua wrote", ["Gurdeep"]),
    ("Will pull it.\nKezia Dawlish\n\n-----Original Message-----", ["Kezia Dawlish"]),
    ("Will pull it.\nConfidential\n> On 21 Jun he wrote", []),
    ("Will pull it.\nPolice\n-----", []),
    ("Regards to all.\nMany thanks", []),
    ("thanks\nSW", []),
    ("Plan of work.\nReview, Monday", []),
    ("with thanks\n\nActions:\n1. Ring him", []),
]

SPOKEN_TO: Table = [
    ("Dear Hectorina\nI write", ["Hectorina"]),
    ('V/M: "Hiya Imo it\'s me"', ["Imo"]),
    ("\nHiya Oyin, can you", ["Oyin"]),
    ("Hello Craig\nWe have", ["Craig"]),
    ("Morning Eleanora,", ["Eleanora"]),
    ("Hi all\nplease see", []),
    ("Dear Sir or Madam", []),
    ("Hi there, see below", []),
    ("Morning visit went well", []),
    ("Dear Team", []),
]

WROTE: Table = [
    ("On 3 May, Eleanora Whitcomb wrote:\n> he came", ["Eleanora Whitcomb"]),
    ("Winnie Corrigan, 07700 900265: rang", ["Winnie Corrigan"]),
    ("He wrote: I am sorry", []),
    ("Landline, 0113 496 0000", []),
]


@pytest.mark.parametrize(("text", "expected"), HEADERS + SIGNED + SPOKEN_TO + WROTE)
def test_names_in_messages(dictionary: Dictionary, text: str, expected: list[str]) -> None:
    assert names_in(MessageNameRecogniser(dictionary), text) == expected
