"""Streets, houses and pitches, English and Welsh, with near misses."""

import pytest
from pattern_checks import Table, found

from notecode.anonymising.recognisers.address import AddressRecogniser
from notecode.anonymising.recognisers.welsh_address import WelshAddressRecogniser

ADDRESSES: Table = [
    ("the one on high st smethwick, sat in the car", ["high st"]),
    ("walked on high st without a coat", []),
    ("dont make me come evelyn st", ["evelyn st"]),
    ("argument, 33 Nelson Rd Sth.", ["33 Nelson Rd Sth"]),
    ("top of Lake St - no number", ["Lake St"]),
    ("between Hendford Dr and the ring rd", ["Hendford Dr"]),
    ("MALE DET ARGYLE ST BY 1290", ["ARGYLE ST"]),
    ("Attends St Mary's", []),
    ("spoke to the Dr and left", []),
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
    ("an incident on Broadway near the bank", ["Broadway"]),
    ("he was on Eastgate at 2am", ["Eastgate"]),
    ("dumped the car on Station Approach", ["Station Approach"]),
    ("the barbers on cavendish st in town", ["cavendish st"]),
    ("not to enter Main St Haworth", ["Main St"]),
    ("born in Norway, on Holloway Road", ["Holloway Road"]),
    ("went on Halfway, a new approach on Monday", []),
    ("on the high st again", []),
    ("aged 6, dad drove for a taxi firm", []),
    ("14 Main Street", ["14 Main Street"]),
    ("19 cape hill mews", ["19 cape hill mews"]),
    ("2nd Floor, Merlin House, 40 Dewsbury Road", ["2nd Floor, Merlin House, 40 Dewsbury Road"]),
    ("3/2, 44 Dalry Road", ["3/2, 44 Dalry Road"]),
    ("at 14 Elm Street, Marfleet.", ["14 Elm Street, Marfleet"]),
    ("office on Park Sq East", ["Park Sq East"]),
    ("now at Plot 11, Willow Hay Site", ["Plot 11, Willow Hay Site"]),
    ("Burnside Farm Cottage", ["Burnside Farm Cottage"]),
    ("18 Thistle Clough reports", ["18 Thistle Clough"]),
    ("lives at 14 Broadway.", ["14 Broadway"]),
    ("neighbour Mrs X at 42", ["42"]),
    ("PO Box 114", ["PO Box 114"]),
    ("OFFICERS AT TAFF ST", ["TAFF ST"]),
    ("flat 21.10 to 23.55", []),
    ("not to enter the road", []),
    ("12, who said so in the street", []),
    ("5 new road traffic offences", ["5 new road"]),
    ("number 4 bus", []),
    ("at 4 he went home", []),
    ("neighbour at no.7", ["no.7"]),
    ("house is number 9", ["number 9"]),
    ("opposite number 6", ["number 6"]),
    ("corner of Queen St and Bank St", ["Queen St", "Bank St"]),
    ("lives on birch close", ["birch close"]),
    ("the house is number one for him", []),
    ("living in a close", []),
]


@pytest.mark.parametrize(("text", "expected"), ADDRESSES)
def test_addresses(text: str, expected: list[str]) -> None:
    assert found(AddressRecogniser(), text) == expected


WELSH: Table = [
    ("12 Heol y Bryn", ["12 Heol y Bryn"]),
    ("on Ffordd Penrhyn", ["Ffordd Penrhyn"]),
    ("17-19 Stryd y Farchnad", ["17-19 Stryd y Farchnad"]),
    ("4 Tan-y-Bryn", ["4 Tan-y-Bryn"]),
    ("Maes yr Haf", ["Maes yr Haf"]),
    ("6 maes y dderwen", ["6 maes y dderwen"]),
    ("TŶ GWYN, HEOL-Y-BRYN", ["TŶ GWYN", "HEOL-Y-BRYN"]),
    ("lives in Clos Ceri", ["Clos Ceri"]),
    ("heol is a road", []),
    ("close to him", []),
    ("a pen and paper", []),
    ("the plan is new", []),
]


@pytest.mark.parametrize(("text", "expected"), WELSH)
def test_welsh_addresses(text: str, expected: list[str]) -> None:
    assert found(WelshAddressRecogniser(), text) == expected
