"""Senders of chats, and names with an "s" put to them, each against near misses."""

import pytest
from name_checks import Table, names_in

from notecode.anonymising.recognisers.chat_name import ChatNameRecogniser
from notecode.anonymising.recognisers.possessive_name import PossessiveNameRecogniser
from notecode.anonymising.words.dictionary import Dictionary

SENDERS: Table = [
    ("[12/05/2018, 14:02:11] Kazza: where r u", ["Kazza"]),
    ("12/05/2018, 14:02 - Kelly: ok\n12/05/2018, 14:03 - Shabsy: no", ["Kelly", "Shabsy"]),
    ("Tash (10:41): he's outside", ["Tash"]),
    ("Eilidh 12 Jan 11:15 AM: no", ["Eilidh"]),
    ("[14:02] Mitch: yes", ["Mitch"]),
    ("10:41 Outcome: none", []),
    ("0900 Visit: nobody in", []),
    ("12/03/18 10:41 - Call: no answer", []),
    ("Seen 10:41: all well", []),
    ("Office (10:41): nobody", []),
    ("10:41 - OM: no change", []),
]

WITH_AN_S: Table = [
    ("i no ur at traceys", ["traceys"]),
    ("went to shaunas, kellys mum rang", ["shaunas", "kellys"]),
    ("Clares law application", []),
    ("the parties and their families", []),
    ("he marks and wills it", []),
    ("aprils and junes", []),
]


@pytest.mark.parametrize(("text", "names"), SENDERS)
def test_senders_of_a_chat_are_found(text: str, names: list[str], dictionary: Dictionary) -> None:
    assert names_in(ChatNameRecogniser(dictionary), text) == names


@pytest.mark.parametrize(("text", "names"), WITH_AN_S)
def test_a_name_with_an_s_is_found(text: str, names: list[str], dictionary: Dictionary) -> None:
    assert names_in(PossessiveNameRecogniser(dictionary), text) == names
