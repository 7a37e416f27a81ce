"""Only this package's recognisers run, none of the American ones, and none asks the network."""

import socket
from pathlib import Path

import pytest
import tldextract

from notecode.anonymising import Anonymiser
from notecode.raw import RawNote, Roster

TEXTS = (
    "mail kez.smith@gmail.com or kez at example dot co dot uk, site https://www.example.org/a?b=1",
    "facebook.com/kez.b, 82.14.209.44, 07700 900123, NHS 943 476 5919, AB12 CDE, HU5 3PL",
    "SSN 078-05-1120 and ABA 021000021",
)


def test_every_recogniser_is_of_this_package(anonymiser: Anonymiser) -> None:
    modules = {type(one).__module__ for one in anonymiser._recognisers}
    assert all(module.startswith("notecode.anonymising.") for module in modules)
    _, engine = anonymiser._analyser("N")
    running = {type(one).__module__ for one in engine.registry.recognizers}
    assert running == modules


def test_no_recogniser_asks_the_network(
    anonymiser: Anonymiser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(tldextract.TLDExtract, "__call__", refuse)
    notes = [
        RawNote(id=f"n{number}", case_id="C", text=text, site="N")
        for number, text in enumerate(TEXTS)
    ]
    done = anonymiser.anonymise_case("C", "N", notes, Roster("C")).notes
    assert all("@" not in item.note.text for item in done)
    assert "[EMAIL_1]" in done[0].note.text


def test_no_recogniser_names_the_public_suffix_list() -> None:
    folder = Path(__file__).parents[2] / "src" / "notecode" / "anonymising"
    for file in folder.rglob("*.py"):
        code = file.read_text(encoding="utf-8")
        assert "import tldextract" not in code
        assert "import requests" not in code
        assert "urllib.request" not in code
