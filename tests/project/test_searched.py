"""What is searched before it is written, by every writer alike, and what each says of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from notecode.anonymising.vault import KeyCost, Passphrase, Vault, VaultCase, keys
from notecode.anonymising.vault.contents import Replaced
from notecode.errors import LeakError
from notecode.model import CountSpec, NamedCount, Span
from notecode.project import Project, find_project
from notecode.project.anonymising import vault as vaults
from notecode.project.anonymising.record import write_record
from notecode.project.coding.session import open_coding
from notecode.project.exporting.report_page import write_report
from notecode.project.exporting.reports import export_report
from notecode.project.exporting.searched import searched_for
from notecode.project.exporting.study import export
from notecode.project.gate import words_of_the_project
from notecode.project.looking.quotes import quotes
from notecode.project.looking.scope import Asked
from notecode.project.project import current_codebook
from notecode.project.reviewing.let_stand import StandingWord
from notecode.project.tables import save_query
from notecode.raw import Person, Roster
from notecode.store import exported
from review_study import ReviewStudy

WORDS = Passphrase("four unlikely little words")
PEOPLE = "Case,Role,First name,Last name\nC1,SU,Merfyn,Quarrington\n"
ORIGINALS = "originals of the vault"
NAMES = "names of people"
REPLACED = (("WORKPLACE", "Kestrel Scaffolding"), ("PERSON", "Delivered Whatnot"))

pytestmark = pytest.mark.usefixtures("drawn_once")


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE, encoding="utf-8")
    return path


@pytest.fixture
def coded(stored: Project) -> Project:
    with open_coding(stored, "amina") as session:
        session.code_span("N1", Span(0, 21), "information-sharing")
        session.code_span("N2", Span(0, 31), "contact")
    return stored


@pytest.fixture
def kept(coded: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project with a vault: one person, and passages that were replaced."""
    monkeypatch.setattr(keys, "COST", KeyCost(n=16))
    project = vaults.make_vault(coded, WORDS)
    person = Person(id="P1", role="SU", first_name="Zebediah", last_name="Quillfeather")
    with vaults.open_project_vault(project, WORDS, writing=True) as vault:
        vault.write_cases(
            [
                VaultCase(
                    case_id="C1",
                    notes=(),
                    roster=Roster("C1", (person,)),
                    replaced={"gone": Replaced("", REPLACED)},
                )
            ]
        )
    return find_project(project.directory)


@contextmanager
def opened(project: Project) -> Iterator[Vault]:
    with vaults.open_project_vault(project, WORDS) as vault:
        yield vault


def page_of(project: Project, **options: Any) -> str:
    page, *_ = write_report(project, **{"unsearched": True, **options})
    return unescape(page.read_text(encoding="utf-8"))


STANDING = StandingWord("Jay", "Met ", " there", listed=True)


def test_what_is_searched_for_hangs_on_what_is_at_hand(kept: Project, people: Path) -> None:
    neither = searched_for(kept, let_stand=[STANDING])
    assert (neither.sought.count(";"), neither.unsought) == (0, f"{ORIGINALS} and {NAMES}")
    with opened(kept) as vault:
        assert searched_for(kept, None, vault).unsought == ""
        both = searched_for(kept, people, vault, let_stand=[STANDING])
    assert "in the people file; everybody in the 1 cases of the vault" in both.sought
    assert "not misspelt" in both.sought
    assert "; but for 1 place of notes" in both.sought
    assert both.unsought == ""
    assert searched_for(kept, people).unsought == ORIGINALS


def test_without_a_vault_it_is_not_missed(coded: Project, people: Path) -> None:
    assert searched_for(coded).unsought == NAMES
    assert searched_for(coded, people).unsought == ""


def said_by_export(project: Project, people: Path | None) -> str:
    written = export(project, people=people, unsearched=True)
    return next(path for path in written if path.name == "README.txt").read_text()


def said_by_page(project: Project, people: Path | None) -> str:
    return page_of(project, people=people).replace("</th><td>", ": ").replace("</dt><dd>", ": ")


