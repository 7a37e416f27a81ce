"""Reference numbers of police, courts, prisons, banks and services, with near misses."""

import pytest
from pattern_checks import Table, found

from notecode.anonymising.recognisers.bank import BankRecogniser
from notecode.anonymising.recognisers.court_and_prison import CourtAndPrisonRecogniser
from notecode.anonymising.recognisers.identity_document import IdentityDocumentRecogniser
from notecode.anonymising.recognisers.police import PoliceReferenceRecogniser
from notecode.anonymising.recognisers.reference import ReferenceRecogniser
from notecode.anonymising.recognisers.service_record import ServiceRecordRecogniser

ALL = (
    BankRecogniser(),
    CourtAndPrisonRecogniser(),
    IdentityDocumentRecogniser(),
    PoliceReferenceRecogniser(),
    ReferenceRecogniser(),
    ServiceRecordRecogniser(),
)

POLICE: Table = [
    ("bag sealed as ex ABC/01 today", ["ABC/01"]),
    ("sent: FWIN 1207 again", ["1207"]),
    ("DETAINED BY 1290 & PC 1344 DUNN", ["1290", "1344"]),
    ("PNC 12/345678A", ["12/345678A"]),
    ("PNC ID: 1997/0123456Z held", ["1997/0123456Z"]),
    ("pnc no 97 123456a", ["97 123456a"]),
    ("crime ref 42/12345/17", ["42/12345/17"]),
    ("sent OCC/607217/16 over", ["OCC/607217/16"]),
    ("re 5400052754/16 again", ["5400052754/16"]),
    ("CRI/06AA/0001234/19 linked", ["CRI/06AA/0001234/19"]),
    ("06AA/1234567 linked", ["06AA/1234567"]),
    ("crime no. 13170123456", ["13170123456"]),
    ("20/123456A/19 filed", ["20/123456A/19"]),
    ("20BE/123456D/17 filed", ["20BE/123456D/17"]),
    ("LC-20170312-0456 refers", ["LC-20170312-0456"]),
    ("DPP/1234/12/03/2018/01/C", ["DPP/1234/12/03/2018/01/C"]),
    ("crime number 14 000 12345 given", ["14 000 12345"]),
    ("occ no 42170012345", ["42170012345"]),
    ("Niche: 47170012345", ["47170012345"]),
    ("CAD 1234/12MAR18", ["1234/12MAR18"]),
    ("log 456 today", ["456"]),
    ("log 87 of 12/3", ["87 of 12/3"]),
    ("incident 512 of the 3rd", ["512 of the 3rd"]),
    ("URN 44 AB 12345 18", ["44 AB 12345 18"]),
    ("URN 06YY0123418", ["06YY0123418"]),
    ("custody record CX/1234/17", ["CX/1234/17"]),
    ("custody no 34521", ["34521"]),
    ("PC 2231 and DC 1234 Khan", ["2231", "1234"]),
    ("collar no 4471", ["4471"]),
    ("FWIN: 2207 of 12/05/18", ["2207 of 12/05/18"]),
    ("URN 612 of 11/10 given", ["612 of 11/10"]),
    ("urn of 11/10", []),
    ("legal visit, VO no 1400 22817", ["1400 22817"]),
    ("entry 218/0417 is in her name", ["218/0417"]),
    ("entry at 4 today", []),
    ("Door code 4471X not given", ["4471X"]),
    ("code 3x a day", []),
    ("next time M-17-0512", ["M-17-0512"]),
    ("a 3-17-0512", []),
    ("HB claim | 3004417-9", ["3004417-9"]),
    ("at marac, case 14 of 19", []),
    ("Case 7 of 23", []),
    ("log 3 calls", []),
    ("incident 2 weeks ago", []),
    ("crime in 2017", []),
    ("crime 2016/17 figures", []),
    ("custody at 0930hrs", []),
    ("rang 101 and 999", []),
    ("job 10.30", []),
    ("warrant out, 3 counts", []),
]
COURT_AND_PRISON: Table = [
    ("CRN X123456.", ["X123456"]),
    ("crn: x123456", ["x123456"]),
    ("crn X12 3456", ["X12 3456"]),
    ("prison no A1234BC", ["A1234BC"]),
    ("s1234ab the", ["s1234ab"]),
    ("at HMP, A 1234 BC", ["A 1234 BC"]),
    ("was LK4521 then", ["LK4521"]),
    ("T20177123 listed", ["T20177123"]),
    ("case BS18P01234 in family court", ["BS18P01234"]),
    ("county court F00YX999", ["F00YX999"]),
    ("claim no D01BS123", ["D01BS123"]),
    ("court at 1030am", []),
    ("court 1030", []),
    ("court 12 today", []),
    ("bail until 2018", []),
    ("on licence 12 months", []),
    ("FY2017 plan", []),
    ("order for 200 hours", []),
]
DOCUMENTS: Table = [
    ("licence MORGA657054SM9IJ", ["MORGA657054SM9IJ"]),
    ("MORGA 657054 SM9IJ 35", ["MORGA 657054 SM9IJ 35"]),
    ("passport 533401372", ["533401372"]),
    ("passport no 533 401 372 seen", ["533 401 372"]),
    ("Passport number: EA1234567", ["EA1234567"]),
    ("HO ref A1234567", ["A1234567"]),
    ("home office ref G1234567/2", ["G1234567/2"]),
    ("UAN 1234-5678-9012-3456", ["1234-5678-9012-3456"]),
    ("BRP RX1234567", ["RX1234567"]),
    ("GWF012345678", ["GWF012345678"]),
    ("ARC/12345/17", ["ARC/12345/17"]),
    ("passport expired 2016", []),
    ("visa for 30 months", []),
    ("driving licence 6 points", []),
]
BANK: Table = [
    ("sort code 12-34-56", ["12-34-56"]),
    ("s/c 123456", ["123456"]),
    ("acc 12345678", ["12345678"]),
    ("a/c no 1234 5678", ["1234 5678"]),
    ("20-45-77 41112223", ["20-45-77", "41112223"]),
    ("card 4929 1234 5678 9012", ["4929 1234 5678 9012"]),
    ("IBAN GB29 NWBK 6016 1331 9268 19", ["GB29 NWBK 6016 1331 9268 19"]),
    ("gb29nwbk60161331926819", ["gb29nwbk60161331926819"]),
    ("account 2 days late", []),
    ("owes £1234567", []),
    ("paid 10,000,000", []),
    ("sort this by 5pm", []),
]
RECORDS: Table = [
    ("Mosaic ID 456123", ["456123"]),
    ("mosaic 98765", ["98765"]),
    ("LCS no: 12345", ["12345"]),
    ("Liquidlogic ref 8812", ["8812"]),
    ("hosp no K123456", ["K123456"]),
    ("rent account 0012345-8", ["0012345-8"]),
    ("tenancy ref T/00123", ["T/00123"]),
    ("UC claim ref 7712-AB", ["7712-AB"]),
    ("Homechoice bidding number 55123", ["55123"]),
    ("UPN A123456789012", ["A123456789012"]),
    ("council tax ref 3001234X", ["3001234X"]),
    ("rent 3 weeks late", []),
    ("rent £4500", []),
    ("client 2 hrs late", []),
    ("hospital 1430", []),
    ("su 2017 conviction", []),
    ("PIP from 2018", []),
]
UNKNOWN: Table = [
    ("ref - AB/12, noted", ["AB/12"]),
    ("told of 0808 2000 247 and 08088024040", []),
    ("occurrence 22*118820 NFA", ["22*118820"]),
    ("REF 24*88213.", ["24*88213"]),
    ("ref 2 * 3 apples", []),
    ("ref no. ABC-99/1234", ["ABC-99/1234"]),
    ("our ref: KL/99123", ["KL/99123"]),
    ("quoted 123456789 to us", ["123456789"]),
    ("ID 7741", ["7741"]),
    ("see #44712", ["44712"]),
    ("he gave XR4471902", ["XR4471902"]),
    ("number 4 bus", []),
    ("case closed in 2017", []),
    ("10,000,000 spent", []),
    ("S47, L2 and form C100", []),
    ("2016-2017 and 2016/17", []),
    ("0930-1130 on Monday", []),
    ("1400hrs", []),
    ("Feb2017", []),
    ("co-codamol 30/500", []),
    ("24/7/365", []),
    ("no 3 times", []),
    ("id 2 days late", []),
]


@pytest.mark.parametrize(
    ("text", "expected"), POLICE + COURT_AND_PRISON + DOCUMENTS + BANK + RECORDS + UNKNOWN
)
def test_references(text: str, expected: list[str]) -> None:
    assert found(ALL, text) == expected


@pytest.mark.parametrize("recogniser", ALL, ids=lambda one: one.recogniser)
def test_a_recogniser_finds_its_own_kind(recogniser) -> None:
    tables = {
        "police-reference": POLICE,
        "court-and-prison": COURT_AND_PRISON,
        "identity-document": DOCUMENTS,
        "bank": BANK,
        "service-record": RECORDS,
        "reference": UNKNOWN,
    }
    cases = [row for row in tables[recogniser.recogniser] if row[1]]
    alone = [found(recogniser, text) == expected for text, expected in cases]
    assert sum(alone) > len(cases) / 2


def test_a_recogniser_heeds_letter_case() -> None:
    """Presidio's own pattern recognisers ignore it."""
    assert found(CourtAndPrisonRecogniser(), "x123456 and X123456") == ["X123456"]