def said_by_table(project: Project, people: Path | None) -> str:
    report = quotes(project, Asked())
    return export_report(project, report, people=people, unsearched=True).read_text("utf-8-sig")


@pytest.mark.parametrize("said", [said_by_export, said_by_page, said_by_table])
def test_every_writer_says_what_it_was_not_searched_for(
    kept: Project, people: Path, said: Callable[[Project, Path | None], str]
) -> None:
    for given in (people, None):
        text = said(kept, given)
        assert "NOT SEARCHED FOR" in text
        assert searched_for(kept, given).unsought in text
        assert (NAMES in text) is (given is None)


def test_the_page_says_its_moment_and_all_when_all_was_searched(kept: Project) -> None:
    with opened(kept) as vault:
        page = page_of(kept, vault=vault)
    with kept.database() as db:
        assert f"as last changed, {exported.last_change(db)}" in page
    assert "in the 1 cases of the vault and what was replaced there" in page
    assert "NOT SEARCHED" not in page


def test_the_page_says_that_words_were_let_stand(review: ReviewStudy) -> None:
    people = review.folder / "people.csv"
    assert "but for" not in page_of(review.project, people=people)
    review.decide("N3", "[VS]", "unmask", deliberate=True)
    assert "but for 1 place of notes where a reviewer" in page_of(review.project, people=people)
    # Nothing was looked for that could have been passed over.
    assert "but for" not in page_of(review.project)


def test_what_a_user_typed_for_a_table_is_no_word_of_the_program(kept: Project) -> None:
    """A title of the settings is searched for what was replaced, like all that leaves."""
    with opened(kept) as vault:
        assert "What was delivered" in page_of(kept, vault=vault)
        for title in ("Sites and months", "Seen at Kestrel Scaffolding"):
            save_query(kept, NamedCount("mine", CountSpec(by=("site",)), title))
            project = find_project(kept.directory)
            if "Kestrel" not in title:
                assert title in page_of(project, vault=vault)
                continue
            with pytest.raises(LeakError, match="WORKPLACE") as caught:
                page_of(project, vault=vault)
            assert "Kestrel" not in str(caught.value)


def test_a_value_that_is_filtered_by_is_searched_too(kept: Project) -> None:
    with kept.database() as db, db.writing():
        db.execute("UPDATE notes SET contact_type = 'Kestrel Scaffolding' WHERE id = 'N1'")
    spec = CountSpec(by=("site",), only=(("contact_type", ("Kestrel Scaffolding",)),))
    save_query(kept, NamedCount("mine", spec, "Of one kind"))
    with opened(kept) as vault, pytest.raises(LeakError, match="WORKPLACE"):
        page_of(find_project(kept.directory), vault=vault)


def test_the_words_of_the_project_are_its_ids_sites_and_codebook(coded: Project) -> None:
    with coded.database() as db:
        book = current_codebook(coded, db)
        few = words_of_the_project(db, book)
        many = words_of_the_project(db, book, defined=True)
    assert {"N1", "C1", "Site 1", "contact", book.codes[0].label, book.agencies[0].id} <= {*few}
    assert book.codes[0].definition not in few
    aliases = {alias.text for agency in book.agencies for alias in agency.aliases}
    assert {book.codes[0].definition, *aliases} <= {*many}
    assert {*few} <= {*many}


def test_the_record_passes_over_its_reviewers_and_over_nobody_else(review: ReviewStudy) -> None:
    """Someone in the case bears the name of a reviewer, and then of the study."""
    review.decide("N3", "[VS]", "unmask", deliberate=True)
    people = review.folder / "people.csv"
    with people.open("a", encoding="utf-8") as file:
        file.write("C1,P9,FAMILY,Ann,Larkspur\n")
    assert write_record(review.project, people)
    settings = review.project.settings_path
    settings.write_text(settings.read_text().replace('"Study"', '"Larkspur study"'))
    with pytest.raises(LeakError):
        write_record(review.project, people)
